//! A clause of a result in, whether it tells a step before the work and not the work out: `Đã gửi tờ trình`, `Đã chọn được nhà thầu`.

use super::agreed::{only_agrees, only_consents};

/// What others are asked by.
const PAPERS: &[&str] = &[
    "to trinh",
    "cong văn",
    "văn ban de nghi",
    "văn ban xin",
    "don xin",
    "don de nghi",
    "ho so xin",
    "ho so de nghi",
    "giay de nghi",
    "phieu de nghi",
];
/// What is done with such a paper.
const HANDED: &[&str] = &["gui", "nop", "lap", "lam", "trinh", "co", "ra", "soan", "viet", "hoan thanh"];
/// Ask others for what the work needs.
const ASKS: &[&str] = &["de nghi", "de xuat", "kien nghi", "xin"];
/// Who is asked.
const OTHERS: &[&str] = &[
    "cap tren",
    "ubnd",
    "uy ban",
    "phong gd",
    "phong giao duc",
    "so gd",
    "pgd",
    "sgd",
    "phong noi vu",
    "phong",
    "lanh dao",
    "dia phuong",
    "xa",
    "phuong",
    "huyen",
    "voi",
];
/// Steps of buying and building.
const STEPS: &[&str] = &[
    "lap du toan",
    "lap du toan sua",
    "lap du toan mua",
    "lap du toan xay",
    "chon nha thau",
    "chon duoc nha thau",
    "chon xong nha thau",
    "lua chon nha thau",
    "lua chon duoc nha thau",
    "chon don vi thi cong",
    "dau thau xong",
    "moi thau",
    "mời thau",
    "dat hang",
    "dat mua",
    "dat coc",
    "chuyen tien dat coc",
    "đăng ký mua",
    "dang ky mua",
    "thiet ke xong",
    "thue don vi thiet ke",
    "thue don vi tu van",
    "thue tu van",
    "tham khao gia",
    "lay bao gia",
    "thong bao tuyen",
    "ký hop dong",
    "ky hop dong",
    "ký hop dong mua",
    "ký hop dong xay",
    "ký hop dong thi cong",
    "ký hop dong sua",
    "ký hop dong voi nha thau",
    "lap ho so thiet ke",
    "trinh ubnd",
    "trinh cap tren",
    "trinh phong",
    "trinh so",
    "trinh phe duyet",
    "trinh duyet",
    "trinh ky",
    "xin kinh phi",
    "xin von",
    "xin phep",
    "xin chu truong",
    "co chu truong",
    "duyet thiet ke",
    "duyet du toan",
    "phe duyet thiet ke",
    "phe duyet du toan",
    "dua vao ke hoach trung han",
    "dua vao ke hoach dau tu cong",
    "dua vao quy hoach",
    "duoc dua vao ke hoach",
    "co trong danh muc",
    "dua vao danh muc",
    "đổ mong",
    "co kinh phi",
    "co nguon kinh phi",
    "co nguon von",
    "co von",
    "co quyet dinh dau tu",
    "co quyet dinh phe duyet",
    "duoc phe duyet chu truong",
    "duoc duyet chu truong",
    "thong nhat chu truong",
    "cap kinh phi",
    "cap von",
    "bo tri kinh phi",
    "bo tri von",
    "bo tri duoc kinh phi",
    "nhan bao gia",
    "co bao gia",
    "co ban vẽ",
    "lien hệ nha cung cap",
    "lien hệ don vi thi cong",
    "lien hệ nha thau",
    "xac dinh vi tri lap",
    "xac dinh vi tri xay",
    "dua vao ke hoach mua",
    "dua vao ke hoach nam hoc",
];
/// What came of it.
const OUTCOMES: &[&str] = &["duyet", "cap", "chap", "dong", "bo", "giao"];

/// Whether the clauses end with a step before the work: what came of it may be told behind it.
pub(super) fn only_steps(clauses: &[String]) -> bool {
    let led = clauses.first().is_some_and(|first| first.starts_with("da "));
    let Some(step) = clauses.iter().rposition(|clause| is_a_step(clause, led)) else { return false };
    // "Đã mua 5 máy, được Hiệu trưởng phê duyệt": what is agreed to behind it is what was done.
    if is_mere_consent(&clauses[step]) && clauses[..step].iter().any(|before| tells_done(before) && !is_a_step(before, led)) {
        return false;
    }
    !clauses[step + 1..].iter().any(|clause| {
        let clause = clause.strip_prefix("va ").unwrap_or(clause);
        clause.starts_with("da ") || clause.starts_with("duoc ") || clause.contains(" da ") || clause.contains(" xong")
    })
}

/// "Đã gửi tờ trình", "Đã đề xuất UBND xã": what was to be asked for is asked for.
pub(super) fn is_asked(clause: &str) -> bool {
    let rest = ["nha truong ", "truong ", "bgh ", "ban giam hieu ", "hieu truong "].iter().find_map(|who| clause.strip_prefix(who));
    let rest = rest.unwrap_or(clause);
    let rest = rest.strip_prefix("da ").unwrap_or(rest);
    asks_others(rest)
}

/// "Được Hiệu trưởng phê duyệt", "Đã ký hợp đồng", and nothing of what for.
pub(super) fn is_mere_consent(clause: &str) -> bool {
    only_consents(clause) || matches!(clause, "da ký hop dong" | "da ky hop dong")
}

/// "Đã mua 5 máy", "Lắp xong 4 camera".
pub(super) fn tells_done(clause: &str) -> bool {
    clause.starts_with("da ") || clause.contains(" da ") || format!("{clause} ").contains(" xong ") || clause.contains("hoan thanh")
}

/// Whether the clause tells no more than that the work was asked for or made ready; `led` by "đã" before it.
fn is_a_step(clause: &str, led: bool) -> bool {
    let rest = ["nha truong ", "truong ", "bgh ", "ban giam hieu ", "hieu truong "].iter().find_map(|who| clause.strip_prefix(who));
    let rest = rest.unwrap_or(clause);
    // "Mới lập dự toán"
    let led_in = ["da ", "moi ", "vua "].iter().find_map(|lead| rest.strip_prefix(lead));
    let (led, rest) = led_in.map_or((led, rest), |rest| (true, rest.strip_prefix("duoc ").unwrap_or(rest)));
    let step = led
        && STEPS.iter().any(|step| match *step {
            // "Lập dự toán thu chi" is a work of its own.
            "lap du toan" | "ký hop dong" | "ky hop dong" => rest == *step || rest.strip_prefix(step) == Some(" xong"),
            // "Cấp kinh phí cho các tổ" gives it.
            "cap kinh phi" | "cap von" | "bo tri kinh phi" | "bo tri von" => {
                rest == *step || rest.strip_prefix(step).is_some_and(|what| for_work(what.trim_start()))
            }
            step => begins(rest, &[step]),
        });
    (asks_others(rest) || step) && !came_out(rest) || only_agrees(clause)
}

fn begins(rest: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| rest == *phrase || rest.strip_prefix(phrase).is_some_and(|behind| behind.starts_with(' ')))
}

/// Behind "đã": "gửi tờ trình", "đề xuất cấp trên".
fn asks_others(rest: &str) -> bool {
    let paper = HANDED.iter().filter_map(|verb| rest.strip_prefix(verb)?.strip_prefix(' ')).any(|what| begins(what, PAPERS));
    paper || ASKS.iter().filter_map(|verb| rest.strip_prefix(verb)?.strip_prefix(' ')).any(|whom| begins(whom, OTHERS))
}

/// "mua máy", "để sửa nhà vệ sinh"
fn for_work(what: &str) -> bool {
    const DEEDS: &[&str] = &["mua", "xay", "sua", "lap dat", "trang bi", "nang cap", "cai tao", "dau tu"];
    let what = what.strip_prefix("để ").or(what.strip_prefix("de ")).unwrap_or(what);
    DEEDS.iter().any(|deed| what.strip_prefix(deed).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// "… và được UBND xã phê duyệt", "… và đã mua"; "xin được cấp đất" is still asked.
fn came_out(rest: &str) -> bool {
    let words: Vec<&str> = rest.split(' ').collect();
    let granted = words
        .iter()
        .position(|word| *word == "duoc")
        .is_some_and(|at| at > 1 && words[at - 1] != "xin" && words[at + 1..].iter().any(|word| OUTCOMES.contains(word)));
    granted || rest.contains(" va da ") || rest.contains(" va mua")
}

#[cfg(test)]
mod tests {
    use super::super::words::heard;
    use super::*;

    #[test]
    fn a_step_is_told_from_the_work() {
        let ends = |text: &str| only_steps(&text.split([',', ';', '.']).map(heard).collect::<Vec<_>>());
        for text in [
            "Đã gửi tờ trình xin cấp đất lên UBND xã",
            "Đã có văn bản đề nghị UBND phường sửa chữa",
            "Đã đề xuất cấp trên bổ sung giáo viên",
            "Đã khảo sát, lập dự toán",
            "Đã chọn được nhà thầu",
            "Đã đặt mua 20 bộ sách",
            "Đã ký hợp đồng mua 5 máy tính",
            "Đã thông báo tuyển giáo viên Tin học",
            "Nhà trường đã làm tờ trình xin được cấp đất",
            "Hiệu trưởng duyệt mua",
            "Đã họp, thống nhất chủ trương sửa chữa",
            "Đã được cấp kinh phí",
            "Đã bố trí kinh phí mua sắm",
            "Đã nhận báo giá",
        ] {
            assert!(ends(text), "{text}");
        }
        for text in [
            "Đã cấp kinh phí cho các tổ",
            "Đã bố trí kinh phí khen thưởng",
            "Đã gửi tờ trình và được UBND xã phê duyệt",
            "Đã gửi tờ trình, đã được cấp 20 triệu",
            "Đã lập dự toán thu chi năm 2024",
            "Đã gửi báo cáo",
            "Đã ký hợp đồng với 2 giáo viên",
            "Đã đề nghị khen thưởng 5 giáo viên",
            "Đã lập hồ sơ theo dõi sức khỏe",
            "Đề xuất giải pháp nâng cao chất lượng",
        ] {
            assert!(!ends(text), "{text}");
        }
    }
}
