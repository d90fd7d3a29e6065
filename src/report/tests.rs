use std::collections::{BTreeMap, BTreeSet};

use super::example::{Example, district};
use super::{Options, Source, charts, findings_csv, summary};
use crate::model::School;
use crate::table::{Block, Book, Cell, Link, RowKind, Sheet, Table, Value};

const SHEETS: [&str; 17] = [
    "Tổng quan",
    "Tình hình nộp",
    "Mức đạt theo tiêu chí",
    "Theo tiêu chuẩn",
    "Trường × tiêu chí",
    "Tiêu chí chậm",
    "Việc quá hạn",
    "Sắp đến hạn",
    "Chưa rõ hạn",
    "Kinh phí",
    "Công nhận",
    "Theo trường",
    "Việc theo trường",
    "Dữ liệu",
    "Dữ liệu đánh giá",
    "Vấn đề",
    "Nguồn và cách tính",
];

/// The workbook, every row unpacked.
fn book(source: &Source) -> Book {
    let mut book = super::book(source);
    for block in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.blocks) {
        if let Block::Listing(listing) = block {
            *block = Block::Table(listing.unpacked());
        }
    }
    book
}

fn sheet<'b>(book: &'b Book, name: &str) -> &'b Sheet {
    book.sheets.iter().find(|sheet| sheet.name == name).expect("a sheet of that name")
}

fn tables(book: &Book) -> impl Iterator<Item = &Table> {
    book.sheets.iter().flat_map(|sheet| &sheet.blocks).filter_map(Block::table)
}

fn table<'b>(book: &'b Book, id: &str) -> &'b Table {
    tables(book).find(|table| table.id == id).expect("a table of that id")
}

fn cells(book: &Book) -> impl Iterator<Item = &Cell> {
    tables(book).flat_map(|table| &table.rows).flat_map(|row| &row.cells)
}

fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Count(count) => count.to_string(),
        Value::Share { part, whole } => format!("{part}/{whole}"),
        Value::Date(date) => super::wording::date(*date),
        Value::Money(vnd) => super::wording::number(*vnd),
    }
}

/// A sheet as lines, for people and snapshots.
fn lines(sheet: &Sheet) -> String {
    let mut text = format!("{}\n{}\n", sheet.title, sheet.subtitle.join("\n"));
    for block in &sheet.blocks {
        match block {
            Block::Note { text: note, .. } => text.push_str(&format!("\n{note}\n")),
            Block::Heading(heading) => text.push_str(&format!("\n## {heading}\n")),
            Block::Listing(_) => unreachable!("the book is unpacked"),
            Block::Imprint(line) => text.push_str(&format!("\n{line}\n")),
            Block::Table(table) | Block::Beside(table, _) => {
                let titles = table
                    .columns
                    .iter()
                    .map(|column| column.group.as_ref().map_or(column.title.clone(), |group| format!("{group}: {}", column.title)));
                text.push_str(&format!("\n[{}] {}\n", table.id, titles.collect::<Vec<_>>().join(" | ")));
                for row in &table.rows {
                    let mark = if row.kind == RowKind::Total { "= " } else { "" };
                    text.push_str(&format!(
                        "{mark}{}\n",
                        row.cells.iter().map(shown).collect::<Vec<_>>().join(" | ").trim_end_matches([' ', '|'])
                    ));
                }
                if let Block::Beside(_, chart) = block {
                    text.push_str(&format!("<{} beside, rows {:?}>\n", chart.title, chart.rows));
                }
            }
            Block::Charts(charts) => {
                charts.iter().for_each(|chart| text.push_str(&format!("\n<{} of {}, rows {:?}>\n", chart.title, chart.table, chart.rows)))
            }
            Block::Signature { place_and_date, title, name } => text.push_str(&format!("\n{place_and_date}\n{title}\n{name}\n")),
        }
    }
    text
}

/// What a formula made of counts gives over the tables of the book: the second engine. `None` for any other formula.
fn recount(book: &Book, formula: &str) -> Option<i64> {
    let mut sum = 0;
    let mut sign = 1;
    let mut rest = formula;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(")-(") {
            (sign, rest) = (-1, after);
        } else if let Some(after) = rest.strip_prefix(['+', '(', ')']) {
            rest = after;
        } else if let Some(arguments) = rest.strip_prefix("COUNTA(") {
            let (reference, after) = arguments.split_once(')')?;
            let (values, _) = column(book, reference);
            sum += sign * values.iter().filter(|value| !value.is_empty()).count() as i64;
            rest = after;
        } else if let Some(arguments) = rest.strip_prefix("COUNTIFS(") {
            let (arguments, after) = arguments.split_once("\")")?;
            let mut kept: Option<BTreeSet<usize>> = None;
            for condition in arguments.split("\",") {
                let (reference, wanted) = condition.split_once(",\"")?;
                let (values, _) = column(book, reference);
                let rows =
                    values.iter().enumerate().filter(|(_, value)| satisfies(value, wanted)).map(|(row, _)| row).collect::<BTreeSet<_>>();
                kept = Some(kept.map_or(rows.clone(), |kept| kept.intersection(&rows).copied().collect()));
            }
            sum += sign * kept.map_or(0, |rows| rows.len()) as i64;
            rest = after;
        } else {
            return None;
        }
    }
    Some(sum)
}

fn column(book: &Book, reference: &str) -> (Vec<String>, usize) {
    let (id, title) = reference.trim_end_matches(']').split_once('[').expect("a reference to a column");
    let table = table(book, id);
    let index = table.columns.iter().position(|column| column.title == title).expect("a column of that title");
    (table.rows.iter().map(|row| shown(&row.cells[index])).collect(), index)
}

/// As Excel compares: numbers by value, texts without regard to capitals, texts that look like numbers as numbers.
fn satisfies(value: &str, wanted: &str) -> bool {
    if let Some(least) = wanted.strip_prefix(">=") {
        return value.parse::<i64>().is_ok_and(|value| value >= least.parse().expect("a number"));
    }
    if let Some(most) = wanted.strip_prefix("<=") {
        return value.parse::<i64>().is_ok_and(|value| value <= most.parse().expect("a number"));
    }
    match (value.parse::<f64>(), wanted.parse::<f64>()) {
        (Ok(value), Ok(wanted)) => value == wanted,
        _ => value.to_lowercase() == wanted.to_lowercase(),
    }
}

#[test]
fn the_workbook_has_the_sheets_an_office_expects() {
    let example = district(8);
    let book = book(&example.source());
    assert_eq!(book.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), SHEETS);
    let ids: Vec<&str> = tables(&book).map(|table| table.id.as_str()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each table has an id of its own");
    assert!(ids.iter().all(|id| id.is_ascii()));
    for table in tables(&book) {
        assert!(
            table.rows.iter().all(|row| row.cells.len() == table.columns.len()),
            "every row of {} has a cell for each column",
            table.id
        );
    }
}

#[test]
fn every_live_count_recounts_to_the_figure_of_the_program() {
    let example = district(25);
    let book = book(&example.source());
    let mut counted = 0;
    for cell in cells(&book) {
        let (Some(formula), Value::Count(figure)) = (&cell.formula, &cell.value) else { continue };
        if let Some(recounted) = recount(&book, formula) {
            assert_eq!(recounted, *figure, "{formula}");
            counted += 1;
        }
    }
    assert!(counted > 500, "only {counted} live counts");
}

#[test]
fn every_school_stands_once_on_the_sheet_of_submissions() {
    let example = district(25);
    let book = book(&example.source());
    let listed: Vec<String> = column(&book, "schools[Mã trường]").0;
    let registered: BTreeSet<String> = example.reading.schools.iter().map(|school| school.id.clone()).collect();
    assert_eq!(listed.len(), registered.len());
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), registered);
}

#[test]
fn totals_are_the_sums_of_their_rows() {
    let example = district(36);
    let book = book(&example.source());
    for id in [
        "submission_by_kind",
        "submission_by_commune",
        "overdue_ages",
        "overview_submission",
        "overview_work",
        "cost_by_source",
        "cost_by_standard",
        "cost_by_school",
        "recognition_counts",
        "standards_tt18_2018",
    ] {
        let table = table(&book, id);
        let (total, rows) = table.rows.split_last().expect("a total");
        assert_eq!(total.kind, RowKind::Total);
        for (index, cell) in total.cells.iter().enumerate() {
            let sum = |pick: fn(&Value) -> Option<i64>| rows.iter().filter_map(|row| pick(&row.cells[index].value)).sum::<i64>();
            match cell.value {
                Value::Count(total) => assert_eq!(
                    sum(|value| if let Value::Count(count) = value { Some(*count) } else { None }),
                    total,
                    "{id}, column {index}"
                ),
                Value::Money(total) => {
                    assert_eq!(sum(|value| if let Value::Money(vnd) = value { Some(*vnd) } else { None }), total, "{id}, column {index}")
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_schools_of_a_criterion_add_up_whatever_is_known_of_them() {
    let example = district(36);
    let book = book(&example.source());
    let table = table(&book, "criteria_tt18_2018");
    for row in &table.rows {
        let spread: i64 =
            row.cells[2..8].iter().filter_map(|cell| if let Value::Count(count) = cell.value { Some(count) } else { None }).sum();
        assert_eq!(spread, 12, "{}", shown(&row.cells[0]));
    }
}

#[test]
fn no_text_of_a_school_becomes_a_formula() {
    let example = district(8);
    let book = book(&example.source());
    assert!(
        cells(&book).any(|cell| matches!(&cell.value, Value::Text(text) if text.starts_with("=HYPERLINK"))),
        "the text stands there as text"
    );
    for formula in cells(&book).filter_map(|cell| cell.formula.as_ref()) {
        assert!(["COUNT", "(COUNT", "IF(", "IFERROR("].iter().any(|start| formula.starts_with(start)), "{formula}");
        assert!(!formula.contains("HYPERLINK"));
    }
}

#[test]
fn criteria_1_1_and_1_10_are_never_mixed() {
    let example = district(8);
    let book = book(&example.source());
    let (keys, _) = column(&book, "assessments[Khóa tiêu chí]");
    let count = |key: &str| keys.iter().filter(|value| satisfies(value, key)).count();
    let rows = |code: &str| {
        example
            .reading
            .assessments
            .iter()
            .filter(|row| row.framework == "tt18-2018" && row.level == 1 && row.criterion.to_string() == code)
            .count()
    };
    assert_eq!((count("tt18-2018|1.1|1"), count("tt18-2018|1.10|1")), (rows("1.1"), rows("1.10")));
    assert!(satisfies("1.10", "1.1"), "the codes alone would be mixed");
}

#[test]
fn beyond_the_settable_number_of_rows_figures_are_values_and_the_sheet_says_so() {
    let example = district(8);
    let mut source = example.source();
    source.options = Options { formula_rows: 10, ..source.options };
    let book = book(&source);
    assert!(cells(&book).all(|cell| cell.formula.is_none()));
    assert!(sheet(&book, "Tổng quan").subtitle.iter().any(|line| line.contains("không dùng công thức")));
}

#[test]
fn as_many_lagging_criteria_are_shown_as_the_settings_say() {
    let example = district(25);
    for most in [1, 3] {
        let mut source = example.source();
        source.options = Options { lagging_top: most, ..source.options };
        assert!(source.statistics.lagging.len() > most);
        let book = book(&source);
        assert_eq!(["lagging", "overview_lagging"].map(|id| table(&book, id).rows.len()), [most; 2]);
        assert_eq!(table(&book, "lagging_schools").rows.iter().filter(|row| row.kind == RowKind::Group).count(), most);
        let chart = charts(&source).into_iter().find(|chart| chart.id == "tieu-chi-cham").expect("the chart");
        assert_eq!(chart.categories.len(), most);
        let section = summary(&source).sections.into_iter().find(|section| section.heading.contains("vướng")).expect("the section");
        assert_eq!(section.rows.len(), most);
    }
}

#[test]
fn schools_stand_in_one_order_that_no_result_changes() {
    let example = district(25);
    let mut shuffled = district(25);
    shuffled.statistics.by_school.reverse();
    shuffled.reading.findings.reverse();
    assert_eq!(book(&example.source()), book(&shuffled.source()));
    let (communes, _) = column(&book(&example.source()), "schools[Xã, phường]");
    assert!(communes.is_sorted_by_key(|commune| crate::text::fold(commune)));
}

#[test]
fn a_school_that_has_not_reported_is_not_one_that_failed() {
    let example = district(12);
    let book = book(&example.source());
    let matrix = table(&book, "matrix");
    let standing = matrix.columns.iter().position(|column| column.title == "Tình trạng nộp").expect("the column");
    let missing = matrix.rows.iter().find(|row| shown(&row.cells[standing]) == "Chưa nộp").expect("a school that sent nothing");
    assert!(missing.cells[standing + 1..].iter().all(|cell| cell.value == Value::Empty));
    let levels = table(&book, "school_levels");
    let row = levels.rows.iter().find(|row| shown(&row.cells[6]) == "Chưa nộp").expect("the same school");
    assert_eq!(shown(&row.cells[7]), "Chưa có báo cáo");
}

#[test]
fn a_school_outside_the_register_is_listed_but_not_counted_as_expected() {
    let mut example = district(12);
    example.statistics.schools.expected = Some(11);
    example.statistics.schools.on_time -= 1;
    example.statistics.schools.reported -= 1;
    let stranger: &mut School = &mut example.reading.schools[0];
    stranger.registered = false;
    let book = book(&example.source());
    assert_eq!(table(&book, "schools").rows.len(), 12);
    assert_eq!(table(&book, "recognition_counts").rows.last().expect("a total").cells[2].value, Value::Count(11));
    let notes = |book: &Book| -> Vec<String> {
        let blocks = book.sheets[0].blocks.iter();
        blocks.filter_map(|block| if let Block::Note { text, .. } = block { Some(text.clone()) } else { None }).collect()
    };
    let told = |book: &Book| notes(book).iter().any(|note| note.starts_with("Ngoài danh sách có 1 trường gửi báo cáo"));
    assert!(told(&book), "{:?}", notes(&book));
    let total = table(&book, "submission_by_kind").rows.last().expect("a total").cells.clone();
    assert_eq!(total[2].value, Value::Count(11));
    assert_eq!(recount(&book, total[2].formula.as_ref().expect("a live count")), Some(11));
}

#[test]
fn work_leads_to_its_cell_and_no_link_leads_into_an_archive() {
    let mut example = district(8);
    let links =
        |example: &Example| -> Vec<Link> { cells(&book(&example.source())).filter_map(|cell| cell.link.as_deref().cloned()).collect() };
    let link =
        links(&example).into_iter().find(|link| matches!(link, Link::External { sheet, .. } if sheet == "KH")).expect("a link to a plan");
    assert!(matches!(&link, Link::External { file, cell, .. } if file.starts_with("../bao-cao/") && cell.starts_with('B')), "{link:?}");
    for action in &mut example.reading.actions {
        action.origin.file = format!("goi.zip/{}", action.origin.file).into();
        action.result_origin = None;
    }
    assert!(links(&example).iter().all(|link| !matches!(link, Link::External { file, .. } if file.contains(".zip"))));
}

#[test]
fn every_chart_has_one_value_for_each_bar_and_a_name_of_its_own() {
    let example = district(36);
    let charts = charts(&example.source());
    let ids: Vec<&str> = charts.iter().map(|chart| chart.id.as_str()).collect();
    assert!(ids.is_sorted() && ids.iter().collect::<BTreeSet<_>>().len() == ids.len());
    for id in [
        "tinh-hinh-nop",
        "muc-dat-theo-tieu-chi-tt18-2018",
        "tieu-chi-cham",
        "tinh-trang-cong-viec",
        "viec-qua-han",
        "theo-tieu-chuan-tt18-2018",
        "muc-do-truong",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
    for chart in &charts {
        assert!(chart.series.iter().all(|series| series.values.len() == chart.categories.len()), "{}", chart.id);
    }
    let submissions = charts.iter().find(|chart| chart.id == "tinh-hinh-nop").expect("the chart of submissions");
    assert_eq!(submissions.series.iter().flat_map(|series| &series.values).sum::<i64>(), 36);
}

#[test]
fn every_finding_is_one_line_of_the_list() {
    let example = district(36);
    let (titles, rows) = findings_csv(&example.source());
    assert_eq!(rows.len(), example.reading.findings.len());
    assert!(rows.iter().all(|row| row.len() == titles.len()));
}

#[test]
fn nothing_at_all_is_still_a_report() {
    let mut example = district(0);
    example.statistics.schools.expected = None;
    let book = book(&example.source());
    assert!(cells(&book).all(|cell| cell.formula.is_none()));
    assert!(charts(&example.source()).iter().all(|chart| chart.series.iter().all(|series| series.values.len() == chart.categories.len())));
    assert!(summary(&example.source()).render(Some(80)).contains("0 trường có báo cáo"));
}

#[test]
fn all_kinds_of_counts_are_alive_somewhere() {
    let example = district(25);
    let book = book(&example.source());
    let mut live: BTreeMap<&str, usize> = BTreeMap::new();
    for sheet in &book.sheets {
        let formulas = sheet
            .blocks
            .iter()
            .filter_map(Block::table)
            .flat_map(|table| &table.rows)
            .flat_map(|row| &row.cells)
            .filter(|cell| cell.formula.is_some());
        live.insert(&sheet.name, formulas.count());
    }
    for name in &SHEETS[..7] {
        assert!(live[name] > 0, "{name}");
    }
}

#[test]
fn the_page_for_the_head() {
    insta::assert_snapshot!(lines(sheet(&book(&district(12).source()), "Tổng quan")));
}

#[test]
fn the_sheet_of_overdue_work() {
    insta::assert_snapshot!(lines(sheet(&book(&district(8).source()), "Việc quá hạn")));
}

#[test]
fn the_sheet_of_standards() {
    insta::assert_snapshot!(lines(sheet(&book(&district(12).source()), "Theo tiêu chuẩn")));
}

#[test]
fn the_end_of_a_run_in_the_terminal() {
    let files = [("ket-qua/tong-hop.xlsx".to_owned(), "sổ tổng hợp"), ("ket-qua/bieu-do".to_owned(), "biểu đồ")];
    insta::assert_snapshot!(summary(&district(12).source()).with_files(&files).render(Some(100)));
}
