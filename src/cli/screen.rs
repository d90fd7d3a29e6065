//! The terminal: progress and messages on stderr, results on stdout.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Says why a command could not be done: the fault, then what led to it.
pub(super) fn failure(error: &anyhow::Error) {
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    eprintln!("Lỗi: {}", visible(&chain.join(": ")));
}

/// A line to stderr, unless the user asked for quiet.
pub(super) fn say(quiet: bool, text: &str) {
    if !quiet {
        eprintln!("{}", visible(text));
    }
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

/// Text of schools must not drive the terminal: control characters are shown as spaces, line ends are kept.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter }).collect()
}

/// Whether colours may be used on stdout.
pub(super) fn colours(no_color: bool) -> bool {
    !no_color && std::env::var_os("NO_COLOR").is_none() && io::stdout().is_terminal()
}
