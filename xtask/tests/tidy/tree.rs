//! The files of the repository, and how to complain about them.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

/// A text file of the repository.
pub struct File {
    /// Relative to the repository, with slashes.
    pub path: String,
    pub text: String,
}

static TREE: LazyLock<Vec<File>> = LazyLock::new(read);

/// The repository's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies one folder below the root")
}

/// Every text file, these rules apart: they name what they forbid.
pub fn all() -> impl Iterator<Item = &'static File> {
    TREE.iter().filter(|file| !file.path.starts_with("xtask/tests/tidy/"))
}

/// The files of a folder, or of several, with this extension.
pub fn within(folders: &[&'static str], extension: &'static str) -> impl Iterator<Item = &'static File> + use<> {
    let folders = folders.to_vec();
    all()
        .filter(move |file| file.has_extension(extension) && folders.iter().any(|folder| file.path.starts_with(folder)))
}

/// One file that the rules rely on.
pub fn file(path: &str) -> &'static File {
    TREE.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is missing"))
}

/// Fails where there is anything to complain about.
#[track_caller]
pub fn check(complaints: impl IntoIterator<Item = String>) {
    let complaints: Vec<String> = complaints.into_iter().collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Fails for every line of code that holds one of `words`; `advice` says what to do instead.
#[track_caller]
pub fn forbid(files: impl Iterator<Item = &'static File>, words: &[&str], advice: &str) {
    check(files.flat_map(|file| {
        let found =
            file.code().filter_map(|(line, code)| Some((line, words.iter().find(|word| code.contains(**word))?)));
        found.map(|(line, word)| format!("{}:{line}: `{word}`: {advice}", file.path)).collect::<Vec<_>>()
    }));
}

impl File {
    pub fn has_extension(&self, extension: &str) -> bool {
        self.path.strip_suffix(extension).is_some_and(|stem| stem.ends_with('.'))
    }

    /// Its lines, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// Its lines without comments.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().map(|(number, line)| (number, without_comment(line)))
    }

    /// Its lines without comments, up to the tests at its end; none of a file that is nothing but tests.
    pub fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.contains("/tests/") || self.path.ends_with("/tests.rs");
        self.code().take_while(move |(_, line)| !is_test && *line != "mod tests {")
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its name without folder and extension.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

fn without_comment(line: &str) -> &str {
    let is_comment = ["//", "/*", "* "].iter().any(|sign| line.trim_start().starts_with(sign));
    if is_comment { "" } else { line.split_once(" // ").map_or(line, |(code, _)| code) }
}

fn read() -> Vec<File> {
    // A checkout may belong to another user, as in continuous integration.
    let list = ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"];
    let listed = Command::new("git").args(list).current_dir(root()).output().expect("git lists the files");
    assert!(listed.status.success(), "git does not list the files: {}", String::from_utf8_lossy(&listed.stderr));
    let mut paths: Vec<&str> =
        std::str::from_utf8(&listed.stdout).expect("our files have plain names").lines().collect();
    paths.sort_unstable();
    paths.dedup();
    // What is not text holds no rules; what was just deleted is still in the index.
    let text = |path: &str| std::fs::read_to_string(root().join(path)).ok();
    paths.into_iter().filter_map(|path| Some(File { path: path.to_owned(), text: text(path)? })).collect()
}
