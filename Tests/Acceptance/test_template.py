"""The template: sound drop-downs and checks, the same tables as the importer reads, and nothing of anybody else."""
import csv
import datetime
import html.parser
import importlib.util
import io
import pathlib
import unittest
import warnings

import openpyxl

import office
from support import EXAMPLES, REGISTER, ROOT, ToolTest
from test_privacy import BSN, IBAN, output_bytes

TABLES = {
    "voorblad": "Voorblad", "inzet": "Inzet", "uren": "Uren", "sociale_inkoop": "Sociale inkoop",
    "activiteiten": "Activiteiten", "bewijs": "Bewijs", "gesprekken": "Gesprekken", "afspraken": "Afspraken",
    "knelpunten": "Knelpunten", "leerpunten": "Leerpunten", "voorbeelden": "Goede voorbeelden",
    "leerplekken": "Leerplekken",
}
HEADING_ROW, FIRST_ROW = 4, 5
COVER_ROW = {"leverancier_kvk": "12345678", "leverancier_naam": "Voorbeeld Schoon B.V.", "periode": "2026-Q2",
             "sjabloonversie": "1", "opgesteld_op": datetime.date(2026, 7, 3), "deelnemers_geinformeerd": "Ja"}
PLACEMENT_ROW = {"inzet_id": "P-001", "contractnummer": "BZK-2026-0147", "deelnemercode": "D-0001",
                 "doelgroep": "Participatiewet", "werkgever_kvk": "01234567", "soort_inzet": "Dienstverband",
                 "contractvorm": "Bepaalde tijd", "begindatum": datetime.date(2026, 4, 1), "uren_per_week": 24.5,
                 "verband_opdracht": "direct: bevoorrading"}
EVIDENCE_ROW = {"bewijs_id": "B-001", "hoort_bij": "P-001", "soort": "Doelgroepverklaring",
                "gezien_op": datetime.date(2026, 4, 1)}


def load(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def headings(sheet):
    return [cell.value for cell in sheet[HEADING_ROW] if cell.value is not None]


def rules_by_column(sheet):
    """The input rule of each column by its letter, with the rows it holds for."""
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for column in range(area.min_col, area.max_col + 1):
                rules[column] = (rule, area.min_row, area.max_row)
    return rules


def contract_numbers(book):
    """What the drop-down of contract numbers offers."""
    sheet, cells = book.defined_names["Uw_contracten"].attr_text.split("!")
    found = book[sheet.strip("'")][cells.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def read_csv(path):
    return list(csv.reader(io.StringIO(pathlib.Path(path).read_bytes().decode("utf-8-sig")), delimiter=";"))


def write_csv(path, rows):
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    pathlib.Path(path).write_bytes(text.getvalue().encode("utf-8-sig"))


class TemplateTest(ToolTest):
    def template(self, name="sjabloon", *options):
        folder = self.folder / name
        result = self.run_tool("template", "--output", folder, *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return folder

    def generated(self, suppliers=1, rows=30, seed=5):
        folder = self.folder / f"verzonnen-{suppliers}-{seed}"
        if not folder.exists():
            self.run_tool("generate", "--output", folder, "--suppliers", suppliers, "--rows", rows, "--seed", seed)
        return folder

    def found(self, path, *options):
        return {(f["rule"], f["file"], f["column"]) for f in self.check(path, *options)["findings"]}


class WorkbookTest(TemplateTest):
    def test_sheets_and_rules(self):
        book = load(self.template() / "sjabloon.xlsx")
        self.assertEqual(book.sheetnames, ["Uitleg", *TABLES.values(), "Keuzelijsten"])
        self.assertEqual(book.active.title, "Uitleg")
        for name in TABLES.values():
            with self.subTest(sheet=name):
                sheet = book[name]
                columns = headings(sheet)
                rules = rules_by_column(sheet)
                self.assertEqual(sorted(rules), list(range(1, len(columns) + 1)), "a rule a column")
                for rule, first, last in rules.values():
                    self.assertEqual((first, last), (FIRST_ROW, FIRST_ROW if name == "Voorblad" else FIRST_ROW + 4999))
                    self.assertTrue(rule.prompt)
                    self.assertLessEqual(len(rule.prompt), 255)
                    self.assertLessEqual(len(rule.error or ""), 255)
                    self.assertFalse(rule.prompt.endswith("..."))
                self.assertEqual(sheet.freeze_panes, "A5" if name == "Voorblad" else "B5")
                for column, heading in enumerate(columns, 1):
                    self.assertIn(sheet.cell(HEADING_ROW - 1, column).value, ("verplicht", "mag leeg", "graag invullen"))
                    self.assertIn("Privacy: ", sheet.cell(HEADING_ROW, column).comment.text, heading)

    def test_names_cover_exactly_their_list(self):
        book = load(self.template() / "sjabloon.xlsx")
        lists = book["Keuzelijsten"]
        used = {rule.formula1 for name in TABLES.values() for rule, _, _ in rules_by_column(book[name]).values()
                if rule.type == "list" and not rule.formula1.startswith('"')}
        names = {name: value.attr_text for name, value in book.defined_names.items()}
        self.assertEqual(used - set(names), set(), "a drop-down without its list")
        covered = []
        for name, reference in names.items():
            if not name.startswith("Lijst_"):
                continue
            sheet, cells = reference.split("!")
            self.assertEqual(sheet.strip("'"), "Keuzelijsten")
            first, last = (int(cell.split("$")[2]) for cell in cells.split(":"))
            self.assertEqual(cells.split("$")[1], "C")
            title = {lists.cell(row, 1).value for row in range(first, last + 1)}
            self.assertEqual(len(title), 1, name)
            self.assertNotIn(lists.cell(first - 1, 1).value, title)
            self.assertNotIn(lists.cell(last + 1, 1).value, title)
            self.assertTrue(all(lists.cell(row, 3).value for row in range(first, last + 1)))
            covered += range(first, last + 1)
        self.assertEqual(sorted(covered), list(range(FIRST_ROW, FIRST_ROW + len(covered))))
        self.assertIsNone(lists.cell(FIRST_ROW + len(covered), 2).value)

    def test_formats_keep_excel_from_damage(self):
        book = load(self.template() / "sjabloon.xlsx")
        for sheet, column, form, kind in (
            ("Voorblad", "leverancier_kvk", "@", "textLength"), ("Voorblad", "periode", "@", "textLength"),
            ("Inzet", "inzet_id", "@", None), ("Inzet", "begindatum", "dd-mm-yyyy", "date"),
            ("Inzet", "uren_per_week", "0.00", "decimal"), ("Inzet", "leeftijdsklasse", "@", "list"),
            ("Sociale inkoop", "bedrag_excl_btw", "0.00", "decimal"), ("Uren", "inzet_id", "@", "list"),
            ("Activiteiten", "aantal_medewerkers", "General", "decimal"), ("Uren", "periode", "@", "textLength"),
        ):
            with self.subTest(column=column):
                position = headings(book[sheet]).index(column) + 1
                rule, _, _ = rules_by_column(book[sheet])[position]
                letter = openpyxl.utils.get_column_letter(position)
                dimensions = book[sheet].column_dimensions
                # Neighbours that look alike share an entry in openpyxl.
                owner = next(d for d in dimensions.values() if d.min <= position <= d.max)
                self.assertEqual(owner.number_format, form, letter)
                self.assertEqual(None if rule.type in (None, "none") else rule.type, kind)
        rule, _, _ = rules_by_column(book["Inzet"])[headings(book["Inzet"]).index("begindatum") + 1]
        self.assertEqual((rule.formula1, rule.formula2), ("36526", "73415"), "1 January 2000 to 31 December 2100")

    def test_simple_hides_and_says_so(self):
        full = load(self.template() / "sjabloon.xlsx")
        folder = self.template("eenvoudig", "--profile", "eenvoudig")
        book = load(folder / "sjabloon.xlsx")
        visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        self.assertEqual(visible, ["Uitleg", "Voorblad", "Inzet", "Sociale inkoop", "Bewijs", "Keuzelijsten"])
        for name in TABLES.values():
            self.assertEqual(headings(book[name]), headings(full[name]), "hidden, not gone")
        sheet = book["Inzet"]
        hidden = set()
        for dimension in sheet.column_dimensions.values():
            if dimension.hidden:
                hidden |= set(range(dimension.min, dimension.max + 1))
        for column, heading in enumerate(headings(sheet), 1):
            if sheet.cell(HEADING_ROW - 1, column).value == "verplicht":
                self.assertNotIn(column, hidden, heading)
        self.assertIn(headings(sheet).index("bonussen") + 1, hidden)
        words = " ".join(str(cell.value) for row in book["Uitleg"].iter_rows() for cell in row if cell.value)
        self.assertIn("Zichtbaar maken", words)
        self.assertEqual(sorted(p.name for p in (folder / "csv").iterdir()),
                         ["bewijs.csv", "inzet.csv", "sociale_inkoop.csv", "voorblad.csv"])

    def test_in_english_the_names_stay_dutch(self):
        book = load(self.template("en", "--language", "en") / "sjabloon.xlsx")
        self.assertEqual(book.sheetnames, ["Uitleg", *TABLES.values(), "Keuzelijsten"])
        self.assertEqual(book["Inzet"]["A1"].value, "Placements")
        self.assertEqual(book["Inzet"]["A3"].value, "required")
        self.assertEqual(headings(book["Inzet"])[0], "inzet_id")
        self.assertIn("Participatiewet", [cell.value for cell in book["Keuzelijsten"]["C"]])

    def test_checks_of_every_workbook_hold(self):
        spec = importlib.util.spec_from_file_location("check_workbook", ROOT / "Tests/Workbooks/check_workbook.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        check = module.Check(str(self.template() / "sjabloon.xlsx"))
        check.run()
        # A template is empty on purpose.
        self.assertEqual([p for p in check.problems if not p.endswith("is empty")], [])

    def test_the_same_bytes_twice(self):
        first, second = self.template("een"), self.template("twee")
        for path in sorted(p for p in first.rglob("*") if p.is_file()):
            self.assertEqual(path.read_bytes(), (second / path.relative_to(first)).read_bytes(), path.name)


class OtherProgramTest(TemplateTest):
    def test_libreoffice_keeps_the_rules(self):
        path = self.template() / "sjabloon.xlsx"
        before = load(path)
        for form in ("xlsx", "ods"):
            (again,) = office.saved(form, self.folder / form, path)
            if form == "ods":
                (again,) = office.saved("xlsx", self.folder / form, again)
            after = load(again)
            self.assertEqual(set(after.defined_names), set(before.defined_names))
            for name in TABLES.values():
                kept = rules_by_column(after[name])
                for column, (rule, first, _) in rules_by_column(before[name]).items():
                    with self.subTest(form=form, sheet=name, column=column):
                        other, start, last = kept[column]
                        self.assertEqual(start, first)
                        # LibreOffice cuts long empty ranges in its own format.
                        self.assertGreaterEqual(last, first if name == "Voorblad" else first + 900)
                        self.assertEqual(other.type or "none", rule.type or "none")
                        if rule.type:
                            self.assertEqual(other.formula1, rule.formula1)
                            self.assertEqual(other.errorStyle or "stop", rule.errorStyle or "stop")
                            self.assertEqual(other.error, rule.error)
                        self.assertEqual(other.prompt, rule.prompt)

    def test_what_somebody_types_beside_the_tables_is_told(self):
        book = load(self.template() / "sjabloon.xlsx")
        for sheet, values in (("Voorblad", COVER_ROW), ("Inzet", PLACEMENT_ROW), ("Bewijs", EVIDENCE_ROW)):
            columns = headings(book[sheet])
            for column, value in values.items():
                book[sheet].cell(FIRST_ROW, columns.index(column) + 1).value = value
        sound, typed = self.folder / "zo.xlsx", self.folder / "ingevuld.xlsx"
        book.save(sound)
        book["Uitleg"]["A2"] = "Let op: de uren zijn per maand."
        book["Uitleg"]["D4"] = "zie ook onze mail"
        # Beside the cell, out of sight, that says what the template itself wrote.
        last = book["Uitleg"].max_row
        book["Uitleg"][f"D{last}"] = "tot ziens"
        book["Inzet"]["E2"] = "uren geschat"
        book.save(typed)
        forms = [(sound, typed), *(office.saved(form, self.folder / "lo", sound, typed) for form in ("ods", "xlsx"))]
        for sound, typed in forms:
            with self.subTest(path=sound):
                self.assertEqual([f["message"] for f in self.check(sound)["findings"] if f["rule"] == "BST-19"], [])
            with self.subTest(path=typed):
                said = [f["message"] for f in self.check(typed)["findings"] if f["rule"] == "BST-19"]
                self.assertEqual(len(said), 2, said)
                self.assertIn(f"blad Uitleg staat tekst op een plek die wij niet lezen: A2, D4, D{last}.", said[0])
                self.assertIn("blad Inzet staat tekst op een plek die wij niet lezen: E2.", said[1])

    def test_filled_in_and_saved_as_csv_it_is_read_without_a_word(self):
        path = self.template() / "sjabloon.xlsx"
        book = load(path)
        for sheet, values in (("Voorblad", COVER_ROW), ("Inzet", PLACEMENT_ROW), ("Bewijs", EVIDENCE_ROW)):
            columns = headings(book[sheet])
            for column, value in values.items():
                cell = book[sheet].cell(FIRST_ROW, columns.index(column) + 1)
                dimensions = book[sheet].column_dimensions
                owner = next(d for d in dimensions.values() if d.min <= cell.column <= d.max)
                cell.value = value
                cell.number_format = owner.number_format
        filled = self.folder / "ingevuld.xlsx"
        book.save(filled)
        office.saved("csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1", self.folder / "csv", filled)
        folder = self.folder / "inzending"
        folder.mkdir()
        for file, sheet in TABLES.items():
            (self.folder / "csv" / f"ingevuld-{sheet}.csv").rename(folder / f"{file}.csv")
        result = self.check(folder)
        self.assertEqual([f["rule"] for f in result["findings"] if f["severity"] != "signaal"], [])
        self.assertEqual([f["rule"] for f in result["findings"] if f["rule"].startswith("BST")], [])
        self.assertEqual(result["rows"], {"read": 3, "accepted": 3, "set_aside": 0})


class CSVTest(TemplateTest):
    def test_form(self):
        folder = self.template() / "csv"
        self.assertEqual(sorted(p.stem for p in folder.iterdir()), sorted(TABLES))
        for path in folder.iterdir():
            data = path.read_bytes()
            self.assertTrue(data.startswith(b"\xef\xbb\xbf"), path.name)
            self.assertTrue(data.endswith(b"\r\n"), path.name)
            self.assertEqual(len(read_csv(path)), 2 if path.stem == "voorblad" else 1, path.name)
        cover = dict(zip(*read_csv(folder / "voorblad.csv")))
        self.assertEqual({k: v for k, v in cover.items() if v}, {"sjabloonversie": "1"})

    def test_empty_tables_give_no_finding(self):
        for profile in ("volledig", "eenvoudig"):
            folder = self.template(profile, "--profile", profile) / "csv"
            rows = read_csv(folder / "voorblad.csv")
            values = dict(COVER_ROW, opgesteld_op="03-07-2026")
            write_csv(folder / "voorblad.csv", [rows[0], [values.get(column, "") for column in rows[0]]])
            self.assertEqual({f for f in self.found(folder) if f[0] != "RAP-08"}, set())
            rows = read_csv(folder / "inzet.csv")
            values = dict(PLACEMENT_ROW, begindatum="01-04-2026", uren_per_week="24,5")
            write_csv(folder / "inzet.csv", [rows[0], [values.get(column, "") for column in rows[0]]])
            self.assertEqual(self.check(folder)["counts"]["fout"], 0)
            self.assertFalse([f for f in self.found(folder) if f[0].startswith("BST")])

    def test_filled_from_a_submission_it_checks_the_same(self):
        for error_rate in ("0", "0.2"):
            folder = self.folder / f"bron-{error_rate}"
            self.run_tool("generate", "--output", folder, "--suppliers", 1, "--rows", 60, "--seed", 8,
                          "--error-rate", error_rate)
            submission = next((folder / "inzendingen").iterdir())
            template = self.template(f"vol-{error_rate}") / "csv"
            for path in template.iterdir():
                source = submission / path.name
                if not source.exists():
                    path.unlink()
                    continue
                columns, lines = read_csv(path)[0], read_csv(source)
                self.assertEqual(set(lines[0]) - set(columns), set(), "the template has every column")
                position = {column: index for index, column in enumerate(lines[0])}
                write_csv(path, [columns] + [
                    [line[position[c]] if c in position and position[c] < len(line) else "" for c in columns]
                    for line in lines[1:]])
            register = folder / "register"
            places = [
                {(f["rule"], f["file"], f["row"], f["column"]) for f in self.check(p, "--register", register)["findings"]}
                for p in (submission, template)]
            self.assertEqual(*places)
            if error_rate != "0":
                self.assertTrue(places[0])


class PrefillTest(TemplateTest):
    ROWS = (
        "P-1;BZK-2026-0147;D-0001;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;100;direct: balie;900,00;;;ok\r\n"
        "P-2;BZK-2026-0147;D-0002;WW;12345678;dienstverband;bepaald;01-04-2026;30-06-2026;24,0;90;direct;1;vast_werk;;\r\n"
        "P-3;BZK-2026-0147;D-0003;WW;12345678;dienstverband;bepaald;01-04-2026;01-07-2026;24,0;90;direct;1;verlengd;x;\r\n"
        f"P-4;BZK-2026-0147;D-0004;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;90;direct;;;;bel {BSN}\r\n"
        f"P-5;BZK-2026-0147;{BSN};PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;90;direct;;;;{IBAN}\r\n"
        "P-1;BZK-2026-0147;D-0001;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;100;dubbel;;;;\r\n"
        "P-6;BZK-2026-0147;D-0006;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;100;=1+1;;;;\r\n"
    )
    HEADING = ("inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;"
               "einddatum;uren_per_week;gewerkte_uren;verband_opdracht;opgegeven_waarde;uitkomst;reden_einde;toelichting\r\n")
    COMMITMENTS = (
        "afspraak_id;contractnummer;doel;eigenaar;status;streefdatum\r\n"
        "A-1;BZK-2026-0147;twee stages;samen;loopt;31-12-2026\r\nA-2;BZK-2026-0147;af;samen;gehaald;01-05-2026\r\n"
        "A-3;BZK-2026-0147;drie lessen;samen;bijna klaar;31-12-2026\r\n"
    )

    def earlier(self):
        return self.submission(inzet=self.HEADING + self.ROWS, afspraken=self.COMMITMENTS)

    def test_what_still_runs_is_carried_over(self):
        folder = self.template("nieuw", "--prefill", self.earlier())
        cover = dict(zip(*read_csv(folder / "csv/voorblad.csv")))
        self.assertEqual({k: v for k, v in cover.items() if v}, {
            "leverancier_kvk": "12345678", "leverancier_naam": "Voorbeeld Schoon B.V.", "sjabloonversie": "1"})
        columns, *rows = read_csv(folder / "csv/inzet.csv")
        rows = [dict(zip(columns, row)) for row in rows]
        self.assertEqual([row["inzet_id"] for row in rows], ["P-1", "P-3", "P-4", "P-5", "P-6"])
        for row in rows:
            for column in ("gewerkte_uren", "opgegeven_waarde", "uitkomst", "reden_einde"):
                self.assertEqual(row[column], "")
        self.assertEqual(rows[0]["doelgroep"], "Participatiewet")
        self.assertEqual(rows[0]["toelichting"], "ok")
        self.assertEqual(rows[1]["einddatum"], "01-07-2026")
        self.assertEqual((rows[2]["toelichting"], rows[3]["deelnemercode"], rows[3]["toelichting"]), ("", "", ""))
        self.assertEqual(rows[4]["verband_opdracht"], "", "no formula")
        columns, *rows = read_csv(folder / "csv/afspraken.csv")
        self.assertEqual([row[columns.index("afspraak_id")] for row in rows], ["A-1", "A-3"])
        for secret in (BSN, IBAN, "****"):
            self.assertFalse([data[:40] for data in output_bytes(folder) if secret.encode() in data], secret)

    def test_workbook_and_files_hold_the_same(self):
        folder = self.template("nieuw", "--prefill", self.earlier(), "--profile", "eenvoudig")
        book = load(folder / "sjabloon.xlsx")
        self.assertEqual(book["Afspraken"].sheet_state, "visible", "what is filled in is in sight")
        columns, *rows = read_csv(folder / "csv/inzet.csv")
        sheet = book["Inzet"]
        for index, row in enumerate(rows):
            for column, text in zip(columns, row):
                value = sheet.cell(FIRST_ROW + index, headings(sheet).index(column) + 1).value
                if isinstance(value, datetime.datetime):
                    value = value.strftime("%d-%m-%Y")
                elif isinstance(value, (int, float)):
                    value = f"{value:g}".replace(".", ",")
                self.assertEqual(value or "", text, column)
        self.assertEqual(sheet["J5"].number_format, "dd-mm-yyyy")
        self.assertEqual(contract_numbers(book), ["BZK-2026-0147"])

    def test_a_result_gives_the_same_as_its_submission(self):
        made = self.generated()
        submission = next((made / "inzendingen").iterdir())
        self.run_tool("convert", submission, "--register", made / "register", "--output", self.folder / "uit")
        one = self.template("een", "--prefill", submission)
        two = self.template("twee", "--prefill", self.folder / "uit" / submission.name)
        for path in (one / "csv").iterdir():
            self.assertEqual(path.read_text(), (two / "csv" / path.name).read_text(), path.name)

    def test_an_example_can_be_filled_in_again(self):
        for submission in sorted(EXAMPLES.iterdir()):
            folder = self.template("v-" + submission.name, "--prefill", submission)
            self.assertFalse([f for f in self.found(folder / "csv") if f[0] in ("BST-03", "BST-12", "BST-19")])


class OwnDataTest(TemplateTest):
    def test_nothing_of_another_supplier(self):
        made = self.generated(suppliers=4, rows=20, seed=3)
        suppliers = list(csv.DictReader((made / "register/leveranciers.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
        contracts = list(csv.DictReader((made / "register/contracten.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
        empty = b"".join(output_bytes(self.template("leeg")))
        for own in suppliers[:2]:
            kvk = own["kvk"]
            mine = [c["contractnummer"] for c in contracts if c["leverancier_kvk"] == kvk]
            submission = next(p for p in (made / "inzendingen").iterdir() if kvk.encode() in (p / "voorblad.csv").read_bytes())
            for name, options in (("register", ()), ("beide", ("--prefill", submission))):
                folder = self.template(f"{name}-{kvk}", "--register", made / "register", "--kvk", kvk, *options)
                data = b"\n".join(output_bytes(folder))
                for word in (own["naam"], *mine):
                    self.assertTrue(word.encode() in data, word)
                others = [s["naam"] for s in suppliers if s["kvk"] != kvk] + [s["kvk"] for s in suppliers if s["kvk"] != kvk]
                others += [c["contractnummer"] for c in contracts if c["leverancier_kvk"] != kvk]
                for other in others:
                    # Made-up numbers also stand in the guide, as examples.
                    if other.encode() not in empty and not any(other in m for m in mine + [own["naam"]]):
                        self.assertFalse(other.encode() in data, other)
                book = load(folder / "sjabloon.xlsx")
                self.assertEqual(contract_numbers(book), mine)
                rule, _, _ = rules_by_column(book["Inzet"])[2]
                self.assertEqual((rule.formula1, rule.errorStyle), ("Uw_contracten", "warning"))

    def test_an_earlier_template_in_the_same_folder_leaves_nothing(self):
        earlier = self.submission(afspraken=PrefillTest.COMMITMENTS)
        folder = self.template("map", "--prefill", earlier)
        self.assertIn(b"drie lessen", b"".join(output_bytes(folder)))
        self.template("map", "--profile", "eenvoudig", "--kvk", "90000003")
        for secret in (b"drie lessen", b"Voorbeeld Schoon B.V.;", b"D-0001;"):
            self.assertFalse([data[:40] for data in output_bytes(folder) if secret in data], secret)

    def test_a_number_that_two_suppliers_share_tells_nothing(self):
        register = self.folder / "register"
        register.mkdir()
        heading = ("contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime;voorbehoud;"
                   "contractmanager;rapportagefrequentie")
        row = "{};{};SCHOONMAAK;{};dienst;01-01-2026;31-12-2029;vijf_procent;geen;{}@bzk.example;kwartaal"
        (register / "contracten.csv").write_text("\n".join([
            heading, row.format("C-1", "Vreemd werk", "90000002", "vreemd"), row.format("C-1", "Eigen werk", "90000003", "eigen"),
            row.format("C-2", "Ander werk", "90000002", "ander")]) + "\n")
        (register / "verplichtingen.csv").write_text("contractnummer;percentage;status\nC-1;7,25;afgesproken\n")
        folder = self.template("eigen", "--register", register, "--kvk", "90000003")
        data = b"\n".join(output_bytes(folder))
        for other in (b"Vreemd", b"vreemd@", b"C-2", b"Ander werk", b"7,25", b"90000002"):
            self.assertFalse(other in data, other)
        self.assertTrue(b"Eigen werk" in data)

    def test_wrong_use_is_said_and_ends_with_2(self):
        other = self.submission()
        for options, word in (
            (("--kvk", "1234567"), "acht cijfers"), (("--kvk", "12345678", "--register", self.folder / "nergens"), "bestaat niet"),
            (("--kvk", "99999999", "--register", REGISTER), "99999999"), (("--register", REGISTER), "--kvk"),
            (("--prefill", other, "--kvk", "90000009"), "12345678"), (("--prefill", self.folder / "weg"), "bestaat niet"),
            (("--profile", "groot"), "profile"),
        ):
            with self.subTest(options=options):
                result = self.run_tool("template", "--output", self.folder / "uit", *options)
                self.assertEqual(result.returncode, 2)
                self.assertIn(word, result.stderr.decode())
                self.assertFalse((self.folder / "uit").exists())
        blocked = self.folder / "vol"
        blocked.write_text("geen map")
        self.assertEqual(self.run_tool("template", "--output", blocked).returncode, 3)


class GuidePage(html.parser.HTMLParser):
    """Collects what an accessible page must have."""

    VOID = {"meta"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.cells = [], set(), [], [], []
        self.language = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append(tag)
        if tag == "html":
            self.language = values.get("lang")
        if "id" in values:
            assert values["id"] not in self.ids, values["id"]
            self.ids.add(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if tag == "th":
            self.cells.append(values.get("scope"))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag


class GuideTest(TemplateTest):
    def test_the_guides_in_the_repository_are_current(self):
        folder = self.template()
        for name in ("veldengids.md", "field-guide.md"):
            self.assertEqual((folder / name).read_text(encoding="utf-8"), (ROOT / "docs" / name).read_text(encoding="utf-8"),
                             "make docs")

    def test_pages_are_whole_and_accessible(self):
        folder = self.template()
        for name, language in (("veldengids.html", "nl"), ("field-guide.html", "en")):
            text = (folder / name).read_text(encoding="utf-8")
            page = GuidePage()
            page.feed(text)
            self.assertEqual(page.open, [])
            self.assertEqual(page.language, language)
            self.assertEqual({link[1:] for link in page.links} - page.ids, set())
            self.assertTrue(all(link.startswith("#") for link in page.links), "nothing from elsewhere")
            self.assertEqual(page.tags.count("h1"), 1)
            self.assertEqual(set(page.cells), {"col", "row"})
            self.assertEqual(page.tags.count("caption"), page.tags.count("table"))
            self.assertNotIn("script", page.tags)
            self.assertIn("&gt;2j", text)

    def test_links_in_markdown_lead_somewhere(self):
        folder = self.template()
        for name in ("veldengids.md", "field-guide.md"):
            text = (folder / name).read_text(encoding="utf-8")
            targets = {part.split(")")[0] for part in text.split("](#")[1:]}
            anchors = {part.split('"')[0] for part in text.split('<a id="')[1:]}
            self.assertEqual(targets - anchors, set())


if __name__ == "__main__":
    unittest.main()
