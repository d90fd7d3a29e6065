//! The terminal: progress and messages on stderr, results on stdout.

use std::io::{self, IsTerminal, Write};
use std::panic::PanicHookInfo;
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use unicode_normalization::char::is_combining_mark;

use crate::intake::Entered;
use crate::report::terminal::Summary;
use crate::write::folder::Landed;

/// Says why a command could not be done: the fault, then what led to it.
pub(super) fn failure(error: &anyhow::Error) {
    eprintln!("Lỗi: {}", visible(&told(error)));
}

/// The fault and what led to it; what the system says in English is said in Vietnamese.
fn told(error: &anyhow::Error) -> String {
    let mut told = String::new();
    for cause in error.chain() {
        let said = cause.downcast_ref::<io::Error>().and_then(system).map_or_else(|| cause.to_string(), str::to_owned);
        told = match told.strip_suffix('.') {
            _ if told.is_empty() => said,
            Some(before) if cause.is::<io::Error>() => format!("{before} ({said})."),
            Some(_) => format!("{told} {said}"),
            None => format!("{told}: {said}"),
        };
    }
    told
}

/// Why the system refused, where an officer can do something about it.
fn system(error: &io::Error) -> Option<&'static str> {
    Some(match error.kind() {
        io::ErrorKind::NotFound => "không có tệp hay thư mục này",
        io::ErrorKind::PermissionDenied => "không có quyền, hoặc tệp đang mở trong chương trình khác",
        io::ErrorKind::AlreadyExists => "đã có tệp hay thư mục cùng tên",
        io::ErrorKind::IsADirectory => "đây là thư mục, không phải tệp",
        io::ErrorKind::NotADirectory => "đây là tệp, không phải thư mục",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "đĩa đã hết chỗ",
        io::ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        io::ErrorKind::InvalidFilename => "tên tệp không dùng được hoặc quá dài",
        _ => return None,
    })
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

/// A word to the office beside the result.
pub(super) fn told_aside(text: &str) {
    eprintln!("{}", visible(text));
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
    said(&summary.render(width()))
}

/// Text for people: on a terminal no word is cut at its edge, and what goes on stands further in.
pub(super) fn said(text: &str) -> anyhow::Result<()> {
    let text = visible(text);
    result(&width().map_or_else(|| text.clone(), |width| folded(&text, usize::from(width))))
}

fn width() -> Option<u16> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0)
}

/// Lines longer than `width` go on below, two columns further in than they began. A word longer than a line is left whole.
fn folded(text: &str, width: usize) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if columns(line.trim_end()) <= width {
            folded.push_str(line);
            continue;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let further = if indent + 2 < width / 2 { indent + 2 } else { 0 };
        let mut used = indent;
        folded.push_str(&line[..indent]);
        for (number, word) in line.trim().split(' ').enumerate() {
            let word_columns = columns(word);
            if number > 0 && used + 1 + word_columns > width {
                folded.push('\n');
                folded.extend(std::iter::repeat_n(' ', further));
                used = further;
            } else if number > 0 {
                folded.push(' ');
                used += 1;
            }
            folded.push_str(word);
            used += word_columns;
        }
        folded.push('\n');
    }
    folded
}

/// How many columns of a terminal a text takes: marks set apart from their letter take none.
fn columns(text: &str) -> usize {
    text.chars().filter(|letter| !is_combining_mark(*letter)).count()
}

#[cfg(test)]
mod tests {
    use super::{columns, folded, visible};

    #[test]
    fn no_text_drives_the_terminal() {
        assert_eq!(visible("a\u{1b}[31m\u{7}b\tc\u{9b}2J\nd"), "a [31m b c 2J\nd");
        assert_eq!(visible("bao\u{202e}xslx.exe\u{2066}"), "bao xslx.exe ");
    }

    #[test]
    fn a_long_line_goes_on_further_in_and_no_word_is_cut() {
        let text = "  Kế hoạch!F17: Thời gian \"Tháng 9/20233\" có năm gõ sai; hiểu là 01/09/2023.\nngắn\n";
        let said = folded(text, 40);
        assert_eq!(said, "  Kế hoạch!F17: Thời gian \"Tháng\n    9/20233\" có năm gõ sai; hiểu là\n    01/09/2023.\nngắn\n");
        assert!(said.lines().all(|line| columns(line) <= 40), "{said}");
        assert_eq!(folded(text, 200), text);
        // Letters and marks apart are as wide as together.
        assert_eq!(columns("Quye\u{302}\u{300}n"), 5);
        assert_eq!(folded(&"x".repeat(50), 20), format!("{}\n", "x".repeat(50)));
    }
}
