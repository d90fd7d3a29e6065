//! Workbooks that openpyxl and LibreOffice wrote, with all that a school may have in them; talk between people; formats that come back as a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::second_opinion::{made_by_openpyxl, opinion, saved_by_libreoffice, saved_by_openpyxl};
use super::{FILE, PLAN, Place, cells, lived_in, parts, said, text, unpacked};
use crate::hostile::book;

/// Parts that marking may change; all others are copied as they lie.
fn may_change(name: &str) -> bool {
    let sheet = name.starts_with("xl/worksheets/") && !name.contains("threaded");
    let notes = name.contains("comments") && !name.contains("threaded") || name.ends_with(".vml");
    sheet || notes || ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"].contains(&name)
}

/// The workbook handed back is the school's own, with one note and one fill a faulty cell, and a link to each.
fn one_to_one(name: &str, own: &[u8], marked: &[u8], told: &Value, file: &str) {
    let (before, after) = (parts(own), parts(marked));
    for (part, raw) in before.iter().filter(|(part, _)| !may_change(part)) {
        assert!(after.get(part) == Some(raw), "{name}: {part} is not what it was");
    }
    for part in before.keys() {
        assert!(after.contains_key(part), "{name}: {part} is gone");
    }
    let faulty = cells(told, file);
    assert!(faulty.len() >= 3, "{name}: {faulty:?}");
    let (theirs, ours) = (opinion(own), opinion(marked));
    assert_eq!(ours.sheets[1..], theirs.sheets[..], "{name}");
    assert_eq!(ours.without_listing().values, theirs.values, "{name}: every cell holds what it held");
    assert_eq!(ours.fills, faulty.iter().cloned().collect::<Vec<_>>(), "{name}");
    let noted: BTreeSet<String> = ours.notes.iter().filter(|(_, note)| note.contains("Cần sửa (ctcl)")).map(|(at, _)| at.clone()).collect();
    assert_eq!(noted, faulty, "{name}");
    for (at, note) in &theirs.notes {
        assert!(ours.notes.get(at).is_some_and(|ours| ours.starts_with(note.trim_end())), "{name}: the school's note on {at}");
    }
    let plain = |link: &String| link.replace("''", "'").replacen('\'', "", 1).replacen("'!", "!", 1);
    assert_eq!(ours.links.iter().map(plain).collect::<BTreeSet<_>>(), faulty, "{name}");
    // Every note has one shape, or Excel shows none.
    let shapes: usize = after.keys().filter(|part| part.ends_with(".vml")).map(|part| shapes(marked, part)).sum();
    assert_eq!(shapes, ours.notes.len(), "{name}: shapes of notes");
}

fn shapes(workbook: &[u8], part: &str) -> usize {
    let (_, content) = unpacked(workbook).into_iter().find(|(name, _)| name == part).expect("there");
    let content = text(&content);
    content.matches("ObjectType=\"Note\"").count() + content.matches("ObjectType='Note'").count()
}

/// Marked, read again, marked again: the same is said, and there is one set of marks.
fn stays_one(place: &Place, name: &str, file: &str, told: &Value) {
    let again = place.hand_back("tra", "tra-2");
    assert_eq!(said(&again), said(told), "{name}");
    let marked = |folder: &str| opinion(&fs::read(place.path(folder).join(file)).expect("marked"));
    assert_eq!(marked("tra"), marked("tra-2"), "{name}");
}

#[test]
fn a_workbook_of_openpyxl_is_marked_and_nothing_of_it_is_lost() {
    let own = made_by_openpyxl(PLAN);
    let place = Place::with(&[("thcs-hoa-sen.xlsx", &own)]);
    let told = place.hand_back("gui", "tra");
    let marked = fs::read(place.path("tra/thcs-hoa-sen.xlsx")).expect("handed back");
    one_to_one("openpyxl", &own, &marked, &told, "thcs-hoa-sen.xlsx");
    let of = |workbook: &[u8], name: &str| text(&unpacked(workbook).into_iter().find(|(part, _)| part == name).expect(name).1);
    let sheet = of(&marked, "xl/worksheets/sheet1.xml");
    for kept in ["<dataValidation ", "<conditionalFormatting ", "<tablePart ", "<drawing ", "<autoFilter ", "Tong"] {
        let there = of(&own, "xl/worksheets/sheet1.xml").contains(kept) || of(&own, "xl/workbook.xml").contains(kept);
        assert!(there || kept == "<autoFilter ", "the fixture has {kept}");
        assert!(sheet.contains(kept) || of(&marked, "xl/workbook.xml").contains(kept) || !there, "{kept}");
    }
    stays_one(&place, "openpyxl", "thcs-hoa-sen.xlsx", &told);

    // The school mends it with a program that knows neither charts nor our named styles.
    let saved = saved_by_openpyxl(&marked);
    fs::create_dir_all(place.path("gui-lai")).expect("made");
    fs::write(place.path("gui-lai/thcs-hoa-sen.xlsx"), &saved).expect("written");
    let again = place.hand_back("gui-lai", "tra-3");
    assert_eq!(said(&again), said(&told), "saved by openpyxl it says the same");
    let third = fs::read(place.path("tra-3/thcs-hoa-sen.xlsx")).expect("handed back");
    let seen = opinion(&third);
    assert_eq!(seen.sheets.iter().filter(|sheet| sheet.starts_with("Cần sửa")).count(), 1, "{:?}", seen.sheets);
    assert_eq!(seen.fills, cells(&told, "thcs-hoa-sen.xlsx").into_iter().collect::<Vec<_>>());
    for (at, note) in &seen.notes {
        assert!(note.matches("Cần sửa (ctcl)").count() <= 1, "{at}: {note}");
    }
}

#[test]
fn a_workbook_of_libreoffice_is_marked_and_so_are_copies_of_other_formats() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("goc.xlsm");
    fs::write(&path, lived_in(PLAN)).expect("written");
    let own = saved_by_libreoffice(std::slice::from_ref(&path), "xlsx").remove(0);
    let ods = saved_by_libreoffice(std::slice::from_ref(&path), "ods").remove(0);
    let rows: Vec<Vec<&str>> = PLAN.iter().map(|line| line.split('|').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let xlsb = book::packed(&book::xlsb(&rows, &[]));
    let place = Place::with(&[("a.xlsx", &own)]);
    let first = place.hand_back("gui", "tra");
    let marked = fs::read(place.path("tra/a.xlsx")).expect("handed back");
    one_to_one("LibreOffice", &own, &marked, &first, "a.xlsx");
    stays_one(&place, "LibreOffice", "a.xlsx", &first);
    for kind in ["charts/", "media/"] {
        assert!(parts(&own).keys().any(|part| part.contains(kind)), "the fixture has {kind}");
    }

    let theirs: BTreeMap<String, String> = opinion(&own).values;
    for (file, bytes) in [("a.ods", &ods), ("a.xlsb", &xlsb)] {
        let place = Place::with(&[(file, bytes)]);
        let told = place.hand_back("gui", "tra");
        let ours = opinion(&fs::read(place.path("tra/a.xlsx")).expect("a copy"));
        // Macros and formulas are of the original alone.
        let of_cells = |told: &Value, file: &str| {
            cells(told, file).iter().map(|cell| cell.rsplit('!').next().unwrap_or(cell).to_owned()).collect::<BTreeSet<_>>()
        };
        assert_eq!(of_cells(&told, file), of_cells(&first, "a.xlsx"), "{file}");
        assert_eq!(ours.fills, cells(&told, file).into_iter().collect::<Vec<_>>(), "{file}");
        let noted: BTreeSet<&String> = ours.notes.iter().filter(|(_, note)| note.contains("Cần sửa (ctcl)")).map(|(at, _)| at).collect();
        assert_eq!(noted.len(), ours.fills.len(), "{file}");
        assert!(ours.values.values().any(|value| value.contains("bản chép") && !value.contains("UTF-8")), "{file}");
        // The same cells at the same addresses.
        let of_plan = |values: &BTreeMap<String, String>, sheet: &str| -> BTreeMap<String, String> {
            let own = values.iter().filter_map(|(at, value)| Some((at.strip_prefix(sheet)?.strip_prefix('!')?.to_owned(), value.clone())));
            own.collect()
        };
        assert_eq!(of_plan(&ours.values, &ours.sheets[1]), of_plan(&theirs, "KH 'cải tiến' & <sửa>"), "{file}");
    }
}

/// The workbook with a talk on one cell, as Excel keeps it: the talk itself, who speaks, and a plain note for programs that know no talks.
fn with_a_talk(workbook: &[u8]) -> Vec<u8> {
    const PERSON: &str = "{5D0AE0F1-2B5A-4C0E-9A57-0C0B7A1D2E01}";
    const FIRST: &str = "{5D0AE0F1-2B5A-4C0E-9A57-0C0B7A1D2E02}";
    const REPLY: &str = "{5D0AE0F1-2B5A-4C0E-9A57-0C0B7A1D2E03}";
    const SPACE: &str = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
    const RELATION: &str = "http://schemas.microsoft.com/office/2017/10/relationships";
    let mut parts = unpacked(workbook);
    for (name, content) in &mut parts {
        let source = text(content);
        let changed = match name.as_str() {
            "[Content_Types].xml" => source.replace(
                "</Types>",
                "<Override PartName=\"/xl/threadedComments/threadedComment1.xml\" ContentType=\"application/vnd.ms-excel.threadedcomments+xml\"/><Override PartName=\"/xl/persons/person.xml\" ContentType=\"application/vnd.ms-excel.person+xml\"/></Types>",
            ),
            "xl/_rels/workbook.xml.rels" => source.replace(
                "</Relationships>",
                &format!("<Relationship Id=\"rId77\" Type=\"{RELATION}/person\" Target=\"persons/person.xml\"/></Relationships>"),
            ),
            "xl/worksheets/_rels/sheet1.xml.rels" => source.replace(
                "</Relationships>",
                &format!(
                    "<Relationship Id=\"rId77\" Type=\"{RELATION}/threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>"
                ),
            ),
            "xl/comments1.xml" => {
                let source = source.replace("</authors>", &format!("<author>tc={FIRST}</author></authors>"));
                let author = source.matches("<author>").count() - 1;
                source.replace(
                    "</commentList>",
                    &format!("<comment ref=\"F6\" authorId=\"{author}\" shapeId=\"0\" xr:uid=\"{FIRST}\" xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\"><text><t>[Threaded comment]\n\nComment:\n    Năm này đúng chưa?\nReply:\n    Để tôi xem lại</t></text></comment></commentList>"),
                )
            }
            _ => continue,
        };
        assert_ne!(changed, source, "{name}");
        *content = changed.into_bytes();
    }
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    parts.push((
        "xl/threadedComments/threadedComment1.xml".to_owned(),
        format!("{xml}<ThreadedComments xmlns=\"{SPACE}\"><threadedComment ref=\"F6\" dT=\"2023-12-01T08:00:00.00\" personId=\"{PERSON}\" id=\"{FIRST}\"><text>Năm này đúng chưa?</text></threadedComment><threadedComment ref=\"F6\" dT=\"2023-12-01T09:00:00.00\" personId=\"{PERSON}\" id=\"{REPLY}\" parentId=\"{FIRST}\"><text>Để tôi xem lại</text></threadedComment></ThreadedComments>").into_bytes(),
    ));
    parts.push((
        "xl/persons/person.xml".to_owned(),
        format!("{xml}<personList xmlns=\"{SPACE}\"><person displayName=\"Tổ văn phòng\" id=\"{PERSON}\" userId=\"to-van-phong\" providerId=\"None\"/></personList>").into_bytes(),
    ));
    book::packed(&parts)
}

#[test]
fn a_talk_on_a_cell_stays_as_it_is_and_so_do_macros() {
    let own = with_a_talk(&lived_in(PLAN));
    let place = Place::with(&[(FILE, &own)]);
    let told = place.hand_back("gui", "tra");
    let marked = fs::read(place.path("tra").join(FILE)).expect("handed back");
    assert!(cells(&told, FILE).iter().any(|cell| cell.ends_with("!F6")), "the cell that is talked of is a faulty one");
    let (before, after) = (parts(&own), parts(&marked));
    for kept in ["xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml", "xl/vbaProject.bin"] {
        assert!(before[kept] == after[kept], "{kept}");
    }
    for (name, content) in unpacked(&marked) {
        if name == "xl/worksheets/_rels/sheet1.xml.rels" || name == "xl/_rels/workbook.xml.rels" {
            assert!(text(&content).contains("2017/10/relationships/"), "{name}");
        }
    }
    let note = &opinion(&marked).notes["KH 'cải tiến' & <sửa>!F6"];
    assert!(note.starts_with("[Threaded comment]") && note.matches("Cần sửa (ctcl)").count() == 1, "{note}");
    stays_one(&place, "a talk", FILE, &told);
    let clean = ctcl::mark::remove(&marked, 1 << 24).expect("clean");
    assert_eq!(opinion(&clean).notes, opinion(&own).notes, "without our marks the notes are those of the school");
}
