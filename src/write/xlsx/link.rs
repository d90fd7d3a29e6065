//! A cell in, where it leads out, as far as Excel follows.

use std::borrow::Cow;

use rust_xlsxwriter::Url;

use super::names::reference;
use super::plan::Plan;
use crate::table::{Cell, Link, Value};

/// Links Excel allows on one sheet; further cells keep their text only.
const MOST_LINKS: usize = 65_530;
/// Letters of an address that Excel follows, in UTF-16 units.
const MOST_ADDRESS: usize = 2_080;

/// Where a link of a cell leads.
pub enum Target<'t> {
    Sheet { place: String },
    File { file: Cow<'t, str>, place: String },
}

impl Target<'_> {
    pub fn url(&self) -> Url {
        match self {
            Target::Sheet { place } => Url::new(format!("internal:{place}")),
            Target::File { file, place } => Url::new(format!("file:///{file}#{place}")),
        }
    }

    /// Whether Excel could follow it.
    pub fn fits(&self) -> bool {
        let (Target::File { place, .. } | Target::Sheet { place }) = self;
        place.len() <= MOST_ADDRESS || place.encode_utf16().count() <= MOST_ADDRESS
    }
}

/// Where the link of a cell leads, when so many links stand on the sheet already.
pub fn target<'t>(book: &Plan<'_>, cell: &'t Cell, links: usize) -> Option<Target<'t>> {
    if links >= MOST_LINKS || cell.value == Value::Empty {
        return None;
    }
    match cell.link.as_deref()? {
        Link::Internal { sheet } => book.names.get(sheet.as_str()).map(|name| Target::Sheet { place: reference(name, "A1") }),
        // What stands after the first "#" is the place in the file, so a file name with one cannot be linked.
        Link::External { file, sheet, cell } if !file.contains('#') => {
            let file = if file.contains('\\') { Cow::Owned(file.replace('\\', "/")) } else { Cow::Borrowed(file.as_str()) };
            Some(Target::File { file, place: reference(sheet, cell) })
        }
        Link::External { .. } => None,
    }
}
