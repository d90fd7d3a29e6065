//! The terminal: progress and messages on stderr, results on stdout.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::intake::Entered;
use crate::report::terminal::Summary;

/// Says why a command could not be done: the fault, then what led to it.
pub(super) fn failure(error: &anyhow::Error) {
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    eprintln!("Lỗi: {}", visible(&chain.join(": ")));
}

/// A result to stdout. A closed pipe ends the output without complaint.
pub(super) fn result(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// A bar on a terminal, nothing elsewhere.
pub(super) fn progress(files: usize, quiet: bool) -> ProgressBar {
    let bar = ProgressBar::new(files as u64);
    if quiet || !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    } else if let Ok(style) = ProgressStyle::with_template("Đọc tệp {wide_bar} {pos}/{len}, còn {eta}") {
        bar.set_style(style);
    }
    bar
}

/// What came of keeping the list of receipts.
pub(super) fn intake(path: &Path, entered: &Entered, quiet: bool) {
    if !quiet {
        let said = format!("Sổ nhận {}: {} tệp mới, {} tệp không đổi từ lần trước.", path.display(), entered.new, entered.unchanged);
        eprintln!("{}", visible(&said));
    }
}

/// Text of schools must not drive the terminal: control characters are shown as spaces, line ends are kept.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter }).collect()
}

/// What `report` writes, and what for.
pub(super) const EVERYTHING: &[(&str, &str)] = &[
    ("tong-hop.xlsx", "bảng tổng hợp để in, ký, gửi"),
    ("bieu-so.xlsx", "biểu gửi cấp trên"),
    ("bieu-do", "biểu đồ PNG và SVG"),
    ("thong-ke.json", "mọi số liệu"),
    ("van-de.csv", "mọi chỗ cần xem lại"),
    ("du-lieu", "dữ liệu đã chuẩn hóa (Parquet)"),
];
/// What it writes when asked for the figures alone.
pub(super) const FIGURES: &[(&str, &str)] = &[("thong-ke.json", "mọi số liệu")];

/// The tables at the end of a run, as wide as the terminal; with the files written into a folder, where there are any.
pub(super) fn summary(summary: &Summary, output: Option<(&Path, &[(&str, &str)])>) -> anyhow::Result<()> {
    let mut summary = summary.clone();
    if let Some((output, files)) = output {
        let files: Vec<(String, &str)> = files.iter().map(|(name, purpose)| (output.join(name).display().to_string(), *purpose)).collect();
        summary = summary.with_files(&files);
    }
    let width = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
    result(&visible(&summary.render(width)))
}
