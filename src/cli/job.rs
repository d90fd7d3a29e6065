//! What `report` and `check` share: settings and data loaded, files found and read, rows linked and checked.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::kept::Kept;
use super::{Basics, Common, place, screen};
use crate::dataset::Question;
use crate::finding::{self, Finding, Severity};
use crate::form::Forms;
use crate::framework::Frameworks;
use crate::handed_back::{Earlier, Told};
use crate::intake::Intake;
use crate::model::{Period, SchoolYear, State};
use crate::read::{self, Isolation, Source};
use crate::reading::Reading;
use crate::register::{ListSheet, Register};
use crate::returns::{self, Layout};
use crate::settings::Settings;
use crate::stats::UnitName;
use crate::{check, handed_back, link, write};

/// Everything that is loaded before the first file is read: whole, or refused.
pub(super) struct Job {
    pub settings: Settings,
    pub frameworks: Frameworks,
    pub forms: Forms,
    /// The tables for the office above.
    pub returns: Vec<Layout>,
    pub register: Register,
    pub intake: Intake,
    /// Whether a register was given; without one nobody is expected.
    pub expected: bool,
    /// The output of the period before, where it was given.
    pub previous: Option<Kept>,
    register_findings: Vec<Finding>,
    pub isolation: Isolation,
    /// A folder this run writes into: what lies there was sent by nobody.
    pub output: Option<PathBuf>,
    /// What the round before told the schools.
    pub earlier: Option<Told>,
    /// Where the list of receipts is kept by the program, and the day that files seen for the first time are entered with.
    recording: Option<(PathBuf, Date)>,
}

/// Whether and where the list of receipts is kept.
#[derive(Args, Clone, Default)]
pub(super) struct Recording {
    /// Ghi sổ nhận so-nhan.csv trong thư mục này: tệp thấy lần đầu được tính là nhận hôm nay
    #[arg(long, value_name = "THƯ MỤC", help_heading = "Tùy chọn")]
    intake: Option<PathBuf>,
    /// Ngày nhận ghi cho tệp thấy lần đầu, thay cho hôm nay, ví dụ 2024-01-08
    #[arg(long, value_name = "NGÀY", value_parser = super::day, help_heading = "Tùy chọn")]
    seen_on: Option<Date>,
}

/// A linked and checked reading, and the question it answers.
pub(super) struct Answer {
    pub reading: Reading,
    pub question: Question,
    /// The files that were read, by name.
    pub sources: Vec<Source>,
    /// With the files of this run in it.
    pub receipts: Receipts,
    /// What of the reading only an earlier round brought.
    pub earlier: Earlier,
}

/// The list of receipts to be kept, where the office named a place for it.
pub(super) struct Receipts(Option<(PathBuf, Vec<u8>)>);

impl Receipts {
    pub fn keep(&self) -> anyhow::Result<()> {
        match &self.0 {
            Some((path, bytes)) if std::fs::read(path).ok().as_ref() != Some(bytes) => {
                write::folder::save(path, bytes).context("Không ghi được sổ nhận; nếu đang mở trong Excel, hãy đóng lại rồi chạy lại")
            }
            _ => Ok(()),
        }
    }
}

/// The folder of the reminders, beside the workbooks handed back.
pub(super) const REMINDERS: &str = "nhac-nho";

const DEFAULT_CONFIG: &str = "ctcl.toml";
const LIST: &str = "so-nhan.csv";

impl Job {
    pub fn load(basics: &Basics, previous: Option<&Path>) -> anyhow::Result<Job> {
        if let Some(threads) = basics.threads {
            // Fails only when a pool exists already, as in tests that run several jobs in one process.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build_global();
        }
        let config = basics.config.clone().or_else(|| Path::new(DEFAULT_CONFIG).is_file().then(|| PathBuf::from(DEFAULT_CONFIG)));
        let mut settings = Settings::load(config.as_deref().map(read::located).as_deref())?;
        for path in [&mut settings.register, &mut settings.intake, &mut settings.units].into_iter().flatten() {
            *path = read::located(path);
        }
        let mut frameworks = Frameworks::load(settings.templates.as_deref())?;
        settings.override_calendars(&mut frameworks.calendars);
        settings.check_frameworks(&frameworks)?;
        let forms = Forms::load(settings.templates.as_deref())?;
        settings.check_forms(&forms)?;
        let returns = returns::load(settings.templates.as_deref())?;
        let isolation = Isolation::Workers(std::env::current_exe().context("không tìm được chính chương trình để chạy bộ đọc")?);
        let register_path = basics.register.as_deref().map(read::located).or_else(|| settings.register.clone());
        let (register, mut register_findings) = match &register_path {
            Some(path) => load_register(path, &settings, &isolation)?,
            None => (Register::default(), Vec::new()),
        };
        let mut intake = match &settings.intake {
            Some(path) if path.is_file() && is_workbook(path) => {
                let first = sheets(path, "Sổ nhận", &settings, &isolation)?.into_iter().next().unwrap_or_default();
                Intake::from_rows(first.rows, &path.display().to_string())?
            }
            Some(path) if path.is_file() => Intake::load(path)?,
            Some(path) if !settings.record_intake => {
                // Without it every school would be on time, and nobody would know why.
                let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                register_findings.push(Finding::new(&finding::RECEIPTS_NOT_THERE).raw(name));
                Intake::default()
            }
            _ => Intake::default(),
        };
        if let Some(name) = settings.intake.as_ref().and_then(|path| path.file_name()) {
            register_findings.extend(intake.find_schools(code_in(&register), &name.to_string_lossy()));
        }
        let previous = previous.map(Kept::load).transpose().context("--previous")?;
        Ok(Job {
            previous,
            settings,
            frameworks,
            forms,
            returns,
            // A list that holds only its example says of nobody that a report is due.
            expected: register_path.is_some() && !register.schools.is_empty(),
            register,
            intake,
            register_findings,
            isolation,
            recording: None,
            output: None,
            earlier: None,
        })
    }

    /// Keeps the list of receipts in this run, where the office asks for it: here, or in its settings.
    pub fn record(mut self, recording: &Recording) -> anyhow::Result<Job> {
        if let Some(file) = recording.intake.as_ref().filter(|path| path.is_file() || (is_csv(path) && !path.is_dir())) {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            bail!("Sau --intake hãy ghi thư mục, không ghi tệp: --intake {} (sổ nhận luôn tên là {LIST}).", folder.display());
        }
        let path = match &recording.intake {
            Some(folder) => Some(folder.join(LIST)),
            None => self.settings.intake.clone().filter(|_| self.settings.record_intake),
        };
        let Some(path) = path else {
            if recording.seen_on.is_some() {
                bail!("--seen-on chỉ dùng khi ghi sổ nhận: hãy thêm --intake THƯ-MỤC, hoặc record_intake = true trong ctcl.toml.");
            }
            return Ok(self);
        };
        if is_workbook(&path) {
            bail!(
                "Sổ nhận do chương trình ghi phải là tệp .csv, không phải \"{}\". Hãy lưu sổ thành CSV rồi sửa dòng intake.",
                path.display()
            );
        }
        if recording.intake.is_some() {
            self.intake = if path.is_file() { Intake::load(&path)? } else { Intake::default() };
            self.register_findings.extend(self.intake.find_schools(code_in(&self.register), LIST));
        }
        self.recording = Some((path, recording.seen_on.unwrap_or_else(today)));
        Ok(self)
    }

    /// Reads, links and checks all inputs.
    pub fn answer(&self, common: &Common, inputs: &[PathBuf]) -> anyhow::Result<Answer> {
        let (sources, aside) = read::find(inputs, &self.settings.limits)?;
        let sources = self.without_own_files(sources);
        if sources.is_empty() {
            let why = aside.iter().max_by_key(|finding| finding.rule.severity).map_or_else(String::new, |finding| format!("\n{finding}"));
            bail!("Không có tệp nào để đọc trong {}. Hãy chỉ tới thư mục chứa tệp của các trường.{why}", listed(inputs));
        }
        let (year, period, told_by_files) = self.time(common, &sources)?;
        if let Some(previous) = &self.previous {
            place::before_this_half(previous.half(), (year, period))?;
        }
        let deadline = self.settings.deadline(year, period);
        let as_of = common.as_of.or(self.settings.as_of).unwrap_or(deadline);
        let register = self.register.on(as_of);
        let is_whole =
            inputs.iter().any(|input| !input.is_file() || input.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")));
        let files: Vec<(&str, &Path)> = sources.iter().map(|source| (source.name.as_ref(), source.path.as_path())).collect();
        let (settings, idle_pins) = self.settings.on_files(&files, is_whole, |code| self.register.by_code(code).is_some());
        let context = read::Context {
            forms: &self.forms,
            frameworks: &self.frameworks,
            register: &register,
            settings: &settings,
            year,
            period: Some(period),
        };
        let bar = screen::progress(sources.len(), common.basics.quiet);
        bar.enable_steady_tick(Duration::from_millis(200));
        let mut reading = read::workbooks(&sources, context, &self.isolation, &|| bar.inc(1));
        bar.finish_and_clear();
        reading.findings.extend(aside);
        reading.findings.extend(idle_pins);
        reading.findings.extend(told_by_files);
        reading.findings.extend(self.register_findings.iter().cloned());
        if !self.expected {
            reading.findings.push(Finding::new(&finding::NO_REGISTER));
        }
        let mut intake = self.intake.near(deadline);
        if let Some((path, day)) = &self.recording {
            let entered = intake.enter(&reading.submissions, *day);
            screen::intake(path, &entered, common.basics.quiet);
            reading.findings.extend(entered.findings);
        }
        let earlier = self.earlier.as_ref().map(|told| Earlier::join(told, &mut reading)).unwrap_or_default();
        let first_half = self.previous.as_ref().filter(|previous| previous.half().0 == year).map(|previous| &previous.reading);
        let context = link::Context {
            frameworks: &self.frameworks,
            register: &register.schools,
            intake: &intake,
            year,
            period,
            deadline,
            first_half,
        };
        let mut reading = link::link(reading, context);
        let list = self.recording.as_ref().map(|(path, _)| path).or(self.settings.intake.as_ref());
        let list = list.and_then(|path| path.file_name()).map_or_else(|| LIST.to_owned(), |name| name.to_string_lossy().into_owned());
        reading.findings.extend(intake.yearless(&list));
        reading.findings.extend(intake.doubts(&reading.submissions, (year, deadline), is_whole.then_some(&list)));
        check::all(&mut reading, &check::Context { frameworks: &self.frameworks, target_level: &|framework| self.target_level(framework) });
        earlier.without_gaps(&mut reading);
        if let Some(previous) = &self.previous {
            check::repeated(&mut reading, &previous.reading);
        }
        if !reading.submissions.iter().any(|submission| submission.state == State::Accepted) {
            let first = reading
                .findings
                .iter()
                .filter(|finding| finding.file.is_some())
                .max_by_key(|finding| (finding.rule.severity, std::cmp::Reverse(finding.key())))
                .map_or_else(String::new, |finding| format!("\nVí dụ: {finding}"));
            let count = reading.submissions.len();
            let unfilled = reading.findings.iter().filter(|finding| finding.rule == &finding::FILE_UNFILLED).count();
            if unfilled == count {
                bail!("Cả {count} tệp đã cho đều là mẫu chưa điền, nên không ghi gì.{first}");
            }
            bail!("Không đọc được tệp nào trong {count} tệp đã cho, nên không ghi gì.{first}");
        }
        let receipts = Receipts(match &self.recording {
            Some((path, _)) => {
                intake.complete(&reading.submissions, year, period);
                Some((path.clone(), intake.to_bytes()?))
            }
            None => None,
        });
        Ok(Answer {
            reading,
            question: Question { school_year: year, period, as_of, deadline, expected: self.expected },
            sources,
            receipts,
            earlier,
        })
    }

    /// What is wrong with the register, for a command that lists no findings.
    pub fn register_faults(&self) -> impl Iterator<Item = &Finding> {
        self.register_findings.iter().filter(|finding| finding.rule.severity >= Severity::Warning)
    }

    /// The rows of a list of the office, sheet by sheet: `.xlsx` or `.csv`.
    pub fn lists(&self, path: &Path, what: &str) -> anyhow::Result<Vec<Vec<Vec<String>>>> {
        if !is_csv(path) {
            return Ok(sheets(path, what, &self.settings, &self.isolation)?.into_iter().map(|sheet| sheet.rows).collect());
        }
        let bytes = std::fs::read(path)
            .with_context(|| format!("Không đọc được {what} \"{}\". Kiểm tra đường dẫn và quyền đọc.", path.display()))?;
        Ok(vec![crate::rollup::Expected::csv_rows(&bytes, &path.display().to_string())?])
    }

    /// A unit without a name is told of: its letterhead lacks it, and a roll-up would call it after the folder it sent.
    pub fn tell_unnamed(&self, quiet: bool) {
        if !quiet && self.settings.unit.name.trim().is_empty() {
            screen::told_aside(
                "Chưa có tên đơn vị: đầu các trang in thiếu tên, và khi gộp lên cấp trên sẽ lấy tên thư mục thay vào. Hãy ghi name = \"…\" ở mục [unit] của ctcl.toml.",
            );
        }
    }

    /// The unit that compiles, as the figures name it.
    pub fn unit(&self) -> UnitName {
        let unit = &self.settings.unit;
        UnitName { name: unit.name.clone(), level: unit.level.clone(), parent: unit.parent.clone() }
    }

    /// The level a framework's schools are measured against.
    pub fn target_level(&self, framework: &str) -> u8 {
        match self.frameworks.get(framework) {
            Some(framework) => self.settings.target_level(framework),
            None => 1,
        }
    }

    /// The register and the list of receipts may lie among the schools' files; they are the office's own.
    fn without_own_files(&self, sources: Vec<Source>) -> Vec<Source> {
        let recorded = self.recording.as_ref().map(|(path, _)| path.as_path());
        let own: Vec<PathBuf> = [self.settings.register.as_deref(), self.settings.intake.as_deref(), recorded]
            .into_iter()
            .flatten()
            .filter_map(|path| path.canonicalize().ok())
            .collect();
        let output = self.output.as_ref().and_then(|path| path.canonicalize().ok());
        let is_own = |path: PathBuf| own.contains(&path) || output.as_ref().is_some_and(|output| path.starts_with(output));
        sources.into_iter().filter(|source| !source.path.canonicalize().is_ok_and(is_own) && !is_own_name(&source.name)).collect()
    }

    /// The year and the half reported on: as the command or the settings say, else as the files do, which is told.
    fn time(&self, common: &Common, sources: &[Source]) -> anyhow::Result<(SchoolYear, Period, Option<Finding>)> {
        let year = common.basics.year.or(self.settings.school_year);
        let period = common.basics.period.map(Period::from).or(self.settings.period);
        if let (Some(year), Some(period)) = (year, period) {
            return Ok((year, period, None));
        }
        let found = read::when(sources, year, &self.settings.limits, &self.isolation);
        let mut told = Vec::new();
        let year_taken = match year.or(found.year) {
            Some(year) => year,
            None => {
                bail!("không rõ năm học: các tệp không ghi. Hãy thêm --year, ví dụ --year 2023-2024, hoặc ghi school_year vào ctcl.toml")
            }
        };
        if year.is_none() {
            told.push(("năm học", year_taken.to_string(), format!("phần lớn trong {} tệp đã xem ghi năm học này", found.files)));
        }
        let follows = self.previous.as_ref().is_some_and(|previous| previous.half() == (year_taken, Period::Hk1));
        let (period_taken, why) = match (period, found.period) {
            (Some(period), _) => (period, ""),
            (None, _) if follows => (Period::Hk2, "kết quả sau --previous là của Học kỳ I"),
            (None, Some(period)) => (period, "theo tiêu đề, tên hoặc ngày ký của các tệp"),
            (None, None) => (Period::Hk1, "các tệp không ghi kỳ nào"),
        };
        if period.is_none() {
            told.push(("kỳ báo cáo", period_taken.title().to_owned(), why.to_owned()));
        }
        let finding = Finding::new(&finding::TIME_FROM_FILES)
            .with("what", told.iter().map(|(what, ..)| *what).collect::<Vec<_>>().join(" và "))
            .with("taken", told.iter().map(|(_, taken, _)| taken.as_str()).collect::<Vec<_>>().join(", "))
            .with("why", told.iter().map(|(.., why)| why.as_str()).collect::<Vec<_>>().join("; "));
        Ok((year_taken, period_taken, Some(finding)))
    }
}

/// The day in Việt Nam, which has one time and no summer time, whatever the machine is set to.
fn today() -> Date {
    const HOURS_AHEAD: i8 = 7;
    Offset::constant(HOURS_AHEAD).to_datetime(Timestamp::now()).date()
}

fn is_own_name(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let reminder = name.split('/').rev().nth(1) == Some(REMINDERS) && (last.ends_with(".txt") || last.ends_with(".csv"));
    matches!(last, DEFAULT_CONFIG | LIST | handed_back::FILE) || last.starts_with(".ctcl") || reminder
}

fn load_register(path: &Path, settings: &Settings, isolation: &Isolation) -> anyhow::Result<(Register, Vec<Finding>)> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    if is_csv(path) {
        return Register::load_csv(path);
    }
    Register::from_sheets(&sheets(path, "Danh sách trường", settings, isolation)?, &name)
}

/// The code of the school that the office means.
fn code_in(register: &Register) -> impl Fn(&str) -> Option<String> {
    |written| register.written(written).map(|school| school.id.clone())
}

fn is_workbook(path: &Path) -> bool {
    const ENDINGS: [&str; 5] = ["xlsx", "xlsm", "xls", "xlsb", "ods"];
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// The sheets of a workbook of the office's own that hold something; `what` it is stands in the refusal.
fn sheets(path: &Path, what: &str, settings: &Settings, isolation: &Isolation) -> anyhow::Result<Vec<ListSheet>> {
    if path.is_dir() {
        bail!("{what} \"{}\" là thư mục. Hãy ghi cả tên tệp .xlsx hoặc .csv.", path.display());
    }
    let (sources, _) = read::find(&[path.to_path_buf()], &settings.limits)?;
    let source = sources.first().with_context(|| format!("Không mở được {what} \"{}\".", path.display()))?;
    read::plain_sheets(source, &settings.limits, isolation)
        .map_err(|finding| anyhow::anyhow!("{what} \"{}\": {} {}", path.display(), finding.message(), finding.remedy()))
}

fn listed(inputs: &[PathBuf]) -> String {
    inputs.iter().map(|input| format!("\"{}\"", input.display())).collect::<Vec<_>>().join(", ")
}
