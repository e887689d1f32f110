"""`maatwerk trace`: from a figure of a workbook back to the rows that were delivered."""
import csv
import json
import re

import openpyxl

from support import EXAMPLES, REGISTER, ToolTest

NAME = "schoonmaak-sanitair-2026-q2"


class TraceTest(ToolTest):
    def setUp(self):
        super().setUp()
        done = self.run_tool("convert", EXAMPLES / NAME, EXAMPLES / "groen-klassiek-2026-h1", "--register", REGISTER,
                             "--output", self.folder / "uit", "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.result = self.folder / "uit" / NAME

    def trace(self, figure, path=None):
        done = self.run_tool("trace", path or self.result, figure, "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return json.loads(done.stdout)

    def formulas(self, path, sheet):
        """Each cell with a formula, with the formula and what it shows."""
        book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
        for row in book[sheet].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    yield cell.coordinate, cell.value, values[sheet][cell.coordinate].value

    def test_rows_of_every_sum_add_up_to_the_figure(self):
        """Sums of a column over the rows of a contract: what the rows add is the figure, to four decimals."""
        seen = 0
        for name in (NAME, "groen-klassiek-2026-h1"):
            result = self.folder / "uit" / name
            for cell, formula, shown in self.formulas(result / "rapport.xlsx", "Samenvatting"):
                plain = re.fullmatch(r"=(?:ROUND\()?(?:SUMPRODUCT\(--\([^()]*\),'[^']+'![$A-Z0-9:]+\)|SUM\('[^']+'![$A-Z0-9:]+\))(?:,\d\))?",
                                     formula)
                if not plain or shown is None:
                    continue
                traced = self.trace(f"Samenvatting!{cell}", result)["figure"]
                parts = [part for part in traced["inputs"] if part["rows_looked_at"] > 1 and not part["chooses_rows"]]
                self.assertEqual(len(parts), 1, (cell, formula))
                added = sum(float(row["value"].replace(",", ".") or 0) for row in parts[0]["rows"])
                self.assertAlmostEqual(added, shown, 3, (name, cell, formula))
                seen += 1
        self.assertGreater(seen, 8)

    def test_rows_are_those_of_the_delivery(self):
        """File, row and reference of each row are found in the file that the supplier sent."""
        traced = self.trace("Samenvatting!D6")
        rows = [row for part in traced["figure"]["inputs"] for row in part["rows"]]
        self.assertEqual(len(rows), 6)
        lines = list(csv.reader((EXAMPLES / NAME / "inzet.csv").open(encoding="utf-8-sig"), delimiter=";"))
        for row in rows:
            self.assertEqual(row["file"], "inzet.csv")
            reference = next(field["value"] for field in row["fields"] if field["heading"] == "Inzet ID")
            self.assertIn(reference, lines[int(row["delivered_row"]) - 1])
        self.assertEqual([row["rules"] for row in rows if row["delivered_row"] == "2"], [["INZ-26"]])
        package = json.loads((self.result / "gegevens/datapackage.json").read_text(encoding="utf-8"))
        digest = next(source["hash"] for source in package["sources"] if source["title"] == "inzet.csv")
        self.assertEqual([line[1] for line in traced["origins"]], ["inzet.csv"])
        self.assertIn(digest.removeprefix("sha256:"), traced["origins"][0])
        self.assertTrue(any("voltijd_uren per week" in line for line in traced["settings"]))

    def test_a_figure_of_figures_is_taken_apart(self):
        """A percentage leads to both its figures, and each to its rows; a figure is taken apart once."""
        traced = self.trace("Samenvatting!F6")["figure"]
        self.assertEqual([part["cells"] for part in traced["inputs"]], ["D6", "C6"])
        self.assertEqual(traced["inputs"][0]["inputs"][-1]["rows_counted"], 6)
        text = self.run_tool("trace", self.result, "Samenvatting!I6").stdout.decode()
        self.assertEqual(text.count("= SUMPRODUCT"), 1)

    def test_the_ministry_leads_to_results(self):
        book = self.folder / "ministerie.xlsx"
        done = self.run_tool("consolidate", self.result, self.folder / "uit/groen-klassiek-2026-h1", "--register", REGISTER,
                             "--output", book, "--exact", "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        traced = 0
        for cell, formula, shown in self.formulas(book, "Contracten"):
            if not formula.startswith("=SUMPRODUCT(--('Gegevens'!") or not shown:
                continue
            trace = self.trace(f"Contracten!{cell}", book)
            part = next(part for part in trace["figure"]["inputs"] if part["rows_looked_at"] > 1 and not part["chooses_rows"])
            self.assertAlmostEqual(sum(float(row["value"].replace(",", ".") or 0) for row in part["rows"]), shown, 3)
            self.assertTrue(any(NAME in line for line in trace["origins"]))
            traced += 1
        self.assertGreater(traced, 0)

    def test_rows_that_lead_to_each_other_end(self):
        """Each row is taken apart once, however its formulas go round."""
        book = openpyxl.Workbook()
        for name, other in (("Een", "Twee"), ("Twee", "Een")):
            sheet = book.create_sheet(name)
            for row in range(1, 41):
                sheet[f"A{row}"] = f"=SUM({other}!A1:A40)"
        path = self.folder / "rond.xlsx"
        book.save(path)
        self.assertEqual(self.trace("Een!A1", path)["figure"]["inputs"][0]["rows_counted"], 40)

    def test_words_find_a_figure(self):
        self.assertEqual(self.trace("BZK-2026-0147 gerealiseerd")["figure"]["cells"], "D6")
        done = self.run_tool("trace", self.result, "BZK-2026-0147")
        self.assertEqual(done.returncode, 2)
        self.assertIn("'Samenvatting'!D6", done.stderr.decode())

    def test_wrong_use_is_told(self):
        for figure, said in (("Samenvatting", "geen cijfer"), ("Nergens!A1", "geen blad 'Nergens'"),
                             ("Samenvatting!ZZ9", "leeg"), ("Samenvatting!99", "geen cel"), ("a!b!c", "geen cel")):
            done = self.run_tool("trace", self.result, figure)
            self.assertEqual((done.returncode, done.stdout), (2, b""), figure)
            self.assertIn(said, done.stderr.decode())
        self.assertEqual(self.run_tool("trace", self.folder / "niets", "A!A1").returncode, 2)
        broken = self.folder / "stuk.xlsx"
        broken.write_bytes((self.result / "rapport.xlsx").read_bytes()[:4000])
        done = self.run_tool("trace", broken, "Samenvatting!D6")
        self.assertEqual(done.returncode, 3)
        self.assertNotIn("Error", done.stderr.decode())
