//! The commands. Each shows its whole path in its own file; here they are chosen, and how they end is said.

mod check;
mod compare;
mod explain;
mod hand_back;
mod init;
mod job;
mod kept;
mod output;
mod parse;
mod place;
mod report;
mod rollup;
mod screen;
mod template;
mod usage;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::model::{Period, SchoolYear};
use crate::stats::Grouping;

/// Done.
const DONE: u8 = 0;
/// Done, and there are findings of severity error.
const FOUND_ERRORS: u8 = 1;
/// Could not be done.
const FAILED: u8 = 2;

#[derive(Parser)]
#[command(name = "ctcl", version, about = "Tổng hợp báo cáo kế hoạch cải tiến chất lượng giáo dục của các trường", long_about = None, help_template = usage::TEMPLATE, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// In hướng dẫn này
    #[arg(short = 'h', long = "help", action = clap::ArgAction::Help, global = true, help_heading = "Khác")]
    help: Option<bool>,
    /// In phiên bản
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version, help_heading = "Khác")]
    version: Option<bool>,
}

#[derive(Subcommand)]
#[command(subcommand_help_heading = "Lệnh")]
enum Command {
    /// Tổng hợp: đọc tệp của các trường, ghi tong-hop.xlsx, biểu đồ và số liệu
    #[command(visible_alias = "tong-hop", help_template = usage::TEMPLATE, after_help = report::EXAMPLE)]
    Report(report::Arguments),
    /// Kiểm tra: đọc và nêu những chỗ cần xem; trả lại từng trường tệp đã đánh dấu
    #[command(visible_alias = "kiem-tra", help_template = usage::TEMPLATE, after_help = check::EXAMPLE)]
    Check(check::Arguments),
    /// So sánh hai kỳ: trường mới báo cáo, tiêu chí mới đạt, việc xong thêm, quá hạn thêm
    #[command(visible_alias = "so-sanh", help_template = usage::TEMPLATE, after_help = compare::EXAMPLE)]
    Compare(compare::Arguments),
    /// Gộp: kết quả của nhiều đơn vị thành kết quả của cấp trên
    #[command(visible_alias = "gop", help_template = usage::TEMPLATE, after_help = rollup::EXAMPLE)]
    Rollup(rollup::Arguments),
    /// Mẫu: tạo cho mỗi trường một tệp Excel để điền, có sẵn tiêu chí và danh sách chọn
    #[command(visible_alias = "mau", help_template = usage::TEMPLATE, after_help = template::EXAMPLE)]
    Template(template::Arguments),
    /// Giải thích một số liệu: dựa trên tệp, trang tính, ô nào, theo quy tắc nào
    #[command(visible_alias = "giai-thich", help_template = usage::TEMPLATE, after_help = explain::EXAMPLE)]
    Explain(explain::Arguments),
    /// Xem một cụm chữ được hiểu thế nào
    #[command(visible_alias = "doc", help_template = usage::TEMPLATE, after_help = parse::EXAMPLE)]
    Parse(parse::Arguments),
    /// Tạo ctcl.toml và danh sách trường để điền
    #[command(visible_alias = "bat-dau", help_template = usage::TEMPLATE, after_help = init::EXAMPLE)]
    Init(init::Arguments),
    #[command(name = crate::read::WORKER_SUBCOMMAND, hide = true)]
    Worker { memory_mib: usize },
}

/// What every command that reads workbooks takes.
#[derive(Args, Clone, Default)]
struct Common {
    #[command(flatten)]
    basics: Basics,
    /// Ngày chốt số liệu, ví dụ 2024-01-10 (mặc định: hạn nộp của kỳ)
    #[arg(long, value_name = "NGÀY", value_parser = day, help_heading = "Tùy chọn")]
    as_of: Option<Date>,
    /// Kết quả của kỳ trước, để so sánh
    #[arg(long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    previous: Option<PathBuf>,
    /// Thoát với mã 1 khi có lỗi trong tệp của trường
    #[arg(long, help_heading = "Tùy chọn")]
    strict: bool,
}

/// What every command that goes by the office's settings takes.
#[derive(Args, Clone, Default)]
struct Basics {
    /// Tệp cấu hình (mặc định: ctcl.toml trong thư mục hiện tại, nếu có)
    #[arg(long, value_name = "TỆP", help_heading = "Tùy chọn")]
    config: Option<PathBuf>,
    /// Danh sách trường (.xlsx hoặc .csv)
    #[arg(long, value_name = "TỆP", help_heading = "Tùy chọn")]
    register: Option<PathBuf>,
    /// Năm học, ví dụ 2023-2024
    #[arg(long, value_name = "NĂM HỌC", help_heading = "Tùy chọn")]
    year: Option<SchoolYear>,
    /// Kỳ báo cáo: hk1 (10/01) hoặc hk2 (10/5)
    #[arg(long, value_name = "KỲ", ignore_case = true, hide_possible_values = true, help_heading = "Tùy chọn")]
    period: Option<PeriodArgument>,
    /// Số luồng xử lý (mặc định: số nhân máy)
    #[arg(long, value_name = "SỐ", help_heading = "Tùy chọn")]
    threads: Option<usize>,
    /// In kết quả dạng JSON ra stdout
    #[arg(long, help_heading = "Tùy chọn")]
    json: bool,
    /// Không in tiến độ và tóm tắt
    #[arg(long, help_heading = "Tùy chọn")]
    quiet: bool,
    /// Không dùng màu
    #[arg(long, help_heading = "Tùy chọn")]
    no_color: bool,
}

/// What schools are grouped by, as the command line names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GroupingArgument {
    Xa,
    XaMoi,
    XaCu,
    HuyenCu,
    Cum,
    LoaiHinh,
    DonVi,
}

impl From<GroupingArgument> for Grouping {
    fn from(grouping: GroupingArgument) -> Self {
        match grouping {
            GroupingArgument::Xa => Grouping::Commune,
            GroupingArgument::XaMoi => Grouping::CommuneNew,
            GroupingArgument::XaCu => Grouping::CommuneBefore,
            GroupingArgument::HuyenCu => Grouping::District,
            GroupingArgument::Cum => Grouping::Cluster,
            GroupingArgument::LoaiHinh => Grouping::Kind,
            GroupingArgument::DonVi => Grouping::Unit,
        }
    }
}

/// Each once, in the order of the sheet.
fn groupings(given: &[GroupingArgument]) -> Vec<Grouping> {
    Grouping::ALL.into_iter().filter(|grouping| given.iter().any(|given| Grouping::from(*given) == *grouping)).collect()
}

/// A day as an option gives it.
fn day(text: &str) -> Result<Date, &'static str> {
    crate::template::day(text).ok_or(crate::template::DAY_SHOWN)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PeriodArgument {
    Hk1,
    Hk2,
}

impl From<PeriodArgument> for Period {
    fn from(period: PeriodArgument) -> Self {
        match period {
            PeriodArgument::Hk1 => Period::Hk1,
            PeriodArgument::Hk2 => Period::Hk2,
        }
    }
}

/// What a process is there for, and so how it should keep its memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Process {
    /// A command of the office, on several threads, that holds much for a short while.
    Job,
    /// Parses files for another process, within a bound.
    Worker { most_bytes: usize },
}

/// Parses, runs, and says how it ended. `keep_memory` is told what this process is, before it does anything.
pub fn run(arguments: impl IntoIterator<Item = OsString>, keep_memory: impl FnOnce(Process)) -> ExitCode {
    let cli = match Cli::try_parse_from(parse::options_first(arguments.into_iter().collect())) {
        Ok(cli) => cli,
        Err(error) => return usage::explain(&error),
    };
    std::panic::set_hook(Box::new(screen::panicked));
    keep_memory(match cli.command {
        Command::Worker { memory_mib } => Process::Worker { most_bytes: memory_mib.saturating_mul(1 << 20) },
        _ => Process::Job,
    });
    let ended = guarded(|| match cli.command {
        Command::Report(arguments) => report::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Rollup(arguments) => rollup::run(&arguments),
        Command::Template(arguments) => template::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Parse(arguments) => parse::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Worker { .. } => crate::read::serve().map(|()| DONE).map_err(anyhow::Error::from),
    });
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            screen::failure(&error);
            ExitCode::from(FAILED)
        }
    }
}

/// A fault of our own ends the command like any other: nothing written, exit code 2.
fn guarded(command: impl FnOnce() -> anyhow::Result<u8>) -> anyhow::Result<u8> {
    catch_unwind(AssertUnwindSafe(command))
        .unwrap_or_else(|_| Err(anyhow::anyhow!("chương trình dừng giữa chừng vì lỗi của chính nó; kết quả cũ còn nguyên.")))
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_fault_of_our_own_is_a_command_that_could_not_be_done() {
        let error = guarded(|| panic!("Nguyễn Văn A")).expect_err("it fails");
        assert!(error.to_string().contains("kết quả cũ còn nguyên") && !error.to_string().contains("Nguyễn"), "{error}");
        assert_eq!(guarded(|| Ok(1)).ok(), Some(1));
    }
}
