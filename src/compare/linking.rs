//! The work of one school then and now in; which two rows are the same piece of work, and how sure that is, out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Pins;
use crate::link::{are_opposites, closest_pairs, is_within, written_out};
use crate::model::{Action, Criterion};
use crate::text;

/// From this likeness of wording on, two rows under one criterion are the same work.
const SAME: f64 = 0.72;
/// Below this the wording was changed so much that somebody should look.
const SURELY_SAME: f64 = 0.88;
/// Where one row is left on each side under a criterion, this much is enough, and is said.
const LOOSELY_SAME: f64 = 0.4;
/// Without one criterion to hold on to, the wording must agree almost to the letter.
const SAME_ELSEWHERE: f64 = 0.9;

/// How sure it is that two rows are one piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The office said so.
    Pinned,
    /// Same criterion, same words.
    Same,
    /// Same criterion, words hardly changed; or the same words under another criterion.
    Likely,
    /// To be looked at.
    Doubtful,
}

/// Two rows that are one piece of work: their places among the rows given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    pub old: usize,
    pub new: usize,
    pub certainty: Certainty,
    /// Of the wordings, from 0 to 1.
    pub likeness: f64,
}

/// Links the work of one school; every row at most once. `old` and `new` are places in the two tables.
pub(super) fn of_school(old: &[(usize, &Action)], new: &[(usize, &Action)], pins: &Pins) -> Vec<Link> {
    let mut linker = Linker {
        old: old.iter().map(|(_, action)| Row::new(action)).collect(),
        new: new.iter().map(|(_, action)| Row::new(action)).collect(),
        links: Vec::new(),
        pins,
    };
    linker.pinned();
    let groups = linker.by_criterion();
    for (old, new) in groups.values() {
        linker.alike(old, new, SAME);
    }
    let (old_left, new_left) = ((0..old.len()).collect::<Vec<_>>(), (0..new.len()).collect::<Vec<_>>());
    linker.alike(&old_left, &new_left, SAME_ELSEWHERE);
    linker.by_words();
    for (criterion, (old, new)) in &groups {
        if criterion.is_some() {
            linker.last_pair(old, new);
        }
    }
    let mut links: Vec<Link> = linker.links.into_iter().map(|link| Link { old: old[link.old].0, new: new[link.new].0, ..link }).collect();
    links.sort_by_key(|link| (link.old, link.new));
    links
}

struct Row<'a> {
    school_id: &'a str,
    framework: &'a str,
    criterion: Option<Criterion>,
    /// Folded: the work, and the aim with the work.
    wordings: [String; 2],
    /// The work with its short forms written out.
    written_out: String,
    linked: bool,
}

impl<'a> Row<'a> {
    fn new(action: &'a Action) -> Self {
        let task = text::fold(&action.task);
        let both = format!("{} {task}", text::fold(&action.target));
        Row {
            school_id: &action.school_id,
            framework: &action.framework,
            criterion: action.criterion,
            wordings: [task, both.trim().to_owned()],
            written_out: written_out(&action.task),
            linked: false,
        }
    }
}

/// Places of rows that stand under one criterion, then and now.
type Group = (Vec<usize>, Vec<usize>);

struct Linker<'a> {
    old: Vec<Row<'a>>,
    new: Vec<Row<'a>>,
    links: Vec<Link>,
    pins: &'a Pins,
}

impl Linker<'_> {
    /// What was decided is told by the school that has the work now.
    fn pinned(&mut self) {
        for old in 0..self.old.len() {
            for new in 0..self.new.len() {
                let (was, is) = (&self.old[old], &self.new[new]);
                if !was.linked && !is.linked && self.pins.is_same(is.school_id, &was.wordings[0], &is.wordings[0]) == Some(true) {
                    self.link(old, new, Certainty::Pinned, self.likeness(old, new));
                }
            }
        }
    }

    /// By framework and criterion; `None` where the rows name none.
    fn by_criterion(&self) -> BTreeMap<Option<(String, Criterion)>, Group> {
        let key = |row: &Row| row.criterion.map(|criterion| (row.framework.to_owned(), criterion));
        let mut groups: BTreeMap<Option<(String, Criterion)>, Group> = BTreeMap::new();
        for (at, row) in self.old.iter().enumerate() {
            groups.entry(key(row)).or_default().0.push(at);
        }
        for (at, row) in self.new.iter().enumerate() {
            groups.entry(key(row)).or_default().1.push(at);
        }
        groups
    }

    /// Pairs by falling likeness; of equal likeness those that stand in like places.
    fn alike(&mut self, old: &[usize], new: &[usize], least: f64) {
        let mut pairs: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (order, &was) in old.iter().enumerate().filter(|(_, was)| !self.old[**was].linked) {
            for (new_order, &is) in new.iter().enumerate().filter(|(_, is)| !self.new[**is].linked) {
                let likeness = self.likeness(was, is);
                if likeness >= least && !self.is_parted(was, is) {
                    pairs.push((likeness, order.abs_diff(new_order), was, is));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
        for (likeness, _, was, is) in pairs {
            if self.old[was].linked || self.new[is].linked {
                continue;
            }
            let same_place = (self.old[was].framework, self.old[was].criterion) == (self.new[is].framework, self.new[is].criterion);
            let certainty = match likeness {
                _ if likeness >= 1.0 && same_place => Certainty::Same,
                // "Mua sắm máy tính" and "Sửa chữa máy tính" share most of their letters: what both sides alone say is to be looked at.
                _ if likeness >= SURELY_SAME && is_within(&self.old[was].wordings[0], &self.new[is].wordings[0]) => Certainty::Likely,
                _ => Certainty::Doubtful,
            };
            self.link(was, is, certainty, likeness);
        }
    }

    /// What is left, by the words the two share and no other work of the school does: "Tập huấn PCCC" and "Tập huấn phòng cháy chữa cháy".
    fn by_words(&mut self) {
        let left = |rows: &[Row<'_>]| (0..rows.len()).filter(|at| !rows[*at].linked).collect::<Vec<_>>();
        let (old, new) = (left(&self.old), left(&self.new));
        let written = |rows: &[Row<'_>], left: &[usize]| left.iter().map(|at| rows[*at].written_out.clone()).collect::<Vec<_>>();
        let (was, is) = (written(&self.old, &old), written(&self.new, &new));
        let (was, is): (Vec<&str>, Vec<&str>) = (was.iter().map(String::as_str).collect(), is.iter().map(String::as_str).collect());
        for (was, is) in closest_pairs(&was, &is) {
            let (was, is) = (old[was], new[is]);
            let place = |row: &Row<'_>| row.criterion.map(|criterion| (row.framework.to_owned(), criterion));
            let places = place(&self.old[was]).zip(place(&self.new[is]));
            if places.is_none_or(|(was, is)| was == is) && !self.is_parted(was, is) {
                self.link(was, is, Certainty::Doubtful, self.likeness(was, is));
            }
        }
    }

    fn last_pair(&mut self, old: &[usize], new: &[usize]) {
        let was: Vec<usize> = old.iter().copied().filter(|at| !self.old[*at].linked).collect();
        let is: Vec<usize> = new.iter().copied().filter(|at| !self.new[*at].linked).collect();
        if let ([was], [is]) = (&was[..], &is[..]) {
            let likeness = self.likeness(*was, *is);
            if likeness >= LOOSELY_SAME && !self.is_parted(*was, *is) {
                self.link(*was, *is, Certainty::Doubtful, likeness);
            }
        }
    }

    fn likeness(&self, old: usize, new: usize) -> f64 {
        let (was, is) = (&self.old[old].wordings, &self.new[new].wordings);
        if !was[0].is_empty() && was[0] == is[0] {
            return 1.0;
        }
        text::likeness(&was[0], &is[0]).max(text::likeness(&was[1], &is[1]))
    }

    /// The office said that the two are not one, or they say the opposite: "học sinh nam" and "học sinh nữ".
    fn is_parted(&self, old: usize, new: usize) -> bool {
        let (was, is) = (&self.old[old], &self.new[new]);
        let decided = self.pins.is_same(is.school_id, &was.wordings[0], &is.wordings[0]);
        decided.map_or_else(|| are_opposites(&was.written_out, &is.written_out), |is_same| !is_same)
    }

    fn link(&mut self, old: usize, new: usize, certainty: Certainty, likeness: f64) {
        self.old[old].linked = true;
        self.new[new].linked = true;
        self.links.push(Link { old, new, certainty, likeness });
    }
}
