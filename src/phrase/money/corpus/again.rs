//! What is said twice, worked out, wrapped or typed askew: read where all of it agrees, left open where it does not.

use super::told;
use crate::phrase::money::{is_unit_behind_full, parse, parse_in};

#[test]
fn of_several_amounts_only_that_of_the_work_counts() {
    for (meaning, texts) in [
        (
            "20000000",
            &[
                "Đã chi 12 triệu, dự toán 20 triệu",
                "Dự toán 20 triệu, đã chi 12 triệu",
                "Kế hoạch 20tr, giải ngân 12tr",
                "20 triệu, còn nợ 5 triệu",
                "Giảm từ 30 triệu xuống 20 triệu",
                "Tăng từ 15 triệu lên 20 triệu",
                "Điều chỉnh 15 triệu thành 20 triệu",
                "10 máy, mỗi máy 2 triệu",
            ][..],
        ),
        ("12000000", &["Đã chi 12 triệu", "Thực hiện 12 triệu"]),
        ("12000000", &["Dự toán 12.000.000, đã chi 5.000.000"]),
        // The number of a paper is no amount.
        ("5000000", &["Kế hoạch số 12, đã chi 5 triệu"]),
        ("unspecified", &["Năm trước 10 triệu, năm nay 15 triệu", "Đã có 12 triệu/20 triệu", "15 triệu + VAT 10%"]),
        ("15000000", &["10 triệu thực hiện sửa phòng, 5 triệu mua máy"]),
        (
            "unit_price",
            &["Mỗi máy 9 triệu", "10 phòng, mỗi máy 9 triệu", "10.000.000đ (Mười triệu đồng chẵn)/lớp", "2 triệu (hai triệu)/phòng"],
        ),
        ("10000000 budget", &["10.000.000đ (Mười triệu đồng)/NSNN"]),
        ("70000000", &["7 chục triệu", "± 70 triệu", "±70tr"]),
        (
            "unspecified",
            &["5 triệu ± 10%", "50 triệu ± 5 triệu", "1/2 của 50 triệu", "50 triệu +/- 5 triệu", "50 triệu +- 5%", "7 chục bộ bàn ghế"],
        ),
        ("source_only budget socialised", &["Nhà nước 70%, nhân dân 30%", "Nhà nước và nhân dân", "NS 60%, dân 40%", "NSNN; nhân dân"]),
        ("30000000 budget socialised", &["NSNN: 20 triệu, nhân dân: 10 triệu"]),
        ("source_only budget", &["Ủy ban nhân dân xã hỗ trợ"]),
        ("source_only socialised", &["Nhân dân: 100%"]),
        ("unspecified", &["500 nhân dân tệ", "Khu dân cư", "Hội đồng nhân dân xã"]),
    ] {
        for text in texts {
            assert_eq!(told(&parse(text)), meaning, "{text}");
        }
    }
}

#[test]
fn an_amount_that_is_said_again_is_itself() {
    for (meaning, texts) in [
        (
            "15000000",
            &[
                "15\ntriệu",
                "15 000\n000",
                "15.000.\n000đ",
                "15.000.000\nđồng",
                "12 -\n15 triệu",
                "15.000.000đ (Bằng chữ: Mười lăm triệu đồng)",
                "15.000.000đ (15tr)",
                "Tổng: 10-15 triệu",
                "(10-15 triệu)",
                "15 triệu *",
                "15 treu",
                "15 trieeuj ddoongf",
                "15.000 000 đ",
                "Mười lăm triệu đồng./.",
                "15.000.000 Việt Nam đồng",
                "2 x 5tr = 10tr; 5 x 1tr = 5tr",
                "3 x 5 triệu\n= 15 triệu",
                "10 triệu + 5 triệu = 15 triệu",
                "15 triệu (3 máy x 5 triệu)",
                "1/ 10 triệu\n2/ 5 triệu",
                "Mua bàn ghế (10-15 triệu)",
                "15.000.000 (*)",
                "1) Bàn 10tr; 2) Ghế 5tr",
                "2023: 5tr - 2024: 10tr",
            ][..],
        ),
        (
            "12000000",
            &[
                "12 triệu, đã chi 5 triệu",
                "12 triệu đồng; đã giải ngân 5 triệu đồng",
                "12 triệu - đã thanh toán 5 triệu",
                "12 triệu, tạm ứng 5 triệu, còn thiếu 7 triệu",
                "12 triệu, còn thiếu 2 triệu",
                "12 triệu, mới có 5 triệu",
                "Dự toán 12 triệu, đã thực hiện 10 triệu",
                "Dự kiến: 12 triệu\nThực chi: 10 triệu",
                "Đã có 5 triệu, cần thêm 7 triệu",
                "Đã chi 5 triệu; còn lại 7 triệu",
                "Kế hoạch 12 triệu, thực hiện 10 triệu",
                "Dự kiến: 12 triệu\nThực tế: 10 triệu",
                "Cần 12tr, có 5tr",
                "12tr, thiếu 3tr",
            ],
        ),
        ("15000000", &["Máy 12 triệu, đã chi 5 triệu; bàn 3 triệu"]),
        // Another payer's money comes to it.
        (
            "17000000 budget socialised",
            &[
                "NSNN đã cấp 12 triệu, đã huy động XHH 5 triệu",
                "12 triệu (NSNN), đã vận động CMHS ủng hộ 5 triệu",
                "12 triệu từ ngân sách, đã có 5 triệu từ XHH",
            ],
        ),
        ("14000000 budget socialised", &["Ngân sách xã 10tr, đã cấp 6tr, phụ huynh 4tr"]),
        ("12000000 socialised", &["XHH 12 triệu, đã vận động phụ huynh được 5 triệu"]),
        ("12000000 budget", &["Ngân sách 12 triệu, ngân sách đã cấp 5 triệu"]),
        ("unspecified", &["12 triệu, đã chi 15 triệu"]),
        (
            "source_only budget",
            &[
                "Phòng GD&ĐT hỗ trợ",
                "Sở GDĐT cấp",
                "PGD cấp",
                "Cấp trên hỗ trợ",
                "Địa phương hỗ trợ",
                "Xã cấp",
                "UBND phường đầu tư",
                "Sở cấp",
                "PGD&ĐT cấp",
                "KP được giao năm 2024",
                "Chương trình MTQG",
            ],
        ),
        ("source_only socialised", &["Quỹ HCMHS"]),
        ("unspecified", &["Các phòng học cấp tiểu học", "Phòng GD&ĐT phê duyệt"]),
        ("5000000 budget", &["Phòng GD cấp 5 triệu"]),
        ("500000", &["Quỹ lớp 500.000đ", "Công đoàn 500.000đ", "Mua sách lớp 500 nghìn"]),
        ("5500000", &["5 triệu năm trăm", "5 triệu năm trăm nghìn đồng", "5 triệu 500"]),
        ("2400000", &["2 triệu tư", "2tr4"]),
        ("10000000 socialised", &["10 triệu từ\nxã hội\nhóa", "10 triệu\n(xã hội\nhóa)"]),
        ("source_only budget", &["Ngân\nsách", "Kinh phí chi thường\nxuyên", "Ngân sách 2023"]),
        ("5000000 socialised", &["5tr/nguồn XHH"]),
        ("source_only budget", &["Sử dụng ngân sách", "Sử dụng NSNN được cấp"]),
        ("source_only socialised", &["Dự án do nước ngoài tài trợ"]),
        ("unit_price", &["Mua 3 máy in, đơn giá 5 triệu", "Mỗi lớp: 2 triệu"]),
        ("unspecified", &["Năm trước 12 triệu, năm nay 15 triệu"]),
        ("none", &["KP: Không", "Kinh phí: không có", "Kinh phí dự kiến: -", "“-”", "Dự toán: Không"]),
        ("unit_price", &["50.000 đồng cho mỗi học sinh", "2 triệu một lớp"]),
    ] {
        for text in texts {
            assert_eq!(told(&parse(text)), meaning, "{text:?}");
        }
    }
}

#[test]
fn what_only_chances_to_be_the_sum_of_the_others_is_no_total() {
    for (text, meaning) in [
        ("Giải nhất: 500k, giải nhì: 300k, giải ba: 200k", "unspecified"),
        ("Bàn 2tr, ghế 3tr, tủ 5tr", "unspecified"),
        ("NS tỉnh 5 triệu, NS xã 5 triệu, XHH 10 triệu", "unspecified budget socialised"),
        ("Bàn 2tr, ghế 3tr, tủ 6tr", "11000000"),
        ("Mua máy 15 triệu, NS 10 triệu, XHH 5 triệu", "15000000 budget socialised"),
        ("Kinh phí 15 triệu, NS 10 triệu, XHH 5 triệu", "15000000 budget socialised"),
        ("Bàn 10tr, ghế 5tr, tổng 15tr", "15000000"),
        ("- NS: 10.000.000đ\n- XHH: 5.000.000đ\nTổng cộng: 16.000.000đ", "unspecified budget socialised"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn a_number_that_is_part_of_a_name_is_no_money() {
    for (text, meaning) in [
        ("Lớp 5A1 500k, 5A2 500k", "1000000"),
        ("Lớp 5A1: 500k", "500000"),
        ("T9: 5tr, T10: 5tr", "10000000"),
        ("Giai đoạn 1 100 triệu, giai đoạn 2 50 triệu", "150000000"),
        ("Đợt 1 500 000đ", "500000"),
        ("Quỹ lớp 1 500 000đ", "1500000"),
        ("Khối 4, 5: 5 triệu", "5000000"),
        ("- Khối 4, 5: 5 triệu\n- Khối 6: 3 triệu", "8000000"),
        ("Phòng 101, 102: 5tr", "5000000"),
        ("QĐ 123/QĐ-UBND: 5.000.000đ", "5000000"),
        ("NS - 10tr, XHH - 5tr", "15000000 budget socialised"),
        ("NS10tr; XHH5tr", "15000000 budget socialised"),
        ("l5.000.000đ", "unspecified"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn a_price_is_multiplied_only_by_all_that_it_is_for() {
    for (text, meaning) in [
        ("50.000đ/em/tháng x 9 tháng", "unspecified"),
        ("500.000đ/tháng × 9 tháng/năm", "unspecified"),
        ("50.000đ/em/tháng x 35 em x 9 tháng", "15750000"),
        ("2tr/1 lớp x 12 lớp", "24000000"),
        ("Thuê xe 2 chuyến x 1tr5", "3000000"),
        ("5 bộ x 2tr, 2 bảng x 2,5tr", "15000000"),
        ("5 bộ x 2tr, 2 bảng", "unspecified"),
        ("(5 bộ x 2tr)", "10000000"),
        ("5 GVx200.000", "unspecified"),
        ("50m2 x 200.000đ/m2", "10000000"),
        ("50 m2 x 200.000đ", "10000000"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn an_amount_that_contradicts_itself_is_asked_about() {
    for text in [
        "5.000.000đ (Năm mươi triệu đồng)",
        "15.000.000đ (1,5 triệu)",
        "3 x 500.000 = 1.600.000 đồng",
        "10 triệu + 5 triệu = 16 triệu",
        "60 triệu (5 máy x 10 triệu)",
        "15 triệu (NS 10 triệu, XHH 10 triệu)",
        "20-10 triệu",
        "1 triệu - 500 nghìn",
        "2 x 100k; 3 x 50k = 150k",
        "0912345678",
        "7000.000",
        "9,5đ",
        "5 đ/c giáo viên",
    ] {
        assert_eq!(parse(text).amount_vnd, None, "{text:?}");
    }
}

#[test]
fn every_word_of_an_amount_counts_or_none_does() {
    for (text, meaning) in [
        ("2 triệu không trăm năm mươi nghìn", "2050000"),
        ("Hai triệu không trăm năm mươi nghìn đồng", "2050000"),
        ("bốn mươi tư triệu năm trăm nghìn đồng", "44500000"),
        ("Bon muoi tu trieu", "44000000"),
        ("hai mốt triệu", "21000000"),
        ("Hai lăm triệu đồng", "25000000"),
        ("ba tư triệu", "34000000"),
        ("hai chục triệu", "20000000"),
        ("một chục triệu", "10000000"),
        ("1 trăm 20 triệu", "120000000"),
        ("2 trăm 5 triệu", "205000000"),
        ("Vốn tư nhân hai triệu", "unspecified"),
        ("vài chục triệu", "unspecified"),
        ("chục triệu", "unspecified"),
        ("hai năm triệu", "unspecified"),
        ("Ba triệu không hoàn lại", "unspecified"),
        ("5 triệu ba bốn trăm nghìn", "unspecified"),
        ("5 triệu năm 2024", "5000000"),
        ("5 triệu không hoàn lại", "5000000"),
        ("Tổ chức hai triệu", "unspecified"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn a_share_of_an_amount_is_no_whole() {
    for (text, meaning) in [
        ("10% của 50 triệu", "5000000"),
        ("NS 70% của 50 triệu; XHH 30% của 50 triệu", "50000000 budget socialised"),
        ("70% của 50 triệu, 30% phụ huynh", "unspecified socialised"),
        ("50 triệu (NS 70%, XHH 30%)", "50000000 budget socialised"),
        ("1.500,5", "unspecified"),
        ("12.500.000,5", "12500000"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn a_number_written_in_full_needs_no_unit() {
    for (text, meaning) in [
        ("15.000.000 triệu đồng", "15000000"),
        ("15000000 nghìn đồng", "15000000"),
        ("500.000 triệu", "500000"),
        ("15.000 triệu", "15000000000"),
        ("1.500.000 nghìn đồng", "1500000000"),
        ("2.000.000 tỷ", "2000000"),
        ("12,345 tỷ", "12345000000"),
        ("15.000 ngđ", "15000000"),
        ("500 ng.đ", "500000"),
        ("5 ng", "unspecified"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
    for (text, behind) in
        [("15.000.000 triệu đồng", true), ("NS: 15.000.000 triệu", true), ("15.000.000 đồng (15 triệu)", false), ("15.000 triệu", false)]
    {
        assert_eq!(is_unit_behind_full(text), behind, "{text:?}");
    }
}

#[test]
fn a_price_with_its_count_is_worked_out_or_asked_about() {
    for (text, meaning) in [
        ("350.000 (24 cái)", "unspecified"),
        ("350.000đ (24 cái)", "unspecified"),
        ("15 triệu (3 máy)", "15000000"),
        ("500.000 (NSNN)", "500000 budget"),
        ("500.000 (5 trăm nghìn)", "500000"),
        ("24 quạt, đơn giá 350.000đ, thành tiền 8.400.000đ", "8400000"),
        ("Đơn giá: 5tr, thành tiền: 15tr", "15000000"),
        ("Bàn: thành tiền 5 triệu; ghế: thành tiền 3 triệu", "unspecified"),
        ("Mỗi chuyên đề 5 triệu, 4 chuyên đề: 20 triệu", "20000000"),
        ("Mỗi lớp 2 triệu, mua máy 10 triệu", "unspecified"),
        ("5-7 triệu x 3 phòng", "21000000"),
        ("7-5 triệu x 3 phòng", "unspecified"),
        ("NS: 0; XHH: 5 triệu", "5000000 socialised"),
        ("Bồi dưỡng báo cáo viên 600.000đ/buổi x 2 buổi, nước uống 200.000đ", "1400000"),
        ("Nước uống 200.000đ, báo cáo viên 600.000đ x 2 buổi", "1400000"),
        ("Thuê xe 3.000.000đ; vé 50.000đ/HS x 100 HS; ăn trưa 40.000đ x 100", "12000000"),
        ("12 lớp x 2 triệu, NS 14 triệu", "unspecified budget"),
        ("12 lớp x 2 triệu, còn lại 4 triệu", "unspecified"),
        ("12 lớp x 2 triệu; thành tiền 24 triệu", "unspecified"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn money_of_a_fund_is_a_source_without_an_amount() {
    for (text, meaning) in [
        ("Học phí", "source_only"),
        ("Quỹ Đoàn", "source_only"),
        ("Công đoàn", "source_only"),
        ("Quỹ Đội: 500.000đ", "500000"),
        ("Quý IV", "unspecified"),
        ("Theo quy định", "unspecified"),
        ("Chưa có quỹ", "unspecified"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
}

#[test]
fn each_sum_that_was_worked_out_is_one_and_what_they_come_to_is_their_whole() {
    for (text, meaning) in [
        ("20 bộ x 1.500.000 = 30.000.000đ, 05 quạt x 600.000 = 3.000.000đ", "33000000"),
        ("20 bộ x 1,5tr = 30tr và 5 quạt x 600k = 3tr", "33000000"),
        ("20 bộ x 1,5tr = 30tr + 5 quạt x 600k = 3tr", "33000000"),
        ("20 bộ x 1,5tr = 30tr, 5 quạt x 600k = 3tr. Tổng 33tr", "33000000"),
        ("20 bộ x 1,5tr = 30tr, 5 quạt x 600k = 3tr. Tổng 35tr", "unspecified"),
        ("20 bộ x 1,5tr = 30tr, kệ 3tr", "33000000"),
        ("20 bộ x 1,5tr = 30tr, kệ 3tr = 33tr", "33000000"),
        ("20 bộ x 1,5tr = 30tr; kệ = 3tr", "33000000"),
        ("10tr + 5tr = 15tr + 3tr = 18tr", "18000000"),
        ("NS: 30tr; XHH: 3tr = 33tr", "33000000 budget socialised"),
        ("+ NS: 30tr\n+ XHH: 3tr\n= 33tr", "33000000 budget socialised"),
        ("+ NS: 30tr\n+ XHH: 3tr\n= 35tr", "unspecified budget socialised"),
        ("100.000đ/em x 300 em = 30.000.000đ/năm", "30000000"),
        ("3tr/tháng x 9 tháng = 27tr/năm học", "27000000"),
        ("2 buổi x 25.000đ = 50.000đ/em", "unit_price"),
        ("30.000.000đ/năm", "unit_price"),
        ("(1) Tài liệu 500.000đ; (2) Nước 300.000đ", "800000"),
        // A bracket that breaks nothing down holds an amount of its own, or the price of one.
        ("Camera (1,2tr/cái), dây 2tr, công 1tr", "unspecified"),
        ("Máy (10 triệu): NS 5 triệu, XHH 5 triệu", "10000000 budget socialised"),
        ("Photo (500.000đ), nước uống (300.000đ)", "800000"),
        ("2 giải nhất (500k), 3 giải nhì (300k)", "unspecified"),
        ("Máy (12tr); 3 bàn (3tr)", "15000000"),
        // What is asked for and what is granted, what there is and what is lacking.
        ("Đề nghị 15 triệu, được duyệt 10 triệu", "unspecified"),
        ("Nhu cầu 15 triệu, khả năng 10 triệu", "unspecified"),
        ("Đã có 10tr, còn thiếu 5tr", "unspecified"),
        ("Xin xã 15 triệu, trường tự lo 10 triệu", "25000000"),
    ] {
        assert_eq!(told(&parse(text)), meaning, "{text:?}");
    }
    for (text, meaning) in [
        ("NS: 30; XHH: 3 = 33", "33000000 budget socialised"),
        ("5 (NS 3, XHH 2)", "5000000 budget socialised"),
        ("5 (NS 3, XHH 1)", "unspecified budget socialised"),
        ("Hoàn trả 3", "unspecified"),
    ] {
        assert_eq!(told(&parse_in(text, 1_000_000)), meaning, "{text:?}, in millions");
    }
}
