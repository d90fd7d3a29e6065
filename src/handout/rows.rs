//! The rows of an empty form: what is printed in, what goes on from before, and room for more.

use std::collections::BTreeMap;

use super::{Carried, Handout};
use crate::form::{Blank, Field, Form};
use crate::framework::{CriterionInfo, Level4Item};
use crate::model::{Criterion, FormKind};
use crate::table::{Cell, Entry, Row, RowKind};

/// Empty rows below each standard, for a second piece of work on a criterion.
const SPARE: usize = 2;

/// All rows of one form.
pub fn of(handout: &Handout<'_>, form: &Form, blank: &Blank) -> Vec<Row> {
    let mut rows = Rows { blank, code: code_field(blank), next: 1, rows: Vec::new() };
    match form.kind {
        FormKind::FollowUp => rows.times(),
        FormKind::Assessment if blank.column(Field::Item).is_some() => rows.items(&handout.framework.level4),
        FormKind::Assessment => rows.assessment(handout),
        FormKind::Problems => rows.work(handout, form.kind, 0),
        FormKind::Plan | FormKind::Result | FormKind::Evidence => rows.work(handout, form.kind, SPARE),
    }
    rows.rows
}

/// Where the criterion of a row is written.
fn code_field(blank: &Blank) -> Field {
    [Field::Criterion, Field::Item, Field::Standard].into_iter().find(|field| blank.column(*field).is_some()).unwrap_or(Field::Criterion)
}

struct Rows<'a> {
    blank: &'a Blank,
    code: Field,
    /// The number of the next row.
    next: usize,
    rows: Vec<Row>,
}

impl Rows<'_> {
    /// A title over the whole width.
    fn group(&mut self, text: String) {
        let mut cells = vec![Cell::text(text)];
        cells.resize(self.blank.columns.len(), Cell::empty());
        self.rows.push(Row { kind: RowKind::Group, cells });
    }

    fn row(&mut self, cell: impl Fn(Field) -> Cell) {
        let number = self.next;
        self.next += 1;
        let cells = self.blank.columns.iter().map(|column| match column.field {
            Field::Ordinal => Cell::text(number.to_string()),
            field => cell(field),
        });
        self.rows.push(Row { kind: RowKind::Plain, cells: cells.collect() });
    }

    /// Standard by standard, then the Mức 4 list: the work that goes on, or an empty row, for each criterion.
    fn work(&mut self, handout: &Handout<'_>, kind: FormKind, spare: usize) {
        let framework = handout.framework;
        let carried: Vec<(&Carried, &BTreeMap<Field, String>)> =
            handout.carried.iter().filter_map(|carried| Some((carried, carried.cells(kind)?))).collect();
        let listed = !framework.level4.is_empty() && matches!(kind, FormKind::Plan | FormKind::Result);
        if listed {
            self.group("MỨC 1, 2, 3".to_owned());
        }
        // Work that no criterion was named for stands above all standards, so that it takes none from the row above.
        let unplaced =
            |carried: &Carried| carried.criterion.is_none_or(|criterion| !framework.has(criterion)) && carried.standard.is_none();
        for (_, cells) in carried.iter().filter(|(carried, _)| unplaced(carried)) {
            self.carried(None, cells, Entry::Open);
        }
        for standard in &framework.standards {
            let criteria: Vec<&CriterionInfo> =
                framework.criteria.iter().filter(|info| info.criterion.standard() == Some(standard.number)).collect();
            let title = format!("Tiêu chuẩn {}: {}", standard.number, standard.title);
            let apart = self.code == Field::Criterion && self.blank.column(Field::Standard).is_some();
            if !apart {
                self.group(title);
            }
            let codes: Vec<String> = criteria.iter().map(|info| format!("Tiêu chí {}", info.criterion)).collect();
            for (_, cells) in carried.iter().filter(|(carried, _)| carried.criterion.is_none() && carried.standard == Some(standard.number))
            {
                self.carried(None, cells, Entry::Choice(codes.clone()));
            }
            for info in criteria {
                self.criterion(info.criterion, &code_and_title(info), &format!("Tiêu chuẩn {}", standard.number), &carried);
            }
            self.spare(spare, &codes);
        }
        if listed {
            self.group("MỨC 4".to_owned());
            for item in &framework.level4 {
                self.criterion(item.criterion(), &format!("Tiêu chí {}: {}", item.item, item.title), "", &carried);
            }
            let codes: Vec<String> = framework.level4.iter().map(|item| format!("Tiêu chí {}", item.item)).collect();
            self.spare(spare, &codes);
        }
    }

    fn criterion(&mut self, criterion: Criterion, code: &str, standard: &str, carried: &[(&Carried, &BTreeMap<Field, String>)]) {
        let mut goes_on = carried.iter().filter(|(carried, _)| carried.criterion == Some(criterion)).peekable();
        if goes_on.peek().is_none() {
            let field = self.code;
            self.row(|column| match column {
                column if column == field => Cell::text(code),
                Field::Standard => Cell::text(standard),
                _ => Cell::empty(),
            });
        }
        for (_, cells) in goes_on {
            self.carried(Some(code), cells, Entry::Open);
        }
    }

    fn carried(&mut self, code: Option<&str>, cells: &BTreeMap<Field, String>, entry: Entry) {
        let field = self.code;
        self.row(|column| match cells.get(&column) {
            _ if column == field => code.map_or_else(|| Cell::empty().entry(entry.clone()), Cell::text),
            Some(text) => Cell::text(text.as_str()),
            None => Cell::empty(),
        });
    }

    fn spare(&mut self, count: usize, codes: &[String]) {
        let field = self.code;
        for _ in 0..count {
            self.row(|column| if column == field { Cell::empty().entry(Entry::Choice(codes.to_vec())) } else { Cell::empty() });
        }
    }

    /// One row a criterion; where it has no such level, a dash that stays.
    fn assessment(&mut self, handout: &Handout<'_>) {
        for standard in &handout.framework.standards {
            self.group(format!("Tiêu chuẩn {}: {}", standard.number, standard.title));
            for info in handout.framework.criteria.iter().filter(|info| info.criterion.standard() == Some(standard.number)) {
                let field = self.code;
                self.row(|column| match column.level() {
                    _ if column == field => Cell::text(code_and_title(info)).entry(Entry::Closed),
                    Some(level) if !info.levels.contains(&level) => Cell::text("-").entry(Entry::Closed),
                    _ => Cell::empty(),
                });
            }
        }
    }

    fn items(&mut self, items: &[Level4Item]) {
        for item in items {
            self.row(|column| match column {
                Field::Item => Cell::text(format!("Khoản {}", item.item)).entry(Entry::Closed),
                Field::Content => Cell::text(item.title.as_str()).entry(Entry::Closed),
                _ => Cell::empty(),
            });
        }
    }

    /// The two times of the year at which the work is looked at.
    fn times(&mut self) {
        for time in ["Cuối học kỳ I", "Cuối năm học"] {
            self.row(|column| if column == Field::Time { Cell::text(time).entry(Entry::Closed) } else { Cell::empty() });
        }
    }
}

fn code_and_title(info: &CriterionInfo) -> String {
    format!("Tiêu chí {}: {}", info.criterion, info.title)
}
