//! How much of everything a draft and its clients may have. The limits of the body itself are `document::Limits`.

/// The most bytes of one frame.
pub const FRAME_MAX: usize = 64 * 1024;

/// The most bytes of an update that comes in chunks.
pub(super) const CHUNKED_MAX: usize = 4 * 1024 * 1024;

/// The most chunks that an update comes in.
pub(super) const CHUNKS_MAX: u64 = 128;

/// The most bytes of a document, encoded.
pub(super) const DOCUMENT_MAX: usize = 8 * 1024 * 1024;

/// The most structs of one update.
pub(super) const STRUCTS_MAX: u64 = 200_000;

/// The most ranges of deleted text in one update.
pub(super) const DELETES_MAX: u64 = 200_000;

/// How deep values stand in one another: attributes of marks and nodes.
pub(super) const VALUE_DEPTH_MAX: usize = 32;

/// How deep nodes stand in one another. A list of the body is two nodes, so this is twice its depth and some.
pub(super) const NODE_DEPTH_MAX: u8 = 72;

/// The most structs that wait for others which they stand on.
pub(super) const PARKED_MAX: usize = 20_000;

/// The most client ids that one update may be the first to use, and that a document may have.
pub(super) const CLAIMS_MAX: usize = 64;
pub(super) const CLIENTS_MAX: usize = 20_000;

/// The most entries of a state vector.
pub(super) const VECTOR_MAX: u64 = 20_000;

/// The most bytes of what a client tells of itself: where its caret is.
pub(super) const AWARENESS_MAX: usize = 8 * 1024;

/// The largest clock: beyond it a client id has written for longer than anybody lives.
pub(super) const CLOCK_MAX: u64 = (1 << 31) - 1;

/// The largest client id: whole numbers in the browser end here.
pub(super) const CLIENT_MAX: u64 = (1 << 53) - 1;

/// Client ids below this are the paper's own.
pub(super) const OWN_CLIENTS: u64 = 1024;

/// How many frames, and how many bytes of them, wait for a reader that is slow.
pub(super) const QUEUE_FRAMES: usize = 4096;
pub(super) const QUEUE_BYTES: usize = 32 * 1024 * 1024;

/// How many bytes of updates wait for the database before a room listens no more.
pub(super) const WAITING_MAX: usize = 16 * 1024 * 1024;

/// How many people have one draft open.
pub(super) const SEATS_MAX: usize = 200;

/// How many updates are kept before they become a snapshot.
pub(super) const UPDATES_MAX: i64 = 200;
