//! Plans and reports composed at random of what schools do in one or another way: titles, columns and their order, how criteria are named, how
//! states are told, numbers of columns, titles of standards, one table or two, sheets, files. Whatever is chosen, every work keeps its time, its cost
//! and its state.

use ctcl::read::Source;

use crate::paper::{Office, Paper, workbook};

const SEEDS: u64 = 300;

/// Choices that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// Work under its criterion.
const WORKS: &[(&str, &str)] = &[
    ("1.1", "Rà soát chiến lược phát triển giai đoạn 2023-2028"),
    ("1.1", "Công khai phương hướng trên trang thông tin của trường"),
    ("1.6", "Hoàn chỉnh hồ sơ quản lý tài chính, tài sản"),
    ("1.9", "Lấy ý kiến góp ý quy chế dân chủ"),
    ("2.2", "Cử 02 giáo viên học nâng chuẩn"),
    ("2.2", "Dự giờ, rút kinh nghiệm giáo viên mới"),
    ("2.4", "Phụ đạo học sinh yếu môn Toán"),
    ("3.2", "Thay mới 12 bộ bóng đèn phòng học"),
    ("3.5", "Mua 5 bộ máy tính cho văn phòng"),
    ("3.6", "Bổ sung 45 đầu sách tham khảo"),
    ("4.1", "Họp ban đại diện cha mẹ học sinh"),
    ("4.2", "Ký quy chế phối hợp với công an xã"),
    ("5.1", "Tổ chức chuyên đề đổi mới kiểm tra, đánh giá"),
    ("5.5", "Tổ chức hoạt động trải nghiệm cho học sinh"),
];
/// As written, and the due day.
const TIMES: &[(&str, &str)] = &[
    ("Tháng 10/2023", "2023-10-31"),
    ("Từ 05/9/2023 đến 30/11/2023", "2023-11-30"),
    ("Trước 15/12/2023", "2023-12-15"),
    ("Tháng 11", "2023-11-30"),
    ("Học kỳ I", "2024-01-15"),
    ("Cả năm học", "2024-05-31"),
    ("Quý IV/2023", "2023-12-31"),
    ("Thường xuyên", "-"),
    ("9/2023 - 12/2023", "2023-12-31"),
    ("", "-"),
];
const COSTS: &[(&str, &str)] = &[
    ("15.000.000đ (ngân sách)", "15000000"),
    ("12,5 triệu đồng", "12500000"),
    ("NSNN: 30 triệu; XHH: 10 triệu", "40000000"),
    ("0", "0"),
    ("Ngân sách", "-"),
    ("", "-"),
];
/// Done, under way, not begun, nothing said.
const STATES: [&str; 4] = ["completed", "in_progress", "not_started", "no_report"];
const TEXTS: [&[&str]; 4] = [
    &["Đã thực hiện xong", "Hoàn thành", "Đã hoàn thành 100%", "Xong", "Thực hiện tốt"],
    &["Đang thực hiện", "Hoàn thành 60%", "Mới thực hiện được một phần", "Chậm so với kế hoạch do thiếu kinh phí"],
    &["Chưa thực hiện", "Chưa có kinh phí", "Chưa làm", "Chuyển sang học kỳ II", "Chưa có"],
    &[""],
];
const WORDS: [&[&str]; 4] =
    [&["Hoàn thành", "Đã xong", "HT"], &["Đang thực hiện", "Đang làm"], &["Chưa thực hiện", "Chưa làm", "Chưa TH"], &[""]];
const SHARES: [&[&str]; 4] = [&["100%"], &["45%", "80%"], &["0%"], &[""]];
const CODES: &[&str] = &["Tiêu chí", "Tiêu chuẩn, tiêu chí", "Mã tiêu chí", "Tiêu chuẩn/Tiêu chí"];
const TASKS: &[&str] =
    &["Nội dung công việc", "Công việc/giải pháp cần thực hiện", "Biện pháp cải tiến", "Các hoạt động cải tiến", "Việc cần làm"];
const LEADS: &[&str] = &["Người thực hiện", "Phụ trách", "Chủ trì và phối hợp thực hiện", "Bộ phận, cá nhân chịu trách nhiệm"];
const WHENS: &[&str] = &["Thời gian", "Thời gian thực hiện", "Thời hạn", "Tiến độ thời gian", "Hạn hoàn thành"];
const MONEY: &[&str] = &["Kinh phí", "Dự kiến kinh phí", "Nguồn kinh phí", "Dự toán"];
const THREE: &[[&str; 3]] = &[
    ["Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"],
    ["Hoàn thành", "Đang thực hiện", "Chưa hoàn thành"],
    ["Hoàn thành", "Chưa hoàn thành", "Chưa thực hiện"],
    ["Những công việc đã triển khai xong", "Đang triển khai hoặc chậm (lý do)", "Chưa triển khai"],
    ["Những việc đã làm được", "Những việc đang làm", "Những việc chưa làm được"],
];
const PLANS: &[&str] = &["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "BẢNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"];
const REPORTS: &[&str] =
    &["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG HỌC KỲ I"];

/// Tables of other things that schools put around their plans.
pub const OTHERS: &[&[&str]] = &[
    &["Danh hiệu|Đăng ký|Kết quả", "Lao động tiên tiến|20|21", "Chiến sĩ thi đua cơ sở|3|3"],
    &["CÁC CHỈ SỐ", "Nội dung|2021-2022|2022-2023|2023-2024", "Số lớp|12|12|13", "Số học sinh|380|395|410"],
    &["Nhóm|Thành viên|Tiêu chí phụ trách", "Nhóm 1|Giáo viên A, Giáo viên B|1.1, 1.2", "Nhóm 2|Giáo viên C|2.1, 2.2"],
    &["Đội ngũ|Số lượng|Đạt chuẩn|Tỷ lệ", "CBQL|2|2|100%", "Giáo viên|22|20|90,9%"],
    &["TT|Chỉ tiêu|Kế hoạch|Đạt được", "1|Duy trì sĩ số|100%|99,8%", "2|Giáo viên giỏi cấp trường|15|16"],
    &["TT|Hạng mục|Số lượng|Hiện trạng|Nhu cầu", "1|Phòng học|12|Tốt|1", "2|Nhà vệ sinh|2|Xuống cấp|Sửa chữa"],
    &["Nội dung|Số lượng|Tỷ lệ", "Tổng số công việc|13|100%", "Đã hoàn thành|7|54%", "Chưa thực hiện|6|46%"],
    &["Tổng số việc|Đã hoàn thành|Đang thực hiện|Chưa thực hiện", "13|7|2|4"],
    &["TT|Họ và tên|Chức vụ|Nhiệm vụ", "1|Giáo viên A|Hiệu trưởng|Chủ tịch HĐ", "2|Giáo viên B|Phó Hiệu trưởng|Phó Chủ tịch HĐ"],
];

struct Work {
    code: &'static str,
    task: &'static str,
    time: (&'static str, &'static str),
    cost: (&'static str, &'static str),
    state: usize,
}

/// How a school tells of states.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    Columns,
    Marks(&'static str),
    Text,
    Word,
    Share,
}

/// What a school always does in one way.
struct Habits {
    numbered: bool,
    code: usize,
    code_left_out: bool,
    column_numbers: usize,
    standards: bool,
    shuffled: bool,
    told: Told,
    three: [&'static str; 3],
    upper: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Plan,
    Result,
    Both,
}

fn table(dice: &mut Dice, habits: &Habits, works: &[Work], part: Part) -> Vec<String> {
    let mut columns: Vec<(&str, &str)> = Vec::new();
    if habits.numbered {
        columns.push(("number", dice.pick(&["TT", "STT", "Số TT"])));
    }
    columns.push(("code", dice.pick(CODES)));
    columns.push(("task", dice.pick(TASKS)));
    if part != Part::Result {
        let mut terms = vec![("lead", dice.pick(LEADS)), ("time", dice.pick(WHENS)), ("cost", dice.pick(MONEY))];
        if habits.shuffled {
            terms.rotate_left(1 + dice.below(2));
        }
        columns.extend(terms);
    }
    if part != Part::Plan {
        match habits.told {
            Told::Columns | Told::Marks(_) => columns.extend(["0", "1", "2"].into_iter().zip(habits.three)),
            Told::Text => columns.push(("text", dice.pick(&["Kết quả thực hiện", "Kết quả", "Tình hình thực hiện", "Kết quả đến nay"]))),
            Told::Word => columns.push(("text", dice.pick(&["Tình trạng", "Mức độ hoàn thành", "Tình trạng thực hiện"]))),
            Told::Share => {
                columns.push(("text", dice.pick(&["Tỷ lệ hoàn thành", "Mức độ hoàn thành (%)", "% hoàn thành", "Hoàn thành (%)"])))
            }
        }
    }
    if dice.chance(50) {
        columns.push(("note", "Ghi chú"));
    }
    let title = |title: &str| if habits.upper { title.to_uppercase() } else { title.to_owned() };
    let mut lines = vec![columns.iter().map(|(_, name)| title(name)).collect::<Vec<_>>().join("|")];
    let numbers = (1..=columns.len()).map(|number| if habits.column_numbers == 1 { number.to_string() } else { format!("({number})") });
    if habits.column_numbers > 0 {
        lines.push(numbers.collect::<Vec<_>>().join("|"));
    }
    let mut before: Option<&Work> = None;
    for (at, work) in works.iter().enumerate() {
        if habits.standards && before.is_none_or(|before| before.code[..1] != work.code[..1]) {
            lines.push(format!("Tiêu chuẩn {}: Tổ chức và quản lý", &work.code[..1]));
            before = None;
        }
        let again = habits.code_left_out && before.is_some_and(|before| before.code == work.code);
        let texts = match habits.told {
            Told::Text | Told::Columns => &TEXTS,
            Told::Word => &WORDS,
            Told::Share => &SHARES,
            Told::Marks(_) => &TEXTS,
        };
        let said = dice.pick(texts[work.state]);
        let cell = |field: &str| match field {
            "number" => (at + 1).to_string(),
            "code" if again => String::new(),
            "code" => [work.code.to_owned(), format!("Tiêu chí {}", work.code), format!("TC {}", work.code)][habits.code].clone(),
            "task" => work.task.to_owned(),
            "lead" => "Phó hiệu trưởng".to_owned(),
            "time" => work.time.0.to_owned(),
            "cost" => work.cost.0.to_owned(),
            "text" => said.to_owned(),
            "0" | "1" | "2" if field.parse() == Ok(work.state) => if let Told::Marks(mark) = habits.told { mark } else { said }.to_owned(),
            _ => String::new(),
        };
        lines.push(columns.iter().map(|(field, _)| cell(field)).collect::<Vec<_>>().join("|"));
        before = Some(work);
    }
    lines
}

fn paper(name: &str, school: bool, title: &str, tables: &[Vec<String>]) -> Paper {
    let mut lines: Vec<&str> = if school { vec!["UBND XÃ BAN MAI", "TRƯỜNG THCS HOA SEN"] } else { Vec::new() };
    lines.extend([title, "Năm học 2023-2024", ""]);
    for table in tables {
        lines.extend(table.iter().map(String::as_str));
    }
    lines.extend(["", "|HIỆU TRƯỞNG"]);
    Paper::of(name, &lines)
}

/// A table, other things below it or beside it.
fn surrounded(dice: &mut Dice, table: Vec<String>) -> Vec<String> {
    let lines = |other: &'static [&'static str]| other.iter().map(|line| (*line).to_owned());
    let below: Vec<&[&str]> = (0..dice.below(3)).map(|_| dice.pick(OTHERS)).collect();
    let beside = dice.pick(OTHERS);
    // Beside as many rows it could as well be of the table.
    let fits = dice.chance(40) && table.len() > beside.len() + 2;
    let width = table.iter().map(|line| line.split('|').count()).max().unwrap_or_default();
    let widened = |line: &String, other: &str| format!("{line}{}{other}", "|".repeat(width + 1 - line.split('|').count() + 1));
    let joined = table.iter().enumerate().map(|(at, line)| match beside.get(at).filter(|_| fits) {
        Some(other) => widened(line, other),
        None => line.clone(),
    });
    let mut whole: Vec<String> = joined.collect();
    for other in below {
        whole.push(String::new());
        whole.extend(lines(other));
    }
    whole
}

/// The files a school sends, what they are, and its works as they should come out. `around`: what else stands on its sheets.
fn composed(seed: u64, around: &mut Option<Dice>) -> (Vec<Source>, String, Vec<String>) {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let works: Vec<Work> = WORKS
        .iter()
        .filter(|_| dice.chance(60))
        .map(|(code, task)| (code, task))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(code, task)| Work { code, task, time: dice.pick(TIMES), cost: dice.pick(COSTS), state: dice.below(STATES.len()) })
        .collect();
    let told = [Told::Columns, Told::Marks("x"), Told::Marks("+"), Told::Text, Told::Word, Told::Share][dice.below(6)];
    let habits = Habits {
        numbered: dice.chance(80),
        code: dice.below(3),
        code_left_out: dice.chance(40),
        column_numbers: if dice.chance(50) { 0 } else { 1 + dice.below(2) },
        standards: dice.chance(40),
        shuffled: dice.chance(40),
        told,
        three: dice.pick(THREE),
        upper: dice.chance(20),
    };
    let (plan, report) = (dice.pick(PLANS), dice.pick(REPORTS));
    let mut table = |dice: &mut Dice, part: Part| {
        let lines = table(dice, &habits, &works, part);
        match around {
            Some(around) => surrounded(around, lines),
            None => lines,
        }
    };
    let source = |name: &str, papers: &[Paper]| Source::in_memory(name, workbook(papers));
    let (how, sources) = match dice.below(4) {
        0 => {
            let title = if dice.chance(50) { plan } else { report };
            let table = table(&mut dice, Part::Both);
            ("one table", vec![source("a.xlsx", &[paper("Sheet1", true, title, &[table])])])
        }
        1 => {
            let first = table(&mut dice, Part::Plan);
            let heading = vec![String::new(), report.to_owned(), String::new()];
            let second = table(&mut dice, Part::Result);
            ("two tables", vec![source("a.xlsx", &[paper("Sheet1", true, plan, &[first, heading, second])])])
        }
        files => {
            let first = table(&mut dice, Part::Plan);
            let whole = if dice.chance(30) { Part::Both } else { Part::Result };
            let second = table(&mut dice, whole);
            let (first, second) = (paper("KH", true, plan, &[first]), paper("KQ", files == 3 || dice.chance(50), report, &[second]));
            match files {
                2 => ("two sheets", vec![source("a.xlsx", &[first, second])]),
                _ => ("two files", vec![source("a.xlsx", &[first]), source("b.xlsx", &[second])]),
            }
        }
    };
    let expected = works.iter().map(|work| format!("{}: {} {} {}", work.task, STATES[work.state], work.time.1, work.cost.1)).collect();
    (sources, format!("seed {seed}, {how}, {:?}, {:?}", habits.three, habits.told), expected)
}

#[test]
fn every_work_keeps_its_state_its_time_and_its_cost_however_it_is_laid_out() {
    all_keep(|_| None);
}

#[test]
fn tables_of_other_things_around_them_change_no_work() {
    all_keep(|seed| Some(Dice(seed.wrapping_add(77).wrapping_mul(0xD134_2543_DE82_EF95))));
}

fn all_keep(around: impl Fn(u64) -> Option<Dice>) {
    let office = Office::in_year(2023);
    let mut wrong = Vec::new();
    for seed in 0..SEEDS {
        let (sources, how, mut expected) = composed(seed, &mut around(seed));
        let read = office.link(&sources);
        let shown = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let mut found: Vec<String> = read
            .actions
            .iter()
            .map(|work| {
                let due = shown(work.window.due.map(|due| due.to_string()));
                let cost = shown(work.cost.amount_vnd.map(|cost| cost.to_string()));
                format!("{}: {} {due} {cost}", work.task, work.status.code())
            })
            .collect();
        expected.sort();
        found.sort();
        if found != expected {
            let lost: Vec<&String> = expected.iter().filter(|work| !found.contains(work)).collect();
            let instead: Vec<&String> = found.iter().filter(|work| !expected.contains(work)).collect();
            let told: Vec<&str> = read.findings.iter().map(|told| told.rule.id).collect();
            wrong.push(format!("{how}\n  expected {lost:?}\n  found {instead:?}\n  told {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {SEEDS}:\n{}", wrong.len(), wrong.join("\n"));
}
