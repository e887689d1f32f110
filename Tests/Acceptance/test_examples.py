"""The examples: their findings in full, and workbooks that other programs agree with."""
import json
import os
import pathlib
import subprocess
import sys

import openpyxl

from support import EXAMPLES, REGISTER, ROOT, WINDOW, ToolTest, right_edge

EXPECTED = pathlib.Path(__file__).parent / "expected"
CHECK_WORKBOOK = ROOT / "Tests/Workbooks/check_workbook.py"


class ExamplesTest(ToolTest):
    def test_findings_are_exactly_these(self):
        compared = 0
        for example in sorted(EXAMPLES.iterdir()):
            with self.subTest(example=example.name):
                found = self.check(example, "--register", REGISTER)
                path = EXPECTED / f"{example.stem if example.is_file() else example.name}.json"
                if os.environ.get("UPDATE_GOLDEN"):
                    EXPECTED.mkdir(exist_ok=True)
                    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
                self.assertEqual(found, json.loads(path.read_text(encoding="utf-8")))
                self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"])
                compared += len(found["findings"])
        print(f"\nvergeleken bevindingen (findings compared): {compared}", file=sys.stderr)

    def test_quarters_follow_each_other(self):
        self.run_tool("convert", EXAMPLES / "schoonmaak-sanitair-2026-q2", "--register", REGISTER, "--output", self.folder)
        earlier = self.folder / "schoonmaak-sanitair-2026-q2"
        found = self.check(EXAMPLES / "schoonmaak-sanitair-2026-q3", "--register", REGISTER, "--previous", earlier)
        reasons = {item["rule"] for item in found["not_evaluated"]}
        self.assertFalse({"RAP-03", "RAP-04", "RAP-05", "RAP-10", "BST-13"} & reasons)
        self.assertEqual([f["rule"] for f in found["findings"] if f["rule"].startswith("RAP")], [])
        again = self.check(EXAMPLES / "schoonmaak-sanitair-2026-q2", "--register", REGISTER, "--previous", earlier)
        # The same delivery once more is one thing to say: not one for every file, and none about the period besides.
        self.assertEqual([f["rule"] for f in again["findings"] if f["rule"] in ("BST-13", "RAP-04")], ["BST-13"])

    def test_workbooks_open_and_recalculate_to_the_same_values(self):
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder)
        workbooks = sorted(self.folder.rglob("*.xlsx"))
        self.assertEqual(len(workbooks), 2 * len(list(EXAMPLES.iterdir())))
        result = subprocess.run(
            [sys.executable, CHECK_WORKBOOK, "--recalculate", *workbooks], capture_output=True, text=True, timeout=900)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_topics_stand_on_the_first_screen(self):
        """What a manager sees in ten seconds fits a window of 1366 by 768, also with two goals; 577 pixels are what LibreOffice leaves of it."""
        names = ("catering-maatwerk-2026-q2", "schoonmaak-sanitair-2026-q2")
        self.run_tool("convert", *(EXAMPLES / name for name in names), "--register", REGISTER, "--output", self.folder)
        for name, goals in zip(names, (2, 1)):
            sheet = openpyxl.load_workbook(self.folder / name / "rapport.xlsx")["Samenvatting"]
            cells = {row[0].value: row[0].row for row in sheet.iter_rows(max_col=1)}
            topics = range(cells["Soort"] + 1, cells["Drie beelden naast elkaar (worden niet opgeteld)"] - 1)
            # By when somebody has to act stands at the right.
            self.assertLessEqual(right_edge(sheet, sheet.max_column), WINDOW)
            contract = [row for row in sheet.iter_rows(6, 9, 1, 1, values_only=True) if str(row[0]).startswith("BZK-")]
            self.assertEqual(len(contract), goals)
            self.assertGreater(len(topics), 2)
            # A row without a height of its own has 15 points.
            heights = [sheet.row_dimensions[row].height or 15 for row in range(1, topics.stop)]
            with self.subTest(name=name):
                self.assertLessEqual(sum(heights) * 4 / 3 * sheet.sheet_view.zoomScale / 100, 577)

    def test_all_of_a_conversation_is_in_the_window(self):
        self.run_tool("convert", EXAMPLES / "catering-maatwerk-2026-q2", "--register", REGISTER, "--output", self.folder)
        sheet = openpyxl.load_workbook(self.folder / "catering-maatwerk-2026-q2/rapport.xlsx")["Gesprek"]
        last = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Vorige keer")
        self.assertLessEqual(right_edge(sheet, last), WINDOW)

    def test_a_report_speaks_of_the_supplier_and_says_who_does_what(self):
        """On the sheets of procurement nobody reads of "your row", and no advice is the number of a rule."""
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder)
        turns = {"Leverancier", "Rijk", "Samen", "niemand"}
        for path in sorted(self.folder.glob("*/rapport.xlsx")):
            book = openpyxl.load_workbook(path, data_only=True)
            for name in ("Bevindingen", "Afgekeurde rijen", "Controle", "Register", "Gesprek", "Samenvatting"):
                for row in book[name].iter_rows(min_row=5, values_only=True) if name in book.sheetnames else ():
                    for value in row:
                        self.assertNotRegex(str(value), r"\b[Uu]w (rij|rapportage|contractmanager|bestand)", (path, name))
            for name in ("Bevindingen", "Controle", "Register"):
                if name not in book.sheetnames:
                    continue
                sheet = book[name]
                head = [cell.value for cell in sheet[4]]
                for row in sheet.iter_rows(min_row=5, values_only=True):
                    if row[head.index("Aan zet")]:
                        self.assertIn(row[head.index("Aan zet")], turns)
                        self.assertNotRegex(row[head.index("Wat te doen")], r"^Regels?:", (path, name, row))
                        self.assertNotRegex(row[head.index("Wat te doen")], r"Regels: [A-Z]+-\d+\.$", "one is singular")
            sheet = book["Bevindingen"]
            column = next(cell.column for cell in sheet[4] if cell.value == "Wat te doen")
            self.assertLessEqual(right_edge(sheet, column), WINDOW, path)
        # A sum of nothing is not 0.
        sheet = openpyxl.load_workbook(self.folder / "haastig-excel-2026-q2/rapport.xlsx", data_only=True)["Elders"]
        head = [cell.value for cell in sheet[4]]
        harlingen = next(index for index, name in enumerate(head) if str(name).startswith("HARLINGEN"))
        found = {row[head.index("Soort")]: row[harlingen] for row in sheet.iter_rows(min_row=5, values_only=True)}
        self.assertEqual((found["Totaal"], found["In overleg"]), ("geen bouwblok", None))
        sheet = openpyxl.load_workbook(self.folder / "schoonmaak-sanitair-2026-q2/rapport.xlsx")["Sociale inkoop"]
        self.assertIn("Aandeel doelgroep (%)", [cell.value for cell in sheet[4]])

    def test_an_obstacle_explains_what_lags(self):
        """Of two goals one is on course and one lags: what is in the way stands beside the one that lags."""
        self.run_tool("convert", EXAMPLES / "catering-maatwerk-2026-q2", "--register", REGISTER, "--output", self.folder)
        sheet = openpyxl.load_workbook(self.folder / "catering-maatwerk-2026-q2/rapport.xlsx", data_only=True)["Samenvatting"]
        head = next(row for row in sheet.iter_rows(values_only=True) if "Waardoor" in row)
        found = {row[head.index("Hoe het staat")]: row[head.index("Waardoor")] for row in sheet.iter_rows(max_row=9, values_only=True)
                 if str(row[0]).startswith("BZK-")}
        self.assertEqual(found, {"✓ Op koers": "voor op de tijd",
                                 "▲ Loopt achter": "56% minder dan afgesproken; knelpunt: kandidaat niet gekozen, …"})
