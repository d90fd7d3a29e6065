//! A process in, the time that its work has taken of the processor out: on a busy machine the clock says little of a file.

use std::time::Duration;

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// All its threads together; `None` where the system does not say.
pub(super) fn time_of(process: u32) -> Option<Duration> {
    let process = Pid::from_u32(process);
    let mut system = System::new();
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[process]), false, ProcessRefreshKind::nothing().with_cpu());
    system.process(process).map(|process| Duration::from_millis(process.accumulated_cpu_time()))
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::time::Instant;

    use super::*;

    #[test]
    fn work_counts_and_the_time_of_a_process_that_is_gone_is_unknown() {
        let own = || time_of(std::process::id()).expect("this process runs");
        let (before, begun) = (own(), Instant::now());
        while own() < before + Duration::from_millis(50) {
            assert!(begun.elapsed() < Duration::from_secs(60), "work does not count");
            black_box((0..100_000u64).map(black_box).sum::<u64>());
        }
        assert_eq!(time_of(u32::MAX - 1), None);
    }
}
