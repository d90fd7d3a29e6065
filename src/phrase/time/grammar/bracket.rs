//! A bracket in a phrase in, what it says of the time beside it out: a part of it, where it ends, how often, or nothing of time.

use jiff::ToSpan;

use super::celebration::celebrates;
use super::recurring::is_weekday;
use super::{Item, Limit, Link, Part, Piece, moved, pieces, within};
use crate::model::{SchoolYear, WindowFlag, WindowKind};
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::{Period, TIME_WORDS};
use crate::phrase::time::when::{Context, Unit, When, Year};
use crate::phrase::token::Token;

/// A bracket holds a time, a condition, or prose that says nothing of time.
pub(super) fn bracket(cursor: &mut Cursor<'_>, part: &mut Part) -> Option<()> {
    let start = cursor.at + 1;
    let length = cursor.tokens[start..].iter().position(|token| token.is_sign(')')).unwrap_or(cursor.tokens.len() - start);
    let inside = &cursor.tokens[start..start + length];
    if inside.iter().filter(|token| token.is_sign('(')).count() > DEEPEST {
        return None;
    }
    let fresh = |context| Cursor { tokens: inside, at: 0, head: None, context };
    cursor.at = (start + length + 1).min(cursor.tokens.len());
    // "15/9/2023 (thứ sáu)": the day of the week says the date again.
    if !part.items.is_empty() && is_weekday(&mut fresh(cursor.context)) {
        return Some(());
    }
    // "Tháng 9 đến tháng 12 năm 2023 (4 tháng)": how long it is.
    if let [count, unit] = inside
        && !part.items.is_empty()
        && count.number().is_some()
        && matches!(unit.word(), Some("ngay" | "tuan" | "thang" | "buoi" | "tiet"))
    {
        return Some(());
    }
    if celebrates(inside, &part.items) {
        return Some(());
    }
    // "Tháng 10/2023 (lùi sang tháng 3/2024)"
    let mut later = fresh(cursor.context);
    if !part.items.is_empty() && moved(&mut later) {
        let times = later.times().filter(|_| later.at == inside.len())?;
        let [when] = <[When; 1]>::try_from(times).ok()?;
        if !matches!(when.unit, Unit::Month(_) | Unit::Day { .. } | Unit::Quarter(_) | Unit::Semester(_)) {
            return None;
        }
        let dated = when.year != Year::Missing;
        let link = Link::To { dash: false };
        part.items.push(Item { when, link, limit: Limit::default(), onward: false, short: false, dated });
        return Some(());
    }
    let mut inner = fresh(part.items.last().map_or(cursor.context, |item| context_of(&item.when, inside, cursor.context)));
    let stands = !part.items.is_empty() || !part.every.is_empty();
    match pieces(&mut inner).filter(|_| inner.at == inside.len()) {
        // "Tháng 10/2023 (theo kế hoạch của Sở)": a reason, not a condition.
        Some(_) if stands && inside.first().is_some_and(|token| token.is_word("theo")) => {}
        // "Từ tháng 9 đến tháng 12 (hàng tuần)": how often, within the time stated.
        Some(found) if (!part.items.is_empty() || part.weekday) && found.iter().all(|piece| piece.kind == WindowKind::Recurring) => {
            let yearly = (0..inside.len()).any(|at| inside[at].is_word("nam") && !names_day(inside, at));
            part.every.push(yearly.then_some(Period::Year));
        }
        // "10/01 (HKI) và 10/5 (HKII)": each has its own.
        Some(found) if part.lies_in_bracket(&found, inside, cursor) => {}
        Some(found) => {
            part.bracket_dated |= inside.iter().any(|token| token.digits() == 4);
            part.bracket_weeks |= inside.iter().any(|token| token.is_word("tuan"));
            part.bracketed.extend(found);
        }
        None => {
            let of_day = part.items.last().is_some_and(|item| matches!(item.when.unit, Unit::Day { .. }));
            let of_time = |(at, token): (usize, &Token)| {
                token.word().is_some_and(|word| TIME_WORDS.contains(&word)) && !(of_day && names_day(inside, at))
            };
            let about_time = inside.iter().enumerate().any(of_time)
                || inside.windows(3).any(|three| three[0].number().is_some() && three[2].number().is_some() && three[1].word().is_none());
            // "10/3 (ÂL)": a day of the moon.
            let of_moon = inside.len() <= 2 && inside.iter().any(|token| matches!(&*token.written, "âl" | "al"));
            // "Tháng 10 (2": what was cut off may have been a time.
            let cut_off = length == cursor.tokens.len() - start && inside.iter().any(|token| token.number().is_some());
            if about_time || of_moon || cut_off {
                return None;
            }
        }
    }
    Some(())
}

/// Whether a word of time is one of the name of a day: "20/11 (ngày Nhà giáo Việt Nam)".
fn names_day(inside: &[Token], at: usize) -> bool {
    let next = inside.get(at + 1);
    match inside[at].word() {
        Some("ngay") => next.is_some_and(|next| next.word().is_some()),
        Some("nam") => at > 0 && inside[at - 1].is_word("viet") && next.is_none_or(|next| next.number().is_none()),
        _ => false,
    }
}

/// Nobody nests more brackets; each is read within the one before.
const DEEPEST: usize = 2;

/// What a time without a year in the bracket belongs to: the year of the time before it.
fn context_of<'a>(outer: &When, inside: &[Token], context: Context<'a>) -> Context<'a> {
    let summer = inside.iter().any(|token| token.is_word("he"));
    let first = match (outer.year, outer.unit) {
        // "Tháng 7, 8/2023 (hè)"
        (Year::Calendar(year), Unit::Month(8) | Unit::Quarter(3)) if summer => Some(year - 1),
        (Year::School(year), _) => Some(year.first()),
        (Year::Calendar(year), Unit::Summer | Unit::Month(1..=7) | Unit::Quarter(1 | 2)) => Some(year - 1),
        (Year::Calendar(year), Unit::Month(_) | Unit::Quarter(4)) => Some(year),
        _ => None,
    };
    Context { plan: first.and_then(SchoolYear::new).unwrap_or(context.plan), ..context }
}

impl Piece {
    /// "Từ tuần 10 (HKI)": of what the beginning is a part. "Tháng 9/2023 (sau khai giảng)": where in it the work begins.
    fn follows_bracket(&mut self, inner: &Piece) -> bool {
        let within = |piece: &Piece, day| piece.start <= Some(day) && piece.due.is_none_or(|due| day <= due);
        match (self.kind, inner.kind, self.start, inner.start) {
            (WindowKind::Open, WindowKind::Span, Some(start), Some(of)) => of < start && within(inner, start),
            (WindowKind::Span, WindowKind::Open, Some(_), Some(start)) if within(self, start) => {
                self.start = Some(start);
                self.flags.extend(&inner.flags);
                true
            }
            _ => false,
        }
    }
}

impl Part {
    /// Whether the bracket only says of what the time before it, a day or a month, is a part: `10/01 (HKI)`.
    fn lies_in_bracket(&self, found: &[Piece], inside: &[Token], cursor: &Cursor<'_>) -> bool {
        let (Some(item), [outer]) = (self.items.last(), found) else { return false };
        let open = matches!(item.link, Link::To { .. }) || item.limit.from || item.limit.after || item.onward;
        let undated = !inside.iter().any(|token| token.digits() == 4 || token.is_word("tuan"));
        let (WindowKind::Span, Some(first), Some(last)) = (outer.kind, outer.start, outer.due) else { return false };
        let days = item.when.days(cursor.context).filter(|_| matches!(item.when.rank(), Some(0 | 1)));
        // School begins some days into its first month.
        let held = days.is_some_and(|days| {
            first.saturating_sub(10.days()) <= days.first && days.last <= last && (first, last) != (days.first, days.last)
        });
        !open && undated && held
    }

    /// Brings the times in brackets and the one outside together. `None` where nobody can say which is meant.
    pub(super) fn settle_bracket(&mut self, found: &mut Vec<Piece>, longest: Option<Period>, weeks: bool) -> Option<()> {
        if self.bracketed.is_empty() {
            return Some(());
        }
        let spans = self.bracketed.iter().all(|piece| piece.kind == WindowKind::Span);
        if self.items.is_empty() {
            let comes_back =
                spans && !self.bracket_dated && longest.is_some_and(|period| self.bracketed.iter().all(|piece| within(piece, period)));
            if comes_back {
                // "Hằng năm (đầu năm học)"
                self.bracketed.clear();
            } else if self.bracketed.iter().all(|piece| matches!(piece.kind, WindowKind::Span | WindowKind::Open)) {
                // "Hằng tháng (từ tháng 9/2023 đến tháng 5/2024)": the bracket says within what it comes back.
                found.clear();
            }
            return Some(());
        }
        // "Tháng 7, 8/2023 (hè)": of what all of them are a part.
        if let ([_, _, ..], [inner]) = (&found[..], &self.bracketed[..])
            && found.iter().all(|piece| piece.kind == WindowKind::Span && inner.start <= piece.start && piece.due <= inner.due)
            && inner.kind == WindowKind::Span
            && inner.start.is_some()
        {
            self.bracketed.clear();
            return Some(());
        }
        let [outer] = &mut found[..] else { return Some(()) };
        if let [inner] = &self.bracketed[..]
            && outer.follows_bracket(inner)
        {
            self.bracketed.clear();
            return Some(());
        }
        // "Trước 31/12/2023 (HKI)": the stretch that the limit lies in.
        if let (WindowKind::Span, None, Some(due), [inner]) = (outer.kind, outer.start, outer.due, &self.bracketed[..])
            && inner.kind == WindowKind::Span
            && inner.start.is_some_and(|start| start <= due)
            && inner.due >= Some(due)
        {
            self.bracketed.clear();
            return Some(());
        }
        let (WindowKind::Span, Some(start), Some(due), true) = (outer.kind, outer.start, outer.due, spans) else { return Some(()) };
        if let [inner] = &self.bracketed[..]
            && inner.start.is_none()
        {
            if outer.holds_end_of(inner) {
                let mut inner = self.bracketed.remove(0);
                // "Tháng 10/2023 (trước 20/10)": the year is written.
                if self.items.iter().all(|item| item.dated) && !outer.flags.contains(&WindowFlag::YearInferred) {
                    inner.flags.remove(&WindowFlag::YearInferred);
                }
                outer.end_by(inner);
            } else if inner.due.is_some_and(|inner| due < inner && inner <= due.saturating_add(60.days())) {
                // "Tháng 8/2023 (trước khai giảng)"
                self.bracketed.clear();
            }
            return Some(());
        }
        let starts: Option<Vec<_>> = self.bracketed.iter().map(|piece| piece.start).collect();
        let (inner_start, inner_due) = (starts?.into_iter().min()?, self.bracketed.iter().filter_map(|piece| piece.due).max()?);
        let vague = |piece: &Piece| piece.flags.contains(&WindowFlag::Approximate);
        let last = &self.items.last()?.when;
        // "Tháng 9/2023 (tuần 1)": not the first week of the school year.
        if self.bracket_weeks && !vague(outer) && last.rank() <= Some(1) {
            return None;
        }
        let near = |days: i32| (inner_start - start).get_days().abs() <= days && (inner_due - due).get_days().abs() <= days;
        // School begins some days into its first month.
        if inner_start >= start.saturating_sub(10.days()) && inner_start <= due && inner_due <= due {
            // "Năm học 2023-2024 (HKI)": the bracket says which part.
            if self.items.iter().all(|item| item.dated) && !outer.flags.contains(&WindowFlag::YearInferred) {
                for piece in &mut self.bracketed {
                    piece.flags.remove(&WindowFlag::YearInferred);
                }
            }
            found.clear();
        } else if last.edge.is_some() && last.rank() >= Some(2) && near(45) {
            // "Đầu năm học (tháng 8, 9)": what is meant by the beginning.
            found.clear();
        } else if inner_start <= start.saturating_add(10.days()) && due <= inner_due {
            // "Tháng 9 (HKI)": the bracket says of what it is a part.
            self.bracketed.clear();
        } else if weeks {
            // "Tuần 8 (23/10-28/10/2023)": the school counts its weeks from another day, and says so.
            if !near(21) || self.bracketed.iter().any(vague) {
                return None;
            }
            found.clear();
        }
        Some(())
    }
}
