//! A sum in, one of the ways schools write it out, with the amount and the source it means.

use std::collections::BTreeSet;

use ctcl::model::{Cost, CostKind, CostSource};

use crate::rng::Rng;

/// Planned money, in words and in truth. Some schools type a bare number.
#[derive(Debug, Clone)]
pub struct Money {
    pub text: String,
    pub number: Option<f64>,
    pub cost: Cost,
}

fn money(text: impl Into<String>, kind: CostKind, amount_vnd: Option<i64>, sources: &[CostSource]) -> Money {
    Money {
        text: text.into(),
        number: None,
        cost: Cost { kind, amount_vnd, sources: sources.iter().copied().collect::<BTreeSet<_>>(), parts: Vec::new() },
    }
}

impl Money {
    pub fn none() -> Self {
        money("", CostKind::None, None, &[])
    }

    /// What a piece of work costs; `None` for work without a price.
    pub fn of(rng: &mut Rng, millions: Option<i64>) -> Self {
        use CostSource::{Budget, Socialised};
        let Some(millions) = millions else {
            return match rng.below(6) {
                0 => money("Không", CostKind::None, None, &[]),
                1 => money("-", CostKind::None, None, &[]),
                2 => money("0đ", CostKind::Zero, Some(0), &[]),
                3 => money("Theo thực tế", CostKind::Unspecified, None, &[]),
                _ => Money::none(),
            };
        };
        let amount = millions * 1_000_000;
        match rng.below(17) {
            0 => money(format!("{}đ", grouped(amount, '.')), CostKind::Amount, Some(amount), &[]),
            1 => money(format!("{} đồng", grouped(amount, '.')), CostKind::Amount, Some(amount), &[]),
            2 => money(format!("{} VNĐ", grouped(amount, ',')), CostKind::Amount, Some(amount), &[]),
            3 => money(format!("{millions} triệu"), CostKind::Amount, Some(amount), &[]),
            4 => money(format!("{millions}tr"), CostKind::Amount, Some(amount), &[]),
            5 => money(grouped(amount, ' '), CostKind::Amount, Some(amount), &[]),
            6 => money(format!("{}đ (Ngân sách)", grouped(amount, '.')), CostKind::Amount, Some(amount), &[Budget]),
            7 => money(format!("{millions} triệu từ xã hội hóa"), CostKind::Amount, Some(amount), &[Socialised]),
            8 => money(
                format!("{millions} triệu đồng từ ngân sách và nguồn xã hội hóa"),
                CostKind::Amount,
                Some(amount),
                &[Budget, Socialised],
            ),
            9 => money(format!("khoảng {millions} triệu"), CostKind::Amount, Some(amount), &[]),
            10 => {
                let upper = millions + 2;
                money(format!("{millions}-{upper} triệu"), CostKind::Amount, Some(upper * 1_000_000), &[])
            }
            11 => money("Ngân sách", CostKind::SourceOnly, None, &[Budget]),
            12 => money("Kinh phí chi thường xuyên", CostKind::SourceOnly, None, &[Budget]),
            13 => money("Xã hội hóa", CostKind::SourceOnly, None, &[Socialised]),
            14 => money("300k/tháng", CostKind::UnitPrice, None, &[]),
            _ => Money { number: Some(amount as f64), ..money(grouped(amount, '.'), CostKind::Amount, Some(amount), &[]) },
        }
    }

    /// Under "ĐVT: triệu đồng" a bare number counts millions.
    pub fn in_millions(millions: Option<i64>) -> Self {
        millions.map_or_else(Money::none, |millions| Money {
            number: Some(millions as f64),
            ..money(millions.to_string(), CostKind::Amount, Some(millions * 1_000_000), &[])
        })
    }

    /// A formula that was saved without its value: nobody can say what it came to.
    pub fn lost() -> Self {
        money(LOST_PRICE, CostKind::None, None, &[])
    }
}

/// Stands for a price until the formula without a value takes its place.
pub const LOST_PRICE: &str = "=";

/// `15000000` as `15.000.000`.
fn grouped(amount: i64, separator: char) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
