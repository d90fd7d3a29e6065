//! Every integration test in one binary: linking polars once is enough.

mod cli;
mod conformance;
mod explain;
mod formats;
mod hostile;
mod layers;
mod pipeline;
mod program;
mod two_engines;
