//! A chart in, pieces out: lines, bars and texts with their places, before anything is drawn. Units are 1100 to the width.

use crate::chart::{Chart, Role};
use crate::write::lettering::Face;
use crate::write::palette::{self, Fill, Rgb, fill};

const WIDTH: i32 = 1100;
const MARGIN: i32 = 36;
const TITLE: i32 = 27;
const SUBTITLE: i32 = 18;
const LABEL: i32 = 18;
const LABEL_LEADING: i32 = 21;
const FIGURE: i32 = 16;
const SOURCE: i32 = 15;
/// Labels take at most this part of the width.
const LABEL_SHARE: f64 = 0.42;
const LABEL_LINES: usize = 3;
/// Taller pictures repeat the axis above the bars.
const TALL: usize = 24;

pub type Point = (i32, i32);

/// A picture as a list of pieces, drawn one over the other.
pub struct Layout {
    pub width: u32,
    pub height: u32,
    pub pieces: Vec<Piece>,
}

pub enum Piece {
    Line { from: Point, to: Point, colour: Rgb },
    Bar { from: Point, to: Point, fill: Fill },
    Text(Line),
}

/// A line of text; `x` is where its anchor stands, `base` where its letters stand.
pub struct Line {
    pub text: String,
    pub x: i32,
    pub base: i32,
    pub size: i32,
    pub face: Face,
    pub colour: Rgb,
    pub anchor: Anchor,
}

#[derive(Clone, Copy)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Lays a chart out from top to bottom.
pub fn of(chart: &Chart) -> Layout {
    let mut page = Page { y: MARGIN, pieces: Vec::new() };
    page.paragraph(&chart.title, TITLE, Face::Bold, palette::INK, 3);
    page.y += 4;
    page.paragraph(&chart.subtitle, SUBTITLE, Face::Regular, palette::SOFT_INK, 3);
    if chart.categories.is_empty() || chart.series.is_empty() {
        page.y += 56;
        page.text("Không có số liệu", WIDTH / 2, page.y, 22, Face::Regular, palette::SOFT_INK, Anchor::Middle);
        page.y += 40;
    } else {
        if chart.series.len() > 1 {
            page.legend(chart);
        }
        page.bars(chart);
    }
    page.y += 12;
    page.paragraph(&chart.source, SOURCE, Face::Regular, palette::SOFT_INK, 3);
    Layout { width: WIDTH as u32, height: (page.y + MARGIN / 2) as u32, pieces: page.pieces }
}

struct Page {
    /// Where the next thing begins.
    y: i32,
    pieces: Vec<Piece>,
}

/// One category: its label in lines, and how much height it takes.
struct Category {
    lines: Vec<String>,
    height: i32,
}

impl Page {
    #[expect(clippy::too_many_arguments, reason = "a line of text is all of these, and is written in one line")]
    fn text(&mut self, text: &str, x: i32, base: i32, size: i32, face: Face, colour: Rgb, anchor: Anchor) {
        self.pieces.push(Piece::Text(Line { text: text.to_owned(), x, base, size, face, colour, anchor }));
    }

    /// Lines over the whole width, at most `most`.
    fn paragraph(&mut self, text: &str, size: i32, face: Face, colour: Rgb, most: usize) {
        let text = printable(text);
        if text.is_empty() {
            return;
        }
        for line in face.lines_at_most(&text, f64::from(size), f64::from(WIDTH - 2 * MARGIN), most) {
            self.text(&line, MARGIN, self.y + size * 4 / 5, size, face, colour, Anchor::Start);
            self.y += size * 5 / 4;
        }
    }

    fn legend(&mut self, chart: &Chart) {
        const SWATCH: i32 = 18;
        self.y += 14;
        let mut x = MARGIN;
        for series in &chart.series {
            let name = printable(&series.name);
            let width = SWATCH + 8 + width(Face::Regular, &name, LABEL) + 26;
            if x > MARGIN && x + width > WIDTH - MARGIN {
                x = MARGIN;
                self.y += LABEL_LEADING + 5;
            }
            self.pieces.push(Piece::Bar { from: (x, self.y), to: (x + SWATCH, self.y + SWATCH), fill: fill(series.role) });
            self.text(&name, x + SWATCH + 8, self.y + 15, LABEL, Face::Regular, palette::INK, Anchor::Start);
            x += width;
        }
        self.y += LABEL_LEADING;
    }

    fn bars(&mut self, chart: &Chart) {
        let thickness = match chart.categories.len() {
            0..=10 => 30,
            11..=TALL => 25,
            _ => 21,
        };
        let most_label = f64::from(WIDTH) * LABEL_SHARE;
        let categories: Vec<Category> = chart.categories.iter().map(|label| category(label, most_label, thickness)).collect();
        let label_width =
            categories.iter().flat_map(|category| &category.lines).map(|line| width(Face::Regular, line, LABEL)).max().unwrap_or(0);
        let stacked = chart.series.len() > 1;
        let totals: Vec<i64> = (0..categories.len()).map(|row| values(chart, row).map(|(_, value)| value).sum()).collect();
        let most = totals.iter().copied().max().unwrap_or(0);
        let end_width = totals.iter().map(|total| width(Face::Bold, &grouped(*total), FIGURE)).max().unwrap_or(0) + 12;

        let left = MARGIN + label_width + 12;
        let scale = Scale { left, right: WIDTH - MARGIN - end_width, most: whole_steps(most) };
        let tall = categories.len() > TALL;
        self.y += 16;
        if tall {
            self.y += FIGURE;
            self.ticks(&scale, self.y - 6);
        }
        let top = self.y;
        let bottom = top + categories.iter().map(|category| category.height).sum::<i32>() + 8;
        for tick in scale.ticks() {
            let x = scale.x(tick);
            self.pieces.push(Piece::Line { from: (x, top), to: (x, bottom), colour: palette::FAINT_LINE });
        }
        self.y += 4;
        for (row, (category, total)) in categories.iter().zip(&totals).enumerate() {
            let middle = self.y + category.height / 2;
            let first = middle - (category.lines.len() as i32 - 1) * LABEL_LEADING / 2 + 6;
            for (line, text) in category.lines.iter().enumerate() {
                self.text(text, left - 12, first + line as i32 * LABEL_LEADING, LABEL, Face::Regular, palette::INK, Anchor::End);
            }
            self.bar(&scale, (middle - thickness / 2, middle + thickness / 2), values(chart, row), stacked);
            let face = if stacked { Face::Bold } else { Face::Regular };
            self.text(&grouped(*total), scale.x(*total) + 7, middle + 6, FIGURE, face, palette::INK, Anchor::Start);
            self.y += category.height;
        }
        self.pieces.push(Piece::Line { from: (left, top), to: (left, bottom), colour: palette::LINE });
        self.y = bottom + 20;
        self.ticks(&scale, self.y);
        self.y += 24;
        let axis = printable(&chart.axis);
        let axis = if stacked { format!("{axis} (số đậm ở cuối thanh là tổng)") } else { axis };
        self.text(&axis, i32::midpoint(left, scale.right), self.y, FIGURE, Face::Regular, palette::SOFT_INK, Anchor::Middle);
        self.y += 10;
    }

    /// One bar of stacked parts, with the figures that fit into them.
    fn bar(&mut self, scale: &Scale, (top, bottom): Point, values: impl Iterator<Item = (Role, i64)>, stacked: bool) {
        let mut before = 0;
        for (role, value) in values.filter(|(_, value)| *value > 0) {
            let (from, to) = (scale.x(before), scale.x(before + value).max(scale.x(before) + 1));
            let fill = fill(role);
            self.pieces.push(Piece::Bar { from: (from, top), to: (to, bottom), fill });
            if before > 0 {
                self.pieces.push(Piece::Line { from: (from, top), to: (from, bottom), colour: palette::PAPER });
            }
            let figure = grouped(value);
            let room = width(Face::Regular, &figure, FIGURE);
            if stacked && room + 8 <= to - from {
                let middle = i32::midpoint(from, to);
                if fill.hatched {
                    self.pieces.push(Piece::Bar {
                        from: (middle - room / 2 - 3, top + 3),
                        to: (middle + room / 2 + 3, bottom - 3),
                        fill: Fill { hatched: false, ..fill },
                    });
                }
                self.text(&figure, middle, i32::midpoint(top, bottom) + 6, FIGURE, Face::Regular, fill.ink, Anchor::Middle);
            }
            before += value;
        }
    }

    fn ticks(&mut self, scale: &Scale, base: i32) {
        for tick in scale.ticks() {
            self.text(&grouped(tick), scale.x(tick), base, FIGURE, Face::Regular, palette::SOFT_INK, Anchor::Middle);
        }
    }
}

fn category(label: &str, most: f64, thickness: i32) -> Category {
    let lines = Face::Regular.lines_at_most(&printable(label), f64::from(LABEL), most, LABEL_LINES);
    let height = (lines.len() as i32 * LABEL_LEADING + 8).max(thickness + 11);
    Category { lines, height }
}

/// What each series says of a category; a count below nothing is nothing.
fn values(chart: &Chart, row: usize) -> impl Iterator<Item = (Role, i64)> {
    chart.series.iter().map(move |series| (series.role, series.values.get(row).copied().unwrap_or(0).max(0)))
}

/// The value axis: from nothing to `most.0` in steps of `most.1`.
struct Scale {
    left: i32,
    right: i32,
    most: (i64, i64),
}

impl Scale {
    fn x(&self, value: i64) -> i32 {
        let share = value as f64 / self.most.0 as f64;
        self.left + (share * f64::from(self.right - self.left)).round() as i32
    }

    fn ticks(&self) -> impl Iterator<Item = i64> + use<> {
        let (end, step) = self.most;
        (0..=end / step).map(move |tick| tick * step)
    }
}

/// The end and the step of an axis that reaches `most` in at most eight whole steps of 1, 2 or 5 times a power of ten.
fn whole_steps(most: i64) -> (i64, i64) {
    let most = most.max(1);
    let mut power: i64 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            let count = most.div_euclid(step) + i64::from(most % step != 0);
            if count <= 8 {
                return (step.saturating_mul(count), step);
            }
        }
        power = power.saturating_mul(10);
    }
}

/// Thousands parted by dots, as Vietnamese writes them.
fn grouped(value: i64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// One line, without what SVG forbids.
fn printable(text: &str) -> String {
    let clean: String = text
        .chars()
        .filter(|letter| !letter.is_control() || letter.is_whitespace())
        .filter(|letter| !matches!(letter, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    clean.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn width(face: Face, text: &str, size: i32) -> i32 {
    face.width(text, f64::from(size)).ceil() as i32
}

#[cfg(test)]
mod tests {
    use super::{Piece, WIDTH, grouped, of, whole_steps};
    use crate::chart::{Chart, Role, Series};
    use crate::write::lettering::Face;

    fn chart(count: usize, label: &str) -> Chart {
        Chart {
            id: "thu".to_owned(),
            title: "Tiêu đề".to_owned(),
            subtitle: String::new(),
            categories: (0..count).map(|row| format!("{row}. {label}")).collect(),
            series: vec![Series { name: "Số trường".to_owned(), role: Role::Accent, values: (0..count as i64).collect() }],
            axis: "Số trường".to_owned(),
            source: String::new(),
        }
    }

    #[test]
    fn the_axis_ends_on_a_whole_step() {
        assert_eq!(whole_steps(0), (1, 1));
        assert_eq!(whole_steps(3), (3, 1));
        assert_eq!(whole_steps(33), (35, 5));
        assert_eq!(whole_steps(812), (1000, 200));
        assert!(whole_steps(i64::MAX).1 > 0);
    }

    #[test]
    fn thousands_are_parted_by_dots() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1.000", "1.234.567"]);
    }

    #[test]
    fn height_grows_with_the_bars_and_no_text_leaves_the_page() {
        let label = "Xây dựng đội ngũ cán bộ quản lý, giáo viên, nhân viên đủ về số lượng, bảo đảm cơ cấu và chuẩn trình độ";
        let heights: Vec<u32> = [1, 5, 20, 60].iter().map(|count| of(&chart(*count, label)).height).collect();
        assert!(heights.is_sorted() && heights[0] < 300 && heights[3] > 1500, "{heights:?}");
        for piece in of(&chart(60, label)).pieces {
            if let Piece::Text(line) = piece {
                let width = Face::Bold.width(&line.text, f64::from(line.size)) as i32;
                assert!(width < WIDTH && line.x > 0 && line.x < WIDTH, "{}", line.text);
            }
        }
    }
}
