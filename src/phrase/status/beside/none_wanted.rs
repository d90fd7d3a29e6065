//! A plan that wants none of something and what is reported in, whether there were some out: `không để học sinh bỏ học` → `Có 2 học sinh bỏ học`.

use super::shortfall::Short;
use crate::phrase::spelled::{Word, words};
use crate::text::clean;

/// Lead in what there is to be none of.
const LEADS: &[&str] = &["không để xảy ra ", "không để ", "không có ", "không còn ", "không xảy ra "];
/// End its name.
const ENDS: &[&str] = &[" và ", " do ", " vì ", " trong ", " ở ", " tại ", " của ", " trên ", " giữa "];
/// In what is reported: there were none, fewer, or they were dealt with.
const OTHERWISE: &[&str] =
    &["không", "chưa", "giảm", "đã", "trở", "lại", "nguy", "phòng", "hết", "năm", "trước", "so", "tham", "dự", "tập", "tuyên", "cho"];

/// What there was to be none of, and how many there were.
pub(super) fn more_than_none(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 9;
    const KEY: usize = 2;
    let plan = clean(planned).to_lowercase();
    let (lead, rest) = LEADS.iter().find_map(|lead| Some((*lead, plan.split_once(lead)?.1)))?;
    let name = rest.split([',', ';', '.', ':', '\n', '(']).next().unwrap_or_default();
    let name = ENDS.iter().filter_map(|end| name.find(end)).min().map_or(name, |end| &name[..end]).trim();
    let wanted = words(name);
    let key = wanted.get(wanted.len().checked_sub(KEY)?..).filter(|_| wanted.len() <= LONGEST)?;
    let told = clean(done).to_lowercase();
    let clause = told.split([',', ';', '.', '\n']).find(|clause| counts_some(&words(clause), key))?;
    Some(Short { planned: format!("{lead}{name}"), done: clause.trim().to_owned() })
}

/// "có 2 hs bỏ học": a number, and behind it the name.
fn counts_some(clause: &[Word], key: &[Word]) -> bool {
    const FARTHEST: usize = 10;
    let Some(at) = clause.windows(key.len()).position(|named| named.iter().zip(key).all(|(said, meant)| said.is(meant))) else {
        return false;
    };
    let counted = clause[at.saturating_sub(FARTHEST)..at].iter().any(|word| word.plain.parse::<u32>().is_ok_and(|count| count > 0));
    let otherwise = clause.iter().any(|word| OTHERWISE.iter().any(|other| word.is_written(other)) || word.plain == "0");
    counted && !otherwise
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_of_what_there_was_to_be_none_of_are_told() {
        for (planned, done) in [
            ("Duy trì sĩ số, không để HS bỏ học", "Có 2 HS bỏ học theo cha mẹ đi làm ăn xa"),
            ("Không để học sinh bỏ học", "HK1 có 1 em bỏ học"),
            ("Đảm bảo an toàn, không có tai nạn thương tích", "Xảy ra 1 vụ tai nạn thương tích nhẹ"),
            ("Không có giáo viên vi phạm đạo đức nhà giáo", "01 giáo viên vi phạm đạo đức nhà giáo"),
        ] {
            assert!(more_than_none(planned, done).is_some(), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Duy trì sĩ số, không để HS bỏ học", "Không có HS bỏ học"),
            ("Duy trì sĩ số, không để HS bỏ học", "Có 0 HS bỏ học"),
            ("Duy trì sĩ số, không để HS bỏ học", "Đã vận động 2 HS bỏ học trở lại lớp"),
            ("Không để xảy ra tai nạn thương tích", "Tổ chức 2 buổi tuyên truyền phòng chống tai nạn thương tích"),
            ("Không có học sinh bỏ học", "100% HS ra lớp"),
            ("Không có học sinh bỏ học", "Giảm 2 em bỏ học"),
            ("Không để dột", "Sửa 2 phòng dột"),
            ("Tham gia không có", "Có 2"),
        ] {
            assert_eq!(more_than_none(planned, done), None, "{planned}: {done}");
        }
    }
}
