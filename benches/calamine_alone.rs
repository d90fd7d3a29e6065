//! A folder of workbooks in, how many filled cells they hold out: the library alone, with as many threads as `report` takes. What `ratios.sh` measures against.

use std::path::PathBuf;

use calamine::{Reader, Xlsx, open_workbook};
use rayon::prelude::*;

fn main() {
    let folder = std::env::args_os().nth(1).expect("a folder of .xlsx files is given");
    let threads = std::env::args().nth(2).map_or(0, |threads| threads.parse().expect("a number of threads"));
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().expect("the only pool");
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    println!("{}", files.par_iter().map(cells).sum::<usize>());
}

/// Every cell of every sheet.
fn cells(file: &PathBuf) -> usize {
    let mut book: Xlsx<_> = open_workbook(file).expect("a sound workbook");
    let sheets = book.sheet_names();
    sheets.iter().map(|sheet| book.worksheet_range(sheet).expect("a sound sheet").used_cells().count()).sum()
}
