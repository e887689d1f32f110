"""No figure ends the command by a signal, wraps, or is wrong in silence: not in a submission, the register or a result."""
import csv
import io
import json
import re
import shutil

import openpyxl

from support import COVER, EXAMPLES, PLACEMENT_HEADING, REGISTER, ToolTest

# What no cell of a number, day or period can mean, in as many notations as people and programs have.
NUMBERS = [
    "900000000000000", "92000000000000000", "-92233720368536707,85", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "1" + "0" * 40, "-" + "9" * 60, "€ 99.999.999.999.999,99", "(99.999.999.999.999,99)",
    "99 999 999 999 999", "99'999'999'999'999.99",
]
DAYS = ["01-01-2500", "30-06-2999", "01-01-0001", "1899-12-31", "22000101", "1 januari 3026", "30-06-2999 23:59"]
PERIODS = ["2500", "1899-Q1", "9999-12", "01-01-2026/31-12-2036", "01-01-0001/31-12-2999", "januari 3026"]

# One sound row of each table of a submission, and which of its columns hold a number, a day or a period.
TABLES = {
    "inzet": (
        {"inzet_id": "P-{}", "contractnummer": "BZK-2026-0147", "deelnemercode": "D-{}", "doelgroep": "PW",
         "werkgever_kvk": "12345678", "soort_inzet": "dienstverband", "contractvorm": "bepaald", "begindatum": "01-04-2026",
         "einddatum": "", "uren_per_week": "24", "gewerkte_uren": "", "verband_opdracht": "direct: werk", "opgegeven_waarde": ""},
        {"begindatum": DAYS, "einddatum": DAYS, "uren_per_week": NUMBERS, "gewerkte_uren": NUMBERS, "opgegeven_waarde": NUMBERS}),
    "uren": (
        {"inzet_id": "P-0", "periode": "2026-04", "gewerkte_uren": "8"}, {"periode": PERIODS, "gewerkte_uren": NUMBERS}),
    "sociale_inkoop": (
        {"contractnummer": "BZK-2026-0147", "partner_kvk": "90000001", "partner_naam": "Voorbeeld Sociaal Werk B.V.",
         "factuurnummer": "F-{}", "factuurdatum": "15-05-2026", "bedrag_excl_btw": "100,00", "waarvan_arbeid": "",
         "erkenning": "code_so", "erkenning_geldig_tot": "", "aandeel_doelgroep": "", "aandeel_peildatum": ""},
        {"factuurdatum": DAYS, "bedrag_excl_btw": NUMBERS, "waarvan_arbeid": NUMBERS, "erkenning_geldig_tot": DAYS,
         "aandeel_doelgroep": NUMBERS, "aandeel_peildatum": DAYS}),
    "activiteiten": (
        {"contractnummer": "BZK-2026-0147", "soort": "gastles", "datum": "20-05-2026", "uren": "6", "aantal_medewerkers": "2",
         "kosten_excl_btw": "10", "bereikte_deelnemers": "3"},
        {"datum": DAYS, "uren": NUMBERS, "aantal_medewerkers": NUMBERS, "kosten_excl_btw": NUMBERS,
         "bereikte_deelnemers": NUMBERS}),
    "bewijs": (
        {"bewijs_id": "B-{}", "hoort_bij": "P-0", "soort": "overig", "datum_document": "", "gezien_op": ""},
        {"datum_document": DAYS, "gezien_op": DAYS}),
    "gesprekken": (
        {"contractnummer": "BZK-2026-0147", "datum": "07-05-2026", "fase": "uitvoering", "uitkomst": "{}"}, {"datum": DAYS}),
    "afspraken": (
        {"afspraak_id": "A-{}", "contractnummer": "BZK-2026-0147", "doel": "vier stages", "eigenaar": "samen", "aantal": "4",
         "eenheid": "plekken", "streefdatum": "31-12-2026", "voortgang": "50", "status": "loopt"},
        {"aantal": NUMBERS, "streefdatum": DAYS, "voortgang": NUMBERS}),
    "voorbeelden": (
        {"contractnummer": "BZK-2026-0147", "titel": "t{}", "verhaal": "v", "deelbaar": "intern", "toestemming_datum": "02-06-2026"},
        {"toestemming_datum": DAYS}),
    "leerplekken": (
        {"richting": "aanbod", "soort_plek": "stage", "vak": "{}", "regio": "Haaglanden", "van": "01-09-2026", "tot": "",
         "aantal": "2", "contact": "info@voorbeeld.example"},
        {"van": DAYS, "tot": DAYS, "aantal": NUMBERS}),
}


# Where a euro sign belongs. The unit of a commitment's number stands beside it, and is `plekken` here.
AMOUNTS = (
    ("inzet", "opgegeven_waarde"), ("sociale_inkoop", "bedrag_excl_btw"), ("sociale_inkoop", "waarvan_arbeid"), ("activiteiten", "kosten_excl_btw"),
    ("activiteiten", "opgegeven_waarde"))


def table(row, columns):
    """A table with one sound row (number 0) and one row for each hostile cell; also which column each row breaks."""
    lines, broken = [], []
    for column, values in [(None, [None]), *columns.items()]:
        for value in values:
            number = len(lines)
            cells = {name: text.replace("{}", str(number)) for name, text in row.items()}
            if column:
                cells[column] = value
            lines.append(list(cells.values()))
            broken.append(column)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([list(row), *lines])
    return text.getvalue(), broken


class HostileCellTest(ToolTest):
    """Each cell of a submission that holds a number, a day or a period."""

    def test_every_hostile_cell_has_a_finding_and_no_total_is_wrong(self):
        made = {name: table(*content) for name, content in TABLES.items()}
        folder = self.submission(**{name: text for name, (text, _) in made.items()})
        found = self.check(folder, "--register", REGISTER)
        self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"])
        errors = {(f["file"], f["row"], f["column"]): f for f in found["findings"] if f["severity"] == "fout"}
        for name, (_, broken) in made.items():
            for number, column in enumerate(broken):
                place = (f"{name}.csv", number + 2, column)
                with self.subTest(place=place):
                    if column is None:
                        self.assertFalse([p for p in errors if p[:2] == place[:2]])
                    else:
                        # An amount among hours or persons is no number of theirs, however large it is.
                        is_other = "\u20ac" in errors[place]["value"] and (name, column) not in AMOUNTS
                        self.assertEqual(errors[place]["rule"], "BST-16" if is_other else "BST-21", errors[place])
                        words = "hoort een getal van" if is_other else "past|ten hoogste 168|wordt het totaal"
                        self.assertRegex(errors[place]["message"], words)
        contract = next(c for c in found["contracts"] if c["contract"] == "BZK-2026-0147") if "contracts" in found else None
        if contract:
            self.assertEqual(contract["persons"], 1)

        output = self.folder / "uit"
        self.assertEqual(self.run_tool("convert", folder, "--register", REGISTER, "--output", output, "--quiet").returncode, 0)
        self.assertEqual(
            self.run_tool("consolidate", output, "--register", REGISTER, "--output", self.folder / "m.xlsx").returncode, 0)
        for path in (output / "inzending" / "rapport.xlsx", output / "inzending" / "terugkoppeling.xlsx", self.folder / "m.xlsx"):
            openpyxl.load_workbook(path, read_only=True).close()

    def test_a_hostile_cover_is_named(self):
        for column, value in [(2, "2500-Q1"), (2, "01-01-1900/31-12-2199"), (4, "30-06-2999")]:
            with self.subTest(value=value):
                cells = COVER.splitlines()[1].split(";")
                cells[column] = value
                folder = self.submission(f"v{column}{value[-4:]}", voorblad=COVER.splitlines()[0] + "\n" + ";".join(cells) + "\n")
                self.assertIn("BST-21", [rule for rule, row, _ in self.rules_found(folder) if row == 2])

    def test_sums_that_left_64_bits(self):
        """Five rows of 9e14 hours, one invoice of 9.2e16, and the same over two suppliers."""
        hours = PLACEMENT_HEADING + ";gewerkte_uren\n" + "".join(
            f"P-{n};BZK-2026-0147;D-{n};PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: werk;;900000000000000\n"
            for n in range(5))
        others = hours.replace("BZK-2026-0147", "BZK-2026-0233").replace("12345678", "90000003")
        first = self.submission("a", inzet=hours)
        second = self.submission(
            "b", inzet=others, voorblad=COVER.replace("12345678;Voorbeeld Schoon B.V.", "90000003;Voorbeeld Catering U.A."))
        output = self.folder / "uit"
        self.run_tool("convert", first, second, "--register", REGISTER, "--output", output, "--quiet")
        self.assertEqual(
            self.run_tool("consolidate", output, "--register", REGISTER, "--output", self.folder / "m.xlsx").returncode, 0)
        for name in "ab":
            found = json.loads((output / name / "bevindingen.json").read_text())
            self.assertEqual([f["row"] for f in found["findings"] if f["rule"] == "BST-21"], [2, 3, 4, 5, 6])
            self.assertEqual(found["rows"]["set_aside"], 5)

    def test_a_column_that_adds_up_to_too_much_is_named(self):
        rows = "".join(
            f"BZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;F-{n};15-05-2026;10000000000,00\n" for n in range(1002))
        heading = "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\n"
        found = self.rules_found(self.submission(sociale_inkoop=heading + rows), "--register", REGISTER)
        self.assertEqual([row for rule, row, _ in found if rule == "BST-21"], [1002, 1003])


class HostileRegisterTest(ToolTest):
    """The register: numbers beyond bounds, and rows that stand twice."""

    def register(self, name="register", **changes):
        folder = self.folder / name
        shutil.copytree(REGISTER, folder)
        for file, change in changes.items():
            path = folder / f"{file}.csv"
            lines = path.read_text("utf-8-sig").splitlines()
            path.write_text("\n".join(change(lines)) + "\n", "utf-8")
        return folder

    def test_hostile_numbers_of_the_register_are_named(self):
        for file, columns in {
            "contracten": ["contractwaarde", "ingangsdatum", "einddatum", "publicatiedatum"],
            "verplichtingen": [
                "percentage", "grondslag_bedrag", "verplichting_bedrag", "doel_aantal", "terugkijkmaanden", "voltijd_uren",
                "jaaruren", "waarde_tolerantie"],
        }.items():
            for column in columns:
                for value in ["92233720368547758,07", "-92233720368547758,08", "1" + "0" * 30] + (DAYS[:2] if "datum" in column else []):
                    if "datum" in column and not value[-4:].isdigit():
                        continue

                    def change(lines):
                        position = lines[0].split(";").index(column)
                        return [lines[0]] + [
                            ";".join(value if n == position else cell for n, cell in enumerate(line.split(";"))) for line in lines[1:]]

                    with self.subTest(file=file, column=column, value=value):
                        register = self.register(f"r{file}{column}{len(value)}{value[0]}{value[-1]}", **{file: change})
                        found = self.check(EXAMPLES / "groen-klassiek-2026-h1", "--register", register)
                        rules = {f["rule"] for f in found["findings"] if f["file"] == f"{file}.csv" and f["column"] == column}
                        self.assertTrue(rules & {"BST-21", "BST-11"}, rules)

    def contracts(self, path):
        """What the ministry's workbook says of each contract."""
        sheet = openpyxl.load_workbook(path, data_only=True)["Contracten"]
        headings, *rows = sheet.iter_rows(min_row=4, values_only=True)
        contract = [str(cell) for cell in headings].index("Contract")
        return {row[contract]: row for row in rows if row[contract]}

    def test_a_contract_that_stands_twice_takes_nobodys_place(self):
        submissions = [EXAMPLES / "groen-klassiek-2026-h1", EXAMPLES / "catering-maatwerk-2026-q2"]
        output = self.folder / "uit"
        self.run_tool("convert", *submissions, "--register", REGISTER, "--output", output, "--quiet")

        def consolidated(register, name):
            path = self.folder / name
            result = self.run_tool("consolidate", output, "--register", register, "--output", path)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            return self.contracts(path), path

        right, _ = consolidated(REGISTER, "goed.xlsx")
        for position in range(1, 6):
            for title in (None, "Iets heel anders"):
                def double(lines):
                    cells = lines[position].split(";")
                    cells[1] = title or cells[1]
                    return [*lines[:position + 1], ";".join(cells), *lines[position + 1:]]

                with self.subTest(position=position, title=title):
                    register = self.register(f"r{position}{bool(title)}", contracten=double)
                    found, path = consolidated(register, f"m{position}{bool(title)}.xlsx")
                    self.assertEqual(found, right)
                    seen = [str(cell) for row in openpyxl.load_workbook(path)["Controle"].iter_rows(values_only=True) for cell in row]
                    self.assertTrue(any(f"contracten.csv, rij {position + 2}: " in cell for cell in seen), seen)
                    self.assertIn("CTR-16", seen)
                    checked = self.check(submissions[0], "--register", register)
                    self.assertEqual(
                        [(f["file"], f["row"]) for f in checked["findings"] if f["rule"] == "CTR-16"],
                        [("contracten.csv", position + 2)])
                    before = self.check(submissions[0], "--register", REGISTER)
                    self.assertEqual(
                        [f for f in checked["findings"] if f["rule"] != "CTR-16" and f["file"] != "contracten.csv"],
                        [f for f in before["findings"] if f["file"] != "contracten.csv"])


class HostileResultTest(ToolTest):
    """What consolidate reads back: tables of results, and summaries."""

    def setUp(self):
        super().setUp()
        self.output = self.folder / "uit"
        self.run_tool(
            "convert", EXAMPLES / "groen-klassiek-2026-h1", EXAMPLES / "catering-maatwerk-2026-q2", "--register", REGISTER,
            "--output", self.output, "--quiet")

    def refused(self, *paths, result, place):
        made = self.run_tool("consolidate", *paths, "--register", REGISTER, "--output", self.folder / "m.xlsx")
        message = made.stderr.decode()
        self.assertEqual(made.returncode, 3, message)
        self.assertIn(result, message)
        self.assertIn(place, message)

    def test_damaged_tables_are_refused_by_name(self):
        damages = {
            "inzet.csv": [
                (r",32,,,nee", ",32,900000000000000,,nee"), (r",32,,,nee", ",1e300,,,nee"), (r"22039\.57", "92000000000000000"),
                (r"2025-10-13", "2505-10-13"), (r",32,,,nee", ",veel,,,nee"), (r"22039\.57", '"22039.57')],
            "voorblad.csv": [(r"2026-H1", "9999-H1"), (r"2026-\d\d-\d\d", "2999-01-01")],
        }
        for file, changes in damages.items():
            for number, (before, after) in enumerate(changes):
                with self.subTest(file=file, after=after):
                    folder = self.folder / f"{file}{number}"
                    shutil.copytree(self.output, folder)
                    path = folder / "groen-klassiek-2026-h1" / "gegevens" / file
                    text, count = re.subn(before, after, path.read_text(), count=1)
                    self.assertEqual(count, 1)
                    path.write_text(text)
                    self.refused(folder, result="groen-klassiek-2026-h1", place=f"gegevens/{file}, regel 2")
                    earlier = self.run_tool(
                        "check", EXAMPLES / "groen-klassiek-2026-h1", "--register", REGISTER, "--previous", folder)
                    self.assertEqual(earlier.returncode, 3)
                    self.assertIn("regel 2", earlier.stderr.decode())

    def test_damaged_summaries_are_refused_by_name(self):
        whole = self.folder / "heel.jsonl"
        self.run_tool("consolidate", self.output, "--register", REGISTER, "--output", whole)
        text = whole.read_text()
        fields = set(re.findall(r'"(\w+)":-?\d', text))
        self.assertTrue({"value", "hours", "start", "rowsRead"} <= fields, fields)
        for number, field in enumerate(sorted(fields - {"key"})):
            for value in ("9223372036854775807", "-9223372036854775808", "1e300", "9" * 30, "1.5"):
                with self.subTest(field=field, value=value):
                    path = self.folder / f"deel{number}.jsonl"
                    damaged = re.sub(rf'"{field}":-?\d+', f'"{field}":{value}', text, count=1)
                    path.write_text(damaged)
                    line = next(n for n, (old, new) in enumerate(zip(text.splitlines(), damaged.splitlines()), 1) if old != new)
                    if (field, value) == ("lines", "9223372036854775807"):
                        # A header that counts more lines than there are is that of a file that was cut off behind the last one.
                        line = len(text.splitlines())
                    self.refused(path, result=path.name, place=f"regel {line}:")

    def test_more_than_can_be_counted_leaves_out_what_does_not_fit(self):
        whole = self.folder / "heel.jsonl"
        self.run_tool("consolidate", self.output, "--register", REGISTER, "--output", whole)
        header, first, *_ = whole.read_text().splitlines()
        header = json.dumps(json.loads(header) | {"lines": 4}, sort_keys=True, separators=(",", ":"))
        digest = json.loads(first)
        digest["contracts"][0]["partners"] = [
            {"kvk": "90000001", "name": "P", "invoices": 1, "amount": 2_000_000_000_000_000, "value": 2_000_000_000_000_000}] * 1000
        lines = []
        for number in range(4):
            digest["name"] = f"groot-{number}"
            digest["period"] = {"start": 20000 + 400 * number, "end": 20100 + 400 * number}
            lines.append(json.dumps(digest, sort_keys=True, separators=(",", ":")))
        path = self.folder / "groot.jsonl"
        path.write_text("\n".join([header, *lines]) + "\n")
        self.refused(path, result="groot-", place="te groot om op te tellen")
