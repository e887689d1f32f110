"""What comes out of a printer when somebody clicks on print: pages for reading, in letters of 8 points or more, and no thousand pages of rows."""
import csv
import shutil
import textwrap
import unittest
import warnings

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from support import COVER, EXAMPLES, REGISTER, ToolTest, placements

warnings.simplefilter("ignore")
# Between the margins of A4 on its side, at four fifths of the size.
PAGE = (29.7 - 2 * 0.7) / 2.54 * 96 / 0.8


class PrintingTest(ToolTest):
    def report(self, rows, change=None):
        self.run_tool("generate", "--output", self.folder / "g", "--suppliers", "1", "--rows", str(rows), "--seed", "3", "--quiet")
        register = self.folder / "g/register"
        if change:
            path = register / "verplichtingen.csv"
            heading, *lines = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
            for line in lines:
                for name, value in change.items():
                    line[heading.index(name)] = value
            path.write_text("\n".join(";".join(line) for line in [heading, *lines]) + "\n", "utf-8")
        submission = next((self.folder / "g/inzendingen").iterdir())
        self.run_tool("convert", submission, "--register", register, "--output", self.folder / "uit", "--only", "rapport", "--quiet")
        return openpyxl.load_workbook(self.folder / "uit" / submission.name / "rapport.xlsx")

    def test_of_a_long_table_the_first_rows_are_printed_and_every_page_says_so(self):
        book = self.report(700)
        long = {sheet.title for sheet in book if sheet.max_row > 520 and sheet.sheet_state == "visible"}
        self.assertIn("Inzet", long)
        for sheet in book:
            area = sheet.print_area
            words = f"{sheet.oddFooter.center.text} {sheet.oddHeader.right.text}"
            if sheet.title in long:
                self.assertEqual(range_boundaries(area.split("!")[-1].replace("$", ""))[3], 204, sheet.title)
                self.assertRegex(words, r"de eerste 200 van [5-9]\d\d rijen.*[Ww]is het afdrukbereik")
            else:
                self.assertNotIn("afdrukbereik", words, sheet.title)
                if area and sheet.max_row > 5 and sheet.title not in ("Samenvatting", "Gesprek"):
                    self.assertGreaterEqual(range_boundaries(area.split("!")[-1].replace("$", ""))[3], sheet.max_row - 2, sheet.title)

    def test_a_title_on_the_reading_guide_stays_with_what_is_below_it(self):
        """A section began on the last line of a page, and its table on the next."""
        report = self.report(5)
        results = [path for path in (self.folder / "uit").iterdir() if path.is_dir() and path.name != ".maatwerk"]
        self.run_tool("convert", next((self.folder / "g/inzendingen").iterdir()), "--output", self.folder / "uit", "--quiet")
        self.run_tool("consolidate", *results, "--output", self.folder / "m.xlsx", "--quiet")
        for book in (report, openpyxl.load_workbook(self.folder / "m.xlsx")):
            sheet = book["Leeswijzer"]
            starts = [brk.id + 1 for brk in sheet.row_breaks.brk]
            self.assertTrue(starts)
            height = {row: sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)}
            ends = [*(start - 1 for start in starts), sheet.max_row]
            for first, last in zip([1, *starts], ends):
                # Between the margins of 2.0 and 1.8 centimetres.
                self.assertLessEqual(sum(height[row] for row in range(first, last + 1)), (21 - 3.8) / 2.54 * 72)
            titles = [row for row in range(4, sheet.max_row) if sheet.cell(row, 1).value and not sheet.cell(row, 2).value]
            self.assertGreater(len(titles), 1)
            for title in titles:
                self.assertFalse(any(title < start <= title + 3 for start in starts), (title, starts))

    def test_letters_on_the_summary_are_eight_points_whatever_the_amounts(self):
        for amount, pages in (("400000,00", 1), ("9900000000,00", 2)):
            with self.subTest(amount=amount):
                sheet = self.report(5, {"grondslag_bedrag": amount, "percentage": "50,0", "doel_aantal": "", "doel_eenheid": ""})["Samenvatting"]
                last = range_boundaries(sheet.print_area.split("!")[-1].replace("$", ""))[2]
                width = sum(8 * sheet.column_dimensions[get_column_letter(column)].width + 5 for column in range(1, last + 1))
                self.assertEqual(int(sheet.page_setup.fitToWidth or 1), pages)
                self.assertLessEqual(width, pages * PAGE + 80)
                self.assertEqual(sheet.print_title_cols, "$A:$A" if pages > 1 else None)

    def test_words_of_the_summary_are_whole_beside_what_is_in_consultation(self):
        """A column more leaves the others less room: `Voorstel status` and the heading on three lines were cut off."""
        self.run_tool("generate", "--output", self.folder / "g", "--suppliers", "1", "--rows", "5", "--seed", "3", "--quiet")
        register = self.folder / "g/register"
        path = register / "verplichtingen.csv"
        path.write_text(path.read_text("utf-8-sig").replace("HAAGLANDEN-2023-07", "UTRECHT"), "utf-8")
        submission = next((self.folder / "g/inzendingen").iterdir())
        contract = next(csv.DictReader((register / "contracten.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))["contractnummer"]
        (submission / "sociale_inkoop.csv").write_text(
            "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning\n"
            f"{contract};90000001;Sociale Onderneming;F-1;10-05-2026;12000,00;art282\n", "utf-8")
        self.run_tool("convert", submission, "--register", register, "--output", self.folder / "uit", "--only", "rapport", "--quiet")
        sheet = openpyxl.load_workbook(self.folder / "uit" / submission.name / "rapport.xlsx")["Samenvatting"]
        cells = {str(cell.value): cell for row in sheet.iter_rows(max_row=5) for cell in row if cell.value}
        heading = cells["In overleg (telt nog niet)"]
        # Three lines of 9 points and more: "In overleg", "(telt nog", "niet)".
        self.assertGreaterEqual(sheet.row_dimensions[heading.row].height, 3 * 14)
        # A bold letter takes more room than a digit, and the text begins one place in.
        self.assertGreaterEqual(sheet.column_dimensions["A"].width, len("Voorstel status"))

    def test_long_names_leave_room_for_what_stands_beside_them(self):
        """The period left the titles, the name of the sheet was printed over the supplier's, and of a contract the middle of its title was seen."""
        name = "De Zeer Lange Naam van een Onderneming in de Facilitaire Dienstverlening en Aanverwante Werkzaamheden Nederland en Omstreken B.V."
        title = "Het integraal onderhoud, de schoonmaak en de glasbewassing van alle kantoren in Noord, Oost, Zuid en West met de buitenterreinen, perceel 3"
        register = self.folder / "register"
        shutil.copytree(REGISTER, register)
        path = register / "contracten.csv"
        path.write_text(path.read_text("utf-8-sig").replace("Sanitaire supplies", title), "utf-8")
        folder = self.submission(
            voorblad=COVER.replace("Voorbeeld Schoon B.V.", name),
            inzet=placements(2).replace(";bepaald;01-04-2026;;", ";bepaald;01-04-2026;31-08-2026;"))
        self.run_tool("convert", folder, "--register", register, "--output", self.folder / "uit", "--only", "rapport", "--quiet")
        book = openpyxl.load_workbook(self.folder / "uit" / folder.name / "rapport.xlsx")
        for sheet in ("Samenvatting", "Gesprek"):
            self.assertTrue(book[sheet]["A1"].value.endswith(" · 2e kwartaal 2026"), book[sheet]["A1"].value)
            self.assertLess(len(book[sheet]["A1"].value), 100)
        self.assertIn("(BZK-2026-0147)", book["Gesprek"]["A1"].value)
        for sheet in book:
            self.assertLessEqual(len(sheet.oddFooter.left.text), 75, sheet.title)
            self.assertIn("2026-Q2", sheet.oddFooter.left.text)
        (cell,) = [cell for row in book["Samenvatting"].iter_rows(max_row=12) for cell in row if str(cell.value).startswith("Het integraal")]
        self.assertRegex(cell.value, r"… · Voorbehouden")
        lines = len(textwrap.wrap(cell.value, int(book["Samenvatting"].column_dimensions[cell.column_letter].width)))
        self.assertLessEqual(lines * 12.5, book["Samenvatting"].row_dimensions[cell.row].height)

    def test_headings_are_printed_again_where_their_table_goes_on(self):
        """Above the steps at the end of a short one they say nothing."""
        for rows, repeats in ((1, False), (40, True)):
            with self.subTest(rows=rows):
                folder = self.submission(f"in{rows}", inzet=placements(rows), **{
                    "sociale_inkoop": "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\r\n" + "".join(
                        f"BZK-2026-0147;90000001;Partner;F-{number};{'32-05-2026' if number % 2 else '15-05-2026'};{number},001\r\n"
                        for number in range(rows))} if repeats else {})
                self.run_tool("convert", folder, "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
                sheet = openpyxl.load_workbook(self.folder / "uit" / folder.name / "terugkoppeling.xlsx")["Lees dit eerst"]
                heading = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Punt")
                end = next(table.ref for table in sheet.tables.values()).split(":")[1]
                height = sum(sheet.row_dimensions[row].height or 0 for row in range(1, range_boundaries(f"A1:{end}")[3] + 1))
                page = (21 - 3.8) / 2.54 * 72 / 0.8
                self.assertEqual(height > 0.9 * page, repeats, (height, page))
                self.assertEqual(sheet.print_title_rows, f"${heading}:${heading}" if repeats else None)

    def test_of_rows_that_do_not_count_no_evidence_is_named_everywhere(self):
        """Below it stands that evidence is missing."""
        for inzet, words in (
            (placements(2).replace("24,0", "veel"), r"^\d van 3 rijen meegeteld$"),
            (placements(1), r"^2 van 2 rijen meegeteld; de enige inzet of factuur is zonder bewijs$"),
            (placements(2), r"^3 van 3 rijen meegeteld; 2 van 2 inzetten en facturen zonder bewijs$")):
            with self.subTest(words=words):
                folder = self.submission(f"bewijs-{len(inzet)}-{words[1:3].strip(chr(92))}", inzet=inzet)
                self.run_tool("convert", folder, "--register", REGISTER, "--output", self.folder / "uit", "--only", "rapport", "--quiet")
                book = openpyxl.load_workbook(self.folder / "uit" / folder.name / "rapport.xlsx", data_only=True)
                found = [str(cell.value) for row in book["Samenvatting"].iter_rows() for cell in row if "meegeteld" in str(cell.value)]
                self.assertEqual(len(found), 1)
                self.assertRegex(found[0], words)
                # What cannot be used is said on Gesprek too, before anything else.
                self.assertEqual(str(book["Gesprek"]["A2"].value).startswith("● afgekeurd: "), "veel" in inzet)

    def test_the_summary_is_one_page_wide_with_earlier_periods_too(self):
        quarters = [EXAMPLES / f"schoonmaak-sanitair-2026-q{quarter}" for quarter in (2, 3)]
        self.run_tool("convert", *quarters, "--register", REGISTER, "--output", self.folder / "eerst", "--only", "gegevens", "--quiet")
        for language in ("nl", "en"):
            out = self.folder / language
            self.run_tool("convert", quarters[1], "--register", REGISTER, "--previous", self.folder / "eerst", "--output", out, "--language", language,
                          "--only", "rapport", "--quiet")
            sheet = openpyxl.load_workbook(out / quarters[1].name / "rapport.xlsx")["Samenvatting"]
            self.assertIn({"nl": "Eerdere perioden", "en": "Earlier periods"}[language], [cell.value for row in sheet.iter_rows(max_row=8) for cell in row])
            self.assertEqual(int(sheet.page_setup.fitToWidth or 1), 1)


if __name__ == "__main__":
    unittest.main()
