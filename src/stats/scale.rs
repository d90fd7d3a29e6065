//! The frameworks that schools follow in, what can be judged under each of them and by how many out.

use std::collections::BTreeMap;

use polars::prelude::{DataFrame, DataType, IntoLazy, LazyFrame, len};

use super::submission::has_reported;
use crate::dataset::variable::{CRITERION, FRAMEWORK, LEVEL, SCHOOL_ID, STANDARD, frame};
use crate::dataset::{Dataset, Variable};
use crate::framework::{Framework, Frameworks};
use crate::model::Criterion;

static SCHOOLS: Variable = Variable::new("schools", DataType::UInt32, "Số trường");
static REPORTED: Variable = Variable::new("reported", DataType::UInt32, "Số trường đã báo cáo");
/// The place of a step in [`Scales::steps`].
pub(super) static STEP: Variable = Variable::new("step", DataType::UInt32, "Bậc");
/// Whether the level of a step is at or below the target.
pub(super) static TARGETED: Variable = Variable::new("targeted", DataType::Boolean, "Thuộc Mức phấn đấu");

/// One framework and those who follow it.
pub(super) struct Scale<'f> {
    pub framework: &'f Framework,
    /// Schools of the framework, whether they reported or not.
    pub schools: usize,
    pub reported: usize,
    /// Criteria by code, then items of the Mức 4 list, each with what it is called.
    pub criteria: Vec<(Criterion, &'f str)>,
}

/// One criterion at one level: what a verdict is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// The place of its framework in [`Scales::all`].
    pub scale: usize,
    pub criterion: Criterion,
    pub level: u8,
}

/// All frameworks that a school of the dataset follows, by id.
pub(super) struct Scales<'f> {
    pub all: Vec<Scale<'f>>,
    /// By framework, criterion, level.
    pub steps: Vec<Step>,
    /// The steps as a table, to join with.
    pub table: DataFrame,
    targets: Vec<u8>,
}

impl Scales<'_> {
    /// The target level of each framework.
    pub fn targets(&self) -> BTreeMap<String, u8> {
        self.all.iter().map(|scale| scale.framework.id.clone()).zip(self.targets.iter().copied()).collect()
    }
}

/// The frameworks of the schools. A framework that nobody has described cannot be counted under.
pub(super) fn followed<'f>(dataset: &Dataset, frameworks: &'f Frameworks, target_level: impl Fn(&str) -> u8) -> anyhow::Result<Scales<'f>> {
    let counts = dataset
        .schools
        .clone()
        .lazy()
        .filter(FRAMEWORK.col().is_not_null())
        .group_by([FRAMEWORK.col()])
        .agg([len().alias(SCHOOLS.name), has_reported().sum().alias(REPORTED.name)])
        .collect()?;
    let mut all = Vec::new();
    for ((id, schools), reported) in
        FRAMEWORK.texts_of(&counts)?.iter().zip(SCHOOLS.numbers_of(&counts)?.iter()).zip(REPORTED.numbers_of(&counts)?.iter())
    {
        if let Some(framework) = id.and_then(|id| frameworks.get(id)) {
            let listed = framework.level4.iter().map(|item| (item.criterion(), item.title.as_str()));
            let criteria = framework.criteria.iter().map(|info| (info.criterion, info.title.as_str())).chain(listed).collect();
            all.push(Scale { framework, schools: schools.unwrap_or(0) as usize, reported: reported.unwrap_or(0) as usize, criteria });
        }
    }
    all.sort_by(|a, b| a.framework.id.cmp(&b.framework.id));
    let mut steps = Vec::new();
    for (place, scale) in all.iter().enumerate() {
        for (criterion, _) in &scale.criteria {
            steps.extend(scale.framework.levels_of(*criterion).into_iter().map(|level| Step {
                scale: place,
                criterion: *criterion,
                level,
            }));
        }
    }
    let targets: Vec<u8> = all.iter().map(|scale| target_level(&scale.framework.id)).collect();
    let table = frame(vec![
        STEP.numbers((0..).take(steps.len()).map(Some)),
        FRAMEWORK.texts(steps.iter().map(|step| Some(&all[step.scale].framework.id))),
        STANDARD.numbers(steps.iter().map(|step| step.criterion.standard().map(u32::from))),
        CRITERION.texts(steps.iter().map(|step| Some(step.criterion.to_string()))),
        LEVEL.numbers(steps.iter().map(|step| Some(u32::from(step.level)))),
        TARGETED.truths(steps.iter().map(|step| step.level <= targets[step.scale])),
    ]);
    Ok(Scales { all, steps, table, targets })
}

/// Each school with the framework it follows: what is said under another framework is not counted by criterion, as one code means
/// different things in different frameworks.
pub(super) fn followers(dataset: &Dataset) -> LazyFrame {
    dataset.schools.clone().lazy().select([SCHOOL_ID.col(), FRAMEWORK.col()])
}

/// The followers that reported.
pub(super) fn reporting_followers(dataset: &Dataset) -> LazyFrame {
    dataset.schools.clone().lazy().filter(has_reported()).select([SCHOOL_ID.col(), FRAMEWORK.col()])
}
