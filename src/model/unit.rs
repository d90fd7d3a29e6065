//! The unit that compiles: a commune, a district, a province.

use serde::{Deserialize, Serialize};

/// As the unit's own settings name it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitName {
    pub name: String,
    pub level: String,
    pub parent: String,
}

impl UnitName {
    /// The name with the unit above, for two units of one name: `UBND xã Ban Mai (Sở GD&ĐT tỉnh Ngàn Hoa)`.
    pub fn full(&self) -> String {
        if self.parent.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.parent) }
    }
}
