//! Why a connection to a draft ends, in the codes of WebSocket.

/// Why a connection to a draft ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A frame that means nothing.
    Malformed,
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// The role does not reach this far.
    Forbidden,
    /// An update from somebody who only reads.
    ReadOnly,
    /// An update in another's name: its client id is somebody else's.
    ForeignClient,
    /// There is no such story.
    NotFound,
    /// The client was made for another schema: it must load itself again.
    Schema,
    /// A frame, an update or the document is larger than it may be.
    TooLarge,
    /// Nodes or values stand deeper in one another than they may.
    TooDeep,
    /// More frames in a moment than anybody types.
    TooFast,
    /// The client does not take what it is sent.
    TooSlow,
    /// Too many people have this draft open.
    Full,
    /// The document was replaced by another version: connect again.
    Replaced,
    /// Our fault: connect again.
    Failed,
    /// The server stops: connect again.
    Stopping,
    /// The database does not answer.
    Database,
}

impl Closing {
    /// The close code.
    pub fn code(self) -> u16 {
        match self {
            Self::Malformed => 4400,
            Self::SignedOut => 4401,
            Self::Forbidden | Self::ReadOnly | Self::ForeignClient => 4403,
            Self::NotFound => 4404,
            Self::Schema => 4409,
            Self::TooLarge | Self::TooDeep => 4413,
            Self::TooFast | Self::Full => 4429,
            Self::TooSlow | Self::Replaced | Self::Failed | Self::Stopping => 4500,
            Self::Database => 4503,
        }
    }

    /// The reason that goes with the code: a short key.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::SignedOut => "signed-out",
            Self::Forbidden => "forbidden",
            Self::ReadOnly => "read-only",
            Self::ForeignClient => "foreign-client",
            Self::NotFound => "not-found",
            Self::Schema => "schema",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::TooFast => "too-fast",
            Self::TooSlow => "too-slow",
            Self::Full => "full",
            Self::Replaced => "replaced",
            Self::Failed => "failed",
            Self::Stopping => "stopping",
            Self::Database => "database",
        }
    }
}
