#!/usr/bin/env python3
"""Tries to work out how many people stand behind the rounded figures of the ministry's workbook.

    attack.py [--batches N] [--seed N] [--keep DIR]      (the command: $MAATWERK)

Who reads the workbook knows how it was made. So this script knows the steps of rounding, what is a part of what, which figures of two
sheets or two workbooks are the same, and what a status says of an agreed number. It lays all of that together as bounds, makes them
narrower until nothing changes, and claims a number where one is left. A claim below ten that is true is a leak. Besides, it looks for
numbers that were not rounded at all: in formulas, values that are kept beside them, charts, notes, properties and sentences.

Everything is told from the workbooks and the register alone; the exact workbook only tells whether a claim is true.
"""
import argparse
import collections
import csv
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

import batches

TOOL = os.environ.get("MAATWERK", str(pathlib.Path(__file__).resolve().parents[2] / ".build/release/maatwerk"))
STEP, MOST = 5, 10 ** 6
KINDS = ("Personen", "Plekken", "Vast werk", "Onbepaalde tijd")
ALL = "alle"
STAGES = ("Deden mee", "Nu aan het werk of lerend", "op een leerplek", "met tijdelijk werk", "met vast werk", "langer dan 3 maanden",
          "Gestopt voor opleiding", "Gestopt of onbekend")
# What sentences of the dashboard say, and what it is a part of.
SAID = {"loopt af": r"Voor (?:ongeveer )?([\d.]+) mensen loopt tijdelijk werk", "banenafspraak": r"banenafspraak: ([\d.]+)"}
TOLERANCE = 0.15
# What one person can bring to a contract at most in a year: the highest block of the table of the batches, with its bonus, and the hours.
MOST_EUROS, MOST_HOURS = 50_000, 40 * 53
# A five in figures is what rounding gives.
NUMBER = r"(?:[1-46-9]|twee|drie|vier|vijf|zes|zeven|acht|negen)"
PEOPLE = (r"(?:deelnemer|mens|persoon|personen|kandida|medewerker|collega|jonger|statushouder|werknemer|leerling|stagiair|vrouwen|mannen|"
          r"participant|people|persons|candidate|employee|bleven|begonnen|vielen|kregen|stopten|stroomden|werkten|stayed|started)")
# "drie deelnemers", "4 nieuwe collega's", "twee van de drie bleven"
SPOKEN = re.compile(rf"(?i)\b{NUMBER}\b(?: +\w+){{0,2}} +{PEOPLE}|\b{NUMBER} +(?:van|of) +(?:de|the) +{NUMBER}\b(?! (?:contract|rapportage|report|verwacht|expected|afspra|commitm|leverancier|supplier))")


class Bounds:
    """What is known of each number: the least and the most it can be, and what is a part of what."""

    def __init__(self, slack):
        self.slack = slack
        self.low, self.high = {}, {}
        self.rules = []
        self.only = {}
        self.impossible = 0

    def shown(self, key, value):
        """A figure as it is shown."""
        if value == 0:
            return self.limit(key, 0, 0)
        self.limit(key, max(1, value - self.slack) if value > STEP else 1, value + self.slack)

    def limit(self, key, low=0, high=MOST):
        """Narrows a number; gives whether that was news. What cannot be is a wrong guess at the method, and is passed over."""
        old = self.low.get(key, 0), self.high.get(key, MOST)
        new = max(old[0], low), min(old[1], high)
        if key in self.only:
            possible = [number for number in self.only[key] if new[0] <= number <= new[1]]
            new = (possible[0], possible[-1]) if possible else (1, 0)
        if new[0] > new[1]:
            self.impossible += 1
            return False
        self.low[key], self.high[key] = new
        return new != old

    def among(self, key, numbers):
        """Leaves these numbers: not all between the least and the most are possible."""
        numbers = sorted(set(numbers) & set(self.only.get(key, numbers)))
        if not numbers:
            self.impossible += 1
            return
        self.only[key] = numbers
        self.limit(key)

    def union(self, whole, parts, disjoint=False):
        """`parts` make `whole`; with `disjoint` nobody is in two of them."""
        if parts:
            self.rules.append((whole, tuple(parts), disjoint))

    def narrow(self):
        for _ in range(60):
            changed = False
            for whole, parts, disjoint in self.rules:
                lows = [self.low.get(part, 0) for part in parts]
                highs = [self.high.get(part, MOST) for part in parts]
                changed |= self.limit(whole, sum(lows) if disjoint else max(lows), sum(highs))
                least, most = self.low.get(whole, 0), self.high.get(whole, MOST)
                for part, low, high in zip(parts, lows, highs):
                    changed |= self.limit(part, least - (sum(highs) - high), most - (sum(lows) - low) if disjoint else most)
            if not changed:
                return

    def claims(self):
        return {key: low for key, low in self.low.items() if 0 < low < 10 and low == self.high.get(key)}


class Workbook:
    """A ministry's workbook, by its sheets of rows."""

    def __init__(self, path):
        self.path = path
        book = openpyxl.load_workbook(path, data_only=True)
        self.sheets = {}
        for sheet in book:
            rows = list(sheet.iter_rows(min_row=4, values_only=True))
            heading = rows[0] if rows else ()
            self.sheets[sheet.title] = [dict(zip(heading, row)) for row in rows[1:] if any(c is not None for c in row[1:])]
        self.contracts = {}
        for row in self.rows("Contracten"):
            self.contracts[row["Contract"]] = row
        # The funnel and the trend of the dashboard, by the words beside them.
        self.funnel, self.trend, self.regimes, self.chance = {}, [], [], None
        for row in book["Dashboard"].iter_rows(values_only=True):
            if isinstance(row[0], str) and isinstance(row[1], (int, float)):
                self.funnel.setdefault(row[0].strip(" ·"), row[1])
            if len(row) > 9 and row[4] in ("Mensen", "Met vast werk"):
                self.trend += [(row[4], place, value) for place, value in enumerate(cell for cell in row[5:10] if isinstance(cell, (int, float)))]
            if isinstance(row[0], str) and row[0].endswith(", personen") and isinstance(row[3], (int, float)):
                self.regimes.append((row[0].rsplit(",", 1)[0], row[3]))
            for text in row:
                for name, pattern in SAID.items():
                    match = isinstance(text, str) and re.search(pattern, text)
                    if match:
                        self.funnel.setdefault(name, int(match.group(1).replace(".", "")))
            if "Kans" in str(row[0]):
                match = next((m for text in row if isinstance(text, str) and (m := re.fullmatch(r"bij (\d+) leveranciers?", text))), None)
                self.chance = match and int(match.group(1))
        self.supplier = {number: row.get("Leverancier") for number, row in self.contracts.items()}

    def rows(self, sheet):
        return self.sheets.get(sheet, [])

    def figures(self):
        """Every number of people that is shown, by what it is about: kind, contracts, periods, group."""
        everything = frozenset(self.contracts)

        def about(contracts, period, group=None):
            return frozenset(contracts), period, group

        for number, row in self.contracts.items():
            yield about([number], ALL), row
        for row in self.rows("Gegevens"):
            yield about([row["Contract"]], row["Periode"], row.get("Code")), row
        for row in self.rows("Doelgroepen"):
            kind = "soort" if "soort" in str(row["Indeling"]).lower() else "groep"
            yield about(everything, ALL, row["Code"] if kind == "groep" else ("soort", row["Code"])), row
        for row in self.rows("Regio"):
            yield about(everything, ALL, ("regio", row["Regio"])), {**row, "Vast werk": row.get("Kansen op vast werk")}
        for sheet, column in (("Categorieën", "Categorie"), ("Leveranciers", "Leverancier"), ("Opdrachtgevers", "Opdrachtgever")):
            for row in self.rows(sheet):
                own = [n for n, contract in self.contracts.items() if contract.get(column, contract.get(f"{column} (OIN)")) == row.get(column, row.get(f"{column} (OIN)"))]
                if own and len(own) == row["Contracten"]:
                    yield about(own, ALL), row
        for row in self.rows("Trend"):
            if "vervangen" not in str(row.get("Wat")) and row.get("Contract") in self.contracts:
                yield about([row["Contract"]], row["Nu"]), {"Personen": row["Personen nu"]}
                yield about([row["Contract"]], row["Eerder"]), {"Personen": row["Personen eerder"]}
            elif "samen" in str(row.get("Wat")):
                yield about(everything, "samen " + row["Nu"]), {"Personen": row["Personen nu"]}
                yield about(everything, "samen " + row["Eerder"]), {"Personen": row["Personen eerder"]}

    def values(self):
        for (contracts, period, group), row in self.figures():
            for kind in KINDS:
                if isinstance(row.get(kind), (int, float)):
                    yield (kind, contracts, period, group), row[kind]
        everything = frozenset(self.contracts)
        for name, value in self.funnel.items():
            if name in STAGES or name in SAID:
                yield ("Trap", everything, ALL, name), value
        for name, place, value in self.trend:
            yield ("Trend " + name, everything, place, None), value


def relate(bounds, workbook, register):
    """What is a part of what, and what a status says."""
    seen = dict(workbook.values())
    for key, value in seen.items():
        bounds.shown(key, value)
    by_contract = collections.defaultdict(list)
    for key in seen:
        if len(key[1]) == 1:
            by_contract[key[0], next(iter(key[1]))].append(key)
    for kind in KINDS:
        for number in workbook.contracts:
            whole = (kind, frozenset([number]), ALL, None)
            lines = by_contract[kind, number]
            groups = [key for key in lines if key[3] is not None]
            bounds.union(whole, groups, disjoint=kind == "Plekken" and len({key[2] for key in groups}) == 1)
            periods = {key[2] for key in lines if key[2] != ALL and not key[2].startswith("samen ")}
            for period in periods:
                of_period = (kind, frozenset([number]), period, None)
                bounds.union(of_period, [key for key in groups if key[2] == period], disjoint=kind == "Plekken")
            bounds.union(whole, [(kind, frozenset([number]), period, None) for period in periods])
        wholes = {key for key in seen if key[0] == kind and key[2] == ALL and key[3] is None}
        for whole in wholes:
            parts = [(kind, frozenset([number]), ALL, None) for number in whole[1]]
            if len(parts) > 1:
                suppliers = [workbook.supplier[number] for number in whole[1]]
                bounds.union(whole, parts, disjoint=kind == "Plekken" or len(set(suppliers)) == len(suppliers))
                # Of two suppliers nobody is the same; within one somebody can stand under two contracts.
                groups = collections.defaultdict(set)
                for number in whole[1]:
                    groups[workbook.supplier[number]].add(number)
                of_suppliers = [(kind, frozenset(group), ALL, None) for group in groups.values()]
                bounds.union(whole, of_suppliers, disjoint=True)
                for part in of_suppliers:
                    if len(part[1]) > 1 and part != whole:
                        bounds.union(part, [(kind, frozenset([number]), ALL, None) for number in part[1]])
        # Everything, by whatever divides it into suppliers, categories, clients.
        everything = (kind, frozenset(workbook.contracts), ALL, None)
        of_supplier = collections.defaultdict(set)
        for number, supplier in workbook.supplier.items():
            of_supplier[supplier].add(number)
        bounds.union(everything, [(kind, frozenset(own), ALL, None) for own in of_supplier.values()], disjoint=True)
        for group in {key[3] for key in seen if key[0] == kind and isinstance(key[3], str)}:
            whole = (kind, frozenset(workbook.contracts), ALL, group)
            parts = [key for key in seen if key[0] == kind and key[3] == group and len(key[1]) == 1]
            # Who is in a group in one period counts once, whatever other suppliers do.
            one = len({key[2] for key in parts}) == 1 and len({workbook.supplier[next(iter(k[1]))] for k in parts}) == len(parts)
            bounds.union(whole, parts, disjoint=one)
    for key in list(seen):
        kind, contracts, period, group = key
        if kind != "Plekken":
            # A person has at least one place; permanent work is of some of the persons.
            bounds.union(("Plekken" if kind == "Personen" else "Personen", *key[1:]), [key, ("rest", kind, *key[1:])])
    everything = frozenset(workbook.contracts)
    stage = {name: ("Trap", everything, ALL, name) for name in STAGES}
    bounds.union(stage["Deden mee"], [stage[name] for name in (STAGES[1], *STAGES[6:])], disjoint=True)
    bounds.union(stage[STAGES[1]], [stage[name] for name in STAGES[2:5]], disjoint=True)
    bounds.union(stage["met vast werk"], [stage["langer dan 3 maanden"], ("rest vast", everything)], disjoint=True)
    bounds.union(("Personen", everything, ALL, None), [stage["Deden mee"]])
    for _, place, _ in workbook.trend:
        people, permanent = (("Trend " + name, everything, place, None) for name in ("Mensen", "Met vast werk"))
        bounds.union(people, [permanent, ("rest trend", everything, place)], disjoint=True)
        bounds.union(("Personen", everything, ALL, None), [people, ("rest personen", everything, place)], disjoint=True)
    regions = [key for key in seen if isinstance(key[3], tuple) and key[3][0] == "regio" and key[1] == everything]
    bounds.union(("Personen", everything, ALL, None), regions)
    for key in [key for key in seen if str(key[2]).startswith("samen ")]:
        # Who reported every period, in one of them: as on the dashboard.
        bounds.union(("Personen", everything, ALL, None), [key, ("rest samen", everything, key[2])], disjoint=True)
    ending, agreement = (("Trap", everything, ALL, name) for name in SAID)
    bounds.union(stage["met tijdelijk werk"], [ending, ("rest tijdelijk", everything)], disjoint=True)
    bounds.union(("Personen", everything, ALL, None), [agreement, ("rest banenafspraak", everything)], disjoint=True)
    if workbook.chance:
        # Of each of these suppliers one person, at least.
        bounds.limit(ending, workbook.chance)
    for name, value in workbook.regimes:
        own = [number for number, row in workbook.contracts.items() if row.get("Werkwijze") == name and str(row.get("Eenheid")).lower() == "personen"]
        whole = ("Werkwijze", frozenset(own), name)
        # The sum, to the nearest multiple and never otherwise.
        bounds.limit(whole, *((1, 7) if value == STEP else (value - 2, value + 2) if value else (0, 0)))
        bounds.union(whole, [("Personen", frozenset([number]), ALL, None) for number in own], disjoint=True)
    for number, row in workbook.contracts.items():
        status(bounds, workbook, number, row, register)
        worth(bounds, workbook, number, row)


def worth(bounds, workbook, number, row):
    """How many people are needed at least for what they are worth, worked, and are in full-time equivalents."""
    key = ("Personen", frozenset([number]), ALL, None)
    periods = len({line["Periode"] for line in workbook.rows("Gegevens") if line["Contract"] == number}) or 4
    # Groups beside each other stand for periods where there are no groups.
    for name, step, most in (("Fte gemiddeld", 5, 1), ("Gewerkte uren", 2_500, MOST_HOURS * periods / 4), ("Gerealiseerd", 25_000, MOST_EUROS * periods / 4)):
        value = next((value for heading, value in row.items() if str(heading).split(",")[0] == name), None)
        if isinstance(value, (int, float)) and value > step:
            bounds.limit(key, math.ceil((value - step / 2) / most))


def nearest(number):
    """The multiple that a number is rounded to, when it is not moved."""
    return 0 if number == 0 else max(STEP, (number + 2) // STEP * STEP)


def may_show(number):
    """All that can be shown of a number: its own multiple, or the one on its other side."""
    below = number // STEP * STEP
    return {nearest(number)} | ({below, below + STEP} if number > STEP and number % STEP else set())


def standing(number, target, elapsed, known, grows):
    """How a contract stands with so many: as `Standing.of`."""
    if number >= target:
        return "Gehaald"
    if not grows:
        return "Op koers" if round((number / target + TOLERANCE - 1) * 1e9) >= 0 else "Loopt achter"
    if not known:
        return "Eerder onbekend"
    return "Op koers" if round((number / target + TOLERANCE - elapsed) * 1e9) >= 0 else "Loopt achter"


def told(number, figure, target, elapsed, known, grows):
    """The word that is shown of a contract with so many, beside this figure: as `agreeWithFigures`."""
    word, said = spared(number, target, elapsed, known, grows), standing(figure, target, elapsed, known, grows)
    if word == "Gehaald":
        return word if said == word else "Op koers"
    return "Begonnen" if word in ("Loopt achter", "Eerder onbekend") and said == "Gehaald" else word


def spared(number, target, elapsed, known, grows):
    """The word of a contract with so many that tells no number: as `shareStanding`."""
    own, shown = standing(number, target, elapsed, known, grows), nearest(number)
    if not shown:
        return own
    possible = range(1, 8) if shown == STEP else range(shown - 2, shown + 3)
    sizes = collections.Counter(standing(n, target, elapsed, known, grows) for n in possible)
    if 1 not in sizes.values():
        return own
    low = sizes["Loopt achter"] or sizes["Eerder onbekend"] or 2
    if low > 1 and sizes["Op koers"] + sizes["Gehaald"] != 1:
        return "Op koers" if own == "Gehaald" else own
    return "Begonnen"


def last_day(period):
    """The last day of a period as it is written: `2026`, `2026-H1`, `2026-Q2`, `2026-06` or `01-04-2026/30-06-2026`; None for anything else."""
    import datetime
    text = str(period or "")
    match = re.fullmatch(r"(\d{4})(?:-(H|Q)?(\d{1,2}))?", text)
    if match:
        months = int(match[3]) * {"H": 6, "Q": 3, None: 1}[match[2]] if match[3] else 12
        return datetime.datetime(int(match[1]) + months // 12, months % 12 + 1, 1) - datetime.timedelta(days=1)
    match = re.fullmatch(r".*/(\d{2})-(\d{2})-(\d{4})", text)
    return datetime.datetime(int(match[3]), int(match[2]), int(match[1])) if match else None


def status(bounds, workbook, number, row, register):
    """What is said of a contract whose agreed number and term everybody can know."""
    terms = register.get(number, {})
    unit, target = terms.get("doel_eenheid"), terms.get("doel_aantal")
    kind = {"personen": "Personen", "plekken": "Plekken", "fte": "Personen"}.get(unit)
    word = str(row.get("Hoe het staat") or row.get("Stand"))
    if not kind or not target:
        return
    target = float(target.replace(",", "."))
    key = (kind, frozenset([number]), ALL, None)
    if unit == "fte":
        # As many people as full-time equivalents, at least.
        if "Gehaald" in word or "Op koers" in word:
            bounds.limit(key, math.ceil(round(target * (1 if "Gehaald" in word else 1 - TOLERANCE), 6)))
        return
    shown = row.get(kind)
    begin, end = terms["start"], terms["end"]
    days = (end - begin).days + 1
    day = min(register["stand"], last_day(row.get("Laatste periode")) or register["stand"])
    elapsed = min(days, max(0, (day - begin).days + 1)) / days
    possible = [
        number for number in range(0, 200)
        if any(
            told(number, figure, target, elapsed, known, unit == "personen") in word
            for figure in may_show(number) if not isinstance(shown, (int, float)) or shown == figure
            for known in (True, False))]
    if any(name in word for name in ("Gehaald", "Op koers", "Loopt achter", "Eerder onbekend", "Begonnen")):
        bounds.among(key, possible)


def read_register(folder, workbook):
    import csv
    import datetime
    register = {}
    with open(folder / "verplichtingen.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            register[row["contractnummer"]] = dict(row)
    parse = lambda text: datetime.datetime.strptime(text, "%d-%m-%Y")
    with open(folder / "contracten.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            register.setdefault(row["contractnummer"], {}).update(start=parse(row["ingangsdatum"]), end=parse(row["einddatum"]))
    for row in workbook.rows("Herkomst"):
        if row.get("Gegeven") == "stand op":
            register["stand"] = parse(str(row["Waarde"]))
    return register


# What was not rounded at all

def unrounded(path):
    """What stands in the file as it is: values, formulas, charts, notes, properties and sentences."""
    found = []
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in formulas:
        heading = {cell.column: str(cell.value) for cell in sheet[4]}
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                name = heading.get(cell.column, "")
                if not any(name == kind or name.startswith(kind + " ") for kind in KINDS) or sheet.title in ("Dashboard", "Leeswijzer"):
                    continue
                value = values[sheet.title][cell.coordinate].value
                if isinstance(value, (int, float)) and value % STEP:
                    found.append(f"{sheet.title}!{cell.coordinate} {name}: {value}")
                if cell.data_type == "f" and re.search(r"(?<![A-Z$\d.])[1-9]\d*(?![\d.]*[A-Z(:!])(?:\.\d+)?", re.sub(r"'[^']*'![$A-Z\d:]+|\$?[A-Z]+\$?\d+", "", cell.value).replace(",1)", ")").replace(",0)", ")")):
                    found.append(f"{sheet.title}!{cell.coordinate} {name}: {cell.value}")
                if cell.comment and SPOKEN.search(cell.comment.text):
                    found.append(f"{sheet.title}!{cell.coordinate}: {cell.comment.text}")
    for row in values["Elders"].iter_rows(min_row=5):
        found += [f"Elders!{cell.coordinate}: {cell.value}" for cell in row[:-1]
                  if isinstance(cell.value, (int, float)) and cell.value % 25_000]
    for row in values["Regio"].iter_rows(min_row=5, values_only=True):
        found += [f"Regio: {row[0]} {count}" for count in row[2:4] if isinstance(count, (int, float)) and count % STEP]
    with zipfile.ZipFile(path) as package:
        for entry in package.namelist():
            text = package.read(entry).decode("utf-8", "replace")
            if re.search(r"charts/chart|drawings/|docProps/|comments|sharedStrings|custom", entry) or "worksheets" in entry:
                plain = re.sub(r"(?:<[^>]+>)+", "\n", text)
                found += [f"{entry}: {match.group()}" for match in SPOKEN.finditer(plain)]
    # The twin for programs is as rounded as the workbook.
    for table in path.with_name(path.stem + "-gegevens").glob("*.csv"):
        with open(table, encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                for name, step in (("personen", STEP), ("personen_nu", STEP), ("personen_eerder", STEP), ("kansen", STEP), ("vast_werk", STEP)):
                    if re.fullmatch(r"-?[\d.]+", line.get(name) or "") and float(line[name]) % step:
                        found.append(f"{table.name} {name}: {line[name]}")
                found += [f"{table.name}: {match.group()}" for match in SPOKEN.finditer("\n".join(str(v) for v in line.values()))]
    # How many rows a report has tells how many people it is about.
    for row in values["Herkomst"].iter_rows(min_row=5, values_only=True):
        match = re.search(r"\b(\d+) van (\d+) rijen", " ".join(str(c) for c in row))
        if match:
            found.append(f"Herkomst: {match.group()}")
    heading = [cell.value for cell in values["Afspraken"][4]]
    for row in values["Afspraken"].iter_rows(min_row=5, values_only=True):
        line = dict(zip(heading, row))
        progress = next((value for name, value in line.items() if str(name).startswith("Voortgang")), None)
        if line.get("Eenheid") in ("Personen", "Plekken", "Fte") and isinstance(progress, (int, float)) and isinstance(line.get("Aantal"), (int, float)):
            found.append(f"Afspraken: {progress}% van {line['Aantal']} {line['Eenheid']}")
    return found


def run(*arguments):
    done = subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True, timeout=600)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{arguments}: {done.returncode}\n{done.stderr[-2000:]}")


def attack(folder, seed):
    """Makes a batch and attacks it; gives the leaks, and how many figures were looked at."""
    quarters = batches.make(folder, seed)
    register, results = folder / "register", folder / "uit"
    inbox = sorted((folder / "in").iterdir())
    for only in ("gegevens", "bevindingen"):
        run("convert", *inbox, "--register", register, "--output", results, "--only", only, "--quiet")
    made = sorted(path for path in results.iterdir() if path.is_dir() and not path.name.startswith("."))
    rounded = [folder / "alles.xlsx"]
    run("consolidate", *made, "--register", register, "--output", rounded[0], "--quiet")
    run("consolidate", *made, "--register", register, "--output", folder / "precies.xlsx", "--exact", "--quiet")
    for by in ("client", "category", "supplier"):
        (folder / by).mkdir()
        run("consolidate", *made, "--register", register, "--by", by, "--output", folder / by / "deel.xlsx", "--quiet")
        rounded += sorted((folder / by).glob("*.xlsx"))
    exact = dict(Workbook(folder / "precies.xlsx").values())
    books = [Workbook(path) for path in rounded]
    known = read_register(register, books[0])
    leaks = []
    for path in rounded:
        leaks += [f"{path.name}: {what}" for what in unrounded(path)]
    # To the nearest multiple, as it is nearly always; and to either neighbour, as it can be.
    claims = {}
    for slack in (2, 4):
        for chosen in (books[:1], books):
            bounds = Bounds(slack)
            for book in chosen:
                relate(bounds, book, known)
            bounds.narrow()
            claims.update(bounds.claims())
    leaks += [f"{key[0]} van {', '.join(sorted(key[1]))} {key[2]} {key[3] or ''}: {value}"
              for key, value in claims.items() if exact.get(key) == value]
    # Another run, without the last report: what is left of a difference.
    if len(made) > 1:
        fewer = folder / "minder.xlsx"
        run("consolidate", *made[:-1], "--register", register, "--output", fewer, "--quiet")
        leaks += [f"minder.xlsx: {what}" for what in unrounded(fewer)]
        leaks += compare(books, Workbook(fewer), known, made, exact)
    return sorted(set(leaks), key=lambda leak: (".xlsx" in leak, leak)), len(exact)


def compare(books, fewer, known, made, exact):
    """What two runs tell that differ by one report: all figures of other suppliers are the same, and the totals differ by that report."""
    kvk = "92000" + made[-1].name.split("-")[0][1:]
    own = {number for number, row in books[0].contracts.items() if str(row.get("KvK-nummer")) == kvk}
    assert own, kvk
    alone = sum(path.name.startswith(made[-1].name.split("-")[0] + "-") for path in made) == 1
    leaks = []
    for slack in (2, 4):
        bounds, other = Bounds(slack), Bounds(slack)
        for book in books:
            relate(bounds, book, known)
        relate(other, fewer, known)

        def renamed(key):
            contracts = next((part for part in key if isinstance(part, frozenset)), frozenset())
            return key if not contracts & own else ("minder", *key)

        for key, low in other.low.items():
            bounds.limit(renamed(key), low, other.high[key])
        for key, numbers in other.only.items():
            bounds.among(renamed(key), numbers)
        for whole, parts, disjoint in other.rules:
            bounds.union(renamed(whole), [renamed(part) for part in parts], disjoint)
        everything = frozenset(books[0].contracts)
        for kind in ("Personen", "Vast werk"):
            whole, before = (kind, everything, ALL, None), ("minder", kind, everything, ALL, None)
            bounds.union(whole, [before, ("rest minder", kind)], disjoint=True)
            if alone:
                bounds.union(whole, [before, *((kind, frozenset([number]), ALL, None) for number in own)], disjoint=len(own) == 1)
        bounds.narrow()
        leaks += [f"twee keer: {key[0]} van {', '.join(sorted(key[1]))} {key[2]} {key[3] or ''}: {value}"
                  for key, value in bounds.claims().items() if exact.get(key) == value]
    return leaks


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--batches", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    failed = 0
    for seed in range(options.seed, options.seed + options.batches):
        folder = options.keep / str(seed) if options.keep else pathlib.Path(tempfile.mkdtemp(prefix="maatwerk-"))
        shutil.rmtree(folder, ignore_errors=True)
        try:
            leaks, figures = attack(folder, seed)
        finally:
            if not options.keep:
                shutil.rmtree(folder, ignore_errors=True)
        print(f"batch {seed}: {figures} figures, {len(leaks)} leaks")
        for leak in leaks[:40]:
            print("   ", leak[:200])
        failed += bool(leaks)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
