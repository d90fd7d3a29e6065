//! Charts bound to cells in, native charts out: Excel draws them, and draws them anew when the cells are edited.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, ObjectMovement, Worksheet,
};

use super::grid::LINE_PIXELS;
use super::plan::{Place, Slot};
use super::style::FONT;
use super::wording::legible;
use crate::chart::{BoundChart, Role};
use crate::table::{Row, Table, Value};
use crate::write::lettering::Face;
use crate::write::palette::{FAINT_LINE, INK, LINE, fill};

/// Labels of categories take no more than this part of the width.
const MOST_LABEL_SHARE: f64 = 0.38;
/// Longer labels run into the room of their neighbours, which are seldom as long.
const MOST_LABEL_LINES: usize = 3;
const LEAST_BAR: u32 = 20;
/// Above and below the bars of a chart beside its table.
const BARE: u32 = 12;
/// The part of the width at the right of the bars.
const BESIDE_PLOT: f64 = 0.05;
/// Bars much longer than this are not read better.
const MOST_WIDTH: u32 = 1800;
/// With so few bars a chart is small.
const FEW_BARS: usize = 8;
const LEAST_HALF: u32 = 430;
const BETWEEN: u32 = 12;
/// What a chart beside a table needs, with the gap between them.
pub const LEAST_BESIDE: u32 = 400 + BETWEEN;

/// The sizes of the letters of a chart, in points: larger on a wide sheet, which is printed smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    label: u8,
    value: u8,
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
    fn above(self) -> u32 {
        u32::from(self.label) * 4
    }

    /// The axis and its title below the bars.
    fn axis(self) -> u32 {
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
fn legend(chart: &BoundChart, width: u32, letters: Letters) -> u32 {
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
fn label_share(chart: &BoundChart, table: &Table, width: u32, letters: Letters) -> f64 {
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

/// Draws one chart at a row.
pub fn insert(worksheet: &mut Worksheet, row: u32, slot: &Slot, place: &Place) -> anyhow::Result<()> {
    let rows = slot.rows.start..slot.rows.end.min(place.rows);
    if rows.is_empty() {
        return Ok(());
    }
    let (first, last) = (place.first_row + rows.start as u32, place.first_row + rows.end as u32 - 1);
    let column = |index: usize| place.spans.get(index).map_or(0, |span| span.first);
    let stacked = slot.chart.series.len() > 1;
    let mut chart = Chart::new(if stacked { ChartType::BarStacked } else { ChartType::Bar });
    for (name, role, index) in &slot.chart.series {
        let ink = if stacked { fill(*role).ink } else { INK };
        let mut label = ChartDataLabel::new();
        // A part of nothing has no figure.
        label.show_value().set_num_format(if stacked { "#,##0;;;" } else { "#,##0" }).set_font(font(slot.letters.value).set_color(ink));
        label.set_position(if stacked { ChartDataLabelPosition::Center } else { ChartDataLabelPosition::OutsideEnd });
        let labels = slot_labels(slot, place, *index);
        let series = chart.add_series();
        series.set_name(legible(name).as_ref()).set_categories((
            place.sheet.as_str(),
            first,
            column(slot.chart.category_column),
            last,
            column(slot.chart.category_column),
        ));
        series
            .set_values((place.sheet.as_str(), first, column(*index), last, column(*index)))
            .set_gap(45)
            .set_data_label(&label)
            .set_format(&mut look(*role));
        if stacked {
            series.set_overlap(100).set_custom_data_labels(&labels);
        }
    }
    let title = match slot.part {
        Some((part, count)) => format!("{} ({part}/{count})", slot.chart.title),
        None => slot.chart.title.clone(),
    };
    let title = legible(&title).into_owned();
    if slot.bare {
        chart.title().set_hidden();
    } else {
        chart.title().set_name(title.as_str()).set_font(font(slot.letters.label + 2).set_bold()).set_overlay(false);
    }
    chart.set_alt_text(&title);
    axes(&mut chart, slot, place);
    if stacked {
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(slot.letters.label));
    } else {
        chart.legend().set_hidden();
    }
    let (above, axis) = if slot.bare { (BARE, BARE) } else { (slot.letters.above(), slot.letters.axis()) };
    let (height, around) = (f64::from(slot.height), f64::from(above + axis + legend(slot.chart, slot.width, slot.letters)));
    let labels = label_share(slot.chart, place.table, slot.width, slot.letters);
    let inner = ChartLayout::new()
        .set_offset(labels, f64::from(above) / height)
        .set_dimensions(1.0 - labels - BESIDE_PLOT, (height - around) / height);
    chart.plot_area().set_layout(&inner);
    chart.chart_area().set_format(ChartFormat::new().set_border(ChartLine::new().set_color(FAINT_LINE)));
    chart.set_width(slot.width).set_height(slot.height).set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    worksheet.insert_chart_with_offset(row, 0, &chart, slot.left, LINE_PIXELS / 4)?;
    Ok(())
}

/// Hides the figures of parts too short for them: they would stand on their neighbours. The table has them all.
fn slot_labels(slot: &Slot, place: &Place, column: usize) -> Vec<ChartDataLabel> {
    /// The longest bar takes this part of the plot at least: an axis ends on a round number.
    const LONGEST: f64 = 0.85;
    let plot = f64::from(slot.width) * (1.0 - label_share(slot.chart, place.table, slot.width, slot.letters) - BESIDE_PLOT);
    let pixels = plot * LONGEST / most(slot, place) as f64;
    let size = f64::from(slot.letters.value) * 96.0 / 72.0;
    let rows = place.table.rows.get(slot.rows.start..slot.rows.end.min(place.table.rows.len())).unwrap_or_default();
    let fits = |row: &Row| match row.cells.get(column).map(|cell| &cell.value) {
        Some(Value::Count(count)) if *count > 0 => Face::SheetRegular.width(&grouped(*count), size) <= *count as f64 * pixels,
        _ => true,
    };
    let labels = rows.iter().map(|row| {
        let mut label = ChartDataLabel::default();
        if !fits(row) {
            label.set_hidden();
        }
        label.to_custom()
    });
    labels.collect()
}

/// `1234` as `1.234`: as wide as any program sets it.
fn grouped(count: i64) -> String {
    let digits = count.to_string();
    let points = (digits.len() - 1) / 3;
    digits + &".".repeat(points)
}

fn axes(chart: &mut Chart, slot: &Slot, place: &Place) {
    // Of bars lying down the library calls the axis of values x. The first row of the table stands on top, and the
    // figures of the axis still below.
    let categories = chart.y_axis();
    categories.set_reverse().set_crossing(ChartAxisCrossing::Max).set_font(&font(slot.letters.label)).set_label_interval(1);
    categories.set_format(ChartFormat::new().set_line(ChartLine::new().set_color(LINE))).set_major_gridlines(false);
    let values = chart.x_axis();
    values.set_min(0);
    if slot.bare {
        // Every part of a bar says its figure.
        values.set_hidden(true).set_major_gridlines(false);
        return;
    }
    values
        .set_num_format("#,##0")
        .set_font(&font(slot.letters.value))
        .set_name(legible(&slot.chart.axis).as_ref())
        .set_name_font(&font(slot.letters.value));
    values.set_major_gridlines(true).set_major_gridlines_line(ChartLine::new().set_color(FAINT_LINE));
    let most = most(slot, place);
    // Left alone, Excel cuts small counts into halves.
    if most <= 8 {
        values.set_major_unit(1);
    }
    if slot.part.is_some() {
        values.set_max(most as f64);
    }
}

/// The longest bar of all parts of a chart.
fn most(slot: &Slot, place: &Place) -> i64 {
    let rows = place.table.rows.get(slot.chart.rows.clone()).unwrap_or(&place.table.rows);
    let bar = |cells: &[crate::table::Cell]| -> i64 {
        slot.chart
            .series
            .iter()
            .filter_map(
                |(_, _, column)| {
                    if let Some(Value::Count(count)) = cells.get(*column).map(|cell| &cell.value) { Some(*count) } else { None }
                },
            )
            .sum()
    };
    rows.iter().map(|row| bar(&row.cells)).max().unwrap_or(0).max(1)
}

fn look(role: Role) -> ChartFormat {
    let fill = fill(role);
    let mut format = ChartFormat::new();
    if fill.hatched {
        let mut pattern = ChartPatternFill::new();
        pattern.set_pattern(ChartPatternFillType::DiagonalStripesLightUpwards).set_foreground_color(LINE).set_background_color(fill.colour);
        format.set_pattern_fill(&pattern).set_border(ChartLine::new().set_color(LINE).set_width(0.75));
    } else {
        format.set_solid_fill(ChartSolidFill::new().set_color(fill.colour));
    }
    format
}

fn font(size: u8) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size).set_color(INK).unset_bold();
    font
}
