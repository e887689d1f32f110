"""The feedback and the letter: what they tell, what they must not, and that other programs keep what makes them work."""
import pathlib
import re
import subprocess
import zipfile

import openpyxl

import office
from support import COVER, EXAMPLES, PLACEMENT_HEADING, REGISTER, ToolTest

HASTY = EXAMPLES / "haastig-excel-2026-q2"
SEPARATOR = "|"


def text_of(workbook):
    """Every part of a workbook as one text."""
    with zipfile.ZipFile(workbook) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


class FeedbackTest(ToolTest):
    def convert(self, submission, register=REGISTER, *options):
        output = self.folder / "uit"
        result = self.run_tool("convert", submission, "--register", register, "--output", output, *options)
        self.assertEqual(result.returncode, 0, result.stderr)
        return output / pathlib.Path(submission).name

    def faulty(self):
        rows = [
            "P-1;BZK-2026-0147;D-1;onzin;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: werk;",
            "P-2;BZK-2026-0147;D-2;PW;12345678;soms;bepaald;99-04-2026;;24,0;direct: werk;",
            "P-3;BZK-2026-0147;D-3;PW;12345678;dienstverband;bepaald;01-04-2026;;veel;direct: werk;",
        ]
        return self.submission(inzet="\r\n".join([PLACEMENT_HEADING, *rows]) + "\r\n")

    def check_helps(self, path):
        """Drop-downs, checks, notes and the hidden sheets are there."""
        book = openpyxl.load_workbook(path)
        self.assertEqual(book["Eerste levering"].sheet_state, "hidden")
        self.assertEqual(book["Keuzelijsten"].sheet_state, "hidden")
        sheet = book["Inzet"]
        rules = {
            (f"{openpyxl.utils.get_column_letter(column)}{row}", rule.type): rule
            for rule in sheet.data_validations.dataValidation for cells in rule.sqref.ranges
            for row, column in cells.cells
        }
        for cell, name in (("H5", "keuze_doelgroep"), ("J6", "keuze_soort_inzet")):
            self.assertEqual(rules[cell, "list"].formula1, name)
            names = [c.value for row in self.cells(book, name) for c in row]
            self.assertIn("Participatiewet" if name == "keuze_doelgroep" else "Dienstverband", names)
        self.assertTrue(rules["L6", "date"].prompt)
        self.assertTrue(rules["N7", "decimal"].prompt)
        for cell in ("H5", "J6", "L6", "N7"):
            self.assertIn("Zo lost u het op:", sheet[cell].comment.text)
            self.assertFalse(sheet.protection.sheet)
        return book

    @staticmethod
    def cells(book, name):
        """The cells that a defined name stands for."""
        sheet, cells = book.defined_names[name].attr_text.replace("'", "").replace("$", "").split("!")
        return book[sheet][cells]

    def test_another_program_keeps_what_helps(self):
        path = self.convert(self.faulty()) / "terugkoppeling.xlsx"
        before = self.check_helps(path)
        after = self.check_helps(*office.saved("xlsx:Calc MS Excel 2007 XML", self.folder / "opnieuw", path))
        first = [[c.value for c in row] for row in before["Eerste levering"].iter_rows()]
        anew = [[c.value for c in row] for row in after["Eerste levering"].iter_rows()]
        self.assertEqual([row[:4] for row in first], [row[:4] for row in anew])

    def test_the_first_delivery_is_what_was_delivered(self):
        folder = self.faulty()
        book = openpyxl.load_workbook(self.convert(folder) / "terugkoppeling.xlsx", read_only=True)
        rows = [row for row in book["Eerste levering"].iter_rows(values_only=True)]
        self.assertEqual(rows[0][0], "maatwerk-eerste-levering/1")
        self.assertEqual(rows[1][:4], ("blad", "rij", "gemarkeerd", "tekst"))
        facts = {row[1]: row[2] for row in rows[2:] if row[0] is None}
        self.assertEqual(facts["inzending"], "inzending")
        digest = subprocess.run(["sha256sum", folder / "inzet.csv"], capture_output=True, text=True).stdout.split()[0]
        self.assertEqual(facts["inzet.csv"], digest)
        delivered = (folder / "inzet.csv").read_text().splitlines()
        kept = [(row[1], row[3].split(SEPARATOR)) for row in rows if row[0] == "Inzet"]
        self.assertEqual(kept, [(number, line.split(";")) for number, line in enumerate(delivered, 1)])

    def test_nothing_of_another_supplier_or_of_the_register(self):
        """Marks in every column of the register that is not the supplier's own, and rows that name another's contract."""
        register = self.folder / "register"
        register.mkdir()
        (register / "contracten.csv").write_text(
            "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;"
            "einddatum;regime;voorbehoud;contractmanager;rapportagefrequentie\n"
            "C-1;Eigentitelgeheim;SCHOONMAAK;12345678;dienst;;15-01-2026;01-01-2026;31-12-2027;klassiek;geen;"
            "eigenmanager@bzk.example;kwartaal\n"
            "X-9;Andertitelgeheim;CATERING;90000001;dienst;;15-01-2031;17-09-2031;16-09-2033;klassiek;geen;"
            "anderemanager@bzk.example;kwartaal\n")
        (register / "verplichtingen.csv").write_text(
            "contractnummer;percentage;grondslag;grondslag_bedrag;doel_aantal;doel_eenheid;status\n"
            "C-1;5;loonsom;640000;4;personen;in_uitvoering\nX-9;5;loonsom;987654;77;personen;in_uitvoering\n")
        (register / "leveranciers.csv").write_text(
            "kvk;naam\n12345678;Voorbeeld Schoon B.V.\n90000001;Andernaamgeheim B.V.\n")
        rows = [
            "P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: werk;",
            "P-2;X-9;D-2;PW;12345678;dienstverband;bepaald;01-04-2026;01-01-2026;24,0;direct: werk;",
            "P-3;X-9;D-3;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: werk;",
        ]
        purchases = (
            "contractnummer;partner_kvk;partner_naam;keten;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning\r\n"
            "C-1;90000001;Werkplaats Voorbeeld;levering;F-1;01-05-2026;100,00;code_so\r\n")
        submission = self.submission(
            inzet="\r\n".join([PLACEMENT_HEADING, *rows]) + "\r\n", sociale_inkoop=purchases)
        for language in ("nl", "en"):
            folder = self.convert(submission, register, "--language", language)
            written = {
                name: text_of(folder / name) if name.endswith("xlsx") else (folder / name).read_text(encoding="utf-8")
                for name in ("terugkoppeling.xlsx", "retourbericht.md", "retourbericht.txt")
            }
            for name, text in written.items():
                for secret in ("geheim", "anderemanager", "987654", "987.654", "987,654", "640000", "640.000",
                               "17-09-2031", "17 September 2031", "2030", "2033", "77 "):
                    found = re.search(r".{0,60}" + re.escape(secret) + r".{0,40}", text)
                    self.assertIsNone(found, f"{name} ({language}): {found and found.group()}")
            # Whom to ask about its own contract is for the supplier to know; the template says so too.
            self.assertIn("eigenmanager@bzk.example", written["terugkoppeling.xlsx"])
            # The report is for the contract manager, and the marks are not just missing everywhere.
            self.assertIn("Eigentitelgeheim", text_of(folder / "rapport.xlsx"))

    def test_the_letter_tells_the_same_in_two_forms(self):
        for language, words in (("nl", ("Geachte heer, mevrouw", "Te herstellen", "afgekeurd")),
                                ("en", ("Dear Sir or Madam", "To correct", "rejected"))):
            folder = self.convert(HASTY, REGISTER, "--language", language)
            markdown = (folder / "retourbericht.md").read_text(encoding="utf-8")
            plain = (folder / "retourbericht.txt").read_text(encoding="utf-8")
            for word in words:
                self.assertIn(word, markdown)
                self.assertIn(word, plain)
            self.assertLessEqual(max(map(len, plain.splitlines())), 74)
            # Without markup and line breaks both say the same.
            bare = re.sub(r"\\(.)", r"\1", re.sub("^#+ ", "", markdown, flags=re.MULTILINE).replace("**", ""))
            self.assertEqual(" ".join(bare.split()).casefold(), " ".join(plain.split()).casefold())

    def test_supplier_text_stays_text(self):
        cover = COVER.replace("Voorbeeld Schoon B.V.", "[klik](http://kwaad.example) <b>vet</b>")
        folder = self.convert(self.submission(voorblad=cover))
        markdown = (folder / "retourbericht.md").read_text(encoding="utf-8")
        self.assertIn("\\[klik\\](http\\://kwaad.example) \\<b\\>vet\\</b\\>", markdown)
        self.assertNotIn("<b>", markdown)
