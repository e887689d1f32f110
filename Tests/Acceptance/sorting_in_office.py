"""Sorts and filters every table of a workbook with LibreOffice, as a person does, and says what changed elsewhere.

Runs with Debian's own Python, which has the package python3-uno. Usage: sorting_in_office.py WORKBOOK... Prints a JSON object: for each
workbook the tables, how many figures, links, marks and notes were watched, and the differences as lines.
With --save TO... and one workbook it leaves the sheets sorted and filtered instead, each file in another way; the ending says in which form.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import uno
from com.sun.star.lang import DisposedException
from com.sun.star.table import TableSortField

from typing_in_office import connect, settings

FORMULAS = 16
HEADING_ROW = 3
LINK = re.compile(r'=HYPERLINK\(("#.*?"&\(MATCH\(.*?\)\+\d+\));')
NUMBER = ("Volgnummer", "Sequence number")
# Words that name the cell of a row, and so change when it moves.
PLACE = re.compile(r"(?:blad|sheet) (.+), (?:cel|cell) ([A-Z]+)(\d+)")
# What tells one row from the others in the feedback.
LABEL = ("Uw rij", "Your row")


def contents(sheet):
    """All cells of a sheet as they are, row by row."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()


def formulas(sheet):
    """The places of the cells of a sheet that calculate, with formula and value."""
    for area in sheet.queryContentCells(FORMULAS).RangeAddresses:
        cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        for row, (texts, values) in enumerate(zip(cells.getFormulaArray(), cells.getDataArray()), area.StartRow):
            for column, (text, value) in enumerate(zip(texts, values), area.StartColumn):
                yield (column, row), text, value


class Watch:
    """The figures and links of all sheets, by place."""

    def __init__(self, book, scratch):
        self.figures, links, places = {}, {}, {}
        for sheet in book.Sheets.ElementNames:
            if sheet == scratch.Name:
                continue
            for place, text, value in formulas(book.Sheets.getByName(sheet)):
                link = LINK.match(text)
                if link:
                    links[(sheet, *place)] = "=" + link[1]
                words = PLACE.fullmatch(str(value))
                if words:
                    places[(sheet, *place, "words")] = words
                else:
                    self.figures[(sheet, *place)] = value
        self.links = self.lead(book, scratch, links, places)

    @staticmethod
    def lead(book, scratch, links, places):
        """To which row each link leads, and words do that name a place: its sheet and its number."""
        if not links:
            return {}
        cells = scratch.getCellRangeByPosition(0, 0, 0, len(links) - 1)
        cells.setFormulaArray(tuple((formula,) for formula in links.values()))
        targets = {place: str(target) for place, (target,) in zip(links, cells.getDataArray())}
        targets |= {place: f"#'{words[1]}'!{words[2]}{words[3]}" for place, words in places.items()}
        numbers = {}
        for name in book.Sheets.ElementNames:
            rows = contents(book.Sheets.getByName(name)) if name != scratch.Name else ()
            heading = rows[HEADING_ROW] if len(rows) > HEADING_ROW else ()
            column = next((heading.index(word) for word in NUMBER + LABEL if word in heading), None)
            numbers[name] = [row[column] if column is not None else None for row in rows]
        led = {}
        for place, target in targets.items():
            found = re.fullmatch(r"#'?(.*?)'?!\$?([A-Z]+)\$?(\d+)", target)
            sheet, row = (found[1], int(found[3]) - 1) if found else (None, -1)
            known = numbers.get(sheet, [])
            led[place] = (sheet, known[row] if 0 <= row < len(known) else f"nowhere: {target}", found and found[2])
        return led


def differences(before, after, sheet):
    """What is no longer the same on sheets other than `sheet`."""
    found = []
    for kind in ("figures", "links"):
        old, new = getattr(before, kind), getattr(after, kind)
        for place, value in old.items():
            if place[0] == sheet:
                continue
            now = new.get(place)
            same = abs(value - now) < 1e-6 if isinstance(value, float) and isinstance(now, float) else value == now
            if not same:
                found.append(f"{kind} {place[0]} {place[1]},{place[2]}: {value} -> {now}")
    return found


def tables(book, path):
    """The tables by name, and the rows that only have a filter by their sheet."""
    ranges = book.DatabaseRanges
    found = [(name, ranges.getByName(name).DataArea) for name in ranges.ElementNames]
    with zipfile.ZipFile(path) as parts:
        for number, sheet in enumerate(book.Sheets.ElementNames, 1):
            name = f"xl/worksheets/sheet{number}.xml"
            text = parts.read(name).decode() if name in parts.namelist() else ""
            area = re.search(r'<autoFilter ref="([A-Z0-9:]+)"', text)
            if area:
                cells = book.Sheets.getByName(sheet).getCellRangeByName(area[1])
                found.append((f"filter of {sheet}", cells.RangeAddress))
    return [(name, area) for name, area in found if area.EndRow > area.StartRow]


def marks(sheet, area, key):
    """The colours, notes and rules of a table's rows, by what tells a row from the others."""
    notes = {}
    for note in (sheet.Annotations.getByIndex(i) for i in range(sheet.Annotations.Count)):
        place = note.Position
        if area.StartRow < place.Row <= area.EndRow:
            notes.setdefault(place.Row, []).append((place.Column, note.String))
    found = {}
    for row in range(area.StartRow + 1, area.EndRow + 1):
        name = repr(sheet.getCellByPosition(area.StartColumn + key, row).DataArray)
        looks = []
        for column in range(area.StartColumn, area.EndColumn + 1):
            cell = sheet.getCellByPosition(column, row)
            rule = cell.Validation
            looks.append((cell.CellBackColor, cell.NumberFormat, rule.Type.value, rule.getFormula1(), rule.InputMessage))
        found[name] = (looks, sorted(notes.get(row, [])))
    return found


def key_of(cells):
    """The column with what tells one row from the others; the last one where nothing does."""
    heading = cells.getDataArray()[0]
    return next((heading.index(word) for word in NUMBER + LABEL if word in heading), len(heading) - 1)


def save(desktop, path, targets):
    """Leaves every table sorted, each time by other columns, and filtered to a few rows; empty rows below a template stay out of it."""
    for turn, target in enumerate(targets):
        book = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, settings(Hidden=True))
        for _, area in tables(book, path):
            sheet = book.Sheets.getByIndex(area.Sheet)
            cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
            width = area.EndColumn - area.StartColumn + 1
            sort(cells, [((5 + 3 * turn) % width, turn % 2 == 1), (key_of(cells), turn % 2 == 1)])
            # Rows that a filter hides are sent along.
            descriptor = cells.createFilterDescriptor(True)
            descriptor.ContainsHeader = True
            field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
            field.Field, field.IsNumeric, field.StringValue = (4 + turn) % width, False, "x"
            field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "NOT_EQUAL" if turn else "EQUAL")
            descriptor.setFilterFields((field,))
            cells.filter(descriptor)
        form = {".ods": "calc8", ".xlsx": "Calc MS Excel 2007 XML"}[pathlib.Path(target).suffix]
        book.storeToURL(pathlib.Path(target).as_uri(), settings(FilterName=form))
        book.close(True)


def sort(cells, fields):
    made = []
    for field, ascending in fields:
        one = TableSortField()
        one.Field, one.IsAscending = field, ascending
        made.append(one)
    descriptor = settings(ContainsHeader=True, BindFormatsToContent=True, SortFields=uno.Any(
        "[]com.sun.star.table.TableSortField", tuple(made)))
    cells.sort(descriptor)


def examine(desktop, path):
    book = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, settings(Hidden=True))
    result = {"tables": [], "differences": []}
    as_read = {}
    for name in book.Sheets.ElementNames:
        for place, _, value in formulas(book.Sheets.getByName(name)):
            as_read[(name, *place)] = value
    book.Sheets.insertNewByName("Proef", book.Sheets.Count)
    scratch = book.Sheets.getByName("Proef")
    book.calculateAll()
    first = Watch(book, scratch)
    result["figures"], result["links"], result["marks"], result["notes"] = len(first.figures), len(first.links), 0, 0
    # The values that the file holds are those of a recalculation.
    for place, value in first.figures.items():
        kept = as_read[place]
        same = abs(value - kept) < 1e-6 if isinstance(value, float) and isinstance(kept, float) else value == kept
        if not same:
            result["differences"].append(f"cached {place}: {kept} -> {value}")
    for place, (sheet, number, _) in first.links.items():
        if not isinstance(number, float) and not re.fullmatch(r".*: \d+", str(number)):
            result["differences"].append(f"link {place}: {sheet} {number}")
    for name, area in tables(book, path):
        sheet = book.Sheets.getByIndex(area.Sheet)
        cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        width, height = area.EndColumn - area.StartColumn + 1, area.EndRow - area.StartRow
        result["tables"].append([name, sheet.Name, height])
        rows = sorted(map(repr, cells.getDataArray()[1:]))
        last = key_of(cells)
        watches_marks = cells.getDataArray()[0][last] in LABEL
        if watches_marks:
            own = marks(sheet, area, last)
            result["marks"] += len({look[0] for looks, _ in own.values() for look in looks})
            result["notes"] += sum(len(notes) for _, notes in own.values())
        ways = [[(0, True)], [(0, False)], [(width // 2, True)], [(width // 2, False)], [(2 % width, False), (1 % width, True), (0, True)]]
        for way in [*ways, [(last, False)]]:
            sort(cells, way)
            book.calculateAll()
            after = Watch(book, scratch)
            found = differences(first, after, sheet.Name)
            if sorted(map(repr, cells.getDataArray()[1:])) != rows:
                found.append("rows of the table itself differ")
            if watches_marks:
                now = marks(sheet, area, last)
                found += [f"marks of {row}: {own[row]} -> {now.get(row)}" for row in own if now.get(row) != own[row]]
            result["differences"] += [f"{name} sorted by {way}: {line}" for line in found[:8]]
        filter_descriptor = cells.createFilterDescriptor(True)
        filter_descriptor.ContainsHeader = True
        field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        field.Field, field.IsNumeric, field.NumericValue = last, True, 1.0
        field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
        filter_descriptor.setFilterFields((field,))
        cells.filter(filter_descriptor)
        book.calculateAll()
        result["differences"] += [
            f"{name} filtered: {line}" for line in differences(first, Watch(book, scratch), sheet.Name)[:8]]
        cells.filter(cells.createFilterDescriptor(True))
        # The numbers bring back the first order.
        sort(cells, [(last, True)])
    book.close(True)
    return result


def main(arguments):
    targets = arguments[1:-1] if arguments[0] == "--save" else []
    paths = arguments[-1:] if targets else arguments
    with tempfile.TemporaryDirectory(prefix="maatwerk-") as folder:
        address = f"pipe,name={pathlib.Path(folder).name}"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--norestore", "--nologo",
             f"--accept={address};urp;"], stderr=subprocess.DEVNULL)
        context = connect(address)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        if targets:
            save(desktop, paths[0], targets)
        else:
            print(json.dumps({path: examine(desktop, path) for path in paths}))
        try:
            desktop.terminate()
        except DisposedException:
            pass
        office.wait(60)


main(sys.argv[1:])
