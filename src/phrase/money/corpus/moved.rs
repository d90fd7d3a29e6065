//! Money that pays for no work: given back, borrowed, left, counted in another row; what is said of the parts of a whole; who does not pay.

use super::{parse, told};

const CORPUS: &[(&str, &[&str])] = &[
    (
        "unspecified",
        &[
            "Hoàn trả 3 triệu",
            "Hoàn trả tiền tạm ứng 3.000.000đ",
            "Thu hồi 10 triệu",
            "Mượn 5 triệu",
            "Mượn quỹ công đoàn 5 triệu",
            "Vay ngân hàng 200 triệu",
            "5 triệu mượn của công đoàn",
            "10 triệu (vay)",
            "10 triệu còn thiếu",
            "Còn 5 triệu chưa có",
            "Chỉ còn lại khoảng 2 triệu",
            "Chưa có 20 triệu",
            "Không có 5 triệu",
            "Không quyết toán 5 triệu",
            "Tiết kiệm được 2 triệu",
            "20 triệu, tiết kiệm 2 triệu",
            "20 triệu, còn lại 2 triệu",
            "10 triệu, hoàn trả 3 triệu",
            "Dư 2 triệu",
            "Kết dư 2.000.000đ",
            "Hủy dự toán 3 triệu",
            "Đã bị cắt 3 triệu",
            "Gộp chung 20 triệu ở trên",
            "10 triệu (chung với tiêu chí 1.2)",
            "Chi chung với mục 2: 10 triệu",
            "10 triệu (đã tính ở mục 1)",
            "Tổng kinh phí 30tr: sách 10tr, kệ 15tr",
            "Sách: 10.000.000\nKệ: 20.000.000\nCộng: 35.000.000",
            "Số TK 123456789 tại ngân hàng",
            "Tồn quỹ 3tr",
            "Chuyển sang năm sau 5tr",
            "Không thực hiện (5tr)",
            "Không thực hiện, dự toán 5tr",
            "Bỏ 5tr",
            "3,2 tỷ; năm 2023 bố trí 1,5 tỷ",
            "Vật tư: 3tr. Công: 2tr. Cộng: 6tr",
            "Hoàn tiền 500.000đ",
            "Khấu trừ 3 triệu",
            "Trừ lương 3 triệu",
            "Vượt dự toán 3tr",
            "20 triệu (tính chung ở TC 3.1)",
            "800.0000đ",
        ],
    ),
    ("unspecified budget", &["Hoàn trả ngân sách 3.000.000đ", "Nộp trả ngân sách 3 triệu"]),
    ("unspecified socialised", &["Trả lại phụ huynh 3.000.000đ"]),
    (
        "unspecified budget socialised",
        &[
            "9.000.000đ (NS 5.000.000đ; XHH 3.000.000đ)",
            "Tổng: 10.000.000đ\n- NS: 7.000.000đ\n- XHH: 2.000.000đ",
            "Tổng: 9 triệu (NS 5 triệu, XHH 3 triệu)",
        ],
    ),
    // What is bought, hired, done away with or lent out is paid for.
    (
        "2000000",
        &[
            "Tiêu hủy hồ sơ 2 triệu",
            "Thuê mượn loa đài 2 triệu",
            "Cắt tỉa cây xanh 2 triệu",
            "Mua váy múa 2 triệu",
            "Diệt trừ mối 2 triệu",
            "Tiền thừa giờ 2.000.000đ",
            "Mua sách cho mượn tại thư viện 2 triệu",
            "Thu hồi sách cũ, mua sách mới 2 triệu",
            "Mua con giống 2 triệu",
            "Hoàn trả mặt bằng 2 triệu",
            "Dự toán 2 triệu",
            "Muốn mua 2 triệu",
            "Tham quan chung với trường bạn 2 triệu",
            "2 triệu (còn thiếu 1 triệu)",
            "Công: 2.000.000",
        ],
    ),
    ("12000000", &["Đã chi 5 triệu; còn lại 7 triệu"]),
    (
        "30000000 budget socialised",
        &["NSNN 20 triệu, còn lại 10 triệu phụ huynh đóng góp", "NS 20tr XHH 10tr", "30 triệu (NS 20tr, XHH 10tr)"],
    ),
    ("30000000", &["Tổng kinh phí 30tr: sách 10tr, kệ 20tr", "30 triệu (sách 20tr, kệ 5tr)"]),
    // What is written in full is money, whatever it was spent on.
    (
        "7000000",
        &[
            "5.000.000 mua sách, 2.000.000đ mua ghế",
            "5000000 sách; 2.000.000đ ghế",
            "5.000.000 cho lớp 1, 2.000.000đ cho lớp 2",
            "5.000.000 bàn ghế + 2 triệu loa",
            "Vật tư 5.000.000 cộng nhân công 2.000.000",
            "Vật tư: 5.000.000\nCông: 2.000.000\nCộng: 7.000.000",
        ],
    ),
    ("3000000", &["200.000 lượt, 3 triệu"]),
    ("unspecified", &["5.000.000 viên gạch"]),
    ("110000000", &["110 triệu (đã bao gồm VAT 10%)"]),
    ("2400000", &["hai triệu tư"]),
    ("3200000000", &["Năm 2023 bố trí 1,5 tỷ; năm 2024 bố trí 1,7 tỷ"]),
    ("12000000", &["10 triệu, điều chỉnh thành 12 triệu"]),
    ("12500000", &["Dự toán 12,5 triệu, đã chi 5 triệu"]),
    // "Ngân" of the budget is no thousand.
    ("9500000 budget socialised", &["7 triệu ngân sách và 2,5 triệu xã hội hóa", "7tr ngân sách, 2,5tr XHH"]),
    ("7000000 budget", &["7 triệu ngân sách"]),
    ("none", &["Lồng ghép, không tốn kinh phí", "Không (lồng ghép)", "Không, chỉ cần nhân lực", "Có sẵn, không tốn kinh phí"]),
    ("unspecified", &["Không tính được", "Theo dự toán, không phát sinh"]),
    ("source_only budget", &["Không thu phụ huynh, ngân sách cấp", "Không (PGD cấp)", "Không, ngân sách cấp", "Ngân sách không tự chủ"]),
    ("30000000 budget", &["Không dùng tiền của phụ huynh, NS 30 triệu"]),
    ("5000000 socialised", &["Ngân sách: không; XHH: 5 triệu", "Ngân sách không cấp, XHH 5 triệu"]),
    ("5000000 budget socialised", &["Ngân sách không đủ, phụ huynh hỗ trợ 5 triệu"]),
    ("5000000 budget", &["Ngân sách không thường xuyên: 5 triệu"]),
];

#[test]
fn only_what_a_work_costs_is_its_cost() {
    for (meaning, texts) in CORPUS {
        for text in *texts {
            assert_eq!(told(&parse(text)), *meaning, "{text:?}");
        }
    }
}
