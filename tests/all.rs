//! Every integration test in one binary: linking polars once is enough.

mod cli;
mod conformance;
mod conservation;
mod explain;
mod findings;
mod formats;
mod header_mutations;
mod hostile;
mod layers;
mod paper;
mod pipeline;
mod program;
mod reading;
mod rollup;
mod two_engines;
