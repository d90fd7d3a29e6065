//! Times that stand beside one another in, those meant out: in `HKI: tháng 10` and `Năm học 2023-2024, tháng 10` the longer says only where the shorter lies.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Item, Limit, Link, Part, Piece};
use crate::model::WindowKind;
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::when::Days;

impl Part {
    /// Leaves out every time that only says of what its neighbour is a part. `None` where one should and does not.
    pub(super) fn drop_frames(&mut self, cursor: &Cursor<'_>) -> Option<()> {
        let beside = |item: &Item| matches!(item.link, Link::Beside | Link::Of);
        let mut at = 0;
        while at < self.items.len() {
            if self.items[at].when.rank() < Some(2) {
                at += 1;
                continue;
            }
            let held = |inner: &Item| self.frames(at, inner, cursor);
            let followed = self.items[at + 1..].iter().take_while(|inner| held(inner)).count();
            let led = at > 0 && beside(&self.items[at]) && held(&self.items[at - 1]);
            let leads = followed > 0 && beside(&self.items[at + 1]);
            if !(leads || led) {
                at += 1;
                continue;
            }
            let link = self.items.remove(at).link;
            if let Some(next) = self.items.get_mut(at) {
                next.link = if leads || matches!(next.link, Link::To { .. }) { link } else { next.link };
            }
        }
        (!self.items.iter().any(|item| item.link == Link::Of)).then_some(())
    }

    /// Whether the time at the place stands alone and holds the other, which is shorter.
    fn frames(&self, at: usize, inner: &Item, cursor: &Cursor<'_>) -> bool {
        let outer = &self.items[at];
        let alone = !matches!(outer.link, Link::To { .. })
            && !self.items.get(at + 1).is_some_and(|next| matches!(next.link, Link::To { .. }))
            && outer.limit == Limit::default()
            && !outer.onward;
        let shorter = match (outer.when.rank(), inner.when.rank()) {
            (Some(2 | 3), Some(0 | 1)) => true,
            // "Năm học 2023-2024, HKI"; but "HKI, cả năm" are two times.
            (Some(3), Some(2)) => outer.dated && at == 0,
            _ => false,
        };
        if !alone || !shorter || inner.limit.before || inner.limit.after || inner.limit.until || inner.onward {
            return false;
        }
        let days = |item: &Item| item.when.days(cursor.context);
        match (days(outer), days(inner)) {
            (Some(outer), Some(inner)) => holds(&outer, &inner),
            _ => false,
        }
    }
}

/// A term begins some days into its first month.
fn holds(outer: &Days, inner: &Days) -> bool {
    inner.first >= outer.first.saturating_sub(10.days()).min(outer.first.first_of_month()) && inner.last <= outer.last
}

impl Item {
    /// Whether the time is shorter than a whole term or year, and within it.
    pub(super) fn lies_in(&self, outer: &Item, cursor: &Cursor<'_>) -> bool {
        let days = |item: &Item| item.when.days(cursor.context);
        let whole = outer.when.edge.is_none() && matches!(outer.when.rank(), Some(2 | 3)) && outer.limit == Limit::default();
        let shorter = matches!(self.when.rank(), Some(0 | 1)) && self.limit == Limit::default();
        whole
            && shorter
            && match (days(outer), days(self)) {
                (Some(outer), Some(inner)) => holds(&outer, &inner),
                _ => false,
            }
    }
}

impl Piece {
    /// Whether the other is only an end, and lies within this one.
    pub(super) fn holds_end_of(&self, other: &Piece) -> bool {
        self.kind == WindowKind::Span
            && other.start.is_none()
            && other.due.is_some()
            && self.start <= other.due
            && other.due <= self.due
            && self.start.is_some()
    }

    pub(super) fn holds_day(&self, day: Option<Date>) -> bool {
        day.is_some() && self.start.is_some() && self.start <= day && day <= self.due
    }

    pub(super) fn end_by(&mut self, other: Piece) {
        self.due = other.due;
        self.flags.extend(other.flags);
    }
}
