//! From when to when a school of the list is one, and into which it goes on: the list as it is on a day out.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Register;

/// What the list says of the life of one school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// The first day and the last day on which it is a school of its own.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// The code of the school it became part of, and since when.
    pub merged_into: Option<String>,
    pub merged_on: Option<Date>,
}

impl Life {
    /// Whether it is a school of its own on the day.
    fn lives(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The school it belongs to on the day, where it has become part of one.
    fn successor(&self, day: Date) -> Option<&str> {
        self.merged_into.as_deref().filter(|_| self.merged_on.is_none_or(|on| on <= day))
    }
}

impl Register {
    /// The schools there are on a day. A school that has become part of another is found under that one, by name and by code, and counts
    /// nowhere else; one that was opened later or closed before is not waited for.
    pub fn on(&self, day: Date) -> Register {
        let mut successors: BTreeMap<&str, &str> = BTreeMap::new();
        for school in &self.schools {
            let heir = self.heir(&school.id, day);
            if heir != school.id {
                successors.insert(&school.id, heir);
            }
        }
        let mut schools = Vec::new();
        for school in &self.schools {
            let lives = self.lives.get(&school.id).is_none_or(|life| life.lives(day));
            if successors.contains_key(school.id.as_str()) || !lives {
                continue;
            }
            let mut school = school.clone();
            for merged in self.schools.iter().filter(|other| successors.get(other.id.as_str()).is_some_and(|heir| *heir == school.id)) {
                school.aliases.push(merged.name.clone());
                school.aliases.extend(merged.aliases.iter().cloned());
            }
            schools.push(school);
        }
        let former = successors.into_iter().map(|(id, heir)| (id.to_owned(), heir.to_owned())).collect();
        Register { former, ..Register::new(schools) }
    }

    /// The school at the end of a chain of mergers; a circle ends where it began.
    fn heir<'r>(&'r self, id: &'r str, day: Date) -> &'r str {
        let mut at = id;
        for _ in 0..self.schools.len() {
            match self.lives.get(at).and_then(|life| life.successor(day)) {
                Some(next) if next == id => return id,
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::register::Match;

    const LIST: &str = "Mã trường,Tên trường,Xã/phường,Xã/phường cũ,Huyện cũ,Địa giới mới từ,Sáp nhập vào,Ngày sáp nhập,Hoạt động từ,Hoạt động đến\n\
        00100101,Trường Tiểu học Hoa Sen,Xã Ban Mai,Xã Sương Sớm,Huyện Suối Mây,01/07/2025,00100102,01/08/2025,,\n\
        00100102,Trường Tiểu học Hoa Mai,Xã Ban Mai,Xã Ban Mai,Huyện Suối Mây,01/07/2025,,,,\n\
        00100103,Trường Tiểu học Ong Vàng,Xã Ban Mai,,,,,,,31/07/2025\n\
        00100104,Trường Tiểu học Ong Vàng 1,Xã Ban Mai,,,,,,01/08/2025,\n\
        00100105,Trường Tiểu học Ong Vàng 2,Xã Ban Mai,,,,,,01/08/2025,\n";

    fn register() -> Register {
        let (register, findings) = Register::from_csv(LIST.as_bytes(), "truong.csv").expect("a list");
        assert_eq!(findings, []);
        register
    }

    fn ids(register: &Register) -> Vec<&str> {
        register.schools.iter().map(|school| school.id.as_str()).collect()
    }

    #[test]
    fn merged_and_split_schools_are_followed_and_none_is_lost_or_there_twice() {
        let (before, after) = (register().on(date(2025, 5, 10)), register().on(date(2026, 1, 10)));
        assert_eq!(ids(&before), ["00100101", "00100102", "00100103"]);
        assert_eq!(ids(&after), ["00100102", "00100104", "00100105"]);
        assert_eq!(after.by_code("00100101").map(|school| school.id.as_str()), Some("00100102"));
        assert_eq!(before.by_code("00100101").map(|school| school.id.as_str()), Some("00100101"));
        let found = |register: &Register, name: &str| match register.find(None, name, None) {
            Match::One(school) => school.id.clone(),
            other => format!("{other:?}"),
        };
        assert_eq!(found(&after, "Trường Tiểu học Hoa Sen"), "00100102");
        assert_eq!(found(&before, "Trường Tiểu học Hoa Sen"), "00100101");
    }

    #[test]
    fn a_school_stands_in_the_old_geography_until_the_new_one_holds() {
        let register = register();
        let school = &register.schools[0];
        assert_eq!(school.geography.district, "Huyện Suối Mây");
        assert_eq!((school.commune_on(date(2025, 6, 30)), school.commune_on(date(2025, 7, 1))), ("Xã Sương Sớm", "Xã Ban Mai"));
    }

    #[test]
    fn a_merger_into_nobody_is_told_and_changes_nothing() {
        let list = LIST.replace("00100102,01/08/2025", "00999999,01/08/2025");
        let (register, findings) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        assert_eq!(findings.iter().map(|finding| finding.rule.id).collect::<Vec<_>>(), ["S11"]);
        assert!(ids(&register.on(date(2026, 1, 10))).contains(&"00100101"));
    }
}
