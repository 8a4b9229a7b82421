//! The paper's particulars, and the wizard that asks for them first.

mod api;

#[cfg(feature = "desk")]
mod draft;
#[cfg(feature = "desk")]
mod groups;
#[cfg(feature = "desk")]
mod page;
#[cfg(feature = "desk")]
mod sections;
#[cfg(feature = "desk")]
mod wizard;

pub use api::{finish_wizard, get_settings, get_wizard, list_sections, set_section, set_settings};

#[cfg(feature = "desk")]
pub(crate) use {page::SettingsPage, wizard::WizardPage};
