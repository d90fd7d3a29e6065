//! A planned sheet in, a worksheet out.

use std::ops::Range;

use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatType, Formula, IgnoreError, Table as ExcelTable, TableColumn, TableStyle, Worksheet,
};

use super::apart::Apart;
use super::grid::Span;
use super::link::target;
use super::measure::{self, BODY};
use super::names::column_titles;
use super::paper::MARGINS;
use super::plan::parts::group_runs;
use super::plan::{Part, Piece, Plan, SheetPlan, What};
use super::style::{Look, Place, Styles};
use super::value::{excel_date, result, shown};
use super::wording::{legible, looks_like_formula};
use super::{chart, entry};
use crate::table::{Align, Cell, Entry, Row, RowKind, Rows, Tone, Value};

/// Dashes so small are a thin line.
const RULE_SIZE: u8 = 6;
/// Breaks Excel allows on one sheet; the pages after them break where Excel sees fit.
const MOST_BREAKS: usize = 1_023;
/// Headers and footers hold 255 characters in all.
const MOST_FOOTER: usize = 110;

type Drawn = anyhow::Result<()>;

/// Draws one sheet of the plan, but for the rows that are written apart: of these the pattern.
pub fn sheet<'a>(
    worksheet: &mut Worksheet,
    plan: &'a SheetPlan<'a>,
    book: &'a Plan<'a>,
    styles: &mut Styles,
) -> anyhow::Result<Vec<Apart<'a>>> {
    worksheet.set_name(&plan.name)?;
    let form = plan.source.is_form();
    let mut pen = Pen { worksheet, plan, book, styles, links: 0, form, apart: Vec::new() };
    pen.page()?;
    if form {
        entry::lock(pen.worksheet);
    }
    for part in &plan.parts {
        pen.part(part)?;
    }
    Ok(pen.apart)
}

struct Pen<'a, 'w> {
    worksheet: &'w mut Worksheet,
    plan: &'a SheetPlan<'a>,
    book: &'a Plan<'a>,
    styles: &'w mut Styles,
    links: usize,
    /// Locked but for what is to be filled in.
    form: bool,
    apart: Vec<Apart<'a>>,
}

impl<'a> Pen<'a, '_> {
    /// Paper, margins, widths, heights, what repeats and what stays in view.
    fn page(&mut self) -> Drawn {
        let (plan, sheet) = (self.plan, &mut *self.worksheet);
        let tall = if plan.source.one_page { 1 } else { 0 };
        sheet.set_paper_size(9).set_print_fit_to_pages(1, tall).set_print_center_horizontally(true).set_screen_gridlines(false);
        if let Some(scale) = plan.scale {
            sheet.set_print_scale(scale);
        }
        if plan.source.landscape {
            sheet.set_landscape();
        }
        let [left, right, top, bottom, header, footer] = MARGINS;
        sheet.set_margins(left, right, top, bottom, header, footer);
        sheet.set_footer(footer_of(&plan.source.title));
        for (column, width) in (0_u16..).zip(plan.grid.widths()) {
            sheet.set_column_width_pixels(column, width)?;
        }
        let apart: Vec<Range<u32>> = self.book.written_apart(plan).map(|(row, piece)| row..row + piece.rows.len() as u32).collect();
        for (row, height) in (0_u32..).zip(&plan.heights).filter(|(row, _)| !apart.iter().any(|rows| rows.contains(row))) {
            sheet.set_row_height(row, *height)?;
        }
        if let Some(rows) = plan.repeat.clone().filter(|rows| !rows.is_empty()) {
            sheet.set_repeat_rows(rows.start, rows.end - 1)?;
        }
        if let Some((row, column)) = plan.freeze {
            sheet.set_freeze_panes(row, column)?;
        }
        let printed = plan.printed.unwrap_or(u32::MAX);
        sheet.set_page_breaks(&plan.breaks.iter().copied().filter(|row| *row <= printed).take(MOST_BREAKS).collect::<Vec<_>>())?;
        let last_row = (plan.heights.len() as u32).checked_sub(1);
        if let (Some(row), true) = (plan.printed.or(last_row), plan.printed.is_some() || plan.front < plan.grid.end()) {
            sheet.set_print_area(0, 0, row, plan.printed_columns().last)?;
        }
        if let (Some(row), Some(column)) = (last_row, (plan.grid.columns() as u16).checked_sub(1)) {
            // School codes are text on purpose.
            sheet.ignore_error_range(0, 0, row, column, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }

    fn part(&mut self, part: &'a Part<'a>) -> Drawn {
        let whole = self.plan.printed_columns();
        match &part.what {
            What::Letterhead { lines, left, right } => self.letterhead(part.row, lines, *left, *right),
            What::Title(text) => self.text(part.row, whole, text, Look::of(Place::Title)),
            What::Subtitle(text) => self.text(part.row, whole, text, Look::of(Place::Subtitle)),
            What::Imprint(text) => self.text(part.row, whole, text, Look::of(Place::Imprint)),
            What::Heading(text) => self.text(part.row, whole, text, Look::of(Place::Heading)),
            What::Note { text, tone } => self.text(part.row, whole, text, Look { tone: *tone, ..Look::of(Place::Note) }),
            What::Table(piece) => self.table(part.row, piece),
            What::Charts(slots) => {
                for slot in slots {
                    let place = self.book.places.get(slot.chart.table.as_str()).expect("the plan knows every table a chart is bound to");
                    chart::insert(self.worksheet, part.row, slot, place)?;
                }
                Ok(())
            }
            What::Signature { lines, rows, span } => {
                for ((line, row), place) in
                    lines.iter().zip(rows).zip([Place::SignatureDate, Place::SignatureStrong, Place::SignatureStrong])
                {
                    self.text(*row, *span, line, Look::of(place))?;
                }
                Ok(())
            }
            What::SignatureRow { lines, imprint, left, right } => {
                self.text(part.row, *left, imprint, Look::of(Place::ImprintBeside))?;
                self.signature_row(part.row, *right, *lines)
            }
        }
    }

    /// Date, title and name in one cell, which is left to be completed.
    fn signature_row(&mut self, row: u32, span: Span, [date, title, name]: [&str; 3]) -> Drawn {
        let [slanted, strong] = [Place::SignatureDate, Place::SignatureStrong].map(|place| self.styles.get(Look::of(place)).clone());
        let format = self.styles.get(Look { open: self.form, ..Look::of(Place::SignatureBlock) }).clone();
        let title = format!("\n{title}\n\n\n\n\n{name}");
        if span.first < span.last {
            self.worksheet.merge_range(row, span.first, row, span.last, "", &format)?;
        }
        self.worksheet.write_rich_string_with_format(row, span.first, &[(&slanted, date), (&strong, &title)], &format)?;
        Ok(())
    }

    fn letterhead(&mut self, first: u32, lines: &[String], left: Span, right: Span) -> Drawn {
        let last = lines.iter().rposition(|line| !line.split('\t').next().unwrap_or_default().is_empty());
        for (index, (row, line)) in (first..).zip(lines).enumerate() {
            let (before, after) = line.split_once('\t').unwrap_or((line, ""));
            let place = if Some(index) == last { Place::OrganisationStrong } else { Place::Organisation };
            self.text(row, left, before, Look::of(place))?;
            if left != right {
                self.text(row, right, after, Look::of(Place::OrganisationStrong))?;
            }
        }
        self.rules(first + lines.len() as u32, lines, left, right)
    }

    /// The lines below the letterhead, as official documents have them: under the unit as long as half its last line, under the motto as long
    /// as the motto.
    fn rules(&mut self, row: u32, lines: &[String], left: Span, right: Span) -> Drawn {
        const DASH: &str = "—";
        let look = Look { size: RULE_SIZE, ..Look::of(Place::Rule) };
        let rule = |text: &str, part: f64| {
            let dashes = f64::from(measure::one_line(text, BODY)) * part / f64::from(measure::one_line(DASH, RULE_SIZE).max(1));
            DASH.repeat(dashes.round().max(1.0) as usize)
        };
        let last = |side: fn(&(&str, &str)) -> bool| lines.iter().map(|line| line.split_once('\t').unwrap_or((line, ""))).rfind(side);
        if let Some((unit, _)) = last(|(before, _)| !before.is_empty()) {
            self.text(row, left, &rule(unit, 0.5), look)?;
        }
        if let Some((_, motto)) = last(|(_, after)| !after.is_empty()).filter(|_| left != right) {
            self.text(row, right, &rule(motto, 1.0), look)?;
        }
        Ok(())
    }

    /// A text over some columns; never a formula.
    fn text(&mut self, row: u32, span: Span, text: &str, look: Look) -> Drawn {
        let look = Look { quoted: looks_like_formula(text), open: self.form && entry::is_left_to_fill(look.place, text), ..look };
        let format = self.styles.get(look);
        if span.first < span.last {
            self.worksheet.merge_range(row, span.first, row, span.last, "", format)?;
        }
        if text.is_empty() {
            self.worksheet.write_blank(row, span.first, format)?;
        } else {
            self.worksheet.write_string_with_format(row, span.first, legible(text), format)?;
        }
        Ok(())
    }

    fn table(&mut self, first: u32, piece: &'a Piece<'a>) -> Drawn {
        if piece.spans.is_empty() {
            return Ok(());
        }
        self.titles(first, piece)?;
        let body = first + piece.header_rows;
        if self.book.is_written_apart(self.plan, piece) {
            let mut apart = Apart::new(self.plan, self.book, piece, body, self.links);
            self.links = apart.pattern(self.worksheet, self.styles)?;
            self.apart.push(apart);
        } else {
            let mut cursor = piece.cursor();
            for row in body.. {
                if !cursor.advance() {
                    break;
                }
                let content = cursor.row();
                self.row(row, piece, content)?;
            }
        }
        if piece.rows.is_empty() {
            self.nothing(body, piece)?;
        }
        entry::notes(self.worksheet, first, piece)?;
        entry::choices(self.worksheet, body, piece)?;
        if piece.table.columns.iter().any(|column| column.bars) {
            self.bars(body, piece, &piece.listed())?;
        }
        Ok(())
    }

    fn titles(&mut self, first: u32, piece: &Piece) -> Drawn {
        let table = piece.table;
        let lowest = first + piece.header_rows - 1;
        if piece.header_rows > 1 {
            for run in group_runs(&table.columns) {
                let span = Span { first: piece.spans[run.start].first, last: piece.spans[run.end - 1].last };
                match &table.columns[run.start].group {
                    Some(group) => self.text(first, span, group, Look::of(Place::ColumnTitle))?,
                    None if table.filter => self.text(first, span, "", Look::of(Place::ColumnTitle))?,
                    None => {}
                }
            }
        }
        if table.filter {
            return self.excel_table(lowest, piece);
        }
        for (column, span) in table.columns.iter().zip(&piece.spans) {
            let look = Look::of(Place::ColumnTitle);
            if piece.header_rows > 1 && column.group.is_none() {
                let format = self.styles.get(look);
                self.worksheet.merge_range(first, span.first, lowest, span.last, &legible(&column.title), format)?;
            } else {
                self.text(lowest, *span, &column.title, look)?;
            }
        }
        Ok(())
    }

    /// A real Excel table: named, with buttons that filter. Totals below it are not part of what is filtered and sorted.
    fn excel_table(&mut self, titles: u32, piece: &Piece) -> Drawn {
        let totals = match piece.all {
            Rows::Listed(rows) => rows[piece.rows.clone()].iter().rev().take_while(|row| row.kind == RowKind::Total).count(),
            Rows::Packed(_) => 0,
        };
        // The library keeps every cell of a table it knows, so one whose rows it does not write is shown to it with a single row.
        let rows = if self.book.is_written_apart(self.plan, piece) { 1 } else { piece.rows.len() - totals };
        let last = titles + rows.max(1) as u32;
        let format = self.styles.get(Look::of(Place::ColumnTitle));
        let columns: Vec<TableColumn> =
            column_titles(piece.table).into_iter().map(|title| TableColumn::new().set_header(title).set_header_format(format)).collect();
        let table = ExcelTable::new().set_name(&piece.name).set_columns(&columns).set_style(TableStyle::None).set_banded_rows(false);
        let (left, right) = (piece.spans.first().map_or(0, |span| span.first), piece.spans.last().map_or(0, |span| span.last));
        self.worksheet.add_table(titles, left, last, right, &table)?;
        Ok(())
    }

    fn row(&mut self, row: u32, piece: &Piece, content: &Row) -> Drawn {
        if content.kind == RowKind::Group {
            return self.group(row, piece, content);
        }
        let empty = Cell::empty();
        for (index, (column, span)) in piece.table.columns.iter().zip(&piece.spans).enumerate() {
            let cell = content.cells.get(index).unwrap_or(&empty);
            let open = *piece.table.entry(content, index) != Entry::Closed;
            self.cell(row, *span, cell, column.align, content.kind, open)?;
        }
        Ok(())
    }

    fn group(&mut self, row: u32, piece: &Piece, content: &Row) -> Drawn {
        let text = content.cells.first().map(|cell| measure::shown(&cell.value)).unwrap_or_default();
        let look = Look::of(Place::Group);
        if !piece.table.filter {
            let whole =
                Span { first: piece.spans.first().map_or(0, |span| span.first), last: piece.spans.last().map_or(0, |span| span.last) };
            return self.text(row, whole, &text, look);
        }
        for (index, span) in piece.spans.iter().enumerate() {
            self.text(row, *span, if index == 0 { &text } else { "" }, look)?;
        }
        Ok(())
    }

    /// Says that a table has no rows; a real Excel table keeps its one row blank, for formulas count it.
    fn nothing(&mut self, row: u32, piece: &Piece) -> Drawn {
        let look = Look { tone: Tone::Muted, ..Look::of(Place::Plain) };
        if piece.table.filter {
            for span in &piece.spans {
                self.text(row, *span, "", look)?;
            }
            return Ok(());
        }
        let whole = Span { first: piece.spans.first().map_or(0, |span| span.first), last: piece.spans.last().map_or(0, |span| span.last) };
        self.text(row, whole, "Không có", Look { align: Align::Centre, ..look })
    }

    fn cell(&mut self, row: u32, span: Span, cell: &Cell, align: Align, kind: RowKind, open: bool) -> Drawn {
        let place = if kind == RowKind::Total { Place::Total } else { Place::Plain };
        let url = target(self.book, cell, self.links).map(|target| target.url());
        let mut look = Look { tone: cell.tone, align, linked: url.is_some(), shown: shown(&cell.value), open, ..Look::of(place) };
        let mut text = None;
        if let Value::Text(raw) = &cell.value {
            let clean = legible(raw);
            look.quoted = looks_like_formula(raw);
            if self.plan.shrunk.contains(&row) {
                look.size = measure::fit(&clean, measure::face(cell, kind), BODY, measure::room(self.plan.grid.width(span), align)).size;
            }
            text = Some(clean);
        }
        let format = self.styles.get(look);
        let (sheet, column) = (&mut *self.worksheet, span.first);
        if span.first < span.last {
            sheet.merge_range(row, span.first, row, span.last, "", format)?;
        }
        let mut written = false;
        if let Some(url) = url {
            // A link Excel could not hold is left out; the text stands all the same.
            written = sheet.write_url_with_options(row, column, url, measure::shown(&cell.value), "", Some(format)).is_ok();
            self.links += usize::from(written);
        }
        if let Some(formula) = &cell.formula {
            sheet.write_formula_with_format(row, column, Formula::new(&**formula).set_result(result(&cell.value)), format)?;
            return Ok(());
        }
        match (&cell.value, text) {
            (Value::Text(_), Some(_)) if written => sheet,
            (Value::Text(_), Some(text)) => sheet.write_string_with_format(row, column, text, format)?,
            (Value::Count(number) | Value::Money(number), _) => sheet.write_number_with_format(row, column, *number as f64, format)?,
            (Value::Share { part, whole }, _) if *whole != 0 => {
                sheet.write_number_with_format(row, column, *part as f64 / *whole as f64, format)?
            }
            (Value::Date(date), _) => match excel_date(*date) {
                Some(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
                None => sheet.write_string_with_format(row, column, date.strftime("%d/%m/%Y").to_string(), format)?,
            },
            _ => sheet.write_blank(row, column, format)?,
        };
        Ok(())
    }

    fn bars(&mut self, body: u32, piece: &Piece, rows: &[Row]) -> Drawn {
        let totals = rows.iter().rev().take_while(|row| row.kind == RowKind::Total).count();
        let count = (rows.len() - totals) as u32;
        for (index, (column, span)) in piece.table.columns.iter().zip(&piece.spans).enumerate() {
            if !column.bars || count == 0 {
                continue;
            }
            let shares = rows.iter().filter_map(|row| row.cells.get(index)).any(|cell| matches!(cell.value, Value::Share { .. }));
            let mut bar = ConditionalFormatDataBar::new()
                .set_fill_color(0x9CC9CE_u32)
                .set_solid_fill(true)
                .set_border_off(true)
                .set_minimum(ConditionalFormatType::Number, 0);
            if shares {
                bar = bar.set_maximum(ConditionalFormatType::Number, 1);
            }
            self.worksheet.add_conditional_format(body, span.first, body + count - 1, span.last, &bar)?;
        }
        Ok(())
    }
}

fn footer_of(title: &str) -> String {
    let line = legible(title).split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(MOST_FOOTER).collect();
    let mark = if short.len() < line.len() { "…" } else { "" };
    let font = "&\"Times New Roman,Regular\"&10";
    format!("&L{font} {}{mark}&R{font} Trang &P/&N", short.replace('&', "&&"))
}
