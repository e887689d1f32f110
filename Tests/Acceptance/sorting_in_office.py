"""Sorts and filters every table of a workbook with LibreOffice, as a person does, and says what changed elsewhere.

Runs with Debian's own Python, which has the package python3-uno. Usage: sorting_in_office.py WORKBOOK... Prints a JSON object: for each
workbook the tables, how many figures and links were watched, and the differences as lines.
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
        self.figures, links = {}, {}
        for sheet in book.Sheets.ElementNames:
            if sheet == scratch.Name:
                continue
            for place, text, value in formulas(book.Sheets.getByName(sheet)):
                link = LINK.match(text)
                if link:
                    links[(sheet, *place)] = "=" + link[1]
                self.figures[(sheet, *place)] = value
        self.links = self.lead(book, scratch, links)

    @staticmethod
    def lead(book, scratch, links):
        """To which row each link leads: its sheet and its number."""
        if not links:
            return {}
        cells = scratch.getCellRangeByPosition(0, 0, 0, len(links) - 1)
        cells.setFormulaArray(tuple((formula,) for formula in links.values()))
        numbers = {}
        for name in book.Sheets.ElementNames:
            rows = contents(book.Sheets.getByName(name)) if name != scratch.Name else ()
            heading = rows[HEADING_ROW] if len(rows) > HEADING_ROW else ()
            column = next((heading.index(word) for word in NUMBER if word in heading), None)
            numbers[name] = [row[column] if column is not None else None for row in rows]
        led = {}
        for place, (target,) in zip(links, cells.getDataArray()):
            found = re.fullmatch(r"#'?(.*?)'?!\$?([A-Z]+)\$?(\d+)", str(target))
            sheet, row = (found[1], int(found[3]) - 1) if found else (None, -1)
            known = numbers.get(sheet, [])
            led[place] = (sheet, known[row] if 0 <= row < len(known) else f"nowhere: {target}")
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
    result["figures"], result["links"] = len(first.figures), len(first.links)
    # The values that the file holds are those of a recalculation.
    for place, value in first.figures.items():
        kept = as_read[place]
        same = abs(value - kept) < 1e-6 if isinstance(value, float) and isinstance(kept, float) else value == kept
        if not same:
            result["differences"].append(f"cached {place}: {kept} -> {value}")
    for place, (sheet, number) in first.links.items():
        if not isinstance(number, float):
            result["differences"].append(f"link {place}: {sheet} {number}")
    for name, area in tables(book, path):
        sheet = book.Sheets.getByIndex(area.Sheet)
        cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        width, height = area.EndColumn - area.StartColumn + 1, area.EndRow - area.StartRow
        result["tables"].append([name, sheet.Name, height])
        rows = sorted(map(repr, cells.getDataArray()[1:]))
        last = width - 1
        ways = [[(0, True)], [(0, False)], [(width // 2, True)], [(width // 2, False)], [(2 % width, False), (1 % width, True), (0, True)]]
        for way in [*ways, [(last, False)]]:
            sort(cells, way)
            book.calculateAll()
            after = Watch(book, scratch)
            found = differences(first, after, sheet.Name)
            if sorted(map(repr, cells.getDataArray()[1:])) != rows:
                found.append("rows of the table itself differ")
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


def main(paths):
    with tempfile.TemporaryDirectory(prefix="maatwerk-") as folder:
        address = f"pipe,name={pathlib.Path(folder).name}"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--norestore", "--nologo",
             f"--accept={address};urp;"], stderr=subprocess.DEVNULL)
        context = connect(address)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        print(json.dumps({path: examine(desktop, path) for path in paths}))
        try:
            desktop.terminate()
        except DisposedException:
            pass
        office.wait(60)


main(sys.argv[1:])
