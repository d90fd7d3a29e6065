//! The invented district: quận Hoa Phượng, 36 schools, 2023-2024, the report of the first half.

use anyhow::{Context, Result};
use ctcl::model::{Period, SchoolKind, SchoolYear, State};
use jiff::civil::{Date, date};

use crate::dirt::Dirt::{self, *};
use crate::odd_file;
use crate::parcel::Parcel;
use crate::register::Standing;
use crate::school::{Profile, Unit, plain};
use crate::way::Spread::{self, One, Stacked, Two};
use crate::way::Way::{self, *};

use SchoolKind::{MamNon, NhieuCap, Thcs, TieuHoc};

pub fn unit() -> Unit {
    Unit {
        folder: "quan-hoa-phuong",
        name: "Phòng GD&ĐT quận Hoa Phượng",
        superior: "PHÒNG GD&ĐT QUẬN HOA PHƯỢNG",
        year: SchoolYear::new(2023).expect("a school year"),
        period: Period::Hk1,
        as_of: date(2024, 1, 10),
        seed: 2023,
    }
}

const COMMUNES: [&str; 4] = ["Phường Nắng Mai", "Phường Suối Biếc", "Phường Trúc Xanh", "Phường Gió Nồm"];

/// Kind, name, commune, level by its criteria, pieces of work, day of January on which the file was saved, day of January in the intake
/// list (0: not listed), how the forms lie, what is unusual.
type Line = (SchoolKind, &'static str, usize, u8, usize, i8, i8, Spread, &'static [Way], &'static [Dirt]);

#[rustfmt::skip]
const SCHOOLS: [Line; 36] = [
    (MamNon, "Hoa Sen", 0, 2, 11, 5, 0, One, &[Evidence], &[]),
    (MamNon, "Hoa Hồng", 0, 2, 9, 8, 0, Two, &[], &[]),
    (MamNon, "Hướng Dương", 1, 1, 14, 4, 0, One, &[SameLead], &[MergedCriterion, HeaderAgain, ColumnNumbers]),
    (MamNon, "Hoa Mai", 0, 2, 8, 3, 0, One, &[], &[]),
    (MamNon, "Hoa Mai", 1, 1, 9, 9, 0, One, &[], &[CodeShown]),
    (MamNon, "Ong Vàng", 1, 1, 10, 6, 8, One, &[], &[Tcvn3]),
    (MamNon, "Sơn Ca", 2, 2, 8, 5, 0, One, &[TotalsOnly], &[]),
    (MamNon, "Họa Mi", 2, 2, 11, 8, 0, One, &[Evidence], &[]),
    (MamNon, "Chim Én", 2, 1, 8, 7, 9, One, &[PlanOf3, NoResult, NoAssessment], &[]),
    (MamNon, "Thỏ Ngọc", 3, 2, 10, 4, 0, One, &[SameAgain], &[Nt]),
    (MamNon, "Tuổi Thơ", 3, 3, 9, 12, 0, One, &[Evidence], &[]),
    (MamNon, "Mai Vàng", 3, 1, 0, 0, 0, One, &[], &[]),
    (TieuHoc, "Bình Minh", 0, 4, 10, 4, 0, One, &[Evidence], &[]),
    (TieuHoc, "Nhân Ái", 0, 3, 9, 5, 0, One, &[ExtraResults], &[]),
    (TieuHoc, "Sao Mai", 0, 2, 11, 8, 0, One, &[LongTime], &[BrokenRows]),
    (TieuHoc, "Ánh Dương", 1, 2, 11, 3, 0, One, &[], &[ShiftedRows]),
    (TieuHoc, "Tre Xanh", 1, 1, 18, 15, 0, One, &[], &[StandardInOrdinal, StandardUnnumbered, StandardContinued, OrdinalOff]),
    (TieuHoc, "Phượng Vĩ", 1, 2, 9, 9, 0, One, &[NotAllJudged], &[OddSpaces, Decomposed]),
    (TieuHoc, "Bằng Lăng", 2, 2, 8, 5, 0, One, &[], &[]),
    (TieuHoc, "Thông Reo", 2, 1, 8, 5, 0, One, &[PlanOf3], &[]),
    (TieuHoc, "Hoa Ban", 2, 2, 10, 8, 12, One, &[], &[Vni]),
    (TieuHoc, "Chăm Ngoan", 2, 1, 26, 6, 0, One, &[], &[CodeAsDay, CodeWithComma, CodeAsNumber, NumbersAsText]),
    (TieuHoc, "Đoàn Kết", 3, 2, 10, 9, 0, One, &[Millions], &[LostHeader]),
    (TieuHoc, "Trung Thực", 3, 2, 10, 5, 0, Stacked, &[TwoCriteria], &[]),
    (TieuHoc, "Cần Cù", 3, 1, 8, 6, 0, One, &[], &[]),
    (TieuHoc, "Lễ Phép", 3, 2, 0, 0, 0, One, &[], &[]),
    (Thcs, "Kiên Trì", 0, 3, 11, 4, 0, One, &[Evidence], &[]),
    (Thcs, "Hiếu Học", 0, 2, 11, 8, 0, One, &[Dashes, LostPrice], &[BrokenFormula, FormulaWithoutValue, Ghost]),
    (Thcs, "Bạch Đàn", 1, 1, 14, 9, 0, One, &[], &[ForeignStandard, Tags]),
    (Thcs, "Hải Âu", 1, 2, 12, 5, 0, One, &[], &[HiddenRows, Fillers, EmptyColumns]),
    (Thcs, "Tùng Bách", 1, 2, 10, 11, 0, Two, &[StartAndEnd], &[]),
    (Thcs, "Chí Hướng", 2, 2, 9, 4, 0, One, &[Overclaims], &[]),
    (Thcs, "Sáng Tạo", 2, 1, 10, 15, 9, One, &[DayCells], &[]),
    (Thcs, "Nghĩa Tình", 3, 0, 11, 9, 16, One, &[], &[]),
    (Thcs, "Khiêm Tốn", 3, 2, 10, 8, 0, One, &[NoPlan, NoAssessment], &[]),
    (NhieuCap, "Bồ Câu", 3, 2, 10, 5, 0, One, &[], &[]),
];

/// Every school of the register; those without work have sent nothing.
pub fn profiles() -> Vec<Profile> {
    let mut count = 0;
    let mut before = MamNon;
    SCHOOLS
        .iter()
        .map(|(kind, name, commune, level, works, saved, intake, spread, ways, dirt)| {
            count = if *kind == before { count + 1 } else { 1 };
            before = *kind;
            let group = match kind {
                MamNon => 1,
                TieuHoc => 2,
                Thcs => 3,
                _ => 4,
            };
            Profile {
                code: format!("0990{group}0{count:02}"),
                kind: *kind,
                name: (*name).to_owned(),
                commune: COMMUNES[*commune],
                level: *level,
                works: *works,
                modified: january(*saved).unwrap_or(date(2024, 1, 1)),
                intake: january(*intake),
                spread: *spread,
                ways,
                dirt,
            }
        })
        .collect()
}

fn january(day: i8) -> Option<Date> {
    (day > 0).then(|| date(2024, 1, day))
}

/// What the register knows beside the profile. Some recognitions end within the year.
pub fn standing(at: usize, profile: &Profile) -> Standing {
    let recognised = (profile.level > 0 && at % 3 != 2).then(|| date(2019 + (at % 5) as i16, 3 + (at % 7) as i8, 12));
    Standing {
        cluster: format!("Cụm {}", 1 + at % 3),
        aliases: match profile.name.as_str() {
            "Bồ Câu" => "TH và THCS Bồ Câu; Tiểu học và Trung học cơ sở Bồ Câu".to_owned(),
            "Hiếu Học" => "THCS Hiếu Học - Nắng Mai".to_owned(),
            _ => String::new(),
        },
        accreditation: recognised.map(|_| profile.level),
        recognised_on: recognised,
        target: (profile.level + 1).min(3),
        past: None,
    }
}

/// Turns the clean files of some schools into what the office really found in its mail box.
pub fn mix_up(profile: &Profile, mut parcels: Vec<Parcel>, older: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<Parcel>> {
    let id = profile.code.clone();
    let extra = |file: String, bytes: Vec<u8>, state: State, note: &str| Parcel {
        file,
        bytes,
        school_ids: vec![id.clone()],
        state,
        modified: None,
        shows: vec![note.to_owned()],
    };
    let ascii = plain(&profile.full_name()).replace("Truong ", "").replace(' ', "_");
    let first = parcels.first_mut().context("a school with files")?;
    match profile.name.as_str() {
        "Hoa Sen" => {
            let name = first.file.clone();
            parcels.push(extra(format!("~${name}"), odd_file::lock(), State::Rejected, "tệp khóa Excel để lại khi tệp đang mở"));
        }
        "Họa Mi" => {
            let base = first.file.clone();
            first.file = base.replace(".xlsx", "_v2.xlsx");
            first.shows.push("bản mới (ngày lưu sau); bản cũ không được tính".to_owned());
            let mut old = extra(base, older()?, State::Superseded, "bản cũ, được thay bằng bản _v2");
            old.modified = Some(OLD_VERSION);
            parcels.push(old);
        }
        "Thỏ Ngọc" => {
            let copy = Parcel { file: first.file.replace(".xlsx", "_ban sao.xlsx"), state: State::Duplicate, ..first.clone() };
            parcels.push(Parcel { shows: vec!["bản sao giống hệt từng byte, tính một lần".to_owned()], ..copy });
        }
        "Cần Cù" => {
            first.bytes = odd_file::truncated(&first.bytes);
            first.state = State::Rejected;
            first.shows = vec!["tệp bị cắt cụt khi gửi thư, không đọc được".to_owned()];
        }
        "Chí Hướng" => {
            let lines = ["TRƯỜNG THCS CHÍ HƯỚNG", "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "Học kỳ I, năm học 2023-2024"];
            parcels.push(extra(format!("{ascii}_Bao cao.docx"), odd_file::docx(&lines)?, State::Rejected, "bản Word"));
            parcels.push(extra(format!("{ascii}_Bao cao.pdf"), odd_file::pdf(), State::Rejected, "bản PDF"));
        }
        "Sáng Tạo" => {
            parcels.push(extra(format!("{ascii}_co mat khau.xlsx"), odd_file::encrypted(), State::Rejected, "sổ tính có mật khẩu"));
        }
        "Nghĩa Tình" => {
            parcels.push(extra(format!("{ascii}_Ke hoach.xlsx"), Vec::new(), State::Rejected, "tệp rỗng (0 byte)"));
            let text = "Kính gửi Phòng GD&ĐT, nhà trường sẽ gửi lại tệp báo cáo sau.\r\n".as_bytes().to_vec();
            parcels.push(extra(format!("{ascii}_Ket qua.xlsx"), text, State::Rejected, "tệp văn bản mang đuôi .xlsx"));
        }
        _ => {}
    }
    Ok(parcels)
}

/// The day the older version of a twice-sent file was saved.
pub const OLD_VERSION: Date = date(2024, 1, 3);

/// The schools whose files came in one bundle.
pub const BUNDLED: [&str; 2] = ["Bằng Lăng", "Thông Reo"];

/// Puts the files of two schools into one zip, each in its own folder: one name in UTF-8, one in the code page of old programs.
pub fn bundle(parcels: Vec<Parcel>) -> Result<Parcel> {
    let old = format!("TH Th{}ng Reo", odd_file::CP437_LETTER);
    let mut members = Vec::new();
    let mut shows = vec!["gói .zip của hai trường; tên thư mục \"TH Thông Reo\" ghi bằng bảng mã CP437".to_owned()];
    let mut school_ids = Vec::new();
    for (at, parcel) in parcels.into_iter().enumerate() {
        let (folder, name) = if at == 0 { ("TH Bằng Lăng", parcel.file.as_str()) } else { (old.as_str(), "bao cao.xlsx") };
        members.push((format!("{folder}/{name}"), parcel.bytes));
        shows.extend(parcel.shows);
        school_ids.extend(parcel.school_ids);
    }
    let bytes = odd_file::in_cp437(odd_file::archive(&members)?, &old);
    Ok(Parcel {
        file: "Cum 2 - TH Bang Lang, TH Thong Reo.zip".to_owned(),
        bytes,
        school_ids,
        state: State::Accepted,
        modified: None,
        shows,
    })
}
