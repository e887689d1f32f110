"""A delivery that people or programs change without changing what it says gives the same figures; one whose meaning they change is told."""
import csv
import io
import re
import zipfile

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from support import COVER, EXAMPLES, PLACEMENT_HEADING, REGISTER, ToolTest, placements
from test_reading_marks import HOURS, BookCase

SOUND = EXAMPLES / "schoonmaak-sanitair-2026-q2"


class ChangeTest(ToolTest):
    """A sound delivery with all its tables, of which each is changed in one way."""

    def tables(self):
        """Headings and rows of each table."""
        for path in sorted(SOUND.glob("*.csv")):
            rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
            yield path.stem, rows[0], rows[1:]

    def delivery(self, name, change):
        """The delivery after `change` of the table, headings and rows of each."""
        folder = self.folder / name
        folder.mkdir()
        for table, headings, rows in self.tables():
            text = io.StringIO()
            csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(change(table, headings, rows))
            (folder / f"{table}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
        return folder

    def figures(self, folder):
        """What was read of each table, and the findings by rule, severity, row and column."""
        found = self.check(folder, "--register", REGISTER)
        output = self.folder / "uit" / folder.name
        self.run_tool("convert", folder, "--register", REGISTER, "--output", output, "--only", "gegevens")
        texts = {path.name: path.read_text() for path in (output / folder.name / "gegevens").glob("*.csv")}
        return texts, sorted((f["rule"], f["severity"], f["row"] or 0, f["column"] or "") for f in found["findings"])

    def same(self, name, change, told=()):
        """The figures after `change` are those of the sound delivery; only rules of `told` have something to add."""
        texts, found = self.figures(self.delivery(name, change))
        self.assertEqual({key: texts.get(key) for key in self.sound[0]}, self.sound[0], name)
        self.assertEqual([each for each in found if each[0] not in told], self.sound[1], name)
        self.assertEqual({each[0] for each in found} & set(told), set(told), name)
        return found

    def setUp(self):
        super().setUp()
        self.sound = self.figures(self.delivery("goed", lambda table, headings, rows: [headings, *rows]))

    def test_order_of_columns(self):
        # `samen` stands first in a row of obstacles then, and is no total.
        self.same("andersom", lambda table, headings, rows: [row[::-1] for row in (headings, *rows)])

    def test_names_behind_the_name_of_a_table(self):
        self.same("query", lambda table, headings, rows: [[f"{table}.{each}" for each in headings], *rows])
        self.same("model", lambda table, headings, rows: [[f"{table}[{each}]" for each in headings], *rows])

    def test_numbers_of_rows_in_front(self):
        # `Nr.` is another spelling of afspraak_id, which stands there by its own name. Extra columns come along and are no figures.
        folder = self.delivery(
            "nummers", lambda table, headings, rows: [["Nr.", *headings], *([str(n), *row] for n, row in enumerate(rows, 1))])
        texts, found = self.figures(folder)
        read = [row["afspraak_id"] for row in csv.DictReader(io.StringIO(texts["afspraken.csv"]))]
        self.assertEqual(read, ["A-01", "A-02", "A-03", "A-04"])
        self.assertEqual([each for each in found if each[0] != "BST-04"], self.sound[1])

    def test_stars_of_a_total(self):
        def stars(table, headings, rows):
            if table != "sociale_inkoop":
                return [headings, *rows]
            total = ["*" if n == 0 else "56625,50" if each == "bedrag_excl_btw" else "" for n, each in enumerate(headings)]
            return [headings, *rows, total]

        self.same("sterretjes", stars, told=("BST-06",))

    def test_codes_with_their_names(self):
        names = {"BAN": "BAN - Banenafspraak", "PW": "Participatiewet (PW)", "loopt": "loopt: Loopt", "bepaald": "bepaald = Bepaalde tijd"}
        self.same("namen", lambda table, headings, rows: [headings, *([names.get(each, each) for each in row] for row in rows)])
        # Two names that do not mean the same are asked about.
        found = self.figures(self.delivery(
            "strijdig", lambda table, headings, rows: [headings, *([each.replace("BAN", "BAN - Participatiewet") for each in row] for row in rows)]))[1]
        self.assertIn(("INZ-01", "fout", 2, "doelgroep"), found)

    def test_marks_of_notes(self):
        columns = {"uren_per_week", "begindatum", "doelgroep", "werkgever_kvk", "gewerkte_uren", "bedrag_excl_btw", "voortgang", "streefdatum", "duurklasse"}
        for number, mark in enumerate(("*", " 1)", " (2)", " [1]", "¹", "†", " **")):
            def marked(table, headings, rows, mark=mark):
                return [headings, *([f"{each}{mark}" if each and name in columns else each for name, each in zip(headings, row)] for row in rows)]

            found = self.same(f"noot{number}", marked, told=("BST-25",))
            self.assertIn(("BST-25", "waarschuwing", 2, "uren_per_week"), found)

    def test_what_adds_nothing_is_left_out(self):
        columns = {"uren_per_week", "begindatum", "doelgroep", "werkgever_kvk", "bedrag_excl_btw", "streefdatum", "inzet_id", "contractnummer"}
        for number, form in enumerate(('"{}"', "{}.")):
            def written(table, headings, rows, form=form):
                # A full stop is part of an identifier, for all that we know.
                kept = {"inzet_id", "contractnummer"} if form == "{}." else set()
                return [headings, *([form.format(each) if each and name in columns - kept else each for name, each in zip(headings, row)] for row in rows)]

            self.same(f"leeg{number}", written)

    def test_a_question_mark_is_no_mark_of_a_note(self):
        found = self.figures(self.delivery(
            "vraag", lambda table, headings, rows: [headings, *([f"{each}?" if name == "uren_per_week" else each for name, each in zip(headings, row)] for row in rows)]))[1]
        self.assertIn(("BST-16", "fout", 2, "uren_per_week"), found)

    def test_notes_below_a_table_of_one_row(self):
        notes = [["* schatting"], ["Bron: eigen planning"], ["Vertrouwelijk"]]
        texts, found = self.figures(self.delivery("noten", lambda table, headings, rows: [headings, *rows, *notes]))
        for name in ("voorbeelden.csv", "uren.csv", "inzet.csv"):
            self.assertEqual(texts[name], self.sound[0][name])
        self.assertEqual({each[0] for each in found if each not in self.sound[1]}, {"BST-23"})

    def test_whole_euros_with_two_lines(self):
        def lines(table, headings, rows):
            return [headings, *([re.sub(r",00$", ",=", each) if name == "bedrag_excl_btw" else each for name, each in zip(headings, row)] for row in rows)]

        self.same("strepen", lines)


class RaisedTest(BookCase):
    """A raised digit is the mark of a note, and no digit of the number before it."""

    def raise_digit(self, book):
        """Puts a raised 1 behind the hours, in text shared by cells."""
        sheet = book["Uren"]
        for row in (2, 3):
            sheet.cell(row, 3).value = CellRichText(str(sheet.cell(row, 3).value), TextBlock(InlineFont(vertAlign="superscript"), "1"))

    def check_hours(self, path):
        self.assertEqual(self.read(path, "uren", "gewerkte_uren"), ["90", "91"])
        self.assertEqual(
            self.told(path, "BST-25", "BST-16"),
            [("BST-25", "waarschuwing", row, "gewerkte_uren") for row in (2, 3)])

    def test_text_in_the_cell(self):
        # So openpyxl writes it.
        self.check_hours(self.book(self.raise_digit))

    def test_shared_text(self):
        path = self.book(self.raise_digit)
        with zipfile.ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        shared = []

        def share(match):
            shared.append(match[2])
            return b'<c t="s"%s><v>%d</v></c>' % (match[1], len(shared) - 1)

        for name in [each for each in parts if each.startswith("xl/worksheets/sheet")]:
            parts[name] = re.sub(rb'<c([^>]*?) t="inlineStr"><is>(.*?)</is></c>', lambda match: share(match), parts[name], flags=re.DOTALL)
        self.assertIn(b'val="superscript"', b"".join(shared))
        names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        parts["xl/sharedStrings.xml"] = f"<sst {names}>".encode() + b"".join(b"<si>%s</si>" % each for each in shared) + b"</sst>"
        target = b'<Relationship Id="rGedeeld" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
        relations = "xl/_rels/workbook.xml.rels"
        if b"sharedStrings" not in parts[relations]:
            parts[relations] = parts[relations].replace(b"</Relationships>", target + b"</Relationships>")
        with zipfile.ZipFile(path, "w") as book:
            for name, data in parts.items():
                book.writestr(name, data)
        self.check_hours(path)

    def test_open_document(self):
        style = '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        sheets = []
        for name, rows in {
            "Voorblad": [line.split(";") for line in COVER.splitlines()],
            "Inzet": [PLACEMENT_HEADING.split(";")] + [line.split(";") for line in placements(2).splitlines()[1:]],
            "Uren": HOURS,
        }.items():
            lines = []
            for number, row in enumerate(rows):
                cells = [f"<text:p>{each}</text:p>" for each in row]
                if name == "Uren" and number > 0:
                    cells[2] = f'<text:p>{row[2]}<text:span text:style-name="T1">1</text:span></text:p>'
                lines.append("<table:table-row>" + "".join(
                    f'<table:table-cell office:value-type="string">{cell}</table:table-cell>' for cell in cells) + "</table:table-row>")
            sheets.append(f'<table:table table:name="{name}">{"".join(lines)}</table:table>')
        names = " ".join(f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text", "style"))
        path = self.folder / "boek.ods"
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            book.writestr(
                "content.xml",
                f'<office:document-content {names}><office:automatic-styles>{style}</office:automatic-styles><office:body>'
                f'<office:spreadsheet>{"".join(sheets)}</office:spreadsheet></office:body></office:document-content>')
        self.check_hours(path)
