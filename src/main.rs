//! Arguments in, exit code out.

use std::ffi::c_long;
use std::process::ExitCode;

use cap::Cap;
use ctcl::cli::Process;
use mimalloc::MiMalloc;

/// Counts what is allocated, so that a worker can be given a bound; the main process has none.
#[global_allocator]
static ALLOCATOR: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

/// `mi_option_purge_delay` of mimalloc's line 2: after how many milliseconds a thread that allocates again gives back what it freed.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;

fn main() -> ExitCode {
    ctcl::cli::run(std::env::args_os(), |process| match process {
        Process::Job => give_back_at_once(),
        Process::Worker { most_bytes } => {
            // A bound below what is already in use is refused; the worker then runs without.
            let _ = ALLOCATOR.set_limit(most_bytes);
        }
    })
}

/// Memory that is free goes back to the system when it becomes so: threads that wait, as most do while the workbook is drawn, would keep theirs
/// for good. `MIMALLOC_PURGE_DELAY` of whoever starts the program holds instead.
#[expect(unsafe_code, reason = "the setting has no safe call")]
fn give_back_at_once() {
    const AT_ONCE: c_long = 0;
    // SAFETY: mimalloc is linked in as the allocator, the setting is one of its own, and no other thread runs yet that could read it.
    unsafe { libmimalloc_sys::mi_option_set_default(PURGE_DELAY, AT_ONCE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "the setting has no safe call")]
    fn the_setting_is_the_one_of_the_delay() {
        // SAFETY: as above; reading a setting changes nothing.
        let delay = || unsafe { libmimalloc_sys::mi_option_get(PURGE_DELAY) };
        let before = delay();
        give_back_at_once();
        match std::env::var("MIMALLOC_PURGE_DELAY") {
            Ok(own) => assert_eq!([before, delay()].map(|delay| delay.to_string()), [own.clone(), own]),
            Err(_) => assert_eq!([before, delay()], [10, 0]),
        }
    }
}
