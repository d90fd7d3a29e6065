//! Marks of an earlier time taken out of a workbook: our sheet, our notes, our fills. What the school has is left.

use super::book::Book;
use super::package::Package;
use super::sheet::{self, Layout};
use super::style::{self, Styles};
use super::xml::Edits;
use super::{note, relation, shape};

pub(super) fn marks(package: &mut Package<'_>) -> anyhow::Result<()> {
    Book::read(package)?.remove_listing(package)?;
    let book = Book::read(package)?;
    for sheet in &book.sheets {
        notes(package, &sheet.part)?;
    }
    fills(package, &book)
}

fn notes(package: &mut Package<'_>, part: &str) -> anyhow::Result<()> {
    let relations = relation::of(package, part)?;
    let Some(comments) = relations.iter().find(|relation| relation.is("comments")) else { return Ok(()) };
    let Some(source) = package.text(&comments.target)? else { return Ok(()) };
    let Some((left, gone)) = note::without(&source)? else { return Ok(()) };
    if note::cells(&left)?.is_empty() {
        relation::remove(package, part, &comments.id)?;
        relation::drop_part(package, &comments.target)?;
    } else {
        package.put(&comments.target, left);
    }
    // Headers may have a drawing of the same kind: the one of the notes is the one the sheet names.
    let Some(source) = package.text(part)? else { return Ok(()) };
    let Some((id, span)) = Layout::read(&source, &|_| false)?.drawing else { return Ok(()) };
    let Some(drawing) = relations.iter().find(|relation| relation.id == id) else { return Ok(()) };
    let Some(drawn) = package.text(&drawing.target)? else { return Ok(()) };
    let drawn = shape::without(&drawn, &gone);
    if shape::has_shapes(&drawn) {
        package.put(&drawing.target, drawn);
        return Ok(());
    }
    let mut edits = Edits::default();
    edits.remove(span);
    package.put(part, edits.applied(&source)?);
    relation::remove(package, part, &id)?;
    relation::drop_part(package, &drawing.target)
}

fn fills(package: &mut Package<'_>, book: &Book) -> anyhow::Result<()> {
    let Some(part) = book.target("styles").map(str::to_owned) else { return Ok(()) };
    let Some(source) = package.text(&part)? else { return Ok(()) };
    if !style::holds_marks(&source) {
        return Ok(());
    }
    let mut styles = Styles::read(source)?;
    for sheet in &book.sheets {
        let Some(source) = package.text(&sheet.part)? else { continue };
        if let Some(own) = sheet::restored(&source, &mut |style| styles.unmarked(style))? {
            package.put(&sheet.part, own);
        }
    }
    package.put(&part, styles.finish()?);
    Ok(())
}
