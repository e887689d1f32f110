"""What a contract manager writes in the blue cells comes back: in the register, the next report, the letter and the template."""
import csv
import os
import pathlib
import re
import shutil
import subprocess
import warnings
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

import office
from roundtrip import load
from support import EXAMPLES, REGISTER, TOOL, ToolTest

TYPING = pathlib.Path(__file__).parent / "typing_in_office.py"
SHEET = "Gesprek"
SHEETS = (SHEET, "Meer onderwerpen", "Controle", "Register")
NOTHING = "hierover nog niets"
CONTRACT = "BZK-2026-0147"
HELP = "hulpvraag/bzk-2026-0147"
Q2, Q3 = EXAMPLES / "schoonmaak-sanitair-2026-q2", EXAMPLES / "schoonmaak-sanitair-2026-q3"
OTHER = EXAMPLES / "groen-klassiek-2026-h1"
COLUMNS = "contractnummer onderwerp periode afspraak wie voor_wanneer toelichting vastgelegd_op bron".split()
BLUE = ("Afspraak", "Wie", "Voor wanneer", "Toelichting")
CLOCK = {"SOURCE_DATE_EPOCH": "1784073600"}  # 15-07-2026


class DecisionTest(ToolTest):
    def setUp(self):
        super().setUp()
        self.register = self.folder / "register"
        shutil.copytree(REGISTER, self.register)

    # Making and reading

    def convert(self, source, output="uit", register=True, status=0, options=()):
        """The result folder, and what was said on standard error."""
        folder = self.folder / output
        given = ["--register", self.register] if register else []
        result = self.run_tool("convert", source, *given, "--output", folder, *options, environment=CLOCK)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return folder / pathlib.Path(source).name, result.stderr.decode()

    def decisions(self, *paths, status=0, options=()):
        result = self.run_tool("decisions", *paths, "--register", self.register, *options, environment=CLOCK)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result.stdout.decode(), result.stderr.decode()

    def recorded(self):
        path = self.register / "besluiten.csv"
        if not path.exists():
            return []
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        for row in rows:
            self.assertEqual(list(row), COLUMNS)
        return rows

    def said(self):
        """What the register holds: contract, topic, period and the four cells."""
        return [tuple(row[column] for column in COLUMNS[:7]) for row in self.recorded()]

    @staticmethod
    def block(sheet):
        """Where the topics of a sheet stand: the row of the headings, and the columns by heading."""
        row = next(row for row in range(1, sheet.max_row + 1) if any(cell.value == "Onderwerp-id" for cell in sheet[row]))
        return row, {cell.value: cell.column for cell in sheet[row]}

    @classmethod
    def topics(cls, path, sheets=SHEETS):
        """The rows of topics by their headings."""
        book, found = load(path), []
        for sheet in (book[name] for name in sheets if name in book.sheetnames):
            heading, columns = cls.block(sheet)
            rows = [{name: sheet.cell(row, column).value for name, column in columns.items()}
                    for row in range(heading + 1, sheet.max_row + 1)]
            found += [row for row in rows if row["Onderwerp-id"]]
        for row in found:
            if row.get("Vorige keer") == NOTHING:
                row["Vorige keer"] = None
        return found

    @classmethod
    def place(cls, book, topic, heading):
        """The cell of a topic under a heading."""
        for sheet in (book[name] for name in SHEETS if name in book.sheetnames):
            first, columns = cls.block(sheet)
            for row in range(first + 1, sheet.max_row + 1):
                if sheet.cell(row, columns["Onderwerp-id"]).value == topic:
                    return sheet.cell(row, columns[heading])
        raise AssertionError(f"no topic {topic}")

    def fill(self, path, cells, target=None):
        """Writes cells, by topic id and heading."""
        book = load(path)
        for (topic, heading), text in cells.items():
            self.place(book, topic, heading).value = text
        book.save(target or path)
        return target or path

    AGREED = {(HELP, "Afspraak"): "Samen kandidaten zoeken", (HELP, "Wie"): "adviesteam",
              (HELP, "Voor wanneer"): "30-09-2026", (HELP, "Toelichting"): "alleen voor ons"}
    ROW = (CONTRACT, HELP, "2026-Q2", "Samen kandidaten zoeken", "adviesteam", "30-09-2026", "alleen voor ons")

    # Into the register

    def test_typed_in_libreoffice_and_shown_the_next_time(self):
        result, _ = self.convert(Q2)
        book = load(result / "rapport.xlsx")
        places = {name: self.place(book, HELP, name).coordinate for name in BLUE}
        texts = dict(zip(BLUE, ("Samen kandidaten zoeken", "adviesteam", "30-9-2026", "alleen voor ons")))
        typed = self.folder / "getypt.xlsx"
        lines = "".join(f"{SHEET}\t{places[name]}\t{text}\n" for name, text in texts.items())
        subprocess.run(["/usr/bin/python3", TYPING, result / "rapport.xlsx", typed], input=lines, text=True, check=True,
                       capture_output=True, timeout=300)
        out, error = self.decisions(typed)
        self.assertIn("1 afspraak nieuw", out)
        self.assertEqual(error, "")
        self.assertEqual(self.said(), [self.ROW])
        self.assertEqual(self.recorded()[0]["vastgelegd_op"], "15-07-2026")
        self.assertTrue(self.recorded()[0]["bron"].endswith("getypt.xlsx"))
        before = (self.register / "besluiten.csv").read_bytes()
        self.assertIn("1 stond er al", self.decisions(typed)[0])
        self.assertEqual((self.register / "besluiten.csv").read_bytes(), before)
        # The same by another program, in another form.
        self.assertIn("1 stond er al", self.decisions(*office.saved("ods", self.folder, typed))[0])
        self.comes_back()

    def comes_back(self):
        later, error = self.convert(Q3, output="later")
        self.assertEqual(error, "")
        shown = [line for line in self.topics(later / "rapport.xlsx") if line["Onderwerp-id"] == HELP]
        self.assertEqual([line["Vorige keer"] for line in shown],
                         ["2026-Q2: Samen kandidaten zoeken · adviesteam · voor 30-09-2026 · (alleen voor ons)"])
        self.assertEqual([shown[0][name] for name in BLUE], [None] * 4)
        letter = (later / "retourbericht.txt").read_text().replace("\n  ", " ")
        self.assertIn("Samen kandidaten zoeken. Wie: adviesteam. Voor wanneer: 30-09-2026.", " ".join(letter.split()))
        self.run_tool("template", "--register", self.register, "--kvk", "12345678", "--output", self.folder / "sjabloon")
        with zipfile.ZipFile(self.folder / "sjabloon/sjabloon.xlsx") as template:
            text = "".join(template.read(name).decode() for name in template.namelist() if name.endswith(".xml"))
        self.assertIn("Samen kandidaten zoeken", text)
        # The remark is the manager's own.
        self.assertNotIn("alleen voor ons", text)
        self.assertNotIn("alleen voor ons", letter)
        with zipfile.ZipFile(later / "terugkoppeling.xlsx") as feedback:
            for name in feedback.namelist():
                self.assertNotIn(b"alleen voor ons", feedback.read(name), name)
        # Nothing of it is another supplier's.
        self.run_tool("template", "--register", self.register, "--kvk", "87654321", "--output", self.folder / "ander")
        with zipfile.ZipFile(self.folder / "ander/sjabloon.xlsx") as template:
            self.assertFalse(any(b"kandidaten zoeken" in template.read(name) for name in template.namelist()))

    def test_an_id_is_the_same_in_every_period_and_unique_in_each(self):
        earlier = [line["Onderwerp-id"] for line in self.topics(self.convert(Q2)[0] / "rapport.xlsx")]
        later = [line["Onderwerp-id"] for line in self.topics(self.convert(Q3)[0] / "rapport.xlsx")]
        for ids in (earlier, later):
            self.assertEqual(len(ids), len(set(ids)))
            self.assertTrue(all(ids))
        self.assertGreater(len(set(earlier) & set(later)), 5)

    def test_sorted_moved_and_renamed_the_cells_say_the_same(self):
        result, _ = self.convert(Q2)
        filled = self.fill(result / "rapport.xlsx", self.AGREED, self.folder / "gevuld.xlsx")
        sheet = load(filled)[SHEET]
        heading, columns = self.block(sheet)
        rows = list(sheet.iter_rows(min_row=heading, values_only=True))
        body = [row for row in rows[1:] if row[columns["Onderwerp-id"] - 1]]
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Ons overleg"
        sheet["B2"] = "Eigen titel"
        order = list(reversed(range(len(rows[0]))))
        for number, row in enumerate([rows[0], *sorted(body, key=str, reverse=True)]):
            for column, source in enumerate(order):
                sheet.cell(7 + number, 3 + column).value = row[source]
        book.create_sheet("Kladblok")["A1"] = "Afspraak"
        book.save(self.folder / "gesorteerd.xlsx")
        self.decisions(self.folder / "gesorteerd.xlsx")
        self.assertEqual(self.said(), [self.ROW])

    def test_every_sheet_with_topics_is_read(self):
        result, _ = self.convert(OTHER)
        book = load(result / "rapport.xlsx")
        chosen = []
        for name in SHEETS:
            if name in book.sheetnames:
                found = self.topics(result / "rapport.xlsx", [name])
                self.assertTrue(all(line["Onderwerp-id"] for line in found))
                chosen += [line["Onderwerp-id"] for line in found[:1]]
        self.assertGreaterEqual(len(chosen), 3)
        self.fill(result / "rapport.xlsx", {(topic, "Afspraak"): f"Plan {number}" for number, topic in enumerate(chosen)})
        self.decisions(result / "rapport.xlsx")
        self.assertEqual({row[1]: row[3] for row in self.said()}, {topic: f"Plan {n}" for n, topic in enumerate(chosen)})

    def test_a_report_of_before_is_read(self):
        """Before there was a sheet Gesprek all topics stood on one sheet, with their columns in another order."""
        headings = ["Soort", "Contract", "Onderwerp", "Aantal rijen", "Eerste rij", "Tweede", "Derde", "Advies", "Bron", *BLUE,
                    "Onderwerp-id", "Contractnummers", "Periode van het rapport", "Volgnummer"]
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Te bespreken"
        lines = [("Te bespreken",), ("Eén rij per onderwerp, het belangrijkste bovenaan.",), ("← Samenvatting",), headings,
                 ["? Hulpvraag", CONTRACT, "Vraagt hulp: geen kandidaten", 1, "Knelpunten rij 2", None, None, "Leg de vraag voor",
                  "gesprek", *self.ROW[3:], HELP, CONTRACT, "2026-Q2", 1],
                 ["○ Niet getoetst", None, "CTR-10", None, None, None, None, "Geen kolom", "Regels →", *[None] * 4,
                  "niet-getoetst/contra-kolom-raamov-regist/@12345678", None, "2026-Q2", 2]]
        for line in lines:
            sheet.append(list(line))
        book.save(self.folder / "rapport-van-toen.xlsx")
        self.decisions(self.folder / "rapport-van-toen.xlsx")
        self.assertEqual(self.said(), [self.ROW])
        self.comes_back()

    def test_two_copies_that_differ_are_both_kept_and_named(self):
        result, _ = self.convert(Q2)
        report = result / "rapport.xlsx"
        one = self.fill(report, {(HELP, "Afspraak"): "Plan A"}, self.folder / "een.xlsx")
        two = self.fill(report, {(HELP, "Afspraak"): "Plan B"}, self.folder / "twee.xlsx")
        more = self.fill(report, {(HELP, "Afspraak"): "Plan A", (HELP, "Wie"): "wij"}, self.folder / "meer.xlsx")
        out, error = self.decisions(one, two)
        self.assertIn("1 verschil", out)
        for part in ("Plan A", "Plan B", "een.xlsx", "twee.xlsx", CONTRACT):
            self.assertIn(part, error)
        # What only adds to it is no difference.
        out, error = self.decisions(more)
        self.assertIn("Plan B", error)
        self.assertEqual([row[3:5] for row in self.said()], [("Plan A", ""), ("Plan B", ""), ("Plan A", "wij")])
        later = self.topics(self.convert(Q3)[0] / "rapport.xlsx")
        shown = next(line["Vorige keer"] for line in later if line["Onderwerp-id"] == HELP)
        self.assertEqual(shown.split("\n"), ["2026-Q2: Plan B", "2026-Q2: Plan A · wij"])

    def test_personal_data_typed_into_the_register_are_masked_and_told(self):
        text = "mevr. Voorbeeldstra belt op 06-12345678, bsn 123456782"
        (self.register / "besluiten.csv").write_text(
            "contractnummer;onderwerp;periode;afspraak\n" f"{CONTRACT};loopt-achter/{CONTRACT.lower()};2026-Q1;{text}\n{CONTRACT};x/111222333;2026-Q1;a\n", encoding="utf-8")
        found = self.check(Q2, "--register", self.register)["findings"]
        told = {(finding["rule"], finding["row"], finding["column"]) for finding in found if finding["file"] == "besluiten.csv"}
        self.assertLessEqual({("AVG-01", 2, "afspraak"), ("AVG-03", 2, "afspraak"), ("AVG-05", 2, "afspraak"), ("AVG-01", 3, "onderwerp")}, told)
        result, _ = self.convert(Q2)
        for file in result.rglob("*"):
            for part in zipfile.ZipFile(file).namelist() if file.suffix == ".xlsx" else [None] if file.is_file() else []:
                data = file.read_bytes() if part is None else zipfile.ZipFile(file).read(part)
                for secret in (b"Voorbeeldstra", b"06-12345678", b"123456782", b"111222333"):
                    self.assertNotIn(secret, data, (file.name, part))

    def test_a_line_with_more_fields_than_headings_is_called_so(self):
        """A heading that somebody took away shifts the cells of each line: nobody knows what belongs where, and the topic is not what lacks."""
        (self.register / "besluiten.csv").write_text(
            f"contractnummer;onderwerp;periode;wie\n{CONTRACT};{HELP};2026-Q1;Samen zoeken;Inkoop\n{CONTRACT};;2026-Q1;Inkoop\n", encoding="utf-8")
        told = {
            finding["row"]: finding["message"] for finding in self.check(Q2, "--register", self.register)["findings"]
            if finding["file"] == "besluiten.csv" and finding["rule"] == "CTR-19"}
        self.assertIn("meer velden dan er kolommen zijn", told[2])
        self.assertIn("geen onderwerp", told[3])

    def test_a_topic_of_no_contract_belongs_to_its_supplier(self):
        result, _ = self.convert(Q2)
        topic = next(line["Onderwerp-id"] for line in self.topics(result / "rapport.xlsx") if not line["Contract"])
        self.fill(result / "rapport.xlsx", {(topic, "Afspraak"): "Wij vullen het register aan"})
        self.decisions(result / "rapport.xlsx")
        self.assertEqual(self.said()[0][:4], ("", topic, "2026-Q2", "Wij vullen het register aan"))
        found = self.check(Q3, "--register", self.register)["findings"]
        self.assertEqual([f for f in found if f["file"] == "besluiten.csv"], [])
        other = self.convert(OTHER)[0]
        self.assertFalse(any(line.get("Vorige keer") for line in self.topics(other / "rapport.xlsx")))
        for name in ("retourbericht.txt", "retourbericht.md"):
            self.assertNotIn("register aan", (self.convert(Q3)[0] / name).read_text())

    def test_rows_that_are_there_stay_byte_for_byte(self):
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        line = f"{CONTRACT};loopt-achter/bzk-2026-0147;2026-Q1;één;wij;;;;zelf;eigen"
        heading = ";".join(COLUMNS) + ";eigen kolom"
        for text in (f"\ufeff{heading}\r\n{line}\r\n", f"{heading}\n{line}\n", f"{heading}\n{line}"):
            with self.subTest(text=text):
                path = self.register / "besluiten.csv"
                path.write_bytes(text.encode())
                self.decisions(result / "rapport.xlsx")
                data = path.read_bytes()
                self.assertTrue(data.startswith(text.encode()))
                self.assertEqual(data.decode("utf-8-sig").splitlines()[-1].split(";")[:3], [CONTRACT, HELP, "2026-Q2"])
                self.assertEqual(len(data.decode("utf-8-sig").splitlines()), 3)

    def test_another_file_in_its_place_is_left_alone(self):
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        path = self.register / "besluiten.csv"
        path.write_bytes(b"%PDF-1.7 geen tabel")
        _, error = self.decisions(result / "rapport.xlsx", status=3)
        self.assertIn("besluiten.csv", error)
        self.assertEqual(path.read_bytes(), b"%PDF-1.7 geen tabel")

    def test_many_at_once_lose_nothing(self):
        result, _ = self.convert(Q2)
        filled = [
            self.fill(result / "rapport.xlsx", {(HELP, "Afspraak"): f"Plan {number}"}, self.folder / f"{number}.xlsx")
            for number in range(6)]
        running = [subprocess.Popen([TOOL, "decisions", path, "--register", self.register, "--quiet"],
                                    stderr=subprocess.DEVNULL) for path in filled]
        self.assertEqual([process.wait(300) for process in running], [0] * 6)
        self.assertEqual(sorted(row[3] for row in self.said()), [f"Plan {number}" for number in range(6)])
        self.assertEqual([path.name for path in self.register.iterdir() if path.name.startswith(".")], [])

    def test_what_is_no_report_is_refused(self):
        result, _ = self.convert(Q2)
        (self.folder / "oud.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        _, error = self.decisions(result.parent, status=2)
        self.assertIn(f"Geef er één, bijvoorbeeld {result}", error)
        for path, status in ((result / "terugkoppeling.xlsx", 3), (self.folder / "oud.xls", 3), (self.folder / "weg.xlsx", 2),
                             (self.register / "contracten.csv", 3)):
            with self.subTest(path=path.name):
                _, error = self.decisions(path, status=status)
                self.assertIn(path.name, error)
        self.assertEqual(self.run_tool("decisions", result / "rapport.xlsx").returncode, 2)
        self.assertEqual(self.recorded(), [])

    def test_a_row_of_which_the_hidden_cells_were_changed_is_refused(self):
        """The columns that find a topic again are out of sight: typed over, a decision went to nothing, or to the contract of another supplier."""
        result, _ = self.convert(Q2)
        other = next(line["Onderwerp-id"] for line in self.topics(result / "rapport.xlsx") if line["Onderwerp-id"] != HELP)
        for heading, text in (("Onderwerp-id", "iets anders"), ("Onderwerp-id", other), ("Contractnummers", "DEF-2026-0023"),
                              ("Periode van het rapport", "2026-Q1"), ("Zegel", None)):
            with self.subTest(heading=heading, text=text):
                book = load(result / "rapport.xlsx")
                (agreed, hidden) = (self.place(book, HELP, name) for name in ("Afspraak", heading))
                agreed.value, hidden.value = "Samen zoeken", text
                book.save(self.folder / "veranderd.xlsx")
                _, error = self.decisions(self.folder / "veranderd.xlsx", status=3)
                self.assertIn(f"Gesprek, rij {agreed.row}: de verborgen cellen", error)
                self.assertEqual(self.recorded(), [])

    def test_only_the_columns_in_sight_sorted_is_seen(self):
        result, _ = self.convert(Q2)
        book = load(result / "rapport.xlsx")
        sheet = book["Controle"]
        first, columns = self.block(sheet)
        last = max(row for row in range(first + 1, sheet.max_row + 1) if sheet.cell(row, columns["Onderwerp-id"]).value)
        subjects = [sheet.cell(row, columns["Onderwerp"]).value for row in range(first + 1, last + 1)]
        self.assertGreater(len(set(subjects)), 2)
        for row, subject in zip(range(first + 1, last + 1), reversed(subjects)):
            sheet.cell(row, columns["Onderwerp"]).value = subject
        sheet.cell(first + 1, columns["Afspraak"]).value = f"Over {subjects[-1]}"
        book.save(self.folder / "half.xlsx")
        _, error = self.decisions(self.folder / "half.xlsx", status=3)
        self.assertIn(f"Controle, rij {first + 1}: deze rij toont het onderwerp van een andere rij", error)
        self.assertEqual(self.recorded(), [])
        # Words of somebody's own in the place of the subject belong to no other row.
        self.fill(result / "rapport.xlsx", {(HELP, "Onderwerp"): "Onze eigen woorden", **self.AGREED})
        self.decisions(result / "rapport.xlsx")
        self.assertEqual(self.said(), [self.ROW])

    def test_a_cell_that_was_emptied_takes_nothing_back_and_is_told(self):
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        self.assertEqual(self.decisions(result / "rapport.xlsx")[1], "")
        emptied = {(HELP, name): None for name in BLUE}
        for cells in ({(HELP, "Wie"): None, (HELP, "Voor wanneer"): None}, emptied):
            self.fill(result / "rapport.xlsx", cells)
            self.assertIn("hier zijn blauwe cellen leeg", self.decisions(result / "rapport.xlsx")[1])
            self.assertEqual(self.said(), [self.ROW])
        # convert says so too, and the new report has it as what was agreed before: there the cells are empty from the start.
        _, error = self.convert(Q2)
        self.assertIn("hier zijn blauwe cellen leeg, en in het register staat '2026-Q2: Samen kandidaten zoeken", " ".join(error.split()))
        self.assertEqual(self.decisions(result / "rapport.xlsx")[1], "")
        self.assertEqual(self.convert(Q2, options=["--rebuild"])[1].count("leeg"), 0)

    def test_cells_emptied_in_a_copy_under_another_name_are_told_once(self):
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        copy = self.folder / "elders" / "gesprek van mei.xlsx"
        copy.parent.mkdir()
        shutil.copy(result / "rapport.xlsx", copy)
        self.assertEqual(self.decisions(copy)[1], "")
        self.fill(result / "rapport.xlsx", {(HELP, name): None for name in BLUE})
        error = " ".join(self.decisions(result / "rapport.xlsx")[1].split())
        self.assertEqual(error.count("hier zijn blauwe cellen leeg, en het register heeft een afspraak uit een exemplaar met een andere naam"), 1)
        self.assertEqual(self.said(), [self.ROW])

    def test_a_sheet_that_is_too_large_to_be_read_again_is_told(self):
        """Whether somebody typed there nobody knows: it is said, and the report stays beside the new one."""
        result, _ = self.convert(Q2)
        book = openpyxl.load_workbook(result / "rapport.xlsx")
        # One text of 32,000 letters, shown by so many cells that they are more than is read of a workbook.
        for row in range(1_000):
            for column in range(9):
                book["Bevindingen"].cell(1_000 + row, 1 + column).value = "x" * 32_000
        book.save(result / "rapport.xlsx")
        _, error = self.convert(Q2, options=["--rebuild"])
        error = " ".join(error.split())
        self.assertIn("Blad 'Bevindingen' is te groot of te beschadigd om te lezen", error)
        self.assertTrue((result / "rapport-ingevuld.xlsx").exists())

    def test_a_logical_value_and_an_error_in_a_blue_cell_are_told_of_there_only(self):
        result, _ = self.convert(Q2)
        for number, (value, status) in enumerate(((True, 0), ("#REF!", 3))):
            with self.subTest(value=value):
                path = self.fill(result / "rapport.xlsx", {(HELP, "Toelichting"): value}, self.folder / f"getypt{number}.xlsx")
                _, error = self.decisions(path, status=status)
                self.assertNotIn("buiten de blauwe cellen", " ".join(error.split()))

    def test_a_logical_value_typed_in_libreoffice_is_told_of_there_only(self):
        result, _ = self.convert(Q2)
        typed = self.fill(result / "rapport.xlsx", {(HELP, "Toelichting"): "hier"}, self.folder / "getypt.xlsx")
        saved, = office.saved("ods", self.folder, typed)
        logical = self.folder / "waar.ods"
        with zipfile.ZipFile(saved) as book, zipfile.ZipFile(logical, "w") as target:
            for name in book.namelist():
                data = book.read(name)
                if name == "content.xml":
                    text, count = re.subn(
                        rb'office:value-type="string" calcext:value-type="string"><text:p>hier</text:p>',
                        rb'office:value-type="boolean" office:boolean-value="true" calcext:value-type="boolean"><text:p>WAAR</text:p>',
                        data)
                    self.assertEqual(count, 1)
                    data = text
                target.writestr(name, data)
        _, error = self.decisions(logical)
        self.assertNotIn("buiten de blauwe cellen", " ".join(error.split()))
        self.assertEqual(self.recorded()[0]["toelichting"], "ja")

    def test_a_damaged_sheet_is_not_called_too_large(self):
        result, _ = self.convert(Q2)
        typed = self.fill(result / "rapport.xlsx", self.AGREED, self.folder / "getypt.xlsx")
        damaged = self.folder / "beschadigd.xlsx"
        with zipfile.ZipFile(typed) as book, zipfile.ZipFile(damaged, "w") as target:
            sheets = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
            for name in book.namelist():
                target.writestr(name, b"<worksheet><sheetData><row>" if name == sheets[-1] else book.read(name))
        out, error = self.decisions(damaged)
        self.assertIn("1 afspraak nieuw", out)
        self.assertIn("te beschadigd om te lezen", " ".join(error.split()))

    # convert never throws anything away

    def test_convert_takes_over_first_and_says_so(self):
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        # Nothing changed, so nothing is replaced.
        self.convert(Q2)
        self.assertEqual(self.recorded(), [])
        result, error = self.convert(Q2, options=["--rebuild"])
        self.assertIn("een afspraak", error)
        self.assertIn("besluiten.csv", error)
        self.assertEqual(self.said(), [self.ROW])
        shown = next(line for line in self.topics(result / "rapport.xlsx") if line["Onderwerp-id"] == HELP)
        self.assertIn("Samen kandidaten zoeken", shown["Vorige keer"])
        self.assertEqual(sorted(path.name for path in result.glob("rapport*")), ["rapport.xlsx"])
        # Once is enough, and now nothing has changed.
        self.assertIn("1 ongewijzigd", self.convert(Q2)[1])
        self.assertEqual(len(self.recorded()), 1)

    def test_a_decision_makes_only_its_own_report_anew(self):
        self.convert(Q2)
        other, _ = self.convert(OTHER)
        before = (other / "rapport.xlsx").stat().st_mtime_ns
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        self.decisions(result / "rapport.xlsx")
        self.assertIn("1 ongewijzigd", self.convert(OTHER)[1])
        self.assertEqual((other / "rapport.xlsx").stat().st_mtime_ns, before)
        self.assertNotIn("ongewijzigd", self.convert(Q2)[1])

    def test_without_a_register_the_filled_report_stays_beside_the_new_one(self):
        result, _ = self.convert(Q2)
        for number, name in enumerate(("rapport-ingevuld.xlsx", "rapport-ingevuld-2.xlsx"), 1):
            topic = self.topics(result / "rapport.xlsx")[0]["Onderwerp-id"]
            self.fill(result / "rapport.xlsx", {(topic, "Afspraak"): f"Plan {number}"})
            filled = (result / "rapport.xlsx").read_bytes()
            result, error = self.convert(Q2, register=False, options=["--rebuild"])
            self.assertIn(name, error)
            self.assertIn("--register", error)
            self.assertEqual((result / name).read_bytes(), filled)
        # What was kept stays, and can be taken over later.
        self.convert(Q2, options=["--rebuild"])
        self.decisions(*sorted(result.glob("rapport-ingevuld*.xlsx")))
        self.assertEqual({row[3] for row in self.said()}, {"Plan 1", "Plan 2"})

    def test_a_delivery_that_cannot_be_read_replaces_no_decision(self):
        delivery = self.folder / "inzending-x.xlsx"
        template = self.folder / "sjabloon"
        self.run_tool("template", "--register", self.register, "--kvk", "12345678", "--output", template)
        shutil.copytree(Q2, self.folder / "inzending-x")
        result, _ = self.convert(self.folder / "inzending-x")
        self.fill(result / "rapport.xlsx", self.AGREED)
        shutil.rmtree(self.folder / "inzending-x")
        (self.folder / "inzending-x").write_bytes(b"%PDF-1.7")
        result, error = self.convert(self.folder / "inzending-x", status=3)
        self.assertIn("besluiten.csv", error)
        self.assertEqual(self.said(), [self.ROW])
        self.assertFalse(delivery.exists())

    def test_other_outputs_alone_lose_no_decision_either(self):
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        filled = (result / "rapport.xlsx").read_bytes()
        # Made of the same: the report stays as it is.
        self.convert(Q2, options=["--only", "bevindingen", "--rebuild"])
        self.assertEqual((result / "rapport.xlsx").read_bytes(), filled)
        # Made of something else: the old report goes, and what was in it does not.
        self.convert(Q2, options=["--only", "bevindingen", "--rules-as-of", "01-06-2026"])
        self.assertEqual(self.said(), [self.ROW])

    def test_words_outside_of_the_blue_cells_are_told_and_kept(self):
        result, _ = self.convert(Q2)

        def typed(sheet, cell):
            def change(book):
                book[sheet][cell] = "Bel mij even hierover"
            return change

        def own_sheet(book):
            book.create_sheet("Mijn notities")["B2"] = "Vraag naar de planning"

        cases = [(typed(name, cell), name) for name, cell in (
            ("Samenvatting", "P40"), ("Controle", "B5"), ("Inzet", "C6"), ("Bevindingen", "D6"), ("Leeswijzer", "D2"))]
        for number, (change, sheet) in enumerate([*cases, (own_sheet, "Mijn notities")], 1):
            with self.subTest(sheet=sheet):
                book = load(result / "rapport.xlsx")
                change(book)
                book.save(result / "rapport.xlsx")
                written = (result / "rapport.xlsx").read_bytes()
                _, told = self.decisions(result / "rapport.xlsx")
                self.assertIn(f"Op blad '{sheet}' is getypt buiten de blauwe cellen", told)
                # As long as nothing is made anew the words stay where they are.
                self.convert(Q2)
                self.assertEqual((result / "rapport.xlsx").read_bytes(), written)
                result, error = self.convert(Q2, options=["--rebuild"])
                name = "rapport-ingevuld.xlsx" if number == 1 else f"rapport-ingevuld-{number}.xlsx"
                self.assertIn(f"Op blad '{sheet}' is getypt buiten de blauwe cellen", error)
                self.assertIn(f"staat nu als {name} naast het nieuwe", error)
                self.assertEqual((result / name).read_bytes(), written)
        self.assertEqual(self.recorded(), [])

    def test_what_is_no_typing_is_not_told(self):
        """Saved by other programs, sorted, with another name for a sheet, with a copy of one, and filled in where that is asked."""
        result, _ = self.convert(Q2)
        made = (result / "rapport.xlsx").read_bytes()
        (saved,) = office.saved("xlsx", self.folder / "bewaard", result / "rapport.xlsx")
        shutil.copy(saved, result / "rapport.xlsx")
        self.assertNotEqual((result / "rapport.xlsx").read_bytes(), made)
        result, error = self.convert(Q2, options=["--rebuild"])
        self.assertEqual(error.count("rapport"), 0, error)
        book = load(result / "rapport.xlsx")
        sheet = book["Bevindingen"]
        first = next(row for row in range(1, 9) if sheet.cell(row, 2).value and sheet.cell(row, 3).value and sheet.cell(row, 4).value)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first + 1)]
        for row, values in enumerate(reversed(rows), first + 1):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column).value = value
        book["Regels"].title = "Alle regels"
        book.copy_worksheet(book["Leeswijzer"])
        book.save(result / "rapport.xlsx")
        self.fill(result / "rapport.xlsx", self.AGREED)
        self.assertEqual(self.decisions(result / "rapport.xlsx")[1], "")
        self.assertEqual(self.said(), [self.ROW])
        result, error = self.convert(Q2, options=["--rebuild"])
        self.assertNotIn("getypt", error)
        self.assertEqual(sorted(path.name for path in result.glob("rapport*")), ["rapport.xlsx"])

    def test_typing_is_told_of_every_program_and_saving_is_not(self):
        """Whatever saves the report and whatever it is called then: openpyxl with formulas and with their outcomes alone, LibreOffice as XLSX and
        ODS, a copy elsewhere; a text in an empty cell, a number in one, and a number over a formula."""
        result, _ = self.convert(Q2)
        report = result / "rapport.xlsx"
        place = next(cell.coordinate for row in load(report)["Samenvatting"].iter_rows() for cell in row if str(cell.value).startswith("=IF"))

        def typed(sheet, cell, value):
            def change(book):
                book[sheet][cell] = value
            return change

        cases = [(None, lambda _: None), ("Inzet", typed("Inzet", "AZ60", "Bel mij")), ("Samenvatting", typed("Samenvatting", "P40", 12)),
                 ("Samenvatting", typed("Samenvatting", place, 8))]
        copies = []
        for number, (sheet, change) in enumerate(cases):
            for values in (False, True):
                # A report of values has no formula left to type over.
                if values and number == 3:
                    continue
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    book = openpyxl.load_workbook(report, data_only=values)
                change(book)
                copies.append((sheet, self.folder / f"rapport bespreking {number}{values}.xlsx"))
                book.save(copies[-1][1])
        sheets, paths = zip(*((sheet, copy) for sheet, copy in copies if "False" in copy.stem))
        for form in ("xlsx", "ods"):
            copies += zip(sheets, office.saved(form, self.folder / "bewaard", *paths))
        self.assertEqual(len(copies), 15)
        for sheet, copy in copies:
            with self.subTest(sheet=sheet, copy=str(copy.relative_to(self.folder))):
                told = self.decisions(copy)[1]
                if sheet:
                    self.assertIn(f"Op blad '{sheet}' is getypt buiten de blauwe cellen", told)
                else:
                    self.assertEqual(told, "")

    def test_texts_that_no_cell_can_hold_are_no_typing(self):
        """A control character becomes a sign, and what looks like a code of Excel is written as a code."""
        folder = self.folder / "vreemd"
        shutil.copytree(Q2, folder)
        table = folder / "knelpunten.csv"
        table.write_bytes(table.read_bytes().rstrip() + f"\r\n{CONTRACT};anders;uitvoering;Een \x02 teken en _x0041_ en a_x005F_b;;;\r\n".encode())
        result, _ = self.convert(folder)
        book = load(result / "rapport.xlsx")
        self.assertTrue(any("teken en" in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row))
        book.save(result / "rapport.xlsx")
        self.assertEqual(self.decisions(result / "rapport.xlsx")[1], "")

    def test_a_copy_beside_the_report_is_told_and_found(self):
        result, _ = self.convert(Q2)
        copy = self.fill(result / "rapport.xlsx", self.AGREED, result / "rapport bespreking.xlsx")
        written = copy.read_bytes()
        result, error = self.convert(Q2, options=["--rebuild"])
        self.assertIn("naast rapport.xlsx staat rapport bespreking.xlsx, ook met ingevulde blauwe cellen. Een daarvan staat niet", " ".join(error.split()))
        self.assertEqual(copy.read_bytes(), written)
        self.assertEqual(self.recorded(), [])
        # The folder of the result stands for all of them.
        self.decisions(result)
        self.assertEqual(self.said(), [self.ROW])
        self.assertNotIn("bespreking", self.convert(Q2, options=["--rebuild"])[1])
        # A report that was given another name is found too; a folder without one is wrong usage.
        (result / "rapport.xlsx").rename(result / "verslag.xlsx")
        self.assertIn("1 stond er al", self.decisions(result)[0])
        (self.folder / "leeg").mkdir()
        self.decisions(self.folder / "leeg", status=2)

    def test_a_copy_called_in_latin_1_stays_and_is_read(self):
        """An old program gave it a name that is no UTF-8: a new report leaves it where it was, and says its name as far as there is one."""
        result, _ = self.convert(Q2)
        copy = self.fill(result / "rapport.xlsx", self.AGREED, self.folder / "bespreking.xlsx")
        place = os.path.join(os.fsencode(result), b"bespreking \xe9\xe9n.xlsx")
        shutil.copy(copy, place)
        for _ in range(2):
            result, error = self.convert(Q2, options=["--rebuild"])
            self.assertIn("naast rapport.xlsx staat bespreking \ufffd\ufffdn.xlsx", " ".join(error.split()))
            self.assertTrue(os.path.exists(place))
        self.decisions(result)
        self.assertEqual(self.said(), [self.ROW])
        self.assertTrue(self.recorded()[0]["bron"].endswith("/bespreking \ufffd\ufffdn.xlsx"))

    def test_a_copy_that_cannot_be_read_is_told(self):
        """Cut off while it was copied, no workbook at all, and far larger than the report: whether something was filled in there nobody knows."""
        result, _ = self.convert(Q2)
        copy = self.fill(result / "rapport.xlsx", self.AGREED, self.folder / "bespreking.xlsx")
        (result / "afgebroken.xlsx").write_bytes(copy.read_bytes()[:20_000])
        (result / "leeg.xlsx").write_bytes(b"")
        with open(result / "film.xlsx", "wb") as film:
            film.truncate(1 << 30)
        result, error = self.convert(Q2, options=["--rebuild"])
        told = " ".join(error.split())
        for name, why in (("afgebroken", "niet te lezen"), ("leeg", "niet te lezen"), ("film", "met 1024 MB te groot om een kopie")):
            self.assertIn(f"naast rapport.xlsx staat {name}.xlsx. Dat bestand is {why}", told)
        self.assertEqual((result / "film.xlsx").stat().st_size, 1 << 30)

    def test_a_report_of_another_supplier_is_not_taken_along(self):
        """A folder stands for the report of its supplier and copies of it; who names the file itself knows what it is."""
        result, _ = self.convert(Q2)
        other, _ = self.convert(Q2.parent / "groen-klassiek-2026-h1")
        topic = self.topics(other / "rapport.xlsx")[0]["Onderwerp-id"]
        copy = self.fill(other / "rapport.xlsx", {(topic, "Afspraak"): "samen op zoek"}, result / "rapport groen.xlsx")
        _, error = self.convert(Q2, options=["--rebuild"])
        self.assertIn("staat rapport groen.xlsx. Dat rapport gaat alleen over contracten van een andere leverancier", " ".join(error.split()))
        _, error = self.decisions(result, status=3)
        self.assertIn("Het is niet overgenomen", " ".join(error.split()))
        self.assertEqual(self.recorded(), [])
        self.decisions(copy)
        self.assertEqual({row["contractnummer"] for row in self.recorded()}, {"BZK-2026-0201"})

    def test_properties_that_somebody_forged_do_no_harm(self):
        """What a report says of its sheets can be rewritten by whoever has it: numbers too large to count with, a name given ten thousand times."""
        result, _ = self.convert(Q2)
        self.fill(result / "rapport.xlsx", self.AGREED)
        report = result / "rapport.xlsx"
        parts = {}
        with zipfile.ZipFile(report) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        element = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="maatwerk-bladen-1"><vt:lpwstr>%s</vt:lpwstr></property>'
        most = 2**63 - 1
        for values in ([f"0.0.{most}.0.{most}"], [f"0.0.{-most}.{most}.{-most}"], ["1 " * 1000] * 10_000, ["<"], [""]):
            with self.subTest(values=values[0][:60]):
                body = "".join(element % (index + 2, value) for index, value in enumerate(values))
                parts["docProps/custom.xml"] = (
                    '<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
                    f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{body}</Properties>').encode()
                with zipfile.ZipFile(report, "w", zipfile.ZIP_DEFLATED) as book:
                    for name, content in parts.items():
                        book.writestr(name, content)
                self.decisions(report)
                self.assertEqual(self.said(), [self.ROW])

    def test_what_cannot_be_taken_over_is_kept_and_named(self):
        result, _ = self.convert(Q2)
        book = load(result / "rapport.xlsx")
        sheet = book[SHEET]
        row = sheet.max_row + 1
        sheet.cell(row, self.block(sheet)[1]["Afspraak"]).value = "los van een onderwerp"
        book.save(result / "rapport.xlsx")
        _, error = self.decisions(result / "rapport.xlsx", status=3)
        self.assertIn(f"rij {row}", error)
        result, error = self.convert(Q2, options=["--rebuild"])
        self.assertIn("rapport-ingevuld.xlsx", error)
        self.assertIn(f"rij {row}", error)
        self.assertTrue((result / "rapport-ingevuld.xlsx").exists())

    def filled(self, change, cells=None):
        """A report with decisions on its first topic, to which something is done, beside the register."""
        if not hasattr(self, "made"):
            self.made, _ = self.convert(Q2)
        book = load(self.made / "rapport.xlsx")
        for (topic, heading), text in (self.AGREED if cells is None else cells).items():
            self.place(book, topic, heading).value = text
        change(book, {heading: self.place(book, HELP, heading) for heading in BLUE})
        book.save(self.folder / "gevuld.xlsx")
        return self.folder / "gevuld.xlsx"

    def test_a_sheet_with_a_name_of_its_own_is_read(self):
        for number, name in enumerate(("Gesprek 15 juli", "Overleg", "Gesprek (2)")):
            def rename(book, _):
                book[SHEET].title = name
            self.decisions(self.filled(rename, {**self.AGREED, (HELP, "Afspraak"): f"Plan {number}"}))
        self.assertEqual([row[3] for row in self.said()], ["Plan 0", "Plan 1", "Plan 2"])

    def test_what_leaves_a_doubt_is_not_taken_over(self):
        """Struck through, with a comment, an error, a formula without a result, a word that points to another row, beside the columns,
        and under a heading that is gone: named with its place, and the report that held it is kept."""
        def strike(_, cells):
            cells["Wie"].font = Font(strike=True)

        def comment(_, cells):
            cells["Afspraak"].comment = Comment("toch niet", "Voorbeeld")

        def beside(book, cells):
            book[SHEET].cell(cells["Wie"].row, self.block(book[SHEET])[1]["Periode van het rapport"] + 2).value = "ook dit"

        def set_to(heading, text):
            def change(_, cells):
                cells[heading].value = text
            return change

        def heading(name, text):
            def change(book, _):
                row, columns = self.block(book[SHEET])
                book[SHEET].cell(row, columns[name]).value = text
            return change

        # What is done, what is said of it, and whether the row is taken over all the same.
        cases = [(strike, "Wie: de tekst is doorgehaald", 0), (comment, "Afspraak: bij een cel staat een opmerking", 1),
                 (beside, "naast de kolommen staat tekst", 1), (set_to("Afspraak", "#VERW!"), "Afspraak: hier staat een foutmelding", 0),
                 (set_to("Wie", '="a"&"b"'), "Wie: hier staat een foutmelding, of een formule", 0),
                 (set_to("Afspraak", "idem"), "Afspraak: deze tekst verwijst naar een andere rij", 0),
                 (set_to("Wie", '"'), "Wie: deze tekst verwijst naar een andere rij", 0),
                 (heading("Afspraak", "Afspraken"), "de kop 'Afspraak' ontbreekt", 0),
                 (heading("Contractnummers", None), "de kop 'Contractnummers' ontbreekt", 0)]
        for change, words, count in cases:
            path = self.filled(change)
            _, error = self.decisions(path, status=3)
            self.assertIn(words, error)
            self.assertRegex(error, r"Gesprek, rij \d+")
            self.assertEqual(len(self.recorded()), count, words)
            (self.register / "besluiten.csv").unlink(missing_ok=True)
            if change in (strike, comment) and office.PROGRAM:
                _, error = self.decisions(*office.saved("ods", self.folder, path), status=3)
                self.assertIn(words, error)
                (self.register / "besluiten.csv").unlink(missing_ok=True)
        # A comment at a cell in which nobody wrote is kept as well.
        shutil.copy(self.filled(comment, {}), self.made / "rapport.xlsx")
        _, error = self.convert(Q2, options=["--rebuild"])
        self.assertIn("opmerking", error)
        self.assertTrue((self.made / "rapport-ingevuld.xlsx").exists())

    def test_a_word_for_nothing_is_no_decision(self):
        nothing = {(HELP, "Afspraak"): "-", (HELP, "Wie"): "n.v.t.", (HELP, "Voor wanneer"): "n.v.t.", (HELP, "Toelichting"): "?"}
        out, error = self.decisions(self.filled(lambda *_: None, nothing))
        self.assertEqual((self.said(), error), ([], ""))
        self.decisions(self.filled(lambda *_: None, {**self.AGREED, (HELP, "Voor wanneer"): "n.v.t."}))
        self.assertEqual(self.said(), [(*self.ROW[:5], "", self.ROW[6])])

    def test_a_day_far_from_the_period_is_told(self):
        for day, is_told in (("30-09-2062", True), ("30-09-2016", True), ("30-09-2026", False), ("01-04-2026", False)):
            _, error = self.decisions(self.filled(lambda *_: None, {**self.AGREED, (HELP, "Voor wanneer"): day}))
            self.assertEqual("kijk naar het jaar" in error, is_told, day)
        self.assertEqual([row[5][-4:] for row in self.said()], ["2062", "2016", "2026", "2026"])

    def test_one_sheet_as_text_is_no_report(self):
        (self.folder / "rapport.csv").write_text("Soort;Onderwerp;Afspraak\r\nx;y;z\r\n")
        _, error = self.decisions(self.folder / "rapport.csv", status=3)
        self.assertIn("Bewaar het hele rapport als .xlsx of .ods", error)

    # Privacy

    def test_personal_data_are_masked_and_named(self):
        result, _ = self.convert(Q2)
        row = self.place(load(result / "rapport.xlsx"), HELP, "Wie").row
        self.fill(result / "rapport.xlsx", {
            (HELP, "Afspraak"): "Deelnemer 123456782 belt NL91 ABNA 0417 1643 00", (HELP, "Wie"): "Jan Jansen",
            (HELP, "Toelichting"): "mail piet@voorbeeld.example; mevrouw De Vries weet meer",
            (HELP, "Voor wanneer"): "zo snel mogelijk"})
        result, error = self.convert(Q2, options=["--rebuild"])
        for words in ("BSN", "een naam van een persoon", "een rekeningnummer", "mailadres", "geen datum", f"rij {row}, Wie"):
            self.assertIn(words, error)
        everything = error + (self.register / "besluiten.csv").read_text()
        for path in self.folder.rglob("*"):
            if path.is_file() and self.register not in path.parents:
                everything += path.read_bytes().decode("latin-1")
                if zipfile.is_zipfile(path):
                    with zipfile.ZipFile(path) as book:
                        everything += "".join(book.read(name).decode("latin-1") for name in book.namelist())
        for value in ("123456782", "0417 1643", "Jansen", "piet@", "De Vries"):
            self.assertNotIn(value, everything)
        self.assertEqual(self.said()[0][5], "zo snel mogelijk")
        self.decisions(result / "rapport.xlsx")
        self.assertEqual(len(self.recorded()), 1)

    def test_no_cell_becomes_a_formula_in_the_register(self):
        result, _ = self.convert(Q2)
        texts = ("=cmd|' /C calc'!A0", "@SUM(A1)", "+31", "regel een\n=2;3\"")
        for text in texts:
            book = load(result / "rapport.xlsx")
            cell = self.place(book, HELP, "Afspraak")
            cell.value, cell.data_type = text, "s"
            book.save(self.folder / "gevuld.xlsx")
            self.decisions(self.folder / "gevuld.xlsx")
            self.assertIn("1 stond er al", self.decisions(self.folder / "gevuld.xlsx")[0])
        self.assertEqual([row[3] for row in self.said()], ["'" + texts[0], "'" + texts[1], "+31", "regel een\n'=2;3\""])
        shown = self.topics(self.convert(Q3)[0] / "rapport.xlsx")
        said = next(line["Vorige keer"] for line in shown if line["Onderwerp-id"] == HELP)
        self.assertIn("2026-Q2: =cmd|' /C calc'!A0", said)

    def test_lines_of_the_register_are_read_with_care(self):
        lines = [f"BZK-9999;x/bzk-9999;2026-Q1;a;;;;;", f"{CONTRACT};{HELP};2026-Q1;b;;volgende maand;;;",
                 f"{CONTRACT};;2026-Q1;c;;;;;", f"{CONTRACT};{HELP};winter;d;;;;;", f"{CONTRACT};{HELP};2026-Q1;b;;volgende maand;;;",
                 f";{HELP};2026-Q1;e;;;;;"]
        (self.register / "besluiten.csv").write_text("\n".join([";".join(COLUMNS), *lines, ""]))
        found = [(f["rule"], f["row"], f["column"]) for f in self.check(Q3, "--register", self.register)["findings"]
                 if f["file"] == "besluiten.csv"]
        self.assertEqual(sorted(found), [
            ("CTR-16", 6, "onderwerp"), ("CTR-17", 2, "contractnummer"), ("CTR-19", 3, "voor_wanneer"), ("CTR-19", 4, "onderwerp"),
            ("CTR-19", 5, "periode"), ("CTR-19", 7, "contractnummer")])
