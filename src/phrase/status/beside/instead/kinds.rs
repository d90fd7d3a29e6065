//! Things that one word names in, whether the one is certainly not the other out: a table is no chair, a gate no door.

use std::sync::LazyLock;

use crate::phrase::spelled::{Phrases, Word};

/// Of each kind its things, the names of one thing between commas.
const KINDS: &[&[&str]] = &[
    &["cây, cây xanh", "hoa, cây hoa", "cỏ", "rau, rau xanh"],
    &["bàn", "ghế", "tủ", "kệ, giá", "bảng", "giường", "rèm", "chăn", "gối", "nệm, đệm"],
    &[
        "quạt",
        "đèn, bóng đèn, bóng điện",
        "ti vi, tivi, tv, màn hình",
        "loa, âm thanh, loa đài",
        "micro, mic",
        "camera",
        "điều hòa, điều hoà, máy lạnh",
        "máy chiếu",
        "máy in",
        "máy tính, máy vi tính, laptop, máy tính xách tay",
        "máy photocopy, máy phô tô, máy photo",
        "máy scan",
        "máy lọc nước",
        "máy bơm",
    ],
    &[
        "cổng",
        "cửa, cánh cửa",
        "mái, mái tôn, mái ngói",
        "tường, vách",
        "hàng rào, tường rào, rào",
        "nền, sàn",
        "sân",
        "trần",
        "cầu thang",
        "bếp",
        "giếng",
        "mương, rãnh, cống",
        "bể",
        "lan can",
        "bồn hoa",
    ],
    &["điện, đường điện, dây điện, hệ thống điện", "nước, đường nước, ống nước, hệ thống nước", "mạng, internet, wifi, mạng internet"],
    &["sách", "báo", "vở", "bút"],
];

static KNOWN: LazyLock<Vec<Vec<Phrases>>> =
    LazyLock::new(|| KINDS.iter().map(|things| things.iter().map(|names| Phrases::of(names)).collect()).collect());

/// Whether the words begin with one of the things.
pub(super) fn know(words: &[Word]) -> bool {
    KNOWN.iter().flatten().any(|names| names.begin(words))
}

/// Whether both begin with things of one kind, each with another.
pub(super) fn exclude(one: &[Word], other: &[Word]) -> bool {
    KNOWN.iter().any(|things| {
        let first = |words: &[Word]| {
            let begun = things.iter().enumerate().filter_map(|(at, names)| Some((names.beginning(words).max()?, at)));
            begun.max().map(|(_, at)| at)
        };
        matches!((first(one), first(other)), (Some(one), Some(other)) if one != other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::spelled::words;

    #[test]
    fn a_thing_is_no_other_of_its_kind() {
        for (one, other) in [("cây xanh", "hoa"), ("bàn", "ghế"), ("máy in", "máy scan"), ("tường rào", "tường lớp học"), ("điện", "nước")]
        {
            assert!(exclude(&words(one), &words(other)) && exclude(&words(other), &words(one)), "{one}: {other}");
        }
        for (one, other) in [
            ("bàn", "bàn giáo viên"),
            ("bóng đèn", "đèn led"),
            ("hàng rào", "tường rào"),
            ("máy tính", "máy vi tính"),
            ("cây", "bàn"),
            ("sân chơi", "đồ chơi"),
            ("bán hàng", "ghế"),
        ] {
            assert!(!exclude(&words(one), &words(other)), "{one}: {other}");
        }
    }
}
