//! Arguments in, exit code out.

use std::process::ExitCode;

use cap::Cap;
use mimalloc::MiMalloc;

/// Counts what is allocated, so that a worker can be given a bound; the main process has none.
#[global_allocator]
static ALLOCATOR: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

fn main() -> ExitCode {
    ctcl::cli::run(std::env::args_os(), |most| {
        // A bound below what is already in use is refused; the worker then runs without.
        let _ = ALLOCATOR.set_limit(most);
    })
}
