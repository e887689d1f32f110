#!/usr/bin/env python3
"""Compares the time for a submission in which every cell is wrong with the time for a clean one of the same size.

Makes a clean submission and a copy with the same rows and columns in which each cell below the headings is replaced: dates that are none,
codes that no list has, numbers in words, formulas, and citizen service numbers in text. The cover stays sound, so that every rule runs.
Both run in turn; the median of the rounds counts. The number of findings tells that nothing was skipped.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from compare import report, run

DATES = ["31-13-2026", "30-02-2026", "gisteren", "2026-99-01"]
NUMBERS = ["veel", "1.2.3,4", "12 uur", "#REF!"]
CODES = ["ONBEKEND", "x?", "geen idee", "=A1"]
TEXTS = ["bsn 111222333", "=SOM(A1:A9)", "mail 111222333", "#N/B"]
NAMES = ["=1+1", "", "#NAAM?", "+31"]
NUMBER_COLUMNS = ("uren", "bedrag", "waarde", "aantal", "percentage")
NAME_COLUMNS = ("contractnummer", "deelnemercode", "hoort_bij", "factuurnummer", "_id")
TEXT_COLUMNS = ("toelichting", "omschrijving", "uitkomst", "naam", "rollen", "verband", "reden")
DATE_COLUMNS = ("datum", "gezien_op", "geldig_tot")


def broken(column, row, field):
    """What stands in a broken cell; the kinds change from row to row."""
    for endings, values in ((DATE_COLUMNS, DATES), (NUMBER_COLUMNS, NUMBERS), (NAME_COLUMNS, NAMES), (TEXT_COLUMNS, TEXTS)):
        if any(ending in column for ending in endings):
            return values[(row + field) % len(values)]
    return CODES[(row + field) % len(CODES)]


def spoil(clean, dirty):
    """Copies the submission in `clean` to `dirty` with every cell of every table but the cover broken."""
    dirty.mkdir(parents=True)
    for path in sorted(clean.iterdir()):
        if path.name == "voorblad.csv":
            shutil.copy(path, dirty)
            continue
        heading, *rows = path.read_text(encoding="utf-8-sig").splitlines()
        columns = heading.split(";")
        lines = [heading] + [";".join(broken(name, row, field) for field, name in enumerate(columns)) for row in range(len(rows))]
        (dirty / path.name).write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
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
    clean = next((folder / "in/inzendingen").iterdir())
    dirty = folder / "vies" / clean.name
    spoil(clean, dirty)
    register = ["--register", folder / "in/register", "--quiet"]
    for name, submission in (("clean", clean), ("dirty", dirty)):
        # The counts stand at the beginning, and the rest may be large.
        with subprocess.Popen(
                [arguments.tool, "check", submission, "--format", "json", *register], stdout=subprocess.PIPE) as process:
            head = process.stdout.read(2_000).decode(errors="replace")
            process.stdout.close()
        counts = json.loads(re.search(r'"counts":(\{[^}]*\})', head).group(1))
        size = sum(path.stat().st_size for path in submission.iterdir())
        print(f"{name}: {size} bytes, {sum(counts.values())} findings")
    commands = {
        "check": lambda submission: [arguments.tool, "check", submission, *register],
        "check --format json": lambda submission: [arguments.tool, "check", submission, "--format", "json", *register],
        "check --format csv": lambda submission: [arguments.tool, "check", submission, "--format", "csv", *register],
        "convert": lambda submission: [arguments.tool, "convert", submission, *register, "--output", folder / "uit"],
    }
    runs = {(name, kind): [] for name in commands for kind in ("clean", "dirty")}
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            for kind, submission in (("clean", clean), ("dirty", dirty)):
                runs[name, kind].append(run(command(submission), allowed=(0, 1)))
    for name in commands:
        (clean_wall, clean_cpu), (dirty_wall, dirty_cpu) = (
            report(f"{name}, {kind}", runs[name, kind]) for kind in ("clean", "dirty"))
        print(f"{name}: every cell wrong costs {dirty_wall / clean_wall:.2f} times the wall time of a clean one, "
              f"{dirty_cpu / clean_cpu:.2f} times its CPU")


if __name__ == "__main__":
    main()
