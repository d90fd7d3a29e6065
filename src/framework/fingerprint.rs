//! A framework in, a hash of all that figures rest on out: two units count alike only where it is one.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Framework, Scope};

impl Framework {
    /// Of its standards, criteria, levels and rules; names of people's choosing aside, so that another wording of a title is no other framework.
    pub fn fingerprint(&self) -> String {
        let mut facts = format!("{} {}\n", self.id, self.family);
        let mut say = |line: String| {
            facts.push_str(&line);
            facts.push('\n');
        };
        for standard in &self.standards {
            say(format!("standard {}", standard.number));
        }
        for info in &self.criteria {
            say(format!("criterion {} {:?} {}", info.criterion, info.levels, info.mandatory));
        }
        for item in &self.level4 {
            say(format!("item {}", item.item));
        }
        for rule in &self.rules {
            for need in &rule.require {
                let scope = match need.of {
                    Scope::All => "all",
                    Scope::Mandatory => "mandatory",
                    Scope::Others => "others",
                    Scope::Level4 => "level4",
                };
                say(format!("level {} {scope} at {} {:?} {}", rule.level, need.at, need.at_least, need.unassessed_is_unmet));
            }
        }
        say(format!("judged {:?}", self.judged_at_least));
        let mut hash = String::new();
        for byte in Sha256::digest(facts.as_bytes()).iter().take(16) {
            // Writing to a text cannot fail.
            let _ = write!(hash, "{byte:02x}");
        }
        hash
    }
}

#[cfg(test)]
mod tests {
    use crate::framework::Frameworks;

    #[test]
    fn a_framework_that_counts_otherwise_has_another_fingerprint() {
        let frameworks = Frameworks::load(None).expect("the built-in frameworks are sound");
        let mut all: Vec<String> = frameworks.all.iter().map(super::Framework::fingerprint).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), frameworks.all.len());
        let mut other = frameworks.all[0].clone();
        other.title.push_str(" (viết lại)");
        assert_eq!(other.fingerprint(), frameworks.all[0].fingerprint());
        other.criteria[0].levels.remove(&1);
        assert_ne!(other.fingerprint(), frameworks.all[0].fingerprint());
    }
}
