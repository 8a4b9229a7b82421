//! What an import tells afterwards.

use std::collections::BTreeMap;

use model::{ImportReport, ImportWarning};

/// A place in the edition file that a warning is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// The line, from 1; none where there is no file.
    pub line: Option<u64>,
    /// The article's `ref`, where it could be read.
    pub reference: Option<String>,
}

/// Something to tell about one article: the field, and a sentence.
pub(super) type Note = (String, String);

/// A report while it is being written.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub tallies: ImportReport,
    unknown: BTreeMap<String, u64>,
}

impl Report {
    pub(super) fn warn(&mut self, place: &Place, field: impl Into<String>, message: impl Into<String>) {
        self.tallies.warnings.push(ImportWarning {
            line: place.line,
            reference: place.reference.clone(),
            field: field.into(),
            message: message.into(),
        });
    }

    /// Remembers that a line holds a field nobody knows: told once per name, not once per line.
    pub(super) fn unknown(&mut self, field: String) {
        *self.unknown.entry(field).or_default() += 1;
    }

    /// Ends the report.
    pub(super) fn close(mut self) -> ImportReport {
        for (field, lines) in std::mem::take(&mut self.unknown) {
            let holds = if lines == 1 { "1 line holds".to_owned() } else { format!("{lines} lines hold") };
            let message = format!("{holds} the field \"{field}\", which Redazione does not know; it was left out");
            self.warn(&Place::default(), field, message);
        }
        self.tallies
    }
}
