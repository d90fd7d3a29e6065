//! How well each title suits each column of one form: its likeness to the column's spellings, less where the title itself or those beside it
//! say that it is something else.

use std::sync::Arc;

use super::{PreparedColumn, PreparedForm};
use crate::form::Field;
use crate::model::FormKind;
use crate::read::header::judged::Judged;

/// From this likeness on a title is a field's own.
pub(super) const OWN: f64 = 0.97;
/// What an own title must at least be like another field to be taken for it.
const BORROWED: f64 = 0.9;
/// What a title counts for that is understood by its words rather than by likeness.
pub(super) const UNDERSTOOD: f64 = 0.95;

/// For each title, for each column; `form` is the place of the prepared form among all, `set_aside` tells of each title that it speaks of
/// another half, another year or another finder.
pub(super) fn to_columns(form: usize, prepared: &PreparedForm<'_>, judged: &[Arc<Judged>], set_aside: &[bool]) -> Vec<Vec<f64>> {
    let Beside {
        knows_money,
        paid_otherwise,
        lead,
        dated_by_plan,
        timed_by_plan,
        timed_otherwise,
        told_by_states,
        begun_apart,
        coded,
        left_at,
    } = Beside::of(form, &prepared.columns, judged);
    let kind = prepared.form.kind;
    let is_plan = kind == FormKind::Plan;
    let of_title = |(place, (judged, set_aside)): (usize, (&Arc<Judged>, &bool))| {
        let scores = &judged.scores[form];
        let above = kind == FormKind::Assessment && judged.found_above;
        if *set_aside || judged.of_others || above || judged.names_schools || judged.is_sending || judged.names_criteria && coded {
            return vec![0.0; prepared.columns.len()];
        }
        // A title that is one field's own is no other field's that it is only somewhat like.
        let owned = scores.iter().any(|score| *score >= OWN);
        let leads = lead.is_some_and(|lead| scores[lead] >= BORROWED);
        let one = |(column, score): (&PreparedColumn, &f64)| match column.field {
            _ if judged.is_measure && *score < OWN => 0.0,
            _ if judged.moves && *score < BORROWED => 0.0,
            field if is_time(field) && (judged.is_share || is_plan && judged.is_actual || judged.is_state) => 0.0,
            field if is_time(field) && dated_by_plan && judged.is_under_results => 0.0,
            // "Hoàn thành" beside "Đang thực hiện" is no day; elsewhere it may be the day by which work is to be done.
            field if is_time(field) && told_by_states && judged.is_bare_completion => 0.0,
            Field::Done if told_by_states && judged.is_bare_completion => score.max(OWN),
            // "Thời gian thực tế" beside "Thời gian dự kiến" is when the work was done, which the column of completion tells.
            field if is_plan && judged.is_actual_time && timed_otherwise && field != Field::Done => 0.0,
            field if is_time(field) && timed_by_plan && judged.is_completion && !judged.is_planned => 0.0,
            // "Ngày hoàn thành thực tế" is a day, be it beside a column of states.
            Field::Status | Field::Outcome if judged.is_actual_time && *score < BORROWED => 0.0,
            // "Người kiểm tra", "Người báo cáo" do not do the work.
            Field::Lead | Field::Partner if judged.is_of_overseer && *score < BORROWED => 0.0,
            Field::Status | Field::Outcome | Field::Done | Field::Ongoing | Field::NotStarted if judged.is_reason && *score < OWN => 0.0,
            // "Tiến độ (%)" is how far the work has come.
            Field::Done | Field::Ongoing | Field::NotStarted if judged.is_share => 0.0,
            Field::Status if judged.is_share && judged.tells_progress => UNDERSTOOD,
            // "Hướng khắc phục" behind "Chưa làm được" says what comes next.
            Field::Task | Field::Planned | Field::Content | Field::Adjusted
                if kind == FormKind::Result && judged.is_remedy && left_at.is_some_and(|left| left < place) =>
            {
                0.0
            }
            // "% công việc" is how much of the work.
            Field::Task | Field::Planned | Field::Content if judged.is_share => 0.0,
            // "Chủ trì và | phối hợp thực hiện" is one title over two rows.
            Field::Partner if leads => 0.0,
            Field::Level if judged.is_aim => 0.0,
            // "Mục" may number the standards, "Mức" never does.
            Field::Standard if judged.is_level => 0.0,
            Field::Status | Field::Done | Field::Ongoing | Field::NotStarted | Field::Outcome if judged.is_expected => 0.0,
            Field::Status | Field::Outcome | Field::Level | Field::Target if judged.is_rank && *score < BORROWED => 0.0,
            Field::Status | Field::Outcome | Field::Done | Field::Ongoing | Field::NotStarted if judged.is_present && is_plan => 0.0,
            // "Kết quả cả năm" is what was reached, not what is aimed at; "Mục tiêu phấn đấu đến cuối năm" is.
            Field::Target | Field::Situation | Field::Indicator if judged.half.is_some() && is_plan && !judged.is_aim => 0.0,
            // "Chưa hoàn thành" beside "Chưa thực hiện" has begun.
            Field::NotStarted | Field::Status if judged.is_incompletion && begun_apart => 0.0,
            Field::Ongoing if judged.is_incompletion && begun_apart => score.max(OWN),
            // These are terms of a plan: a report has them under their own names.
            Field::Start | Field::End | Field::Cost if kind == FormKind::Result && *score < BORROWED => 0.0,
            // What a report says was spent is not what the work was to cost.
            Field::Cost if kind == FormKind::Result && judged.speaks.as_ref().is_some_and(|speaks| speaks.is_of_spending()) => 0.0,
            // "Nguồn lực" is the money of the work, and beside "Kinh phí" what else it takes.
            Field::Cost if judged.is_resources && paid_otherwise => 0.0,
            Field::Conditions if judged.is_resources && paid_otherwise => score.max(UNDERSTOOD),
            _ if owned && *score < BORROWED => 0.0,
            // "Mã tiêu chí" is no "Mục tiêu" where the form knows no criteria, nor "Chỉ số đánh giá kết quả" the result where it knows no measures.
            field if *score < BORROWED && !judged.owners.is_empty() && !judged.owners.iter().any(|owner| are_kin(*owner, field)) => 0.0,
            // What speaks of money is no other column, unless it is spelled like one.
            field if knows_money && field != Field::Cost => {
                if judged.speaks.as_ref().is_some_and(|speaks| !speaks.yields_to(field, *score)) { 0.0 } else { *score }
            }
            _ => *score,
        };
        prepared.columns.iter().zip(scores).map(one).collect()
    };
    judged.iter().zip(set_aside).enumerate().map(of_title).collect()
}

fn is_time(field: Field) -> bool {
    matches!(field, Field::Time | Field::Start | Field::End)
}

/// Whether two fields speak of one matter, so that a title of the one may stand over the other where a form has only that.
fn are_kin(one: Field, other: Field) -> bool {
    const KIN: &[&[Field]] = &[
        &[Field::Criterion, Field::Standard, Field::Item],
        &[Field::Task, Field::Planned, Field::Content, Field::Adjusted, Field::Adjustment],
        &[Field::Status, Field::Outcome, Field::Done, Field::Ongoing, Field::NotStarted],
        &[Field::Situation, Field::Weakness, Field::Cause],
        &[Field::Lead, Field::Partner, Field::Collector, Field::Assessor],
        &[Field::Time, Field::Start, Field::End],
        &[Field::Evidence, Field::EvidenceCode],
        &[Field::Unmet, Field::Met, Field::Level, Field::Level1, Field::Level2, Field::Level3],
    ];
    // "Nội dung | Mức 1 | Mức 2": what a list of marks is about are its criteria.
    one == other || (one, other) == (Field::Content, Field::Criterion) || KIN.iter().any(|kin| kin.contains(&one) && kin.contains(&other))
}

/// What the titles say of one another.
struct Beside {
    knows_money: bool,
    /// "Kinh phí" beside "Nguồn lực".
    paid_otherwise: bool,
    lead: Option<usize>,
    /// "Kế hoạch: Thời gian" beside "Thực hiện: Thời gian hoàn thành": the one is when it is to be done, the other when it was.
    dated_by_plan: bool,
    timed_by_plan: bool,
    timed_otherwise: bool,
    /// A column of what is under way or not begun, and none of when work begins.
    told_by_states: bool,
    /// A column of what is not begun besides "Chưa hoàn thành", and none of what is under way.
    begun_apart: bool,
    /// "Tiêu chí" beside "Tên tiêu chí".
    coded: bool,
    /// Where the first column stands of what was not done yet.
    left_at: Option<usize>,
}

impl Beside {
    fn of(form: usize, columns: &[PreparedColumn], judged: &[Arc<Judged>]) -> Self {
        let is_timed =
            |judged: &Judged| columns.iter().zip(&judged.scores[form]).any(|(column, score)| is_time(column.field) && *score >= BORROWED);
        let is_paid = |judged: &Judged| {
            let cost = |(column, score): (&PreparedColumn, &f64)| column.field == Field::Cost && *score >= BORROWED;
            judged.speaks.is_some() || columns.iter().zip(&judged.scores[form]).any(cost)
        };
        let names = |fields: &[Field]| {
            let of_them = |judged: &&Arc<Judged>| {
                columns.iter().zip(&judged.scores[form]).any(|(column, score)| fields.contains(&column.field) && *score >= BORROWED)
            };
            judged.iter().filter(|judged| !judged.is_incompletion).any(|judged| of_them(&judged))
        };
        let owns = |judged: &Arc<Judged>, field: Field| judged.owners.contains(&field);
        let coded = |judged: &Arc<Judged>| !judged.names_criteria && owns(judged, Field::Criterion) && !owns(judged, Field::Standard);
        let incomplete = judged.iter().any(|judged| judged.is_incompletion);
        Beside {
            knows_money: columns.iter().any(|column| column.field == Field::Cost),
            paid_otherwise: judged.iter().any(|judged| !judged.is_resources && is_paid(judged)),
            lead: columns.iter().position(|column| column.field == Field::Lead),
            dated_by_plan: judged.iter().any(|judged| !judged.is_under_results && is_timed(judged)),
            timed_by_plan: judged.iter().any(|judged| judged.is_planned && is_timed(judged)),
            timed_otherwise: judged.iter().any(|judged| !judged.is_actual && is_timed(judged)),
            told_by_states: (incomplete || names(&[Field::Ongoing, Field::NotStarted])) && !names(&[Field::Start]),
            coded: judged.iter().any(coded),
            left_at: judged.iter().position(|judged| owns(judged, Field::NotStarted)),
            begun_apart: names(&[Field::NotStarted]) && !names(&[Field::Ongoing]),
        }
    }
}
