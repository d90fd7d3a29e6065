//! Wordings of works in; the works they list, and whether two say the same, out.

use rapidfuzz::distance::osa;

use crate::text;

/// Whether the one says nothing that the other does not, slips of the pen aside: "Mua sắm máy tính" is not "Sửa chữa máy tính".
pub(crate) fn is_within(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut left: Vec<&str> = longer.split(' ').collect();
    let mut take = |fits: &dyn Fn(&str) -> bool| left.iter().position(|word| fits(word)).map(|at| left.swap_remove(at)).is_some();
    let strange: Vec<&str> = shorter.split(' ').filter(|word| !take(&|other| other == *word)).collect();
    strange.iter().all(|word| take(&|other| word.len() >= 3 && osa::distance(word.chars(), other.chars()) <= 1))
}

/// What schools shorten in one form and write out in the other. Folded.
const SHORT: &[(&str, &str)] = &[
    ("hs", "hoc sinh"),
    ("gv", "giao vien"),
    ("gvcn", "giao vien chu nhiem"),
    ("nv", "nhan vien"),
    ("cb", "can bo"),
    ("cbql", "can bo quan ly"),
    ("cbgv", "can bo giao vien"),
    ("cbgvnv", "can bo giao vien nhan vien"),
    ("cmhs", "cha me hoc sinh"),
    ("phhs", "phu huynh hoc sinh"),
    ("bgh", "ban giam hieu"),
    ("csvc", "co so vat chat"),
    ("tbdh", "thiet bi day hoc"),
    ("cntt", "cong nghe thong tin"),
    ("ubnd", "uy ban nhan dan"),
    ("sgk", "sach giao khoa"),
    ("gdpt", "giao duc pho thong"),
    ("ctgdpt", "chuong trinh giao duc pho thong"),
    ("kh", "ke hoach"),
    ("gd", "giao duc"),
    ("gvdg", "giao vien day gioi"),
    ("hskt", "hoc sinh khuyet tat"),
    ("kns", "ky nang song"),
    ("ncbh", "nghien cuu bai hoc"),
    ("shcm", "sinh hoat chuyen mon"),
    ("ttdt", "thong tin dien tu"),
    ("ph", "phu huynh"),
    ("pht", "pho hieu truong"),
    ("ql", "quan ly"),
    ("xd", "xay dung"),
    ("vs", "ve sinh"),
    ("clb", "cau lac bo"),
    ("khgd", "ke hoach giao duc"),
    ("dddh", "do dung day hoc"),
    ("antt", "an ninh trat tu"),
    ("bdhsg", "boi duong hoc sinh gioi"),
    ("tcllct", "trung cap ly luan chinh tri"),
    ("khtn", "khoa hoc tu nhien"),
    ("khxh", "khoa hoc xa hoi"),
    ("hdt", "hoi dong truong"),
    ("bdd", "ban dai dien"),
    ("hki", "hoc ky i"),
    ("hkii", "hoc ky ii"),
    ("bd", "boi duong"),
    ("hsg", "hoc sinh gioi"),
    ("hsyk", "hoc sinh yeu kem"),
    ("pccc", "phong chay chua chay"),
    ("xhh", "xa hoi hoa"),
];

/// A wording as it is compared: folded, written out.
pub(crate) fn written_out(text: &str) -> String {
    let folded = text::fold(text);
    let long = |word: &str| SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| *long);
    if !folded.split(' ').any(|word| long(word).is_some()) {
        return folded;
    }
    folded.split(' ').map(|word| long(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
}

/// The works a cell lists, folded: its lines, or its parts between semicolons. Fewer than two are no list.
pub(super) fn items(text: &str) -> Vec<String> {
    const FEWEST_LETTERS: usize = 8;
    let items: Vec<String> =
        text.split(['\n', ';']).map(|item| written_out(without_number(item))).filter(|item| item.len() >= FEWEST_LETTERS).collect();
    if items.len() < 2 { Vec::new() } else { items }
}

/// `1. Mua sách`, `a) Mua sách` → `Mua sách`. A number of the work itself, as in `15 máy tính`, stays.
fn without_number(item: &str) -> &str {
    let item = item.trim();
    let Some((mark, rest)) = item.split_once(['.', ')', '/']) else { return item };
    let is_mark = mark.chars().count() <= 2 && mark.chars().all(char::is_alphanumeric) && rest.starts_with(char::is_whitespace);
    if is_mark { rest } else { item }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_side_says_is_told() {
        let within = |one: &str, other: &str| is_within(&text::fold(one), &text::fold(other));
        assert!(within("Mua sắm máy tính phòng Tin học", "- Mua sắm máy tính phòng tin học năm học này."));
        assert!(within("Bồi dưỡng giáo viên", "Bồi dưởngg giáo viên"));
        assert!(!within("Mua sắm máy tính phòng tin học năm học này", "Sửa chữa máy tính phòng tin học năm học này"));
    }

    #[test]
    fn what_is_shortened_is_what_is_written_out() {
        assert_eq!(written_out("Bổ sung sách cho HS, tập huấn GV."), written_out("bổ sung sách cho học sinh; tập huấn giáo viên"));
        assert_eq!(written_out("Mua sách"), "mua sach");
    }

    #[test]
    fn a_cell_may_list_several_works() {
        assert_eq!(items("1. Mua sách tham khảo\n2) Sửa chữa phòng học"), ["mua sach tham khao", "sua chua phong hoc"]);
        assert_eq!(items("- Mua sách tham khảo; sửa chữa phòng học"), ["mua sach tham khao", "sua chua phong hoc"]);
        assert_eq!(items("15 máy tính mới\n20/11 tổ chức lễ"), ["15 may tinh moi", "20 11 to chuc le"]);
        assert!(items("Mua sách tham khảo").is_empty());
    }
}
