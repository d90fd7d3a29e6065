//! What understanding costs over parsing: `cargo bench --bench reading`. A folder of one's own: `CTCL_BENCH=folder`,
//! for example of `cargo run --example sample -- --schools 600 --out folder`.

use std::path::PathBuf;

use calamine::{Reader, Xlsx, open_workbook};
use ctcl::form::Forms;
use ctcl::framework::Frameworks;
use ctcl::read::{self, Context, Isolation};
use ctcl::register::Register;
use ctcl::settings::Settings;
use rayon::prelude::*;

fn main() {
    divan::main();
}

fn folder() -> PathBuf {
    std::env::var_os("CTCL_BENCH")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data/quan-hoa-phuong/bao-cao"), PathBuf::from)
}

/// Every cell of every workbook, by the library alone, with the same threads.
#[divan::bench(sample_count = 10)]
fn calamine_alone() -> usize {
    let files: Vec<PathBuf> =
        std::fs::read_dir(folder()).expect("the folder is there").filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    let cells = |file: &PathBuf| {
        let Ok(mut book) = open_workbook::<Xlsx<_>, _>(file) else { return 0 };
        let names = book.sheet_names();
        names.iter().filter_map(|name| book.worksheet_range(name).ok()).map(|range| range.used_cells().count()).sum()
    };
    files.par_iter().map(cells).sum()
}

/// The same files found, checked, parsed and understood, in this process.
#[divan::bench(sample_count = 10)]
fn read_and_understood() -> usize {
    let settings = Settings::load(None).expect("the defaults are sound");
    let frameworks = Frameworks::load(None).expect("the built-in frameworks are sound");
    let forms = Forms::load(None).expect("the built-in forms are sound");
    let register = Register::default();
    let (sources, _) = read::find(&[folder()], &settings.limits).expect("the folder is there");
    let year = "2023-2024".parse().expect("a school year");
    let context = Context { forms: &forms, frameworks: &frameworks, register: &register, settings: &settings, year, period: None };
    let reading = read::workbooks(&sources, context, &Isolation::InProcess, &|| {});
    reading.actions.len() + reading.assessments.len()
}
