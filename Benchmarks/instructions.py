#!/usr/bin/env python3
"""Counts the instructions of three small cases with valgrind, and compares them with the figures in instructions.csv.

Seconds differ from run to run and from machine to machine; instructions hardly do (0.05% in a release build, 0.3% in a debug build), so a
change that costs a few per cent shows on a busy machine too. What could make them differ is held still: one processor a case, a fixed seed,
hashes without a random seed, zlib instead of ISA-L (which chooses its code by the processor), and an environment of its own.

Ends with 0 when no case takes more than the tolerance above its figure, with 1 when one does, and with 2 when there is nothing to compare
with (another version of Swift, another processor, no figure yet) or nothing could be counted; with --if-comparable that is said, and no
failure. A case that takes much less is said, and does not fail.
"""
import argparse
import concurrent.futures
import csv
import os
import pathlib
import platform
import queue
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ("case", "build", "swift", "architecture", "instructions")
TOLERANCE = 0.03
ROWS = 200
SEED = 1
# A submission with errors ends a check with 1.
ALLOWED = {"version": (0,), "check": (1,), "convert": (0,)}


class CannotCount(Exception):
    """Why there is no count."""


class Counter:
    """Counts the instructions of a program, in a folder of its own."""

    def __init__(self, tool, folder, cases):
        self.folder = folder
        # Debian 12's valgrind cannot read the debugging data of Swift's compiler, and does not need them.
        self.program = folder / "maatwerk"
        self.call(["strip", "--strip-debug", "-o", self.program, tool])
        self.cases = {"version": lambda out: ["--version"]}
        if set(cases) <= set(self.cases):
            return
        made = folder / "in"
        self.call([tool, "generate", "--output", made, "--suppliers", "1", "--rows", str(ROWS), "--seed", str(SEED), "--error-rate", "0.1",
                   "--quiet"])
        submission = next((made / "inzendingen").iterdir())
        register = ["--register", made / "register"]
        self.cases["check"] = lambda out: ["check", submission, *register]
        self.cases["convert"] = lambda out: ["convert", submission, *register, "--output", out / "uit", "--quiet"]

    @staticmethod
    def call(command):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            raise CannotCount(f"{command[0]}: {done.stdout.decode(errors='replace').strip()}")

    def count(self, case, processor):
        """The instructions of `case`, of all its processes together, on one processor. A child goes on from its parent, and with its count:
        what was done before that is in it twice."""
        with tempfile.TemporaryDirectory(dir=self.folder) as name:
            out = pathlib.Path(name)
            environment = {
                "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "TMPDIR": name, "MAATWERK_LANGUAGE": "nl",
                "SOURCE_DATE_EPOCH": "1790000000", "MAATWERK_COMPRESSOR": "zlib", "SWIFT_DETERMINISTIC_HASHING": "1",
            }
            command = ["taskset", "--cpu-list", str(processor), "valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=yes",
                       f"--cachegrind-out-file={out}/count.%p", self.program, *self.cases[case](out)]
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            counts = [int(re.search(r"^summary: (\d+)$", path.read_text(errors="replace"), re.M).group(1))
                      for path in out.glob("count.*")]
        # All but --version is done by a child; a count without it would say nothing.
        if done.returncode not in ALLOWED[case] or len(counts) != (1 if case == "version" else 2):
            raise CannotCount(f"{case}: status {done.returncode}, {len(counts)} processes\n{done.stdout.decode(errors='replace')}")
        return sum(counts)

    def count_all(self, cases, rounds):
        """The counts of each case, one a round; as many cases at a time as there are processors."""
        processors = os.sched_getaffinity(0)
        free = queue.SimpleQueue()
        for processor in processors:
            free.put(processor)
        found = {case: [] for case in cases}

        def one(case):
            processor = free.get()
            try:
                return case, self.count(case, processor)
            finally:
                free.put(processor)

        # What takes longest begins first.
        work = sorted(cases, key=list(ALLOWED).index, reverse=True) * rounds
        with concurrent.futures.ThreadPoolExecutor(len(processors)) as pool:
            for case, count in pool.map(one, work):
                found[case].append(count)
        return found


def swift_version(tool):
    """The version of the compiler that made `tool`, as it stands in it, else of the compiler on this machine; None when neither is known."""
    found = re.search(rb"Swift version (\d[\w.]*)", pathlib.Path(tool).read_bytes())
    if found:
        return found.group(1).decode()
    try:
        said = subprocess.run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return None
    found = re.search(r"Swift version (\d[\w.]*)", said)
    return found and found.group(1)


def build_of(tool):
    """Whether `tool` was built for release or for debugging, by the folder that it was built in; a package is a release."""
    folders = pathlib.Path(tool).resolve().parts
    return "release" if "release" in folders or folders[-3:-1] == (".build", "deb") else "debug"


def read(path):
    """The recorded figures, by what they are figures of."""
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(row[column] for column in COLUMNS[:-1]): int(row["instructions"]) for row in csv.DictReader(file)}


def write(path, figures):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for key, count in sorted(figures.items()):
            writer.writerow([*key, count])


def judge(key, count, recorded):
    """The status for one count, and the line that says it."""
    case, build, swift, architecture = key
    figure = recorded.get(key)
    if figure is None:
        others = sorted({f"Swift {other[2]} on {other[3]}" for other in recorded if other[:2] == key[:2]})
        known = f"recorded is {', '.join(others)}" if others else "nothing is recorded"
        return 2, (f"{case}: {count:,} instructions; NOT COMPARED: this is a {build} build by Swift {swift} on {architecture}, {known}. "
                   "Record it on the commit before yours, and compare then: make instructions INSTRUCTIONS=--record")
    change = count / figure - 1
    line = f"{case}: {count:,} instructions, {change:+.2%} of the recorded {figure:,}"
    if count > figure * (1 + TOLERANCE):
        return 1, (f"{line}; MORE than {TOLERANCE:.0%}. Find out what costs this; if it is worth it, record it and say why in the commit: "
                   "make instructions INSTRUCTIONS=--record")
    if count < figure * (1 - TOLERANCE):
        return 0, f"{line}; much less. Record it, so that it stays so: make instructions INSTRUCTIONS=--record"
    return 0, line


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--recorded", type=pathlib.Path, default=HERE / "instructions.csv")
    parser.add_argument("--record", action="store_true", help="records what is counted now")
    parser.add_argument("--if-comparable", action="store_true", help="where nothing can be compared, says so and ends with 0")
    parser.add_argument("--case", action="append", choices=list(ALLOWED), help="only this case; may be given again")
    parser.add_argument("--rounds", type=int, default=1, help="counts as many times, and says the spread")
    options = parser.parse_args(arguments)
    cases = options.case or list(ALLOWED)
    build, swift, architecture = build_of(options.tool), swift_version(options.tool), platform.machine()
    try:
        if swift is None:
            raise CannotCount("the version of Swift is not known: no 'swift' in PATH")
        with tempfile.TemporaryDirectory(prefix="maatwerk-instructions-") as folder:
            found = Counter(options.tool, pathlib.Path(folder), cases).count_all(cases, options.rounds)
    except (CannotCount, OSError) as problem:
        print(f"instructions could not be counted: {problem}")
        return 0 if options.if_comparable else 2
    recorded = read(options.recorded)
    status = 0
    for case in cases:
        key, count = (case, build, swift, architecture), round(statistics.median(found[case]))
        if options.rounds > 1:
            print(f"{case}: {min(found[case]):,} to {max(found[case]):,} in {options.rounds} rounds, "
                  f"spread {max(found[case]) / min(found[case]) - 1:.3%}")
        if options.record:
            recorded[key] = count
            print(f"{case}: {count:,} instructions recorded ({build}, Swift {swift}, {architecture})")
        else:
            found_status, line = judge(key, count, recorded)
            status = max(status, found_status)
            print(line)
    if options.record:
        write(options.recorded, recorded)
    return 0 if status == 2 and options.if_comparable else status


if __name__ == "__main__":
    sys.exit(main())
