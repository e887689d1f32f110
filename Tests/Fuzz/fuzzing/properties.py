"""What must hold of every run. Each check gives back faults: pairs of a property and what was seen."""
import csv
import io
import json
import os
import pathlib
import re
import xml.parsers.expat
import zipfile

from . import running
from .tables import JOINED, TOKEN

# A worker that crashed is told of as an unexpected error.
CRASH = re.compile(rb"nverwachte fout|nexpected error|Fatal error|Illegal instruction|\bCrash|crashed|Backtrac|libc\+\+abi|terminate called|AddressSanitizer", re.I)
RAW = re.compile(rb"NSCocoaErrorDomain|NSPOSIXErrorDomain|Error Domain=|\bSwift\.\w|\b0x[0-9a-f]{8,}|Foundation\.|Optional\(|\bnil\b|The operation couldn|The file .* doesn.t exist|rawValue", re.I)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
UNFINISHED = re.compile(r"\.deel-|\.tmp|\.part$|^\.(?!maatwerk)|~$")


def unfinished(name, given=b""):
    """Whether an output's `name` is that of something half done; what is called after the submission `given` is called as it pleases."""
    return UNFINISHED.search(name) is not None and name.removesuffix(".json") not in (os.fsdecode(given), os.fsdecode(given.rsplit(b".", 1)[0]))


# What is passed over, wherever it lies.
SYSTEM = re.compile(r"^(Thumbs\.db|desktop\.ini|\.DS_Store|~\$.*|\.~lock.*|__MACOSX)$", re.I | re.S)
FINDING = {"rule": str, "severity": str, "file": str, "row": int, "line": int, "column": str, "value": str, "message": str, "remedy": str, "basis": str, "source": object}
REQUIRED_TEXT = ("rule", "severity", "message", "remedy", "basis")
SEVERITIES = ("fout", "waarschuwing", "signaal")


def ending(outcome, tool, delivered, share=1, statuses=(0, 1, 2, 3)):
    """How the run ended, and what it cost. `delivered` is the number of bytes handed in."""
    faults = []
    small = delivered <= (1 << 20) * share
    if outcome.is_late and outcome.seconds < 1:
        faults.append(("bounded", "waits for ever"))
    elif outcome.is_late:
        faults.append(("bounded", f"not done after {outcome.seconds:.0f} s of processor time"))
    elif outcome.signal == 9 and outcome.seconds > tool.seconds:
        faults.append(("bounded", f"not done after {outcome.seconds:.0f} s of processor time"))
    elif outcome.signal:
        faults.append(("signal", f"signal {outcome.signal}"))
    elif outcome.status not in statuses:
        faults.append(("status", f"exit status {outcome.status}"))
    elif CRASH.search(outcome.stderr) and outcome.seconds > tool.seconds + 0.2 * tool.factor * (share - 1):
        faults.append(("bounded", f"ended after {outcome.seconds:.0f} s of processor time"))
    elif CRASH.search(outcome.stderr):
        faults.append(("signal", "stderr: " + CRASH.search(outcome.stderr).group().decode()))
    if not faults and small and outcome.seconds > tool.seconds + 0.2 * tool.factor * (share - 1):
        faults.append(("bounded", f"{outcome.seconds:.1f} s of processor time"))
    if small and outcome.peak > running.MEMORY and not outcome.is_late:
        faults.append(("bounded", f"{outcome.peak >> 20} MB of memory"))
    return faults


def console(outcome, is_text=True):
    """Nothing raw of the language or its libraries, and no control characters, on the console."""
    faults = []
    # What the supplier wrote may look like anything; tokens around it would not help, so only the words of libraries are looked for.
    raw = RAW.search(outcome.stderr)
    if raw:
        faults.append(("raw", "stderr: " + re.sub("0x[0-9a-f]+", "0x", raw.group().decode(errors="replace"))))
    for name, data in (("stderr", outcome.stderr), ("stdout", outcome.stdout if is_text else b"")):
        try:
            text = data.decode()
        except UnicodeDecodeError:
            faults.append(("control", f"{name} is no UTF-8"))
            continue
        found = CONTROL.search(text.replace("\r\n", "\n"))
        if found:
            faults.append(("control", f"{name}: U+{ord(found.group()):04X}"))
    return faults


def findings(found):
    """The JSON object of one submission."""
    faults = []
    for key, kind in (("format", str), ("submission", str), ("rows", dict), ("counts", dict), ("findings", list), ("not_evaluated", list)):
        if not isinstance(found.get(key), kind):
            return [("json", f"no {key}")]
    if found["format"] != "maatwerk-bevindingen/1" or "supplier_kvk" not in found or "period" not in found:
        faults.append(("json", "format, supplier_kvk or period"))
    rows = found["rows"]
    if not all(isinstance(rows.get(key), int) and rows[key] >= 0 for key in ("read", "accepted", "set_aside")):
        return faults + [("json", "rows")]
    if rows["read"] != rows["accepted"] + rows["set_aside"]:
        faults.append(("rows", "read is not accepted + set_aside"))
    tally = dict.fromkeys(SEVERITIES, 0)
    for finding in found["findings"]:
        if set(FINDING) - set(finding):
            faults.append(("json", "finding lacks " + ", ".join(sorted(set(FINDING) - set(finding)))))
            break
        wrong = [key for key, kind in FINDING.items() if finding[key] is not None and not isinstance(finding[key], kind)]
        wrong += [key for key in REQUIRED_TEXT if not finding[key]]
        if wrong or finding["severity"] not in SEVERITIES:
            faults.append(("json", f"finding {finding['rule']} has a wrong {', '.join(wrong) or 'severity'}"))
            break
        tally[finding["severity"]] += 1
        for key in ("row", "line"):
            if finding[key] is not None and not 1 <= finding[key] <= 1 << 31:
                faults.append(("range", f"{finding['rule']} has {key} {finding[key]}"))
    if not faults and {key: found["counts"].get(key) for key in SEVERITIES} != tally:
        faults.append(("json", "counts differ from the findings"))
    return faults


def open_quotes(found):
    """The files in which a quotation mark does not close where a field may end: each line is a row there, and an error says so."""
    return {finding["file"] for finding in found["findings"] if finding["rule"] == "BST-18"}


def places(found, extents):
    """Rows and lines of findings lie in the file: `extents` has the rows and lines of each text file."""
    by_lines = open_quotes(found)
    for finding in found["findings"]:
        if finding["file"] in by_lines:
            continue
        extent = extents.get(finding["file"])
        if extent and ((finding["row"] or 1) > extent[0] or (finding["line"] or 1) > extent[1]):
            return [("range", f"{finding['rule']} beyond the end of the file")]
    return []


def counts(found, expectation):
    """Rows read are those that are there; what was not read is named."""
    if not expectation.counted:
        return []
    # Of what cannot be split into fields every line is a row, and the file has an error of its own.
    if found.get("tables_set_aside") or any(finding["rule"] in ("BST-01", "BST-02") and finding["row"] is None for finding in found["findings"]):
        return []
    read = found["rows"]["read"]
    if read > expectation.most and not open_quotes(found):
        return [("count", f"more rows read than there are ({read - expectation.most:+d})")]
    if read < expectation.least:
        named = {(finding["file"], finding["row"]) for finding in found["findings"] if finding["row"] is not None}
        # A file that was not read is named.
        if any(f["row"] is None and f["rule"] in ("BST-01", "BST-19") and f["file"] in expectation.extents for f in found["findings"]):
            return []
        if expectation.least - read > len(named):
            return [("count", f"rows lost without a word ({read - expectation.least:+d})")]
    return []


# ---------------------------------------------------------------- outputs


def _well_formed(data):
    parser = xml.parsers.expat.ParserCreate()
    try:
        parser.Parse(data, True)
        return None
    except xml.parsers.expat.ExpatError as error:
        return str(error).split(":")[0]


CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"')
FORMULA = re.compile(rb"<f\b[^>]*>([^<]*)</f>")
TEXT = re.compile(rb"<t\b[^>]*>([^<]*)</t>")
EXTERNAL = re.compile(rb'TargetMode="External"[^>]*Target="([^"]*)"|Target="([^"]*)"[^>]*TargetMode="External"')


def workbook(data, words):
    """A written workbook: sound zip, well-formed XML, nothing of the input in a formula or link. Adds the tokens it shows to `words`."""
    faults = []
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = archive.namelist()
        if len(set(names)) != len(names):
            faults.append(("workbook", "an entry is there twice"))
        for name in names:
            part = archive.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                wrong = _well_formed(part)
                if wrong:
                    faults.append(("workbook", f"{re.sub('[0-9]+', 'N', name)}: {wrong}"))
            text = part.decode("utf-8", "replace")
            words.update(JOINED.findall(text.lower()))
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                if any(TOKEN.search(formula.decode("utf-8", "replace")) for formula in FORMULA.findall(part)):
                    faults.append(("formula", "a formula holds text of the input"))
                cells = CELL.findall(part)
                if len(set(cells)) != len(cells):
                    faults.append(("workbook", "a cell is there twice"))
                if any(len(found.decode("utf-8", "replace").encode("utf-16-le")) > 2 * 32767 and _units(found) > 32767 for found in TEXT.findall(part)):
                    faults.append(("workbook", "a cell of more than 32,767 characters"))
            if name.endswith(".rels") and any(TOKEN.search("".join(part.decode("utf-8", "replace") for part in found)) for found in EXTERNAL.findall(part)):
                faults.append(("formula", "a link holds text of the input"))
    except Exception as error:  # whatever zipfile raises, the workbook is no zip
        faults.append(("workbook", f"no zip: {type(error).__name__}"))
    return faults


def _units(text):
    from html import unescape
    return len(unescape(text.decode("utf-8", "replace")).encode("utf-16-le")) // 2


def delimited(data, separator=","):
    """A written CSV file: decodes, parses, each record as wide as the first."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [("csv", "no UTF-8")]
    csv.field_size_limit(1 << 30)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return [], [("csv", str(error))]
    if rows and any(len(row) != len(rows[0]) for row in rows):
        return rows, [("csv", "records of different width")]
    return rows, []


def result(folder, found, words):
    """The outputs of one submission below `folder`; `found` is its JSON of check, when there is one."""
    faults = []
    folder = pathlib.Path(folder)
    total = accepted = covers = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            path = pathlib.Path(parent) / name
            data = path.read_bytes()
            total += len(data)
            words.update(JOINED.findall(name.lower()))
            if unfinished(name):
                faults.append(("unfinished", re.sub("[0-9]+", "N", name)))
            if name.endswith(".xlsx"):
                faults += [(kind, f"{name}: {what}") for kind, what in workbook(data, words)]
                continue
            words.update(JOINED.findall(data.decode("utf-8", "replace").lower()))
            if name.endswith(".csv") and path.parent.name == "gegevens":
                rows, wrong = delimited(data)
                faults += [(kind, f"gegevens: {what}") for kind, what in wrong]
                if name == "voorblad.csv":
                    covers = max(len(rows) - 1, 0)
                elif name not in ("waardering.csv", "afgekeurd.csv"):
                    accepted += max(len(rows) - 1, 0)
            elif name.endswith((".md", ".txt")) and CONTROL.search(data.decode("utf-8", "replace").replace("\r\n", "\n")):
                faults.append(("control", f"control characters in retourbericht"))
            elif name.endswith(".json"):
                try:
                    parsed = json.loads(data)
                except ValueError as error:
                    faults.append(("json", f"{name}: {type(error).__name__}"))
                    continue
                if name == "datapackage.json":
                    faults += datapackage(parsed, path.parent)
                elif name == "bevindingen.json" and found is not None and parsed != found:
                    faults.append(("twin", "bevindingen.json differs from check"))
    if total > running.OUTPUT:
        faults.append(("bounded", f"{total >> 20} MB written"))
    # The cover is there also when its row was set aside, or when it was taken from another table.
    if found is not None and not faults and (folder / "gegevens").is_dir() and not 0 <= found["rows"]["accepted"] - accepted <= max(covers, 1):
        faults.append(("rows", f"gegevens has {accepted - found['rows']['accepted']:+d} rows"))
    return faults


def datapackage(parsed, folder):
    faults = []
    for resource in parsed.get("resources", []):
        path = folder / resource.get("path", "")
        if not path.is_file():
            faults.append(("datapackage", "names a file that is not there"))
            continue
        first = next(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")), [])
        fields = [field.get("name") for field in resource.get("schema", {}).get("fields", [])]
        if fields != first:
            faults.append(("datapackage", "fields differ from the headings"))
    return faults


def kept(expectation, found, words):
    """Every token that was handed in turns up in an output, unless it was masked or stands in a file that is named as not read."""
    lost = {word: place for word, place in expectation.tokens.items() if word not in words}
    if not lost:
        return []
    private = [finding for finding in found["findings"] if finding["rule"].startswith("AVG")]
    # In a folder of a zip a file is named with its folder.
    masked = {(finding["file"].rsplit("/", 1)[-1] if finding["file"] else None, finding["row"]) for finding in private}
    unread = [finding for finding in found["findings"] if finding["row"] is None and finding["rule"] in ("BST-01", "BST-19")]
    # A sheet is named in the words of the finding only.
    unread_files = {finding["file"].rsplit("/", 1)[-1] for finding in unread if finding["file"]}
    unread_sheets = " ".join(finding["message"] for finding in unread)
    for file, row, part in lost.values():
        if (file, row) in masked or (file, None) in masked or row is None and any(place[0] == file for place in masked) or file in unread_files or file in unread_sheets:
            continue
        return [("lost", f"text of {part} is in no output")]
    return []
