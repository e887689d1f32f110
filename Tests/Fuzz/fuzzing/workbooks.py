"""Workbooks, written part by part so that each part can be spoiled: XLSX as Excel and others write it, and ODS."""
import datetime
import re
from xml.sax.saxutils import escape, quoteattr

from . import trees

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# Characters that XML 1.0 does not have; Excel writes them as _xHHHH_.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Number formats of the cell styles 0 to 9: general, day, time, text, percent, hours, month, KvK, custom text, money.
FORMATS = [0, 14, 20, 49, 10, 46, 164, 165, 166, 167]
CUSTOM = {164: "mmm\\-yy", 165: "00000000", 166: "\"P-\"000", 167: "\"€\"\\ #,##0.00", 168: "[h]:mm"}


def letters(index):
    """The letters of a column: 0 is A."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def clean(text):
    return escape(ILLEGAL.sub(lambda match: f"_x{ord(match.group()):04X}_", text))


def serial(text):
    """The serial day of dd-mm-yyyy, or None."""
    match = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", text)
    if not match:
        return None
    try:
        return (datetime.date(*map(int, reversed(match.groups()))) - datetime.date(1899, 12, 30)).days
    except ValueError:
        return None


def number(text):
    """The number that a Dutch spreadsheet makes of `text`, or None."""
    if re.fullmatch(r"-?(0|[1-9]\d{0,14})(,\d{1,9})?", text):
        return text.replace(",", ".")
    return None


def sheet_xml(grid, chance, shared=None, typed=0.5, gaps=True):
    """The XML of a sheet. `shared` collects shared texts; without it they stand in the cells."""
    rows = []
    for index, record in enumerate(grid, 1):
        cells = []
        for column, text in enumerate(record):
            if text == "" and gaps:
                continue
            place = f"{letters(column)}{index}"
            day, amount = serial(text), number(text)
            if day is not None and chance.random() < typed:
                cells.append(f'<c r="{place}" s="1"><v>{day}</v></c>')
            elif amount is not None and chance.random() < typed:
                cells.append(f'<c r="{place}" s="{chance.choice([0, 0, 0, 2, 4, 5, 6, 7, 8, 9])}"><v>{amount}</v></c>')
            elif shared is not None:
                shared.append(text)
                cells.append(f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>')
            elif chance.random() < 0.05:
                cells.append(f'<c r="{place}" t="str"><f>A1&amp;"x"</f><v>{clean(text)}</v></c>')
            else:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{clean(text)}</t></is></c>')
        if cells or not gaps:
            rows.append(f'<row r="{index}">{"".join(cells)}</row>')
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def xlsx_parts(sheets, chance, typed=0.5):
    """The parts of a workbook with `sheets`: (name, grid, state), state being "", "hidden" or "veryHidden"."""
    shared = [] if chance.random() < 0.6 else None
    parts = {}
    for index, (_, grid, _) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{index}.xml"] = sheet_xml(grid, chance, shared, typed)
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{index}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for index in range(1, len(sheets) + 1))
    listed = "".join(
        f'<sheet name={quoteattr(clean_name(name))} sheetId="{index}"' + (f' state="{state}"' if state else "") + f' r:id="rId{index}"/>'
        for index, (name, _, state) in enumerate(sheets, 1))
    relations = "".join(
        f'<Relationship Id="rId{index}" Type="{RELATION}/worksheet" Target="worksheets/sheet{index}.xml"/>'
        for index in range(1, len(sheets) + 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts["xl/workbook.xml"] = f'{head}<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>{listed}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = (
        f'{head}<Relationships xmlns="{PACKAGE}">{relations}<Relationship Id="rId900" Type="{RELATION}/styles" Target="styles.xml"/>'
        + (f'<Relationship Id="rId901" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>' if shared is not None else "")
        + "</Relationships>")
    formats = "".join(f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for number, code in CUSTOM.items())
    styles = "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in FORMATS)
    parts["xl/styles.xml"] = (
        f'{head}<styleSheet xmlns="{MAIN}"><numFmts count="{len(CUSTOM)}">{formats}</numFmts><cellXfs count="{len(FORMATS)}">{styles}</cellXfs></styleSheet>')
    if shared is not None:
        texts = "".join(f'<si><t xml:space="preserve">{clean(text)}</t></si>' for text in shared)
        parts["xl/sharedStrings.xml"] = f'{head}<sst xmlns="{MAIN}" count="{len(shared)}" uniqueCount="{len(shared)}">{texts}</sst>'
        kinds += '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    parts["_rels/.rels"] = f'{head}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    parts["[Content_Types].xml"] = (
        f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f'{kinds}</Types>')
    return {name: text.encode("utf-8", "replace") for name, text in reversed(parts.items())}


def clean_name(name):
    return ILLEGAL.sub("_", name)


def ods_parts(sheets, chance, typed=0.5):
    """The parts of an OpenDocument spreadsheet with `sheets`."""
    tables = []
    for name, grid, _ in sheets:
        rows = []
        for record in grid:
            cells = []
            for text in record:
                day, amount = serial(text), number(text)
                if text == "":
                    cells.append("<table:table-cell/>")
                elif day is not None and chance.random() < typed:
                    iso = "-".join(reversed(text.split("-")))
                    cells.append(f'<table:table-cell office:value-type="date" office:date-value="{iso}"><text:p>{text}</text:p></table:table-cell>')
                elif amount is not None and chance.random() < typed:
                    cells.append(f'<table:table-cell office:value-type="float" office:value="{amount}"><text:p>{text}</text:p></table:table-cell>')
                else:
                    lines = "".join(f"<text:p>{ILLEGAL.sub('?', escape(line))}</text:p>" for line in re.split("\r\n|\n|\r", text))
                    cells.append(f'<table:table-cell office:value-type="string">{lines}</table:table-cell>')
            rows.append(f'<table:table-row>{"".join(cells)}</table:table-row>')
        tables.append(f"<table:table table:name={quoteattr(clean_name(name))}>{''.join(rows)}</table:table>")
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        f'office:version="1.3"><office:body><office:spreadsheet>{"".join(tables)}</office:spreadsheet></office:body></office:document-content>')
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    return {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest.encode(),
        "content.xml": content.encode("utf-8", "replace"),
    }


def pack(parts):
    return trees.pack(list(parts.items()))
