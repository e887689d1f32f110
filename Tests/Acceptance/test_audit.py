"""`maatwerk audit`: whether a workbook can be read by all, trusted and shared."""
import io
import json
import zipfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.table import Table

from support import EXAMPLES, REGISTER, ToolTest


class AuditTest(ToolTest):
    def audit(self, path, status=None):
        done = self.run_tool("audit", path, "--format", "json")
        document = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if document["counts"].get("fout") else 0, done.stderr.decode())
        if status is not None:
            self.assertEqual(done.returncode, status, document)
        return {(finding["check"], finding.get("sheet")): finding for finding in document["findings"]}

    def workbook(self, name="boek.xlsx", **properties):
        """A workbook without a fault: a title, a language, and a table with headings."""
        book = openpyxl.Workbook()
        book.properties.title, book.properties.language = "Overzicht", "nl-NL"
        sheet = book.active
        sheet.title = "Blad"
        sheet.append(["Kenmerk", "Aantal", "Toelichting"])
        for number in range(1, 13):
            sheet.append([f"K-{number}", number, "goed"])
        table = Table(displayName="T_Blad", ref="A1:C13")
        sheet.add_table(table)
        return book, sheet

    def saved(self, book, name="boek.xlsx"):
        path = self.folder / name
        book.save(path)
        return path

    def test_a_sound_workbook_has_nothing(self):
        book, _ = self.workbook()
        self.assertEqual(self.audit(self.saved(book), status=0), {})

    def test_a_formula_has_a_result_by_its_type_not_by_its_words(self):
        book, _ = self.workbook()
        source = self.saved(book, "bron.xlsx")
        # An empty text is a result when the type says that it is a text; the words of the formula say nothing.
        cells = {"E1": ('', '<f>IF(B2="","",1)</f>'), "F1": (' t="str"', '<f>IF(B2=1,"",A2)</f><v></v>'), "G1": (' t="str"', "<f>T(B2)</f>"),
                 "H1": ('', "<f>T(B2)</f><v></v>"), "I1": ('', "<f>SUM(B2:B4)</f><v>6</v>"), "J1": ('', "<f>SUM(B2:B4)</f>")}
        added = "".join(f'<c r="{place}"{kind}>{inner}</c>' for place, (kind, inner) in cells.items())
        path = self.folder / "getypeerd.xlsx"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                data = old.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    data = data.replace(b"</row>", added.encode() + b"</row>", 1)
                new.writestr(name, data)
        self.assertEqual(self.audit(path)["WBK-13", "Blad"]["places"], ["E1", "H1", "J1"])

    def test_each_fault_is_found_at_its_place(self):
        def without_properties(book, sheet):
            book.properties.title = book.properties.language = None

        def no_table(book, sheet):
            del sheet.tables["T_Blad"]

        def heading_missing(book, sheet):
            sheet["B1"] = None

        def chart(book, sheet):
            chart = BarChart()
            chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5), titles_from_data=True)
            sheet.add_chart(chart, "H2")

        def grey(book, sheet):
            sheet["C3"].font = Font(color="FFAAAAAA")

        def white_on_yellow(book, sheet):
            sheet["C3"].font, sheet["C3"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FFFFFF00")

        def cut_off(book, sheet):
            sheet["B4"], sheet["C4"] = "een lange tekst die nooit in een kolom van acht letters past", "vol"

        def cut_off_below(book, sheet):
            sheet["C4"] = "een tekst van veel regels " * 12
            sheet["C4"].alignment = Alignment(wrap_text=True)
            sheet.row_dimensions[4].height = 15

        def link(book, sheet):
            sheet["C5"].hyperlink = "https://voorbeeld.example/pagina"
            sheet["C5"] = "https://voorbeeld.example/pagina"

        def empty_column(book, sheet):
            sheet["F2"] = "los"

        def empty_row(book, sheet):
            for column in "ABC":
                sheet[f"{column}6"] = None

        def text_number(book, sheet):
            sheet["B7"] = "12,5"

        def hidden(book, sheet):
            book.create_sheet("Geheim").sheet_state = "hidden"

        def not_at_the_start(book, sheet):
            other = book.create_sheet("Later")
            other["C3"] = "hier begint het"

        cases = [
            (without_properties, "WBK-01", None, []), (without_properties, "WBK-02", None, []),
            (no_table, "WBK-03", "Blad", ["1-13"]), (heading_missing, "WBK-04", "Blad", ["B1"]),
            (chart, "WBK-05", "Blad", None), (grey, "WBK-06", "Blad", ["C3"]), (white_on_yellow, "WBK-06", "Blad", ["C3"]),
            (lambda book, sheet: sheet.merge_cells("E2:F3"), "WBK-07", "Blad", ["E2:F3"]),
            (empty_column, "WBK-08", "Blad", ["D", "E"]), (empty_row, "WBK-09", "Blad", ["6"]),
            (cut_off, "WBK-10", "Blad", ["B4"]), (cut_off_below, "WBK-10", "Blad", ["C4"]),
            (link, "WBK-11", "Blad", ["C5"]), (not_at_the_start, "WBK-12", "Later", ["C3"]),
            (lambda book, sheet: sheet.__setitem__("E1", "=SUM(B2:B13)"), "WBK-13", "Blad", ["E1"]),
            (text_number, "WBK-14", "Blad", ["B7"]), (lambda book, sheet: sheet.__setitem__("C9", "#REF!"), "WBK-15", "Blad", ["C9"]),
            (hidden, "WBK-16", "Geheim", []),
            (lambda book, sheet: sheet.__setitem__("C2", "BSN 123456782"), "WBK-19", "Blad", ["C2"]),
            (lambda book, sheet: sheet.__setitem__("C2", "rekening NL91ABNA0417164300"), "WBK-19", "Blad", ["C2"]),
            (lambda book, sheet: sheet.__setitem__("C2", "gesproken met mevrouw Jansen"), "WBK-19", "Blad", ["C2"]),
        ]
        for number, (fault, check, sheet, places) in enumerate(cases):
            with self.subTest(check=check, number=number):
                book, own = self.workbook()
                fault(book, own)
                found = self.audit(self.saved(book, f"{number}.xlsx"))
                self.assertIn((check, sheet), found)
                if places is not None:
                    self.assertEqual(found[check, sheet]["places"], places)

    def test_a_table_that_claims_a_whole_sheet(self):
        """Rows that a table says it has are counted, whether they are stored or not."""
        book, sheet = self.workbook()
        sheet.tables["T_Blad"].ref = "A1:C1048576"
        found = self.audit(self.saved(book))["WBK-09", "Blad"]
        self.assertEqual((found["count"], found["places"][:2]), (1048576 - 13, ["14", "15"]))

    def test_the_value_is_never_shown(self):
        book, sheet = self.workbook()
        sheet["C2"] = "BSN 123456782"
        done = self.run_tool("audit", self.saved(book))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"C2", done.stdout)
        self.assertNotIn(b"123456782", done.stdout + done.stderr)

    def test_our_own_workbooks_pass(self):
        names = sorted(path.name for path in EXAMPLES.iterdir() if not path.name.startswith("."))
        done = self.run_tool("convert", *(EXAMPLES / name for name in names), "--register", REGISTER,
                             "--output", self.folder / "uit", "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        results = [path for path in sorted((self.folder / "uit").iterdir()) if (path / "bevindingen.json").exists()]
        for options in ([], ["--exact"]):
            book = self.folder / f"ministerie{len(options)}.xlsx"
            done = self.run_tool("consolidate", *results, "--register", REGISTER, "--output", book, *options, "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.run_tool("template", "--output", self.folder / "sjabloon", "--quiet")
        books = sorted(self.folder.rglob("*.xlsx"))
        self.assertGreater(len(books), 2 * len(results) + 2)
        for book in books:
            with self.subTest(book.name):
                # A hidden sheet is told of a feedback, which carries the first delivery on one.
                found = [finding for finding in self.audit(book).values() if finding["severity"] != "signaal"]
                self.assertEqual(found, [])

    def test_what_cannot_be_read_is_told(self):
        book, _ = self.workbook()
        sound = self.saved(book)
        data = sound.read_bytes()
        broken = {"half.xlsx": data[: len(data) // 2], "tekst.xlsx": b"geen werkboek", "leeg.xlsx": b""}
        for name, contents in broken.items():
            (self.folder / name).write_bytes(contents)
            done = self.run_tool("audit", sound, self.folder / name)
            self.assertEqual(done.returncode, 3, name)
            self.assertIn(name, done.stderr.decode())
            self.assertIn("boek.xlsx", done.stdout.decode())
        done = self.run_tool("audit", self.folder / "tekst.xlsx")
        self.assertIn("is geen werkmap", done.stderr.decode())
        package = io.BytesIO()
        with zipfile.ZipFile(sound) as old, zipfile.ZipFile(package, "w") as new:
            for entry in old.namelist():
                text = old.read(entry)
                new.writestr(entry, text.replace(b"<sheetData>", b"<sheetData><row r='0'><c r='A0'/></row>"))
        (self.folder / "rij0.xlsx").write_bytes(package.getvalue())
        self.assertEqual(self.run_tool("audit", self.folder / "rij0.xlsx").returncode, 3)
        self.assertEqual(self.run_tool("audit", self.folder / "niets.xlsx").returncode, 2)
