//! The names of a package's members → the names Excel gives them: the parts of a workbook are found by their relations, whatever they are called.
//!
//! Excel for the web and SharePoint save `xl/workbook2.xml`, `xl/sharedStrings3.xml`; every reader behind looks for the usual names.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// Gives the workbook, its shared texts and its styles their usual names, and leaves them under their own as well where relations name them.
pub(super) fn usual(members: &mut BTreeMap<String, Vec<u8>>) {
    let Some(own) = target(members, "_rels/.rels", "", "officeDocument").filter(|own| own.to_ascii_lowercase().ends_with(".xml")) else {
        return;
    };
    let (folder, file) = own.rsplit_once('/').unwrap_or(("", &own));
    let relations = resolved(folder, &format!("_rels/{file}.rels"));
    let parts: Vec<(&str, Option<String>)> = [("xl/sharedStrings.xml", "sharedStrings"), ("xl/styles.xml", "styles")]
        .map(|(usual, kind)| (usual, target(members, &relations, folder, kind)))
        .into();
    if folder == "xl" {
        for (usual, found) in [(WORKBOOK, Some(own.clone())), (RELATIONS, Some(relations.clone()))].into_iter().chain(parts) {
            give(members, usual, found.as_deref());
        }
    }
}

fn give(members: &mut BTreeMap<String, Vec<u8>>, usual: &str, own: Option<&str>) {
    let Some(own) = own.filter(|own| !own.eq_ignore_ascii_case(usual)) else { return };
    let Some(content) = get(members, own).map(<[u8]>::to_vec) else { return };
    // A part of the usual name that no relation names is left from an earlier save.
    members.retain(|name, _| !name.eq_ignore_ascii_case(usual));
    members.insert(usual.to_owned(), content);
}

fn get<'m>(members: &'m BTreeMap<String, Vec<u8>>, name: &str) -> Option<&'m [u8]> {
    let found =
        members.get(name).or_else(|| members.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, content)| content));
    found.map(Vec::as_slice)
}

/// Where the relation of a kind leads, by the end of its type.
fn target(members: &BTreeMap<String, Vec<u8>>, relations: &str, folder: &str, kind: &str) -> Option<String> {
    let text = std::str::from_utf8(get(members, relations)?).ok()?;
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == "Relationship" => {
                let value = |name: &str| {
                    element.attributes().flatten().find(|found| found.key.as_ref() == name).map(|found| found.value.to_string())
                };
                if value("Type").is_some_and(|of| of.ends_with(&format!("/{kind}"))) {
                    return value("Target").map(|target| resolved(folder, &target));
                }
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// A target beside a part of this folder: `../comments1.xml`, or from the root: `/xl/comments/comment1.xml`.
pub(in crate::read) fn resolved(folder: &str, target: &str) -> String {
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_their_relations() {
        let part = |name: &str, content: &str| (name.to_owned(), content.as_bytes().to_vec());
        let relation =
            |kind: &str, target: &str| format!("<Relationship Id=\"a\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/>");
        let mut members: BTreeMap<String, Vec<u8>> = [
            part("_rels/.rels", &relation("officeDocument", "/xl/workbook2.xml")),
            part("xl/workbook2.xml", "book"),
            part("xl/_rels/workbook2.xml.rels", &(relation("sharedStrings", "sharedStrings5.xml") + &relation("styles", "/xl/styles.xml"))),
            part("xl/sharedStrings5.xml", "new"),
            part("xl/sharedStrings.xml", "left over"),
            part("xl/styles.xml", "looks"),
        ]
        .into();
        usual(&mut members);
        let text = |name: &str| String::from_utf8(members[name].clone()).expect("text");
        assert_eq!((text(WORKBOOK), text("xl/sharedStrings.xml"), text("xl/styles.xml")), ("book".into(), "new".into(), "looks".into()));
        assert!(members.contains_key(RELATIONS));
    }

    #[test]
    fn a_target_is_found_from_its_sheet_or_from_the_root() {
        assert_eq!(resolved("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl", "./worksheets//sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(resolved("xl/worksheets", "/xl/comments/comment1.xml"), "xl/comments/comment1.xml");
    }
}
