//! What both a plan and its report count in, whether the report comes no more than near to it told: `Trồng 50 cây xanh` → `Đã trồng gần 50 cây`.
//!
//! For asking, never for reading.

use super::counts::counts;
use super::shortfall::Short;
use crate::text::clean;

/// Before a number that was not come to.
const NEAR: &[&str] = &["gần", "xấp xỉ", "ngót", "gần được", "gần đủ", "chưa đến", "chưa tới", "chưa được", "không đến", "chưa đầy"];

/// The count of the plan, and the same or less of it in the report, behind a word that says it was not come to.
pub(super) fn comes_near(planned: &str, done: &str) -> Option<Short> {
    let (plan, said) = (counts(planned), counts(done));
    let text = clean(done).to_lowercase();
    plan.iter().find_map(|(unit, wanted)| {
        let ([wanted], [told]) = (&wanted[..], &said.get(unit)?[..]) else { return None };
        let (before, _) = text.split_once(&told.written.to_lowercase())?;
        let near =
            NEAR.iter().find(|near| before.trim_end().strip_suffix(**near).is_some_and(|lead| lead.is_empty() || lead.ends_with(' ')))?;
        let same = wanted.per == told.per && told.count <= wanted.count;
        same.then(|| Short { planned: wanted.written.clone(), done: format!("{near} {}", told.written) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_near_is_not_come_to() {
        for (planned, done) in [
            ("Trồng 50 cây xanh", "Đã trồng gần 50 cây"),
            ("Bổ sung 200 cuốn sách", "Thư viện đã nhập ngót 200 cuốn"),
            ("Dự giờ 100% giáo viên", "Dự giờ xấp xỉ 100% giáo viên"),
        ] {
            assert!(comes_near(planned, done).is_some(), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Trồng 50 cây xanh", "Đã trồng 50 cây gần cổng"),
            ("Trồng 50 cây xanh", "Đã trồng gần 60 cây"),
            ("Trồng 50 cây xanh", "Đã trồng gần cổng 50 cây"),
            ("Trồng cây xanh", "Đã trồng gần 50 cây"),
            ("Trồng 50 cây xanh", "Đã trồng gần 20 cây bàng và gần 30 cây phượng"),
        ] {
            assert!(comes_near(planned, done).is_none(), "{planned}: {done}");
        }
    }
}
