//! Charts bound to a table in, how much room each takes beside it or below it out.

use std::ops::Range;

use super::grid::LINE_PIXELS;
use crate::chart::BoundChart;
use crate::table::{Table, Value};
use crate::write::lettering::Face;

/// Labels of categories take no more than this part of the width.
const MOST_LABEL_SHARE: f64 = 0.38;
/// Longer labels run into the room of their neighbours, which are seldom as long.
const MOST_LABEL_LINES: usize = 3;
const LEAST_BAR: u32 = 20;
/// Above and below the bars of a chart beside its table.
pub const BARE: u32 = 12;
/// The part of the width at the right of the bars.
pub const BESIDE_PLOT: f64 = 0.05;
/// Bars much longer than this are not read better.
const MOST_WIDTH: u32 = 1800;
/// With so few bars a chart is small.
const FEW_BARS: usize = 8;
const LEAST_HALF: u32 = 430;
const BETWEEN: u32 = 12;
/// What a chart beside a table needs, with the gap between them.
pub const LEAST_BESIDE: u32 = 400 + BETWEEN;

/// A native chart and its place, in pixels from the left edge and from the top of its row.
pub struct Slot<'a> {
    pub chart: &'a BoundChart,
    pub rows: Range<usize>,
    /// Of several that continue one another: which, of how many.
    pub part: Option<(usize, usize)>,
    pub left: u32,
    pub width: u32,
    pub height: u32,
    /// Beside its table, under the heading of both: without a title and an axis of its own.
    pub bare: bool,
    pub letters: Letters,
}

/// The sizes of the letters of a chart, in points: larger on a wide sheet, which is printed smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    pub label: u8,
    pub value: u8,
}

impl Letters {
    /// On a sheet that is shrunk so much in print.
    pub fn at(scale: f64) -> Self {
        const LABEL: u8 = 11;
        const VALUE: u8 = 10;
        const LEAST_PRINTED: f64 = 7.5;
        let readable = (LEAST_PRINTED / scale).ceil() as u8;
        Letters { label: LABEL.max(readable), value: VALUE.max(readable) }
    }

    fn label_pixels(self) -> f64 {
        f64::from(self.label) * 96.0 / 72.0
    }

    /// From one line of a label to the next.
    fn leading(self) -> u32 {
        (self.label_pixels() * 1.16).round() as u32
    }

    /// The title above the bars.
    pub fn above(self) -> u32 {
        u32::from(self.label) * 4
    }

    /// The axis and its title below the bars.
    pub fn axis(self) -> u32 {
        u32::from(self.value) * 6
    }

    fn legend_line(self) -> u32 {
        u32::from(self.label) * 2
    }
}

/// One chart, or several that continue one another where the bars do not fit a page.
pub fn slots<'a>(chart: &'a BoundChart, table: &Table, width: u32, page: u32, letters: Letters) -> Vec<Slot<'a>> {
    let rows = chart.rows.start.min(table.rows.len())..chart.rows.end.min(table.rows.len());
    let width = width.min(MOST_WIDTH);
    let bar = bar_height(chart, table, width, letters);
    let around = letters.above() + letters.axis() + legend(chart, width, letters);
    let fit = ((page.saturating_sub(around + 2 * LINE_PIXELS)) / bar).max(5) as usize;
    let count = rows.len().div_ceil(fit).max(1);
    // Even parts, so that the last is no stump.
    let each = rows.len().div_ceil(count).max(1);
    (0..count)
        .map(|part| {
            let start = rows.start + part * each;
            let rows = start..rows.end.min(start + each);
            let height = around + bar * rows.len().max(2) as u32;
            Slot { chart, rows, part: (count > 1).then_some((part + 1, count)), left: 0, width, height, bare: false, letters }
        })
        .collect()
}

/// A chart at the right of its table, from the edge `left` to `end`; none where there is nothing to draw.
pub fn beside<'a>(chart: &'a BoundChart, table: &Table, left: u32, end: u32, letters: Letters) -> Option<Slot<'a>> {
    let rows = chart.rows.start.min(table.rows.len())..chart.rows.end.min(table.rows.len());
    let (left, width) = (left + BETWEEN, end.checked_sub(left + BETWEEN)?);
    if rows.is_empty() || chart.series.is_empty() {
        return None;
    }
    let height = 2 * BARE + legend(chart, width, letters) + bar_height(chart, table, width, letters) * rows.len().max(2) as u32;
    Some(Slot { chart, rows, part: None, left, width, height, bare: true, letters })
}

/// Small charts in pairs, all others alone.
pub fn side_by_side(slots: Vec<Slot<'_>>, width: u32) -> Vec<Vec<Slot<'_>>> {
    let half = (width.min(MOST_WIDTH).saturating_sub(BETWEEN)) / 2;
    let small = |slot: &Slot| slot.rows.len() <= FEW_BARS && slot.part.is_none() && half >= LEAST_HALF;
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    for slot in slots {
        match rows.last_mut() {
            Some(row) if row.len() == 1 && small(&row[0]) && small(&slot) => row.push(slot),
            _ => rows.push(vec![slot]),
        }
    }
    for row in rows.iter_mut().filter(|row| row.len() == 2) {
        // Narrower labels take more lines.
        let taller = |slot: &Slot| {
            let legend = |width| legend(slot.chart, width, slot.letters);
            (slot.letters.leading() / 2) * slot.rows.len() as u32 + legend(half) - legend(slot.width)
        };
        let height = row.iter().map(|slot| slot.height + taller(slot)).max().unwrap_or(0);
        for (index, slot) in row.iter_mut().enumerate() {
            slot.left = index as u32 * (half + BETWEEN);
            slot.width = half;
            slot.height = height;
        }
    }
    rows
}

/// As many lines of the legend as the names of the series need.
pub fn legend(chart: &BoundChart, width: u32, letters: Letters) -> u32 {
    const KEY: f64 = 34.0;
    if chart.series.len() < 2 {
        return 0;
    }
    let names: f64 = chart.series.iter().map(|(name, _, _)| Face::SheetRegular.width(name, letters.label_pixels()) + KEY).sum();
    let lines = (names / (f64::from(width) * 0.85)).ceil().max(1.0);
    letters.legend_line() * lines as u32 + 6
}

fn bar_height(chart: &BoundChart, table: &Table, width: u32, letters: Letters) -> u32 {
    // Less what the program that draws keeps free at both ends.
    let room = (f64::from(width) * label_share(chart, table, width, letters) - 20.0) * 0.93;
    let lines = labels(chart, table).map(|text| Face::SheetRegular.lines(text, letters.label_pixels(), room).len().min(MOST_LABEL_LINES));
    (lines.max().unwrap_or(1) as u32 * letters.leading() + 2).max(LEAST_BAR)
}

/// The part of the width that labels take: no more than the longest needs.
pub fn label_share(chart: &BoundChart, table: &Table, width: u32, letters: Letters) -> f64 {
    let longest = labels(chart, table).map(|text| Face::SheetRegular.width(text, letters.label_pixels())).fold(0.0, f64::max);
    ((longest / 0.93 + 28.0) / f64::from(width.max(1))).clamp(0.08, MOST_LABEL_SHARE)
}

fn labels<'t>(chart: &BoundChart, table: &'t Table) -> impl Iterator<Item = &'t str> {
    let rows = table.rows.get(chart.rows.start..chart.rows.end.min(table.rows.len())).unwrap_or_default();
    let column = chart.category_column;
    rows.iter().filter_map(move |row| match row.cells.get(column).map(|cell| &cell.value) {
        Some(Value::Text(text)) => Some(text.as_str()),
        _ => None,
    })
}
