//! Packages as other programs write them: each is marked, opened by LibreOffice and read back.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;

use ctcl::finding::Severity;
use ctcl::mark::{self, Mark};
use ctcl::model::Address;
use ctcl::read::{Isolation, contents};
use ctcl::settings::Limits;

use super::second_opinion::{opinion, saved_by_libreoffice};
use super::unpacked;
use crate::hostile::book;

/// Names of members and what they hold.
type Parts = Vec<(String, Vec<u8>)>;

const MOST: u64 = 1 << 24;
const SHEET: &str = "Trang 1";

fn mark(cell: &str, severity: Severity) -> Mark {
    let column = u32::from(cell.as_bytes()[0] - b'A');
    let row = cell[1..].parse::<u32>().expect("a row") - 1;
    Mark {
        sheet: Some(SHEET.to_owned()),
        cell: Some(Address::new(row, column)),
        severity,
        code: "C07".to_owned(),
        message: format!("Ô {cell} <sai> & \"lạ\"."),
        remedy: "Hãy sửa.".to_owned(),
    }
}

/// One in a cell that is there, one in a cell that is not, one in a row that is not, two in one cell, and one without a cell.
fn marks() -> Vec<Mark> {
    let mut marks = vec![
        mark("A1", Severity::Warning),
        mark("C1", Severity::Error),
        mark("B7", Severity::Info),
        mark("B2", Severity::Error),
        mark("B2", Severity::Info),
    ];
    marks.push(Mark { sheet: None, cell: None, message: "Cả tệp.".to_owned(), ..marks[0].clone() });
    marks
}

const ROWS: &[&[&str]] = &[&["Một", "hai"], &["ba", "bốn"], &["năm"]];

/// The parts of a plain workbook; each case changes some.
fn plain() -> Parts {
    book::xlsx(&[book::sheet(&book::rows(ROWS))])
}

fn changed(mut parts: Parts, change: impl Fn(&str, String) -> String) -> Parts {
    for (name, content) in &mut parts {
        let text = String::from_utf8(std::mem::take(content)).expect("XML is text");
        *content = change(name, text).into_bytes();
    }
    parts
}

/// Elements of the spreadsheet namespace with a prefix, as some libraries write them.
fn prefixed(parts: Parts) -> Parts {
    changed(parts, |name, text| {
        if !name.starts_with("xl/") || name.ends_with(".rels") {
            return text;
        }
        let text = text.replace("xmlns=\"", "xmlns:x=\"").replace("<?xml", "\0").replace("</", "\u{1}").replace('<', "<x:");
        text.replace('\u{1}', "</x:").replace('\0', "<?xml")
    })
}

fn strict(parts: Parts) -> Parts {
    changed(parts, |_, text| {
        text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    })
}

fn cases() -> Vec<(&'static str, Parts)> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let absolute =
        changed(plain(), |_, text| text.replace("Target=\"xl/", "Target=\"/xl/").replace("Target=\"worksheets", "Target=\"/xl/worksheets"));
    let bare = changed(plain(), |_, text| text.replace(" r=\"A1\"", "").replace(" r=\"B1\"", "").replace("<row r=\"1\">", "<row>"));
    let protected = changed(plain(), |_, text| {
        text.replace("</sheetData>", "</sheetData><sheetProtection sheet=\"1\"/><mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells><pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/>")
    });
    let named = changed(plain(), |_, text| {
        text.replace(
            "<sheets>",
            "<bookViews><workbookView firstSheet=\"0\" activeTab=\"0\"/></bookViews><sheets>",
        )
        .replace("</sheets>", "</sheets><definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'Trang 1'!$A$1:$B$3</definedName></definedNames>")
    });
    // Notes that no drawing shows, as some exports have them.
    let mut noted = changed(plain(), |name, text| {
        match name {
        "[Content_Types].xml" => text.replace("</Types>", "<Override PartName=\"/xl/comments1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/></Types>"),
        _ => text,
    }
    });
    noted.push((
        "xl/comments1.xml".to_owned(),
        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>Thầy Nam</author></authors><commentList><comment ref=\"A2\" authorId=\"0\"><text><t>của trường</t></text></comment><comment ref=\"B2\" authorId=\"0\"><text><r><t>cũng của trường</t></r></text></comment></commentList></comments>".as_bytes().to_vec(),
    ));
    noted.push((
        "xl/worksheets/_rels/sheet1.xml.rels".to_owned(),
        format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId5\" Type=\"{relation}/comments\" Target=\"../comments1.xml\"/></Relationships>").into_bytes(),
    ));
    // A button drawn where notes are drawn, and a picture in the header of the printed page.
    let drawing = |shape: &str| {
        format!("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">{shape}</xml>").into_bytes()
    };
    let mut drawn = changed(plain(), |name, text| match name {
        "[Content_Types].xml" => text.replace(
            "</Types>",
            "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/></Types>",
        ),
        _ => text.replace("</sheetData>", "</sheetData><legacyDrawing r:id=\"rId1\"/><legacyDrawingHF r:id=\"rId2\"/>"),
    });
    drawn.push(("xl/drawings/vmlDrawing1.vml".to_owned(), drawing("<v:shape id=\"_x0000_s1025\"><v:textbox>Nút<br></v:textbox><x:ClientData ObjectType=\"Button\"><x:Anchor>1, 0, 1, 0, 2, 0, 2, 0</x:Anchor></x:ClientData></v:shape>")));
    drawn.push(("xl/drawings/vmlDrawing2.vml".to_owned(), drawing("<v:shape id=\"LH\"></v:shape>")));
    drawn.push((
        "xl/worksheets/_rels/sheet1.xml.rels".to_owned(),
        format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId2\" Type=\"{relation}/vmlDrawing\" Target=\"../drawings/vmlDrawing2.vml\"/><Relationship Id=\"rId1\" Type=\"{relation}/vmlDrawing\" Target=\"../drawings/vmlDrawing1.vml\"/></Relationships>").into_bytes(),
    ));
    let mut wide = plain();
    for (_, content) in wide.iter_mut().filter(|(name, _)| name.ends_with("sheet1.xml") || name.ends_with("workbook.xml")) {
        let text = String::from_utf8(std::mem::take(content)).expect("XML is text").replace("UTF-8", "UTF-16");
        *content = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    }
    let chosen = changed(plain(), |name, text| {
        if name.ends_with("sheet1.xml") {
            text.replace("</sheetData>", "</sheetData><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x14\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"></mc:Choice></mc:AlternateContent>")
        } else {
            text
        }
    });
    let out_of_order = changed(plain(), |_, text| text.replace("<sheetData>", "<sheetData><row r=\"9\"/><row r=\"3\"/>"));
    vec![
        ("UTF-16", wide),
        ("a choice for newer programs", chosen),
        ("rows twice and out of order", out_of_order),
        ("a button and a picture in the header", drawn),
        ("nothing but cells", plain()),
        ("prefixes", prefixed(plain())),
        ("strict", strict(plain())),
        ("absolute targets", absolute),
        ("cells without addresses", bare),
        ("a locked sheet with a merged area", protected),
        ("names of one sheet", named),
        ("notes without a drawing", noted),
    ]
}

#[test]
fn packages_of_other_programs_are_marked_and_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let held = |bytes: &[u8]| contents("bang.xlsx", bytes, &Limits::default(), &Isolation::InProcess).map(|(sheets, _)| sheets);
    let (mut paths, mut cells) = (Vec::new(), Vec::new());
    for (name, parts) in cases() {
        let own = book::packed(&parts);
        let marked = mark::apply(&own, &marks(), &[], MOST).unwrap_or_else(|error| panic!("{name}: {error:#}"));
        let again = mark::apply(&marked, &marks(), &[], MOST).unwrap_or_else(|error| panic!("{name} again: {error:#}"));
        assert_eq!(held(&marked).expect(name), held(&own).expect(name), "{name}: our sheet is no reading");
        assert_eq!(held(&again).expect(name), held(&own).expect(name), "{name}: nor the second time");
        // openpyxl knows nothing of the strict standard.
        for bytes in [&marked, &again].into_iter().filter(|_| name != "strict") {
            let seen = opinion(bytes);
            assert_eq!(seen.sheets, ["Cần sửa", SHEET], "{name}");
            let places = ["A1", "B2", "B7", "C1"].map(|cell| format!("{SHEET}!{cell}"));
            assert_eq!(seen.fills, places, "{name}");
            let ours: BTreeSet<&String> = seen.notes.iter().filter(|(_, note)| note.contains("Cần sửa (ctcl)")).map(|(at, _)| at).collect();
            assert_eq!(ours, places.iter().collect(), "{name}");
            assert_eq!(seen.notes[&places[1]].matches("Ô B2 <sai> & \"lạ\".").count(), 2, "{name}: two faults, one note");
            assert_eq!(seen.links.len(), 5, "{name}");
            assert_eq!(seen.notes.values().any(|note| note == "của trường"), name == "notes without a drawing");
        }
        let path = folder.path().join(format!("{}.xlsx", name.replace(' ', "-")));
        fs::write(&path, &marked).expect("written");
        paths.push(path);
        cells.push(held(&own).expect(name)[0].cells.clone());
    }
    for (at, saved) in saved_by_libreoffice(&paths, "xlsx").iter().enumerate() {
        let (name, seen) = (cases()[at].0, opinion(saved));
        assert_eq!(seen.sheets, ["Cần sửa", SHEET], "{name}: LibreOffice");
        assert!(seen.notes.len() >= 4 && seen.values.values().any(|value| value == "Ô C1 <sai> & \"lạ\"."), "{name}: {seen:?}");
        assert_eq!(held(saved).expect(name)[0].cells, cells[at], "{name}: saved by LibreOffice");
    }
}

#[test]
fn a_sheet_of_the_schools_that_is_called_like_ours_stays() {
    let parts = changed(plain(), |_, text| text.replace("name=\"Trang 1\"", "name=\"Cần sửa\""));
    let marks: Vec<Mark> = marks().into_iter().map(|mark| Mark { sheet: mark.sheet.map(|_| "Cần sửa".to_owned()), ..mark }).collect();
    let marked = mark::apply(&book::packed(&parts), &marks, &[], MOST).expect("marked");
    assert_eq!(opinion(&marked).sheets, ["Cần sửa (2)", "Cần sửa"]);
    let held = contents("bang.xlsx", &marked, &Limits::default(), &Isolation::InProcess).expect("read").0;
    assert_eq!(held.iter().map(|sheet| &*sheet.name).collect::<Vec<_>>(), ["Cần sửa"]);
    let again = mark::apply(&marked, &marks, &[], MOST).expect("marked");
    assert_eq!(opinion(&again).sheets, ["Cần sửa (2)", "Cần sửa"]);
}

#[test]
fn what_else_is_drawn_stays_when_notes_come_and_go() {
    let (_, parts) = cases().into_iter().find(|(name, _)| name.starts_with("a button")).expect("a case");
    let own = book::packed(&parts);
    let marked = mark::apply(&own, &marks(), &[], MOST).expect("marked");
    let clean = mark::remove(&marked, MOST).expect("clean");
    let part = |bytes: &[u8], name: &str| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
        let mut text = String::new();
        archive.by_name(name).expect(name).read_to_string(&mut text).expect("text");
        text
    };
    assert!(part(&marked, "xl/drawings/vmlDrawing1.vml").contains("Nút<br>"));
    assert_eq!(part(&marked, "xl/drawings/vmlDrawing2.vml"), part(&own, "xl/drawings/vmlDrawing2.vml"));
    for bytes in [&marked, &clean] {
        let sheet = part(bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<legacyDrawing r:id=\"rId1\"/><legacyDrawingHF r:id=\"rId2\"/>"), "{sheet}");
    }
    assert!(!part(&clean, "xl/drawings/vmlDrawing1.vml").contains("ObjectType=\"Note\""));
}

#[test]
fn fills_go_where_another_program_forgot_the_named_styles() {
    let marked = mark::apply(&book::packed(&plain()), &marks(), &[], MOST).expect("marked");
    let forgotten = changed(unpacked(&marked), |name, text| match name {
        "xl/styles.xml" => text.replace("name=\"Cần sửa ", "name=\"Kiểu "),
        _ => text,
    });
    let other = vec![mark("A3", Severity::Error)];
    let seen = opinion(&mark::apply(&book::packed(&forgotten), &other, &[], MOST).expect("marked"));
    assert_eq!(seen.fills, [format!("{SHEET}!A3")], "the marks of before are gone");
}

#[test]
fn marks_are_taken_out_again() {
    let own = book::packed(&plain());
    let marked = mark::apply(&own, &marks(), &[], MOST).expect("marked");
    let seen = opinion(&mark::remove(&marked, MOST).expect("clean"));
    assert_eq!((seen.sheets, seen.notes.len(), seen.fills.len(), seen.links.len()), (vec![SHEET.to_owned()], 0, 0, 0));
}

#[test]
fn what_is_no_sound_package_is_refused() {
    let cut = changed(plain(), |name, text| if name.ends_with("sheet1.xml") { text.replace("</worksheet>", "") } else { text });
    let old = changed(plain(), |name, text| if name == "xl/workbook.xml" { text.replace("UTF-8", "windows-1258") } else { text });
    let two = book::xlsx(&[book::sheet(&book::rows(ROWS)), book::sheet(&book::rows(ROWS))]);
    let shared =
        changed(two, |name, text| if name.ends_with("workbook.xml.rels") { text.replace("sheet2.xml", "sheet1.xml") } else { text });
    for (parts, why) in [(cut, "XML"), (old, "bảng mã windows-1258"), (shared, "cùng dùng")] {
        let error = mark::apply(&book::packed(&parts), &marks(), &[], MOST).expect_err(why);
        assert!(format!("{error:#}").contains(why), "{error:#}");
    }
    for bytes in [b"PK\x03\x04".to_vec(), Vec::new()] {
        assert!(mark::apply(&bytes, &marks(), &[], MOST).is_err());
    }
    let other = Mark { sheet: Some("Trang 9".to_owned()), ..mark("A1", Severity::Error) };
    assert!(mark::apply(&book::packed(&plain()), &[other], &[], MOST).is_err(), "a fault that cannot be shown is not passed over");
}

#[test]
fn our_sheet_is_known_without_its_stamp_and_the_schools_kept_with_it() {
    let marked = mark::apply(&book::packed(&plain()), &marks(), &[], MOST).expect("marked");
    let text_of = |name: &str| {
        let (_, content) = unpacked(&marked).into_iter().find(|(part, _)| part == name).expect(name);
        String::from_utf8(content).expect("XML is text")
    };
    // What the school wrote beside the list is not lost with the list.
    let beside = "<c r=\"H8\" t=\"inlineStr\"><is><t>Đã sửa &amp; ký</t></is></c></row>";
    let answered = changed(unpacked(&marked), |_, text| match text.find(mark::TITLE) {
        Some(_) => {
            let row = text.find("<row r=\"8\"").expect("a row");
            let end = row + text[row..].find("</row>").expect("it ends");
            format!("{}{beside}{}", &text[..end], &text[end + "</row>".len()..])
        }
        None => text,
    });
    let again = mark::apply(&book::packed(&answered), &marks(), &[], MOST).expect("marked");
    assert!(opinion(&again).values.values().any(|value| value == "Lần trước trường đã ghi ở trang này: Đã sửa & ký."));
    // As a program saves it that keeps no hidden names.
    let start = text_of("xl/workbook.xml").find("<definedNames>").expect("a stamp");
    let bare = changed(unpacked(&marked), |name, text| {
        if name == "xl/workbook.xml" {
            let end = text.find("</definedNames>").expect("names end") + "</definedNames>".len();
            format!("{}{}", &text[..start], &text[end..])
        } else {
            text
        }
    });
    let again = mark::apply(&book::packed(&bare), &marks(), &[], MOST).expect("marked");
    assert_eq!(opinion(&again).sheets, ["Cần sửa", SHEET]);
    // The school made the sheet its own: the stamp leads there still.
    let own = changed(unpacked(&marked), |_, text| text.replace(mark::TITLE, "Danh sách của trường"));
    let again = mark::apply(&book::packed(&own), &marks(), &[], MOST).expect("marked");
    let seen = opinion(&again);
    assert_eq!(seen.sheets, ["Cần sửa (2)", "Cần sửa", SHEET]);
    assert_eq!(seen.values["Cần sửa!A1"], "Danh sách của trường");
}

#[test]
fn a_signature_that_marking_breaks_is_told_of() {
    let signed = book::with(plain(), "_xmlsignatures/sig1.xml", "<Signature/>");
    for (parts, told) in [(signed, true), (plain(), false)] {
        let marked = mark::apply(&book::packed(&parts), &marks(), &[], MOST).expect("marked");
        assert_eq!(opinion(&marked).values.values().any(|value| value.contains("chữ ký số")), told);
    }
}
