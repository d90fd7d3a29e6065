//! The words of time, without diacritics, longest first where one begins another.

/// Say nothing of when.
pub(super) const FILLERS: &[&str] = &[
    "thoi gian thuc hien",
    "thoi gian hoan thanh",
    "thoi gian to chuc",
    "thoi gian du kien",
    "thoi diem thuc hien",
    "thoi gian",
    "thoi diem",
    "thuc hien xong",
    "thuc hien",
    "hoan thanh xong",
    "hoan thanh",
    "hoan thien",
    "hoan tat",
    "ket thuc",
    "du kien",
    "trien khai",
    "ap dung",
    "tien hanh",
    "to chuc",
    "va duy tri thuong xuyen",
    "va tiep tuc duy tri",
    "va duy tri",
    "tiep tuc duy tri",
    "duy tri",
    "tiep tuc",
    "xay dung ke hoach",
    "lap ke hoach",
    "phan dau",
    "co gang",
    "dut diem",
    "cac tuan cua",
    "cung nam",
    "nam trong",
    "trong khoang thoi gian",
    "trong khoang",
    "trong thoi gian",
    "trong dip",
    "trong",
    "trong vong",
    "vao khoang",
    "vao dip",
    "vao thoi diem",
    "vao",
    "nhan dip",
    "dip",
    "khoang",
    "ngay trong",
    "ngay tu",
    "ngay",
    "sang",
    "dot",
    "xong",
    "luc",
    "la",
    "cua",
    "thuoc",
    "ca",
    "xuyen suot",
    "suot",
    "cac thang trong",
    "cac tuan trong",
    "cac ngay trong",
    "cac buoi trong",
    "gd",
    "toan bo",
    "toan",
    "tron",
    "giai doan",
    "trung han",
    "nhiem ky",
    "nhiem ki",
    "dkien",
    "lo trinh",
    "hien tai",
    "nay",
    "it nhat",
    "toi thieu",
    "lien tuc",
    "moc",
    "tg",
    "tgth",
    "thoi han",
    "tien do",
    "deu",
    "deu dan",
    "bao cao",
    "nop bao cao",
    "gui bao cao",
    "nghiem thu",
    "thi cong",
    "ban giao",
    "khai mac",
    "be mac",
    "phat dong",
    "chu diem",
    "va",
    "tai",
    "buoi sang",
    "buoi chieu",
    "da",
    "dang",
    "se",
    "phai",
    "can hoan thanh",
    "can thuc hien",
    "dk",
    "lam",
    "nhan ngay",
    "chieu",
    "chao mung",
    "ky niem",
    "le ky niem",
    "ngay nha giao viet nam",
    "ngay quoc te phu nu",
    "ngay phu nu viet nam",
    "nhieu lan",
    "kip thoi",
    "dung tien do",
    "dung han",
    "dung ke hoach",
    "dung thoi gian quy dinh",
];

/// What is meant to come long after the time stated: `Giai đoạn 2021-2025, tầm nhìn 2030`.
pub(super) const VISIONS: &[&str] = &["tam nhin", "dinh huong"];

/// The end was moved: "Tháng 10, lùi sang tháng 3".
pub(super) const MOVED: &[&str] = &[
    "lui sang",
    "lui den",
    "lui lai den",
    "doi sang",
    "dời sang",
    "đổi sang",
    "doi den",
    "dời den",
    "chuyen sang",
    "chuyen den",
    "hoan den",
    "hoan sang",
    "gia han den",
    "gia han sang",
    "gia han toi",
    "keo dai den",
    "keo dai sang",
    "dieu chinh sang",
    "dieu chinh den",
];

/// The end was put off, and is meant even where nothing says what it was.
pub(super) const EXTENDED: &[&str] = &["gia han den", "gia han toi", "duoc gia han den", "da gia han den", "keo dai den", "keo dai toi"];

/// The whole was put off to what follows, and nothing says from when.
pub(super) const MOVED_ON: &[&str] = &["lui sang", "dời sang", "doi sang", "chuyen sang", "hoan sang", "dieu chinh sang"];

/// The end is meant: `chậm nhất 31/12`.
pub(super) const UNTIL: &[&str] = &[
    "cham nhat la den",
    "cham nhat la",
    "cham nhat den",
    "cham nhat vao",
    "cham nhat",
    "muon nhat la",
    "muon nhat",
    "tre nhat",
    "khong qua",
    "ko qua",
    "k qua",
    "khong tre qua",
    "khong muon qua",
    "khong cham qua",
    "khong de qua",
    "khong muon hon",
    "khong tre hon",
    "khong cham hon",
    "khong sau",
    "thoi han hoan thanh",
    "deadline",
    "han cuoi cung",
    "han cuoi",
    "han chot",
    "han hoan thanh",
    "han nop",
    "han",
    "cho den het",
    "cho toi het",
    "cho den",
    "cho toi",
    "den het",
    "truoc het",
    "toi het",
    "den ngay het",
    "den",
    "toi",
    "het",
];

/// Goes on for as long as the work takes: `10/2023 đến khi hoàn thành`.
pub(super) const UNTIL_DONE: &[&str] = &[
    "den khi hoan thanh",
    "den khi xong",
    "den khi hoan tat",
    "cho den khi hoan thanh",
    "cho den khi xong",
    "toi khi hoan thanh",
    "toi khi xong",
];

/// From its first day to its last: `Từ đầu đến cuối tháng 10`, `Bắt đầu và kết thúc trong tháng 10`.
pub(super) const THROUGHOUT: &[&str] = &[
    "tu dau den cuoi",
    "dau den cuoi",
    "tu dau den het",
    "tu dau toi cuoi",
    "tu dau toi het",
    "bat dau va ket thuc trong",
    "bat dau va hoan thanh trong",
];

/// The end of what follows: `Từ tháng 9/2023 đến khi kết thúc HKI`.
pub(super) const UNTIL_END: &[&str] =
    &["den khi ket thuc", "den khi het", "cho den khi ket thuc", "cho den khi het", "toi khi ket thuc", "toi khi het"];

/// The day before is meant, for a time longer than a day.
pub(super) const BEFORE: &[&str] = &["xong truoc", "truoc", "trc"];

/// The beginning is meant.
pub(super) const FROM: &[&str] = &[
    "thoi gian bat dau thuc hien",
    "thoi gian bat dau tu",
    "thoi gian bat dau",
    "bat dau thuc hien tu",
    "bat dau thuc hien",
    "bat dau ke tu",
    "bat dau tu",
    "bat dau",
    "ke tu khi",
    "ke tu",
    "tinh tu",
    "ngay tu",
    "bd tu",
    "bd",
    "khoi cong",
    "tu",
];

/// The day after is meant.
pub(super) const AFTER: &[&str] = &["ngay sau", "tu sau", "ke tu sau", "sau"];

/// Words that end what another time began: `Bắt đầu: 9/2023; hoàn thành: 12/2023`.
pub(super) const ENDS: &[&str] = &[
    "thoi gian hoan thanh",
    "thoi gian ket thuc",
    "hoan thanh",
    "hoan tat",
    "ket thuc",
    "xong",
    "ht",
    "kt",
    "den",
    "toi",
    "ban giao",
    "nghiem thu",
    "khanh thanh",
];

/// Make a time go on: `từ năm học 2019-2020 trở đi`.
pub(super) const ONWARD: &[&str] = &["tro ve sau", "tro di", "ve sau", "va tiep theo", "va tiep tuc"];

/// Lead in what follows: `và duy trì các năm tiếp theo`.
pub(super) const ONWARD_LEADS: &[&str] =
    &["va", "den", "va duy tri", "duy tri", "va tiep tuc", "va duy tri trong", "duy tri trong", "va trong", "va duy tri den", "cho den"];

/// What follows, of which there are several.
pub(super) const ONWARD_UNITS: &[&str] = &["nam hoc", "nam", "thang", "hoc ky", "hoc ki", "ky", "quy"];

pub(super) const ONWARD_ENDS: &[&str] = &["tiep theo sau", "tiep theo", "tiep sau", "ke tiep", "sau do", "sau nay", "sau", "toi", "tiep"];

/// Come back for ever.
pub(super) const RECURRING: &[&str] = &[
    "thuong xuyen lien tuc",
    "t xuyen",
    "th xuyen",
    "thg xuyen",
    "txuyen",
    "thuong xuyen cac nam hoc",
    "thuong xuyen cac nam",
    "trong cac nam hoc",
    "trong cac nam",
    "tx",
    "thxuyen",
    "thuong xuyen",
    "thuong nien",
    "thuong ky",
    "thuong nhat",
    "theo dinh ky",
    "dinh ky",
    "dinh ki",
    "quanh nam",
    "lau dai",
    "lien tuc",
    "cac buoi chao co dau tuan",
    "cac buoi chao co",
    "cac tiet chao co",
    "tiet chao co dau tuan",
    "tiet chao co",
    "buoi chao co",
    "gio chao co",
    "chao co dau tuan",
    "cac tiet sinh hoat lop",
    "cac buoi sinh hoat lop",
];

/// What comes back every time: `hằng năm`, `mỗi tháng`.
pub(super) const EVERY: &[&str] = &["hang", "moi", "tung"];

/// Periods, with the length that decides what a date beside them means.
pub(super) const PERIODS: &[(&str, Period)] = &[
    ("nam hoc", Period::Year),
    ("nam", Period::Year),
    ("hoc ky", Period::Year),
    ("hoc ki", Period::Year),
    ("ky", Period::Year),
    ("ki", Period::Year),
    ("hk", Period::Year),
    ("quy", Period::Year),
    ("qui", Period::Year),
    ("thang", Period::Month),
    ("tuan", Period::Week),
    ("ngay", Period::Week),
    ("buoi hoc", Period::Week),
    ("buoi", Period::Week),
    ("dot", Period::Year),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Period {
    Week,
    Month,
    Year,
}

/// What can be counted in `1 lần/tháng`.
pub(super) const OCCASIONS: &[&str] = &["lan", "buoi", "tiet", "cuoc", "dot", "ky", "bai"];

/// The same in two words: "2 chuyên đề/năm". Nothing of them is a time where they stand alone.
pub(super) const LONG_OCCASIONS: &[&str] = &["chuyen de", "chu de", "hoat dong", "san pham", "hoi thi", "noi dung", "bao cao"];

/// Words that count a place in order: `tuần thứ ba`.
pub(super) const ORDINALS: &[(&str, u8)] =
    &[("nhat", 1), ("hai", 2), ("ba", 3), ("tu", 4), ("bon", 4), ("nam", 5), ("sau", 6), ("bay", 7), ("tam", 8), ("chin", 9), ("muoi", 10)];

pub(super) const COUNTS: &[(&str, u8)] =
    &[("mot", 1), ("hai", 2), ("ba", 3), ("bon", 4), ("tu", 4), ("sau", 6), ("bay", 7), ("tam", 8), ("chin", 9), ("muoi", 10)];

/// Hang on something else: `Khi có kinh phí`.
pub(super) const CONDITIONS: &[&str] = &[
    "khi",
    "ngay khi",
    "ngay sau khi",
    "ke tu khi",
    "tu khi",
    "den khi",
    "cho den khi",
    "moi khi",
    "sau khi",
    "truoc khi",
    "trong khi",
    "neu",
    "tuy",
    "theo",
    "luc can",
    "luc co",
    "luc nao co",
    "bao gio co",
    "can cu",
    "phu thuoc",
    "dot xuat",
    "co kinh phi",
    "chờ",
    "đợi",
    "cho kinh phi",
    "cho phe duyet",
    "cho chu truong",
];

pub(super) const MONTH_NAMES: &[(&str, u8)] = &[
    ("muoi hai", 12),
    ("muoi mot", 11),
    ("muoi", 10),
    ("chin", 9),
    ("tam", 8),
    ("bay", 7),
    ("tu", 4),
    ("bon", 4),
    ("ba", 3),
    ("hai", 2),
    ("mot", 1),
    ("xii", 12),
    ("xi", 11),
    ("x", 10),
    ("ix", 9),
    ("viii", 8),
    ("vii", 7),
    ("vi", 6),
    ("v", 5),
    ("iv", 4),
    ("iii", 3),
    ("ii", 2),
    ("i", 1),
];

/// I to IV, as they are typed; `l` is what some fonts make of I.
pub(super) const ROMANS: &[(&str, u8)] =
    &[("i", 1), ("l", 1), ("mot", 1), ("ii", 2), ("ll", 2), ("hai", 2), ("iii", 3), ("lll", 3), ("iv", 4)];

/// Time words that, left over in a bracket, mean that a time was not understood.
pub(super) const TIME_WORDS: &[&str] =
    &["thang", "ngay", "nam", "tuan", "quy", "hk", "ky", "hki", "hkii", "he", "truoc", "sau", "den", "tu", "am", "lich"];
