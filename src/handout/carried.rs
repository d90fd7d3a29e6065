//! The work of an earlier report in, what of it stands in the next workbook out.

use std::collections::BTreeMap;

use crate::form::Field;
use crate::framework::Framework;
use crate::model::{Action, Calendars, Criterion, SchoolYear, Status, day_shown};
use crate::phrase;
use crate::phrase::status::is_nothing;

/// A piece of work that goes on: what stands in which column, whatever the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    pub criterion: Option<Criterion>,
    /// Where only the standard is known.
    pub standard: Option<u8>,
    /// In the plan.
    pub plan: BTreeMap<Field, String>,
    /// In the report on it.
    pub result: BTreeMap<Field, String>,
}

/// What goes on of a school's work, in its order.
///
/// Within one school year the plan is the same plan: all of it stays, and what is done keeps what was said of it, or the report at
/// the end of the year would not know it. Into the next year only what is not completed goes on.
pub fn carried(actions: &[&Action], (from, into): (SchoolYear, SchoolYear), framework: &Framework, calendars: &Calendars) -> Vec<Carried> {
    let goes_on = |action: &&&Action| from == into || action.status != Status::Completed;
    actions.iter().filter(goes_on).map(|action| one(action, (from, into), framework, calendars)).collect()
}

fn one(action: &Action, (from, into): (SchoolYear, SchoolYear), framework: &Framework, calendars: &Calendars) -> Carried {
    let same_year = from == into;
    // Under another circular the same code means something else: the school says anew where its work belongs.
    let same_framework = action.framework == framework.id;
    let criterion = action.criterion.filter(|criterion| same_framework && framework.has(*criterion));
    let adjusted = !is_nothing(&action.adjusted);
    let task = if adjusted && !same_year { &action.adjusted } else { &action.task };
    let mut notes = vec![action.note.clone()];
    if !same_year {
        notes.push(format!("Chuyển tiếp từ năm học {from}"));
        notes.extend(action.criterion.filter(|_| !same_framework).map(|criterion| format!("tiêu chí cũ {criterion}")));
    }
    notes.retain(|note| !is_nothing(note));
    let mut plan = BTreeMap::from([
        (Field::Target, action.target.clone()),
        (Field::Task, task.clone()),
        (Field::Lead, action.lead.clone()),
        (Field::Time, if same_year { action.time_text.clone() } else { dated(action, into, calendars) }),
        (Field::Cost, action.cost_text.clone()),
        (Field::Conditions, action.conditions.clone()),
        (Field::Note, notes.join("; ")),
    ]);
    let mut result = BTreeMap::from([(Field::Planned, task.clone())]);
    if same_year && adjusted {
        result.insert(Field::Adjusted, action.adjusted.clone());
    }
    if action.status == Status::Completed {
        plan.insert(Field::Status, Status::Completed.title().to_owned());
        result.insert(Field::Done, action.done_text.clone());
        result.insert(Field::Ongoing, action.ongoing_text.clone());
        result.insert(Field::NotStarted, action.not_started_text.clone());
    }
    for cells in [&mut plan, &mut result] {
        cells.retain(|_, text| !text.is_empty());
    }
    Carried { criterion, standard: action.standard.filter(|_| same_framework && criterion.is_none()), plan, result }
}

/// A time that would mean another day in the next school year ("tháng 10", "Học kỳ I") has its days written out.
fn dated(action: &Action, into: SchoolYear, calendars: &Calendars) -> String {
    let window = &action.window;
    let then = phrase::time::parse(&action.time_text, into, calendars);
    match ((then.start, then.due) != (window.start, window.due), window.start, window.due) {
        (true, Some(start), Some(due)) if start < due => format!("từ {} đến {}", day_shown(start), day_shown(due)),
        (true, _, Some(due)) => day_shown(due),
        (true, Some(start), None) => format!("từ {}", day_shown(start)),
        _ => action.time_text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::framework::Frameworks;
    use crate::model::{Address, Cost, Origin, Window, WindowFlag, WindowKind};

    fn year(text: &str) -> SchoolYear {
        text.parse().expect("a school year")
    }

    fn action(status: Status) -> Action {
        Action {
            school_id: "a".to_owned(),
            framework: "tt18-2018".to_owned(),
            standard: Some(1),
            criterion: "1.3".parse().ok(),
            level_band: None,
            target: "Đủ sách".to_owned(),
            task: "Mua sách".to_owned(),
            lead: "Thư viện".to_owned(),
            time_text: "tháng 10".to_owned(),
            window: Window {
                kind: WindowKind::Span,
                start: Some(date(2023, 10, 1)),
                due: Some(date(2023, 10, 31)),
                flags: [WindowFlag::YearInferred].into(),
            },
            cost_text: "Không".to_owned(),
            cost: Cost::default(),
            conditions: String::new(),
            note: String::new(),
            adjusted: "Mua 200 cuốn sách".to_owned(),
            done_text: "Đã mua".to_owned(),
            ongoing_text: String::new(),
            reported_time: String::new(),
            not_started_text: String::new(),
            status,
            late_stated: false,
            origin: Origin { file: "a.xlsx".into(), sheet: "KH".into(), cell: Address::default() },
            result_origin: None,
        }
    }

    fn goes_on(status: Status, into: &str, framework: &str) -> Vec<Carried> {
        let frameworks = Frameworks::load(None).expect("sound");
        let framework = frameworks.get(framework).expect(framework);
        carried(&[&action(status)], (year("2023-2024"), year(into)), framework, &frameworks.calendars)
    }

    #[test]
    fn within_a_year_the_plan_stays_and_what_is_done_keeps_its_report() {
        let done = goes_on(Status::Completed, "2023-2024", "tt18-2018").remove(0);
        assert_eq!(done.plan[&Field::Task], "Mua sách");
        assert_eq!(done.plan[&Field::Time], "tháng 10");
        assert_eq!((done.result[&Field::Planned].as_str(), done.result[&Field::Done].as_str()), ("Mua sách", "Đã mua"));
        let open = goes_on(Status::InProgress, "2023-2024", "tt18-2018").remove(0);
        assert_eq!(open.result[&Field::Adjusted], "Mua 200 cuốn sách");
        // What was said of it last time is not this time's report.
        assert!(!open.result.contains_key(&Field::Done));
    }

    #[test]
    fn into_the_next_year_only_open_work_goes_on_with_its_days_written_out() {
        assert!(goes_on(Status::Completed, "2024-2025", "tt18-2018").is_empty());
        let open = goes_on(Status::NoReport, "2024-2025", "tt18-2018").remove(0);
        assert_eq!(open.plan[&Field::Task], "Mua 200 cuốn sách");
        assert_eq!(open.plan[&Field::Time], "từ 01/10/2023 đến 31/10/2023");
        assert_eq!(open.plan[&Field::Note], "Chuyển tiếp từ năm học 2023-2024");
        assert_eq!(open.criterion.map(|criterion| criterion.to_string()), Some("1.3".to_owned()));
    }

    #[test]
    fn a_time_that_would_mean_another_day_has_its_days_written_out() {
        let frameworks = Frameworks::load(None).expect("sound");
        let (first, next) = (year("2023-2024"), year("2024-2025"));
        for (text, expected) in [
            ("Học kỳ I", "từ 05/09/2023 đến 15/01/2024"),
            ("tháng 4/2024", "tháng 4/2024"),
            ("Thường xuyên", "Thường xuyên"),
            ("15/12", "15/12/2023"),
        ] {
            let window = phrase::time::parse(text, first, &frameworks.calendars);
            let action = Action { time_text: text.to_owned(), window, ..action(Status::InProgress) };
            assert_eq!(dated(&action, next, &frameworks.calendars), expected);
        }
    }

    #[test]
    fn under_another_circular_the_old_code_is_only_a_remark() {
        let open = goes_on(Status::NotStarted, "2026-2027", "tt57-2026-pho-thong").remove(0);
        assert_eq!((open.criterion, open.standard), (None, None));
        assert!(open.plan[&Field::Note].ends_with("tiêu chí cũ 1.3"), "{open:?}");
    }
}
