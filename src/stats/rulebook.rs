//! The frameworks that schools follow in; their criteria and the rules of their levels out, as tables for engines that count without this program.

use polars::prelude::{DataFrame, DataType};

use super::scale;
use crate::dataset::variable::{CRITERION, FRAMEWORK, LEVEL, STANDARD, frame};
use crate::dataset::{Dataset, Variable};
use crate::framework::{Frameworks, Scope};

/// The place of a criterion in its framework: 1.10 follows 1.9, items of the Mức 4 list come last.
static PLACE: Variable = Variable::new("place", DataType::UInt32, "Thứ tự");
static MANDATORY: Variable = Variable::new("mandatory", DataType::Boolean, "Bắt buộc");
/// Whether it is an item of the Mức 4 list.
static LISTED: Variable = Variable::new("listed", DataType::Boolean, "Thuộc danh mục Mức 4");
static TARGETED: Variable = Variable::new("targeted", DataType::Boolean, "Thuộc Mức phấn đấu");
static REQUIREMENT: Variable = Variable::new("requirement", DataType::UInt32, "Yêu cầu");
static SCOPE: Variable = Variable::new("scope", DataType::String, "Phạm vi");
static AT: Variable = Variable::new("at_level", DataType::UInt32, "Ở mức");
static AT_LEAST: Variable = Variable::new("at_least", DataType::UInt32, "Ít nhất");
static UNASSESSED_IS_UNMET: Variable = Variable::new("unassessed_is_unmet", DataType::Boolean, "Chưa đánh giá là chưa đạt");
static JUDGED_AT_LEAST: Variable = Variable::new("judged_at_least", DataType::UInt32, "Số tiêu chí phải đánh giá");

/// `criteria`: a row for each criterion at each level it has. `rules`: a row for each requirement of each level.
///
/// # Errors
/// The table of schools lacks a column.
pub fn rulebook(
    dataset: &Dataset,
    frameworks: &Frameworks,
    target_level: impl Fn(&str) -> u8,
) -> anyhow::Result<[(&'static str, DataFrame); 2]> {
    let scales = scale::followed(dataset, frameworks, &target_level)?;
    let steps = || scales.steps.iter().map(|step| (step, &scales.all[step.scale]));
    let criteria = frame(vec![
        FRAMEWORK.texts(steps().map(|(_, scale)| Some(&scale.framework.id))),
        STANDARD.numbers(steps().map(|(step, _)| step.criterion.standard().map(u32::from))),
        CRITERION.texts(steps().map(|(step, _)| Some(step.criterion.to_string()))),
        PLACE.numbers(steps().map(|(step, scale)| {
            let place = scale.criteria.iter().position(|(criterion, _)| *criterion == step.criterion);
            place.and_then(|place| u32::try_from(place).ok())
        })),
        LEVEL.numbers(steps().map(|(step, _)| Some(u32::from(step.level)))),
        MANDATORY.truths(steps().map(|(step, scale)| scale.framework.info(step.criterion).is_some_and(|info| info.mandatory))),
        LISTED.truths(steps().map(|(step, _)| step.criterion.standard().is_none())),
        TARGETED.truths(steps().map(|(step, scale)| step.level <= target_level(&scale.framework.id))),
    ]);
    let required = || {
        let rules = scales.all.iter().flat_map(|scale| scale.framework.rules.iter().map(|rule| (scale.framework, rule)));
        rules.flat_map(|(framework, rule)| {
            (1..).zip(&rule.require).map(move |(number, requirement)| (framework, rule.level, number, requirement))
        })
    };
    let number = |count: Option<usize>| count.and_then(|count| u32::try_from(count).ok());
    let rules = frame(vec![
        FRAMEWORK.texts(required().map(|(framework, ..)| Some(&framework.id))),
        LEVEL.numbers(required().map(|(_, level, ..)| Some(u32::from(level)))),
        REQUIREMENT.numbers(required().map(|(_, _, number, _)| Some(number))),
        SCOPE.texts(required().map(|(.., requirement)| Some(scope(requirement.of)))),
        AT.numbers(required().map(|(.., requirement)| Some(u32::from(requirement.at)))),
        AT_LEAST.numbers(required().map(|(.., requirement)| number(requirement.at_least))),
        UNASSESSED_IS_UNMET.truths(required().map(|(.., requirement)| requirement.unassessed_is_unmet)),
        JUDGED_AT_LEAST.numbers(required().map(|(framework, ..)| number(framework.judged_at_least))),
    ]);
    Ok([("criteria", criteria), ("rules", rules)])
}

/// The word that the files of frameworks have for it.
fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::All => "all",
        Scope::Mandatory => "mandatory",
        Scope::Others => "others",
        Scope::Level4 => "level4",
    }
}
