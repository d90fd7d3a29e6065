//! The terminal: progress and messages on stderr, results on stdout.

use std::io::{self, IsTerminal, Write};
use std::panic::PanicHookInfo;
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::intake::Entered;
use crate::report::terminal::Summary;
use crate::write::folder::Landed;

/// Says why a command could not be done: the fault, then what led to it.
pub(super) fn failure(error: &anyhow::Error) {
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    eprintln!("Lỗi: {}", visible(&chain.join(": ")));
}

/// Says where the program itself failed. Never what with: the words of a panic may hold the text of a cell.
pub(super) fn panicked(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(String::new, |place| format!(" ở {}:{}", place.file(), place.line()));
    eprintln!("Lỗi của chính chương trình{place}. Hãy gửi dòng này cho người phát triển; không cần gửi tệp của trường.");
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

/// Says, even where nothing else is to be said, that the result lies elsewhere than asked for, and why.
pub(super) fn landed(landed: &Landed, asked: &Path) {
    if let Some(held) = &landed.held {
        let said = format!(
            "Tệp kết quả {} đang mở trong chương trình khác hoặc chỉ cho đọc nên được giữ nguyên; kết quả mới ghi vào {}. Hãy đóng tệp (không còn mở ở đâu thì xóa tệp khóa ~$ bên cạnh) rồi chạy lại để ghi vào {}.",
            held.display(),
            landed.place.display(),
            asked.display()
        );
        eprintln!("{}", visible(&said));
    }
}

/// Text of schools must not drive the terminal: control characters, and those that turn the direction of writing, are shown as spaces;
/// line ends are kept.
pub(super) fn visible(text: &str) -> String {
    let drives = |letter: char| {
        (letter.is_control() && letter != '\n')
            || matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|letter| if drives(letter) { ' ' } else { letter }).collect()
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

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn no_text_drives_the_terminal() {
        assert_eq!(visible("a\u{1b}[31m\u{7}b\tc\u{9b}2J\nd"), "a [31m b c 2J\nd");
        assert_eq!(visible("bao\u{202e}xslx.exe\u{2066}"), "bao xslx.exe ");
    }
}
