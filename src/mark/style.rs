//! `styles.xml` in and out: for every style of a marked cell one like it with our fill, hung on a named style that remembers the cell's own.
//!
//! Programs that save a workbook again number fills and formats anew, but keep named styles: by their names, and by what they say of
//! fill and parent, the cell's own look can be had back at any time.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::Context;

use super::Severity;
use super::xml::{self, Edits, Tag, escaped};

/// Begins the names of our named styles: `Cần sửa 3: Normal`, where Normal is the cell's own.
const NAME: &str = "Cần sửa ";
/// `styles.xml` of a workbook that has none.
pub(super) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"{main}\"></styleSheet>";

const DEFAULT_XF: &str = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
const DEFAULT_STYLE_XF: &str = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";

/// The lists of a style sheet in the order its schema asks for.
const ORDER: &[&str] =
    &["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/// One list of the style sheet: its entries as they stand, and those added.
#[derive(Debug, Default)]
struct List {
    /// The whole element; none where the list is missing.
    span: Option<Range<usize>>,
    end: usize,
    empty_tag: bool,
    count: Option<Range<usize>>,
    entries: Vec<String>,
    known: usize,
}

impl List {
    /// The number of an entry, added where none reads the same.
    fn number_of(&mut self, entry: &str) -> u32 {
        let at = self.entries.iter().position(|known| known == entry).unwrap_or_else(|| {
            self.entries.push(entry.to_owned());
            self.entries.len() - 1
        });
        at as u32
    }

    fn push(&mut self, entry: String) -> u32 {
        self.entries.push(entry);
        (self.entries.len() - 1) as u32
    }
}

#[derive(Debug)]
pub(super) struct Styles {
    source: String,
    prefix: String,
    lists: BTreeMap<&'static str, List>,
    /// Where the lists that follow begin, by their place in [`ORDER`].
    starts: BTreeMap<usize, usize>,
    root_end: usize,
    derived: BTreeMap<(u32, Severity), u32>,
}

impl Styles {
    pub fn read(source: String) -> anyhow::Result<Styles> {
        let mut lists: BTreeMap<&'static str, List> = BTreeMap::new();
        let mut starts = BTreeMap::new();
        let (mut prefix, mut root_end) = (String::new(), source.len());
        let mut open: Option<(&'static str, usize)> = None;
        let text = source.clone();
        xml::each(&text, |tag| {
            let place = ORDER.iter().position(|name| *name == tag.local());
            match tag.depth {
                0 if tag.opens() => tag.prefix().clone_into(&mut prefix),
                0 => root_end = tag.span.start,
                1 if tag.opens() => {
                    let Some(place) = place else { return Ok(()) };
                    starts.entry(place).or_insert(tag.span.start);
                    let list = lists.entry(ORDER[place]).or_default();
                    list.span = Some(tag.span.clone());
                    list.count = tag.attribute("count").map(|count| count.value);
                    list.empty_tag = tag.kind == xml::Kind::Empty;
                    list.end = tag.span.end;
                }
                1 => {
                    if let Some(list) = place.and_then(|place| lists.get_mut(ORDER[place])) {
                        list.end = tag.span.start;
                    }
                }
                2 => entry(&text, &tag, &mut lists, &mut open),
                _ => {}
            }
            Ok(())
        })?;
        for list in lists.values_mut() {
            list.known = list.entries.len();
        }
        let mut styles = Styles { source, prefix, lists, starts, root_end, derived: BTreeMap::new() };
        for (name, entry) in [("cellXfs", DEFAULT_XF), ("cellStyleXfs", DEFAULT_STYLE_XF), ("fonts", "<font/>"), ("borders", "<border/>")] {
            let entry = styles.own(entry);
            let list = styles.list(name);
            if list.entries.is_empty() {
                list.push(entry);
            }
        }
        for pattern in ["none", "gray125"] {
            let fill = styles.own(&format!("<fill><patternFill patternType=\"{pattern}\"/></fill>"));
            if styles.list("fills").entries.len() < 2 {
                styles.list("fills").push(fill);
            }
        }
        Ok(styles)
    }

    fn list(&mut self, name: &'static str) -> &mut List {
        self.lists.entry(name).or_default()
    }

    /// Our own XML with the prefix this style sheet uses.
    fn own(&self, xml: &str) -> String {
        prefixed(xml, &self.prefix)
    }

    fn fill(&mut self, severity: Severity) -> u32 {
        let fill = self.own(&format!(
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{}\"/><bgColor indexed=\"64\"/></patternFill></fill>",
            colour(severity)
        ));
        self.list("fills").number_of(&fill)
    }

    /// The style like `style`, with our fill.
    pub fn marked(&mut self, style: u32, severity: Severity) -> u32 {
        if let Some(known) = self.derived.get(&(style, severity)) {
            return *known;
        }
        let default = self.own(DEFAULT_XF);
        let own = self.list("cellXfs").entries.get(style as usize).cloned().unwrap_or(default);
        let named = self.named_after(&own);
        let fill = self.fill(severity);
        let changed = with(&own, &[("fillId", &fill.to_string()), ("applyFill", "1"), ("xfId", &named.to_string())]);
        let number = self.list("cellXfs").number_of(&changed);
        self.derived.insert((style, severity), number);
        number
    }

    /// The named style that remembers what a cell looked like.
    fn named_after(&mut self, own: &str) -> u32 {
        let parent = value(own, "xfId").and_then(|id| id.parse().ok()).unwrap_or(0);
        let parent = self.style_name(parent).unwrap_or_else(|| "Normal".to_owned());
        let remembered = without(own, "xfId");
        let known = self.named().into_iter().find(|(id, name)| {
            name.split_once(": ").is_some_and(|(_, of)| of == parent)
                && self.lists.get("cellStyleXfs").and_then(|list| list.entries.get(*id as usize)) == Some(&remembered)
        });
        if let Some((id, _)) = known {
            return id;
        }
        let taken = self.named().iter().filter_map(|(_, name)| number_in(name)).max().unwrap_or(0);
        let id = self.list("cellStyleXfs").push(remembered);
        if self.list("cellStyles").entries.is_empty() {
            let normal = self.own("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
            self.list("cellStyles").push(normal);
        }
        let name = escaped(&format!("{NAME}{}: {parent}", taken + 1));
        let named = self.own(&format!("<cellStyle name=\"{name}\" xfId=\"{id}\"/>"));
        self.list("cellStyles").push(named);
        id
    }

    /// Our named styles: the number of what they say, and their name.
    fn named(&self) -> Vec<(u32, String)> {
        let entries = self.lists.get("cellStyles").map_or(&[][..], |list| &list.entries);
        let named = entries.iter().filter_map(|entry| Some((value(entry, "xfId")?.parse().ok()?, value(entry, "name")?)));
        named.filter(|(_, name)| number_in(name).is_some()).collect()
    }

    fn style_name(&self, id: u32) -> Option<String> {
        let entries = &self.lists.get("cellStyles")?.entries;
        entries
            .iter()
            .find(|entry| value(entry, "xfId").and_then(|known| known.parse().ok()) == Some(id))
            .and_then(|entry| value(entry, "name"))
    }

    /// The style a cell had before it was marked; `None` where `style` is none of ours. `by_colour`: our colours are ours without a named style too.
    pub fn unmarked(&mut self, style: u32, by_colour: bool) -> Option<u32> {
        let marked = self.lists.get("cellXfs")?.entries.get(style as usize)?.clone();
        let hung: u32 = value(&marked, "xfId").and_then(|id| id.parse().ok()).unwrap_or(0);
        let own = match self.named().into_iter().find(|(id, _)| *id == hung) {
            Some((_, name)) => self.remembered(&marked, hung, &name)?,
            None if by_colour && self.has_our_colour(&marked) => without(&with(&marked, &[("fillId", "0")]), "applyFill"),
            None => return None,
        };
        let known = self.lists.get("cellXfs")?.entries.iter().position(|entry| same(entry, &own));
        Some(known.map_or_else(|| self.list("cellXfs").push(own), |at| at as u32))
    }

    /// A marked format with the fill and the parent that its named style remembers.
    fn remembered(&self, marked: &str, hung: u32, name: &str) -> Option<String> {
        let remembered = self.lists.get("cellStyleXfs")?.entries.get(hung as usize)?;
        let parent_name = name.split_once(": ").map_or("Normal", |(_, parent)| parent);
        let styles = &self.lists.get("cellStyles")?.entries;
        let parent =
            styles.iter().find(|entry| value(entry, "name").as_deref() == Some(parent_name)).and_then(|entry| value(entry, "xfId"));
        let fill = value(remembered, "fillId").unwrap_or_else(|| "0".to_owned());
        let own = with(marked, &[("fillId", &fill), ("xfId", parent.as_deref().unwrap_or("0"))]);
        Some(match value(remembered, "applyFill") {
            Some(said) => with(&own, &[("applyFill", &said)]),
            None => without(&own, "applyFill"),
        })
    }

    fn has_our_colour(&self, xf: &str) -> bool {
        let number = value(xf, "fillId").and_then(|fill| fill.parse::<usize>().ok()).unwrap_or(0);
        let fill = self.lists.get("fills").and_then(|fills| fills.entries.get(number));
        let ours = [Severity::Error, Severity::Warning, Severity::Info].map(colour);
        fill.is_some_and(|fill| ours.iter().any(|colour| fill.to_uppercase().contains(&format!("\"{colour}\""))))
    }

    /// A style of our own sheet.
    pub fn for_listing(&mut self, look: Look) -> u32 {
        let font = self.own(match look {
            Look::Title => "<font><b/><sz val=\"14\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>",
            Look::Head => "<font><b/><sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>",
            Look::Link => "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>",
            Look::Line | Look::Body | Look::Severity(_) => {
                "<font><sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>"
            }
        });
        let font = self.list("fonts").number_of(&font);
        let side = |name: &str| format!("<{name} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{name}>");
        let boxed = self.own(&format!("<border>{}{}{}{}<diagonal/></border>", side("left"), side("right"), side("top"), side("bottom")));
        let border = if matches!(look, Look::Title | Look::Line) { 0 } else { self.list("borders").number_of(&boxed) };
        let fill = match look {
            Look::Severity(severity) => self.fill(severity),
            Look::Head => {
                let grey = self.own(
                    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7E6E6\"/><bgColor indexed=\"64\"/></patternFill></fill>",
                );
                self.list("fills").number_of(&grey)
            }
            _ => 0,
        };
        let alignment = match look {
            Look::Title => "",
            Look::Line => "<alignment vertical=\"top\"/>",
            Look::Head => "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>",
            _ => "<alignment vertical=\"top\" wrapText=\"1\"/>",
        };
        let xf = self.own(&format!(
            "<xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">{alignment}</xf>"
        ));
        self.list("cellXfs").number_of(&xf)
    }

    /// The part, with what was added behind what stood there.
    pub fn finish(self) -> anyhow::Result<String> {
        let mut edits = Edits::default();
        for (place, name) in ORDER.iter().enumerate() {
            let Some(list) = self.lists.get(name).filter(|list| list.entries.len() > list.known) else { continue };
            let added = list.entries[list.known..].concat();
            let count = list.entries.len();
            let Some(span) = &list.span else {
                let at = self.starts.range(place + 1..).map(|(_, start)| *start).min().unwrap_or(self.root_end);
                edits.insert(at, format!("<{0}{name} count=\"{count}\">{added}</{0}{name}>", self.prefix));
                continue;
            };
            if let Some(said) = &list.count {
                edits.replace(said.clone(), count.to_string());
            }
            if list.empty_tag {
                edits.replace(span.end - 2..span.end, format!(">{added}</{}{name}>", self.prefix));
            } else {
                edits.insert(list.end, added);
            }
        }
        edits.applied(&self.source).context("styles.xml")
    }
}

/// What a cell of our own sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    Line,
    Head,
    Body,
    Link,
    Severity(Severity),
}

fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "FFFFB3B0",
        Severity::Warning => "FFFFE08A",
        Severity::Info => "FFCFE4F7",
    }
}

fn entry(text: &str, tag: &Tag<'_>, lists: &mut BTreeMap<&'static str, List>, open: &mut Option<(&'static str, usize)>) {
    let name = match tag.local() {
        "font" => "fonts",
        "fill" => "fills",
        "border" => "borders",
        "cellStyle" => "cellStyles",
        // Of the two lists of formats the one that was opened last.
        "xf" if lists.get("cellXfs").is_some_and(|list| list.span.is_some()) && is_last(lists) => "cellXfs",
        "xf" => "cellStyleXfs",
        _ => return,
    };
    let Some(list) = lists.get_mut(name) else { return };
    match tag.kind {
        xml::Kind::Empty => list.entries.push(text[tag.span.clone()].to_owned()),
        xml::Kind::Open => *open = Some((name, tag.span.start)),
        xml::Kind::Close => {
            if let Some((_, start)) = open.take() {
                list.entries.push(text[start..tag.span.end].to_owned());
            }
        }
    }
}

fn is_last(lists: &BTreeMap<&'static str, List>) -> bool {
    let start = |name: &str| lists.get(name).and_then(|list| list.span.as_ref()).map_or(0, |span| span.start);
    start("cellXfs") > start("cellStyleXfs")
}

/// `3` of `Cần sửa 3: Normal`.
fn number_in(name: &str) -> Option<u32> {
    name.strip_prefix(NAME)?.split_once(": ")?.0.parse().ok()
}

/// Whether a style sheet holds any of our named styles.
pub(super) fn holds_marks(source: &str) -> bool {
    source.contains(&escaped(NAME))
}

fn first_tag(entry: &str) -> Option<Tag<'_>> {
    let mut first = None;
    // An entry is well formed by itself: it was cut out between its tags.
    let _ = xml::each(entry, |tag| {
        first.get_or_insert(tag);
        Ok(())
    });
    first
}

fn value(entry: &str, name: &str) -> Option<String> {
    first_tag(entry)?.text(name)
}

fn with(entry: &str, values: &[(&str, &str)]) -> String {
    let Some(tag) = first_tag(entry) else { return entry.to_owned() };
    let mut edits = Edits::default();
    for (name, value) in values {
        edits.set(&tag, name, value);
    }
    edits.applied(entry).unwrap_or_else(|_| entry.to_owned())
}

fn without(entry: &str, name: &str) -> String {
    match first_tag(entry).and_then(|tag| tag.attribute(name)) {
        Some(attribute) => format!("{}{}", &entry[..attribute.whole.start], &entry[attribute.whole.end..]),
        None => entry.to_owned(),
    }
}

/// Whether two formats say the same, in whatever order.
fn same(one: &str, other: &str) -> bool {
    let parts = |entry: &str| -> Option<(Vec<(String, String)>, String)> {
        let tag = first_tag(entry)?;
        let mut said: Vec<(String, String)> = tag.attributes().iter().map(|said| (said.name.to_owned(), said.text())).collect();
        said.sort();
        Some((said, entry[tag.span.end..].to_owned()))
    };
    parts(one) == parts(other)
}

fn prefixed(xml: &str, prefix: &str) -> String {
    if prefix.is_empty() {
        return xml.to_owned();
    }
    let mut text = String::with_capacity(xml.len() + 32);
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let name = at + if rest[at..].starts_with("</") { 2 } else { 1 };
        text.push_str(&rest[..name]);
        text.push_str(prefix);
        rest = &rest[name..];
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "<styleSheet xmlns=\"m\"><fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf fontId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf fontId=\"0\" fillId=\"0\" xfId=\"0\"/><xf fontId=\"3\" fillId=\"1\" xfId=\"0\" applyFill=\"1\"><alignment/></xf></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    #[test]
    fn a_marked_style_keeps_all_but_its_fill_and_finds_the_way_back() {
        let mut styles = Styles::read(SHEET.to_owned()).expect("sound");
        let marked = styles.marked(1, Severity::Error);
        assert_eq!(styles.marked(1, Severity::Error), marked);
        assert_ne!(styles.marked(1, Severity::Warning), marked);
        let text = styles.finish().expect("written");
        assert!(text.contains("<xf fontId=\"3\" fillId=\"2\" xfId=\"1\" applyFill=\"1\"><alignment/></xf>"), "{text}");
        assert!(text.contains("<cellStyle name=\"Cần sửa 1: Normal\" xfId=\"1\"/>"), "{text}");
        assert!(text.starts_with(SHEET.split("<fills").next().unwrap_or_default()));
        let mut again = Styles::read(text.clone()).expect("sound");
        assert_eq!(again.unmarked(marked, false), Some(1));
        assert_eq!(again.unmarked(1, true), None);
        assert_eq!(again.marked(1, Severity::Error), marked);
        assert_eq!(again.finish().expect("written"), text, "what is there already is not added twice");
    }

    #[test]
    fn a_sheet_without_lists_gets_them_in_the_order_of_the_schema() {
        let mut styles = Styles::read("<x:styleSheet xmlns:x=\"m\"><x:dxfs count=\"0\"/></x:styleSheet>".to_owned()).expect("sound");
        styles.marked(0, Severity::Info);
        let text = styles.finish().expect("written");
        let places: Vec<usize> = ["x:fonts", "x:fills", "x:borders", "x:cellStyleXfs", "x:cellXfs", "x:cellStyles", "x:dxfs"]
            .iter()
            .map(|name| text.find(&format!("<{name}")).unwrap_or_else(|| panic!("{name}: {text}")))
            .collect();
        assert!(places.is_sorted(), "{text}");
        xml::tags(&text).expect("well formed");
    }
}
