//! Lexicon files in, the usual spellings of each column out. The files add up.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Field;
use crate::template::{Source, Spanned};

/// Every usual spelling of the title of a field.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    titles: BTreeMap<Field, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    usual: Vec<Usual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Usual {
    field: Spanned<Field>,
    titles: Vec<String>,
}

impl Lexicon {
    pub(super) fn read(sources: &[Source]) -> anyhow::Result<Lexicon> {
        let mut lexicon = Lexicon::default();
        for source in sources {
            let file: File = source.parse()?;
            for usual in file.usual {
                let field = *usual.field.get_ref();
                if usual.titles.is_empty() {
                    return Err(source.refusal(usual.field.span(), format!("cột \"{field}\" cần ít nhất một cách ghi tiêu đề")));
                }
                lexicon.titles.entry(field).or_default().extend(usual.titles);
            }
        }
        Ok(lexicon)
    }

    /// What was planned is titled in a report as the work is in a plan.
    pub(super) fn of(&self, field: Field) -> &[String] {
        let own = if field == Field::Planned { Field::Task } else { field };
        self.titles.get(&own).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_add_up_and_an_empty_entry_is_refused() {
        let own = Source::built_in("rieng.toml", "[[usual]]\nfield = \"note\"\ntitles = [\"Ý kiến\"]\n");
        let more = Source::built_in("them.toml", "[[usual]]\nfield = \"note\"\ntitles = [\"Góp ý\"]\n");
        assert_eq!(Lexicon::read(&[own, more]).expect("sound").of(Field::Note), ["Ý kiến", "Góp ý"]);
        let empty = Source::built_in("trong.toml", "[[usual]]\nfield = \"note\"\ntitles = []\n");
        let said = Lexicon::read(&[empty]).expect_err("empty").to_string();
        assert_eq!(said, "trong.toml, dòng 2: cột \"Ghi chú\" cần ít nhất một cách ghi tiêu đề");
    }
}
