//! A line of a letterhead that says the kind of a school and not its name in, the whole out: "TRƯỜNG TRUNG HỌC CƠ SỞ" over "MẠCH KIẾM HÙNG".

use super::own_name;
use crate::model::Address;
use crate::phrase;
use crate::phrase::school::SchoolPhrase;
use crate::read::Context;
use crate::register::Match;

/// What line `at` says of a school, with the line below it where it breaks off: the next of its cell, or that of the cell below. Where there is
/// a list of schools the whole must be one of them, for what stands below may be anything.
pub(super) fn phrase(lines: &[(Address, String)], at: usize, context: &Context<'_>) -> SchoolPhrase {
    let (address, line) = &lines[at];
    let said = phrase::school::parse(own_name(line));
    if said.kind.is_none() || said.name.is_some() {
        return said;
    }
    let below = Address::new(address.row + 1, address.column);
    let mut next = lines[at + 1..].iter().filter(|(place, _)| place == address || *place == below);
    let Some((_, next)) = next.next() else { return said };
    let whole = phrase::school::parse(&format!("{}\n{next}", own_name(line)));
    let is_listed = || context.register.schools.is_empty() || context.register.find_named(&whole) != Match::None;
    if whole.name.is_some() && is_listed() { whole } else { said }
}
