//! Clean books in, books as schools really send them out. Each kind of dirt has a name, and none changes what is meant.

use ctcl::model::{Criterion, FormKind};
use jiff::civil::date;

use crate::catalogue::Catalogue;
use crate::draft::{Book, Lettering, Role, Row, Table, Value};
use crate::form::first_of;
use crate::money::LOST_PRICE;

/// One thing that makes a workbook hard to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dirt {
    MergedCriterion,
    HeaderAgain,
    ColumnNumbers,
    BrokenRows,
    ShiftedRows,
    LostHeader,
    StandardInOrdinal,
    StandardUnnumbered,
    StandardContinued,
    OrdinalOff,
    ForeignStandard,
    Tags,
    Fillers,
    EmptyColumns,
    HiddenRows,
    CodeShown,
    CodeAsNumber,
    CodeAsDay,
    CodeWithComma,
    NumbersAsText,
    BrokenFormula,
    FormulaWithoutValue,
    Ghost,
    Decomposed,
    OddSpaces,
    Tcvn3,
    Vni,
    Nt,
}

impl Dirt {
    /// For the README of the sample.
    pub fn title(self) -> &'static str {
        match self {
            Dirt::MergedCriterion => "ô tiêu chí và ô người phụ trách gộp dọc qua nhiều việc",
            Dirt::HeaderAgain => "tiêu đề cột lặp lại giữa bảng (trang sau)",
            Dirt::ColumnNumbers => "dòng số cột (1)…(9) dưới tiêu đề",
            Dirt::BrokenRows => "một việc bị ngắt thành hai, ba dòng khi sang trang, cả trong ô thời gian và ô tiêu chí",
            Dirt::ShiftedRows => "hai dòng thiếu TT nên mọi ô lệch sang trái một cột",
            Dirt::LostHeader => "mất dòng tiêu đề cột của bảng kế hoạch",
            Dirt::StandardInOrdinal => "tên tiêu chuẩn nằm trong ô TT: \"2 Tiêu chuẩn 2: …\"",
            Dirt::StandardUnnumbered => "tiêu chuẩn thiếu số: \"Tiêu chuẩn : Quan hệ …\"",
            Dirt::StandardContinued => "tên tiêu chuẩn viết tiếp sang dòng sau",
            Dirt::OrdinalOff => "TT \"4\" đứng trước \"Tiêu chuẩn 5\"",
            Dirt::ForeignStandard => "kế hoạch THCS mang tên tiêu chuẩn 5 của mầm non",
            Dirt::Tags => "thẻ HTML còn sót: <i>, <p>",
            Dirt::Fillers => "dòng trống, dòng \"…\", \".....\" của biểu mẫu",
            Dirt::EmptyColumns => "cột trống bên trái và giữa bảng",
            Dirt::HiddenRows => "dòng bị ẩn",
            Dirt::CodeShown => "1.10 là số 1,1 với định dạng 0.00",
            Dirt::CodeAsNumber => "1.10 là số 1,1 không định dạng, đứng sau 1.9",
            Dirt::CodeAsDay => "1.10 bị Excel đổi thành ngày 01/10",
            Dirt::CodeWithComma => "1.10 viết \"1,10\"",
            Dirt::NumbersAsText => "số lưu dưới dạng chữ",
            Dirt::BrokenFormula => "chữ bắt đầu bằng \"-\" hay \"=\" thành công thức hỏng (#NAME?)",
            Dirt::FormulaWithoutValue => "công thức không có giá trị lưu sẵn, ở cột TT và một ô kinh phí",
            Dirt::Ghost => "một dấu cách ở ô XFD1048576",
            Dirt::Decomposed => "chữ Việt tổ hợp rời (NFD), Ð thay cho Đ",
            Dirt::OddSpaces => "dấu cách không ngắt, dấu cách không độ rộng, khoảng trắng thừa",
            Dirt::Tcvn3 => "chữ TCVN3 (phông .VnTime)",
            Dirt::Vni => "chữ VNI (phông VNI-Times)",
            Dirt::Nt => "\"nt\" (như trên) ở ô người phụ trách và ô thời gian",
        }
    }

    pub fn apply(self, book: &mut Book, catalogue: &Catalogue) {
        let forms = [FormKind::Plan, FormKind::Result];
        match self {
            Dirt::MergedCriterion => book.table(FormKind::Plan).map(merge_criteria).unwrap_or_default(),
            Dirt::HeaderAgain => forms.iter().for_each(|form| book.table(*form).map(header_again).unwrap_or_default()),
            Dirt::ColumnNumbers => forms.iter().for_each(|form| book.table(*form).map(column_numbers).unwrap_or_default()),
            Dirt::BrokenRows => book.table(FormKind::Plan).map(|table| break_rows(table, catalogue)).unwrap_or_default(),
            Dirt::ShiftedRows => book.table(FormKind::Plan).map(shift_rows).unwrap_or_default(),
            Dirt::LostHeader => book.table(FormKind::Plan).map(|table| table.headless = true).unwrap_or_default(),
            Dirt::StandardInOrdinal | Dirt::StandardUnnumbered | Dirt::StandardContinued | Dirt::OrdinalOff | Dirt::ForeignStandard => {
                book.table(FormKind::Plan).map(|table| self.standards(table, catalogue)).unwrap_or_default()
            }
            Dirt::Tags => forms.iter().for_each(|form| book.table(*form).map(tags).unwrap_or_default()),
            Dirt::Fillers => forms.iter().for_each(|form| book.table(*form).map(fillers).unwrap_or_default()),
            Dirt::EmptyColumns => book.sheet(FormKind::Plan).map(|sheet| sheet.empty_columns = vec![0, 6]).unwrap_or_default(),
            Dirt::HiddenRows => forms.iter().for_each(|form| book.table(*form).map(hide_rows).unwrap_or_default()),
            Dirt::CodeShown | Dirt::CodeAsNumber | Dirt::CodeAsDay | Dirt::CodeWithComma => self.codes(book),
            Dirt::NumbersAsText => each_table(book, numbers_as_text),
            Dirt::BrokenFormula => book.table(FormKind::Plan).map(broken_formulas).unwrap_or_default(),
            Dirt::FormulaWithoutValue => book.table(FormKind::Plan).map(formulas_without_value).unwrap_or_default(),
            Dirt::Ghost => book.sheet(FormKind::Plan).map(|sheet| sheet.ghost = true).unwrap_or_default(),
            Dirt::Decomposed => book.sheets.iter_mut().for_each(|sheet| sheet.lettering = Lettering::Decomposed),
            Dirt::Tcvn3 => book.sheet(FormKind::Plan).map(|sheet| sheet.lettering = Lettering::Tcvn3).unwrap_or_default(),
            Dirt::Vni => book.sheet(FormKind::Plan).map(|sheet| sheet.lettering = Lettering::Vni).unwrap_or_default(),
            Dirt::OddSpaces => each_table(book, odd_spaces),
            Dirt::Nt => book.table(FormKind::Plan).map(as_above).unwrap_or_default(),
        }
    }

    fn standards(self, table: &mut Table, catalogue: &Catalogue) {
        let width = table.widths.len();
        let at = |table: &Table, number: u8| table.rows.iter().position(|row| row.role == Role::Standard(number));
        let heading = |number: u8| format!("Tiêu chuẩn {number}: {}", catalogue.standard_title(number));
        match self {
            Dirt::StandardInOrdinal => {
                let Some(row) = at(table, 2) else { return };
                table.rows[row].cells = first_of(width, 0, &format!("2 {}", heading(2)));
            }
            Dirt::StandardUnnumbered => {
                let Some(row) = at(table, 4) else { return };
                table.rows[row].cells = first_of(width, 1, &format!("Tiêu chuẩn : {}", catalogue.standard_title(4)));
            }
            Dirt::StandardContinued => {
                let Some(row) = at(table, 3) else { return };
                let Some((first, second)) = halves(&heading(3)) else { return };
                table.rows[row].cells = first_of(width, 1, &first);
                table.rows.insert(row + 1, Row::new(Role::Standard(3), first_of(width, 1, &second)));
            }
            Dirt::OrdinalOff => {
                let Some(row) = at(table, 5) else { return };
                let text = table.rows[row].cells[1].clone();
                table.rows[row] = Row::new(Role::Body(None), first_of(width, 1, text.as_text()));
                table.rows[row].cells[0] = Value::text("4");
            }
            _ => {
                let Some(row) = at(table, 5) else { return };
                table.rows[row].cells = first_of(width, 1, "Tiêu chuẩn 5: Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ");
            }
        }
    }

    /// Turns the code cells of one form into what Excel made of them; 1.10 is the one that suffers.
    fn codes(self, book: &mut Book) {
        let form = match self {
            Dirt::CodeShown | Dirt::CodeAsNumber => FormKind::Assessment,
            Dirt::CodeAsDay => FormKind::Plan,
            _ => FormKind::Result,
        };
        let Some(table) = book.table(form) else { return };
        let column = usize::from(form != FormKind::Assessment);
        if !table.rows.iter().any(|row| matches!(row.role, Role::Body(Some(Criterion::Numbered { number: 10, .. })))) {
            return;
        }
        for row in &mut table.rows {
            let Role::Body(Some(criterion @ Criterion::Numbered { standard, number })) = row.role else { continue };
            if row.cells[column] == Value::Empty {
                continue;
            }
            let value = f64::from(standard) + if number == 10 { 0.1 } else { f64::from(number) / 10.0 };
            row.cells[column] = match (self, number) {
                (Dirt::CodeShown, 10) => Value::Shown(value, "0.00"),
                (Dirt::CodeShown, _) => Value::Shown(value, "0.0"),
                (Dirt::CodeAsNumber, _) => Value::Number(value),
                (Dirt::CodeAsDay, 10) => Value::Shown(f64::from(serial(standard, number)), "d\\.m"),
                (Dirt::CodeWithComma, _) => Value::text(criterion.to_string().replace('.', ",")),
                _ => Value::text(criterion.to_string()),
            };
        }
    }
}

/// The day Excel makes of "1.10" typed in autumn 2023.
fn serial(day: u8, month: u8) -> i32 {
    let typed = date(2023, month.cast_signed(), day.cast_signed());
    (typed - date(1899, 12, 30)).get_days()
}

fn each_table(book: &mut Book, change: fn(&mut Table)) {
    for table in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables) {
        change(table);
    }
}

fn merge_criteria(table: &mut Table) {
    let lead = 4;
    for at in table.bodies() {
        let Some(above) = at.checked_sub(1).filter(|above| matches!(table.rows[*above].role, Role::Body(_))) else { continue };
        if table.rows[at].cells[1] == Value::Empty {
            table.rows[at].joined.extend([0, 1]);
        }
        if table.rows[at].cells[lead] == table.rows[above].cells[lead] {
            table.rows[at].joined.insert(lead);
        }
    }
}

fn header_again(table: &mut Table) {
    let bodies = table.bodies();
    // Not inside a merged cell.
    let middle =
        bodies.iter().skip(bodies.len() / 2).find(|at| table.rows[**at].joined.is_empty() && table.rows[**at].cells[1] != Value::Empty);
    if let Some(middle) = middle {
        table.rows.insert(*middle, Row::new(Role::HeaderAgain, Vec::new()));
    }
}

fn column_numbers(table: &mut Table) {
    let numbers = (1..=table.widths.len()).map(|number| Value::text(format!("({number})"))).collect();
    table.rows.insert(0, Row::new(Role::ColumnNumbers, numbers));
}

/// The first half of a text and the rest, which goes on with a small letter or a figure: nobody takes it for a new text.
fn halves(text: &str) -> Option<(String, String)> {
    let middle = text.chars().count() / 2;
    let cuts = text.match_indices(' ').map(|(at, _)| at).filter(|at| {
        text.get(at + 1..).and_then(|rest| rest.chars().next()).is_some_and(|letter| letter.is_lowercase() || letter.is_ascii_digit())
    });
    let cut = cuts.min_by_key(|at| text.get(..*at).map_or(0, |head| head.chars().count()).abs_diff(middle))?;
    Some((text.get(..cut)?.to_owned(), text.get(cut + 1..)?.to_owned()))
}

/// Breaks three rows: the work, the time over three rows, the criterion; the header stands again inside the first.
fn break_rows(table: &mut Table, catalogue: &Catalogue) {
    let (code, task, time) = (1, 3, 5);
    let width = table.widths.len();
    let rest = |cells: &[(usize, &str)]| {
        let mut row = first_of(width, 0, "");
        for (column, text) in cells {
            row[*column] = Value::text(*text);
        }
        Row::new(Role::Body(None), row)
    };
    let bodies = table.bodies();
    let long = |table: &Table, at: usize| table.rows[at].cells[time].as_text().starts_with("Thời gian bắt đầu");
    // From the bottom up, so that the places above stay right.
    if let Some(at) =
        bodies.iter().rev().find(|at| matches!(table.rows[**at].role, Role::Body(Some(_))) && table.rows[**at].cells[code] != Value::Empty)
        && let Role::Body(Some(criterion)) = table.rows[*at].role
        && let Some((first, second)) = halves(&format!("Tiêu chí {criterion}: {}", catalogue.title(criterion)))
    {
        table.rows[*at].cells[code] = Value::text(first);
        table.rows.insert(at + 1, rest(&[(code, &second)]));
    }
    if let Some(at) = bodies.iter().find(|at| long(table, **at)) {
        let text = table.rows[*at].cells[time].as_text().to_owned();
        if let Some((first, others)) = text.split_once(" đầu: ")
            && let Some((second, third)) = others.rsplit_once(" năm học ")
        {
            table.rows[*at].cells[time] = Value::text(first);
            table.rows.insert(at + 1, rest(&[(time, &format!("đầu: {second}"))]));
            table.rows.insert(at + 2, rest(&[(time, &format!("năm học {third}"))]));
        }
    }
    if let Some(at) = bodies.first()
        && let Some((first, second)) = halves(table.rows[*at].cells[task].as_text())
    {
        table.rows[*at].cells[task] = Value::text(first);
        table.rows.insert(at + 1, Row::new(Role::HeaderAgain, Vec::new()));
        table.rows.insert(at + 2, rest(&[(task, &second)]));
    }
}

fn shift_rows(table: &mut Table) {
    let bodies: Vec<usize> = table.bodies().into_iter().filter(|at| table.rows[*at].cells[1] != Value::Empty).collect();
    for at in bodies.into_iter().skip(1).step_by(3).take(2) {
        let cells = &mut table.rows[at].cells;
        cells.remove(0);
        cells.push(Value::Empty);
    }
}

fn tags(table: &mut Table) {
    for (place, at) in table.bodies().into_iter().enumerate() {
        let cells = &mut table.rows[at].cells;
        let (code, task) = (cells[1].as_text().replace("Tiêu chí", "<i>Tiêu chí</i>"), cells[3].as_text().to_owned());
        if place % 2 == 0 && table.form == FormKind::Plan {
            cells[1] = Value::text(code);
        }
        if place % 3 == 0 && table.form == FormKind::Plan {
            cells[3] = Value::text(format!("<p>{task}</p>"));
        }
    }
}

fn fillers(table: &mut Table) {
    let width = table.widths.len();
    let dots =
        |text: &str| Row::new(Role::Filler, (0..width).map(|column| if column == 0 { Value::Empty } else { Value::text(text) }).collect());
    let middle = table.bodies().get(2).copied().unwrap_or(0);
    table.rows.insert(middle, Row::new(Role::Filler, first_of(width, 0, "")));
    table.rows.push(dots("....."));
    table.rows.push(Row::new(Role::Filler, first_of(width, 1, "…")));
    table.rows.push(Row::new(Role::Filler, first_of(width, 0, "")));
}

fn hide_rows(table: &mut Table) {
    for at in table.bodies().into_iter().skip(2).step_by(4) {
        table.rows[at].hidden = true;
    }
}

fn numbers_as_text(table: &mut Table) {
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Value::Number(number) = cell
            && number.fract() == 0.0
        {
            *cell = Value::text(format!("{number:.0}"));
        }
    }
}

/// Work that begins with a dash, as in a list, or with an equals sign: Excel took it for a formula.
fn broken_formulas(table: &mut Table) {
    let listed = |cell: &&mut Value| cell.as_text().starts_with("-D") || cell.as_text().starts_with("-T");
    for (at, cell) in table.rows.iter_mut().flat_map(|row| &mut row.cells).filter(listed).enumerate() {
        let typed = if at % 2 == 1 { format!("={}", cell.as_text().trim_start_matches('-')) } else { cell.as_text().to_owned() };
        *cell = Value::Formula(typed, Some("#NAME?".to_owned()));
    }
}

fn formulas_without_value(table: &mut Table) {
    let cost = table.column("kinh phí").or(table.column("Kinh phí"));
    for (place, at) in table.bodies().into_iter().enumerate() {
        let row = &mut table.rows[at];
        if place % 4 == 1 && row.cells[0] != Value::Empty {
            row.cells[0] = Value::Formula(format!("{}+1", place), None);
        }
        // A price that the story knows nobody can read.
        if let Some(cost) = cost
            && row.cells[cost].as_text() == LOST_PRICE
        {
            row.cells[cost] = Value::Formula("6*2500000".to_owned(), None);
        }
    }
}

fn odd_spaces(table: &mut Table) {
    for (place, row) in table.rows.iter_mut().enumerate() {
        for cell in &mut row.cells {
            let Value::Text(text) = cell else { continue };
            *text = match place % 3 {
                0 => text.replacen(' ', "\u{a0}", 1),
                1 => format!("  {} ", text.replacen(' ', "  ", 1)),
                _ => text.replacen(' ', " \u{200b}", 1),
            };
        }
    }
}

fn as_above(table: &mut Table) {
    let (lead, time) = (4, 5);
    for at in table.bodies() {
        let Some(above) = at.checked_sub(1).filter(|above| matches!(table.rows[*above].role, Role::Body(_))) else { continue };
        let same = |column: usize| {
            table.rows[at].cells[column] == table.rows[above].cells[column] || table.rows[above].cells[column].as_text() == "nt"
        };
        if same(lead) && same(time) && table.rows[above].cells[lead].as_text() != "nt" {
            table.rows[at].cells[lead] = Value::text("nt");
            table.rows[at].cells[time] = Value::text("nt");
        }
    }
}
