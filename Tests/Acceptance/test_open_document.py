"""`consolidate --ods`: the same tables as an OpenDocument spreadsheet, opened by LibreOffice and laid beside the CSV."""
import csv
import datetime
import unittest
import warnings
import xml.dom.minidom
import zipfile

import openpyxl

import office
import story
from support import ToolTest

warnings.simplefilter("ignore")


class OpenDocumentTest(ToolTest):
    def consolidated(self, *options):
        story.make(self.folder)
        # What a supplier writes must not become markup: signs of XML, blanks that follow each other, a new line.
        lessons = next((self.folder / "in").glob("l01-q1/leerpunten.csv"))
        lines = lessons.read_text("utf-8").splitlines()
        lessons.write_text("\n".join([lines[0], *(line.replace("proefdag", 'R&D <b>"dag"</b>  twee') for line in lines[1:])]), "utf-8")
        for only in ("gegevens", "bevindingen"):
            self.run_tool("convert", *sorted((self.folder / "in").iterdir()), "--register", self.folder / "register", "--output",
                          self.folder / "uit", "--only", only, "--quiet")
        result = self.run_tool("consolidate", self.folder / "uit", "--register", self.folder / "register", "--output",
                               self.folder / "m.xlsx", *options)
        return result

    def test_every_sheet_holds_what_the_csv_holds_whoever_asks_for_it(self):
        result = self.consolidated("--ods")
        self.assertIn("m.ods", result.stdout.decode())
        path = self.folder / "m.ods"
        with zipfile.ZipFile(path) as package:
            first = package.infolist()[0]
            self.assertEqual((first.filename, first.compress_type), ("mimetype", zipfile.ZIP_STORED))
            self.assertEqual(package.read("mimetype"), b"application/vnd.oasis.opendocument.spreadsheet")
            for name in package.namelist():
                if name.endswith(".xml"):
                    xml.dom.minidom.parseString(package.read(name))
        if not office.PROGRAM:
            self.check_runs()
            self.skipTest("LibreOffice is not here")
        (back,) = office.saved("xlsx:Calc MS Excel 2007 XML", self.folder / "terug", path)
        book, ours = openpyxl.load_workbook(back), openpyxl.load_workbook(self.folder / "m.xlsx", read_only=True)
        tables = {table.stem: table for table in (self.folder / "m-gegevens").glob("*.csv")}
        self.assertEqual(len(book.sheetnames), len(tables) + 1)
        self.assertLessEqual(set(book.sheetnames), set(ours.sheetnames))
        cells = 0
        for sheet in book.worksheets[1:]:
            slug = sheet.title.lower().replace(" ", "-").replace("ë", "e")
            with open(tables[slug], encoding="utf-8", newline="") as file:
                expected = list(csv.reader(file))[1:]
            rows = [row for row in sheet.iter_rows(min_row=2, max_col=sheet.max_column, values_only=True)][:len(expected)]
            self.assertEqual(len(rows), len(expected), sheet.title)
            for seen, line in zip(rows, expected):
                for value, text in zip(seen, line):
                    cells += 1
                    if isinstance(value, datetime.datetime):
                        self.assertEqual(value.date().isoformat(), text)
                    elif isinstance(value, (int, float)):
                        self.assertAlmostEqual(float(value), float(text), 9)
                    else:
                        self.assertEqual((value or "").replace("\xa0", " "), text)
        self.assertGreater(cells, 1_000)
        self.assertTrue(any("R&D" in str(row) for row in book["Leren"].iter_rows(values_only=True)))
        # In front stands what each sheet shows, and that figures are rounded.
        guide = [row[:3] for row in book["Leeswijzer"].iter_rows(min_row=2, values_only=True)]
        self.assertIn("afgerond", guide[0][1])
        self.assertEqual([row[0] for row in guide[1:] if row[0]], book.sheetnames[1:])
        self.check_runs()

    def check_runs(self):
        """The same results give the same bytes, and nobody gets the file unasked."""
        before = (self.folder / "m.ods").read_bytes()
        (self.folder / "m.ods").unlink()
        arguments = ("consolidate", self.folder / "uit", "--register", self.folder / "register", "--quiet", "--output")
        self.run_tool(*arguments, self.folder / "m.xlsx")
        self.assertFalse((self.folder / "m.ods").exists())
        self.run_tool(*arguments, self.folder / "m.xlsx", "--ods")
        self.assertEqual((self.folder / "m.ods").read_bytes(), before)
        self.run_tool(*arguments, self.folder / "deel.xlsx", "--ods", "--by", "category")
        self.assertEqual(len(list(self.folder.glob("deel-*.ods"))), len(list(self.folder.glob("deel-*.xlsx"))))
        refused = self.run_tool(*arguments, self.folder / "m.jsonl", "--ods")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--ods", refused.stderr.decode())


if __name__ == "__main__":
    unittest.main()
