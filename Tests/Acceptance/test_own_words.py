"""Own words of suppliers: headings and values are asked about, never applied; a line in kolommen.csv makes a heading one that is read."""
import json
import shutil
import unittest

import openpyxl

from support import COVER, REGISTER, ToolTest

# A table as a program of salaries writes it, with one value in own words.
OWN_HEADINGS = {
    "Plaatsingsnr.": "inzet_id", "Contractno.": "contractnummer", "Pers.nr.": "deelnemercode",
    "Soort uitkering": "doelgroep", "KvK inlener": "werkgever_kvk", "Soort plaatsing": "soort_inzet",
    "Type contract (vast/tijdelijk)": "contractvorm", "Datum in dienst": "begindatum",
    "Datum uit dienst": "einddatum", "Contracturen": "uren_per_week", "Verband opdrach": "verband_opdracht",
}
OPTIONAL = {"einddatum"}
ROW = ["P-001", "BZK-2026-0147", "D-0001", "PW", "12345678", "dienstverband", "bepaald", "01-04-2026", "", "24,0", "direct: bevoorrading"]


def table(*rows, headings=tuple(OWN_HEADINGS)):
    return "\r\n".join(";".join(row) for row in [headings, *rows]) + "\r\n"


class OwnWordsTest(ToolTest):
    def register(self, *lines):
        """The register of the examples, with these lines in kolommen.csv."""
        folder = self.folder / "register"
        shutil.copytree(REGISTER, folder)
        text = "\r\n".join(["kvk;tabel;kop;kolom;toelichting", *lines]) + "\r\n"
        (folder / "kolommen.csv").write_text(text, encoding="utf-8")
        return folder

    def about_columns(self, found, file="inzet.csv"):
        return [f for f in found["findings"] if f["rule"] in ("BST-03", "BST-04") and f["file"] == file]

    def test_each_column_is_asked_about_once(self):
        found = self.check(self.submission(inzet=table(ROW)))
        asked = self.about_columns(found)
        self.assertEqual(sorted(f["column"] for f in asked), sorted(OWN_HEADINGS.values()))
        for finding in asked:
            heading = next(own for own, column in OWN_HEADINGS.items() if column == finding["column"])
            with self.subTest(column=finding["column"]):
                self.assertIn(f"Bedoelt u met '{heading}' de kolom {finding['column']}?", finding["message"])
                self.assertIn(f"Verander de kop dan in {finding['column']}", finding["remedy"])
                optional = finding["column"] in OPTIONAL
                self.assertEqual(finding["severity"], "waarschuwing" if optional else "fout")
                self.assertEqual(finding["rule"], "BST-04" if optional else "BST-03")
        self.assertEqual(found["rows"], {"read": 2, "accepted": 1, "set_aside": 1})
        english = self.check(self.folder / "inzending", "--language", "en")
        self.assertIn("Do you mean the column begindatum by 'Datum in dienst'?", json.dumps(english, ensure_ascii=False))

    def test_a_sheet_points_at_its_headings(self):
        book = openpyxl.Workbook()
        cover, sheet = book.active, book.create_sheet("Inzet Q2")
        cover.title = "Voorblad"
        for line in COVER.split("\r\n"):
            cover.append(line.split(";"))
        sheet.append(["Onze mensen"])
        sheet.append(list(OWN_HEADINGS))
        sheet.append(ROW)
        path = self.folder / "eigen lijst.xlsx"
        book.save(path)
        asked = self.about_columns(self.check(path), path.name)
        self.assertEqual(len(asked), len(OWN_HEADINGS))
        cells = {f["column"]: f["cell"] for f in asked}
        self.assertEqual(cells["inzet_id"], "'Inzet Q2'!A:A")
        self.assertEqual(cells["begindatum"], "'Inzet Q2'!H:H")

    def test_nothing_is_read_by_a_proposal(self):
        folder = self.submission(uren="inzet_id;periode;Gewerkte uren Q2 2026\r\nP-001;2026-04;111222333\r\n")
        found = self.check(folder)
        self.assertEqual([f["column"] for f in self.about_columns(found, "uren.csv")], ["gewerkte_uren"])
        self.assertIn("AVG-01", [f["rule"] for f in found["findings"]])
        output = self.folder / "uit"
        self.run_tool("convert", folder, "--output", output, "--quiet")
        hours = (output / folder.name / "gegevens" / "uren.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(hours), 1, "the row is set aside")
        self.assertNotIn("111222333", "".join(p.read_text(errors="replace") for p in output.rglob("*.*") if p.is_file()))

    def test_what_is_laid_down_is_read_and_told(self):
        lines = [f"12345678;inzet;{own};{column};" for own, column in OWN_HEADINGS.items()]
        register = self.register(*lines)
        folder = self.submission(inzet=table(ROW))
        found = self.check(folder, "--register", register)
        self.assertEqual(self.about_columns(found), [])
        self.assertEqual(found["rows"]["set_aside"], 0)
        output = self.folder / "uit"
        self.run_tool("convert", folder, "--register", register, "--output", output, "--quiet")
        book = openpyxl.load_workbook(output / folder.name / "rapport.xlsx")
        told = [str(cell) for row in book["Herkomst"].iter_rows(values_only=True) for cell in row if cell]
        for own, column in OWN_HEADINGS.items():
            self.assertIn(f"kop '{own}' gelezen als {column} (kolommen.csv)", told)
        package = json.loads((output / folder.name / "gegevens" / "datapackage.json").read_text(encoding="utf-8"))
        fields = {
            field["name"]: field["maatwerk"]
            for resource in package["resources"] for field in resource["schema"]["fields"] if "maatwerk" in field
        }
        self.assertEqual(fields["begindatum"], {"heading": "Datum in dienst", "origin": "kolommen.csv"})
        self.assertEqual(set(fields), set(OWN_HEADINGS.values()))

    def test_a_line_is_for_its_own_supplier(self):
        register = self.register("87654321;inzet;Datum in dienst;begindatum;")
        found = self.check(self.submission(inzet=table(ROW)), "--register", register)
        self.assertIn("begindatum", [f["column"] for f in self.about_columns(found)])

    def test_lines_that_cannot_be_used_are_reported(self):
        register = self.register(
            "12345678;inzet;Naam;deelnemercode;", "12345678;inzet;BSN;deelnemercode;", "1234;inzet;Aanvang;begindatum;",
            "*;rooster;Aanvang;begindatum;", "*;inzet;Aanvang;aanvang;", "*;inzet;Aanvang;begindatum;",
            "*;Inzet;aanvang;einddatum;")
        found = self.check(self.submission(), "--register", register)
        lines = [(f["rule"], f["row"], f["column"]) for f in found["findings"] if f["file"] == "kolommen.csv"]
        self.assertEqual(
            lines,
            [("CTR-18", 2, "kop"), ("CTR-18", 3, "kop"), ("CTR-18", 4, "kvk"), ("CTR-18", 5, "tabel"),
             ("CTR-18", 6, "kolom"), ("CTR-16", 8, "kop")])

    def test_a_word_is_answered_in_the_cell_itself(self):
        row = [*ROW[:3], "Wajonger", ROW[4], "uitzenden", *ROW[6:]]
        other = ["P-002", *ROW[1:3], "P-wet", *ROW[4:]]
        folder = self.submission(inzet=table(row, other, headings=OWN_HEADINGS.values()))
        found = self.check(folder)
        asked = [(f["row"], f["column"], f["message"]) for f in found["findings"] if "Bedoelt u" in f["message"]]
        self.assertEqual([(line, column) for line, column, _ in asked], [(2, "soort_inzet"), (2, "doelgroep"), (3, "doelgroep")])
        for (_, _, message), answer in zip(asked, ["'detachering'", "'WAJ' (Wajong)", "'PW' (Participatiewet)"]):
            self.assertIn(answer, message)
        output = self.folder / "uit"
        self.run_tool("convert", folder, "--output", output, "--quiet")
        sheet = openpyxl.load_workbook(output / folder.name / "terugkoppeling.xlsx")["Inzet"]
        notes = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
        for answer in ("'WAJ' (Wajong)", "'detachering'", "'PW' (Participatiewet)"):
            self.assertTrue(any(f"Bedoelt u {answer}?" in note for note in notes), answer)
        # One line a proposal: who means two things is told of both.
        letter = self.run_tool("check", folder).stdout.decode()
        self.assertIn("Bedoelt u 'WAJ'", letter)
        self.assertIn("Bedoelt u 'PW'", letter)


if __name__ == "__main__":
    unittest.main()
