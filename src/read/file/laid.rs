//! A workbook as it was sent in; the same laid out anew out, where only rows under titles can be read: what was put elsewhere, what is told of it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::slips::{BySheet, slips_of};
use crate::finding::Finding;
use crate::read::cards;
use crate::read::grid::Workbook;
use crate::read::header::Matcher;
use crate::read::stood::Stood;
use crate::read::{
    Context, banded, by_month, continued, counted, crossed, done_on, granted, halves, indicators, labelled, lasting, legend, level_named,
    level4, month_first, monthly, parted, quantities, roman, strips, swapped, ticked, twofold, work_counts,
};
use crate::reading::Reading;

/// Findings by the sheet they are of.
type Told = Vec<(usize, Finding)>;

pub(super) struct Laid<'w> {
    pub workbook: Cow<'w, Workbook>,
    pub told: Told,
    /// By the name of the sheet, which may have become one with another since.
    pub explained: Vec<(Arc<str>, Finding)>,
    /// Sheets whose rows went to those they go on from.
    pub moved: BTreeSet<usize>,
    pub cards: cards::Sheets,
    pub slips: BySheet,
    pub moves: Moves,
}

/// Where cells stood, the last move first.
#[derive(Default)]
pub(super) struct Moves(Vec<Stood>);

impl Moves {
    /// Says of every record and finding where it stands on the sheet itself.
    pub fn put_back(&self, reading: &mut Reading) {
        self.0.iter().for_each(|stood| stood.put_back(reading));
    }
}

impl<'w> Laid<'w> {
    pub fn of(mut workbook: Cow<'w, Workbook>, context: &Context<'_>, matcher: &mut Matcher<'_>) -> Laid<'w> {
        let explained = legend::written_out(&mut workbook);
        let mut laid = Laid {
            workbook,
            told: Vec::new(),
            explained,
            moved: BTreeSet::new(),
            cards: cards::Sheets::default(),
            slips: BySheet::new(),
            moves: Moves::default(),
        };
        laid.moved_by(|workbook| with_none(cards::side_by_side(workbook, matcher)));
        // Behind the last of them another may stand.
        laid.moved_by(|workbook| strips::left_out(workbook, matcher));
        laid.moved_by(|workbook| strips::left_out(workbook, matcher));
        laid.told_by(work_counts::left_out);
        laid.moved_by(|workbook| with_none(twofold::parted(workbook, matcher)));
        laid.mended_by(parted::joined);
        laid.moved_by(|workbook| labelled::apart(workbook, matcher));
        let before = laid.told.len();
        laid.moved_by(|workbook| continued::joined(workbook, matcher));
        laid.moved = laid.told[before..].iter().map(|(sheet, _)| *sheet).collect();
        laid.moved_by(|workbook| halves::apart(workbook, matcher));
        laid.moved_by(|workbook| by_month::apart(workbook, matcher));
        laid.mended_by(roman::written_out);
        laid.told_by(month_first::turned);
        laid.told_by(|workbook| swapped::turned(workbook, context));
        laid.mended_by(|workbook| lasting::ended(workbook, context));
        laid.told_by(crossed::gathered);
        laid.mended_by(monthly::titled);
        laid.told_by(|workbook| monthly::gathered(workbook, context));
        laid.told_by(granted::titled);
        laid.mended_by(quantities::compared);
        laid.mended_by(ticked::gathered);
        laid.mended_by(level4::titled);
        laid.told_by(|workbook| level_named::written(workbook, matcher));
        laid.mended_by(counted::in_lines);
        laid.moved_by(banded::gathered);
        laid.moved_by(banded::beside::gathered);
        laid.moved_by(banded::alone::gathered);
        laid.told_by(done_on::told);
        laid.mended_by(indicators::beside_codes::put);
        laid.mended_by(indicators::gathered);
        laid.cards = cards::laid(&mut laid.workbook, matcher);
        laid.moves.0.insert(0, std::mem::take(&mut laid.cards.stood));
        let (slips, beside_slips) = slips_of(&mut laid.workbook, &laid.cards, matcher);
        laid.slips = slips;
        laid.told.extend(beside_slips);
        laid
    }

    fn mended_by(&mut self, step: impl for<'a> FnOnce(&'a Workbook) -> Cow<'a, Workbook>) {
        self.told_by(|workbook| (step(workbook), Told::new()));
    }

    fn told_by(&mut self, step: impl for<'a> FnOnce(&'a Workbook) -> (Cow<'a, Workbook>, Told)) {
        let (mended, told) = step(&self.workbook);
        // What is borrowed is what was there before.
        if let Cow::Owned(mended) = mended {
            self.workbook = Cow::Owned(mended);
        }
        self.told.extend(told);
    }

    fn moved_by(&mut self, step: impl for<'a> FnOnce(&'a Workbook) -> (Cow<'a, Workbook>, Told, Stood)) {
        let mut moved = Stood::default();
        self.told_by(|workbook| {
            let (mended, told, stood) = step(workbook);
            moved = stood;
            (mended, told)
        });
        self.moves.0.insert(0, moved);
    }
}

fn with_none((workbook, stood): (Cow<'_, Workbook>, Stood)) -> (Cow<'_, Workbook>, Told, Stood) {
    (workbook, Told::new(), stood)
}
