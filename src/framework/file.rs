//! Framework files in, frameworks that hold together out, or a refusal that names file and line.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{CriterionInfo, Framework, LEVEL_OF_LIST, Level4Item, LevelRule, Requirement, Scope, Standard};
use crate::model::{Criterion, SchoolKind, SchoolYear};
use crate::template::{Day, Source, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Spanned<String>,
    family: Option<String>,
    circular: String,
    title: String,
    kinds: Spanned<Vec<SchoolKind>>,
    schools: Option<String>,
    in_force_from: Day,
    in_force_to: Option<Spanned<Day>>,
    default_from_year: Option<SchoolYear>,
    target_level: Spanned<u8>,
    judged_at_least: Option<Spanned<usize>>,
    standards: Vec<Spanned<StandardEntry>>,
    criteria: Spanned<Vec<CriterionEntry>>,
    #[serde(default)]
    level4: Vec<Spanned<ItemEntry>>,
    #[serde(default)]
    rule: Vec<RuleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StandardEntry {
    number: u8,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionEntry {
    code: Spanned<Criterion>,
    title: String,
    levels: Vec<u8>,
    #[serde(default)]
    mandatory: bool,
    #[serde(default)]
    indicators: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    item: u8,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    level: Spanned<u8>,
    require: Vec<Spanned<RequirementEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequirementEntry {
    of: Scope,
    at: u8,
    at_least: Option<usize>,
    unassessed: Option<Unassessed>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Unassessed {
    Unmet,
}

/// The frameworks of all files, by id.
pub(super) fn frameworks(sources: &[Source]) -> anyhow::Result<Vec<Framework>> {
    let mut by_id: BTreeMap<String, (Framework, &Source)> = BTreeMap::new();
    let mut taken: BTreeMap<(SchoolKind, Option<SchoolYear>), String> = BTreeMap::new();
    for source in sources {
        let file: File = source.parse()?;
        let (id_span, kinds_span) = (file.id.span(), file.kinds.span());
        let framework = framework(source, file)?;
        if let Some((_, other)) = by_id.get(&framework.id) {
            return Err(source.refusal(id_span, format!("mã \"{}\" đã dùng trong {}", framework.id, other.name())));
        }
        for kind in &framework.kinds {
            if let Some(other) = taken.insert((*kind, framework.default_from_year), framework.id.clone()) {
                let message = format!("loại hình \"{}\" đã có bộ \"{other}\" từ cùng năm học; ghi `default_from_year` khác", kind.code());
                return Err(source.refusal(kinds_span, message));
            }
        }
        by_id.insert(framework.id.clone(), (framework, source));
    }
    Ok(by_id.into_values().map(|(framework, _)| framework).collect())
}

fn framework(source: &Source, file: File) -> anyhow::Result<Framework> {
    let id = file.id.get_ref();
    if id.is_empty() || !id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-') {
        return Err(source.refusal(file.id.span(), format!("mã \"{id}\" chỉ được có chữ thường không dấu, chữ số và dấu -")));
    }
    if file.kinds.get_ref().is_empty() {
        return Err(source.refusal(file.kinds.span(), "cần ít nhất một loại hình trường"));
    }
    if let Some(to) = file.in_force_to.as_ref().filter(|to| to.get_ref().0 < file.in_force_from.0) {
        return Err(
            source.refusal(to.span(), format!("hết hiệu lực ({}) trước khi có hiệu lực ({})", to.get_ref().0, file.in_force_from.0))
        );
    }
    let standards = standards(source, &file.standards)?;
    let level4 = level4(source, &file.level4)?;
    let criteria = criteria(source, file.criteria, &standards, !level4.is_empty())?;
    let mut framework = Framework {
        family: file.family.unwrap_or_else(|| id.clone()),
        id: id.clone(),
        circular: file.circular,
        title: file.title,
        kinds: file.kinds.into_inner(),
        schools: file.schools,
        in_force_from: file.in_force_from.0,
        in_force_to: file.in_force_to.map(|to| to.into_inner().0),
        default_from_year: file.default_from_year,
        target_level: *file.target_level.get_ref(),
        standards,
        criteria,
        level4,
        rules: Vec::new(),
        judged_at_least: file.judged_at_least.as_ref().map(|least| *least.get_ref()),
    };
    if let Some(least) = file.judged_at_least.filter(|least| *least.get_ref() > framework.criteria.len()) {
        return Err(source
            .refusal(least.span(), format!("judged_at_least = {} nhiều hơn số tiêu chí ({})", least.get_ref(), framework.criteria.len())));
    }
    framework.rules = rules(source, &framework, file.rule)?;
    if !framework.levels().any(|level| level == framework.target_level) {
        let message = format!("target_level = {}, nhưng không có [[rule]] cho Mức này", framework.target_level);
        return Err(source.refusal(file.target_level.span(), message));
    }
    Ok(framework)
}

fn standards(source: &Source, entries: &[Spanned<StandardEntry>]) -> anyhow::Result<Vec<Standard>> {
    let mut standards = BTreeMap::new();
    for entry in entries {
        let StandardEntry { number, title } = entry.get_ref();
        if standards.insert(*number, title.clone()).is_some() {
            return Err(source.refusal(entry.span(), format!("tiêu chuẩn {number} đã ghi ở trên")));
        }
    }
    Ok(standards.into_iter().map(|(number, title)| Standard { number, title }).collect())
}

fn level4(source: &Source, entries: &[Spanned<ItemEntry>]) -> anyhow::Result<Vec<Level4Item>> {
    let mut items = BTreeMap::new();
    for entry in entries {
        let ItemEntry { item, title } = entry.get_ref();
        if items.insert(*item, title.clone()).is_some() {
            return Err(source.refusal(entry.span(), format!("khoản {item} của Mức 4 đã ghi ở trên")));
        }
    }
    Ok(items.into_iter().map(|(item, title)| Level4Item { item, title }).collect())
}

fn criteria(
    source: &Source,
    entries: Spanned<Vec<CriterionEntry>>,
    standards: &[Standard],
    has_list: bool,
) -> anyhow::Result<Vec<CriterionInfo>> {
    let whole = entries.span();
    let mut criteria = BTreeMap::new();
    for entry in entries.into_inner() {
        let (span, criterion) = (entry.code.span(), entry.code.into_inner());
        let refuse = |message: String| Err(source.refusal(span.clone(), format!("tiêu chí {criterion}: {message}")));
        let Some(standard) = criterion.standard() else { return refuse("khoản của Mức 4 ghi ở `level4`".to_owned()) };
        if !standards.iter().any(|known| known.number == standard) {
            return refuse(format!("không có tiêu chuẩn {standard} trong `standards`"));
        }
        let levels: BTreeSet<u8> = entry.levels.iter().copied().collect();
        let highest = if has_list { LEVEL_OF_LIST - 1 } else { LEVEL_OF_LIST };
        let reaches = levels.last().copied().unwrap_or(0);
        if levels.len() != entry.levels.len() || !(1..=reaches).eq(levels.iter().copied()) || !(1..=highest).contains(&reaches) {
            return refuse(format!("levels phải liền nhau từ 1, cao nhất là {highest}: [1, 2]"));
        }
        if !entry.indicators.is_empty() && entry.indicators.len() != levels.len() {
            return refuse(format!("indicators cần {} số, mỗi mức một số", levels.len()));
        }
        let info = CriterionInfo { criterion, title: entry.title, levels, mandatory: entry.mandatory, indicators: entry.indicators };
        if criteria.insert(criterion, info).is_some() {
            return refuse("đã ghi ở trên".to_owned());
        }
    }
    if criteria.is_empty() {
        return Err(source.refusal(whole, "cần ít nhất một tiêu chí"));
    }
    Ok(criteria.into_values().collect())
}

fn rules(source: &Source, framework: &Framework, entries: Vec<RuleEntry>) -> anyhow::Result<Vec<LevelRule>> {
    let mut rules = Vec::new();
    for (entry, next) in entries.into_iter().zip(1u8..) {
        let level = *entry.level.get_ref();
        if level != next || level > LEVEL_OF_LIST {
            let message = format!("[[rule]] phải theo thứ tự mức, từ 1 đến cao nhất {LEVEL_OF_LIST}; ở đây cần level = {next}");
            return Err(source.refusal(entry.level.span(), message));
        }
        let mut require = Vec::new();
        for stated in entry.require {
            let span = stated.span();
            let stated = stated.into_inner();
            let unassessed_is_unmet = stated.unassessed == Some(Unassessed::Unmet);
            let requirement = Requirement { of: stated.of, at: stated.at, at_least: stated.at_least, unassessed_is_unmet };
            let members = framework.members(&requirement).count();
            if members == 0 {
                return Err(
                    source.refusal(span, format!("yêu cầu của Mức {level}: không có tiêu chí nào như vậy ở Mức {}", requirement.at))
                );
            }
            if let Some(least) = requirement.at_least.filter(|least| *least == 0 || *least > members) {
                return Err(
                    source.refusal(span, format!("yêu cầu của Mức {level}: at_least = {least}, nhưng có {members} tiêu chí như vậy"))
                );
            }
            require.push(requirement);
        }
        if require.is_empty() {
            return Err(source.refusal(entry.level.span(), format!("Mức {level} cần ít nhất một yêu cầu trong `require`")));
        }
        rules.push(LevelRule { level, require });
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = r#"id = "tt99-2030"
circular = "99/2030/TT-BGDĐT"
title = "Bộ thử"
kinds = ["gdtx"]
in_force_from = 2030-07-01
default_from_year = "2030-2031"
target_level = 1
standards = [{ number = 1, title = "Một" }]
criteria = [
    { code = "1.1", levels = [1, 2], mandatory = true, title = "Tiêu chí một" },
    { code = "1.2", levels = [1], title = "Tiêu chí hai" },
]
level4 = [{ item = 1, title = "Khoản một" }]
[[rule]]
level = 1
require = [{ of = "all", at = 1 }]
"#;

    fn refusal(text: String) -> String {
        let source = Source::built_in("bo.toml", text.leak());
        frameworks(&[source]).expect_err("the file is wrong").to_string()
    }

    #[test]
    fn a_sound_file_is_read_whole() {
        let read = frameworks(&[Source::built_in("bo.toml", SOUND)]).expect("sound");
        assert_eq!(read[0].family, "tt99-2030");
        assert_eq!(read[0].criteria.len(), 2);
        assert_eq!(read[0].levels_of(Criterion::Level4 { item: 1 }), BTreeSet::from([4]));
    }

    #[test]
    fn each_fault_is_refused_at_its_line() {
        for (right, wrong, message) in [
            ("\"tt99-2030\"", "\"TT99 2030\"", "dòng 1: mã \"TT99 2030\" chỉ được có chữ thường không dấu, chữ số và dấu -"),
            ("title = \"Bộ thử\"", "tilte = \"Bộ thử\"", "dòng 3: không có khóa \"tilte\""),
            ("[\"gdtx\"]", "[\"mau_giao\"]", "dòng 4: không có giá trị \"mau_giao\"; có thể dùng \"mam_non\""),
            ("[\"gdtx\"]", "[]", "dòng 4: cần ít nhất một loại hình trường"),
            (
                "2030-07-01\n",
                "2030-07-01\nin_force_to = 2030-06-01\n",
                "dòng 6: hết hiệu lực (2030-06-01) trước khi có hiệu lực (2030-07-01)",
            ),
            ("2030-2031", "2030-2032", "dòng 6: năm học \"2030-2032\" không đúng dạng 2023-2024"),
            ("target_level = 1", "target_level = 2", "dòng 7: target_level = 2, nhưng không có [[rule]] cho Mức này"),
            ("target_level = 1\n", "target_level = 1\njudged_at_least = 3\n", "dòng 8: judged_at_least = 3 nhiều hơn số tiêu chí (2)"),
            ("\"Một\" }]", "\"Một\" }, { number = 1, title = \"Hai\" }]", "dòng 8: tiêu chuẩn 1 đã ghi ở trên"),
            ("code = \"1.2\"", "code = \"1.1\"", "dòng 11: tiêu chí 1.1: đã ghi ở trên"),
            ("code = \"1.2\"", "code = \"2.1\"", "dòng 11: tiêu chí 2.1: không có tiêu chuẩn 2 trong `standards`"),
            ("code = \"1.2\"", "code = \"M4.1\"", "dòng 11: tiêu chí M4.1: khoản của Mức 4 ghi ở `level4`"),
            ("code = \"1.2\"", "code = \"một\"", "dòng 11: mã tiêu chí \"một\" thiếu dấu chấm"),
            ("levels = [1],", "levels = [1, 3],", "dòng 11: tiêu chí 1.2: levels phải liền nhau từ 1, cao nhất là 3: [1, 2]"),
            ("levels = [1],", "levels = [],", "dòng 11: tiêu chí 1.2: levels phải liền nhau từ 1"),
            ("levels = [1],", "levels = [1], indicators = [3, 1],", "dòng 11: tiêu chí 1.2: indicators cần 1 số, mỗi mức một số"),
            ("\"Khoản một\" }]", "\"Khoản một\" }, { item = 1, title = \"\" }]", "dòng 13: khoản 1 của Mức 4 đã ghi ở trên"),
            ("level = 1\n", "level = 2\n", "dòng 15: [[rule]] phải theo thứ tự mức, từ 1 đến cao nhất 4; ở đây cần level = 1"),
            ("of = \"all\", at = 1", "of = \"others\", at = 2", "dòng 16: yêu cầu của Mức 1: không có tiêu chí nào như vậy ở Mức 2"),
            ("at = 1 }", "at = 1, at_least = 3 }", "dòng 16: yêu cầu của Mức 1: at_least = 3, nhưng có 2 tiêu chí như vậy"),
            ("[{ of = \"all\", at = 1 }]", "[]", "dòng 15: Mức 1 cần ít nhất một yêu cầu trong `require`"),
        ] {
            let at = SOUND.rfind(right).expect(right);
            let text = format!("{}{wrong}{}", &SOUND[..at], &SOUND[at + right.len()..]);
            let said = refusal(text);
            assert!(said.starts_with(&format!("bo.toml, {message}")), "{message:?} but {said:?}");
        }
    }

    #[test]
    fn two_files_may_not_claim_one_id_or_one_kind_from_one_year() {
        let other = |id: &str, year: &str| Source::built_in("bo-2.toml", SOUND.replace("tt99-2030", id).replace("2030-2031", year).leak());
        let both = |second: Source| {
            frameworks(&[Source::built_in("bo.toml", SOUND), second]).map(|all| all.len()).map_err(|error| error.to_string())
        };
        assert_eq!(both(other("tt99-2030", "2031-2032")), Err("bo-2.toml, dòng 1: mã \"tt99-2030\" đã dùng trong bo.toml".to_owned()));
        let clash = "bo-2.toml, dòng 4: loại hình \"gdtx\" đã có bộ \"tt99-2030\" từ cùng năm học; ghi `default_from_year` khác";
        assert_eq!(both(other("tt99-2031", "2030-2031")), Err(clash.to_owned()));
        assert_eq!(both(other("tt99-2031", "2031-2032")), Ok(2));
    }
}
