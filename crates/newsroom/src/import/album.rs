//! The pictures that an edition names, stored once each.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use futures::stream::{self, StreamExt};
use model::Tally;

use crate::pictures::{self, LibraryEntry, WORKBENCHES};
use crate::{Error, Newsroom, PictureError, Result};

/// Pictures by the address that the edition gives them.
#[derive(Debug, Default)]
pub(crate) struct Album {
    folder: Option<Folder>,
    pictures: HashMap<String, Picked>,
}

/// A picture's content hash, or a sentence that says why there is none.
type Picked = Result<String, String>;

/// A picture that an article asks for, with what the library is told of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wanted {
    pub address: String,
    pub alt: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
}

#[derive(Debug)]
struct Folder {
    /// What addresses are relative to.
    start: PathBuf,
    /// What no address leads out of, links followed.
    bounds: PathBuf,
}

impl Album {
    /// Pictures that lie in `folder`; no address leads out of `bounds`.
    pub(super) fn folder(folder: &Path, bounds: &Path) -> std::io::Result<Self> {
        let folder = Folder { start: folder.canonicalize()?, bounds: bounds.canonicalize()? };
        Ok(Self { folder: Some(folder), pictures: HashMap::new() })
    }

    /// Pictures that are stored already, by address.
    pub(crate) fn of(pictures: HashMap<String, String>) -> Self {
        Self { folder: None, pictures: pictures.into_iter().map(|(address, hash)| (address, Ok(hash))).collect() }
    }

    /// The hash of a picture that was gathered before, or a sentence.
    pub(super) fn pick(&self, address: &str) -> Picked {
        self.pictures.get(address).cloned().unwrap_or_else(|| Err("the picture was not looked for".to_owned()))
    }

    /// Stores the pictures that were not met before, as many at once as there are workbenches. A dry run only decodes them.
    pub(super) async fn gather(
        &mut self,
        newsroom: &Newsroom,
        wanted: BTreeSet<Wanted>,
        dry_run: bool,
        tally: &mut Tally,
    ) -> Result<()> {
        let mut fresh: Vec<Wanted> =
            wanted.into_iter().filter(|wanted| !self.pictures.contains_key(&wanted.address)).collect();
        fresh.dedup_by(|one, other| one.address == other.address);
        let folder = self.folder.as_ref();
        let gathered: Vec<_> = stream::iter(fresh)
            .map(|wanted| async move {
                let outcome = take(newsroom, folder, &wanted, dry_run).await;
                (wanted.address, outcome)
            })
            .buffer_unordered(WORKBENCHES)
            .collect()
            .await;
        for (address, outcome) in gathered {
            let picked = match outcome {
                Ok(Taken { hash, new }) => {
                    *(if new { &mut tally.created } else { &mut tally.unchanged }) += 1;
                    Ok(hash)
                }
                Err(Refused::Because(why)) => {
                    tally.skipped += 1;
                    Err(why)
                }
                Err(Refused::Ours(why)) => return Err(why),
            };
            self.pictures.insert(address, picked);
        }
        Ok(())
    }
}

/// A picture that is stored, or would be but for the dry run.
struct Taken {
    hash: String,
    new: bool,
}

/// Why a picture was not taken.
enum Refused {
    /// A sentence for the report; the import goes on.
    Because(String),
    /// The import cannot go on.
    Ours(Error),
}

impl From<Error> for Refused {
    fn from(why: Error) -> Self {
        Self::Ours(why)
    }
}

impl From<PictureError> for Refused {
    fn from(why: PictureError) -> Self {
        match why {
            PictureError::Store(why) => Self::Ours(why),
            why => Self::Because(why.to_string()),
        }
    }
}

async fn take(newsroom: &Newsroom, folder: Option<&Folder>, wanted: &Wanted, dry_run: bool) -> Result<Taken, Refused> {
    let pictures = newsroom.pictures();
    if pictures::is_hash(&wanted.address) {
        let known = pictures.known(&wanted.address).await?;
        let picture = known.ok_or_else(|| Refused::Because("there is no picture with this hash here".to_owned()))?;
        return Ok(Taken { hash: picture.hash, new: false });
    }
    let path = find(folder, &wanted.address).map_err(Refused::Because)?;
    let file =
        tokio::fs::read(path).await.map_err(|why| Refused::Because(format!("the file cannot be read: {why}")))?;
    let hash = pictures::hash(&file);
    if pictures.known(&hash).await?.is_some() {
        return Ok(Taken { hash, new: false });
    }
    if dry_run {
        pictures.check(file).await?;
    } else {
        let Wanted { alt, caption, credit, .. } = wanted;
        pictures.store(file, LibraryEntry { alt, caption: caption.as_deref(), credit: credit.as_deref() }).await?;
    }
    Ok(Taken { hash, new: true })
}

/// The file that an address means. Links are followed before the bounds are checked.
fn find(folder: Option<&Folder>, address: &str) -> Result<PathBuf, String> {
    if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
        return Err("pictures of other sites are not fetched; put the file beside the edition and name it".to_owned());
    }
    let Some(folder) = folder else { return Err("no folder to look for pictures in was given (--media)".to_owned()) };
    let missing = || format!("there is no file \"{address}\" in the media folder");
    let file = folder.start.join(address).canonicalize().map_err(|_| missing())?;
    if !file.starts_with(&folder.bounds) {
        return Err(format!("\"{address}\" leads out of the media folder"));
    }
    let about = file.metadata().map_err(|_| missing())?;
    if !about.is_file() {
        return Err(missing());
    }
    if about.len() > pictures::FILE_MAX as u64 {
        return Err(PictureError::TooLarge.to_string());
    }
    Ok(file)
}
