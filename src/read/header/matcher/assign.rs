//! The titles of a header and their likeness to the columns of one form in, the best assignment of all of them at once out.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::Matcher;
use crate::form::{Field, Form};
use crate::model::{FormKind, Period};
use crate::phrase;
use crate::read::header::money::{self, Speaks};
use crate::read::header::titles::Title;
use crate::read::header::{Assigned, COLUMN_THRESHOLD, Header};
use crate::text;

/// From this likeness on a title is a field's own.
const OWN: f64 = 0.97;
/// What an own title must at least be like another field to be taken for it.
const BORROWED: f64 = 0.9;
/// What titles say of work that a share is told of. Folded.
const PROGRESS: &[&str] = &["tien do", "hoan thanh", "thuc hien", "ket qua", "dat duoc"];
/// What a title counts for that is understood by its words rather than by likeness.
const UNDERSTOOD: f64 = 0.95;

impl<'a> Matcher<'a> {
    pub(super) fn assign(
        &self,
        form: usize,
        titles: &[Title],
        scores: &[Vec<Vec<f64>>],
        spoken: &[Option<Speaks>],
        first: u32,
        end: u32,
    ) -> Option<Header<'a>> {
        let (form_data, columns) = &self.forms[form];
        let of_other_half = of_other_half(form_data, titles, self.period);
        let knows_money = columns.iter().any(|column| column.field == Field::Cost);
        // A title that is one field's own is no other field's that it is only somewhat like.
        let owned: Vec<bool> = (0..titles.len()).map(|title| scores[title][form].iter().any(|score| *score >= OWN)).collect();
        let lead = columns.iter().position(|column| column.field == Field::Lead);
        let leads = |title: usize| lead.is_some_and(|lead| scores.get(title).is_some_and(|forms| forms[form][lead] >= BORROWED));
        // What speaks of money is no other column, unless it is spelled like one.
        let likeness = |title: usize, column: usize| {
            if of_other_half.get(title) == Some(&true) {
                return 0.0;
            }
            let score = scores.get(title).map_or(0.0, |forms| forms[form][column]);
            let field = columns[column].field;
            // "Thời gian hoàn thành thực tế" is when it was done, not when it is to be.
            let times = matches!(field, Field::Time | Field::Start | Field::End);
            if times && form_data.kind == FormKind::Plan && titles.get(title).is_some_and(|title| title.leaf.contains("thuc te")) {
                return 0.0;
            }
            // "Đánh giá ngoài / Mức 1" is what others found; "Đơn vị tính" helps nobody.
            if titles.get(title).is_some_and(|title| is_of_others(title) || field == Field::Partner && is_measure(title)) {
                return 0.0;
            }
            // "Tiến độ (%)" is how far the work has come.
            if let Some(title) = titles.get(title).filter(|title| title.shown.contains('%')) {
                match field {
                    Field::Time | Field::Start | Field::End | Field::Done | Field::Ongoing | Field::NotStarted => return 0.0,
                    Field::Status if PROGRESS.iter().any(|words| title.leaf.contains(words)) => return UNDERSTOOD,
                    _ => {}
                }
            }
            // "Chủ trì và | phối hợp thực hiện" is one title over two rows.
            if field == Field::Partner && leads(title) {
                return 0.0;
            }
            if owned.get(title) == Some(&true) && score < BORROWED {
                return 0.0;
            }
            let spoken = spoken.get(title).and_then(Option::as_ref).filter(|_| knows_money && field != Field::Cost);
            if spoken.is_some_and(|speaks| !speaks.yields_to(field, score)) { 0.0 } else { score }
        };
        let width = titles.len().max(columns.len());
        let weights = Matrix::from_fn(columns.len(), width + columns.len(), |(column, title)| {
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
        });
        let (_, assignment) = kuhn_munkres(&weights);
        let mut header = Header::empty(form_data, first, end);
        let mut taken = vec![false; titles.len()];
        let (mut sum, mut needed_sum, mut needed) = (0.0, 0.0, 0);
        for (column, title) in assignment.into_iter().enumerate() {
            let score = likeness(title, column);
            let prepared = &columns[column];
            needed += usize::from(prepared.needed);
            if score < COLUMN_THRESHOLD {
                continue;
            }
            taken[title] = true;
            sum += score;
            needed_sum += if prepared.needed { score } else { 0.0 };
            let runner_up = columns
                .iter()
                .enumerate()
                .filter(|(other, prepared)| *other != column && prepared.field != columns[column].field)
                .map(|(other, prepared)| (prepared.field, scores[title][form][other]))
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
            sum += several_costs(&mut header, titles, spoken, &mut taken);
        }
        own_deadline(&mut header, form_data, titles, &mut taken);
        if form_data.kind == FormKind::Result && self.period == Some(Period::Hk2) {
            header.stand_ins = stand_ins(&header, titles, &of_other_half);
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
        let meant = of_other_half.iter().filter(|other| !**other).count();
        header.score = 0.6 * of_needed + 0.4 * sum / meant as f64;
        Some(header)
    }
}

/// "Học kỳ I / Mức 1 | … | Cuối năm / Mức 1": of titles that say the same of both halves, those of the half not reported on.
fn of_other_half(form: &Form, titles: &[Title], period: Option<Period>) -> Vec<bool> {
    let halves: Vec<Option<Period>> = titles.iter().map(|title| phrase::period::parse(&title.shown)).collect();
    let told_by_half = matches!(form.kind, FormKind::Result | FormKind::Assessment) && halves.iter().any(|half| half.is_some());
    let own: Vec<String> = match period.filter(|_| told_by_half) {
        Some(_) => titles
            .iter()
            .zip(&halves)
            .filter(|(_, half)| **half == period)
            .map(|(title, _)| phrase::period::without(&title.shown))
            .collect(),
        None => Vec::new(),
    };
    let is_other = |(title, half): (&Title, &Option<Period>)| {
        half.is_some() && *half != period && own.contains(&phrase::period::without(&title.shown))
    };
    titles.iter().zip(&halves).map(is_other).collect()
}

/// Work completed in the first half is often not told again in the second: its columns answer for rows that May leaves empty.
fn stand_ins(header: &Header<'_>, titles: &[Title], of_other_half: &[bool]) -> Vec<(u32, Field)> {
    let others = titles.iter().zip(of_other_half).filter(|(_, other)| **other).map(|(title, _)| title);
    let field = |title: &Title| {
        let own = |assigned: &&Assigned| {
            phrase::period::parse(&assigned.title) == Some(Period::Hk2)
                && phrase::period::without(&assigned.title) == phrase::period::without(&title.shown)
        };
        header.columns.iter().find(own).map(|assigned| assigned.field)
    };
    others.filter_map(|title| Some((title.column, field(title)?))).collect()
}

/// Gives the cost its principal column, where there are several of money, and claims the others. Returns what they add to the sum of likenesses.
fn several_costs(header: &mut Header<'_>, titles: &[Title], spoken: &[Option<Speaks>], taken: &mut [bool]) -> f64 {
    let cost = header.columns.iter().position(|assigned| assigned.field == Field::Cost);
    let own = cost.map(|at| header.columns[at].column);
    header.money = money::columns(titles, spoken, |title| !taken[title] || own == Some(titles[title].column));
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

/// "Thời gian thực hiện | Hạn hoàn thành": of two titles of a time, the one that names the end is the end.
fn own_deadline(header: &mut Header<'_>, form: &Form, titles: &[Title], taken: &mut [bool]) {
    let ends = |folded: &str| {
        ["hoan thanh", "han", "ket thuc", "deadline"].iter().any(|word| format!(" {folded} ").contains(&format!(" {word} ")))
    };
    let times = |folded: &str| form.column(Field::Time).is_some_and(|column| column.titles.iter().any(|known| text::fold(known) == folded));
    if form.kind != FormKind::Plan
        || form.column(Field::End).is_none()
        || [Field::Start, Field::End].iter().any(|field| header.column(*field).is_some())
    {
        return;
    }
    let Some(at) = header.columns.iter().position(|assigned| assigned.field == Field::Time) else { return };
    let Some(other) = (0..titles.len()).find(|title| !taken[*title] && times(&titles[*title].leaf) && !titles[*title].shown.contains('%'))
    else {
        return;
    };
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

/// Whether a title stands under what an outside evaluation found.
fn is_of_others(title: &Title) -> bool {
    ["danh gia ngoai", "doan danh gia", "dgn"].iter().any(|words| format!(" {} ", title.upper).contains(&format!(" {words} ")))
}

fn is_measure(title: &Title) -> bool {
    title.leaf.starts_with("don vi tinh") || title.leaf == "dvt"
}
