//! A table in, the bytes of a Parquet file out: the same bytes for the same table.

use anyhow::Context;
use polars::prelude::DataFrame;
use polars_io::parquet::write::{ParquetCompression, ParquetWriter};

/// Compressed with zstd, in one row group: readers see the table whole.
pub fn to_bytes(frame: &DataFrame) -> anyhow::Result<Vec<u8>> {
    let mut frame = frame.clone();
    frame.rechunk_mut();
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes)
        .with_compression(ParquetCompression::Zstd(None))
        .with_row_group_size(Some(frame.height().max(1)))
        .finish(&mut frame)
        .context("không ghi được bảng dữ liệu dạng Parquet")?;
    Ok(bytes)
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
}
