//! `du-lieu/*.parquet` in, the dataset they were written from out: whole, or a table, a column or some rows at a time.

use std::fmt;
use std::fs;
use std::io::Cursor;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use polars::prelude::{DataFrame, DataType};
use polars_io::SerReader;
use polars_io::parquet::read::ParquetReader;

use super::{Dataset, Variable};

/// The tables of an output, in the order of [`Dataset::tables`].
pub const TABLES: [&str; 6] = ["schools", "submissions", "assessments", "actions", "evidence", "findings"];

impl Dataset {
    /// The tables in the folder `du-lieu` of an output.
    ///
    /// # Errors
    /// A table is missing, or is none of ours.
    pub fn load(folder: &Path) -> anyhow::Result<Dataset> {
        let folder = folder.to_owned();
        Dataset::of_parquet(move |name| {
            let path = folder.join(format!("{name}.parquet"));
            fs::read(&path).with_context(|| format!("Không mở được \"{}\"", path.display()))
        })
    }

    /// As [`Dataset::load`], from the bytes that `table` gives for `schools`, `actions` and so on.
    ///
    /// # Errors
    /// As there.
    pub fn of_parquet(table: impl Fn(&str) -> anyhow::Result<Vec<u8>> + Send + Sync + 'static) -> anyhow::Result<Dataset> {
        let stored = Stored::new(table);
        let [schools, submissions, assessments, actions, evidence, findings] = TABLES.map(|name| stored.table(name));
        Ok(Dataset {
            schools: schools?,
            submissions: submissions?,
            assessments: assessments?,
            actions: actions?,
            evidence: evidence?,
            findings: findings?,
        })
    }
}

/// The bytes of a table by its name: `schools`, `actions`.
type Bytes = dyn Fn(&str) -> anyhow::Result<Vec<u8>> + Send + Sync;

/// The tables of an output where they lie: what is asked for is read then, and held by nobody but the one who asked.
#[derive(Clone)]
pub struct Stored(Arc<Bytes>);

impl fmt::Debug for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stored")
    }
}

impl Stored {
    pub fn new(table: impl Fn(&str) -> anyhow::Result<Vec<u8>> + Send + Sync + 'static) -> Stored {
        Stored(Arc::new(table))
    }

    /// Whether every table is there and one of ours, without a row of it.
    ///
    /// # Errors
    /// A table is missing, or is none of ours.
    pub fn check(&self) -> anyhow::Result<()> {
        TABLES.iter().try_for_each(|name| known(name, &self.read(name, |reader| reader.with_slice(Some((0, 0))))?))
    }

    /// # Errors
    /// The table is missing, or is none of ours.
    pub fn table(&self, name: &str) -> anyhow::Result<DataFrame> {
        let frame = self.read(name, |reader| reader)?;
        known(name, &frame)?;
        Ok(frame)
    }

    /// One column of a table.
    ///
    /// # Errors
    /// As [`Stored::table`].
    pub fn column(&self, name: &str, variable: &Variable) -> anyhow::Result<DataFrame> {
        self.read(name, |reader| reader.with_columns(Some(vec![variable.name.to_owned()])))
    }

    /// Some rows of a table.
    ///
    /// # Errors
    /// As [`Stored::table`].
    pub fn rows(&self, name: &str, rows: &Range<usize>) -> anyhow::Result<DataFrame> {
        let frame = self.read(name, |reader| reader.with_slice(Some((rows.start, rows.len()))))?;
        known(name, &frame)?;
        Ok(frame)
    }

    fn read(&self, name: &str, what: impl Fn(Reader) -> Reader) -> anyhow::Result<DataFrame> {
        let reader = ParquetReader::new(Cursor::new((self.0)(name)?));
        what(reader).finish().with_context(|| format!("Bảng \"{name}.parquet\" bị hỏng hoặc không phải dạng Parquet"))
    }
}

type Reader = ParquetReader<Cursor<Vec<u8>>>;

/// Refuses a table that lacks a column of ours, or holds another kind of value in it.
fn known(name: &str, frame: &DataFrame) -> anyhow::Result<()> {
    for (column, dtype) in expected(name) {
        match frame.column(&column) {
            Err(_) => bail!(
                "Bảng \"{name}.parquet\" thiếu cột {column}: không phải do chương trình này ghi, hoặc do bản cũ hơn ghi. Hãy chạy lại ctcl report bằng bản này từ các tệp của trường, hoặc xin đơn vị chạy lại rồi gửi lại."
            ),
            Ok(found) if *found.dtype() != dtype => {
                bail!(
                    "Bảng \"{name}.parquet\" có cột {column} kiểu {}, cần kiểu {dtype}. Hãy chạy lại ctcl report bằng bản này.",
                    found.dtype()
                )
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
        let told = error.to_string();
        assert!(told.starts_with("Bảng \"schools.parquet\" thiếu cột name:") && told.contains("Hãy chạy lại ctcl report"), "{told}");
    }
}
