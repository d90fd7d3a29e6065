//! How parts of a package name each other: relations and content types.

use anyhow::Context;

use super::package::Package;
use super::xml::{self, Edits, Element, escaped};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "[Content_Types].xml";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub id: String,
    /// The address that says what the target is to the part.
    pub kind: String,
    /// The part it leads to, without a slash in front.
    pub target: String,
}

impl Relation {
    /// `comments`, whether of the transitional or of the strict standard.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The relations of a part that lead to other parts; of the package itself for an empty name.
pub(super) fn of(package: &mut Package<'_>, part: &str) -> anyhow::Result<Vec<Relation>> {
    let Some(source) = package.text(&home(part))? else { return Ok(Vec::new()) };
    let all = xml::elements(&source, "Relationship", 1)?;
    let inside = all.iter().filter(|element| element.open.text("TargetMode").as_deref() != Some("External"));
    Ok(inside.filter_map(|element| relation(part, element)).collect())
}

fn relation(part: &str, element: &Element<'_>) -> Option<Relation> {
    let target = element.open.text("Target")?;
    Some(Relation { id: element.open.text("Id")?, kind: element.open.text("Type")?, target: resolved(part, &target) })
}

/// Adds a relation and returns its id.
pub(super) fn add(package: &mut Package<'_>, part: &str, kind: &str, target: &str) -> anyhow::Result<String> {
    let home = home(part);
    let source = package.text(&home)?.unwrap_or_else(|| format!("{DECLARATION}<Relationships xmlns=\"{RELATIONS}\"></Relationships>"));
    let known: Vec<String> = xml::elements(&source, "Relationship", 1)?.iter().filter_map(|element| element.open.text("Id")).collect();
    let id = (1..).map(|number: u32| format!("rId{number}")).find(|id| !known.contains(id)).expect("numbers do not run out");
    let root = xml::elements(&source, "Relationships", 0)?.pop().with_context(|| format!("{home} không có gốc"))?;
    let mut edits = Edits::default();
    let child =
        format!("<{}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{}\"/>", root.open.prefix(), escaped(&relative(part, target)));
    edits.append(&root, &child);
    let changed = edits.applied(&source)?;
    package.put(&home, changed)?;
    Ok(id)
}

pub(super) fn remove(package: &mut Package<'_>, part: &str, id: &str) -> anyhow::Result<()> {
    let home = home(part);
    let Some(source) = package.text(&home)? else { return Ok(()) };
    let mut edits = Edits::default();
    for element in xml::elements(&source, "Relationship", 1)?.iter().filter(|element| element.open.text("Id").as_deref() == Some(id)) {
        edits.remove(element.span.clone());
    }
    let changed = edits.applied(&source)?;
    package.put(&home, changed)?;
    Ok(())
}

/// Where the relations of a part stand: `xl/worksheets/_rels/sheet1.xml.rels`.
pub(super) fn home(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") }
}

pub(super) fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn resolved(part: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder(part).split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

fn relative(part: &str, target: &str) -> String {
    let from: Vec<&str> = folder(part).split('/').filter(|step| !step.is_empty()).collect();
    let to: Vec<&str> = target.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut steps = vec![".."; from.len() - shared];
    steps.extend(&to[shared..]);
    steps.join("/")
}

/// Says what sort a part is.
pub(super) fn set_type(package: &mut Package<'_>, part: &str, content_type: &str) -> anyhow::Result<()> {
    add_type(package, "Override", "PartName", &format!("/{part}"), content_type)
}

/// Says what sort all parts with an ending are.
pub(super) fn set_default_type(package: &mut Package<'_>, ending: &str, content_type: &str) -> anyhow::Result<()> {
    add_type(package, "Default", "Extension", ending, content_type)
}

fn add_type(package: &mut Package<'_>, element: &str, name: &str, value: &str, content_type: &str) -> anyhow::Result<()> {
    let source = package.text(TYPES)?.context("tệp không có [Content_Types].xml")?;
    let known = xml::elements(&source, element, 1)?;
    if known.iter().any(|known| known.open.text(name).is_some_and(|said| said.eq_ignore_ascii_case(value))) {
        return Ok(());
    }
    let root = xml::elements(&source, "Types", 0)?.pop().context("[Content_Types].xml không có gốc")?;
    let mut edits = Edits::default();
    let child = format!("<{}{element} {name}=\"{}\" ContentType=\"{content_type}\"/>", root.open.prefix(), escaped(value));
    edits.append(&root, &child);
    let changed = edits.applied(&source)?;
    package.put(TYPES, changed)?;
    Ok(())
}

/// Takes a part out, with what is said of it and its own relations.
pub(super) fn drop_part(package: &mut Package<'_>, part: &str) -> anyhow::Result<()> {
    package.remove(part);
    package.remove(&home(part));
    let Some(source) = package.text(TYPES)? else { return Ok(()) };
    let mut edits = Edits::default();
    for element in xml::elements(&source, "Override", 1)? {
        if element.open.text("PartName").is_some_and(|said| said.trim_start_matches('/').eq_ignore_ascii_case(part)) {
            edits.remove(element.span.clone());
        }
    }
    if !edits.is_empty() {
        let changed = edits.applied(&source)?;
        package.put(TYPES, changed)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_however_they_are_written() {
        for (target, part) in [
            ("../comments1.xml", "xl/comments1.xml"),
            ("/xl/comments1.xml", "xl/comments1.xml"),
            ("comments1.xml", "xl/worksheets/comments1.xml"),
            ("..\\comments1.xml", "xl/comments1.xml"),
        ] {
            assert_eq!(resolved("xl/worksheets/sheet1.xml", target), part);
        }
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
    }

    #[test]
    fn a_target_is_written_from_where_the_part_lies() {
        assert_eq!(relative("xl/worksheets/sheet1.xml", "xl/comments1.xml"), "../comments1.xml");
        assert_eq!(relative("xl/workbook.xml", "xl/worksheets/sheet9.xml"), "worksheets/sheet9.xml");
        assert_eq!(home("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
    }
}
