//! Who is asking, and what they may do.

use serde::{Deserialize, Serialize};

use crate::UserId;

/// Who asks for something. The first argument of whatever checks a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody on the public site.
    Reader,
    /// A member of staff who is signed in.
    Staff(Staff),
    /// A command typed by whoever runs the program; may do everything.
    Operator,
}

/// A member of staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// The account.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// What a member of staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Writes own drafts.
    Contributor,
    /// Writes and publishes own stories.
    Author,
    /// Works on everyone's stories.
    Editor,
    /// Decides on comments.
    Moderator,
    /// Does everything, settings and people included.
    Admin,
}

impl Role {
    /// All of them, from the one that may least.
    pub const ALL: [Self; 5] = [Self::Contributor, Self::Author, Self::Moderator, Self::Editor, Self::Admin];

    /// The word it is stored and sent as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Contributor => "contributor",
            Self::Author => "author",
            Self::Editor => "editor",
            Self::Moderator => "moderator",
            Self::Admin => "admin",
        }
    }

    /// Reads the word it is stored as.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}

impl Actor {
    /// Whether this actor works for the paper.
    pub fn is_staff(&self) -> bool {
        !matches!(self, Self::Reader)
    }

    /// Whether this actor decides about people, settings and the paper as a whole.
    pub fn may_administer(&self) -> bool {
        self.has_role(&[Role::Admin])
    }

    /// Whether this actor works on everyone's stories.
    pub fn may_edit_all(&self) -> bool {
        self.has_role(&[Role::Editor, Role::Admin])
    }

    /// Whether this actor may see a story on the desk. `owner` is whoever began it.
    pub fn may_read_story(&self, owner: Option<UserId>) -> bool {
        self.has_role(&[Role::Moderator]) || self.may_edit_all() || self.is_own(owner)
    }

    /// Whether this actor may begin stories.
    pub fn may_begin(&self) -> bool {
        self.has_role(&[Role::Contributor, Role::Author, Role::Editor, Role::Admin])
    }

    /// Whether this actor may write in a story. A contributor writes in own stories until they are public.
    pub fn may_write(&self, owner: Option<UserId>, is_public: bool) -> bool {
        self.may_edit_all()
            || self.is_own(owner)
                && (self.has_role(&[Role::Author]) || !is_public && self.has_role(&[Role::Contributor]))
    }

    /// Whether this actor may make a story public, change it in public and take it back.
    pub fn may_publish(&self, owner: Option<UserId>) -> bool {
        self.may_edit_all() || self.has_role(&[Role::Author]) && self.is_own(owner)
    }

    /// Whether this actor decides on readers' comments.
    pub fn may_moderate(&self) -> bool {
        self.has_role(&[Role::Moderator, Role::Editor, Role::Admin])
    }

    /// Who it is, as the audit log and the versions name them.
    pub fn name(&self) -> &str {
        match self {
            Self::Reader => "reader",
            Self::Staff(staff) => &staff.name,
            Self::Operator => "operator",
        }
    }

    /// The account, where there is one.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::Staff(staff) => Some(staff.id),
            Self::Reader | Self::Operator => None,
        }
    }

    fn has_role(&self, roles: &[Role]) -> bool {
        match self {
            Self::Reader => false,
            Self::Staff(staff) => roles.contains(&staff.role),
            Self::Operator => true,
        }
    }

    fn is_own(&self, owner: Option<UserId>) -> bool {
        self.user().is_some() && self.user() == owner
    }
}
