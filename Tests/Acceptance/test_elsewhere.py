"""*Elders*: the same rows under each valuation table are worth what they are when the contract names that table."""
import csv
import shutil
import unittest
import warnings

import openpyxl

from support import EXAMPLES, REGISTER, ToolTest

warnings.simplefilter("ignore")
# The tables that were read at the source, with the hours of full time that they name; where one is silent, the contract's 36 count.
TABLES = {"ALPHEN": "36", "HAAGLANDEN-2023-07": "", "HARLINGEN": "", "LEIDEN-2023-09": "36", "OOST-NEDERLAND-2023-04": "36",
          "UTRECHT": "", "UTRECHT-OUD-36U": "", "UTRECHT-OUD-40U": ""}
SECOND_HAND = {"GRONINGEN-2025", "OOST-NEDERLAND-2023-B", "STROOMOPWAARTS"}
GREEN, CONTRACT = EXAMPLES / "groen-klassiek-2026-h1", "BZK-2026-0201"


def rows(path, sheet):
    values = list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(min_row=4, values_only=True))
    return [dict(zip(values[0], row)) for row in values[1:] if row[0]]


def columns(heading):
    """The columns of tables, by the table: its name stands first."""
    return {str(name).split(" · ")[0]: name for name in heading if " · " in str(name)}


class ElsewhereTest(ToolTest):
    def convert(self, register, output, *options):
        result = self.run_tool("convert", GREEN, "--register", register, "--output", self.folder / output, "--quiet", *options)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        return self.folder / output / GREEN.name

    def register(self, table, hours):
        """The register with another table for the contract; what a table can say itself is left to it."""
        folder = self.folder / f"register-{table}"
        shutil.copytree(REGISTER, folder)
        path = folder / "verplichtingen.csv"
        heading, *lines = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
        for line in lines:
            if line[0] == CONTRACT:
                for name, value in (("tabel_id", table), ("voltijd_uren", hours), ("terugkijkmaanden", "")):
                    line[heading.index(name)] = value
        path.write_text("\n".join(";".join(line) for line in [heading, *lines]) + "\n", "utf-8")
        return folder

    def test_each_table_gives_what_it_gives_when_the_contract_names_it(self):
        report = self.convert(REGISTER, "uit") / "rapport.xlsx"
        lines = rows(report, "Elders per rij")
        named = columns(lines[0])
        self.assertEqual(set(TABLES), set(named) - {"VERZONNEN-2026-01"})
        total = next(line for line in rows(report, "Elders") if line["Soort"] == "Totaal")
        for table, hours in TABLES.items():
            with self.subTest(table=table):
                result = self.convert(self.register(table, hours), f"uit-{table}", "--only", "gegevens")
                with open(result / "gegevens/waardering.csv", encoding="utf-8") as file:
                    expected = {row["inzet_id"]: row["waarde_berekend"] for row in csv.DictReader(file)}
                seen = {line["Kenmerk"]: line[named[table]] for line in lines if line["Soort"] == "Inzet"}
                self.assertEqual(set(seen), set(expected))
                for key, value in expected.items():
                    if value == "":
                        self.assertEqual(seen[key], "geen bouwblok", key)
                    else:
                        self.assertAlmostEqual(seen[key], float(value), 2, key)
                numbers = [line[named[table]] for line in lines if isinstance(line[named[table]], (int, float))]
                self.assertAlmostEqual(total[named[table]], sum(numbers), 2)
        # Cents say something beside a row, and nothing beside a total.
        book = openpyxl.load_workbook(report)
        for sheet, format in (("Elders", '"€" #,##0'), ("Elders per rij", '"€" #,##0.00')):
            amounts = [cell for row in book[sheet].iter_rows(min_row=5, min_col=5) for cell in row
                       if cell.data_type == "f" or isinstance(cell.value, (int, float)) and "€" in cell.number_format]
            self.assertGreater(len(amounts), 5)
            self.assertEqual({cell.number_format for cell in amounts}, {format}, sheet)
        # The total is a formula over the rows, by the contract beside it.
        formula = openpyxl.load_workbook(report)["Elders"].cell(5, 1 + list(total).index(named["UTRECHT"])).value
        self.assertRegex(formula, r"SUMPRODUCT\(--\('Elders per rij'!\S*=\$A5\)")

    def test_days_before_the_contract_are_all_that_differs_from_the_comparison_of_the_field(self):
        """The comparison that the field knows counts from the first day at work. Here the 31 days of January before the contract began do
        not count, unless it was agreed: of G-01 (22,039.57 less 18,264.84) and G-03 (628.61 less 298.33), 4,105.01 by its own table."""
        folder = self.folder / "register-begin"
        shutil.copytree(REGISTER, folder)
        path = folder / "verplichtingen.csv"
        heading, *lines = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
        lines = [[*heading, "telt_vanaf"], *([*line, "begindatum"] for line in lines)]
        path.write_text("\n".join(";".join(line) for line in lines) + "\n", "utf-8")
        known = {"UTRECHT": 81_453.73, "LEIDEN-2023-09": 66_601.22, "HAAGLANDEN-2023-07": 63_916.27, "ALPHEN": 56_497.72,
                 "UTRECHT-OUD-36U": 54_910.35, "HARLINGEN": 52_859.97, "OOST-NEDERLAND-2023-04": 50_471.84, "UTRECHT-OUD-40U": 49_523.28}

        def totals(report):
            total = next(line for line in rows(report / "rapport.xlsx", "Elders") if line["Soort"] == "Totaal")
            return {table: total[name] for table, name in columns(total).items() if table in known}

        self.assertEqual(totals(self.convert(folder, "begin")), known)
        plain = totals(self.convert(REGISTER, "plain"))
        self.assertEqual(plain["HAAGLANDEN-2023-07"], 59_811.26)
        self.assertTrue(all(plain[table] < value for table, value in known.items()), plain)

    def test_it_stands_in_no_score_and_second_hand_only_on_request(self):
        plain, asked = self.convert(REGISTER, "a"), self.convert(REGISTER, "b", "--second-hand")
        self.assertFalse(SECOND_HAND & set(columns(rows(plain / "rapport.xlsx", "Elders per rij")[0])))
        named = columns(rows(asked / "rapport.xlsx", "Elders per rij")[0])
        self.assertLessEqual(SECOND_HAND, set(named))
        self.assertTrue(all("uit tweede hand (B)" in named[table] for table in SECOND_HAND), named)
        # Nothing else differs.
        for name in ("bevindingen.json", "retourbericht.txt", "gegevens/waardering.csv"):
            self.assertEqual((plain / name).read_bytes(), (asked / name).read_bytes(), name)
        for sheet in ("Samenvatting", "Waardering"):
            pair = [list(openpyxl.load_workbook(at / "rapport.xlsx", data_only=True)[sheet].values) for at in (plain, asked)]
            self.assertEqual(*pair, sheet)

    def test_all_contracts_together(self):
        self.convert(REGISTER, "uit")
        for exact in (True, False):
            book = self.folder / f"m{exact}.xlsx"
            result = self.run_tool("consolidate", self.folder / "uit", "--register", REGISTER, "--output", book, "--quiet",
                                   *(["--exact"] if exact else []))
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            lines = rows(book, "Elders")
            named = columns(lines[0])
            own = rows(self.folder / "uit" / GREEN.name / "rapport.xlsx", "Elders")[0]
            total = next(line for line in lines if line["Indeling"] == "Totaal")
            for table in TABLES:
                parts = [line[named[table]] for line in lines if line["Indeling"] == "Onderdeel"]
                if exact:
                    self.assertAlmostEqual(total[named[table]], own[columns(own)[table]], 2)
                    self.assertAlmostEqual(sum(part for part in parts if not isinstance(part, str)), total[named[table]], 2)
                else:
                    self.assertEqual(total[named[table]] % 25_000, 0)
                    self.assertTrue(all(isinstance(part, str) or part % 25_000 == 0 for part in parts))
            self.assertIn("geen bouwblok", {line[named["HARLINGEN"]] for line in lines})
            different = next(line for line in lines if line["Indeling"] == "Verschil")
            self.assertIn("geen bouwblok voor: Niet-uitkeringsgerechtigd, VSO", different[named["HARLINGEN"]])


if __name__ == "__main__":
    unittest.main()
