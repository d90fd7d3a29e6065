//! A document of LibreOffice that is one XML text (`.fods`) → the members it would be packed as.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::{Package, check_markup};
use crate::finding::{self, Finding};
use crate::settings::Limits;
use crate::text;

impl Package {
    /// Refuses what is written to harm.
    pub fn of_flat(bytes: &[u8], limits: &Limits) -> Result<Package, Box<Finding>> {
        const END_OF_PROPERTIES: &[u8] = b"</office:meta>";
        let content = without_indents(&text::wide_xml(bytes).map_or(Cow::Borrowed(bytes), |text| Cow::Owned(text.into_bytes())));
        check_markup("XML", &content, limits)?;
        // Two documents put one behind the other.
        if memmem::find_iter(&content, b"<office:document ").nth(1).is_some() {
            return Err(Box::new(Finding::new(&finding::DAMAGED_FILE)));
        }
        let content = without_quotes(content);
        let kind = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
        let properties = memmem::find(&content, END_OF_PROPERTIES).map(|at| content[..at + END_OF_PROPERTIES.len()].to_vec());
        let list = Some(b"<manifest:manifest/>".to_vec());
        let members = [("mimetype", Some(kind)), ("META-INF/manifest.xml", list), ("meta.xml", properties), ("content.xml", Some(content))];
        let members = members.into_iter().filter_map(|(name, content)| Some((name.to_owned(), content?))).collect();
        Ok(Package { members, macros: false, external_links: false })
    }
}

/// `<![CDATA[a & b]]>`, which the reader passes over, as the text it quotes.
fn without_quotes(content: Vec<u8>) -> Vec<u8> {
    const OPEN: &[u8] = b"<![CDATA[";
    const CLOSE: &[u8] = b"]]>";
    if memmem::find(&content, OPEN).is_none() {
        return content;
    }
    let mut plain = Vec::with_capacity(content.len());
    let mut rest = &content[..];
    while let Some(at) = memmem::find(rest, OPEN) {
        let quoted = &rest[at + OPEN.len()..];
        let Some(end) = memmem::find(quoted, CLOSE) else { break };
        plain.extend_from_slice(&rest[..at]);
        for byte in &quoted[..end] {
            match byte {
                b'<' => plain.extend_from_slice(b"&lt;"),
                b'&' => plain.extend_from_slice(b"&amp;"),
                byte => plain.push(*byte),
            }
        }
        rest = &quoted[end + CLOSE.len()..];
    }
    plain.extend_from_slice(rest);
    plain
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
    fn what_is_quoted_is_text() {
        assert_eq!(without_quotes(b"<a><![CDATA[b & <c>]]></a>d".to_vec()), b"<a>b &amp; &lt;c></a>d");
        assert_eq!(without_quotes(b"<a><![CDATA[b</a>".to_vec()), b"<a><![CDATA[b</a>");
    }

    #[test]
    fn indents_before_tables_go_and_words_keep_their_lines() {
        let flat = b"<table:table>\r\n  <table:table-row>\n\t<table:table-cell>\n<text:p>m\xE1\xBB\x99t\n hai <text:span>ba</text:span>\n</text:p>\n</table:table-cell>\n";
        let expected: &[u8] =
            b"<table:table><table:table-row><table:table-cell><text:p>m\xE1\xBB\x99t\n hai <text:span>ba</text:span>\n</text:p></table:table-cell>\n";
        assert_eq!(without_indents(flat), expected);
    }
}
