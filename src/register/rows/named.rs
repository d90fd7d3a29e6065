//! The whole list in, where each of its schools stands out: for cells that name another school of it.

use std::collections::BTreeMap;

use super::List;
use crate::text;

/// Where the schools of the whole list stand in it: by code, and the first of each name, folded.
pub(super) struct Named {
    pub by_id: BTreeMap<String, usize>,
    pub by_name: BTreeMap<String, usize>,
}

impl Named {
    pub fn of(list: &List) -> Named {
        let by_id = list.schools.iter().enumerate().map(|(at, school)| (school.id.clone(), at)).collect();
        // Of one name the first counts, so it is put in last.
        let by_name = list.schools.iter().enumerate().rev().map(|(at, school)| (text::fold(&school.name), at)).collect();
        Named { by_id, by_name }
    }
}
