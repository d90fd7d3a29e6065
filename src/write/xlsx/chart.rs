//! Charts and their room in, native charts out: Excel draws them, and draws them anew when the cells are edited.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine,
    ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, ObjectMovement, Worksheet,
};

use super::grid::LINE_PIXELS;
use super::plan::Place;
use super::slot::{BARE, BESIDE_PLOT, Slot, label_share, legend};
use super::style::FONT;
use super::wording::legible;
use crate::chart::Role;
use crate::table::{Row, Value};
use crate::write::lettering::Face;
use crate::write::palette::{FAINT_LINE, INK, LINE, fill};

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
