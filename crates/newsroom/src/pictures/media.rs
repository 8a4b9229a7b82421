//! The media store: files by name, and the two workbenches where pictures are worked on.

use std::path::Path;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::Result;

/// The files of all pictures. Today a folder; whatever else `object_store` knows fits behind the same three functions.
#[derive(Debug)]
pub(crate) struct Media {
    files: Box<dyn ObjectStore>,
    workbenches: Semaphore,
}

/// How many pictures are worked on at once: a decoded one may take 200 MB.
pub(crate) const WORKBENCHES: usize = 2;

impl Media {
    /// Opens the folder, making it where it is missing. What is put there is on the disk when `put` returns.
    pub(crate) fn open(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let files = LocalFileSystem::new_with_prefix(folder).map_err(std::io::Error::other)?.with_fsync(true);
        Ok(Self { files: Box::new(files), workbenches: Semaphore::new(WORKBENCHES) })
    }

    /// Writes a file, whole or not at all.
    pub(super) async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.files.put(&name.into(), bytes.into()).await?;
        Ok(())
    }

    /// Reads a file.
    pub(super) async fn get(&self, name: &str) -> Result<Option<Bytes>> {
        match self.files.get(&name.into()).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(why) => Err(why.into()),
        }
    }

    /// Waits for a free workbench.
    pub(super) async fn workbench(&self) -> SemaphorePermit<'_> {
        self.workbenches.acquire().await.expect("the workbenches are never closed")
    }
}
