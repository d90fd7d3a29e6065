//! A part's XML in, its tags with their places out; edits by place, so that every byte that is not edited stays as it was.

use std::ops::Range;

use anyhow::{Context, bail};
use quick_xml::Reader;
use quick_xml::events::Event;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    /// `<c r="A1"/>`
    Empty,
    Close,
}

/// One tag as it stands in the part.
#[derive(Debug, Clone)]
pub(super) struct Tag<'a> {
    pub kind: Kind,
    /// With its prefix: `x:row`.
    pub name: &'a str,
    pub span: Range<usize>,
    /// How many elements it stands in: the root in none.
    pub depth: usize,
    source: &'a str,
}

/// One attribute of a tag; places are those of the part.
#[derive(Debug, Clone)]
pub(super) struct Attribute<'a> {
    pub name: &'a str,
    pub raw: &'a str,
    pub value: Range<usize>,
    /// The space in front of it included, so that it can be taken out.
    pub whole: Range<usize>,
}

impl Attribute<'_> {
    /// What it says, entities resolved.
    pub fn text(&self) -> String {
        unescaped(self.raw)
    }

    pub fn number(&self) -> Option<u32> {
        self.raw.trim().parse().ok()
    }
}

impl<'a> Tag<'a> {
    pub fn local(&self) -> &'a str {
        local(self.name)
    }

    /// `x:`, or nothing.
    pub fn prefix(&self) -> &'a str {
        &self.name[..self.name.len() - self.local().len()]
    }

    pub fn opens(&self) -> bool {
        self.kind != Kind::Close
    }

    /// Where an attribute can be put in.
    pub fn after_name(&self) -> usize {
        self.span.start + 1 + self.name.len()
    }

    pub fn attribute(&self, name: &str) -> Option<Attribute<'a>> {
        self.attributes().into_iter().find(|attribute| attribute.name == name)
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.attribute(name).map(|attribute| attribute.text())
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.number()
    }

    pub fn is_true(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|attribute| matches!(attribute.raw, "1" | "true"))
    }

    pub fn attributes(&self) -> Vec<Attribute<'a>> {
        let bytes = self.source.as_bytes();
        let end = self.span.end;
        let skip = |mut at: usize, over: fn(u8) -> bool| {
            while at < end && over(bytes[at]) {
                at += 1;
            }
            at
        };
        let mut found = Vec::new();
        let mut at = self.after_name();
        loop {
            let before = at;
            at = skip(at, |byte| byte.is_ascii_whitespace());
            let name = at;
            at = skip(at, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'/' | b'>'));
            let name = name..at;
            at = skip(skip(at, |byte| byte.is_ascii_whitespace()), |byte| byte == b'=');
            at = skip(at, |byte| byte.is_ascii_whitespace());
            let quote = if at < end { bytes[at] } else { 0 };
            if name.is_empty() || !matches!(quote, b'"' | b'\'') {
                return found;
            }
            let value = at + 1;
            let Some(length) = bytes[value..end].iter().position(|byte| *byte == quote) else { return found };
            at = value + length + 1;
            found.push(Attribute {
                name: &self.source[name],
                raw: &self.source[value..value + length],
                value: value..value + length,
                whole: before..at,
            });
        }
    }
}

pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

pub(super) fn unescaped(raw: &str) -> String {
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), |text| text.into_owned())
}

/// Text as it may stand between tags and in attributes; what XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// All tags of a part in order. Refuses what is not well formed.
pub(super) fn tags(source: &str) -> anyhow::Result<Vec<Tag<'_>>> {
    let mut found = Vec::new();
    each(source, |tag| {
        found.push(tag);
        Ok(())
    })?;
    Ok(found)
}

/// Hands over the tags one by one: a sheet may have millions.
pub(super) fn each<'a>(source: &'a str, mut take: impl FnMut(Tag<'a>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let mut reader = Reader::from_str(source);
    let mut depth = 0usize;
    loop {
        let start = usize::try_from(reader.buffer_position())?;
        let event = reader.read_event().context("XML không đúng dạng")?;
        let span = start..usize::try_from(reader.buffer_position())?;
        let (kind, skipped) = match event {
            Event::Start(_) => (Kind::Open, 1),
            Event::Empty(_) => (Kind::Empty, 1),
            Event::End(_) => (Kind::Close, 2),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => bail!("XML bị cắt ngang"),
            _ => continue,
        };
        if kind == Kind::Close {
            depth = depth.saturating_sub(1);
        }
        let inner = &source[span.start + skipped..span.end];
        let length = inner.find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>')).unwrap_or(inner.len());
        take(Tag { kind, name: &inner[..length], span, depth, source })?;
        if kind == Kind::Open {
            depth += 1;
        }
    }
}

/// An element from its opening tag to its end.
#[derive(Debug, Clone)]
pub(super) struct Element<'a> {
    pub open: Tag<'a>,
    /// Between its tags; empty for an empty tag.
    pub inner: Range<usize>,
    pub span: Range<usize>,
}

/// The elements of this local name that stand so deep.
pub(super) fn elements<'a>(source: &'a str, name: &str, depth: usize) -> anyhow::Result<Vec<Element<'a>>> {
    let mut found: Vec<Element<'a>> = Vec::new();
    each(source, |tag| {
        if tag.depth == depth && tag.local() == name {
            match tag.kind {
                Kind::Close => {
                    if let Some(element) = found.last_mut() {
                        element.inner.end = tag.span.start;
                        element.span.end = tag.span.end;
                    }
                }
                _ => found.push(Element { inner: tag.span.end..tag.span.end, span: tag.span.clone(), open: tag }),
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// What is to be changed in a part, by place.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub fn replace(&mut self, span: Range<usize>, text: impl Into<String>) {
        self.0.push((span, text.into()));
    }

    /// Texts put in at one place stand in the order they were given.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    pub fn remove(&mut self, span: Range<usize>) {
        self.replace(span, "");
    }

    /// Sets an attribute to what it is to say, wherever it stands.
    pub fn set(&mut self, tag: &Tag<'_>, name: &str, value: impl std::fmt::Display) {
        match tag.attribute(name) {
            Some(attribute) => self.replace(attribute.value, value.to_string()),
            None => self.insert(tag.after_name(), format!(" {name}=\"{value}\"")),
        }
    }

    /// Puts a child in as the last of an element, which an empty tag becomes then.
    pub fn append(&mut self, element: &Element<'_>, child: &str) {
        if element.open.kind == Kind::Empty {
            let slash = element.open.span.end - 2;
            self.replace(slash..element.open.span.end, format!(">{child}</{}>", element.open.name));
        } else {
            self.insert(element.inner.end, child);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn applied(mut self, source: &str) -> anyhow::Result<String> {
        self.0.sort_by_key(|(span, _)| (span.start, span.end));
        let mut text = String::with_capacity(source.len() + self.0.iter().map(|(_, text)| text.len()).sum::<usize>());
        let mut at = 0;
        for (span, replacement) in &self.0 {
            if span.start < at {
                bail!("hai chỗ sửa chồng lên nhau");
            }
            text.push_str(&source[at..span.start]);
            text.push_str(replacement);
            at = span.end;
        }
        text.push_str(&source[at..]);
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_know_their_place_and_their_attributes() {
        let source = "<?xml version=\"1.0\"?>\n<x:a>t &amp; <b  r = 'A1' x:id=\"1\"/><!-- <c> --></x:a>";
        let tags = tags(source).expect("well formed");
        let shown: Vec<&str> = tags.iter().map(|tag| &source[tag.span.clone()]).collect();
        assert_eq!(shown, ["<x:a>", "<b  r = 'A1' x:id=\"1\"/>", "</x:a>"]);
        assert_eq!(tags.iter().map(|tag| tag.depth).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(tags[1].text("r").as_deref(), Some("A1"));
        assert_eq!(tags[1].text("x:id").as_deref(), Some("1"));
        assert_eq!((tags[0].prefix(), tags[0].local()), ("x:", "a"));
    }

    #[test]
    fn only_what_is_edited_changes() {
        let source = "<a ><b s=\"1\"/><c/></a >";
        let all = tags(source).expect("well formed");
        let mut edits = Edits::default();
        edits.set(&all[1], "s", 7);
        edits.append(&elements(source, "c", 1).expect("well formed")[0], "<d/>");
        assert_eq!(edits.applied(source).expect("apart"), "<a ><b s=\"7\"/><c><d/></c></a >");
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        assert!(tags("<a><b></b>").is_err());
        assert!(tags("<a><b></a></b>").is_err());
    }
}
