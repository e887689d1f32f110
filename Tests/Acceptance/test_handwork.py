"""Figures worked out by hand are equal in every output. See handwerk/README.md."""
import csv
import json
import pathlib
import re
import warnings
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

from support import COVER, EXAMPLES, REGISTER, ToolTest

HAND = pathlib.Path(__file__).parent / "handwerk"
COLUMNS = "inzending contract afgesproken gerealiseerd waarde personen plekken fte_gemiddeld fte_laatste_dag uren".split()
warnings.filterwarnings("ignore", module="openpyxl")


def tables(heading):
    """The rows of the tables in README.md that have these columns."""
    lines = (HAND / "README.md").read_text(encoding="utf-8").splitlines()
    first = f"| {' | '.join(heading)} |"
    for number, line in enumerate(lines):
        if line == first:
            for row in lines[number + 2:]:
                if not row.startswith("|"):
                    break
                yield dict(zip(heading, (cell.strip() for cell in row.strip("|").split("|"))))


def figure(text):
    return float(text) if text else None


def euros(value):
    return f"€ {value:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")


def sheet(workbook, name):
    return openpyxl.load_workbook(workbook, data_only=True)[name]


def under(page, heading, key):
    """The cells of the row that begins with `key`, by the headings of the table whose first heading is `heading`."""
    names, last = None, 0
    for row in page.iter_rows(values_only=True):
        cells = list(row)
        if heading in cells and (names is None or key not in cells):
            start = cells.index(heading)
            names = {name: position for position, name in enumerate(cells) if name and position >= start}
        elif names and key in cells and cells.index(key) == names[heading]:
            return {name: cells[position] for name, position in names.items()}
    raise AssertionError(f"no row {key} under {heading} on {page.title}")


def figures_row(page, contract):
    """The row of *Inzet in deze periode*, whose table stands below that of the contracts."""
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if "Fte gemiddeld" in row)
    names = {name: position for position, name in enumerate(rows[start]) if name}
    for row in rows[start + 1:]:
        if row[names["Contract"]] == contract:
            return {name: row[position] for name, position in names.items()}
    raise AssertionError(f"no figures of {contract}")


class OutputTest(ToolTest):
    """Runs the command and reads what it wrote."""

    def convert(self, *inputs, register, previous=()):
        options = [each for folder in previous for each in ("--previous", folder)]
        out = self.folder / f"uit-{len(list(self.folder.iterdir()))}"
        result = self.run_tool("convert", *inputs, "--register", register, "--output", out, *options, "--quiet")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return out

    def consolidate(self, outputs, register):
        workbook = self.folder / "ministerie.xlsx"
        result = self.run_tool("consolidate", *outputs, "--register", register, "--output", workbook, "--exact", "--quiet")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return workbook

    def same(self, actual, expected, words, places=4):
        if expected is None:
            self.assertIn(actual, (None, "", "onbekend", "–"), words)
        else:
            self.assertIsNotNone(actual, words)
            self.assertAlmostEqual(float(actual), expected, places, words)


class HandworkTest(OutputTest):
    """The three contracts, and the six examples."""

    def test_by_hand(self):
        outputs = []
        for quarter in (1, 2, 3):
            outputs.append(self.convert(
                *sorted((HAND / f"q{quarter}").iterdir()), register=HAND / "register", previous=outputs))
        expected = list(tables(COLUMNS))
        self.assertEqual(len(expected), 13)
        for row in expected:
            if row["inzending"] == "ministerie":
                continue
            quarter = int(re.search(r"-q(\d)", row["inzending"])[1])
            with self.subTest(row["inzending"]):
                self.one_result(outputs[quarter - 1] / row["inzending"], {key: figure(value) for key, value in row.items() if key not in COLUMNS[:2]}, row["contract"])
        workbook = self.consolidate(outputs, HAND / "register")
        contracts = sheet(workbook, "Contracten")
        for row in expected:
            if row["inzending"] != "ministerie":
                continue
            with self.subTest(row["contract"]):
                cells = under(contracts, "Contract", row["contract"])
                is_money = bool(row["waarde"])
                for column, name in (("Personen", "personen"), ("Plekken", "plekken"), ("Fte gemiddeld", "fte_gemiddeld"), ("Gewerkte uren", "uren")):
                    self.same(cells[column], figure(row[name]), column)
                self.same(cells["Verplichting" if is_money else "Doel in aantal"], figure(row["afgesproken"]), "agreed")
                self.same(cells["Gerealiseerd" if is_money else "Bereikt"], figure(row["gerealiseerd"]), "realised")
        self.total(workbook, next(tables("verplichting gerealiseerd nog_te_doen boven_afspraak behaald".split())))

    def one_result(self, result, row, contract):
        is_money = row["waarde"] is not None
        figures = {each["contract"]: each for each in json.loads((result / "bevindingen.json").read_text(encoding="utf-8"))["contracts"]}[contract]
        for name, key in (("afgesproken", "agreed"), ("gerealiseerd", "realised"), ("waarde", "value"), ("personen", "persons"),
                          ("plekken", "places"), ("fte_gemiddeld", "fte_average"), ("fte_laatste_dag", "fte_last_day"), ("uren", "hours")):
            self.same(figures[key], row[name], f"json {key}")
        summary = sheet(result / "rapport.xlsx", "Samenvatting")
        contracts = under(summary, "Contract", contract)
        self.same(contracts["Afgesproken"], row["afgesproken"], "summary agreed")
        self.same(contracts["Gerealiseerd"], row["gerealiseerd"], "summary realised")
        period = figures_row(summary, contract)
        for column, name in (("Personen", "personen"), ("Fte gemiddeld", "fte_gemiddeld"), ("Fte laatste dag", "fte_laatste_dag"), ("Uren", "uren")):
            self.same(period[column], row[name], f"summary {column}")
        with open(result / "gegevens" / "waardering.csv", encoding="utf-8", newline="") as file:
            valued = list(csv.DictReader(file))
        self.assertEqual(len([each for each in valued if each["dagen"] != "0"]), row["plekken"])
        if is_money:
            self.same(sum(float(each["waarde_berekend"] or 0) for each in valued), row["waarde"], "open data", 2)
        amount = (lambda value: euros(value)) if is_money else (lambda value: f"{value:g}".replace(".", ",") + " fte")
        sentence = f"Afgesproken: {amount(row['afgesproken'])}. Gerealiseerd voor zover wij weten: {amount(row['gerealiseerd'])} "
        letter = " ".join((result / "retourbericht.txt").read_text(encoding="utf-8").split())
        self.assertIn(sentence, letter)
        words = [str(cell) for line in openpyxl.load_workbook(result / "terugkoppeling.xlsx").worksheets[0].iter_rows(values_only=True)
                 for cell in line if cell]
        self.assertTrue(any(sentence in text for text in words), words)

    def total(self, workbook, expected):
        """The totals, what they cover, and how they fit together: on the dashboard and by category."""
        dashboard = [list(row) for row in sheet(workbook, "Dashboard").iter_rows(values_only=True)]
        names = next(number for number, row in enumerate(dashboard) if "Werkwijze" in row)
        lines = [dict(zip(dashboard[names], row)) for row in dashboard[names + 1:] if row[0] and row[0].endswith(", euro")]
        self.assertEqual(sum(line["Contracten"] for line in lines), 2)
        for column, name in (("Afgesproken", "verplichting"), ("Bereikt", "gerealiseerd")):
            self.same(sum(line[column] for line in lines), figure(expected[name]), column, 2)
        categories = sheet(workbook, "Categorieën")
        rows = [under(categories, "Categorie", name) for name in ("CATERING", "GROEN", "SCHOONMAAK")]
        self.assertEqual([row["Contracten met een bedrag"] for row in rows], [0, 1, 1])
        for column, name in (("Verplichting", "verplichting"), ("Gerealiseerd", "gerealiseerd"), ("Nog te doen", "nog_te_doen"), ("Boven de afspraak", "boven_afspraak")):
            self.same(sum(row[column] or 0 for row in rows), figure(expected[name]), column, 2)

    def test_examples_agree(self):
        """The figures of each example are the same in every output, whatever they are."""
        out = self.convert(*sorted(EXAMPLES.iterdir()), register=REGISTER)
        results = [folder for folder in sorted(out.iterdir()) if (folder / "bevindingen.json").exists()]
        self.assertGreaterEqual(len(results), 6)
        for result in results:
            with self.subTest(result.name):
                summary = sheet(result / "rapport.xlsx", "Samenvatting")
                for figures in json.loads((result / "bevindingen.json").read_text(encoding="utf-8"))["contracts"]:
                    period = figures_row(summary, figures["contract"])
                    for column, key in (("Personen", "persons"), ("Fte gemiddeld", "fte_average"), ("Fte laatste dag", "fte_last_day"), ("Uren", "hours")):
                        self.same(period[column], figures[key], f"{figures['contract']} {column}")
                    goals = figures["goals"]
                    if goals and goals[0]["agreed"] is not None and goals[0]["realised"] is not None:
                        cells = under(summary, "Contract", figures["contract"])
                        self.same(cells["Afgesproken"], goals[0]["agreed"], f"{figures['contract']} agreed")
                        self.same(cells["Gerealiseerd"], goals[0]["realised"], f"{figures['contract']} realised")
        # Each example by itself, as later ones replace earlier ones; a report that was rejected counts nowhere.
        usable = [each for each in results if "afgekeurd" not in (each / "retourbericht.txt").read_text(encoding="utf-8").split("DRIE BEELDEN")[0]]
        self.assertGreaterEqual(len(usable), 5)
        for result in usable:
            with self.subTest(f"ministry {result.name}"):
                contracts = sheet(self.consolidate([result], REGISTER), "Contracten")
                for figures in json.loads((result / "bevindingen.json").read_text(encoding="utf-8"))["contracts"]:
                    if not figures["places"]:
                        continue
                    cells = under(contracts, "Contract", figures["contract"])
                    for column, key in (("Personen", "persons"), ("Plekken", "places"), ("Fte gemiddeld", "fte_average"), ("Gewerkte uren", "hours")):
                        self.same(cells[column], figures[key], f"{figures['contract']} {column}")
                    if figures["unit"] == "euro" and figures["agreed"] is not None and figures["realised"] is not None:
                        self.same(cells["Verplichting"], figures["agreed"], f"{figures['contract']} agreed")
                        self.same(cells["Gerealiseerd"], figures["realised"], f"{figures['contract']} realised")


CONTRACTS = (
    "contractnummer;titel;opdrachtgever_oin;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;einddatum;"
    "contractwaarde;regime;voorbehoud\n"
    "C-1;Een;00000003900000200000;GROEN;12345678;dienst;01-06-2025;15-11-2025;01-01-2026;31-12-2028;1500000,05;klassiek;geen\n"
    "C-2;Twee;00000003900000200000;GROEN;90000009;dienst;01-06-2025;15-11-2025;01-01-2026;31-12-2028;1500000,00;klassiek;geen\n")
OBLIGATIONS = (
    "contractnummer;percentage;grondslag;grondslag_bedrag;maximum;pso_korting;tabel_id;rekenmethode;peildatum_soort;status\n"
    "C-1;5,0;opdrachtwaarde;1500000,05;70000,01;7,5;UTRECHT;contract;publicatie;in_uitvoering\n")
PURCHASES = (
    "contractnummer;partner_kvk;partner_naam;keten;omschrijving;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning\n"
    "C-1;90000001;Voorbeeld Sociaal;levering;werk;F-1;10-05-2026;5000,00;sw\n")
PLACEMENT_HEADING = (
    "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;uren_per_week;verband_opdracht\n")
PLACEMENT = "P-{0};C-{0};D-{0};PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: werk\n"
EVIDENCE = "bewijs_id;hoort_bij;soort;afgever;datum_document;gezien_op;bewaard_bij;ingezien_door_inkoop\n"


def calculated(formula):
    """What a formula of ROUND, MIN and plain numbers comes to, in decimals and half up, as spreadsheet programs show it."""
    numbers = re.sub(r"\d+(\.\d+)?", lambda match: f"Decimal('{match[0]}')", re.sub(r",(\d)\)", r",places=\1)", formula.lstrip("=")))
    numbers = re.sub(r"places=Decimal\('(\d)'\)", r"places=\1", numbers)
    return eval(numbers, {"__builtins__": {}, "Decimal": Decimal, "MIN": min, "ROUND": (  # Only digits and the two names are in it.
        lambda value, places: value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))})


class BesideTest(OutputTest):
    """What stands beside a figure and not in it: sums in consultation, discounts without a certificate, contracts of others."""

    def register(self, name, recognition):
        folder = self.folder / name
        folder.mkdir()
        for table, text in (("contracten", CONTRACTS), ("verplichtingen", OBLIGATIONS),
                            ("leveranciers", f"kvk;naam;rechtsvorm;erkenning;erkenning_geldig_tot\n12345678;Voorbeeld Schoon B.V.;bv;{recognition}\n")):
            (folder / f"{table}.csv").write_text(text, encoding="utf-8")
        return folder

    def test_consultation_and_discount(self):
        # Percentage 75,000.0025, at most 70,000.01; less 7.5 per cent 64,750.00925. Each step to cents, half up.
        cases = [
            ("zonder", ";", "", 70000.01), ("verlopen", "pso_trede;29-06-2026", "", 70000.01), ("ander", "code_so;31-12-2030", "", 70000.01),
            ("geldig", "pso_trede;30-06-2026", "", 64750.01),
            ("bewijs", ";", "B-1;C-1;pso_certificaat;PSO;01-02-2026;01-02-2026;leverancier;nee\n", 64750.01)]
        for name, recognition, evidence, agreed in cases:
            with self.subTest(name):
                register = self.register(f"register-{name}", recognition)
                files = {"inzet": PLACEMENT_HEADING + PLACEMENT.format(1), "sociale_inkoop": PURCHASES}
                if evidence:
                    files["bewijs"] = EVIDENCE + evidence
                result = self.convert(self.submission(f"in-{name}", **files), register=register) / f"in-{name}"
                document = json.loads((result / "bevindingen.json").read_text(encoding="utf-8"))
                figures = {each["contract"]: each for each in document["contracts"]}["C-1"]
                self.assertEqual((figures["agreed"], figures["in_consultation"]), (agreed, 5000.0))
                self.assertEqual(any(each["rule"] == "WRD-12" for each in document["findings"]), agreed == 70000.01)
                # 40,000 x 24 / 36 x 91 / 365, and the invoice not yet.
                self.assertEqual(figures["realised"], 6648.4)
                cells = under(sheet(result / "rapport.xlsx", "Samenvatting"), "Contract", "C-1")
                self.assertEqual((cells["Afgesproken"], cells["Gerealiseerd"], cells["In overleg (telt nog niet)"]), (agreed, 6648.4, 5000))
                letter = " ".join((result / "retourbericht.txt").read_text(encoding="utf-8").split())
                self.assertIn(f"Afgesproken: {euros(agreed)}. Gerealiseerd voor zover wij weten: € 6.648,40 ", letter)
                self.assertIn("Daarnaast staat € 5.000,00 in overleg.", letter)
                workbook = self.consolidate([result], register)
                cells = under(sheet(workbook, "Contracten"), "Contract", "C-1")
                self.assertEqual(
                    (cells["Verplichting"], cells["Gerealiseerd"], cells["In overleg (telt nog niet)"]), (agreed, 6648.4, 5000))
                cells = under(sheet(workbook, "Categorieën"), "Categorie", "GROEN")
                self.assertEqual((cells["Verplichting"], cells["In overleg (telt nog niet)"]), (agreed, 5000))
                for path, page in ((result / "rapport.xlsx", "Samenvatting"), (workbook, "Contracten")):
                    formulas = [cell.value for row in openpyxl.load_workbook(path)[page].iter_rows() for cell in row
                                if str(cell.value).startswith("=MIN(ROUND(1500000.05") or str(cell.value).startswith("=ROUND(MIN(ROUND(1500000.05")]
                    self.assertEqual([calculated(formula) for formula in formulas], [Decimal(str(agreed))], page)

    def test_rows_hear_whose_contract_they_name(self):
        register = self.register("register", ";")
        both = PLACEMENT_HEADING + PLACEMENT.format(1) + PLACEMENT.format(2)
        on_cover = ("voorblad.csv", 2, "leverancier_kvk")
        cases = [
            ("goed", "12345678", both, [("inzet.csv", 3, "contractnummer")]),
            ("onleesbaar", "onbekend", both, [("inzet.csv", 3, "contractnummer")]),
            ("leeg", "", both, [("inzet.csv", 3, "contractnummer")]),
            ("verkeerd", "90000012", both, [("inzet.csv", 3, "contractnummer"), on_cover]),
            ("van een ander", "90000009", both, [("inzet.csv", 2, "contractnummer")]),
            ("een contract", "90000012", PLACEMENT_HEADING + PLACEMENT.format(1), [on_cover]),
            ("een contract onleesbaar", "onbekend", PLACEMENT_HEADING + PLACEMENT.format(1), [])]
        for name, number, placements, expected in cases:
            with self.subTest(name):
                folder = self.submission(name, voorblad=COVER.replace("12345678;", f"{number};"), inzet=placements)
                result = self.convert(folder, register=register) / name
                document = json.loads((result / "bevindingen.json").read_text(encoding="utf-8"))
                found = [(each["file"], each["row"], each["column"]) for each in document["findings"] if each["rule"] == "IDN-02"]
                self.assertEqual(sorted(found), sorted(expected))
                letter = " ".join((result / "retourbericht.txt").read_text(encoding="utf-8").split())
                self.assertEqual("in het contractregister op" in letter, bool(expected), letter)
