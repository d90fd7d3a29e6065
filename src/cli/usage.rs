//! Help and faults of the command line, in Vietnamese.

use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

pub(super) const TEMPLATE: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// Prints help where it was asked for, else says what is wrong with the arguments.
pub(super) fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A closed pipe is no fault of the user's.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    eprintln!("Lỗi: {}\nXem cách dùng: ctcl --help, hoặc ctcl LỆNH --help.", message(error));
    ExitCode::from(super::FAILED)
}

/// The commands people type.
fn commands() -> Vec<String> {
    let shown = super::Cli::command();
    shown.get_subcommands().filter(|command| !command.is_hide_set()).map(|command| command.get_name().to_owned()).collect()
}

fn message(error: &clap::Error) -> String {
    let given = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = given(ContextKind::InvalidArg);
    let value = given(ContextKind::InvalidValue);
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(given)
        .find(|text| !text.is_empty());
    let suggestion = suggested.map_or_else(String::new, |suggested| format!(" Có phải ý là \"{suggested}\"?"));
    match error.kind() {
        ErrorKind::UnknownArgument => format!("không có tùy chọn \"{argument}\".{suggestion}"),
        ErrorKind::InvalidSubcommand => format!("không có lệnh \"{}\".{suggestion}", given(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => format!("tùy chọn {argument} cần một giá trị."),
        ErrorKind::InvalidValue => {
            format!("\"{value}\" không dùng được cho {argument}; các giá trị được dùng: {}.{suggestion}", given(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            let cause = std::error::Error::source(error).map_or_else(String::new, |cause| format!(" ({cause})"));
            format!("\"{value}\" không dùng được cho {argument}{cause}.")
        }
        ErrorKind::MissingRequiredArgument => format!("còn thiếu {argument}."),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            format!("chưa ghi lệnh; các lệnh: {}.", commands().join(", "))
        }
        ErrorKind::ArgumentConflict => format!("{argument} không dùng được cùng {} hoặc không được lặp lại.", given(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("số giá trị của {argument} không đúng.")
        }
        ErrorKind::InvalidUtf8 => "đối số không phải chữ Unicode.".to_owned(),
        _ => "đối số không đúng.".to_owned(),
    }
}
