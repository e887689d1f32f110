"""The way of a supplier: the template filled in with LibreOffice, checked, the feedback corrected with LibreOffice, checked again."""
import json
import pathlib
import subprocess

import openpyxl

from support import REGISTER, ToolTest

TYPING = pathlib.Path(__file__).parent / "typing_in_office.py"

COVER = {"periode": "2026-Q2", "opgesteld_op": "6-7-2026", "deelnemers_geinformeerd": "ja"}
PLACEMENTS = [
    {"inzet_id": "P-001", "contractnummer": "BZK-2026-0147", "deelnemercode": "D-0007", "doelgroep": "Participatiewet",
     "werkgever_kvk": "12345678", "soort_inzet": "Dienstverband", "contractvorm": "Bepaalde tijd",
     "begindatum": "1-4-2026", "einddatum": "31-3-2026", "uren_per_week": "24,5", "verband_opdracht": "direct: schoonmaak"},
    {"inzet_id": "P-002", "contractnummer": "BZK-2026-0147", "deelnemercode": "D-0008", "doelgroep": "WW",
     "werkgever_kvk": "12345678", "soort_inzet": "Dienstverband", "contractvorm": "Onbepaalde tijd",
     "begindatum": "1-5-2026", "uren_per_week": "veel", "verband_opdracht": "direct: schoonmaak"},
]


class TypingTest(ToolTest):
    def type_into(self, source, target, cells):
        lines = "".join(f"{sheet}\t{cell}\t{text}\n" for sheet, cell, text in cells)
        subprocess.run(
            ["/usr/bin/python3", TYPING, source, target], input=lines, text=True, check=True, capture_output=True, timeout=300)

    @staticmethod
    def cells(path, sheet, rows, heading_row=4):
        """Where each value goes, by the headings that stand on the sheet."""
        headings = {cell.value: cell.column_letter for cell in openpyxl.load_workbook(path)[sheet][heading_row]}
        return [
            (sheet, f"{headings[column]}{heading_row + 1 + index}", text)
            for index, row in enumerate(rows) for column, text in row.items()
        ]

    def findings(self, result):
        found = json.loads((result / "bevindingen.json").read_text())["findings"]
        return {(finding["rule"], finding.get("cell")) for finding in found if finding["severity"] == "fout"}

    def test_filled_in_checked_corrected_and_checked_again(self):
        self.run_tool(
            "template", "--output", self.folder / "leeg", "--register", REGISTER, "--kvk", "12345678", "--quiet")
        template = self.folder / "leeg/sjabloon.xlsx"
        filled = self.folder / "gevuld.xlsx"
        self.type_into(
            template, filled, self.cells(template, "Voorblad", [COVER]) + self.cells(template, "Inzet", PLACEMENTS))
        self.run_tool("convert", filled, "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
        first = self.folder / "uit/gevuld"
        self.assertEqual(self.findings(first), {("INZ-03", "Inzet!K5"), ("BST-16", "Inzet!L6")})
        rows = (first / "gegevens/inzet.csv").read_text().splitlines()
        self.assertEqual(len(rows), 1, "both rows are set aside")

        feedback = first / "terugkoppeling.xlsx"
        mended = self.folder / "hersteld.xlsx"
        self.type_into(
            feedback, mended,
            [("Inzet", "B5", "31-3-2027"), *self.cells(feedback, "Inzet", [{}, {"uren_per_week": "32"}])])
        self.run_tool("convert", mended, "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
        second = self.folder / "uit/hersteld"
        self.assertEqual(self.findings(second), set())
        placements = (second / "gegevens/inzet.csv").read_text()
        self.assertIn("2026-04-01,2027-03-31,24.5", placements)
        self.assertIn("2026-05-01,,32", placements)
        report = openpyxl.load_workbook(second / "rapport.xlsx", read_only=True)["Herkomst"]
        changes = [
            row[2:4] for row in report.iter_rows(values_only=True)
            if row[0].startswith("Gewijzigd in correctie")
        ]
        self.assertEqual(
            changes,
            [("Voorblad rij 5: correctie_op", "gevuld"), ("Inzet rij 5: einddatum", "31-3-2027"),
             ("Inzet rij 6: uren_per_week", "32")])
