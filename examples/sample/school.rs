//! The profile of one school in, its workbooks and the truth about them out.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use ctcl::model::{Criterion, FormKind, Period, SchoolKind, SchoolYear, Status};
use jiff::civil::{Date, date};
use unicode_normalization::UnicodeNormalization;

use crate::catalogue::Catalogue;
use crate::commune;
use crate::dirt::Dirt;
use crate::draft::{Book, Letterhead, Lettering, Sheet, Table};
use crate::form::{self, Habit};
use crate::form_2026;
use crate::money::Money;
use crate::rng::Rng;
use crate::story::{Deed, Story, Verdict};
use crate::time::{Time, Wanted};
use crate::truth::{Reported, SchoolTruth};
use crate::way::{Spread, Way};
use crate::work::Work;

/// The unit that compiles, as its schools write it above their letters.
pub struct Unit {
    pub folder: &'static str,
    pub name: &'static str,
    pub superior: &'static str,
    pub year: SchoolYear,
    pub period: Period,
    pub as_of: Date,
    pub seed: u64,
}

/// What is decided about a school before the dice are thrown.
#[derive(Debug, Clone)]
pub struct Profile {
    pub code: String,
    pub kind: SchoolKind,
    pub name: String,
    pub commune: &'static str,
    /// The level its criteria give.
    pub level: u8,
    pub works: usize,
    /// The day its files were last saved.
    pub modified: Date,
    /// The day the office noted in its intake list, which counts more.
    pub intake: Option<Date>,
    pub spread: Spread,
    pub ways: &'static [Way],
    pub dirt: &'static [Dirt],
}

/// A school, written.
pub struct Written {
    /// File name and workbook.
    pub books: Vec<(String, Book)>,
    pub truth: SchoolTruth,
}

impl Profile {
    /// `Trường Mầm non Hoa Sen`.
    pub fn full_name(&self) -> String {
        let kind = match self.kind {
            SchoolKind::MamNon => "Mầm non",
            SchoolKind::TieuHoc => "Tiểu học",
            SchoolKind::Thcs => "THCS",
            _ => "TH&THCS",
        };
        format!("Trường {kind} {}", self.name)
    }

    pub fn received_on(&self) -> Date {
        self.intake.unwrap_or(self.modified)
    }

    fn has(&self, way: Way) -> bool {
        self.ways.contains(&way)
    }

    /// Everything that is true of the school and stands in its files.
    pub fn write(&self, unit: &Unit, catalogue: &Catalogue, bank: &[Work]) -> Result<Written> {
        let mut rng = Rng::named(unit.seed, &self.code);
        let mut story = Story::new(&mut rng, catalogue, bank, self.kind, unit.year, self.level, self.works);
        let mut habit = Habit::of(&mut rng);
        habit.start_and_end = self.has(Way::StartAndEnd);
        habit.day_cells = self.has(Way::DayCells);
        self.bend(&mut rng, &mut story, &mut habit, unit.year);
        if unit.period == Period::Hk2 {
            story.later(&mut Rng::named(unit.seed + 1, &self.code), catalogue, unit.as_of);
        }
        let sheets = if catalogue.is_of_2026() {
            self.sheets_2026(&mut story, habit, catalogue, unit)
        } else {
            self.sheets_2018(&mut rng, &mut story, habit, catalogue, unit)
        };
        let mut forms: Vec<FormKind> = sheets.iter().flatten().flat_map(|sheet| &sheet.tables).map(|table| table.form).collect();
        forms.sort();
        forms.dedup();
        let evidence = sheets
            .iter()
            .flatten()
            .flat_map(|sheet| &sheet.tables)
            .filter(|table| table.form == FormKind::Evidence)
            .map(|table| table.rows.len())
            .sum();
        let mut books = Vec::new();
        for (at, sheets) in sheets.into_iter().filter(|sheets| !sheets.is_empty()).enumerate() {
            books.push((self.file_name(&mut rng, at, unit.period), Book { sheets, modified: self.modified }));
        }
        for dirt in self.dirt {
            let mut changed = 0;
            for (_, book) in &mut books {
                let clean = book.clone();
                dirt.apply(book, catalogue);
                changed += usize::from(*book != clean);
            }
            ensure!(changed > 0, "{dirt:?} found nothing to do in {}", self.full_name());
        }
        let totals_only = self.has(Way::TotalsOnly);
        let judged = forms.contains(&FormKind::Assessment) && story.verdicts.iter().all(|verdict| verdict.reached.is_some());
        let truth = SchoolTruth {
            school_id: self.code.clone(),
            name: self.full_name(),
            kind: self.kind,
            framework: catalogue.id.clone(),
            submission: if self.received_on() > unit.as_of { Reported::Late } else { Reported::OnTime },
            received_on: Some(self.received_on()),
            level: judged.then_some(story.level),
            declared_level: self.declared(&story, &forms, catalogue),
            declared_totals: if totals_only { (1..=3).map(|level| (level, story.met(level))).collect() } else { BTreeMap::new() },
            assessments: if forms.contains(&FormKind::Assessment) { story.assessments() } else { Vec::new() },
            actions: story.deeds.iter().filter(|deed| deed.planned || deed.reported).map(Deed::truth).collect(),
            evidence,
            forms,
        };
        Ok(Written { books, truth })
    }

    fn declared(&self, story: &Story, forms: &[FormKind], catalogue: &Catalogue) -> Option<u8> {
        if catalogue.is_of_2026() || !(forms.contains(&FormKind::Assessment) || self.has(Way::TotalsOnly)) {
            return None;
        }
        Some(if self.has(Way::Overclaims) { story.level + 1 } else { story.level }).filter(|level| *level > 0)
    }

    /// What this school does otherwise than others, before any form is filled in.
    fn bend(&self, rng: &mut Rng, story: &mut Story, habit: &mut Habit, year: SchoolYear) {
        let first = year.first();
        for way in self.ways {
            match way {
                Way::StartAndEnd => story.deeds.iter_mut().for_each(|deed| deed.time = Time::both_days(rng, year)),
                Way::DayCells => {
                    for deed in story.deeds.iter_mut().step_by(2) {
                        deed.time = Time::one_day(rng, year);
                    }
                }
                Way::Millions => story.deeds.iter_mut().for_each(|deed| {
                    deed.money =
                        Money::in_millions(deed.money.cost.amount_vnd.map(|amount| amount / 1_000_000).filter(|amount| *amount > 0))
                }),
                Way::LostPrice => {
                    for deed in story.deeds.iter_mut().filter(|deed| deed.money.cost.amount_vnd.is_some()).take(1) {
                        deed.money = Money::lost();
                    }
                }
                Way::TwoCriteria => {
                    habit.codes = 0;
                    let further: Vec<Option<Criterion>> = story.deeds.iter().skip(1).map(|deed| deed.criterion).collect();
                    for (deed, next) in story.deeds.iter_mut().zip(further).step_by(4) {
                        deed.further_criteria = next
                            .filter(|next| next.standard() == deed.criterion.and_then(Criterion::standard) && Some(*next) != deed.criterion)
                            .into_iter()
                            .collect();
                    }
                }
                Way::ExtraResults => {
                    for deed in story.deeds.iter_mut().filter(|deed| deed.reported && deed.status == Status::Completed).take(2) {
                        unplan(deed);
                    }
                }
                Way::NoPlan => {
                    story.deeds.retain(|deed| deed.reported);
                    story.deeds.iter_mut().for_each(unplan);
                }
                Way::NoResult => story.deeds.iter_mut().for_each(Deed::unreported),
                Way::NotAllJudged => {
                    for Verdict { reached, .. } in story.verdicts.iter_mut().skip(7).step_by(9) {
                        *reached = None;
                    }
                }
                Way::LongTime => {
                    let text = format!("Thời gian bắt đầu: năm học {year}. Thời gian hoàn thành: cuối năm học {}-{}", first + 1, first + 2);
                    let middle = story.deeds.len() / 2;
                    let mut time = Time::of(rng, year, Wanted::Past);
                    time.window.start = Some(date(first, 9, 5));
                    time.window.due = Some(date(first + 2, 5, 31));
                    time.text = text;
                    story.deeds[middle].time = time;
                }
                Way::Dashes => {
                    for deed in story.deeds.iter_mut().filter(|deed| deed.task.starts_with('T')).take(2) {
                        deed.task = format!("-{}", deed.task);
                    }
                }
                Way::SameAgain => {
                    for at in (1..story.deeds.len()).step_by(3) {
                        let (head, tail) = story.deeds.split_at_mut(at);
                        let (Some(above), Some(deed)) = (head.last(), tail.first_mut()) else { continue };
                        deed.lead = above.lead.clone();
                        deed.time = above.time.clone();
                    }
                }
                Way::SameLead => {
                    for at in 1..story.deeds.len() {
                        if story.deeds[at].criterion == story.deeds[at - 1].criterion {
                            story.deeds[at].lead = story.deeds[at - 1].lead.clone();
                        }
                    }
                }
                Way::PlanOf3 => {
                    for deed in &mut story.deeds {
                        let Some(criterion) = deed.criterion else { continue };
                        let standard = criterion.standard().unwrap_or(0);
                        deed.task = match rng.below(3) {
                            0 => format!("Tiêu chí {criterion}: {}", deed.task),
                            1 => format!("{} (tiêu chí {criterion})", deed.task),
                            _ => format!("Khắc phục hạn chế của tiêu chí {criterion} của tiêu chuẩn {standard}: {}", deed.task),
                        };
                        (deed.target, deed.lead, deed.conditions) = Default::default();
                        deed.money = Money::none();
                    }
                }
                Way::TotalsOnly | Way::NoAssessment | Way::Evidence | Way::Overclaims => {}
            }
        }
    }

    fn sheets_2018(&self, rng: &mut Rng, story: &mut Story, habit: Habit, catalogue: &Catalogue, unit: &Unit) -> Vec<Vec<Sheet>> {
        let year = unit.year;
        let mut plan = if self.has(Way::PlanOf3) { form::plan_of_3(story) } else { form::plan_of_9(story, habit, catalogue) };
        if self.has(Way::Millions) {
            plan.above.push("ĐVT: triệu đồng".to_owned());
        }
        let result = form::result_of_8(story, habit, catalogue);
        let names = SHEET_NAMES[habit.codes % SHEET_NAMES.len()];
        let plan_title = ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC".to_owned(), format!("Năm học {year}")];
        let result_title = ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned(), format!("Học kỳ I, năm học {year}")];
        let (mut first, mut second) = (Vec::new(), Vec::new());
        if !self.has(Way::NoPlan) {
            first.push(self.sheet(unit, names[0], &plan_title, vec![plan]));
        }
        if !self.has(Way::NoResult) {
            match (self.spread, first.last_mut()) {
                (Spread::Stacked, Some(sheet)) => {
                    let mut result = result;
                    result.above = result_title.to_vec();
                    sheet.tables.push(result);
                }
                _ => second.push(self.sheet(unit, names[1], &result_title, vec![result])),
            }
        }
        if !self.has(Way::NoAssessment) {
            second.push(self.assessment_sheet(story, habit, catalogue, unit, names[2]));
        }
        if self.has(Way::Evidence) {
            let criteria: Vec<Criterion> = story.verdicts.iter().map(|verdict| verdict.criterion).step_by(3).collect();
            let table = form::evidence(rng, &criteria, &format!("Tháng 9/{}", year.first()));
            first.push(self.sheet(unit, names[3], &["KẾ HOẠCH THU THẬP MINH CHỨNG".to_owned()], vec![table]));
        }
        self.spread_out(first, second)
    }

    fn assessment_sheet(&self, story: &Story, habit: Habit, catalogue: &Catalogue, unit: &Unit, name: &str) -> Sheet {
        let mut title = vec!["BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ".to_owned()];
        let declared = if self.has(Way::Overclaims) { story.level + 1 } else { story.level };
        let mut tables = Vec::new();
        if self.has(Way::TotalsOnly) {
            title.extend(form::totals(story));
        } else {
            tables.push(form::assessment(story, habit, catalogue));
            if !story.level4.is_empty() {
                tables.push(form::level4(story, catalogue));
            }
        }
        // A school that reaches no level draws no conclusion.
        let conclusion = (declared > 0).then(|| format!("Kết luận: Trường đạt Mức {declared}"));
        match tables.last_mut() {
            Some(table) => table.below.extend(conclusion),
            None => title.extend(conclusion),
        }
        self.sheet(unit, name, &title, tables)
    }

    fn sheets_2026(&self, story: &mut Story, habit: Habit, catalogue: &Catalogue, unit: &Unit) -> Vec<Vec<Sheet>> {
        for deed in &mut story.deeds {
            deed.done = form_2026::status_word(deed.status).to_owned();
            deed.late_stated = false;
            deed.reported = deed.status != Status::NoReport;
            deed.conditions.clear();
        }
        let tables = vec![form_2026::problems(story, catalogue), form_2026::plan_of_10(story, habit, catalogue)];
        let title = ["BIỂU 2. BÁO CÁO TỰ ĐÁNH GIÁ VÀ KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned(), format!("Năm học {}", unit.year)];
        let plan = self.sheet(unit, "Biểu 2", &title, tables);
        let follow_up = self.sheet(unit, "Theo dõi", &["BIỂU 2 (tiếp theo)".to_owned()], vec![form_2026::follow_up(story)]);
        let assessment = self.sheet(
            unit,
            "Tự đánh giá",
            &["TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ".to_owned()],
            vec![form_2026::assessment(story, habit, catalogue)],
        );
        self.spread_out(vec![plan, follow_up], vec![assessment])
    }

    fn spread_out(&self, first: Vec<Sheet>, second: Vec<Sheet>) -> Vec<Vec<Sheet>> {
        match self.spread {
            Spread::Two => vec![first, second],
            Spread::One | Spread::Stacked => vec![first.into_iter().chain(second).collect()],
        }
    }

    fn sheet(&self, unit: &Unit, name: &str, title: &[String], tables: Vec<Table>) -> Sheet {
        let day = self.modified;
        let superior = if unit.year.first() < 2026 && SAME_NAME.contains(&(self.name.as_str(), self.commune)) {
            format!("UBND {}", self.commune.to_uppercase())
        } else {
            unit.superior.to_owned()
        };
        let place = self.commune.trim_start_matches("Phường ").trim_start_matches("Xã ");
        let letterhead = Letterhead {
            superior,
            school: commune::letter_name(self).map_or_else(|| self.full_name(), str::to_owned).to_uppercase(),
            place_and_day: format!("{place}, ngày {:02} tháng {:02} năm {}", day.day(), day.month(), day.year()),
        };
        Sheet {
            name: name.to_owned(),
            letterhead: Some(letterhead),
            title: title.to_vec(),
            tables,
            signed: true,
            lettering: Lettering::Composed,
            empty_columns: Vec::new(),
            ghost: false,
        }
    }

    fn file_name(&self, rng: &mut Rng, at: usize, period: Period) -> String {
        let short = self.full_name().replace("Trường ", "").replace('&', " va ");
        let ascii = plain(&short);
        let part = match (self.spread, at) {
            (Spread::Two, 0) => "Ke hoach",
            (Spread::Two, _) => "Ket qua - Tu danh gia",
            _ => "Ke hoach va bao cao",
        };
        // A school whose name occurs twice puts its code in front.
        let ways = if self.name == "Hoa Mai" && self.commune == "Phường Nắng Mai" { 1 } else { 4 };
        match rng.below(ways) {
            0 => format!("{}_{}_{}.xlsx", self.code, ascii.replace(' ', ""), part.replace(' ', "")),
            1 => format!("{short} - {part}.xlsx"),
            2 => format!("{} {ascii} {}.xlsx", part, if period == Period::Hk1 { "HKI" } else { "cuoi nam" }),
            _ => format!("{}_{}.xlsx", ascii.to_lowercase().replace(' ', "_"), part.to_lowercase().replace(" - ", "_").replace(' ', "_")),
        }
    }
}

const SHEET_NAMES: [[&str; 4]; 3] =
    [["Kế hoạch", "Kết quả", "Tự đánh giá", "Minh chứng"], ["KH", "KQ HKI", "TĐG", "MC"], ["Sheet1", "Sheet2", "Sheet3", "Sheet4"]];

/// Schools that only the commune above their letter tells from another of the same name.
const SAME_NAME: [(&str, &str); 1] = [("Hoa Mai", "Phường Suối Biếc")];

/// The result form alone speaks of it: no time, no price, nobody in charge.
fn unplan(deed: &mut Deed) {
    deed.planned = false;
    deed.time = Time::none();
    deed.money = Money::none();
    (deed.target, deed.lead, deed.conditions) = Default::default();
}

/// `Hoa Phượng` as `Hoa Phuong`.
pub fn plain(text: &str) -> String {
    let bare: String = text.nfd().filter(|letter| !('\u{300}'..'\u{370}').contains(letter)).collect();
    bare.replace('đ', "d").replace('Đ', "D")
}
