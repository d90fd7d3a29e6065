//! Rows of a table in, what each of its columns holds out, whatever stands above: codes, times, money, marks, roles, words.

use std::collections::BTreeMap;

use super::grid::{Cell, CellKind, Row};
use crate::form::Content;
use crate::model::{CostKind, FormKind};
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::text;
use crate::text::memory::Memory;

/// What a column holds, as shares of its filled cells.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Profile {
    pub filled: f64,
    code: f64,
    ordinal: f64,
    pub time: f64,
    money: f64,
    /// Amounts that are nothing else: large, or with a unit or a source.
    pub sums: f64,
    /// "Không", "-": that there is nothing, which a column of money says as often as an amount.
    pub nothing: f64,
    mark: f64,
    level: f64,
    pub role: f64,
    pub status: f64,
    pub prose: f64,
}

/// Words by which the doer of a piece of work is known. Folded.
const ROLES: &[&str] = &[
    "hieu truong",
    "to truong",
    "giao vien",
    "ke toan",
    "tong phu trach",
    "bgh",
    "ban giam hieu",
    "to chuyen mon",
    "nhan vien",
    "chu tich",
    "bi thu",
    "hpcm",
    "cbql",
    "gvcn",
    "tptd",
    "van thu",
    "nhan su",
    "y te",
    "thu vien",
];

/// The column whose cell opens with a code: "Tiêu chí 1.2: …", "1.10".
pub(super) fn code_column(row: &Row) -> Option<u32> {
    row.cells.iter().find(|cell| opens_with_code(cell)).map(|cell| cell.column)
}

/// Whether a column holds words of several syllables in two rows or more.
pub(super) fn holds_words(rows: &[&Row], column: u32) -> bool {
    const FEWEST_SYLLABLES: usize = 3;
    let texts = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str());
    texts.filter(|text| text.split_whitespace().count() >= FEWEST_SYLLABLES && !phrase::status::is_nothing(text)).nth(1).is_some()
}

fn opens_with_code(cell: &Cell) -> bool {
    let opening: String = cell.text.chars().take(24).collect();
    let folded = text::fold(&opening);
    // "TC 1.2", "TC1.2"
    let short = || folded.strip_prefix("tc").is_some_and(|rest| rest.starts_with(|letter: char| letter == ' ' || letter.is_ascii_digit()));
    let named = folded.starts_with("tieu chi") || short();
    // "1.1a", "1.1.b": the indicator of one.
    let bare = cell.text.strip_suffix(['a', 'b', 'c', 'd']).map_or(cell.text.as_str(), |code| code.trim_end_matches(['.', ' ']));
    let dotted = bare.parse::<crate::model::Criterion>().is_ok() && matches!(cell.kind, CellKind::Text | CellKind::Number { .. });
    (named && phrase::criterion::parse(&cell.text, Some(1), None).criterion.is_some()) || dotted
}

/// Whether an amount can be nothing but money: a count of something is small and has no unit.
fn is_sum(cell: &Cell) -> bool {
    const LEAST: i64 = 100_000;
    let cost = match cell.kind {
        CellKind::Number { value, .. } => return value >= LEAST as f64,
        CellKind::Date(_) => return false,
        _ => phrase::money::parse(&cell.text),
    };
    matches!(cost.kind, CostKind::SourceOnly | CostKind::UnitPrice) || cost.amount_vnd.is_some_and(|amount| amount >= LEAST)
}

/// What schools make of them where a cell holds nothing else. Folded.
const SHORT_ROLES: &[&str] =
    &["ht", "pht", "phoht", "p", "gv", "nv", "kt", "ttcm", "tcm", "bt", "gvbm", "tpt", "vt", "yt", "bgh", "gvcn", "va", "cac", "hp"];

/// What a short text opens with that names somebody: "Đ/c Lan", "Nhóm công tác 2", "P.HT chuyên môn". Folded.
const OPENINGS: &[&str] = &["d c ", "dong chi ", "nhom cong tac", "nhom truong", "p ht ", "pht ", "ttcm ", "tpt "];

/// Whether a short text begins with somebody of the school: "Tổ văn phòng", "Kế toán", "GV thể dục".
pub(super) fn opens_with_role(text: &str) -> bool {
    const SOMEBODY: &[&str] = &[
        "hieu truong",
        "pho hieu truong",
        "ban giam hieu",
        "bgh",
        "ht",
        "pht",
        "to truong",
        "to van phong",
        "to chuyen mon",
        "giao vien",
        "gv",
        "gvcn",
        "nhan vien",
        "nv",
        "ke toan",
        "bao ve",
        "van thu",
        "thu quy",
        "cong doan",
        "tong phu trach",
        "chi bo",
        "dong chi",
        "d c",
    ];
    let folded = text::fold(text);
    SOMEBODY.iter().any(|words| text::opens_with_words(&folded, words))
}

/// Whether a text names who does the work.
pub(super) fn is_role(text: &str) -> bool {
    /// Of words in what names somebody and says nothing of a work.
    const MOST_WORDS: usize = 7;
    let folded = text::fold(text);
    folded.len() < 90
        && (ROLES.iter().any(|role| folded.contains(role))
            || OPENINGS.iter().any(|opening| folded.starts_with(opening)) && folded.split(' ').count() <= MOST_WORDS
            || !folded.is_empty() && folded.split(' ').all(|word| SHORT_ROLES.contains(&word)))
}

/// How far work has come, as it is told.
pub(super) const STATES: &str = "tình trạng công việc";

/// When work is to be done.
pub(super) const TIMES: &str = "thời gian";

/// What a column that is not counted holds, where the figures would have counted it; `None` for what they do not.
pub(super) fn counted(rows: &[&Row], column: u32, kind: FormKind) -> Option<&'static str> {
    /// Cells that make a column.
    const FEWEST: f64 = 2.0;
    /// From this share of its cells on, a column holds what it seems to hold.
    const MOST: f64 = 0.6;
    /// Cells that hold what is counted say so in few words.
    const LONGEST: usize = 160;
    let apart: Vec<Row> = rows.iter().filter_map(|row| Some(Row { index: row.index, cells: vec![row.get(column)?.clone()] })).collect();
    let short = apart.iter().flat_map(|row| &row.cells).filter(|cell| cell.text.len() <= LONGEST).count();
    if (short as f64) < MOST * apart.len() as f64 {
        return None;
    }
    let profile = profiles(&apart.iter().collect::<Vec<_>>()).remove(&column)?;
    if profile.filled < FEWEST {
        return None;
    }
    let said = 1.0 - profile.nothing;
    // "Hỗ trợ của địa phương" is a source of money, and no amount.
    let digits = apart.iter().flat_map(|row| &row.cells).filter(|cell| cell.text.contains(|sign: char| sign.is_ascii_digit())).count();
    let in_digits = digits as f64 / profile.filled;
    // "Theo nghị quyết chi bộ" says on what the work depends, and is a note as well.
    let dates =
        apart.iter().flat_map(|row| &row.cells).filter(|cell| phrase::time::is_time(&cell.text) && names_a_date(&cell.text)).count();
    let dated = dates as f64 / profile.filled;
    let mostly = |share: f64| share > 0.0 && share >= MOST * said;
    match kind {
        FormKind::Plan | FormKind::Result if mostly(dated) => Some(TIMES),
        FormKind::Plan | FormKind::Result if mostly(profile.sums.min(in_digits)) => Some("số tiền"),
        // "HT" is the head of the school as well.
        FormKind::Plan | FormKind::Result if profile.role < 0.3 && mostly(profile.status) => Some(STATES),
        FormKind::Assessment if mostly(profile.mark) => Some("dấu đạt, không đạt"),
        FormKind::Assessment if mostly(profile.level) => Some("mức đạt"),
        _ => None,
    }
}

/// By a figure or a word of the calendar: "Tháng 9", "Cuối học kỳ II", "Thường xuyên".
fn names_a_date(text: &str) -> bool {
    const WORDS: &[&str] = &["thang", "hoc", "hk", "hki", "hkii", "nam", "quy", "he", "tuan", "ngay", "thuong"];
    text.contains(|sign: char| sign.is_ascii_digit()) || text::fold(text).split(' ').any(|word| WORDS.contains(&word))
}

/// Whether a column holds crosses and nothing else.
pub(super) fn holds_ticks(rows: &[&Row], column: u32) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(column)).peekable();
    cells.peek().is_some() && cells.all(|cell| phrase::mark::parse(&cell.text) == Some(Mark::Yes))
}

/// What a column of a plan or of problems says of levels, as of a self-assessment that stands in one table with it: "Mức 1" over "x", "Tự đánh giá" over "Mức 2".
pub(super) fn levels_in(rows: &[&Row], column: u32, title: &str) -> Option<&'static str> {
    const FEWEST: usize = 3;
    const MOST: f64 = 0.6;
    let cells: Vec<&str> =
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let mostly = |is: &dyn Fn(&str) -> bool| {
        let count = cells.iter().filter(|text| is(text)).count();
        count >= FEWEST && count as f64 >= MOST * cells.len() as f64
    };
    let folded = text::fold(title);
    let of_level = ["muc 1", "muc 2", "muc 3", "khong dat"].iter().any(|words| text::holds_words(&folded, words));
    if of_level && mostly(&|text| phrase::mark::parse(text).is_some()) {
        return Some("dấu đạt, không đạt");
    }
    let says_level = |text: &str| text::fold(text).contains("muc ") && phrase::levels::named(text).is_some();
    // "Mức 2 | Mức 1 | Không đạt"
    let judges = |text: &str| says_level(text) || phrase::mark::parse(text) == Some(phrase::mark::Mark::No);
    (!folded.contains("muc tieu") && cells.iter().any(|text| says_level(text)) && mostly(&judges)).then_some("mức đạt")
}

/// Whether what a column says in sentences is how far work has come: "Đã xây xong bể nước", "Chưa có kinh phí nên chưa làm".
pub(super) fn tells_of_work(rows: &[&Row], column: u32) -> bool {
    const FEWEST: usize = 2;
    const MOST: f64 = 0.75;
    let cells: Vec<&str> = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).collect();
    let told = cells.iter().filter(|text| tells_state(text)).count();
    told >= FEWEST && told as f64 >= MOST * cells.len() as f64
}

/// Whether a column holds nothing but shares of a hundred: 100, 60, "0%".
pub(super) fn holds_shares(rows: &[&Row], column: u32) -> bool {
    const FEWEST: usize = 2;
    let texts: Vec<&str> =
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    let is_share = |text: &&str| text.trim_end_matches('%').trim().parse::<f64>().is_ok_and(|share| (0.0..=100.0).contains(&share));
    texts.len() >= FEWEST && texts.iter().all(is_share)
}

/// By a word of states, or of a deed, and read as a state as a whole.
pub(super) fn tells_state(text: &str) -> bool {
    let deed = || text::fold(text).split([' ', ',', ';']).any(|word| word == "da");
    (says_state(text) || deed()) && phrase::levels::named(text).is_none() && phrase::status::state(text).is_some()
}

/// By a word of states itself: "Tiếp tục năm sau", "Đã báo cáo cấp trên" are notes.
pub(super) fn says_state(text: &str) -> bool {
    const WORDS: &[&str] = &["xong", "thanh", "tat", "dang", "chua", "roi"];
    text.contains('%') || text::fold(text).split(' ').any(|word| WORDS.contains(&word))
}

/// "Đúng tiến độ", "Chậm 2 tháng", "Trước hạn": how the work keeps to its time.
pub(super) fn says_pace(text: &str) -> bool {
    const WORDS: &[&str] =
        &["tien do", "cham", "tre han", "qua han", "truoc han", "dung han", "kip", "dam bao", "bao dam", "dung ke hoach"];
    let folded = text::fold(text);
    WORDS.iter().any(|words| text::holds_words(&folded, words))
}

/// By column, from the first rows.
pub(super) fn profiles(rows: &[&Row]) -> BTreeMap<u32, Profile> {
    let mut profiles: BTreeMap<u32, Profile> = BTreeMap::new();
    for cell in rows.iter().take(60).flat_map(|row| &row.cells) {
        profiles.entry(cell.column).or_default().add(&Profile::of_cell(cell));
    }
    for profile in profiles.values_mut() {
        let filled = profile.filled;
        profile.shares_mut().into_iter().for_each(|share| *share /= filled);
    }
    profiles
}

impl Profile {
    /// What one cell holds, each share whole or nothing.
    fn of_cell(cell: &Cell) -> Profile {
        thread_local! {
            static READ: Memory<Profile> = Memory::default();
        }
        // Every column is looked at several times, and most of its texts stand in other columns too.
        match cell.kind {
            CellKind::Text => READ.with(|known| known.recall(&cell.text, |_| Profile::read(cell))),
            _ => Profile::read(cell),
        }
    }

    /// It depends on the text and the kind of the cell alone.
    fn read(cell: &Cell) -> Profile {
        let text = cell.text.as_str();
        let share = |is: bool| f64::from(u8::from(is));
        // What long texts cannot be, they are not asked.
        let letters = text.chars().count();
        let amount = matches!(cell.kind, CellKind::Number { .. })
            || letters < 80 && !matches!(phrase::money::parse(text).kind, CostKind::None | CostKind::Unspecified);
        Profile {
            filled: 1.0,
            code: share(opens_with_code(cell)),
            ordinal: share(text.trim_end_matches('.').parse::<u16>().is_ok_and(|number| number < 500)),
            time: share(matches!(cell.kind, CellKind::Date(_)) || phrase::time::is_time(text)),
            money: share(amount),
            nothing: share(phrase::status::is_nothing(text)),
            sums: share(amount && is_sum(cell)),
            mark: share(letters < 10 && phrase::mark::parse(text).is_some()),
            level: share(phrase::levels::named(text).is_some()),
            role: share(is_role(text)),
            status: share(text::fold(text).len() < 40 && phrase::status::word(text).is_some()),
            prose: share(text.split_whitespace().count() >= 3),
        }
    }

    /// All shares but that of filled cells.
    fn shares_mut(&mut self) -> [&mut f64; 11] {
        let Profile { filled: _, code, ordinal, time, money, sums, nothing, mark, level, role, status, prose } = self;
        [code, ordinal, time, money, sums, nothing, mark, level, role, status, prose]
    }

    fn add(&mut self, other: &Profile) {
        self.filled += other.filled;
        let mut other = *other;
        for (own, other) in self.shares_mut().into_iter().zip(other.shares_mut()) {
            *own += *other;
        }
    }

    pub fn agreement(&self, content: Content) -> f64 {
        match content {
            Content::Code => self.code,
            Content::Ordinal => self.ordinal,
            Content::Time => self.time,
            Content::Money => self.money.max(0.0),
            Content::Mark => self.mark,
            Content::Level => self.level,
            Content::Role => self.role,
            Content::Status => self.status,
            Content::Text => (self.prose * 0.9 - self.time * 0.6 - self.code * 0.9 - self.role * 0.3)
                .clamp(0.0, 1.0)
                .max(0.25 * (1.0 - self.mark) * (1.0 - self.code)),
        }
    }
}
