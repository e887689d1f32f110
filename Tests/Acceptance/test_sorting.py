"""Sorting and filtering a table of a workbook changes no figure elsewhere, and leads no link to another row."""
import json
import pathlib
import subprocess

import openpyxl

from roundtrip import load
import story
from support import COVER, EXAMPLES, REGISTER, ToolTest, placements

SORTING = pathlib.Path(__file__).parent / "sorting_in_office.py"


class SortingTest(ToolTest):
    def examined(self, *paths, options=()):
        result = subprocess.run(["/usr/bin/python3", SORTING, *options, *paths], capture_output=True, text=True, timeout=1200)
        self.assertEqual(result.returncode, 0, result.stderr)
        return [json.loads(result.stdout)[str(path)] for path in paths]

    def assert_sorts(self, found, least_tables, least_links, least_figures=21):
        self.assertEqual(found["differences"], [])
        self.assertGreaterEqual(len(found["tables"]), least_tables, found["tables"])
        self.assertGreaterEqual(found["figures"], least_figures)
        self.assertGreaterEqual(found["links"], least_links)

    def converted(self, *names, register=REGISTER):
        output = self.folder / "uit"
        for name in names:
            self.run_tool("convert", name, "--register", register, "--output", output, "--quiet")
        return output

    def test_reports(self):
        names = ("schoonmaak-sanitair-2026-q2", "haastig-excel-2026-q2", "groen-klassiek-2026-h1")
        output = self.converted(*(EXAMPLES / name for name in names))
        for name, found in zip(names, self.examined(*(output / name / "rapport.xlsx" for name in names))):
            with self.subTest(name=name):
                self.assert_sorts(found, 6, 3)

    def test_a_figure_that_goes_by_place_is_seen(self):
        """What the other tests rely on."""
        path = self.converted(EXAMPLES / "schoonmaak-sanitair-2026-q2") / "schoonmaak-sanitair-2026-q2/rapport.xlsx"
        book = load(path)
        book["Samenvatting"]["J60"] = "=Inzet!B6"
        book["Inzet"]["B2"] = "=B7"
        wrong = self.folder / "fout.xlsx"
        book.save(wrong)
        (found,) = self.examined(wrong, options=["--together"])
        for sheet in ("Samenvatting", "Inzet"):
            self.assertTrue([line for line in found["differences"] if f"figures ('{sheet}'" in line], sheet)

    def test_feedback(self):
        """Colours, notes, drop-downs and links stay with their rows; a template has nothing that could go wrong."""
        names = ("haastig-excel-2026-q2", "eenvoudig.csv")
        self.converted(*(EXAMPLES / name for name in names))
        # Rows of two sheets have the same numbers.
        book = openpyxl.Workbook()
        book.active.title = "Voorblad"
        for line in COVER.splitlines():
            book.active.append(line.split(";"))
        for quarter in (1, 2):
            sheet = book.create_sheet(f"Inzet Q{quarter}")
            for line in placements(5).replace(";PW;", ";Wajonger;" if quarter == 2 else ";PW;").splitlines():
                sheet.append(line.replace("P-", f"P-{quarter}").replace("D-", f"D-{quarter}").split(";"))
        path = self.folder / "twee.xlsx"
        book.save(path)
        output = self.converted(path)
        expected = {"haastig-excel-2026-q2": (10, 30), "eenvoudig": (0, 0), "twee": (4, 4)}
        for name, found in zip(expected, self.examined(*(output / name / "terugkoppeling.xlsx" for name in expected))):
            with self.subTest(name=name):
                notes, links = expected[name]
                self.assert_sorts(found, 2, links, 0)
                self.assertGreater(found["marks"], 2)
                self.assertGreaterEqual(found["notes"], notes)

    def test_template(self):
        folder = self.folder / "sjabloon"
        self.run_tool("template", "--output", folder, "--register", REGISTER, "--prefill",
                      EXAMPLES / "schoonmaak-sanitair-2026-q2", "--quiet")
        path = folder / "sjabloon.xlsx"
        self.assert_sorts(*self.examined(path), 8, 0, 0)
        plain = self.rows(path)
        for turn in range(2):
            target = self.folder / f"gesorteerd-{turn}.xlsx"
            subprocess.run(["/usr/bin/python3", SORTING, "--save", *[target] * (turn + 1), path], check=True, timeout=600)
            self.assertEqual(self.rows(target), plain)

    def rows(self, path):
        """The rows and findings of a submission, in no order."""
        output = self.folder / f"uit-{path.stem}"
        self.run_tool("convert", path, "--output", output, "--register", REGISTER, "--quiet")
        tables = {file.name: sorted(file.read_text().splitlines()) for file in (output / path.stem / "gegevens").glob("*.csv")}
        found = json.loads((output / path.stem / "bevindingen.json").read_text())["findings"]
        self.assertGreater(len(tables["inzet.csv"]), 3)
        # Where each rejected cell stood is what sorting changes.
        tables["afgekeurd.csv"] = sorted(line.split(",", 5)[5] for line in tables["afgekeurd.csv"])
        return tables, sorted((f["rule"], f["column"] or "", f["value"] or "") for f in found)

    def test_the_workbook_of_the_ministry(self):
        output = self.folder / "gemaakt"
        self.run_tool("generate", "--output", output, "--suppliers", "12", "--rows", "30", "--seed", "5", "--error-rate", "0.1")
        made = self.folder / "uit"
        inbox = sorted((output / "inzendingen").iterdir())
        self.run_tool("convert", *inbox, "--register", output / "register", "--output", made, "--quiet")
        paths = []
        for options in ([], ["--exact"]):
            paths.append(self.folder / f"ministerie{len(options)}.xlsx")
            result = self.run_tool(
                "consolidate", made, "--register", output / "register", "--output", paths[-1], "--quiet", *options)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
        for path, found in zip(paths, self.examined(*paths)):
            with self.subTest(path=path.name):
                self.assert_sorts(found, 8, 10)

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
        self.assert_sorts(*self.examined(path), 10, 10)
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
        book = load(self.folder / "uit/schoonmaak-sanitair-2026-q2/terugkoppeling.xlsx")
        for sheet in book.worksheets[1:]:
            if sheet.sheet_state == "visible":
                with self.subTest(sheet=f"terugkoppeling {sheet.title}"):
                    (table,) = sheet.tables.values()
                    self.assertEqual([column.name for column in table.tableColumns],
                                     [cell.value for cell in sheet[4]][:len(table.tableColumns)])
                    self.assertIsNone(sheet.auto_filter.ref)
