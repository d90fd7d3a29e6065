//! `ctcl init`: a commented `ctcl.toml` and a register to fill in.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;

use super::{DONE, screen};
use crate::{report, settings, write};

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl init hoc-ky-1\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Thư mục sẽ chứa ctcl.toml và danh-sach-truong.xlsx
    #[arg(value_name = "THƯ MỤC", help_heading = "Đối số")]
    folder: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let folder = &arguments.folder;
    fs::create_dir_all(folder).with_context(|| format!("Không tạo được thư mục \"{}\"", folder.display()))?;
    let files: [(&str, Vec<u8>); 2] = [
        ("ctcl.toml", settings::EXAMPLE.as_bytes().to_vec()),
        ("danh-sach-truong.xlsx", write::xlsx::to_bytes(&report::blank_register())?),
    ];
    if let Some((name, _)) = files.iter().find(|(name, _)| folder.join(name).exists()) {
        bail!("\"{}\" đã có, không ghi đè. Hãy chọn thư mục khác hoặc đổi tên tệp cũ.", folder.join(name).display());
    }
    for (name, bytes) in &files {
        save(&folder.join(name), bytes)?;
    }
    screen::result(&format!(
        "Đã tạo {0}/ctcl.toml và {0}/danh-sach-truong.xlsx.\nViệc tiếp theo: mở danh-sach-truong.xlsx, điền các trường; mở ctcl.toml bằng Notepad, điền tên đơn vị; rồi chạy:\n  ctcl report THƯ-MỤC-TỆP-CÁC-TRƯỜNG --config {0}/ctcl.toml -o ket-qua\n",
        folder.display()
    ))?;
    Ok(DONE)
}

fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| format!("Không ghi được \"{}\"", path.display()))
}
