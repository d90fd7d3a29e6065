//! The titles of a table in, its columns of money out, where it has several: which is the total, which are its parts and whose, and which mean something else.

use std::collections::BTreeSet;

use super::title::Title;
use crate::form::Field;
use crate::model::{CostSource, SchoolYear};
use crate::phrase;
use crate::text::holds_words;

/// One of several columns of money.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct MoneyColumn {
    pub column: u32,
    /// As it stands on the sheet, header rows joined.
    pub title: String,
    pub holds: Holds,
    /// What one unit of a bare number is worth, in đồng, where its own title or one above it says so.
    pub unit_vnd: Option<i64>,
    /// Stands under "Trong đó": the parts named need not be all.
    pub among: bool,
}

/// What a column of money holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum Holds {
    /// "Tổng cộng", "Thành tiền".
    Total,
    /// "Ngân sách", "Xã hội hóa", "Khác": a part, and who pays it; nobody named where empty.
    Part(BTreeSet<CostSource>),
    /// "Kinh phí", and no more.
    Plain,
    /// "Nguồn kinh phí" beside an amount: who pays, in words.
    Payer,
    /// "Đã chi" beside what is planned.
    Spent,
    /// "Kinh phí được duyệt" beside what was asked for.
    Granted,
    /// "Đơn giá".
    UnitPrice,
    /// "Năm 2024", "Năm học 2024-2025", "Năm thứ hai": what a plan of several years needs in one of them.
    OfYear,
    /// The same of a year that is over when the school year begins.
    OfEarlierYear,
    /// Money, and which is not said.
    Unclear,
}

/// Words by which a title speaks of money. Folded.
const MONEY: &[&str] = &["kinh phi", "kp", "chi phi", "so tien", "du toan", "nguon von", "tai chinh", "thanh tien", "nguon chi"];
const TOTAL: &[&str] = &[
    "tong",
    "tong cong",
    "cong",
    "tong so",
    "tong tien",
    "tong kinh phi",
    "tong kp",
    "tong so tien",
    "thanh tien",
    "tong chi phi",
    "tong cong kinh phi",
    "tong du toan",
    "cong kinh phi",
    "tong so kinh phi",
    "tong nguon",
    "tong kinh phi du kien",
    "tong du kien",
    "tong chi",
];
const OTHERS: &[&str] = &[
    "khac",
    "nguon khac",
    "cac nguon khac",
    "nguon von khac",
    "von khac",
    "kinh phi khac",
    "nguon hop phap khac",
    "nguon thu khac",
    "kp khac",
];
const PAYER: &[&str] =
    &["nguon kinh phi", "nguon", "nguon von", "nguon chi", "nguon kp", "nguon tai chinh", "kinh phi tu nguon", "nguon tien"];
/// What was spent, whatever stands beside it.
const SPENT: &[&str] =
    &["da chi", "thuc chi", "da su dung", "quyet toan", "giai ngan", "da thuc hien", "thuc te", "da giai ngan", "da dung"];
/// What takes the place of an amount that was asked for.
const GRANTED: &[&str] = &["duoc duyet", "phe duyet", "da duyet", "duyet", "duyet chi", "thong qua"];
const PLANNED: &[&str] = &["ke hoach", "du kien", "du toan", "du tru", "nhu cau"];
/// What was spent where it is counted in money.
const DONE: &[&str] = &["thuc hien", "thuc te", "da thuc hien", "da dung", "da su dung"];
/// What amounts are counted in. Folded.
const UNITS: &[&str] = &[
    "dvt trieu dong",
    "dvt nghin dong",
    "dvt ngan dong",
    "dvt dong",
    "trieu dong",
    "nghin dong",
    "ngan dong",
    "1 000 dong",
    "1000 dong",
    "1000d",
    "trd",
    "tr d",
    "dong",
    "vnd",
    "vn d",
];
/// Openings of titles that name a part of the year.
const PERIODS: &[&str] = &["dot", "hoc ky", "hk", "hki", "hkii", "quy"];

/// A title of money, not yet seen beside the others.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Speaks {
    holds: Holds,
    /// It speaks of money by itself or under its heading; "Tổng" and "Khác" do so only beside others.
    surely: bool,
    /// "Kinh phí thực hiện" is spent money only beside planned money.
    planned: bool,
    carried_out: bool,
    /// A heading of money stands above it.
    headed: bool,
    /// The last calendar year in which the year it names is the plan's, where it names it by a number.
    ends: Option<i16>,
}

/// Whether a title by itself is that of money spent: "Kinh phí đã chi".
pub(in crate::read) fn is_of_spending(shown: &str) -> bool {
    let leaf = shown.rsplit(" / ").next().unwrap_or_default();
    let upper = crate::text::fold(shown.strip_suffix(leaf).unwrap_or_default());
    speaks(&Title { column: 0, leaf: crate::text::fold(leaf), upper, shown: shown.to_owned() })
        .is_some_and(|speaks| speaks.is_of_spending())
}

impl Speaks {
    /// Whether a field of the form that is this like the title is what it names all the same.
    pub fn yields_to(&self, field: Field, likeness: f64) -> bool {
        let beside_money = matches!(field, Field::Time | Field::Start | Field::End | Field::Lead | Field::Note);
        // "Tổng" has three of the four letters of "Xong".
        let of_other_meaning = !self.surely && self.holds != Holds::Total;
        if self.headed { likeness >= 0.97 && beside_money } else { of_other_meaning || likeness >= 0.9 }
    }
}

/// What a title says of money, if anything.
pub(super) fn speaks(title: &Title) -> Option<Speaks> {
    let (leaf, upper) = (title.leaf.as_str(), title.upper.as_str());
    let headed = MONEY.iter().any(|words| holds_words(upper, words));
    let bare = without_unit(leaf);
    const NO_MONEY: &[&str] = &["so luong", "sl", "dvt", "don vi tinh", "don vi", "khoi luong", "ty le", "ti le", "phan tram", "dat ty le"];
    if NO_MONEY.contains(&bare.as_str()) {
        return None;
    }
    // "Dự kiến (đồng)", "Thực hiện (triệu đồng)": what is counted in money is money.
    let counted = || (PLANNED.contains(&bare.as_str()) || DONE.contains(&bare.as_str())) && unit_of(shown(title)).is_some();
    let own = bare == "tien" && shown(title).contains("iền") || MONEY.iter().any(|words| holds_words(leaf, words)) || counted();
    let joined = format!("{upper} {leaf}");
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| holds_words(&joined, phrase));
    let payers = phrase::money::payers(shown(title));
    let year = if headed || own { year_named(&bare) } else { None };
    // "Đã chi đến 31/12" speaks of money; "đã chỉ đạo" does not.
    let spent = || ["đã chi", "thực chi", "giải ngân", "quyết toán"].iter().any(|words| opens(shown(title), words));
    let (holds, surely) = if says(SPENT) && (headed || own) || spent() {
        (Holds::Spent, true)
    } else if says(GRANTED) && (headed || own) {
        (Holds::Granted, true)
    } else if bare.starts_with("don gia") {
        (Holds::UnitPrice, headed)
    } else if TOTAL.contains(&bare.as_str()) {
        (Holds::Total, headed || own)
    } else if OTHERS.contains(&bare.as_str()) {
        (Holds::Part(BTreeSet::new()), headed || bare != "khac")
    } else if PAYER.contains(&bare.as_str()) {
        (Holds::Payer, headed || bare != "nguon")
    } else if let Some(sources) = payers.filter(|_| bare.split(' ').count() <= 12) {
        (Holds::Part(sources), true)
    } else if year.is_some() {
        (Holds::OfYear, true)
    } else if headed && PERIODS.iter().any(|opening| bare.split(' ').next() == Some(opening)) {
        (Holds::Part(BTreeSet::new()), true)
    } else if own || headed && (says_only_purpose(&bare)) {
        (Holds::Plain, true)
    } else if headed {
        (Holds::Unclear, true)
    } else {
        return None;
    };
    let carried_out = holds_words(&joined, "thuc hien");
    Some(Speaks { holds, surely, planned: says(PLANNED), carried_out, headed, ends: year.and_then(|year| year.ends) })
}

/// Whether a title opens with these words, their marks included.
fn opens(title: &str, words: &str) -> bool {
    title.to_lowercase().strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// A year in the title of a column of money.
struct YearNamed {
    /// See [`Speaks::ends`].
    ends: Option<i16>,
}

/// "nam 2024", "nam hoc 2023 2024", "kinh phi du kien nam 2025", "2024", "nam thu hai", "nam 1"; of 2023-2024 the plan is of both.
fn year_named(bare: &str) -> Option<YearNamed> {
    let words: Vec<&str> = bare.split(' ').collect();
    let calendar = |word: &&str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|digit| digit.is_ascii_digit());
    let years: Vec<i16> = words.iter().filter(|word| calendar(word)).filter_map(|word| word.parse().ok()).collect();
    match years[..] {
        [year] => Some(YearNamed { ends: Some(year) }),
        // What the second year of a school year has is what the first of the next begins with.
        [first, second] if second == first + 1 => Some(YearNamed { ends: Some(first) }),
        [] => {
            let at = words.iter().rposition(|word| *word == "nam")?;
            let counted = ["nhat", "hai", "ba", "tu", "nam", "1", "2", "3", "4", "5"];
            let counts = matches!(words[at + 1..], ["thu", number] | [number] if counted.contains(&number));
            counts.then_some(YearNamed { ends: None })
        }
        _ => None,
    }
}

/// The lowest title, as it stands.
fn shown(title: &Title) -> &str {
    title.shown.rsplit(" / ").next().unwrap_or_default()
}

/// The columns of money of a table, where there are at least two. `free` says which titles no field but the cost has claim to.
pub(super) fn columns(titles: &[Title], spoken: &[Option<&Speaks>], year: SchoolYear, free: impl Fn(usize) -> bool) -> Vec<MoneyColumn> {
    let mut found: Vec<(usize, Speaks)> =
        spoken.iter().enumerate().filter(|(at, _)| free(*at)).filter_map(|(at, speaks)| Some((at, (*speaks)?.clone()))).collect();
    // "Khác" belongs to the money on its left, "Tổng" to that on either side.
    let beside: Vec<bool> = found
        .iter()
        .map(|(at, _)| {
            let near = |other: &(usize, Speaks)| other.1.surely && (other.0 + 2 >= *at && other.0 <= *at + 2);
            found.iter().any(|other| other.0 != *at && near(other))
        })
        .collect();
    let mut beside = beside.into_iter();
    found.retain(|(_, speaks)| beside.next().unwrap_or(false) || speaks.surely);
    if found.iter().any(|(_, speaks)| speaks.planned && !speaks.carried_out) {
        for (_, speaks) in found.iter_mut().filter(|(_, speaks)| speaks.carried_out && !speaks.planned) {
            speaks.holds = Holds::Spent;
        }
    }
    // "Còn lại" beside what was spent is what was not.
    if found.iter().any(|(_, speaks)| speaks.holds == Holds::Spent) {
        let is_rest = |at: usize| ["con lai", "chua chi"].iter().any(|words| crate::text::opens_with_words(&titles[at].leaf, words));
        for (_, speaks) in found.iter_mut().filter(|(at, speaks)| is_rest(*at) && matches!(speaks.holds, Holds::Plain | Holds::Unclear)) {
            speaks.holds = Holds::Spent;
        }
    }
    // Granted beside nothing that was asked for, it is the amount.
    if !found.iter().any(|(_, speaks)| matches!(speaks.holds, Holds::Plain | Holds::Unclear)) {
        for (_, speaks) in found.iter_mut().filter(|(_, speaks)| speaks.holds == Holds::Granted) {
            speaks.holds = Holds::Plain;
        }
    }
    let is_over = |speaks: &Speaks| speaks.holds == Holds::OfYear && speaks.ends.is_some_and(|ends| ends < year.first());
    // A plan whose years are all over is of those, and a total is of all it adds up.
    let totalled = found.iter().any(|(_, speaks)| speaks.holds == Holds::Total);
    if !totalled && found.iter().any(|(_, speaks)| speaks.holds == Holds::OfYear && !is_over(speaks)) {
        for (_, speaks) in found.iter_mut().filter(|(_, speaks)| is_over(speaks)) {
            speaks.holds = Holds::OfEarlierYear;
        }
    }
    let counted = found.iter().any(|(_, speaks)| !matches!(speaks.holds, Holds::Spent | Holds::UnitPrice | Holds::Payer));
    if found.len() < 2 || !counted {
        return Vec::new();
    }
    let unit = |title: &Title| title.shown.split(" / ").filter_map(unit_of).last();
    // A total counts as its parts do: "Tổng" beside "Kinh phí (triệu đồng): Ngân sách | Xã hội hóa".
    let parts = found.iter().filter(|(_, speaks)| matches!(speaks.holds, Holds::Part(_) | Holds::OfYear));
    let of_parts: BTreeSet<Option<i64>> = parts.map(|(at, _)| unit(&titles[*at])).collect();
    let of_parts = of_parts.first().copied().flatten().filter(|_| of_parts.len() == 1);
    let inherited = |speaks: &Speaks| of_parts.filter(|_| speaks.holds == Holds::Total);
    found
        .into_iter()
        .map(|(at, speaks)| MoneyColumn {
            column: titles[at].column,
            title: titles[at].shown.clone(),
            unit_vnd: unit(&titles[at]).or_else(|| inherited(&speaks)),
            holds: speaks.holds,
            among: holds_words(&format!("{} {}", titles[at].upper, titles[at].leaf), "trong do"),
        })
        .collect()
}

/// The column whose amount is the row's: the total, else the one that only says "Kinh phí", else the first part.
pub(super) fn principal(columns: &[MoneyColumn]) -> Option<&MoneyColumn> {
    let first = |is: fn(&Holds) -> bool| columns.iter().find(|column| is(&column.holds));
    first(|holds| *holds == Holds::Total)
        .or_else(|| first(|holds| *holds == Holds::Plain))
        .or_else(|| first(|holds| matches!(holds, Holds::Part(_) | Holds::OfYear)))
        .or_else(|| first(|holds| *holds == Holds::Unclear))
}

impl Speaks {
    /// "Đã chi", "Kinh phí đã sử dụng".
    pub fn is_of_spending(&self) -> bool {
        self.holds == Holds::Spent
    }
}

impl MoneyColumn {
    /// The lowest of its titles, without the unit: `Xã hội hóa`.
    pub fn name(&self) -> &str {
        self.title.rsplit(" / ").next().unwrap_or_default()
    }
}

/// "(đồng)", "triệu đồng": a title that says nothing but the unit of the one above it.
pub(super) fn is_only_unit(folded: &str) -> bool {
    UNITS.contains(&folded)
}

/// What the title of a column of money says its numbers count: by its words, or alone in a bracket behind whatever they are: "Tiền (nghìn đồng)".
pub(in crate::read) fn unit_of(title: &str) -> Option<i64> {
    let bracketed = || {
        let (_, rest) = title.rsplit_once('(')?;
        phrase::money::unit(&format!("({}", &rest[..=rest.find(')')?]))
    };
    phrase::money::unit(title).or_else(bracketed)
}

/// A title without its unit and what opens an enumeration: "trong do ngan sach trieu dong".
fn without_unit(leaf: &str) -> String {
    let mut bare = leaf.strip_prefix("trong do ").unwrap_or(leaf);
    while let Some(shorter) = UNITS.iter().find_map(|unit| bare.strip_suffix(unit)).map(str::trim_end).filter(|bare| !bare.is_empty()) {
        bare = shorter;
    }
    bare.to_owned()
}

/// "Kế hoạch", "Dự kiến", "Thực hiện" under a heading of money.
fn says_only_purpose(bare: &str) -> bool {
    PLANNED.contains(&bare) || matches!(bare, "thuc hien" | "theo ke hoach" | "trong nam")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn read(titles: &[(&str, &str)]) -> Vec<String> {
        let titles: Vec<Title> = titles
            .iter()
            .enumerate()
            .map(|(at, (upper, leaf))| {
                let shown = if upper.is_empty() { (*leaf).to_owned() } else { format!("{upper} / {leaf}") };
                Title { column: at as u32, leaf: text::fold(leaf), upper: text::fold(upper), shown }
            })
            .collect();
        let spoken: Vec<Option<Speaks>> = titles.iter().map(speaks).collect();
        let short = |holds: &Holds| match holds {
            Holds::Part(sources) => format!("part {:?}", sources.iter().collect::<Vec<_>>()),
            other => format!("{other:?}"),
        };
        let spoken: Vec<Option<&Speaks>> = spoken.iter().map(Option::as_ref).collect();
        columns(&titles, &spoken, SchoolYear::new(2023).expect("a year"), |_| true)
            .iter()
            .map(|column| format!("{} {}", column.column, short(&column.holds)))
            .collect()
    }

    #[test]
    fn the_total_and_its_parts_are_told_apart_by_their_titles() {
        let group = "Kinh phí (triệu đồng)";
        assert_eq!(
            read(&[("", "TT"), (group, "Ngân sách nhà nước"), (group, "Xã hội hóa"), (group, "Khác"), (group, "Tổng cộng")]),
            ["1 part [Budget]", "2 part [Socialised]", "3 part []", "4 Total"]
        );
        assert_eq!(
            read(&[("", "Thời gian"), ("", "NSNN"), ("", "Nguồn XHH"), ("", "Khác"), ("", "Tổng"), ("", "Ghi chú")]),
            ["1 part [Budget]", "2 part [Socialised]", "3 part []", "4 Total"]
        );
        assert_eq!(read(&[("", "Kinh phí"), ("", "Nguồn kinh phí")]), ["0 Plain", "1 Payer"]);
        assert_eq!(read(&[("Kinh phí", "Đơn giá"), ("Kinh phí", "Số lượng"), ("Kinh phí", "Thành tiền")]), ["0 UnitPrice", "2 Total"]);
    }

    #[test]
    fn what_was_spent_is_no_part_of_what_is_planned() {
        assert_eq!(read(&[("", "Kinh phí kế hoạch"), ("", "Kinh phí thực hiện")]), ["0 Plain", "1 Spent"]);
        assert_eq!(read(&[("Kinh phí", "Dự kiến"), ("Kinh phí", "Đã chi")]), ["0 Plain", "1 Spent"]);
        assert_eq!(read(&[("", "Kinh phí"), ("", "Kinh phí đã sử dụng")]), ["0 Plain", "1 Spent"]);
        assert_eq!(read(&[("", "Kinh phí"), ("", "Đã chi đến 31/12")]), ["0 Plain", "1 Spent"]);
        assert_eq!(read(&[("", "Kinh phí"), ("", "Đã chỉ đạo")]), Vec::<String>::new());
        assert_eq!(read(&[("", "Dự kiến (đồng)"), ("", "Thực chi (đồng)")]), ["0 Plain", "1 Spent"]);
        assert_eq!(read(&[("", "Thực hiện (triệu đồng)"), ("", "Kế hoạch (triệu đồng)")]), ["0 Spent", "1 Plain"]);
        assert_eq!(read(&[("", "Kế hoạch"), ("", "Thực hiện"), ("", "Dự kiến (tháng)")]), Vec::<String>::new());
    }

    #[test]
    fn years_are_parts_unless_they_are_over_when_the_school_year_begins() {
        let group = "Kinh phí";
        assert_eq!(read(&[(group, "Năm 2023"), (group, "Năm 2024"), (group, "2025")]), ["0 OfYear", "1 OfYear", "2 OfYear"]);
        assert_eq!(read(&[("", "Kinh phí năm học 2023-2024"), ("", "Kinh phí năm học 2024-2025")]), ["0 OfYear", "1 OfYear"]);
        assert_eq!(read(&[(group, "Năm thứ nhất"), (group, "Năm thứ 2"), (group, "Tổng")]), ["0 OfYear", "1 OfYear", "2 Total"]);
        assert_eq!(read(&[(group, "Năm 2022"), (group, "Năm 2023")]), ["0 OfEarlierYear", "1 OfYear"]);
        assert_eq!(read(&[(group, "Năm học 2022-2023"), (group, "Năm học 2023-2024")]), ["0 OfEarlierYear", "1 OfYear"]);
        assert_eq!(read(&[(group, "Năm 2021"), (group, "Năm 2022")]), ["0 OfYear", "1 OfYear"]);
        assert_eq!(read(&[(group, "Năm 2022"), (group, "Năm 2023"), (group, "Cộng")]), ["0 OfYear", "1 OfYear", "2 Total"]);
        assert_eq!(read(&[(group, "Ngân sách năm 2023"), (group, "Ngân sách năm 2024")]), ["0 part [Budget]", "1 part [Budget]"]);
    }

    #[test]
    fn titles_that_only_mention_people_who_give_are_no_money() {
        assert_eq!(read(&[("", "Kinh phí"), ("", "Phối hợp với cha mẹ học sinh"), ("", "Tổng số học sinh")]), Vec::<String>::new());
        assert_eq!(read(&[("", "Kết quả"), ("", "Tổng")]), Vec::<String>::new());
    }
}
