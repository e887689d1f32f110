#!/usr/bin/env python3
"""Writes the cells of CSV files into a workbook, a sheet a file, with one of the libraries that others use: what copy_cells.c does.

writers.py LIBRARY OUTPUT.xlsx INPUT.csv...

Numbers are written as numbers, all else as text, empty cells not at all. Each library gets the cells in the way that its documentation gives
for much data.
"""
import csv
import pathlib
import sys


def records(path):
    """The rows of a file, with numbers where the whole text is one."""
    def value(text):
        try:
            return float(text)
        except ValueError:
            return text or None

    with open(path, encoding="utf-8-sig", newline="") as file:
        delimiter = ";" if ";" in file.readline() else ","
        file.seek(0)
        for row in csv.reader(file, delimiter=delimiter):
            yield [value(text) for text in row]


def frame(path):
    """The same as a data frame of polars: a column is of numbers when all its cells are."""
    import polars
    with open(path, encoding="utf-8-sig") as file:
        separator = ";" if ";" in file.readline() else ","
    # As delivered, numbers have a comma: text to all candidates, as to strtod.
    return polars.read_csv(path, separator=separator, infer_schema_length=None)


def xlsxwriter_rows(output, paths):
    import xlsxwriter
    workbook = xlsxwriter.Workbook(output, {"constant_memory": True})
    for path in paths:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(records(path)):
            for column, value in enumerate(row):
                if value is not None:
                    (sheet.write_number if isinstance(value, float) else sheet.write_string)(number, column, value)
    workbook.close()


def openpyxl_rows(output, paths):
    import openpyxl
    workbook = openpyxl.Workbook(write_only=True)
    for path in paths:
        sheet = workbook.create_sheet()
        for row in records(path):
            sheet.append(row)
    workbook.save(output)


def polars_frames(output, paths):
    import xlsxwriter
    with xlsxwriter.Workbook(output) as workbook:
        for path in paths:
            frame(path).write_excel(workbook=workbook, worksheet=path.stem)


def rustpy_frames(output, paths):
    from rustpy_xlsxwriter import FastExcel
    workbook = FastExcel(output)
    for path in paths:
        workbook.sheet(path.stem, frame(path))
    workbook.save()


def rvgsrust_frames(output, paths):
    from rvgsrust_xlsxwriter import Workbook
    workbook = Workbook(output)
    for path in paths:
        workbook.add_worksheet(path.stem, constant_memory=True).write_dataframe(0, 0, frame(path))
    workbook.close()


#: By the name of the module that must be there.
LIBRARIES = {
    "xlsxwriter": xlsxwriter_rows, "openpyxl": openpyxl_rows, "polars": polars_frames, "rustpy_xlsxwriter": rustpy_frames,
    "rvgsrust_xlsxwriter": rvgsrust_frames,
}


def main():
    library, output, *paths = sys.argv[1:]
    LIBRARIES[library](output, [pathlib.Path(path) for path in paths])


if __name__ == "__main__":
    main()
