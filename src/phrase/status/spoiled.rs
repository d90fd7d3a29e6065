//! A text of a result in, whether its last word is that what was made came to harm or does not serve out: `Gió lớn làm đổ lều`, `Cá chết do rét`,
//! `Phần mềm lỗi liên tục`. For asking, never for reading: it may have been there, and be there again.

use std::sync::LazyLock;

use crate::phrase::spelled::{Phrases, words};
use crate::text::clean;

const HARMS: &str = "
    làm đổ, làm sập, làm hỏng, làm hư, làm gãy, làm tốc, làm bay, làm trôi, làm ngập, làm vỡ, làm chết, làm cháy, thổi bay, thổi đổ, thổi tốc, cuốn trôi, cuốn mất, quật đổ, quật gãy, đánh sập,
    chết do, chết vì, chết hết, chết gần hết, chết nhiều, chết rét, chết khô, chết cháy, lỗi liên tục, hỏng liên tục, hay hỏng, hay lỗi, hay bị lỗi, hay bị hỏng, thường xuyên lỗi, thường xuyên hỏng, lỗi thường xuyên,
    hỏng thường xuyên, trục trặc liên tục, hay trục trặc, thường trục trặc, bị sâu bệnh, đang bảo trì, đóng cửa bảo trì, phải bảo trì
";
/// It was made good, or kept from.
const MENDED: &str =
    "đã, khắc phục, xong, sửa, thay, dọn, trồng lại, trồng dặm, dựng lại, lợp lại, không, phòng, chống, tránh, xử lý, tháo";

struct Vocabulary {
    harms: Phrases,
    mended: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary { harms: Phrases::of(HARMS), mended: Phrases::of(MENDED) });

/// Whether the last clause that tells of it tells of harm, and nothing that it was mended.
pub(super) fn is_spoiled(text: &str) -> bool {
    let written = clean(text).to_lowercase().replace(" nhưng ", ", ");
    let clauses: Vec<_> = written.split([',', ';', '.', '\n', '(', ')']).map(words).filter(|clause| !clause.is_empty()).collect();
    let Some(at) = clauses.iter().rposition(|clause| KNOWN.harms.stand_in(clause)) else { return false };
    clauses[at..].iter().all(|clause| !KNOWN.mended.stand_in(clause))
}

#[cfg(test)]
mod tests {
    use super::super::{Doubt, doubt, state};
    use super::*;

    #[test]
    fn what_came_to_harm_is_asked_about() {
        for text in [
            "Gió lớn làm đổ lều",
            "Bão làm tốc mái nhà xe",
            "Cá chết do rét",
            "Đã trồng 40 cây, nắng hạn nên cây chết khô",
            "Phần mềm lỗi liên tục",
            "Máy bơm hay hỏng",
            "Lũ cuốn trôi hàng rào",
        ] {
            assert!(is_spoiled(text), "{text}");
            assert_eq!(doubt(text), Some(Doubt::Left), "{text}");
        }
        assert_eq!(state("Gió lớn làm đổ lều"), None);
        for text in [
            "Bão làm đổ 3 cây, nhà trường đã dọn",
            "Đã thay phần mềm hay lỗi",
            "Tập huấn xử lý khi lũ cuốn trôi",
            "Đã khắc phục mái bị bão làm tốc",
            "Phòng chống gà chết do dịch",
            "Trồng dặm cây chết do nắng",
            "Không để cây chết do thiếu nước",
            "Làm đồ dùng dạy học",
        ] {
            assert!(!is_spoiled(text), "{text}");
        }
    }
}
