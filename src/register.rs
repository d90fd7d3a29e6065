//! The office's list of schools in, as rows of text; the schools out, and which of them a name or a code means.

mod cell;
mod column;
mod life;
mod names;
mod rows;
mod titles;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::finding::Finding;
use crate::model::{School, SchoolKind};
use crate::phrase;
use crate::phrase::school::SchoolPhrase;

pub use column::{COLUMNS, RegisterColumn};
pub use life::Life;
use names::Names;
pub use rows::EXAMPLE_NOTE;

/// The schools an office expects reports from.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// As the list has them.
    pub schools: Vec<School>,
    names: Names,
    lives: BTreeMap<String, Life>,
    /// Codes of schools that have become part of another, and of which.
    former: BTreeMap<String, String>,
    /// Communes of the schools that have become part of one, by its code.
    communes: BTreeMap<String, Vec<String>>,
}

/// A sheet of the office's own: its rows as text, the first at 0, empty ones included.
#[derive(Debug, Clone, Default)]
pub struct ListSheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

/// The schools a name can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match<'a> {
    One(&'a School),
    /// Not written so in the list, but nearly, and no other is near.
    Close(&'a School),
    /// In the order of the list.
    Several(Vec<&'a School>),
    None,
}

impl Register {
    pub fn new(schools: Vec<School>) -> Register {
        let names = Names::of(&schools);
        Register { schools, names, ..Register::default() }
    }

    /// The school at this place is found by the code and the names of one that has become part of it, too.
    fn take_in(&mut self, at: usize, merged: &School) {
        let heir = &mut self.schools[at];
        heir.aliases.push(merged.name.clone());
        heir.aliases.extend(merged.aliases.iter().cloned());
        heir.lineage.took_in.push(merged.id.clone());
        let communes = self.communes.entry(heir.id.clone()).or_default();
        communes.extend([&merged.commune, &merged.geography.commune_before].map(String::clone));
        self.former.insert(merged.id.clone(), heir.id.clone());
        self.names.add(at, merged);
    }

    /// Every commune in which a school, or one that has become part of it, lies or lay.
    pub fn communes_of<'r>(&'r self, school: &'r School) -> impl Iterator<Item = &'r str> {
        let own = [&school.commune, &school.geography.commune_before].into_iter();
        own.chain(self.communes.get(&school.id).into_iter().flatten()).map(String::as_str).filter(|commune| !commune.is_empty())
    }

    /// Reads the sheets of a workbook; on each the titles stand in one of the first 20 rows.
    ///
    /// # Errors
    /// No sheet has titles that name the column of school names.
    pub fn from_sheets(sheets: &[ListSheet], source_name: &str) -> anyhow::Result<(Register, Vec<Finding>)> {
        let (schools, lives, findings) = rows::schools(sheets, source_name)?;
        Ok((Register { lives, ..Register::new(schools) }, findings))
    }

    /// Reads a `.csv`: UTF-8, `,` or `;` or tab between.
    ///
    /// # Errors
    /// The file cannot be read, is not UTF-8, or has no column of school names.
    pub fn load_csv(path: &Path) -> anyhow::Result<(Register, Vec<Finding>)> {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let bytes = fs::read(path)
            .with_context(|| format!("Không đọc được danh sách trường \"{}\". Kiểm tra đường dẫn và quyền đọc.", path.display()))?;
        Register::from_csv(&bytes, &name)
    }

    /// As [`Register::load_csv`], from the bytes.
    ///
    /// # Errors
    /// As [`Register::load_csv`].
    pub fn from_csv(bytes: &[u8], source_name: &str) -> anyhow::Result<(Register, Vec<Finding>)> {
        Register::from_sheets(&[ListSheet { name: String::new(), rows: rows::of_csv(bytes, source_name)? }], source_name)
    }

    /// Whether rows are a list of schools: titles that name the columns of codes and of names, and a school below.
    pub fn is_list(rows: &[Vec<String>]) -> bool {
        titles::are_a_list(rows)
    }

    /// As [`Register::is_list`], of a `.csv`.
    pub fn is_csv_list(bytes: &[u8]) -> bool {
        rows::of_csv(bytes, "").is_ok_and(|rows| titles::are_a_list(&rows))
    }

    /// The school a name means: `Trường TH&THCS Hoa Sen`, `Hoa Sen`. Names are told apart by kind, then by commune; other names count.
    pub fn find(&self, kind: Option<SchoolKind>, name: &str, commune: Option<&str>) -> Match<'_> {
        self.names.find(&self.schools, kind, name, commune)
    }

    /// The one school that a list of the office's own means by its code or its name: "01234501", "MN Hoa Sen", "Hoa Sen".
    pub fn written(&self, code_or_name: &str) -> Option<&School> {
        let phrase = phrase::school::parse(code_or_name);
        let named = || match self.find_named(&phrase) {
            Match::None => self.find(phrase.kind, code_or_name, None),
            found => found,
        };
        self.by_code(code_or_name).or_else(|| match named() {
            Match::One(school) | Match::Close(school) => Some(school),
            Match::Several(_) | Match::None => None,
        })
    }

    /// The school that a line of a letterhead means. "TT" before its name is a town, where one is called so, else a private school's; a
    /// boarding school may leave out its levels, and is not the one of its name that does not board.
    pub fn find_named(&self, phrase: &SchoolPhrase) -> Match<'_> {
        let Some(name) = &phrase.name else { return Match::None };
        let found = || self.find(phrase.kind, name, None);
        let of_town = if phrase.of_town { self.find(phrase.kind, &names::town(name), None) } else { Match::None };
        let found = match of_town {
            Match::One(school) => Match::One(school),
            Match::Close(school) if names::is_of_town(&school.name) => Match::Close(school),
            _ => found(),
        };
        let found = match found {
            Match::Several(schools) => names::of_boarding(schools, phrase.boarding()),
            found => found,
        };
        let found = match found {
            Match::Several(schools) if phrase.of_town || phrase.private => names::of_private(schools),
            found => found,
        };
        let found = match found {
            Match::Several(schools) => names::of_marks(schools, name),
            found => found,
        };
        let boards = phrase.short.as_ref().is_some_and(|short| short.starts_with("ptdtnt"));
        if found == Match::None && boards { self.names.find_boarding(&self.schools, name) } else { found }
    }

    /// The school of a code; lost leading zeros are forgiven where only one school fits.
    pub fn by_code(&self, code: &str) -> Option<&School> {
        let code = cell::code(code);
        let significant = code.trim_start_matches('0');
        let numeric = significant.len() >= 4 && significant.bytes().all(|letter| letter.is_ascii_digit());
        let own = self.schools.iter().map(|school| (school.id.as_str(), school.id.as_str()));
        let known = own.chain(self.former.iter().map(|(code, heir)| (code.as_str(), heir.as_str())));
        let fitting =
            |fits: &dyn Fn(&str) -> bool| -> Vec<&str> { known.clone().filter(|(code, _)| fits(code)).map(|(_, school)| school).collect() };
        let id = match fitting(&|known| known == code)[..] {
            [id, ..] => id,
            [] if numeric => match fitting(&|known| known.trim_start_matches('0') == significant)[..] {
                [id] => id,
                _ => return None,
            },
            [] => return None,
        };
        self.schools.iter().find(|school| school.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "Mã trường,Tên trường,Loại hình,Xã/phường,Tên khác\n\
        00100101,Trường Mầm non Hoa Sen,Mầm non,Xã Ban Mai,Mầm non Sen Hồng; MN 19/5\n\
        00100102,Trường Tiểu học Hoa Sen,Tiểu học,Xã Ban Mai,\n\
        00100103,Trường Tiểu học Bình Minh,Tiểu học,Xã Ban Mai,\n\
        00100104,Trường Tiểu học Bình Minh,Tiểu học,Phường Suối Mơ,\n\
        00100105,Trường TH&THCS Đại Bàng,Nhiều cấp,Xã Ban Mai,\n\
        00100106,Trường THCS Nguyệt Quế Vàng 1,THCS,Xã Ban Mai,\n\
        00100107,Trường THCS Nguyệt Quế Vàng 2,THCS,Xã Ban Mai,\n\
        00100109,Trường TH&THCS Chim Én,THCS,Xã Ban Mai,\n\
        00100108,Trường THCS Hoa Phượng Đỏ,THCS,Xã Ban Mai,Trường THCS Bình Minh\n";

    fn register() -> Register {
        let (register, findings) = Register::from_csv(LIST.as_bytes(), "truong.csv").expect("a list");
        assert_eq!(findings, []);
        register
    }

    /// What a name means, as text.
    fn found(register: &Register, kind: Option<SchoolKind>, name: &str, commune: Option<&str>) -> String {
        match register.find(kind, name, commune) {
            Match::One(school) => school.id.clone(),
            Match::Close(school) => format!("~{}", school.id),
            Match::Several(schools) => schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>().join(" "),
            Match::None => "-".to_owned(),
        }
    }

    #[test]
    fn a_list_of_the_offices_own_may_write_codes_or_names() {
        let list = "Mã trường,Tên trường\n01,Trường Mầm non Hoa Sen\n02,Trường Tiểu học Lê Lợi\n03,Trường THCS Lê Lợi\n";
        let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        let code = |written: &str| register.written(written).map(|school| school.id.as_str());
        for (written, expected) in [
            ("MN Hoa Sen", Some("01")),
            ("Hoa Sen", Some("01")),
            ("02", Some("02")),
            ("TRƯỜNG THCS LÊ LỢI", Some("03")),
            ("Lê Lợi", None),
            ("MN Xa Lạ", None),
        ] {
            assert_eq!(code(written), expected, "{written}");
        }
    }

    #[test]
    fn a_name_means_one_school_by_kind_commune_or_another_name() {
        let register = register();
        for (kind, name, commune, id) in [
            (None, "TRƯỜNG MẦM NON HOA SEN", None, "00100101"),
            (Some(SchoolKind::TieuHoc), "Hoa Sen", None, "00100102"),
            (None, "Hoa Sen", None, "00100101 00100102"),
            (Some(SchoolKind::Thpt), "Hoa Sen", None, "-"),
            (None, "Trường Mầm non Sen Hồng", None, "00100101"),
            (Some(SchoolKind::MamNon), "19/5", None, "00100101"),
            (None, "Tiểu học Bình Minh", None, "00100103 00100104"),
            (None, "Tiểu học Bình Minh", Some("phường Suối Mơ"), "00100104"),
            (None, "Tiểu học Bình Minh", Some("Suối Mơ"), "00100104"),
            (None, "Trường Tiểu học Bình Minh, xã Ban Mai", None, "00100103"),
            (None, "Trường Tiểu học Bình Minh - Suối Mơ", None, "00100104"),
            (None, "Tiểu học Bình Minh - Khe Sanh", None, "-"),
            (None, "Trường THCS Bình Minh", None, "00100108"),
            (None, "Trường TH và THCS Đại Bàng", None, "00100105"),
            (None, "Trường Tiểu học và THCS Đại Bàng", None, "00100105"),
            (None, "TH&THCS Đại Bàng", None, "00100105"),
            (None, "Trường TH&THCS Chim Én", None, "00100109"),
            (None, "Trường THCS Chim Én", None, "00100109"),
            (None, "Trường THCS Không Có", None, "-"),
            (None, "", None, "-"),
        ] {
            assert_eq!(found(&register, kind, name, commune), id, "{name}");
        }
    }

    #[test]
    fn names_that_differ_in_their_marks_alone_are_told_apart_by_them() {
        let list = "Mã trường,Tên trường,Loại hình\n\
            00100401,Trường Tiểu học Thành Hòa,Tiểu học\n\
            00100402,Trường Tiểu học Thanh Hòa,Tiểu học\n\
            00100403,Trường Tiểu học An Phong,Tiểu học\n\
            00100404,Trường Tiểu học Ân Phong,Tiểu học\n";
        let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        for (name, id) in [
            ("TRƯỜNG TIỂU HỌC THÀNH HÒA", Some("00100401")),
            ("Trường TH Thanh Hoà", Some("00100402")),
            ("Tiểu học Ân Phong", Some("00100404")),
            // Typed without marks, or perhaps so.
            ("TRUONG TIEU HOC THANH HOA", None),
            ("Trường Tiểu học An Phong", None),
            ("Trường Tiểu học Thánh Hòa", None),
        ] {
            let found = register.find_named(&crate::phrase::school::parse(name));
            let shown = if let Match::One(school) = &found { Some(school.id.as_str()) } else { None };
            assert_eq!(shown, id, "{name}");
            assert!(shown.is_some() || matches!(found, Match::Several(_)), "{name}");
        }
    }

    #[test]
    fn a_small_slip_is_forgiven_where_only_one_school_is_near() {
        let register = register();
        for (name, id) in [
            ("Trường THCS Hoa Phượngg Đỏ", "~00100108"),
            ("Trường THCS Hoa Phương Đỏ", "00100108"),
            ("Trường THCS Nguyệt Quế Vang 1", "00100106"),
            ("Trường THCS Nguyệt Quế Vàng 3", "-"),
            ("Trường THCS Nguyệt Quê Vành 2", "~00100107"),
            ("Trường THCS Nguyệt Quế Vàng", "-"),
            ("Trường Tiểu học Hoa Phượngg Đỏ", "-"),
        ] {
            assert_eq!(found(&register, None, name, None), id, "{name}");
        }
    }

    #[test]
    fn the_number_or_letter_of_a_name_may_stand_elsewhere_and_in_roman() {
        let list = "Mã trường,Tên trường,Loại hình,Xã/phường\n\
            00100201,Trường Tiểu học Hòa Bình số 1,Tiểu học,Xã Hòa Bình\n\
            00100202,Trường Tiểu học Hòa Bình số 2,Tiểu học,Xã Hòa Bình\n\
            00100203,Trường Tiểu học Tân Lập A,Tiểu học,Xã Tân Lập\n\
            00100204,Trường Mầm non Hoa Sen,Mầm non,Xã Tân Lập\n\
            00100205,Trường Mầm non Hoa Sen 2,Mầm non,Xã Tân Lập\n\
            00100206,Trường Mầm non 19/5,Mầm non,Xã Tân Lập\n\
            00100207,Trường TH&THCS Nậm Pung,Nhiều cấp,Xã Nậm Pung\n";
        let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        for (name, id) in [
            ("TRƯỜNG TIỂU HỌC SỐ 1 HÒA BÌNH", "~00100201"),
            ("TRƯỜNG TIỂU HỌC HOÀ BÌNH 1", "~00100201"),
            ("TRƯỜNG TH HÒA BÌNH II", "~00100202"),
            ("TRƯỜNG TIỂU HỌC A TÂN LẬP", "~00100203"),
            ("TRƯỜNG MẦM NON HOA SEN II", "~00100205"),
            ("TRƯỜNG MẦM NON SỐ 2 HOA SEN", "~00100205"),
            ("TRƯỜNG MẦM NON 19 THÁNG 5", "~00100206"),
            ("TRƯỜNG TIỂU HỌC VÀ THCS XÃ NẬM PUNG", "~00100207"),
            ("TRƯỜNG MẦM NON HOA SEN", "00100204"),
            // Other numbers, letters and kinds are other schools.
            ("TRƯỜNG TIỂU HỌC HÒA BÌNH", "-"),
            ("TRƯỜNG TIỂU HỌC HÒA BÌNH SỐ 3", "-"),
            ("TRƯỜNG TIỂU HỌC BÌNH HÒA SỐ 1", "-"),
            ("TRƯỜNG TIỂU HỌC B TÂN LẬP", "-"),
            ("TRƯỜNG MẦM NON HOA SEN 1", "-"),
            ("TRƯỜNG MẦM NON 5/19", "-"),
            ("TRƯỜNG THCS SỐ 1 HÒA BÌNH", "-"),
        ] {
            assert_eq!(found(&register, None, name, None), id, "{name}");
        }
    }

    #[test]
    fn the_sort_of_a_place_may_be_left_out_or_shortened() {
        let list = "Mã trường,Tên trường,Loại hình,Xã/phường\n\
            00100301,Trường Tiểu học Thị trấn Sìn Hồ,Tiểu học,Thị trấn Sìn Hồ\n\
            00100302,Trường Tiểu học Số 1 xã Nậm Tăm,Tiểu học,Xã Nậm Tăm\n\
            00100303,Trường Tiểu học Số 2 xã Nậm Tăm,Tiểu học,Xã Nậm Tăm\n\
            00100304,Trường Mầm non Thị trấn Sìn Hồ,Mầm non,Thị trấn Sìn Hồ\n\
            00100305,Trường Mầm non xã Pa Khóa,Mầm non,Xã Pa Khóa\n\
            00100306,Trường Mầm non Hoa Mai,Mầm non,Xã Pa Khóa\n\
            00100307,Trường THCS Sìn Hồ,THCS,Xã Sìn Hồ\n\
            00100308,Trường THCS TT Sìn Hồ,THCS,Thị trấn Sìn Hồ\n\
            00100309,Trường THPT số 1 huyện Sìn Hồ,THPT,Thị trấn Sìn Hồ\n";
        let (register, _) = Register::from_csv(list.as_bytes(), "truong.csv").expect("a list");
        for (name, id) in [
            ("TRƯỜNG TH TT SÌN HỒ", "00100301"),
            ("Trường Tiểu học TT. Sìn Hồ", "00100301"),
            ("Trường TH số 1 Nậm Tăm", "~00100302"),
            ("TRƯỜNG TIỂU HỌC NẬM TĂM SỐ 2", "~00100303"),
            ("TRƯỜNG TH SỐ 2 X. NẬM TĂM", "~00100303"),
            ("TRƯỜNG MN THỊ TRẤN", "~00100304"),
            ("Trường MN X. Pa Khóa", "~00100305"),
            ("Trường MN TT Hoa Mai", "00100306"),
            ("TRƯỜNG THCS SÌN HỒ", "00100307"),
            ("TRƯỜNG THCS TT SÌN HỒ", "00100308"),
            ("TRƯỜNG THCS THỊ TRẤN SÌN HỒ", "00100308"),
            ("Trường THPT số 1 Sìn Hồ", "~00100309"),
            // Another number, another sort of place.
            ("Trường TH số 3 Nậm Tăm", "-"),
            ("TRƯỜNG TIỂU HỌC XÃ SÌN HỒ", "-"),
            ("TRƯỜNG MẦM NON THỊ TRẤN PA KHÓA", "-"),
        ] {
            let shown = match register.find_named(&crate::phrase::school::parse(name)) {
                Match::One(school) => school.id.clone(),
                Match::Close(school) => format!("~{}", school.id),
                Match::Several(_) => "several".to_owned(),
                Match::None => "-".to_owned(),
            };
            assert_eq!(shown, id, "{name}");
        }
    }

    #[test]
    fn a_code_may_have_lost_its_zeros() {
        let register = register();
        for (code, name) in [
            ("00100105", Some("Trường TH&THCS Đại Bàng")),
            ("100105", Some("Trường TH&THCS Đại Bàng")),
            (" 100105.0 ", Some("Trường TH&THCS Đại Bàng")),
            ("105", None),
            ("", None),
            ("0", None),
        ] {
            assert_eq!(register.by_code(code).map(|school| school.name.as_str()), name, "{code}");
        }
    }

    #[test]
    fn an_empty_register_knows_nobody() {
        assert_eq!(Register::default().find(None, "Trường THCS Hoa Sen", None), Match::None);
        assert_eq!(Register::default().by_code("00100105"), None);
    }
}
