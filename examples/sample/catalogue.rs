//! The crate's own frameworks in, what the generator needs of one out: standards, criteria, levels, Mức 4 list.

use anyhow::{Context, Result};
use ctcl::framework::{Framework, Frameworks};
use ctcl::model::{Criterion, SchoolKind, SchoolYear};

/// One set of criteria.
#[derive(Debug, Clone)]
pub struct Catalogue {
    pub id: String,
    pub standards: Vec<(u8, String)>,
    pub criteria: Vec<Entry>,
    /// Items of the Mức 4 list.
    pub level4: Vec<(u8, String)>,
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub criterion: Criterion,
    pub title: String,
    pub highest: u8,
    pub mandatory: bool,
}

/// The sets this generator writes for.
pub struct Catalogues(Vec<Catalogue>);

impl Catalogues {
    pub fn load() -> Result<Self> {
        let frameworks = Frameworks::load(None)?;
        let ids = ["tt19-2018", "tt17-2018", "tt18-2018", "tt57-2026-mam-non", "tt57-2026-pho-thong"];
        let all = ids.iter().map(|id| frameworks.get(id).map(of).with_context(|| format!("no framework {id}"))).collect::<Result<_>>()?;
        Ok(Catalogues(all))
    }

    pub fn of(&self, kind: SchoolKind, year: SchoolYear) -> &Catalogue {
        let id = match (year.first() >= 2026, kind) {
            (true, SchoolKind::MamNon) => "tt57-2026-mam-non",
            (true, _) => "tt57-2026-pho-thong",
            (false, SchoolKind::MamNon) => "tt19-2018",
            (false, SchoolKind::TieuHoc) => "tt17-2018",
            (false, _) => "tt18-2018",
        };
        self.0.iter().find(|catalogue| catalogue.id == id).expect("load has all five")
    }
}

impl Catalogue {
    pub fn standard_title(&self, number: u8) -> &str {
        self.standards.iter().find(|(standard, _)| *standard == number).map_or("", |(_, title)| title)
    }

    pub fn title(&self, criterion: Criterion) -> &str {
        match criterion {
            Criterion::Numbered { .. } => self.criteria.iter().find(|entry| entry.criterion == criterion).map_or("", |entry| &entry.title),
            Criterion::Level4 { item } => self.level4.iter().find(|(number, _)| *number == item).map_or("", |(_, title)| title),
        }
    }

    pub fn is_of_2026(&self) -> bool {
        self.level4.is_empty()
    }
}

fn of(framework: &Framework) -> Catalogue {
    Catalogue {
        id: framework.id.clone(),
        standards: framework.standards.iter().map(|standard| (standard.number, standard.title.clone())).collect(),
        criteria: framework
            .criteria
            .iter()
            .map(|info| Entry {
                criterion: info.criterion,
                title: info.title.clone(),
                highest: info.levels.last().copied().unwrap_or(1),
                mandatory: info.mandatory,
            })
            .collect(),
        level4: framework.level4.iter().map(|item| (item.item, item.title.clone())).collect(),
    }
}
