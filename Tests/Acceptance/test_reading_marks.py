"""What a workbook shows besides its values: lines through them, comments, amounts, days that count from 1904. It is told, in XLSX and ODS alike."""
import csv
import datetime
import io
import re
import zipfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import office
from support import COVER, PLACEMENT_HEADING, REGISTER, ToolTest, placements
from test_workbook_input import book_of, rows_of

STRUCK = Font(strike=True)
HOURS = [["inzet_id", "periode", "gewerkte_uren"], ["P-001", "2026-04", "90"], ["P-001", "2026-05", "91"]]


class BookCase(ToolTest):
    """One workbook a case, to which something is done."""

    def setUp(self):
        super().setUp()
        self.number = 0

    def book(self, change, **tables):
        self.number += 1
        book = book_of({"Voorblad": rows_of(COVER), "Inzet": rows_of(placements(2)), "Uren": HOURS, **tables})
        change(book)
        path = self.folder / f"boek{self.number}.xlsx"
        book.save(path)
        return path

    def told(self, path, *rules):
        """Rule, severity, row and column of what is found by `rules`."""
        found = self.check(path, "--register", REGISTER)
        return [(f["rule"], f["severity"], f["row"], f["column"]) for f in found["findings"] if f["rule"] in rules]

    def read(self, path, table, column):
        self.run_tool("convert", path, "--output", self.folder / "uit", "--register", REGISTER, "--only", "gegevens")
        text = (self.folder / "uit" / path.stem / "gegevens" / f"{table}.csv").read_text()
        return [row[column] for row in csv.DictReader(io.StringIO(text))]


class MarksTest(BookCase):
    """Lines, comments, amounts and days."""

    def mark(self, book):
        """Strikes a row, a cell and a part of a text; writes comments at a value, at an empty cell, beside the table and at a heading."""
        places, hours = book["Inzet"], book["Uren"]
        heading = PLACEMENT_HEADING.split(";")
        for cell in hours[3]:
            cell.font = STRUCK
        places.cell(2, heading.index("uren_per_week") + 1).font = STRUCK
        places.cell(3, heading.index("verband_opdracht") + 1).value = CellRichText(
            TextBlock(InlineFont(strike=True), "direct"), " bevoorrading")
        for row, column in ((2, heading.index("begindatum")), (3, heading.index("einddatum")), (1, 0)):
            places.cell(row, column + 1).comment = Comment("niet meer geldig", "Voorbeeld")
        hours.cell(2, 7).comment = Comment("zie mail", "Voorbeeld")

    EXPECTED = [
        ("BST-25", "signaal", 2, "begindatum"), ("BST-25", "waarschuwing", 2, "uren_per_week"), ("BST-25", "signaal", 3, "einddatum"),
        ("BST-25", "waarschuwing", 3, "verband_opdracht"), ("BST-25", "signaal", 2, None), ("BST-25", "waarschuwing", 3, None)]

    def test_what_is_struck_or_commented_is_told_and_read_as_it_stands(self):
        path = self.book(self.mark)
        self.assertEqual(self.told(path, "BST-25"), self.EXPECTED)
        self.assertEqual(self.read(path, "uren", "gewerkte_uren"), ["90", "91"])
        self.assertEqual(self.read(path, "inzet", "verband_opdracht"), ["direct: bevoorrading", "direct bevoorrading"])
        self.assertEqual(self.told(self.book(lambda _: None), "BST-25"), [])

    def test_an_open_document_says_the_same(self):
        path = self.book(self.mark)
        self.assertEqual(self.told(*office.saved("ods", self.folder, path), "BST-25"), self.EXPECTED)

    def test_no_word_of_a_comment_is_shown(self):
        path = self.book(self.mark)
        result = self.run_tool("convert", path, "--output", self.folder / "uit", "--register", REGISTER)
        self.assertEqual(result.returncode, 0)
        for output in (self.folder / "uit" / path.stem).rglob("*"):
            if output.is_file():
                self.assertNotIn(b"niet meer geldig", output.read_bytes(), output.name)

    def test_an_amount_among_numbers_is_asked_about(self):
        for code in ("€ #,##0.00", '"€" #,##0', "[$€-413] #,##0.00", '_ "€" * #,##0.00_ ', "#,##0.00 [$€-1]"):
            def amount(book):
                cell = book["Uren"]["C2"]
                cell.value, cell.number_format = 90, code
            path = self.book(amount)
            self.assertEqual(self.told(path, "BST-16"), [("BST-16", "fout", 2, "gewerkte_uren")], code)
            if code == "[$€-413] #,##0.00" and office.PROGRAM:
                self.assertEqual(self.told(*office.saved("ods", self.folder, path), "BST-16"), [("BST-16", "fout", 2, "gewerkte_uren")])

    def test_an_amount_among_amounts_is_an_amount(self):
        heading = ["contractnummer", "partner_kvk", "partner_naam", "factuurnummer", "factuurdatum", "bedrag_excl_btw"]

        def amount(book):
            cell = book["Sociale inkoop"]["F2"]
            cell.value, cell.number_format = 1250.5, '_ "€" * #,##0.00_ '
        path = self.book(amount, **{"Sociale inkoop": [
            heading, ["BZK-2026-0147", "90000001", "Voorbeeld Sociaal Werk B.V.", "F-1", "15-05-2026", "0"]]})
        self.assertEqual((self.told(path, "BST-16"), self.read(path, "sociale_inkoop", "bedrag_excl_btw")), ([], ["1250.50"]))

    def test_numbers_of_days_count_from_the_day_of_the_workbook(self):
        begin = PLACEMENT_HEADING.split(";").index("begindatum") + 1
        for since_1904 in (False, True):
            for value in (46113 - 1462 * since_1904, str(46113 - 1462 * since_1904)):
                def number(book):
                    if since_1904:
                        book.epoch = CALENDAR_MAC_1904
                    book["Inzet"].cell(2, begin).value = value
                    book["Inzet"].cell(3, begin).value = datetime.date(2026, 4, 1)
                path = self.book(number)
                self.assertEqual(self.read(path, "inzet", "begindatum"), ["2026-04-01"] * 2, (since_1904, value))
                self.assertEqual(self.told(path, "BST-11"), [("BST-11", "waarschuwing", 2, "begindatum")])


class UnseenTest(BookCase):
    """What a reader of a sheet sees, and a program does not, or the other way about: each is told, in XLSX and ODS alike, and read as it stands."""

    THREAD = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="J3" personId="{1}" id="{2}"><text>dit moet 32 zijn</text></threadedComment>'
        '<threadedComment ref="J3" personId="{1}" id="{3}" parentId="{2}"><text>ja</text></threadedComment></ThreadedComments>')
    RELATION = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>')

    def both(self, change):
        """The workbook that `change` makes, and what LibreOffice makes of it where there is one."""
        path = self.book(change)
        return [path] + (office.saved("ods", self.folder, path) if office.PROGRAM else [])

    def change_parts(self, path, change):
        """Writes the workbook at `path` again with its parts as `change` leaves them."""
        with zipfile.ZipFile(path) as book:
            parts = {name: book.read(name).decode() for name in book.namelist()}
        change(parts)
        with zipfile.ZipFile(path, "w") as book:
            for name, part in parts.items():
                book.writestr(name, part)

    def test_a_value_that_is_not_shown(self):
        def hide(code, value=None):
            def change(book):
                cell = book["Inzet"]["J3"]
                cell.value, cell.number_format = value or cell.value, code
            return change

        def white(book):
            book["Inzet"]["J3"].font = Font(color="FFFFFFFF")

        for name, change in {
                "numbers": hide(";;;", 24), "texts": hide(";;;"), "no digits": hide('"x"', 24), "two sections": hide(";;", 24),
                "white": white}.items():
            for path in self.both(change):
                with self.subTest(name=name, path=path.suffix):
                    self.assertEqual(self.told(path, "BST-25"), [("BST-25", "waarschuwing", 3, "uren_per_week")])
                    self.assertEqual(self.read(path, "inzet", "uren_per_week"), ["24", "24"])

    def test_what_is_usual_is_not_told(self):
        def change(book):
            for sheet in book:
                sheet.oddFooter.center.text, sheet.oddHeader.left.text = "Pagina &P van &N", "&A"
                for cell in sheet[1]:
                    cell.font, cell.fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF003366")
            places = book["Inzet"]
            for row, code in ((2, "#,##0;-#,##0;;@"), (3, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ')):
                places.cell(row, 10).value, places.cell(row, 10).number_format = 24, code
            places["L3"] = "begonnen na scholing"
            places.merge_cells("L3:O3")
            places.insert_rows(1)
            places["A1"] = "Inzet van het tweede kwartaal"
            places.merge_cells("A1:L1")

        for path in self.both(change):
            self.assertEqual(self.told(path, "BST-25", "BST-19"), [], path.suffix)

    def test_a_value_over_cells_to_its_right(self):
        for path in self.both(lambda book: book["Inzet"].merge_cells("H3:I3")):
            self.assertEqual(self.told(path, "BST-25"), [("BST-25", "waarschuwing", 3, "begindatum")], path.suffix)

    def test_text_above_and_below_pages_is_told_once(self):
        def change(kind):
            def on_each(book):
                for sheet in book:
                    getattr(sheet, kind).center.text = "P-002 telt niet mee, pagina &P"
                    sheet.HeaderFooter.differentFirst = kind.startswith("first")
            return on_each

        for kind in ("oddHeader", "oddFooter", "firstHeader"):
            for path in self.both(change(kind)):
                found = self.check(path, "--register", REGISTER)["findings"]
                told = [f for f in found if "kop- of voettekst" in f["message"]]
                self.assertEqual([(f["rule"], f["severity"]) for f in told], [("BST-19", "signaal")], (kind, path.suffix))
                self.assertNotIn("P-002", told[0]["message"])

    def test_answers_at_a_cell_without_a_note(self):
        path = self.book(lambda _: None)
        self.change_parts(path, lambda parts: parts.update({
            "xl/worksheets/_rels/sheet2.xml.rels": self.RELATION, "xl/threadedComments/threadedComment1.xml": self.THREAD}))
        self.assertEqual(self.told(path, "BST-25"), [("BST-25", "signaal", 3, "uren_per_week")])

    def test_values_from_another_workbook(self):
        for formula, isTold in {
                "[1]Blad1!A1": True, "'[1]Blad 1'!$A$1": True, "VLOOKUP(A3,[2]Lijst!A:C,3,FALSE)": True, "'C:\\[x.xlsx]Blad1'!A1": True,
                'IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""https://x"",""A1"")"),24)': True, 'WEBSERVICE("https://x")': True,
                "SUM(Tabel1[Uren])": False, "Tabel1[[#This Row],[1]]": False, "Tabel1[[1],[2]]": False, "A1&amp;\"[1]Blad1!A1\"": False}.items():
            path = self.book(lambda book: book["Inzet"].__setitem__("J3", "=1+1"))
            cell, sheet = f'<c r="J3"><f>{formula}</f><v>24</v></c>', "xl/worksheets/sheet2.xml"
            self.change_parts(path, lambda parts: parts.update(
                {sheet: re.sub(r'<c r="J3"[^>]*>.*?</c>', lambda _: cell, parts[sheet])}))
            expected = [("BST-25", "signaal", None, "uren_per_week")] if isTold else []
            self.assertEqual(self.told(path, "BST-25"), expected, formula)
            self.assertEqual(self.read(path, "inzet", "uren_per_week"), ["24", "24"])


class OpenDocumentLinksTest(BookCase):
    """Cells, runs of cells and sheets that LibreOffice fetches from another file, as it writes them; and links, which fetch nothing."""

    FILE = 'xlink:type="simple" xlink:href="file:///C:/personeel.ods" table:filter-name="calc8"'
    RUN = '<table:cell-range-source table:name="x" {} table:last-column-spanned="{}" table:last-row-spanned="1"/>'

    def sheet(self, cell, before=""):
        """A workbook in which `cell` stands in uren_per_week of the first placement, and `before` at the beginning of that sheet."""
        spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
        tables = []
        for name, text in (("Voorblad", COVER), ("Inzet", placements(2))):
            rows = [line.split(";") for line in text.split("\r\n") if line]
            cells = [[f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>' for value in row]
                     for row in rows]
            if name == "Inzet":
                cells[1][9] = cell or cells[1][9]
            lines = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in cells)
            tables.append(f'<table:table table:name="{name}">{before if name == "Inzet" else ""}{lines}</table:table>')
        content = (f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:spreadsheet>'
                   f'{"".join(tables)}</office:spreadsheet></office:body></office:document-content>')
        path = self.folder / "koppeling.ods"
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            book.writestr("content.xml", content)
        return path

    def test_what_is_fetched_is_told(self):
        number = '<table:table-cell {} office:value-type="float" office:value="24">{}<text:p>24</text:p></table:table-cell>'
        for name, cell in {
                "formula": number.format("table:formula=\"of:=['file:///C:/p.ods'#$Blad1.B4]\"", ""),
                "other program": number.format('table:formula="of:=DDE(&quot;soffice&quot;;&quot;p.ods&quot;;&quot;Blad1.A1&quot;)"', ""),
                "run of cells": number.format("", self.RUN.format(self.FILE, 1))}.items():
            path = self.sheet(cell)
            self.assertEqual(self.told(path, "BST-25"), [("BST-25", "signaal", None, "uren_per_week")], name)
            self.assertEqual(self.read(path, "inzet", "uren_per_week"), ["24", "24"])
        wide = self.sheet(number.format("", self.RUN.format(self.FILE, 2)))
        self.assertEqual([column for *_, column in self.told(wide, "BST-25")], ["uren_per_week", "verband_opdracht"])
        whole = self.sheet("", f'<table:table-source {self.FILE} table:table-name="Blad1"/>')
        self.assertEqual(self.told(whole, "BST-19", "BST-25"), [("BST-19", "signaal", None, None)])

    def test_a_link_fetches_nothing(self):
        cell = ('<table:table-cell office:value-type="string"><text:p><text:a xlink:href="file:///C:/p.ods" xlink:type="simple">24</text:a>'
                ' <text:a xlink:href="https://x.example">uur</text:a></text:p></table:table-cell>')
        path = self.sheet(cell)
        self.assertEqual((self.told(path, "BST-25", "BST-19"), self.read(path, "inzet", "uren_per_week")), ([], ["24", "24"]))


class OwnNotesTest(ToolTest):
    """The notes of our own feedback say nothing new, until somebody writes in them."""

    def feedback(self):
        folder = self.submission("eerst", inzet=placements(2).replace("24,0", "veel", 1))
        self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
        return self.folder / "uit" / "eerst" / "terugkoppeling.xlsx"

    def told(self, path):
        return [f["column"] for f in self.check(path, "--register", REGISTER)["findings"] if f["rule"] == "BST-25"]

    def test_untouched_they_are_passed_over(self):
        path = self.feedback()
        self.assertEqual(self.told(path), [])
        again = self.folder / "opnieuw.xlsx"
        openpyxl.load_workbook(path).save(again)
        self.assertEqual(self.told(again), [])
        if office.PROGRAM:
            self.assertEqual(self.told(*office.saved("ods", self.folder, path)), [])

    def test_an_answer_in_a_note_is_told(self):
        book = openpyxl.load_workbook(self.feedback())
        noted = [cell for row in book["Inzet"].iter_rows(min_row=5) for cell in row if cell.comment]
        self.assertGreater(len(noted), 0)
        noted[0].comment.text += "\nDit moet 24 zijn."
        path = self.folder / "antwoord.xlsx"
        book.save(path)
        self.assertEqual(len(self.told(path)), 1)

    def test_a_note_or_a_line_at_a_correction_is_told(self):
        book = openpyxl.load_workbook(self.feedback())
        sheet = book["Inzet"]
        sheet["B5"].comment, sheet["C6"].comment = Comment("24", "Voorbeeld"), Comment("klopt", "Voorbeeld")
        sheet["B6"].value, sheet["B6"].font = "uren_per_week: 32", STRUCK
        path = self.folder / "bij-correctie.xlsx"
        book.save(path)
        told = [("Correctie", 5), ("Correctie", 6), ("Uw antwoord", 6)]
        found = [f for f in self.check(path, "--register", REGISTER)["findings"] if f["rule"] == "BST-25"]
        self.assertEqual([(f["column"], f["row"]) for f in found], told)
        self.assertEqual({f["severity"] for f in found}, {"waarschuwing"})
        if office.PROGRAM:
            found = self.check(*office.saved("ods", self.folder, path), "--register", REGISTER)["findings"]
            self.assertEqual([(f["column"], f["row"]) for f in found if f["rule"] == "BST-25"], told)

    def test_the_notes_of_an_earlier_version_are_known(self):
        """Their authors held another fingerprint."""
        book = openpyxl.load_workbook(self.feedback())
        noted = [cell for row in book["Inzet"].iter_rows(min_row=5) for cell in row if cell.comment]
        for cell in noted:
            cell.comment.author = "maatwerk 0badcafe"
        path = self.folder / "eerder.xlsx"
        book.save(path)
        self.assertEqual(self.told(path), [])
        noted[0].comment.text += "\nDit moet 24 zijn."
        book.save(path)
        self.assertEqual(len(self.told(path)), 1)

    def test_a_word_for_nothing_as_a_correction_empties_no_other_cell(self):
        """Two cells of the row are marked, the hours and the last day, and only the last day may be empty."""
        heading = PLACEMENT_HEADING.split(";")
        rows = placements(1).replace("01-04-2026;;", "01-04-2026;30-09-2026;").replace("24,0", "veel")
        folder = self.submission("dag", inzet=rows)
        self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
        for number, word in enumerate(("-", "n.v.t.", "...")):
            book = openpyxl.load_workbook(self.folder / "uit" / "dag" / "terugkoppeling.xlsx")
            sheet = book["Inzet"]
            marked = [sheet.cell(4, cell.column).value for cell in sheet[5] if cell.comment]
            self.assertIn("einddatum", marked)
            self.assertIn("einddatum", heading)
            sheet["B5"] = word
            path = self.folder / f"niets{number}.xlsx"
            book.save(path)
            found = self.check(path, "--register", REGISTER)
            self.assertIn(("BST-16", 5, "uren_per_week"), [(f["rule"], f["row"], f["column"]) for f in found["findings"]])
            self.assertIn(("INZ-26", 5, "einddatum"), [(f["rule"], f["row"], f["column"]) for f in found["findings"]], word)
            self.assertIn(("BST-04", 5), [(f["rule"], f["row"]) for f in found["findings"]], word)


if __name__ == "__main__":
    import unittest
    unittest.main()
