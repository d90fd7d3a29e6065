//! The titles of a header and their likeness to the columns of one form in, the best assignment of all of them at once out.

use std::sync::Arc;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::suited::{self, UNDERSTOOD};
use super::{Matcher, PreparedForm, adjusted, other_year};
use crate::form::{Field, Form};
use crate::model::{FormKind, Period, SchoolYear};
use crate::read::header::judged::{Judged, speaks_of_a_day};
use crate::read::header::money::{self, Speaks};
use crate::read::header::title::Title;
use crate::read::header::{Assigned, COLUMN_THRESHOLD, Header};
use crate::text;

/// Titles of months that make a calendar.
const FEWEST_PERIODS: usize = 3;

impl<'a> Matcher<'a> {
    /// The header these titles make with one form; `None` where fewer than two of them name a column. `later` are those that tell until a
    /// later day than each. The caller knows its rows.
    pub(super) fn assign(&self, form: usize, titles: &[Title], judged: &[Arc<Judged>], later: &[Option<usize>]) -> Option<Header<'a>> {
        // Most forms end here: what a title says besides makes it like no column that it is not like at all.
        let may_name = |judged: &Judged| {
            judged.is_share && judged.tells_progress || judged.scores[form].iter().any(|score| *score >= COLUMN_THRESHOLD)
        };
        judged.iter().filter(|judged| may_name(judged)).nth(1)?;
        let prepared_form = &self.forms[form];
        let (form_data, columns) = (prepared_form.form, &prepared_form.columns);
        let of_other_half = of_other_half(form_data, judged, self.period);
        let council = |title: &Judged| judged.iter().any(|other| other.by_council && other.besides_finder == title.besides_finder);
        let of_group = judged.iter().map(|title| form_data.kind == FormKind::Assessment && title.by_group && council(title));
        let of_work = matches!(form_data.kind, FormKind::Plan | FormKind::Result);
        let later = |title: usize| later[title].filter(|_| of_work);
        let of_other_half: Vec<bool> = of_other_half
            .into_iter()
            .zip(other_year::titles(judged, self.year))
            .zip(of_group)
            .enumerate()
            .map(|(at, ((half, year), group))| half || year || group || later(at).is_some())
            .collect();
        let knows_money = columns.iter().any(|column| column.field == Field::Cost);
        let likeness = suited::to_columns(form, prepared_form, judged, &of_other_half);
        let likeness = |title: usize, column: usize| likeness[title][column];
        let named = |title: &usize| (0..columns.len()).any(|column| likeness(*title, column) >= COLUMN_THRESHOLD);
        let names = |column: &usize| (0..titles.len()).any(|title| likeness(title, *column) >= COLUMN_THRESHOLD);
        if (0..titles.len()).filter(named).nth(1).is_none() || (0..columns.len()).filter(names).nth(1).is_none() {
            return None;
        }
        let weight = |column: usize, title: usize| {
            let score = likeness(title, column);
            // The order of the form breaks ties between equal titles.
            let order = if titles.len() > 1 && columns.len() > 1 {
                1.0 - (title as f64 / (titles.len() - 1) as f64 - column as f64 / (columns.len() - 1) as f64).abs()
            } else {
                0.0
            };
            // Of two fields that one title may name, the form cannot do without the needed one.
            let needed = if columns[column].needed { 90.0 } else { 0.0 };
            // Cubed, so that one title read well is worth more than two that are only somewhat alike.
            if score < COLUMN_THRESHOLD { 0 } else { (score.powi(3) * 10_000.0 + order.max(0.0) * 60.0 + needed) as i64 }
        };
        let mut header = Header::empty(form_data, 0, 0);
        let mut taken = vec![false; titles.len()];
        let (mut sum, mut needed_sum, mut needed) = (0.0, 0.0, 0);
        for (column, title) in heaviest(columns.len(), titles.len(), weight).into_iter().enumerate() {
            let prepared = &columns[column];
            needed += usize::from(prepared.needed);
            let Some((title, score)) = title.map(|title| (title, likeness(title, column))).filter(|(_, score)| *score >= COLUMN_THRESHOLD)
            else {
                continue;
            };
            taken[title] = true;
            sum += score;
            needed_sum += if prepared.needed { score } else { 0.0 };
            let runner_up = columns
                .iter()
                .enumerate()
                .filter(|(other, prepared)| *other != column && prepared.field != columns[column].field)
                .map(|(other, prepared)| (prepared.field, likeness(title, other)))
                .filter(|(_, score)| *score >= COLUMN_THRESHOLD)
                .max_by(|a, b| a.1.total_cmp(&b.1));
            header.columns.push(Assigned {
                field: prepared.field,
                column: titles[title].column,
                title: titles[title].shown.clone(),
                score,
                runner_up,
            });
        }
        if header.columns.len() < 2 {
            return None;
        }
        if knows_money {
            sum += several_costs(&mut header, titles, judged, self.year, &mut taken);
        }
        if form_data.kind == FormKind::Result {
            // Who does the work until when and for how much is a matter of plans: that a report may name them too makes a table no report.
            let is_timed = [Field::Time, Field::Start, Field::End].iter().any(|field| header.column(*field).is_some());
            let of_plans = |field: Field| match field {
                Field::Lead | Field::Partner => is_timed,
                field => matches!(field, Field::Start | Field::End | Field::Cost),
            };
            let of_plans = header.columns.iter().filter(|assigned| of_plans(assigned.field));
            // As much as a column counts in `Header::rank`.
            let ranked = 0.01 * titles.len() as f64;
            sum -= of_plans.map(|assigned| assigned.score + ranked).sum::<f64>();
            sum -= header.money.len().saturating_sub(1) as f64 * UNDERSTOOD;
        }
        only_time(&mut header);
        own_deadline(&mut header, prepared_form, titles, judged, &mut taken);
        adjusted::time(&mut header, prepared_form, titles, &mut taken);
        completed_on(&mut header, form_data, titles, judged, &mut taken);
        if of_work {
            if self.period == Some(Period::Hk2) {
                header.stand_ins = stand_ins(&header, titles, judged, &of_other_half);
            }
            let field_of = |title: usize| {
                header.columns.iter().find(|assigned| assigned.column == titles[title].column).map(|assigned| assigned.field)
            };
            let of_later = (0..titles.len()).filter_map(|at| Some((titles[at].column, field_of(later(at)?)?)));
            let of_later: Vec<(u32, Field)> = of_later.collect();
            header.stand_ins.extend(of_later);
        }
        if header.column(Field::Lead).is_none() {
            // Who helps whom, where nobody leads: they do it.
            for assigned in header.columns.iter_mut().filter(|assigned| assigned.field == Field::Partner) {
                (assigned.field, assigned.score) = (Field::Lead, COLUMN_THRESHOLD);
            }
        }
        header.columns.sort_by_key(|assigned| assigned.column);
        header.missing = form_data.lacking(|field| header.columns.iter().any(|assigned| assigned.field == field));
        header.unused =
            titles.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(title, _)| (title.column, title.shown.clone())).collect();
        let of_needed = if needed == 0 { 1.0 } else { needed_sum / needed as f64 };
        // Months side by side are no titles that a form lacks.
        let calendar = judged.iter().filter(|title| title.is_period).count() >= FEWEST_PERIODS;
        let meant = of_other_half.iter().zip(judged).filter(|(other, title)| !(**other || calendar && title.is_period)).count().max(1);
        header.score = 0.6 * of_needed + 0.4 * sum / meant as f64;
        Some(header)
    }
}

/// The title of each column, over all of them the heaviest; `weight` is of column and title.
fn heaviest(columns: usize, titles: usize, weight: impl Fn(usize, usize) -> i64) -> Vec<Option<usize>> {
    undisputed(columns, titles, &weight).unwrap_or_else(|| {
        // More places than titles: a column may stay without one.
        let places = titles.max(columns) + columns;
        let weights = Matrix::from_fn(columns, places, |(column, title)| if title < titles { weight(column, title) } else { 0 });
        kuhn_munkres(&weights).1.into_iter().map(|title| (title < titles).then_some(title)).collect()
    })
}

/// Most headers need no weighing of one column against another: each has one title that suits it best, and no two the same.
/// That is the only heaviest assignment. `None` where it is not so.
fn undisputed(columns: usize, titles: usize, weight: impl Fn(usize, usize) -> i64) -> Option<Vec<Option<usize>>> {
    let mut taken = vec![false; titles];
    let best = |column: usize| {
        let (mut best, mut most, mut alone) = (None, 0, true);
        for title in 0..titles {
            let weight = weight(column, title);
            alone = if weight > most { true } else { alone && (weight < most || most == 0) };
            if weight > most {
                (best, most) = (Some(title), weight);
            }
        }
        alone.then_some(best)
    };
    (0..columns)
        .map(|column| {
            let best = best(column)?;
            let free = best.is_none_or(|title| !std::mem::replace(&mut taken[title], true));
            free.then_some(best)
        })
        .collect()
}

/// What titles of a plan say besides their half, where they tell how far the work has come. Folded.
const RESULTS: &[&str] = &[
    "ket qua",
    "ket qua thuc hien",
    "kq",
    "kq thuc hien",
    "tinh trang",
    "tinh trang thuc hien",
    "tinh hinh thuc hien",
    "tien do",
    "tien do thuc hien",
    "muc do thuc hien",
    "muc do hoan thanh",
    "danh gia",
    "bao cao",
    "trang thai",
];

/// "Học kỳ I / Mức 1 | … | Cuối năm / Mức 1": of titles that say the same of both halves, those of the half not reported on.
fn of_other_half(form: &Form, judged: &[Arc<Judged>], period: Option<Period>) -> Vec<bool> {
    // A plan may have work, times and money of each half; only what came of the work is told again.
    let of_results = |title: &Judged| form.kind != FormKind::Plan || RESULTS.contains(&title.besides.as_str());
    let told_by_half = matches!(form.kind, FormKind::Plan | FormKind::Result | FormKind::Assessment)
        && judged.iter().any(|title| title.half.is_some() && of_results(title));
    if !told_by_half || period.is_none() {
        return vec![false; judged.len()];
    }
    let own = |besides: &str| judged.iter().any(|title| title.half == period && title.besides == besides);
    judged.iter().map(|title| title.half.is_some() && title.half != period && of_results(title) && own(&title.besides)).collect()
}

/// Work completed in the first half is often not told again in the second: its columns answer for rows that May leaves empty.
fn stand_ins(header: &Header<'_>, titles: &[Title], judged: &[Arc<Judged>], of_other_half: &[bool]) -> Vec<(u32, Field)> {
    let of_may = |other: &Judged| {
        let column = judged.iter().zip(titles).filter(|(title, _)| title.half == Some(Period::Hk2) && title.besides == other.besides);
        let columns: Vec<u32> = column.map(|(_, title)| title.column).collect();
        header.columns.iter().find(|assigned| columns.contains(&assigned.column)).map(|assigned| assigned.field)
    };
    let others = titles.iter().zip(judged).zip(of_other_half).filter(|(_, other)| **other);
    others.filter_map(|((title, judged), _)| Some((title.column, of_may(judged)?))).collect()
}

/// Gives the cost its principal column, where there are several of money, and claims the others. Returns what they add to the sum of likenesses.
fn several_costs(header: &mut Header<'_>, titles: &[Title], judged: &[Arc<Judged>], year: SchoolYear, taken: &mut [bool]) -> f64 {
    let spoken: Vec<Option<&Speaks>> = judged.iter().map(|judged| judged.speaks.as_ref()).collect();
    let cost = header.columns.iter().position(|assigned| assigned.field == Field::Cost);
    let own = cost.map(|at| header.columns[at].column);
    header.money = money::columns(titles, &spoken, year, |title| !taken[title] || own == Some(titles[title].column));
    let Some(principal) = money::principal(&header.money) else { return 0.0 };
    let principal =
        Assigned { field: Field::Cost, column: principal.column, title: principal.title.clone(), score: UNDERSTOOD, runner_up: None };
    let before = taken.iter().filter(|taken| **taken).count();
    match cost {
        Some(at) => header.columns[at] = principal,
        None => header.columns.push(principal),
    }
    for (title, taken) in titles.iter().zip(taken.iter_mut()) {
        *taken |= header.money.iter().any(|money| money.column == title.column);
    }
    (taken.iter().filter(|taken| **taken).count() - before) as f64 * UNDERSTOOD
}

/// "Thời gian" over "hoàn thành", and no other time: one title broken over two rows, read as it is on one.
fn only_time(header: &mut Header<'_>) {
    if [Field::Start, Field::Time].iter().all(|field| header.column(*field).is_none())
        && let Some(end) = header.columns.iter_mut().find(|assigned| assigned.field == Field::End)
        && text::fold(&end.title).starts_with("thoi")
    {
        end.field = Field::Time;
    }
}

/// "Thời gian thực hiện | Hạn hoàn thành": of two titles of a time, the one that names the end is the end.
fn own_deadline(header: &mut Header<'_>, prepared: &PreparedForm<'_>, titles: &[Title], judged: &[Arc<Judged>], taken: &mut [bool]) {
    let form = prepared.form;
    let ends = |folded: &str| ["hoan thanh", "han", "ket thuc", "deadline"].iter().any(|word| text::holds_words(folded, word));
    if form.kind != FormKind::Plan
        || form.column(Field::End).is_none()
        || [Field::Start, Field::End].iter().any(|field| header.column(*field).is_some())
    {
        return;
    }
    let Some(at) = header.columns.iter().position(|assigned| assigned.field == Field::Time) else { return };
    let names_time = |title: &usize| {
        !taken[*title] && !judged[*title].is_share && !judged[*title].is_under_results && prepared.times.contains(&titles[*title].leaf)
    };
    let Some(other) = (0..titles.len()).find(names_time) else { return };
    let beside =
        Assigned { field: Field::End, column: titles[other].column, title: titles[other].shown.clone(), score: 1.0, runner_up: None };
    let own = text::fold(&header.columns[at].title);
    match (ends(&own), ends(&titles[other].leaf)) {
        (false, true) => header.columns.push(beside),
        (true, false) => {
            header.columns[at].field = Field::End;
            header.columns.push(Assigned { field: Field::Time, ..beside });
        }
        _ => return,
    }
    taken[other] = true;
}

/// "Hạn | Ngày hoàn thành thực tế": where a plan tells no states, the day on which work was completed says that it was.
fn completed_on(header: &mut Header<'_>, form: &Form, titles: &[Title], judged: &[Arc<Judged>], taken: &mut [bool]) {
    // "Ngày hoàn thành" may be when it is to be: that it is not was made out by what stands below, and is told.
    let made_out = |column: u32, title: &str| {
        let leaf = titles.iter().find(|title| title.column == column).map_or("", |title| title.leaf.as_str());
        leaf.contains("thuc te") && !text::fold(title).contains("thuc te")
    };
    for assigned in header.columns.iter_mut().filter(|assigned| assigned.field == Field::Done && made_out(assigned.column, &assigned.title))
    {
        (assigned.score, assigned.runner_up) = (COLUMN_THRESHOLD, Some((Field::End, COLUMN_THRESHOLD)));
    }
    // As much as if no form knew anything like it.
    let is_actual = |column: u32| titles.iter().zip(judged).any(|(title, judged)| title.column == column && judged.is_actual_time);
    let taken_for = |assigned: &&mut Assigned| assigned.field == Field::Done && assigned.score < UNDERSTOOD && is_actual(assigned.column);
    if let Some(assigned) = header.columns.iter_mut().find(taken_for).filter(|assigned| !made_out(assigned.column, &assigned.title)) {
        (assigned.score, assigned.runner_up) = (UNDERSTOOD, None);
    }
    let told = [Field::Status, Field::Done, Field::Ongoing, Field::NotStarted].into_iter().any(|field| header.column(field).is_some());
    if form.kind != FormKind::Plan || told || form.column(Field::Done).is_none() {
        return;
    }
    let is_day = |title: &usize| {
        let leaf = &titles[*title].leaf;
        let times = speaks_of_a_day(leaf);
        // "Hạn | Ngày xong": beside the day it is due by, the other is when it was.
        let done = judged[*title].is_actual || matches!(leaf.as_str(), "ngay xong" | "xong ngay" | "ngay da xong" | "da xong ngay");
        let timed = [Field::Time, Field::End].into_iter().any(|field| header.column(field).is_some());
        let completed = ["hoan thanh", "ket thuc", "xong"].iter().any(|word| leaf.contains(word));
        !taken[*title] && done && times && (completed || timed && judged[*title].is_actual)
    };
    let Some(at) = (0..titles.len()).find(is_day) else { return };
    taken[at] = true;
    let (column, title) = (titles[at].column, titles[at].shown.clone());
    let score = if made_out(column, &title) { COLUMN_THRESHOLD } else { UNDERSTOOD };
    header.columns.push(Assigned { field: Field::Done, column, title, score, runner_up: None });
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    #[test]
    fn titles_that_nobody_disputes_are_given_at_once_and_others_are_weighed() {
        let weight = |weights: &'static [[i64; 3]]| move |column: usize, title: usize| weights[column][title];
        assert_eq!(undisputed(2, 3, weight(&[[0, 9, 5], [7, 0, 5]])), Some(vec![Some(1), Some(0)]));
        assert_eq!(undisputed(2, 3, weight(&[[0, 9, 5], [0, 0, 0]])), Some(vec![Some(1), None]));
        assert_eq!(undisputed(2, 3, weight(&[[0, 9, 5], [0, 9, 4]])), None, "two columns want one title");
        assert_eq!(undisputed(2, 3, weight(&[[0, 9, 9], [7, 0, 5]])), None, "one column wants two titles");
        assert_eq!(heaviest(2, 3, weight(&[[0, 9, 5], [0, 9, 2]])), [Some(2), Some(1)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]
        #[test]
        fn what_nobody_disputes_is_what_weighing_all_gives(weights in vec(vec(0i64..6, 5), 4)) {
            if let Some(found) = undisputed(4, 5, |column, title| weights[column][title]) {
                let places = Matrix::from_fn(4, 9, |(column, title)| weights[column].get(title).copied().unwrap_or(0));
                for (column, title) in kuhn_munkres(&places).1.into_iter().enumerate() {
                    let weighed = weights[column].get(title).is_some_and(|weight| *weight > 0).then_some(title);
                    assert_eq!(found[column], weighed, "{weights:?}");
                }
            }
        }
    }
}
