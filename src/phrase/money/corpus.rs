//! Each text means the reading before it. A new spelling from a real form is one more string here.

use proptest::prelude::{Strategy, prop};
use proptest::test_runner::{Config, TestRunner};
use unicode_normalization::UnicodeNormalization;

use super::{parse, parse_in, unit};

use crate::model::{Cost, CostKind, CostSource};

mod again;
mod each;
mod moved;
mod table;

const CORPUS: &[(&str, &[&str])] = &[
    (
        "15000000",
        &[
            "15 triệu",
            "15tr",
            "15 trđ",
            "15.000.000",
            "15,000,000",
            "15 000 000",
            "15000000",
            "15.000.000đ",
            "15.000.000 đồng",
            "15.000.000 VNĐ",
            "15000000 vnd",
            "15 Triệu đồng",
            "15 tr.đ",
            "15 tr.đồng",
            "15.000 nghìn đồng",
            "15.000k",
            "15 (triệu đồng)",
            "khoảng 15 triệu",
            "~15 triệu",
            "10-15 triệu",
            "từ 10 đến 15 triệu",
            "10 triệu - 15 triệu",
            "10 đến 15 triệu đồng",
            "15,0 triệu",
            "15.000.000đ (15 triệu)",
            "15.000.000 đồng (Mười lăm triệu đồng)",
            "15.000.000,00",
            "15,000,000.00 đ",
            "15.000.000 (mười lăm triệu)",
            "Mua sách 15.000.000",
            "Kinh phí: 15 triệu",
            "Dự kiến 15 triệu",
            "15.000.000₫",
            "1.500.000đ x 10 = 15.000.000đ",
            "Mua 10 máy tính: 15 triệu",
            "15 triệu (tháng 9/2023)",
            "10 triệu + 5 triệu",
            "10 triệu và 5 triệu",
            "- 10 triệu\n- 5 triệu",
            "Tổng: 15 triệu",
            "15 triệu, trong đó mua máy 10 triệu, sửa chữa 5 triệu",
            "10tr; 5tr",
            "0,015 tỷ",
            "14 triệu 1000 nghìn",
            "15.000.000 (dự kiến)",
            "１５ triệu",
            "15 triệu năm 2024",
            "Tháng 9/2023: 15 triệu",
            "15. 000. 000",
            "15 .000.000",
            "15.000 .000đ",
            "15.tr",
            "15triệuđồng",
            "1O.000.000 + 5 triệu",
            "10÷15 triệu",
            "Mười lăm triệu đồng",
            "Mười lăm triệu đồng chẵn",
            "Số tiền: mười lăm triệu",
            "Giai đoạn 1: 15 triệu",
            "Giai đoạn 2021-2025: 15 triệu",
            "2023: 5 triệu; 2024: 10 triệu",
            "Mua 10 đồng phục: 15 triệu",
            "10 triệu, 5 triệu, cộng 15 triệu",
            "14.200.000 + 800.000",
            "Bàn 14.200.000, ghế 800.000",
            "500k x 30 cái",
            "30 bộ × 500.000",
            "10 máy x 1,5 triệu",
            "10 máy tính x 1.500.000đ/máy",
            "5 triệu/tháng x 3 tháng",
            "50.000đ x 30 em x 10 buổi",
            "Mua ghế: 30 cái * 500.000 đồng",
            "10 máy x 1 triệu; 10 bàn x 500k",
        ],
    ),
    (
        "15000000 budget socialised",
        &[
            "Ngân sách: 10 triệu; XHH: 5 triệu",
            "10 triệu (NS) + 5 triệu (XHH)",
            "15 triệu (NS: 10 triệu, XHH: 5 triệu)",
            "Ngân sách: 10.000.000đ\nXã hội hoá: 5.000.000đ",
            "NS 10 triệu; XHH 5 triệu; tổng 15 triệu",
            "Ngân sách (10 triệu), phụ huynh (5 triệu)",
            "15 triệu: NS 10 triệu, XHH 5 triệu",
            "15 triệu, NS 10 triệu, XHH 5 triệu",
            "NS 10 triệu, XHH 5 triệu, cộng 15 triệu",
            "NS 14.200.000, XHH 800.000",
            "NS 10 triệu + XHH 5 triệu",
        ],
    ),
    (
        "15000000 budget",
        &[
            "Ngân sách: 15000000",
            "15.000.000đ, trong đó ngân sách 10.000.000đ",
            "15 triệu (NSNN)",
            "15 triệu/NSNN",
            "Mười lăm triệu đồng từ ngân sách",
            "15.000.000đ/ngân sách",
            "UBND xã hỗ trợ 15 triệu",
            "15 triệu: NSNN 15 triệu",
            "Ngân sách tỉnh hỗ trợ 15 triệu",
            "15.000.000đ từ nguồn chi thường xuyên",
        ],
    ),
    (
        "15000000 socialised",
        &["15.000.000. Nguồn XHH", "15 triệu từ xã hội hóa", "XHH: 15tr", "Phụ huynh ủng hộ 15 triệu", "Vận động tài trợ: 15.000.000 đồng"],
    ),
    (
        "1500000",
        &[
            "1 triệu 500",
            "1 triệu 5",
            "1 triệu 5 trăm",
            "Một triệu rưỡi",
            "một triệu năm trăm nghìn đồng",
            "1tr5",
            "1,5 triệu",
            "1.5tr",
            "1 triệu rưỡi",
            "1 triệu 500 nghìn",
            "1.500 nghìn",
            "1.500.000",
            "1.500k",
            "1500000đ",
        ],
    ),
    (
        "2500000000",
        &[
            "2 tỷ 5",
            "2 tỷ 500",
            "Hai tỷ năm trăm triệu đồng",
            "2,5 tỷ",
            "2.500 triệu đồng",
            "2 tỷ 500 triệu",
            "2 tỉ 500 triệu đồng",
            "2tỷ5",
            "2.500.000.000",
        ],
    ),
    ("500000", &["Năm trăm nghìn đồng", "5OO.000", "500k", "500.000", "500,000đ", "500 ngàn", "5 trăm nghìn", "500 nghìn đồng"]),
    ("20000000", &["5 triệu + 5 triệu + 10 triệu"]),
    ("0 zero", &["Không đồng", "0đ", "0 đồng", "0", "0 triệu", "0.0"]),
    (
        "none",
        &[
            "",
            "Không",
            "KHông",
            "không có",
            "-",
            "/",
            "…",
            "Không có kinh phí",
            "Không phát sinh",
            "không tốn kinh phí",
            "Miễn phí",
            "Không tính kinh phí",
            "Không cần",
            "Không sử dụng ngân sách",
        ],
    ),
    (
        "source_only budget",
        &[
            "Ngân sách",
            "NSNN",
            "Nguồn chi thường xuyên",
            "Kinh phí thường xuyên",
            "Ngân sách nhà nước năm 2024",
            "NS",
            "Dự toán năm 2023",
            "Kinh phí hoạt động thường xuyên",
            "100% ngân sách",
            "NSTX",
            "Kinh phí sự nghiệp",
            "UBND huyện cấp",
            "Kinh phí không thường xuyên",
            "Chương trình mục tiêu quốc gia",
        ],
    ),
    (
        "source_only socialised",
        &[
            "XHH",
            "Xã hội hoá giáo dục",
            "Cha mẹ học sinh đóng góp",
            "Mạnh thường quân",
            "BĐDCMHS",
            "Huy động các nguồn lực xã hội",
            "Doanh nghiệp hỗ trợ",
            "Vận động phụ huynh",
            "Kinh phí ngoài ngân sách, tài trợ",
        ],
    ),
    ("source_only", &["Kinh phí nhà trường", "KP của nhà trường", "Nguồn của trường", "Quỹ nhà trường"]),
    ("source_only budget socialised", &["Ngân sách + XHH", "NS, tài trợ", "Ngân sách XHH"]),
    (
        "unit_price",
        &[
            "300k/tháng",
            "20.500đ/bữa/học sinh",
            "10.000.000đ/năm",
            "5 triệu/1 máy",
            "2 triệu mỗi lớp",
            "5-7 triệu/năm",
            "50.000đ/HS/tháng",
            "Mỗi năm 10 triệu",
            "hằng năm 10 triệu",
            "Mỗi lớp 2 triệu",
        ],
    ),
    (
        "unspecified",
        &[
            "Theo thực tế",
            "1,000.000",
            "1.000,000",
            "1.000.000,000",
            "2 x 5",
            "3 triệu x 2 triệu",
            "2 triệu x 1,5",
            "2 triệu x 5 máy (3 đợt)",
            "1.500 quyển x 2",
            "1.500 triệu x 2 tỷ",
            "2 triệu x 5 + 1 triệu",
            "phòng 6 x 8",
            "Theo kế hoạch",
            "Chưa xác định",
            "Không xác định",
            "Chưa có",
            "Chưa có dự toán",
            "Chưa có nguồn ngân sách",
            "Theo dự toán được duyệt",
            "Vài triệu",
            "Hai triệu năm",
            "Năm triệu tỷ",
            "2 triệu 50",
            "1. 500.000đ",
            "8 triệu: máy 5 triệu, bàn 4 triệu",
            "5 đồng chí",
            "10 máy tính",
            "9999999999999999999999 đồng",
            "999999999999999999:999999999999999999",
            "2023",
            "5",
            "1.50.000đ",
            "10..000.000",
            "000.000",
            "1,500 triệu",
            "1.500 tỷ",
            "10 triệu mua máy 5 triệu sửa bàn",
            "tháng 9/2023",
            "200 USD",
            "Hàng trăm triệu",
            "nhiều",
            "10 triệu; 500k/tháng",
            "Tiết kiệm",
            "?",
        ],
    ),
    // What several cost together, and televisions.
    ("24000000", &["24 triệu/20 bộ", "24.000.000đ/20 bộ bàn ghế"]),
    ("50000000", &["Mua 5 ti vi: 50 triệu", "50 triệu (mua 5 ti vi)"]),
    ("unit_price", &["2 triệu đồng/1 bộ", "20.000đ/2 tiết/tuần"]),
    ("unspecified", &["5 ti vi", "Bàn ghế: 60 triệu; máy tính: 100 triệu; tổng: 150 triệu"]),
    ("source_only socialised", &["Không dùng NSNN, vận động phụ huynh"]),
    // Spaces about the marks, money of others, things, and what is not given.
    ("15000000", &["15 . 000 . 000 đ", "15 . 000 . 000", "15 .000 .000đ"]),
    (
        "unspecified",
        &["000đ", ". 000 . 000đ", "1 . 500 . 000đ", "1000 $", "$5000", "$ 5.000", "15 triệu USD", "500 nghìn euro", "5 nghìn đô"],
    ),
    ("unspecified", &["Mua 2 nghìn cuốn vở", "10 nghìn quyển sách", "2 ngàn học sinh", "5 triệu viên gạch", "10 tỷ triệu", "100000 tỷ tỷ"]),
    ("unspecified", &["Không được cấp 10 triệu", "Chưa được hỗ trợ 10 triệu", "Không đủ 10 triệu", "không phải 10 triệu"]),
    ("10000000", &["Không quá 10 triệu", "Không đủ nên cần thêm 10 triệu", "10 triệu (chưa được cấp)", "10 triệu đồng cây xanh"]),
    ("500000", &["500 nghìn mua sách", "500k (20 $)"]),
    ("unit_price", &["15k 1 suất", "35.000đ 1 suất ăn", "200 nghìn 1 em", "30.000đ 1 quyển"]),
    ("2000000", &["2 triệu (1 bộ)", "2 triệu: 1 bộ loa", "2 triệu, 1 đợt"]),
    // What stands about all of it changes nothing.
    (
        "unspecified",
        &[
            "(5 cái x 2.000.000đ = 12.000.000đ)",
            "\"5 cái x 2.000.000đ = 12.000.000đ\"",
            "1. 5 cái x 2.000.000đ = 12.000.000đ",
            "(15 triệu đồng (Mười triệu đồng))",
            "[3.000.000đ (Ba trăm triệu đồng)]",
        ],
    ),
    ("10000000", &["(5 cái x 2.000.000đ = 10.000.000đ)", "1. 5 cái x 2.000.000đ = 10.000.000đ", "(10 triệu)", "\"10 triệu\""]),
    ("15000000 budget socialised", &["(NS 10 triệu), XHH (5 triệu)"]),
    ("source_only budget", &["Vốn đầu tư công trung hạn", "vốn đầu tư trung hạn"]),
    // Sums of years that happen to add up, and what has become of an amount.
    ("unspecified", &["2023: 20tr; 2024: 30tr; 2025: 50tr", "1) 2tr; 2) 3tr; 3) 5tr", "15 triệu + 10% VAT"]),
    ("unspecified", &["Cần 15 triệu, 10 triệu đã có", "10 triệu đã có, cần thêm 5 triệu", "15 triệu; 10 triệu đã chi"]),
    ("15000000 budget socialised", &["NS 10 triệu đã cấp, XHH 5 triệu"]),
    ("15000000", &["Tổng 15 triệu, 10 triệu đã chi", "15 triệu (10 triệu đã có)", "2023: 5tr; 2024: 10tr"]),
    ("10000000", &["10 triệu đã có"]),
    // Tenths, as they are said.
    ("1200000", &["Một triệu hai", "một triệu hai đồng"]),
    ("2300000000", &["Hai tỷ ba"]),
    ("unspecified", &["Hai triệu năm", "hai nghìn ba"]),
    // What only looks like money, or like who pays, without its marks.
    ("unspecified", &["Mua 3 ngăn tủ", "3 ngăn", "2 trạm biến áp", "Tình trạng bị hỏng nặng", "5 đống cát"]),
];

fn told(cost: &Cost) -> String {
    let mut words = vec![match cost.kind {
        CostKind::Amount => cost.amount_vnd.map_or_else(String::new, |amount| amount.to_string()),
        CostKind::Zero => "0 zero".into(),
        CostKind::SourceOnly => "source_only".into(),
        CostKind::UnitPrice => "unit_price".into(),
        CostKind::Unspecified => "unspecified".into(),
        CostKind::None => "none".into(),
    }];
    words.extend(cost.sources.iter().map(|source| {
        String::from(match source {
            CostSource::Budget => "budget",
            CostSource::Socialised => "socialised",
        })
    }));
    words.join(" ")
}

#[test]
fn every_spelling_means_its_amount() {
    let wrong: Vec<String> = CORPUS
        .iter()
        .flat_map(|(meaning, texts)| texts.iter().map(move |text| (meaning, text)))
        .filter_map(|(meaning, text)| {
            let read = told(&parse(text));
            (read != *meaning).then(|| format!("{text:?} is {meaning}, read as {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same words as other keyboards and programs write them.
fn variants(text: &str) -> [String; 6] {
    let labelled = if text.is_empty() { String::new() } else { format!("Kinh phí: {text}") };
    [text.nfd().collect(), text.to_uppercase(), text.replace(' ', "  "), text.replace(' ', "\u{a0}"), format!(" {text} "), labelled]
}

#[test]
fn an_amount_does_not_depend_on_how_it_was_typed() {
    let texts = CORPUS.iter().flat_map(|(_, texts)| *texts);
    let wrong: Vec<String> = texts
        .flat_map(|text| variants(text).map(|variant| (text, variant)))
        .filter(|(text, variant)| told(&parse(text)) != told(&parse(variant)))
        .map(|(text, variant)| format!("{text:?} is {}, {variant:?} is {}", told(&parse(text)), told(&parse(&variant))))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_amount_is_read_back_however_it_is_written() {
    let grouped = |value: i64, mark: &str| {
        let digits = value.to_string();
        let head = digits.len() % 3;
        let groups: Vec<&str> = (0..digits.len().div_ceil(3))
            .map(|at| if head == 0 { &digits[at * 3..at * 3 + 3] } else { &digits[(at * 3 + head).saturating_sub(3)..at * 3 + head] })
            .collect();
        groups.join(mark)
    };
    for thousands in [1_200_i64, 1_500, 2_000, 7_250, 12_500, 35_000, 150_000, 999_000, 1_250_000, 2_000_000, 46_800_000] {
        let value = thousands * 1000;
        let (whole, rest) = (thousands / 1000, thousands % 1000);
        let mut texts = vec![
            format!("{value}đ"),
            format!("{} đồng", grouped(value, ".")),
            format!("{} VNĐ", grouped(value, ",")),
            grouped(value, " "),
            format!("khoảng {}đ", grouped(value, ".")),
            format!("{}đ (NSNN)", grouped(value, ".")),
        ];
        // Nobody counts ten million thousands.
        if thousands < 10_000_000 {
            texts.extend([format!("{}k", grouped(thousands, ".")), format!("{thousands} nghìn đồng")]);
        }
        if rest == 0 {
            texts.extend([format!("{whole} triệu"), format!("{whole}tr"), format!("{whole} trđ"), format!("1-{whole} triệu đồng")]);
        } else {
            texts.push(format!("{whole} triệu {rest} nghìn"));
            texts.push(format!("{whole}tr{rest:03}"));
        }
        if rest % 100 == 0 && rest > 0 {
            texts.extend([
                format!("{whole},{} triệu", rest / 100),
                format!("{whole}.{} triệu đồng", rest / 100),
                format!("{whole}tr{}", rest / 100),
            ]);
        }
        for text in texts {
            assert_eq!(parse(&text).amount_vnd, Some(value), "{text}");
        }
    }
}

fn check(text: &str) {
    for unit_vnd in [1, 1_000_000, i64::MAX] {
        let cost = parse_in(text, unit_vnd);
        assert_eq!(cost.amount_vnd.is_some(), matches!(cost.kind, CostKind::Amount | CostKind::Zero), "{text:?}");
        assert!(cost.amount_vnd.is_none_or(|amount| (0..=1_000_000_000_000_000).contains(&amount)), "{text:?}");
    }
    let _ = unit(text);
}

#[test]
fn no_text_is_too_strange() {
    let words: Vec<&'static str> = "1 5 15 000 1.500 1,5 15.000.000 999999999999999999 triệu tỷ nghìn k tr đ đồng / - + = x ( ) ; , . : ngân sách XHH tổng rưỡi trăm ĐVT đơn vị tính kinh phí mỗi \n % năm 2024".split(' ').collect();
    let mixes = prop::collection::vec((prop::sample::select(words), prop::bool::ANY), 0..12).prop_map(|words| {
        words.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() }).collect::<String>()
    });
    let mut runner = TestRunner::new(Config { cases: 6000, failure_persistence: None, ..Config::default() });
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
