//! The rows of a self-assessment in, those out that are of another year: "1.1 | 2022-2023 | x" above "| 2023-2024 | x".

use std::collections::BTreeSet;

use super::{Physical, primary};
use crate::model::{FormKind, SchoolYear};
use crate::phrase;
use crate::read::header::Header;
use crate::text::fold;

/// By row of the sheet. Where the row of another year names the criterion, the row below it that names none has it from there.
pub(super) fn of_others(header: &Header<'_>, rows: &mut [Physical], year: SchoolYear) -> BTreeSet<u32> {
    let titled = header.unused.iter().find(|(_, title)| matches!(fold(title).as_str(), "nam hoc" | "nam"));
    let Some((column, _)) = titled.filter(|_| header.form.kind == FormKind::Assessment) else { return BTreeSet::new() };
    let of = |row: &Physical| row.extra.iter().find(|(at, _)| at.column == *column).and_then(|(_, text)| phrase::year::parse(text));
    let years: Vec<Option<SchoolYear>> = rows.iter().map(of).collect();
    if !years.contains(&Some(year)) {
        return BTreeSet::new();
    }
    let is_other = |at: usize| years[at].is_some_and(|other| other != year);
    let key = primary(header);
    for at in 1..rows.len() {
        if is_other(at - 1)
            && !rows[at].has(key)
            && let Some(named) = rows[at - 1].pieces.get(&key).cloned()
        {
            rows[at].pieces.insert(key, named);
        }
    }
    (0..rows.len()).filter(|at| is_other(*at)).map(|at| rows[at].index).collect()
}
