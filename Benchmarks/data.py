"""The made-up data that everything is measured on."""
import re
import pathlib
import shutil
import subprocess

#: How much of a submission is wrong: its name, the error rate of `generate`, whether every cell is broken besides.
KINDS = {"schoon": 0.0, "1%": 0.01, "100%": 1.0, "elke cel": None}
#: The tables on the sheets of rapport.xlsx.
REPORT_TABLES = ("inzet", "waardering", "sociale_inkoop", "bewijs", "gesprekken")

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


class Submission:
    """One submission with its register, and the command line that reads it."""

    def __init__(self, path, register):
        self.path = path
        self.register = register
        self.arguments = [path, "--register", register]

    def counts(self, tool):
        """How many rows were read and set aside, and how many findings of each severity there are."""
        with subprocess.Popen([tool, "check", *self.arguments, "--format", "json", "--quiet"], stdout=subprocess.PIPE) as process:
            # They stand at the beginning, and the rest may be large.
            head = process.stdout.read(2_000).decode(errors="replace")
            process.stdout.close()
        found = {}
        for group in ("rows", "counts"):
            inside = re.search(rf'"{group}":\{{([^}}]*)\}}', head).group(1)
            found.update((name, int(number)) for name, number in re.findall(r'"(\w+)":(\d+)', inside))
        found["bytes"] = sum(path.stat().st_size for path in self.path.iterdir())
        return found


def generate(tool, folder, suppliers, rows, seed, error_rate):
    subprocess.run(
        [tool, "generate", "--output", folder, "--suppliers", str(suppliers), "--rows", str(rows), "--seed", str(seed), "--error-rate",
         str(error_rate), "--quiet"], check=True)


def submission(tool, folder, rows, kind):
    """A submission of `rows` placements, wrong as `kind` says; made once, and then found in `folder`."""
    made = pathlib.Path(folder, f"{rows}-{kind.replace('%', '').replace(' ', '-')}")
    if kind == "elke cel":
        clean = submission(tool, folder, rows, "schoon")
        if not made.exists():
            spoil(clean.path, made / clean.path.name)
        return Submission(made / clean.path.name, clean.register)
    if not made.exists():
        generate(tool, made, 1, rows, 1, KINDS[kind])
    return Submission(next((made / "inzendingen").iterdir()), made / "register")
