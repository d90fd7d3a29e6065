//! Rows in, what each says without its place out: as a digest, so that the words of a whole district need not be held to find two that say the same.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::model::{FormKind, Origin};
use crate::reading::Reading;

/// Equal for rows that say the same, and for no others.
pub(super) type Said = [u8; 32];

/// Hands over every row: where it stands, whose it is and of which form, and, where asked, what it says.
pub(super) fn rows(reading: &Reading, mut take: impl FnMut(&Origin, (&str, FormKind), &dyn Fn() -> Said)) {
    for row in &reading.actions {
        take(&row.origin, (&row.school_id, FormKind::Plan), &|| {
            digest(format_args!(
                "{} {} {:?} {:?} {} {} {} {} {} {:?}",
                row.school_id,
                row.framework,
                row.level_band,
                row.criterion,
                row.target,
                row.task,
                row.lead,
                row.time_text,
                row.cost_text,
                row.status
            ))
        });
    }
    for row in &reading.reports {
        take(&row.origin, (&row.school_id, FormKind::Result), &|| {
            digest(format_args!(
                "{} {} {:?} {:?} {} {} {} {} {}",
                row.school_id,
                row.framework,
                row.level_band,
                row.criterion,
                row.planned,
                row.adjusted,
                row.done_text,
                row.ongoing_text,
                row.not_started_text
            ))
        });
    }
    for row in &reading.assessments {
        take(&row.origin, (&row.school_id, FormKind::Assessment), &|| {
            digest(format_args!("{} {} {} {} {:?}", row.school_id, row.framework, row.criterion, row.level, row.result))
        });
    }
    for row in &reading.evidence {
        take(&row.origin, (&row.school_id, FormKind::Evidence), &|| {
            digest(format_args!("{} {} {:?} {} {}", row.school_id, row.framework, row.criterion, row.description, row.time_text))
        });
    }
}

/// What several rows say, in the order given.
pub(super) fn all(rows: &[Said]) -> Said {
    let mut digest = Sha256::new();
    for row in rows {
        digest.update(row);
    }
    digest.finalize().into()
}

fn digest(words: fmt::Arguments<'_>) -> Said {
    struct Taken(Sha256);

    impl fmt::Write for Taken {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.update(text);
            Ok(())
        }
    }

    let mut taken = Taken(Sha256::new());
    fmt::write(&mut taken, words).expect("a digest takes any text");
    taken.0.finalize().into()
}
