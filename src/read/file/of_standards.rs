//! Lines that count the criteria of one standard ("Tiêu chuẩn 1: 8/10 tiêu chí đạt Mức 1", or counts right below its name) in; what they come to
//! out, where every standard is counted: of one standard alone nothing is known of the school.

use std::collections::BTreeMap;

use crate::finding::{self, Finding};
use crate::framework::Framework;
use crate::model::{Address, Declaration, Origin};
use crate::phrase::levels::{LevelPhrase, OfStandard};

/// What one line says of a standard at one level.
struct Said {
    met: u32,
    of: Option<u32>,
    origin: Origin,
}

#[derive(Default)]
pub(super) struct OfStandards {
    /// The standard named last on the sheet, and the last row that said something of it.
    open: Option<(u8, u32)>,
    /// By school and level, the standards.
    said: BTreeMap<(String, u8), BTreeMap<u8, Said>>,
}

impl OfStandards {
    pub fn next_sheet(&mut self) {
        self.open = None;
    }

    /// Whether the counts of a line are those of one standard: it names it, or stands right below its name and counts no more criteria than it has.
    pub fn take(
        &mut self,
        (at, named): (Address, Option<&OfStandard>),
        counted: &[LevelPhrase],
        framework: Option<&Framework>,
        (school_id, origin): (&str, &Origin),
    ) -> bool {
        /// A blank row may stand between.
        const NEAR: u32 = 2;
        let standard = if let Some(named) = named {
            named.standard
        } else {
            let Some((standard, _)) = self.open.filter(|(_, above)| at.row > *above && at.row <= above + NEAR) else { return false };
            let most = most_criteria(framework, standard);
            let fits = |said: &LevelPhrase| matches!(said, LevelPhrase::CriteriaMet { met, of, .. } if of.unwrap_or(*met) <= most);
            if counted.is_empty() || !counted.iter().all(fits) {
                return false;
            }
            standard
        };
        self.open = Some((standard, at.row));
        for said in counted {
            if let LevelPhrase::CriteriaMet { level, met, of } = *said {
                let said = Said { met, of, origin: origin.clone() };
                self.said.entry((school_id.to_owned(), level)).or_default().insert(standard, said);
            }
        }
        true
    }

    /// The sums, by school and level, where every standard of the framework is counted and no line counts the school itself; what lacks a standard, with the
    /// finding that says so.
    pub fn sums(self, framework: &Framework, declared: &[Declaration]) -> (Vec<Declaration>, Vec<(Origin, Finding)>) {
        let (mut sums, mut lacking) = (Vec::new(), Vec::new());
        for ((school_id, level), standards) in self.said {
            let is_whole = |said: &Declaration| matches!(said, Declaration::CriteriaMet { school_id: of, level: at, .. } if *of == school_id && *at == level);
            let Some(first) = standards.values().min_by_key(|said| said.origin.cell).filter(|_| !declared.iter().any(is_whole)) else {
                continue;
            };
            let of = standards.values().map(|said| said.of).sum();
            let met: u32 = standards.values().map(|said| said.met).sum();
            let without: Vec<String> =
                framework.standards.iter().map(|of| of.number).filter(|of| !standards.contains_key(of)).map(|of| of.to_string()).collect();
            let origin = first.origin.clone();
            if without.is_empty() {
                sums.push(Declaration::CriteriaMet { school_id, level, met, of, origin });
            } else {
                let why = format!("không có số của Tiêu chuẩn {} nên không cộng thành số của trường", without.join(", "));
                let told = Finding::new(&finding::TOTALS_DOUBTED).of_school(&school_id).raw(format!("Mức {level}: {met}")).with("why", why);
                lacking.push((origin, told));
            }
        }
        (sums, lacking)
    }
}

/// How many criteria a standard has.
fn most_criteria(framework: Option<&Framework>, standard: u8) -> u32 {
    /// No standard of any set has more.
    const MOST: u32 = 12;
    let Some(framework) = framework else { return MOST };
    let own = framework.criteria.iter().filter(|info| info.criterion.standard() == Some(standard)).count();
    u32::try_from(own).unwrap_or(MOST)
}
