"""What a submission holds, read apart from the tool: how many records, and where each token stands.

A count is only given where it is well defined. Definition: every record below the headings of every file that is a table, the cover
included, except blank ones. `Expectation.least` leaves out what the tool may read as no record of data (what stands beside a second
row of headings, a file that is double), `most` counts it.
"""
import collections
import dataclasses
import re
import unicodedata
import xml.etree.ElementTree as ElementTree

from . import trees
from .tables import SHEETS, TABLES, TOKEN
from .workbooks import MAIN

# Spellings that are a column as well; a row of headings is recognised by names.
ALIASES = {
    "kvk", "kvknummer", "kvkleverancier", "leverancier", "naamleverancier", "opdrachtnemer", "bedrijfsnaam", "rapportageperiode", "verslagperiode",
    "tijdvak", "contract", "contractnr", "opmerking", "opmerkingen", "startdatum", "begin", "eind", "datum", "waarde", "postcode", "id", "deelnemer",
    "sjabloon", "correctie", "email", "mailbox", "contactadres", "bijzonderheden",
}
# What a spreadsheet can hold; a larger text file is refused by name.
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576
BLANK = re.compile("[\\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3164\ufeff\x00-\x20\x7f-\x9f]*")


def fold(name):
    """A name without case, accents, blanks, underscores and hyphens."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in plain.lower() if sign.isalnum() and not unicodedata.combining(sign))


FILES = {fold(name + ".csv"): name for name in TABLES}
COLUMNS = {name: {fold(column) for column, _, _ in columns} for name, columns in TABLES.items()}
REQUIRED = {name: {fold(column) for column, _, required in columns if required} for name, columns in TABLES.items()}
KNOWN = set().union(*COLUMNS.values()) | ALIASES


@dataclasses.dataclass
class Expectation:
    """What must come out of a submission."""
    least: int = 0
    most: int = 0
    # Whether the counts are well defined.
    counted: bool = True
    # Where each token stands: (file, row, what it is part of); row is None where it cannot be told.
    tokens: dict = dataclasses.field(default_factory=dict)
    # Names of regular files that are no table.
    others: list = dataclasses.field(default_factory=list)
    # The tables that are files of their own and beyond doubt.
    sound: set = dataclasses.field(default_factory=set)
    # The number of spreadsheet rows and physical lines of each text file.
    extents: dict = dataclasses.field(default_factory=dict)

    def give_up(self):
        self.counted = False


def decode(data):
    """The text of a file, and whether its encoding is beyond doubt."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            try:
                return data[len(mark):].decode(encoding), True
            except UnicodeDecodeError:
                return data[len(mark):].decode(encoding, "replace"), False
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        return data.decode("latin-1"), True


def records(text, separator):
    """The records of well-formed delimited text, or None when a quote stands where none belongs."""
    found, record, cell = [], [], []
    at, end, quoted = 0, len(text), False
    while at < end:
        sign = text[at]
        if quoted:
            if sign != '"':
                cell.append(sign)
            elif text[at + 1:at + 2] == '"':
                cell.append('"')
                at += 1
            else:
                quoted = False
                if at + 1 < end and text[at + 1] not in (separator, "\r", "\n"):
                    return None
        elif sign == '"':
            if cell:
                return None
            quoted = True
        elif sign == separator:
            record.append("".join(cell))
            cell = []
        elif sign in "\r\n":
            record.append("".join(cell))
            found.append(record)
            record, cell = [], []
            if sign == "\r" and text[at + 1:at + 2] == "\n":
                at += 1
        else:
            cell.append(sign)
        at += 1
    if quoted:
        return None
    if cell or record or (text and text[-1] == '"'):
        found.append(record + ["".join(cell)])
    return found


def is_blank(record):
    return all(BLANK.fullmatch(cell) for cell in record)


def is_title(record, headings):
    """Whether a record above the headings is an explanation and no data: it has few fields, and hardly a number."""
    filled = [cell for cell in record if not BLANK.fullmatch(cell)]
    least = max(3, (sum(not BLANK.fullmatch(cell) for cell in headings) + 1) // 2)
    return len(filled) < least or sum(any(sign.isdigit() for sign in cell) for cell in filled) < 2


def score(record, known=KNOWN):
    return len({fold(cell) for cell in record if len(cell) < 200} & known)


def split(text):
    """The records of `text` and how many lines of `sep=` go before; None when the separator or the quotes leave doubt."""
    start = 0
    directive = re.match(r"(?i)sep=(.)?(\r\n|\r|\n|$)", text)
    if directive:
        start = directive.end()
        if directive.group(1) not in (";", ",", "\t", "|"):
            return None
    body = text[start:]
    candidates = {}
    for separator in ";,\t|":
        rows = records(body, separator)
        if rows:
            best = max((score(row) for row in rows), default=0)
            if best >= 2:
                candidates[separator] = rows
    if directive:
        rows = candidates.get(directive.group(1))
        return (rows, 1) if rows and len(candidates) == 1 else None
    return (next(iter(candidates.values())), 0) if len(candidates) == 1 else None


def expect_grid(expectation, name, grid, table, offset=0, sheet=None):
    """Adds the records of a grid that is the table `table` (None when only its headings can tell)."""
    known = COLUMNS[table] | ALIASES if table else KNOWN
    scores = [score(record, known) for record in grid]
    best = max(scores, default=0)
    # With fewer of its columns a table is a guess.
    header = scores.index(best) if best >= (3 if table else 5) else -1
    has_rows = any(not is_blank(record) for record in grid[header + 1:])
    for index, record in enumerate(grid):
        for field, cell in enumerate(record):
            if header >= 0 and index < header and is_title(record, grid[header]):
                continue
            if header < 0 and sum(not BLANK.fullmatch(cell) for cell in record) < 3:
                # A word on a sheet, such as that there is nothing to tell.
                continue
            if header < 0:
                part = "a file without headings"
            elif index <= header:
                part = "the headings" if index == header else "a record above the headings"
            else:
                part = "a record" if field < len(grid[header]) else "a field beyond the headings"
            # An unknown column of a table without rows is nothing.
            for word in TOKEN.findall(cell) if has_rows or index != header else ():
                expectation.tokens.setdefault(word, (sheet or name, index + 1 + offset, part))
    if header < 0:
        return expectation.give_up()
    filled = [index for index, record in enumerate(grid) if index > header and not is_blank(record)]
    # Cells of controls and marks only may be something or nothing.
    doubtful = [index for index in filled if all(BLANK.fullmatch(cell) or not any(sign.isalnum() for sign in cell) for cell in grid[index])]
    others = [index for index, found in enumerate(scores) if index != header and (found >= 2 or score(grid[index]) >= 3)]
    expectation.most += len(filled)
    expectation.least += len(filled) - len(doubtful)
    # A record of numbers above the headings may be a row that was sorted there.
    expectation.most += sum(1 for record in grid[:header] if any(sign.isdigit() for cell in record for sign in cell))
    if others:
        expectation.least = 0
        expectation.most += sum(1 for record in grid[:header] if not is_blank(record)) + 1


def expect_text(expectation, name, data, table):
    text, is_sure = decode(data)
    if TOKEN.search(text) is None and not is_sure:
        return expectation.give_up()
    lines = len(re.findall("\r\n|\r|\n", text)) + 1
    if "\0" in text or "\x1a" in text or not is_sure:
        expectation.give_up()
    found = split(text)
    if found is None:
        expectation.give_up()
        for line in re.split("\r\n|\r|\n", text):
            # Lines of few fields may be titles.
            if sum(not BLANK.fullmatch(cell) for cell in re.split("[;,\t|]", line)) > 3:
                for word in TOKEN.findall(line):
                    expectation.tokens.setdefault(word, (name, None, "a file that is not well-formed"))
        expectation.extents[name] = (lines + 1, lines + 1)
        return
    grid, offset = found
    if len(grid) > MOST_ROWS or max(map(len, grid), default=0) > MOST_COLUMNS:
        # Refused as a whole, by name.
        return expectation.give_up()
    if table and is_sure and "\0" not in text and max(map(score, grid), default=0) >= 3:
        expectation.sound.add(table)
    if any(len(re.findall("\r\n|\r|\n", cell)) > 500 for record in grid for cell in record):
        # So long a cell may be taken for a quote that never closes.
        return expectation.give_up()
    expectation.extents[name] = (len(grid) + offset + 1, lines + 1)
    expect_grid(expectation, name, grid, table, offset)


CELL_PARTS = {f"{{{MAIN}}}{name}" for name in ("v", "f", "is")}


def xlsx_sheets(parts):
    """The sheets of a workbook as (name, state, grid); None when it is not as plain as those of workbooks.py."""
    try:
        workbook = ElementTree.fromstring(parts["xl/workbook.xml"])
        relations = {item.get("Id"): item.get("Target") for item in ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])}
        shared = []
        if "xl/sharedStrings.xml" in parts:
            shared = ["".join(text.text or "" for text in item.iter(f"{{{MAIN}}}t")) for item in ElementTree.fromstring(parts["xl/sharedStrings.xml"])]
        found = []
        for sheet in workbook.find(f"{{{MAIN}}}sheets"):
            target = relations[sheet.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")]
            root = ElementTree.fromstring(parts["xl/" + target])
            grid, last = [], 0
            for row in root.find(f"{{{MAIN}}}sheetData"):
                if not all(cell.tag == f"{{{MAIN}}}c" and all(part.tag in CELL_PARTS for part in cell) for cell in row):
                    # A row in a cell, and the like: what a reader makes of it is no matter of counting.
                    return None
                number = int(row.get("r"))
                if number <= last or number > 5000:
                    return None
                grid += [[] for _ in range(number - last - 1)]
                last, record = number, []
                for cell in row:
                    match = re.fullmatch(r"([A-Z]{1,2})(\d+)", cell.get("r"))
                    column = 0
                    for letter in match.group(1):
                        column = column * 26 + ord(letter) - 64
                    if int(match.group(2)) != number or column <= len(record):
                        return None
                    record += [""] * (column - 1 - len(record))
                    value = cell.find(f"{{{MAIN}}}v")
                    kind = cell.get("t", "n")
                    if kind == "s":
                        text = shared[int(value.text)]
                    elif kind == "inlineStr":
                        text = "".join(item.text or "" for item in cell.iter(f"{{{MAIN}}}t"))
                    elif kind in ("n", "str"):
                        text = (value.text or "") if value is not None else ""
                    else:
                        return None
                    record.append(text)
                grid.append(record)
            found.append((sheet.get("name"), sheet.get("state", ""), grid))
        return found
    except Exception:  # anything that is not plain
        return None


NAMED_SHEETS = {fold(title): name for name, title in SHEETS.items()} | {fold(name): name for name in SHEETS}


def expect_workbook(expectation, name, data, alone=True):
    members = trees.unpack(data)
    if not members:
        return expectation.give_up()
    parts = dict(members)
    sheets = xlsx_sheets(parts) if len(parts) == len(members) and "xl/workbook.xml" in parts else None
    if sheets is None or not alone:
        # Where a token stood in the XML it must turn up again only when the XML says what Python reads, so nothing is asked here.
        return expectation.give_up()
    names = [NAMED_SHEETS.get(fold(sheet)) for sheet, _, _ in sheets]
    if None in names or len(set(names)) != len(names):
        return expectation.give_up()
    for table, (sheet, state, grid) in zip(names, sheets):
        if state:
            expectation.give_up()
        expect_grid(expectation, name, grid, table, sheet=f"{sheet}")


def expect_files(expectation, files):
    """`files` are pairs of base name and contents, in one folder."""
    seen = set()
    alone = len(files) == 1
    names = collections.Counter(name for name, _ in files)
    for name, data in sorted(files):
        table = FILES.get(fold(name.decode("utf-8", "replace")))
        if name.startswith(b".") and not alone:
            continue
        shown = name.decode("utf-8", "replace")
        if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
            if alone:
                expect_workbook(expectation, shown, data)
            else:
                expectation.give_up()
            continue
        if table is None and not alone:
            expectation.others.append(name)
            # A file that is no table by its name may be one by its headings.
            expectation.give_up()
            continue
        if table in seen:
            expectation.give_up()
            continue
        seen.add(table)
        expect_text(expectation, shown, data, table)
        if names[name] > 1:
            # Which of two files of one name a finding is about cannot be told by its name.
            expectation.sound.discard(table)
            expectation.extents.pop(shown, None)
            expectation.tokens = {word: place for word, place in expectation.tokens.items() if place[0] != shown}


def is_zip(tree):
    return len(tree) == 1 and all(isinstance(content, bytes) and content[:2] == b"PK" for content in tree.values())


def expect(tree):
    """The expectation of the submission that `tree` is: one folder, or one file."""
    expectation = Expectation()
    tops = {path.split(b"/")[0] for path in tree}
    if len(tops) != 1:
        expectation.give_up()
        return expectation
    if any(path.count(b"/") > 1 or not isinstance(content, bytes) for path, content in tree.items()):
        expectation.give_up()
    files = [(path.rsplit(b"/", 1)[-1], content) for path, content in tree.items() if isinstance(content, bytes) and path.count(b"/") <= 1]
    (top,) = tops
    if list(tree) == [top] and files:
        data = files[0][1]
        members = trees.unpack(data) if data[:2] == b"PK" else None
        if members and not any(name.startswith(("xl/", "META-INF/")) or name == "content.xml" for name, _ in members):
            if any("/" in name or "\\" in name for name, _ in members):
                expectation.give_up()
            files = [(re.split(r"[\\/]", name)[-1].encode("utf-8", "replace"), content) for name, content in members]
            if len(files) == 1:
                expectation.give_up()
    expect_files(expectation, files)
    return expectation
