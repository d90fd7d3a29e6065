//! Every integration test in one binary: linking polars once is enough.

mod cli;
mod conformance;
mod conservation;
mod header_mutations;
mod layers;
mod paper;
mod pipeline;
mod program;
mod reading;
