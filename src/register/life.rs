//! From when to when a school of the list is one, and into which it goes on: the list as it is on a day out.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Register;
use crate::model::School;

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
    /// Whether it is a school of its own on the day, mergers aside.
    fn lives(&self, day: Date) -> bool {
        // A school that is to become part of another ends on the day of the merger, not before.
        let to = if self.merged_into.is_some() && self.merged_on.is_some() { None } else { self.to };
        self.from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    }

    /// The school it belongs to on the day, where it has become part of one. Without a day of the merger it is one from the day after its last.
    fn successor(&self, day: Date) -> Option<&str> {
        let began = match (self.merged_on, self.to) {
            (Some(on), _) => on <= day,
            (None, Some(to)) => to < day,
            (None, None) => true,
        };
        self.merged_into.as_deref().filter(|_| began)
    }
}

impl Register {
    /// The schools there are on a day. A school that has become part of another is found under that one, by name and by code, and counts
    /// nowhere else; one that was opened later or closed before is not waited for.
    pub fn on(&self, day: Date) -> Register {
        let heirs: BTreeMap<&str, &str> =
            self.schools.iter().map(|school| (school.id.as_str(), self.heir(&school.id, day))).filter(|(id, heir)| id != heir).collect();
        let there = |school: &&School| self.lives_on(&school.id, day) && !heirs.contains_key(school.id.as_str());
        let schools: Vec<School> = self.schools.iter().filter(there).cloned().collect();
        let mut register = Register::new(schools);
        for merged in &self.schools {
            let heir = heirs.get(merged.id.as_str());
            let Some(at) = heir.and_then(|heir| register.schools.iter().position(|school| school.id == *heir)) else { continue };
            register.take_in(at, merged);
        }
        register
    }

    fn lives_on(&self, id: &str, day: Date) -> bool {
        self.lives.get(id).is_none_or(|life| life.lives(day))
    }

    /// The school at the end of a chain of mergers; a circle ends where it began. One that is not there yet takes nobody in.
    fn heir<'r>(&'r self, id: &'r str, day: Date) -> &'r str {
        let mut at = id;
        for _ in 0..self.schools.len() {
            match self.lives.get(at).and_then(|life| life.successor(day)) {
                Some(next) if next == id => return id,
                Some(next) if self.lives.get(next).is_none_or(|life| life.from.is_none_or(|from| from <= day)) => at = next,
                _ => break,
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

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

    #[test]
    fn a_school_goes_on_until_the_one_it_becomes_part_of_is_there() {
        let list = "Mã trường,Tên trường,Sáp nhập vào,Ngày sáp nhập,Hoạt động từ,Hoạt động đến\n\
            00100101,Trường Tiểu học Hoa Sen,00100102,01/08/2025,,\n\
            00100102,Trường Tiểu học Hoa Mai,,,01/09/2025,\n\
            00100103,Trường Tiểu học Hoa Ban,00100102,,,30/09/2025\n\
            00100104,Trường Tiểu học Hoa Lan,00100102,01/12/2025,,31/07/2025\n";
        let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        for (day, there) in [
            (date(2025, 8, 15), "00100101 00100103 00100104"),
            (date(2025, 9, 15), "00100102 00100103 00100104"),
            (date(2025, 10, 15), "00100102 00100104"),
            (date(2025, 12, 15), "00100102"),
        ] {
            assert_eq!(ids(&register.on(day)).join(" "), there, "{day}");
        }
    }

    #[test]
    fn a_former_name_means_the_school_of_its_commune() {
        let list = "Mã trường,Tên trường,Xã/phường,Xã/phường cũ,Địa giới mới từ,Sáp nhập vào,Ngày sáp nhập\n\
            00100101,Trường Tiểu học Hoa Sen,Xã Ban Mai,Xã Sương Sớm,01/07/2025,00100102,01/08/2025\n\
            00100102,Trường Tiểu học Hoa Mai,Xã Ban Mai,Xã Đồng Gió,01/07/2025,,\n\
            00100103,Trường Tiểu học Hoa Sen,Phường Suối Mơ,,,,\n";
        let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        let after = register.on(date(2026, 1, 10));
        let found = |name: &str| match after.find(None, name, None) {
            Match::One(school) => school.id.clone(),
            Match::Several(schools) => schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>().join(" "),
            other => format!("{other:?}"),
        };
        assert_eq!(found("Trường Tiểu học Hoa Sen, xã Sương Sớm"), "00100102");
        assert_eq!(found("Trường Tiểu học Hoa Sen, phường Suối Mơ"), "00100103");
        assert_eq!(found("Trường Tiểu học Hoa Sen"), "00100102 00100103");
        let heir = after.by_code("100101").expect("its zeros are lost");
        assert_eq!(after.communes_of(heir).collect::<Vec<_>>(), ["Xã Ban Mai", "Xã Đồng Gió", "Xã Ban Mai", "Xã Sương Sớm"]);
    }

    proptest! {
        #[test]
        fn no_school_is_lost_or_there_twice(mergers in vec((option::of(0usize..9), 0i16..4, option::of(0i16..4)), 9), day in 0i16..4) {
            let on = |year: i16| date(2022 + year, 8, 1);
            let schools: Vec<String> = (0..mergers.len()).map(|number| format!("0010010{number}")).collect();
            let mut list = String::from("Mã trường,Tên trường,Sáp nhập vào,Ngày sáp nhập,Hoạt động từ\n");
            for (id, (into, since, from)) in schools.iter().zip(&mergers) {
                let slashed = |year: i16| on(year).strftime("%d/%m/%Y").to_string();
                let into = into.map_or("", |into| &schools[into]);
                let from = from.map(slashed).unwrap_or_default();
                list.push_str(&format!("{id},Trường Tiểu học Số {id},{into},{},{from}\n", slashed(*since)));
            }
            let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
            let there = register.on(on(day));
            for (id, (into, since, from)) in schools.iter().zip(&mergers) {
                let own = ids(&there).iter().filter(|other| *other == id).count();
                prop_assert!(own <= 1);
                let begun = from.is_none_or(|from| from <= day);
                let merged = into.is_some_and(|into| schools[into] != *id) && *since <= day;
                if begun && !merged {
                    prop_assert_eq!(own, 1, "{} is lost", id);
                }
                if begun {
                    prop_assert!(there.by_code(id).is_some(), "{} is lost", id);
                }
            }
        }
    }
}
