//! The blocks of a sheet in, parts at rows with heights out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::bail;

use super::{Part, Piece, Place, Plan, SheetPlan, What, torn};
use crate::chart::BoundChart;
use crate::table::{Block, Cell, Column, Entry, Listing, Row, RowKind, Rows, Sheet, Table, Tone, Value};
use crate::write::lettering::Face;
use crate::write::xlsx::grid::{Asked, Grid, LINE_PIXELS, Span};
use crate::write::xlsx::measure::{self, BODY, Fit, fit};
use crate::write::xlsx::names::SheetNames;
use crate::write::xlsx::paper::Paper;
use crate::write::xlsx::slot;
use crate::write::xlsx::style::{IMPRINT_SIZE, SUBTITLE_SIZE, TITLE_SIZE};
use crate::write::xlsx::wording::legible;

/// Rows kept free below a table that fills its worksheet.
const SPARE_ROWS: u32 = 100;
/// A frozen top higher than this leaves too little of the screen, in points.
const MOST_FROZEN: f64 = 330.0;
/// Room for the button that filters below a title, in points.
const FILTER_BUTTON: f64 = 11.0;
/// Room to sign in.
const BETWEEN_TITLE_AND_NAME: usize = 4;
/// Date, title, room, name.
const SIGNATURE_LINES: usize = 3 + BETWEEN_TITLE_AND_NAME;
const GAP: f64 = 9.0;
const LINE: f64 = 15.75;

/// What stays the same while the worksheets of one sheet of the book are filled.
struct Setting<'a> {
    sheet: &'a Sheet,
    asked: Vec<Asked>,
}

pub fn plan_sheet<'a>(
    plan: &mut Plan<'a>,
    sheet: &'a Sheet,
    name: String,
    names: &mut SheetNames,
    tables: &BTreeMap<&'a str, &'a Table>,
    most_rows: u32,
) -> anyhow::Result<()> {
    let setting = Setting { sheet, asked: asked(sheet) };
    let (mut now, mut edges) = setting.begin(name, false);
    let mut before: Option<&Block> = None;
    let form = sheet.is_form();
    for (index, block) in sheet.blocks.iter().enumerate() {
        if form && matches!((before, block), (Some(Block::Signature { .. }), Block::Imprint(_))) {
            // It stands beside the signature.
            continue;
        }
        if now.heights.len() as u32 + SPARE_ROWS > most_rows {
            plan.sheets.push(std::mem::replace(&mut now, setting.begin(names.give(&sheet.name), true).0));
        }
        now.space_before(block, before);
        match block {
            Block::Note { text, tone } => now.across(What::Note { text, tone: *tone }, text, Face::SheetRegular, BODY),
            Block::Imprint(text) => now.across(What::Imprint(text), text, Face::SheetRegular, IMPRINT_SIZE),
            Block::Heading(text) => now.across(What::Heading(text), text, Face::SheetBold, BODY + 1),
            Block::Signature { place_and_date, title, name } if form => {
                let imprint = if let Some(Block::Imprint(text)) = sheet.blocks.get(index + 1) { text } else { "" };
                now.signature_row([place_and_date, title, name], imprint);
            }
            Block::Signature { place_and_date, title, name } => now.signature([place_and_date, title, name]),
            Block::Charts(charts) => now.charts(charts, tables)?,
            Block::Table(table) | Block::Beside(table, _) | Block::Listing(Listing { table, .. }) => {
                let all = block.rows().expect("a table has its rows");
                let edges = edges.next().expect("every table of the sheet has its edges");
                let spans: Vec<Span> = edges.windows(2).map(|pair| now.grid.span(pair[0], pair[1])).collect();
                let first = now.next_row();
                let paged = torn::is_torn_by_itself(&now, table, &spans, &sheet.blocks[index + 1..]);
                let mut rows = 0..all.len();
                for piece in 1_usize.. {
                    let free = most_rows.saturating_sub(now.heights.len() as u32 + SPARE_ROWS / 2).max(1) as usize;
                    let free = if paged { free.min(torn::rows_on_page(&now, table, &spans, rows.start)) } else { free };
                    let here = rows.start..rows.end.min(rows.start + free);
                    rows.start = here.end;
                    let name = if piece == 1 { table.id.clone() } else { format!("{}_{piece}", table.id) };
                    let frozen = sheet.freeze == Some(index) && piece == 1;
                    let first_row = now.table(table, all, name, spans.clone(), here.clone(), frozen);
                    if piece == 1 {
                        plan.places
                            .insert(&table.id, Place { table, sheet: now.name.clone(), first_row, rows: here.len(), spans: spans.clone() });
                    }
                    if rows.is_empty() {
                        break;
                    }
                    if now.heights.len() as u32 + SPARE_ROWS > most_rows {
                        plan.sheets.push(std::mem::replace(&mut now, setting.begin(names.give(&sheet.name), true).0));
                    }
                }
                if let Block::Beside(_, chart) = block {
                    now.beside(chart, table, first, edges.last().copied().unwrap_or(0));
                }
            }
        }
        before = Some(block);
    }
    plan.sheets.push(now);
    Ok(())
}

/// What the tables of a sheet need; those with a chart beside them end at one edge.
fn asked(sheet: &Sheet) -> Vec<Asked> {
    let tables = || sheet.blocks.iter().filter(|block| block.table().is_some());
    let needs = tables().filter_map(|block| block.table().zip(block.rows()));
    let mut asked: Vec<Asked> =
        needs.map(|(table, rows)| Asked { needs: measure::columns(table, rows), filter: table.filter, end: None }).collect();
    let mut beside: Vec<&mut Asked> =
        asked.iter_mut().zip(tables()).filter(|(_, block)| matches!(block, Block::Beside(..))).map(|(asked, _)| asked).collect();
    let widest = beside.iter().map(|table| table.width()).max().unwrap_or(0);
    beside.iter_mut().for_each(|table| table.stretch(widest));
    asked
}

impl<'a> Setting<'a> {
    /// A worksheet with its letterhead and title, and the edges of the tables to come.
    fn begin(&self, name: String, continued: bool) -> (SheetPlan<'a>, std::vec::IntoIter<Vec<u32>>) {
        let sheet = self.sheet;
        let paper = Paper::new(sheet.landscape).width();
        let charts = sheet.blocks.iter().any(|block| matches!(block, Block::Charts(_)));
        let signed = sheet.blocks.iter().any(|block| matches!(block, Block::Signature { .. }));
        let motto = sheet.letterhead.iter().any(|line| line.contains('\t'));
        let least = if charts || motto || self.asked.is_empty() { paper } else { paper * 7 / 10 };
        let halved = signed || !sheet.letterhead.is_empty();
        let (grid, edges) = Grid::of(&self.asked, least.max(self.with_charts_beside()), halved);
        let front = self.printed_edge(&edges).unwrap_or(grid.end());
        let mut now = SheetPlan {
            source: sheet,
            name,
            grid,
            front,
            heights: Vec::new(),
            growing: BTreeSet::new(),
            shrunk: BTreeSet::new(),
            parts: Vec::new(),
            repeat: None,
            freeze: None,
            breaks: Vec::new(),
            scale: None,
            printed: None,
        };
        now.letterhead(&sheet.letterhead);
        if !sheet.title.is_empty() {
            let title = legible(&sheet.title).into_owned() + if continued { " (tiếp theo)" } else { "" };
            now.across(What::Title(title.clone()), &title, Face::SheetBold, TITLE_SIZE);
        }
        for line in &sheet.subtitle {
            now.across(What::Subtitle(line), line, Face::SheetRegular, SUBTITLE_SIZE);
        }
        (now, edges.into_iter())
    }

    /// How wide the sheet must be for the charts that stand beside tables.
    fn with_charts_beside(&self) -> u32 {
        self.asked.iter().filter_map(|table| table.end).max().map_or(0, |end| end + slot::LEAST_BESIDE)
    }

    /// The right edge of the columns that are printed, where not all are.
    fn printed_edge(&self, edges: &[Vec<u32>]) -> Option<u32> {
        let columns = self.sheet.printed_columns?;
        let filtered = self.asked.iter().zip(edges).find(|(table, _)| table.filter);
        filtered.and_then(|(_, edges)| edges.get(columns)).copied()
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
        if matches!(block, Block::Signature { .. }) {
            self.gap();
        }
    }

    /// A line of text over the whole width.
    fn across(&mut self, what: What<'a>, text: &str, face: Face, size: u8) {
        self.part(what);
        self.heights.push(fit(&legible(text), face, size, self.front).height);
    }

    fn letterhead(&mut self, lines: &'a [String]) {
        if lines.is_empty() {
            return;
        }
        let motto =
            lines.iter().filter_map(|line| line.split_once('\t')).map(|(_, after)| measure::one_line(after, BODY)).max().unwrap_or(0);
        let (left, right) = self.grid.halves(self.front, motto);
        self.part(What::Letterhead { lines, left, right });
        for line in lines {
            let (before, after) = line.split_once('\t').unwrap_or((line, ""));
            let height = |text, span| fit(&legible(text), Face::SheetBold, BODY, self.grid.width(span)).height;
            self.heights.push(height(before, left).max(height(after, right)));
        }
        // Where the line under the unit and the motto stands.
        self.gap();
        self.gap();
    }

    fn signature(&mut self, lines: [&'a str; 3]) {
        let widest = lines.iter().map(|line| measure::one_line(line, BODY)).max().unwrap_or(0);
        let span = self.grid.halves(self.front, widest).1;
        let first = self.next_row();
        let name = first + 2 + BETWEEN_TITLE_AND_NAME as u32;
        self.part(What::Signature { lines, rows: [first, first + 1, name], span });
        let width = self.grid.width(span);
        let height = |line: &str| fit(&legible(line), Face::SheetBold, BODY, width).height;
        self.heights.extend([height(lines[0]), height(lines[1])]);
        self.heights.extend([LINE; BETWEEN_TITLE_AND_NAME]);
        self.heights.push(height(lines[2]));
    }

    /// The same where the rows above grow when they are filled in.
    fn signature_row(&mut self, lines: [&'a str; 3], imprint: &'a str) {
        let widest = lines.iter().map(|line| measure::one_line(line, BODY)).max().unwrap_or(0);
        let (left, right) = self.grid.halves(self.front, widest);
        self.part(What::SignatureRow { lines, imprint, left, right });
        self.heights.push(LINE * SIGNATURE_LINES as f64 + 4.5);
    }

    /// Gives a table, or a piece of it, its rows; returns its first row below the titles.
    fn table(&mut self, table: &'a Table, all: Rows<'a>, name: String, spans: Vec<Span>, rows: Range<usize>, freeze: bool) -> u32 {
        let first = self.next_row();
        let titles = self.title_heights(table, &spans);
        let piece = Piece { table, all, name, spans, rows: rows.clone(), header_rows: titles.len() as u32 };
        self.heights.extend(titles);
        let body = self.next_row();
        if freeze && self.heights.iter().sum::<f64>() <= MOST_FROZEN {
            let scrolls = spans_after(&piece.spans, self.source.frozen_columns);
            self.freeze = Some((body, scrolls));
        }
        let mut cursor = piece.cursor();
        while cursor.advance() {
            let row = cursor.row();
            let set = self.row_fit(table, &piece.spans, row);
            if (0..table.columns.len()).any(|column| *table.entry(row, column) == Entry::Open) {
                self.growing.insert(self.heights.len() as u32);
            }
            if set.size < BODY {
                self.shrunk.insert(self.heights.len() as u32);
            }
            self.heights.push(set.height);
        }
        if rows.is_empty() {
            self.heights.push(LINE + 4.5);
        }
        let last = self.source.blocks.iter().rev().find_map(Block::table);
        if let Some(most) = self.source.printed_rows.filter(|most| *most < rows.len() && last.is_some_and(|last| last.id == table.id)) {
            self.printed = Some(if most == 0 { self.heading_of(first) } else { body + most as u32 } - 1);
        }
        self.parts.push(Part { row: first, what: What::Table(piece) });
        body
    }

    /// The first row of what stands above a table and belongs to it, or its own.
    fn heading_of(&self, table: u32) -> u32 {
        match self.parts.last() {
            Some(Part { row, what: What::Heading(_) }) => *row,
            _ => table,
        }
        .max(1)
    }

    /// The heights of the row of titles or, where columns stand in groups, of both rows.
    pub fn title_heights(&self, table: &Table, spans: &[Span]) -> Vec<f64> {
        let titles = table.columns.iter().zip(spans);
        let height = |column: &Column, span: Span| fit(&legible(&column.title), Face::SheetBold, BODY, self.grid.width(span)).height;
        let button = if table.filter { FILTER_BUTTON } else { 0.0 };
        if table.columns.iter().all(|column| column.group.is_none()) {
            return vec![titles.map(|(column, span)| height(column, *span)).fold(0.0, f64::max) + button];
        }
        let mut above: f64 = LINE + 4.5;
        for run in group_runs(&table.columns) {
            if let Some(group) = &table.columns[run.start].group {
                let span = Span { first: spans[run.start].first, last: spans[run.end - 1].last };
                above = above.max(fit(&legible(group), Face::SheetBold, BODY, self.grid.width(span)).height);
            }
        }
        // A title without a group stands over both rows, unless the table is filtered: then below, like the others.
        let (mut below, mut over_both): (f64, f64) = (0.0, 0.0);
        for (column, span) in titles {
            let needed = height(column, *span);
            if column.group.is_some() || table.filter {
                below = below.max(needed);
            } else {
                over_both = over_both.max(needed);
            }
        }
        vec![above, below.max(over_both - above) + button]
    }

    pub fn row_height(&self, table: &Table, spans: &[Span], row: &Row) -> f64 {
        self.row_fit(table, spans, row).height
    }

    /// The height of a row, and the size of its smallest text.
    fn row_fit(&self, table: &Table, spans: &[Span], row: &Row) -> Fit {
        if row.kind == RowKind::Group {
            let text = row.cells.first().map(|cell| measure::shown(&cell.value)).unwrap_or_default();
            let whole = Span { first: spans.first().map_or(0, |span| span.first), last: spans.last().map_or(0, |span| span.last) };
            return Fit { size: BODY, ..fit(&text, Face::SheetBold, BODY, self.grid.width(whole)) };
        }
        let cells = row.cells.iter().zip(&table.columns).zip(spans);
        let set = |cell: &Cell, column: &Column, span: Span| {
            let width = measure::room(self.grid.width(span), column.align);
            fit(&measure::shown(&cell.value), measure::face(cell, row.kind), BODY, width)
        };
        let least = Fit { size: BODY, height: LINE + 4.5 };
        // A column is as wide as its longest number.
        cells.filter(|((cell, _), _)| matches!(cell.value, Value::Text(_))).fold(least, |row, ((cell, column), span)| {
            let cell = set(cell, column, *span);
            Fit { size: row.size.min(cell.size), height: row.height.max(cell.height) }
        })
    }

    fn charts(&mut self, charts: &'a [BoundChart], tables: &BTreeMap<&'a str, &'a Table>) -> anyhow::Result<()> {
        let page = self.page() * 96.0 / 72.0;
        let mut slots = Vec::new();
        for chart in charts {
            let Some(table) = tables.get(chart.table.as_str()) else {
                bail!("biểu đồ “{}” vẽ từ bảng {} mà sổ không có bảng này", chart.title, chart.table)
            };
            if chart.rows.start.min(table.rows.len()) >= chart.rows.end || chart.series.is_empty() {
                const NOTHING: &str = "Không có số liệu để vẽ biểu đồ.";
                self.across(What::Note { text: NOTHING, tone: Tone::Muted }, NOTHING, Face::SheetRegular, BODY);
                continue;
            }
            slots.extend(slot::slots(chart, table, self.chart_edge(), page as u32, self.letters()));
        }
        for row in slot::side_by_side(slots, self.chart_edge()) {
            let height = row.iter().map(|slot| slot.height).max().unwrap_or(0);
            self.part(What::Charts(row));
            let rows = (height + LINE_PIXELS / 2).div_ceil(LINE_PIXELS);
            self.heights.extend((0..rows).map(|_| LINE));
        }
        Ok(())
    }

    /// The chart of a table that begins at `first` and ends at the edge `left`: as high as the table, or the table gets room below.
    fn beside(&mut self, chart: &'a BoundChart, table: &Table, first: u32, left: u32) {
        let Some(mut slot) = slot::beside(chart, table, left, self.chart_edge(), self.letters()) else { return };
        let points: f64 = self.heights[first as usize..].iter().sum();
        let pixels = (points * 96.0 / 72.0) as u32;
        // Room below, so that the chart ends above what follows.
        let missing = slot.height.saturating_sub(pixels).div_ceil(LINE_PIXELS);
        self.heights.extend((0..missing).map(|_| LINE));
        slot.height = slot.height.max(pixels);
        self.parts.push(Part { row: first, what: What::Charts(vec![slot]) });
    }
}

/// The column after so many of a table's own.
fn spans_after(spans: &[Span], columns: usize) -> u16 {
    columns.checked_sub(1).and_then(|last| spans.get(last)).map_or(0, |span| span.last + 1)
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
