//! The columns of a register, said once: title, what to write there, and how offices spell the title.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text;

/// One column of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterColumn {
    pub title: &'static str,
    /// What to write there, for the one who fills it in.
    pub note: &'static str,
    pub example: &'static str,
    spellings: &'static [&'static str],
}

/// The meaning of a column, by its place in [`COLUMNS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Code,
    Name,
    Kind,
    Commune,
    Cluster,
    Aliases,
    Accreditation,
    NationalStandard,
    RecognisedOn,
    Target,
    CommuneBefore,
    District,
    CommuneSince,
    MergedInto,
    MergedOn,
    OpenFrom,
    OpenTo,
    SplitFrom,
}

impl Column {
    /// What the example row of a new list says here.
    pub fn example(self) -> &'static str {
        COLUMNS[self as usize].example
    }

    const ALL: [Column; 18] = [
        Column::Code,
        Column::Name,
        Column::Kind,
        Column::Commune,
        Column::Cluster,
        Column::Aliases,
        Column::Accreditation,
        Column::NationalStandard,
        Column::RecognisedOn,
        Column::Target,
        Column::CommuneBefore,
        Column::District,
        Column::CommuneSince,
        Column::MergedInto,
        Column::MergedOn,
        Column::OpenFrom,
        Column::OpenTo,
        Column::SplitFrom,
    ];

    pub fn title(self) -> &'static str {
        COLUMNS[self as usize].title
    }

    /// The column a title names.
    pub fn of(title: &str) -> Option<Column> {
        BY_TITLE.get(&text::fold(title)).copied()
    }
}

/// Every title and spelling, folded: every cell of a long list is looked up, for a row may be the titles again.
static BY_TITLE: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let mut columns = HashMap::new();
    for column in Column::ALL {
        let RegisterColumn { title, spellings, .. } = COLUMNS[column as usize];
        for spelling in [title].iter().chain(spellings) {
            columns.entry(text::fold(spelling)).or_insert(column);
        }
    }
    columns
});

/// In the order a blank register has them. Only the name is needed.
pub const COLUMNS: [RegisterColumn; 18] = [
    RegisterColumn {
        title: "Mã trường",
        note: "Mã của ngành, 8 hoặc 10 chữ số. Định dạng ô là Văn bản (Text) để không mất số 0 ở đầu. Để trống nếu chưa có.",
        example: "01234567",
        spellings: &[
            "Mã",
            "Mã số",
            "Mã đơn vị",
            "Mã trường học",
            "Mã định danh",
            "Mã định danh trường",
            "Mã CSGD",
            "Mã cơ sở giáo dục",
            "Mã số trường",
            "Mã QLGD",
            "Mã ngành",
        ],
    },
    RegisterColumn {
        title: "Tên trường",
        note: "Tên đầy đủ, có loại hình: Trường THCS Hoa Sen. Cột này không được để trống.",
        example: "Trường THCS Hoa Sen",
        spellings: &[
            "Trường",
            "Tên đơn vị",
            "Đơn vị",
            "Tên cơ sở giáo dục",
            "Cơ sở giáo dục",
            "Tên CSGD",
            "Tên trường học",
            "Nhà trường",
            "Tên đơn vị trường học",
            "Họ tên trường",
            "Đơn vị trường",
            "Trường học",
            "Tên các trường",
        ],
    },
    RegisterColumn {
        title: "Loại hình",
        note: "Mầm non, Tiểu học, THCS, THPT, Nhiều cấp học (như TH&THCS) hoặc GDTX. Để trống nếu tên trường đã nói rõ.",
        example: "THCS",
        spellings: &["Cấp học", "Bậc học", "Loại trường", "Cấp", "Khối", "Loại hình trường", "Loại hình cơ sở", "Ngành học", "Cấp trường"],
    },
    RegisterColumn {
        title: "Xã/phường",
        note: "Xã, phường hoặc đặc khu của trường; dùng để phân biệt trường trùng tên và để gom nhóm.",
        example: "Xã Ban Mai",
        spellings: &[
            "Xã",
            "Phường",
            "Xã phường thị trấn",
            "Xã, phường, đặc khu",
            "Phường, xã",
            "Địa bàn",
            "Xã (phường)",
            "Đơn vị hành chính",
            "Thuộc xã",
            "Thuộc xã/phường",
            "Xã/phường/đặc khu",
            "Tên xã",
        ],
    },
    RegisterColumn {
        title: "Cụm",
        note: "Cụm chuyên môn hoặc nhóm khác mà đơn vị muốn gom; để trống nếu không dùng.",
        example: "Cụm 1",
        spellings: &["Cụm chuyên môn", "Cụm trường", "Cụm thi đua", "Tên cụm", "Nhóm", "Khu vực"],
    },
    RegisterColumn {
        title: "Tên khác",
        note: "Tên cũ, tên trước khi sáp nhập, tên viết tắt hay gặp trong tệp; cách nhau bằng dấu chấm phẩy.",
        example: "Trường THCS Sen Hồng; THCS HS",
        spellings: &[
            "Tên cũ",
            "Tên gọi khác",
            "Tên viết tắt",
            "Viết tắt",
            "Tên trước đây",
            "Tên thường gọi",
            "Tên trước sáp nhập",
            "Các tên khác",
            "Tên khác (nếu có)",
            "Tên cũ (nếu có)",
        ],
    },
    RegisterColumn {
        title: "Cấp độ KĐCLGD",
        note: "Cấp độ kiểm định chất lượng giáo dục đã được công nhận: 1, 2, 3 hoặc 4. Để trống nếu chưa.",
        example: "2",
        spellings: &[
            "KĐCLGD",
            "Cấp độ kiểm định",
            "Cấp độ kiểm định chất lượng giáo dục",
            "Cấp độ KĐCL",
            "Cấp độ",
            "Kiểm định",
            "Kiểm định chất lượng",
            "Cấp độ đạt kiểm định",
            "Đạt KĐCLGD cấp độ",
            "Đạt kiểm định cấp độ",
            "KĐCL",
            "Kiểm định chất lượng giáo dục",
            "Cấp độ đạt KĐCLGD",
        ],
    },
    RegisterColumn {
        title: "Mức độ CQG",
        note: "Mức độ chuẩn quốc gia đã được công nhận: 1 hoặc 2. Để trống nếu chưa.",
        example: "1",
        spellings: &[
            "CQG",
            "Mức độ chuẩn quốc gia",
            "Chuẩn quốc gia",
            "Chuẩn QG",
            "Đạt chuẩn quốc gia",
            "Trường chuẩn quốc gia",
            "Mức độ chuẩn QG",
            "Đạt CQG",
            "Chuẩn quốc gia mức độ",
            "Đạt chuẩn quốc gia mức độ",
            "CQG mức độ",
            "Mức độ",
        ],
    },
    RegisterColumn {
        title: "Ngày công nhận",
        note: "Ngày của quyết định công nhận, ngày/tháng/năm. Công nhận có giá trị 5 năm; chương trình liệt kê trường sắp hết hạn.",
        example: "20/05/2022",
        spellings: &[
            "Ngày được công nhận",
            "Ngày quyết định",
            "Ngày công nhận KĐCLGD",
            "Ngày công nhận CQG",
            "Ngày QĐ",
            "Ngày cấp",
            "Ngày ký quyết định",
            "Ngày công nhận gần nhất",
            "Thời điểm công nhận",
            "Ngày cấp giấy chứng nhận",
            "Ngày QĐ công nhận",
        ],
    },
    RegisterColumn {
        title: "Mục tiêu",
        note: "Mức mà trường phấn đấu đạt: 1, 2, 3 hoặc 4. Để trống thì theo mục [target_level] của ctcl.toml.",
        example: "Mức 2",
        spellings: &[
            "Mục tiêu (Mức)",
            "Mức mục tiêu",
            "Mức phấn đấu",
            "Mục tiêu phấn đấu",
            "Phấn đấu",
            "Phấn đấu đạt mức",
            "Mục tiêu đạt mức",
            "Đăng ký mức",
            "Mức đăng ký",
        ],
    },
    RegisterColumn {
        title: "Xã/phường cũ",
        note: "Xã, phường trước khi sắp xếp; để trống nếu không đổi. Nhờ đó số liệu gom được theo cả địa giới cũ và mới.",
        example: "Xã Sương Sớm",
        spellings: &["Xã cũ", "Phường cũ", "Xã trước sắp xếp", "Xã/phường trước sáp nhập", "Thuộc xã cũ"],
    },
    RegisterColumn {
        title: "Huyện cũ",
        note: "Huyện, quận, thị xã trước ngày 01/7/2025; để trống nếu không dùng.",
        example: "Huyện Suối Mây",
        spellings: &["Quận/huyện cũ", "Huyện", "Quận/huyện", "Huyện/quận cũ", "Quận huyện", "Thuộc huyện", "Huyện/thị xã", "Quận cũ"],
    },
    RegisterColumn {
        title: "Địa giới mới từ",
        note: "Ngày mà cột Xã/phường bắt đầu có hiệu lực; trước ngày đó tính theo Xã/phường cũ. Để trống nếu không đổi.",
        example: "01/07/2025",
        spellings: &["Địa giới mới từ ngày", "Xã mới từ ngày", "Ngày đổi địa giới", "Áp dụng xã mới từ"],
    },
    RegisterColumn {
        title: "Sáp nhập vào",
        note: "Mã (hoặc đúng tên trong danh sách) của trường nhận sáp nhập; tệp của trường cũ được tính cho trường đó kể từ ngày sáp nhập.",
        example: "",
        spellings: &["Sáp nhập vào trường", "Nhập vào trường", "Nhập vào", "Mã trường nhận sáp nhập"],
    },
    RegisterColumn {
        title: "Ngày sáp nhập",
        note: "Ngày trường không còn là trường riêng; trước ngày đó hai trường tính riêng.",
        example: "",
        spellings: &["Sáp nhập từ ngày", "Sáp nhập ngày", "Thời điểm sáp nhập"],
    },
    RegisterColumn {
        title: "Hoạt động từ",
        note: "Ngày trường bắt đầu hoạt động, khi mới lập hoặc tách ra; trước ngày đó không chờ báo cáo.",
        example: "",
        spellings: &["Hoạt động từ ngày", "Thành lập ngày", "Ngày thành lập", "Hiệu lực từ"],
    },
    RegisterColumn {
        title: "Hoạt động đến",
        note: "Ngày cuối cùng trường còn hoạt động, khi giải thể hoặc tách; sau ngày đó không chờ báo cáo.",
        example: "",
        spellings: &["Hoạt động đến ngày", "Ngày giải thể", "Giải thể ngày", "Hiệu lực đến"],
    },
    RegisterColumn {
        title: "Tách từ",
        note: "Mã (hoặc đúng tên trong danh sách) của trường mà trường này tách ra; nhờ đó so sánh hai kỳ nối được việc của trường cũ.",
        example: "",
        spellings: &["Tách từ trường", "Tách ra từ", "Mã trường cũ trước khi tách"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_one_column_only() {
        for (at, column) in Column::ALL.iter().enumerate() {
            assert_eq!(*column as usize, at);
            let RegisterColumn { title, spellings, .. } = COLUMNS[at];
            for spelling in spellings.iter().chain([&title]) {
                assert_eq!(Column::of(spelling), Some(*column), "{spelling}");
            }
        }
        assert_eq!(Column::of("  XÃ / PHƯỜNG  "), Some(Column::Commune));
        assert_eq!(Column::of("TT"), None);
        assert_eq!(Column::of(""), None);
    }
}
