//! Outputs in, all that speaks against putting them together out: each reason once, with the names. What was accepted is settled and told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, bail};

use super::{Part, Reason, Wanted, leaves};
use crate::dataset::variable::{NAME, REGISTERED, SCHOOL_ID};
use crate::model::{Period, SchoolYear, UnitName};

/// Names listed in one message; the rest is counted.
const LISTED: usize = 12;

pub struct Judge<'a> {
    wanted: &'a Wanted<'a>,
    /// What stands against it, and what was accepted.
    refused: Vec<String>,
    accepted: Vec<String>,
}

impl<'a> Judge<'a> {
    pub fn new(wanted: &'a Wanted<'a>) -> Self {
        Judge { wanted, refused: Vec::new(), accepted: Vec::new() }
    }

    /// What was accepted, in words.
    ///
    /// # Errors
    /// Something was not.
    pub fn verdict(self) -> anyhow::Result<Vec<String>> {
        if self.refused.is_empty() {
            return Ok(self.accepted);
        }
        bail!("Không gộp được, chưa ghi gì:\n{}", self.refused.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"))
    }

    /// Whether it is accepted; else it stands among what is refused.
    fn accepts(&mut self, reason: Reason, fault: &str, mend: &str) -> bool {
        let Some(why) = self.wanted.accepted.why(reason) else {
            self.refused.push(format!("{fault}. {mend} Nếu vẫn gộp, thêm --accept {}: {}.", reason.code(), reason.consequence()));
            return false;
        };
        let mut told = format!("{fault}: {}", reason.consequence());
        if !why.is_empty() {
            // Writing to a text cannot fail.
            let _ = write!(told, ". Lý do: {why}");
        }
        self.accepted.push(told);
        true
    }

    pub fn edited(&mut self, parts: &[Part]) {
        let edited: Vec<String> =
            parts.iter().filter_map(|part| part.edited.as_ref().map(|what| format!("{}, {what}", part.stamp.unit.full()))).collect();
        if !edited.is_empty() {
            let fault = format!("Dữ liệu đã bị sửa sau khi chương trình ghi: {}", edited.join("; "));
            self.accepts(Reason::Edited, &fault, "Hãy sửa ở tệp của trường rồi chạy lại `ctcl report`, hoặc xin đơn vị gửi lại bản gốc.");
        }
    }

    pub fn frameworks(&mut self, parts: &[Part]) {
        let mut unknown: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut different: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for leaf in parts.iter().flat_map(|part| &part.stamp.units) {
            for (id, fingerprint) in &leaf.frameworks {
                match self.wanted.frameworks.get(id) {
                    None => unknown.entry(id.clone()).or_default().push(leaf.unit.full()),
                    Some(own) if own.fingerprint() != *fingerprint => different.entry(id.clone()).or_default().push(leaf.unit.full()),
                    Some(_) => {}
                }
            }
        }
        for (id, units) in unknown {
            self.refused.push(format!(
                "Không có bộ tiêu chuẩn \"{id}\" mà đơn vị dùng: {}. Hãy xin đơn vị tệp của bộ này và để vào thư mục frameworks/ của `templates`",
                listed(&units)
            ));
        }
        for (id, units) in different {
            let fault = format!("Bộ tiêu chuẩn \"{id}\" ở đơn vị khác với ở đây: {}", listed(&units));
            self.accepts(Reason::FrameworkDiffers, &fault, "Hãy dùng cùng một tệp bộ tiêu chuẩn ở mọi đơn vị rồi chạy lại.");
        }
    }

    /// One unit in two outputs. Accepted, an output that says the same again is left out.
    pub fn units(&mut self, parts: &mut Vec<Part>) {
        let mut holders: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for part in &*parts {
            let mut names: BTreeSet<UnitName> = part.stamp.units.iter().map(|leaf| leaf.unit.clone()).collect();
            names.insert(part.stamp.unit.clone());
            for unit in names {
                let place = holders.entry((unit.name, unit.parent)).or_default();
                place.push(part.given.clone());
            }
        }
        let twice: Vec<String> = holders
            .into_iter()
            .filter(|(_, given)| given.len() > 1)
            .map(|((name, parent), mut given)| {
                given.sort();
                let unit = UnitName { name, level: String::new(), parent };
                format!("{} (ở {})", unit.full(), given.join(" và "))
            })
            .collect();
        if twice.is_empty() {
            return;
        }
        let fault = format!("Một đơn vị có trong hai kết quả: {}", listed(&twice));
        if self.accepts(
            Reason::DuplicateUnit,
            &fault,
            "Hãy bỏ bớt một kết quả, hoặc ghi tên đơn vị cho đúng trong ctcl.toml của đơn vị đó.",
        ) {
            let mut seen = BTreeSet::new();
            parts.retain(|part| seen.insert((part.stamp.unit.clone(), part.stamp.tables.clone())));
        }
    }

    /// The half of the year that all are of; where that is accepted not to be so, the last one.
    pub fn time(&mut self, parts: &[Part]) -> anyhow::Result<(SchoolYear, Period)> {
        let mut years: BTreeMap<SchoolYear, Vec<String>> = BTreeMap::new();
        let mut periods: BTreeMap<Period, Vec<String>> = BTreeMap::new();
        for leaf in parts.iter().flat_map(leaves) {
            years.entry(leaf.school_year).or_default().push(leaf.unit.full());
            periods.entry(leaf.period).or_default().push(leaf.unit.full());
        }
        let year = self.wanted.school_year.or_else(|| years.keys().next_back().copied());
        let period = self.wanted.period.or_else(|| periods.keys().next_back().copied());
        if years.keys().any(|found| Some(*found) != year) {
            let found = years.iter().map(|(year, units)| format!("{year}: {}", listed(units))).collect::<Vec<_>>().join("; ");
            let wanted = self.wanted.school_year.map_or_else(String::new, |year| format!(" (cần {year})"));
            self.accepts(Reason::MixedYear, &format!("Khác năm học{wanted}: {found}"), "Hãy gộp riêng từng năm học.");
        }
        if periods.keys().any(|found| Some(*found) != period) {
            let found =
                periods.iter().map(|(period, units)| format!("{}: {}", period.title(), listed(units))).collect::<Vec<_>>().join("; ");
            let wanted = self.wanted.period.map_or_else(String::new, |period| format!(" (cần {})", period.title()));
            self.accepts(Reason::MixedPeriod, &format!("Khác kỳ báo cáo{wanted}: {found}"), "Hãy gộp riêng từng kỳ.");
        }
        Ok((year.context("không kết quả nào ghi năm học")?, period.context("không kết quả nào ghi kỳ báo cáo")?))
    }

    /// One school in two outputs. Accepted: of a school of some register the one output that lists it counts; schools that only their name
    /// tells apart are two. Told: which was done with which.
    pub fn schools(&mut self, parts: &mut [Part]) -> anyhow::Result<Vec<String>> {
        let mut holders: BTreeMap<String, Vec<(usize, bool, String)>> = BTreeMap::new();
        for (place, part) in parts.iter().enumerate() {
            let schools = &part.schools;
            let rows = SCHOOL_ID.texts_of(schools)?.iter().zip(NAME.texts_of(schools)?.iter()).zip(REGISTERED.truths_of(schools)?.iter());
            for ((id, name), registered) in rows {
                let entry = (place, registered.unwrap_or(false), name.unwrap_or_default().to_owned());
                holders.entry(id.unwrap_or_default().to_owned()).or_default().push(entry);
            }
        }
        holders.retain(|_, holders| holders.len() > 1);
        if holders.is_empty() {
            return Ok(Vec::new());
        }
        let twice: Vec<String> = holders
            .iter()
            .map(|(id, holders)| {
                let units: Vec<String> = holders.iter().map(|(place, _, _)| parts[*place].stamp.unit.full()).collect();
                format!("{} [{id}] ở {}", holders[0].2, units.join(" và "))
            })
            .collect();
        let fault = format!("{} trường có trong hai đơn vị: {}", twice.len(), listed(&twice));
        let mend = "Hãy để trường ở danh sách của một đơn vị; hai trường cùng tên thì ghi mã trường vào danh sách.";
        if !self.accepts(Reason::DuplicateSchool, &fault, mend) {
            return Ok(Vec::new());
        }
        let mut notes = Vec::new();
        for (id, holders) in &holders {
            if let Some((kept, ..)) = holders.iter().find(|(_, registered, _)| *registered) {
                for (place, ..) in holders.iter().filter(|(place, ..)| place != kept) {
                    parts[*place].settled.leave_out(id);
                }
                notes.push(format!("Trường {} [{id}]: tính theo {}", holders[0].2, parts[*kept].stamp.unit.full()));
            } else {
                for (place, ..) in holders {
                    let own = format!("{id}@{}", crate::text::fold(&parts[*place].stamp.unit.full()).replace(' ', "-"));
                    parts[*place].settled.rename(id, own);
                }
                notes.push(format!("Trường {} [{id}]: không có mã, tính là {} trường khác nhau", holders[0].2, holders.len()));
            }
        }
        Ok(notes)
    }
}

fn listed(names: &[String]) -> String {
    let first = names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => first,
        more => format!("{first} và {more} nơi khác"),
    }
}
