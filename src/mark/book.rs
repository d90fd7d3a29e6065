//! `workbook.xml`: its sheets and where they lie; our sheet put in front of them, and taken out again.

use std::collections::BTreeSet;

use anyhow::{Context, bail};

use super::package::Package;
use super::relation::{self, Relation};
use super::sheet::{address, relation_prefix};
use super::xml::{self, Edits, Element, escaped, unescaped};
use super::{TITLE, TITLES, stamped_area};

/// The name of our sheet.
pub const SHEET: &str = "Cần sửa";
/// The hidden name by which our sheet is known: it covers what we wrote there.
pub const STAMP: &str = "_ctcl.can_sua";

const WORKSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

#[derive(Debug)]
pub(super) struct Book {
    pub part: String,
    source: String,
    pub relations: Vec<Relation>,
    pub sheets: Vec<SheetRef>,
    /// The namespace of spreadsheets here: of the transitional or of the strict standard.
    pub main: String,
    /// What the addresses of relations begin with.
    pub office: String,
}

#[derive(Debug)]
pub(super) struct SheetRef {
    pub name: String,
    pub part: String,
    pub hidden: bool,
}

impl Book {
    pub fn read(package: &mut Package<'_>) -> anyhow::Result<Book> {
        let roots = relation::of(package, "")?;
        let root = roots.iter().find(|relation| relation.is("officeDocument"));
        let part = root.map_or_else(|| "xl/workbook.xml".to_owned(), |root| root.target.clone());
        let source = package.text(&part)?.with_context(|| format!("tệp không có {part}"))?;
        let relations = relation::of(package, &part)?;
        let tags = xml::tags(&source)?;
        let main =
            tags.first().and_then(namespace).unwrap_or_else(|| "http://schemas.openxmlformats.org/spreadsheetml/2006/main".to_owned());
        let office = if main.contains("purl.oclc.org") {
            "http://purl.oclc.org/ooxml/officeDocument/relationships".to_owned()
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships".to_owned()
        };
        let sheets = tags
            .iter()
            .filter(|tag| tag.depth == 2 && tag.opens() && tag.local() == "sheet")
            .map(|tag| {
                let id = tag.attributes().into_iter().find(|said| xml::local(said.name) == "id").map(|said| said.text());
                let part = relations.iter().find(|relation| Some(&relation.id) == id.as_ref());
                SheetRef {
                    name: tag.text("name").unwrap_or_default(),
                    part: part.map_or_else(String::new, |relation| relation.target.clone()),
                    hidden: tag.text("state").is_some_and(|state| state != "visible"),
                }
            })
            .collect();
        Ok(Book { part, source, relations, sheets, main, office })
    }

    /// What is written into one sheet must not show on another.
    ///
    /// # Errors
    /// Two sheets use the same part.
    pub fn check(&self, package: &mut Package<'_>) -> anyhow::Result<()> {
        let mut known: BTreeSet<String> = BTreeSet::new();
        for sheet in &self.sheets {
            let comments = relation::of(package, &sheet.part)?.into_iter().filter(|relation| relation.is("comments"));
            let comments: BTreeSet<String> = comments.map(|relation| relation.target.to_lowercase()).collect();
            for part in comments.into_iter().chain([sheet.part.to_lowercase()]).filter(|part| !part.is_empty()) {
                if known.contains(&part) {
                    bail!("hai trang cùng dùng một thành phần {part}");
                }
                known.insert(part);
            }
        }
        Ok(())
    }

    /// The part that a relation of the workbook leads to.
    pub fn target(&self, kind: &str) -> Option<&str> {
        self.relations.iter().find(|relation| relation.is(kind)).map(|relation| relation.target.as_str())
    }

    /// A name for our sheet that no sheet has.
    pub fn listing_name(&self) -> String {
        let taken: BTreeSet<String> = self.sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        let free = |name: &String| !taken.contains(&name.to_lowercase());
        std::iter::once(SHEET.to_owned())
            .chain((2..).map(|number: u32| format!("{SHEET} ({number})")))
            .find(free)
            .expect("numbers do not run out")
    }

    /// Puts a sheet in front of all others, and the name that covers what we wrote there.
    pub fn add_listing(&self, package: &mut Package<'_>, name: &str, content: &str, area: &str) -> anyhow::Result<()> {
        let folder = relation::folder(&self.part);
        let stem = if folder.is_empty() { "worksheets/sheet".to_owned() } else { format!("{folder}/worksheets/sheet") };
        let part = package.free_name(&stem, ".xml");
        package.put(&part, content)?;
        relation::set_type(package, &part, WORKSHEET)?;
        let id = relation::add(package, &self.part, &format!("{}/worksheet", self.office), &part)?;

        let source = &self.source;
        let tags = xml::tags(source)?;
        let root = tags.first().context("workbook.xml trống")?;
        let prefix = root.prefix();
        let mut edits = Edits::default();
        let sheets =
            tags.iter().find(|tag| tag.depth == 1 && tag.opens() && tag.local() == "sheets").context("workbook.xml không có trang nào")?;
        let sheet_id =
            tags.iter().filter(|tag| tag.depth == 2 && tag.local() == "sheet").filter_map(|tag| tag.number("sheetId")).max().unwrap_or(0)
                + 1;
        let named = match relation_prefix(root) {
            Some(relations) => format!("{relations}:id=\"{id}\""),
            None => format!("xmlns:r=\"{}\" r:id=\"{id}\"", self.office),
        };
        edits.insert(sheets.span.end, format!("<{prefix}sheet name=\"{}\" sheetId=\"{sheet_id}\" {named}/>", escaped(name)));
        for tag in tags.iter().filter(|tag| tag.opens()) {
            match (tag.depth, tag.local()) {
                // All others stand one place further on.
                (2, "definedName") => shift(tag, "localSheetId", 1, &mut edits),
                (2, "workbookView") => {
                    edits.set(tag, "activeTab", tag.number("activeTab").unwrap_or(0) + 1);
                    if tag.attribute("firstSheet").is_some() {
                        edits.set(tag, "firstSheet", 0);
                    }
                }
                _ => {}
            }
        }
        // Without a view the first sheet is the one in front: ours now, and the school's says so of itself too.
        if !tags.iter().any(|tag| tag.depth == 2 && tag.local() == "workbookView") {
            let front = 1 + self.sheets.iter().position(|sheet| !sheet.hidden).unwrap_or(0);
            match xml::elements(source, "bookViews", 1)?.pop() {
                Some(views) => edits.append(&views, &format!("<{prefix}workbookView activeTab=\"{front}\"/>")),
                None => edits.insert(
                    sheets.span.start,
                    format!("<{prefix}bookViews><{prefix}workbookView activeTab=\"{front}\"/></{prefix}bookViews>"),
                ),
            }
        }
        let stamp = format!("<{prefix}definedName name=\"{STAMP}\" hidden=\"1\">{}!{area}</{prefix}definedName>", escaped(&quoted(name)));
        match xml::elements(source, "definedNames", 1)?.pop() {
            Some(names) => edits.append(&names, &stamp),
            None => {
                let before = ["sheets", "functionGroups", "externalReferences"];
                let end = tags.iter().filter(|tag| tag.depth == 1 && before.contains(&tag.local())).map(|tag| tag.span.end).max();
                edits.insert(end.unwrap_or(sheets.span.end), format!("<{prefix}definedNames>{stamp}</{prefix}definedNames>"));
            }
        }
        let changed = edits.applied(source)?;
        package.put(&self.part, changed)?;
        Ok(())
    }

    /// The text of the first cell of a sheet.
    fn first_text(&self, package: &mut Package<'_>, sheet: &SheetRef) -> anyhow::Result<Option<String>> {
        let Some(source) = package.text(&sheet.part)? else { return Ok(None) };
        let first = xml::elements(&source, "c", 3)?.into_iter().next();
        match first.filter(|cell| cell.open.text("r").is_none_or(|at| at == "A1")) {
            Some(cell) => self.cell_text(package, &source, &cell),
            None => Ok(None),
        }
    }

    /// What the school wrote on our sheet, beside our list and below it.
    fn written_beside(&self, package: &mut Package<'_>, sheet: &SheetRef, last: Option<u32>) -> anyhow::Result<Vec<String>> {
        const MOST: usize = 20;
        let Some(source) = package.text(&sheet.part)? else { return Ok(Vec::new()) };
        let mut said = Vec::new();
        for cell in xml::elements(&source, "c", 3)? {
            let Some(at) = cell.open.text("r").as_deref().and_then(address) else { continue };
            if said.len() < MOST && (at.column as usize >= TITLES.len() || last.is_some_and(|last| at.row > last)) {
                said.extend(self.cell_text(package, &source, &cell)?.filter(|text| !text.trim().is_empty()));
            }
        }
        Ok(said)
    }

    fn cell_text(&self, package: &mut Package<'_>, source: &str, cell: &Element<'_>) -> anyhow::Result<Option<String>> {
        let inside = &source[cell.span.clone()];
        if cell.open.text("t").as_deref() != Some("s") {
            return texts(inside).map(Some);
        }
        let Ok(number) = texts(inside)?.trim().parse::<usize>() else { return Ok(None) };
        let Some(part) = self.target("sharedStrings").map(str::to_owned) else { return Ok(None) };
        let Some(strings) = package.text(&part)? else { return Ok(None) };
        let strings_of = xml::elements(&strings, "si", 1)?;
        strings_of.get(number).map(|string| texts(&strings[string.span.clone()])).transpose()
    }

    /// Takes our sheet and its name out. What the school wrote there; `None` where there was nothing of ours.
    pub fn remove_listing(&self, package: &mut Package<'_>) -> anyhow::Result<Option<Vec<String>>> {
        let source = &self.source;
        let names = xml::elements(source, "definedName", 2)?;
        let stamps: Vec<String> = names
            .iter()
            .filter(|name| name.open.text("name").as_deref() == Some(STAMP))
            .map(|name| unescaped(&source[name.inner.clone()]))
            .collect();
        let stamped: BTreeSet<String> = stamps.iter().filter_map(|stamp| sheet_of(stamp)).collect();
        let numbered = |name: &str| name == SHEET || name.strip_prefix(SHEET).is_some_and(|rest| rest.starts_with(" ("));
        let mut ours: Vec<usize> = Vec::new();
        for (at, sheet) in self.sheets.iter().enumerate().filter(|(_, sheet)| stamped.contains(&sheet.name) || numbered(&sheet.name)) {
            // A sheet of the school's is never lost for its name, or for a name that leads to it; ours is known without its stamp.
            if self.first_text(package, sheet)?.as_deref() == Some(TITLE) {
                ours.push(at);
            }
        }
        if stamps.is_empty() && ours.is_empty() {
            return Ok(None);
        }
        let mut edits = Edits::default();
        let mut said = Vec::new();
        let sheets = xml::elements(source, "sheet", 2)?;
        // A workbook has one sheet at least: if none but ours is left, it stays.
        let ours = if ours.len() < sheets.len() { ours } else { Vec::new() };
        for at in &ours {
            let area = stamps.iter().filter_map(|stamp| stamped_area(stamp)).find(|(name, ..)| *name == self.sheets[*at].name);
            said.extend(self.written_beside(package, &self.sheets[*at], area.map(|(.., last)| last.row))?);
            edits.remove(sheets[*at].span.clone());
            let id = sheets[*at].open.attributes().into_iter().find(|said| xml::local(said.name) == "id").map(|said| said.text());
            if let Some(id) = id {
                relation::remove(package, &self.part, &id)?;
            }
            relation::drop_part(package, &self.sheets[*at].part)?;
        }
        let before = |at: u32| ours.iter().filter(|ours| **ours < at as usize).count() as u32;
        let mut left = 0;
        for name in &names {
            let local = name.open.number("localSheetId");
            let stamp = name.open.text("name").as_deref() == Some(STAMP);
            if stamp || local.is_some_and(|at| ours.contains(&(at as usize))) {
                edits.remove(name.span.clone());
            } else {
                left += 1;
                if let Some(at) = local {
                    edits.set(&name.open, "localSheetId", at - before(at));
                }
            }
        }
        let mut applied = edits;
        for view in xml::elements(source, "workbookView", 2)? {
            if let Some(at) = view.open.number("activeTab") {
                applied.set(&view.open, "activeTab", at - before(at));
            }
        }
        let mut changed = applied.applied(source)?;
        if left == 0
            && let Some(names) = xml::elements(&changed, "definedNames", 1)?.pop()
        {
            changed = format!("{}{}", &changed[..names.span.start], &changed[names.span.end..]);
        }
        package.put(&self.part, changed)?;
        Ok(Some(said))
    }
}

/// What the elements `t` and `v` of a piece of XML say.
fn texts(source: &str) -> anyhow::Result<String> {
    let mut text = String::new();
    let mut open = None;
    xml::each(source, |tag| {
        match tag.kind {
            xml::Kind::Open if matches!(tag.local(), "t" | "v") => open = Some(tag.span.end),
            xml::Kind::Close => {
                if let Some(start) = open.take() {
                    text.push_str(&unescaped(&source[start..tag.span.start]));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(text)
}

fn shift(tag: &xml::Tag<'_>, name: &str, by: u32, edits: &mut Edits) {
    if let Some(number) = tag.number(name) {
        edits.set(tag, name, number + by);
    }
}

/// The namespace an element stands in, by what it declares itself.
fn namespace(root: &xml::Tag<'_>) -> Option<String> {
    let name = match root.prefix().strip_suffix(':') {
        Some(prefix) => format!("xmlns:{prefix}"),
        None => "xmlns".to_owned(),
    };
    root.text(&name)
}

/// A sheet's name as references write it: `'Cần sửa'`.
pub(super) fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

/// The sheet that a reference such as `'Cần sửa'!$A$1:$G$9` leads to.
pub(super) fn sheet_of(reference: &str) -> Option<String> {
    let (sheet, _) = reference.rsplit_once('!')?;
    Some(match sheet.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(inner) => inner.replace("''", "'"),
        None => sheet.to_owned(),
    })
}
