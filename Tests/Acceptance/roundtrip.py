"""What the tests of the round trip share: reading workbooks and results, and typing into them."""
import csv
import io
import json
import pathlib
import warnings

import openpyxl

import office
from support import REGISTER, ToolTest

SHEETS = {
    "voorblad": "Voorblad", "inzet": "Inzet", "uren": "Uren", "sociale_inkoop": "Sociale inkoop",
    "activiteiten": "Activiteiten", "bewijs": "Bewijs", "gesprekken": "Gesprekken", "afspraken": "Afspraken",
    "knelpunten": "Knelpunten", "leerpunten": "Leerpunten", "voorbeelden": "Goede voorbeelden",
    "leerplekken": "Leerplekken",
}
HEADING_ROW, FIRST_ROW = 4, 5
# Row 2 of a file is row 5 of the template and of the feedback.
SHIFT = 3
CORRECTION, ANSWER, NUMBER = 2, 3, 4
# The first of the supplier's own columns.
OWN = NUMBER + 1
SUPPLIER = ("fout", "waarschuwing")
EDITED, CORRECTED = "in de cel gewijzigd", "uit de kolom Correctie"
MARKED = "door ons ingevuld, zodat deze rapportage de eerste vervangt"


def load(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def read_csv(path, delimiter=";"):
    text = pathlib.Path(path).read_bytes().decode("utf-8-sig").removeprefix("sep=;\n")
    return [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row]


def headings(sheet):
    return [cell.value for cell in sheet[HEADING_ROW]]


def findings(result, shift=0, severities=None):
    """Severity, rule, sheet, row and column of each finding in a result; `shift` makes the rows of a file those of a sheet."""
    found = []
    for f in json.loads((result / "bevindingen.json").read_text())["findings"]:
        if severities and f["severity"] not in severities:
            continue
        # What is in the register is not in the delivery, and not the supplier's to correct.
        if f["file"].endswith(".csv") and f["file"][:-4] not in SHEETS:
            continue
        sheet = f["cell"].split("!")[0].strip("'") if f.get("cell") else SHEETS[f["file"][:-4]] if shift else None
        row = f["row"] and f["row"] + shift
        found.append((f["severity"], f["rule"], sheet if row else None, row, f["column"]))
    return sorted(found, key=str)


def data(result):
    """The open data of a result, but for the mark that it is a correction and for the cells of rejected rows."""
    tables = {}
    for path in sorted((result / "gegevens").glob("*.csv")):
        if path.stem == "afgekeurd":
            continue  # it says where in its file or sheet each cell stood
        rows = read_csv(path, ",")
        if path.stem == "voorblad":
            left_out = rows[0].index("correctie_op")
            rows = [row[:left_out] + row[left_out + 1:] for row in rows]
        tables[path.stem] = rows
    return tables


def history(result):
    """What *Herkomst* tells of the delivery that was corrected: its name, its files, and the changes as (place, new, how and old); those of
    earlier corrections are told by ``earlier_history``."""
    book = openpyxl.load_workbook(result / "rapport.xlsx", read_only=True)
    lines = [row for row in book["Herkomst"].iter_rows(min_row=5, values_only=True) if any(row)]
    last = correction_number(lines)
    first = [row for row in lines if row[0] in ("Eerste levering", "First delivery", "Vorige levering", "Delivery before")]
    name = next((row[1] for row in first if row[2] in ("wijzigingen sindsdien", "changes since")), None)
    count = next((row[3] for row in first if row[2] in ("wijzigingen sindsdien", "changes since")), None)
    files = {row[1]: row[3] for row in first if row[2] == "SHA-256"}
    changes = [
        (row[2], row[3], row[4]) for row in lines
        if row[0] in (f"Gewijzigd in correctie {last}", f"Changed in correction {last}")]
    return name, count, files, changes


def correction_number(lines):
    """Which correction of a chain a report is about: one more than there are deliveries before the one that it corrects."""
    return 1 + sum(row[2] in ("vingerafdruk", "fingerprint") for row in lines)


def earlier_history(result):
    """The changes of the corrections before the last one, as (number, place, new)."""
    book = openpyxl.load_workbook(result / "rapport.xlsx", read_only=True)
    lines = [row for row in book["Herkomst"].iter_rows(min_row=5, values_only=True) if any(row)]
    told = [(row[0].rsplit(" ", 1), row) for row in lines
            if row[0].startswith(("Gewijzigd in correctie ", "Changed in correction "))]
    return [(int(subject[1]), row[2], row[3]) for subject, row in told if int(subject[1]) < correction_number(lines)]


def said(result):
    """What *Herkomst* tells of answers, and of corrections that were not taken over, as (kind, place, text)."""
    book = openpyxl.load_workbook(result / "rapport.xlsx", read_only=True)
    kinds = {"Antwoord van de leverancier": "antwoord", "Answer of the supplier": "antwoord",
             "Correctie niet overgenomen": "geweigerd", "Correction not taken over": "geweigerd"}
    return [
        (kinds[row[0]], row[2], row[3]) for row in book["Herkomst"].iter_rows(min_row=5, values_only=True)
        if row[0] in kinds]


class RoundTripTest(ToolTest):
    """Generated submissions, their feedback, and what comes of them."""

    def convert(self, path, register=REGISTER, *options, output="uit"):
        folder = self.folder / output
        result = self.run_tool("convert", path, "--register", register, "--output", folder, "--quiet", *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        path = pathlib.Path(path)
        return folder / (path.name if path.is_dir() else path.stem)

    def generated(self, seed, rate, rows=25, suppliers=1):
        """The folder of the first submission, and the register."""
        folder = self.folder / f"verzonnen-{seed}-{rate}-{suppliers}"
        if not folder.exists():
            self.run_tool("generate", "--output", folder, "--suppliers", suppliers, "--rows", rows, "--seed", seed,
                          "--error-rate", rate)
        return sorted((folder / "inzendingen").iterdir())[0], folder / "register"

    def libreoffice(self, path, form):
        """The workbook as LibreOffice saves it anew."""
        return office.saved(form, self.folder / f"opnieuw-{form}", path)[0]
