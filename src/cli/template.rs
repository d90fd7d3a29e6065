//! `ctcl template`: the register, the forms and an earlier output in; one workbook to fill in for each school out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use jiff::civil::Date;
use serde_json::json;

use super::job::Job;
use super::{Basics, DONE, place, screen};
use crate::dataset::Dataset;
use crate::framework::Framework;
use crate::handout::{Carried, Handout, carried};
use crate::model::{Action, Calendars, Period, School, SchoolKind, SchoolYear};
use crate::reading::Reading;
use crate::register::Register;
use crate::{text, write};

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl template --register danh-sach-truong.xlsx --year 2026-2027 --period hk1 -o mau\n  ctcl template --from ket-qua -o mau-ky-sau\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Thư mục ghi các tệp mẫu; không ghi đè tệp đã có nội dung khác
    #[arg(short, long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    output: PathBuf,
    /// Thư mục kết quả của ctcl report kỳ trước: mẫu kỳ sau có sẵn những việc đi tiếp
    #[arg(long, value_name = "THƯ MỤC", conflicts_with = "by_kind", help_heading = "Tùy chọn")]
    from: Option<PathBuf>,
    /// Mỗi loại hình một tệp chung, trường tự ghi tên (khi không có danh sách trường thì luôn như vậy)
    #[arg(long, help_heading = "Tùy chọn")]
    by_kind: bool,
    /// Thêm trang thu thập minh chứng
    #[arg(long, help_heading = "Tùy chọn")]
    evidence: bool,
    /// Danh sách trường vào ngày này, ví dụ 2027-01-10: trường đã sáp nhập hay giải thể thì không có mẫu (mặc định: hạn nộp của kỳ)
    #[arg(long, value_name = "NGÀY", value_parser = super::day, help_heading = "Tùy chọn")]
    as_of: Option<Date>,
    #[command(flatten)]
    basics: Basics,
}

/// One file to be written.
struct File<'a> {
    name: String,
    framework: &'a Framework,
    school: Option<&'a School>,
    bytes: Vec<u8>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let basics = &arguments.basics;
    let job = Job::load(basics, None)?;
    place::apart("-o", &arguments.output, &arguments.from)?;
    if !basics.quiet {
        job.register_faults().for_each(|fault| screen::told_aside(&fault.to_string()));
    }
    if let Some(path) = basics.register.as_ref().or(job.settings.register.as_ref()).filter(|_| !arguments.by_kind && !job.expected) {
        bail!(
            "Danh sách trường \"{}\" chưa có trường nào (dòng ví dụ không phải trường), nên chưa có ai để phát mẫu. Hãy điền danh sách; muốn mẫu chung cho mỗi loại hình thì thêm --by-kind.",
            path.display()
        );
    }
    let earlier = arguments.from.as_deref().map(Earlier::load).transpose()?;
    let (year, period) = time(&job, basics, earlier.as_ref())?;
    // Who is to report is who is a school on the day of closing: none that has become part of another by then.
    let deadline = job.settings.deadline(year, period);
    let register = job.register.on(arguments.as_of.unwrap_or(deadline));
    let schools = match &earlier {
        Some(earlier) if job.register.schools.is_empty() => &earlier.reading.schools,
        _ => &register.schools,
    };
    let (recipients, left_out) = recipients(&job, schools, arguments.by_kind, year);
    if recipients.is_empty() {
        bail!(
            "Năm học {year} không có bộ tiêu chuẩn nào cho các trường này, nên không có mẫu để phát. Hãy kiểm tra cột Loại hình trong danh sách trường và --year."
        );
    }
    let mut files = Vec::new();
    for (school, kind, framework) in recipients {
        let goes_on = match (&earlier, school) {
            (Some(earlier), Some(school)) => earlier.carried(school, &register, (framework, &job.frameworks.calendars), year),
            _ => Vec::new(),
        };
        let handout = Handout {
            framework,
            forms: &job.forms,
            school,
            unit: &job.settings.unit.name,
            year,
            period,
            deadline,
            optional: arguments.evidence,
            carried: &goes_on,
        };
        let book = handout.book();
        if book.sheets.is_empty() {
            bail!("Bộ tiêu chuẩn {} chưa có biểu nào để phát: thêm mục [blank] vào một biểu trong thư mục mẫu của đơn vị.", framework.id);
        }
        files.push(File { name: file_name(school, kind), framework, school, bytes: write::xlsx::to_bytes(&book)? });
    }
    save(&arguments.output, &files)?;
    if basics.json {
        let listed: Vec<_> = files
            .iter()
            .map(|file| json!({"file": file.name, "school_id": file.school.map(|school| &school.id), "framework": file.framework.id}))
            .collect();
        let value = json!({"school_year": year.to_string(), "period": period.code(), "files": listed, "left_out": left_out});
        screen::result(&format!("{}\n", serde_json::to_string_pretty(&value)?))?;
    } else if !basics.quiet {
        let mut said = format!("Đã ghi {} tệp mẫu ({}, năm học {year}) vào {}.\n", files.len(), period.title(), arguments.output.display());
        for name in &left_out {
            said.push_str(&format!(
                "Chưa có mẫu cho {name}: danh sách trường chưa ghi loại hình, hoặc năm học này chưa có bộ tiêu chuẩn cho loại hình ấy.\n"
            ));
        }
        screen::said(&said)?;
    }
    Ok(DONE)
}

/// An earlier output: which period it was of, and what it held.
struct Earlier {
    year: SchoolYear,
    period: Period,
    reading: Reading,
}

impl Earlier {
    fn load(folder: &Path) -> anyhow::Result<Earlier> {
        #[derive(serde::Deserialize)]
        struct Figures {
            school_year: SchoolYear,
            period: Period,
        }
        let path = folder.join("thong-ke.json");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("Không mở được \"{}\". Hãy chỉ --from tới thư mục kết quả của ctcl report", path.display()))?;
        let figures: Figures =
            serde_json::from_str(&text).with_context(|| format!("\"{}\" không phải số liệu của ctcl report", path.display()))?;
        let reading = Dataset::load(&folder.join("du-lieu"))?.reading()?;
        Ok(Earlier { year: figures.school_year, period: figures.period, reading })
    }

    /// The period after it.
    fn next(&self) -> Option<(SchoolYear, Period)> {
        match self.period {
            Period::Hk1 => Some((self.year, Period::Hk2)),
            Period::Hk2 => Some((SchoolYear::new(self.year.second())?, Period::Hk1)),
        }
    }

    /// The work that goes on at a school: its own, and that of schools that have become part of it since.
    fn carried(
        &self,
        school: &School,
        register: &Register,
        (framework, calendars): (&Framework, &Calendars),
        into: SchoolYear,
    ) -> Vec<Carried> {
        let is_its = |id: &str| id == school.id || register.by_code(id).is_some_and(|now| now.id == school.id);
        let own: Vec<&Action> = self.reading.actions.iter().filter(|action| is_its(&action.school_id)).collect();
        carried(&own, (self.year, into), framework, calendars)
    }
}

/// The school year and period the workbooks are for: as told; after an earlier output the next, unless the settings are ahead already.
fn time(job: &Job, basics: &Basics, earlier: Option<&Earlier>) -> anyhow::Result<(SchoolYear, Period)> {
    let settled = job.settings.school_year.map(|year| (year, job.settings.period.unwrap_or(Period::Hk1)));
    let following = earlier.and_then(|earlier| Some((earlier, earlier.next()?)));
    let usual = match (settled, following) {
        (Some(settled), Some((earlier, _))) if settled > (earlier.year, earlier.period) => Some(settled),
        (_, Some((_, next))) => Some(next),
        (settled, None) => settled,
    };
    let year = basics.year.or(usual.map(|(year, _)| year));
    let year = year.context("không rõ năm học: hãy thêm --year, ví dụ --year 2026-2027, hoặc ghi school_year vào ctcl.toml")?;
    let period = basics.period.map(Period::from).or(usual.map(|(_, period)| period)).or(job.settings.period);
    Ok((year, period.unwrap_or(Period::Hk1)))
}

type Recipient<'a> = (Option<&'a School>, SchoolKind, &'a Framework);

/// Who gets a workbook, and the names of the schools that cannot.
fn recipients<'a>(job: &'a Job, schools: &'a [School], by_kind: bool, year: SchoolYear) -> (Vec<Recipient<'a>>, Vec<String>) {
    let framework = |kind: SchoolKind| job.frameworks.of(kind, year);
    if by_kind || schools.is_empty() {
        let there = |kind: &SchoolKind| schools.is_empty() || schools.iter().any(|school| school.kind == Some(*kind));
        let kinds = SchoolKind::ALL.into_iter().filter(there);
        return (kinds.filter_map(|kind| Some((None, kind, framework(kind)?))).collect(), Vec::new());
    }
    let found: Vec<(&School, Option<Recipient<'a>>)> =
        schools.iter().map(|school| (school, school.kind.and_then(|kind| Some((Some(school), kind, framework(kind)?))))).collect();
    let left_out = found.iter().filter(|(_, recipient)| recipient.is_none()).map(|(school, _)| school.name.clone()).collect();
    (found.into_iter().filter_map(|(_, recipient)| recipient).collect(), left_out)
}

/// `09901001_truong-mam-non-hoa-sen.xlsx`: letters every system knows, so that no mail program spoils them.
fn file_name(school: Option<&School>, kind: SchoolKind) -> String {
    const MOST_LETTERS: usize = 60;
    let plain = |text: &str| {
        text::fold(text).split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
    };
    match school {
        None => format!("mau_{}.xlsx", kind.code()),
        Some(school) => {
            let (id, name) = (plain(&school.id), plain(&school.name));
            let name: String = name.chars().take(MOST_LETTERS).collect();
            // Without a code in the register the name is the code.
            if id == name || name.ends_with(&id) { format!("{name}.xlsx") } else { format!("{id}_{}.xlsx", name.trim_end_matches('-')) }
        }
    }
}

/// Writes all or nothing, and nothing over a file that says something else: it may be one that a school has filled in.
fn save(folder: &Path, files: &[File<'_>]) -> anyhow::Result<()> {
    let mut names = BTreeSet::new();
    if let Some(file) = files.iter().find(|file| !names.insert(file.name.as_str())) {
        bail!("Hai trường cùng có tệp mẫu tên \"{}\". Hãy điền mã trường khác nhau vào danh sách.", file.name);
    }
    let mut missing = Vec::new();
    for file in files {
        let path = folder.join(&file.name);
        match fs::read(&path) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => bail!(
                "\"{}\" đã có và có nội dung khác (có thể trường đã điền), nên không ghi tệp nào. Hãy chọn thư mục khác sau -o, hoặc dời tệp cũ đi.",
                path.display()
            ),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => missing.push((path, &file.bytes)),
            Err(error) => return Err(error).with_context(|| format!("Không đọc được \"{}\" đã có trong thư mục kết quả", path.display())),
        }
    }
    for (at, (path, bytes)) in missing.iter().enumerate() {
        if let Err(error) = write::folder::save(path, bytes) {
            for (written, _) in &missing[..at] {
                // What cannot be taken back is a blank form; the error that is told is the one that matters.
                let _ = fs::remove_file(written);
            }
            return Err(error);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(id: &str, name: &str) -> School {
        School {
            id: id.to_owned(),
            name: name.to_owned(),
            kind: Some(SchoolKind::Thcs),
            commune: String::new(),
            cluster: String::new(),
            aliases: Vec::new(),
            accreditation: None,
            national_standard: None,
            recognised_on: None,
            target_level: None,
            framework: None,
            registered: true,
            geography: Default::default(),
            lineage: Default::default(),
        }
    }

    #[test]
    fn a_file_is_named_by_code_and_name_in_plain_letters() {
        for (id, name, file) in [
            ("09903001", "Trường THCS Hoa Sen", "09903001_truong-thcs-hoa-sen.xlsx"),
            ("../a:b", "Trường Tiểu học Đoàn Kết", "a-b_truong-tieu-hoc-doan-ket.xlsx"),
            ("thcs-hoa-sen", "Trường THCS Hoa Sen", "truong-thcs-hoa-sen.xlsx"),
        ] {
            assert_eq!(file_name(Some(&school(id, name)), SchoolKind::Thcs), file);
        }
        assert_eq!(file_name(None, SchoolKind::MamNon), "mau_mam_non.xlsx");
    }

    #[test]
    fn a_file_with_other_content_is_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let frameworks = crate::framework::Frameworks::load(None).expect("sound");
        let file =
            |name: &str, bytes: &[u8]| File { name: name.to_owned(), framework: &frameworks.all[0], school: None, bytes: bytes.to_vec() };
        save(folder.path(), &[file("a.xlsx", b"a")]).expect("written");
        save(folder.path(), &[file("a.xlsx", b"a"), file("b.xlsx", b"b")]).expect("the same again, and one more");
        let refused = save(folder.path(), &[file("c.xlsx", b"c"), file("a.xlsx", b"filled in")]).expect_err("refused").to_string();
        assert!(refused.contains("a.xlsx") && !folder.path().join("c.xlsx").exists(), "{refused}");
        assert!(save(folder.path(), &[file("d.xlsx", b"1"), file("d.xlsx", b"2")]).is_err());
    }
}
