//! A part of a workbook as few producers write it in, the same part as Excel writes it out: no prefixes, no comments, no CDATA, values in
//! double quotes, a place for every row and cell.
//!
//! Everything behind looks at parts as Excel writes them; Open XML SDK, Numbers and hand-made files do not always. Most parts are as they should be
//! and are only looked at.

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The part in the form of Excel; `None` where it has that form, or is no XML.
pub(super) fn canonical(part: &[u8]) -> Option<String> {
    if !is_unusual(part) {
        return None;
    }
    let text = std::str::from_utf8(part).ok()?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().check_end_names = false;
    let mut writer = Writer { out: String::with_capacity(part.len() + part.len() / 8), row: 0, column: 0, value: None };
    let mut root = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => writer.open(&element, std::mem::take(&mut root), false),
            Ok(Event::Empty(element)) => writer.open(&element, std::mem::take(&mut root), true),
            Ok(Event::End(element)) => writer.close(element.local_name().as_ref()),
            Ok(Event::Text(text)) => writer.text(&text),
            Ok(Event::CData(text)) => writer.text(&quick_xml::escape::escape(&*text.xml10_content())),
            Ok(Event::GeneralRef(name)) => writer.text(&format!("&{};", &*name)),
            Ok(Event::Decl(_)) => writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"),
            Ok(Event::Eof) => return Some(writer.out),
            Ok(_) => {}
            // Broken XML is for the reader to refuse.
            Err(_) => return None,
        }
    }
}

/// Whether something stands in it that Excel never writes. What merely looks so is written out once more, to the same effect.
fn is_unusual(part: &[u8]) -> bool {
    const SIGNS: &[&[u8]] = &[
        b"<!--",
        b"<![CDATA[",
        b"='",
        b"= \"",
        b" =\"",
        b"<row>",
        b"<row spans",
        b"<c>",
        b"<c s=",
        b"<c t=",
        b"<v>\n",
        b"<v> ",
        b"<v>&",
        b"<v>\r",
    ];
    let head = &part[..part.len().min(1_000)];
    // Of the declaration single quotes are as usual.
    let body = &part[memmem::find(head, b"?>").unwrap_or(0)..];
    // The root, behind the declaration: `<x:worksheet`.
    let prefixed = memmem::find_iter(head, b"<").find(|at| head.get(at + 1).is_some_and(u8::is_ascii_alphabetic)).is_some_and(|at| {
        head[at + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b':').any(|byte| *byte == b':')
    });
    prefixed || SIGNS.iter().any(|sign| memmem::find(body, sign).is_some())
}

struct Writer {
    out: String,
    /// Of the last row and cell, from 1; 0 before the first.
    row: u32,
    column: u32,
    /// Within `<v>`: its text so far.
    value: Option<String>,
}

impl Writer {
    fn open(&mut self, element: &BytesStart<'_>, root: bool, empty: bool) {
        let name = element.local_name();
        let name: &str = name.as_ref();
        self.out.push('<');
        self.out.push_str(name);
        let mut placed = false;
        let prefix = element.name().prefix().map(|prefix| format!("xmlns:{}", prefix.as_ref() as &str));
        for attribute in element.attributes().with_checks(false).flatten() {
            let key: &str = attribute.key.as_ref();
            let value = attribute.value.trim();
            if key == "r" && matches!(name, "row" | "c") {
                placed |= self.place(name, value);
            }
            let key = if root && prefix.as_deref() == Some(key) { "xmlns" } else { key };
            // Two default name spaces would be no XML.
            if key == "xmlns" && prefix.is_some() && root && attribute.key.as_ref() == "xmlns" {
                continue;
            }
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.out.push_str(&attribute.value.replace('"', "&quot;"));
            self.out.push('"');
        }
        if !placed && name == "row" {
            (self.row, self.column) = (self.row + 1, 0);
            self.out.push_str(&format!(" r=\"{}\"", self.row));
        } else if !placed && name == "c" && self.row > 0 {
            self.column += 1;
            self.out.push_str(&format!(" r=\"{}{}\"", crate::model::Address::letters(self.column - 1), self.row));
        }
        self.out.push_str(if empty { "/>" } else { ">" });
        if name == "v" && !empty {
            self.value = Some(String::new());
        }
    }

    /// Takes over where a row or a cell says that it stands. Whether it says so.
    fn place(&mut self, name: &str, value: &str) -> bool {
        if name == "row" {
            let Ok(row) = value.parse() else { return false };
            (self.row, self.column) = (row, 0);
            return true;
        }
        let letters = value.bytes().take_while(u8::is_ascii_alphabetic).count();
        self.column = value[..letters]
            .bytes()
            .fold(0u32, |sum, letter| sum.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1));
        letters > 0
    }

    fn text(&mut self, text: &str) {
        match &mut self.value {
            Some(value) => value.push_str(text),
            None => self.out.push_str(text),
        }
    }

    fn close(&mut self, name: &str) {
        if name == "v"
            && let Some(value) = self.value.take()
        {
            // "&#49;8" is a number as good as 18; a text keeps its spaces.
            let plain = quick_xml::escape::unescape(&value).map_or_else(|_| value.clone(), |plain| plain.into_owned());
            let number = plain.trim();
            let is_number =
                !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'.' | b'-' | b'E' | b'e' | b'+'));
            self.out.push_str(if is_number { number } else { &value });
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_another_hand_becomes_one_of_excel() {
        let part = r#"<?xml version="1.0"?><x:worksheet xmlns:x="main" xmlns:r="rel"><!-- made by hand --><x:sheetData><x:row hidden='1'><x:c t="s"><x:v> <![CDATA[1]]>8
</x:v></x:c><x:c r="D1" t='str'><x:v>a &amp; "b"</x:v></x:c><x:c><x:v>&#49;</x:v></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t> giữ </x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"#;
        assert_eq!(
            canonical(part.as_bytes()).as_deref(),
            Some(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\"main\" xmlns:r=\"rel\"><sheetData><row hidden=\"1\" r=\"1\"><c t=\"s\" r=\"A1\"><v>18</v></c><c r=\"D1\" t=\"str\"><v>a &amp; \"b\"</v></c><c r=\"E1\"><v>1</v></c></row><row r=\"2\"><c t=\"inlineStr\" r=\"A2\"><is><t> giữ </t></is></c></row></sheetData></worksheet>"
            )
        );
    }

    #[test]
    fn a_part_of_excel_stays_and_what_is_broken_is_left_to_the_reader() {
        let part = br#"<?xml version="1.0"?><worksheet xmlns="main"><sheetData><row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
        assert_eq!(canonical(part), None);
        assert_eq!(canonical(b"<x:worksheet><x:row></x:row"), None);
        assert_eq!(canonical(b"<!-- \xff"), None);
    }
}
