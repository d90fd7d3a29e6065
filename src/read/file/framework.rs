//! Which framework a table follows, and what speaks of another: codes of a second set, another circular.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::File;
use crate::finding::{self, Finding};
use crate::form::{Field, Stamp};
use crate::framework::Framework;
use crate::model::{Address, Criterion, FormKind, School};
use crate::phrase;
use crate::read::grid::Grid;
use crate::read::table::Table;
use crate::text;

impl<'a> File<'a> {
    /// By the kind of the school and the year; by the codes of the rows, where these say clearly another: codes of two frameworks are never counted as one.
    /// A form that was handed out says it itself.
    pub(super) fn framework(&mut self, grid: &Grid, school: &School, table: &Table<'_>, stamp: Option<&Stamp>) -> Option<&'a Framework> {
        let frameworks = self.context.frameworks;
        let header = &table.header;
        let belongs = |framework: &Framework| {
            header.form.frameworks.is_empty() || header.form.frameworks.iter().any(|name| framework.answers_to(name))
        };
        let stamped = stamp.and_then(|stamp| frameworks.get(&stamp.framework)).filter(|framework| belongs(framework));
        let usual = school.kind.and_then(|kind| Some((kind, frameworks.of(kind, self.context.year)?)));
        let Some((kind, own)) = usual else { return stamped };
        let codes = table_codes(table);
        let strange = |framework: &Framework| codes.iter().filter(|criterion| !framework.has(**criterion)).count();
        let other = frameworks
            .all
            .iter()
            .filter(|other| other.kinds.contains(&kind) && other.family != own.family)
            // Short titles fit the forms of several sets; codes that only one set has do not.
            .filter(|other| belongs(other) || strange(other) == 0 && strange(own) >= 2)
            .min_by_key(|other| strange(other));
        let chosen = match other {
            _ if let Some(stamped) = stamped => stamped,
            Some(other) if !codes.is_empty() && strange(other) * 4 < strange(own) => other,
            _ => own,
        };
        let newer =
            |form: &str| frameworks.all.iter().filter(|other| other.answers_to(form)).all(|other| other.in_force_from > own.in_force_from);
        // "Nội dung cải tiến" is a title of the later set and a word of the language: one such column makes no form of it.
        let borrowed = matches!(header.form.kind, FormKind::Plan | FormKind::Evidence)
            && chosen.id == own.id
            && header.form.frameworks.iter().all(|form| newer(form))
            && [Field::Indicator, Field::Evidence, Field::Conditions, Field::Content]
                .iter()
                .filter(|field| header.column(**field).is_some())
                .count()
                < 3;
        // The plan of an earlier set is told by columns of its own; "Tiêu chí", "Việc cải tiến", "Người làm" are the school's words.
        let worded = header.form.kind == FormKind::Plan
            && chosen.id == own.id
            && !header.form.frameworks.iter().any(|form| newer(form))
            && ![Field::Target, Field::Conditions].iter().all(|field| header.column(*field).is_some());
        if (!belongs(own) && !borrowed && !worded) || chosen.id != own.id {
            let mut finding = Finding::new(&finding::OTHER_FRAMEWORK_YEAR)
                .of_school(&school.id)
                .with("found", if chosen.id == own.id { &header.form.title } else { &chosen.title })
                .with("framework", &own.title);
            finding.cell = Some(Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column)));
            self.on_sheet(grid, finding);
        }
        Some(chosen)
    }

    /// A second framework within the file, and a circular that is not the school's own.
    pub(super) fn other_framework(
        &mut self,
        grid: &Grid,
        school: &School,
        framework: &'a Framework,
        lines: &[(Address, String)],
        cell: Address,
    ) {
        let (first, sheet) = self.followed.entry(school.id.clone()).or_insert_with(|| (framework, Arc::clone(&grid.name))).clone();
        if first.id != framework.id {
            let mut finding = Finding::new(&finding::TWO_FRAMEWORKS)
                .of_school(&school.id)
                .with("this", &framework.title)
                .with("first", &first.title)
                .with("sheet", sheet);
            finding.cell = Some(cell);
            self.on_sheet(grid, finding);
        }
        let circulars: BTreeSet<&str> = self.context.frameworks.all.iter().map(|other| other.circular.as_str()).collect();
        let circulars: Vec<(&str, String)> = circulars.into_iter().map(|circular| (circular, text::fold(circular))).collect();
        let own = text::fold(&framework.circular);
        for (address, line) in lines {
            let folded = text::fold(line);
            if text::holds_words(&folded, &own) {
                continue;
            }
            let Some((found, _)) = circulars.iter().find(|(_, circular)| text::holds_words(&folded, circular)) else { continue };
            let told = |known: &Finding| known.rule == &finding::OTHER_CIRCULAR && known.details.get("found").is_some_and(|it| it == found);
            if !self.reading.findings.iter().any(told) {
                let mut finding = Finding::new(&finding::OTHER_CIRCULAR)
                    .of_school(&school.id)
                    .raw(line)
                    .with("found", found)
                    .with("own", &framework.circular);
                finding.cell = Some(*address);
                self.on_sheet(grid, finding);
            }
        }
    }
}

/// The codes written out in a table: "1.10".
fn table_codes(table: &Table<'_>) -> BTreeSet<Criterion> {
    let Some(column) = table.header.column(Field::Criterion).map(|assigned| assigned.column) else { return BTreeSet::new() };
    table
        .body
        .iter()
        .filter_map(|row| row.get(column))
        .filter_map(|cell| phrase::criterion::parse(&cell.text, None, None).criterion)
        .collect()
}
