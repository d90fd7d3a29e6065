//! What one part of the text has stated in, the times it comes to out: its years completed, its segments joined, its brackets settled.

use super::segment::{segment_piece, within};
use super::{Item, Limit, Link, Part, Piece};
use crate::model::WindowKind;
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::Period;
use crate::phrase::time::when::{Unit, When, Year, complete};

impl Part {
    pub(super) fn pieces(mut self, cursor: &Cursor<'_>, apart: bool) -> Option<Vec<Piece>> {
        let weekdays = !self.items.is_empty()
            && self.items.iter().all(|item| item.short && !item.dated && matches!(item.when.unit, Unit::Month(2..=7)));
        // "Thứ Sáu, 15/9/2023": the day of the week says the date again.
        let said_again = match self.items[..] {
            // "Thứ Sáu (20/10/2023)"
            [] => !self.bracketed.is_empty() && self.bracketed.iter().all(|piece| piece.start.is_some() && piece.start == piece.due),
            ref items => items.iter().all(|item| matches!(item.when.unit, Unit::Day { month: Some(_), .. })),
        };
        if (self.weekday && self.every.is_empty() && !said_again) || (weekdays && self.items.len() > 1 && self.every.is_empty()) {
            return None;
        }
        let longest = self.every.iter().flatten().max().copied();
        let undated = self.items.iter().all(|item| !item.dated);
        if weekdays && longest == Some(Period::Week) {
            self.items.clear();
        }
        let mut times: Vec<When> = self.items.iter().map(|item| item.when.clone()).collect();
        complete(&mut times, cursor.context.plan);
        for (item, when) in self.items.iter_mut().zip(times) {
            item.when = when;
        }
        if self.items.iter().any(|item| item.when.dubious && item.when.year == Year::Missing) {
            return None;
        }
        // Weeks of the school year and other times in one list, "Tuần 2 - T10": whether the week is of the month, nobody knows.
        let weeks = self.items.iter().filter(|item| matches!(item.when.unit, Unit::Week(_))).count();
        let split_summer = !cursor.context.summer
            && self.items.windows(2).any(|pair| {
                (pair[0].when.unit, pair[1].when.unit) == (Unit::Month(7), Unit::Month(8))
                    && pair.iter().all(|item| item.when.year == Year::Missing)
            });
        let term = |item: &Item| item.when.rank() >= Some(2);
        // "Từ tuần 5 đến hết HKI" has one reading all the same.
        let ranged = matches!(&self.items[..], [first, last] if matches!(last.link, Link::To { .. }) && (term(first) || term(last)));
        if (weeks > 0 && weeks < self.items.len() && !ranged) || split_summer {
            return None;
        }
        self.drop_frames(cursor)?;
        self.carry_limits();
        let mut found: Vec<Piece> = Vec::new();
        let segments = self.segments();
        for segment in segments {
            match segment_piece(segment, cursor) {
                // "Tháng 5/2024, trước ngày 20/5": no second time, but the end of the first.
                Some(piece) if segment[0].link == Link::Beside && found.last().is_some_and(|before| before.holds_end_of(&piece)) => {
                    if let Some(before) = found.last_mut() {
                        before.end_by(piece);
                    }
                }
                // "Sau khai giảng, tháng 9/2023": no second time, but the beginning of the one.
                Some(mut piece)
                    if segment[0].link == Link::Beside
                        && piece.kind == WindowKind::Span
                        && found.last().is_some_and(|before| before.kind == WindowKind::Open && piece.holds_day(before.start)) =>
                {
                    let before = found.pop();
                    piece.start = before.and_then(|before| before.start);
                    found.push(piece);
                }
                Some(piece) => found.push(piece),
                // "Ngày 25 hằng tháng": no day of the calendar, and none is needed.
                None if undated
                    && longest >= Some(Period::Month)
                    && segment.iter().all(|item| matches!(item.when.unit, Unit::Day { month: None, .. } | Unit::Week(_))) => {}
                None => return None,
            }
        }
        let comes_back = undated && longest.is_some_and(|period| found.iter().all(|piece| within(piece, period)));
        if comes_back || (found.is_empty() && !self.every.is_empty()) {
            found = vec![Piece::of_kind(WindowKind::Recurring, false)];
        } else if self.besides == Some(self.items.len()) {
            found.push(Piece::of_kind(WindowKind::Recurring, false));
        }
        self.settle_bracket(&mut found, longest, weeks > 0)?;
        found.append(&mut self.bracketed);
        if self.conditional {
            let alone = found.iter().all(|piece| piece.kind == WindowKind::Recurring);
            // "Định kỳ và đột xuất" comes back all the same.
            if found.is_empty() || !alone {
                found.push(Piece::of_kind(WindowKind::Conditional, false));
            }
        }
        if self.lasts && !found.iter().all(|piece| piece.kind == WindowKind::Span && piece.start.is_some()) {
            return None;
        }
        if let Some(first) = found.first_mut() {
            first.apart = apart;
        }
        Some(found)
    }

    /// "Trước ngày 10/01/2024 và 10/5/2024": what limits the first of a list limits the others as well.
    fn carry_limits(&mut self) {
        for at in 1..self.items.len() {
            let (before, item) = (&self.items[at - 1], &self.items[at]);
            let limited = (before.limit.until || before.limit.before) && !before.limit.from && !before.onward;
            let listed = matches!(item.link, Link::And | Link::Beside) && item.limit == Limit::default() && !item.onward;
            let terms = before.when.rank() >= Some(2) && item.when.rank() >= Some(2);
            let alike = before.when.rank() == item.when.rank() || terms;
            let ranged = self.items.get(at + 1).is_some_and(|next| matches!(next.link, Link::To { .. }));
            if limited && listed && alike && !ranged {
                self.items[at].limit = before.limit;
            }
        }
    }

    fn segments(&self) -> Vec<&[Item]> {
        let mut segments = Vec::new();
        let mut start = 0;
        for at in 1..=self.items.len() {
            if at == self.items.len() || !matches!(self.items[at].link, Link::To { .. }) {
                segments.push(&self.items[start..at]);
                start = at;
            }
        }
        segments
    }
}
