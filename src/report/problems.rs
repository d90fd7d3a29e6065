//! Every finding: sheet *Vấn đề* and `van-de.csv`.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::live::{column, table};
use super::{page, wording};
use crate::finding::{Finding, Rule, Severity};
use crate::table::{Block, Cell, Column, Link, Listing, Row, Sheet, Table, Tone};

pub const NAME: &str = "Vấn đề";

/// Titles of `van-de.csv`.
const TITLES: [&str; 11] =
    ["Mã", "Mức độ", "Mã trường", "Tên trường", "Tệp", "Trang tính", "Ô", "Cột", "Nội dung trong tệp", "Vấn đề", "Cách xử lý"];

pub fn sheet(basis: &Basis) -> Sheet {
    let mut findings = sorted(basis);
    // Stable: by severity, then by file, sheet and cell.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.rule.severity));
    let count = |severity: Severity| findings.iter().filter(|finding| finding.rule.severity == severity).count();
    let counted = format!(
        "{} vấn đề trong {} tệp: {} lỗi, {} cần xem lại, {} ghi chú",
        wording::count(findings.len()),
        wording::count(basis.source.reading.submissions.len()),
        wording::count(count(Severity::Error)),
        wording::count(count(Severity::Warning)),
        wording::count(count(Severity::Info))
    );
    let mut sheet = basis.sheet(NAME,
        "Vấn đề trong các tệp đã nhận",
        &[
            &counted,
            "Lỗi: có nội dung không đọc hoặc không tính được; Cần xem lại: đã đọc nhưng nên kiểm tra; Ghi chú: để biết, đứng cuối và không in",
        ],
    );
    if findings.is_empty() {
        sheet.blocks.push(page::note("Không có vấn đề nào."));
        return sheet;
    }
    sheet.blocks.push(page::heading("1. Theo loại vấn đề"));
    sheet.blocks.push(Block::Table(by_rule(&findings)));
    sheet.blocks.push(page::heading("2. Từng vấn đề"));
    sheet.freeze = Some(sheet.blocks.len());
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let most = basis.source.options.printed_rows;
    sheet.printed_rows = Some([errors + warnings, errors].into_iter().find(|rows| *rows <= most).unwrap_or(0));
    if errors + warnings > most {
        let what = if errors > most { "Lỗi và Cần xem lại" } else { "Cần xem lại" };
        sheet.subtitle.push(format!(
            "{what} có nhiều hơn {} dòng nên cũng không in từng vấn đề: xem trên máy hoặc trong van-de.csv",
            wording::count(most)
        ));
    }
    sheet.blocks.push(Block::Listing(list(basis, &findings)));
    sheet
}

pub fn csv(basis: &Basis) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let rows = sorted(basis).into_iter().map(|finding| {
        let school_id = finding.school_id.as_deref().unwrap_or("");
        vec![
            finding.rule.id.to_owned(),
            finding.rule.severity.title().to_owned(),
            school_id.to_owned(),
            basis.entry(school_id).map(|entry| entry.figures.name.clone()).unwrap_or_default(),
            finding.file.as_deref().unwrap_or("").to_owned(),
            finding.sheet.as_deref().unwrap_or("").to_owned(),
            finding.cell.map(|cell| cell.to_string()).unwrap_or_default(),
            finding.field.clone().unwrap_or_default(),
            finding.raw.clone().unwrap_or_default(),
            finding.message(),
            finding.remedy(),
        ]
    });
    (TITLES.to_vec(), rows.collect())
}

/// Findings by rule, the heaviest and most frequent first.
pub fn rules(findings: &[&Finding]) -> Vec<(&'static Rule, usize, usize)> {
    let mut counts: BTreeMap<&'static str, (&'static Rule, usize, std::collections::BTreeSet<&str>)> = BTreeMap::new();
    for finding in findings {
        let (_, count, schools) = counts.entry(finding.rule.id).or_insert((finding.rule, 0, Default::default()));
        *count += 1;
        schools.extend(finding.school_id.as_deref());
    }
    let mut rules: Vec<_> = counts.into_values().map(|(rule, count, schools)| (rule, count, schools.len())).collect();
    rules.sort_by_key(|(rule, count, _)| (std::cmp::Reverse(rule.severity), std::cmp::Reverse(*count), rule.id));
    rules
}

/// By file, sheet, cell and rule.
pub fn sorted<'a>(basis: &Basis<'a>) -> Vec<&'a Finding> {
    let mut findings: Vec<&Finding> = basis.source.reading.findings.iter().collect();
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    findings
}

fn by_rule(findings: &[&Finding]) -> Table {
    let columns = vec![
        Column::centred("TT", 6.0),
        Column::centred("Mã", 8.0),
        Column::text(column::SEVERITY, 14.0),
        Column::text("Loại vấn đề", 34.0),
        Column::number("Số vấn đề", 24.0),
        Column::number("Số trường", 16.0),
    ];
    let rows: Vec<Row> = rules(findings)
        .into_iter()
        .enumerate()
        .map(|(index, (rule, count, schools))| {
            let severity = Cell::text(rule.severity.title()).tone(wording::severity_tone(rule.severity));
            page::row(vec![
                Cell::count(index + 1),
                Cell::text(rule.id),
                severity,
                Cell::text(rule.title),
                Cell::count(count),
                Cell::count(schools),
            ])
        })
        .collect();
    let mut rows = rows;
    rows.push(page::total(vec![
        Cell::empty(),
        Cell::empty(),
        Cell::empty(),
        Cell::text("Cộng"),
        Cell::count(findings.len()),
        Cell::empty(),
    ]));
    Table { id: "findings_by_rule".to_owned(), columns, rows, filter: false }
}

fn list(basis: &Basis, findings: &[&Finding]) -> Listing {
    let columns = vec![
        Column::centred("STT", 5.0),
        Column::centred("Mã", 6.0),
        Column::text(column::SEVERITY, 11.0),
        Column::text("Trường", 23.0),
        Column::text("Tệp", 22.0),
        Column::text("Trang tính", 10.0),
        Column::centred("Ô", 7.0),
        Column::text("Cột", 11.0),
        Column::text("Nội dung trong tệp", 20.0),
        Column::text("Vấn đề", 44.0),
        Column::text("Cách xử lý", 29.0),
    ];
    let rows = findings
        .iter()
        .enumerate()
        .map(|(index, finding)| {
            let school_id = finding.school_id.as_deref().unwrap_or("");
            let mut cell = Cell::text(finding.cell.map(|cell| cell.to_string()).unwrap_or_default());
            if let Some(link) = link(basis, finding) {
                cell = cell.link(link);
            }
            vec![
                Cell::count(index + 1),
                Cell::text(finding.rule.id),
                Cell::text(finding.rule.severity.title()).tone(wording::severity_tone(finding.rule.severity)),
                Cell::text(basis.name(school_id)),
                Cell::text(finding.file.as_deref().unwrap_or("")),
                Cell::text(finding.sheet.as_deref().unwrap_or("")),
                cell,
                Cell::text(finding.field.as_deref().unwrap_or("")),
                Cell::text(finding.raw.as_deref().unwrap_or("")).tone(Tone::Muted),
                Cell::text(finding.message()),
                Cell::text(finding.remedy()),
            ]
        })
        .collect();
    Listing { table: Table { id: table::FINDINGS.to_owned(), columns, rows: Vec::new(), filter: true }, rows }
}

fn link(basis: &Basis, finding: &Finding) -> Option<Link> {
    let (file, sheet, cell) = (finding.file.as_deref()?, finding.sheet.as_deref()?, finding.cell?);
    basis.external(file, sheet, &cell.to_string())
}
