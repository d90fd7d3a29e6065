//! A table in, whole or part by part; the bytes of a Parquet file out: the same bytes for the same table and parts.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use polars::prelude::DataFrame;
use polars_io::parquet::write::{BatchedWriter, ParquetCompression, ParquetWriter};

/// Compressed with zstd, in one row group: readers see the table whole.
pub fn to_bytes(frame: &DataFrame) -> anyhow::Result<Vec<u8>> {
    let mut growing = Growing::new(frame)?;
    growing.add(frame)?;
    growing.finish()
}

const FAILED: &str = "không ghi được bảng dữ liệu dạng Parquet";

/// A file that grows by a row group a part, so that no more than a part of the table is held.
pub struct Growing {
    writer: BatchedWriter<Bytes>,
    bytes: Bytes,
}

impl Growing {
    /// `like` shows the columns.
    pub fn new(like: &DataFrame) -> anyhow::Result<Growing> {
        let bytes = Bytes::default();
        let writer = ParquetWriter::new(bytes.clone()).with_compression(ParquetCompression::Zstd(None));
        Ok(Growing { writer: writer.batched(like.schema()).context(FAILED)?, bytes })
    }

    /// Rows that follow those added before.
    pub fn add(&mut self, frame: &DataFrame) -> anyhow::Result<()> {
        let mut frame = frame.clone();
        frame.rechunk_mut();
        self.writer.write_batch(&frame).context(FAILED)
    }

    pub fn finish(self) -> anyhow::Result<Vec<u8>> {
        self.writer.finish().context(FAILED)?;
        Ok(std::mem::take(&mut *self.bytes.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

/// What was written so far; the writer of polars keeps its own sink to itself.
#[derive(Clone, Default)]
struct Bytes(Arc<Mutex<Vec<u8>>>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use polars::df;
    use polars::prelude::{DataType, IntoColumn, NamedFrom, PlSmallStr, Series};
    use polars_io::SerReader;
    use polars_io::parquet::read::ParquetReader;

    use super::*;

    fn sample(rows: i32) -> DataFrame {
        let mut frame = df!("school_id" => (0..rows).map(|row| format!("0{row}")).collect::<Vec<_>>(), "level" => (0..rows).map(|row| (row % 3 > 0).then_some(row)).collect::<Vec<_>>()).expect("a frame");
        let due = Series::new(PlSmallStr::from_static("due"), (0..rows).collect::<Vec<_>>()).cast(&DataType::Date).expect("dates");
        frame.with_column(due.into_column()).expect("as many dates as rows");
        frame
    }

    #[test]
    fn a_table_is_read_back_as_it_was() {
        for rows in [0, 1, 1000] {
            let frame = sample(rows);
            let bytes = to_bytes(&frame).expect("bytes");
            let again = ParquetReader::new(Cursor::new(bytes)).finish().expect("a Parquet file");
            assert!(again.equals_missing(&frame), "{rows}");
            assert_eq!(again.schema(), frame.schema(), "{rows}");
        }
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        assert_eq!(to_bytes(&sample(1000)).expect("bytes"), to_bytes(&sample(1000)).expect("bytes"));
    }

    #[test]
    fn how_a_table_came_about_does_not_show() {
        let frame = sample(1000);
        let joined = frame.head(Some(300)).vstack(&frame.tail(Some(700))).expect("the same columns");
        assert_eq!(to_bytes(&joined).expect("bytes"), to_bytes(&frame).expect("bytes"));
    }
    #[test]
    fn a_file_that_grew_is_read_back_whole() {
        let frame = sample(1000);
        let mut growing = Growing::new(&frame).expect("columns that can be written");
        for (from, rows) in [(0, 300), (300, 0), (300, 700)] {
            growing.add(&frame.slice(from, rows)).expect("written");
        }
        let again = ParquetReader::new(Cursor::new(growing.finish().expect("bytes"))).finish().expect("a Parquet file");
        assert!(again.equals_missing(&frame));
    }
}
