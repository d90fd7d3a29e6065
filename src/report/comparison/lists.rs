//! Changes in; the lists of schools, of work, and of doubtful links out. Whatever did not change is left out.

use std::collections::BTreeMap;

use super::View;
use crate::compare::{Certainty, CriterionTurn, Fate, Kin, Kinship, SchoolChange, WorkChange, WorkSide};
use crate::report::{page, wording, work as work_cells};
use crate::table::{Block, Cell, Column, Row, Table, Tone};

/// What happened to the work of one school.
#[derive(Default)]
struct Tally {
    completed: usize,
    newly_overdue: usize,
    slipped: usize,
    dropped: usize,
    added: usize,
}

impl Tally {
    fn add(&mut self, change: &WorkChange) {
        self.completed += usize::from(change.was_completed());
        self.newly_overdue += usize::from(change.is_newly_overdue());
        self.slipped += usize::from(change.slipped_days().is_some_and(|days| days > 0));
        self.dropped += usize::from(change.fate == Fate::Dropped);
        self.added += usize::from(change.fate == Fate::Added);
    }

    fn counts(&self) -> [usize; 5] {
        [self.completed, self.newly_overdue, self.slipped, self.dropped, self.added]
    }
}

/// What became of a criterion, as the list tells it: what is not assessed now is not lost.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Gained,
    Lost,
    Unassessed,
}

pub fn schools(view: &View) -> Vec<Block> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for change in &view.changes.work {
        tallies.entry(&change.school_id).or_default().add(change);
    }
    let mut turned: BTreeMap<(&str, Turn), Vec<String>> = BTreeMap::new();
    for change in &view.changes.criteria {
        let turn = match change.turn {
            CriterionTurn::Gained | CriterionTurn::FirstMet => Turn::Gained,
            CriterionTurn::Lost => Turn::Lost,
            CriterionTurn::Unassessed => Turn::Unassessed,
        };
        turned.entry((&change.school_id, turn)).or_default().push(format!("{} ({})", change.criterion, wording::level(change.level)));
    }
    let mut rows: Vec<Row> = Vec::new();
    for school in &view.changes.schools {
        let id = school.school_id.as_str();
        let criteria = |turn: Turn| turned.get(&(id, turn)).map_or_else(String::new, |codes| codes.join(", "));
        let counts = tallies.get(id).map_or([0; 5], Tally::counts);
        let [gained, lost, unassessed] = [Turn::Gained, Turn::Lost, Turn::Unassessed].map(criteria);
        let steady = school.old_submission == school.new_submission
            && school.old_level == school.new_level
            && school.old_name.is_none()
            && school.heirs.is_empty()
            && school.forebears.is_empty();
        if steady && [&gained, &lost, &unassessed].iter().all(|codes| codes.is_empty()) && counts == [0; 5] {
            continue;
        }
        let mut row = vec![
            Cell::count(rows.len() + 1),
            Cell::text(named(view, school)),
            submission(school),
            level(school),
            page::flagged(gained, Tone::Good),
            page::flagged(lost, Tone::Bad),
            page::flagged(unassessed, Tone::Warning),
        ];
        for (count, tone) in counts.into_iter().zip([Tone::Good, Tone::Bad, Tone::Warning, Tone::Warning, Tone::Plain]) {
            row.push(page::toned(Cell::count(count), count, tone));
        }
        rows.push(page::row(row));
    }
    if rows.is_empty() {
        return vec![page::heading("Thay đổi của từng trường"), page::note("Không trường nào có thay đổi.")];
    }
    let work = |title: &str| Column::number(title, 9.0).under("Công việc");
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Trường", 28.0),
        Column::text("Nộp báo cáo", 18.0),
        Column::text("Mức của trường", 17.0),
        Column::text("Tiêu chí mới đạt", 18.0),
        Column::text("Tiêu chí không còn đạt", 18.0),
        Column::text("Tiêu chí không đánh giá nữa", 18.0),
        work("Xong thêm"),
        work("Quá hạn thêm"),
        work("Lùi hạn"),
        work("Không nêu nữa"),
        work("Việc mới"),
    ];
    vec![page::heading("Thay đổi của từng trường"), Block::Table(Table { id: "school_changes".to_owned(), columns, rows, filter: false })]
}

/// `Trường Tiểu học Hoa Sen (đã sáp nhập vào Trường Tiểu học Hoa Mai)`.
fn named(view: &View, school: &SchoolChange) -> String {
    let names = |kin: &[Kin], how: Kinship| -> Option<String> {
        let names: Vec<&str> = kin.iter().filter(|kin| kin.how == how).map(|kin| view.name(&kin.school_id)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let mut told: Vec<String> = school.old_name.iter().map(|name| format!("kỳ trước tên là {name}")).collect();
    told.extend(names(&school.heirs, Kinship::Merged).map(|names| format!("đã sáp nhập vào {names}")));
    told.extend(names(&school.heirs, Kinship::Split).map(|names| format!("đã tách ra {names}")));
    told.extend(names(&school.forebears, Kinship::Merged).map(|names| format!("nhận sáp nhập {names}")));
    told.extend(names(&school.forebears, Kinship::Split).map(|names| format!("tách từ {names}")));
    if told.is_empty() { school.name.clone() } else { format!("{} ({})", school.name, told.join("; ")) }
}

fn submission(school: &SchoolChange) -> Cell {
    let title = |submission: Option<crate::stats::Reported>| submission.map_or("Không có trong danh sách", crate::stats::Reported::title);
    let text = turn(title(school.old_submission), title(school.new_submission));
    let tone = match school {
        _ if school.reports_newly() => Tone::Good,
        _ if school.reports_no_longer() && school.heirs.is_empty() => Tone::Bad,
        _ => Tone::Plain,
    };
    Cell::text(text).tone(tone)
}

fn level(school: &SchoolChange) -> Cell {
    if school.changed_framework() {
        return Cell::text("Đổi bộ tiêu chuẩn, không so sánh").tone(Tone::Muted);
    }
    let words = |level: Option<u8>| level.map_or_else(|| "Chưa rõ".to_owned(), wording::level);
    Cell::text(turn(&words(school.old_level), &words(school.new_level)))
}

/// `Chưa nộp → Đúng hạn`; one word where nothing changed.
fn turn(old: &str, new: &str) -> String {
    if old == new { new.to_owned() } else { format!("{old} → {new}") }
}

/// Work with which something happened.
pub fn work(view: &View) -> Vec<Block> {
    let mut rows: Vec<Row> = Vec::new();
    for change in &view.changes.work {
        let (words, tone) = happened(change);
        if words.is_empty() {
            continue;
        }
        let (old, new) = (change.old.as_ref(), change.new.as_ref());
        let status = |side: Option<&WorkSide>| side.map_or_else(Cell::empty, |side| Cell::text(side.status.title()));
        let same_words = old.zip(new).is_some_and(|(old, new)| old.task == new.task);
        rows.push(page::row(vec![
            Cell::count(rows.len() + 1),
            Cell::text(view.name(&change.school_id)),
            Cell::text(criterion(change)),
            Cell::text(words.join("; ")).tone(tone),
            Cell::text(old.map_or("", |side| side.task.as_str())),
            if same_words {
                Cell::text("như kỳ trước").tone(Tone::Muted)
            } else {
                Cell::text(new.map_or("", |side| side.task.as_str()))
            },
            Cell::date(old.and_then(|side| side.due)),
            Cell::date(new.and_then(|side| side.due)),
            status(old),
            status(new).tone(new.map_or(Tone::Plain, |side| work_cells::status_tone(side.status))),
            Cell::text(change.certainty.map_or("", certainty)).tone(certainty_tone(change.certainty)),
            source(new.or(old)),
        ]));
    }
    if rows.is_empty() {
        return vec![page::heading("Thay đổi của từng việc"), page::note("Không việc nào có thay đổi.")];
    }
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Trường", 23.0),
        Column::centred("Tiêu chí", 7.0),
        Column::text("Thay đổi", 18.0),
        Column::text("Việc kỳ trước", 28.0),
        Column::text("Việc kỳ này", 28.0),
        Column::centred("Hạn kỳ trước", 11.0),
        Column::centred("Hạn kỳ này", 11.0),
        Column::text("Tình trạng kỳ trước", 12.0),
        Column::text("Tình trạng kỳ này", 12.0),
        Column::text("Nối hai kỳ", 11.0),
        Column::text("Nguồn", 22.0),
    ];
    vec![page::heading("Thay đổi của từng việc"), Block::Table(Table { id: "changed_work".to_owned(), columns, rows, filter: true })]
}

/// Links to be looked at; `None` where there are none.
pub fn doubtful(view: &View) -> Option<Vec<Block>> {
    let mut rows: Vec<Row> = Vec::new();
    for change in view.changes.work.iter().filter(|change| change.certainty == Some(Certainty::Doubtful)) {
        let side = |side: &Option<WorkSide>| side.as_ref().map_or_else(String::new, |side| side.task.clone());
        let likeness = change.likeness.unwrap_or_default();
        rows.push(page::row(vec![
            Cell::count(rows.len() + 1),
            Cell::text(&change.school_id),
            Cell::text(view.name(&change.school_id)),
            Cell::text(criterion(change)),
            Cell::text(side(&change.old)),
            Cell::text(side(&change.new)),
            Cell::share((likeness * 100.0).round() as usize, 100),
        ]));
    }
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Mã trường", 14.0),
        Column::text("Trường", 28.0),
        Column::centred("Tiêu chí", 9.0),
        Column::text("Việc kỳ trước", 48.0),
        Column::text("Việc kỳ này", 48.0),
        Column::number("Độ giống", 9.0),
    ];
    (!rows.is_empty()).then(|| vec![Block::Table(Table { id: "doubtful_links".to_owned(), columns, rows, filter: false })])
}

/// What happened to a piece of work, in words, and how much it matters.
fn happened(change: &WorkChange) -> (Vec<String>, Tone) {
    let mut words = Vec::new();
    let mut tone = Tone::Plain;
    let mut say = |text: String, how: Tone| {
        words.push(text);
        if tone == Tone::Plain || how == Tone::Bad {
            tone = how;
        }
    };
    match change.fate {
        Fate::Dropped => say("Chưa xong mà không nêu nữa".to_owned(), Tone::Warning),
        Fate::Added => say("Việc mới".to_owned(), Tone::Plain),
        Fate::Finished | Fate::SchoolLeft | Fate::SchoolCame | Fate::Kept => {}
    }
    if change.was_completed() {
        say("Hoàn thành".to_owned(), Tone::Good);
    }
    if change.was_reopened() {
        say("Kỳ trước báo xong, kỳ này chưa xong".to_owned(), Tone::Warning);
    }
    if change.is_newly_overdue() {
        say("Quá hạn thêm".to_owned(), Tone::Bad);
    }
    match change.slipped_days() {
        Some(days) if days > 0 => say(format!("Lùi hạn {} ngày", wording::number(i64::from(days))), Tone::Warning),
        Some(days) => say(format!("Sớm hơn {} ngày", wording::number(-i64::from(days))), Tone::Plain),
        None => {}
    }
    (words, tone)
}

fn criterion(change: &WorkChange) -> String {
    change.criterion.map_or_else(|| "–".to_owned(), |criterion| criterion.to_string())
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Pinned => "Đơn vị xác nhận",
        Certainty::Same => "Trùng lời văn",
        Certainty::Likely => "Gần trùng",
        Certainty::Doubtful => "Cần xem lại",
    }
}

fn certainty_tone(certainty: Option<Certainty>) -> Tone {
    if certainty == Some(Certainty::Doubtful) { Tone::Warning } else { Tone::Muted }
}

fn source(side: Option<&WorkSide>) -> Cell {
    side.map_or_else(Cell::empty, |side| Cell::text(side.origin.to_string()).tone(Tone::Muted))
}
