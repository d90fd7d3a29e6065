//! Sheets in, what comes out of the printer: which rows, on which pages, and what stands on charts.

use super::{member, row, sheet, table, written};
use crate::chart::{BoundChart, Role};
use crate::table::{Block, Cell, Column, Entry, Row, Sheet};

fn rows(count: usize) -> Vec<Row> {
    (0..count).map(|number| row(vec![Cell::count(number + 1), Cell::text("Trường Tiểu học")])).collect()
}

fn columns() -> Vec<Column> {
    vec![Column::centred("TT", 5.0), Column::text("Trường", 30.0)]
}

/// A summary above a list.
fn listed(count: usize, filter: bool) -> Sheet {
    let heading = |text: &str| Block::Heading(text.to_owned());
    let blocks = vec![
        heading("1. Tóm tắt"),
        table("summary", false, columns(), rows(3)),
        heading("2. Từng việc"),
        table("list", filter, columns(), rows(count)),
    ];
    Sheet { title: "VIỆC".to_owned(), ..sheet("A", blocks) }
}

/// The last printed row, and the rows that are repeated on every page.
fn printed(sheet: Sheet) -> (Option<u32>, Option<String>) {
    let workbook = member(&written(vec![sheet]), "xl/workbook.xml");
    let name =
        |name: &str| workbook.split(&format!("_xlnm.{name}\"")).nth(1).and_then(|rest| rest.split(['>', '<']).nth(1)).map(str::to_owned);
    let last = name("Print_Area").and_then(|area| area.rsplit('$').next().and_then(|row| row.parse().ok()));
    (last, name("Print_Titles"))
}

#[test]
fn of_a_list_that_is_not_printed_neither_heading_nor_titles_are() {
    for filter in [false, true] {
        // Title, heading, titles, three rows; then the gap above the second heading.
        let (last, titles) = printed(Sheet { printed_rows: Some(0), ..listed(200, filter) });
        assert_eq!(last, Some(8));
        assert_eq!(titles, None, "the titles of a list that is not printed stand on no page");
        // The second heading and its titles, and so many rows.
        let (last, titles) = printed(Sheet { printed_rows: Some(90), ..listed(200, filter) });
        assert_eq!(last, Some(100));
        assert_eq!(titles.as_deref(), Some("A!$10:$10"));
    }
}

#[test]
fn the_last_page_of_a_long_table_is_no_stump() {
    let breaks = |sheet: Sheet| -> Vec<u32> {
        let part = member(&written(vec![sheet]), "xl/worksheets/sheet1.xml");
        part.split("<brk id=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
    };
    for count in 20..90 {
        for (last_row, sheet) in [(10 + count, listed(count as usize, true)), (70, Sheet { printed_rows: Some(60), ..listed(90, true) })] {
            if let Some(last) = breaks(sheet).last() {
                assert!(last_row - last >= 3, "{count}: the last page begins below row {last} of {last_row}");
            }
        }
    }
}

#[test]
fn a_title_does_not_stand_alone_on_its_page() {
    let chart = || BoundChart {
        title: "Việc".to_owned(),
        table: "list".to_owned(),
        category_column: 1,
        series: vec![("Xong".to_owned(), Role::Good, 0)],
        rows: 0..10,
        axis: "Số việc".to_owned(),
    };
    let page = |count: usize| {
        let blocks = vec![
            Block::Heading("1. Từng việc".to_owned()),
            table("list", false, columns(), rows(count)),
            Block::Charts(vec![chart()]),
            Block::Heading("2. Tóm tắt".to_owned()),
            table("other", false, columns(), rows(3)),
        ];
        let subtitle = (1..=4).map(|line| format!("Dòng {line}")).collect();
        let part = member(&written(vec![Sheet { title: "VIỆC".to_owned(), subtitle, ..sheet("A", blocks) }]), "xl/worksheets/sheet1.xml");
        let first = part.split("<brk id=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse::<usize>().ok());
        let scale = part.split(" scale=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse::<u16>().ok());
        (first, scale, part.contains("fitToPage"))
    };
    // Title and four lines, the gap, the heading, titles and rows; then the gap above the chart.
    assert_eq!(page(15), (Some(24), None, true), "both fit");
    for count in 19..21 {
        let (first, scale, fits) = page(count);
        assert!(!fits && first.is_some_and(|first| first >= 8 + count), "{count}: the page ends before row {first:?}");
        assert!(scale.is_some_and(|scale| (85..100).contains(&scale)), "{count}: {scale:?}");
    }
    // A table that would have to be set too small for it goes to the next page.
    assert_eq!(page(21), (Some(6), None, true));
}

#[test]
fn a_form_is_signed_in_one_row_and_never_on_a_page_of_its_own() {
    let form = |count: usize| {
        let columns = vec![Column::centred("TT", 5.0), Column::text("Việc", 40.0).with_entry(Entry::Open)];
        let rows = (0..count).map(|number| row(vec![Cell::count(number + 1)])).collect();
        let signature =
            Block::Signature { place_and_date: "…, ngày …".to_owned(), title: "HIỆU TRƯỞNG".to_owned(), name: String::new() };
        sheet("A", vec![table("form", false, columns, rows), signature, Block::Imprint("Mẫu".to_owned())])
    };
    let mut goes_over = Vec::new();
    for count in 10..45 {
        let bytes = written(vec![form(count)]);
        let part = member(&bytes, "xl/worksheets/sheet1.xml");
        // Titles, rows, the gaps above the signature, and its row.
        assert!(part.contains(&format!("<row r=\"{}\"", count + 4)) && !part.contains(&format!("<row r=\"{}\"", count + 5)), "{count}");
        let breaks: Vec<usize> = part.split("<brk id=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
        assert!(breaks.is_empty() || breaks == [count - 1], "{count}: {breaks:?}");
        goes_over.push(!breaks.is_empty());
    }
    // Rows grow when they are filled in: whatever goes over a page keeps its last rows with the signature.
    assert!(goes_over.is_sorted() && goes_over.contains(&false) && goes_over.contains(&true), "{goes_over:?}");
}

#[test]
fn a_figure_that_its_part_of_a_bar_cannot_hold_is_left_to_the_table() {
    let rows: Vec<Row> =
        [[900, 3], [400, 500]].iter().map(|[a, b]| row(vec![Cell::text("Mầm non"), Cell::count(*a), Cell::count(*b)])).collect();
    let columns = vec![Column::text("Loại hình", 20.0), Column::number("Xong", 9.0), Column::number("Chưa", 9.0)];
    let chart = BoundChart {
        title: "Việc".to_owned(),
        table: "works".to_owned(),
        category_column: 0,
        series: vec![("Xong".to_owned(), Role::Good, 1), ("Chưa".to_owned(), Role::Unknown, 2)],
        rows: 0..2,
        axis: "Số việc".to_owned(),
    };
    let part =
        member(&written(vec![sheet("A", vec![table("works", false, columns, rows), Block::Charts(vec![chart])])]), "xl/charts/chart1.xml");
    let hidden: Vec<Vec<&str>> = part
        .split("<c:ser>")
        .skip(1)
        .map(|series| series.split("<c:dLbl>").skip(1).map(|label| label.split("</c:dLbl>").next().unwrap_or_default()).collect())
        .collect();
    assert_eq!(hidden, [vec![], vec!["<c:idx val=\"0\"/><c:delete val=\"1\"/>"]], "{part}");
}
