//! `ctcl`: the tables that schools send about their plan to improve the quality of education, in; what the office signs, prints and sends on, out.
//!
//! # One path, two waists
//!
//! ```text
//! workbooks ─ read ─▶ Reading ─ link, check ─▶ Reading ─▶ Dataset ─ stats ─▶ figures ─ report ─▶ tables, charts ─ write ─▶ files
//!           (calamine)  waist 1                          (polars)                      waist 2            (rust_xlsxwriter, plotters)
//! ```
//!
//! Everything that comes in, from any form, format or framework, becomes one [`reading::Reading`]. Everything that goes out is drawn from
//! [`table::Book`] and [`chart::Chart`]. A new form is a file in `templates/forms/`, a new circular one in `templates/frameworks/`,
//! a new spelling one more string in a lexicon and one more line in its corpus.
//!
//! # Who may use whom
//!
//! A module uses those below it. `tests/layers.rs` reads the sources and keeps this table.
//!
//! ```text
//! 5  cli                                              joins the stages; nothing uses it
//! 4  report   write   explain   compare   handout   store
//! 3  read   link   check   stats   rollup
//! 2  phrase  text  template  framework  form  register  settings  intake  mark  returns  reading  handed_back  dataset  seal
//! 1  finding
//! 0  model   table   chart
//! ```
//!
//! `read`, `link`, `check`, `stats`, `rollup` and `write` never touch one another; `report` takes figures, never a frame.
//! Each library has one home: calamine and cfb in `read`, polars in `dataset`, `stats`, `rollup`, `write::parquet` and `explain::data`, rust_xlsxwriter and plotters in `write`, clap in `cli`.
//!
//! # The life of one row
//!
//! "Tiêu chí 3.6 | … máy tính … | Hiệu trưởng | cuối năm học 2021-2022 | Ngân sách" in `thcs-a.xlsx`, sheet *KH*, row 14:
//!
//! 1. [`read`] gives its cells; the header names its columns; the row is complete, or is stitched with the next; phrases become values
//!    → `Action { criterion: 3.6, due: 2022-05-31, origin: [thcs-a.xlsx]KH!B14, … }`
//! 2. [`mod@link`] joins the result row for the same work → its status
//! 3. [`dataset`] holds it as one row of `actions`
//! 4. [`stats`] counts it, its origin kept
//! 5. [`report`] makes it a row of a table; [`write`] a line on sheet *Việc quá hạn*, linked to its origin.

pub mod chart;
pub mod check;
pub mod cli;
pub mod compare;
pub mod dataset;
pub mod explain;
pub mod finding;
pub mod form;
pub mod framework;
pub mod handed_back;
pub mod handout;
pub mod intake;
pub mod link;
pub mod mark;
pub mod model;
pub mod phrase;
pub mod read;
pub mod reading;
pub mod register;
pub mod report;
pub mod returns;
pub mod rollup;
pub mod seal;
pub mod settings;
pub mod stats;
pub mod store;
pub mod table;
pub mod template;
pub mod text;
pub mod write;
