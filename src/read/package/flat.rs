//! A document of LibreOffice that is one XML text (`.fods`) → the members it would be packed as.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::{Package, check_markup};
use crate::finding::Finding;
use crate::settings::Limits;
use crate::text;

impl Package {
    /// Refuses what is written to harm.
    pub fn of_flat(bytes: &[u8], limits: &Limits) -> Result<Package, Box<Finding>> {
        const END_OF_PROPERTIES: &[u8] = b"</office:meta>";
        let content = without_indents(&text::wide_xml(bytes).map_or(Cow::Borrowed(bytes), |text| Cow::Owned(text.into_bytes())));
        check_markup("XML", &content, limits)?;
        let kind = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
        let properties = memmem::find(&content, END_OF_PROPERTIES).map(|at| content[..at + END_OF_PROPERTIES.len()].to_vec());
        let list = Some(b"<manifest:manifest/>".to_vec());
        let members = [("mimetype", Some(kind)), ("META-INF/manifest.xml", list), ("meta.xml", properties), ("content.xml", Some(content))];
        let members = members.into_iter().filter_map(|(name, content)| Some((name.to_owned(), content?))).collect();
        Ok(Package { members, macros: false, external_links: false })
    }
}

/// The text without the line feeds and blanks that stand before its tables' tags: a reader of packed documents, which have none, stumbles over them.
fn without_indents(content: &[u8]) -> Vec<u8> {
    const TAGS: &[&[u8]] = &[b"<table:", b"</table:", b"<text:p", b"<office:annotation"];
    let mut kept = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some(at) = memchr(b'\n', rest) {
        let blanks = rest[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let (before, behind) = (&rest[..at], &rest[at + blanks..]);
        let between = before.trim_ascii_end();
        if between.ends_with(b">") && TAGS.iter().any(|tag| behind.starts_with(tag)) {
            kept.extend_from_slice(between);
        } else {
            kept.extend_from_slice(&rest[..at + blanks]);
        }
        rest = behind;
    }
    kept.extend_from_slice(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indents_before_tables_go_and_words_keep_their_lines() {
        let flat = b"<table:table>\r\n  <table:table-row>\n\t<table:table-cell>\n<text:p>m\xE1\xBB\x99t\n hai <text:span>ba</text:span>\n</text:p>\n</table:table-cell>\n";
        let expected: &[u8] =
            b"<table:table><table:table-row><table:table-cell><text:p>m\xE1\xBB\x99t\n hai <text:span>ba</text:span>\n</text:p></table:table-cell>\n";
        assert_eq!(without_indents(flat), expected);
    }
}
