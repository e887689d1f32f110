"""The hands of a supplier: they do only what the feedback says, cell by cell, read from the workbook itself.

What a supplier knows stands in a `Truth`: its tables as they should be. Hands look at coloured cells, put there what is right, and say so
in *Uw antwoord* where what stands there is right already.
"""
import dataclasses
import re
import unicodedata
import warnings

import openpyxl

SHEETS = {
    "Voorblad": "voorblad", "Inzet": "inzet", "Uren": "uren", "Sociale inkoop": "sociale_inkoop",
    "Activiteiten": "activiteiten", "Bewijs": "bewijs", "Gesprekken": "gesprekken", "Afspraken": "afspraken",
    "Knelpunten": "knelpunten", "Leerpunten": "leerpunten", "Goede voorbeelden": "voorbeelden",
    "Leerplekken": "leerplekken",
}
TASKS, CORRECTION, ANSWER, NUMBER = 1, 2, 3, 4
HEADING_ROW = 4
# Red, orange and yellow ask for something; blue is a place that may stay empty; green was filled in by us.
ASKS = {"F9DFDD", "FBEAD9", "FFF4DB"}
OFFERS, FILLED = {"DCE3EA"}, {"E2EDDB"}


def folded(text):
    """A heading apart from case, accents and signs."""
    plain = unicodedata.normalize("NFKD", str(text or "").lower())
    return "".join(letter for letter in plain if letter.isalnum() and letter.isascii())


def load(path):
    """The workbook at `path`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


@dataclasses.dataclass
class Truth:
    """What a supplier knows: rows by table, each a dict by column, in the order of its files; and its own headings."""

    tables: dict
    #: The template's column behind each heading of its own.
    own: dict = dataclasses.field(default_factory=dict)
    #: The columns that tell which row of the truth a row is, by table.
    keys: dict = dataclasses.field(default_factory=dict)

    KEYS = {"inzet": ("inzet_id",), "sociale_inkoop": ("factuurnummer",), "bewijs": ("bewijs_id",), "afspraken": ("afspraak_id",),
            "uren": ("inzet_id", "periode")}

    def column(self, table, heading):
        """The template's name of the column with `heading`."""
        name = folded(heading)
        for own, column in self.own.items():
            if folded(own) == name:
                return column
        for row in self.tables.get(table, ()):
            for column in row:
                if folded(column) == name:
                    return column
        return str(heading or "")

    def row(self, table, cells, index):
        """The true row of which `cells` are what was delivered; the one at `index` where nothing tells."""
        rows = self.tables.get(table, [])
        for key in self.keys.get(table, self.KEYS.get(table, ())):
            named = [row for row in rows if row.get(key) and str(row[key]) == str(cells.get(key) or "")]
            if len(named) == 1:
                return named[0]
        return rows[index] if index is not None and index < len(rows) else None


class Hands:
    """Works through one feedback workbook."""

    def __init__(self, truth, uses_correction=False):
        self.truth = truth
        #: Whether values are written in *Correctie* instead of in the cell itself.
        self.uses_correction = uses_correction
        self.done = []

    def work(self, path, target):
        """Does what the workbook at `path` asks, and saves it as `target`. Gives what was done: (sheet, row, column, value)."""
        book = load(path)
        self.done = []
        for sheet in book:
            if sheet.sheet_state == "visible" and sheet.title in SHEETS:
                self.sheet(sheet)
        book.save(target)
        return self.done

    #: What a task says when the row itself has to go.
    REMOVE = ("Haal deze rij weg", "Remove this row", "Haal deze rij dan weg", "Then remove this row",
              "Is dit een totaal?", "Is this a total?")

    @staticmethod
    def colour(cell):
        """The colour behind a cell, six digits; empty without one."""
        return (cell.fill.fgColor.rgb or "")[-6:] if cell.fill and cell.fill.patternType == "solid" else ""

    def sheet(self, sheet):
        """The headings first, then the rows."""
        table = SHEETS[sheet.title]
        columns = {}
        for cell in sheet[HEADING_ROW][NUMBER:]:
            if cell.value is None:
                continue
            note = cell.comment.text if cell.comment else ""
            if self.colour(cell) in ASKS and ("Laat deze kolom leeg" in note or "Leave this column empty" in note):
                for row in range(HEADING_ROW, sheet.max_row + 1):
                    sheet.cell(row, cell.column).value = None
                self.done.append((sheet.title, HEADING_ROW, cell.column, "verwijderen"))
                continue
            column = self.truth.column(table, cell.value)
            if self.colour(cell) in ASKS and column in self.truth.own.values() and folded(cell.value) != folded(column):
                cell.value = column
                self.done.append((sheet.title, HEADING_ROW, column, column))
            columns[cell.column] = column
        index, used = 0, set()
        for row in range(HEADING_ROW + 1, sheet.max_row + 1):
            cells = {name: sheet.cell(row, column).value for column, name in columns.items()}
            tasks = str(sheet.cell(row, TASKS).value or "")
            number = sheet.cell(row, NUMBER).value
            if any(words in tasks for words in self.REMOVE):
                word = "verwijderen" if sheet.cell(HEADING_ROW, CORRECTION).value == "Correctie" else "remove"
                sheet.cell(row, CORRECTION).value = word
                self.done.append((sheet.title, row, None, word))
                continue
            right = self.truth.row(table, cells, index if isinstance(number, (int, float)) else None)
            index += 1
            if right is None and not isinstance(number, (int, float)):
                right = self.added(table, cells, used)
            if right is not None:
                used.add(id(right))
                self.row(sheet, row, columns, cells, right, isinstance(number, (int, float)))
            if tasks and sheet.cell(row, ANSWER).value is None and not any(
                    place[:2] == (sheet.title, row) for place in self.done):
                sheet.cell(row, ANSWER).value = "Dit klopt zo; wij lichten het graag toe."
                self.done.append((sheet.title, row, "Uw antwoord", "klopt"))

    def added(self, table, cells, used):
        """The true row for an empty place: the one that what is filled in already fits, or the next."""
        filled = {name: value for name, value in cells.items() if value not in (None, "")}
        for row in self.truth.tables.get(table, []):
            if id(row) in used:
                continue
            fits = [name for name in filled if name in row and not name.endswith("_id") and str(row[name]) == str(filled[name])]
            asked = [name for name in ("hoort_bij", "contractnummer") if name in filled]
            if all(name in fits for name in asked):
                return row
        return None

    def row(self, sheet, row, columns, cells, right, delivered):
        """Puts what is right into the coloured cells of a row."""
        values = []
        for column, name in columns.items():
            cell = sheet.cell(row, column)
            colour = self.colour(cell)
            if colour not in ASKS and (delivered or colour not in OFFERS | FILLED):
                continue
            if name not in right or str(cell.value or "") == str(right[name] or ""):
                continue
            if colour in FILLED and cell.value not in (None, ""):
                continue
            values.append((cell, name, right[name] or ""))
        for cell, name, value in values:
            if not (self.uses_correction and delivered):
                cell.value = value or None
            self.done.append((sheet.title, row, name, value))
        if self.uses_correction and delivered and values:
            sheet.cell(row, CORRECTION).value = "\n".join(f"{name}: {value or 'leeg'}" for _, name, value in values)


def points(path):
    """What *Lees dit eerst* asks: (what to do, what was seen), a line a cause."""
    sheet = load(path)["Lees dit eerst"]
    found, isIn = [], False
    for row in sheet.iter_rows(values_only=True):
        if row[1] in ("Soort", "Kind"):
            isIn = True
        elif isIn and re.match("[●▲◆]", str(row[1] or "")):
            found.append(row)
    return found
