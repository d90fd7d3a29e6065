//! Marks of an earlier time taken out of a workbook: our sheet, our notes, our fills. What the school has is left.

use std::collections::BTreeMap;

use super::book::Book;
use super::package::Package;
use super::sheet::{self, Layout};
use super::style::{self, Styles};
use super::xml::Edits;
use super::{note, relation, shape};

/// What the school wrote on our sheet comes back, for the sheet is gone.
pub(super) fn marks(package: &mut Package<'_>) -> anyhow::Result<Vec<String>> {
    let said = Book::read(package)?.remove_listing(package)?;
    let mut marked = said.is_some();
    let book = Book::read(package)?;
    for sheet in &book.sheets {
        marked |= notes(package, &sheet.part)?;
    }
    fills(package, &book, marked)?;
    Ok(said.unwrap_or_default())
}

/// `true` where there were notes of ours.
fn notes(package: &mut Package<'_>, part: &str) -> anyhow::Result<bool> {
    let relations = relation::of(package, part)?;
    let Some(comments) = relations.iter().find(|relation| relation.is("comments")) else { return Ok(false) };
    let Some(source) = package.text(&comments.target)? else { return Ok(false) };
    let Some((left, gone)) = note::without(&source)? else { return Ok(false) };
    if note::cells(&left)?.is_empty() {
        relation::remove(package, part, &comments.id)?;
        relation::drop_part(package, &comments.target)?;
    } else {
        package.put(&comments.target, left)?;
    }
    // Headers may have a drawing of the same kind: the one of the notes is the one the sheet names.
    let Some(source) = package.text(part)? else { return Ok(true) };
    let Some((id, span)) = Layout::read(&source, &|_| false)?.drawing else { return Ok(true) };
    let Some(drawing) = relations.iter().find(|relation| relation.id == id) else { return Ok(true) };
    let Some(drawn) = package.text(&drawing.target)? else { return Ok(true) };
    let drawn = shape::without(&drawn, &gone);
    if shape::has_shapes(&drawn) {
        package.put(&drawing.target, drawn)?;
        return Ok(true);
    }
    let mut edits = Edits::default();
    edits.remove(span);
    package.put(part, edits.applied(&source)?)?;
    relation::remove(package, part, &id)?;
    relation::drop_part(package, &drawing.target)?;
    Ok(true)
}

/// Where a program that saved the workbook forgot our named styles, `marked` workbooks give up our colours at least.
fn fills(package: &mut Package<'_>, book: &Book, marked: bool) -> anyhow::Result<()> {
    let Some(part) = book.target("styles").map(str::to_owned) else { return Ok(()) };
    let Some(source) = package.text(&part)? else { return Ok(()) };
    if !marked && !style::holds_marks(&source) {
        return Ok(());
    }
    let mut styles = Styles::read(source)?;
    let mut known: BTreeMap<u32, Option<u32>> = BTreeMap::new();
    for sheet in &book.sheets {
        let Some(source) = package.text(&sheet.part)? else { continue };
        let mut own = |style: u32| *known.entry(style).or_insert_with(|| styles.unmarked(style, marked));
        if let Some(own) = sheet::restored(&source, &mut own)? {
            package.put(&sheet.part, own)?;
        }
    }
    let changed = styles.finish()?;
    package.put(&part, changed)?;
    Ok(())
}
