//! A list whose kinds of school stand side by side as titles ("Mầm non | Tiểu học | THCS"), the names of their schools below each, in; the columns of
//! the list and the kind of each out.

use std::collections::BTreeMap;

use super::section;
use crate::model::SchoolKind;
use crate::phrase;
use crate::register::cell;
use crate::register::column::Column;
use crate::register::titles::{Block, Header, TITLE_ROWS};
use crate::text;

/// Kinds that make such a row of titles, and names below them.
const FEWEST: usize = 2;

/// The titles, and a column of names for each kind.
pub(super) fn found(rows: &[Vec<String>]) -> Option<(Header, Vec<Block>)> {
    let titles = |(row, cells): (usize, &Vec<String>)| Some((row, kinds(cells)?));
    let (row, kinds) = rows.iter().take(TITLE_ROWS).enumerate().find_map(titles)?;
    let below = || rows.iter().skip(row + 1);
    let names = kinds.iter().flat_map(|(at, _)| below().filter_map(|cells| cells.get(*at))).filter(|cell| is_name(cell)).count();
    let others = kinds.iter().flat_map(|(at, _)| below().filter_map(|cells| cells.get(*at))).filter(|cell| is_long(cell)).count();
    if names < FEWEST || others > 0 {
        return None;
    }
    let commune = rows[row].iter().position(|title| Column::of(title) == Some(Column::Commune));
    let block = |(at, kind): &(usize, SchoolKind)| {
        let columns = [(Column::Name, Some(*at)), (Column::Commune, commune)].into_iter();
        let columns: BTreeMap<Column, usize> = columns.filter_map(|(column, at)| Some((column, at?))).collect();
        Block { span: *at..*at + 1, columns, kind: Some(*kind) }
    };
    let blocks: Vec<Block> = kinds.iter().map(block).collect();
    Some((Header { row, columns: blocks.first()?.columns.clone() }, blocks))
}

/// Where the kinds stand, each once, in a row that holds nothing else but titles of numbers and of communes.
fn kinds(cells: &[String]) -> Option<Vec<(usize, SchoolKind)>> {
    let mut kinds: Vec<(usize, SchoolKind)> = Vec::new();
    for (at, title) in cells.iter().enumerate() {
        if let Some(kind) = kind_alone(title) {
            kinds.push((at, kind));
        } else if !is_beside(title) {
            return None;
        }
    }
    let distinct = kinds.iter().enumerate().all(|(at, (_, kind))| kinds[..at].iter().all(|(_, before)| before != kind));
    (kinds.len() >= FEWEST && distinct).then_some(kinds)
}

/// "Mầm non", "Khối THCS", "Các trường tiểu học (12)"; "Trường Mầm non Hoa Sen" is a school.
fn kind_alone(title: &str) -> Option<SchoolKind> {
    let words = title.split('(').next().unwrap_or_default().trim();
    let kind = cell::kind(section::without_lead(words))?;
    phrase::school::parse(words).name.is_none().then_some(kind)
}

fn is_beside(title: &str) -> bool {
    let folded = text::fold(title);
    matches!(folded.as_str(), "" | "tt" | "stt" | "so tt" | "so thu tu" | "ghi chu") || Column::of(title) == Some(Column::Commune)
}

/// Letters, and no count of schools: "Hoa Sen", not "12", not "12 trường".
fn is_name(cell: &str) -> bool {
    let folded = text::fold(cell);
    folded.chars().any(char::is_alphabetic) && !is_count(&folded)
}

/// "12 trường", "Cộng: 12".
pub(super) fn is_count(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let counted = |word: &&str| word.bytes().all(|letter| letter.is_ascii_digit()) || matches!(*word, "truong" | "cong" | "tong" | "so");
    !words.is_empty() && words.iter().all(counted)
}

/// A sentence: the table is about the kinds, and lists no schools.
fn is_long(cell: &str) -> bool {
    const LONGEST: usize = 70;
    text::clean(cell).chars().count() > LONGEST
}
