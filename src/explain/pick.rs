//! The steps to a figure in; its definition, the rows it rests on and how they are counted out.

use serde_json::Value;

use super::data::{Action, Assessment, Origin, School};
use super::definition::{self, ACTIONS, AFFECTED};
use super::{Book, Counted, Row};
use crate::dataset::declared_at::{self, Stated};
use crate::model::{Criterion, Outcome};

/// Evidence, not yet counted.
pub struct Picked {
    pub definition: String,
    pub counted: Counted,
    pub rows: Vec<Row>,
    pub by_rule: Value,
}

impl Picked {
    pub fn new(definition: impl Into<String>, counted: Counted, rows: Vec<Row>) -> Option<Picked> {
        Some(Picked { definition: definition.into(), counted, rows, by_rule: Value::Null })
    }
}

/// Whose work or verdicts.
#[derive(Clone, Copy)]
enum Scope<'a> {
    All,
    School(&'a str),
    Criterion { framework: &'a str, code: &'a str },
    Standard { framework: &'a str, number: u32 },
}

impl<'a> Book<'a> {
    /// `None` where what stands there is no count.
    pub(super) fn pick(&self, steps: &[&str]) -> Option<Picked> {
        match steps {
            ["schools", which] => self.schools(which),
            ["by_school", place, rest @ ..] => self.school(self.entry("by_school", place)?["school_id"].as_str()?, rest),
            [list @ ("by_criterion" | "by_standard"), place, rest @ ..] => {
                let entry = self.entry(list, place)?;
                let framework = entry["framework"].as_str()?;
                let scope = match entry["criterion"].as_str() {
                    Some(code) => Scope::Criterion { framework, code },
                    None => Scope::Standard { framework, number: entry["standard"].as_u64()?.try_into().ok()? },
                };
                match rest {
                    ["levels", level, part] => self.verdicts(scope, level.parse().ok()?, part),
                    ["actions", part] => self.actions(scope, part),
                    ["schools_affected"] => self.affected(scope, true, true),
                    ["schools_reported"] => self.reported(framework),
                    _ => None,
                }
            }
            ["actions", part] => self.actions(Scope::All, part),
            ["overdue", place, "days_overdue"] => self.days(self.entry("overdue", place)?),
            ["overdue:", school, criterion] => self.overdue(school, criterion),
            ["lagging", place, rest] => {
                let entry = self.entry("lagging", place)?;
                let (framework, code) = (entry["framework"].as_str()?, entry["criterion"].as_str()?);
                let scope = Scope::Criterion { framework, code };
                match *rest {
                    "rank" => self.rank(framework, code),
                    "schools_affected" => self.affected(scope, true, true),
                    "unmet" => self.affected(scope, true, false),
                    "overdue" => self.affected(scope, false, true),
                    "schools_reported" => self.reported(framework),
                    _ => None,
                }
            }
            ["cost", "total_vnd"] => self.cost(None),
            ["cost", "by_source", source] => self.cost(Some(source)),
            _ => None,
        }
    }

    pub(super) fn entry(&self, list: &str, place: &str) -> Option<&'a Value> {
        self.statistics[list].as_array()?.get(place.parse::<usize>().ok()?)
    }

    fn schools(&self, which: &str) -> Option<Picked> {
        let listed_only = !self.statistics["schools"]["expected"].is_null();
        let is = |school: &&School| match which {
            "expected" => true,
            "reported" => school.reported(),
            state => school.submission == state,
        };
        if self.statistics["schools"][which].is_null() {
            return None;
        }
        let schools = self.kept.data.schools.iter().filter(|school| school.registered || !listed_only).filter(is);
        let over = if listed_only { "trong danh sách trường" } else { "có tệp gửi đến (không có danh sách trường)" };
        Picked::new(
            format!("Số trường {over} {}.", definition::submission(which)),
            Counted::Distinct,
            schools.flat_map(|school| self.files(school)).collect(),
        )
    }

    fn reported(&self, framework: &str) -> Option<Picked> {
        let schools = self.kept.followers(framework).filter(|school| school.reported());
        Picked::new(
            format!("Số trường theo bộ tiêu chuẩn {framework} đã nộp báo cáo, đúng hạn hoặc trễ hạn."),
            Counted::Distinct,
            schools.flat_map(|school| self.files(school)).collect(),
        )
    }

    /// One row for each file that names the school; one without a file where none does.
    fn files(&self, school: &School) -> Vec<Row> {
        let standing = match school.received_on {
            Some(day) => format!("{}, nhận ngày {}", definition::submission(&school.submission), definition::date(day)),
            None => definition::submission(&school.submission).to_owned(),
        };
        let row = Row { about: standing, ..self.kept.of_school(&school.id) };
        let own = self.kept.data.submissions.iter().filter(|file| file.school_ids.split(';').any(|id| id == school.id));
        let rows: Vec<Row> = own
            .map(|file| {
                let received =
                    file.received_on.map_or_else(|| "không rõ ngày nhận".to_owned(), |day| format!("nhận {}", definition::date(day)));
                let read = format!("{}, {received}", definition::state(&file.state));
                Row { file: file.file.clone(), read, ..row.clone() }
            })
            .collect();
        if rows.is_empty() { vec![Row { read: "không có tệp nào của trường".to_owned(), ..row }] } else { rows }
    }

    fn school(&self, id: &'a str, rest: &[&str]) -> Option<Picked> {
        match rest {
            ["actions", part] => self.actions(Scope::School(id), part),
            ["findings", severity] => {
                let own = self.kept.data.findings.iter().filter(|row| row.school_id.as_deref() == Some(id) && row.severity == *severity);
                let rows = own.map(|row| Row { about: row.id.clone(), read: row.message.clone(), ..self.kept.at(id, &row.origin) });
                Picked::new(
                    format!("Số vấn đề loại “{}” trong các tệp của trường.", definition::severity(severity)),
                    Counted::Rows,
                    rows.collect(),
                )
            }
            ["criteria_met", level, "0"] => self.criteria_met(id, level.parse().ok()?),
            ["criteria_met", level, "1"] => self.criteria_of(id, level.parse().ok()?),
            ["level"] => self.level(id),
            ["declared_level"] => {
                let level = self.kept.schools.get(id)?.declared_level?;
                let row = Row { amount: level.into(), read: format!("Mức {level}"), ..self.declared(id, Stated::Level) };
                Picked::new("Mức trường tự nhận, ghi bằng chữ trong báo cáo tự đánh giá.", Counted::Sum, vec![row])
            }
            _ => None,
        }
    }

    /// All marks of a school, by criterion and level.
    pub(super) fn marks(&self, id: &'a str) -> impl Iterator<Item = (&'a str, u32, &Vec<&'a Assessment>)> {
        let own = self.kept.verdicts.range((id, "", 0)..).take_while(move |((school, ..), _)| *school == id);
        own.map(|((_, criterion, level), rows)| (*criterion, *level, rows))
    }

    /// The cell in which a school says its level or a total.
    fn declared(&self, id: &str, stated: Stated) -> Row {
        let at = self.kept.schools.get(id).and_then(|school| declared_at::cell_of(&school.declared_at, stated));
        match at.map(|at| at.map(str::to_owned)) {
            Some([file, sheet, cell]) => self.kept.at(id, &Origin { file, sheet, cell }),
            None => self.kept.of_school(id),
        }
    }

    pub(super) fn criteria_met(&self, id: &'a str, level: u32) -> Option<Picked> {
        if self.marks(id).next().is_none() {
            let met = *self.kept.schools.get(id)?.declared_met.get(level.checked_sub(1)? as usize)?;
            let stated = Stated::Met(u8::try_from(level).ok()?);
            let row = Row { amount: met?.into(), read: format!("{} tiêu chí", met?), ..self.declared(id, stated) };
            let definition =
                format!("Số tiêu chí đạt Mức {level} do trường ghi tổng số bằng chữ; không có bảng tự đánh giá từng tiêu chí.");
            return Picked::new(definition, Counted::Sum, vec![row]);
        }
        let met = self.marks(id).filter(|(criterion, at, _)| *at == level && self.kept.met(id, criterion, *at) == Some(true));
        let rows =
            met.flat_map(|(criterion, _, rows)| rows.iter().map(move |row| Row { counts_as: criterion.to_owned(), ..self.mark(row) }));
        Picked::new(
            format!("Số tiêu chí trường đạt Mức {level}; nhiều dòng nói về một tiêu chí thì đạt khi không dòng nào ghi không đạt."),
            Counted::Distinct,
            rows.collect(),
        )
    }

    fn criteria_of(&self, id: &'a str, level: u32) -> Option<Picked> {
        let school = self.kept.schools.get(id)?;
        let framework = school.framework.as_deref().unwrap_or_default();
        let has = self.kept.criteria.iter().filter(|criterion| criterion.framework == framework && criterion.levels.contains(&level));
        let rows: Vec<Row> =
            has.map(|criterion| Row { about: format!("{} {}", criterion.code, criterion.title), ..Row::default() }).collect();
        if !rows.is_empty() {
            return Picked::new(format!("Số tiêu chí của bộ {framework} có Mức {level}."), Counted::Rows, rows);
        }
        let of = (*school.declared_of.get(level.checked_sub(1)? as usize)?)?;
        let stated = Stated::Met(u8::try_from(level).ok()?);
        let row = Row { amount: of.into(), read: format!("{of} tiêu chí"), ..self.declared(id, stated) };
        Picked::new(format!("Tổng số tiêu chí Mức {level} do trường ghi; không rõ trường theo bộ tiêu chuẩn nào."), Counted::Sum, vec![row])
    }

    pub(super) fn level(&self, id: &'a str) -> Option<Picked> {
        let framework = self.kept.schools.get(id)?.framework.as_deref();
        let known = framework.and_then(|id| self.frameworks.get(id));
        let rows: Vec<Row> = self.marks(id).flat_map(|(_, _, rows)| rows.iter().map(|row| self.mark(row))).collect();
        let outcome = |criterion: Criterion, level: u8| {
            let code = criterion.to_string();
            let marks = self.marks(id).find(|(of, at, _)| *of == code && *at == u32::from(level));
            match marks.map(|(_, _, rows)| rows.iter().all(|row| row.result == "met")) {
                Some(true) => Outcome::Met,
                Some(false) => Outcome::Unmet,
                None => Outcome::NotAssessed,
            }
        };
        let level = known.filter(|_| !rows.is_empty()).and_then(|framework| framework.school_level(outcome));
        let rule = format!(
            "Mức của trường theo quy tắc của bộ {}, tính từ mọi kết quả tự đánh giá của trường; không có khi đánh giá quá ít để kết luận.",
            framework.unwrap_or("tiêu chuẩn (không rõ)")
        );
        Some(Picked { by_rule: level.map_or(Value::Null, Value::from), ..Picked::new(rule, Counted::Rule, rows)? })
    }

    pub(super) fn mark(&self, row: &Assessment) -> Row {
        let about = format!("Tiêu chí {}", row.criterion);
        Row { about, raw: definition::mark(row), read: definition::verdict(row), ..self.kept.at(&row.school_id, &row.origin) }
    }

    fn verdicts(&self, scope: Scope<'a>, level: u32, part: &str) -> Option<Picked> {
        let (framework, over) = match scope {
            Scope::Criterion { framework, code } => (framework, format!("Số trường theo bộ {framework} ở tiêu chí {code}, Mức {level}:")),
            Scope::Standard { framework, number } => {
                (framework, format!("Số lượt (tiêu chí × trường) của tiêu chuẩn {number} theo bộ {framework}, Mức {level}:"))
            }
            _ => return None,
        };
        let what = match part {
            "met" => "trường ghi đạt; nhiều dòng nói về một tiêu chí thì đạt khi không dòng nào ghi không đạt",
            "unmet" => "trường ghi không đạt",
            "not_assessed" => "trường đã nộp báo cáo nhưng không đánh giá",
            "not_reported" => "trường chưa nộp hoặc chỉ có tệp không đọc được",
            _ => return None,
        };
        let criteria = self.kept.criteria.iter().filter(|criterion| {
            let within = match scope {
                Scope::Criterion { code, .. } => criterion.code == code,
                Scope::Standard { number, .. } => criterion.standard() == Some(number),
                _ => false,
            };
            criterion.framework == framework && within && criterion.levels.contains(&level)
        });
        let mut rows = Vec::new();
        for criterion in criteria {
            for school in self.kept.followers(framework) {
                let met = self.kept.met(&school.id, criterion.code, level);
                let belongs = match part {
                    "met" => met == Some(true),
                    "unmet" => met == Some(false),
                    "not_assessed" => school.reported() && met.is_none(),
                    _ => !school.reported(),
                };
                if !belongs {
                    continue;
                }
                let counts_as = format!("{} {}", school.id, criterion.code);
                let asked = (school.id.as_str(), criterion.code, level);
                match self.kept.verdicts.get(&asked).or_else(|| self.kept.unjudged.get(&asked).filter(|_| school.reported())) {
                    Some(marks) => rows.extend(marks.iter().map(|row| Row { counts_as: counts_as.clone(), ..self.mark(row) })),
                    None => rows.extend(self.files(school).into_iter().map(|row| Row { counts_as: counts_as.clone(), ..row })),
                }
            }
        }
        Picked::new(format!("{over} {what}."), Counted::Distinct, rows)
    }

    fn actions(&self, scope: Scope, part: &str) -> Option<Picked> {
        let (what, belongs) = definition::part(part)?;
        let rows = self.work(scope).filter(|action| belongs(action)).map(|action| self.action(action)).collect();
        let over = match scope {
            Scope::All => "của mọi trường".to_owned(),
            Scope::School(id) => format!("của trường {id}"),
            Scope::Criterion { framework, code } => format!("ở tiêu chí {code} của bộ {framework}"),
            Scope::Standard { framework, number } => format!("ở tiêu chuẩn {number} của bộ {framework}"),
        };
        Picked::new(format!("Số việc {over}: {what}. {ACTIONS}"), Counted::Rows, rows)
    }

    /// Under a criterion or standard only what names the framework of its school.
    fn work<'b>(&'b self, scope: Scope<'b>) -> impl Iterator<Item = &'b Action> {
        self.kept.data.actions.iter().filter(move |action| match scope {
            Scope::All => true,
            Scope::School(id) => action.school_id == id,
            Scope::Criterion { framework, code } => {
                action.framework == framework && action.criterion.as_deref() == Some(code) && self.kept.is_own(action)
            }
            Scope::Standard { framework, number } => {
                action.framework == framework && action.standard == Some(number) && self.kept.is_own(action)
            }
        })
    }

    fn action(&self, action: &Action) -> Row {
        let criterion = action.criterion.as_deref().map_or(String::new(), |code| format!("{code}: "));
        Row {
            about: format!("{criterion}{}", action.task.split_whitespace().collect::<Vec<_>>().join(" ")),
            raw: definition::raw(action),
            read: definition::read(action),
            ..self.kept.at(&action.school_id, &action.origin)
        }
    }

    fn affected(&self, scope: Scope<'a>, with_unmet: bool, with_overdue: bool) -> Option<Picked> {
        let (framework, target) = match scope {
            Scope::Criterion { framework, .. } | Scope::Standard { framework, .. } => (framework, self.kept.target(framework)),
            _ => return None,
        };
        let within = |row: &Assessment| match scope {
            Scope::Criterion { code, .. } => row.criterion == code,
            Scope::Standard { number, .. } => row.standard == Some(number),
            _ => false,
        };
        let mut rows = Vec::new();
        if with_unmet {
            let marks = self.kept.verdicts.values().flatten();
            let unmet = marks.filter(|row| row.framework == framework && within(row) && row.level <= target && row.result == "unmet");
            rows.extend(unmet.map(|row| self.mark(row)));
        }
        if with_overdue {
            let late = self.work(scope).filter(|action| action.overdue == "certain" && self.kept.has_reported(&action.school_id));
            rows.extend(late.map(|action| self.action(action)));
        }
        let definition = match (with_unmet, with_overdue) {
            (true, false) => "Số trường chưa đạt tiêu chí ở mức bằng hoặc dưới mức phấn đấu; mỗi trường tính một lần.".to_owned(),
            (false, true) => "Số trường có việc chắc chắn quá hạn ở tiêu chí; mỗi trường tính một lần.".to_owned(),
            _ => AFFECTED.to_owned(),
        };
        Picked::new(format!("{definition} Mức phấn đấu của bộ {framework}: Mức {target}."), Counted::Distinct, rows)
    }

    fn days(&self, entry: &Value) -> Option<Picked> {
        let is = |name: &str, text: &str| entry[name].as_str().unwrap_or_default() == text;
        let action = self.kept.data.actions.iter().find(|action| {
            let origin = &entry["origin"];
            is("school_id", &action.school_id)
                && is("criterion", action.criterion.as_deref().unwrap_or_default())
                && is("task", &action.task)
                && is("due", &action.due.map(|due| due.to_string()).unwrap_or_default())
                && origin["file"].as_str() == Some(&action.origin.file)
                && origin["sheet"].as_str() == Some(&action.origin.sheet)
                && origin["cell"].as_str() == Some(&action.origin.cell)
        })?;
        let days = (self.kept.as_of? - action.due?).get_days();
        let row = Row { amount: days.into(), ..self.action(action) };
        Picked::new("Số ngày từ hạn hoàn thành đến ngày chốt số liệu.", Counted::Sum, vec![row])
    }

    /// Judged anew from due date and status, not from the column that says so.
    fn overdue(&self, school: &str, criterion: &str) -> Option<Picked> {
        let as_of = self.kept.as_of?;
        let late = self.kept.data.actions.iter().filter(|action| {
            action.school_id == school
                && action.criterion.as_deref().unwrap_or_default() == criterion
                && action.status != "completed"
                && action.due.is_some_and(|due| due < as_of)
        });
        let day = definition::date(as_of);
        Picked::new(
            format!(
                "Số việc quá hạn (chắc chắn và có thể) của trường ở tiêu chí: chưa hoàn thành và có hạn trước ngày {day}. Chắc chắn khi hạn ghi rõ và trường có báo tình trạng."
            ),
            Counted::Rows,
            late.map(|action| self.action(action)).collect(),
        )
    }

    /// The criteria that stand before this one, and itself.
    fn rank(&self, framework: &str, code: &str) -> Option<Picked> {
        let criteria = self.statistics["by_criterion"].as_array()?;
        let count = |entry: &Value, name: &str| entry[name].as_u64().unwrap_or(0);
        let own = criteria.iter().position(|entry| entry["framework"] == framework && entry["criterion"] == code)?;
        let (affected, of) = (count(&criteria[own], "schools_affected"), count(&criteria[own], "schools_reported"));
        let rows = criteria.iter().enumerate().filter(|(place, entry)| {
            let (others, other_of) = (count(entry, "schools_affected"), count(entry, "schools_reported"));
            let order = (others * of).cmp(&(affected * other_of)).then(others.cmp(&affected)).then(own.cmp(place));
            others > 0 && order.is_ge()
        });
        let row = |(place, entry): (usize, &Value)| Row {
            about: format!("{} {}", entry["framework"].as_str().unwrap_or_default(), entry["criterion"].as_str().unwrap_or_default()),
            file: "thong-ke.json".to_owned(),
            cell: format!("/by_criterion/{place}/schools_affected"),
            read: format!("{}/{} trường", count(entry, "schools_affected"), count(entry, "schools_reported")),
            ..Row::default()
        };
        Picked::new(
            "Thứ tự của tiêu chí chậm: theo số trường bị ảnh hưởng ÷ số trường đã nộp, rồi số trường bị ảnh hưởng, rồi bộ tiêu chuẩn và tiêu chí.",
            Counted::Rows,
            rows.map(row).collect(),
        )
    }

    fn cost(&self, source: Option<&str>) -> Option<Picked> {
        let whole = |action: &Action| match action.cost_sources.as_str() {
            "" => source == Some("unstated"),
            sources => source == Some(sources.replace(';', "+").as_str()),
        };
        // Of an amount that the table divides, each source has its part.
        let part = |action: &Action| {
            let mut parts = action.cost_parts.split(';').filter_map(|part| part.split_once('='));
            parts.find(|(payers, _)| source == Some(*payers)).and_then(|(_, amount)| amount.parse().ok())
        };
        let own = |action: &Action| match source {
            Some(_) if !action.cost_parts.is_empty() => part(action),
            Some(_) => action.cost_vnd.filter(|_| whole(action)),
            None => action.cost_vnd,
        };
        let amounts = self.kept.data.actions.iter().filter(|action| matches!(action.cost_kind.as_str(), "amount" | "zero"));
        let rows = amounts.filter_map(|action| Some(Row { amount: own(action)?, ..self.action(action) })).collect();
        let of = source.map_or_else(String::new, |source| format!(" Nguồn: {}.", definition::source(source)));
        Picked::new(
            format!(
                "Tổng số tiền (đồng) các trường ghi thành số cho từng việc; chỉ ghi nguồn, đơn giá hoặc “theo thực tế” thì không cộng.{of}"
            ),
            Counted::Sum,
            rows,
        )
    }
}
