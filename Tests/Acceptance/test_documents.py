"""The documents: what they link to, show, name and tell to type exists, and works."""
import csv
import json
import re
import shutil
import struct
import subprocess
import unittest
import unicodedata

import openpyxl

from support import EXAMPLES, REGISTER, ROOT, TOOL, ToolTest

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
GUIDES = [ROOT / "docs/handleiding-leverancier.md", ROOT / "docs/handleiding-inkoop.md", ROOT / "docs/netwerk.md"]
WITH_COMMANDS = [ROOT / "README.md", ROOT / "docs/opdrachten.md", *GUIDES]
COMMANDS = (
    "check", "convert", "consolidate", "compare", "decisions", "template", "rules", "explain", "generate", "status", "trace", "audit", "verify", "purge")

# Words in italics in the guides that are no sheet: headings, kinds of topic, what a cell or a finding says.
OTHER_WORDS = {
    "Correctie", "Uw antwoord", "Uw rij", "Plek 1", "Afspraak", "Wie", "Voor wanneer", "Toelichting", "Vorige keer", "Onderwerp-id",
    "Wat u de aanbieder mag vertellen", "Wat u de vrager mag vertellen", "Verschil",
    "Hoe het staat", "Waardoor", "Looptijd voorbij", "Aan zet", "Meer onderwerpen", "Te bespreken", "Kans", "verplicht", "mag leeg", "graag invullen", "Te herstellen", "Te laat", "Stand op", "Niet getoetst", "niet getoetst", "fout", "waarschuwing", "signaal",
}
# Words in italics that are about neither the workbooks nor the findings.
PLAIN_WORDS = {
    # Headings that only stand in an English workbook, or only when something was answered.
    "Your answer", "Your row", "Antwoord van de leverancier",
    "VERTROUWELIJK", "Niet verwacht", "Zichtbaar maken", "Tekst", "retourbericht", "Maatwerk voor Mensen", "wet", "beleid", "contract", "technisch",
    "eigen keuze", "ontvangen", "afgekeurd", "goedgekeurd met opmerkingen", "goedgekeurd",
}


def without_code(text):
    """The text of a document without what stands in it as code."""
    return re.sub(r"`[^`\n]*`", "`code`", re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL))


def anchors(text):
    """The names that a link to a part of a document can have, as GitHub makes them from headings."""
    found = set(re.findall(r'<a id="([^"]+)"', text))
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    for heading in re.findall(r"^#+ +(.+?) *#*$", text, re.MULTILINE):
        bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        kept = "".join(c for c in bare if c in " -_" or unicodedata.category(c)[0] in "LN")
        name, number = kept.replace(" ", "-"), 0
        while (name if number == 0 else f"{name}-{number}") in found:
            number += 1
        found.add(name if number == 0 else f"{name}-{number}")
    return found


def commands(text):
    """The command lines that a document tells to type, in blocks and in running text, where one can be broken over lines."""
    code = re.findall(r"^ *```\n(.*?)^ *```", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in code for line in block.splitlines()]
    lines += [" ".join(found.split()) for found in re.findall(r"(?<!`)`([^`]+)`(?!`)", text)]
    return [line for line in lines if re.match(r"(\S*/)?maatwerk (%s)\b" % "|".join(COMMANDS), line)]


class LinksTest(unittest.TestCase):
    def test_links_and_pictures_exist(self):
        count = 0
        for document in DOCUMENTS:
            text = document.read_text(encoding="utf-8")
            for target in re.findall(r"\]\(([^)\s]+)\)", without_code(text)):
                if re.match(r"[a-z]+:", target):
                    continue
                count += 1
                with self.subTest(document=document.name, link=target):
                    path, _, part = target.partition("#")
                    found = (document.parent / path).resolve() if path else document
                    self.assertTrue(found.exists(), f"{target} does not exist")
                    if part:
                        self.assertIn(part, anchors(found.read_text(encoding="utf-8")))
        self.assertGreater(count, 400)

    def test_pictures_are_small_described_and_used(self):
        pictures = {path for path in (ROOT / "docs/beelden").glob("*.png")}
        self.assertGreater(len(pictures), 5)
        shown = set()
        for guide in GUIDES:
            for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", guide.read_text(encoding="utf-8")):
                self.assertGreater(len(words.split()), 5, f"{target} is not described to who cannot see it")
                shown.add((guide.parent / target).resolve())
        self.assertEqual(shown, pictures)
        made = set(re.findall(r"^picture (\S+)", (ROOT / "docs/beelden/maak").read_text(), re.MULTILINE))
        self.assertEqual(made, {path.stem for path in pictures}, "make pictures makes all pictures")
        for path in pictures:
            with self.subTest(picture=path.name):
                data = path.read_bytes()
                width, height = struct.unpack(">II", data[16:24])
                self.assertLess(len(data), 120_000)
                self.assertTrue(900 <= width <= 1200 and height >= 100, f"{width} x {height}")

    def test_make_targets_and_rules_exist(self):
        makefile = (ROOT / "Makefile").read_text()
        targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
        rules = anchors((ROOT / "docs/regels.md").read_text(encoding="utf-8"))
        for document in WITH_COMMANDS:
            text = document.read_text(encoding="utf-8")
            for target in re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE):
                self.assertIn(target, targets, document.name)
            for rule in re.findall(r"\b[A-Z]{3}-\d\d\b", text):
                self.assertIn(rule.lower(), rules, document.name)


class VersionTest(ToolTest):
    def test_the_version_is_the_same_everywhere(self):
        version = self.run_tool("--version").stdout.decode().split(",")[0].removeprefix("maatwerk ")
        released = re.findall(r"^## \[(\d+\.\d+\.\d+(?:-rc\d+)?)\] - \d{4}-\d{2}-\d{2}$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
        self.assertEqual(released[0], version)
        self.assertEqual(released, sorted(released, key=self.order, reverse=True))
        self.assertIn(f"maatwerk:{version}", (ROOT / "cluster/kubernetes.yaml").read_text())

    @staticmethod
    def order(version):
        """What a version comes after: a candidate comes before what it is a candidate of."""
        numbers, _, candidate = version.partition("-rc")
        return [*map(int, numbers.split(".")), int(candidate) if candidate else float("inf")]

    def test_the_numbers_of_the_readme_are_right(self):
        rules = json.loads(self.run_tool("rules", "--format", "json").stdout)["rules"]
        count = len({rule["id"] for rule in rules})
        tables = len(list((ROOT / "Sources/Parameters/Tables").glob("*.csv"))) - 1
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        for words in (f"{count} regels", f"{count} rules", f"{tables} waarderingstabellen", f"{tables} valuation tables"):
            self.assertIn(words, text)


class NamesTest(ToolTest):
    def test_sheets_named_in_the_guides_exist(self):
        self.run_tool("template", "--output", self.folder / "sjabloon")
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder / "uit")
        self.run_tool("consolidate", self.folder / "uit", "--register", REGISTER, "--output", self.folder / "m.xlsx")
        sheets = set()
        for path in (self.folder / "sjabloon/sjabloon.xlsx", self.folder / "m.xlsx",
                     self.folder / "uit/schoonmaak-sanitair-2026-q2/rapport.xlsx",
                     self.folder / "uit/haastig-excel-2026-q2/terugkoppeling.xlsx"):
            sheets |= set(openpyxl.load_workbook(path, read_only=True).sheetnames)
        named = set()
        for guide in GUIDES:
            text = without_code(guide.read_text(encoding="utf-8")).replace("**", "")
            # The line below the title is in italics as a whole.
            for words in re.findall(r"(?<![\w*])\*([^*]{1,40})\*(?![\w*])", text):
                words = " ".join(words.split())
                with self.subTest(guide=guide.name, words=words):
                    self.assertIn(words, sheets | OTHER_WORDS | PLAIN_WORDS)
                named.add(words)
        self.assertGreater(len(named & sheets), 20)
        self.assertEqual(OTHER_WORDS & sheets, set(), "a sheet is no other word")

    def test_words_of_cells_named_in_the_guides_exist(self):
        """Headings and words that are no sheet stand in a workbook that the tool makes."""
        folder = self.folder / "uit"
        self.run_tool("template", "--output", self.folder / "sjabloon")
        self.run_tool("convert", EXAMPLES / "haastig-excel-2026-q2", EXAMPLES / "schoonmaak-sanitair-2026-q2",
                      "--register", REGISTER, "--output", folder)
        self.run_tool("consolidate", folder, "--register", REGISTER, "--output", self.folder / "m.xlsx")
        found = ""
        for path in (*folder.glob("*/*.xlsx"), self.folder / "m.xlsx", self.folder / "sjabloon/sjabloon.xlsx"):
            for sheet in openpyxl.load_workbook(path, read_only=True):
                for row in sheet.iter_rows(values_only=True):
                    found += "\n".join(str(value) for value in row if value is not None) + "\n"
        found = found.casefold()
        for words in OTHER_WORDS:
            self.assertIn(words.casefold(), found)


class CommandsTest(ToolTest):
    def help_of(self, command):
        return self.run_tool(command, "--help").stdout.decode()

    def test_options_exist(self):
        helps = {command: self.help_of(command) for command in COMMANDS}
        known = set(re.findall(r"--[a-z-]+", " ".join(helps.values())))
        seen = 0
        for document in WITH_COMMANDS:
            text = document.read_text(encoding="utf-8")
            for line in commands(text):
                command = line.split()[1]
                for option in re.findall(r"(?<=\s)--[a-z-]+", line):
                    seen += 1
                    with self.subTest(document=document.name, line=line):
                        self.assertIn(option, re.findall(r"--[a-z-]+", helps[command]))
            # Options that the text talks about, without a command.
            for option in re.findall(r"`(--[a-z-]+)", text):
                with self.subTest(document=document.name, option=option):
                    self.assertIn(option, known)
        self.assertGreater(seen, 20)

    def test_commands_of_the_guides_work(self):
        """Every command of the guide for procurement, in a folder with what it starts from."""
        work = self.folder / "werk"
        work.mkdir()
        shutil.copytree(REGISTER, work / "register")
        (work / "inbox").mkdir()
        example, workbook = EXAMPLES / "schoonmaak-sanitair-2026-q2", work / "inbox/voorbeeld-schoon-2026-q2.xlsx"
        self.run_tool("convert", example, "--register", REGISTER, "--output", work / "eerst")
        shutil.copy(work / "eerst" / example.name / "terugkoppeling.xlsx", workbook)
        for name in ("uit", "uit-eerder"):
            self.run_tool("convert", workbook, "--register", REGISTER, "--output", work / name)
        self.run_tool("convert", EXAMPLES / "eenvoudig.csv", "--register", REGISTER, "--output", work / "uit-2026-q1")
        # The command by its name, as after make install.
        (work / "bin").mkdir()
        (work / "bin/maatwerk").symlink_to(TOOL)
        lines = commands((ROOT / "docs/handleiding-inkoop.md").read_text(encoding="utf-8"))
        lines = [line for line in lines if len(line.split()) > 2]
        self.assertGreater(len(lines), 8)
        for line in lines:
            with self.subTest(line=line):
                result = subprocess.run(
                    ["bash", "-c", f"PATH={work}/bin:$PATH; {line}"], cwd=work, capture_output=True, timeout=300)
                self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertTrue((work / "sjablonen/voorbeeld-schoon/sjabloon.xlsx").exists())
        self.assertTrue((work / "ministerie.xlsx").exists())
        self.assertTrue((work / "categorie-SCHOONMAAK.xlsx").exists())
        self.assertTrue((work / "uit-2026-q2/voorbeeld-schoon-2026-q2/retourbericht.txt").exists())

    def test_no_formula_holds_words_of_a_supplier(self):
        """Neither on the page for the conversation nor anywhere else: titles, commitments and lessons are shown, not computed with."""
        example = EXAMPLES / "catering-maatwerk-2026-q2"
        texts = set()
        for name in ("afspraken", "knelpunten", "leerpunten", "voorbeelden"):
            with (example / f"{name}.csv").open(encoding="utf-8-sig") as file:
                texts |= {cell for row in csv.DictReader(file, delimiter=";") for cell in row.values() if cell and " " in cell}
        self.assertGreater(len(texts), 10)
        self.run_tool("convert", example, "--register", REGISTER, "--output", self.folder / "uit")
        for name in ("rapport.xlsx", "terugkoppeling.xlsx"):
            shown = set()
            for sheet in openpyxl.load_workbook(self.folder / "uit" / example.name / name):
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.data_type == "f":
                            self.assertFalse([text for text in texts if text[:30] in cell.value], f"{name} {sheet.title} {cell.coordinate}")
                        elif isinstance(cell.value, str):
                            shown |= {text for text in texts if text[:20] in cell.value}
            self.assertGreater(len(shown), 5, name)

    def test_corrections_that_the_guide_teaches(self):
        """Each form in the supplier's table does what it says, and what is ambiguous is left as it was."""
        example = EXAMPLES / "haastig-excel-2026-q2"
        self.run_tool("convert", example, "--register", REGISTER, "--output", self.folder / "uit")
        book = openpyxl.load_workbook(self.folder / "uit" / example.name / "terugkoppeling.xlsx")
        sheet = book["Inzet"]
        columns = {cell.value: cell.column for cell in sheet[4]}
        rows = {str(sheet.cell(row, columns["Uw rij"]).value): row for row in range(5, sheet.max_row + 1)}
        written = {
            "4": "90000004", "5": "werkgever_kvk: 90000004", "6": "uren_per_week: 32\ntoelichting: leeg", "9": "leeg",
            "7": "13-05-2026", "8": "32 of 36", "12": "verwijderen", "13": "verwijderen",
        }
        for number, text in written.items():
            sheet.cell(rows[number], columns["Correctie"]).value = text
        added = max(rows.values()) + 1
        for column in range(columns["Inzet-ID"], sheet.max_column + 1):
            sheet.cell(added, column).value = sheet.cell(rows["11"], column).value
        sheet.cell(added, columns["Inzet-ID"]).value = "V-99"
        sheet.cell(added, columns["Deelnemercode"]).value = "M-99"
        sheet.delete_cols(columns["Naam"])
        book.save(self.folder / "verbeterd.xlsx")
        self.run_tool("convert", self.folder / "verbeterd.xlsx", "--register", REGISTER, "--output", self.folder / "uit")
        result = self.folder / "uit/verbeterd"
        with (result / "gegevens/inzet.csv").open(encoding="utf-8-sig") as file:
            data = {row["inzet_id"] + row["deelnemercode"]: row for row in csv.DictReader(file)}
        self.assertEqual(data["V-2M-02"]["werkgever_kvk"], "90000004")
        self.assertEqual(data["V-3M-03"]["werkgever_kvk"], "90000004")
        self.assertEqual((data["V-4M-04"]["uren_per_week"], data["V-4M-04"]["toelichting"]), ("32", ""))
        self.assertEqual(data["V-7M-07"]["toelichting"], "")
        self.assertEqual(data["V-6M-06"]["begindatum"], "2026-05-01", "read as it was: it fits none of the marked cells")
        self.assertEqual(data["V-5M-05"]["begindatum"], "2026-05-13")
        self.assertIn("V-99M-99", data)
        report = openpyxl.load_workbook(result / "rapport.xlsx", read_only=True)
        told = [row[2] for row in report["Herkomst"].iter_rows(values_only=True)
                if row[0].startswith("Gewijzigd in correctie")]
        for place in ("Inzet rij 4: Werkgever KvK", "Inzet rij 5: Werkgever KvK", "Inzet rij 6: Uren per week",
                      "Inzet rij 12", "Inzet rij 13"):
            self.assertIn(place, told)
        asked = [f for f in self.check(self.folder / "verbeterd.xlsx")["findings"] if "'Correctie'" in f["message"]]
        self.assertEqual(len(asked), 1)


if __name__ == "__main__":
    unittest.main()
