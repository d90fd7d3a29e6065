"""Runs the contenders one after the other on the same files, and prints times, peak memory and ratios. Started by ratios.sh; Linux only.

Time is the best of the runs (RUNS, 3 unless said otherwise), processor time the least of them, children included: on a busy machine only
the latter says something. Memory is the highest sum over the process and its children at one moment, every 20 ms: what they share is
counted once (PSS).
"""

import os
import subprocess
import sys
import time


def family(root):
    """The process and its descendants."""
    children = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as stat:
                parent = int(stat.read().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(entry))
    found = [root]
    for process in found:
        found.extend(children.get(process, []))
    return found


def resident(process):
    """KiB in memory, shared pages by their share."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as rollup:
            return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def run(command, sampled):
    """Seconds, processor seconds, peak KiB."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0
    while True:
        done, status, used = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        if sampled:
            peak = max(peak, sum(map(resident, family(process.pid))))
        time.sleep(0.02 if sampled else 0.002)
    # 1 says that errors were found in the files.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed: {command}")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, peak


def main():
    binaries, district, output, python, threads = sys.argv[1:]
    files = f"{district}/bao-cao"
    here = os.path.dirname(os.path.abspath(__file__))
    report = [f"{binaries}/ctcl", "report", files, "--config", f"{district}/ctcl.toml", "-o", output, "--quiet", "--threads", threads]
    check = [f"{binaries}/ctcl", "check", files, "--config", f"{district}/ctcl.toml", "--quiet", "--json", "--threads", threads]
    runs = int(os.environ.get("RUNS", "3"))
    contenders = {
        "calamine alone, every cell": ([f"{binaries}/examples/calamine_alone", files, threads], 2 * runs),
        "ctcl check": (check, runs),
        "ctcl report": (report, runs),
        # A minute each: the run in which memory is measured is the only one.
        "pandas + openpyxl, concatenated": ([python, f"{here}/concatenate.py", files], 0),
    }
    found = {}
    for name, (command, times) in contenders.items():
        # Measuring memory costs time, so it has a run of its own.
        first = run(command, sampled=True)
        timed = [run(command, sampled=False) for _ in range(times)] or [first]
        found[name] = (min(seconds for seconds, _, _ in timed), min(processor for _, processor, _ in timed), first[2])
    base = found["calamine alone, every cell"]
    print(f"{len(os.listdir(files))} workbooks, {threads} threads\n")
    print(f"{'':34}{'time':>9}{'ratio':>8}{'processor':>11}{'ratio':>8}{'memory':>11}")
    for name, (seconds, processor, peak) in found.items():
        print(f"{name:34}{seconds:8.2f}s{seconds / base[0]:8.1f}{processor:10.2f}s{processor / base[1]:8.1f}{peak / 1024:8.0f}MiB")
    pandas, ours = found["pandas + openpyxl, concatenated"], found["ctcl report"]
    print(f"\nctcl report: {ours[0] / base[0]:.1f} times calamine alone (aim 1.5), {pandas[0] / ours[0]:.1f} times faster than pandas (aim 20), "
          f"{ours[2] / 1024:.0f} MiB (aim 300). By processor time: {ours[1] / base[1]:.1f} and {pandas[1] / ours[1]:.1f}.")


main()
