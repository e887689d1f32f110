#!/usr/bin/env python3
"""Compares converting a large submission with a plain C program that copies the same cells.

The C program reads CSV with libcsv and writes it with libxlsxwriter in constant-memory mode, without any check. It gets the normalised
tables that `maatwerk convert` writes, and so the cells that stand on the sheets of rapport.xlsx. Both run in turn; the median of the
rounds counts, as machines are noisy. Memory is the largest process's.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time


def run(command, allowed=(0,)):
    """Wall seconds, CPU seconds and peak memory in MB of one run, which must end with one of the `allowed` statuses."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in allowed:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, runs):
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    print(f"{name:42} wall {wall:6.2f} s   cpu {cpu:6.2f} s   memory {memory:5.0f} MB")
    return wall, cpu


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--copy", required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="maatwerk-bench-"))
    try:
        compare(arguments, folder)
    finally:
        shutil.rmtree(folder)


def compare(arguments, folder):
    subprocess.run(
        [arguments.tool, "generate", "--output", folder / "in", "--suppliers", "1", "--rows", str(arguments.rows), "--seed", "1",
         "--quiet"], check=True)
    submission = next((folder / "in/inzendingen").iterdir())
    convert = [arguments.tool, "convert", submission, "--register", folder / "in/register", "--output", folder / "out", "--quiet"]
    run(convert)
    tables = [folder / "out" / submission.name / "gegevens" / f"{name}.csv"
              for name in ("inzet", "waardering", "sociale_inkoop", "bewijs", "gesprekken")]
    cells = sum(sum(1 for _ in open(table, "rb")) for table in tables)
    print(f"{arguments.rows} placements, {cells} rows in all")
    commands = {
        "plain C, the cells of rapport.xlsx": [arguments.copy, folder / "copy.xlsx", *tables],
        "plain C, the cells of both workbooks": [arguments.copy, folder / "copy.xlsx", *tables, *sorted(submission.iterdir())],
        "maatwerk check": [arguments.tool, "check", submission, "--register", folder / "in/register", "--quiet"],
        "maatwerk convert --only rapport": [*convert, "--only", "rapport"],
        "maatwerk convert, all outputs": convert,
    }
    runs = {name: [] for name in commands}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    results = {name: report(name, found) for name, found in runs.items()}
    for name, other in (("maatwerk convert --only rapport", "plain C, the cells of rapport.xlsx"),
                        ("maatwerk convert, all outputs", "plain C, the cells of both workbooks")):
        print(f"{name}: {results[name][0] / results[other][0]:.2f} times the wall time of {other}, "
              f"{results[name][1] / results[other][1]:.2f} times its CPU")


if __name__ == "__main__":
    main()
