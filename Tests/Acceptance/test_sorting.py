"""Sorting and filtering a table of a workbook changes no figure elsewhere, and leads no link to another row."""
import json
import pathlib
import subprocess

from roundtrip import load
import story
from support import EXAMPLES, REGISTER, ToolTest

SORTING = pathlib.Path(__file__).parent / "sorting_in_office.py"


class SortingTest(ToolTest):
    def examined(self, *paths):
        result = subprocess.run(["/usr/bin/python3", SORTING, *paths], capture_output=True, text=True, timeout=1200)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def assert_sorts(self, path, least_tables, least_links):
        found = self.examined(path)[str(path)]
        self.assertEqual(found["differences"], [])
        self.assertGreaterEqual(len(found["tables"]), least_tables, found["tables"])
        self.assertGreater(found["figures"], 20)
        self.assertGreaterEqual(found["links"], least_links)

    def converted(self, *names, register=REGISTER):
        output = self.folder / "uit"
        for name in names:
            self.run_tool("convert", name, "--register", register, "--output", output, "--quiet")
        return output

    def test_reports(self):
        names = ("schoonmaak-sanitair-2026-q2", "haastig-excel-2026-q2", "groen-klassiek-2026-h1")
        output = self.converted(*(EXAMPLES / name for name in names))
        for name in names:
            with self.subTest(name=name):
                self.assert_sorts(output / name / "rapport.xlsx", 6, 3)

    def test_the_workbook_of_the_ministry(self):
        output = self.folder / "gemaakt"
        self.run_tool("generate", "--output", output, "--suppliers", "12", "--rows", "30", "--seed", "5", "--error-rate", "0.1")
        made = self.folder / "uit"
        inbox = sorted((output / "inzendingen").iterdir())
        self.run_tool("convert", *inbox, "--register", output / "register", "--output", made, "--quiet")
        for options in ([], ["--exact"]):
            with self.subTest(options=options):
                path = self.folder / f"ministerie{len(options)}.xlsx"
                result = self.run_tool("consolidate", made, "--register", output / "register", "--output", path, "--quiet", *options)
                self.assertEqual(result.returncode, 0, result.stderr.decode())
                self.assert_sorts(path, 8, 10)

    def test_the_national_story(self):
        """With places that meet, regions, answers and tables beside each other."""
        story.make(self.folder / "verhaal")
        register, made = self.folder / "verhaal/register", self.folder / "uit"
        self.run_tool("convert", *sorted((self.folder / "verhaal/in").iterdir()), "--register", register, "--output", made,
                      "--only", "gegevens", "--quiet")
        self.run_tool("convert", *sorted((self.folder / "verhaal/in").iterdir()), "--register", register, "--output", made,
                      "--only", "bevindingen", "--quiet")
        path = self.folder / "ministerie.xlsx"
        result = self.run_tool("consolidate", made, "--register", register, "--output", path, "--quiet", "--exact")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assert_sorts(path, 10, 10)
        book = load(path)
        for name in ("Trend", "Regio", "Elders", "Verbinden", "Hulp en knelpunten", "Gegevens", "Controle"):
            self.assertEqual(len(book[name].tables), 1, name)

    def test_rows_are_real_tables(self):
        output = self.converted(EXAMPLES / "schoonmaak-sanitair-2026-q2")
        book = load(output / "schoonmaak-sanitair-2026-q2/rapport.xlsx")
        for name in ("Controle", "Register", "Bevindingen", "Inzet", "Waardering", "Sociale inkoop", "Afspraken", "Regels"):
            with self.subTest(sheet=name):
                sheet = book[name]
                self.assertEqual(len(sheet.tables), 1)
                table = next(iter(sheet.tables.values()))
                heading, last = table.ref.split(":")
                self.assertEqual(heading, "A4")
                self.assertEqual([column.name for column in table.tableColumns],
                                 [cell.value for cell in sheet[4]][:len(table.tableColumns)])
                self.assertIsNotNone(sheet[last].value)
                self.assertIsNone(sheet.auto_filter.ref)
        names = [name for sheet in book for name in sheet.tables]
        self.assertEqual(len(names), len(set(names)))
