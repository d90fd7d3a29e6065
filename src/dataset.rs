//! A reading in, its tables out: one row a thing, every enum as its code, in an order that does not depend on how the reading came about.
//! And back: the tables of an output in, the reading out.

mod code;
pub mod declared_at;
mod document;
mod receipt;
mod record;
pub mod stamp;
mod stored;
mod tables;
pub mod variable;

use std::collections::BTreeSet;

use jiff::civil::Date;
use polars::prelude::DataFrame;

pub use code::{SEPARATOR, code, codes, of_code, of_codes, of_parts, payers};
pub use document::document;
pub use stamp::Stamp;
pub use stored::{Stored, TABLES};
pub use variable::Variable;

use crate::model::{Period, SchoolYear, UnitName};
use crate::reading::Reading;

/// All that was read, as the tables of `du-lieu/*.parquet`.
#[derive(Debug, Clone)]
pub struct Dataset {
    pub schools: DataFrame,
    /// One row a file; the schools it speaks for stand in one cell.
    pub submissions: DataFrame,
    pub assessments: DataFrame,
    pub actions: DataFrame,
    pub evidence: DataFrame,
    pub findings: DataFrame,
}

/// What is asked of the data: which half of which year, and by which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub school_year: SchoolYear,
    pub period: Period,
    /// The day on which work is judged overdue.
    pub as_of: Date,
    /// The last day on which a school reports in time.
    pub deadline: Date,
    /// Whether a register says which schools have to report.
    pub expected: bool,
}

impl Dataset {
    /// The tables of a reading whose plans and results have been linked.
    pub fn new(reading: &Reading, question: &Question) -> Dataset {
        Dataset {
            schools: tables::schools(reading, question.deadline),
            submissions: tables::submissions(&reading.submissions),
            assessments: tables::assessments(&reading.assessments),
            actions: tables::actions(&reading.actions, question.as_of),
            evidence: tables::evidence(&reading.evidence),
            findings: tables::findings(&reading.findings),
        }
    }

    /// With the unit that compiled it beside each school.
    pub fn compiled_by(mut self, unit: &UnitName) -> Dataset {
        let rows = self.schools.height();
        for (variable, name) in [(&variable::UNIT, &unit.name), (&variable::UNIT_PARENT, &unit.parent)] {
            let column = variable.texts(std::iter::repeat_n(Some(name), rows));
            self.schools.with_column(column).expect("as many names as schools");
        }
        self
    }

    /// Every framework that a school follows or a row names.
    ///
    /// # Errors
    /// A table lacks a column.
    pub fn frameworks(&self) -> anyhow::Result<BTreeSet<String>> {
        let mut ids = BTreeSet::new();
        for table in [&self.schools, &self.assessments, &self.actions] {
            let mut last = None;
            for id in variable::FRAMEWORK.texts_of(table)?.iter().flatten().filter(|id| !id.is_empty()) {
                // Rows of one school stand together: most often nothing has to be looked up.
                if last != Some(id) {
                    ids.insert(id.to_owned());
                    last = Some(id);
                }
            }
        }
        Ok(ids)
    }

    /// Tables with all their columns and no row.
    pub fn empty() -> Dataset {
        Dataset {
            schools: tables::schools(&Reading::default(), Date::ZERO),
            submissions: tables::submissions(&[]),
            assessments: tables::assessments(&[]),
            actions: tables::actions(&[], Date::ZERO),
            evidence: tables::evidence(&[]),
            findings: tables::findings(&[]),
        }
    }

    /// Each table with the name of its file.
    pub fn tables(&self) -> [(&'static str, &DataFrame); 6] {
        [
            ("schools", &self.schools),
            ("submissions", &self.submissions),
            ("assessments", &self.assessments),
            ("actions", &self.actions),
            ("evidence", &self.evidence),
            ("findings", &self.findings),
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::iter::repeat_n;

    use jiff::civil::date;
    use polars::prelude::AnyValue;

    use super::*;
    use crate::finding::{Finding, RULES};
    use crate::model::{
        Action, Address, Cost, CostKind, CostSource, Criterion, FormKind, Origin, ReceivedFrom, School, State, Status, Submission, Window,
        WindowFlag, WindowKind,
    };

    fn question() -> Question {
        Question {
            school_year: SchoolYear::new(2023).expect("a school year"),
            period: Period::Hk1,
            as_of: date(2024, 1, 10),
            deadline: date(2024, 1, 10),
            expected: true,
        }
    }

    fn action() -> Action {
        Action {
            school_id: "07901234".to_owned(),
            framework: "tt18-2018".to_owned(),
            standard: None,
            criterion: Some(Criterion::Numbered { standard: 1, number: 10 }),
            level_band: None,
            target: String::new(),
            task: "=SUM(A1)".to_owned(),
            lead: String::new(),
            time_text: "12/2023".to_owned(),
            window: Window {
                kind: WindowKind::Span,
                start: Some(date(2023, 12, 1)),
                due: Some(date(2023, 12, 31)),
                flags: BTreeSet::from([WindowFlag::Multiple, WindowFlag::YearInferred]),
            },
            cost_text: String::new(),
            cost: Cost {
                kind: CostKind::Amount,
                amount_vnd: Some(5_000_000),
                sources: BTreeSet::from([CostSource::Socialised, CostSource::Budget]),
                parts: Vec::new(),
            },
            conditions: String::new(),
            note: String::new(),
            adjusted: String::new(),
            done_text: String::new(),
            ongoing_text: String::new(),
            not_started_text: String::new(),
            reported_time: String::new(),
            status: Status::InProgress,
            late_stated: false,
            origin: Origin { file: "a.xlsx".into(), sheet: "KH".into(), cell: Address::new(13, 1) },
            result_origin: None,
        }
    }

    fn values(table: &DataFrame, names: &[&str]) -> Vec<String> {
        names
            .iter()
            .map(|name| table.column(name).expect(name).get(0).expect("a first row"))
            .map(|value| if value == AnyValue::Null { String::new() } else { value.str_value().into_owned() })
            .collect()
    }

    #[test]
    fn every_promised_column_is_there_even_when_nothing_was_read() {
        let dataset = Dataset::new(&Reading::default(), &question());
        let promised = [
            (
                "schools",
                "school_id name kind commune cluster framework registered submission received_on accreditation national_standard recognised_on target_level declared_level declared_at",
            ),
            ("submissions", "file sha256 school_id forms received_on received_from state"),
            ("assessments", "school_id framework standard criterion level result file sheet cell"),
            (
                "actions",
                "school_id framework criterion file sheet cell level_band target task lead time_text time_kind start due cost_text cost_vnd cost_sources cost_parts conditions note adjusted done_text ongoing_text not_started_text reported_time status late_stated overdue days_overdue result_file result_sheet result_cell row_id standard flags cost_kind",
            ),
            ("evidence", "school_id framework criterion file sheet cell"),
            ("findings", "id severity school_id file sheet cell field raw message remedy"),
        ];
        for ((name, table), (expected, columns)) in dataset.tables().into_iter().zip(promised) {
            assert_eq!((name, table.height()), (expected, 0));
            columns.split(' ').for_each(|column| assert!(table.column(column).is_ok(), "{name}: {column}"));
        }
    }

    #[test]
    fn a_piece_of_work_is_one_row_of_codes_and_texts_as_they_stood() {
        let dataset = Dataset::new(&Reading { actions: vec![action()], ..Reading::default() }, &question());
        let names = [
            "school_id",
            "standard",
            "criterion",
            "task",
            "time_kind",
            "flags",
            "cost_kind",
            "cost_vnd",
            "cost_sources",
            "status",
            "overdue",
            "days_overdue",
            "cell",
            "result_cell",
        ];
        let expected = [
            "07901234",
            "1",
            "1.10",
            "=SUM(A1)",
            "span",
            "year_inferred;multiple",
            "amount",
            "5000000",
            "budget;socialised",
            "in_progress",
            "possible",
            "10",
            "B14",
            "",
        ];
        assert_eq!(values(&dataset.actions, &names), expected);
        assert_eq!(variable::DUE.dates_of(&dataset.actions).expect("dates").collect::<Vec<_>>(), [Some(date(2023, 12, 31))]);
    }

    #[test]
    fn a_file_is_one_row_however_many_schools_it_speaks_for() {
        let submission = Submission {
            file: "cum.xlsx".into(),
            sha256: "00".to_owned(),
            school_ids: BTreeSet::from(["b".to_owned(), "a".to_owned()]),
            forms: BTreeSet::from([FormKind::Result, FormKind::Plan]),
            received_on: None,
            received_from: ReceivedFrom::None,
            state: State::Accepted,
        };
        let dataset = Dataset::new(&Reading { submissions: vec![submission], ..Reading::default() }, &question());
        assert_eq!(dataset.submissions.height(), 1);
        assert_eq!(
            values(&dataset.submissions, &["school_id", "forms", "received_on", "received_from", "state"]),
            ["a;b", "plan;result", "", "none", "accepted"]
        );
    }

    #[test]
    fn a_school_listed_twice_is_one_row_the_registered_one() {
        let school = |name: &str, registered: bool| School {
            id: "a".to_owned(),
            name: name.to_owned(),
            kind: None,
            commune: String::new(),
            cluster: String::new(),
            aliases: Vec::new(),
            accreditation: None,
            national_standard: None,
            recognised_on: None,
            target_level: None,
            framework: None,
            registered,
            geography: Default::default(),
            lineage: Default::default(),
        };
        let dataset = Dataset::new(&Reading { schools: vec![school("A", false), school("B", true)], ..Reading::default() }, &question());
        assert_eq!(dataset.schools.height(), 1);
        assert_eq!(values(&dataset.schools, &["name", "submission"]), ["B", "missing"]);
    }

    #[test]
    fn what_was_stored_is_read_back_whole() {
        let reading = crate::report::example::district(30).reading;
        let dataset = Dataset::new(&reading, &question());
        let folder = tempfile::tempdir().expect("a folder");
        for (name, table) in dataset.tables() {
            assert!(table.height() > 0 || name == "evidence", "{name} shows nothing");
            let bytes = crate::write::parquet::to_bytes(table).expect("bytes");
            std::fs::write(folder.path().join(format!("{name}.parquet")), bytes).expect("written");
        }
        let stored = Dataset::load(folder.path()).expect("tables of ours");
        let again = Dataset::new(&stored.reading().expect("records"), &question());
        for ((name, before), (_, after)) in dataset.tables().into_iter().zip(again.tables()) {
            assert!(before.equals_missing(after), "{name}: {before} {after}");
        }
    }

    #[test]
    fn every_finding_is_a_row() {
        let findings = repeat_n(Finding::new(RULES[0]), 2).collect();
        let dataset = Dataset::new(&Reading { findings, ..Reading::default() }, &question());
        assert_eq!(dataset.findings.height(), 2);
        assert_eq!(
            values(&dataset.findings, &["id", "severity", "school_id", "message"]),
            [RULES[0].id, RULES[0].severity.code(), "", &Finding::new(RULES[0]).message()]
        );
    }
}
