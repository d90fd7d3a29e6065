//! A chart in, a picture out: SVG drawn with plotters, and PNG made from that SVG, so that both look alike.

mod layout;

use std::fmt::Display;
use std::sync::{Arc, LazyLock};

use anyhow::{Context, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle, register_font};
use resvg::render;
use resvg::tiny_skia::{Color as Paint, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use self::layout::{Anchor, Layout, Line, Piece};
use super::lettering::{BOLD, Face, REGULAR};
use super::palette::{self, Rgb};
use crate::chart::Chart;

/// The first comes with the picture; a program that takes no font from a picture has the second, of the same widths.
const FAMILY: &str = "Tinos, Times New Roman, serif";

/// The width of an A4 page at 200 dots an inch, with its margins.
const PNG_WIDTH: f32 = 2200.0;

/// Very long charts are drawn coarser rather than in more memory.
const PNG_MOST_HEIGHT: f32 = 16_000.0;

/// Plotters sets letters at `size / 1.24`.
const PLOTTERS_SIZE: f64 = 1.24;

/// Draws a chart as SVG, 1100 units wide and as tall as its bars need. The font is in it: letters stay text and look alike everywhere.
pub fn svg(chart: &Chart) -> anyhow::Result<String> {
    LazyLock::force(&REGISTERED);
    let layout = layout::of(chart);
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (layout.width, layout.height)).into_drawing_area();
        draw(&area, &layout).with_context(|| format!("Không vẽ được biểu đồ {}", chart.id))?;
        area.present().map_err(failure)?;
    }
    let opened = text.find('>').map(|end| end + 1).context("Hình SVG không có thẻ mở")?;
    text.insert_str(opened, &FONT_STYLE);
    Ok(text)
}

/// The embedded font as a style of the picture.
static FONT_STYLE: LazyLock<String> = LazyLock::new(|| {
    let face = |weight: &str, bytes: &[u8]| {
        let data = STANDARD.encode(bytes);
        format!("@font-face{{font-family:\"Tinos\";font-weight:{weight};src:url(data:font/ttf;base64,{data}) format(\"truetype\")}}\n")
    };
    format!("\n<style>\n{}{}</style>", face("normal", REGULAR), face("bold", BOLD))
});

/// Rasterises a picture for print, 2200 pixels wide, with the embedded font alone.
pub fn png(svg: &str) -> anyhow::Result<Vec<u8>> {
    let options = Options { font_family: "Tinos".to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).context("Không đọc lại được hình SVG")?;
    let size = tree.size();
    let scale = (PNG_WIDTH / size.width()).min(PNG_MOST_HEIGHT / size.height());
    let pixels = |length: f32| (length * scale).round().max(1.0) as u32;
    let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height())).context("Hình quá lớn để vẽ thành PNG")?;
    pixmap.fill(Paint::WHITE);
    render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    // Opaque, so nothing is lost with the alpha.
    let colours: Vec<u8> = pixmap.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Packing took four times as long as drawing.
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    Arc::new(fonts)
});

static REGISTERED: LazyLock<()> = LazyLock::new(|| {
    for (style, bytes) in [(FontStyle::Normal, REGULAR), (FontStyle::Bold, BOLD)] {
        assert!(register_font(FAMILY, style, bytes).is_ok(), "the embedded font is a font");
    }
});

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

fn draw(area: &Area, layout: &Layout) -> anyhow::Result<()> {
    area.fill(&colour(palette::PAPER)).map_err(failure)?;
    for piece in &layout.pieces {
        match piece {
            Piece::Line { from, to, colour: rgb } => {
                area.draw(&PathElement::new([*from, *to], colour(*rgb).stroke_width(1))).map_err(failure)?;
            }
            Piece::Bar { from, to, fill } => {
                area.draw(&Rectangle::new([*from, *to], colour(fill.colour).filled())).map_err(failure)?;
                if fill.hatched {
                    hatch(area, *from, *to)?;
                }
            }
            Piece::Text(line) => write_line(area, line)?,
        }
    }
    Ok(())
}

fn write_line(area: &Area, line: &Line) -> anyhow::Result<()> {
    let style = if line.face == Face::Bold { FontStyle::Bold } else { FontStyle::Normal };
    let horizontal = match line.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = FontDesc::new(FontFamily::Name(FAMILY), f64::from(line.size) * PLOTTERS_SIZE, style);
    let ink = colour(line.colour);
    let style = TextStyle::from(font).color(&ink).pos(Pos::new(horizontal, VPos::Top));
    // The backend puts the base line 0.76 of the size below what it takes for the top.
    let top = line.base - (f64::from(line.size) * 0.76).round() as i32;
    area.draw_text(&line.text, &style, (line.x, top)).map_err(failure)
}

/// Slanted lines inside a rectangle, and its outline.
fn hatch(area: &Area, from: (i32, i32), to: (i32, i32)) -> anyhow::Result<()> {
    let style = colour(palette::LINE).stroke_width(1);
    let height = to.1 - from.1;
    // Each line runs up to the right through (start, bottom) and (start + height, top), cut at both sides.
    for start in ((from.0 - height)..to.0).step_by(7) {
        let (left, right) = (start.max(from.0), (start + height).min(to.0));
        if right > left {
            let points = [(left, to.1 - (left - start)), (right, to.1 - (right - start))];
            area.draw(&PathElement::new(points, style)).map_err(failure)?;
        }
    }
    area.draw(&Rectangle::new([from, to], style)).map_err(failure)
}

fn colour(rgb: Rgb) -> RGBColor {
    let [_, red, green, blue] = rgb.to_be_bytes();
    RGBColor(red, green, blue)
}

fn failure(error: impl Display) -> anyhow::Error {
    anyhow!("{error}")
}

#[cfg(test)]
mod tests {
    use super::{png, svg};
    use crate::chart::{Chart, Role, Series};

    fn chart(categories: &[&str], series: &[(&str, Role, &[i64])]) -> Chart {
        Chart {
            id: "thu".to_owned(),
            title: "Tiến độ thực hiện".to_owned(),
            subtitle: "33 trường đã báo cáo, tính đến 10/01/2024".to_owned(),
            categories: categories.iter().map(|text| (*text).to_owned()).collect(),
            series: series
                .iter()
                .map(|(name, role, values)| Series { name: (*name).to_owned(), role: *role, values: values.to_vec() })
                .collect(),
            axis: "Số việc".to_owned(),
            source: "Nguồn: kế hoạch của các trường".to_owned(),
        }
    }

    #[test]
    fn text_of_schools_stays_text() {
        let picture = svg(&chart(&["<script>alert(\"1\")</script> & 'x' \u{1b}\u{0}"], &[("a<b", Role::Accent, &[3])]))
            .expect("a chart can be drawn");
        assert!(!picture.contains("<script"));
        assert!(picture.contains("&lt;script&gt;"));
        assert!(!picture.contains(['\u{1b}', '\u{0}']));
        png(&picture).expect("what was drawn can be read");
    }

    #[test]
    fn a_chart_without_categories_says_so() {
        let picture = svg(&chart(&[], &[("Số trường", Role::Accent, &[])])).expect("a chart can be drawn");
        assert!(picture.contains("Không có số liệu"));
        png(&picture).expect("what was drawn can be read");
    }

    #[test]
    fn the_same_chart_is_the_same_picture_and_as_wide_as_a_page() {
        let chart = chart(&["Tiêu chí 1.1", "Tiêu chí 1.10"], &[("Hoàn thành", Role::Good, &[3, 0]), ("Quá hạn", Role::Bad, &[1, 1200])]);
        let picture = svg(&chart).expect("a chart can be drawn");
        assert_eq!(picture, svg(&chart).expect("a chart can be drawn"));
        let raster = png(&picture).expect("what was drawn can be read");
        assert_eq!(raster, png(&picture).expect("what was drawn can be read"));
        assert_eq!(raster.get(16..20), Some(2200_u32.to_be_bytes().as_slice()));
        assert!(picture.contains("1.200"));
        assert_eq!(picture.matches("@font-face").count(), 2);
    }
}
