//! Figures and reading in; out comes what every sheet rests on, worked out once: schools in order, verdicts, links, live formulas.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use super::live::{Live, table};
use super::verdict::Verdicts;
use super::{Source, page, wording};
use crate::finding;
use crate::model::{Action, Criterion, FormKind, Origin, ReceivedFrom, School, SchoolKind, State};
use crate::stats::{CriterionFigures, OriginFigure, Reported, SchoolFigures};
use crate::table::{Link, Sheet};
use crate::text::fold;

/// What stands where the register is silent.
pub const UNKNOWN: &str = "Chưa rõ";

/// What every sheet rests on.
pub struct Basis<'a> {
    pub source: &'a Source<'a>,
    /// Every school once, by commune, kind and name: never by result.
    pub schools: Vec<Entry<'a>>,
    pub verdicts: Verdicts<'a>,
    pub live: Live,
    places: HashMap<&'a str, usize>,
}

/// One school: its figures, what the register knows, and when it sent what counts.
pub struct Entry<'a> {
    pub figures: &'a SchoolFigures,
    pub school: Option<&'a School>,
    /// The commune it belongs to on the day of closing.
    commune: &'a str,
    /// With the commune where another school has the same name.
    pub name: String,
    pub received_on: Option<Date>,
    pub received_from: Option<ReceivedFrom>,
    /// What it sent is the form as it was handed out.
    pub unfilled: bool,
}

/// Stands for schools that sent back the empty form.
pub const UNFILLED: &str = "Chưa điền";

impl<'a> Entry<'a> {
    pub fn commune(&self) -> &str {
        if self.commune.is_empty() { UNKNOWN } else { self.commune }
    }

    pub fn kind(&self) -> &'static str {
        self.figures.kind.map_or(UNKNOWN, SchoolKind::title)
    }

    pub fn framework(&self) -> &'a str {
        self.figures.framework.as_deref().unwrap_or("")
    }

    /// How it stands with the office: a form that nobody filled in could be read all the same.
    pub fn standing(&self) -> &'static str {
        if self.unfilled { UNFILLED } else { self.figures.submission.title() }
    }

    /// Whether the office expects anything of the school.
    pub fn registered(&self) -> bool {
        self.school.is_some_and(|school| school.registered)
    }
}

impl<'a> Basis<'a> {
    pub fn new(source: &'a Source<'a>) -> Self {
        let schools = entries(source);
        let places = schools.iter().enumerate().map(|(place, entry)| (entry.figures.school_id.as_str(), place)).collect();
        let verdicts =
            Verdicts::new(&source.reading.assessments, schools.iter().map(|entry| entry.figures), &source.statistics.by_criterion);
        let live = live(source, &schools);
        Basis { source, schools, verdicts, live, places }
    }

    pub fn entry(&self, school_id: &str) -> Option<&Entry<'a>> {
        self.places.get(school_id).map(|place| &self.schools[*place])
    }

    /// The school's place in the order of all sheets; schools unknown to the figures come last.
    pub fn place(&self, school_id: &str) -> usize {
        self.places.get(school_id).copied().unwrap_or(usize::MAX)
    }

    pub fn name<'s>(&'s self, school_id: &'s str) -> &'s str {
        self.entry(school_id).map_or(school_id, |entry| entry.name.as_str())
    }

    /// Whether the work stands under the framework its school follows: only then it counts for a criterion.
    pub fn is_own(&self, action: &Action) -> bool {
        self.entry(&action.school_id).is_some_and(|entry| entry.framework() == action.framework)
    }

    /// The schools the counts of submission are over: those of the register, where there is one.
    pub fn expected(&self) -> impl Iterator<Item = &Entry<'a>> + Clone {
        let all = self.source.statistics.schools.expected.is_none();
        self.schools.iter().filter(move |entry| all || entry.registered())
    }

    /// Schools that sent files and are not in the register, where there is one: their criteria and work are counted, they are not.
    pub fn outside(&self) -> Vec<&Entry<'a>> {
        let listed = self.source.statistics.schools.expected.is_some();
        self.schools.iter().filter(|entry| listed && !entry.registered()).collect()
    }

    pub fn as_of(&self) -> Date {
        self.source.statistics.as_of
    }

    /// The frameworks any school follows, in the order of the figures.
    pub fn frameworks(&self) -> Vec<&'a str> {
        let mut ids: Vec<&str> = Vec::new();
        for figures in &self.source.statistics.by_criterion {
            if ids.last() != Some(&figures.framework.as_str()) {
                ids.push(&figures.framework);
            }
        }
        ids
    }

    pub fn framework_name(&self, id: &str) -> String {
        if id.is_empty() { "Chưa rõ bộ tiêu chuẩn".to_owned() } else { wording::framework(self.source.frameworks, id) }
    }

    /// `1.10`, with the circular where the schools follow several and one code would mean several criteria.
    pub fn criterion_code(&self, framework: &str, criterion: Criterion) -> String {
        if self.frameworks().len() < 2 { criterion.to_string() } else { format!("{criterion} · {}", self.framework_short(framework)) }
    }

    /// The circular alone, where no two frameworks of the schools share it.
    pub fn framework_short(&self, framework: &str) -> String {
        let circular = wording::circular(self.source.frameworks, framework);
        let shared =
            self.frameworks().into_iter().any(|other| other != framework && wording::circular(self.source.frameworks, other) == circular);
        if shared || framework.is_empty() { self.framework_name(framework) } else { circular }
    }

    pub fn criteria(&self, framework: &str) -> impl Iterator<Item = &'a CriterionFigures> {
        self.source.statistics.by_criterion.iter().filter(move |figures| figures.framework == framework)
    }

    pub fn schools_of(&self, framework: &str) -> impl Iterator<Item = &Entry<'a>> {
        self.schools.iter().filter(move |entry| entry.framework() == framework)
    }

    /// The kinds of the schools, in their own order; unknown kinds last.
    pub fn kinds(&self) -> Vec<&'static str> {
        kinds_of(self.schools.iter())
    }

    /// The kinds of the schools that submission is counted over.
    pub fn expected_kinds(&self) -> Vec<&'static str> {
        kinds_of(self.expected())
    }

    pub fn criterion_title(&self, framework: &str, criterion: Criterion) -> &'a str {
        self.criteria(framework).find(|figures| figures.criterion == criterion).map_or("", |figures| figures.title.as_str())
    }

    /// `1.10`, or a dash where the plan names none.
    pub fn criterion_name(&self, criterion: Option<Criterion>) -> String {
        criterion.map_or_else(|| "–".to_owned(), |criterion| criterion.to_string())
    }

    pub fn link(&self, origin: &Origin) -> Option<Link> {
        self.external(&origin.file, &origin.sheet, &origin.cell.to_string())
    }

    pub fn link_of(&self, origin: &OriginFigure) -> Option<Link> {
        self.external(&origin.file, &origin.sheet, &origin.cell)
    }

    /// A cell of a file. No link leads into an archive: a workbook there has no address of its own.
    pub fn external(&self, file: &str, sheet: &str, cell: &str) -> Option<Link> {
        let folders = file.rsplit_once('/').map_or("", |(folders, _)| folders);
        if folders.split('/').any(|folder| folder.to_lowercase().ends_with(".zip")) {
            return None;
        }
        let base = self.source.options.file_base.as_deref()?.trim_end_matches('/');
        let file = if base.is_empty() { file.to_owned() } else { format!("{base}/{file}") };
        Some(Link::External { file, sheet: sheet.to_owned(), cell: cell.to_owned() })
    }

    /// A sheet with its title block; `counted` says what is counted and over what.
    pub fn sheet(&self, name: &str, title: &str, counted: &[&str]) -> Sheet {
        let statistics = self.source.statistics;
        let mut subtitle = vec![format!(
            "{}, năm học {} · Số liệu tính đến ngày {} · Nguồn: {}",
            statistics.period.title(),
            statistics.school_year,
            wording::date(statistics.as_of),
            self.compiled_from()
        )];
        subtitle.extend(counted.iter().map(|line| (*line).to_owned()));
        page::titled(&statistics.unit, name, title, subtitle)
    }

    /// What the figures were compiled from.
    fn compiled_from(&self) -> String {
        let statistics = self.source.statistics;
        let reported = wording::count(statistics.schools.reported);
        match statistics.by_unit.len() {
            0 => format!("báo cáo của {reported} trường, {} tệp đã nhận", wording::count(self.source.reading.submissions.len())),
            units => format!("số liệu của {}, {reported} trường có báo cáo", units_sent(units, &statistics.missing_units)),
        }
    }

    /// A sheet whose figures are formulas over the data sheets, or says that they are not.
    pub fn live_sheet(&self, name: &str, title: &str, counted: &[&str]) -> Sheet {
        let mut sheet = self.sheet(name, title, counted);
        if is_beyond_formulas(self.source) {
            let options = &self.source.options;
            let most = wording::count(options.formula_rows.min(page::table_rows(options.sheet_rows)));
            sheet.subtitle.push(format!("Dữ liệu có hơn {most} dòng nên trang này ghi giá trị đã tính, không dùng công thức"));
        }
        sheet
    }
}

/// The tables that have rows, unless together they hold more than formulas are wanted for.
/// `3/4 đơn vị (chưa gửi: Phòng GD&ĐT huyện Đồng Lúa)`: of the units on the list, where there is one.
fn units_sent(sent: usize, missing: &[String]) -> String {
    const NAMED: usize = 3;
    if missing.is_empty() {
        return format!("{} đơn vị", wording::count(sent));
    }
    let more = match missing.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" và {more} đơn vị khác"),
    };
    let names = missing[..missing.len().min(NAMED)].join(", ");
    format!("{}/{} đơn vị (chưa gửi: {names}{more})", wording::count(sent), wording::count(sent + missing.len()))
}

fn live(source: &Source, schools: &[Entry]) -> Live {
    let reading = source.reading;
    if is_beyond_formulas(source) {
        return Live::default();
    }
    let tables = [
        (table::ACTIONS, reading.actions.is_empty()),
        (table::ASSESSMENTS, reading.assessments.is_empty()),
        (table::SCHOOLS, schools.is_empty()),
        (table::SCHOOL_LEVELS, schools.is_empty()),
    ];
    Live::over(tables.into_iter().filter(|(_, empty)| !empty).map(|(table, _)| table))
}

/// Whether the data sheets hold more rows than live formulas are wanted for, or go on over several worksheets: no formula counts over those.
pub fn is_beyond_formulas(source: &Source) -> bool {
    let (options, reading) = (&source.options, source.reading);
    let tables = [reading.actions.len(), reading.assessments.len(), source.statistics.by_school.len()];
    !options.listed
        || reading.actions.len() + reading.assessments.len() > options.formula_rows
        || tables.iter().any(|rows| *rows > page::table_rows(options.sheet_rows))
}

fn entries<'a>(source: &'a Source<'a>) -> Vec<Entry<'a>> {
    let schools: HashMap<&str, &School> = source.reading.schools.iter().map(|school| (school.id.as_str(), school)).collect();
    let receipts = receipts(source);
    let unfilled: HashSet<&str> = source
        .reading
        .findings
        .iter()
        .filter(|finding| finding.rule == &finding::FILE_UNFILLED)
        .filter_map(|finding| finding.school_id.as_deref())
        .collect();
    let mut names: HashMap<String, usize> = HashMap::new();
    for figures in &source.statistics.by_school {
        *names.entry(fold(&figures.name)).or_default() += 1;
    }
    let mut entries: Vec<Entry> = source
        .statistics
        .by_school
        .iter()
        .map(|figures| {
            let school = schools.get(figures.school_id.as_str()).copied();
            let commune = school.map_or("", |school| school.commune_on(source.statistics.as_of));
            let alone = names.get(&fold(&figures.name)).is_none_or(|count| *count < 2);
            let name = if alone || commune.is_empty() { figures.name.clone() } else { format!("{} ({commune})", figures.name) };
            let receipt = receipts.get(figures.school_id.as_str()).copied();
            Entry {
                figures,
                school,
                commune,
                name,
                received_on: receipt.map(|(day, _)| day),
                received_from: receipt.map(|(_, source)| source),
                unfilled: figures.submission == Reported::Unreadable && unfilled.contains(figures.school_id.as_str()),
            }
        })
        .collect();
    entries.sort_by_cached_key(|entry| {
        let commune = fold(entry.commune);
        (
            commune.is_empty(),
            commune,
            entry.figures.kind.is_none(),
            entry.figures.kind,
            as_counted(&fold(&entry.figures.name)),
            entry.figures.school_id.clone(),
        )
    });
    entries
}

/// A name to sort by: `số 2` before `số 10`.
fn as_counted(name: &str) -> Vec<(usize, String)> {
    // Of numbers the longer is the greater.
    name.split(' ')
        .map(|word| (if word.chars().all(|letter| letter.is_ascii_digit()) { word.len() } else { usize::MAX }, word.to_owned()))
        .collect()
}

/// The day each school's report was complete: the last of the days on which each of its forms first came.
fn receipts<'a>(source: &'a Source<'a>) -> HashMap<&'a str, (Date, ReceivedFrom)> {
    let mut first: BTreeMap<(&str, FormKind), (Date, ReceivedFrom)> = BTreeMap::new();
    for submission in source.reading.submissions.iter().filter(|submission| submission.state != State::Rejected) {
        let Some(day) = submission.received_on else { continue };
        for school_id in &submission.school_ids {
            for form in &submission.forms {
                let known = first.entry((school_id, *form)).or_insert((day, submission.received_from));
                *known = (*known).min((day, submission.received_from));
            }
        }
    }
    let mut last: HashMap<&str, (Date, ReceivedFrom)> = HashMap::new();
    for ((school_id, _), receipt) in first {
        let known = last.entry(school_id).or_insert(receipt);
        *known = (*known).max(receipt);
    }
    last
}

/// The communes of the schools, as first written; spellings that differ in capitals only are one.
pub fn communes<'e>(schools: &'e [Entry]) -> Vec<&'e str> {
    let mut seen = BTreeSet::new();
    schools.iter().map(Entry::commune).filter(|commune| seen.insert(commune.to_lowercase())).collect()
}

fn kinds_of<'b, 'a: 'b>(schools: impl Iterator<Item = &'b Entry<'a>> + Clone) -> Vec<&'static str> {
    let known = SchoolKind::ALL.map(SchoolKind::title);
    known.into_iter().chain([UNKNOWN]).filter(|kind| schools.clone().any(|entry| entry.kind() == *kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::units_sent;

    #[test]
    fn units_that_sent_nothing_are_counted_and_the_first_named() {
        let missing = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(units_sent(3, &[]), "3 đơn vị");
        assert_eq!(units_sent(3, &missing(&["Huyện A"])), "3/4 đơn vị (chưa gửi: Huyện A)");
        assert_eq!(units_sent(3, &missing(&["A", "B", "C", "D", "E"])), "3/8 đơn vị (chưa gửi: A, B, C và 2 đơn vị khác)");
    }
}
