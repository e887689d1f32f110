"""Submissions that come as a zip or a workbook instead of a folder of CSV files."""
import csv
import io
import json
import random
import resource
import shutil
import subprocess
import unittest
import zipfile

import openpyxl

import office
from support import COVER, EXAMPLES, PLACEMENT_HEADING, REGISTER, TOOL, ToolTest, placements

SHEETS = {
    "voorblad": "Voorblad", "inzet": "Inzet", "uren": "Uren", "sociale_inkoop": "Sociale inkoop",
    "activiteiten": "Activiteiten", "bewijs": "Bewijs", "gesprekken": "Gesprekken", "afspraken": "Afspraken",
    "knelpunten": "Knelpunten", "leerpunten": "Leerpunten", "voorbeelden": "Goede voorbeelden",
    "leerplekken": "Leerplekken",
}


def rows_of(text):
    """The rows of a CSV with semicolons."""
    text = text.lstrip("\ufeff")
    return [row for row in csv.reader(io.StringIO(text), delimiter=";") if row]


def book_of(tables):
    """A workbook with a sheet for each table, every cell as text."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([value or None for value in row])
    return book


class WorkbookInputTest(ToolTest):
    """Workbooks and zips give what the same tables as CSV give."""

    def book(self, tables=None, name="inzending.xlsx"):
        tables = tables or {"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(3))}
        path = self.folder / name
        book_of(tables).save(path)
        return path

    def findings(self, path, *options):
        return [
            (f["rule"], f["severity"], f["row"], f["column"], f["value"]) for f in self.check(path, *options)["findings"]
        ]

    def test_every_example_as_a_workbook_and_as_a_zip(self):
        for example in sorted(EXAMPLES.iterdir()):
            if not example.is_dir() or example.name == "haastig-excel-2026-q2":
                continue  # that one shows what goes wrong in text files
            with self.subTest(example.name):
                expected = self.check(example, "--register", REGISTER)
                tables = {
                    SHEETS[file.stem]: rows_of(file.read_text("utf-8-sig").removeprefix("sep=;\n"))
                    for file in sorted(example.glob("*.csv"))
                }
                as_book = self.check(self.book(tables, f"{example.name}.xlsx"), "--register", REGISTER)
                archive = self.folder / f"{example.name}.zip"
                with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
                    for file in example.iterdir():
                        zipped.write(file, f"map/{file.name}")
                    zipped.writestr("__MACOSX/map/._inzet.csv", b"\0\5\26\7")
                as_zip = self.check(archive, "--register", REGISTER)
                self.assertEqual(as_zip, expected)
                self.assertEqual(as_book["rows"], expected["rows"])
                self.assertEqual(
                    sorted((f["rule"], f["column"], f["value"]) for f in as_book["findings"]),
                    sorted((f["rule"], f["column"], f["value"]) for f in expected["findings"]))

    def test_findings_name_the_cell(self):
        tables = {"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(3))}
        column = tables["Inzet"][0].index("begindatum")
        tables["Inzet"][2][column] = "31-02-2026"
        tables["Sociale inkoop"] = [["contractnummer", "bedrag_excl_btw", "partner"], ["", "12,50", "Voorbeeld"]]
        path = self.book(tables, "sjabloon.xlsx")
        found = self.check(path)
        self.assertEqual(found["submission"], "sjabloon")
        dates = [f for f in found["findings"] if f["rule"] == "BST-11"]
        self.assertEqual([(f["file"], f["row"], f["line"], f["cell"]) for f in dates], [("sjabloon.xlsx", 3, None, "Inzet!H3")])
        self.assertTrue(any(f.get("cell", "").startswith("'Sociale inkoop'!") for f in found["findings"]))
        text = self.run_tool("check", path).stdout.decode()
        self.assertIn("Inzet!H3", text)
        as_csv = self.run_tool("check", path, "--format", "csv").stdout.decode().splitlines()
        self.assertTrue(any(",sjabloon.xlsx,3,,begindatum,31-02-2026," in line for line in as_csv))

    def test_a_csv_finding_has_no_cell(self):
        found = self.check(self.submission(inzet=placements().replace("01-04-2026", "31-02-2026")))
        self.assertTrue(found["findings"])
        self.assertFalse([f for f in found["findings"] if "cell" in f])

    def test_real_dates_numbers_and_titles(self):
        import datetime

        tables = {"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(2))}
        book = book_of(tables)
        sheet = book["Inzet"]
        heading = [cell.value for cell in sheet[1]]
        for row in (2, 3):
            start = sheet.cell(row, heading.index("begindatum") + 1)
            start.value = datetime.date(2026, 4, 1)
            start.number_format = "dd-mm-yyyy"
            sheet.cell(row, heading.index("uren_per_week") + 1).value = 24.5
            sheet.cell(row, heading.index("werkgever_kvk") + 1).value = 12345678
        sheet.insert_rows(1, 3)
        sheet["A1"] = "Inzet van medewerkers"
        sheet.row_dimensions[6].hidden = True
        path = self.folder / "echt.xlsx"
        book.save(path)
        plain = self.findings(self.submission(inzet=placements(2).replace(";24,0;", ";24,5;")))
        found = self.findings(path)
        # One of the rows is hidden, which is said.
        self.assertEqual([(rule, column, value) for rule, _, _, column, value in found],
                         [("BST-19", None, None)] + [(rule, column, value) for rule, _, _, column, value in plain])
        result = self.run_tool("convert", path, "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        report = openpyxl.load_workbook(self.folder / "uit" / "echt" / "rapport.xlsx")
        lines = [[str(cell.value) for cell in row if cell.value is not None] for row in report["Herkomst"].iter_rows()]
        self.assertEqual(sum("SHA-256" in line for line in lines), 1)
        self.assertTrue(any("verborgen rijen" in line and "1" in line for line in lines))
        self.assertTrue(any("echt.xlsx, blad Inzet" in line for line in lines))
        self.assertTrue(any("rij 1 boven de kolomnamen" in line and "Inzet van medewerkers" in line for line in lines))
        rows = (self.folder / "uit" / "echt" / "gegevens" / "inzet.csv").read_text("utf-8-sig")
        self.assertIn("2026-04-01", rows)
        self.assertIn("24.5", rows)

    def test_a_number_shown_as_a_percentage_or_an_amount_is_none_of_hours(self):
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(2))})
        sheet = book["Inzet"]
        hours = [cell.value for cell in sheet[1]].index("uren_per_week") + 1
        for row, (value, look) in enumerate(((0.24, "0%"), (24, '"\u20ac" 0')), 2):
            sheet.cell(row, hours).value = value
            sheet.cell(row, hours).number_format = look
        path = self.folder / "procent.xlsx"
        book.save(path)
        found = self.check(path)
        # As in a file of text, where `24%` and `€ 24` stand as they are shown.
        self.assertEqual(found["rows"]["set_aside"], 2, found["findings"])
        said = next(f for f in found["findings"] if f["rule"] == "BST-16")
        self.assertEqual((said["cell"], said["value"]), (f"Inzet!{sheet.cell(2, hours).coordinate}", "24%"))

    def test_what_a_format_says_beside_a_number_counts(self):
        heading = "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw"
        row = "BZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;F-{0};15-05-2026;1250"
        looks = {
            '"$"#,##0.00': "$", "[$\u00a3-809]#,##0.00": "\u00a3", '#,##0" x mln"': "x mln", '#,##0" per maand"': "per maand",
            "[$\u20ac-413] #,##0.00": None, '_-"\u20ac" * #,##0.00_-': None, '0.0,"k"': None, '0" st."': "st.", "#,##0.00": None,
            '"ca. "0': "ca. ", '"\u00b1"0': "\u00b1", '0"?"': "?", '0" uur"': "uur", '0" excl. btw"': None, '0" incl. btw"': "incl. btw",
            '[$\u20ac-413] #,##0" incl. btw"': "incl. btw",
        }
        rows = rows_of("\r\n".join([heading, *(row.format(number) for number in range(len(looks)))]))
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(1)), "Sociale inkoop": rows})
        sheet = book["Sociale inkoop"]
        for number, look in enumerate(looks, 2):
            sheet.cell(number, 6).value = 1250
            sheet.cell(number, 6).number_format = look
        path = self.folder / "opmaak.xlsx"
        book.save(path)
        found = [(f["row"], f["value"]) for f in self.check(path)["findings"] if f["rule"] == "BST-16"]
        asked = [(number, words) for number, words in enumerate(looks.values(), 2) if words]
        self.assertEqual([row for row, _ in found], [row for row, _ in asked], found)
        for (_, value), (_, words) in zip(found, asked):
            self.assertIn(words, value)

    def test_a_box_with_text_is_told_in_both_forms(self):
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(1))})
        plain = self.folder / "gewoon.xlsx"
        book.save(plain)
        spaces = "http://schemas.openxmlformats.org"
        drawing = (
            f'<xdr:wsDr xmlns:xdr="{spaces}/drawingml/2006/spreadsheetDrawing" xmlns:a="{spaces}/drawingml/2006/main"><xdr:twoCellAnchor>'
            "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
            "<xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
            '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Tekstvak 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
            '<xdr:spPr><a:xfrm><a:off x="100000" y="100000"/><a:ext cx="2000000" cy="800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
            "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>")
        links = (
            f'<Relationships xmlns="{spaces}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{spaces}/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>')
        for words, isTold in (("De uren zijn per maand", True), ("", False)):
            path = self.folder / f"tekstvak-{isTold}.xlsx"
            with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
                for name in old.namelist():
                    text = old.read(name).decode()
                    if name == "xl/worksheets/sheet2.xml":
                        text = text.replace(
                            "</worksheet>",
                            f'<drawing xmlns:r="{spaces}/officeDocument/2006/relationships" r:id="rId1"/></worksheet>')
                    if name == "[Content_Types].xml":
                        text = text.replace(
                            "</Types>", '<Override PartName="/xl/drawings/drawing1.xml" '
                            'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>')
                    new.writestr(name, text)
                new.writestr("xl/drawings/drawing1.xml", drawing.replace("{words}", words))
                new.writestr("xl/worksheets/_rels/sheet2.xml.rels", links)
            for file in (path, *office.saved("ods", self.folder, path)):
                with self.subTest(file=file.name):
                    found = self.check(file)["findings"]
                    self.assertEqual(["tekstvak" in f["message"] for f in found if f["rule"] == "BST-19"], [True] * isTold)
                    self.assertNotIn("per maand", json.dumps(found))

    def test_an_open_document_says_the_same_beside_a_number(self):
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(6))})
        sheet = book["Inzet"]
        hours = [cell.value for cell in sheet[1]].index("uren_per_week") + 1
        for row, look in enumerate(('"ca. "0', '0" uur"', '0" per maand"', '0"?"', '"\u00a3"0', "0"), 2):
            sheet.cell(row, hours).value = 24
            sheet.cell(row, hours).number_format = look
        path = self.folder / "opmaak.xlsx"
        book.save(path)
        office.saved("ods", self.folder, path)
        found = [
            [(f["row"], f["value"]) for f in self.check(self.folder / f"opmaak.{form}")["findings"] if f["rule"] == "BST-16"]
            for form in ("xlsx", "ods")]
        self.assertEqual([row for row, _ in found[0]], [2, 4, 5, 6])
        self.assertEqual(found[1], found[0])

    def test_digits_that_a_program_did_not_keep_are_missed(self):
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(2))})
        sheet = book["Inzet"]
        for row, number in ((2, 1.23456789012345e16), (3, 123456789012345)):
            sheet.cell(row, 1).value = number
        path = self.folder / "lang.xlsx"
        book.save(path)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data.replace(b"<v>12345678901234500</v>", b"<v>1.23456789012345E+16</v>"))
        found = self.check(path)
        self.assertEqual([(f["row"], f["column"]) for f in found["findings"] if f["rule"] == "BST-09"], [(2, "inzet_id")])

    def test_what_is_hidden_is_read_and_told(self):
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(2)), "Inzet oud": rows_of(placements(4))[:1] + rows_of(placements(4))[3:]})
        book["Inzet oud"].sheet_state = "hidden"
        book["Inzet"].row_dimensions[3].hidden = True
        path = self.folder / "verborgen.xlsx"
        book.save(path)
        found = self.check(path)
        self.assertEqual(found["rows"]["accepted"], 5)
        told = [(f["severity"], f["message"]) for f in found["findings"] if f["rule"] == "BST-19"]
        self.assertEqual([severity for severity, _ in told], ["signaal", "waarschuwing"], told)
        self.assertIn("'Inzet'", told[0][1])
        self.assertIn("'Inzet oud'", told[1][1])

    def test_rows_that_a_filter_hides_are_no_surprise(self):
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(3))})
        book["Inzet"].row_dimensions[3].hidden = True
        book["Inzet"].auto_filter.ref = "A1:L4"
        path = self.folder / "gefilterd.xlsx"
        book.save(path)
        by_hand = self.folder / "met de hand.xlsx"
        book["Inzet"].auto_filter.ref = None
        book.save(by_hand)
        for name, told in ((path, 0), (by_hand, 1)):
            found = self.check(name)
            self.assertEqual(found["rows"]["accepted"], 4)
            self.assertEqual([f["severity"] for f in found["findings"] if f["rule"] == "BST-19"], ["signaal"] * told, name)

    def test_what_stands_above_the_headings_is_shown_masked(self):
        headed = lambda words: [[word] for word in words] + rows_of(placements(1))
        tables = {
            "Voorblad": rows_of(COVER), "Inzet april": headed(["Opgesteld door Jan Jansen", "BSN 123456782"]),
            "Inzet mei": headed(["Inzet van mei"]), "Uren": [["inzet_id", "periode", "gewerkte_uren"]],
        }
        tables["Inzet mei"][2][0] = "I-99"
        path = self.book(tables)
        self.run_tool("convert", path, "--output", self.folder / "uit")
        report = openpyxl.load_workbook(self.folder / "uit" / path.stem / "rapport.xlsx")
        told = {(row[2], row[3]) for row in report["Herkomst"].iter_rows(values_only=True)}
        self.assertIn(("rij 1 van blad Inzet april boven de kolomnamen", "Opgesteld door **********"), told)
        self.assertIn(("rij 2 van blad Inzet april boven de kolomnamen", "BSN *********"), told)
        self.assertIn(("rij 1 van blad Inzet mei boven de kolomnamen", "Inzet van mei"), told)
        self.assertIn(("gelezen als", "○ Uren, zonder rijen"), told)
        self.assertEqual(self.check(path)["rows"]["read"], 3)

    def test_a_row_whose_headings_are_missing_is_no_empty_sheet(self):
        evidence = ["P-001", "P-001", "doelgroepverklaring", "in de map"]
        tables = {"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(1)), "Bewijs": [evidence]}
        found = self.check(self.book(tables))
        self.assertTrue([f for f in found["findings"] if "blad Bewijs" in (f["file"] or "") or f.get("table") == "bewijs"
                         or "bewijs" in f["message"].lower()], found["findings"])

    def test_formulas_without_result_are_said(self):
        tables = {"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(1))}
        tables["Inzet"][1][tables["Inzet"][0].index("uren_per_week")] = "=6*4"
        found = self.check(self.book(tables))
        self.assertIn(("BST-08", "Inzet!J2"), [(f["rule"], f.get("cell")) for f in found["findings"]])

    def test_guides_and_empty_sheets_are_passed_over_and_others_reported(self):
        tables = {
            "Lees dit eerst": [["Welkom"]], "Voorblad": rows_of(COVER), "INZET": rows_of(placements(1)),
            "Uren": [["inzet_id", "periode", "gewerkte_uren"]], "Keuzelijsten": [["ja"]], "Leeg": [],
            "Kladblok": [["som", "12"]],
        }
        found = self.check(self.book(tables))
        about = [f["message"] for f in found["findings"] if f["rule"] == "BST-19"]
        self.assertEqual(len(about), 1)
        self.assertIn("Het blad 'Kladblok' kennen wij niet", about[0])

    def test_a_long_table_goes_on_on_a_second_sheet(self):
        rows = rows_of(placements(4))
        rows[4][rows[0].index("begindatum")] = "31-02-2026"
        tables = {"Voorblad": rows_of(COVER), "Inzet": rows[:3], "Inzet (2)": [rows[0], *rows[3:]]}
        found = self.check(self.book(tables))
        self.assertEqual(found["rows"]["read"], 5)
        self.assertEqual([(f["row"], f["cell"]) for f in found["findings"] if f["rule"] == "BST-11"], [(3, "'Inzet (2)'!H3")])
        tables["Inzet (2)"][0] = [*rows[0][:-1], "iets anders"]
        found = self.check(self.book(tables))
        self.assertEqual(found["rows"]["read"], 5, "each value stands under its own heading, wherever the part has it")
        self.assertIn("iets anders", str([f["message"] for f in found["findings"] if f["rule"] == "BST-04"]))

    def test_an_upright_cover_is_one_thing_to_say_and_has_a_place_to_fill_in(self):
        upright = [["Rapportage social return"], ["KvK-nummer", "12345678"], ["Naam", "Voorbeeld Schoon B.V."], ["Periode", "2026-Q2"]]
        for name in ("Voorblad", "Algemeen"):
            with self.subTest(sheet=name):
                book = self.book({name: upright, "Inzet": rows_of(placements(1))})
                found = self.check(book)
                about = [f for f in found["findings"] if f["file"].startswith(book.name) and f["severity"] == "fout"
                         or f["rule"] in ("BST-19", "BST-20")]
                self.assertEqual([f["rule"] for f in about], ["BST-20"])
                self.assertIn("van boven naar beneden", about[0]["message"])
                self.run_tool("convert", book, "--output", self.folder / name)
                feedback = openpyxl.load_workbook(next((self.folder / name).glob("*/terugkoppeling.xlsx")))
                headings = [cell.value for row in feedback["Voorblad"].iter_rows(max_row=6) for cell in row]
                self.assertIn("leverancier_kvk", headings)
                self.assertNotIn("Naam", headings)

    def test_a_workbook_without_cover_asks_for_the_sheet(self):
        found = self.check(self.book({"Inzet": rows_of(placements(1)), "Uren": [["inzet_id"], ["P-001"]]}))
        self.assertTrue(any("(blad Voorblad)" in f["remedy"] for f in found["findings"]))

    def test_one_sheet_with_the_cover_in_its_columns(self):
        rows = rows_of((EXAMPLES / "eenvoudig.csv").read_text("utf-8-sig"))
        expected = self.findings(EXAMPLES / "eenvoudig.csv")
        for name, sheet in (("inzet.xlsx", "Blad1"), ("mijn rapport.xlsx", "Blad1"), ("x.xlsx", "Inzet")):
            with self.subTest(name):
                found = self.findings(self.book({sheet: rows}, name))
                self.assertEqual(
                    sorted((r, c, v or "") for r, _, _, c, v in found), sorted((r, c, v or "") for r, _, _, c, v in expected))

    def test_a_workbook_in_a_folder_or_a_zip(self):
        expected = self.findings(self.book())
        folder = self.folder / "map"
        folder.mkdir()
        shutil.copy(self.folder / "inzending.xlsx", folder)
        self.assertEqual(self.findings(folder), expected)
        with zipfile.ZipFile(self.folder / "verpakt.zip", "w") as zipped:
            zipped.write(self.folder / "inzending.xlsx", "sjabloon.xlsx")
        self.assertEqual(self.findings(self.folder / "verpakt.zip"), expected)
        # Beside CSV files of ours it is somebody's own.
        mixed = self.submission("gemengd")
        shutil.copy(self.folder / "inzending.xlsx", mixed / "eigen.xlsx")
        self.assertIn(("BST-19", "waarschuwing", None, None, None), self.findings(mixed))

    def test_bytes_go_before_names(self):
        path = self.book(name="inzending.xlsx")
        renamed = self.folder / "inzet.csv"
        shutil.copy(path, renamed)
        found = self.check(renamed)
        self.assertIn(("BST-01", "signaal"), [(f["rule"], f["severity"]) for f in found["findings"]])
        self.assertEqual(found["rows"]["read"], 4)

    def test_a_zip_in_a_zip_is_opened_and_a_deeper_one_is_named(self):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as zipped:
            zipped.writestr("inzet.csv", placements())
        with zipfile.ZipFile(self.folder / "buiten.zip", "w") as zipped:
            zipped.writestr("voorblad.csv", COVER)
            zipped.writestr("meer.zip", inner.getvalue())
        self.assertEqual(self.check(self.folder / "buiten.zip")["rows"]["read"], 2)
        middle = io.BytesIO()
        with zipfile.ZipFile(middle, "w") as zipped:
            zipped.writestr("meer.zip", inner.getvalue())
        with zipfile.ZipFile(self.folder / "buiten.zip", "w") as zipped:
            zipped.writestr("voorblad.csv", COVER)
            zipped.writestr("midden.zip", middle.getvalue())
        about = [f for f in self.check(self.folder / "buiten.zip")["findings"] if f["rule"] == "BST-19"]
        self.assertEqual([f["file"] for f in about], ["midden.zip/meer.zip"])
        self.assertIn("zipbestand in een zipbestand", about[0]["message"])

    def test_what_cannot_be_read_is_said_and_the_others_go_on(self):
        good = self.book()
        cases = {
            "kapot.xlsx": good.read_bytes()[:2000],
            "oud.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "Workbook".encode("utf-16-le") + bytes(96),
            "wachtwoord.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(96),
            "los.zip": self.zipped({"../inzet.csv": placements().encode()}),
            "brief.docx": self.zipped({
                "[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>",
                "_rels/.rels": b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'}),
            "leeg.zip": self.zipped({"lees.txt": b"hallo", "nog.txt": b"x"}),
        }
        paths = [good]
        for name, content in cases.items():
            (self.folder / name).write_bytes(content)
            paths.append(self.folder / name)
        for language, word in (("nl", "wachtwoord"), ("en", "password")):
            result = self.run_tool(
                "convert", *paths, "--output", self.folder / language, "--only", "bevindingen", "--language", language)
            self.assertEqual(result.returncode, 3)
            errors = result.stderr.decode()
            for name in cases:
                self.assertIn(name, errors)
            self.assertIn(word, errors)
            self.assertIn({"nl": "In dit zipbestand staat geen tabel.", "en": "There is no table in this zip."}[language], errors)
            self.assertTrue((self.folder / language / "inzending" / "bevindingen.json").exists())

    def zipped(self, files):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, content in files.items():
                zipped.writestr(name, content)
        return buffer.getvalue()

    def test_bombs_cost_nothing(self):
        (self.folder / "bom.zip").write_bytes(self.zipped({"inzet.csv": bytes(300 << 20)}))
        result = self.limited("bom.zip")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("te groot", result.stderr.decode())

    def limited(self, name):
        return subprocess.run(
            [TOOL, "check", str(self.folder / name), "--format", "json"], capture_output=True, timeout=120,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30)))

    def test_mutated_files_never_crash(self):
        book = self.book()
        kinds = {"a.xlsx": book.read_bytes(), "a.zip": self.zipped({"voorblad.csv": COVER.encode(), "inzet.csv": placements(20).encode()})}
        # Stored parts, so that mutations reach the XML and not only the packing.
        plain = io.BytesIO()
        with zipfile.ZipFile(book) as source, zipfile.ZipFile(plain, "w") as stored:
            for name in source.namelist():
                stored.writestr(name, source.read(name))
        kinds["b.xlsx"] = plain.getvalue()
        if office.PROGRAM:
            kinds["a.ods"] = office.saved("ods", self.folder, book)[0].read_bytes()
        dice = random.Random(20260630)
        for number in range(300):
            name = sorted(kinds)[number % len(kinds)]
            data = bytearray(kinds[name])
            if number % 5 == 0:
                data = data[: dice.randrange(len(data))]
            else:
                for _ in range(dice.randrange(1, 12)):
                    data[dice.randrange(len(data))] = dice.randrange(256)
            (self.folder / name).write_bytes(bytes(data))
            result = self.limited(name)
            with self.subTest(number=number, name=name):
                self.assertIn(result.returncode, (0, 1, 3), result.stderr.decode(errors="replace")[-500:])
                self.assertTrue(result.stdout or result.stderr)

    def test_libreoffice_writes_what_we_read(self):
        import datetime

        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(2))})
        sheet = book["Inzet"]
        heading = [cell.value for cell in sheet[1]]
        sheet.cell(2, heading.index("begindatum") + 1).value = datetime.date(2026, 4, 1)
        sheet.cell(2, heading.index("uren_per_week") + 1).value = 24.5
        sheet.cell(3, heading.index("uren_per_week") + 1).value = "=12*2"
        sheet["L2"] = "twee\nregels"
        path = self.folder / "bron.xlsx"
        book.save(path)
        found = self.check(*office.saved("ods", self.folder, path))
        self.assertEqual(found["rows"], {"read": 3, "accepted": 3, "set_aside": 0})
        self.assertFalse([f for f in found["findings"] if f["rule"].startswith("BST")])

    def test_personal_data_never_leave(self):
        tables = {"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(1, note="bsn 123456782"))}
        path = self.book(tables)
        result = self.run_tool("convert", path, "--output", self.folder / "uit")
        self.assertIn(result.returncode, (0, 1))
        for file in (self.folder / "uit").rglob("*"):
            if file.is_file():
                data = file.read_bytes()
                self.assertNotIn(b"123456782", data)
                if zipfile.is_zipfile(file):
                    with zipfile.ZipFile(file) as zipped:
                        for part in zipped.namelist():
                            self.assertNotIn(b"123456782", zipped.read(part))


if __name__ == "__main__":
    unittest.main()
