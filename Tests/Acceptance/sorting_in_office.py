"""Sorts and filters every table of a workbook with LibreOffice, as a person does, and says what changed elsewhere.

Runs with Debian's own Python, which has the package python3-uno. Usage: sorting_in_office.py [--together] WORKBOOK... Prints a JSON object:
for each workbook the tables, how many figures, links, marks and notes were watched, and the differences as lines. Where there are any, each
table is tried by itself as well, which tells more and takes ten times as long; not with --together.
With --save TO... and one workbook it leaves the sheets sorted and filtered instead, each file in another way; the ending says in which form.
"""
import json
import pathlib
import re
import sys
import zipfile

import uno
from com.sun.star.table import TableSortField

from typing_in_office import office, settings

HEADING_ROW = 3
LINK = re.compile(r'=HYPERLINK\(("#.*?"&\(MATCH\(.*?\)\+\d+\));')
NUMBER = ("Volgnummer", "Sequence number")
# Words that name the cell of a row, and so change when it moves.
PLACE = re.compile(r"(?:blad|sheet) (.+), (?:cel|cell) ([A-Z]+)(\d+)(?:, (?:uw rij|your row) (.+))?")
# What tells one row from the others in the feedback.
LABEL = ("Uw rij", "Your row")
KEYS = NUMBER + LABEL + ("Punt", "Point")


def used_area(sheet):
    """The cells of a sheet from its first to its last used one."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)


def formulas(sheet):
    """The places of the cells of a sheet that calculate, with formula and value."""
    cells = used_area(sheet)
    # All cells at once: each question is a message to another process, and formulas stand in many small areas.
    found = [
        ((column, row), text) for row, texts in enumerate(cells.getFormulaArray()) for column, text in enumerate(texts)
        if text.startswith("=")]
    values = cells.getDataArray() if found else ()
    for (column, row), text in found:
        yield (column, row), text, values[row][column]


def column_of(sheet, column, first, last):
    """The values of a column, from row `first` to row `last`."""
    return [value for value, in sheet.getCellRangeByPosition(column, first, column, last).getDataArray()]


class Table:
    """A table of a workbook, and the column that tells its rows apart."""

    def __init__(self, book, name, area):
        self.name, self.area = name, area
        self.sheet = book.Sheets.getByIndex(area.Sheet)
        self.cells = self.sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        self.width, self.height = area.EndColumn - area.StartColumn + 1, area.EndRow - area.StartRow
        self.key = key_of(self.cells)
        self.has_marks = self.cells.getDataArray()[0][self.key] in LABEL

    def rows(self):
        """By the row on the sheet, what tells it from the others."""
        first = self.area.StartRow + 1
        keys = column_of(self.sheet, self.area.StartColumn + self.key, first, self.area.EndRow)
        # Where two rows are called the same, the first of them is the first of them in every order: both have the same figures or are told.
        return dict(enumerate(map(repr, keys), first))

    def contents(self):
        """What stands in the rows, in no order; words that name the cell of a row change when it moves."""
        return sorted(repr(["" if PLACE.fullmatch(str(value)) else value for value in row]) for row in self.cells.getDataArray()[1:])

    def ways(self):
        """The orders that a person may choose: by one column, by several, by the numbers turned round."""
        middle, third = self.width // 2, 2 % self.width
        return [[(0, False)], [(middle, False)], [(third, False), (1 % self.width, True), (0, True)],
                [(self.key, False) if self.key else (middle, True)]]


class Watch:
    """The figures and links of all sheets: of a table by its row's number, and else by place. What a filter may change is known by place."""

    def __init__(self, book, scratch, tables):
        rows = {}
        for table in tables:
            rows.setdefault(table.sheet.Name, []).append((table.area, table.rows()))
        self.figures, self.filtered, links, places = {}, set(), {}, {}
        sheet_of = {table.name: table.sheet.Name for table in tables}
        for sheet in book.Sheets.ElementNames:
            if sheet == scratch.Name:
                continue
            for (column, row), text, value in formulas(book.Sheets.getByName(sheet)):
                place = (sheet, column, row)
                for area, keys in rows.get(sheet, ()):
                    if area.StartColumn <= column <= area.EndColumn and row in keys:
                        place = (sheet, column, keys[row])
                link = LINK.match(text)
                if link:
                    links[place] = "=" + link[1]
                words = PLACE.fullmatch(str(value))
                if words:
                    places[(*place, "words")] = words
                else:
                    self.figures[place] = value
                    named = [sheet_of[word] for word in re.findall(r"[A-Za-z_][\w.]*", text) if word in sheet_of]
                    if re.search(r"SUBTOTAL|AGGREGATE", text) and "$" not in text and all(name == sheet for name in named):
                        self.filtered.add(place)
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
        numbers, led = {}, {}
        for place, target in targets.items():
            found = re.fullmatch(r"#'?(.*?)'?!\$?([A-Z]+)\$?(\d+)", target)
            name, row = (found[1], int(found[3]) - 1) if found else (None, -1)
            if name is not None and name not in numbers:
                numbers[name] = Watch.numbers(book.Sheets.getByName(name))
            known = numbers.get(name, [])
            led[place] = (name, known[row] if 0 <= row < len(known) else f"nowhere: {target}", found and found[2])
        return led

    @staticmethod
    def numbers(sheet):
        """By row, what tells it from the others."""
        end = used_area(sheet).RangeAddress
        if end.EndRow < HEADING_ROW:
            return []
        heading = sheet.getCellRangeByPosition(0, HEADING_ROW, end.EndColumn, HEADING_ROW).getDataArray()[0]
        column = next((heading.index(word) for word in NUMBER + LABEL if word in heading), None)
        return [None] * (end.EndRow + 1) if column is None else column_of(sheet, column, 0, end.EndRow)


def same(one, other):
    """Whether two figures are equal: calculating in another order may change the last digits."""
    return abs(one - other) < 1e-6 if isinstance(one, float) and isinstance(other, float) else one == other


def differences(before, after, leaving_out=frozenset()):
    """What is no longer the same."""
    found = []
    for kind in ("figures", "links"):
        old, new = getattr(before, kind), getattr(after, kind)
        for place in old.keys() | new.keys():
            if place not in leaving_out and not same(old.get(place), new.get(place)):
                found.append(f"{kind} {place}: {old.get(place)} -> {new.get(place)}")
    return sorted(found)


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


def marks(table):
    """The colours, notes and rules of a table's rows, by what tells a row from the others."""
    area, rows, notes = table.area, table.rows(), {}
    annotations = table.sheet.Annotations
    for note in (annotations.getByIndex(i) for i in range(annotations.Count)):
        place = note.Position
        if area.StartRow < place.Row <= area.EndRow:
            notes.setdefault(place.Row, []).append((place.Column, note.String))
    looks = {}
    # Cells that look the same come together: asking each of them takes minutes.
    groups = table.cells.getUniqueCellFormatRanges()
    for group in (groups.getByIndex(i) for i in range(groups.Count)):
        colour, form, rule = group.getPropertyValues(("CellBackColor", "NumberFormat", "Validation"))
        look = (colour, form, rule.Type.value, rule.getFormula1(), rule.InputMessage)
        for part in group.RangeAddresses:
            for row in range(part.StartRow, part.EndRow + 1):
                for column in range(part.StartColumn, part.EndColumn + 1):
                    looks[(row, column)] = look
    columns = range(area.StartColumn, area.EndColumn + 1)
    return {name: ([looks[(row, column)] for column in columns], sorted(notes.get(row, []))) for row, name in rows.items()}


def key_of(cells):
    """The column with what tells one row from the others; the last one where nothing does."""
    heading = cells.getDataArray()[0]
    return next((heading.index(word) for word in KEYS if word in heading), len(heading) - 1)


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


def examine(desktop, path, tells_tables_apart):
    book = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, settings(Hidden=True))
    result = {"tables": [], "differences": []}
    as_read = {}
    for name in book.Sheets.ElementNames:
        for place, _, value in formulas(book.Sheets.getByName(name)):
            as_read[(name, *place)] = value
    found = [Table(book, name, area) for name, area in tables(book, path)]
    result["tables"] = [[table.name, table.sheet.Name, table.height] for table in found]
    book.Sheets.insertNewByName("Proef", book.Sheets.Count)
    scratch = book.Sheets.getByName("Proef")
    book.calculateAll()
    # The values that the file holds are those of a recalculation.
    for name in book.Sheets.ElementNames:
        for place, _, value in formulas(book.Sheets.getByName(name)):
            kept = as_read[(name, *place)]
            if not same(value, kept) and not PLACE.fullmatch(str(value)):
                result["differences"].append(f"cached {name} {place}: {kept} -> {value}")
    first = Watch(book, scratch, found)
    result["figures"], result["links"] = len(first.figures), len(first.links)
    for place, (sheet, number, _) in first.links.items():
        if not isinstance(number, float) and not re.fullmatch(r".*: \d+", str(number)):
            result["differences"].append(f"link {place}: {sheet} {number}")
    # All tables at once: what one of them changes is told as well, and it takes a part of the time.
    result["differences"] += try_orders(book, scratch, found, first)
    if result["differences"] and tells_tables_apart:
        for table in found:
            alone = try_orders(book, scratch, [table], Watch(book, scratch, [table]))
            result["differences"] += [f"{table.name} alone, {line}" for line in alone]
    own = [mark for table in found if table.has_marks for mark in marks(table).values()]
    result["marks"] = len({look[0] for looks, _ in own for look in looks})
    result["notes"] = sum(len(notes) for _, notes in own)
    book.close(True)
    return result


def try_orders(book, scratch, chosen, first):
    """Sorts the tables in every way and filters them, and says what changed since `first`."""
    found = []
    rows = {table.name: table.contents() for table in chosen}
    own = {table.name: marks(table) for table in chosen if table.has_marks}
    for ways in zip(*(table.ways() for table in chosen)):
        for table, way in zip(chosen, ways):
            sort(table.cells, way)
        book.calculateAll()
        words = f"sorted by {ways[0]}" if len(chosen) == 1 else f"all sorted, {chosen[0].name} by {ways[0]}"
        found += [f"{words}: {line}" for line in differences(first, Watch(book, scratch, chosen))[:8]]
        for table in chosen:
            if table.contents() != rows[table.name]:
                found.append(f"{words}: rows of {table.name} itself differ")
            if table.has_marks:
                before, now = own[table.name], marks(table)
                changed = [row for row in before if now.get(row) != before[row]]
                found += [f"{words}: marks of {row}: {before[row]} -> {now.get(row)}" for row in changed]
    for table in chosen:
        descriptor = table.cells.createFilterDescriptor(True)
        descriptor.ContainsHeader = True
        field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        field.Field, field.IsNumeric, field.NumericValue = table.key, True, 1.0
        field.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
        descriptor.setFilterFields((field,))
        table.cells.filter(descriptor)
    book.calculateAll()
    found += [f"filtered: {line}" for line in differences(first, Watch(book, scratch, chosen), first.filtered)[:8]]
    for table in chosen:
        table.cells.filter(table.cells.createFilterDescriptor(True))
        # The numbers bring back the first order.
        sort(table.cells, [(table.key, True)])
    return found


def main(arguments):
    together = arguments[0] == "--together"
    targets = arguments[1:-1] if arguments[0] == "--save" else []
    paths = arguments[-1:] if targets else arguments[together:]
    with office() as desktop:
        if targets:
            save(desktop, paths[0], targets)
        else:
            print(json.dumps({path: examine(desktop, path, not together) for path in paths}))


main(sys.argv[1:])
