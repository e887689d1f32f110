"""Takes the cells out of a workbook, so that another program can write the same ones."""
import csv
import functools
import html
import io
import re
import zipfile

CELL = re.compile(r'<c r="([A-Z]+)\d+"([^>]*?)(?:/>|>(.*?)</c>)', re.S)
TEXT = re.compile(r"<t[^>]*>(.*?)</t>", re.S)
VALUE = re.compile(r"<v>(.*?)</v>", re.S)
BLOCK = 1 << 23


@functools.cache
def column_number(letters):
    """The place of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def rows(sheet, shared):
    """The rows of a sheet that have cells: its values by column, formulas with the value that is stored."""
    rest = ""
    while True:
        block = sheet.read(BLOCK)
        *whole, rest = (rest + block).split("</row>")
        for row in whole:
            values = {}
            for letters, kind, inside in CELL.findall(row):
                if not inside:
                    continue
                if 't="inlineStr"' in kind:
                    value = "".join(TEXT.findall(inside))
                else:
                    found = VALUE.search(inside)
                    value = found.group(1) if found else ""
                    if 't="s"' in kind:
                        value = shared[int(value)]
                if value:
                    values[column_number(letters)] = html.unescape(value)
            if values:
                yield values
        if not block:
            return


def extract(workbook, folder, name):
    """Writes the cells of each sheet to a file `name`-N.csv in the folder, with semicolons. Returns the files and the number of cells."""
    folder.mkdir(parents=True, exist_ok=True)
    made, count = [], 0
    with zipfile.ZipFile(workbook) as archive:
        names = archive.namelist()
        shared = []
        if "xl/sharedStrings.xml" in names:
            text = archive.read("xl/sharedStrings.xml").decode()
            shared = ["".join(TEXT.findall(item)) for item in re.findall(r"<si>(.*?)</si>", text, re.S)]
        for number in range(1, len(names)):
            entry = f"xl/worksheets/sheet{number}.xml"
            if entry not in names:
                break
            path = folder / f"{name}-{number}.csv"
            with archive.open(entry) as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as sheet, \
                    open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, delimiter=";", lineterminator="\n")
                for values in rows(sheet, shared):
                    count += len(values)
                    writer.writerow([values.get(column, "") for column in range(max(values) + 1)])
            if path.stat().st_size:
                made.append(path)
    return made, count
