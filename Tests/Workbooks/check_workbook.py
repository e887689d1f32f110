#!/usr/bin/env python3
"""Checks workbooks that maatwerk wrote, with another library and if asked with another spreadsheet program.

    check_workbook.py [--recalculate] WORKBOOK...

Every workbook must open and have: a title, language and date; sheets with names that a tab can hold; no merged cells; a print set-up
(A4, landscape, one page wide, a footer with room); formulas with a cached value that is no error; charts with alternative text; links that lead
to a cell that is there. A sheet with a filter or a table: its headings are filled and each is there once, they are frozen (unless too much stands above) and repeated
in print, and no row of it is empty; columns that stay in sight leave half of a window at twice the size. Charts are in the document's
language; titles and headings have the styles of that name. A sentence that runs on over cells fits a window. Columns that are printed keep four fifths
of their size, but in the ministry's workbook. A sheet that asks for decisions: its cells to fill in are unlocked, also where the rest is protected,
and on a page (a sheet without a table) they end within a window of 1366 pixels.

--recalculate has LibreOffice calculate everything anew: every formula must give its cached value, texts to the letter and numbers
to 1e-9 of their size. Exit status 0: nothing to say; 1: what is wrong stands on standard output, a line each.
"""

import argparse
import math
import os
import re
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl
from openpyxl.utils import range_boundaries

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
# openpyxl leaves out what it does not know, such as data bars; nothing is written with it here.
warnings.filterwarnings("ignore", module="openpyxl")

INPUTS = ["Afspraak", "Wie", "Voor wanneer", "Toelichting", "Agreed", "Who", "By when", "Remark"]
TOPIC = ["Onderwerp-id", "Topic id"]
ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#CALC!", "#SPILL!"}


class Check:
    """Looks at one workbook and keeps what is wrong with it."""

    def __init__(self, path):
        self.path = path
        self.problems = []
        self.formulas = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)

    def report(self, sheet, text):
        self.problems.append(f"{self.path}: {sheet}: {text}" if sheet else f"{self.path}: {text}")

    def run(self):
        self.check_package()
        self.check_properties()
        self.is_of_ministry = "Dashboard" in self.formulas.sheetnames
        for sheet in self.formulas.worksheets:
            self.check_name(sheet)
            if sheet.merged_cells.ranges:
                self.report(sheet.title, f"merged cells: {sheet.merged_cells.ranges}")
            self.check_print(sheet)
            self.check_formulas(sheet)
            self.check_links(sheet)
            self.check_decisions(sheet)
            self.check_reading(sheet)
            areas = [sheet.auto_filter.ref] if sheet.auto_filter.ref else [table.ref for table in sheet.tables.values()]
            for area in areas:
                self.check_table(sheet, area)

    # Parts of the file

    def check_package(self):
        with zipfile.ZipFile(self.path) as package:
            broken = package.testzip()
            if broken:
                self.report(None, f"damaged part {broken}")
            names = package.namelist()
            if len(names) != len(set(names)):
                self.report(None, "a part is there twice")
            for name in names:
                if name.endswith((".xml", ".rels")):
                    root = ElementTree.fromstring(package.read(name))
                    if name.startswith("xl/charts/"):
                        found = set(re.findall(rb'lang(?: val)?="([^"]*)"', package.read(name)))
                        if found != {(self.formulas.properties.language or "").encode()}:
                            self.report(None, f"{name} is in {found}")
                    if name.startswith("xl/drawings/drawing"):
                        self.check_alternative_text(name, root)
            strings = "xl/sharedStrings.xml"
            if strings in names and b"\x00" in package.read(strings):
                self.report(None, "a text holds a NUL")

    def check_alternative_text(self, name, drawing):
        for properties in drawing.iter(f"{DRAWING}cNvPr"):
            if len((properties.get("descr") or "").strip()) < 10:
                self.report(None, f"{name}: {properties.get('name')} has no alternative text")

    def check_properties(self):
        properties = self.formulas.properties
        for name in ("title", "creator", "language", "created"):
            if not getattr(properties, name):
                self.report(None, f"the document has no {name}")
        if not any(sheet.sheet_state == "visible" for sheet in self.formulas.worksheets):
            self.report(None, "no sheet is visible")

    # Sheets

    def check_name(self, sheet):
        name = sheet.title
        if not 1 <= len(name) <= 31 or re.search(r"[\[\]:*?/\\]", name) or name != name.strip():
            self.report(name, "a name that a tab cannot hold, or not well")

    def check_print(self, sheet):
        setup = sheet.page_setup
        if int(setup.paperSize or 0) != 9:
            self.report(sheet.title, "is not printed on A4")
        if setup.orientation != "landscape":
            self.report(sheet.title, "is not printed landscape")
        if not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            self.report(sheet.title, "does not fit a page")
        elif int(setup.fitToWidth if setup.fitToWidth is not None else 1) != 1:
            self.report(sheet.title, "is more than one page wide")
        footer = "".join(part.text or "" for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right))
        if "&P" not in footer and "&[Page]" not in footer:
            self.report(sheet.title, "has no page number in its footer")
        # A line of ten points stands above the footer's own margin.
        if sheet.page_margins.bottom - sheet.page_margins.footer < 10 / 72:
            self.report(sheet.title, "cuts off its footer")

    def check_reading(self, sheet):
        """What who sees badly, or reads on paper, needs of a sheet."""
        if sheet.sheet_state != "visible":
            return
        letters = openpyxl.utils.get_column_letter

        def pixels(column):
            dimension = sheet.column_dimensions[letters(column)]
            return 0 if dimension.hidden else 8 * dimension.width

        if sheet["A1"].value and sheet["A1"].style != "Heading 1":
            self.report(sheet.title, f"the title has the style {sheet['A1'].style}")
        for table in sheet.tables.values():
            heading = sheet[table.ref.split(":")[0]]
            if heading.style != "Heading 3":
                self.report(sheet.title, f"{heading.coordinate} is a heading with the style {heading.style}")
        if sheet.freeze_panes:
            column = openpyxl.utils.cell.coordinate_from_string(sheet.freeze_panes)[0]
            frozen = sum(map(pixels, range(1, openpyxl.utils.column_index_from_string(column))))
            if 2 * frozen > 1366 / 2:
                self.report(sheet.title, f"frozen columns take {2 * frozen:.0f} of 1366 pixels at twice the size")
        if self.is_of_ministry:
            return
        first, last = 1, sheet.max_column
        if sheet.print_area:
            first, _, last, _ = range_boundaries(sheet.print_area.split("!")[-1].replace("$", ""))
        page = (297 / 25.4 - sheet.page_margins.left - sheet.page_margins.right) * 96
        width = sum(map(pixels, range(first, last + 1)))
        if width * 0.795 > page:
            self.report(sheet.title, f"is printed at {page / width:.0%} of its size")
        if int(sheet.page_setup.fitToHeight if sheet.page_setup.fitToHeight is not None else 1) == 1:
            points = sum(sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1))
            room = (210 / 25.4 - sheet.page_margins.top - sheet.page_margins.bottom) * 72
            if points * 0.795 > room:
                self.report(sheet.title, f"is printed at {room / points:.0%} of its size to fit one page")
        for row in sheet.iter_rows(max_row=40, max_col=1):
            text = row[0].value if row[0].data_type == "s" else None
            if text and not row[0].alignment.wrap_text and len(text) > 170:
                self.report(sheet.title, f"{row[0].coordinate} runs on over {len(text)} characters")

    def check_formulas(self, sheet):
        values = self.values[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value in ERRORS and cell.data_type == "e":
                    self.report(sheet.title, f"{cell.coordinate} is an error: {cell.value}")
                if cell.data_type != "f":
                    continue
                value = values[cell.coordinate].value
                if value is None:
                    self.report(sheet.title, f"{cell.coordinate} has no cached value: {cell.value}")
                elif isinstance(value, str) and value in ERRORS:
                    self.report(sheet.title, f"{cell.coordinate} gives {value}: {cell.value}")

    def check_links(self, sheet):
        for link in sheet._hyperlinks:
            if link.location is None:
                continue
            match = re.fullmatch(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([0-9]+)(?::.*)?", link.location)
            if not match:
                self.report(sheet.title, f"{link.ref} links to {link.location!r}, which is no cell")
                continue
            name = (match[1] or match[2]).replace("''", "'")
            if name not in self.formulas.sheetnames:
                self.report(sheet.title, f"{link.ref} links to sheet {name!r}, which is not there")
            elif int(match[4]) > self.formulas[name].max_row:
                self.report(sheet.title, f"{link.ref} links to {link.location}, below the last row")

    def check_decisions(self, sheet):
        columns, filled = {}, []
        for row in sheet.iter_rows():
            found = {cell.value: cell.column for cell in row if cell.value in INPUTS + TOPIC}
            if any(name in found for name in TOPIC):
                columns = found
            elif columns and sheet.cell(row[0].row, next(columns[name] for name in TOPIC if name in columns)).value:
                filled += [sheet.cell(row[0].row, column) for name, column in columns.items() if name in INPUTS]
        locked = [cell.coordinate for cell in filled if cell.protection.locked]
        if locked:
            self.report(sheet.title, f"cells to fill in are locked: {locked[:5]}")
        if filled and not sheet.tables:
            last = max(cell.column for cell in filled)
            widths = [sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width for column in range(1, last + 1)]
            pixels = sum(8 * width + 5 for width in widths)
            if pixels > 1320:
                self.report(sheet.title, f"cells to fill in end at {pixels:.0f} pixels")

    def check_table(self, sheet, area):
        first_column, heading, last_column, last_row = range_boundaries(area)
        for table in sheet.tables.values():
            named = [column.name for column in table.tableColumns]
            written = [sheet.cell(heading, column).value for column in range(first_column, last_column + 1)]
            if named != written:
                self.report(sheet.title, f"table {table.name} calls its columns otherwise than its headings: {named}")
        headings = [sheet.cell(heading, column).value for column in range(first_column, last_column + 1)]
        if any(value is None or str(value).strip() == "" for value in headings):
            self.report(sheet.title, f"a heading in row {heading} is empty")
        if len({str(value).casefold() for value in headings}) != len(headings):
            self.report(sheet.title, "two columns have one heading")
        # Where what stands above takes more than a third of a small window, the headings of a table may be left to the program to show.
        above = sum(sheet.row_dimensions[row].height or 15 for row in range(1, heading + 1)) * 4 / 3
        is_shown = sheet.tables and not sheet.freeze_panes and above > 577 / 3
        if not is_shown and (not sheet.freeze_panes or int(re.sub(r"\D", "", sheet.freeze_panes)) != heading + 1):
            self.report(sheet.title, f"row {heading} with the headings is not frozen")
        # Where such a table ends on its first page, pages of plain text below it would begin with its headings.
        height = sum(sheet.row_dimensions[row].height or 15 for row in range(1, last_row + 1))
        ends_on_first_page = is_shown and height < (21 - 3.8) / 2.54 * 72 / 0.8
        repeated = (sheet.print_title_rows or "").replace("$", "")
        if not repeated.endswith(f":{heading}") and (repeated or not ends_on_first_page):
            self.report(sheet.title, f"row {heading} with the headings is not repeated in print")
        rows = sheet.iter_rows(heading + 1, last_row, first_column, last_column, values_only=True)
        if last_row > heading:
            for number, row in enumerate(rows, heading + 1):
                if all(value is None for value in row):
                    self.report(sheet.title, f"row {number} is empty")

    # Recalculation

    def recalculate(self, folder):
        """Has LibreOffice open, calculate and save the workbook, and compares every formula."""
        converted = convert(self.path, folder)
        if converted is None:
            self.report(None, "LibreOffice cannot convert the workbook")
            return
        anew = openpyxl.load_workbook(converted, data_only=True)
        for sheet in self.formulas.worksheets:
            if sheet.title not in anew.sheetnames:
                self.report(sheet.title, "is lost in LibreOffice")
                continue
            before, after = self.values[sheet.title], anew[sheet.title]
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        old, new = before[cell.coordinate].value, after[cell.coordinate].value
                        if not is_same(old, new):
                            self.report(
                                sheet.title, f"{cell.coordinate} is {old!r}, calculated anew {new!r}: {cell.value}")


def is_same(old, new):
    """Whether two values are the same: texts to the letter, numbers to 1e-9 of their size."""
    if isinstance(old, (int, float)) and isinstance(new, (int, float)):
        return math.isclose(old, new, rel_tol=1e-9, abs_tol=1e-12)
    return (old or "") == (new or "")


def convert(path, folder):
    """The workbook as LibreOffice saves it, with every formula calculated anew; None when that fails."""
    profile = os.path.join(folder, "profile")
    write_settings(profile)
    output = os.path.join(folder, "anew")
    command = [
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", output, path,
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=1800)
    converted = os.path.join(output, os.path.basename(path))
    if result.returncode == 0 and os.path.exists(converted):
        return converted
    sys.stderr.write(result.stderr)
    return None


def write_settings(profile):
    """Settings for a LibreOffice that always calculates what it opens; it keeps cached values otherwise."""
    folder = os.path.join(profile, "user")
    os.makedirs(folder, exist_ok=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="{name}" oor:op="fuse">'
        "<value>0</value></prop></item>"
        for name in ("OOXMLRecalcMode", "ODFRecalcMode"))
    with open(os.path.join(folder, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
            f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("workbooks", nargs="+", metavar="WORKBOOK")
    parser.add_argument("--recalculate", action="store_true", help="compare with a recalculation by LibreOffice")
    arguments = parser.parse_args()
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(arguments.workbooks):
            check = Check(path)
            check.run()
            if arguments.recalculate:
                check.recalculate(os.path.join(folder, str(number)))
            problems += check.problems
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
