//! The comments part of a sheet: our notes put beside the school's, or behind what the school wrote on the same cell; and taken out again.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;

use super::sheet::address;
use super::xml::{self, Edits, Element, Kind, escaped, unescaped};
use crate::model::Address;

/// The first line of every note of ours: by it a note is known, whatever program saved the workbook last.
pub const FIRST_LINE: &str = "Cần sửa (ctcl)";
const AUTHOR: &str = "ctcl";

/// A comments part without a note.
pub(super) fn empty(main: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{main}\"><authors></authors><commentList></commentList></comments>"
    )
}

/// The cells that have a note.
pub(super) fn cells(source: &str) -> anyhow::Result<BTreeSet<Address>> {
    let notes = xml::elements(source, "comment", 2)?;
    Ok(notes.iter().filter_map(|note| address(&note.open.text("ref")?)).collect())
}

/// Puts one text on each of these cells.
pub(super) fn with(source: &str, texts: &BTreeMap<Address, String>) -> anyhow::Result<String> {
    let authors = xml::elements(source, "authors", 1)?.pop().context("phần ghi chú không có danh sách người viết")?;
    let list = xml::elements(source, "commentList", 1)?.pop().context("phần ghi chú không có danh sách ghi chú")?;
    let known = xml::elements(source, "author", 2)?;
    let prefix = list.open.prefix();
    let ours = known.iter().position(|author| unescaped(&source[author.inner.clone()]) == AUTHOR);
    let mut edits = Edits::default();
    if ours.is_none() {
        edits.append(&authors, &format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
    }
    let author = ours.unwrap_or(known.len());
    let notes = xml::elements(source, "comment", 2)?;
    let mut there: BTreeMap<Address, &Element<'_>> = BTreeMap::new();
    for note in &notes {
        if let Some(at) = note.open.text("ref").as_deref().and_then(address) {
            there.entry(at).or_insert(note);
        }
    }
    let mut added = String::new();
    for (at, text) in texts {
        let runs = runs(prefix, text);
        match there.get(at) {
            Some(note) => extend(source, note, &format!("{}{runs}", run(prefix, "", "\n\n")), &mut edits)?,
            None => {
                added.push_str(&format!(
                    "<{prefix}comment ref=\"{at}\" authorId=\"{author}\"><{prefix}text>{runs}</{prefix}text></{prefix}comment>"
                ));
            }
        }
    }
    if !added.is_empty() {
        edits.append(&list, &added);
    }
    edits.applied(source)
}

fn runs(prefix: &str, text: &str) -> String {
    let bold = format!("<{prefix}b/>");
    format!("{}{}", run(prefix, &bold, &format!("{FIRST_LINE}\n")), run(prefix, "", text))
}

fn run(prefix: &str, weight: &str, text: &str) -> String {
    format!(
        "<{prefix}r><{prefix}rPr>{weight}<{prefix}sz val=\"9\"/><{prefix}color indexed=\"81\"/><{prefix}rFont val=\"Tahoma\"/><{prefix}family val=\"2\"/></{prefix}rPr><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>",
        escaped(text)
    )
}

/// Puts runs behind what a note says, which stays.
fn extend(source: &str, note: &Element<'_>, runs: &str, edits: &mut Edits) -> anyhow::Result<()> {
    let inside = children(source, note)?;
    let Some(text) = inside.iter().find(|element| element.depth == 3 && element.name == "text") else {
        let prefix = note.open.prefix();
        edits.append(note, &format!("<{prefix}text>{runs}</{prefix}text>"));
        return Ok(());
    };
    let of_text: Vec<&Child> = inside.iter().filter(|child| child.depth == 4).collect();
    // Plain text becomes a run, for no text stands beside runs.
    for plain in of_text.iter().filter(|child| child.name == "t") {
        let prefix = note.open.prefix();
        edits.insert(plain.span.start, format!("<{prefix}r>"));
        edits.insert(plain.span.end, format!("</{prefix}r>"));
    }
    let at = of_text.iter().find(|child| matches!(child.name, "rPh" | "phoneticPr")).map_or(text.inner.end, |child| child.span.start);
    if text.empty {
        let prefix = note.open.prefix();
        edits.replace(text.span.clone(), format!("<{prefix}text>{runs}</{prefix}text>"));
    } else {
        edits.insert(at, runs);
    }
    Ok(())
}

struct Child<'a> {
    name: &'a str,
    depth: usize,
    span: std::ops::Range<usize>,
    inner: std::ops::Range<usize>,
    empty: bool,
}

/// What stands inside a note, depths counted in the part.
fn children<'a>(source: &'a str, note: &Element<'a>) -> anyhow::Result<Vec<Child<'a>>> {
    let mut found: Vec<Child<'a>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let start = note.span.start;
    xml::each(&source[note.span.clone()], |tag| {
        let (name, depth) = (tag.local(), tag.depth + 2);
        if tag.kind == Kind::Close {
            if let Some(at) = open.pop() {
                found[at].inner.end = start + tag.span.start;
                found[at].span.end = start + tag.span.end;
            }
        } else {
            let span = start + tag.span.start..start + tag.span.end;
            found.push(Child { name, depth, inner: span.end..span.end, span, empty: tag.kind == Kind::Empty });
            if tag.kind == Kind::Open {
                open.push(found.len() - 1);
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// Takes our notes out, and our lines out of the school's notes. `None` where there are none of ours; the cells that have no note any more.
pub(super) fn without(source: &str) -> anyhow::Result<Option<(String, BTreeSet<Address>)>> {
    if !source.contains(FIRST_LINE) {
        return Ok(None);
    }
    let mut edits = Edits::default();
    let mut gone = BTreeSet::new();
    for note in xml::elements(source, "comment", 2)? {
        let inside = children(source, &note)?;
        let texts: Vec<&Child> = inside.iter().filter(|child| child.name == "t").collect();
        let Some(first) = texts.iter().position(|text| unescaped(&source[text.inner.clone()]).contains(FIRST_LINE)) else { continue };
        let before: String = texts[..first].iter().map(|text| unescaped(&source[text.inner.clone()])).collect();
        let said = unescaped(&source[texts[first].inner.clone()]);
        let own = said.split(FIRST_LINE).next().unwrap_or_default();
        if before.trim().is_empty() && own.trim().is_empty() {
            edits.remove(note.span.clone());
            gone.extend(note.open.text("ref").as_deref().and_then(address));
            continue;
        }
        let runs: Vec<&Child> = inside.iter().filter(|child| child.depth == 4 && child.name == "r").collect();
        let ours = |run: &Child| run.span.end > texts[first].span.start;
        for run in runs.iter().filter(|run| ours(run)) {
            if run.span.contains(&texts[first].span.start) && !own.trim().is_empty() {
                edits.replace(texts[first].inner.clone(), escaped(own.trim_end()));
            } else {
                edits.remove(run.span.clone());
            }
        }
        if runs.is_empty() {
            edits.replace(texts[first].inner.clone(), escaped(own.trim_end()));
        }
        // The empty line that parted our lines from the school's.
        if own.trim().is_empty()
            && let Some(gap) = runs.iter().rev().find(|run| !ours(run))
            && texts.iter().filter(|text| gap.span.contains(&text.span.start)).all(|text| source[text.inner.clone()].trim().is_empty())
        {
            edits.remove(gap.span.clone());
        }
    }
    Ok(Some((edits.applied(source)?, gone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "<comments xmlns=\"m\"><authors><author>Cô Hoa</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text><t>Xem lại &amp; hỏi</t></text></comment></commentList></comments>";

    fn texts(source: &str) -> Vec<(String, String)> {
        let notes = xml::elements(source, "comment", 2).expect("well formed");
        notes
            .iter()
            .map(|note| {
                let inside = children(source, note).expect("well formed");
                let text = inside.iter().filter(|child| child.name == "t").map(|child| unescaped(&source[child.inner.clone()]));
                (note.open.text("ref").unwrap_or_default(), text.collect())
            })
            .collect()
    }

    #[test]
    fn our_note_stands_behind_what_the_school_wrote_and_goes_without_a_trace() {
        let notes = BTreeMap::from([(Address::new(1, 1), "[Lỗi] <Sai>".to_owned()), (Address::new(4, 0), "[Lỗi] Thiếu".to_owned())]);
        let marked = with(OWN, &notes).expect("well formed");
        assert_eq!(
            texts(&marked),
            [
                ("B2".to_owned(), "Xem lại & hỏi\n\nCần sửa (ctcl)\n[Lỗi] <Sai>".to_owned()),
                ("A5".to_owned(), "Cần sửa (ctcl)\n[Lỗi] Thiếu".to_owned())
            ]
        );
        let (clean, gone) = without(&marked).expect("well formed").expect("there are notes of ours");
        assert_eq!(texts(&clean), [("B2".to_owned(), "Xem lại & hỏi".to_owned())]);
        assert_eq!(gone, BTreeSet::from([Address::new(4, 0)]));
        assert_eq!(texts(&with(&clean, &notes).expect("well formed")), texts(&marked));
        assert!(without(OWN).expect("well formed").is_none());
    }

    #[test]
    fn a_note_that_another_program_made_one_text_of_is_parted_again() {
        let one = "<comments><authors/><commentList><comment ref=\"A1\" authorId=\"0\"><text><r><t>Của trường\n\nCần sửa (ctcl)\nLỗi</t></r></text></comment><comment ref=\"A2\" authorId=\"0\"><text><t>Cần sửa (ctcl)\nLỗi</t></text></comment></commentList></comments>";
        let (clean, gone) = without(one).expect("well formed").expect("ours");
        assert_eq!(texts(&clean), [("A1".to_owned(), "Của trường".to_owned())]);
        assert_eq!(gone.len(), 1);
        let marked = with(&clean, &BTreeMap::from([(Address::new(0, 0), "Lỗi".to_owned())])).expect("well formed");
        assert_eq!(texts(&marked)[0].1, "Của trường\n\nCần sửa (ctcl)\nLỗi");
    }
}
