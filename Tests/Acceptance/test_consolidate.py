"""The ministry's workbook: results of many submissions together, in parts and at once."""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

import openpyxl

import office
from support import EXAMPLES, REGISTER, ROOT, ToolTest

SHEETS = [
    "Leeswijzer", "Dashboard", "Respons", "Contracten", "Afspraken", "Hulp en knelpunten", "Leren", "Verbinden",
    "Trend", "Regio", "Elders", "Opdrachtgevers", "Categorieën", "Leveranciers", "Doelgroepen", "Sociale inkoop",
    "Goede voorbeelden", "Controle", "Gegevens", "Herkomst",
]
CHECK = ROOT / "Tests" / "Workbooks" / "check_workbook.py"
PURCHASES = (
    "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning\r\n"
    "{contract};90000001;{name};{number};15-05-2026;100,00;regionaal\r\n"
)


def cover(kvk="12345678", name="Voorbeeld Schoon B.V.", period="2026-Q2", prepared="03-07-2026", correction=""):
    """A voorblad.csv."""
    return (
        "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;correctie_op;deelnemers_geinformeerd\r\n"
        f"{kvk};{name};{period};1;{prepared};{correction};ja\r\n"
    )


def placements(persons, contract="BZK-2026-0147", employer="12345678", prefix="D"):
    """An inzet.csv with one placement a person."""
    heading = (
        "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
        "uren_per_week;verband_opdracht\r\n"
    )
    return heading + "".join(
        f"P-{number};{contract};{prefix}-{number:04d};PW;{employer};dienstverband;bepaald;01-04-2026;;24,0;direct: werk\r\n"
        for number in range(1, persons + 1)
    )


class ConsolidateTest(ToolTest):
    """The command `maatwerk consolidate`."""

    def convert(self, *submissions, register=REGISTER):
        """The folder with the results of these submissions."""
        output = self.folder / "uit"
        for only in ("gegevens", "bevindingen"):
            result = self.run_tool(
                "convert", *submissions, "--register", register, "--output", output, "--only", only, "--jobs", 2, "--quiet")
            self.assertEqual(result.returncode, 0, result.stderr.decode())
        return output

    def consolidate(self, *results, output="uit.xlsx", register=REGISTER, options=(), status=0):
        """The bytes of the workbook or summary of these results."""
        path = self.folder / output
        result = self.run_tool("consolidate", *results, "--register", register, "--output", path, *options)
        self.assertEqual(result.returncode, status, result.stderr.decode() + result.stdout.decode())
        self.message = result.stderr.decode()
        return path.read_bytes() if path.exists() else None

    def workbook(self, name="uit.xlsx"):
        return openpyxl.load_workbook(self.folder / name, data_only=True)

    def rows(self, sheet, name="uit.xlsx"):
        """The lines of a declared sheet, each by its headings."""
        values = list(self.workbook(name)[sheet].iter_rows(min_row=4, values_only=True))
        return [dict(zip(values[0], line)) for line in values[1:] if any(cell is not None for cell in line[1:])]

    def check_workbook(self, *paths):
        done = subprocess.run(
            [sys.executable, CHECK, "--recalculate", *paths], capture_output=True, timeout=300,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"})
        self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())

    # What is and what is not read

    def test_nothing_to_bring_together_leaves_a_good_workbook(self):
        """A slip in the path wrote an empty workbook over the one that was there."""
        results = self.convert(self.submission("een", voorblad=cover(), inzet=placements(1)))
        before = self.consolidate(results)
        self.assertEqual(self.consolidate(self.folder / "een", status=3), before)
        self.assertIn("niets om samen te voegen", self.message)
        self.assertIsNone(self.consolidate(self.folder / "een", output="nieuw.xlsx", status=3))

    def test_results_that_lie_deeper_are_named(self):
        """A folder a quarter: beside results of its own, a folder of results was passed over without a word."""
        for name in ("q1", "q2"):
            results = self.convert(self.submission(name, voorblad=cover(), inzet=placements(1)))
        (results / "kwartaal").mkdir()
        shutil.move(results / "q2", results / "kwartaal/q2")
        self.consolidate(results, status=3)
        self.assertIn("kwartaal: in deze map staan ook resultaten", self.message)
        self.assertIn("kwartaal", [row["Bestand"] for row in self.rows("Herkomst")])
        self.consolidate(results, results / "kwartaal", status=3)
        self.consolidate(results / "q1", results / "kwartaal")

    def test_a_result_without_a_manifest_counts_and_is_named(self):
        results = self.convert(self.submission("een", voorblad=cover(), inzet=placements(1)))
        self.consolidate(results)
        self.assertEqual(self.message, "")
        (results / "een/manifest.json").unlink()
        self.consolidate(results)
        self.assertIn("een: telt mee zonder manifest.json", self.message)
        line = next(row for row in self.rows("Herkomst") if row["Bestand"] == "een")
        self.assertIn("zonder manifest.json", " ".join(str(cell) for cell in line.values()))

    def test_what_was_found_in_the_register_has_its_own_remedy(self):
        """*Controle* gave the rule's general words, which asked to remove a double row where a file was not read."""
        register = self.folder / "register"
        shutil.copytree(REGISTER, register)
        (register / "instellingen.xlsx").write_bytes(b"x")
        results = self.convert(self.submission("een", voorblad=cover(), inzet=placements(1)), register=register)
        self.consolidate(results, register=register)
        line = next(row for row in self.rows("Controle") if "instellingen.xlsx" in str(row["Wat er opvalt"]))
        self.assertIn("Bewaar het dan als CSV met de naam instellingen.csv", line["Wat te doen"])

    def test_a_register_that_does_not_fit_is_told_where_it_shows_first(self):
        """With the register of last year *Dashboard* said that nothing was reported; without one, that nothing was reserved."""
        results = self.convert(self.submission("een", voorblad=cover(), inzet=placements(1)))

        def dashboard(name, change):
            register = self.folder / name
            shutil.copytree(REGISTER, register)
            heading, *lines = list(csv.reader((register / "contracten.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
            lines = [line for line in lines if change(dict(zip(heading, line)), line, heading)]
            (register / "contracten.csv").write_text("\n".join(";".join(line) for line in [heading, *lines]) + "\n")
            self.consolidate(results, register=register)
            return "\n".join(str(cell) for row in self.workbook()["Dashboard"].iter_rows(values_only=True) for cell in row if cell)

        def ended(row, line, heading):
            line[heading.index("ingangsdatum")], line[heading.index("einddatum")] = "01-01-2024", "31-12-2025"
            return True

        told = dashboard("vorig", ended)
        self.assertIn("1 gaat over een tijd waarin het contract niet loopt", told)
        self.assertIn("Er telt nog geen inzet mee.", told)
        self.assertIn("is dit het register van dit jaar?", told)
        self.assertNotIn("geen inzet gemeld", told)
        origin = next(row for row in self.rows("Herkomst") if row["Bestand"] == "een")
        self.assertIn("niet verwacht: BZK-2026-0147: Het contract loopt niet in deze periode.", " ".join(map(str, origin.values())))
        told = dashboard("zonder", lambda row, line, heading: row["contractnummer"] != "BZK-2026-0147")
        self.assertIn("1 noemt een contract dat zo niet in het register staat", told)
        result = self.run_tool("consolidate", results, "--output", self.folder / "uit.xlsx")
        self.assertEqual(result.returncode, 0)
        told = "\n".join(str(cell) for row in self.workbook()["Dashboard"].iter_rows(values_only=True) for cell in row if cell)
        self.assertIn("Zonder contractregister is niet bekend wat er is afgesproken", told)
        self.assertIn("Voorbehouden: niet bekend zonder register", told)

    # Examples

    def test_a_slip_in_the_year_of_one_report_dates_no_overview(self):
        """The day of an overview is that of the last report; with a year of one digit wrong, everything would be late."""
        stand = {}
        for prepared in ("05-07-2026", "05-07-2062"):
            for kvk, contract, day in (("12345678", "BZK-2026-0147", "03-07-2026"), ("90000003", "DEF-2026-0023", prepared)):
                self.submission(f"{kvk}-{prepared}", voorblad=cover(kvk, period="2026-Q2", prepared=day), inzet=placements(1, contract, kvk))
            results = self.convert(*(self.folder / f"{kvk}-{prepared}" for kvk in ("12345678", "90000003")))
            self.consolidate(*(results / f"{kvk}-{prepared}" for kvk in ("12345678", "90000003")))
            stand[prepared] = re.search(r"stand (\S+)", self.workbook()["Dashboard"]["A1"].value)[1]
        self.assertEqual(stand, {"05-07-2026": "05-07-2026", "05-07-2062": "03-07-2026"})
        found = json.loads((results / "90000003-05-07-2062/bevindingen.json").read_text())["findings"]
        self.assertEqual([f["severity"] for f in found if f["rule"] == "RAP-14"], ["waarschuwing"])

    def test_examples_give_every_sheet_and_recalculate(self):
        results = self.convert(*sorted(EXAMPLES.iterdir()))
        self.consolidate(results)
        self.assertEqual(self.workbook().sheetnames, SHEETS)
        if office.PROGRAM:
            self.check_workbook(self.folder / "uit.xlsx")
        matches = self.rows("Verbinden")
        self.assertEqual([(row["Hoe het past"], row["Zoekt"]) for row in matches], [
            ("✓ past helemaal", "Voorbeeld Catering Coöperatie U.A."), ("○ wens, nog geen plek", "Voorbeeld Schoon B.V."),
            ("○ vrij, nog geen wens", None), ("○ vrij, nog geen wens", None)])
        self.assertIn("Zelfde regio: Haaglanden.", matches[0]["Waarom dit past"])
        # The only report on this contract was rejected: how far it is nobody knows, and that is no reproach.
        approach = next(row for row in self.workbook()["Dashboard"].iter_rows(values_only=True) if str(row[0]).startswith("Gunningscriterium"))
        self.assertIn("▲ Nog niets dat telt", approach)
        self.assertIn("onbekend", approach)
        # No code of a participant is anywhere.
        for sheet in self.workbook():
            for row in sheet.iter_rows(values_only=True):
                for cell in row:
                    self.assertNotRegex(str(cell), r"\bD-\d{2,}")

    def test_people_are_rounded_and_not_hidden(self):
        results = self.convert(*sorted(EXAMPLES.iterdir()))
        self.consolidate(results)
        sheets = ("Opdrachtgevers", "Categorieën", "Leveranciers", "Contracten", "Doelgroepen")
        steps = {"Personen": 5, "Vast werk": 5, "Fte gemiddeld": 5, "Gewerkte uren": 2500}
        shared = {sheet: self.rows(sheet) for sheet in sheets}
        self.consolidate(results, options=("--exact",))
        for sheet in sheets:
            for row, exact in zip(shared[sheet], self.rows(sheet), strict=True):
                for column, step in steps.items():
                    self.assertEqual(type(row[column]), type(exact[column]) if exact[column] is None else type(row[column]))
                    if isinstance(exact[column], (int, float)):
                        self.assertEqual(row[column] % step, 0, (sheet, column, row))
                        self.assertEqual(row[column] == 0, exact[column] == 0, (sheet, column, row))
                        self.assertLess(abs(row[column] - exact[column]), step, (sheet, column, row))
                if "Hoe het staat" in row:
                    self.assertIn(row["Hoe het staat"], (exact["Hoe het staat"], "○ Begonnen", "✓ Op koers"))
        self.assertFalse([row for sheet in sheets for row in shared[sheet] if "afgeschermd" in map(str, row.values())])
        self.assertIn("VERTROUWELIJK", str(list(self.workbook()["Dashboard"].iter_rows(max_row=3, values_only=True))))

    # Parts

    def test_parts_give_the_same_bytes_in_any_order_and_grouping(self):
        made = self.folder / "gemaakt"
        self.run_tool("generate", "--output", made, "--suppliers", 14, "--rows", 12, "--seed", 5, "--error-rate", "0.05", "--quiet")
        register = made / "register"
        uit = self.convert(*sorted((made / "inzendingen").iterdir()), register=register)
        results = sorted(path for path in uit.iterdir() if not path.name.startswith("."))
        whole = self.consolidate(uit, register=register)
        summary = self.consolidate(uit, register=register, output="alles.jsonl")

        def part(name, *paths):
            self.consolidate(*paths, register=register, output=name)
            return self.folder / name

        a = part("a.jsonl", *results[9:])
        b = part("b.jsonl", *reversed(results[3:10]))
        c = part("c.jsonl", results[2], results[0], results[1])
        tree = part("boom.jsonl", b, a)
        self.assertEqual(self.consolidate(tree, c, register=register, output="weer.xlsx"), whole)
        self.assertEqual(self.consolidate(c, *results[3:], register=register, output="weer.xlsx"), whole)
        self.assertEqual(self.consolidate(c, b, a, register=register, output="weer.jsonl"), summary)
        header, *lines = summary.decode().splitlines()
        self.assertEqual(json.loads(header)["format"], "maatwerk-deeloverzicht/3")
        self.assertEqual(len(lines), 14)

    def test_part_of_another_register_is_refused(self):
        results = self.convert(EXAMPLES / "schoonmaak-sanitair-2026-q2")
        self.consolidate(results, output="deel.jsonl")
        other = self.folder / "register"
        shutil.copytree(REGISTER, other)
        with (other / "contracten.csv").open("a") as file:
            file.write("\r\n")
        self.consolidate(self.folder / "deel.jsonl", register=other, status=3)
        self.assertIn("ander contractregister", self.message)

    def test_damaged_results_are_named_and_left_out(self):
        results = self.convert(
            EXAMPLES / "schoonmaak-sanitair-2026-q2", EXAMPLES / "catering-maatwerk-2026-q2",
            EXAMPLES / "groen-klassiek-2026-h1")
        (results / "catering-maatwerk-2026-q2" / "bevindingen.json").write_text("{")
        shutil.rmtree(results / "groen-klassiek-2026-h1" / "gegevens")
        (self.folder / "deel.jsonl").write_text("nonsense\n")
        self.consolidate(results, self.folder / "deel.jsonl", status=3)
        for name in ("catering-maatwerk-2026-q2: bevindingen.json", "groen-klassiek-2026-h1: de map gegevens", "deel.jsonl"):
            self.assertIn(name, self.message)
        left_out = [row["Bestand"] for row in self.rows("Herkomst") if "Niet bruikbaar" in row["Onderwerp"]]
        self.assertEqual(left_out, ["catering-maatwerk-2026-q2", "deel.jsonl", "groen-klassiek-2026-h1"])
        self.assertEqual(len([row for row in self.rows("Herkomst") if "Telt mee" in row["Onderwerp"]]), 1)

    def test_wrong_usage(self):
        self.assertEqual(self.run_tool("consolidate", self.folder / "weg", "--output", self.folder / "a.xlsx").returncode, 2)
        self.assertEqual(self.run_tool("consolidate", self.folder, "--output", self.folder / "a.csv").returncode, 2)
        self.assertEqual(
            self.run_tool("consolidate", self.folder, "--by", "client", "--output", self.folder / "a.jsonl").returncode, 2)

    # What only shows when reports are laid beside each other

    def test_correction_replaces_its_original(self):
        first = self.submission("eerst", voorblad=cover(prepared="03-07-2026"), inzet=placements(9))
        second = self.submission(
            "correctie", voorblad=cover(prepared="20-07-2026", correction="2026-Q2 van 03-07-2026"), inzet=placements(7))
        self.consolidate(self.convert(first, second), options=("--exact",))
        contract = next(row for row in self.rows("Contracten") if row["Contract"] == "BZK-2026-0147")
        self.assertEqual(contract["Personen"], 7)
        (line,) = self.rows("Trend")
        self.assertEqual(
            (line["Wat"], line["Personen eerder"], line["Personen nu"], line["Verschil personen"]),
            ("◆ vervangen", 9, 7, -2))
        self.assertEqual([row["Regel"] for row in self.rows("Controle") if row["In deze rapportages"]], [])

    def test_planted_doubles_are_found_and_no_others(self):
        one = self.submission(
            "een", voorblad=cover(), inzet=placements(6),
            sociale_inkoop=PURCHASES.format(contract="BZK-2026-0147", name="Voorbeeld Sociaal Werk B.V.", number="F-2026-118"))
        other = self.submission(
            "ander", voorblad=cover("87654321", "Voorbeeld Groen B.V."),
            inzet=placements(6, "BZK-2026-0201", employer="87654321") .replace("87654321;dienstverband", "12345678;dienstverband", 2),
            sociale_inkoop=PURCHASES.format(contract="BZK-2026-0201", name="Stichting Heel Anders", number="f2026118"))
        third = self.submission(
            "derde", voorblad=cover("90000003", "Voorbeeld Catering Coöperatie U.A."),
            inzet=placements(6, "BZK-2026-0233", employer="90000003"),
            sociale_inkoop=PURCHASES.format(contract="BZK-2026-0233", name="Voorbeeld Sociaal Werk B.V.", number="F-2026-119"))
        self.consolidate(self.convert(one, other, third), options=("--exact",))
        found = [row for row in self.rows("Controle") if row["In deze rapportages"]]
        self.assertEqual(
            sorted((row["Regel"], row["Keer"], row["In deze rapportages"]) for row in found),
            [("IDN-11", 1, "een, ander, derde"), ("INK-11", 1, "een, ander"), ("INK-11", 2, "een, ander")])

    def test_reports_that_only_their_names_put_in_order_and_the_same_days_are_told(self):
        """Two reports of one day that differ: which one counts was decided by their names without a word, as was a half year beside its
        quarter, of which both count. Copies of one delivery are no matter."""
        folders = [
            self.submission("eerste", voorblad=cover(), inzet=placements(2)),
            self.submission("eerste kopie", voorblad=cover(), inzet=placements(2)),
            self.submission("halfjaar", voorblad=cover(period="2026-H1"), inzet=placements(2)),
        ]
        self.consolidate(self.convert(*folders))
        told = self.crossed()
        self.assertEqual([row["Naam"] for row in told], ["Zelfde dagen in twee rapportages"])
        self.assertIn("2026-H1 en 2026-Q2", told[0]["Wat er opvalt"])
        self.assertIn("kunnen dubbel zijn", told[0]["Wat er opvalt"])
        self.assertIn("Waarschuwing", told[0]["Ernst"])
        self.consolidate(self.convert(self.submission("andere", voorblad=cover(), inzet=placements(3))), output="meer.xlsx")
        told = [row for row in self.crossed("meer.xlsx") if row["Naam"] == "Welke rapportage is de laatste?"]
        # Of the three the name that comes last counts.
        self.assertEqual([row["In deze rapportages"] for row in told], ["andere, eerste kopie"])
        self.assertIn("Nu telt eerste kopie", told[0]["Wat er opvalt"])

    def test_a_total_says_what_it_lacks(self):
        """A contract of which the full-time hours are not known is in no total of fte, which a total does not show by itself."""
        register = self.folder / "register"
        shutil.copytree(REGISTER, register)
        path = register / "verplichtingen.csv"
        for hours, words in (("36", ""), ("", " Fte: zonder 1 van 2 contracten, waarvan de fte onbekend is.")):
            text = (REGISTER / "verplichtingen.csv").read_text("utf-8-sig")
            path.write_text(text.replace("10;personen;;;;12;36;", f"10;personen;;;;12;{hours};"))
            name = f"uit{hours}"
            folders = [
                self.submission(f"een{hours}", voorblad=cover(), inzet=placements(2)),
                self.submission(f"twee{hours}", voorblad=cover("87654321", "Voorbeeld Groen B.V."),
                                inzet=placements(2, "BZK-2026-0201", "87654321"))]
            shutil.rmtree(self.folder / "uit", ignore_errors=True)
            self.consolidate(self.convert(*folders, register=register), output=f"{name}.xlsx", register=register)
            book = self.workbook(f"{name}.xlsx")
            for sheet in ("Opdrachtgevers", "Categorieën", "Leveranciers", "Doelgroepen", "Trend"):
                above = " ".join(str(cell) for row in book[sheet].iter_rows(min_row=2, max_row=3, values_only=True) for cell in row if cell)
                self.assertEqual("Fte: zonder" in above, bool(words), sheet)
                self.assertIn(words.strip(), above)

    def test_a_level_is_that_of_the_last_period(self):
        """Places and fte do not add up over periods: who left takes no place any more, and a report in which nobody works is no unknown fte."""
        register = self.folder / "register"
        shutil.copytree(REGISTER, register)
        head = "contractnummer;doel_aantal;doel_eenheid;voltijd_uren;fte_maat;status\r\n"
        (register / "verplichtingen.csv").write_text(
            head + "BZK-2026-0147;4;plekken;36;;in_uitvoering\r\nBZK-2026-0258;1;fte;36;laatste_dag;in_uitvoering\r\n"
            "BZK-2026-0233;2;fte;36;;in_uitvoering\r\n")
        ended = placements(4).replace("01-04-2026;;", "01-04-2026;31-05-2026;")
        movers = placements(2, "BZK-2026-0258", "90000004").replace("01-04-2026;;", "01-04-2026;31-05-2026;", 1)
        caterers = placements(2, "BZK-2026-0233", "90000003").replace("01-04-2026;;", "01-04-2026;30-06-2026;")
        visit = "afspraak_id;contractnummer;doel;eigenaar;status\r\nA-1;BZK-2026-0233;een werkbezoek;rijk;open\r\n"
        catering = {"kvk": "90000003", "name": "Voorbeeld Catering Coöperatie U.A."}
        results = self.convert(
            self.submission("schoon-q2", voorblad=cover(), inzet=ended),
            self.submission("schoon-q3", voorblad=cover(period="2026-Q3", prepared="03-10-2026"),
                            inzet=placements(1).replace("01-04-2026", "01-07-2026").replace("P-1", "P-9")),
            self.submission("verhuizen-q2", voorblad=cover("90000004", "Voorbeeld Verhuizers B.V."), inzet=movers),
            self.submission("catering-q2", voorblad=cover(**catering), inzet=caterers,
                            uren="inzet_id;periode;gewerkte_uren\r\nP-1;2026-Q2;120,0\r\n"),
            self.submission("catering-q3", voorblad=cover(**catering, period="2026-Q3", prepared="03-10-2026"), inzet=None, afspraken=visit),
            register=register)
        self.consolidate(results, register=register, options=["--exact"])
        lines = {line["Contract"]: line for line in self.rows("Contracten")}
        schoon, movers, catering = (lines[f"BZK-2026-0{number}"] for number in (147, 258, 233))
        self.assertEqual((schoon["Plekken"], schoon["Bereikt"], schoon["Hoe het staat"]), (5, 1, "▲ Loopt achter"))
        # 24 of 36 hours on the last day; the average also has who left on 31 May.
        self.assertEqual((movers["Bereikt"], movers["Fte gemiddeld"]), (0.6667, 1.1136))
        self.assertEqual((catering["Fte gemiddeld"], catering["Bereikt"], catering["Hoe het staat"]), (0, 0, "▲ Loopt achter"))
        trend = [line for line in self.rows("Trend") if line["Contract"] == "BZK-2026-0233"]
        self.assertEqual([(line["Personen nu"], line["Fte gemiddeld nu"]) for line in trend], [(0, 0)])
        for sheet in ("Contracten", "Leveranciers", "Trend"):
            above = " ".join(str(cell) for row in self.workbook()[sheet].iter_rows(min_row=2, max_row=3, values_only=True) for cell in row if cell)
            self.assertIn("Bij 1 van 3 contracten is een deel van de uren onbekend.", above)
            self.assertNotIn("Fte: zonder", above)
        # What a cell shows is what its formula gives.
        self.check_workbook(self.folder / "uit.xlsx")

    def approaches(self, obligations, persons, options=("--exact",)):
        """The lines of *Dashboard* by approach, of contracts that all have one; `persons` work under each from the first of April."""
        register = self.folder / "register"
        shutil.rmtree(register, ignore_errors=True)
        shutil.copytree(REGISTER, register)
        text = (register / "contracten.csv").read_text("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
        for row in rows:
            row["regime"], row["voorbehoud"] = "maatwerk", "geen"
            row.update(obligations.get(row["contractnummer"], {}).get("term", {}))
        rows = [row for row in rows if row["contractnummer"] in obligations]
        with open(register / "contracten.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        (register / "verplichtingen.csv").write_text("contractnummer;doel_aantal;doel_eenheid;voltijd_uren;status\r\n" + "".join(
            f"{contract};{goal['goal']};{goal['unit']};36;in_uitvoering\r\n" for contract, goal in obligations.items()))
        suppliers = {row["contractnummer"]: row["leverancier_kvk"] for row in rows}
        names = {line["kvk"]: line["naam"] for line in csv.DictReader(
            io.StringIO((register / "leveranciers.csv").read_text("utf-8-sig")), delimiter=";")}
        for name in ("in", "uit"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        folders = [
            self.submission(f"in/{contract}", voorblad=cover(suppliers[contract], names[suppliers[contract]]),
                            inzet=placements(count, contract, suppliers[contract]))
            for contract, count in persons.items()]
        self.consolidate(self.convert(*folders, register=register), register=register, options=options)
        sheet = list(self.workbook()["Dashboard"].iter_rows(values_only=True))
        first = next(number for number, row in enumerate(sheet) if row[0] == "Werkwijze")
        lines = []
        for row in sheet[first + 1:]:
            if not isinstance(row[1], (int, float)):
                break
            lines.append({heading: cell for heading, cell in zip(sheet[first], row) if heading})
        return lines

    def test_a_word_and_the_sum_beside_it_do_not_contradict(self):
        """Two of three contracts lag, and the third does so much that all together have what was agreed."""
        goal = {"goal": 4, "unit": "plekken"}
        (line,) = self.approaches(
            {"BZK-2026-0147": goal, "BZK-2026-0233": goal, "BZK-2026-0258": goal},
            {"BZK-2026-0147": 12, "BZK-2026-0233": 1, "BZK-2026-0258": 1})
        self.assertEqual((line["Afgesproken"], line["Bereikt"], line["Stand"]), (12, 14, "▲ 2 van 3 achter"))
        # All of them lag, and so do they together.
        (line,) = self.approaches({"BZK-2026-0147": goal, "BZK-2026-0233": goal}, {"BZK-2026-0147": 1, "BZK-2026-0233": 2})
        self.assertEqual((line["Bereikt"], line["Stand"]), (3, "▲ Loopt achter"))
        # A contract of which nothing came is no nought in the sum, and that is told.
        (line,) = self.approaches({"BZK-2026-0147": goal, "BZK-2026-0233": goal}, {"BZK-2026-0147": 8})
        self.assertEqual((line["Contracten"], line["Bereikt"]), (2, 8))
        self.assertIn("bereikt is bekend van 1 van 2", line["Waar achter, of nog niets dat telt"])

    def test_what_is_expected_weighs_as_what_was_agreed(self):
        """A small contract that is nearly over and a large one that has just begun: their sum is expected by what they agreed on."""
        terms = [{"ingangsdatum": "01-04-2026", "einddatum": end} for end in ("30-06-2026", "30-03-2027")]
        (line,) = self.approaches(
            {"BZK-2026-0147": {"goal": 10, "unit": "personen", "term": terms[0]},
             "BZK-2026-0233": {"goal": 90, "unit": "personen", "term": terms[1]}},
            {"BZK-2026-0147": 10, "BZK-2026-0233": 25})
        self.assertAlmostEqual(line["Verwacht"], (10 * 1 + 90 * 91 / 364) / 100, places=6)
        self.assertEqual((line["Bereikt"], line["Stand"]), (35, "✓ Op koers"))

    def test_one_of_three_on_course_is_not_all(self):
        """Beside a sum that lags, "op koers" would contradict where most contracts cannot be told."""
        term = {"ingangsdatum": "01-01-2024", "einddatum": "31-12-2026"}
        goals = {"BZK-2026-0147": {"goal": 40, "unit": "personen", "term": {"ingangsdatum": "01-04-2026", "einddatum": "31-03-2030"}},
                 "BZK-2026-0233": {"goal": 40, "unit": "personen", "term": term},
                 "BZK-2026-0258": {"goal": 40, "unit": "personen", "term": term}}
        (line,) = self.approaches(goals, {"BZK-2026-0147": 20, "BZK-2026-0233": 10, "BZK-2026-0258": 10})
        self.assertEqual(line["Stand"], "○ 1 van 3 op koers")
        self.assertEqual(line["Waar achter, of nog niets dat telt"], "geen; van 2 is nog niet te zeggen hoe het staat")

    def test_one_of_two_on_course_is_not_both(self):
        """The half that is known says nothing of the other half."""
        terms = [{"ingangsdatum": start, "einddatum": "31-12-2029"} for start in ("01-04-2026", "01-01-2024")]
        (line,) = self.approaches(
            {"BZK-2026-0147": {"goal": 40, "unit": "personen", "term": terms[0]},
             "BZK-2026-0233": {"goal": 40, "unit": "personen", "term": terms[1]}}, {"BZK-2026-0147": 20, "BZK-2026-0233": 10})
        self.assertEqual(line["Stand"], "○ 1 van 2 op koers")
        # Two of three is more than half.
        (line,) = self.approaches(
            {"BZK-2026-0147": {"goal": 40, "unit": "personen", "term": terms[0]}, "BZK-2026-0258": {"goal": 40, "unit": "personen", "term": terms[0]},
             "BZK-2026-0233": {"goal": 40, "unit": "personen", "term": terms[1]}},
            {"BZK-2026-0147": 20, "BZK-2026-0258": 20, "BZK-2026-0233": 10})
        self.assertEqual(line["Stand"], "✓ Op koers")

    def test_a_contract_that_has_not_begun_is_not_on_course(self):
        """Nothing is expected of it yet, and it is no reason to doubt the others."""
        now, later = ({"ingangsdatum": start, "einddatum": "31-12-2029"} for start in ("01-04-2026", "01-10-2026"))
        goal = {"goal": 40, "unit": "personen"}
        (line,) = self.approaches(
            {"BZK-2026-0147": {**goal, "term": now}, "BZK-2026-0233": {**goal, "term": later}}, {"BZK-2026-0147": 20, "BZK-2026-0233": 10})
        self.assertEqual((line["Stand"], line["Waar achter, of nog niets dat telt"]), ("✓ Op koers", "geen; 1 begint later"))
        self.assertEqual({row["Contract"]: row["Hoe het staat"] for row in self.rows("Contracten")},
                         {"BZK-2026-0147": "✓ Op koers", "BZK-2026-0233": "○ Nog niet begonnen"})
        (line,) = self.approaches({"BZK-2026-0233": {**goal, "term": later}}, {"BZK-2026-0233": 10}, options=())
        self.assertEqual((line["Stand"], line["Waar achter, of nog niets dat telt"]), ("○ Nog niet begonnen", "geen; begint later"))

    def test_what_waits_for_the_client_is_beside_what_was_reached(self):
        """An invoice under a table that leaves purchases to the client."""
        register = self.folder / "register"
        shutil.copytree(REGISTER, register)
        path = register / "verplichtingen.csv"
        path.write_text(path.read_text("utf-8-sig").replace("HAAGLANDEN-2023-07", "UTRECHT"), "utf-8")
        bought = PURCHASES.format(contract="BZK-2026-0201", name="Voorbeeld Sociaal Werk B.V.", number="F-1").replace("100,00", "12000,00")
        folder = self.submission(
            "in/groen", voorblad=cover("87654321", "Voorbeeld Groen B.V.", period="2026-H1"),
            inzet=placements(3, "BZK-2026-0201", "87654321"), sociale_inkoop=bought)
        results = self.convert(folder, register=register)
        for options, amount in ((["--exact"], "€ 12.000"), ([], "€ 25.000")):
            with self.subTest(options=options):
                self.consolidate(results, register=register, options=options)
                self.assertIn(f"telt nog niet, in overleg: {amount}", self.dashboard_text())

    def test_purchases_that_no_block_values_are_not_worth_nothing(self):
        """The report says that they cannot be counted; the national workbook had € 0 and "Eerder onbekend"."""
        bought = PURCHASES.format(contract="BZK-2026-0201", name="Voorbeeld Sociaal Werk B.V.", number="F-1").replace("100,00", "12000,00")
        folder = self.submission("in/groen", voorblad=cover("87654321", "Voorbeeld Groen B.V.", period="2026-H1"), inzet=None, sociale_inkoop=bought)
        results = self.convert(folder)
        report = json.loads((results / "groen/bevindingen.json").read_text("utf-8"))
        self.assertEqual([contract["status"] for contract in report["contracts"]], ["niet_te_tellen"])
        for options in (["--exact"], []):
            self.consolidate(results, options=options)
            (line,) = [row for row in self.rows("Contracten") if row["Contract"] == "BZK-2026-0201"]
            self.assertEqual((line["Hoe het staat"], line["Gerealiseerd"]), ("○ Niet te tellen", None))
            (line,) = self.rows("Sociale inkoop")
            self.assertEqual((line["Bedrag zonder btw"], line["Telt mee voor"]), (12000, "niet gewaardeerd"))
        self.check_workbook(self.folder / "uit.xlsx")

    def dashboard_text(self):
        return " | ".join(str(cell) for row in self.workbook()["Dashboard"].iter_rows(values_only=True) for cell in row if cell is not None)

    def test_a_report_that_has_nothing_is_a_report(self):
        """Above the topic stands how many reports count: there it may not say that there is none."""
        goal = {"goal": 4, "unit": "plekken"}
        self.approaches({"BZK-2026-0147": goal}, {"BZK-2026-0147": 0}, options=())
        text = self.dashboard_text()
        self.assertIn("| 1 van 1 verwachte rapportages tellen mee |", text)
        self.assertIn("| Er is gerapporteerd, maar zonder iets dat telt.", text)
        self.assertNotIn("Er is geen rapportage die meetelt", text)
        # Of nobody each stage is nobody, and not too few.
        self.assertNotIn("te weinig |", text)

    def test_contracts_that_lag_are_not_put_together_with_those_that_told_nothing(self):
        goal = {"goal": 90, "unit": "plekken"}
        self.approaches({"BZK-2026-0147": goal, "BZK-2026-0233": goal}, {"BZK-2026-0147": 6, "BZK-2026-0233": 12})
        self.assertIn("2 contracten lopen achter, het meest: ", self.dashboard_text().replace(" | ", " "))
        self.approaches({"BZK-2026-0147": goal, "BZK-2026-0233": goal}, {"BZK-2026-0147": 6})
        self.assertIn("2 contracten lopen achter of meldden nog niets dat telt, het meest: ", self.dashboard_text().replace(" | ", " "))

    def test_where_no_report_counts_what_was_agreed_still_shows(self):
        """All covers lack their period: the Dashboard said that nothing was agreed, above contracts that the register knows."""
        broken = self.submission("in/fout", voorblad=cover(period="geen periode"), inzet=placements(3))
        self.consolidate(self.convert(broken))
        running = {row["Contract"]: row["Hoe het staat"] for row in self.rows("Contracten")}
        self.assertIn("BZK-2026-0147", running)
        self.assertEqual(set(running.values()), {"▲ Niets gemeld"})
        texts = [str(cell) for row in self.workbook()["Dashboard"].iter_rows(values_only=True) for cell in row if cell is not None]
        self.assertNotIn("Er is niets afgesproken dat te tellen is.", texts)
        # The approach and the topic, with the same word; of none it is known that it lags.
        self.assertGreaterEqual(texts.count("▲ Nog niets dat telt"), 2)
        self.assertEqual([text for text in texts if "loopt achter" in text.lower() or "lopen achter" in text], [])

    def test_the_guide_speaks_of_reports_and_not_of_one_submission(self):
        self.consolidate(self.convert(self.submission("in/een", voorblad=cover(), inzet=placements(3))))
        texts = [str(cell) for row in self.workbook()["Leeswijzer"].iter_rows(values_only=True) for cell in row if cell is not None]
        self.assertIn("▲ Niets gemeld", texts)
        self.assertEqual([text for text in texts if "eze inzending" in text], [])

    def test_nothing_to_talk_about_is_said(self):
        """Headings with nothing below them look like something that failed."""
        self.approaches({"BZK-2026-0147": {"goal": 40, "unit": "personen"}}, {"BZK-2026-0147": 30})
        column = [row[0] for row in self.workbook()["Dashboard"].iter_rows(values_only=True)]
        place = column.index("Waarover nu praten")
        self.assertTrue(column[place + 2].startswith("De rapportages die meetellen, noemen nu niets"), column)

    def test_what_could_not_be_valued_is_not_nothing(self):
        """A contract with a table that has no block for any of its rows realised nobody knows how much, and not € 0."""
        submission = self.submission(
            "groen", voorblad=cover("87654321", "Voorbeeld Groen B.V.", period="2026-H1"),
            inzet=placements(2, "BZK-2026-0201", "87654321").replace(";PW;", ";OVG;"))
        self.consolidate(self.convert(submission), options=["--exact"])
        line = next(line for line in self.rows("Contracten") if line["Contract"] == "BZK-2026-0201")
        self.assertEqual(line["Gerealiseerd"], None)
        self.assertEqual(line["Hoe het staat"], "○ Niet te tellen")

    def crossed(self, name="uit.xlsx"):
        """The lines of RAP-04 on *Controle* that lay reports beside each other, by heading."""
        rows = list(self.workbook(name)["Controle"].iter_rows(values_only=True))
        heading = next(number for number, row in enumerate(rows) if "Volgnummer" in row)
        lines = [dict(zip(rows[heading], row)) for row in rows[heading + 1:]]
        return [line for line in lines if line["Regel"] == "RAP-04" and line["Wat er opvalt"]]

    def test_an_invoice_outside_the_period_is_found_in_two_reports_too(self):
        late = PURCHASES.replace("15-05-2026", "15-08-2026").format(
            contract="{0}", name="Voorbeeld Sociaal Werk B.V.", number="F-2026-118")
        one = self.submission("een", voorblad=cover(), inzet=placements(6), sociale_inkoop=late.format("BZK-2026-0147"))
        other = self.submission(
            "ander", voorblad=cover("87654321", "Voorbeeld Groen B.V."),
            inzet=placements(6, "BZK-2026-0201", employer="87654321"), sociale_inkoop=late.format("BZK-2026-0201"))
        self.consolidate(self.convert(one, other))
        self.assertIn("INK-11", [row["Regel"] for row in self.rows("Controle") if row["In deze rapportages"]])
        # It is found, and counts nowhere.
        self.assertFalse(self.rows("Sociale inkoop"))

    # Workbooks by group

    def test_what_was_planted_across_generated_submissions_is_found_and_nothing_else(self):
        self.run_tool("generate", "--output", self.folder / "gen", "--suppliers", 120, "--rows", 30, "--seed", 23,
                      "--error-rate", 0.1, "--quiet")
        register, inbox = self.folder / "gen/register", self.folder / "gen/inzendingen"
        with open(self.folder / "gen/geplant.csv", encoding="utf-8-sig") as file:
            planted = list(csv.DictReader(file, delimiter=";"))
        invoices = {frozenset((p["inzending"], p["ook_in"])) for p in planted if p["regel"] == "INK-11"}
        spelled = [p["inzending"] for p in planted if p["regel"] == "IDN-11"]
        partners = {(inbox / name / "sociale_inkoop.csv").read_text("utf-8-sig").splitlines()[1].split(";")[1]
                    for name in spelled}
        self.assertGreater(min(len(invoices), len(partners)), 2)
        results = self.convert(*sorted(inbox.iterdir()), register=register)
        self.consolidate(results, register=register)
        sheet = openpyxl.load_workbook(self.folder / "uit.xlsx", data_only=True)["Controle"]
        rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
        name = re.compile(r"leverancier-\d{6}-2026-Q2")
        found = [frozenset(name.findall(" ".join(row))) for row in rows if "INK-11" in row and name.search(" ".join(row))]
        self.assertEqual(sorted(map(sorted, found)), sorted(map(sorted, invoices)))
        several = [row for row in rows if "IDN-11" in row and re.search(r"8\d{7}", " ".join(row))]
        self.assertEqual({re.search(r"8\d{7}", " ".join(row)).group() for row in several}, partners)
        self.assertEqual([row for row in rows if "INK-04" in row and name.search(" ".join(row))], [])

    def test_a_workbook_for_each_group_with_its_own_contracts(self):
        results = self.convert(*sorted(EXAMPLES.iterdir()))
        for division, column, count in (("category", "Categorie", 5), ("client", "Opdrachtgever (OIN)", 2), ("supplier", "KvK-nummer", 5)):
            folder = self.folder / division
            folder.mkdir()
            result = self.run_tool(
                "consolidate", results, "--register", REGISTER, "--by", division, "--output", folder / "deel.xlsx")
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            written = sorted(folder.glob("*.xlsx"))
            self.assertEqual(len(written), count, written)
            # Each has its tables for programs beside it.
            self.assertEqual(sorted(path.name for path in folder.iterdir() if path.is_dir()), [f"{path.stem}-gegevens" for path in written])
            for path in written:
                group = path.stem.removeprefix("deel-")
                contracts = self.rows("Contracten", pathlib.Path(division) / path.name)
                self.assertEqual({row[column] for row in contracts}, {group})

    def test_english(self):
        self.consolidate(
            self.convert(EXAMPLES / "schoonmaak-sanitair-2026-q2"), options=("--language", "en"))
        self.assertEqual(self.workbook().sheetnames, SHEETS)
        self.assertIn("Persons", [cell.value for cell in self.workbook()["Contracten"][4]])


if __name__ == "__main__":
    unittest.main()
