//! The blocks of a sheet in, parts at rows with heights out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::bail;

use super::{Part, Piece, Place, Plan, SheetPlan, What};
use crate::chart::BoundChart;
use crate::table::{Block, Column, Entry, Row, RowKind, Sheet, Table, Tone};
use crate::write::lettering::Face;
use crate::write::xlsx::chart;
use crate::write::xlsx::grid::{Grid, LINE_PIXELS, Need, Span};
use crate::write::xlsx::measure::{self, BODY, fit};
use crate::write::xlsx::names::SheetNames;
use crate::write::xlsx::paper::{Paper, Together};
use crate::write::xlsx::style::{IMPRINT_SIZE, SUBTITLE_SIZE, TITLE_SIZE};
use crate::write::xlsx::wording::legible;

/// Rows kept free below a table that fills its worksheet.
const SPARE_ROWS: u32 = 100;
/// A frozen top higher than this leaves too little of the screen, in points.
const MOST_FROZEN: f64 = 330.0;
/// Room for the button that filters below a title, in points.
const FILTER_BUTTON: f64 = 11.0;
const GAP: f64 = 9.0;
const LINE: f64 = 15.75;

/// What stays the same while the worksheets of one sheet of the book are filled.
struct Setting<'a> {
    sheet: &'a Sheet,
    needs: Vec<(Vec<Need>, bool)>,
}

pub fn plan_sheet<'a>(
    plan: &mut Plan<'a>,
    sheet: &'a Sheet,
    name: String,
    names: &mut SheetNames,
    tables: &BTreeMap<&'a str, &'a Table>,
    most_rows: u32,
) -> anyhow::Result<()> {
    let needs = sheet
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some((measure::columns(table), table.filter)) } else { None })
        .collect();
    let setting = Setting { sheet, needs };
    let (mut now, mut edges) = setting.begin(name, false);
    let mut before: Option<&Block> = None;
    for (index, block) in sheet.blocks.iter().enumerate() {
        if now.heights.len() as u32 + SPARE_ROWS > most_rows {
            plan.sheets.push(std::mem::replace(&mut now, setting.begin(names.give(&sheet.name), true).0));
        }
        now.space_before(block, before);
        match block {
            Block::Note { text, tone } => now.across(What::Note { text, tone: *tone }, text, Face::Regular, BODY),
            Block::Imprint(text) => now.across(What::Imprint(text), text, Face::Regular, IMPRINT_SIZE),
            Block::Heading(text) => now.across(What::Heading(text), text, Face::Bold, BODY + 1),
            Block::Signature { place_and_date, title, name } => now.signature([place_and_date, title, name]),
            Block::Charts(charts) => now.charts(charts, tables)?,
            Block::Table(table) => {
                let spans: Vec<Span> = edges
                    .next()
                    .expect("every table of the sheet has its edges")
                    .windows(2)
                    .map(|pair| now.grid.span(pair[0], pair[1]))
                    .collect();
                let mut rows = 0..table.rows.len();
                for piece in 1_usize.. {
                    let free = most_rows.saturating_sub(now.heights.len() as u32 + SPARE_ROWS / 2).max(1) as usize;
                    let here = rows.start..rows.end.min(rows.start + free);
                    rows.start = here.end;
                    let name = if piece == 1 { table.id.clone() } else { format!("{}_{piece}", table.id) };
                    let first_row = now.table(table, name, spans.clone(), here.clone(), sheet.freeze == Some(index));
                    if piece == 1 {
                        plan.places
                            .insert(&table.id, Place { table, sheet: now.name.clone(), first_row, rows: here.len(), spans: spans.clone() });
                    }
                    if rows.is_empty() {
                        break;
                    }
                    plan.sheets.push(std::mem::replace(&mut now, setting.begin(names.give(&sheet.name), true).0));
                }
            }
        }
        before = Some(block);
    }
    plan.sheets.push(now);
    Ok(())
}

impl<'a> Setting<'a> {
    /// A worksheet with its letterhead and title, and the edges of the tables to come.
    fn begin(&self, name: String, continued: bool) -> (SheetPlan<'a>, std::vec::IntoIter<Vec<u32>>) {
        let sheet = self.sheet;
        let paper = Paper::new(sheet.landscape).width();
        let charts = sheet.blocks.iter().any(|block| matches!(block, Block::Charts(_)));
        let signed = sheet.blocks.iter().any(|block| matches!(block, Block::Signature { .. }));
        let motto = sheet.letterhead.iter().any(|line| line.contains('\t'));
        let least = if charts || motto || self.needs.is_empty() { paper } else { paper * 7 / 10 };
        let halved = signed || !sheet.letterhead.is_empty();
        let (grid, edges) = Grid::of(&self.needs, least, halved);
        let mut now = SheetPlan {
            source: sheet,
            name,
            grid,
            heights: Vec::new(),
            growing: BTreeSet::new(),
            parts: Vec::new(),
            repeat: None,
            freeze: None,
            breaks: Vec::new(),
            printed: None,
        };
        now.letterhead(&sheet.letterhead);
        if !sheet.title.is_empty() {
            let title = legible(&sheet.title).into_owned() + if continued { " (tiếp theo)" } else { "" };
            now.across(What::Title(title.clone()), &title, Face::Bold, TITLE_SIZE);
        }
        for line in &sheet.subtitle {
            now.across(What::Subtitle(line), line, Face::Regular, SUBTITLE_SIZE);
        }
        (now, edges.into_iter())
    }
}

impl<'a> SheetPlan<'a> {
    fn next_row(&self) -> u32 {
        self.heights.len() as u32
    }

    fn part(&mut self, what: What<'a>) {
        let row = self.next_row();
        self.parts.push(Part { row, what });
    }

    fn gap(&mut self) {
        self.heights.push(GAP);
    }

    fn space_before(&mut self, block: &Block, before: Option<&Block>) {
        let joined = matches!((before, block), (Some(Block::Note { .. }), Block::Note { .. }) | (Some(Block::Heading(_)), _));
        if !joined && !self.heights.is_empty() {
            self.gap();
        }
    }

    /// A line of text over the whole width.
    fn across(&mut self, what: What<'a>, text: &str, face: Face, size: u8) {
        self.part(what);
        self.heights.push(fit(&legible(text), face, size, self.grid.end()).height);
    }

    fn letterhead(&mut self, lines: &'a [String]) {
        if lines.is_empty() {
            return;
        }
        let motto =
            lines.iter().filter_map(|line| line.split_once('\t')).map(|(_, after)| measure::one_line(after, BODY)).max().unwrap_or(0);
        let (left, right) = self.grid.halves(motto);
        self.part(What::Letterhead { lines, left, right });
        for line in lines {
            let (before, after) = line.split_once('\t').unwrap_or((line, ""));
            let height = |text, span| fit(&legible(text), Face::Bold, BODY, self.grid.width(span)).height;
            self.heights.push(height(before, left).max(height(after, right)));
        }
        self.gap();
    }

    fn signature(&mut self, lines: [&'a str; 3]) {
        const BETWEEN_TITLE_AND_NAME: usize = 4;
        let span = self.grid.halves(lines.iter().map(|line| measure::one_line(line, BODY)).max().unwrap_or(0)).1;
        let first = self.next_row();
        let name = first + 2 + BETWEEN_TITLE_AND_NAME as u32;
        self.part(What::Signature { lines, rows: [first, first + 1, name], span });
        let width = self.grid.width(span);
        let height = |line: &str| fit(&legible(line), Face::Bold, BODY, width).height;
        self.heights.extend([height(lines[0]), height(lines[1])]);
        self.heights.extend([LINE; BETWEEN_TITLE_AND_NAME]);
        self.heights.push(height(lines[2]));
    }

    /// Gives a table, or a piece of it, its rows; returns its first row below the titles.
    fn table(&mut self, table: &'a Table, name: String, spans: Vec<Span>, rows: Range<usize>, freeze: bool) -> u32 {
        let grouped = table.columns.iter().any(|column| column.group.is_some());
        let first = self.next_row();
        let piece = Piece { table, name, spans, rows: rows.clone(), header_rows: 1 + u32::from(grouped) };
        self.header_heights(&piece, grouped);
        let body = self.next_row();
        if freeze && self.heights.iter().sum::<f64>() <= MOST_FROZEN {
            self.freeze = Some(body);
        }
        for row in &table.rows[rows.clone()] {
            let height = self.row_height(&piece, row);
            if (0..table.columns.len()).any(|column| *table.entry(row, column) == Entry::Open) {
                self.growing.insert(self.heights.len() as u32);
            }
            self.heights.push(height);
        }
        if rows.is_empty() {
            self.heights.push(LINE + 4.5);
        }
        if let Some(most) = self.source.printed_rows.filter(|most| table.filter && *most < rows.len()) {
            self.printed = Some(body + most.max(1) as u32 - 1);
        }
        self.parts.push(Part { row: first, what: What::Table(piece) });
        body
    }

    fn header_heights(&mut self, piece: &Piece, grouped: bool) {
        let titles = piece.table.columns.iter().zip(&piece.spans);
        let height = |column: &Column, span: Span| fit(&legible(&column.title), Face::Bold, BODY, self.grid.width(span)).height;
        let button = if piece.table.filter { FILTER_BUTTON } else { 0.0 };
        if !grouped {
            self.heights.push(titles.map(|(column, span)| height(column, *span)).fold(0.0, f64::max) + button);
            return;
        }
        let mut above: f64 = LINE + 4.5;
        for run in group_runs(&piece.table.columns) {
            if let Some(group) = &piece.table.columns[run.start].group {
                let span = Span { first: piece.spans[run.start].first, last: piece.spans[run.end - 1].last };
                above = above.max(fit(&legible(group), Face::Bold, BODY, self.grid.width(span)).height);
            }
        }
        // A title without a group stands over both rows, unless the table is filtered: then below, like the others.
        let (mut below, mut over_both): (f64, f64) = (0.0, 0.0);
        for (column, span) in titles {
            let needed = height(column, *span);
            if column.group.is_some() || piece.table.filter {
                below = below.max(needed);
            } else {
                over_both = over_both.max(needed);
            }
        }
        self.heights.extend([above, below.max(over_both - above) + button]);
    }

    fn row_height(&self, piece: &Piece, row: &Row) -> f64 {
        if row.kind == RowKind::Group {
            let text = row.cells.first().map(|cell| measure::shown(&cell.value)).unwrap_or_default();
            let whole =
                Span { first: piece.spans.first().map_or(0, |span| span.first), last: piece.spans.last().map_or(0, |span| span.last) };
            return fit(&text, Face::Bold, BODY, self.grid.width(whole)).height;
        }
        let cells = row.cells.iter().zip(&piece.spans);
        cells
            .map(|(cell, span)| fit(&measure::shown(&cell.value), measure::face(cell, row.kind), BODY, self.grid.width(*span)).height)
            .fold(LINE + 4.5, f64::max)
    }

    fn charts(&mut self, charts: &'a [BoundChart], tables: &BTreeMap<&'a str, &'a Table>) -> anyhow::Result<()> {
        let page = Paper::new(self.source.landscape).height(&self.grid) * 96.0 / 72.0;
        let mut slots = Vec::new();
        for chart in charts {
            let Some(table) = tables.get(chart.table.as_str()) else {
                bail!("biểu đồ “{}” vẽ từ bảng {} mà sổ không có bảng này", chart.title, chart.table)
            };
            if chart.rows.start.min(table.rows.len()) >= chart.rows.end || chart.series.is_empty() {
                const NOTHING: &str = "Không có số liệu để vẽ biểu đồ.";
                self.across(What::Note { text: NOTHING, tone: Tone::Muted }, NOTHING, Face::Regular, BODY);
                continue;
            }
            slots.extend(chart::slots(chart, table, self.grid.end(), page as u32));
        }
        for row in chart::side_by_side(slots, self.grid.end()) {
            let height = row.iter().map(|slot| slot.height).max().unwrap_or(0);
            self.part(What::Charts(row));
            let rows = (height + LINE_PIXELS / 2).div_ceil(LINE_PIXELS);
            self.heights.extend((0..rows).map(|_| LINE));
        }
        Ok(())
    }
}

/// Columns next to each other with the same group; a column without one is a run of its own.
pub fn group_runs(columns: &[Column]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if column.group.is_some() && columns[run.start].group == column.group => run.end = index + 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

/// The titles to print on every page: those of the last table, where it goes over a page's end. Excel prints them from there on; those
/// of an earlier table would stand above the later ones as well.
pub fn repeated(sheet: &SheetPlan, page: f64) -> Option<Range<u32>> {
    let mut pieces = sheet.parts.iter().rev();
    let (row, last) = pieces.find_map(|part| if let What::Table(piece) = &part.what { Some((part.row, piece)) } else { None })?;
    is_torn(sheet, row, last, page).then(|| row..row + last.header_rows)
}

/// Whether a table is longer than what a page holds under a heading.
fn is_torn(sheet: &SheetPlan, row: u32, piece: &Piece, page: f64) -> bool {
    const HEADING: f64 = 40.0;
    let last = (row + piece.header_rows) as usize + piece.rows.len();
    let heights = sheet.heights.get(row as usize..last.min(sheet.heights.len())).unwrap_or_default();
    heights.iter().sum::<f64>() + HEADING > page
}

/// What no page end may tear: charts, signatures, a heading and what follows it, titles and the first rows below.
/// A table that fits a page is not torn either.
pub fn together(sheet: &SheetPlan, page: f64) -> Vec<Together> {
    let mut together: Vec<Together> = Vec::new();
    let mut heading: Option<u32> = None;
    for part in &sheet.parts {
        let last = match &part.what {
            What::Charts(slots) => {
                let height = slots.iter().map(|slot| slot.height).max().unwrap_or(0);
                part.row + (height + LINE_PIXELS / 2).div_ceil(LINE_PIXELS).max(1) - 1
            }
            What::Signature { rows, .. } => rows[2],
            What::Table(piece) => {
                let rows = if is_torn(sheet, part.row, piece, page) { 2 } else { piece.rows.len().max(1) };
                part.row + piece.header_rows + rows as u32 - 1
            }
            What::Heading(_) => {
                heading = Some(part.row);
                continue;
            }
            What::Note { .. } | What::Imprint(_) => continue,
            What::Letterhead { .. } | What::Title(_) | What::Subtitle(_) => part.row,
        };
        let first = heading.take().unwrap_or(part.row);
        together.push(Together { first, last });
    }
    together
}
