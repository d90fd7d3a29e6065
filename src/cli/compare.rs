//! `ctcl compare`: two outputs in, a workbook of what changed between them out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::kept::Kept;
use super::{DONE, place, screen};
use crate::compare::{self, Changes, Pins};
use crate::framework::Frameworks;
use crate::report::{Signature, comparison};
use crate::settings::Settings;
use crate::write;

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl compare ket-qua-hk1 ket-qua-hk2 -o so-sanh.xlsx\n";

const DEFAULT_CONFIG: &str = "ctcl.toml";

#[derive(Args)]
pub(super) struct Arguments {
    /// Thư mục kết quả của kỳ trước
    #[arg(value_name = "KỲ TRƯỚC", help_heading = "Đối số")]
    old: PathBuf,
    /// Thư mục kết quả của kỳ này
    #[arg(value_name = "KỲ NÀY", help_heading = "Đối số")]
    new: PathBuf,
    /// Sổ Excel ghi kết quả so sánh
    #[arg(short, long, value_name = "TỆP", help_heading = "Tùy chọn")]
    output: PathBuf,
    /// Tệp ghi việc nào của hai kỳ là một (.csv); chưa có thì được tạo, chỗ chưa chắc được thêm vào để đơn vị trả lời
    #[arg(long, value_name = "TỆP", help_heading = "Tùy chọn")]
    pins: Option<PathBuf>,
    /// Tệp cấu hình (mặc định: ctcl.toml trong thư mục hiện tại, nếu có)
    #[arg(long, value_name = "TỆP", help_heading = "Tùy chọn")]
    config: Option<PathBuf>,
    /// In mọi thay đổi dạng JSON ra stdout
    #[arg(long, help_heading = "Tùy chọn")]
    json: bool,
    /// Không in tóm tắt
    #[arg(long, help_heading = "Tùy chọn")]
    quiet: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let config = arguments.config.clone().or_else(|| Path::new(DEFAULT_CONFIG).is_file().then(|| PathBuf::from(DEFAULT_CONFIG)));
    let settings = Settings::load(config.as_deref())?;
    let frameworks = Frameworks::load(settings.templates.as_deref())?;
    place::for_comparison(&arguments.output)?;
    let pins = pins(arguments.pins.as_deref())?;
    let (old, new) = (Kept::load(&arguments.old)?, Kept::load(&arguments.new)?);
    let changes = compare::between(old.side(), new.side(), &pins).context("Không so sánh được")?;
    let view = comparison::View::new(&changes, &frameworks, settings.thresholds.printed_rows);
    let unit = &settings.unit;
    let signature = Signature { place: &unit.place, title: &unit.signatory_title, name: &unit.signatory_name };
    let landed = write::folder::save_or_beside(&arguments.output, &write::xlsx::to_bytes(&comparison::book(&view, signature))?)?;
    screen::landed(&landed, &arguments.output);
    let asked = match &arguments.pins {
        Some(path) => ask(path, &pins, &changes)?,
        None => 0,
    };
    if arguments.json {
        screen::result(&String::from_utf8(write::json::to_bytes(&changes)?)?)?;
    } else if !arguments.quiet {
        screen::said(&comparison::spoken(&view, &landed.place, arguments.pins.as_deref(), asked))?;
    }
    Ok(DONE)
}

/// What the office has decided; a list that is not there yet is empty.
pub(super) fn pins(path: Option<&Path>) -> anyhow::Result<Pins> {
    match path {
        Some(path) if path.is_file() => Pins::load(path),
        _ => Ok(Pins::default()),
    }
}

/// Adds what is in doubt to the list, for the office to decide; what stands there stays as it is.
fn ask(path: &Path, pins: &Pins, changes: &Changes) -> anyhow::Result<usize> {
    let questions = pins.questions(changes);
    if questions.is_empty() {
        return Ok(0);
    }
    let known = match path.is_file() {
        true => fs::read(path).with_context(|| format!("Không đọc được \"{}\"", path.display()))?,
        false => Vec::new(),
    };
    write::folder::save(
        path,
        &write::csv::with_rows(&known, &Pins::TITLES, questions.iter().map(|line| line.to_vec()), pins.delimiter())?,
    )?;
    Ok(questions.len())
}
