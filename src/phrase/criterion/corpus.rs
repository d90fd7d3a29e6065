//! Each text names what stands before it. A new spelling from a real form is one more string here.

use proptest::prelude::{Strategy, prop};
use proptest::test_runner::{Config, TestRunner};

use super::{CriterionPhrase, all, band, evidence_code, heading, parse};
use crate::model::LevelBand;

fn told(phrase: &CriterionPhrase) -> String {
    let mut words = Vec::new();
    match phrase.criterion {
        Some(criterion) => words.push(criterion.to_string()),
        None => words.extend(phrase.standard.map(|standard| format!("tiêu chuẩn {standard}"))),
    }
    words.extend(phrase.level4_item.map(|item| format!("M4.{item}")));
    words.extend(phrase.indicator.map(|letter| letter.to_string()));
    words.join(" ")
}

#[test]
fn every_spelling_names_its_criterion() {
    const CORPUS: &[(&str, &[&str])] = &[
        (
            "1.10",
            &[
                "Tiêu chí 1.10",
                "TC 1.10",
                "TC số 1.10",
                "TC1.10",
                "1.10",
                "1,10",
                "Tiêu chí 1,10",
                "T.chí 1.10",
                "T/c 1.10",
                "tiêu chí 1.10: Bảo đảm trật tự",
                "- Tiêu chí 1.10:",
                "<i>Tiêu chí</i> 1.10",
                "Tiêu chí: 1.10",
                "TIÊU CHÍ 1.10.",
                "Tiêu chí 1. 10",
                "Tiêu chí 1. 10.",
                "(Tiêu chí 1 .10)",
                "Tieeu  chis 1.10",
                "1.10. Bảo đảm trật tự",
                "1.10 Bảo đảm trật tự, an ninh",
                "Tiêu chí 10 của tiêu chuẩn 1",
                "tiêu chí 10, tiêu chuẩn 1",
                "tiêu chí 10, chuẩn 1",
                "Tiêu chuẩn 1, tiêu chí 10",
                "Tieu chi 1.10",
                "[H1-1.10-01]",
                "MC.1.10.01",
                "Tiêu chí 1.10 [H1-1.1-02]",
                "1.10 (MC: H1-1.1-02)",
                "Tiêu chuẩn 1\nTiêu chí 10\n[H1-1.2-02]; [H1-1.3-05]",
                "1.10. Bảo đảm trật tự [H2-1.4-05]",
                "Khắc phục điểm yếu của tiêu chí 1.10 trong năm học",
                "Tiêu chí 01.10",
                "Tiêu chí\n1.10",
                "Tiêu chí\n1.\n10",
                "Tiêu chí 10/Tiêu chuẩn 1",
                "(1.10)",
                "Tiêu chí số 1.10",
                "tiêu chí 1.10 của tiêu chuẩn 1",
                "Tiªu chÝ 1.10",
                "Tiêu chí 10 chuẩn 01",
                "Tiêu chuẩn I, tiêu chí 10",
                "Tiêu chí 1.1O",
                "TC-1.10",
                "Tiêu chí - 1.10",
                "Tiêu trí 1.10",
                "Tiêuchí 1.10",
                "TChuẩn 1, TChí 10",
                "1.10 Năm học 2023-2024 nhà trường có kế hoạch",
                "Tiêu chuẩn thứ 1, tiêu chí 10",
                "chỉ báo a, b tiêu chí 1.10",
                "Tiêu chí 1.10 (a, b)",
                "Tiêu chí I.10",
                "Tiêu chí 1·10",
                "Tiêu chí 1_10",
                "Tiêu chuẩn: 1, tiêu chí 10",
                "Tiêu\nchí 1.10",
                "TIÊU CHÍ\n1.10",
                "Tiêu chí 10 của tiêu chuẩn\n1",
                "Tiêu chí (1.10)",
                "Tiêu chí \"1.10\"",
                "Tiêu chí 1..10",
                "Tieeu chis 1.10",
                "1. 1.10",
                "I. 1.10",
                "a. 1.10",
                "T.chí 10 T.chuẩn 1",
                "Tiêu chuẩn 1: 1.10",
                "Tiêu chí liên quan: 1.10",
                "Tiêu chuẩn 1\nTiêu chí 1.10",
                "Tiêu chuẩn 1.10",
                "Tiêu chuẩn 1.10: Bảo đảm trật tự",
                "Tiêu chuẩn 1 (1.10)",
                "TC1-1.10",
                "Tiêu chí l.10",
                "Tiêu chí 1.l0",
                "TC l.l0",
                "Tiêu chí 1.,10",
                "Tiêu chí 1․10",
                "Mức 2: 1.10",
                "Tiêu chsi 1.10",
                "Tiêu hcí 1.10",
                "Tieue chí 1.10",
                "Ttiêu chí 1.10",
                "Tiêu chí 10 tiêu chẩn 1",
                "Tiêu chuâẩn 1, tiêu chíi 10",
            ],
        ),
        (
            "2.3 b",
            &[
                "chỉ báo b, tiêu chí 2.3",
                "Tiêu chí 2.3b",
                "Tiêu chí 2.3.b",
                "Tiêu chí 2.3 (b)",
                "chỉ số b tiêu chí 3 tiêu chuẩn 2",
                "2.3b",
                "Tiêu chí 2.3 b.",
                "\"Tiêu chí 2.3 - b\"",
                "Tiêu chí 2.3 b",
                "Tiêu chí 2.3, chỉ báo b",
                "2.3 b)",
                "Chỉ báo 2.3b",
                "Chỉ số 2.3.b",
                "CB b, TC 2.3",
                "Chỉ\nbáo b, tiêu chí 2.3",
                "Tiêu chí 2.3, khoản b",
                "Chỉ báo: b; tiêu chí: 2.3",
            ],
        ),
        (
            "tiêu chuẩn 3",
            &[
                "TIÊU CHUẨN 3",
                "Tiêu chuẩn 3: Cơ sở vật chất",
                "3 Tiêu chuẩn 3",
                "4 Tiêu chuẩn 3",
                "Tiêu chuẩn III",
                "Tiêu chuẩn 03",
                "TIÊU CHUẨN\n3",
                "T.chuẩn 3",
                "T/chuẩn 3",
                "Tiêu chẩn 3",
                "TIÊU CHUẨNN 3",
                "Tiêu chuaẩn 3: Cơ sở vật chất",
                "Tiêu\nchuẩn 3: Cơ sở",
            ],
        ),
        ("M4.3", &["Khoản 3 Điều 22", "Khoản 3, Điều 22", "Điều 22, khoản 3", "Mức 4: Khoản 3", "Mức 4 - tiêu chí 3", "M4.3", "M4.3: Đạt"]),
        (
            "",
            &[
                "",
                "Không",
                "Khoản 3",
                "Khoản 1 Điều 7",
                "1.9 giáo viên trên lớp",
                "2.4 GHz",
                "1.5 giáo viên/lớp",
                "1,5 GV/lớp",
                "7.30 - 10.30",
                "Chỉ số 2.3",
                "Chỉ số 2.3 kg",
                "Tiêu chí I",
                "Tiêu chí 1-10",
                "Tiêu chí 1/10",
                "Tiêu chí 8",
                "Tiêu chí",
                "Nhà trường",
                "1",
                "1.10.2023",
                "15/10/2023",
                "12.500",
                "2.5 triệu",
                "10.5",
                "1.1%",
                "95,5% học sinh",
                "Mức 1",
                "Đạt chuẩn quốc gia",
                "Mua 10 máy tính",
                "0.5",
                "Tiêu chuẩn, tiêu chí",
                "Chuẩn 1",
                "Theo Khoản 3 của Thông tư",
                "1.99",
                "TC",
                "1.500.000",
                "H1",
                "Tiêu chí 1.0",
                "09.10",
                "01.06",
                "3,5 - 4,5 điểm",
                "1.5 - 2.5 triệu đồng",
                "6.5 đến 8.0 điểm",
                "1.5 tấn",
                "TC 3 (TC 1)",
                "Điều 1.2",
                "II.3",
                "0236.3812345",
                "1.5 - 2.5%",
                "Tiêu chuẩn 3, tiêu chí 2.2",
                "Tiêu chuẩn 3 - 1.1",
                "M4.3 m",
                "TC2-1.1",
                "1.5/10",
                "Tiêu chí 5.4 thuộc Tiêu chuẩn 4",
                "Chi tiêu cho 1.2 lớp",
                "Tiêu chuẩn 1,2",
                "Tiêu chí 1,2,3",
                "Tiêu chuẩn 1,2,3",
                "Chỉ tiêu 2.3",
                "Tiêu chưa 3",
                "Tiêu chuẩn 1 và 2",
                "Tiêu chuẩn 1-5",
                "Tiêu chuẩn 1, tiêu chuẩn 2",
            ],
        ),
    ];
    for (meaning, texts) in CORPUS {
        for text in *texts {
            assert_eq!(&told(&parse(text, None, None)), meaning, "{text}");
        }
    }
}

#[test]
fn a_number_alone_belongs_to_the_standard_or_the_band_above() {
    assert_eq!(told(&parse("Tiêu chí 8", Some(1), Some(LevelBand::OneToThree))), "1.8");
    assert_eq!(told(&parse("TC 8", Some(2), None)), "2.8");
    assert_eq!(all("Tiêu chí 1,2,4", Some(2), None).iter().map(told).collect::<Vec<_>>().join(" "), "2.1 2.2 2.4");
    assert_eq!(told(&parse("Tiêu chí 3b", Some(2), None)), "2.3 b");
    for text in ["Tiêu chí thứ ba", "Tiêu chí III", "TIÊU CHÍ III", "Tiêu chí thứ 3", "Tiêu chí thứ ba của tiêu chuẩn thứ hai"]
    {
        assert_eq!(told(&parse(text, Some(2), None)), "2.3", "{text}");
    }
    assert_eq!(told(&parse("Tiêu chí thứ nhất của tiêu chuẩn 1", None, None)), "1.1");
    for text in ["Tiêu chuẩn thứ nhất", "Tiêu chuẩn một", "Tiêuchuẩn 1", "TIÊUCHUẨN 1: Tổ chức"] {
        assert_eq!(told(&parse(text, None, None)), "tiêu chuẩn 1", "{text}");
    }
    assert_eq!(told(&parse("Tiêu chí mười của tiêu chuẩn một", None, None)), "1.10");
    for text in [
        "Các tiêu chuẩn sau:",
        "tiêu chuẩn sau",
        "tiêu chuẩn một số trường",
        "Tiêu chuẩn năm học",
        "các tiêu chuẩn hai",
        "tiêu chí ba công khai",
    ] {
        assert_eq!(told(&parse(text, None, None)), "", "{text}");
    }
    assert_eq!(told(&parse("Khoản thứ hai", None, Some(LevelBand::Four))), "M4.2");
    for text in ["Tiêu chí x", "Tiêu chí thu nhập", "Tiêu chí thứ yếu", "Tiêu chí i", "tiêu chí ưu tiên thứ nhất"] {
        assert_eq!(told(&parse(text, Some(2), None)), "", "{text}");
    }
    assert_eq!(told(&parse("Khoản 3, Điều 37", Some(2), None)), "");
    assert_eq!(told(&parse("Tiêu chí 8 của tiêu chuẩn 3", Some(1), None)), "3.8");
    assert_eq!(told(&parse("Tiêu chí 1.2", Some(3), None)), "1.2");
    assert_eq!(told(&parse("Tiêu chí 1", Some(5), Some(LevelBand::Four))), "M4.1");
    assert_eq!(told(&parse("Đánh giá Khoản 01", None, Some(LevelBand::Four))), "M4.1");
    assert_eq!(told(&parse("Tiêu chí 1.2", None, Some(LevelBand::Four))), "1.2");
    assert_eq!(told(&parse("8", Some(1), None)), "");
    assert_eq!(told(&parse("TC 3 (TC 1)", Some(1), None)), "1.3");
    assert_eq!(told(&parse("TC 3 (TC 1)", Some(2), None)), "");
    assert_eq!(told(&parse("TC 3 (tiêu chuẩn 1)", Some(2), None)), "1.3");
    assert_eq!(told(&parse("TC1 - TC3", Some(2), None)), "2.1");
    assert_eq!(told(&parse("Tiêu chí 3 (a)", Some(2), None)), "2.3 a");
    assert_eq!(told(&parse("Tiêu chí 3.a", Some(2), None)), "2.3 a");
    // "Mục 4" is no "Mức 4".
    assert_eq!(told(&parse("Tiêu chí 3, mục 4", Some(2), None)), "2.3");
    assert_eq!(told(&parse("Tiêu chí 3, Mức 4", Some(2), None)), "M4.3");
    assert_eq!(all("Tiêu chí 1.5, 30 em", Some(1), None).iter().map(told).collect::<Vec<_>>().join(" "), "1.5");
    assert_eq!(all("Tiêu chí 2.1, 3", Some(1), None).iter().map(told).collect::<Vec<_>>().join(" "), "2.1 2.3");
    assert_eq!(told(&parse("Khoản thứ 3", None, Some(LevelBand::Four))), "M4.3");
}

#[test]
fn several_criteria_in_one_cell_are_all_named() {
    for (text, meanings) in [
        ("Tiêu chí 1.1, 1.2 và 1.5", "1.1 1.2 1.5"),
        ("TC 2.1; 2.2", "2.1 2.2"),
        ("Tiêu chí 1.1; Tiêu chí 1.3", "1.1 1.3"),
        ("Tiêu chí 1.1 và tiêu chí 2.3", "1.1 2.3"),
        ("Tiêu chí 1.1 - 1.4", "1.1 1.2 1.3 1.4"),
        ("Tiêu chí 1.1 đến 1.3", "1.1 1.2 1.3"),
        ("Tiêu chí 1, 2, 5 của tiêu chuẩn 2", "2.1 2.2 2.5"),
        ("1.1, 1.2", "1.1 1.2"),
        ("1.1\n1.2\n2.1", "1.1 1.2 2.1"),
        ("Các tiêu chí 1.1,1.2", "1.1 1.2"),
        ("Tiêu chí 1.5: sĩ số 2,5 em", "1.5"),
        ("Tiêu chí 1.5, 30 em", "1.5"),
        ("Tiêu chí 1.1, 1.1", "1.1"),
        ("Tiêu chí 3.1/3.2", "3.1 3.2"),
        ("Tiêu chí thứ 3 của tiêu chuẩn 2", "2.3"),
        ("Không", ""),
        ("1.1 1.2", "1.1 1.2"),
        ("(1.1) (1.2)", "1.1 1.2"),
        ("[1.1] [2.2]", "1.1 2.2"),
        ("Tiêu chí 1.1 1.2", "1.1 1.2"),
        ("Tiêu chí 1.1 1.2 1.5", "1.1 1.2 1.5"),
        ("Tiêu chí 1.1, 2, 3", "1.1 1.2 1.3"),
        ("Tiêu chí 1.1, 2 và 5", "1.1 1.2 1.5"),
        ("1.1; 3; 5", "1.1 1.3 1.5"),
        ("1.1,3,5", "1.1 1.3 1.5"),
        ("1.1,1.2", "1.1 1.2"),
        ("Tiêu chí 1,2,3 của tiêu chuẩn 2", "2.1 2.2 2.3"),
        ("Tiêu chí 1,1; 1,2", "1.1 1.2"),
        ("Tiêu chuẩn 1,10: Bảo đảm", "1.10"),
        ("1.1/1.2", "1.1 1.2"),
        ("Tiêu chí 1.1 Mức 3; 1.2 Mức 2", "1.1 1.2"),
        ("Tiêu chí 1.1 (Mức 3), tiêu chí 2.2 (Mức 1, 2)", "1.1 2.2"),
        ("1.1 (Mức 2, 3)", "1.1"),
        ("Mức 2: 2.1, 2.2", "2.1 2.2"),
        ("Tiêu chuẩn 2.1, 2.2", "2.1 2.2"),
        // What counts something is no criterion.
        ("Tiêu chí 1.1, 2 lớp", "1.1"),
        ("Tiêu chí 1.5 2.5 m2", "1.5"),
        ("Tiêu chí 1.5, 3 máy tính", "1.5"),
        ("1.1, 3 lớp", "1.1"),
        ("Tiêu chí 3.2, 2 phòng học", "3.2"),
        ("1.5 2.5%", ""),
        ("Tiêu chí 1.5, 2", "1.5"),
        ("Tiêu chí 1.1 (2023)", "1.1"),
    ] {
        assert_eq!(all(text, None, None).iter().map(told).collect::<Vec<_>>().join(" "), meanings, "{text}");
    }
    assert_eq!(all("Khoản 1, 2", None, Some(LevelBand::Four)).iter().map(told).collect::<Vec<_>>().join(" "), "M4.1 M4.2");
}

#[test]
fn a_code_of_evidence_names_its_criterion() {
    for (text, code, criterion) in [
        ("[H1-1.10-01]", "H1-1.10-01", "1.10"),
        ("MC.1.4.01", "MC.1.4.01", "1.4"),
        ("(MC.1.1.01)", "MC.1.1.01", "1.1"),
        ("MC: 1.1.01", "MC1.1.01", "1.1"),
        ("Quyết định thành lập [H5-5.2-03]", "H5-5.2-03", "5.2"),
        ("[H1 - 1.1 - 01]; [H1-1.1-02]", "H1-1.1-01", "1.1"),
        ("[H1–1.1–01]", "H1-1.1-01", "1.1"),
        ("[H2.1.01.05]", "H2.1.01.05", "1.1"),
    ] {
        let read = evidence_code(text).map(|(code, phrase)| (code, told(&phrase)));
        assert_eq!(read, Some((code.to_owned(), criterion.to_owned())), "{text}");
    }
    for text in ["", "H1", "[H1-1.10]", "MC", "TH1-1.1-01", "Hồ sơ 1.1", "H1-10.1-01"] {
        assert_eq!(evidence_code(text), None, "{text}");
    }
}

#[test]
fn no_text_is_too_strange() {
    let words: Vec<&'static str> =
        "tiêu chí chuẩn TC T. khoản mức điều H1 MC 1 2 10 1.1 1,10 99 300 , ; và đến - . : ( ) [ ] a b chỉ báo II \n".split(' ').collect();
    let mixes = prop::collection::vec((prop::sample::select(words), prop::bool::ANY), 0..12).prop_map(|words| {
        words.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() }).collect::<String>()
    });
    let check = |text: &str| {
        for level in [None, Some(LevelBand::OneToThree), Some(LevelBand::Four)] {
            let _ = (parse(text, Some(1), level), all(text, None, level));
        }
        let _ = (evidence_code(text), heading(text), band(text));
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
