//! The bytes of a workbook and what is to be said of its cells in; the same workbook out, with a note and a fill on each of those cells and a
//! first sheet that lists them. Knows no school.
//!
//! A workbook is a package of parts. Parts that need not change are copied as they lie, compressed bytes and all; of the others only the
//! bytes in question are replaced. Marks of an earlier time are taken out first, so that a workbook never carries two sets.

mod book;
mod listing;
mod note;
mod package;
mod relation;
mod remove;
mod shape;
mod sheet;
mod style;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail};

pub use book::{SHEET, STAMP};
pub use note::FIRST_LINE as NOTE_FIRST_LINE;

use crate::finding::Severity;
use crate::model::Address;
use book::{Book, SheetRef};
use package::Package;
use sheet::Layout;
use style::Styles;
use xml::Edits;

/// The first cell of our sheet; with [`STAMP`] it tells our sheet from one of the school's that has the same name.
pub const TITLE: &str = "Những chỗ cần sửa trong tệp này (ctcl)";
/// The titles of its list; below them each row begins with its number.
pub const TITLES: [&str; 7] = ["TT", "Mức độ", "Trang tính", "Ô", "Vấn đề", "Cách sửa", "Mã"];

const STYLES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// One thing to be said: of a cell, a sheet, or the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub sheet: Option<String>,
    pub cell: Option<Address>,
    pub severity: Severity,
    /// The id of the rule.
    pub code: String,
    pub message: String,
    pub remedy: String,
}

/// The workbook with these marks and none of an earlier time. `remarks` stand on our sheet, above the list. `most` bounds each part unpacked.
///
/// # Errors
/// The package is not one whose parts can be changed safely: a part is broken, is not UTF-8, or too large.
pub fn apply(bytes: &[u8], marks: &[Mark], remarks: &[String], most: u64) -> anyhow::Result<Vec<u8>> {
    let mut package = Package::open(bytes, most)?;
    let said = remove::marks(&mut package)?;
    let book = Book::read(&mut package)?;
    book.check(&mut package)?;
    let marks = placed(marks, &book)?;
    let styles_part = styles_part(&mut package, &book)?;
    let mut styles = Styles::read(package.text(&styles_part)?.with_context(|| format!("tệp không có {styles_part}"))?)?;
    let mut remarks = remarks.to_vec();
    if !said.is_empty() {
        remarks.push(format!("Lần trước trường đã ghi ở trang này: {}.", said.join("; ")));
    }
    if package.is_signed() {
        remarks.push("Tệp có chữ ký số: đánh dấu làm chữ ký không còn đúng với tệp này. Bản đã ký vẫn là bản trường đã gửi.".to_owned());
    }
    let mut of_sheet: BTreeMap<&str, BTreeMap<Address, Vec<&Mark>>> = BTreeMap::new();
    for mark in &marks {
        if let (Some(sheet), Some(cell)) = (&mark.sheet, mark.cell) {
            of_sheet.entry(sheet).or_default().entry(cell).or_default().push(mark);
        }
    }
    for (number, sheet) in (1..).zip(&book.sheets) {
        let of_cell = of_sheet.remove(sheet.name.as_str()).unwrap_or_default();
        if !of_cell.is_empty() {
            let protected = mark_sheet(&mut package, &book, sheet, number, &of_cell, &mut styles)
                .with_context(|| format!("trang \"{}\"", sheet.name))?;
            if protected {
                remarks.push(format!(
                    "Trang \"{}\" đang khóa (bảo vệ trang tính): chỉ sửa được ở ô không khóa, hoặc mở khóa bằng Review > Unprotect Sheet.",
                    sheet.name
                ));
            }
        }
        if sheet.hidden && !of_cell.is_empty() {
            remarks.push(format!("Trang \"{}\" đang ẩn: bấm chuột phải vào tên một trang, chọn Unhide để hiện ra.", sheet.name));
        }
    }
    let name = book.listing_name();
    let listing = listing::listing(&book, &mut styles, &marks, &remarks);
    package.put(&styles_part, styles.finish()?)?;
    book.add_listing(&mut package, &name, &listing.xml, &listing.area)?;
    package.finish()
}

/// The workbook without our marks.
///
/// # Errors
/// As of [`apply`].
pub fn remove(bytes: &[u8], most: u64) -> anyhow::Result<Vec<u8>> {
    let mut package = Package::open(bytes, most)?;
    remove::marks(&mut package)?;
    package.finish()
}

/// The sheet and the area that our stamp names, ends included.
pub fn stamped_area(reference: &str) -> Option<(String, Address, Address)> {
    let sheet = book::sheet_of(reference)?;
    let (_, area) = reference.rsplit_once('!')?;
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    Some((sheet, sheet::address(first)?, sheet::address(last)?))
}

/// The marks, those on a list of ours of an earlier time without their place, for it is not there any more.
fn placed(marks: &[Mark], book: &Book) -> anyhow::Result<Vec<Mark>> {
    let mut placed = marks.to_vec();
    for mark in &mut placed {
        let Some(name) = mark.sheet.as_ref().filter(|name| book.sheets.iter().all(|sheet| sheet.name != **name)) else { continue };
        if !name.starts_with(SHEET) {
            bail!("không thấy trang \"{name}\" trong tệp");
        }
        (mark.sheet, mark.cell) = (None, None);
    }
    Ok(placed)
}

/// Where the styles stand; a workbook without gets a part for them.
fn styles_part(package: &mut Package<'_>, book: &Book) -> anyhow::Result<String> {
    if let Some(part) = book.target("styles").filter(|part| package.has(part)) {
        return Ok(part.to_owned());
    }
    let folder = relation::folder(&book.part);
    let part = if folder.is_empty() { "styles.xml".to_owned() } else { format!("{folder}/styles.xml") };
    package.put(&part, style::EMPTY.replace("{main}", &book.main))?;
    relation::set_type(package, &part, STYLES)?;
    if book.target("styles").is_none() {
        relation::add(package, &book.part, &format!("{}/styles", book.office), &part)?;
    }
    Ok(part)
}

/// Notes and fills on one sheet. `true` when the sheet is protected.
fn mark_sheet(
    package: &mut Package<'_>,
    book: &Book,
    sheet: &SheetRef,
    number: u32,
    of_cell: &BTreeMap<Address, Vec<&Mark>>,
    styles: &mut Styles,
) -> anyhow::Result<bool> {
    let source = package.text(&sheet.part)?.context("không thấy trang tính trong tệp")?;
    let rows: BTreeSet<u32> = of_cell.keys().map(|cell| cell.row).collect();
    let mut layout = Layout::read(&source, &|row| rows.contains(&row))?;
    let mut shown: BTreeMap<Address, Vec<&Mark>> = BTreeMap::new();
    for (cell, marks) in layout.shown(of_cell.keys().copied()).into_iter().zip(of_cell.values()) {
        shown.entry(cell).or_default().extend(marks);
    }
    if shown.keys().any(|cell| !rows.contains(&cell.row)) {
        let rows: BTreeSet<u32> = shown.keys().map(|cell| cell.row).collect();
        layout = Layout::read(&source, &|row| rows.contains(&row))?;
    }
    let mut edits = Edits::default();
    let gravest = |cell: Address| shown[&cell].iter().map(|mark| mark.severity).max().unwrap_or(Severity::Info);
    let targets: BTreeSet<Address> = shown.keys().copied().collect();
    layout.restyle(&targets, &mut edits, |cell, own| styles.marked(own, gravest(cell)));

    let mut texts: BTreeMap<Address, String> = shown.iter().map(|(cell, marks)| (*cell, note_text(marks))).collect();
    let relations = relation::of(package, &sheet.part)?;
    let lost: Vec<&relation::Relation> =
        relations.iter().filter(|relation| relation.is("comments") && !package.has(&relation.target)).collect();
    for lost in lost {
        relation::remove(package, &sheet.part, &lost.id)?;
    }
    let comments = relations.iter().find(|relation| relation.is("comments") && package.has(&relation.target));
    let folder = relation::folder(&book.part);
    let below = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let comments = match comments {
        Some(relation) => relation.target.clone(),
        None => {
            let part = package.free_name(&below("comments"), ".xml");
            package.put(&part, note::empty(&book.main))?;
            relation::set_type(package, &part, COMMENTS)?;
            relation::add(package, &sheet.part, &format!("{}/comments", book.office), &part)?;
            part
        }
    };
    let after = note::with(&package.text(&comments)?.context("không thấy phần ghi chú")?, &texts)?;

    let drawing =
        layout.drawing.as_ref().and_then(|(id, _)| relations.iter().find(|relation| relation.id == *id && package.has(&relation.target)));
    let part = match drawing {
        Some(relation) => relation.target.clone(),
        None => {
            let part = package.free_name(&below("drawings/vmlDrawing"), ".vml");
            package.put(&part, shape::empty(number))?;
            relation::set_default_type(package, "vml", DRAWING)?;
            let id = relation::add(package, &sheet.part, &format!("{}/vmlDrawing", book.office), &part)?;
            if let Some((_, span)) = &layout.drawing {
                edits.remove(span.clone());
            }
            layout.name_drawing(&id, &book.office, &mut edits);
            part
        }
    };
    // Of a large sheet each of these parts takes tens of megabytes: one after the other is packed and given up.
    let noted = note::cells(&after)?;
    package.put(&comments, after)?;
    let changed = edits.applied(&source)?;
    drop(source);
    xml::each(&changed, |_| Ok(())).context("trang sau khi sửa")?;
    package.put(&sheet.part, changed)?;
    let drawn = package.text(&part)?.context("không thấy phần vẽ ghi chú")?;
    let there = shape::cells(&drawn);
    // Notes of the school that no shape shows would be lost to Excel: they get one too.
    let missing: Vec<(Address, String)> =
        noted.into_iter().filter(|cell| !there.contains(cell)).map(|cell| (cell, texts.remove(&cell).unwrap_or_default())).collect();
    package.put(&part, shape::with(drawn, &missing, &layout, number)?)?;
    Ok(layout.protected)
}

/// All that is said of one cell, gravest first.
fn note_text(marks: &[&Mark]) -> String {
    let mut marks = marks.to_vec();
    marks.sort_by_key(|mark| (std::cmp::Reverse(mark.severity), mark.code.as_str()));
    let said: Vec<String> = marks.iter().map(|mark| format!("[{}] {}\n→ {}", mark.severity.title(), mark.message, mark.remedy)).collect();
    said.join("\n")
}
