"""What programs make of a delivery: exports of other countries, templates of one's own, a list that was opened with the wrong sign."""
import csv
import io

import openpyxl

from support import COVER, PLACEMENT, PLACEMENT_HEADING, REGISTER, ToolTest, placements

EVIDENCE_HEADING = "bewijs_id;hoort_bij;soort;afgever;datum_document;gezien_op;bewaard_bij"
EVIDENCE = "B-{0:03d};P-{0:03d};overig;gemeente;{1};{2};leverancier"
TALK_HEADING = "contractnummer;datum;fase;uitkomst"
HOURS_HEADING = "inzet_id;periode;gewerkte_uren"


def lines(*rows):
    return "\r\n".join(rows) + "\r\n"


class ExportTest(ToolTest):
    """Reads deliveries as folders of text and as workbooks."""

    def workbook(self, name, sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, text in sheets.items():
            sheet = book.create_sheet(title)
            for row in csv.reader(io.StringIO(text), delimiter=";"):
                sheet.append([cell or None for cell in row])
                for cell in sheet[sheet.max_row]:
                    if cell.value is not None:
                        cell.data_type = "s"
        path = self.folder / f"{name}-werkmap.xlsx"
        book.save(path)
        return path

    def both(self, name, **tables):
        """The same delivery as a folder and as a workbook, with a sound cover and placements unless they are given."""
        contents = {"voorblad": COVER, "inzet": placements(2), **tables}
        titled = {table.capitalize(): text for table, text in contents.items()}
        return [self.submission(name, **contents), self.workbook(name, titled)]

    def gegevens(self, path, table):
        output = self.folder / f"uit-{path.name}"
        result = self.run_tool("convert", path, "--register", REGISTER, "--only", "gegevens", "--output", output)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return list(csv.DictReader(io.StringIO((output / path.stem / "gegevens" / f"{table}.csv").read_text())))

    def at(self, path, rule):
        """Column, row and severity of each finding of a rule."""
        found = self.check(path, "--register", REGISTER)["findings"]
        return [(f["column"], f["row"], f["severity"]) for f in found if f["rule"] == rule]


class MonthFirstTest(ExportTest):
    """A program that writes the month first does so on the cover too, where seldom a day tells."""

    COVER = COVER.replace("03-07-2026", "07/03/2026")
    TALKS = lines(TALK_HEADING, "BZK-2026-0147;04/08/2026;start;Afspraken vastgelegd.")

    def evidence(self, *days):
        return lines(EVIDENCE_HEADING, *(EVIDENCE.format(number, "", day) for number, day in enumerate(days, 1)))

    def test_dates_of_other_tables_are_asked_about(self):
        evidence = self.evidence("03/30/2026", "04/02/2026")
        for path in self.both("levering", voorblad=self.COVER, bewijs=evidence, gesprekken=self.TALKS):
            told = self.at(path, "BST-11")
            self.assertIn(("opgesteld_op", 2, "waarschuwing"), told)
            self.assertIn(("datum", 2, "waarschuwing"), told)
            self.assertEqual(len(told), 4, told)
            words = [f["message"] for f in self.check(path)["findings"] if f["column"] == "opgesteld_op"]
            self.assertIn("In een andere kolom van deze rapportage wel. Wij lezen 07-03-2026", words[0])

    def test_one_day_in_front_elsewhere_asks_nothing(self):
        talks = self.TALKS.replace("04/08", "17/06")
        for path in self.both("levering", voorblad=self.COVER, bewijs=self.evidence("03/30/2026"), gesprekken=talks):
            self.assertEqual(self.at(path, "BST-11"), [("gezien_op", 2, "fout")])

    def test_another_notation_asks_nothing(self):
        cover = COVER.replace("03-07-2026", "07-03-2026")
        for path in self.both("levering", voorblad=cover, bewijs=self.evidence("03/30/2026")):
            self.assertEqual(self.at(path, "BST-11"), [("gezien_op", 2, "fout")])


class PreparedRowsTest(ExportTest):
    """What a template of one's own holds in rows that nobody used is told once a row, and holds nothing up."""

    def test_rows_that_were_copied_down_are_no_faults(self):
        inzet = lines(PLACEMENT_HEADING, PLACEMENT.format(1, ""), *[";BZK-2026-0147;;;12345678;;;;;;;"] * 5)
        hours = lines(HOURS_HEADING, "P-001;2026-Q2;288", *[";2026-Q2;"] * 4)
        for path in self.both("levering", inzet=inzet, uren=hours):
            found = self.check(path, "--register", REGISTER)
            self.assertEqual(found["counts"]["fout"], 0)
            self.assertEqual(len([f for f in found["findings"] if f["rule"] == "BST-23"]), 9)
            self.assertEqual([f for f in found["findings"] if f["rule"] == "BST-15"], [])
            self.assertEqual(found["rows"]["set_aside"], 9)

    def test_numbers_alone_are_one_finding_a_row(self):
        rows = [f"P-{number:03d};;D-{number:04d};;;;;;;;;" for number in range(2, 5)]
        for path in self.both("levering", inzet=lines(PLACEMENT_HEADING, PLACEMENT.format(1, ""), *rows)):
            told = [(f["row"], f["rule"], f["severity"]) for f in self.check(path)["findings"] if (f["row"] or 0) > 2]
            self.assertEqual(told, [(row, "BST-23", "fout") for row in (3, 4, 5)])

    def test_units_below_the_headings_are_one_note(self):
        words = "verplicht;verplicht;verplicht;optioneel;optioneel;optioneel;optioneel"
        evidence = lines(EVIDENCE_HEADING, words, EVIDENCE.format(1, "", "30-03-2026"))
        inzet = lines(PLACEMENT_HEADING, ";;;;;;;;;[uur];;", PLACEMENT.format(1, ""))
        for path in self.both("levering", inzet=inzet, bewijs=evidence):
            found = self.check(path)
            told = [(f["rule"], f["severity"]) for f in found["findings"] if f["row"] == 2 and f["rule"].startswith("BST")]
            self.assertEqual(told, [("BST-23", "waarschuwing")] * 2)
            self.assertEqual(found["rows"]["set_aside"], 2)


class ProgramWordsTest(ExportTest):
    """What a program writes for nothing or for a fault is no text of the supplier."""

    def test_errors_of_programs_in_texts(self):
        for number, error in enumerate(["#NV", "#BEZUG!", "#NOM ?", "#VALEUR!", "Err:502", "Fout:502", "#VERW!"]):
            for path in self.both(f"geval{number}", inzet=placements(1, error)):
                self.assertEqual(self.at(path, "BST-08"), [("toelichting", 2, "fout")], error)
        self.assertEqual(self.at(self.both("tekst", inzet=placements(1, "Fout hersteld"))[0], "BST-08"), [])

    def test_an_empty_text_of_pandas_is_empty(self):
        for number, word in enumerate(["nan", "NaN", "NULL", "<NA>"]):
            for path in self.both(f"geval{number}", inzet=placements(1, word)):
                self.assertEqual([row["toelichting"] for row in self.gegevens(path, "inzet")], [""], word)

    def test_a_word_for_nothing_is_no_word_of_an_open_list(self):
        for path in self.both("levering", inzet=lines(PLACEMENT_HEADING + ";uitkomst", PLACEMENT.format(1, "") + ";nan")):
            self.assertEqual([row["uitkomst"] for row in self.gegevens(path, "inzet")], [""])

    def test_a_note_below_the_cover_is_no_row_of_the_data(self):
        for path in self.both("levering", voorblad=COVER + "\r\n(1 rij)\r\n"):
            self.assertEqual([row["leverancier_kvk"] for row in self.gegevens(path, "voorblad")], ["12345678"])

    def test_arrows_of_a_filter_are_no_part_of_a_heading(self):
        inzet = placements(2).replace("begindatum", "Begindatum ▼").replace("uren_per_week", "Uren per week ▾")
        for path in self.both("levering", inzet=inzet):
            self.assertEqual(self.check(path)["rows"]["accepted"], 3)


class OneColumnTest(ExportTest):
    """A list opened with the wrong sign, and saved as a workbook."""

    def test_it_is_called_that(self):
        for sign in ",;":
            book = openpyxl.Workbook()
            book.active.title = "Voorblad"
            for row in csv.reader(io.StringIO(COVER), delimiter=";"):
                book.active.append(row)
            sheet = book.create_sheet("Inzet")
            for line in placements(2).replace(";", sign).split("\r\n")[:-1]:
                sheet.append([line])
            path = self.folder / f"levering{ord(sign)}.xlsx"
            book.save(path)
            found = [f for f in self.check(path)["findings"] if f["rule"] in ("BST-02", "BST-03")]
            self.assertEqual([f["rule"] for f in found], ["BST-02"], sign)
            self.assertIn("alles in één kolom", found[0]["message"])
            self.assertIn("Tekst naar kolommen", found[0]["remedy"])
