//! What was planned and what is reported of it in, whether a plan that ends with a thing in its place is answered by nothing that tells of one out:
//! `Trang bị phòng bộ môn` → `Chọn được phòng`, `Lắp điều hòa` → `Kéo dây điện ba pha`.
//!
//! For asking, never for reading. What may come before a work has no end; what tells of a thing that is there is told in few words: the plan's own
//! deed or one like it, the thing counted, what it is like, what was paid. So that it is those that are looked for.

mod vocabulary;

use std::sync::{Arc, LazyLock};

use self::vocabulary::{CALLS, GIVES, GRANTED, MAKES, OTHERS, OVER, TELLS, TITLES, WORKERS};
use super::matter::{content, names_any};
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::status::assured::is_only_when;
use crate::text::clean;

struct Vocabulary {
    makes: Phrases,
    others: Phrases,
    tells: Phrases,
    over: Phrases,
    gives: Phrases,
    calls: Phrases,
    workers: Phrases,
    titles: Phrases,
    granted: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    makes: Phrases::of(MAKES),
    others: Phrases::of(OTHERS),
    tells: Phrases::of(TELLS),
    over: Phrases::of(OVER),
    gives: Phrases::of(GIVES),
    calls: Phrases::of(CALLS),
    workers: Phrases::of(WORKERS),
    titles: Phrases::of(TITLES),
    granted: Phrases::of(GRANTED),
});

/// Whether the plan is of a thing that the report names, and tells that it is there: "Giếng sâu 60m, nước trong".
pub fn tells_outcome(planned: &str, done: &str) -> bool {
    let plan = words(planned);
    KNOWN.makes.begin(&plan) && !KNOWN.others.begin(&plan) && names_any(planned, done) && !lacks_outcome(planned, done)
}

/// Whether the plan is of a thing and no clause of the report tells that it is there.
pub fn lacks_outcome(planned: &str, done: &str) -> bool {
    const LONGEST: usize = 120;
    let plan = words(planned);
    // "Xây dựng tập thể" builds nothing, "Xây dựng nhà xe" does.
    let fewest = if plan.get(1).is_some_and(|word| word.plain == "dung") { 3 } else { 1 };
    let makes = KNOWN.makes.beginning(&plan).any(|count| count >= fewest);
    // "Đoàn đánh giá ngoài về làm việc" of a plan to be recognised
    if KNOWN.titles.begin(&plan) && done.len() <= LONGEST {
        return !KNOWN.granted.stand_in(&words(done));
    }
    if done.len() > LONGEST || !makes || KNOWN.others.begin(&plan) {
        return false;
    }
    let things = content(planned);
    let done = clean(done);
    let clauses: Vec<Arc<[Word]>> =
        done.split([',', ';', '.', '\n', '(', ')', ':', '+']).map(words).filter(|clause| !clause.is_empty()).collect();
    // "Loa Sony, 7 triệu": the thing and its price
    let price = |clause: &Arc<[Word]>| clause.len() == 2 && clause[0].begins_number() && is_money(&clause[1]);
    let priced = clauses.len() > 1 && things.contains(&clauses[0][0].plain) && clauses[1..].iter().any(price);
    let told = priced || clauses.iter().any(|clause| tells(&plan, &things, clause));
    !told && clauses.iter().map(|clause| clause.len()).sum::<usize>() > 1
}

fn tells(plan: &[Word], things: &std::collections::BTreeSet<String>, clause: &[Word]) -> bool {
    let of_plan = |word: &Word| things.contains(&word.plain);
    // "Chi 12 triệu", "Hết 8 triệu"
    let paid = matches!(&*clause[0].plain, "chi" | "het" | "tong" | "kinh") && clause.iter().any(Word::begins_number);
    // "Thêm nhà nấm, chú lùn"
    let added = clause[0].plain == "them" && clause[0].is_written("thêm");
    if is_only_when(clause) || clause[0].is(&plan[0]) || paid || added {
        return true;
    }
    // "Tường rào phía Nam xong", "Máy về rồi"; of a plan to lay tiles, that they have come is not all.
    let bought = matches!(&*plan[0].plain, "mua" | "sam" | "trang" | "bo");
    let over = KNOWN.over.stand_in(clause) && (bought || clause.iter().any(|word| matches!(&*word.plain, "xong" | "roi")));
    if over && (clause.iter().any(of_plan) || clause.len() <= 2) {
        return true;
    }
    let given = (0..clause.len()).find(|at| KNOWN.gives.begin(&clause[*at..])).unwrap_or(clause.len());
    let counted = |at: usize| {
        let unit = clause.get(at + 1).filter(|_| clause[at].begins_number());
        unit.is_some_and(|unit| of_plan(unit) || at < given && !is_money(unit) && !is_of_day(clause, at))
    };
    let by_worker = |at: usize| (1..=at.min(2)).any(|back| KNOWN.workers.beginning(&clause[at - back..]).any(|count| count == back));
    let worded = |at: usize| {
        let deed = clause[at].is(&plan[0]) || KNOWN.tells.begin(&clause[at..]);
        deed && !by_worker(at)
    };
    // "Phát động góp sách" calls for it, "Kêu gọi được 30 cuốn" has it.
    let called = KNOWN.calls.begin(clause) && !clause.iter().any(|word| word.plain == "duoc" || word.begins_number());
    (0..clause.len()).any(|at| counted(at) || worded(at) || at > given && !called && of_plan(&clause[at]))
}

/// "15 triệu", "1,2 tỉ"
fn is_money(unit: &Word) -> bool {
    matches!(&*unit.plain, "trieu" | "tr" | "ty" | "dong" | "d" | "nghin" | "ngan" | "k" | "vnd") || unit.begins_number()
}

/// "ngày 5/12"
fn is_of_day(clause: &[Word], at: usize) -> bool {
    at > 0 && (clause[at - 1].begins_number() || matches!(&*clause[at - 1].plain, "ngay" | "thang" | "nam" | "lop" | "khoi" | "so"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_of_a_thing_is_answered_by_what_tells_that_it_is_there() {
        for (planned, done) in [
            ("Trang bị phòng học bộ môn Khoa học tự nhiên", "Chọn được phòng"),
            ("Làm mới sân bóng đá", "San lấp mặt bằng"),
            ("Lát gạch sân trường", "Gạch đã về"),
            ("Lắp điều hòa cho các phòng học", "Kéo xong dây điện ba pha"),
            ("Chống thấm mái các dãy nhà", "Mời đơn vị thi công khảo sát"),
            ("Cải tạo khu vệ sinh", "Kiến trúc sư gửi bản vẽ"),
            ("Mua xe đưa đón học sinh", "Đại lí xe báo giá 1,2 tỉ"),
            ("Xây cổng trường mới", "Gia đình ông Sáu hiến 50 m2 đất"),
            ("Bổ sung tủ thuốc y tế", "Nhân viên y tế kê danh mục thuốc"),
            ("Làm sân khấu ngoài trời", "Phụ huynh ủng hộ 200 viên gạch"),
            ("Trang bị tủ sách lớp học", "Phát động góp sách"),
            ("Đạt chuẩn quốc gia mức độ 2", "Đoàn đánh giá ngoài về làm việc"),
            ("Khoan giếng", "Hợp đồng với đội khoan ký ngày 5/12"),
        ] {
            assert!(lacks_outcome(planned, done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Trang bị thêm 10 máy tính", "Mua 10 máy, lắp đặt và đưa vào sử dụng"),
            ("Sửa chữa nhà vệ sinh", "Đã thay mới bồn cầu, ốp lại gạch"),
            ("Trồng thêm cây xanh", "25 cây bàng, cây phượng"),
            ("Cải tạo sân chơi cho trẻ", "Sân chơi có thêm cầu trượt, xích đu"),
            ("Đóng mới giá kệ thư viện", "Được 6 kệ gỗ"),
            ("Mở rộng nhà để xe", "Nhà xe rộng thêm 40 m2"),
            ("Làm lại biển tên trường", "Biển mới treo từ tháng 9"),
            ("Mua sắm bàn ghế", "Phụ huynh ủng hộ bàn ghế"),
            ("Mua máy in", "Máy về rồi"),
            ("Mua máy in", "Tháng 9/2023"),
            ("Xây tường rào", "Tường rào phía Nam xong"),
            ("Xây dựng kế hoạch", "Họp hội đồng"),
            ("Sửa mái", "Xong"),
            ("Đạt chuẩn quốc gia mức độ 2", "Có quyết định công nhận"),
            ("Xây dựng phòng truyền thống", "Phòng truyền thống mở cửa ngày 20/11"),
            ("Mua loa kéo", "Loa Sony, 7 triệu"),
            ("Cải tạo vườn cổ tích", "Thêm nhà nấm, chú lùn, suối nhỏ"),
            ("Lắp camera", "8 mắt"),
            ("Lắp camera", "Chi 12 triệu, hóa đơn số 5"),
            ("Mua bảo hiểm y tế", "Phụ huynh đồng thuận"),
        ] {
            assert!(!lacks_outcome(planned, done), "{planned}: {done}");
        }
    }
}
