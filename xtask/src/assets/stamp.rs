//! Remembers what a step was made from, so that nothing is made twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A hash over everything that a step is made from.
#[derive(Debug, Default)]
pub struct Inputs(blake3::Hasher);

impl Inputs {
    /// Adds words: options, versions.
    pub fn text(mut self, text: &str) -> Self {
        self.0.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        self
    }

    /// Adds a file, or all files of a folder and its folders, with their names.
    pub fn path(mut self, path: impl AsRef<Path>) -> Result<Self> {
        for file in files(path.as_ref())? {
            let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            self = self.text(&file.to_string_lossy());
            self.0.update(blake3::hash(&content).as_bytes());
        }
        Ok(self)
    }

    /// The hash in hexadecimal.
    pub fn hash(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

/// Does the work unless `output` is there and `inputs` are those of the last time.
pub fn unless_unchanged(output: impl AsRef<Path>, inputs: &Inputs, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let output = output.as_ref();
    let stamp = Path::new(super::STAMPS).join(output.file_name().expect("an output has a name"));
    let hash = inputs.hash();
    if output.exists() && fs::read_to_string(&stamp).is_ok_and(|before| before == hash) {
        return Ok(());
    }
    work()?;
    fs::create_dir_all(super::STAMPS)?;
    Ok(fs::write(stamp, hash)?)
}

/// All files under a path, sorted; a path that is a file is itself the only one.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
        found.extend(files(&entry?.path())?);
    }
    found.sort();
    Ok(found)
}
