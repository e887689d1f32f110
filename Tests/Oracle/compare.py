#!/usr/bin/env python3
"""Compares the command's figures with the recalculation, on made-up cases. See README.md.

    compare.py [--seed N] [--placements N] [--tool MAATWERK] [--fields NAME,NAME] [--skip NAME,NAME] [--reading NAME=VALUE] [--keep DIR]
    compare.py --cases DIR                 compares DIR/*/register and DIR/*/submission
    compare.py --submission DIR --register DIR

Prints every difference with its place and both derivations, and ends with "N compared, N differences". Exit status 1 if there are any.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

from make_cases import make
from oracle import READINGS, ROOT, Recalculation, readings_of

# What is compared. Leave a name out here, or with --skip, as long as the command does not have it.
PLACEMENT_FIELDS = ["tabel_id", "blok_code", "blok_waarde", "voltijd_uren", "fte", "dagen", "waarde_berekend"]
CONTRACT_FIELDS = ["agreed", "realised", "persons", "places", "fte_average", "fte_last_day", "hours", "value", "in_consultation"]
# Two names for the same unit.
UNITS = {"eur": "euro", "€": "euro"}


class Comparison:
    def __init__(self, tool, fields, readings, limit=None):
        self.tool, self.fields, self.readings, self.limit = str(tool), set(fields), readings, limit
        self.compared = self.differences = 0
        self.rows, self.by_field = collections.Counter(), collections.Counter()

    def differs(self, place, field, tool, oracle, tool_how, oracle_how):
        self.differences += 1
        self.by_field[field] += 1
        if self.limit is None or self.by_field[field] <= self.limit:
            print(f"{place}: {field}: command {show(tool)}, recalculation {show(oracle)}\n    command:       {tool_how}\n    recalculation: {oracle_how}")

    def case(self, submission, register):
        """Runs both on one submission."""
        with tempfile.TemporaryDirectory(prefix="maatwerk-oracle-") as folder:
            valued = run(self.tool, submission, register, pathlib.Path(folder) / "gegevens", "gegevens") / "gegevens" / "waardering.csv"
            findings = run(self.tool, submission, register, pathlib.Path(folder) / "bevindingen", "bevindingen") / "bevindingen.json"
            placements = []
            if valued.exists():
                with open(valued, encoding="utf-8-sig", newline="") as file:
                    placements = list(csv.DictReader(file))
            figures = json.loads(findings.read_text(encoding="utf-8"), parse_float=Decimal)
        mine = Recalculation(submission, register, **self.readings)
        self.placements(submission, placements, mine)
        if self.fields & set(CONTRACT_FIELDS):
            self.contracts(submission, figures.get("contracts"), mine)
        self.rows.update(placements=len(mine.placements), activities=sum(map(len, mine.activities.values())),
                         purchases=sum(map(len, mine.purchases.values())))

    def placements(self, submission, rows, mine):
        theirs = {row["inzet_id"]: row for row in rows}
        for placement in mine.placements:
            record = placement.record()
            id = record["inzet_id"]
            place = f"{submission} inzet {id}"
            row = theirs.pop(id, None)
            if row is None:
                self.differs(place, "row", None, id, "no row in waardering.csv", record["how"])
                continue
            for field in PLACEMENT_FIELDS:
                if field in self.fields:
                    self.compared += 1
                    if row.get(field) != record[field]:
                        self.differs(place, field, row.get(field), record[field], row.get("uitleg"), record["how"])
        for id, row in theirs.items():
            self.differs(f"{submission} inzet {id}", "row", id, None, row.get("uitleg"), "no such placement")

    def contracts(self, submission, objects, mine):
        if objects is None:
            self.differs(submission, "contracts", None, len(mine.contracts), "no contracts in bevindingen.json", "")
            return
        theirs = {each["contract"]: each for each in objects}
        for contract in mine.contracts:
            place = f"{submission} contract {contract['contract']}"
            figures = theirs.pop(contract["contract"], None)
            if figures is None:
                if contract["rows"]:
                    self.differs(place, "contract", None, contract["contract"], "no object in contracts", contract["how"])
                continue
            expected = dict(contract)
            unit = UNITS.get(figures.get("unit"), figures.get("unit"))
            goals = {goal: agreed for agreed, goal in contract["goals"]}
            if unit in goals or unit in contract["measured"] and not goals:
                expected |= {"agreed": goals.get(unit), "realised": contract["measured"][unit]}
            for field in CONTRACT_FIELDS:
                if field in self.fields:
                    self.compared += 1
                    if not same(figures.get(field), expected[field], 2 if field in ("value", "in_consultation") else 4):
                        self.differs(place, field, figures.get(field), expected[field], {key: show(value) for key, value in figures.items()}, contract["how"])
        for id in theirs:
            self.differs(f"{submission} contract {id}", "contract", id, None, "", "no such contract")


def same(theirs, mine, decimals):
    if theirs is None or mine is None:
        return theirs is None and mine is None
    step = Decimal(1).scaleb(-decimals)
    return Decimal(str(theirs)).quantize(step) == Decimal(str(mine)).quantize(step)


def show(value):
    return "nothing" if value in (None, "") else str(value)


def run(tool, submission, register, out, only):
    command = [tool, "convert", str(submission), "--register", str(register), "--output", str(out), "--only", only, "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\nended with {result.returncode}\n{result.stderr}")
    return out / pathlib.Path(submission).name


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--placements", type=int, default=5000, help="at least this many placements; half as many purchases and activities")
    parser.add_argument("--tool", default=os.environ.get("MAATWERK", ROOT / ".build" / "release" / "maatwerk"))
    parser.add_argument("--cases", help="compare these cases instead of made-up ones")
    parser.add_argument("--submission")
    parser.add_argument("--register")
    parser.add_argument("--fields", default=",".join(PLACEMENT_FIELDS + CONTRACT_FIELDS))
    parser.add_argument("--skip", default="", help="fields to leave out; 'contracts' is all of a contract's")
    parser.add_argument("--reading", action="append", default=[], metavar="NAME=VALUE", help=", ".join(READINGS))
    parser.add_argument("--limit", type=int, help="print at most this many differences of a field")
    parser.add_argument("--keep", help="write the made-up cases here, and keep them")
    return parser.parse_args()


def main():
    options = arguments()
    skipped = set(options.skip.split(","))
    if "contracts" in skipped:
        skipped |= set(CONTRACT_FIELDS)
    comparison = Comparison(options.tool, set(options.fields.split(",")) - skipped, readings_of(options.reading), options.limit)
    with tempfile.TemporaryDirectory(prefix="maatwerk-oracle-cases-") as folder:
        if options.submission:
            pairs = [(options.submission, options.register)]
        else:
            cases = sorted(pathlib.Path(options.cases).iterdir()) if options.cases else make(options.keep or folder, options.seed, options.placements)
            pairs = [(case / "submission", case / "register") for case in cases]
        for submission, register in pairs:
            comparison.case(submission, register)
    rows = ", ".join(f"{count} {name}" for name, count in comparison.rows.items())
    fields = ", ".join(f"{name} {count}" for name, count in comparison.by_field.most_common())
    print(f"seed {options.seed}: {rows}{'; differences: ' if fields else ''}{fields}")
    print(f"{comparison.compared} compared, {comparison.differences} differences")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
