//! A figure of one unit or one group of schools in; the rows of its schools alone, picked as for the whole, out.

use std::collections::BTreeSet;

use jiff::ToSpan;
use serde_json::{Value, json};

use super::data::{Data, School};
use super::pick::Picked;
use super::{Book, Counted, Row, definition};

/// Cấp độ and mức độ are both valid for five years.
const VALID_YEARS: i32 = 5;
/// Stands where nothing is known of a school's group.
const UNKNOWN: &str = "Chưa rõ";

impl<'a> Book<'a> {
    /// `None` where what stands there is no count, or of no unit and no group.
    pub(super) fn pick_of_part(&self, steps: &[&str]) -> Option<Picked> {
        let [list @ ("by_unit" | "by_group"), place, rest @ ..] = steps else { return None };
        let entry = self.entry(list, place)?;
        let mut schools: Vec<&School> = match *list {
            "by_unit" => self.of_unit(entry),
            _ => self.of_group(entry),
        };
        let (figures, rest) = match rest {
            ["units"] => return self.units(entry),
            ["by_kind", place, "figures", rest @ ..] => {
                let kind = entry["by_kind"].as_array()?.get(place.parse::<usize>().ok()?)?;
                schools.retain(|school| school.kind.as_deref() == kind["kind"].as_str());
                (&kind["figures"], rest)
            }
            ["figures", rest @ ..] => (&entry["figures"], rest),
            rest => (&entry["figures"], rest),
        };
        let data = self.only(&schools);
        let criteria = if entry["by_criterion"].is_array() { entry } else { self.statistics };
        let statistics = json!({
            "as_of": self.statistics["as_of"],
            "target_level": self.statistics["target_level"],
            "schools": figures["schools"],
            "by_criterion": criteria["by_criterion"],
            "by_standard": entry["by_standard"],
            "lagging": entry["lagging"],
        });
        let part = Book { expiring_days: self.expiring_days, ..Book::new(&statistics, &data, self.frameworks) };
        match rest {
            ["cost_vnd"] => part.pick(&["cost", "total_vnd"]),
            ["findings", severity] => part.all_findings(severity),
            ["self_assessed"] => part.self_assessed(),
            ["levels", framework, level, which] => part.level_reached(framework, level.parse().ok()?, which),
            ["accreditation", level] => part.recognised("Cấp độ kiểm định", level.parse().ok()?, |school| school.accreditation),
            ["national_standard", level] => {
                part.recognised("Chuẩn quốc gia mức độ", level.parse().ok()?, |school| school.national_standard)
            }
            ["expiring"] => part.expiring(),
            ["by_unit" | "by_group" | "by_school" | "overdue", ..] => None,
            rest => part.pick(rest),
        }
    }

    /// The schools of a unit; of a roll-up those of every unit in it.
    fn of_unit(&self, entry: &Value) -> Vec<&'a School> {
        let units = self.leaves(entry);
        self.kept.data.schools.iter().filter(|school| units.contains(&(school.unit.as_str(), school.unit_parent.as_str()))).collect()
    }

    fn leaves(&self, entry: &Value) -> BTreeSet<(&'a str, &'a str)> {
        let path = |entry: &Value| -> Vec<String> {
            entry["within"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let is_leaf = |unit: &Value| unit["rolled_up"] != Value::Bool(true);
        let mut held = path(entry);
        held.extend(entry["name"].as_str().map(str::to_owned));
        let all = self.statistics["by_unit"].as_array().map_or(&[][..], Vec::as_slice);
        let own = all.iter().filter(|unit| is_leaf(unit) && if is_leaf(entry) { *unit == entry } else { path(unit).starts_with(&held) });
        own.map(|unit| (unit["name"].as_str().unwrap_or_default(), unit["parent"].as_str().unwrap_or_default())).collect()
    }

    fn units(&self, entry: &Value) -> Option<Picked> {
        let rows = self.leaves(entry).into_iter().map(|(name, parent)| Row {
            unit: name.to_owned(),
            about: [name, parent].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "),
            ..Row::default()
        });
        Picked::new("Số đơn vị đã đọc tệp của trường và có số liệu trong kết quả này.", Counted::Rows, rows.collect())
    }

    fn of_group(&self, entry: &Value) -> Vec<&'a School> {
        let (by, name) = (entry["by"].as_str().unwrap_or_default(), entry["name"].as_str().unwrap_or_default());
        let as_of = self.kept.as_of;
        let group = |school: &'a School| -> &'a str {
            let before = if school.commune_before.is_empty() { &school.commune } else { &school.commune_before };
            match by {
                "commune" if school.commune_since.zip(as_of).is_some_and(|(since, as_of)| as_of < since) => before,
                "commune" | "commune_new" => &school.commune,
                "commune_before" => before,
                "district" => &school.district,
                "cluster" => &school.cluster,
                "unit" => &school.unit,
                "kind" => school.kind.as_deref().map_or("", definition::kind),
                _ => "",
            }
        };
        let is = |school: &'a School| match group(school).trim() {
            "" => name == UNKNOWN,
            own => own.to_lowercase() == name.to_lowercase(),
        };
        self.kept.data.schools.iter().filter(|school| is(school)).collect()
    }

    /// The rows of some schools; a file that speaks for several is each one's.
    fn only(&self, schools: &[&School]) -> Data {
        let ids: BTreeSet<&str> = schools.iter().map(|school| school.id.as_str()).collect();
        let data = self.kept.data;
        let is_its = |id: &str| ids.contains(id);
        Data {
            schools: data.schools.iter().filter(|school| is_its(&school.id)).cloned().collect(),
            submissions: data.submissions.iter().filter(|file| file.school_ids.split(';').any(is_its)).cloned().collect(),
            assessments: data.assessments.iter().filter(|row| is_its(&row.school_id)).cloned().collect(),
            actions: data.actions.iter().filter(|row| is_its(&row.school_id)).cloned().collect(),
            findings: data.findings.iter().filter(|row| row.school_id.as_deref().is_some_and(is_its)).cloned().collect(),
        }
    }

    fn all_findings(&self, severity: &str) -> Option<Picked> {
        let own = self.kept.data.findings.iter().filter(|row| row.severity == severity);
        let rows = own.map(|row| Row {
            about: row.id.clone(),
            read: row.message.clone(),
            ..self.kept.at(row.school_id.as_deref().unwrap_or_default(), &row.origin)
        });
        let definition = format!("Số vấn đề loại “{}” trong các tệp của các trường này.", definition::severity(severity));
        Picked::new(definition, Counted::Rows, rows.collect())
    }

    fn self_assessed(&self) -> Option<Picked> {
        let schools = self.kept.data.schools.iter().filter(|school| school.reported());
        let mut rows = Vec::new();
        for school in schools {
            let marks = self.rows_of_marks(&school.id);
            let declared = (1..=4_u8).filter_map(|level| self.criteria_met(&school.id, u32::from(level))).flat_map(|picked| picked.rows);
            rows.extend(if marks.is_empty() { declared.map(|row| Row { counts_as: school.id.clone(), ..row }).collect() } else { marks });
        }
        Picked::new("Số trường đã nộp và có kết quả tự đánh giá, theo từng tiêu chí hoặc ghi tổng số.", Counted::Distinct, rows)
    }

    fn rows_of_marks(&self, id: &'a str) -> Vec<Row> {
        let rows = self.marks(id).flat_map(|(_, _, rows)| rows.iter());
        rows.map(|row| Row { counts_as: id.to_owned(), ..self.mark(row) }).collect()
    }

    fn level_reached(&self, framework: &str, level: u64, which: &str) -> Option<Picked> {
        let what = match which {
            "reached" => format!("Số trường đạt từ Mức {level} trở lên theo quy tắc của bộ {framework}"),
            "judged" => format!("Số trường theo bộ {framework} đã nộp và có đủ kết quả tự đánh giá để kết luận mức"),
            _ => return None,
        };
        let mut rows = Vec::new();
        for school in self.kept.followers(framework).filter(|school| school.reported()) {
            let Some(reached) = self.level(&school.id).and_then(|picked| picked.by_rule.as_u64()) else { continue };
            if which == "judged" || reached >= level {
                rows.push(Row { read: format!("Mức {reached}"), ..self.kept.of_school(&school.id) });
            }
        }
        Picked::new(format!("{what}; mức của từng trường: hỏi /by_school/…/level."), Counted::Distinct, rows)
    }

    fn recognised(&self, what: &str, level: u32, of: impl Fn(&School) -> Option<u32>) -> Option<Picked> {
        let schools = self.kept.data.schools.iter().filter(|school| of(school) == Some(level));
        let rows = schools.map(|school| Row { read: format!("{what} {level}"), ..self.kept.of_school(&school.id) });
        Picked::new(format!("Số trường có {} {level} theo danh sách trường.", what.to_lowercase()), Counted::Distinct, rows.collect())
    }

    fn expiring(&self) -> Option<Picked> {
        let as_of = self.kept.as_of?;
        let soon = as_of.saturating_add(i64::from(self.expiring_days).days());
        let mut rows = Vec::new();
        for school in &self.kept.data.schools {
            let recognised = [school.accreditation, school.national_standard].into_iter().flatten().any(|level| level > 0);
            let Some(end) = school.recognised_on.filter(|_| recognised).map(|day| day.saturating_add(VALID_YEARS.years())) else {
                continue;
            };
            if end >= as_of && end <= soon {
                rows.push(Row { read: format!("hết hạn ngày {}", definition::date(end)), ..self.kept.of_school(&school.id) });
            }
        }
        Picked::new(
            format!("Số trường có công nhận hết hạn (5 năm) trong {} ngày kể từ ngày chốt số liệu.", self.expiring_days),
            Counted::Distinct,
            rows,
        )
    }
}
