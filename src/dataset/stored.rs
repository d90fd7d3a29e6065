//! `du-lieu/*.parquet` in, the dataset they were written from out.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::{Context, bail};
use polars::prelude::{DataFrame, DataType};
use polars_io::SerReader;
use polars_io::parquet::read::ParquetReader;

use super::Dataset;

/// The tables of an output, in the order of [`Dataset::tables`].
pub const TABLES: [&str; 6] = ["schools", "submissions", "assessments", "actions", "evidence", "findings"];

impl Dataset {
    /// The tables in the folder `du-lieu` of an output.
    ///
    /// # Errors
    /// A table is missing, or is none of ours.
    pub fn load(folder: &Path) -> anyhow::Result<Dataset> {
        Dataset::of_parquet(|name| {
            let path = folder.join(format!("{name}.parquet"));
            fs::read(&path).with_context(|| format!("Không mở được \"{}\"", path.display()))
        })
    }

    /// As [`Dataset::load`], from the bytes that `table` gives for `schools`, `actions` and so on.
    ///
    /// # Errors
    /// As there.
    pub fn of_parquet(table: impl Fn(&str) -> anyhow::Result<Vec<u8>>) -> anyhow::Result<Dataset> {
        let read = |place: usize| -> anyhow::Result<DataFrame> {
            let name = TABLES[place];
            let frame = ParquetReader::new(Cursor::new(table(name)?))
                .finish()
                .with_context(|| format!("Bảng \"{name}.parquet\" bị hỏng hoặc không phải dạng Parquet"))?;
            known(name, &frame)?;
            Ok(frame)
        };
        Ok(Dataset {
            schools: read(0)?,
            submissions: read(1)?,
            assessments: read(2)?,
            actions: read(3)?,
            evidence: read(4)?,
            findings: read(5)?,
        })
    }
}

/// Refuses a table that lacks a column of ours, or holds another kind of value in it.
fn known(name: &str, frame: &DataFrame) -> anyhow::Result<()> {
    for (column, dtype) in expected(name) {
        match frame.column(&column) {
            Err(_) => bail!("Bảng \"{name}.parquet\" thiếu cột {column}: không phải do chương trình này ghi, hoặc do bản cũ hơn ghi"),
            Ok(found) if *found.dtype() != dtype => {
                bail!("Bảng \"{name}.parquet\" có cột {column} kiểu {}, cần kiểu {dtype}", found.dtype())
            }
            Ok(_) => {}
        }
    }
    Ok(())
}

/// The columns of a table: those of one that nothing was read into.
fn expected(name: &str) -> Vec<(String, DataType)> {
    let empty = Dataset::empty();
    let Some((_, table)) = empty.tables().into_iter().find(|(table, _)| *table == name) else { return Vec::new() };
    table.columns().iter().map(|column| (column.name().to_string(), column.dtype().clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_files_are_those_of_tables() {
        assert_eq!(Dataset::empty().tables().map(|(name, _)| name), TABLES);
    }

    #[test]
    fn what_is_no_table_of_ours_is_refused_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let refusal = |error: anyhow::Error| format!("{error:#}");
        assert!(refusal(Dataset::load(folder.path()).expect_err("nothing there")).contains("schools.parquet"));
        fs::write(folder.path().join("schools.parquet"), b"PAR1 not really").expect("written");
        assert!(refusal(Dataset::load(folder.path()).expect_err("no Parquet")).contains("bị hỏng"));
        let error = known("schools", &Dataset::empty().actions).expect_err("other columns");
        assert_eq!(
            error.to_string(),
            "Bảng \"schools.parquet\" thiếu cột name: không phải do chương trình này ghi, hoặc do bản cũ hơn ghi"
        );
    }
}
