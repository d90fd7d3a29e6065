//! What is pinned to cells as comments in, what each says out: the name before the words, and what we wrote there ourselves, left out.
//!
//! Of `.xlsx` from the parts of its sheets: the notes of every Excel, and the conversations of newer ones, of which a note only holds a copy.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::parts::{address, attribute, elements, unescaped};
use crate::mark;
use crate::model::Address;
use crate::read::package::{Package, resolved};
use crate::text;

/// The notes on the sheet of this member, by cell.
pub(super) fn of_sheet(package: &Package, sheet: &str) -> Vec<(Address, String)> {
    let Some((folder, name)) = sheet.rsplit_once('/') else { return Vec::new() };
    let Some(relations) = package.member(&format!("{folder}/_rels/{name}.rels")) else { return Vec::new() };
    let of = |kind: &str| {
        let found = elements(relations, "Relationship", |element| {
            let is = attribute(element, "Type")?.rsplit('/').next() == Some(kind);
            attribute(element, "Target").filter(|_| is).map(|target| resolved(folder, &target))
        });
        found.into_iter().filter_map(|path| package.member(&path)).flat_map(written).collect::<Vec<_>>()
    };
    let mut talks: BTreeMap<Address, String> = BTreeMap::new();
    for note in of("threadedComment") {
        let talk = talks.entry(note.at).or_default();
        if !talk.is_empty() {
            talk.push('\n');
        }
        talk.push_str(&note.text);
    }
    let plain = of("comments").into_iter().map(|note| (note.at, note.text));
    let mut notes: BTreeMap<Address, String> = BTreeMap::new();
    for (at, text) in plain.chain(talks) {
        notes.extend(said(&text).map(|said| (at, said)));
    }
    notes.into_iter().collect()
}

/// What a note says; `None` where it says nothing of its own. Excel puts the name of whoever writes on a line before the words.
pub(super) fn said(text: &str) -> Option<String> {
    const LONGEST_NAME: usize = 40;
    let own = text::clean(text.split(mark::NOTE_FIRST_LINE).next().unwrap_or_default());
    let (first, rest) = own.split_once('\n').unwrap_or((&own, ""));
    let is_name = first.trim_end().ends_with(':') && !text::has_more_letters(first, LONGEST_NAME);
    let said = if is_name { rest } else { &own }.trim();
    said.chars().any(char::is_alphanumeric).then(|| said.to_owned())
}

/// A comment as its part holds it.
#[derive(Debug, Default)]
struct Note {
    at: Address,
    text: String,
}

/// The comments of a part, old or new. Broken XML ends the search.
fn written(part: &[u8]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let Ok(xml) = std::str::from_utf8(part) else { return notes };
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut open: Option<Note> = None;
    let (mut words, mut collects) = (String::new(), false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "comment" | "threadedComment" => {
                    let at = attribute(&element, "ref").as_deref().and_then(address);
                    open = at.map(|at| Note { at, text: String::new() });
                }
                "t" | "text" => (words, collects) = (String::new(), true),
                "rPh" => collects = false,
                _ => {}
            },
            Ok(Event::Text(text)) if collects => words.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) if collects => words.push_str(&quick_xml::escape::escape(&*text.xml10_content())),
            Ok(Event::GeneralRef(name)) if collects => words.push_str(&format!("&{};", &*name)),
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "t" | "text" => {
                    if let Some(note) = open.as_mut().filter(|_| collects) {
                        note.text.push_str(&unescaped(&words));
                    }
                    (words, collects) = (String::new(), false);
                }
                "comment" | "threadedComment" => notes.extend(open.take()),
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return notes,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_read_over_their_runs() {
        let part = r#"<comments><authors><author>Lan &amp; Hoa</author><author/></authors><commentList>
<comment ref="E8" authorId="0"><text><r><rPr><b/></rPr><t>Lan &amp; Hoa:</t></r><r><t xml:space="preserve">
Lùi sang &lt;tháng 3&gt;</t></r></text></comment><comment ref="B2"><text><t>Chưa có kinh phí</t></text></comment></commentList></comments>"#;
        let said: Vec<String> =
            written(part.as_bytes()).iter().map(|note| format!("{} {}", note.at, super::said(&note.text).unwrap_or_default())).collect();
        assert_eq!(said, ["E8 Lùi sang <tháng 3>", "B2 Chưa có kinh phí"]);
        let talk =
            r#"<ThreadedComments><threadedComment ref="C3" personId="{1}"><text>Đã xong</text></threadedComment></ThreadedComments>"#;
        assert_eq!(written(talk.as_bytes())[0].text, "Đã xong");
        assert!(written(b"<comments><comment ref=\"A1\"><text><t>a").is_empty());
    }

    #[test]
    fn a_name_alone_says_nothing_and_what_we_wrote_is_none_of_the_schools() {
        for (text, expected) in [
            ("Author:\n", None),
            ("Lan:", None),
            ("Author:\nlùi hạn", Some("lùi hạn")),
            ("Lan: lùi hạn", Some("Lan: lùi hạn")),
            ("Cần sửa (ctcl)\n[Lỗi] …", None),
            ("Hỏi kế toán\n\nCần sửa (ctcl)\n[Lỗi] …", Some("Hỏi kế toán")),
            ("---", None),
        ] {
            assert_eq!(said(text).as_deref(), expected, "{text}");
        }
    }
}
