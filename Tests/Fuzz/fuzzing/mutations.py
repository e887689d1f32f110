"""Faults, at every level: grid, bytes, XML, zip, tree."""
import re

from . import texts, trees
from .tables import TABLES, token, value
from .workbooks import letters

# ---------------------------------------------------------------- grids: a list of rows, the first with the headings


def grid_fault(chance, grid, columns):
    """Changes `grid` in place; `columns` are its columns as declared."""
    height, width = len(grid), max(map(len, grid), default=0)

    def row():
        return chance.randrange(1, height) if height > 1 else 0

    def cell():
        return chance.randrange(len(grid[0])) if grid[0] else 0

    def odd_cell():
        record, field = grid[row()], cell()
        while len(record) <= field:
            record.append("")
        kind = columns[field][1] if field < len(columns) else "text"
        record[field] = texts.odd_text(chance, kind)

    def numbers_at_the_boundary():
        # The same boundary in a whole column: sums are where it hurts.
        fields = [index for index, (_, kind, _) in enumerate(columns) if kind in ("money", "hours", "week", "count", "share")]
        if fields:
            numbers = texts.LARGE if chance.random() < 0.7 else texts.NUMBERS
            field, amount = chance.choice(fields), chance.choice(numbers)
            for record in grid[1:]:
                if field < len(record):
                    record[field] = amount if chance.random() < 0.8 else chance.choice(numbers)

    def many_rows():
        for number in range(chance.choice([2, 5, 30, 200])):
            grid.append([value(chance, kind, 100 + number) for _, kind, _ in columns])

    def double_row():
        grid.insert(chance.randint(1, height), list(grid[row()]))

    def extra_column():
        heading = texts.odd_heading(chance)
        for index, record in enumerate(grid):
            record.append(heading if index == 0 else token(chance))

    def many_columns():
        count = chance.choice([3, 20, 300])
        for index, record in enumerate(grid):
            record += [f"k{number}" if index == 0 else str(number) for number in range(count)]

    def double_column():
        field = cell()
        for record in grid:
            if field < len(record):
                record.insert(chance.choice([field, len(record)]), record[field])

    def drop_column():
        field = cell()
        for record in grid:
            del record[field:field + 1]

    def shuffle_columns():
        order = list(range(width))
        chance.shuffle(order)
        for index, record in enumerate(grid):
            grid[index] = [record[field] if field < len(record) else "" for field in order]

    def odd_heading():
        if grid[0]:
            grid[0][cell()] = texts.odd_heading(chance)

    def decorated_heading():
        if grid[0]:
            field = cell()
            grid[0][field] = chance.choice(["{} *", "{}:", "1. {}", "{} (verplicht)", " {} ", "\ufeff{}", "{}\n", "*{}", "'{}'", "{}\u00ad"]).format(grid[0][field])

    def ragged():
        record = grid[row()]
        if chance.random() < 0.5:
            record += [chance.choice(["", token(chance), "1"])] * chance.choice([1, 1, 2, 30])
        else:
            del record[-chance.choice([1, 2, len(record) or 1]):]

    def blank_rows():
        at = chance.choice([0, 0, 1, height])
        grid[at:at] = [[""] * chance.choice([0, 1, width]) for _ in range(chance.choice([1, 2, 39, 40, 41, 45, 300]))]

    def preface():
        for _ in range(chance.choice([1, 2, 20, 39, 40, 41, 45])):
            grid.insert(0, [chance.choice(["Rapportage ", "", "Stand per ", "1"]) + token(chance)] + [""] * chance.choice([0, 0, 3]))

    def no_data_row():
        record = chance.choice([
            ["Totaal", "", token(chance)], ["Totaal"] + ["12,5"] * (width - 1), [""] * (width - 1) + ["99"], ["-----"] * width,
            ["verplicht"] * width, list(grid[0]), ["* " + token(chance)], ["Gemiddelde: 5"], ["Bron: " + token(chance)], ["EINDE"],
        ])
        grid.insert(chance.randint(1, height), record)

    def second_table():
        name = chance.choice(sorted(TABLES))
        grid.extend([[]] * chance.choice([0, 1, 3]))
        grid.append([column for column, _, _ in TABLES[name]])
        for number in range(chance.choice([1, 3])):
            grid.append([value(chance, kind, 50 + number) for _, kind, _ in TABLES[name]])

    def no_headings():
        del grid[0]
        if not grid:
            grid.append([token(chance)])

    def swap_headings():
        if len(grid[0]) > 1:
            one, other = cell(), cell()
            grid[0][one], grid[0][other] = grid[0][other], grid[0][one]

    def clear():
        del grid[chance.choice([0, 1]):]
        if not grid:
            grid.append([])

    faults = [
        (odd_cell, 14), (numbers_at_the_boundary, 4), (many_rows, 2), (double_row, 2), (extra_column, 3), (many_columns, 1), (double_column, 1),
        (drop_column, 2), (shuffle_columns, 1), (odd_heading, 2), (decorated_heading, 2), (ragged, 3), (blank_rows, 2), (preface, 2),
        (no_data_row, 2), (second_table, 1), (no_headings, 1), (swap_headings, 1), (clear, 1),
    ]
    chance.choices([fault for fault, _ in faults], [weight for _, weight in faults])[0]()


# ---------------------------------------------------------------- bytes

INSERTS = [
    b"\0", b"\xff", b'"', b'""', b'"\r\n', b"\r", b"\n", b"\r\n", b";", b",", b"\t", b"|", b"\x1a", b"\x1b[2J", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x80", b"=", b"'", b" " * 50, b'"' * 1000, b"sep=,\r\n", b"\x85", b"\xe2\x80\xa8",
]


def byte_fault(chance, data):
    if not data:
        return chance.choice(INSERTS)
    at = chance.randrange(len(data))
    match chance.randrange(9):
        case 0: return data[:at] + bytes([chance.randrange(256)]) + data[at + 1:]
        case 1: return data[:at] + data[at + chance.randint(1, 20):]
        case 2 | 3 | 4: return data[:at] + chance.choice(INSERTS) + data[at:]
        case 5: return data[:at]
        case 6:
            end = min(len(data), at + chance.randint(1, 200))
            return data[:end] + data[at:end] * chance.choice([1, 2, 50]) + data[end:]
        case 7:
            quote = data.find(chance.choice([b"\n", b";", b","]), at)
            return data[:quote + 1] + b'"' + data[quote + 1:] if quote >= 0 else data + b'"'
        case _:
            bit = 1 << chance.randrange(8)
            return data[:at] + bytes([data[at] ^ bit]) + data[at + 1:]


# ---------------------------------------------------------------- XML

ATTRIBUTES = [
    "0", "-1", "1", "65535", "65536", "16384", "16385", "1048576", "1048577", "2147483647", "2147483648", "4294967295", "4294967296",
    "9223372036854775807", "99999999999999999999", "1e9", "", " ", "NaN", "A0", "A1", "XFD1", "XFE1", "A1048576", "A1048577", "XFD1048576", "ZZZ1",
    "ZZZZZZZZZZZZZ99999999999999999999", "1A", "$A$1", "a1", "A1:XFD1048576", "s", "n", "b", "e", "d", "str", "inlineStr", "float", "date", "time",
    "boolean", "percentage", "currency", "string", "true", "xl/workbook.xml", "../../etc/passwd", "worksheets/sheet1.xml", "rId1", "&#0;", "&#x1b;", "\u0301",
]
NODES = [
    "<a>", "</a>", "<a/>", "<!-- x -->", "<![CDATA[<c r=\"A1\"/>]]>", "<?p?>", "&amp;", "&lt;", "&nbsp;", "&x;", "&#0;", "&#x10FFFF;", "&#xD800;", "<row/>",
    "<row r=\"1048576\"/>", "<c r=\"A1\"><v>1</v></c>", "<c t=\"s\"><v>99999999</v></c>", "<c t=\"s\"><v>-1</v></c>", "<v/>", "<f>1/0</f>", "<is/>",
    "<si/>", "<sheetData/>", "<mergeCell ref=\"A1:XFD1048576\"/>", "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell/></table:table-row>",
    "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>", "<text:s text:c=\"1000000\"/>",
    "<text:line-break/>", "<text:tab/>", "\0", "\x1b",
]
DOCTYPES = [
    '<!DOCTYPE a [<!ENTITY x "zzzzzzzz">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(8)) + "]>",
]
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r'(\s[\w:.-]+=")([^"]*)(")')


def xml_fault(chance, data):
    """A fault in the XML of a part, by tag, attribute or text; sometimes in its bytes."""
    if chance.random() < 0.06:
        return byte_fault(chance, data)
    text = data.decode("utf-8", "replace")
    which = chance.random()
    if which < 0.45:
        found = list(ATTRIBUTE.finditer(text[:200_000]))
        if found:
            match = chance.choice(found)
            return (text[:match.start(2)] + chance.choice(ATTRIBUTES) + text[match.end(2):]).encode("utf-8", "replace")
    tags = list(TAG.finditer(text[:200_000]))
    if not tags:
        return byte_fault(chance, data)
    tag = chance.choice(tags)
    if which < 0.52:
        text = text[:tag.start()] + text[tag.end():]
    elif which < 0.6:
        text = text[:tag.end()] + chance.choice(NODES) + text[tag.end():]
    elif which < 0.66:
        text = text[:tag.start()] + tag.group() * chance.choice([2, 3, 1000, 30_000]) + text[tag.end():]
    elif which < 0.7:
        other = chance.choice(tags)
        text = text[:tag.start()] + other.group() + text[tag.end():]
    elif which < 0.76:
        end = text.find("</row>", tag.start())
        start = text.find("<row", tag.start())
        if 0 <= start < end:
            text = text[:start] + text[start:end + 6] * chance.choice([0, 2, 2, 300]) + text[end + 6:]
    elif which < 0.86:
        following = text.find("<", tag.end())
        if following > tag.end():
            text = text[:tag.end()] + chance.choice([chance.choice(ATTRIBUTES), chance.choice(texts.NUMBERS), "x" * 40_000, "&x;", "1e999"]) + text[following:]
    elif which < 0.9:
        name = re.match(r"</?[\w:]+", tag.group())
        if name:
            text = text[:tag.start()] + name.group() + " " + " ".join(f'a{number}="{number}"' for number in range(chance.choice([1, 200, 20_000]))) + tag.group()[name.end():] + text[tag.end():]
    elif which < 0.93:
        declaration = text.find("?>") + 2 if text.startswith("<?xml") else 0
        text = text[:declaration] + chance.choice(DOCTYPES) + text[declaration:]
    elif which < 0.95:
        text = text[:tag.end()] + "<a>" * chance.choice([10, 300, 50_000]) + text[tag.end():]
    elif which < 0.97:
        text = text.replace('encoding="UTF-8"', chance.choice(['encoding="UTF-16"', 'encoding="ISO-8859-1"', 'encoding="x"', 'encoding="IBM850"']), 1)
    elif which < 0.985:
        return ("\ufeff" + text).encode("utf-16-le", "replace")
    else:
        return data[:chance.randrange(len(data) + 1)]
    return text.encode("utf-8", "replace")


def part_fault(chance, parts):
    """A fault in the parts of a workbook: mostly in the XML of one, sometimes in which there are."""
    names = list(parts)
    which = chance.random()
    content = [name for name in names if "sheet" in name or "content" in name or "shared" in name]
    name = chance.choice(content if content and chance.random() < 0.75 else names)
    if which < 0.9:
        parts[name] = xml_fault(chance, parts[name])
    elif which < 0.93:
        del parts[name]
    elif which < 0.95:
        parts[chance.choice(["./" + name, "/" + name, name.upper(), name.replace("/", "\\"), "../" + name, name + "/"])] = parts.pop(name)
    elif which < 0.97:
        parts[chance.choice(["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/comments1.xml", "docProps/core.xml", "customXml/item1.xml", "xl/media/image1.png"])] = b"<a/>" * chance.choice([1, 10_000])
    elif which < 0.985:
        other = chance.choice(names)
        parts[name], parts[other] = parts[other], parts[name]
    else:
        parts[name] = b""


def repeated_cell(chance):
    """A row of ODS that stands for very many, or very wide ones."""
    rows, columns = (chance.choice([1, 2, 1000, 16384, 16385, 65536, 1048575, 1048576, 1048577, 2147483647, 9223372036854775807]) for _ in range(2))
    cell = chance.choice(["<table:table-cell{}/>", '<table:table-cell{} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'])
    repeated = cell.format(f' table:number-columns-repeated="{columns}"')
    return f'<table:table-row table:number-rows-repeated="{rows}">{repeated}</table:table-row>'


def sparse_cell(chance):
    """A cell of XLSX far away from the others."""
    row = chance.choice([1, 2, 40, 41, 65536, 1048575, 1048576, 1048577, 4294967295])
    column = chance.choice([0, 1, 255, 16383, 16384, 18277, 475253])
    return f'<row r="{row}"><c r="{letters(column)}{row}" t="inlineStr"><is><t>{token(chance)}</t></is></c></row>'


# ---------------------------------------------------------------- zip

PATHS = [
    b"../inzet.csv", b"..\\inzet.csv", b"/inzet.csv", b"./inzet.csv", b"a/../inzet.csv", b"a/./inzet.csv", b"a//inzet.csv", b"a/b/c/inzet.csv", b"C:\\inzet.csv",
    b"\\\\server\\deel\\inzet.csv", b"a\\inzet.csv", b"inzet.csv/", b"inzet.csv\0.txt", b"", b".", b"..", b"/", b"//", b"\0", b"a" * 65535, b"__MACOSX/._inzet.csv",
    b"..\xc0\xafinzet.csv", b"\xe2\x80\xae.csv", b"%2e%2e%2finzet.csv", "．．/inzet.csv".encode(), b"inzet.csv\n", b"\x1b[31m.csv",
]


def raw_zip(chance, members):
    """`members` (pairs of name and bytes) as a zip with faults in its structure."""
    archive = trees.RawZip(chance)
    members = list(members)
    if chance.random() < 0.3:
        members.insert(chance.randint(0, len(members)), (chance.choice(PATHS + texts.NAMES), chance.choice(texts.STRAYS + [b"a;b\r\n1;2\r\n"])))
    if chance.random() < 0.15 and members:
        members.append(chance.choice(members))
    if chance.random() < 0.05:
        members += [(f"leeg{number}.txt".encode(), b"") for number in range(chance.choice([100, 999, 1001, 5000]))]
    if chance.random() < 0.05:
        members.append((chance.choice([b"inzet.csv", b"uren.csv", b"film.mp4"]), chance.choice([b"\0", b";", b"a;b\r\n", b'"']) * chance.choice([1 << 20, 30 << 20])))
    spoiled = chance.randrange(len(members)) if members and chance.random() < 0.6 else -1
    for index, (name, data) in enumerate(members):
        wrong = {}
        if chance.random() < 0.3:
            wrong["method"] = 0
        if index == spoiled:
            for _ in range(chance.choice([1, 1, 2])):
                wrong.update(chance.choice([
                    {"crc": 0}, {"unpacked": 0}, {"unpacked": 0xFFFFFFFF}, {"unpacked": len(data) + 1}, {"packed": 0}, {"packed": 0xFFFFFFFF}, {"method": 1}, {"method": 99},
                    {"method": 14}, {"flags": 1}, {"flags": 8}, {"flags": 0x41}, {"flags": 0xFFFF}, {"flags": 0}, {"offset": 0}, {"offset": 0xFFFFFFFF}, {"offset": len(data)},
                    {"local": b"anders.csv"}, {"local": b""}, {"attributes": 0o120777 << 16}, {"attributes": 0o010644 << 16}, {"attributes": 0x10}, {"attributes": 0},
                    {"extra": b"\x01\x00\x18\x00" + b"\xff" * 24}, {"extra": b"\x75\x70\xff\xff"}, {"extra": b"\x01\x99\x07\x00\x02\x00AE\x03\x08\x00"},
                ]))
        if not isinstance(name, bytes):
            name = name.encode()
        archive.add(name[:65535], data, **wrong)
    options = {}
    if chance.random() < 0.2:
        options = chance.choice([
            {"count": 0}, {"count": 65535}, {"count": len(members) + 1}, {"comment": b"opmerking " * 30}, {"directory_offset": 0}, {"directory_offset": 0xFFFFFFFF},
        ])
    data = archive.finish(**options)
    which = chance.random()
    if which < 0.05:
        data = b"#!/bin/sh\n" + data
    elif which < 0.1:
        data += b"\0" * chance.choice([1, 22, 70_000])
    elif which < 0.15:
        data = data[:chance.randrange(len(data) + 1)]
    elif which < 0.25:
        data = byte_fault(chance, data)
    return data


# ---------------------------------------------------------------- trees


def tree_fault(chance, tree):
    """A fault in which files there are and how they are called; `tree` holds one submission below a folder or by itself."""
    paths = list(tree)
    top = paths[0].split(b"/")[0] if paths else b"s"
    which = chance.random()

    def place(name):
        return top + b"/" + name

    if which < 0.3 and paths:
        path = chance.choice(paths)
        tree[place(chance.choice(texts.NAMES))] = tree.pop(path) if chance.random() < 0.6 else tree[path]
    elif which < 0.5:
        tree[place(chance.choice(texts.NAMES))] = chance.choice(texts.STRAYS)
    elif which < 0.6:
        name = chance.choice([b"inzet.csv", b"uren.csv", b"voorblad.csv", b"foto.jpg", b"bewijs.csv", b"x"])
        tree.pop(place(name), None)
        tree[place(name)] = chance.choice([
            trees.FIFO, trees.SOCKET, trees.FOLDER, trees.link("/dev/zero"), trees.link("/dev/urandom"), trees.link("/dev/tty"), trees.link("/proc/self/mem"),
            trees.link("nergens"), trees.link(name), trees.link("."), trees.link("/etc/hostname"), trees.link("voorblad.csv"), trees.link("/proc/kmsg"),
            trees.sparse(3 << 30), trees.sparse(30 << 30),
        ])
    elif which < 0.75 and paths:
        path = chance.choice(paths)
        folder = chance.choice([b"map", b"Q2", b"..map", b"\x1b[31m", b"caf\xe9", b"a" * 200, b"inzet.csv", b"a/b/c/d/e", b"inzet"])
        tree[place(folder + b"/" + path.rsplit(b"/", 1)[-1])] = tree.pop(path)
    elif which < 0.85 and len(paths) > 1:
        one, other = chance.sample(paths, 2)
        tree[one], tree[other] = tree[other], tree[one]
    elif which < 0.92 and paths:
        tree[chance.choice(paths)] = chance.choice(texts.STRAYS)
    elif paths:
        del tree[chance.choice(paths)]
        tree.setdefault(place(b"rest.txt"), b"rest")
