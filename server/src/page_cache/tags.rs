//! Which pages show what.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Paths of kept pages, by what they show. Exactly as large as the cache: a page that goes is forgotten.
#[derive(Debug, Default)]
pub(super) struct Tags(Mutex<HashMap<String, HashSet<String>>>);

impl Tags {
    /// The page at `path` shows these things.
    pub fn remember(&self, path: &str, tags: &[String]) {
        let mut paths = self.lock();
        for tag in tags {
            paths.entry(tag.clone()).or_default().insert(path.to_owned());
        }
    }

    /// The page at `path` is gone.
    pub fn forget(&self, path: &str, tags: &[String]) {
        let mut paths = self.lock();
        for tag in tags {
            let Some(with_tag) = paths.get_mut(tag) else { continue };
            with_tag.remove(path);
            if with_tag.is_empty() {
                paths.remove(tag);
            }
        }
    }

    /// The pages that show one of these things.
    pub fn paths(&self, tags: &[String]) -> HashSet<String> {
        let paths = self.lock();
        tags.iter().filter_map(|tag| paths.get(tag)).flatten().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, HashSet<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_goes_is_forgotten() {
        let tags = Tags::default();
        let shown = ["front".to_owned(), "article:1".to_owned()];
        tags.remember("/", &shown);
        tags.remember("/a/", &shown[1..]);
        assert_eq!(tags.paths(&shown).len(), 2);
        tags.forget("/", &shown);
        assert_eq!(tags.paths(&shown), HashSet::from(["/a/".to_owned()]));
        tags.forget("/a/", &shown[1..]);
        assert!(tags.lock().is_empty());
    }
}
