//! Every integration test in one binary: linking polars once is enough.

mod cli;
mod conformance;
mod formats;
mod hostile;
mod layers;
mod pipeline;
mod program;
