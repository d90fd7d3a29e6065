//! Every integration test in one binary: linking polars once is enough.

mod aside;
mod cli;
mod compare;
mod conformance;
mod conservation;
mod disk;
mod engines;
mod explain;
mod findings;
mod formats;
mod geography;
mod handout;
mod header_mutations;
mod hostile;
mod intake;
mod layers;
mod marked;
mod paper;
mod pipeline;
mod places;
mod printed;
mod program;
mod reading;
mod rollup;
mod traits;
mod two_engines;
