//! One time or a range in, its first day and its last out.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Item, Link, Piece};
use crate::model::WindowKind;
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::Period;
use crate::phrase::time::when::{Days, Edge, Unit, Year};

/// Whether the time is a part of the period, so that it comes back with it: "cuối tháng 5 hằng năm".
pub(super) fn within(piece: &Piece, period: Period) -> bool {
    let most = match period {
        Period::Week => 6,
        Period::Month => 27,
        Period::Year => 300,
    };
    match (piece.start, piece.due) {
        (Some(start), Some(due)) => (due - start).get_days() <= most,
        (None, Some(_)) => true,
        // "Từ tháng 9 hằng năm"
        (Some(_), None) => period == Period::Year,
        _ => false,
    }
}

/// One time, or a range: its first day and its last.
pub(super) fn segment_piece(items: &[Item], cursor: &Cursor<'_>) -> Option<Piece> {
    let (first, last) = (items.first()?, items.last()?);
    let days = |item: &Item| item.when.days(cursor.context);
    let mut piece = Piece { ends: first.limit.ends, ..Piece::of_kind(WindowKind::Span, false) };
    if first.when.unit == Unit::Now {
        let days = days(last).filter(|_| items.len() == 2)?;
        piece.due = Some(due(last, &days)?);
        piece.flags = days.flags;
        return Some(piece);
    }
    let opening = days(first)?;
    piece.flags.extend(&opening.flags);
    if items.len() == 1 {
        let limit = first.limit;
        if limit.until || limit.before {
            piece.due = Some(due(first, &opening)?).filter(|_| !limit.from && !limit.after && !first.onward);
            piece.ends = true;
            return piece.due.is_some().then_some(piece);
        }
        piece.start = Some(begin(first, &opening)?);
        if limit.from || limit.after || first.onward {
            piece.kind = WindowKind::Open;
        } else {
            piece.due = Some(opening.last);
        }
        return Some(piece);
    }
    if first.limit.until || first.limit.before || items[1..].iter().any(|item| item.limit.from || item.limit.after) {
        return None;
    }
    let years = |item: &Item| item.when.unit == Unit::CalendarYear;
    let dashed = items.iter().any(|item| item.link == Link::To { dash: true });
    if dashed && years(first) != years(last) {
        return None;
    }
    // "Tháng 11 - HKI" may be a range, or say of what the month is a part.
    if dashed && items.len() == 2 && (first.lies_in(last, cursor) || last.lies_in(first, cursor)) {
        return None;
    }
    piece.start = Some(begin(first, &opening)?);
    // "Từ 15/10 đến 15/9/2024" of the plan of 2024-2025: within the plan's year it would run backwards.
    let opens = Date::new(cursor.context.plan.first(), 6, 1).ok()?;
    let last_day = days(last).map(|days| days.last);
    let carried = !first.dated && last.dated && matches!(first.when.year, Year::Calendar(_)) && first.when.year != last.when.year;
    if carried && piece.start < Some(opens) && last_day > Some(opens.checked_add(2.months()).ok()?) {
        return None;
    }
    if last.onward || last.when.unit == Unit::Now {
        piece.kind = WindowKind::Open;
        return Some(piece);
    }
    let closing = days(last)?;
    piece.flags.extend(&closing.flags);
    piece.due = Some(due(last, &closing)?);
    // "Học kỳ I đến tháng 9": what ends within what it goes on from.
    let stretch = first.when.rank() >= Some(2) && first.when.edge.is_none() && !first.limit.from;
    if stretch && last.link == (Link::To { dash: false }) && piece.due < Some(opening.last) {
        return None;
    }
    let lasts: Vec<Date> = items[1..].iter().map(|item| days(item).map(|days| days.last)).collect::<Option<_>>()?;
    if !lasts.is_sorted() {
        return None;
    }
    (piece.start <= piece.due).then_some(piece)
}

fn begin(item: &Item, days: &Days) -> Option<Date> {
    if item.limit.after { days.last.checked_add(1.day()).ok() } else { Some(days.first) }
}

/// "Trước ngày D" is due on D; "trước tháng M" on the last day before it.
fn due(item: &Item, days: &Days) -> Option<Date> {
    let on_the_day =
        matches!(item.when.unit, Unit::Day { .. } | Unit::Opening | Unit::Closing { .. }) || item.when.edge == Some(Edge::Late);
    if item.limit.before && !on_the_day { days.first.checked_sub(1.day()).ok() } else { Some(days.last) }
}
