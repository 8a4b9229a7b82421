//! What was published, word for word: a chain of versions per article, each sealed by a hash over the one before.

mod sql;

use model::{ArticleId, Millis, ReaderNote, VersionLine};
use sqlx::AnyConnection;

use crate::Result;

/// One published version. It is never changed.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub article: ArticleId,
    /// From 1, without gaps.
    pub number: i64,
    pub kind: String,
    /// What readers are told; never empty.
    pub note: Option<String>,
    /// An `ArticleContent` as JSON, byte for byte as hashed.
    pub content: String,
    pub published_at: Millis,
    pub published_by: String,
    /// The hash of the version before; 64 zeros in the first.
    pub previous_hash: String,
    pub hash: String,
}

/// What stands before the first version.
pub(super) const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// How many versions are checked at a time.
const BATCH: i64 = 500;

impl Version {
    /// The hash of this version, as 64 hex digits: BLAKE3 over
    ///
    /// 1. the 64 hex digits of the previous hash, as ASCII,
    /// 2. then these fields, each as UTF-8 text after its length in bytes as a little-endian 64-bit number: article id,
    ///    number, kind, note (empty where there is none), `published_at` in milliseconds, `published_by`, content.
    ///    Numbers are written in decimal.
    pub fn seal(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.previous_hash.as_bytes());
        let (article, number) = (self.article.to_string(), self.number.to_string());
        let (note, published_at) = (self.note.as_deref().unwrap_or_default(), self.published_at.0.to_string());
        for field in [&article, &number, &self.kind, note, &published_at, &self.published_by, &self.content] {
            hasher.update(&(field.len() as u64).to_le_bytes());
            hasher.update(field.as_bytes());
        }
        hasher.finalize().to_string()
    }
}

/// The latest version of an article.
pub(super) async fn latest(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Version>> {
    sql::latest(connection, id).await
}

/// One version of an article.
pub(super) async fn get(connection: &mut AnyConnection, id: ArticleId, number: i64) -> Result<Option<Version>> {
    sql::get(connection, id, number).await
}

/// The versions of an article, latest first, without their words.
pub(crate) async fn lines(connection: &mut AnyConnection, id: ArticleId) -> Result<Vec<VersionLine>> {
    sql::lines(connection, id).await
}

/// What readers were told of an article's changes, latest first.
pub(super) async fn notes(connection: &mut AnyConnection, id: ArticleId) -> Result<Vec<ReaderNote>> {
    sql::notes(connection, id).await
}

/// Seals a version and appends it to its article's chain.
pub(super) async fn append(tx: &mut AnyConnection, mut version: Version) -> Result<()> {
    version.hash = version.seal();
    sql::insert(tx, &version).await
}

/// Walks every chain and says what is broken, a sentence each.
pub(super) async fn verify(connection: &mut AnyConnection) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    let mut before: Option<Version> = None;
    let mut place = (ArticleId(i64::MIN), 0);
    loop {
        let versions = sql::after(connection, place, BATCH).await?;
        let Some(last) = versions.last() else { break };
        place = (last.0, last.1);
        for (article, number, version) in versions {
            let Ok(version) = version else {
                broken.push(format!("article {article}, version {number}: it cannot be read"));
                before = None;
                continue;
            };
            broken.extend(faults(&version, before.as_ref().filter(|last| last.article == article)));
            before = Some(version);
        }
    }
    for (article, number) in sql::cut_short(connection).await? {
        broken.push(format!("article {article}: its latest version, {number}, is not the last of its chain"));
    }
    Ok(broken)
}

/// What is wrong with a version that follows `before`.
fn faults(version: &Version, before: Option<&Version>) -> Vec<String> {
    let name = format!("article {}, version {}", version.article, version.number);
    let mut faults = Vec::new();
    let expected = before.map_or(1, |before| before.number + 1);
    if version.number != expected {
        faults.push(format!("{name}: version {expected} is missing before it"));
    }
    if version.previous_hash != before.map_or(NO_HASH, |before| before.hash.as_str()) {
        faults.push(format!("{name}: it does not follow the version before it"));
    }
    if version.hash != version.seal() {
        faults.push(format!("{name}: what is stored is not what was published"));
    }
    faults
}
