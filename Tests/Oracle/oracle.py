#!/usr/bin/env python3
"""Recalculates what counts as realised under a contract, from the description alone. See README.md.

    oracle.py SUBMISSION REGISTER [--reading NAME=VALUE]...

prints the placements and the contracts as JSON, each with the words of its derivation ("how").
"""
import argparse
import calendar
import collections
import csv
import dataclasses
import datetime
import json
import math
import pathlib
import re
import sys
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT_IN = ROOT / "Sources" / "Parameters" / "Tables"
ONE_DAY = datetime.timedelta(days=1)

# Where the description can be read in more than one way: the choices, the default first. The numbers are those of README.md.
READINGS = {
    "hours": ("whole", "first_day", "worked"),  # 1: when a row of uren.csv lies inside the counting days
    "hours_source": ("column", "months"),       # 2: what goes first when both are reported
    "hours_capped": ("yes", "no"),              # 3: whether max_fte holds for the hours themselves, besides the value
    "weeks_capped": ("yes", "no"),              # 4: whether a calendar year of weeks is at most one year
    "once": ("first_period", "each_period"),    # 5: what "once" is, for a unit or a bonus
    "total_rounding": ("placements", "all"),    # 6: whether per_totaal holds for activities and purchases as well
    "no_day": ("zero", "unknown"),              # 7: a placement without a counting day whose block or hours are not known
    "overlap": ("counting", "all"),             # 8: whether a row of uren.csv outside the period can be the earlier of two
}


# --- Numbers, days, files -----------------------------------------------------------------------------------------

def number(text):
    """A number as suppliers write it in clean files: 1234,5 or 1234.5. None for an empty cell."""
    text = (text or "").strip()
    if not text:
        return None
    if not re.fullmatch(r"-?\d+([.,]\d+)?", text):
        raise ValueError(f"not a plain number: {text!r}")
    return Fraction(text.replace(",", "."))


def day(text):
    text = (text or "").strip()
    if not text:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    match = re.fullmatch(r"(\d\d?)[-/](\d\d?)[-/](\d{4})", text)
    if not match:
        raise ValueError(f"not a plain day: {text!r}")
    return datetime.date(int(match[3]), int(match[2]), int(match[1]))


def half_up(value, decimals=2):
    """Rounds a Fraction half away from zero, to a Fraction."""
    scale = 10 ** decimals
    scaled = abs(value) * scale
    rounded = Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), scale)
    return -rounded if value < 0 else rounded


def written(value, decimals=None):
    """A Fraction as the normalised tables write it: with exactly `decimals` places, or with at most four."""
    if value is None:
        return ""
    rounded = half_up(value, 4 if decimals is None else decimals)
    whole, digits = f"{float(rounded):.{4 if decimals is None else decimals}f}".split(".")
    return f"{whole}.{digits}" if decimals is not None else f"{whole}.{digits}".rstrip("0").rstrip(".")


def table(path):
    """The rows of a CSV file in UTF-8, its separator the one its heading uses most."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        heading = file.readline()
        file.seek(0)
        separator = max(";,\t|", key=heading.count)
        reader = csv.DictReader(file, delimiter=separator)
        return [{(key or "").strip().lower(): (value or "").strip() for key, value in row.items() if key is not None} for row in reader]


@dataclasses.dataclass(frozen=True)
class Span:
    """Days, the first and the last included."""
    first: datetime.date
    last: datetime.date

    def __and__(self, other):
        if self is None or other is None:
            return None
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Span(first, last) if first <= last else None

    def __contains__(self, when):
        return self.first <= when <= self.last

    @property
    def days(self):
        return (self.last - self.first).days + 1

    def parts(self, unit):
        """(days that lie in it, days it has) of each calendar year or calendar month that the span touches."""
        first = self.first
        while first <= self.last:
            if unit == "year":
                last, size = datetime.date(first.year, 12, 31), 366 if calendar.isleap(first.year) else 365
            else:
                size = calendar.monthrange(first.year, first.month)[1]
                last = first.replace(day=size)
            until = min(last, self.last)
            yield (until - first).days + 1, size
            first = until + ONE_DAY

    def __str__(self):
        return f"{self.first:%d-%m-%Y} to {self.last:%d-%m-%Y}"


def both(*spans):
    """The days that lie in every span; None when there are none."""
    result = spans[0]
    for span in spans[1:]:
        if result is None or span is None:
            return None
        result = result & span
    return result


def period(text):
    """2026, 2026-H1, 2026-Q2, 2026-06 or 01-04-2026/30-06-2026."""
    text = text.strip().upper()
    if "/" in text and len(text) > 10:
        first, last = text.split("/")
        return Span(day(first), day(last))
    match = re.fullmatch(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)))?", text)
    if not match:
        raise ValueError(f"not a period: {text!r}")
    year = int(match[1])
    if match[2]:
        first, months = 6 * int(match[2]) - 5, 6
    elif match[3]:
        first, months = 3 * int(match[3]) - 2, 3
    elif match[4]:
        first, months = int(match[4]), 1
    else:
        first, months = 1, 12
    last = first + months - 1
    return Span(datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1]))


def months_on(when, months, day_of_month=None):
    """The same day `months` months later (or earlier), or that month's last day where it has no such day."""
    index = when.year * 12 + when.month - 1 + months
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(day_of_month or when.day, calendar.monthrange(year, month + 1)[1]))


def last_of_duration(first, months):
    """The last day of `months` months that begin on `first`: the day before the same day, within that month."""
    if first.day == 1:
        return months_on(first, months) - ONE_DAY
    return months_on(first, months, first.day - 1)


# --- The register ---------------------------------------------------------------------------------------------------

def codes(text):
    return {code.strip() for code in re.split(r"[|,+/]", text or "") if code.strip()}


@dataclasses.dataclass
class Condition:
    """`column=value|value & column=value`; `verklaring` and `bedrag` are apart, for no column of a row decides on them."""
    columns: list
    statement: set
    amount: str

    @classmethod
    def read(cls, text):
        columns, statement, amount = [], set(), None
        for part in (part.strip() for part in (text or "").split("&")):
            if not part:
                continue
            name, _, values = part.partition("=")
            if name.strip() == "verklaring":
                statement |= codes(values)
            elif name.strip() == "bedrag":
                amount = values.strip()
            else:
                columns.append((name.strip(), codes(values)))
        return cls(columns, statement, amount)

    def holds(self, row):
        return all(codes(row.get(name, "")) & values for name, values in self.columns)


@dataclasses.dataclass
class Block:
    code: str
    input: str
    groups: set
    duration: set
    level: set
    kind: set
    condition: Condition
    value: Fraction
    unit: str
    counting_months: int
    minimum_hours: Fraction
    maximum: tuple

    def fits(self, row):
        return ((not self.groups or row.get("doelgroep") in self.groups)
                and (not self.duration or row.get("duurklasse") in self.duration)
                and (not self.level or row.get("niveau") in self.level)
                and (not self.kind or row.get("soort_inzet") in self.kind)
                and self.condition.holds(row))

    @property
    def rank(self):
        """The order of precedence: the first of the blocks that fit, in this order, is the block."""
        return bool(self.condition.statement), not self.kind, not self.level, not self.duration

    @property
    def in_consultation(self):
        return "in_overleg" in self.condition.statement


@dataclasses.dataclass
class Bonus:
    code: str
    value: Fraction
    condition: Condition
    stackable: bool
    once: bool


class ValuationTable:
    def __init__(self, path):
        self.blocks, self.bonuses = [], []
        for row in table(path):
            condition = Condition.read(row["voorwaarde"])
            if row["soort_regel"] == "tabel":
                self.id = row["tabel_id"]
                self.full_time, self.year_hours = number(row["voltijd_uren"]), number(row["jaaruren"])
                self.look_back, self.minimum_hours = number(row["terugkijkmaanden"]), number(row["min_uren"])
            elif row["soort_regel"] == "blok":
                match = re.fullmatch(r"([\d.,]+) per (keer|dag|week|maand|jaar)", row["max_per_periode"])
                self.blocks.append(Block(
                    row["blok_code"], row["invoertabel"], codes(row["doelgroep"]), codes(row["duurklasse"]),
                    codes(row["niveau"]), codes(row["soort_inzet"]), condition, number(row["waarde"]), row["eenheid"],
                    number(row["meetelduur"]), number(row["min_uren"]),
                    (number(match[1]), match[2]) if match else None))
            else:
                self.bonuses.append(Bonus(row["bonus_code"], number(row["bonus_waarde"]), condition,
                                          row["stapelbaar"] != "nee", row["naar_rato"] == "eenmalig"))

    def block(self, row):
        fitting = sorted((block for block in self.blocks if block.input == "inzet" and block.fits(row)), key=lambda block: block.rank)
        return fitting[0] if fitting else None

    def block_of(self, input, row):
        """The block of an activity or a purchase: of those that fit, the one that asks most."""
        fitting = [block for block in self.blocks if block.input == input and block.condition.holds(row)]
        return max(fitting, key=lambda block: len(block.condition.columns), default=None)


class Contract:
    """A contract with the obligation that values it: the first that names a table, else the first."""

    def __init__(self, row, obligations, tables):
        self.id = row["contractnummer"]
        self.supplier = row["leverancier_kvk"]
        self.span = Span(day(row["ingangsdatum"]), day(row["einddatum"]))
        self.obligations = obligations = [each for each in obligations if each.get("status") != "vrijgesteld"]
        self.obligation = next((each for each in obligations if each.get("tabel_id")), obligations[0] if obligations else {})
        self.table = tables.get(self.obligation.get("tabel_id"))
        self.method = self.setting("rekenmethode") or "contract"
        self.basis = self.setting("jaarbasis") or "dagen"
        self.rounding = self.setting("afronding") or "per_rij"
        self.full_time = self.amount("voltijd_uren", self.table and self.table.full_time)
        self.year_hours = self.amount("jaaruren", self.table and self.table.year_hours)
        if self.year_hours is None and self.full_time is not None:
            self.year_hours = 52 * self.full_time
        self.look_back = self.amount("terugkijkmaanden", self.table and self.table.look_back)
        self.maximum_fte = self.amount("max_fte", Fraction(1))
        self.from_beginning = self.setting("telt_vanaf") == "begindatum"
        self.measure = self.setting("fte_maat") or "gemiddeld"

    def setting(self, name):
        return self.obligation.get(name, "")

    def amount(self, name, otherwise):
        value = number(self.setting(name))
        return otherwise if value is None else value

    def goals(self, certified=lambda contract: False):
        """(agreed, unit) of every goal that a row of verplichtingen.csv states, in the order of the file."""
        for each in self.obligations:
            euro = number(each.get("verplichting_bedrag"))
            if euro is None and each.get("percentage") and each.get("grondslag_bedrag"):
                euro = half_up(number(each["percentage"]) * number(each["grondslag_bedrag"]) / 100)
            if euro is not None:
                if each.get("maximum"):
                    euro = min(euro, number(each["maximum"]))
                discount = number(each.get("pso_korting")) or Fraction(0)
                if discount and certified(self):
                    euro = half_up(euro * (100 - discount) / 100)
                yield euro, "euro"
            if each.get("doel_aantal"):
                yield number(each["doel_aantal"]), each["doel_eenheid"]


class Register:
    def __init__(self, folder, built_in=BUILT_IN):
        folder = pathlib.Path(folder)
        tables = {}
        for path in [*sorted(built_in.glob("*.csv")), *sorted((folder / "waarderingstabellen").glob("*.csv"))]:
            if path.name != "bronnen.csv":
                read = ValuationTable(path)
                tables[read.id] = read
        obligations = collections.defaultdict(list)
        for row in table(folder / "verplichtingen.csv"):
            obligations[row["contractnummer"]].append(row)
        self.contracts = {}
        for row in table(folder / "contracten.csv"):
            self.contracts.setdefault(row["contractnummer"], Contract(row, obligations[row["contractnummer"]], tables))
        organisations = [row for name in ("partners.csv", "leveranciers.csv") if (folder / name).exists() for row in table(folder / name)]
        partners = folder / "partners.csv"
        self.recognised = {row["kvk"]: codes(row["erkenning"]) for row in table(partners)} if partners.exists() else {}
        # The last day of each organisation's PSO certificate; one without a day shows nothing.
        self.certified = collections.defaultdict(lambda: datetime.date.min)
        for row in organisations:
            if {"pso30", "pso_trede"} & set(codes(row.get("erkenning", ""))) and row.get("erkenning_geldig_tot"):
                self.certified[row["kvk"]] = max(self.certified[row["kvk"]], day(row["erkenning_geldig_tot"]))

    def has_certificate(self, contract, period):
        """Whether the supplier's certificate is valid on the last day of the period, or of the contract where that comes first."""
        return self.certified[contract.supplier] >= min(period.last, contract.span.last)


# --- What counts ----------------------------------------------------------------------------------------------------

@dataclasses.dataclass
class Placement:
    """A row of inzet.csv with what it is worth."""
    row: dict
    contract: Contract
    block: Block = None
    span: Span = None
    fte: Fraction = None
    hours: Fraction = None
    value: Fraction = None
    exact: Fraction = None
    in_consultation: Fraction = Fraction(0)
    how: list = dataclasses.field(default_factory=list)

    @property
    def days(self):
        return self.span.days if self.span else 0

    def record(self):
        block = self.block
        return {
            "inzet_id": self.row["inzet_id"], "contractnummer": self.contract.id,
            "tabel_id": self.contract.table.id if self.contract.table else "",
            "blok_code": block.code if block else "", "blok_waarde": written(block.value, 2) if block else "",
            "voltijd_uren": written(self.contract.full_time), "fte": written(self.fte), "dagen": str(self.days),
            "waarde_berekend": written(self.value, 2), "how": "; ".join(self.how)}


class Recalculation:
    """All figures of one submission."""

    def __init__(self, submission, register, **readings):
        submission = pathlib.Path(submission)
        self.register = register if isinstance(register, Register) else Register(register)
        self.readings = {name: choices[0] for name, choices in READINGS.items()} | readings
        for name, choice in self.readings.items():
            if choice not in READINGS.get(name, ()):
                raise ValueError(f"no such reading: {name}={choice}")

        def rows(name):
            path = submission / name
            return table(path) if path.exists() else []

        self.period = period(rows("voorblad.csv")[0]["periode"])
        self.months = self.monthly_hours(rows("uren.csv"))
        self.placements = [self.placement(row) for row in rows("inzet.csv") if row["contractnummer"] in self.register.contracts]
        self.activities = self.amounts("activiteiten", rows("activiteiten.csv"), "datum", self.activity)
        self.purchases = self.amounts("sociale_inkoop", rows("sociale_inkoop.csv"), "factuurdatum", self.purchase)
        self.contracts = [self.figures(contract) for contract in self.register.contracts.values()]

    # Hours

    def monthly_hours(self, rows):
        """The rows of uren.csv of each placement that lie in the period, without the later of two that share a day."""
        accepted = collections.defaultdict(list)
        for row in rows:
            span, mine = period(row["periode"]), accepted[row["inzet_id"]]
            if self.readings["overlap"] == "counting" and not self.reported(span):
                continue
            if not any(span & other for other, _ in mine):
                mine.append((span, number(row["gewerkte_uren"])))
        return {id: inside for id, mine in accepted.items() if (inside := [each for each in mine if self.reported(each[0])])}

    def reported(self, span):
        """Whether all days lie in the reporting period."""
        return both(span, self.period) == span

    def hours_of(self, row, contract, span, how):
        """The worked hours that count, None when none were reported."""
        column, months = number(row.get("gewerkte_uren")), self.months.get(row["inzet_id"], [])
        if column is None and not months:
            return None
        if span is None:
            return Fraction(0)
        if column is not None and (not months or self.readings["hours_source"] == "column"):
            hours = column
            how.append(f"{written(hours)} hours of the column gewerkte_uren")
        else:
            counting = [(each, hours) for each, hours in months if self.month_counts(each, row, span)]
            hours = sum((hours for _, hours in counting), Fraction(0))
            how.append(f"{written(hours)} hours of {len(counting)} of {len(months)} rows of uren.csv")
        return hours

    def month_counts(self, month, row, span):
        first = month.first
        if self.readings["hours"] == "whole":
            # Every day of the month on which the placement ran must count: nobody knows on which days the hours were worked.
            end = day(row.get("einddatum"))
            worked = both(month, Span(day(row["begindatum"]), end or datetime.date.max)) if end is None or end >= day(row["begindatum"]) else None
            return worked is not None and both(worked, span) == worked
        if self.readings["hours"] == "worked":
            first = max(first, day(row["begindatum"]))
        return first in span

    # Years

    def years(self, contract, span):
        """How many years the days are, in the contract's year basis."""
        if contract.basis == "maanden":
            return sum((Fraction(days, size) for days, size in span.parts("month")), Fraction(0)) / 12
        if contract.basis == "weken":
            parts = [Fraction(days, 7 * 52) for days, _ in span.parts("year")]
            return sum((min(part, Fraction(1)) for part in parts), Fraction(0)) if self.readings["weeks_capped"] == "yes" else sum(parts)
        return sum((Fraction(days, size) for days, size in span.parts("year")), Fraction(0))

    # Placements

    def counting_days(self, row, contract, block, how):
        """The days on which placement, period, contract and counting duration overlap; None when there are none."""
        begin, end = day(row["begindatum"]), day(row.get("einddatum"))
        if contract.look_back is not None and begin < months_on(contract.span.first, -int(contract.look_back)):
            how.append(f"began too early: more than {int(contract.look_back)} months before {contract.span.first:%d-%m-%Y}")
            return None, None
        first = begin if contract.from_beginning else max(begin, contract.span.first)
        last = min(end or datetime.date.max, contract.span.last)
        months = contract.amount("meetelduur", block and block.counting_months)
        if months is not None:
            duration = last_of_duration(begin, int(months))
            how.append(f"counts {int(months)} months, to {duration:%d-%m-%Y}")
            last = min(last, duration)
        whole = Span(first, last) if first <= last else None
        return both(self.period, whole) if whole else None, whole

    def placement(self, row):
        contract = self.register.contracts[row["contractnummer"]]
        result = Placement(row, contract)
        how = result.how
        table = contract.table
        result.block = block = table.block(row) if table else None
        result.span, whole = self.counting_days(row, contract, block, how)
        how.append(f"{result.days} days" + (f", {result.span}" if result.span else ""))
        week = number(row["uren_per_week"])
        if contract.full_time is not None:
            result.fte = min(week / contract.full_time, Fraction(1))
        result.hours = self.hours_of(row, contract, result.span, how)
        cap = None
        if result.span and contract.year_hours is not None:
            cap = contract.maximum_fte * self.years(contract, result.span) * contract.year_hours
        if result.hours is not None and cap is not None and result.hours > cap and self.readings["hours_capped"] == "yes":
            result.hours = cap
            how.append(f"at most {written(cap)} hours")
        if table:
            self.value(result, whole, week, cap)
        else:
            how.append("no table")
        if result.hours is not None:
            # Reported to the ten-thousandth, for each placement; the value was worked out before that.
            result.hours = Fraction(math.floor(result.hours * 10_000 + Fraction(1, 2)), 10_000)
        return result

    def value(self, result, whole, week, cap):
        contract, block, how = result.contract, result.block, result.how
        minimum = contract.amount("min_uren", contract.table.minimum_hours if block is None or block.minimum_hours is None else block.minimum_hours)
        if result.span is None and self.readings["no_day"] == "zero":
            amount = Fraction(0)
        elif minimum is not None and week < minimum:
            how.append(f"fewer hours a week than {written(minimum)}")
            amount = Fraction(0)
        else:
            amount = self.worth(result, whole, cap)
        if amount is None:
            return
        if block and block.in_consultation:
            how.append(f"in consultation: {written(amount, 2)}")
            result.in_consultation, amount = self.rounded(contract, amount), Fraction(0)
        result.exact = amount
        result.value = half_up(amount, 0) if contract.rounding == "hele_euro" else half_up(amount)
        how.append(f"value {written(result.value, 2)}")

    def worth(self, result, whole, cap):
        """Block and bonuses, not rounded; None when it cannot be known."""
        contract, block, how = result.contract, result.block, result.how
        fraction = self.fraction(result, cap)
        how.append("no fraction of a year" if fraction is None else f"{written(fraction)} of a year ({contract.method}, {contract.basis})")
        first_here = whole is not None and whole.first in self.period or self.readings["once"] == "each_period"
        bonuses = self.bonuses(result, fraction, first_here)
        total = sum(bonuses.values(), Fraction(0))
        if bonuses:
            how.append(" + ".join(f"bonus {code} {written(amount, 2)}" for code, amount in bonuses.items()))
        if block is None:
            how.append("no block fits")
            return total if bonuses else None
        hours = result.hours
        if hours is not None and cap is not None:
            hours = min(hours, cap)
        measures = {
            "jaar": fraction, "uur": hours, "dag": Fraction(result.days), "eenmalig": Fraction(1 if first_here else 0),
            "maand": sum((Fraction(days, size) for days, size in result.span.parts("month")), Fraction(0)) if result.span else Fraction(0)}
        measure = measures.get(block.unit)
        if measure is None:
            how.append(f"{block.unit} is not known")
            return None
        how.append(f"{block.code} {written(block.value, 2)} x {written(measure)} {block.unit}")
        amount = block.value * measure
        if block.maximum and block.maximum[1] != "keer" and result.span:
            limit, unit = block.maximum
            spans = {"dag": Fraction(result.days), "week": Fraction(result.days, 7), "maand": measures["maand"],
                     "jaar": sum((Fraction(days, size) for days, size in result.span.parts("year")), Fraction(0))}
            most = limit * spans[unit]
            if half_up(amount) > half_up(most):
                how.append(f"at most {written(most, 2)}")
                return most + total
        return block.value * measure + total

    def fraction(self, result, cap):
        """The part of a year of full-time work, by the contract's method."""
        contract = result.contract
        if result.span is None:
            return Fraction(0)
        years = self.years(contract, result.span)
        if contract.method == "eenheid":
            return years
        if contract.method == "gewerkte_uren":
            return None if result.hours is None or cap is None else min(result.hours, cap) / contract.year_hours
        return None if result.fte is None else result.fte * years

    def bonuses(self, result, fraction, first_here):
        """The amounts of the bonuses that count, by code."""
        found = []
        for code in dict.fromkeys(part.strip() for part in re.split(r"[|,+/]", result.row.get("bonussen", "")) if part.strip()):
            bonus = next((each for each in result.contract.table.bonuses if each.code == code and each.condition.holds(result.row)), None)
            if bonus is None or bonus.value is None or "in_overleg" in bonus.condition.statement:
                continue
            if result.block is None and "doelgroep" not in dict(bonus.condition.columns):
                continue
            if bonus.once:
                found.append((bonus, bonus.value if first_here else Fraction(0)))
            elif fraction is not None:
                found.append((bonus, bonus.value * fraction))
        together = [each for each in found if each[0].stackable]
        choices = [together] + [[each] for each in found if not each[0].stackable]
        best = max(choices, key=lambda each: sum(amount for _, amount in each))
        return {bonus.code: amount for bonus, amount in best}

    # Activities and purchases

    def amounts(self, input, rows, column, amount_of):
        """What each row adds, by contract: (exact, in consultation, how); an exact of None is not known."""
        result, used = collections.defaultdict(list), collections.Counter()
        for row in rows:
            contract = self.register.contracts.get(row["contractnummer"])
            if contract is None:
                continue
            when = day(row[column])
            place = f"{input} {when:%d-%m-%Y} {row.get('factuurnummer') or row.get('soort')}"
            if contract.table is None:
                result[contract.id].append((None, Fraction(0), f"{place}: no table"))
                continue
            if not both(self.period, contract.span) or when not in both(self.period, contract.span):
                result[contract.id].append((Fraction(0), Fraction(0), f"{place}: outside period or contract"))
                continue
            fields = dict(row, erkenning=row.get("erkenning") or "|".join(self.register.recognised.get(row.get("partner_kvk"), ())))
            block = contract.table.block_of(input, fields)
            if block is None:
                result[contract.id].append((None, Fraction(0), f"{place}: no block"))
                continue
            exact = amount_of(row, block)
            if exact is not None:
                exact = self.rounded(contract, exact)
                if block.maximum:
                    limit, unit = block.maximum
                    key = contract.id, block.code, {"keer": len(used), "dag": when, "week": when.isocalendar()[:2], "maand": (when.year, when.month), "jaar": when.year}[unit]
                    exact = min(exact, limit - used[key])
                    used[key] += exact
            waiting = block.in_consultation and exact is not None
            result[contract.id].append((Fraction(0) if waiting else exact, exact if waiting else Fraction(0),
                                        f"{place}: {written(exact, 2) or 'unknown'}{' in consultation' if waiting else ''}"))
        return result

    def rounded(self, contract, amount):
        if contract.rounding == "hele_euro":
            return half_up(amount, 0)
        if contract.rounding == "per_totaal" and self.readings["total_rounding"] == "all":
            return amount
        return half_up(amount)

    def activity(self, row, block):
        hours, cost = number(row.get("uren")), number(row.get("kosten_excl_btw"))
        if row.get("goedgekeurd_door_opdrachtgever") == "nee" or hours == 0:
            return Fraction(0)
        if block.unit == "uur":
            return None if hours is None else block.value * hours
        if block.unit == "factuur":
            return cost
        return block.value if block.unit in ("dag", "eenmalig") else None

    def purchase(self, row, block):
        return number(row.get("waarvan_arbeid") if block.condition.amount == "waarvan_arbeid" else row["bedrag_excl_btw"])

    # Contracts

    def figures(self, contract):
        placements = [each for each in self.placements if each.contract is contract]
        counting = [each for each in placements if each.span]
        running = both(self.period, contract.span)
        people = collections.defaultdict(list)
        for each in counting:
            people[each.row["deelnemercode"]].append(each)
        average = last_day = None
        if not counting:
            average = last_day = Fraction(0)
        elif contract.full_time is not None and running:
            average = sum((person_days(each, running) for each in people.values()), Fraction(0)) / running.days
            last_day = sum((min(Fraction(1), sum((one.fte for one in each if running.last in one.span), Fraction(0)))
                            for each in people.values()), Fraction(0))
        hours = total(each.hours for each in counting)
        extra = [*self.activities.get(contract.id, []), *self.purchases.get(contract.id, [])]
        value = None
        if contract.table:
            exactly = contract.rounding == "per_totaal"
            value = total([*((each.exact if exactly else each.value) for each in placements), *(each[0] for each in extra if "outside period" not in each[2])])
        measured = {
            "personen": Fraction(len(people)), "plekken": Fraction(len(counting)), "uren": hours, "euro": value and half_up(value),
            "fte": last_day if contract.measure == "laatste_dag" else average}
        # What several obligations ask in one unit is asked together.
        together = {}
        for agreed, unit in contract.goals(lambda contract: self.register.has_certificate(contract, self.period)):
            together[unit] = together.get(unit, Fraction(0)) + agreed
        order = ["euro", "personen", "fte", "uren", "plekken"]
        goals = [(together[unit], unit, measured[unit]) for unit in sorted(together, key=order.index)]
        agreed, unit, realised = goals[0] if goals else (None, None, None)
        return {
            "contract": contract.id, "agreed": plain(agreed), "unit": unit, "realised": plain(realised),
            "persons": len(people), "places": len(counting), "fte_average": plain(average), "fte_last_day": plain(last_day),
            "hours": plain(hours), "value": plain(value, 2),
            "goals": [(plain(agreed), unit) for agreed, unit, _ in goals],
            "measured": {unit: plain(amount) for unit, amount in measured.items()},
            "in_consultation": None if value is None else plain(
                sum((each.in_consultation for each in placements), Fraction(0)) + sum((each[1] for each in extra), Fraction(0)), 2),
            "rows": len(placements) + len(extra),
            "how": f"{contract.span}; period {self.period}; {contract.obligation}; " + "; ".join(
                [f"{each.row['inzet_id']} {each.row['deelnemercode']} {each.days} days {written(each.fte)} fte {written(each.hours)} hours "
                 f"{written(each.value, 2)}" for each in placements] + [each[2] for each in extra])}


def person_days(placements, running):
    """Full-time days of one participant while the contract runs: on each day the sum of the placements, at most 1."""
    edges = sorted({min(max(edge, running.first), running.last + ONE_DAY)
                    for each in placements for edge in (each.span.first, each.span.last + ONE_DAY)})
    result = Fraction(0)
    for first, after in zip(edges, edges[1:]):
        result += (after - first).days * min(Fraction(1), sum((each.fte for each in placements if first in each.span), Fraction(0)))
    return result


def total(values):
    """The sum of what is known: None when there is something and nothing of it is known."""
    values = list(values)
    known = [value for value in values if value is not None]
    return None if values and not known else sum(known, Fraction(0))


def plain(value, decimals=4):
    return None if value is None else float(half_up(Fraction(value), decimals))


def readings_of(arguments):
    """NAME=VALUE options as keyword arguments."""
    return dict(argument.split("=", 1) for argument in arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("submission")
    parser.add_argument("register")
    parser.add_argument("--reading", action="append", default=[], metavar="NAME=VALUE",
                        help="; ".join(f"{name}: {', '.join(choices)}" for name, choices in READINGS.items()))
    options = parser.parse_args()
    result = Recalculation(options.submission, options.register, **readings_of(options.reading))
    json.dump({"placements": [each.record() for each in result.placements], "contracts": result.contracts}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
