//! Pictures: stored once by content, in the widths that pages ask for, upright and without metadata.

mod decode;
mod derive;
mod error;
mod media;
mod sql;

use std::collections::HashMap;

use bytes::Bytes;
use model::{Actor, AppError, Picture};
use serde::Serialize;
use sqlx::AnyConnection;

pub use decode::FILE_MAX;
pub use error::PictureError;
pub(crate) use media::{Media, WORKBENCHES};

use crate::{Newsroom, Result, audit};
use derive::Derived;

/// The door to pictures.
#[derive(Debug)]
pub struct Pictures<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// What a file of a picture is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// WebP, with transparency where there is some.
    Webp,
    /// JPEG, on white.
    Jpeg,
}

/// What the library proposes wherever a picture is used anew.
#[derive(Clone, Copy, Debug, Default)]
pub struct LibraryEntry<'a> {
    /// What it shows.
    pub alt: &'a str,
    /// The line under it.
    pub caption: Option<&'a str>,
    /// Who made it.
    pub credit: Option<&'a str>,
}

/// A picture that somebody handed in, with what the library proposes for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Accepted {
    /// The picture.
    #[serde(flatten)]
    pub picture: Picture,
    /// What it shows; empty for a new one.
    pub alt: String,
    /// The line under it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

impl Pictures<'_> {
    /// A stored picture, for those who write.
    pub async fn get(&self, actor: &Actor, hash: &str) -> Result<Picture> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        Ok(self.known(hash).await?.ok_or(AppError::NotFound)?)
    }

    /// Says whether somebody may hand pictures in.
    pub fn may_hand_in(&self, actor: &Actor) -> Result<()> {
        match actor.is_staff() {
            false => Err(AppError::SignInRequired.into()),
            true if actor.may_begin() => Ok(()),
            true => Err(AppError::Forbidden.into()),
        }
    }

    /// Stores a picture that somebody hands in, as [`Pictures::store`] does. The audit log says so of a new one.
    pub async fn accept(&self, actor: &Actor, file: Vec<u8>) -> Result<Accepted, PictureError> {
        self.may_hand_in(actor)?;
        let picture = self.take(file, LibraryEntry::default(), Some(actor)).await?;
        let mut connection = self.newsroom.store().read().await?;
        let (alt, caption, credit) = sql::proposals(&mut connection, &picture.hash).await?;
        Ok(Accepted { picture, alt, caption, credit })
    }

    /// Stores a JPEG, PNG, WebP or GIF file of up to 40 MiB and 50 megapixels. One that is there already is only looked up.
    pub async fn store(&self, file: Vec<u8>, library: LibraryEntry<'_>) -> Result<Picture, PictureError> {
        self.take(file, library, None).await
    }

    async fn take(
        &self,
        file: Vec<u8>,
        library: LibraryEntry<'_>,
        from: Option<&Actor>,
    ) -> Result<Picture, PictureError> {
        let hash = hash(&file);
        if let Some(known) = self.known(&hash).await? {
            return Ok(known);
        }
        let derived = self.work(move || decode::decode(&file).and_then(derive::derive)).await?;
        Ok(self.keep(hash, derived, library, from).await?)
    }

    /// Says whether a file could be stored, without storing it; answers the hash it would have.
    pub(crate) async fn check(&self, file: Vec<u8>) -> Result<String, PictureError> {
        let hash = hash(&file);
        if self.known(&hash).await?.is_none() {
            self.work(move || decode::decode(&file)).await?;
        }
        Ok(hash)
    }

    /// One file of a picture.
    pub async fn file(&self, hash: &str, width: u32, format: Format) -> Result<Option<Bytes>> {
        if !is_hash(hash) {
            return Ok(None);
        }
        self.newsroom.media().get(&name(hash, width, format)).await
    }

    /// The picture with a content hash.
    pub(crate) async fn known(&self, hash: &str) -> Result<Option<Picture>> {
        if !is_hash(hash) {
            return Ok(None);
        }
        sql::get(&mut *self.newsroom.store().read().await?, hash).await
    }

    /// Files first, then the row: a picture that is known is there.
    async fn keep(
        &self,
        hash: String,
        derived: Derived,
        library: LibraryEntry<'_>,
        from: Option<&Actor>,
    ) -> Result<Picture> {
        let mut widths: Vec<u32> = derived.files.iter().map(|file| file.width).collect();
        widths.dedup();
        widths.reverse();
        for file in derived.files {
            self.newsroom.media().put(&name(&hash, file.width, file.format), file.bytes).await?;
        }
        let Derived { width, height, colour, .. } = derived;
        let picture = Picture { hash, width, height, widths, colour };
        let mut tx = self.newsroom.store().write().await?;
        let now = self.newsroom.now();
        sql::insert(&mut tx, &picture, &library, now).await?;
        if let Some(actor) = from {
            let (subject, detail) = (format!("picture:{}", picture.hash), format!("{width} × {height}"));
            audit::note(&mut tx, actor, now, "picture", &subject, &detail).await?;
        }
        tx.commit().await?;
        Ok(picture)
    }

    /// Does heavy work on a workbench. A decoder that panics over a file has met a broken one.
    async fn work<T: Send + 'static>(
        &self,
        task: impl FnOnce() -> Result<T, PictureError> + Send + 'static,
    ) -> Result<T, PictureError> {
        let _workbench = self.newsroom.media().workbench().await;
        tokio::task::spawn_blocking(task)
            .await
            .unwrap_or_else(|_| Err(PictureError::Broken("its content makes no sense".to_owned())))
    }
}

impl Format {
    /// The end of the file's name: `webp` or `jpg`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// Reads the end of a file's name.
    pub fn parse(extension: &str) -> Option<Self> {
        [Self::Webp, Self::Jpeg].into_iter().find(|format| format.extension() == extension)
    }
}

/// The pictures with these hashes, by hash. Those that nobody stored are missing.
pub(crate) async fn by_hashes(connection: &mut AnyConnection, hashes: &[String]) -> Result<HashMap<String, Picture>> {
    if hashes.is_empty() {
        return Ok(HashMap::new());
    }
    let pictures = sql::by_hashes(connection, hashes).await?;
    Ok(pictures.into_iter().map(|picture| (picture.hash.clone(), picture)).collect())
}

/// What a file is known by: BLAKE3 of its bytes, as 64 hex digits.
pub(crate) fn hash(file: &[u8]) -> String {
    blake3::hash(file).to_hex().to_string()
}

/// Whether a text could be a picture's content hash.
pub(crate) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn name(hash: &str, width: u32, format: Format) -> String {
    format!("{hash}-{width}.{}", format.extension())
}
