//! A story in, the forms of 2018 out: plan of 9 and of 3 columns, result, self-assessment, Mức 4 list, evidence.

use ctcl::model::{Criterion, FormKind, LevelBand};

use crate::catalogue::Catalogue;
use crate::draft::{Head, Role, Row, Table, Value};
use crate::rng::Rng;
use crate::story::{Deed, Story};

/// The habits of one school: which spellings it uses.
#[derive(Debug, Clone, Copy)]
pub struct Habit {
    /// Which set of column titles.
    pub titles: usize,
    /// How criteria are named.
    pub codes: usize,
    /// Only the highest level reached is marked.
    pub highest_only: bool,
    pub start_and_end: bool,
    /// Days are typed as days, not as text.
    pub day_cells: bool,
}

impl Habit {
    pub fn of(rng: &mut Rng) -> Self {
        Habit { titles: rng.below(4), codes: rng.below(5), highest_only: rng.chance(25), start_and_end: false, day_cells: false }
    }

    pub fn code(&self, criterion: Criterion, catalogue: &Catalogue) -> String {
        match (criterion, self.codes) {
            (Criterion::Level4 { item }, 0 | 1) => format!("Khoản {item}"),
            (Criterion::Level4 { item }, _) => format!("Tiêu chí {item}"),
            (_, 0) => format!("Tiêu chí {criterion}"),
            (_, 1) => format!("Tiêu chí {criterion}: {}", catalogue.title(criterion)),
            (_, 2) => format!("TC {criterion}"),
            (_, 3) => format!("- Tiêu chí {criterion}:"),
            _ => criterion.to_string(),
        }
    }
}

const PLAN_TITLES: [[&str; 9]; 4] = [
    [
        "TT",
        "Tiêu chuẩn, tiêu chí",
        "Kết quả cần đạt (so với hiện trạng)",
        "Công việc/giải pháp cần thực hiện",
        "Chủ trì và phối hợp thực hiện",
        "Thời gian thực hiện và hoàn thành",
        "Dự kiến kinh phí",
        "Điều kiện hỗ trợ khác",
        "Ghi chú",
    ],
    [
        "STT",
        "Tiêu chí",
        "Kết quả cần đạt",
        "Biện pháp thực hiện",
        "Người thực hiện",
        "Thời gian thực hiện",
        "Kinh phí",
        "Điều kiện hỗ trợ",
        "Ghi chú",
    ],
    [
        "Số TT",
        "Tiêu chuẩn,\ntiêu chí",
        "Kết quả\ncần đạt",
        "Công việc/\ngiải pháp\nthực hiện",
        "Nhóm công tác,\ncá nhân\nchịu trách nhiệm",
        "Thời hạn",
        "Dự kiến\nkinh phí",
        "Điều kiện\nhỗ trợ khác",
        "Ghi\nchú",
    ],
    [
        "TT",
        "Tiêu chuẩn/ Tiêu chí",
        "Mục tiêu cần đạt",
        "Giải pháp thực hiện",
        "Phụ trách",
        "Hạn hoàn thành",
        "Dự kiến kinh phí",
        "Điều kiện hỗ trợ khác",
        "Ghi chú",
    ],
];

pub fn plan_of_9(story: &Story, habit: Habit, catalogue: &Catalogue) -> Table {
    let titles = PLAN_TITLES[habit.titles];
    let mut head = vec![Head::row(&titles)];
    let mut widths = vec![5.0, 18.0, 24.0, 34.0, 18.0, 18.0, 17.0, 16.0, 9.0];
    if habit.start_and_end {
        head[0][5] = Head::Title("Thời gian".to_owned());
        head[0].insert(6, Head::Left);
        head.push(Head::row(&["^", "^", "^", "^", "^", "Bắt đầu", "Kết thúc", "^", "^", "^"]));
        widths.insert(6, 13.0);
        widths[5] = 13.0;
    }
    let width = widths.len();
    let mut rows = Vec::new();
    let mut band = None;
    let mut standard = None;
    let mut criterion = None;
    let mut number = 0;
    for deed in story.deeds.iter().filter(|deed| deed.planned) {
        if story.level >= 3 && deed.band() != band {
            let text = if deed.band() == Some(LevelBand::Four) { "MỨC 4" } else { "MỨC 1, 2, 3" };
            rows.push(Row::new(Role::Band, first_of(width, 0, text)));
            criterion = None;
        }
        band = deed.band();
        let own = deed.criterion.and_then(Criterion::standard);
        if let Some(number) = own.filter(|_| own != standard) {
            rows.push(standard_row(width, number, catalogue));
            criterion = None;
        }
        standard = own;
        let same = deed.criterion == criterion && deed.further_criteria.is_empty();
        criterion = deed.criterion;
        if !same {
            number += 1;
        }
        let mut cells = vec![
            if same { Value::Empty } else { Value::Number(f64::from(number)) },
            if same { Value::Empty } else { code_cell(deed, habit, catalogue) },
            Value::text(&deed.target),
            Value::text(&deed.task),
            Value::text(&deed.lead),
        ];
        if habit.start_and_end {
            cells.push(deed.time.window.start.map_or(Value::Empty, Value::Day));
            cells.push(deed.time.window.due.map_or(Value::Empty, Value::Day));
        } else if let (true, Some(due)) = (habit.day_cells && deed.time.window.start == deed.time.window.due, deed.time.window.due) {
            cells.push(Value::Day(due));
        } else {
            cells.push(Value::text(&deed.time.text));
        }
        cells.push(deed.money.number.map_or_else(|| Value::text(&deed.money.text), Value::Number));
        cells.push(Value::text(&deed.conditions));
        cells.push(Value::text(&deed.note));
        rows.push(Row::new(Role::Body(deed.criterion), cells));
    }
    Table { form: FormKind::Plan, above: Vec::new(), head, rows, below: Vec::new(), widths, headless: false }
}

/// The criterion, if any, stands inside the text; the text is the task.
pub fn plan_of_3(story: &Story) -> Table {
    let rows = story
        .deeds
        .iter()
        .filter(|deed| deed.planned)
        .enumerate()
        .map(|(at, deed)| {
            Row::new(
                Role::Body(deed.criterion),
                vec![Value::Number((at + 1) as f64), Value::text(&deed.task), Value::text(&deed.time.text)],
            )
        })
        .collect();
    let head = vec![Head::row(&["TT", "Nội dung công việc", "Thời điểm thực hiện"])];
    Table { form: FormKind::Plan, above: Vec::new(), head, rows, below: Vec::new(), widths: vec![6.0, 90.0, 32.0], headless: false }
}

pub fn result_of_8(story: &Story, habit: Habit, catalogue: &Catalogue) -> Table {
    let head = vec![
        Head::row(&["TT", "Tiêu chuẩn, tiêu chí", "Nội dung kế hoạch cải tiến chất lượng", "<", "Kết quả thực hiện", "<", "<", "Ghi chú"]),
        Head::row(&[
            "^",
            "^",
            "Được xây dựng đầu năm",
            "Đã được điều chỉnh",
            "Những công việc đã triển khai xong",
            "Những công việc đang triển khai hoặc chậm (nêu lý do)",
            "Những công việc chưa triển khai",
            "^",
        ]),
    ];
    let widths = vec![5.0, 18.0, 32.0, 20.0, 28.0, 26.0, 24.0, 9.0];
    let mut rows = Vec::new();
    let mut standard = None;
    let mut band = None;
    for (at, deed) in story.deeds.iter().filter(|deed| deed.reported).enumerate() {
        let own = deed.criterion.and_then(Criterion::standard);
        if let Some(number) = own.filter(|_| own != standard) {
            rows.push(standard_row(8, number, catalogue));
        }
        standard = own;
        if deed.band() == Some(LevelBand::Four) && band != Some(LevelBand::Four) {
            rows.push(Row::new(Role::Band, first_of(8, 0, "MỨC 4")));
        }
        band = deed.band();
        let cells = vec![
            Value::Number((at + 1) as f64),
            code_cell(deed, habit, catalogue),
            Value::text(&deed.task),
            Value::text(&deed.adjusted),
            Value::text(&deed.done),
            Value::text(&deed.ongoing),
            Value::text(&deed.not_started),
            Value::Empty,
        ];
        rows.push(Row::new(Role::Body(deed.criterion), cells));
    }
    Table { form: FormKind::Result, above: Vec::new(), head, rows, below: Vec::new(), widths, headless: false }
}

const MARKS: [&str; 5] = ["x", "X", "×", "✓", "Đạt"];
const DASHES: [&str; 3] = ["-", "--", ""];

pub fn assessment(story: &Story, habit: Habit, catalogue: &Catalogue) -> Table {
    let mark = MARKS[habit.titles + usize::from(habit.highest_only)];
    let dash = DASHES[habit.codes % 3];
    let head = if habit.codes.is_multiple_of(2) {
        vec![
            Head::row(&["Tiêu chuẩn, tiêu chí", "Kết quả", "<", "<", "<"]),
            Head::row(&["^", "Không đạt", "Đạt", "<", "<"]),
            Head::row(&["^", "^", "Mức 1", "Mức 2", "Mức 3"]),
        ]
    } else {
        vec![Head::row(&["Tiêu chuẩn, tiêu chí", "Không đạt", "Đạt", "<", "<"]), Head::row(&["^", "^", "Mức 1", "Mức 2", "Mức 3"])]
    };
    let mut rows = Vec::new();
    let mut standard = None;
    for verdict in &story.verdicts {
        let own = verdict.criterion.standard();
        if own != standard {
            let number = own.unwrap_or(0);
            rows.push(Row::new(
                Role::Standard(number),
                first_of(5, 0, &format!("Tiêu chuẩn {number}: {}", catalogue.standard_title(number))),
            ));
        }
        standard = own;
        let mut cells =
            vec![Value::text(habit.code(verdict.criterion, catalogue)), Value::text(if verdict.reached == Some(0) { mark } else { "" })];
        for level in 1..=3 {
            let marked = verdict.reached.is_some_and(|reached| if habit.highest_only { reached == level } else { reached >= level });
            cells.push(Value::text(match () {
                () if level > verdict.highest => dash,
                () if marked => mark,
                () => "",
            }));
        }
        rows.push(Row::new(Role::Body(Some(verdict.criterion)), cells));
    }
    Table {
        form: FormKind::Assessment,
        above: Vec::new(),
        head,
        rows,
        below: Vec::new(),
        widths: vec![62.0, 12.0, 12.0, 12.0, 12.0],
        headless: false,
    }
}

/// The form some schools send instead of the table: totals, as lines of text.
pub fn totals(story: &Story) -> Vec<String> {
    (1..=3)
        .map(|level| {
            let (met, of) = story.met(level);
            let share = format!("{:.2}", 100.0 * met as f64 / of as f64).replace('.', ",");
            format!("Tổng số các tiêu chí đạt Mức {level}: {met}/{of} tỷ lệ {share}%")
        })
        .collect()
}

pub fn level4(story: &Story, catalogue: &Catalogue) -> Table {
    let rows = story
        .level4
        .iter()
        .map(|(item, met)| {
            let title = catalogue.title(Criterion::Level4 { item: *item });
            let (yes, no) = if *met { ("x", "") } else { ("", "x") };
            let cells = vec![Value::text(format!("Khoản {item}")), Value::text(title), Value::text(yes), Value::text(no)];
            Row::new(Role::Body(Some(Criterion::Level4 { item: *item })), cells)
        })
        .collect();
    let head = vec![Head::row(&["Tiêu chí Mức 4", "Nội dung", "Kết quả", "<"]), Head::row(&["^", "^", "Đạt", "Không đạt"])];
    Table {
        form: FormKind::Assessment,
        above: vec!["Đánh giá tiêu chí Mức 4".to_owned()],
        head,
        rows,
        below: Vec::new(),
        widths: vec![18.0, 62.0, 12.0, 12.0],
        headless: false,
    }
}

const PROOFS: [(&str, &str); 6] = [
    ("Kế hoạch chiến lược phát triển nhà trường", "Tủ hồ sơ nhà trường"),
    ("Quyết định thành lập các tổ chuyên môn", "Văn thư"),
    ("Sổ nghị quyết, biên bản họp của tổ", "Tổ chuyên môn"),
    ("Hồ sơ bồi dưỡng thường xuyên của giáo viên", "Bộ phận chuyên môn"),
    ("Sổ tài sản, biên bản kiểm kê", "Kế toán"),
    ("Ảnh tư liệu, danh mục thiết bị", "Phòng thiết bị"),
];

/// One row for each of `criteria`.
pub fn evidence(rng: &mut Rng, criteria: &[Criterion], year_text: &str) -> Table {
    let head = vec![Head::row(&[
        "Tiêu chuẩn, tiêu chí",
        "Dự kiến các thông tin, minh chứng cần thu thập",
        "Nơi thu thập",
        "Nhóm chuyên trách, cá nhân thu thập",
        "Thời gian thu thập",
        "Kinh phí thu thập (nếu có)",
        "Ghi chú",
    ])];
    let rows = criteria
        .iter()
        .map(|criterion| {
            let standard = criterion.standard().unwrap_or(1);
            let (proof, place) = *rng.pick(&PROOFS);
            let cells = vec![
                Value::text(format!("Tiêu chí {criterion}")),
                Value::text(format!("[H{standard}-{criterion}-01] {proof}")),
                Value::text(place),
                Value::text(format!("Nhóm {standard}")),
                Value::text(year_text),
                Value::text("Không"),
                Value::Empty,
            ];
            Row::new(Role::Body(Some(*criterion)), cells)
        })
        .collect();
    let widths = vec![20.0, 48.0, 20.0, 24.0, 18.0, 18.0, 9.0];
    Table { form: FormKind::Evidence, above: Vec::new(), head, rows, below: Vec::new(), widths, headless: false }
}

fn code_cell(deed: &Deed, habit: Habit, catalogue: &Catalogue) -> Value {
    let Some(criterion) = deed.criterion else { return Value::Empty };
    if deed.further_criteria.is_empty() {
        return Value::text(habit.code(criterion, catalogue));
    }
    let further: Vec<String> = deed.further_criteria.iter().map(Criterion::to_string).collect();
    Value::text(format!("Tiêu chí {criterion}, {}", further.join(", ")))
}

pub fn first_of(width: usize, at: usize, text: &str) -> Vec<Value> {
    (0..width).map(|column| if column == at { Value::text(text) } else { Value::Empty }).collect()
}

fn standard_row(width: usize, number: u8, catalogue: &Catalogue) -> Row {
    Row::new(Role::Standard(number), first_of(width, 1, &format!("Tiêu chuẩn {number}: {}", catalogue.standard_title(number))))
}
