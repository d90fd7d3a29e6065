//! Books in, what people and programs find in the written workbooks out.

mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use calamine::{Data, DataType, Range, Reader, Xlsx};
use jiff::civil::date;
use zip::ZipArchive;

use super::{to_bytes, with_row_limit};
use crate::chart::{BoundChart, Role};
use crate::table::{Block, Book, Cell, Column, Entry, Link, Row, RowKind, Sheet, Table, Tone, Value};

fn row(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Plain, cells }
}

fn table(id: &str, filter: bool, columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table(Table { id: id.to_owned(), columns, rows, filter })
}

/// A sheet without letterhead or title, so that its first block begins in row 1.
fn sheet(name: &str, blocks: Vec<Block>) -> Sheet {
    Sheet {
        name: name.to_owned(),
        letterhead: Vec::new(),
        title: String::new(),
        subtitle: Vec::new(),
        blocks,
        landscape: true,
        freeze: None,
        frozen_columns: 0,
        one_page: false,
        printed_rows: None,
        printed_columns: None,
    }
}

fn book(sheets: Vec<Sheet>) -> Book {
    Book {
        title: "Sổ thử".to_owned(),
        author: "Phòng GD&ĐT".to_owned(),
        created: date(2024, 1, 10),
        properties: Vec::new(),
        sheets,
        carried: Vec::new(),
    }
}

fn written(sheets: Vec<Sheet>) -> Vec<u8> {
    to_bytes(&book(sheets)).expect("the book can be drawn")
}

fn cells(bytes: &[u8], sheet: &str) -> Range<Data> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("the workbook can be read");
    workbook.worksheet_range(sheet).expect("the sheet is there")
}

fn member(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the workbook is a zip");
    let mut text = String::new();
    archive.by_name(name).expect("the member is there").read_to_string(&mut text).expect("the member is text");
    text
}

/// Of everything something.
fn rich() -> Vec<Sheet> {
    let columns = || {
        vec![
            Column::text("Trường", 30.0),
            Column::number("Đạt", 8.0).under("Mức 1"),
            Column::number("Tỷ lệ", 8.0).under("Mức 1").with_bars(),
        ]
    };
    let rows = |count: usize| {
        (0..count)
            .map(|number| row(vec![Cell::text(format!("Trường {number}")), Cell::count(number), Cell::share(number, count)]))
            .collect::<Vec<_>>()
    };
    let chart = BoundChart {
        title: "Đạt Mức 1".to_owned(),
        table: "overview".to_owned(),
        category_column: 0,
        series: vec![("Đạt".to_owned(), Role::Good, 1)],
        rows: 0..5,
        axis: "Số trường".to_owned(),
    };
    let mut first = sheet(
        "Tổng quan",
        vec![Block::Heading("1. Số liệu".to_owned()), table("overview", false, columns(), rows(5)), Block::Charts(vec![chart])],
    );
    first.letterhead = vec![
        "UBND PHƯỜNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(),
        "PHÒNG VĂN HÓA - XÃ HỘI\tĐộc lập - Tự do - Hạnh phúc".to_owned(),
    ];
    first.title = "TỔNG HỢP".to_owned();
    let mut second = sheet("Danh sách", vec![table("list", true, columns(), rows(40))]);
    second.freeze = Some(0);
    vec![first, second]
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    // Every hash map is seeded anew, so an order left to one would show here as it would between two runs.
    let bytes = written(rich());
    for _ in 0..4 {
        assert!(bytes == written(rich()));
    }
    assert!(member(&bytes, "docProps/core.xml").contains("2024-01-10T00:00:00Z"));
}

#[test]
fn values_keep_their_types() {
    let columns = vec![
        Column::text("Lời", 10.0),
        Column::number("Số", 10.0),
        Column::number("Tỷ lệ", 10.0),
        Column::centred("Ngày", 10.0),
        Column::number("Tiền", 10.0),
    ];
    let cells_of_row =
        vec![Cell::text("0123"), Cell::count(7), Cell::share(1, 4), Cell::date(Some(date(2024, 1, 9))), Cell::money(Some(1_500_000))];
    let empty = vec![Cell::text(""), Cell::empty(), Cell::share(0, 0), Cell::date(None), Cell::money(None)];
    let range = cells(&written(vec![sheet("A", vec![table("t", false, columns, vec![row(cells_of_row), row(empty)])])]), "A");
    let at = |column: u32| range.get_value((1, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(at(0), Data::String("0123".to_owned()));
    assert_eq!(at(1), Data::Float(7.0));
    assert_eq!(at(2), Data::Float(0.25));
    assert!(at(3).is_datetime());
    assert_eq!(at(4), Data::Float(1_500_000.0));
    assert!((0..5).all(|column| range.get_value((2, column)).is_none_or(|value| value == &Data::Empty)));
}

#[test]
fn text_of_schools_is_never_a_formula() {
    let risky = ["=1+1", "+84912345678", "-", "- Bồi dưỡng", "@SUM(A1)", "\tthụt", "\rxuống", "=HYPERLINK(\"http://x\")"];
    let rows = risky.iter().map(|text| row(vec![Cell::text(*text)])).collect();
    let mut page = sheet(
        "A",
        vec![table("t", true, vec![Column::text("=Tiêu đề", 20.0)], rows), Block::Note { text: "=2+2".to_owned(), tone: Tone::Plain }],
    );
    page.title = "=3+3".to_owned();
    let bytes = written(vec![page]);
    assert!(!member(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
    assert!(member(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    let range = cells(&bytes, "A");
    let texts: Vec<String> = range.cells().map(|(_, _, value)| value.to_string()).filter(|text| !text.is_empty()).collect();
    for text in ["=1+1", "+84912345678", "-", "- Bồi dưỡng", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "=2+2", "=3+3", "=Tiêu đề"] {
        assert!(texts.iter().any(|found| found == text), "{text}: {texts:?}");
    }
}

#[test]
fn a_formula_is_live_and_keeps_its_result() {
    let list = table("actions", true, vec![Column::text("status", 12.0)], ["a", "b", "a"].map(|text| row(vec![Cell::text(text)])).to_vec());
    let sum =
        table("sum", false, vec![Column::number("Số", 8.0)], vec![row(vec![Cell::count(2).formula("COUNTIFS(actions[status],\"a\")")])]);
    let bytes = written(vec![sheet("A", vec![list]), sheet("B", vec![sum])]);
    assert!(member(&bytes, "xl/worksheets/sheet2.xml").contains("<f>COUNTIFS(actions[status],\"a\")</f><v>2</v>"));
    assert_eq!(cells(&bytes, "B").get_value((1, 0)), Some(&Data::Float(2.0)));
    assert!(member(&bytes, "xl/tables/table1.xml").contains("displayName=\"actions\""));
}

#[test]
fn totals_stand_below_the_rows_people_filter() {
    let rows =
        vec![row(vec![Cell::text("a"), Cell::count(1)]), Row { kind: RowKind::Total, cells: vec![Cell::text("Cộng"), Cell::count(1)] }];
    let bytes = written(vec![sheet("A", vec![table("list", true, vec![Column::text("Tên", 10.0), Column::number("Số", 10.0)], rows)])]);
    let xml = member(&bytes, "xl/tables/table1.xml");
    assert!(xml.contains("ref=\"A1:B2\"") && xml.contains("autoFilter"), "{xml}");
}

#[test]
fn tables_without_rows_are_drawn_and_say_so() {
    let columns = || vec![Column::text("Tên", 10.0), Column::text("Ghi chú", 10.0)];
    let bytes = written(vec![
        sheet("A", vec![table("a", false, columns(), Vec::new()), table("b", true, columns(), Vec::new())]),
        sheet("B", vec![table("c", false, Vec::new(), Vec::new())]),
        sheet("C", Vec::new()),
    ]);
    assert!(cells(&bytes, "A").cells().any(|(_, _, value)| value.as_string().as_deref() == Some("Không có")));
}

#[test]
fn links_lead_to_cells_of_schools_and_to_sheets() {
    let links = [
        Link::External { file: "../bao cao/a.xlsx".to_owned(), sheet: "KH năm '23".to_owned(), cell: "B14".to_owned() },
        Link::External { file: "a#b.xlsx".to_owned(), sheet: "KH".to_owned(), cell: "B14".to_owned() },
        Link::Internal { sheet: "Trang/hai".to_owned() },
        Link::Internal { sheet: "không có".to_owned() },
    ];
    let rows = links
        .into_iter()
        .map(|link| row(vec![Cell::text("tới").link(link), Cell::count(3).link(Link::Internal { sheet: "Một".to_owned() })]))
        .collect();
    let bytes = written(vec![
        sheet("Một", vec![table("t", true, vec![Column::text("Lời", 10.0), Column::number("Số", 10.0)], rows)]),
        sheet("Trang/hai", Vec::new()),
    ]);
    let xml = member(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("location=\"'KH năm ''23'!B14\""), "{xml}");
    assert!(xml.contains("location=\"'Trang-hai'!A1\""), "{xml}");
    assert_eq!(xml.matches("<hyperlink ").count(), 6);
    assert!(member(&bytes, "xl/worksheets/_rels/sheet1.xml.rels").contains("Target=\"../bao%20cao/a.xlsx\""));
    assert_eq!(cells(&bytes, "Một").get_value((1, 1)), Some(&Data::Float(3.0)));
}

#[test]
fn a_table_longer_than_a_sheet_goes_on_and_loses_no_row() {
    let rows = (0..1000).map(|number| row(vec![Cell::count(number)])).collect();
    let mut long = sheet("Việc", vec![table("actions", true, vec![Column::number("Số", 10.0)], rows)]);
    long.title = "DANH SÁCH".to_owned();
    let bytes = with_row_limit(&book(vec![long, sheet("Việc_2", Vec::new())]), 400).expect("the book can be drawn");
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("the workbook can be read");
    assert_eq!(workbook.sheet_names(), ["Việc", "Việc_3", "Việc_4", "Việc_2"]);
    let sum: f64 = ["Việc", "Việc_3", "Việc_4"]
        .iter()
        .flat_map(|name| cells(&bytes, name).cells().filter_map(|(_, _, value)| value.get_float()).collect::<Vec<_>>())
        .sum();
    assert!((sum - 499_500.0).abs() < f64::EPSILON);
    assert!(member(&bytes, "xl/tables/table3.xml").contains("displayName=\"actions_3\""));
    assert!(cells(&bytes, "Việc_3").cells().any(|(_, _, value)| value.as_string().as_deref() == Some("DANH SÁCH (tiếp theo)")));
}

#[test]
fn charts_are_bound_to_the_cells_of_their_table_wherever_it_stands() {
    let bytes = written(rich());
    let xml = member(&bytes, "xl/charts/chart1.xml");
    // Letterhead, title, heading and the gaps between them take seven rows, the titles of columns the next two.
    assert!(xml.contains("'Tổng quan'!$A$10:$A$14") && xml.contains("'Tổng quan'!$B$10:$B$14"), "{xml}");
    assert!(xml.contains("Times New Roman") && xml.contains("maxMin"));
    let chart = BoundChart {
        title: "x".to_owned(),
        table: "missing".to_owned(),
        category_column: 0,
        series: Vec::new(),
        rows: 0..1,
        axis: String::new(),
    };
    let nothing = BoundChart { table: "empty".to_owned(), ..chart.clone() };
    let bytes =
        written(vec![sheet("A", vec![table("empty", false, vec![Column::text("Tên", 9.0)], Vec::new()), Block::Charts(vec![nothing])])]);
    assert!(cells(&bytes, "A").cells().any(|(_, _, value)| value.as_string().is_some_and(|text| text.starts_with("Không có số liệu"))));
    let error = to_bytes(&book(vec![sheet("A", vec![Block::Charts(vec![chart])])])).expect_err("there is no such table");
    assert!(error.to_string().contains("missing"));
}

#[test]
fn pages_repeat_titles_and_fit_the_width() {
    let bytes = written(rich());
    let second = member(&bytes, "xl/worksheets/sheet2.xml");
    assert!(
        second.contains("fitToPage=\"1\"")
            && second.contains("fitToHeight=\"0\"")
            && second.contains("orientation=\"landscape\"")
            && second.contains("paperSize=\"9\""),
        "{second}"
    );
    assert!(second.contains("ySplit=\"2\"") && second.contains("state=\"frozen\""));
    assert!(second.contains("Trang &amp;P/&amp;N"));
    assert!(member(&bytes, "xl/workbook.xml").contains("'Danh sách'!$1:$2"));
}

#[test]
fn rows_are_as_high_as_their_longest_cell_and_no_number_is_too_wide() {
    let long = "Bồi dưỡng thường xuyên cho giáo viên ".repeat(8);
    let rows =
        vec![row(vec![Cell::text(long.trim()), Cell::money(Some(123_456_789_000))]), row(vec![Cell::text("ngắn"), Cell::money(Some(1))])];
    let xml = member(
        &written(vec![sheet("A", vec![table("t", true, vec![Column::text("Việc", 30.0), Column::number("Tiền", 3.0)], rows)])]),
        "xl/worksheets/sheet1.xml",
    );
    let height = |row: usize| {
        let at = xml
            .split_once(&format!("<row r=\"{row}\""))
            .and_then(|(_, rest)| rest.split_once("ht=\""))
            .and_then(|(_, rest)| rest.split_once('"'));
        at.and_then(|(number, _)| number.parse::<f64>().ok()).expect("the row has a height")
    };
    assert!(height(2) > 9.0 * 15.75 && height(2) < 14.0 * 15.75, "{}", height(2));
    assert!(height(3) < 22.0);
    let width = xml
        .split_once("min=\"2\" max=\"2\" width=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .and_then(|(number, _)| number.parse::<f64>().ok());
    assert!(width.expect("the column has a width") > 14.0);
}

#[test]
fn a_day_before_excels_calendar_is_written_as_text() {
    let bytes = written(vec![sheet(
        "A",
        vec![table("t", false, vec![Column::centred("Ngày", 10.0)], vec![row(vec![Cell::new(Value::Date(date(1890, 5, 19)))])])],
    )]);
    assert_eq!(cells(&bytes, "A").get_value((1, 0)), Some(&Data::String("19/05/1890".to_owned())));
}

/// A form that is handed out: a code that stays, a text, a mark to choose.
fn form() -> Vec<Sheet> {
    let columns = vec![
        Column::text("Tiêu chí", 20.0),
        Column::text("Công việc", 40.0).with_note("Việc sẽ làm.\nVí dụ: sửa hàng rào").with_entry(Entry::Open),
        Column::centred("Mức 1", 8.0).under("Đạt").with_note("Chọn x").with_entry(Entry::Choice(vec!["x".to_owned()])),
    ];
    let plain = |cells| Row { kind: RowKind::Plain, cells };
    let rows = vec![
        plain(vec![Cell::text("Tiêu chí 1.1"), Cell::empty(), Cell::empty()]),
        Row { kind: RowKind::Group, cells: vec![Cell::text("Tiêu chuẩn 2"), Cell::empty(), Cell::empty()] },
        plain(vec![Cell::text("Tiêu chí 2.1"), Cell::text("- đã có"), Cell::text("-").entry(Entry::Closed)]),
        plain(vec![Cell::text("Tiêu chí 2.2"), Cell::empty(), Cell::empty()]),
    ];
    let table = Table { id: "bieu".to_owned(), columns, rows, filter: false };
    let signature =
        Block::Signature {
            place_and_date: "…, ngày … tháng … năm …".to_owned(), title: "HIỆU TRƯỞNG".to_owned(), name: String::new()
        };
    vec![sheet("Biểu", vec![Block::Imprint("Mẫu 1".to_owned()), Block::Table(table), signature])]
}

#[test]
fn a_form_is_locked_but_for_what_is_to_be_filled_in() {
    let bytes =
        to_bytes(&Book { properties: vec![("ctcl-mau".to_owned(), "1".to_owned())], ..book(form()) }).expect("the form can be drawn");
    let part = member(&bytes, "xl/worksheets/sheet1.xml");
    assert!(part.contains("<sheetProtection sheet=\"1\"") && !part.contains("password"), "{part}");
    // Two runs of cells to choose in; the dash between them stays.
    let lists: Vec<&str> =
        part.split("sqref=\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|area| area.starts_with('C')).collect();
    assert_eq!(lists, ["C5", "C8"], "{part}");
    // A row that grows only begins with its height; a title keeps it.
    let row =
        |number: usize| part.split(&format!("<row r=\"{number}\"")).nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    assert!(row(5).contains("ht=\"20.25\"") && !row(5).contains("customHeight"), "{}", row(5));
    assert!(row(4).contains("customHeight") && row(6).contains("customHeight"), "{} {}", row(4), row(6));
    assert!(member(&bytes, "docProps/custom.xml").contains("ctcl-mau"));
    let notes = member(&bytes, "xl/comments1.xml");
    assert!(notes.contains("ref=\"B3\"") && notes.contains("ref=\"C4\"") && notes.contains("sửa hàng rào"), "{notes}");
    let styles = member(&bytes, "xl/styles.xml");
    assert!(styles.contains("locked=\"0\""), "{styles}");
}

#[test]
fn a_book_without_open_cells_is_not_locked() {
    assert!(!member(&written(rich()), "xl/worksheets/sheet1.xml").contains("sheetProtection"));
}

/// What stands in each cell of a sheet's part, by its address: style, kind and content; and the rows' heights.
fn drawn_cells(part: &str) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let attribute =
        |tag: &str, name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let tags = |name: &str| {
        part.split(&format!("<{name} ")).skip(1).map(|rest| format!(" {}", rest.split('>').next().unwrap_or_default())).collect::<Vec<_>>()
    };
    let styles = tags("c").iter().map(|tag| (attribute(tag, "r").expect("an address"), attribute(tag, "s").unwrap_or_default())).collect();
    let heights =
        tags("row").iter().map(|tag| (attribute(tag, "r").expect("a number"), attribute(tag, "ht").unwrap_or_default())).collect();
    (styles, heights)
}

/// Every link of a sheet: its cell, the file it leads into, and the place there.
fn links(bytes: &[u8], number: usize) -> BTreeSet<[String; 3]> {
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.unwrap_or_default().to_owned()
    };
    let relations = member(bytes, &format!("xl/worksheets/_rels/sheet{number}.xml.rels"));
    let files: BTreeMap<String, String> =
        relations.split("<Relationship ").skip(1).map(|tag| (attribute(tag, "Id"), attribute(tag, "Target"))).collect();
    let part = member(bytes, &format!("xl/worksheets/sheet{number}.xml"));
    let links = part.split("<hyperlink ").skip(1);
    links
        .map(|tag| [attribute(tag, "ref"), files.get(&attribute(tag, "r:id")).cloned().unwrap_or_default(), attribute(tag, "location")])
        .collect()
}

#[test]
fn a_long_table_written_apart_is_as_the_library_would_have_written_it() {
    let columns = || {
        vec![
            Column::text("Trường", 30.0).under("Ai"),
            Column::number("Đạt", 8.0).under("Bao nhiêu"),
            Column::text("Nguồn", 20.0),
            Column::centred("Hạn", 12.0),
            Column::number("Tỷ lệ", 8.0).with_bars(),
            Column::text("Lời", 12.0),
        ]
    };
    let external = |number: usize| Link::External {
        file: format!("../báo cáo/a&b {}.xlsx", number % 90),
        sheet: "KH 'năm' <1> & \"2\"".to_owned(),
        cell: format!("B{number}"),
    };
    let words = |number: usize| match number % 7 {
        0 => String::new(),
        1 => "=1+1".to_owned(),
        2 => " <r>a & b</r>\n".to_owned(),
        3 => "_x0041_ và \"ngoặc\"".to_owned(),
        4 => "Bồi dưỡng thường xuyên cho giáo viên ".repeat(60),
        _ => format!("Lời {number}"),
    };
    let rows = (0..1_500).map(|number| {
        let source = Cell::text("KH!B2").tone(Tone::Muted);
        let linked = match number % 3 {
            0 => source.link(external(number)),
            1 => source.link(Link::Internal { sheet: "Sau".to_owned() }),
            _ => source,
        };
        let toned = Cell::text(words(number)).tone(if number % 5 == 0 { Tone::Bad } else { Tone::Plain });
        row(vec![
            Cell::text(format!("Trường {}", number / 7)),
            Cell::count(number).formula(format!("IF({number}<5,{number}+0,{number})")),
            linked,
            Cell::date((number % 4 > 0).then(|| date(2024, 1, 1 + (number % 28) as i8))),
            Cell::share(number % 11, 10),
            toned,
        ])
    });
    let long =
        || vec![Block::Heading("Dài".to_owned()), table("long", true, columns(), rows.clone().collect()), Block::Heading("Hết".to_owned())];
    let after = table("after", false, vec![Column::text("a", 9.0)], vec![row(vec![Cell::text("x")])]);
    let book = book(vec![sheet("Dài", long()), sheet("Sau", vec![after])]);
    let mut plan = super::plan::of(&book, super::MOST_ROWS).expect("the book can be planned");
    assert_eq!(plan.written_apart(&plan.sheets[0]).count(), 1);
    let apart = super::drawn(&book, &plan).expect("the book can be drawn");
    plan.long = usize::MAX;
    let whole = super::drawn(&book, &plan).expect("the book can be drawn");
    for name in ["Dài", "Sau"] {
        assert_eq!(cells(&apart, name), cells(&whole, name), "{name}");
    }
    assert_eq!(member(&apart, "xl/tables/table1.xml"), member(&whole, "xl/tables/table1.xml"));
    assert_eq!(links(&apart, 1), links(&whole, 1));
    let [(apart, heights), (whole, same)] = [&apart, &whole].map(|bytes| drawn_cells(&member(bytes, "xl/worksheets/sheet1.xml")));
    assert_eq!(heights, same);
    assert_eq!(apart.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
    // The styles are numbered in another order, but cells of one style are of one style.
    let pairs: BTreeSet<(&String, &String)> = apart.values().zip(whole.values()).collect();
    let [ours, theirs] = [apart.values().collect::<BTreeSet<_>>(), whole.values().collect::<BTreeSet<_>>()];
    assert_eq!([pairs.len(); 2], [ours.len(), theirs.len()], "{pairs:?}");
}
