#!/usr/bin/env python3
"""Measures maatwerk beside plain C and beside the libraries that others write workbooks and check tables with, and writes the report.

All candidates of a part get the same data and run in turn, round after round, as machines are noisy; the median counts, and the lowest and
highest are told. Parts: writing, checking, batch (one large submission against many small ones), start, and a profile: where the time of the program goes.

What was measured is kept as JSON (--results), from which --from makes the report again without measuring.
"""
import argparse
import collections
import concurrent.futures
import datetime
import functools
import importlib.metadata
import importlib.util
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

import cells
import checkers
import constraints
import data
import instructions
import report
import sampling
import writers
from measuring import Candidate, Failed, Meter, middle, processors

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ("writing", "checking", "batch", "start", "profile")
SIZES = (1_000, 10_000, 100_000)
LARGE = 1_000_000
#: A broken cell costs a finding, and a finding a kilobyte of JSON: a million rows of them would fill a disk and tell nothing new.
LARGEST_SPOILED = 100_000
PACKAGES = ("libxlsxwriter4", "libcsv3", "zlib1g", "libisal2", "libc6")
WORKBOOKS = ("rapport", "terugkoppeling")
ROWS_OF_BATCH = 50
#: Of more submissions the C program copies the first: what one costs it is the same, and taking their cells out takes long.
MOST_COPIED = 1_000
ROWS_AT_START = 20
ROUNDS_AT_START = 20
#: What is sampled, and not timed: enough samples for a hundredth of the whole.
LARGEST_SAMPLED, BATCH_SAMPLED, STARTS_SAMPLED = 100_000, 200, 50


def listing(lines):
    """The list of copy_cells.c: an output and its inputs a line."""
    return "".join("\t".join(map(str, line)) + "\n" for line in lines)


class Bench:
    """One run of the whole."""

    def __init__(self, options, folder):
        self.options = options
        self.tool = pathlib.Path(options.tool).resolve()
        self.copy = pathlib.Path(options.copy).resolve()
        self.folder = folder
        self.meter = Meter(options.measured, options.rounds, options.patience)
        self.results = {"facts": self.facts(), "submissions": [], "series": [], "left_out": [], "problems": [], "cells": [], "profile": []}
        self.library = {name: importlib.util.find_spec(name) is not None for name in (*writers.LIBRARIES, *checkers.LIBRARIES)}
        for name, is_there in self.library.items():
            if not is_there:
                self.leave_out(name, None, "niet geïnstalleerd")

    # What is there

    def facts(self):
        def said(*command):
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
            return done.stdout.decode(errors="replace").strip()

        def first(path, pattern):
            found = re.search(pattern, pathlib.Path(path).read_text(), re.M)
            return found.group(1) if found else ""

        packages = [line.split("\t") for line in said("dpkg-query", "--show", "--showformat", "${Package}\t${Version}\n", *PACKAGES).splitlines()]
        versions = {}
        for line in (HERE / "requirements.txt").read_text().splitlines():
            name = re.split(r"[=\[]", line)[0]
            try:
                versions[name] = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                pass
        return {
            "date": datetime.date.today().isoformat(),
            "tool": said(self.tool, "--version", "--verbose", "--language", "nl").splitlines(),
            "build": instructions.build_of(self.tool), "swift": instructions.swift_version(self.tool),
            # One with two severities stands in the catalogue once for each.
            "rules": len({rule["id"] for rule in json.loads(said(self.tool, "rules", "--format", "json"))["rules"]}),
            "processor": first("/proc/cpuinfo", r"^model name\s*: (.*)$") or platform.machine(), "processors": processors(),
            "memory": int(first("/proc/meminfo", r"^MemTotal:\s*(\d+)")) / 1024 / 1024,
            "system": first("/etc/os-release", r'^PRETTY_NAME="(.*)"$'), "kernel": platform.release(),
            "compiler": said("cc", "--version").splitlines()[0], "python": platform.python_version(),
            "packages": packages, "versions": versions, "load_before": os.getloadavg()[0],
            "arguments": self.options.as_given, "rounds": self.options.rounds, "patience": self.options.patience,
        }

    def leave_out(self, name, size, why):
        self.results["left_out"].append({"name": name, "size": size, "why": why})
        print(f"    left out: {name}{f' at {size}' if size else ''}: {why}", flush=True)

    def save(self):
        self.results["facts"]["load_after"] = os.getloadavg()[0]
        self.options.results.parent.mkdir(parents=True, exist_ok=True)
        self.options.results.write_text(json.dumps(self.results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    # Measuring

    def sizes(self):
        return [size for size in self.options.sizes or (*SIZES, *([LARGE] if self.options.large else [])) if size > 0]

    def measure(self, part, size, entries, rounds=None):
        """Measures candidates, each with the kind of its data, and keeps what they took. A library that would take too long by what
        it took at the size before is left out."""
        known = {(one["name"], one["kind"]): one for one in self.results["series"] if one["part"] == part}
        chosen = []
        for kind, candidate in entries:
            before = known.get((candidate.name, kind))
            expected = before and middle(before["runs"], "wall") * size / before["size"]
            if candidate.name in self.library and expected and expected > self.options.patience:
                self.leave_out(candidate.name, size, f"naar verwachting {expected:.0f} seconden per ronde")
            else:
                chosen.append((kind, candidate))
        print(f"  {part}, {size}", flush=True)
        self.meter.in_turn([candidate for _, candidate in chosen], rounds or self.options.rounds)
        for kind, candidate in chosen:
            self.results["series"].append({
                "part": part, "size": size, "kind": kind, "name": candidate.name,
                "runs": [vars(run) for run in candidate.runs],
                "pieces": candidate.pieces,
                "bytes": sum(pathlib.Path(path).stat().st_size for path in candidate.written),
            })
        self.save()

    def python(self, script, *arguments):
        return [sys.executable, HERE / script, *arguments]

    def convert(self, submission, out, *more):
        return [self.tool, "convert", *submission.arguments, "--output", out, "--rebuild", "--quiet", *more]

    @functools.cache
    def submission(self, size, kind):
        found = data.submission(self.tool, self.folder / "data", size, kind)
        self.results["submissions"].append({"size": size, "kind": kind, **found.counts(self.tool)})
        return found

    def kinds(self, size):
        return [kind for kind in data.KINDS if kind != "elke cel" or size <= LARGEST_SPOILED]

    @functools.cache
    def tables(self, size):
        """The tables of the normalised data of a clean submission, and the data package beside them."""
        submission = self.submission(size, "schoon")
        out = self.folder / "tables" / str(size)
        subprocess.run(self.convert(submission, out, "--only", "gegevens"), check=True)
        made = out / submission.path.name / "gegevens"
        return [made / f"{name}.csv" for name in data.REPORT_TABLES], made / "datapackage.json"

    # The parts

    def writing(self):
        for size in self.sizes():
            submission = self.submission(size, "schoon")
            tables, _ = self.tables(size)
            out = self.folder / "writing"
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            subprocess.run(self.convert(submission, out / "alles"), check=True)
            everything = out / "alles" / submission.path.name
            both = out / "both.txt"
            found = [cells.extract(everything / f"{name}.xlsx", out / "cells", name) for name in WORKBOOKS]
            both.write_text(listing((out / f"c-{name}.xlsx", *paths) for name, (paths, _) in zip(WORKBOOKS, found)))
            entries = [
                ("schoon", Candidate(report.COPY, [self.copy, "-s", out / "c.xlsx", *found[0][0]], written=(out / "c.xlsx",))),
                ("schoon", Candidate(
                    report.REPORT, self.convert(submission, out / "rapport", "--only", "rapport"),
                    written=(out / "rapport" / submission.path.name / "rapport.xlsx",))),
                ("schoon", Candidate(report.COPY_BOTH, [self.copy, "-s", "--list", both], written=[out / f"c-{name}.xlsx" for name in WORKBOOKS])),
                ("schoon", Candidate(
                    report.CONVERT, self.convert(submission, out / "alles"), written=[everything / f"{name}.xlsx" for name in WORKBOOKS])),
                ("schoon", Candidate(report.COPY_TABLES, [self.copy, out / "tables.xlsx", *tables], written=(out / "tables.xlsx",))),
            ]
            for name in writers.LIBRARIES:
                if self.library[name]:
                    written = out / f"{name}.xlsx"
                    entries.append(("schoon", Candidate(name, self.python("writers.py", name, written, *tables), written=(written,))))
            for kind in self.kinds(size):
                if kind != "schoon":
                    entries.append((kind, Candidate(report.CONVERT, self.convert(self.submission(size, kind), out / kind))))
            self.measure("writing", size, entries)
            _, in_tables = cells.extract(out / "tables.xlsx", out / "cells", "tables")
            self.results["cells"].append({"size": size, "rapport": found[0][1], "both": found[0][1] + found[1][1], "tables": in_tables})
            if size == min(self.sizes()):
                self.compare_cells(out, [name for name in writers.LIBRARIES if self.library[name]])
            shutil.rmtree(out)

    def compare_cells(self, out, names):
        """Whether all wrote the same cells as the C program, as text: a column of numbers and text is all text in a data frame."""
        if not self.library["openpyxl"]:
            return

        def read(path):
            workbook = openpyxl.load_workbook(path, read_only=True)
            return collections.Counter(
                (number, row, column, f"{value:g}" if isinstance(value, (int, float)) else value)
                for number, sheet in enumerate(workbook.worksheets)
                for row, values in enumerate(sheet.iter_rows(values_only=True))
                for column, value in enumerate(values) if value is not None)

        import openpyxl
        wanted = read(out / "tables.xlsx")
        for name in names:
            found = read(out / f"{name}.xlsx")
            if found != wanted:
                self.results["problems"].append(f"{name} schreef andere cellen dan C: {list((found - wanted) + (wanted - found))[:5]}")

    def checking(self):
        self.prove_constraints()
        for size in self.sizes():
            package = self.tables(size)[1]
            entries, counts = [], collections.defaultdict(dict)
            for kind in self.kinds(size):
                submission = self.submission(size, kind)
                entries.append((kind, Candidate(report.CHECK, [self.tool, "check", *submission.arguments, "--quiet"], allowed=(0, 1))))
                if kind == "elke cel":
                    continue
                for name in checkers.LIBRARIES:
                    def keep(said, name=name, kind=kind):
                        counts[kind][name] = json.loads(said.read_text())
                    if self.library[name]:
                        entries.append((kind, Candidate(name, self.python("checkers.py", name, package, submission.path), look=keep)))
            self.measure("checking", size, entries)
            for kind, found in counts.items():
                if len({json.dumps(one) for one in found.values()}) > 1:
                    self.results["problems"].append(f"{size}, {kind}: de controles vonden niet hetzelfde: {dict(found)}")

    def prove_constraints(self):
        """Whether every constraint that others check is one that maatwerk checks too, and that they check at all."""
        size = 2_000
        clean = self.submission(size, "schoon")
        package = self.tables(size)[1]
        columns = constraints.read(package, clean.path)
        broken = self.folder / "broken" / clean.path.name
        planted = constraints.break_each(columns, clean.path, broken)
        said = subprocess.run(
            [self.tool, "check", broken, "--register", clean.register, "--format", "json", "--quiet"], stdout=subprocess.PIPE, check=False)
        found = {(finding["file"], finding["row"], finding["column"]) for finding in json.loads(said.stdout)["findings"]
                 if finding["severity"] == "fout"}
        for table, column, constraint, row in planted:
            if (f"{table}.csv", row, column) not in found:
                self.results["problems"].append(f"maatwerk meldt {constraint} van {table}.{column} niet")
        for name in checkers.LIBRARIES:
            if self.library[name]:
                said = subprocess.run(self.python("checkers.py", name, package, broken), stdout=subprocess.PIPE, check=True)
                if json.loads(said.stdout) != {f"{table}.{column}.{constraint}": 1 for table, column, constraint, _ in planted}:
                    self.results["problems"].append(f"{name} vindt de geplante fouten niet precies: {said.stdout.decode()}")
        self.results["constraints"] = len(planted)

    def small_submissions(self, count, made, out):
        """Makes `count` small submissions in `made`; also the command that converts them all into `out`."""
        data.generate(self.tool, made, count, ROWS_OF_BATCH, 7, 0.02)
        submissions = sorted((made / "inzendingen").iterdir())
        names = made.with_suffix(".txt")
        names.write_text("".join(f"{path}\n" for path in submissions))
        return submissions, [
            self.tool, "convert", "--files-from", names, "--register", made / "register", "--output", out, "--jobs", processors(), "--quiet"]

    def batch(self):
        count = self.options.batch
        made, out, copies, taken = (self.folder / f"batch-{name}" for name in ("in", "uit", "c", "cells"))
        submissions, command = self.small_submissions(count, made, out)
        copied = submissions[:MOST_COPIED]
        lists = [self.folder / f"batch-c-{number}.txt" for number in range(processors())]

        def prepare_copies():
            shutil.rmtree(copies, ignore_errors=True)
            copies.mkdir()
            if taken.exists():
                return
            lines = []
            with concurrent.futures.ProcessPoolExecutor(processors()) as pool:
                work = [(out / path.name / f"{name}.xlsx", taken / path.name, name) for path in copied for name in WORKBOOKS]
                for (workbook, folder, name), (paths, _) in zip(work, pool.map(cells.extract, *zip(*work), chunksize=10)):
                    lines.append((copies / f"{folder.name}-{name}.xlsx", *paths))
            for number, path in enumerate(lists):
                path.write_text(listing(lines[number::len(lists)]))

        def set_aside():
            # Deleting is left for the end, since the next run would pay for it: a disk looks at what was deleted for each file that is made.
            if out.exists():
                out.rename(self.folder / f"batch-uit-{time.monotonic_ns()}")

        side_by_side = 'copy=$1; shift; for list; do "$copy" -s --list "$list" & ids="$ids $!"; done; for id in $ids; do wait $id || exit 1; done'
        # The first makes what the others use.
        self.measure("batch", count, [
            ("2%", Candidate(report.CONVERT, command, before=set_aside, pieces=count)),
            ("2%", Candidate(
                report.COPY_BOTH, ["sh", "-c", side_by_side, "sh", self.copy, *lists], before=prepare_copies, pieces=len(copied))),
            ("2%", Candidate(report.UNCHANGED, command, pieces=count)),
            ("2%", Candidate(
                report.CONSOLIDATE,
                [self.tool, "consolidate", out, "--register", made / "register", "--output", self.folder / "ministerie.xlsx", "--quiet"],
                pieces=count)),
        ])

    def start(self):
        size = ROWS_AT_START
        submission = self.submission(size, "schoon")
        tables, _ = self.tables(size)
        out = self.folder / "start"
        out.mkdir()
        entries = [
            ("schoon", Candidate(report.VERSION, [self.tool, "--version"])),
            ("schoon", Candidate(report.CHECK, [self.tool, "check", *submission.arguments, "--quiet"], allowed=(0, 1))),
            ("schoon", Candidate(report.CONVERT, self.convert(submission, out / "alles"))),
            ("schoon", Candidate(report.COPY_TABLES, [self.copy, out / "c.xlsx", *tables])),
        ]
        entries += [("schoon", Candidate(name, self.python("writers.py", name, out / f"{name}.xlsx", *tables)))
                    for name in ("xlsxwriter", "openpyxl") if self.library[name]]
        self.measure("start", size, entries, ROUNDS_AT_START)

    def profile(self):
        """Where the processor's time of the program goes, of a large delivery, of many small ones, and of the smallest."""
        targets = {path.name for path in (HERE.parent / "Sources").iterdir()}
        size = min(LARGEST_SAMPLED, max(self.sizes()))
        large, small = self.submission(size, "schoon"), self.submission(ROWS_AT_START, "schoon")
        out = self.folder / "profile"
        out.mkdir()
        _, batch = self.small_submissions(BATCH_SAMPLED, self.folder / "profile-in", out / "batch")
        again = f'for i in $(seq {STARTS_SAMPLED}); do "$@" || exit 1; done'
        for words, command in (
            (f"rapport van {report.number(size)} plaatsingen", self.convert(large, out / "rapport", "--only", "rapport")),
            (f"`check` van {report.number(size)} plaatsingen", [self.tool, "check", *large.arguments, "--quiet"]),
            (f"{BATCH_SAMPLED} inzendingen van {ROWS_OF_BATCH} rijen", batch),
            (f"{ROWS_AT_START} rijen omzetten", ["sh", "-c", again, "sh", *self.convert(small, out / "start")]),
        ):
            print(f"  profile, {words}", flush=True)
            try:
                shares = sampling.sample(command, self.folder, self.tool.name, targets, allowed=(0, 1))
            except sampling.CannotSample as problem:
                self.leave_out("waar de tijd blijft", None, str(problem))
                return
            self.results["profile"].append({"what": words, "shares": shares})


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", help="the command maatwerk")
    parser.add_argument("--copy", help="copy_cells.c, compiled")
    parser.add_argument("--measured", help="measured.c, compiled")
    parser.add_argument("--large", action="store_true", help="a million placements and a batch of 10,000 too")
    parser.add_argument("--sizes", type=int, nargs="+", help="other numbers of placements than 1,000, 10,000 and 100,000")
    parser.add_argument("--batch", type=int, help="how many small submissions: 1,000, or 10,000 with --large")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patience", type=float, default=180,
                        help="seconds after which a candidate gets no further rounds, and above which a library is not begun at a larger size")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--report", type=pathlib.Path, nargs="?", const=HERE.parent / "docs" / "prestaties.md",
                        help="writes the report, docs/prestaties.md unless another file is named")
    parser.add_argument("--results", type=pathlib.Path, default=HERE.parent / ".build" / "bench" / "results.json")
    parser.add_argument("--from", dest="source", type=pathlib.Path, help="measures nothing: makes the report of these results")
    options = parser.parse_args(arguments)
    options.as_given = [argument for argument in (sys.argv[1:] if arguments is None else arguments)]
    options.batch = options.batch or (10_000 if options.large else 1_000)
    if not options.source and not (options.tool and options.copy and options.measured):
        parser.error("--tool, --copy and --measured are needed to measure")
    return options


def main(arguments=None):
    options = parse(arguments)
    if options.source:
        results = json.loads(options.source.read_text(encoding="utf-8"))
    else:
        with tempfile.TemporaryDirectory(prefix="maatwerk-bench-") as folder:
            bench = Bench(options, pathlib.Path(folder))
            try:
                for part in options.only:
                    print(part, flush=True)
                    getattr(bench, part)()
            except Failed as problem:
                sys.exit(str(problem))
            finally:
                bench.save()
            results = bench.results
    text = report.text(results)
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    print(report.summary(results))
    if results["problems"]:
        sys.exit("\n".join(results["problems"]))


if __name__ == "__main__":
    main()
