//! Which tags close which elements: the part of HTML's rules that article bodies need.

use super::frames::Frames;

const TABLE_PARTS: [&str; 7] = ["caption", "tbody", "td", "tfoot", "th", "thead", "tr"];

impl Frames<'_> {
    /// From where elements close because such a block begins: `<li>` ends the entry before it.
    pub fn ends_before(&self, name: &str) -> Option<usize> {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "dir", "td", "th"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th"]),
            "td" | "th" => (&["td", "th", "caption"], &["table", "tr"]),
            "tr" => (&["tr", "caption"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "caption"], &["table"]),
            _ => (&[], &[]),
        };
        let around = self.inside_out().take_while(|(_, open)| !within.contains(&&*open.name));
        let implied = around.filter(|(_, open)| ends.contains(&&*open.name)).map(|(index, _)| index).next();
        implied.or_else(|| self.line_before(name))
    }

    /// A paragraph ends where any block begins, a heading where another one does.
    fn line_before(&self, name: &str) -> Option<usize> {
        let top = &self.top()?.name;
        (top == "p" || (is_heading(top) && is_heading(name))).then(|| self.depth() - 1)
    }

    /// The open element that a closing tag means. In a cell nothing closes what stands around its table.
    pub fn ended_by(&self, name: &str) -> Option<usize> {
        let is_part = TABLE_PARTS.contains(&name);
        for (index, open) in self.inside_out() {
            if open.name == name || (is_heading(&open.name) && is_heading(name)) {
                return Some(index);
            }
            let shields = match &*open.name {
                "td" | "th" | "caption" => !is_part && name != "table",
                "table" => is_part,
                "ul" | "ol" => name == "li",
                _ => false,
            };
            if shields {
                return None;
            }
        }
        None
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
