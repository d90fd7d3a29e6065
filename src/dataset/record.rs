//! Tables in, the records they hold out: what [`super::tables`] wrote, read back. A dataset of these records is the same dataset.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use anyhow::{Context, anyhow};
use jiff::civil::Date;
use polars::prelude::{BooleanChunked, DataFrame, Int64Chunked, StringChunked, UInt32Chunked};
use serde::de::DeserializeOwned;

use super::declared_at::{self, Stated};
use super::variable::{
    ACCREDITATION, ADJUSTED, CELL, CLUSTER, CODE, COLLECTOR, COMMUNE, COMMUNE_BEFORE, COMMUNE_SINCE, CONDITIONS, COST_KIND, COST_PARTS,
    COST_SOURCES, COST_TEXT, COST_VND, CRITERION, DECLARED_AT, DECLARED_LEVEL, DECLARED_MET, DECLARED_OF, DESCRIPTION, DISTRICT, DONE_TEXT,
    DUE, FIELD, FILE, FLAGS, FORMS, FRAMEWORK, ID, KIND, LATE_STATED, LEAD, LEVEL, LEVEL_BAND, MARK, MESSAGE, NAME, NATIONAL_STANDARD,
    NOT_STARTED_TEXT, NOTE, ONGOING_TEXT, PLACE, RAW, RECEIVED_FROM, RECEIVED_ON, RECOGNISED_ON, REGISTERED, REMEDY, REPORTED_TIME, RESULT,
    RESULT_CELL, RESULT_FILE, RESULT_SHEET, SCHOOL_ID, SHA256, SHEET, SPLIT_FROM, STANDARD, START, STATE, STATUS, TARGET, TARGET_LEVEL,
    TASK, TIME_KIND, TIME_TEXT, TOOK_IN,
};
use super::{Dataset, SEPARATOR, Variable, of_code, of_codes, of_parts};
use crate::finding::{self, Finding};
use crate::model::{Action, Assessment, Cost, Declaration, Evidence, Geography, Lineage, Origin, School, Submission, Window};
use crate::reading::Reading;

impl Dataset {
    /// The records of the tables, plans and results linked. Other names of schools are not in the tables.
    ///
    /// # Errors
    /// A table lacks a column, or holds a code that is none of ours.
    pub fn reading(&self) -> anyhow::Result<Reading> {
        let mut shared = Shared::default();
        Ok(Reading {
            schools: schools(&self.schools).context("bảng schools")?,
            submissions: submissions(&self.submissions, &mut shared).context("bảng submissions")?,
            assessments: assessments(&self.assessments, &mut shared).context("bảng assessments")?,
            actions: actions(&self.actions, &mut shared).context("bảng actions")?,
            reports: Vec::new(),
            evidence: evidence(&self.evidence, &mut shared).context("bảng evidence")?,
            declarations: declarations(&self.schools, &mut shared).context("bảng schools")?,
            stated: Vec::new(),
            findings: findings(&self.findings, &mut shared).context("bảng findings")?,
        })
    }
}

/// Names of files and sheets, each held once.
#[derive(Default)]
struct Shared(HashSet<Arc<str>>);

impl Shared {
    fn name(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let name: Arc<str> = text.into();
        self.0.insert(Arc::clone(&name));
        name
    }
}

/// One column of texts.
struct Texts<'f>(&'f StringChunked);

impl<'f> Texts<'f> {
    fn of(variable: &Variable, frame: &'f DataFrame) -> anyhow::Result<Self> {
        Ok(Texts(variable.texts_of(frame)?))
    }

    fn get(&self, row: usize) -> Option<&'f str> {
        self.0.get(row)
    }

    fn text(&self, row: usize) -> String {
        self.0.get(row).unwrap_or_default().to_owned()
    }

    fn code<T: DeserializeOwned>(&self, row: usize) -> anyhow::Result<T> {
        of_code(self.0.get(row).unwrap_or_default())
    }

    fn optional_code<T: DeserializeOwned>(&self, row: usize) -> anyhow::Result<Option<T>> {
        self.0.get(row).map(of_code).transpose()
    }

    fn codes<T: DeserializeOwned + Ord>(&self, row: usize) -> anyhow::Result<BTreeSet<T>> {
        of_codes(self.0.get(row).unwrap_or_default())
    }
}

fn small(numbers: &UInt32Chunked, row: usize) -> anyhow::Result<Option<u8>> {
    numbers.get(row).map(|number| u8::try_from(number).map_err(|_| anyhow!("số {number} lớn quá ở cột {}", numbers.name()))).transpose()
}

fn dates(variable: &Variable, frame: &DataFrame) -> anyhow::Result<Vec<Option<Date>>> {
    Ok(variable.dates_of(frame)?.collect())
}

/// File, sheet and cell of each row, by the columns that hold them.
struct Origins<'f> {
    file: Texts<'f>,
    sheet: Texts<'f>,
    cell: Texts<'f>,
}

impl<'f> Origins<'f> {
    fn of(frame: &'f DataFrame, [file, sheet, cell]: [&Variable; 3]) -> anyhow::Result<Self> {
        Ok(Origins { file: Texts::of(file, frame)?, sheet: Texts::of(sheet, frame)?, cell: Texts::of(cell, frame)? })
    }

    fn get(&self, row: usize, shared: &mut Shared) -> anyhow::Result<Option<Origin>> {
        let (Some(file), Some(cell)) = (self.file.get(row), self.cell.get(row)) else { return Ok(None) };
        let cell = cell.parse().map_err(|message: String| anyhow!(message))?;
        Ok(Some(Origin { file: shared.name(file), sheet: shared.name(self.sheet.get(row).unwrap_or_default()), cell }))
    }

    fn needed(&self, row: usize, shared: &mut Shared) -> anyhow::Result<Origin> {
        self.get(row, shared)?.with_context(|| format!("dòng {} không ghi tệp và ô", row + 1))
    }
}

fn schools(frame: &DataFrame) -> anyhow::Result<Vec<School>> {
    let (ids, names, kinds) = (Texts::of(&SCHOOL_ID, frame)?, Texts::of(&NAME, frame)?, Texts::of(&KIND, frame)?);
    let (communes, clusters, frameworks) = (Texts::of(&COMMUNE, frame)?, Texts::of(&CLUSTER, frame)?, Texts::of(&FRAMEWORK, frame)?);
    let (accreditations, standards) = (ACCREDITATION.numbers_of(frame)?, NATIONAL_STANDARD.numbers_of(frame)?);
    let (targets, registered): (_, &BooleanChunked) = (TARGET_LEVEL.numbers_of(frame)?, REGISTERED.truths_of(frame)?);
    let recognised = dates(&RECOGNISED_ON, frame)?;
    let (districts, befores, changed) = (Texts::of(&DISTRICT, frame)?, Texts::of(&COMMUNE_BEFORE, frame)?, dates(&COMMUNE_SINCE, frame)?);
    let (took_in, split_from) = (Texts::of(&TOOK_IN, frame)?, Texts::of(&SPLIT_FROM, frame)?);
    (0..frame.height())
        .map(|row| {
            Ok(School {
                id: ids.text(row),
                name: names.text(row),
                kind: kinds.optional_code(row)?,
                commune: communes.text(row),
                cluster: clusters.text(row),
                aliases: Vec::new(),
                accreditation: small(accreditations, row)?,
                national_standard: small(standards, row)?,
                recognised_on: recognised[row],
                target_level: small(targets, row)?,
                framework: frameworks.get(row).map(str::to_owned),
                registered: registered.get(row).unwrap_or(false),
                geography: Geography { district: districts.text(row), commune_before: befores.text(row), changed_on: changed[row] },
                lineage: Lineage {
                    took_in: took_in.text(row).split(SEPARATOR).filter(|id| !id.is_empty()).map(str::to_owned).collect(),
                    split_from: split_from.get(row).map(str::to_owned),
                },
            })
        })
        .collect()
}

/// What the tables keep of declarations: one level and one total a school.
fn declarations(frame: &DataFrame, shared: &mut Shared) -> anyhow::Result<Vec<Declaration>> {
    let (ids, places) = (Texts::of(&SCHOOL_ID, frame)?, Texts::of(&DECLARED_AT, frame)?);
    let levels = DECLARED_LEVEL.numbers_of(frame)?;
    let mut origin = |row: usize, stated: Stated| {
        let [file, sheet, cell] = places.get(row).and_then(|text| declared_at::cell_of(text, stated)).unwrap_or_default();
        Origin { file: shared.name(file), sheet: shared.name(sheet), cell: cell.parse().unwrap_or_default() }
    };
    let mut declarations = Vec::new();
    for row in 0..frame.height() {
        if let Some(level) = small(levels, row)? {
            declarations.push(Declaration::SchoolLevel { school_id: ids.text(row), level, origin: origin(row, Stated::Level) });
        }
        for (level, (met, of)) in (1..).zip(DECLARED_MET.iter().zip(&DECLARED_OF)) {
            if let Some(met) = met.numbers_of(frame)?.get(row) {
                let of = of.numbers_of(frame)?.get(row);
                let origin = origin(row, Stated::Met(level));
                declarations.push(Declaration::CriteriaMet { school_id: ids.text(row), level, met, of, origin });
            }
        }
    }
    Ok(declarations)
}

fn submissions(frame: &DataFrame, shared: &mut Shared) -> anyhow::Result<Vec<Submission>> {
    let (files, hashes, schools) = (Texts::of(&FILE, frame)?, Texts::of(&SHA256, frame)?, Texts::of(&SCHOOL_ID, frame)?);
    let (forms, from, states) = (Texts::of(&FORMS, frame)?, Texts::of(&RECEIVED_FROM, frame)?, Texts::of(&STATE, frame)?);
    let received = dates(&RECEIVED_ON, frame)?;
    (0..frame.height())
        .map(|row| {
            Ok(Submission {
                file: shared.name(files.get(row).unwrap_or_default()),
                sha256: hashes.text(row),
                school_ids: schools.get(row).map(|ids| ids.split(SEPARATOR).map(str::to_owned).collect()).unwrap_or_default(),
                forms: forms.codes(row)?,
                received_on: received[row],
                received_from: from.code(row)?,
                state: states.code(row)?,
            })
        })
        .collect()
}

fn assessments(frame: &DataFrame, shared: &mut Shared) -> anyhow::Result<Vec<Assessment>> {
    let (schools, frameworks, criteria) = (Texts::of(&SCHOOL_ID, frame)?, Texts::of(&FRAMEWORK, frame)?, Texts::of(&CRITERION, frame)?);
    let (levels, results, marks) = (LEVEL.numbers_of(frame)?, Texts::of(&RESULT, frame)?, Texts::of(&MARK, frame)?);
    let origins = Origins::of(frame, [&FILE, &SHEET, &CELL])?;
    (0..frame.height())
        .map(|row| {
            Ok(Assessment {
                school_id: schools.text(row),
                framework: frameworks.text(row),
                criterion: criteria.code(row)?,
                level: small(levels, row)?.with_context(|| format!("dòng {} không ghi mức", row + 1))?,
                result: results.code(row)?,
                mark: marks.text(row),
                origin: origins.needed(row, shared)?,
            })
        })
        .collect()
}

fn actions(frame: &DataFrame, shared: &mut Shared) -> anyhow::Result<Vec<Action>> {
    let text = |variable: &'static Variable| Texts::of(variable, frame);
    let (schools, frameworks, criteria, bands) = (text(&SCHOOL_ID)?, text(&FRAMEWORK)?, text(&CRITERION)?, text(&LEVEL_BAND)?);
    let (targets, tasks, leads, times, kinds, flags) =
        (text(&TARGET)?, text(&TASK)?, text(&LEAD)?, text(&TIME_TEXT)?, text(&TIME_KIND)?, text(&FLAGS)?);
    let (costs, cost_kinds, sources, conditions, notes, adjusted) =
        (text(&COST_TEXT)?, text(&COST_KIND)?, text(&COST_SOURCES)?, text(&CONDITIONS)?, text(&NOTE)?, text(&ADJUSTED)?);
    let (done, ongoing, not_started, statuses) = (text(&DONE_TEXT)?, text(&ONGOING_TEXT)?, text(&NOT_STARTED_TEXT)?, text(&STATUS)?);
    let (standards, amounts): (_, &Int64Chunked) = (STANDARD.numbers_of(frame)?, COST_VND.amounts_of(frame)?);
    let (parts, reported) = (text(&COST_PARTS)?, text(&REPORTED_TIME)?);
    let late = LATE_STATED.truths_of(frame)?;
    let (starts, dues) = (dates(&START, frame)?, dates(&DUE, frame)?);
    let origins = Origins::of(frame, [&FILE, &SHEET, &CELL])?;
    let results = Origins::of(frame, [&RESULT_FILE, &RESULT_SHEET, &RESULT_CELL])?;
    (0..frame.height())
        .map(|row| {
            Ok(Action {
                school_id: schools.text(row),
                framework: frameworks.text(row),
                standard: small(standards, row)?,
                criterion: criteria.optional_code(row)?,
                level_band: bands.optional_code(row)?,
                target: targets.text(row),
                task: tasks.text(row),
                lead: leads.text(row),
                time_text: times.text(row),
                window: Window { kind: kinds.code(row)?, start: starts[row], due: dues[row], flags: flags.codes(row)? },
                cost_text: costs.text(row),
                cost: Cost {
                    kind: cost_kinds.code(row)?,
                    amount_vnd: amounts.get(row),
                    sources: sources.codes(row)?,
                    parts: of_parts(parts.get(row).unwrap_or_default())?,
                },
                conditions: conditions.text(row),
                note: notes.text(row),
                adjusted: adjusted.text(row),
                done_text: done.text(row),
                ongoing_text: ongoing.text(row),
                not_started_text: not_started.text(row),
                reported_time: reported.text(row),
                status: statuses.code(row)?,
                late_stated: late.get(row).unwrap_or(false),
                origin: origins.needed(row, shared)?,
                result_origin: results.get(row, shared)?,
            })
        })
        .collect()
}

fn evidence(frame: &DataFrame, shared: &mut Shared) -> anyhow::Result<Vec<Evidence>> {
    let text = |variable: &'static Variable| Texts::of(variable, frame);
    let (schools, frameworks, criteria, codes) = (text(&SCHOOL_ID)?, text(&FRAMEWORK)?, text(&CRITERION)?, text(&CODE)?);
    let (descriptions, places, collectors) = (text(&DESCRIPTION)?, text(&PLACE)?, text(&COLLECTOR)?);
    let (times, costs, notes) = (text(&TIME_TEXT)?, text(&COST_TEXT)?, text(&NOTE)?);
    let standards = STANDARD.numbers_of(frame)?;
    let origins = Origins::of(frame, [&FILE, &SHEET, &CELL])?;
    (0..frame.height())
        .map(|row| {
            Ok(Evidence {
                school_id: schools.text(row),
                framework: frameworks.text(row),
                standard: small(standards, row)?,
                criterion: criteria.optional_code(row)?,
                code: codes.get(row).map(str::to_owned),
                description: descriptions.text(row),
                place: places.text(row),
                collector: collectors.text(row),
                time_text: times.text(row),
                cost_text: costs.text(row),
                note: notes.text(row),
                origin: origins.needed(row, shared)?,
            })
        })
        .collect()
}

fn findings(frame: &DataFrame, shared: &mut Shared) -> anyhow::Result<Vec<Finding>> {
    let text = |variable: &'static Variable| Texts::of(variable, frame);
    let (ids, schools, files, sheets, cells) = (text(&ID)?, text(&SCHOOL_ID)?, text(&FILE)?, text(&SHEET)?, text(&CELL)?);
    let (fields, raws, messages, remedies) = (text(&FIELD)?, text(&RAW)?, text(&MESSAGE)?, text(&REMEDY)?);
    (0..frame.height())
        .map(|row| {
            let id = ids.get(row).unwrap_or_default();
            let rule = finding::rule(id).with_context(|| format!("không có vấn đề mang mã \"{id}\" trong bản này của chương trình"))?;
            let mut finding = Finding::told(rule, &messages.text(row), &remedies.text(row));
            finding.school_id = schools.get(row).map(str::to_owned);
            finding.file = files.get(row).map(|file| shared.name(file));
            finding.sheet = sheets.get(row).map(|sheet| shared.name(sheet));
            finding.cell = cells.get(row).map(str::parse).transpose().map_err(|message: String| anyhow!(message))?;
            finding.field = fields.get(row).map(str::to_owned);
            finding.raw = raws.get(row).map(str::to_owned);
            Ok(finding)
        })
        .collect()
}
