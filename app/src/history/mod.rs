//! How articles changed: notes at the article, its published versions, corrections of all of them; and what is not
//! published yet, for those who have a preview link.

mod changes;
mod corrections;
mod notes;
mod page;
mod preview;
mod version;

pub(crate) use corrections::CorrectionsPage;
pub(crate) use notes::{ChangeNotes, Rectifications};
pub(crate) use page::history_page;
pub(crate) use preview::PreviewPage;

use model::VersionKind;

use crate::i18n::t;

/// "Correzione", "Rettifica" and so on.
fn kind_of(kind: VersionKind) -> String {
    t(&format!("history-kind-{}", kind.as_str()))
}
