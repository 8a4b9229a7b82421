//! Who did something, in words.

use crate::i18n::t;

/// Who did something, as it is stored: a person's name as it is, the paper itself in words.
pub(crate) fn who(name: &str) -> String {
    match name {
        "operator" => t("desk-who-operator"),
        "import" => t("desk-who-import"),
        "reader" => t("desk-who-reader"),
        name => name.to_owned(),
    }
}
