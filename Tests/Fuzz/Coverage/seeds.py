#!/usr/bin/env python3
"""Writes the seeds of the corpus: small inputs of each kind, made of the examples and of sound submissions.   seeds.py FOLDER MAATWERK

The command MAATWERK makes what comes back to it: results, feedback, summaries.
"""
import io
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from fuzzing import workbooks  # noqa: E402
from fuzzing.tables import SHEETS, TABLES, value  # noqa: E402

ROOT = HERE.parents[2]
EXAMPLES = ROOT / "examples/inzendingen"
REGISTER = ROOT / "examples/register"
MAIN = f"{{{workbooks.MAIN}}}"
VALUES = (
    "31-12-2026", "46022", "1.234,56", "€ 12,50", "12345678", "2026-Q2", "ja", "1e5", "apr-26", "24:00", "BZK-2026-0147", "=1+1", "12.345.678",
    "01/04/2026", "2026-04-01T00:00:00", "1 april 2026", "wo 1 apr. '26", "01-04-2026 t/m 30-06-2026", "2e kwartaal 2026", "12%", "(1.234,00)", "12,-",
    "EUR 1,234.5 -", "n.v.t.", "nog niet bekend", "KvK 12345678", "DE HRB 12345", "NL91ABNA0417164300", "NL123456782B01", "33600000-6", "1234 AB",
    "#N/B", "1,23E+11", "\u00a0 12 ", "=\"0123\"", "'12", "dienstverband; leerwerkplek", "\u2013", "Ã©", "31-12-9999", "loopt-achter/bzk-2026-0147", "Uren per week (gemiddeld)")
PRIVATE = (
    "bsn 123456782", "BSN: 1234.56.782", "Jan de Vries, geboren op 3 mei 1980", "NL91 ABNA 0417 1643 00", "jan punt vries apenstaartje voorbeeld.nl",
    "jan@voorbeeld.nl", "06-12345678", "+31 (0)70 123 45 67", "Dorpsstraat 12, 1234 AB Utrecht", "mevrouw J. Jansen", "Jan Voorbeeld Hoveniers",
    "NL123456782B01", "12345678 en 87654321", "brief mevr. Jansen.docx", "deelnemer P-001 (Fatima)", "１２３４５６７８２")
LONGEST = 6000


def cells(chance):
    """Text as programs write it: pieces of the examples in many encodings, quotes well and badly placed."""
    for path in sorted(EXAMPLES.rglob("*.csv")):
        text = path.read_bytes().decode("utf-8-sig", "replace")[:240]
        yield text.encode()
        yield chance.choice([";", ",", "\t", "|"]).join(text.split(";")).encode(chance.choice(["utf-8-sig", "utf-16", "utf-16-be", "cp1252", "cp850"]), "replace")
    for text in ('a;"b;c";"d""e"\r\n1;"x\ny";3\r\n', 'a,b\n"1,2\n3,4\n5,6\n', 'sep=|\na|b\n1|"buis 5" dik"\n', 'a;b\r\r1;"Jansen" BV\r', '\n\n;;\n ; \n', "a\tb\n1\t2\x1a\x1a"):
        yield text.encode()


def cells_of(data, shared):
    """The rows of a sheet of a workbook, as lists of texts."""
    rows = {}
    for cell in xml.etree.ElementTree.fromstring(data).iter(MAIN + "c"):
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        column = 0
        for letter in letters:
            column = 26 * column + ord(letter) - 64
        text = "".join(cell.itertext())
        rows.setdefault(int(row), {})[column] = shared[int(text)] if cell.get("t") == "s" else text
    return [[record.get(column, "") for column in range(1, max(record, default=0) + 1)] for record in (rows.get(row, {}) for row in range(1, max(rows, default=0) + 1))]


def sheets_of(path):
    """The sheets of a workbook that the command made, by name."""
    with zipfile.ZipFile(path) as archive:
        shared = ["".join(item.itertext()) for item in xml.etree.ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))]
        names = [sheet.get("name") for sheet in xml.etree.ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        return {name: cells_of(archive.read(f"xl/worksheets/sheet{index}.xml"), shared) for index, name in enumerate(names, 1)}


def lines(name, rows):
    """A sheet as the fuzzer takes it: its name, and a line for each row."""
    clean = [[cell.replace("\t", " ").replace("\n", " ") for cell in row] for row in rows]
    return "\n".join([f"#{name}", *("\t".join(row).rstrip("\t") for row in clean)])


def returned(folder):
    """Feedback and reports that come back: the cover, one table, and what was delivered of both."""
    for path in sorted(folder.glob("*/terugkoppeling.xlsx")):
        sheets = sheets_of(path)
        delivered = sheets.pop("Eerste levering")
        for name, rows in sheets.items():
            if name in ("Voorblad", "Lees dit eerst", "Keuzelijsten") or len(rows) < 5:
                continue
            kept = [row for row in delivered if not row or row[0] not in sheets or row[0] in ("Voorblad", name)]
            yield "\n".join([lines("Voorblad", sheets.get("Voorblad", [])), lines(name, rows), lines("Eerste levering", kept)])
    for path in sorted(folder.glob("*/rapport.xlsx")):
        yield lines("Gesprek", sheets_of(path)["Gesprek"])
    yield lines("Gesprek", [
        ["Onderwerp-id", "Contractnummers", "Periode van het rapport", "Afspraak", "Wie", "Voor wanneer", "Toelichting"],
        ["loopt-achter/bzk-2026-0147", "BZK-2026-0147", "2026-Q2", "meer plekken", "leverancier", "30-09-2026", "besproken met J. Jansen"]])


def stated(path, count=3):
    """A table as the fuzzer takes it: the name of the file without its ending on a line of its own, then the first lines."""
    return path.stem.encode() + b"\n" + b"".join(path.read_bytes().splitlines(keepends=True)[:count])


def made(folder, tool):
    """What the command makes of the examples."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1780000000", "TZ": "UTC"}
    submissions = sorted(EXAMPLES.iterdir())
    subprocess.run([tool, "convert", *submissions, "--register", REGISTER, "--output", folder, "--quiet"], check=True, env=environment)
    for path in sorted(folder.glob("*/manifest.json")):
        target = folder / f"{path.parent.name}.jsonl"
        subprocess.run([tool, "consolidate", path.parent, "--output", target, "--quiet"], check=True, env=environment)


def main():
    folder, tool, chance = pathlib.Path(sys.argv[1]), sys.argv[2], random.Random(7)
    counts = {}

    def put(target, data):
        data = data if isinstance(data, bytes) else data.encode()
        if target not in ("zip", "xlsx", "ods", "stored", "content", "sheet", "summaries", "corrections"):
            data = data[:1000]
        counts[target] = counts.get(target, -1) + 1
        path = folder / target / f"seed-{counts[target]:03d}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for data in cells(chance):
        put("cells", data)
    for text in VALUES:
        put("readers", text)
    for number, text in enumerate(PRIVATE):
        for first in range(0x20 + number % 5, 0x80, 16):
            put("privacy", chr(first) + text)
    for path in sorted(EXAMPLES.rglob("*.csv")):
        put("csv", stated(path))
    for path in sorted(REGISTER.rglob("*.csv")):
        put("register", stated(path))
    put("register", "instellingen\nregel;sleutel;waarde\nINZ-08;hoogste;40\n")
    put("register", "kolommen\nleverancier_kvk;bestand;kop;kolom\n*;inzet;Datum in dienst;begindatum\n")
    heading = "contractnummer;onderwerp;periode;afspraak;wie;voor_wanneer;toelichting;vastgelegd_op;bron"
    row = "BZK-2026-0147;loopt-achter/bzk-2026-0147;2026-Q2;meer plekken;leverancier;30-09-2026;\"besproken; akkoord\";15-07-2026;a/rapport.xlsx"
    for text in (f"{heading}\r\n{row}\r\n", f"\ufeff{heading}\n{row}\n{row.replace('Q2', 'Q3')}", "onderwerp,afspraak\na/b,c\n", f"{heading};eigen\r{row};x\r"):
        put("decisions", text)
        put("decisions", text.encode("utf-16"))
    for number, table in enumerate(TABLES):
        columns = TABLES[table]
        grid = [[name for name, _, _ in columns], *([value(chance, kind, row, "BZK-2026-0147") for _, kind, _ in columns] for row in range(1, 4))]
        cover = [[name for name, _, _ in TABLES["voorblad"]], [value(chance, kind, 1, "BZK-2026-0147") for _, kind, _ in TABLES["voorblad"]]]
        sheets = [(SHEETS["voorblad"], cover, ""), (SHEETS[table], grid, "")]
        for target in ("xlsx", "stored"):
            put(target, workbooks.pack(workbooks.xlsx_parts(sheets, chance)))
        parts = workbooks.ods_parts(sheets, chance)
        put("ods", workbooks.pack(parts))
        put("content", parts["content.xml"])
        put("sheet", workbooks.sheet_xml(grid, chance))
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED) as archive:
            archive.writestr(f"{table}.csv", ";".join(grid[0]))
        put("zip", buffer.getvalue())
    with tempfile.TemporaryDirectory() as made_in:
        results = pathlib.Path(made_in)
        made(results, tool)
        for path in sorted(results.glob("*/gegevens/*.csv")):
            put("results", stated(path))
        # Beside them stands what convert says of all submissions together, which is no summary.
        for path in sorted(results.glob("*/manifest.json")):
            put("summaries", (results / f"{path.parent.name}.jsonl").read_bytes())
        for text in returned(results):
            if len(text) <= LONGEST:
                put("corrections", text)
    for target in sorted(counts):
        print(f"{target}: {counts[target] + 1} seeds")


if __name__ == "__main__":
    main()
