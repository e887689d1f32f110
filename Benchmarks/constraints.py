"""The constraints that other libraries check too, taken from the data package that `maatwerk convert` writes.

Types, what is required, and lists of codes stand in datapackage.json; what stands only in rules is added here, with the rule's id.
"""
import csv
import dataclasses
import json
import pathlib

#: The tables that hold nearly all rows of a made-up submission.
TABLES = ("inzet", "bewijs", "sociale_inkoop")
#: INZ-06: agreed hours a week.
RANGES = {("inzet", "uren_per_week"): (0.0001, 168)}
#: BST-09: eight digits.
PATTERNS = {("inzet", "werkgever_kvk"): "[0-9]{8}", ("sociale_inkoop", "partner_kvk"): "[0-9]{8}"}
#: IDN-12.
UNIQUE = {("inzet", "inzet_id"), ("bewijs", "bewijs_id")}


@dataclasses.dataclass
class Column:
    """What must hold of a column."""
    name: str
    type: str
    required: bool
    codes: list
    range: tuple
    pattern: str
    unique: bool

    def constraints(self):
        """The names of what is checked, and a value that breaks each."""
        if self.required:
            yield "required", ""
        if self.type in ("date", "number"):
            yield "type", "31-02-2026" if self.type == "date" else "veel"
        if self.codes:
            yield "codes", "ZOMAAR"
        if self.range:
            yield "range", str(self.range[1] + 1)
        if self.pattern:
            yield "pattern", "1234567"
        if self.unique:
            yield "unique", None


def read(package, submission):
    """The columns of each table that are both in the data package and in the submission, in the order of the submission's file."""
    resources = {resource["name"]: resource for resource in json.loads(pathlib.Path(package).read_text())["resources"]}
    found = {}
    for table in TABLES:
        fields = {field["name"]: field for field in resources[table]["schema"]["fields"]}
        with open(pathlib.Path(submission, f"{table}.csv"), encoding="utf-8-sig", newline="") as file:
            heading = next(csv.reader(file, delimiter=";"))
        found[table] = []
        for name in heading:
            field = fields[name]
            limits = field.get("constraints", {})
            key = (table, name)
            found[table].append(Column(
                name, field["type"], limits.get("required", False), limits.get("enum", []), RANGES.get(key, ()), PATTERNS.get(key, ""),
                key in UNIQUE))
    return found


def break_each(columns, clean, to):
    """Copies the submission in `clean` to the folder `to` with each constraint broken once, each in a row of its own.

    Returns what was broken: table, column, constraint, and the row as a spreadsheet program numbers it."""
    to.mkdir(parents=True)
    planted = []
    for path in sorted(clean.iterdir()):
        text = path.read_text(encoding="utf-8-sig")
        if path.stem in columns:
            heading, *rows = [line.split(";") for line in text.splitlines()]
            # From the second row on, as a double is a double of the first.
            free = iter(range(1, len(rows)))
            for column in columns[path.stem]:
                for constraint, value in column.constraints():
                    row = next(free)
                    at = heading.index(column.name)
                    rows[row][at] = rows[0][at] if value is None else value
                    planted.append((path.stem, column.name, constraint, row + 2))
            text = "".join(";".join(line) + "\r\n" for line in [heading, *rows])
        (to / path.name).write_text(text, encoding="utf-8-sig")
    return planted
