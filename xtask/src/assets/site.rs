//! `target/site`: every file under its final name, compressed, listed in `assets.json`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::manifest::{Asset, Manifest, address};
use super::stamp::{self, Inputs};
use super::{WORK, compress, fonts};
use crate::progress;

const SITE: &str = "target/site";
const PUBLIC: &str = "public";

/// Fills `target/site` from the work folder and from `public/`.
///
/// Only what changed is written and what nobody names any more is removed, so that a release build, which embeds the
/// folder, is made again only for a reason.
pub fn publish() -> Result<()> {
    let inputs = Inputs::default().path(PUBLIC)?.path(fonts::FONTS)?;
    let inputs = bundles()?.iter().try_fold(inputs, Inputs::path)?;
    stamp::unless_unchanged("target/site/assets.json", &inputs, || {
        progress::quiet("naming and compressing the assets", || write(&inputs.hash()[..16]))
    })
}

fn write(build: &str) -> Result<()> {
    let mut site = Site { manifest: Manifest { build: build.to_owned(), ..Manifest::default() }, ..Site::default() };
    for font in stamp::files(Path::new(fonts::FONTS))? {
        site.asset(&format!("fonts/{}", name(&font)), &fs::read(&font)?)?;
    }
    for bundle in bundles()? {
        let content = fs::read(&bundle)?;
        let is_style = bundle.extension().is_some_and(|extension| extension == "css");
        let content = if is_style { site.with_fonts(content)?.into_bytes() } else { content };
        site.asset(name(&bundle), &content)?;
    }
    for file in stamp::files(Path::new(PUBLIC))? {
        site.put(file.strip_prefix(PUBLIC)?, &fs::read(&file)?)?;
    }
    let manifest = serde_json::to_vec_pretty(&site.manifest)?;
    site.write(Path::new("assets.json"), &manifest)?;
    site.sweep()
}

#[derive(Debug, Default)]
struct Site {
    manifest: Manifest,
    /// All files that belong there, relative to the site.
    kept: BTreeSet<PathBuf>,
}

impl Site {
    /// Adds a file under a name that holds its hash.
    fn asset(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let path = address(name, content);
        let brotli = self.put(Path::new(&path[1..]), content)?;
        self.manifest.files.insert(name.to_owned(), Asset { path, bytes: content.len(), brotli });
        Ok(())
    }

    /// Adds a file and, where that pays, its compressed copies; answers the smallest size.
    fn put(&mut self, path: &Path, content: &[u8]) -> Result<usize> {
        let changed = self.write(path, content)?;
        if !compress::pays(name(path)) {
            return Ok(content.len());
        }
        let (brotli, gzip) = (with_suffix(path, "br"), with_suffix(path, "gz"));
        if changed || !Path::new(SITE).join(&brotli).exists() || !Path::new(SITE).join(&gzip).exists() {
            self.write(&brotli, &compress::brotli(content)?)?;
            self.write(&gzip, &compress::gzip(content)?)?;
        }
        let size = fs::metadata(Path::new(SITE).join(&brotli))?.len();
        self.kept.extend([brotli, gzip]);
        Ok(size as usize)
    }

    /// Writes a file unless it has this content already; answers whether it had not.
    fn write(&mut self, path: &Path, content: &[u8]) -> Result<bool> {
        self.kept.insert(path.to_owned());
        let file = Path::new(SITE).join(path);
        if fs::read(&file).is_ok_and(|present| present == content) {
            return Ok(false);
        }
        fs::create_dir_all(file.parent().expect("the site is a folder"))?;
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(true)
    }

    /// Turns the style sheet's `/fonts/NAME.woff2` into the addresses of the cut fonts.
    fn with_fonts(&self, sheet: Vec<u8>) -> Result<String> {
        let mut sheet = String::from_utf8(sheet)?;
        for (name, font) in self.manifest.files.iter().filter(|(name, _)| name.starts_with("fonts/")) {
            sheet = sheet.replace(&format!("/{name}"), &font.path);
        }
        if let Some(place) = sheet.find("/fonts/") {
            let missing: String = sheet[place..].chars().take_while(|c| !"\"')".contains(*c)).collect();
            bail!("the style sheet names {missing}, which style/fonts.mjs does not make");
        }
        Ok(sheet)
    }

    /// Removes what is no longer part of the site.
    fn sweep(&self) -> Result<()> {
        for file in stamp::files(Path::new(SITE))? {
            if !self.kept.contains(file.strip_prefix(SITE)?) {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    }
}

/// The style sheets, scripts and modules that the steps before left in the work folder.
fn bundles() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(WORK)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut files: Vec<PathBuf> = entries.into_iter().filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("our files have plain names")
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}.{suffix}", path.display()))
}
