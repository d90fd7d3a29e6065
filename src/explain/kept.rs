//! The tables and the names of what was counted in; questions about one school, one criterion, one row answered.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use serde_json::Value;

use super::Row;
use super::data::{Action, Assessment, Data, Origin, School};

/// The tables with what is asked of them often.
pub struct Kept<'a> {
    pub data: &'a Data,
    pub as_of: Option<Date>,
    pub schools: BTreeMap<&'a str, &'a School>,
    /// The levels of each criterion that is counted: by framework, then in the order of `thong-ke.json`.
    pub criteria: Vec<Counted<'a>>,
    /// What each school says of a criterion at a level, marks only: of schools that reported, under their own framework.
    pub verdicts: BTreeMap<(&'a str, &'a str, u32), Vec<&'a Assessment>>,
    /// Rows of the same schools that were left without a mark, or whose marks contradict each other.
    pub unjudged: BTreeMap<(&'a str, &'a str, u32), Vec<&'a Assessment>>,
    /// How many units read schools' files.
    units: usize,
    targets: &'a Value,
    findings: HashMap<(&'a str, &'a str, u32), Vec<String>>,
}

/// A criterion of a framework, and the levels it has.
pub struct Counted<'a> {
    pub framework: &'a str,
    pub code: &'a str,
    pub title: &'a str,
    pub levels: BTreeSet<u32>,
}

impl Counted<'_> {
    /// `None` for an item of a Mức 4 list.
    pub fn standard(&self) -> Option<u32> {
        self.code.split_once('.').and_then(|(standard, _)| standard.parse().ok())
    }
}

impl<'a> Kept<'a> {
    pub fn new(statistics: &'a Value, data: &'a Data) -> Self {
        let schools: BTreeMap<&str, &School> = data.schools.iter().map(|school| (school.id.as_str(), school)).collect();
        let criteria: Vec<Counted> = statistics["by_criterion"].as_array().into_iter().flatten().map(counted).collect();
        let levels: HashMap<(&str, &str), &BTreeSet<u32>> =
            criteria.iter().map(|criterion| ((criterion.framework, criterion.code), &criterion.levels)).collect();
        let mut verdicts: BTreeMap<(&str, &str, u32), Vec<&Assessment>> = BTreeMap::new();
        let mut unjudged = verdicts.clone();
        for row in &data.assessments {
            let own = schools
                .get(row.school_id.as_str())
                .is_some_and(|school| school.reported() && school.framework.as_ref() == Some(&row.framework));
            let has_level = levels.get(&(row.framework.as_str(), row.criterion.as_str())).is_some_and(|levels| levels.contains(&row.level));
            if own && has_level {
                let of = if matches!(row.result.as_str(), "met" | "unmet") { &mut verdicts } else { &mut unjudged };
                of.entry((&row.school_id, &row.criterion, row.level)).or_default().push(row);
            }
        }
        let mut findings: HashMap<(&str, &str, u32), Vec<String>> = HashMap::new();
        for finding in &data.findings {
            if let Some(row) = row_number(&finding.origin.cell) {
                let said = format!("{}: {}", finding.id, finding.message);
                findings.entry((&finding.origin.file, &finding.origin.sheet, row)).or_default().push(said);
            }
        }
        let as_of = statistics["as_of"].as_str().and_then(|day| day.parse().ok());
        let units = data.schools.iter().map(|school| (&school.unit, &school.unit_parent)).collect::<BTreeSet<_>>().len();
        Kept { data, as_of, schools, criteria, verdicts, unjudged, units, targets: &statistics["target_level"], findings }
    }

    /// What was found on the row of the sheet that this row was read from.
    pub fn findings_at(&self, row: &Row) -> Vec<String> {
        let found = row_number(&row.cell).and_then(|number| self.findings.get(&(row.file.as_str(), row.sheet.as_str(), number)));
        found.cloned().unwrap_or_default()
    }

    /// The level at or below which an unmet criterion counts against a school.
    pub fn target(&self, framework: &str) -> u32 {
        self.targets[framework].as_u64().and_then(|level| u32::try_from(level).ok()).unwrap_or(0)
    }

    pub fn followers(&self, framework: &str) -> impl Iterator<Item = &'a School> {
        self.data.schools.iter().filter(move |school| school.framework.as_deref() == Some(framework))
    }

    /// Whether the work names the framework its school follows.
    pub fn is_own(&self, action: &Action) -> bool {
        self.schools.get(action.school_id.as_str()).is_some_and(|school| school.framework.as_ref() == Some(&action.framework))
    }

    pub fn has_reported(&self, school_id: &str) -> bool {
        self.schools.get(school_id).is_some_and(|school| school.reported())
    }

    /// `None` when the school says nothing; met only when no row says unmet.
    pub fn met(&self, school_id: &'a str, criterion: &'a str, level: u32) -> Option<bool> {
        self.verdicts.get(&(school_id, criterion, level)).map(|rows| rows.iter().all(|row| row.result == "met"))
    }

    pub fn of_school(&self, school_id: &str) -> Row {
        let known = self.schools.get(school_id);
        let school = known.map_or(String::new(), |school| school.name.clone());
        let unit = known.filter(|_| self.units > 1).map_or(String::new(), |school| school.unit.clone());
        Row { unit, school_id: school_id.to_owned(), school, counts_as: school_id.to_owned(), ..Row::default() }
    }

    pub fn at(&self, school_id: &str, origin: &Origin) -> Row {
        let Origin { file, sheet, cell } = origin.clone();
        Row { file, sheet, cell, ..self.of_school(school_id) }
    }
}

fn counted(entry: &Value) -> Counted<'_> {
    let text = |name: &str| entry[name].as_str().unwrap_or_default();
    let levels = entry["levels"].as_object().into_iter().flatten().filter_map(|(level, _)| level.parse().ok()).collect();
    Counted { framework: text("framework"), code: text("criterion"), title: text("title"), levels }
}

/// 14 of `B14`.
fn row_number(cell: &str) -> Option<u32> {
    cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
}
