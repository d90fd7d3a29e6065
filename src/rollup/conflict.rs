//! Outputs in, all that speaks against putting them together out: each reason once, with the names. What was accepted is settled and told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, bail};

use super::{Part, Reason, Wanted, leaves};
use crate::dataset::variable::{NAME, REGISTERED, SCHOOL_ID};
use crate::model::{Period, SchoolYear, UnitName};
use crate::phrase;

/// Names listed in one message; the rest is counted.
const LISTED: usize = 12;

pub struct Judge<'a> {
    wanted: &'a Wanted<'a>,
    /// What stands against it, and what was accepted.
    refused: Vec<String>,
    /// One unit in two outputs is among what is refused.
    refused_units: bool,
    accepted: Vec<String>,
}

impl<'a> Judge<'a> {
    pub fn new(wanted: &'a Wanted<'a>) -> Self {
        Judge { wanted, refused: Vec::new(), refused_units: false, accepted: Vec::new() }
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
        } else {
            self.refused_units = true;
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

    /// One school in two outputs: by its code, or outside the register of one and, by the same name, in that of another. Accepted: it counts
    /// once, in the output whose register lists it; schools that no register lists and only their name tells apart are two. Told: which was
    /// done with which.
    pub fn schools(&mut self, parts: &mut [Part]) -> anyhow::Result<Vec<String>> {
        let mut notes = Vec::new();
        let twice = self.held_twice(parts, &mut notes)?;
        if twice.is_empty() {
            return Ok(notes);
        }
        let told: Vec<String> = twice.iter().map(|holders| spoken(holders, parts)).collect();
        let fault = format!("{} trường có trong hai đơn vị: {}", told.len(), listed(&told));
        let mend = "Hãy để trường ở danh sách của một đơn vị; hai trường cùng tên thì ghi mã trường vào danh sách.";
        if !self.accepts(Reason::DuplicateSchool, &fault, mend) {
            return Ok(notes);
        }
        for holders in &twice {
            let Holder { id, name, .. } = &holders[0];
            if let Some(kept) = holders.iter().find(|holder| holder.registered) {
                for holder in holders.iter().filter(|holder| holder.place != kept.place) {
                    parts[holder.place].settled.leave_out(&holder.id);
                }
                notes.push(format!("Trường {} [{}]: tính theo {}", kept.name, kept.id, parts[kept.place].stamp.unit.full()));
            } else {
                for Holder { place, id, .. } in holders {
                    let own = format!("{id}@{}", crate::text::fold(&parts[*place].stamp.unit.full()).replace(' ', "-"));
                    parts[*place].settled.rename(id, own);
                }
                notes.push(format!("Trường {name} [{id}]: không có mã, tính là {} trường khác nhau", holders.len()));
            }
        }
        Ok(notes)
    }

    /// The schools that several outputs hold, each with all its places.
    fn held_twice(&self, parts: &[Part], notes: &mut Vec<String>) -> anyhow::Result<Vec<Vec<Holder>>> {
        let mut holders: BTreeMap<String, Vec<Holder>> = BTreeMap::new();
        for (place, part) in parts.iter().enumerate() {
            let schools = &part.schools;
            let rows = SCHOOL_ID.texts_of(schools)?.iter().zip(NAME.texts_of(schools)?.iter()).zip(REGISTERED.truths_of(schools)?.iter());
            for ((id, name), registered) in rows {
                let (id, name) = (id.unwrap_or_default().to_owned(), name.unwrap_or_default().to_owned());
                let holder = Holder { place, registered: registered.unwrap_or(false), id, name };
                holders.entry(without_zeros(&holder.id).to_owned()).or_default().push(holder);
            }
        }
        // "THCS Đống Đa" came to an office whose register does not list it; another office lists it under its code.
        let mut listed: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let has_strangers = holders.values().flatten().any(|holder| !holder.registered);
        for (code, known) in holders.iter().filter(|_| has_strangers) {
            for holder in known.iter().filter(|holder| holder.registered) {
                let by_name = phrase::school::parse(&holder.name).id().filter(|by_name| by_name != code);
                listed.entry(by_name.unwrap_or_default()).or_default().push(code.clone());
            }
        }
        listed.remove("");
        for (name, codes) in listed {
            let Some(strangers) = holders.get(&name).cloned() else { continue };
            for stranger in strangers.into_iter().filter(|stranger| !stranger.registered) {
                let elsewhere: Vec<&Holder> = codes
                    .iter()
                    .flat_map(|code| &holders[code])
                    .filter(|holder| holder.registered && holder.place != stranger.place)
                    .collect();
                let Some(first) = elsewhere.first() else { continue };
                if !parts[stranger.place].stamp.units.iter().all(|unit| unit.expected) {
                    // Without a register every school is a stranger, and names are common.
                    notes.push(format!(
                        "Trường {} ở {} (đơn vị không dùng danh sách trường) trùng tên với [{}] ở {}: tính là hai trường khác nhau",
                        stranger.name,
                        parts[stranger.place].stamp.unit.full(),
                        first.id,
                        parts[first.place].stamp.unit.full()
                    ));
                    continue;
                }
                let code = without_zeros(&first.id).to_owned();
                holders.entry(name.clone()).or_default().retain(|holder| holder != &stranger);
                holders.entry(code).or_default().push(stranger);
            }
        }
        let is_told = |holders: &Vec<Holder>| {
            // Two outputs of one unit are refused as such; their schools are no news.
            let units: BTreeSet<String> = holders.iter().map(|holder| parts[holder.place].stamp.unit.full()).collect();
            holders.len() > 1 && (units.len() > 1 || !self.refused_units)
        };
        Ok(holders.into_values().filter(is_told).collect())
    }
}

/// A school as one output holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Holder {
    place: usize,
    registered: bool,
    id: String,
    name: String,
}

/// `Trường THCS Đống Đa [08003001] ở Phòng A và Phòng B (mã thcs-dong-da, ngoài danh sách)`.
fn spoken(holders: &[Holder], parts: &[Part]) -> String {
    let first = holders.iter().find(|holder| holder.registered).unwrap_or(&holders[0]);
    let units: Vec<String> = holders
        .iter()
        .map(|holder| {
            let unit = parts[holder.place].stamp.unit.full();
            match (holder.id == first.id, holder.registered) {
                (true, _) => unit,
                (false, true) => format!("{unit} (mã {})", holder.id),
                (false, false) => format!("{unit} (ngoài danh sách trường, mã {})", holder.id),
            }
        })
        .collect();
    format!("{} [{}] ở {}", first.name, first.id, units.join(" và "))
}

/// Codes that differ only by zeros that Excel took from their beginning are one.
fn without_zeros(code: &str) -> &str {
    if code.len() > 4 && code.bytes().all(|letter| letter.is_ascii_digit()) { code.trim_start_matches('0') } else { code }
}

fn listed(names: &[String]) -> String {
    let first = names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => first,
        more => format!("{first} và {more} nơi khác"),
    }
}
