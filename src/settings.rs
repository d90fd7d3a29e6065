//! `ctcl.toml` in, what the office decided out; without a file, what holds for everybody.

mod file;
mod limits;
mod pin;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::finding::{self, Finding};
use crate::form::Forms;
use crate::framework;
use crate::framework::{Framework, Frameworks};
use crate::model::{Calendar, Calendars, Period, SchoolYear};
use crate::template::{DayOfYear, Source};

pub use limits::{Limits, Thresholds};
pub use pin::Pin;

/// What `ctcl init` writes: every key explained, valid as it stands.
pub const EXAMPLE: &str = include_str!("../templates/init/ctcl.toml");

/// Everything an office can decide.
#[derive(Debug, Clone)]
pub struct Settings {
    pub unit: Unit,
    pub school_year: Option<SchoolYear>,
    pub period: Option<Period>,
    pub as_of: Option<Date>,
    pub deadlines: Deadlines,
    pub thresholds: Thresholds,
    pub limits: Limits,
    /// The folder whose files replace and extend those built in.
    pub templates: Option<PathBuf>,
    pub register: Option<PathBuf>,
    pub intake: Option<PathBuf>,
    /// The units a roll-up waits for.
    pub units: Option<PathBuf>,
    /// Files seen for the first time are entered there as received on that day.
    pub record_intake: bool,
    pins: Vec<Placed<Pin>>,
    /// File, and the code of the school it is pinned to.
    schools: Vec<(Placed<String>, String)>,
    /// The files of pins are those of a run, each by its whole name.
    settled: bool,
    /// By id or family of a framework.
    target_levels: BTreeMap<String, Placed<u8>>,
    calendars: BTreeMap<SchoolYear, Placed<CalendarChange>>,
    source: Source,
}

/// The unit that compiles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unit {
    pub name: String,
    /// A code of [`LEVELS`], or the office's own word.
    pub level: String,
    pub parent: String,
    pub place: String,
    pub signatory_title: String,
    pub signatory_name: String,
}

/// The last day to report, of each half of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    pub hk1: DayOfYear,
    pub hk2: DayOfYear,
}

impl Default for Deadlines {
    fn default() -> Self {
        Deadlines { hk1: DayOfYear { month: 1, day: 10 }, hk2: DayOfYear { month: 5, day: 10 } }
    }
}

/// A value and where it stands in the file, for what is checked once frameworks and forms are known.
#[derive(Debug, Clone)]
struct Placed<T> {
    value: T,
    span: Range<usize>,
}

/// The dates of one school year that differ here.
#[derive(Debug, Clone, Copy, Default)]
struct CalendarChange {
    year_start: Option<Date>,
    semester1_end: Option<Date>,
    semester2_start: Option<Date>,
    year_end: Option<Date>,
}

impl CalendarChange {
    fn over(self, calendar: Calendar) -> Calendar {
        Calendar {
            year_start: self.year_start.unwrap_or(calendar.year_start),
            semester1_end: self.semester1_end.unwrap_or(calendar.semester1_end),
            semester2_start: self.semester2_start.unwrap_or(calendar.semester2_start),
            year_end: self.year_end.unwrap_or(calendar.year_end),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            unit: Unit::default(),
            school_year: None,
            period: None,
            as_of: None,
            deadlines: Deadlines::default(),
            thresholds: Thresholds::default(),
            limits: Limits::default(),
            templates: None,
            register: None,
            intake: None,
            units: None,
            record_intake: false,
            pins: Vec::new(),
            schools: Vec::new(),
            settled: false,
            target_levels: BTreeMap::new(),
            calendars: BTreeMap::new(),
            source: Source::built_in("ctcl.toml", ""),
        }
    }
}

impl Settings {
    /// Paths in the file are relative to its folder. Without a file, the defaults.
    ///
    /// # Errors
    /// A file that is not whole and sound: on which line, and what would be right.
    pub fn load(path: Option<&Path>) -> anyhow::Result<Settings> {
        match path {
            Some(path) => file::settings(Source::read(path)?, path.parent().unwrap_or(Path::new(""))),
            None => Ok(Settings::default()),
        }
    }

    /// Refuses what speaks of frameworks, levels or school years that are not there or not so.
    ///
    /// # Errors
    /// Line, and what would be right.
    pub fn check_frameworks(&self, frameworks: &Frameworks) -> anyhow::Result<()> {
        for (name, level) in &self.target_levels {
            let mut named = frameworks.all.iter().filter(|framework| framework.answers_to(name)).peekable();
            if named.peek().is_none() {
                let ids: Vec<&str> = frameworks.all.iter().map(|framework| framework.id.as_str()).collect();
                return Err(self.source.refusal(level.span.clone(), format!("không có bộ tiêu chuẩn \"{name}\"; có {}", ids.join(", "))));
            }
            if let Some(framework) = named.find(|framework| !framework.levels().any(|reachable| reachable == level.value)) {
                let highest = framework.levels().last().unwrap_or(0);
                return Err(self.source.refusal(
                    level.span.clone(),
                    format!("\"{}\" có Mức 1 đến Mức {highest}, không có Mức {}", framework.id, level.value),
                ));
            }
        }
        for (year, change) in &self.calendars {
            let calendar = change.value.over(frameworks.calendars.of(*year));
            framework::ordered(*year, &calendar).map_err(|message| self.source.refusal(change.span.clone(), message))?;
        }
        Ok(())
    }

    /// Refuses pins to forms that do not exist, or to columns their form does not have.
    ///
    /// # Errors
    /// Line, and what would be right.
    pub fn check_forms(&self, forms: &Forms) -> anyhow::Result<()> {
        for Placed { value: pin, span } in &self.pins {
            let Some(form) = forms.get(&pin.form) else {
                let ids: Vec<&str> = forms.all.iter().map(|form| form.id.as_str()).collect();
                return Err(self.source.refusal(span.clone(), format!("không có biểu \"{}\"; có {}", pin.form, ids.join(", "))));
            };
            if let Some(stranger) = pin.columns.keys().find(|field| form.column(**field).is_none()) {
                return Err(self.source.refusal(span.clone(), format!("biểu \"{}\" không có cột \"{stranger}\"", form.id)));
            }
            if let Some(lacking) = form.columns.iter().find(|column| column.needed && !pin.columns.contains_key(&column.field)) {
                return Err(self
                    .source
                    .refusal(span.clone(), format!("biểu \"{}\" cần cột \"{}\", `columns` chưa ghi", form.id, lacking.field)));
            }
        }
        Ok(())
    }

    /// The last day to report.
    pub fn deadline(&self, year: SchoolYear, period: Period) -> Date {
        let day = match period {
            Period::Hk1 => self.deadlines.hk1,
            Period::Hk2 => self.deadlines.hk2,
        };
        day.in_year(year.year_of_month(day.month)).expect("a day of every year was read, and 29/2 is none")
    }

    /// The level the schools of a framework are measured against: by its id, by its family, or its own.
    pub fn target_level(&self, framework: &Framework) -> u8 {
        let stated = self.target_levels.get(&framework.id).or_else(|| self.target_levels.get(&framework.family));
        stated.map_or(framework.target_level, |level| level.value)
    }

    /// Puts the dates that differ here in the place of the common ones.
    pub fn override_calendars(&self, calendars: &mut Calendars) {
        for (year, change) in &self.calendars {
            let calendar = change.value.over(calendars.of(*year));
            calendars.listed.insert(*year, calendar);
        }
    }

    /// The same with every pin on the files of a run: those it names from the folder that was given (`THCS/a.xlsx`), or with that folder
    /// before them (`bao-cao/THCS/a.xlsx`). Pins that touch nothing are told: no such code of a school, and, where the run is over more than
    /// single files, no such file.
    pub fn on_files(&self, files: &[(&str, &Path)], is_whole: bool, is_code: impl Fn(&str) -> bool) -> (Settings, Vec<Finding>) {
        let files: Vec<(&str, String)> = files.iter().map(|(name, path)| (*name, pin::full_name(name, path))).collect();
        let mut findings = Vec::new();
        let mut idle = |span: &Range<usize>, fault: String, mend: &str| {
            let name = Path::new(self.source.name()).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let line = self.source.line(span.start);
            findings.push(
                Finding::new(&finding::PIN_IDLE).in_file(&name.as_str().into()).with("line", line).with("fault", fault).with("mend", mend),
            );
        };
        let mut named = |pinned: &str, span: &Range<usize>| -> Vec<String> {
            let fits = |(name, full): &&(&str, String)| pin::names(pinned, name) || pin::names(pinned, full);
            let found: Vec<String> = files.iter().filter(fits).map(|(name, _)| (*name).to_owned()).collect();
            if found.is_empty() && is_whole {
                let mend = "ghi tên tệp như chương trình nêu trong các vấn đề, ví dụ file = \"THCS/thcs-hoa-sen.xlsx\"";
                idle(span, format!("không có tệp \"{pinned}\" trong các tệp đã cho"), mend);
            }
            found
        };
        let mut settled = Settings { pins: Vec::new(), schools: Vec::new(), settled: true, ..self.clone() };
        for Placed { value: pin, span } in &self.pins {
            let files = named(&pin.file, span).into_iter();
            settled.pins.extend(files.map(|file| Placed { value: Pin { file, ..pin.clone() }, span: span.clone() }));
        }
        for (Placed { value: file, span }, id) in &self.schools {
            let files = named(file, span).into_iter();
            settled.schools.extend(files.map(|file| (Placed { value: file, span: span.clone() }, id.clone())));
        }
        for (Placed { span, .. }, id) in self.schools.iter().filter(|(_, id)| !is_code(id)) {
            let mend = "ghi đúng mã trường như trong danh sách trường, hoặc thêm trường vào danh sách";
            idle(span, format!("danh sách trường không có mã \"{id}\""), mend);
        }
        (settled, findings)
    }

    /// The tables of a file that the office pinned.
    pub fn pins_of(&self, file: &str) -> Vec<&Pin> {
        self.pins.iter().map(|pin| &pin.value).filter(|pin| self.is_meant(&pin.file, file)).collect()
    }

    /// The code of the school a file is pinned to.
    pub fn school_of(&self, file: &str) -> Option<&str> {
        self.schools.iter().find(|(pinned, _)| self.is_meant(&pinned.value, file)).map(|(_, id)| id.as_str())
    }

    fn is_meant(&self, pinned: &str, file: &str) -> bool {
        if self.settled { pinned == file } else { pin::names(pinned, file) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn read(text: &str) -> anyhow::Result<Settings> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ctcl.toml");
        std::fs::write(&path, text).expect("a file");
        let settings = Settings::load(Some(&path))?;
        let mut frameworks = Frameworks::load(None)?;
        settings.override_calendars(&mut frameworks.calendars);
        settings.check_frameworks(&frameworks)?;
        settings.check_forms(&Forms::load(None)?)?;
        Ok(settings)
    }

    fn year(text: &str) -> SchoolYear {
        text.parse().expect("a school year")
    }

    #[test]
    fn the_example_loads_as_it_stands_and_says_the_defaults() {
        let settings = read(EXAMPLE).expect("sound");
        assert_eq!(
            (settings.limits, settings.thresholds, settings.deadlines),
            (Limits::default(), Thresholds::default(), Deadlines::default())
        );
        assert!(settings.register.is_some_and(|path| path.ends_with("danh-sach-truong.xlsx")));
    }

    #[test]
    fn what_the_example_comments_out_is_sound_too() {
        let uncommented = |line: &str| {
            line.strip_prefix('#')
                .filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_lowercase() || letter == '['))
                .unwrap_or(line)
                .to_owned()
        };
        let text: Vec<String> = EXAMPLE.lines().map(uncommented).collect();
        let settings = read(&text.join("\n")).expect("sound");
        assert!(
            !settings.pins.is_empty()
                && !settings.schools.is_empty()
                && !settings.calendars.is_empty()
                && !settings.target_levels.is_empty()
        );
        assert!(settings.as_of.is_some() && settings.intake.is_some() && settings.record_intake && settings.templates.is_some());
    }

    #[test]
    fn deadlines_fall_into_the_school_year() {
        let settings = read("[deadlines]\nhk1 = \"20-12\"\nhk2 = \"5/5\"\n").expect("sound");
        assert_eq!(settings.deadline(year("2023-2024"), Period::Hk1), date(2023, 12, 20));
        assert_eq!(settings.deadline(year("2023-2024"), Period::Hk2), date(2024, 5, 5));
        assert_eq!(Settings::default().deadline(year("2023-2024"), Period::Hk1), date(2024, 1, 10));
        assert_eq!(Settings::default().deadline(year("2023-2024"), Period::Hk2), date(2024, 5, 10));
    }

    #[test]
    fn a_target_is_said_by_id_or_by_family() {
        let frameworks = Frameworks::load(None).expect("sound");
        let settings = read("[target_level]\ntt18-2018 = 3\ntt57-2026 = 2\n\"tt57-2026-gdtx\" = 1\n").expect("sound");
        let target = |id: &str| settings.target_level(frameworks.get(id).expect(id));
        assert_eq!(["tt18-2018", "tt17-2018", "tt57-2026-mam-non", "tt57-2026-gdtx"].map(target), [3, 2, 2, 1]);
    }

    #[test]
    fn the_province_changes_some_dates_of_a_year() {
        let settings = read("[calendar.\"2026-2027\"]\nsemester1_end = 2027-01-10\nsemester2_start = \"2027-01-11\"\n").expect("sound");
        let mut calendars = Frameworks::load(None).expect("sound").calendars;
        settings.override_calendars(&mut calendars);
        let calendar = calendars.of(year("2026-2027"));
        assert_eq!(
            (calendar.year_start, calendar.semester1_end, calendar.semester2_start),
            (date(2026, 9, 5), date(2027, 1, 10), date(2027, 1, 11))
        );
    }

    #[test]
    fn paths_are_relative_to_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ctcl.toml");
        std::fs::write(&path, "templates = \"mau\"\nregister = \"../truong.csv\"\n").expect("a file");
        let settings = Settings::load(Some(&path)).expect("sound");
        assert_eq!(settings.templates, Some(folder.path().join("mau")));
        assert_eq!(settings.register, Some(folder.path().join("../truong.csv")));
        assert_eq!(settings.intake, None);
    }

    #[test]
    fn a_file_is_pinned_by_its_name_however_it_was_composed() {
        let settings = read("[[school]]\nfile = 'bao-cao\\trường a.xlsx'\nid = \"0123\"\n").expect("sound");
        assert_eq!(settings.school_of("bao-cao/tru\u{31b}o\u{31b}\u{300}ng a.xlsx"), Some("0123"));
        assert_eq!(settings.school_of("hk1/bao-cao/trường a.xlsx"), Some("0123"));
        assert_eq!(settings.school_of("bao-cao/ngôi trường a.xlsx"), None);
    }

    #[test]
    fn each_fault_is_refused_at_its_line() {
        const PIN: &str =
            "[[pin]]\nfile = \"a.xlsx\"\nsheet = \"KH\"\nheader_row = 6\nform = \"plan-3\"\ncolumns = { task = \"B\", time = \"C\" }\n";
        for (text, message) in [
            ("\nschool_yaer = \"2023-2024\"\n".to_owned(), "dòng 2: không có khóa \"school_yaer\"; có thể dùng \"unit\", \"school_year\""),
            ("school_year = \"2023\"\n".to_owned(), "dòng 1: năm học \"2023\" không đúng dạng 2023-2024"),
            ("period = \"hk3\"\n".to_owned(), "dòng 1: không có giá trị \"hk3\"; có thể dùng \"hk1\" hoặc \"hk2\""),
            ("[deadlines]\nhk1 = \"31/02\"\n".to_owned(), "dòng 2: ngày \"31/02\" không đúng dạng \"10/01\" (ngày/tháng)"),
            ("[limits]\nfile_mib = 0\n".to_owned(), "dòng 2: phải là số lớn hơn 0"),
            ("[limits]\nfile_mib = -5\n".to_owned(), "dòng 2: giá trị không hợp lệ: số nguyên \"-5\"; cần số nguyên không âm"),
            ("[limits]\n\nfile_seconds = 90\n".to_owned(), "dòng 1: file_seconds (90) lớn hơn large_file_seconds (60)"),
            ("[thresholds]\nheader_score = 75\n".to_owned(), "dòng 2: phải là số từ 0 đến 1"),
            ("[target_level]\ntt18 = 2\n".to_owned(), "dòng 2: không có bộ tiêu chuẩn \"tt18\"; có tt17-2018, tt18-2018"),
            ("[target_level]\ntt57-2026 = 3\n".to_owned(), "dòng 2: \"tt57-2026-gdtx\" có Mức 1 đến Mức 2, không có Mức 3"),
            ("[calendar.\"2026\"]\nyear_end = 2027-05-25\n".to_owned(), "dòng 1: năm học \"2026\" không đúng dạng 2023-2024"),
            (
                "\n[calendar.\"2026-2027\"]\nyear_end = 2026-05-25\n".to_owned(),
                "dòng 2: năm học 2026-2027: semester2_start (2027-01-16) phải trước year_end (2026-05-25)",
            ),
            (PIN.replace("plan-3", "plan-33"), "dòng 1: không có biểu \"plan-33\"; có assessment-2018"),
            (PIN.replace("\"B\"", "\"B2\""), "dòng 6: cột \"B2\" không phải chữ cái của cột như B hoặc AA"),
            (PIN.replace("= 6", "= 0"), "dòng 4: phải là số lớn hơn 0"),
            (PIN.replace("time", "planned"), "dòng 1: biểu \"plan-3\" không có cột \"Kế hoạch đầu năm\""),
            (PIN.replace("task = \"B\", ", ""), "dòng 1: biểu \"plan-3\" cần cột \"Công việc, giải pháp\", `columns` chưa ghi"),
            (PIN.replace("\"C\"", "\"B\""), "dòng 1: cột B được ghi cho hai nội dung"),
            (format!("{PIN}{PIN}"), "dòng 7: bảng này đã ghim ở trên"),
            (
                "[[school]]\nfile = \"a.xlsx\"\nid = \"1\"\n[[school]]\nfile = \"a.xlsx\"\nid = \"2\"\n".to_owned(),
                "dòng 5: tệp \"a.xlsx\" đã ghim ở trên",
            ),
        ] {
            let said = read(&text).expect_err(message).to_string();
            assert!(said.contains(&format!("ctcl.toml, {message}")), "{message:?} but {said:?}");
        }
    }
}
