//! The office's list of what came when, `so-nhan.csv` → dates of receipt; and, where the office wants it kept by the program,
//! the files of this run entered in it. The list stays the officer's: her order, her columns, her corrections.

mod day;
mod encoding;
mod list;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::{Date, date};

use crate::finding::{self, Finding};
use crate::model::{Period, ReceivedFrom, SchoolYear, State, Submission, day_shown};
use day::Written;
use encoding::is_left_of;
use list::{Column, List, is_named, key};

/// The list, and the dates of receipt it gives by file name and by content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    list: List,
    by_file: BTreeMap<String, Date>,
    by_hash: BTreeMap<String, Date>,
    /// Rows that name a school and no file, by its code.
    by_school: BTreeMap<String, Vec<usize>>,
    /// Tells the year of days that are written without one.
    deadline: Option<Date>,
}

/// What entering the files of a run came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// Files that were not in the list.
    pub new: usize,
    /// Files that were there with the same content.
    pub unchanged: usize,
    /// Of each unchanged file, since when.
    pub findings: Vec<Finding>,
}

impl Intake {
    /// Reads the list: columns "Tệp" or "Trường", and "Ngày nhận", optionally "Mã kiểm tra", in any order; `,`, `;` or tab between.
    ///
    /// # Errors
    /// The file cannot be read, or lacks a column, or a date is none: with the line.
    pub fn load(path: &Path) -> anyhow::Result<Intake> {
        let bytes =
            std::fs::read(path).with_context(|| format!("Không đọc được sổ nhận \"{}\". Hãy kiểm tra đường dẫn.", path.display()))?;
        Intake::parse(&bytes, &path.display().to_string())
    }

    fn parse(bytes: &[u8], name: &str) -> anyhow::Result<Intake> {
        Intake::of(List::parse(bytes).with_context(|| format!("Sổ nhận \"{name}\" không đúng dạng CSV."))?, name)
    }

    /// The same of the rows of a sheet.
    ///
    /// # Errors
    /// As [`Intake::load`].
    pub fn from_rows(rows: Vec<Vec<String>>, name: &str) -> anyhow::Result<Intake> {
        Intake::of(List::of_rows((1..).zip(rows).collect()), name)
    }

    fn of(list: List, name: &str) -> anyhow::Result<Intake> {
        if list.place(Column::File).is_none() && list.place(Column::School).is_none() || list.place(Column::Received).is_none() {
            bail!("Sổ nhận \"{name}\" phải có cột \"Ngày nhận\" và cột \"Tệp\" hoặc \"Trường\" trên cùng một dòng.");
        }
        for row in 0..list.rows.len() {
            let written = list.get(row, Column::Received);
            // "chưa nộp" is no day.
            if written.bytes().any(|letter| letter.is_ascii_digit()) && Written::read(written).is_none() {
                bail!("Sổ nhận \"{name}\", dòng {}: ngày \"{written}\" không đúng; hãy ghi như 08/01/2024.", list.line(row));
            }
        }
        let mut intake = Intake { list, ..Intake::default() };
        intake.find_files();
        Ok(intake)
    }

    /// The same list for the period of this deadline: a day without a year is of the year nearest to it.
    #[must_use]
    pub fn near(&self, deadline: Date) -> Intake {
        let mut intake = Intake { deadline: Some(deadline), ..self.clone() };
        intake.find_files();
        intake
    }

    fn find_files(&mut self) {
        for row in 0..self.list.rows.len() {
            let Some(received) = self.day(row) else { continue };
            let (file, hash) = (self.list.get(row, Column::File), self.list.get(row, Column::Hash));
            if !file.is_empty() {
                self.by_file.insert(key(file), received);
            }
            if !hash.is_empty() {
                self.by_hash.insert(hash.to_owned(), received);
            }
        }
    }

    /// The day of receipt of a row.
    fn day(&self, row: usize) -> Option<Date> {
        Written::read(self.list.get(row, Column::Received))?.near(self.deadline)
    }

    /// Tells of days that are written without a year, by the name of the list.
    pub fn yearless(&self, name: &str) -> Option<Finding> {
        let is_yearless = |row: &usize| matches!(Written::read(self.list.get(*row, Column::Received)), Some(Written::InAnyYear { .. }));
        let rows: Vec<usize> = (0..self.list.rows.len()).filter(is_yearless).collect();
        let (first, deadline) = (*rows.first()?, self.deadline?);
        let told = Finding::new(&finding::RECEIPT_WITHOUT_YEAR).in_file(&name.into()).raw(self.list.get(first, Column::Received));
        let told = told.with("count", rows.len()).with("line", self.list.line(first)).with("deadline", day_shown(deadline));
        Some(told.with("day", day_shown(self.day(first)?)))
    }

    /// Finds the schools of the rows that name one and no file: `code` of what is written there. Rows of whom nobody knows are told, by the name
    /// of the list.
    pub fn find_schools(&mut self, code: impl Fn(&str) -> Option<String>, name: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        for row in 0..self.list.rows.len() {
            let (written, received) = (self.list.get(row, Column::School), Written::read(self.list.get(row, Column::Received)));
            let (Some(_), "", false) = (received, self.list.get(row, Column::File), written.is_empty()) else { continue };
            match code(written) {
                Some(school) => self.by_school.entry(school).or_default().push(row),
                None => {
                    let told = Finding::new(&finding::RECEIPT_OF_NO_SCHOOL).in_file(&name.into()).raw(written);
                    findings.push(told.with("line", self.list.line(row)));
                }
            }
        }
        findings
    }

    /// When a file of these schools came where the list names no files, of one that stands there twice the first day; of several schools the last.
    pub fn received_of(&self, schools: &BTreeSet<String>) -> Option<Date> {
        let first = |school: &String| self.by_school.get(school)?.iter().filter_map(|row| self.day(*row)).min();
        schools.iter().filter_map(first).max()
    }

    /// When a file came, by its content first, then by its name with or without folders.
    pub fn received(&self, file: &str, sha256: &str) -> Option<Date> {
        let file = key(file);
        let last = file.rsplit('/').next().unwrap_or(&file);
        let damaged = |name: &str| self.by_file.iter().find(|(written, _)| is_named(written, name)).map(|(_, date)| date);
        let named = |name: &str| self.by_file.get(name).or_else(|| damaged(name));
        self.by_hash.get(sha256).or_else(|| named(&file)).or_else(|| named(last)).copied()
    }

    /// What a slip of the pen may have done: a day of receipt in another school year, and, where the run is over all files, a name written by
    /// hand that no file bears; `whole` is then what the list is called. Rows of other periods, told by their day, are none of this run's.
    pub fn doubts(&self, submissions: &[Submission], (year, deadline): (SchoolYear, Date), whole: Option<&str>) -> Vec<Finding> {
        const DAYS_OF_A_PERIOD: i32 = 60;
        let (first, last) = (date(year.first(), 6, 1), date(year.second(), 8, 31));
        let by_list = submissions.iter().filter(|submission| submission.received_from == ReceivedFrom::Intake);
        let outside = by_list.filter_map(|submission| {
            let day = submission.received_on.filter(|day| !(first..=last).contains(day))?;
            let mut told = Finding::new(&finding::RECEIPT_OF_OTHER_YEAR).in_file(&submission.file).raw(day_shown(day)).with("year", year);
            told.school_id = submission.school_ids.first().cloned();
            Some(told)
        });
        let mut doubts: Vec<Finding> = outside.collect();
        let is_there = |name: &str| {
            submissions.iter().map(|submission| key(&submission.file)).any(|file| {
                let last = file.rsplit('/').next().unwrap_or(&file);
                [file.as_str(), last].iter().any(|file| *file == name || is_named(name, file))
            })
        };
        for row in (0..self.list.rows.len()).filter(|_| whole.is_some()) {
            let (file, hash) = (self.list.get(row, Column::File), self.list.get(row, Column::Hash));
            let near = self.day(row).is_some_and(|day| (day - deadline).get_days().abs() <= DAYS_OF_A_PERIOD);
            if near && hash.is_empty() && !file.is_empty() && !is_there(&key(file)) {
                let told = Finding::new(&finding::RECEIPT_OF_NO_FILE).in_file(&whole.unwrap_or_default().into()).raw(file);
                doubts.push(told.with("line", self.list.line(row)));
            }
        }
        doubts
    }

    /// Enters the files that the list does not have yet, by content, as received on `today`. A file that somebody entered by name alone
    /// keeps the day written there.
    pub fn enter(&mut self, submissions: &[Submission], today: Date) -> Entered {
        let mut entered = Entered::default();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for row in 0..self.list.rows.len() {
            let hash = self.list.get(row, Column::Hash);
            if !hash.is_empty() {
                known.entry(hash.to_owned()).or_insert(row);
            }
        }
        let before: BTreeSet<String> = known.keys().cloned().collect();
        let mut sorted: Vec<&Submission> = submissions.iter().filter(|submission| !submission.sha256.is_empty()).collect();
        sorted.sort_by(|a, b| a.file.cmp(&b.file));
        for submission in sorted {
            if known.contains_key(&submission.sha256) {
                if before.contains(&submission.sha256) {
                    entered.unchanged += 1;
                    let since = self.by_hash.get(&submission.sha256).map_or_else(|| "không ghi".to_owned(), |date| day_shown(*date));
                    let mut told = Finding::new(&finding::FILE_UNCHANGED).in_file(&submission.file).with("since", since);
                    told.school_id = submission.school_ids.first().cloned();
                    entered.findings.push(told);
                }
                continue;
            }
            let row = match self.list.row_by_name(&submission.file) {
                Some(row) => row,
                None => {
                    entered.new += 1;
                    let row = self.list.add();
                    self.list.set(row, Column::File, &submission.file);
                    self.list.set(row, Column::Received, &day_shown(today));
                    row
                }
            };
            self.list.set(row, Column::Hash, &submission.sha256);
            if let Some(date) = self.day(row) {
                self.by_hash.insert(submission.sha256.clone(), date);
            }
            known.insert(submission.sha256.clone(), row);
        }
        entered
    }

    /// Writes beside each file whose it is, which forms, for which period, and what became of it; only where nothing of the officer's stands.
    pub fn complete(&mut self, submissions: &[Submission], year: SchoolYear, period: Period) {
        for row in 0..self.list.rows.len() {
            let hash = self.list.get(row, Column::Hash).to_owned();
            let same = || submissions.iter().filter(|submission| !hash.is_empty() && submission.sha256 == hash);
            let Some(submission) = same().find(|submission| submission.state != State::Duplicate).or_else(|| same().next()) else {
                continue;
            };
            let schools = submission.school_ids.iter().map(String::as_str).collect::<Vec<_>>().join("; ");
            let forms = submission.forms.iter().map(|form| form.title()).collect::<Vec<_>>().join("; ");
            for (column, text) in
                [(Column::School, schools), (Column::Forms, forms), (Column::Period, format!("{}, {year}", period.title()))]
            {
                let written = self.list.get(row, column);
                if written.is_empty() || is_left_of(written, &text) {
                    self.list.set(row, column, &text);
                }
            }
            if is_left_of(self.list.get(row, Column::File), &submission.file) {
                self.list.set(row, Column::File, &submission.file);
            }
            let state = self.list.get(row, Column::State);
            if state.is_empty() || STATES.iter().any(|(_, word)| *word == state || is_left_of(state, word)) {
                self.list.set(row, Column::State, word(submission.state));
            }
        }
    }

    /// The list as a file; as it was read where nothing was entered.
    ///
    /// # Errors
    /// None in memory.
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        self.list.to_bytes()
    }
}

/// What the list says became of a file.
const STATES: [(State, &str); 4] = [
    (State::Accepted, "Đã tính"),
    (State::Superseded, "Có bản mới hơn"),
    (State::Duplicate, "Trùng tệp khác"),
    (State::Rejected, "Không tính được"),
];

fn word(state: State) -> &'static str {
    STATES.iter().find(|(of, _)| *of == state).map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FormKind;

    #[test]
    fn a_list_by_schools_gives_the_day_of_their_files() {
        let code = |written: &str| {
            let codes = [("MN Hoa Sen", "01"), ("02", "02"), ("Trường THCS Lê Lợi", "03"), ("THCS Lê Lợi", "03"), ("THCS Kim Đồng", "04")];
            codes.iter().find(|(name, _)| *name == written).map(|(_, code)| (*code).to_owned())
        };
        let lines = "SỔ THEO DÕI NỘP BÁO CÁO;;\nNăm học 2023-2024;;\nSTT;Tên trường;Ngày nộp\n1;MN Hoa Sen;08/01/2024\n2;02;12/1/2024\n\
            3;Trường THCS Lê Lợi;15.1.24\n3;THCS Lê Lợi;16/01/2024\n4;THCS Kim Đồng;chưa nộp\n5;Lê Lợi;17/01/2024\n";
        let mut intake = parsed(lines).expect("a list");
        let findings = intake.find_schools(code, "so-nhan.csv");
        let day = |codes: &[&str]| intake.received_of(&codes.iter().map(|code| (*code).to_owned()).collect()).map(|day| day.to_string());
        assert_eq!(day(&["01"]).as_deref(), Some("2024-01-08"));
        assert_eq!(day(&["02", "01"]).as_deref(), Some("2024-01-12"), "of two schools the last");
        assert_eq!(day(&["03"]).as_deref(), Some("2024-01-15"), "sent twice: the first day");
        assert_eq!(day(&["04"]), None);
        let told: Vec<_> = findings.iter().map(|finding| (finding.rule.id, finding.message())).collect();
        let message = "Dòng 9 ghi ngày nhận của \"Lê Lợi\" nhưng danh sách không có trường này, hoặc có nhiều trường tên ấy, nên ngày này không dùng cho trường nào.";
        assert_eq!(told, [("S14", message.to_owned())]);
        assert_eq!(String::from_utf8(intake.to_bytes().expect("a list")).expect("text"), lines, "as it was");
    }

    #[test]
    fn a_file_may_be_listed_without_its_ending_and_above_the_titles_may_stand_a_heading() {
        let lines = "SỔ NHẬN,\nTên tệp,Ngày nhận\nMN Hoa Mai,12-01-2024\n";
        let mut intake = parsed(lines).expect("a list");
        assert_eq!(intake.received("bao-cao/MN Hoa Mai.xlsx", "h1").map(|day| day.to_string()).as_deref(), Some("2024-01-12"));
        assert_eq!(intake.enter(&[sent("MN Hoa Mai.xlsx", "h1", State::Accepted)], date(2024, 2, 1)).new, 0);
        let written = String::from_utf8(intake.to_bytes().expect("a list")).expect("text");
        assert_eq!(written, "SỔ NHẬN,\nTên tệp,Ngày nhận,Mã kiểm tra\nMN Hoa Mai,12-01-2024,h1\n");
        let rows =
            |cells: &[&[&str]]| cells.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect::<Vec<Vec<String>>>();
        let sheet = rows(&[&["SỔ NHẬN"], &[], &["Tệp", "Ngày nhận"], &["a.xlsx", "08/01/2024"]]);
        assert_eq!(Intake::from_rows(sheet, "so-nhan.xlsx").expect("a list").received("a.xlsx", "h"), Some(date(2024, 1, 8)));
    }

    fn parsed(text: &str) -> anyhow::Result<Intake> {
        Intake::parse(text.as_bytes(), "so-nhan.csv")
    }

    fn sent(file: &str, sha256: &str, state: State) -> Submission {
        Submission {
            file: file.into(),
            sha256: sha256.to_owned(),
            school_ids: BTreeSet::from(["0123".to_owned()]),
            forms: BTreeSet::from([FormKind::Plan]),
            received_on: None,
            received_from: ReceivedFrom::None,
            state,
        }
    }

    fn written(intake: &Intake) -> String {
        String::from_utf8(intake.to_bytes().expect("in memory")).expect("text")
    }

    fn run(intake: &mut Intake, submissions: &[Submission], today: Date) -> Entered {
        let entered = intake.enter(submissions, today);
        intake.complete(submissions, "2023-2024".parse().expect("a year"), Period::Hk1);
        entered
    }

    #[test]
    fn dates_of_receipt_are_found_by_content_and_by_name() {
        let intake = parsed("Tệp;Ngày nhận;Mã kiểm tra\nmn-hoa-sen.xlsx;08/01/2024;\nx.xlsx;2024-01-12;abc\n").expect("read");
        assert_eq!(intake.received("bao-cao/mn-hoa-sen.xlsx", "1").map(|date| date.to_string()), Some("2024-01-08".to_owned()));
        assert_eq!(intake.received("doi-ten.xlsx", "abc").map(|date| date.to_string()), Some("2024-01-12".to_owned()));
        assert_eq!(intake.received("khac.xlsx", "1"), None);
    }

    #[test]
    fn a_date_that_is_none_is_refused_with_its_line() {
        let error = parsed("Tệp,Ngày nhận\na.xlsx,31/02/2024\n").expect_err("refused");
        assert!(error.to_string().contains("dòng 2") && error.to_string().contains("31/02/2024"), "{error}");
    }

    #[test]
    fn a_file_is_received_on_the_day_it_was_first_seen_whatever_it_is_called_later() {
        let mut intake = Intake::default();
        let first = run(&mut intake, &[sent("a.xlsx", "h1", State::Accepted)], date(2024, 1, 8));
        assert_eq!((first.new, first.unchanged), (1, 0));
        assert_eq!(
            written(&intake),
            "\u{feff}Tệp,Mã kiểm tra,Ngày nhận,Mã trường,Biểu,Kỳ,Tình trạng\r\na.xlsx,h1,08/01/2024,0123,Kế hoạch,\"Học kỳ I, 2023-2024\",Đã tính\r\n"
        );
        let mut again = parsed(&written(&intake)).expect("read back");
        let second = run(&mut again, &[sent("a-2.xlsx", "h1", State::Accepted), sent("b.xlsx", "h2", State::Rejected)], date(2024, 1, 15));
        assert_eq!((second.new, second.unchanged, second.findings.len()), (1, 1, 1));
        assert_eq!(again.received("a-2.xlsx", "h1"), Some(date(2024, 1, 8)));
        assert_eq!(again.received("b.xlsx", "h2"), Some(date(2024, 1, 15)));
        assert!(written(&again).ends_with("b.xlsx,h2,15/01/2024,0123,Kế hoạch,\"Học kỳ I, 2023-2024\",Không tính được\r\n"));
    }

    #[test]
    fn what_the_officer_wrote_stays_hers() {
        let hers = "Người nhận;Ngày nhận;Tệp;Tình trạng\nCô văn thư;9/1/2024;a.xlsx;hỏi lại trường\n";
        let mut intake = parsed(hers).expect("read");
        let entered =
            run(&mut intake, &[sent("thu-muc/a.xlsx", "h1", State::Accepted), sent("c.xlsx", "h3", State::Superseded)], date(2024, 2, 1));
        assert_eq!((entered.new, entered.unchanged), (1, 0));
        assert_eq!(
            written(&intake),
            "Người nhận;Ngày nhận;Tệp;Tình trạng;Mã kiểm tra;Mã trường;Biểu;Kỳ\nCô văn thư;9/1/2024;a.xlsx;hỏi lại trường;h1;0123;Kế hoạch;Học kỳ I, 2023-2024\n;01/02/2024;c.xlsx;Có bản mới hơn;h3;0123;Kế hoạch;Học kỳ I, 2023-2024\n"
        );
        assert_eq!(intake.received("thu-muc/a.xlsx", "h1"), Some(date(2024, 1, 9)));
        // A later version of the same name is a file of its own.
        run(&mut intake, &[sent("thu-muc/a.xlsx", "h9", State::Accepted)], date(2024, 3, 1));
        assert_eq!(intake.received("thu-muc/a.xlsx", "h9"), Some(date(2024, 3, 1)));
        assert_eq!(intake.received("thu-muc/a.xlsx", "h1"), Some(date(2024, 1, 9)));
    }

    #[test]
    fn a_day_without_a_year_is_told_and_is_of_the_year_nearest_to_the_deadline() {
        let list = parsed("Tệp;Ngày nhận\na.xlsx;9/1\nb.xlsx;28/12\nc.xlsx;08/01/2024\n;9/1\n").expect("a list");
        let intake = list.near(date(2024, 1, 10));
        let day = |file: &str| intake.received(file, "h").map(|day| day.to_string());
        assert_eq!((day("a.xlsx"), day("b.xlsx")), (Some("2024-01-09".to_owned()), Some("2023-12-28".to_owned())));
        let told = intake.yearless("so-nhan.csv").map(|told| (told.rule.id, told.message()));
        let message =
            "3 dòng của sổ nhận ghi ngày không có năm (dòng 2: \"9/1\", hiểu là 09/01/2024); lấy năm gần hạn nộp 10/01/2024 nhất.";
        assert_eq!(told, Some(("S48", message.to_owned())));
        assert!(parsed("Tệp;Ngày nhận\na.xlsx;31/4\n").is_err());
        let by_school = parsed("Trường;Ngày nhận\nMN Hoa Sen;9/1\n").map(|mut list| {
            list.find_schools(|_| Some("01".to_owned()), "so-nhan.csv");
            list.near(date(2024, 1, 10)).received_of(&BTreeSet::from(["01".to_owned()]))
        });
        assert_eq!(by_school.expect("a list"), Some(date(2024, 1, 9)));
    }

    #[test]
    fn a_list_that_excel_saved_in_its_own_ways_keeps_its_days() {
        let mut first = Intake::default();
        let files = [sent("Báo cáo trường Hoa Sen.xlsx", "h1", State::Accepted), sent("Kế hoạch.xlsx", "h2", State::Rejected)];
        run(&mut first, &files, date(2024, 1, 8));
        let text = written(&first).trim_start_matches('\u{feff}').replacen("08/01/2024", "9/1/2024", 1);
        let tabs = text.replace('"', "").replace("Học kỳ I, 2023", "Học kỳ I 2023").replace(',', "\t");
        let semicolons = text.replace("\"Học kỳ I, 2023-2024\"", "Học kỳ I 2023-2024").replace(',', ";");
        let wide: Vec<u8> = std::iter::once(0xFEFF).chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        // What the code page of Windows has no letter for becomes a question mark.
        let narrow = |letter: char| {
            if letter.is_ascii() || "àáâèéêíóôùúăđơưÀÁÂÈÉÊÍÓÔÙÚĂĐƠƯ".contains(letter) { letter } else { '?' }
        };
        let lost: String = semicolons.chars().map(narrow).collect();
        let lost = encoding_rs::WINDOWS_1258.encode(&lost).0.into_owned();
        for (bytes, name) in [(semicolons.clone().into_bytes(), "semicolons"), (wide, "UTF-16"), (lost, "an old code page")] {
            let mut again = Intake::parse(&bytes, "so-nhan.csv").unwrap_or_else(|error| panic!("{name}: {error:#}"));
            assert_eq!(again.received("x.xlsx", "h1"), Some(date(2024, 1, 9)), "{name}");
            assert_eq!(again.received("Kế hoạch.xlsx", "h9"), Some(date(2024, 1, 8)), "{name}: by name");
            let entered = run(&mut again, &[&files[..], &[sent("mới.xlsx", "h3", State::Accepted)]].concat(), date(2024, 2, 1));
            assert_eq!((entered.new, entered.unchanged), (1, 2), "{name}");
            let third = Intake::parse(&again.to_bytes().expect("in memory"), "so-nhan.csv").expect("read back");
            assert_eq!(third.received("y.xlsx", "h1"), Some(date(2024, 1, 9)), "{name}: written and read again");
            assert_eq!(third.received("y.xlsx", "h3"), Some(date(2024, 2, 1)), "{name}");
            let (said, _) = encoding::decoded(&again.to_bytes().expect("in memory"));
            assert!(
                said.contains("Báo cáo trường Hoa Sen.xlsx") && said.contains("mới.xlsx") && said.contains("Đã tính"),
                "{name}: {said}"
            );
        }
    }

    #[test]
    fn a_run_that_finds_nothing_new_leaves_the_file_as_it_is() {
        for text in [
            "Tệp,Ngày nhận,Mã kiểm tra,Mã trường,Biểu,Kỳ,Tình trạng\na.xlsx,\"8/1/2024\",h1,0123,KH,hk1,Đã tính\n",
            "Tệp\tNgày nhận\r\nb.xlsx\t\r\n",
        ] {
            let mut intake = parsed(text).expect("read");
            run(&mut intake, &[sent("a.xlsx", "h1", State::Accepted)][..usize::from(text.contains("h1"))], date(2024, 2, 1));
            assert_eq!(written(&intake), text);
        }
    }
}
