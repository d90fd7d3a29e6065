//! The whole list in, where each of its schools stands out: for cells that name another school of it.

use std::collections::BTreeMap;

use super::List;
use crate::text;

/// Where the schools of the whole list stand in it: by row, by code, and the first of each name, folded.
pub(super) struct Named {
    pub school_of_row: BTreeMap<usize, usize>,
    pub by_id: BTreeMap<String, usize>,
    pub by_name: BTreeMap<String, usize>,
}

impl Named {
    pub fn of(list: &List) -> Named {
        let by_id: BTreeMap<String, usize> = list.schools.iter().enumerate().map(|(at, school)| (school.id.clone(), at)).collect();
        let school_of_row = list.row_of_id.iter().filter_map(|(id, row)| Some((*row, *by_id.get(id)?))).collect();
        // Of one name the first counts, so it is put in last.
        let by_name = list.schools.iter().enumerate().rev().map(|(at, school)| (text::fold(&school.name), at)).collect();
        Named { school_of_row, by_id, by_name }
    }
}
