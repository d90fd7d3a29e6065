//! Tables and charts in, files out: workbooks, pictures, CSV, JSON, and the folder they go into. Knows no school.

pub mod copy;
pub mod csv;
pub mod folder;
pub mod json;
mod lettering;
mod palette;
pub mod parquet;
pub mod picture;
pub mod xlsx;
