//! The rows of a header in, the title of each column out: merged titles count for all columns they cover.

mod compared;
mod doing;
pub(in crate::read) mod levels;
pub(in crate::read) mod numbers;

use crate::model::{Address, SchoolYear, Status};
use crate::phrase;
use crate::read::content;
use crate::read::grid::{Cell, Grid, Row};
use crate::read::section;
use crate::text;

use super::own::until_others;
use super::title::Title;
use super::{LONGEST_TITLE, money, people, rivals, spelling};

pub(super) use compared::folded;

/// The titles of every column over the rows of a header. A merged title counts for all columns it covers, and so does a group title whose neighbours to the right are empty.
pub(super) fn composed(grid: &Grid, rows: &[Row]) -> Vec<Title> {
    compose(grid, rows, true).0
}

/// The titles of every column as they stand one below the other, where that is something else: "Người" over "phụ trách" beside "Công việc",
/// none of them merged.
pub(super) fn stacked(grid: &Grid, rows: &[Row]) -> Option<Vec<Title>> {
    let (_, inherited) = compose(grid, rows, true);
    inherited.then(|| compose(grid, rows, false).0)
}

/// Whether titles were carried to the right besides.
fn compose(grid: &Grid, rows: &[Row], carried: bool) -> (Vec<Title>, bool) {
    let mut inherits = false;
    let columns: std::collections::BTreeSet<u32> = rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    let mut titles = Vec::new();
    for &column in &columns {
        let mut parts: Vec<&str> = Vec::new();
        for (depth, row) in rows.iter().enumerate() {
            let own = grid.shown(Address::new(row.index, column)).map(|cell| cell.text.as_str());
            let inherited = || {
                let below = rows[depth + 1..].iter().any(|row| row.get(column).is_some());
                let left = row.cells.iter().rev().find(|cell| cell.column < column)?;
                let covers = grid.merge_at(Address::new(row.index, left.column)).is_none();
                let left_has_below = rows[depth + 1..].iter().any(|row| row.get(left.column).is_some());
                (below && covers && left_has_below).then_some(left.text.as_str())
            };
            let left = if carried && own.is_none() { inherited() } else { None };
            inherits |= left.is_some();
            if let Some(text) = own.or(left)
                && parts.last() != Some(&text)
            {
                parts.push(text);
            }
        }
        // "(đồng)" below "Ngân sách" is of that title.
        let measured = match parts[..] {
            [.., title, unit] if money::is_only_unit(&text::fold(unit)) => Some(format!("{title} ({})", unit.trim_matches(['(', ')']))),
            _ => None,
        };
        if let Some(measured) = &measured {
            parts.truncate(parts.len() - 2);
            parts.push(measured);
        }
        let Some((leaf, upper)) = parts.split_last() else { continue };
        titles.push(Title { column, leaf: folded(leaf), upper: folded(&upper.join(" ")), shown: parts.join(" / ") });
    }
    (titles, inherits)
}

/// Titles that say several things, by what stands below them: "Tiến độ" over "Đã hoàn thành", "Đang thực hiện" is how far the work has
/// come, and over months when it is to be done; "Thực hiện" over "Hiệu trưởng" is who does it; "Hoàn thành" beside "Bắt đầu" is when it ends.
pub(super) fn meant(titles: &mut [Title], below: &[Row], year: SchoolYear) {
    let below = until_others(below);
    spelling::mend_states(titles);
    levels::name_numbers(titles);
    levels::name_denied(titles);
    name_states(titles, below);
    name_completion(titles, below);
    people::set_aside(titles);
    rivals::name_finders(titles);
    rivals::name_levels(titles, below, year);
    rivals::name_halves(titles, below);
    numbers::name_codes(titles, below);
    let tells_results = titles.iter().any(|title| {
        // "Chỉ số đánh giá kết quả" is what it will be told by.
        ["ket qua", "tinh trang", "trang thai"].iter().any(|words| title.leaf.contains(words)) && !title.leaf.contains("chi so")
    });
    // Beside what came of the work, its progress says how it keeps to its time.
    let told = titles.iter().any(|title| title.leaf.starts_with("tien do")) && titles.iter().any(tells_what_came);
    let has_rest = titles.iter().any(|title| ["dang ", "chua "].iter().any(|word| title.leaf.starts_with(word)));
    let timed = titles.iter().any(|title| of_time(&title.leaf) || of_time(&title.upper));
    let may_name_work = doing::may_name_work(titles);
    let plans = timed || titles.iter().any(names_work);
    let count = titles.len();
    for at in 0..titles.len() {
        let column = titles[at].column;
        let mostly = |is: fn(&str) -> bool| {
            let cells =
                || of_table(below, count).filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).filter(|text| !is_ruled(text));
            let count = cells().filter(|text| is(text)).count();
            count > 0 && count * 2 > cells().count()
        };
        let are_states = || mostly(|text| phrase::status::word(text).is_some());
        let meant = match titles[at].leaf.as_str() {
            "tien do" | "tien do thuc hien" | "tien do hoan thanh" if !told && (are_states() || are_shares(below, column)) => {
                "tinh trang thuc hien"
            }
            // "Thời gian" over "thực hiện" is one title in two rows.
            "thuc hien" if titles[at].upper.is_empty() && mostly(is_somebody) => "nguoi thuc hien",
            "thuc hien" if titles[at].upper.is_empty() && are_states() => "tinh trang thuc hien",
            // Beside what came of the work it is the school's verdict on it.
            "danh gia" | "danh gia chung" if !tells_results && (are_states() || stands_behind_plan(titles, at)) => "tinh trang thuc hien",
            "gia han" | "doi han" | "lui han" if mostly(phrase::time::is_time) => "gia han thoi gian",
            // "Học kỳ" over "I", "II"; "Năm học thực hiện" over "2024-2025": the only time of the table.
            "hoc ky" | "hk" | "ky" | "hoc ky thuc hien" | "hk thuc hien" | "quy" | "quy thuc hien" | "nam hoc" | "nam hoc thuc hien"
                if !timed && mostly(is_term) =>
            {
                "thoi gian"
            }
            "tuan" | "tuan thu" | "tuan hoc" if !timed && mostly(phrase::time::is_time) => "thoi gian",
            "dang ky" | "ban dau" | "ke hoach" | "dau nam" | "theo ke hoach" | "theo kh" | "kh" | "cu"
                if of_time(&titles[at].upper) && mostly(phrase::time::is_time) =>
            {
                "thoi gian theo ke hoach"
            }
            "dieu chinh" | "sau dieu chinh" | "da dieu chinh" | "dieu chinh neu co" | "gia han" | "moi"
                if of_time(&titles[at].upper) && mostly(phrase::time::is_time) =>
            {
                "thoi gian dieu chinh"
            }
            "thuc te" | "thuc hien thuc te" | "thuc te hoan thanh" | "thuc te thuc hien" if of_time(&titles[at].upper) => {
                "thoi gian thuc te"
            }
            "ten" if numbers::are_of_evidence(titles, below) => "ten minh chung",
            "hoan thanh" | "xong" | "hoan tat" if at > 0 && opens_a_time(&titles[at - 1].leaf) => "ket thuc",
            leaf if !has_rest && asks_whether_done(leaf) && mostly(is_answer) => "tinh trang thuc hien",
            // "Mục", "Yêu cầu", "Tiêu chí" over "Khoản 1", "Khoản 2": the list of Mức 4, where nothing is planned for its items.
            leaf if leaf != "khoan" && !plans && are_items(below, column) => "khoan",
            _ if may_name_work && doing::is_work(&titles[at]) => "noi dung cong viec",
            _ => continue,
        };
        titles[at].leaf = meant.to_owned();
    }
}

/// Whether what is to be done and when stand before it: "Công việc | Thời gian | Đánh giá" judges what came of the work, and not what was
/// before it.
fn stands_behind_plan(titles: &[Title], at: usize) -> bool {
    let work = |title: &Title| (names_work(title) || title.leaf.contains("noi dung")) && !title.leaf.contains("tieu chi");
    titles[..at].iter().any(work) && titles[..at].iter().any(|title| of_time(&title.leaf) || of_time(&title.upper))
}

/// "Kế toán", "Bảo vệ", "Tổ khối 4": by a word of those who work at a school, and no state of what they do.
fn is_somebody(text: &str) -> bool {
    (content::is_role(text) || content::opens_with_role(text)) && phrase::status::word(text).is_none()
}

/// "Công việc", "Biện pháp thực hiện".
fn names_work(title: &Title) -> bool {
    ["cong viec", "bien phap", "giai phap", "hoat dong", "nhiem vu"].iter().any(|work| title.leaf.contains(work))
}

/// Whether a folded title speaks of when.
fn of_time(folded: &str) -> bool {
    const TIMES: &[&str] = &["thoi gian", "thoi han", "thoi diem", "han", "tien do", "tg", "thang", "ngay"];
    TIMES.iter().any(|words| text::holds_words(folded, words))
}

/// "I", "HK2", "Cả năm", "2024-2025": a term or a year by itself, under a title that says which of them.
fn is_term(text: &str) -> bool {
    matches!(
        text.trim(),
        "I" | "II"
            | "III"
            | "IV"
            | "1"
            | "2"
            | "3"
            | "4"
            | "I, II"
            | "I,II"
            | "1, 2"
            | "1,2"
            | "I-II"
            | "1-2"
            | "I; II"
            | "I + II"
            | "I và II"
    ) || phrase::time::is_time(text)
}

/// "Kết quả thực hiện", "Tình trạng", and not what is aimed at.
fn tells_what_came(title: &Title) -> bool {
    const TELL: &[&str] = &["ket qua", "kq", "tinh trang", "trang thai", "tinh hinh"];
    const AIM: &[&str] =
        &["can dat", "du kien", "mong doi", "phan dau", "huong toi", "tu danh gia", "san pham", "hien trang", "muc tieu", "cua truong"];
    let says = |words: &&str| text::holds_words(&title.leaf, words);
    TELL.iter().any(says) && !AIM.iter().any(says)
}

/// "Hoàn thành", "Đã xong": a title that the signs below it answer. Folded.
pub(in crate::read) fn asks_whether_done(title: &str) -> bool {
    const DONE: &[&str] = &[
        "hoan thanh",
        "da hoan thanh",
        "xong",
        "da xong",
        "lam xong",
        "da lam xong",
        "da lam",
        "da thuc hien",
        "da trien khai",
        "da thuc hien xong",
    ];
    DONE.contains(&title)
}

/// "✓", "✗", "Có", "Chưa", "Đã xong": what answers whether the work is done.
fn is_answer(text: &str) -> bool {
    const LONGEST: usize = 40;
    let answers = || matches!(text::fold(text).as_str(), "co" | "khong" | "chua" | "roi" | "da" | "true" | "false");
    text.len() <= LONGEST && (answers() || phrase::mark::sign(text).is_some() || phrase::status::word(text).is_some())
}

/// "1", "0,4", "0" below "Tiến độ": shares of the work, as some of them are no month.
fn are_shares(below: &[Row], column: u32) -> bool {
    let cells = below.iter().take(ROWS).filter_map(|row| row.get(column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    let numbers: Option<Vec<f64>> = cells.map(|text| text.replace(',', ".").parse().ok()).collect();
    let is_month = |number: &f64| number.fract() == 0.0 && (1.0..=12.0).contains(number);
    let is_share = |number: &f64| (0.0..=100.0).contains(number);
    numbers.is_some_and(|numbers| numbers.iter().all(is_share) && !numbers.iter().all(is_month))
}

/// "-": nothing to be said in this row.
fn is_ruled(text: &str) -> bool {
    text.trim_matches(['-', '–', ' ', '/']).is_empty()
}

/// Rows that tell what a title means.
const ROWS: usize = 40;

/// The rows below that are of the table, and not of the signature: who signs stands beside one thing at most.
fn of_table(below: &[Row], titles: usize) -> impl Iterator<Item = &Row> {
    const OF_SIGNATURE: usize = 2;
    below.iter().take(ROWS).filter(move |row| row.cells.len() > OF_SIGNATURE.min(titles.saturating_sub(1)))
}

/// "Đã làm | Đang làm dở | Chưa làm" over ticks are the states of the work, in whatever words; "Hoàn thành" alone is one too.
fn name_states(titles: &mut [Title], below: &[Row]) {
    let count = titles.len();
    let state = |title: &Title| {
        let leaf = title.shown.rsplit(" / ").next().unwrap_or_default();
        let short = !title.leaf.contains("dat") && leaf.split_whitespace().count() <= 4;
        // The folded title has no slip any more.
        let named = short.then(|| phrase::status::word(leaf).or_else(|| phrase::status::word(&title.leaf))).flatten()?;
        let cells: Vec<&str> = of_table(below, count).filter_map(|row| row.get(title.column)).map(|cell| cell.text.trim()).collect();
        // "No." counts the rows.
        if title.leaf == "no" && cells.iter().all(|text| text.chars().all(|letter| letter.is_ascii_digit())) {
            return None;
        }
        let is_tick = |text: &&&str| text.chars().count() <= 2 && phrase::mark::parse(text) == Some(phrase::mark::Mark::Yes);
        // Sums of the ticks may stand below them.
        let is_count = |text: &&&str| text.parse::<u16>().is_ok();
        // Where some are ticked and others crossed, a cross is no tick.
        let signs = || cells.iter().filter_map(|text| phrase::mark::sign(text));
        let apart = signs().any(|sign| sign == phrase::mark::Sign::Tick) && signs().any(|sign| sign == phrase::mark::Sign::Cross);
        let plain = !apart && cells.iter().all(|text| text.is_empty() || is_tick(&text) || is_count(&text));
        // Beside "Hoàn thành", work that is not completed is that which is not.
        let denied = title.leaf == "chua hoan thanh" || title.leaf.starts_with("khong ");
        let status = if denied { Status::NotStarted } else { named.status };
        plain.then(|| (status, cells.iter().any(|text| is_tick(&text))))
    };
    let states: Vec<Option<(Status, bool)>> = titles.iter().map(state).collect();
    let named: Vec<Status> = states.iter().flatten().map(|(status, _)| *status).collect();
    let differ = named.iter().enumerate().all(|(at, status)| !named[..at].contains(status));
    let tells = named.len() > 1 || named == [Status::Completed];
    if !tells || !differ || !states.iter().flatten().any(|(_, ticked)| *ticked) {
        return;
    }
    for (title, (status, _)) in titles.iter_mut().zip(&states).filter_map(|(title, state)| Some((title, (*state)?))) {
        title.leaf = match status {
            Status::Completed => "da hoan thanh",
            Status::InProgress => "dang thuc hien",
            Status::NotStarted | Status::NoReport => "chua thuc hien",
        }
        .to_owned();
    }
}

/// "Thời gian | Ngày hoàn thành", where days stand beside some of the times only: on these days the work was completed.
fn name_completion(titles: &mut [Title], below: &[Row]) {
    const COMPLETED_ON: &[&str] = &["ngay hoan thanh", "ngay xong", "ngay hoan tat", "hoan thanh ngay", "xong ngay"];
    let is_planned = |title: &&Title| {
        let says = |words: &str| text::holds_words(&title.leaf, words);
        ["thoi gian", "thoi han", "han", "thoi diem"].iter().any(|words| says(words)) && !says("hoan thanh")
    };
    if titles.iter().any(|title| opens_a_time(&title.leaf)) {
        return;
    }
    let Some(completed) = titles.iter().position(|title| COMPLETED_ON.contains(&title.leaf.as_str())) else { return };
    let Some(planned) = titles.iter().find(is_planned).map(|title| title.column) else { return };
    let title = &mut titles[completed];
    let filled = |row: &Row, column: u32| row.get(column).is_some_and(|cell| !cell.text.is_empty());
    let timed: Vec<&Row> = below.iter().take(ROWS).filter(|row| filled(row, planned)).collect();
    let days: Vec<&str> =
        timed.iter().filter_map(|row| row.get(title.column)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    if !days.is_empty() && (timed.len() - days.len()) * 3 >= timed.len() && days.iter().all(|day| phrase::time::is_time(day)) {
        title.leaf = "ngay hoan thanh thuc te".to_owned();
    }
}

/// "Bắt đầu", "Từ ngày": a title whose neighbour says when it ends.
fn opens_a_time(folded: &str) -> bool {
    folded.ends_with("bat dau") || matches!(folded, "tu" | "tu ngay" | "tu thang" | "tu tuan" | "khoi dau")
}

/// Whether the row below still belongs to the titles: a title merged downwards reaches it, it divides a title merged sideways, or it ends titles
/// that were broken over two rows.
pub(super) fn goes_on(grid: &Grid, rows: &[Row], below: Option<&Row>) -> bool {
    let (Some(last), Some(below)) = (rows.last(), below) else { return false };
    if levels::divide(grid, last, below) {
        return true;
    }
    if below.index != last.index + 1 || !is_title_row(below) {
        return false;
    }
    if ends_titles(rows, below) {
        return true;
    }
    last.cells.iter().any(|cell| {
        let Some(area) = grid.merge_at(Address::new(last.index, cell.column)) else { return false };
        let divided = below.cells.iter().filter(|under| (area.first.column..=area.last.column).contains(&under.column)).count();
        area.last.row >= below.index || (area.columns() > 1 && divided > 1)
    })
}

/// "Mục tiêu | Thời gian | Kinh phí" over "cần đạt | bắt đầu và hoàn thành | dự kiến": nothing but small letters and units, each below a title,
/// and nothing that a row of work would say. A further row ends what the rows above it have broken the like.
fn ends_titles(rows: &[Row], below: &Row) -> bool {
    const FEWEST: usize = 2;
    let starts_low = |cell: &Cell| cell.text.starts_with(char::is_lowercase);
    let is_unit = |cell: &Cell| cell.text.starts_with('(') && money::is_only_unit(&text::fold(&cell.text));
    let ends = |cell: &Cell| {
        (starts_low(cell) || is_unit(cell))
            && !cell.text.contains(|letter: char| letter.is_ascii_digit())
            && !phrase::time::is_time(&cell.text)
            && !phrase::status::is_nothing(&cell.text)
            && !content::is_role(&cell.text)
            && rows.iter().any(|row| row.get(cell.column).is_some_and(|above| above.text.starts_with(char::is_uppercase)))
    };
    let goes_on = |cell: &Cell| rows.last().is_some_and(|last| last.get(cell.column).is_some_and(starts_low));
    let broken = || rows[1..].iter().all(|row| row.cells.iter().filter(|cell| starts_low(cell)).count() >= FEWEST);
    below.cells.len() >= FEWEST
        && below.cells.len() < rows[0].cells.len()
        && below.cells.iter().all(ends)
        && (rows.len() == 1 || broken() && below.cells.iter().all(|cell| is_unit(cell) || goes_on(cell)))
}

/// "2023-2024" or "2024" alone: the title of a column of that year.
pub(super) fn is_year(text: &str) -> bool {
    const LONGEST: usize = "Năm học 2023 - 2024".len();
    let calendar = || text.len() == 4 && text.starts_with("20") && text.bytes().all(|digit| digit.is_ascii_digit());
    text.len() <= LONGEST && (calendar() || phrase::year::parse(text).is_some())
}

/// Whether the row belongs to the titles by itself, or divides one that stands above it.
pub(super) fn is_title_row_below(grid: &Grid, above: &Row, row: &Row) -> bool {
    is_title_row(row) || levels::divide(grid, above, row)
}

/// Short texts only, and none of them a code, an item of the list of Mức 4, a row of column numbers or a month over the rows below.
pub(in crate::read) fn is_title_row(row: &Row) -> bool {
    section::titled(row).is_none()
        && row.cells.iter().all(|cell| {
            let worded = cell.text.chars().any(char::is_alphabetic) || is_year(&cell.text) || matches!(cell.text.trim(), "#" | "%");
            worded && cell.text.chars().count() <= LONGEST_TITLE && !is_code(&cell.text)
        })
}

/// "Tiêu chí 1.1", "Khoản 3".
fn is_code(text: &str) -> bool {
    phrase::criterion::parse(text, None, None).criterion.is_some() || is_item(text)
}

/// Whether a column holds items of the list of Mức 4, and not the criteria of Mức 1 to 3 above such a list: of these a row may fill nothing
/// but one level.
fn are_items(below: &[Row], column: u32) -> bool {
    let cells = || below.iter().take(ROWS).filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).filter(|text| !is_ruled(text));
    let items = cells().filter(|text| is_item(text)).count();
    items > 0 && items * 2 > cells().count()
}

/// "Khoản 3", "Khoản 3: …".
fn is_item(text: &str) -> bool {
    let number = ["Khoản ", "KHOẢN ", "khoản "].iter().find_map(|word| text.strip_prefix(word));
    number.is_some_and(|number| number.starts_with(|first: char| first.is_ascii_digit()))
}
