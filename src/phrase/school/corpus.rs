//! Each text names the school before it. A new spelling from a real letterhead is one more string here.

use proptest::prelude::{Strategy, prop};
use proptest::test_runner::{Config, TestRunner};

use super::{SchoolPhrase, parse, school_id};
use crate::model::SchoolKind;

#[test]
fn every_spelling_names_its_school() {
    const CORPUS: &[(SchoolKind, &str, &[&str])] = &[
        (SchoolKind::TieuHoc, "Thực hành Sư phạm", &["Trường Tiểu học Thực hành Sư phạm", "Trường TH Thực hành Sư phạm"]),
        (SchoolKind::Thcs, "Lương Định Của", &["TRƯỜNG THCS LƯƠNG ĐỊNH CỦA", "Trường THCS Lương Định Của"]),
        (SchoolKind::Thcs, "Trần Kế Xương", &["TRƯỜNG THCS TRẦN KẾ XƯƠNG", "TRƯỜNG THCSTRẦN KẾ XƯƠNG"]),
        (
            SchoolKind::TieuHoc,
            "Kim Đồng",
            &[
                "UBND HUYỆN TÂN LẬP TRƯỜNG TH KIM ĐỒNG",
                "Đơn vị báo cáo: TH Kim Đồng",
                "Hội đồng TĐG trường TH Kim Đồng",
                "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC KIM ĐỒNG",
                "TRƯỜNGTIỂU HỌC KIM ĐỒNG",
                "TRƯỜNG TIỂU HỌCKIM ĐỒNG",
            ],
        ),
        (SchoolKind::Thpt, "Chuyên Việt", &["Trường THPT Chuyên Việt", "TRƯỜNG THPT CHUYÊN VIỆT"]),
        (SchoolKind::TieuHoc, "Chuyên Mỹ", &["Trường Tiểu học Chuyên Mỹ", "TRƯỜNG TH CHUYÊN MỸ"]),
        (SchoolKind::Thpt, "Chuyên Sư phạm", &["Trường THPT Chuyên Sư phạm"]),
        (SchoolKind::Thpt, "Lê Hồng Phong", &["Trường THPT chuyên Lê Hồng Phong", "Trường Chuyên Lê Hồng Phong"]),
        (SchoolKind::TieuHoc, "Hoa Mai", &["Trường Tểu học Hoa Mai", "Trường Tiêuu học Hoa Mai"]),
        (SchoolKind::MamNon, "Hoa Mai", &["Trường Mầm mon Hoa Mai", "Mầm mon Hoa Mai", "MẦM MON HOA MAI"]),
        (SchoolKind::Thcs, "Thạch Giám", &["TRƯỜNG THCS THẠCH GIÁM", "Trường THCS Thạch Giám"]),
        (SchoolKind::Thcs, "Nậm Có", &["TRƯỜNG THCS NẬM CÓ", "Trường THCS Nậm Có"]),
        (SchoolKind::MamNon, "Hoa Mai", &["Trường MNDL Hoa Mai", "MNTT Hoa Mai"]),
        // What the fingers did to the kind, and its older names.
        (
            SchoolKind::MamNon,
            "Hoa Mai",
            &["Trường Mần non Hoa Mai", "Trường Mầm nom Hoa Mai", "Trường Mầmnon Hoa Mai", "TRƯỜNG MẪU GIAOS HOA MAI"],
        ),
        (SchoolKind::TieuHoc, "Hoa Mai", &["Trường Tiểuhọc Hoa Mai", "Trường Tiểu hcọ Hoa Mai", "Trường T.H Hoa Mai"]),
        (
            SchoolKind::TieuHoc,
            "Hoa Mai",
            &[
                "Trường PTDTBTTH Hoa Mai",
                "Tên trường (theo quyết định mới nhất): Trường TH Hoa Mai",
                "Tên trường (theo quyết định mới nhất): TRƯỜNG TIỂU HỌC HOA MAI",
                "Tên trường (theo QĐ thành lập): Tiểu học Hoa Mai",
                "3. Tiểu học Hoa Mai",
            ],
        ),
        // The college that a school belongs to stands above it.
        (SchoolKind::Thpt, "Hoa Mai", &["Trường ĐH Vinh\nTrường THPT Hoa Mai", "Trường Cao Đẳng Sư Phạm\nTrường THPT Hoa Mai"]),
        (SchoolKind::Thcs, "Hoa Mai", &["THCS Hoa Mai_KHCT_2023-2024", "Trường THCS Hoa Mai - P. Thống Nhất"]),
        (
            SchoolKind::Thcs,
            "Hoa Mai",
            &["TRƯỜNG THCS HOA MAI          Độc lập - Tự do - Hạnh phúc", "TRƯỜNG THCS HOA MAI      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ),
        (SchoolKind::Thcs, "Lý Tự Trọng", &["Trường THCS Lý Tự Trọng-thị xã Sa Pa", "Trường THCS Lý Tự Trọng–phường Sa Pa"]),
        (SchoolKind::MamNon, "Hoa Mai", &["Lớp Mẫu giáo Hoa Mai"]),
        // Spaces that were left out, letters with points, kinds half shortened.
        (SchoolKind::MamNon, "Hoa Mai", &["Trường Mầm nonHoa Mai", "TrườngMầm non Hoa Mai", "Trường M.N Hoa Mai", "TRƯỜNG M.N HOA MAI"]),
        (SchoolKind::Thcs, "Hoa Mai", &["Trường THCSHoa Mai", "TrườngTHCS Hoa Mai", "Trường trung học CS Hoa Mai"]),
        (
            SchoolKind::NhieuCap,
            "Hoa Mai",
            &[
                "Trường cấp II - III Hoa Mai",
                "Trường cấp II, III Hoa Mai",
                "Trường cấp I-II Hoa Mai",
                "Trường PT liên cấp Hoa Mai",
                "Trường PT cấp 2-3 Hoa Mai",
            ],
        ),
        (SchoolKind::TieuHoc, "H' Hen Niê", &["Trường TH H' Hen Niê", "Trường TH H’ Hen Niê"]),
        (SchoolKind::TieuHoc, "A Long Bình", &["Trường Tiểu học \"A\" Long Bình", "Trường TH “A” Long Bình"]),
        (
            SchoolKind::Thcs,
            "Hoa Mai",
            &[
                "Trường THSC Hoa Mai",
                "TRƯỜNG TCHS HOA MAI",
                "Trường Trung học sơ sở Hoa Mai",
                "Trường Trung hoc cơ cở Hoa Mai",
                "Trường TH CS Hoa Mai",
                "2. THCS Hoa Mai",
            ],
        ),
        (SchoolKind::Thpt, "Hoa Mai", &["Trường PTTH Hoa Mai", "Trường Phổ thông Trung học Hoa Mai", "Trường TPHT Hoa Mai"]),
        (
            SchoolKind::Thcs,
            "Tôn Thất Tùng",
            &[
                "TRƯỜNG THCS TÔN THẤT TÙNG",
                "Trường THCS Tôn Thất Tùng",
                "THCS Tôn Thất Tùng",
                "Trường Trung học cơ sở Tôn Thất Tùng",
                "Trừơng THCS Tôn Thất Tùng",
                "Trg THCS Tôn Thất Tùng",
                "Trường PT DTBT THCS Tôn Thất Tùng",
                "Trường Trung học cơ sở (THCS) Tôn Thất Tùng",
                "Tr THCS Tôn Thất Tùng",
                "THCS Tôn Thất Tùng - KHCTCL",
                "BC CTCL THCS Tôn Thất Tùng",
                "KH_THCS Tôn Thất Tùng 2023-2024",
                "Trường THCS Tôn Thất Tùng HKI",
                "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG - TRƯỜNG THCS TÔN THẤT TÙNG",
                "Kế hoạch cải tiến chất lượng của Trường THCS Tôn Thất Tùng năm học 2023-2024",
                "BẢNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG SAU TỰ ĐÁNH GIÁ TRƯỜNG THCS TÔN THẤT TÙNG",
                "Bảng theo dõi CTCL Trường THCS Tôn Thất Tùng",
                "TRƯỜNG THCS TÔN THẤT TÙNG     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "TRƯỜNG TRUNG HỌC CƠ SỞ TÔN THẤT TÙNG",
                "UBND QUẬN 1\nTRƯỜNG THCS TÔN THẤT TÙNG",
                "UBND PHƯỜNG AN HÒA TRƯỜNG THCS TÔN THẤT TÙNG",
                "Phòng GD&ĐT huyện Hòa Vang - Trường THCS Tôn Thất Tùng",
                "Tên cơ sở giáo dục: Trường THCS Tôn Thất Tùng",
                "Cơ sở giáo dục: THCS Tôn Thất Tùng",
                "Phổ thông dân tộc bán trú THCS Tôn Thất Tùng",
                "UBND QUẬN 1 TRƯỜNG THCS TÔN THẤT TÙNG",
                "PHÒNG GD&ĐT QUẬN 1 - TRƯỜNG THCS TÔN THẤT TÙNG",
                "Tên trường: Trường THCS Tôn Thất Tùng",
                "Đơn vị: Trường THCS Tôn Thất Tùng",
                "Trường THCS Tôn Thất Tùng, quận 1",
                "Trường THCS “Tôn Thất Tùng”",
                "Trường THCS Tôn Thất Tùng - Huyện Hòa Vang",
                "Trường THCS Tôn Thất Tùng - Năm học 2023-2024",
                "Trường: THCS Tôn Thất Tùng",
                "Đơn vị: THCS Tôn Thất Tùng",
                "Trường THCS Tôn Thất Tùng (cơ sở 2)",
                "Trường PTDTBT THCS Tôn Thất Tùng",
                "Trường PTDTBT-THCS Tôn Thất Tùng",
                "Tröôøng THCS Toân Thaát Tuøng",
                "Tr. THCS Tôn Thất Tùng",
                "TrườngTHCS Tôn Thất Tùng",
                "Trường T.H.C.S Tôn Thất Tùng",
                "Trường cấp 2 Tôn Thất Tùng",
            ],
        ),
        (
            SchoolKind::MamNon,
            "Hoa Sen",
            &[
                "Trường MN Hoa Sen",
                "MN Hoa Sen",
                "TRƯỜNG MẦM NON HOA SEN",
                "Trường Mẫu giáo Hoa Sen",
                "Trường MG Hoa Sen",
                "Mầm non Hoa Sen",
                "Nhà trẻ Hoa Sen",
                "Trường Mầm non tư thục Hoa Sen",
                "NT Hoa Sen",
                "Nhóm trẻ Hoa Sen",
                "Cơ sở mầm non Hoa Sen",
                "Trường MNTT Hoa Sen",
                "Trường Mẫu giáo bán công Hoa Sen",
                "Nhóm trẻ độc lập tư thục Hoa Sen",
                "Trường Mầm non Hoa Sen - Cơ sở 2",
                "TRƯỜNG MẦM NON HOA SEN CƠ SỞ 2",
                "Trường Mầm non Hoa Sen - điểm trường Thôn 3",
                "Trường MN Hoa Sen - điểm Bản Lướt",
                "Trường MN Hoa Sen - khu lẻ Bản Lướt",
                "Điểm trường Bản Mới - Trường MN Hoa Sen",
                "Phân hiệu Bản Lầu - Trường Mầm non Hoa Sen",
                "Cơ sở 2 - Trường Mầm non Hoa Sen",
                "Trường Mầm non Hoa Sen 2025",
                "MN Hoa Sen 2025",
                "Trường MN Hoa Sen - Phân hiệu 2",
            ],
        ),
        (SchoolKind::MamNon, "19/5", &["Trường Mầm non 19/5", "MN 19/5", "TRƯỜNG MẦM NON 19/5"]),
        (SchoolKind::TieuHoc, "Số 2 Xã A", &["TRƯỜNG TIỂU HỌC SỐ 2 XÃ A"]),
        (SchoolKind::TieuHoc, "số 2 Xã A", &["Trường Tiểu học số 2 Xã A", "Trường TiH số 2 Xã A", "Trường TH số 2 Xã A", "TH số 2 Xã A"]),
        (SchoolKind::TieuHoc, "Lê Lợi A", &["Trường TH Lê Lợi \"A\"", "Trường TH Lê Lợi “A”", "TRƯỜNG TIỂU HỌC LÊ LỢI A"]),
        (SchoolKind::TieuHoc, "30 tháng 4", &["Trường Tiểu học 30 tháng 4"]),
        (SchoolKind::TieuHoc, "Lê Lợi", &["TH Lê Lợi", "Tiểu học Lê Lợi", "Trường TH Lê Lợi", "TRƯỜNG TH LÊ LỢI"]),
        (
            SchoolKind::NhieuCap,
            "Hoa Sen",
            &[
                "Trường Tiểu học & THCS Hoa Sen",
                "Trường TH&THCS Hoa Sen",
                "TH và THCS Hoa Sen",
                "Trường TH-THCS Hoa Sen",
                "Trường Tiểu học và Trung học cơ sở Hoa Sen",
                "TRƯỜNG TH, THCS VÀ THPT HOA SEN",
                "Trường THCS&THPT Hoa Sen",
                "Trường Phổ thông nhiều cấp học Hoa Sen",
                "Trường Liên cấp Hoa Sen",
                "Trường PTCS Hoa Sen",
                "Trường THCS - THPT Hoa Sen",
                "Trường PTDTBT TH&THCS Hoa Sen",
                "TH_THCS_Hoa_Sen",
                "TH-THCS-Hoa-Sen",
                "Trường cấp 2-3 Hoa Sen",
                "Trường phổ thông có nhiều cấp học Hoa Sen",
                "Trường PT Dân tộc nội trú THCS&THPT Hoa Sen",
                "Trường PT dân tộc bán trú TH&THCS Hoa Sen",
                "Trường TH&THCS Hoa Sen - cơ sở TH",
            ],
        ),
        (
            SchoolKind::Thpt,
            "Lê Quý Đôn",
            &["Trường THPT chuyên Lê Quý Đôn", "THPT Lê Quý Đôn", "Trường Trung học phổ thông Lê Quý Đôn", "TRƯỜNG THPT CHUYÊN LÊ QUÝ ĐÔN"],
        ),
        (
            SchoolKind::Gdtx,
            "Quận 1",
            &[
                "Trung tâm GDTX Quận 1",
                "TT GDNN-GDTX Quận 1",
                "TTGDTX Quận 1",
                "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN QUẬN 1",
                "Trung tâm giáo dục thường xuyên Quận 1",
            ],
        ),
        (SchoolKind::NhieuCap, "A Lưới", &["Trường phổ thông dân tộc nội trú A Lưới", "Trường PTDTNT A Lưới", "TRƯỜNG PTDTNT A LƯỚI"]),
        (SchoolKind::Thcs, "A Lưới", &["Trường PTDTNT THCS A Lưới", "Trường phổ thông dân tộc nội trú THCS A Lưới"]),
    ];
    for (kind, name, texts) in CORPUS {
        for text in *texts {
            let read = parse(text);
            assert_eq!((read.kind, read.name.as_deref()), (Some(*kind), Some(*name)), "{text}");
        }
    }
}

#[test]
fn a_name_is_as_it_is_written_but_for_capitals() {
    for (text, name) in [
        ("trường thcs tôn thất tùng", "tôn thất tùng"),
        ("Trường THCS TÔN THẤT TÙNG", "Tôn Thất Tùng"),
        ("Trường MN Tư thục ABC", "ABC"),
        ("UBND HUYỆN HÒA VANG\nTRƯỜNG TIỂU HỌC\nHÒA PHONG", "Hòa Phong"),
        ("Trường THCS Trần Hưng Đạo xã Hòa Bình", "Trần Hưng Đạo"),
        ("Trường THCS xã Hòa Bình", "xã Hòa Bình"),
        ("Trường THCS Lê Lợi thị xã Sa Pa", "Lê Lợi"),
        ("Trường THCS Lê Lợi TP. Huế", "Lê Lợi"),
        ("TRƯỜNG THCS LÊ LỢI HUYỆN MỘC CHÂU", "Lê Lợi"),
        ("TRƯỜNG TIỂU HỌC KIM ĐỒNG XÃ TÂN LẬP", "Kim Đồng"),
        ("TRƯỜNG THCS HUYỆN MỘC CHÂU", "Huyện Mộc Châu"),
        ("TRƯỜNG MẦM NON HOA PHƯỢNG ĐỎ", "Hoa Phượng Đỏ"),
        ("TRƯỜNG MẦM NON SỐ 2 XÃ TÂN LẬP", "Số 2 Xã Tân Lập"),
        ("TRƯỜNG THCS LÊ LỢI – Đ/C: 12 TRẦN PHÚ", "Lê Lợi"),
        ("Trường TH; THCS Lê Lợi", "Lê Lợi"),
        // What a letterhead on one line goes on with.
        ("TRƯỜNG THCS LÊ LỢI TỰ ĐÁNH GIÁ", "Lê Lợi"),
        ("TRƯỜNG THCS LÊ LỢI HỘI ĐỒNG TỰ ĐÁNH GIÁ", "Lê Lợi"),
        ("TRƯỜNG THCS LÊ LỢI BÁO CÁO KẾT QUẢ THỰC HIỆN", "Lê Lợi"),
        ("TRƯỜNG THPT LÊ QUÝ ĐÔN BIÊN BẢN HỌP", "Lê Quý Đôn"),
        ("TRƯỜNG THCS HÒA BÌNH DANH SÁCH MINH CHỨNG", "Hòa Bình"),
        ("TRƯỜNG THCS LÊ LỢI ĐẠT CHUẨN QUỐC GIA MỨC ĐỘ 1", "Lê Lợi"),
        ("TRUONG THCS LE LOI KE HOACH CAI TIEN", "Le Loi"),
        ("Trường THCS Lê Lợi Số: 12/KH-THCSLL", "Lê Lợi"),
        ("Trường THCS Lê Lợi kế hoạch cải tiến chất lượng", "Lê Lợi"),
        ("Trường TH Kim Đồng ngày 10/9/2023", "Kim Đồng"),
        ("TRƯỜNG THPT LÊ LỢI BẢNG DANH MỤC MÃ MINH CHỨNG", "Lê Lợi"),
        ("TRƯỜNG THCS LÊ LỢI HỌC KỲ I", "Lê Lợi"),
        ("TRƯỜNG THCS LÊ LỢI CẢI TIẾN CHẤT LƯỢNG", "Lê Lợi"),
        ("TRƯỜNG THCS LÊ LỢI THÁNG 9 NĂM 2023", "Lê Lợi"),
        ("Trường THCS Lê Văn Tám Q.1", "Lê Văn Tám"),
        ("TRƯỜNG MẦM NON THÁNG 8", "Tháng 8"),
        ("TRƯỜNG TIỂU HỌC CHU VĂN AN KIỂM ĐỊNH CHẤT LƯỢNG", "Chu Văn An"),
        ("TRƯỜNG TIỂU HỌC CHU VĂN AN BAN GIÁM HIỆU", "Chu Văn An"),
        ("TRƯỜNG TIỂU HỌC CHU VĂN AN QUÝ I/2024", "Chu Văn An"),
        ("TRƯỜNG TIỂU HỌC CHU VĂN AN MẪU 1", "Chu Văn An"),
        ("TRƯỜNG TIỂU HỌC CHU VĂN AN NĂM 2023", "Chu Văn An"),
        ("TRƯỜNG TIỂU HỌC HỆ THỐNG GIÁO DỤC ÁNH SAO", "Hệ Thống Giáo Dục Ánh Sao"),
        ("TRƯỜNG THCS BẢNG LA", "Bảng La"),
        ("TRƯỜNG TIỂU HỌC QUYẾT TIẾN", "Quyết Tiến"),
        ("Trường THCS Ngày Mới", "Ngày Mới"),
        ("TRƯỜNG TIỂU HỌC ĐỒNG QUYẾT", "Đồng Quyết"),
        ("Trường THPT Kỹ thuật Việt Trì", "Kỹ thuật Việt Trì"),
        ("Lớp MG Hoa Sen", "Hoa Sen"),
        ("01234567 - THCS Lê Lợi", "Lê Lợi"),
        ("Tên trường: Trung tâm GDTX Lê Lợi", "Lê Lợi"),
        ("Trường PTTHCS Lê Lợi", "Lê Lợi"),
        ("Trường TH1 Cam Lộ", "1 Cam Lộ"),
        ("Trường Mầm non Ea H'leo", "Ea H'leo"),
        ("Trường Mầm non Hoa sen", "Hoa sen"),
        ("Trường MN Quốc tế Hoa Sen", "Quốc tế Hoa Sen"),
        ("thcs_nguyen_du", "nguyen du"),
        ("mn-hoa-hong", "hoa hong"),
        ("thcs nguyen du", "nguyen du"),
        ("THCS-Nguyen-Du", "Nguyen Du"),
        ("MN-19-5", "19-5"),
        ("Trường PTDTBT Hoa Sen", "Hoa Sen"),
        ("Trường Nguyễn Du, xã A", "Nguyễn Du"),
        // What one slip parts from a level may be a name.
        ("Trường Tiến Học", "Tiến Học"),
        ("Trường Mầm Son", "Mầm Son"),
        ("TRƯỜNG QUỐC TẾ HOA SEN", "Quốc Tế Hoa Sen"),
        ("Trường Song ngữ Quốc tế Hoa Sen", "Song ngữ Quốc tế Hoa Sen"),
    ] {
        assert_eq!(parse(text).name.as_deref(), Some(name), "{text}");
    }
    assert_eq!(parse("TRƯỜNG THCS\nCỘNG HÒA XÃ HỘI").name, None);
}

#[test]
fn a_kind_alone_is_a_kind() {
    for (text, kind) in [
        ("Tiểu học", SchoolKind::TieuHoc),
        ("THCS", SchoolKind::Thcs),
        ("Trường Mầm non", SchoolKind::MamNon),
        ("TH&THCS", SchoolKind::NhieuCap),
        ("Nhiều cấp học", SchoolKind::NhieuCap),
        ("GDTX", SchoolKind::Gdtx),
        ("Trường TH", SchoolKind::TieuHoc),
    ] {
        let read = parse(text);
        assert_eq!((read.kind, read.name), (Some(kind), None), "{text}");
    }
}

#[test]
fn what_names_no_school_is_neither() {
    for text in [
        "",
        "Trưởng phòng",
        "Trường Đại Học Vinh",
        "Trường CĐSP Gia Lai",
        "Trường Trung Cấp Y Tế",
        "THCS: 5",
        "THCS: 5 trường",
        "TH: 120 HS",
        "Độc lập - Tự do - Hạnh phúc",
        "HIỆU TRƯỞNG",
        "Môi trường",
        "UBND HUYỆN",
        "PHÒNG GD&ĐT",
        "Nhà trường",
        "NHÀ TRƯỜNG",
        "Trường",
        "TRƯỜNG",
        "TRƯỜNG THCS BÁO CÁO KẾT QUẢ",
        "TRƯỜNG TIỂU HỌC CỦA XÃ",
        "TRƯỜNG MẦM NON KẾ HOẠCH NĂM HỌC",
        "Trường đạt Mức 1",
        "TRƯỜNG ĐẠT CHUẨN QUỐC GIA",
        "Trường học an toàn",
        "Hội đồng trường",
        "Trưởng ban",
        "Phó Hiệu trưởng trường",
        "Trường THCS đã tổ chức tập huấn cho giáo viên",
        "Nhà trường phối hợp với cha mẹ học sinh",
        "Công khai tại trường",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Thị trường lao động",
        "TH",
        "MN",
        "Học sinh tiểu học trên địa bàn",
        "Vệ sinh môi trường THCS",
        "Trường tiểu học được xây mới năm 2020",
        "Ban đại diện cha mẹ học sinh",
        "Trung tâm văn hóa",
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "1",
        "Giáo viên THCS",
        "trường THCS trên địa bàn huyện",
        "Trường THCS Hoa Sen tổ chức hội thi",
        "Trường THCS Hoa Sen đạt chuẩn quốc gia",
        "Lớp MG 5 tuổi",
        "Phòng GD&ĐT yêu cầu trường THCS Hoa Sen",
        "Phòng học bộ môn của Trường",
        "mầm non là bậc học đầu tiên",
        "thcs",
        "nt",
        "Nt",
        "nt Hoa Sen",
        "Cấp 2 phòng máy",
        "Kế hoạch cải tiến chất lượng phối hợp với Trường THCS Hoa Sen",
        "Báo cáo cải tiến chất lượng học tập tại Trường THCS Hoa Sen",
        "Kế hoạch cải tiến chất lượng của Hiệu trưởng trường THCS",
        "thcs da to chuc",
        "mn la bac hoc dau tien",
        "th kim dong",
        "1. THCS là cấp học",
        "Lớp mẫu giáo 5 tuổi",
        "lớp mẫu giáo ghép",
        "Lớp mẫu giáo có 30 trẻ",
        "2. Giáo viên THCS",
        "Trường trung học hạng ba",
        "Hiệu trưởng trường bạn",
        "Hội đồng TĐG của trường",
        "Công lập trường THCS Hoa Sen",
    ] {
        let read = parse(text);
        assert_eq!((read.kind, read.name), (None, None), "{text}");
    }
}

#[test]
fn the_id_is_the_folded_name() {
    let id = |text: &str| parse(text).id();
    assert_eq!(id("TRƯỜNG THCS TÔN THẤT TÙNG").as_deref(), Some("thcs-ton-that-tung"));
    assert_eq!(id("Trường TH&THCS Hoa Sen").as_deref(), Some("th-thcs-hoa-sen"));
    assert_eq!(id("Trường Tiểu học và THCS Hoa Sen").as_deref(), Some("th-thcs-hoa-sen"));
    assert_eq!(id("Trường THCS & THPT Hoa Sen").as_deref(), Some("thcs-thpt-hoa-sen"));
    assert_eq!(id("Trường Mầm non 19/5").as_deref(), Some("mam-non-19-5"));
    assert_eq!(id("Trường Phổ thông Dân tộc Nội trú A Lưới"), id("Trường PTDTNT A Lưới"));
    assert_eq!(id("Nhà trường"), None);
    assert_eq!(school_id(Some(SchoolKind::Gdtx), "Quận 1"), "gdtx-quan-1");
    assert_eq!(school_id(None, "Hoa Sen"), "hoa-sen");
}

#[test]
fn a_name_in_capitals_is_written_as_a_name() {
    for (text, name) in [
        ("TRƯỜNG THCS LÊ LỢI II", "Lê Lợi II"),
        ("TRƯỜNG TIỂU HỌC TP. HUẾ", "TP. Huế"),
        ("TRƯỜNG THCS KRÔNG PĂ", "Krông Pă"),
        ("TRƯỜNG MẦM NON 1-6", "1-6"),
        ("TRƯỜNG THCS A", "A"),
    ] {
        assert_eq!(parse(text).name.as_deref(), Some(name), "{text}");
    }
}

#[test]
fn no_text_is_too_strange() {
    let words: Vec<&'static str> = "trường TRƯỜNG Trung tâm THCS TH & và - , TH&THCS tiểu học mầm non Hoa Sen HOA SEN số 2 xã A 19/5 ' / . ( \n PTDTNT nội trú GDTX được Năm học ubnd tr.".split(' ').collect();
    let mixes = prop::collection::vec((prop::sample::select(words), prop::bool::ANY), 0..12).prop_map(|words| {
        words.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() }).collect::<String>()
    });
    let check = |text: &str| {
        let read: SchoolPhrase = parse(text);
        assert!(read.name.is_none_or(|name| !name.trim().is_empty()), "{text:?}");
    };
    let mut runner = TestRunner::new(Config { cases: 4000, failure_persistence: None, ..Config::default() });
    runner
        .run(&mixes, |text| {
            check(&text);
            Ok(())
        })
        .expect("every mix of words is read");
    runner
        .run(&"\\PC{0,40}", |text| {
            check(&text);
            Ok(())
        })
        .expect("every text is read");
}
