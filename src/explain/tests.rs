//! Random readings: counting the rows of every figure again gives the figure.

use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use serde_json::Value;

use super::Book;
use super::data::Data;
use crate::dataset::{Dataset, Question};
use crate::stats::tests::random::readings;
use crate::stats::tests::sample::{frameworks, question};
use crate::stats::{self, UnitName};

/// Every number below some lists, by its pointer. `standard` is a name, not a count.
fn counts(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| *name != "standard") {
                counts(&format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), value, found);
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                counts(&format!("{path}/{place}"), value, found);
            }
        }
        Value::Number(_) => found.push(path.to_owned()),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_rows_named_for_a_figure_count_up_to_it(reading in readings(), expected in any::<bool>()) {
        let question = Question { expected, ..question() };
        let dataset = Dataset::new(&reading, &question);
        let statistics = stats::compute(&dataset, &frameworks(), |_| 2, UnitName::default(), &question).expect("sound tables");
        let statistics = serde_json::to_value(&statistics).expect("figures are JSON");
        let (data, frameworks) = (Data::of_dataset(&dataset).expect("sound tables"), frameworks());
        let book = Book::new(&statistics, &data, &frameworks);
        let mut pointers = Vec::new();
        for list in ["schools", "by_school", "by_criterion", "by_standard", "actions", "overdue", "lagging", "cost"] {
            counts(&format!("/{list}"), &statistics[list], &mut pointers);
        }
        prop_assert!(pointers.len() > 50, "{}", pointers.len());
        for pointer in pointers {
            let explanation = book.figure(&pointer);
            prop_assert!(explanation.is_ok(), "{pointer}: {explanation:?}");
            let explanation = explanation.expect("just seen");
            prop_assert!(explanation.agrees, "{pointer}: {} rows come to {}, not {}", explanation.rows.len(), explanation.recount, explanation.value);
        }
    }
}
