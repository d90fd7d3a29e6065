//! Figures and data in, the files of `report` and of `rollup` out: both write one shape, so that what was rolled up can be rolled up again.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::job::Job;
use crate::chart::Chart;
use crate::dataset::{Dataset, Stamp, stamp};
use crate::framework::Frameworks;
use crate::report;
use crate::returns::Layout;
use crate::seal::Seal;
use crate::stats::{self, Statistics, UnitFigures};
use crate::store;
use crate::table::{Book, Carried};
use crate::write::{self, folder::Staged};

/// The seal of the data sheets, among what a workbook carries.
pub(super) const SEAL: &str = "seal.json";
/// More than this a workbook does not carry: a mail would not take it, and Excel opens it slowly.
const MOST_CARRIED: usize = 32 << 20;

/// The tables as Parquet, by the names of their files.
pub(super) type Tables = Vec<(&'static str, Vec<u8>)>;

pub(super) fn tables(dataset: &Dataset) -> anyhow::Result<Tables> {
    dataset.tables().into_iter().map(|(name, frame)| Ok((name, write::parquet::to_bytes(frame)?))).collect()
}

/// The long tables of a roll-up on their way into Parquet, a row group a band.
pub(super) struct Growing([write::parquet::Growing; 3]);

impl Growing {
    pub fn new() -> anyhow::Result<Growing> {
        let like = Dataset::empty();
        let begun = |table| write::parquet::Growing::new(table);
        Ok(Growing([begun(&like.assessments)?, begun(&like.actions)?, begun(&like.evidence)?]))
    }

    pub fn add(&mut self, band: &Dataset) -> anyhow::Result<()> {
        let rows = [&band.assessments, &band.actions, &band.evidence];
        self.0.iter_mut().zip(rows).try_for_each(|(growing, rows)| growing.add(rows))
    }

    /// All tables: these, and the short ones.
    pub fn finish(self, short: &Dataset) -> anyhow::Result<Tables> {
        let [assessments, actions, evidence] = self.0.map(write::parquet::Growing::finish);
        let whole = |table| write::parquet::to_bytes(table);
        Ok(vec![
            ("schools", whole(&short.schools)?),
            ("submissions", whole(&short.submissions)?),
            ("assessments", assessments?),
            ("actions", actions?),
            ("evidence", evidence?),
            ("findings", whole(&short.findings)?),
        ])
    }
}

/// What each framework that the rows name is taken to say.
pub(super) fn fingerprints(dataset: &Dataset, frameworks: &Frameworks) -> anyhow::Result<BTreeMap<String, String>> {
    let named = dataset.frameworks()?;
    Ok(named.into_iter().filter_map(|id| frameworks.get(&id).map(|framework| (id, framework.fingerprint()))).collect())
}

/// The workbook and the pictures, composed: they hold what they show, so that the rows need not be held while they are drawn.
pub(super) struct Composed {
    book: Book,
    sheet_rows: u32,
    charts: Vec<Chart>,
}

/// Everything of CONTRACT's `report` that needs the rows: the workbook and the pictures composed, all else into the temporary folder.
pub(super) fn compose(
    source: &mut report::Source<'_>,
    returns: (&[Layout], &[UnitFigures]),
    tables: &Tables,
    stamp: &Stamp,
    staged: &mut Staged,
) -> anyhow::Result<Composed> {
    source.provenance = stamp.lines();
    let carries = tables.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() <= MOST_CARRIED;
    if !carries {
        source.provenance.push((
            "Gộp lên cấp trên".to_owned(),
            "Sổ này quá lớn để mang theo dữ liệu: gửi cả thư mục kết quả, hoặc gói .zip của thư mục.".to_owned(),
        ));
    }
    if !source.options.listed {
        source.provenance.push((
            "Dữ liệu từng dòng".to_owned(),
            "Quá nhiều dòng để liệt kê trong sổ: sổ chỉ ghi số liệu; từng dòng ở du-lieu/*.parquet, việc quá hạn ở thong-ke.json."
                .to_owned(),
        ));
    }
    let stamp = write::json::to_bytes(stamp)?;
    let source = &*source;
    let (layouts, units) = returns;
    let beside = || -> anyhow::Result<()> {
        staged.write("bieu-so.xlsx", &write::xlsx::to_bytes(&report::returns(source, layouts, units))?)?;
        staged.write("thong-ke.json", &write::json::to_bytes(source.statistics)?)?;
        let (header, rows) = report::findings_csv(source);
        staged.write("van-de.csv", &write::csv::to_bytes(&header, rows.into_iter())?)?;
        for (name, bytes) in tables {
            staged.write(&format!("du-lieu/{name}.parquet"), bytes)?;
        }
        staged.write(&format!("du-lieu/{}", stamp::FILE_NAME), &stamp)
    };
    // The book takes longest; of what is written beside it one is held at a time.
    let (mut book, written) = rayon::join(|| report::book(source), beside);
    written?;
    if carries {
        let seal = write::json::to_bytes(&Seal::of(&book, &report::DATA_TABLES))?;
        book.carried = vec![carried(stamp::FILE_NAME, &stamp), carried(SEAL, &seal)];
        book.carried.extend(tables.iter().map(|(name, bytes)| carried(&format!("{name}.parquet"), bytes)));
    }
    Ok(Composed { book, sheet_rows: source.options.sheet_rows, charts: report::charts(source) })
}

impl Composed {
    /// The workbook takes longest; the pictures are drawn beside it, and beside one another.
    pub fn draw(self, staged: &mut Staged) -> anyhow::Result<()> {
        let Composed { book, sheet_rows, charts } = self;
        let (workbook, pictures) = rayon::join(|| write::xlsx::with_row_limit(&book, sheet_rows), || pictures(charts));
        staged.write("tong-hop.xlsx", &workbook?)?;
        for (id, svg, png) in pictures? {
            staged.write(&format!("bieu-do/{id}.png"), &png)?;
            staged.write(&format!("bieu-do/{id}.svg"), svg.as_bytes())?;
        }
        Ok(())
    }
}

/// The tables and figures on their way into the store, with the rules that levels follow.
pub(super) fn keep(store: &Path, job: &Job, dataset: &Dataset, statistics: &Statistics, tables: &Tables) -> anyhow::Result<Staged> {
    let mut staged = Staged::begin(&store::claim(store, statistics)?)?;
    for (name, bytes) in tables {
        staged.write(&format!("{name}.parquet"), bytes)?;
    }
    for (name, table) in stats::rulebook(dataset, &job.frameworks, |framework| job.target_level(framework))? {
        staged.write(&format!("{name}.parquet"), &write::parquet::to_bytes(&table)?)?;
    }
    staged.write(store::FIGURES, &write::json::to_bytes(statistics)?)?;
    Ok(staged)
}

/// Every chart as SVG and PNG, with its id.
fn pictures(charts: Vec<Chart>) -> anyhow::Result<Vec<(String, String, Vec<u8>)>> {
    let drawn = |chart: Chart| {
        let svg = write::picture::svg(&chart)?;
        let png = write::picture::png(&svg)?;
        Ok((chart.id, svg, png))
    };
    charts.into_par_iter().map(drawn).collect()
}

fn carried(name: &str, bytes: &[u8]) -> Carried {
    Carried { name: name.to_owned(), bytes: bytes.to_vec() }
}
