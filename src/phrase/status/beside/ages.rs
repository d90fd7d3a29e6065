//! What a plan and a result name of ages in, those that the result leaves out told: `Huy động trẻ 3-5 tuổi ra lớp` → `Trẻ 5 tuổi ra lớp đủ`.
//!
//! For asking, never for reading.

use super::shortfall::Short;
use crate::phrase::token::{Token, tokens};
use crate::text::clean;

/// The ages of the plan, where the result names some of them and says nothing of the others.
pub(super) fn ages_left_out(planned: &str, done: &str) -> Option<Short> {
    /// What else is said of all: "Mẫu giáo 98%, riêng trẻ 5 tuổi 100%".
    const OF_OTHERS: &[&str] = &["riêng", "trong đó", "các độ tuổi", "mọi độ tuổi", "trong độ tuổi", "mẫu giáo", "toàn trường", "các lớp"];
    let told = clean(done).to_lowercase();
    if !told.contains("tuổi") || OF_OTHERS.iter().any(|words| told.contains(words)) {
        return None;
    }
    let (all, some) = (ages(planned), ages(done));
    let fewer = !some.is_empty() && some.len() < all.len() && some.iter().all(|age| all.contains(age));
    let shown = |ages: &[u64]| format!("{} tuổi", ages.iter().map(u64::to_string).collect::<Vec<_>>().join(", "));
    fewer.then(|| Short { planned: shown(&all), done: shown(&some) })
}

/// "3-5 tuổi", "3, 4 và 5 tuổi", "từ 3 đến 5 tuổi": the ages of children, each once.
fn ages(text: &str) -> Vec<u64> {
    let tokens = tokens(text);
    let mut ages: Vec<u64> = Vec::new();
    for end in (1..tokens.len()).filter(|at| tokens[*at].written == "tuổi") {
        let mut at = end;
        while let Some(age) = at.checked_sub(1).and_then(|at| tokens[at].number()).filter(|age| (1..=18).contains(age)) {
            at -= 1;
            ages.push(age);
            let Some(sign) = at.checked_sub(1).map(|at| &tokens[at]) else { break };
            let first = at.checked_sub(2).and_then(|at| tokens[at].number()).filter(|first| *first < age);
            match first {
                Some(first) if is_range(sign) => ages.extend(first + 1..age),
                Some(_) if sign.is_sign(',') || sign.is_word("va") => {}
                _ => break,
            }
            at -= 1;
        }
    }
    ages.sort_unstable();
    ages.dedup();
    ages
}

fn is_range(sign: &Token) -> bool {
    sign.is_sign('-') || sign.is_sign('–') || sign.is_word("den")
}
