"""Feedback that was handled in a hurry, or with harm in mind, is read as well as it can be and leaks nothing."""
import datetime
import json
import random
import re
import shutil
import zipfile

from roundtrip import (
    CORRECTED, CORRECTION, EDITED, FIRST_ROW, HEADING_ROW, SUPPLIER, findings, headings, history, load, read_csv, RoundTripTest, said,
)
from support import PLACEMENT_HEADING, REGISTER
from test_privacy import output_bytes


class HurryTest(RoundTripTest):
    """What people do to a workbook on a Friday afternoon."""

    ROWS = (
        "P-1;BZK-2026-0147;D-0001;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: balie;",
        "P-2;BZK-2026-0147;D-0002;onzin;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: balie;twee",
        "P-3;BZK-2026-0147;D-0003;PW;12345678;dienstverband;bepaald;31-02-2026;;veel;direct: balie;drie",
        "P-4;BZK-2026-0147;D-0004;WW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: balie;vier",
        "P-5;BZK-2026-0147;D-0005;WW;12345678;dienstverband;bepaald;05-04-2026;;24,0;direct: balie;vijf",
    )
    RIGHT = {("P-2", "doelgroep"): "PW", ("P-3", "begindatum"): "2026-04-02", ("P-3", "uren_per_week"): "32"}

    def setUp(self):
        super().setUp()
        inzet = "\r\n".join([PLACEMENT_HEADING, *self.ROWS, ""])
        self.first = self.convert(self.submission(inzet=inzet), output="eerst")
        self.number = 0

    def sent_back(self, change):
        """The result of the feedback after `change` of its workbook."""
        book = load(self.first / "terugkoppeling.xlsx")
        change(book)
        self.number += 1
        path = self.folder / f"terug-{self.number}.xlsx"
        book.save(path)
        return self.convert(path, output="daarna")

    @staticmethod
    def correct(sheet):
        """The three errors, two of them in the column *Correctie*."""
        own = {{"Correction": "Correctie"}.get(cell.value, cell.value): cell.column for cell in sheet[HEADING_ROW]}
        for row in range(FIRST_ROW, sheet.max_row + 1):
            code = sheet.cell(row, own["inzet_id"]).value
            if code == "P-2":
                sheet.cell(row, own["Correctie"]).value = "PW"
            elif code == "P-3":
                sheet.cell(row, own["Correctie"]).value = "begindatum: 02-04-2026"
                sheet.cell(row, own["uren_per_week"]).value = 32

    def cells(self, result):
        """The open data of the placements, by code and column."""
        rows = read_csv(result / "gegevens" / "inzet.csv", ",")
        return {line[0]: dict(zip(rows[0], line)) for line in rows[1:]}

    def assert_right(self, result, codes=("P-1", "P-2", "P-3", "P-4", "P-5")):
        placements = self.cells(result)
        self.assertEqual(sorted(placements), sorted(codes))
        for (code, column), value in self.RIGHT.items():
            self.assertEqual(placements[code][column], value, (code, column))
        self.assertEqual(self.left(result), [])

    @staticmethod
    def left(result):
        """The rules and columns of what is left to mend; evidence was not delivered."""
        return [f[1:] for f in findings(result, severities=SUPPLIER) if f[1] != "BEW-01"]

    def changed(self, result):
        """Place and manner of every change of a placement."""
        return [(place, how.split(";")[0]) for place, _, how in history(result)[3] if place.startswith("Inzet")]

    THREE = [("Inzet rij 3: doelgroep", CORRECTED), ("Inzet rij 4: begindatum", CORRECTED),
             ("Inzet rij 4: uren_per_week", EDITED)]

    def test_corrected_plainly(self):
        result = self.sent_back(lambda book: self.correct(book["Inzet"]))
        self.assert_right(result)
        self.assertEqual(self.changed(result), self.THREE)

    def test_rows_sorted_and_filtered(self):
        def change(book):
            sheet = book["Inzet"]
            self.correct(sheet)
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
            random.Random(3).shuffle(rows)
            for number, row in enumerate(rows, FIRST_ROW):
                for column, value in enumerate(row, 1):
                    sheet.cell(number, column).value = value
            sheet.auto_filter.ref = f"A4:P{sheet.max_row}"
            for number in (5, 7, 9):
                sheet.row_dimensions[number].hidden = True

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual(sorted(self.changed(result)), self.THREE)

    def test_leading_columns_moved(self):
        def change(book):
            sheet = book["Inzet"]
            self.correct(sheet)
            for row in sheet.iter_rows(min_row=HEADING_ROW):
                values = [cell.value for cell in row]
                for cell, value in zip(row, [*values[4:], *reversed(values[:4])]):
                    cell.value = value

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual(self.changed(result), self.THREE)

    def test_leading_columns_deleted(self):
        for columns in ((1,), (3,), (4,), (1, 3, 4)):
            def change(book):
                self.correct(book["Inzet"])
                if 4 in columns:
                    # Without the row's number a value alone needs a name.
                    sheet = book["Inzet"]
                    sheet["B6"] = "doelgroep: PW"
                for column in sorted(columns, reverse=True):
                    book["Inzet"].delete_cols(column)

            with self.subTest(columns=columns):
                result = self.sent_back(change)
                self.assert_right(result)
                self.assertEqual(self.changed(result), self.THREE)

    def test_all_leading_columns_deleted(self):
        def change(book):
            sheet = book["Inzet"]
            own = {cell.value: cell.column for cell in sheet[HEADING_ROW]}
            sheet.cell(6, own["doelgroep"]).value = "PW"
            sheet.cell(7, own["begindatum"]).value = datetime.date(2026, 4, 2)
            sheet.cell(7, own["uren_per_week"]).value = 32
            sheet.delete_cols(1, 4)

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual([place for place, _ in self.changed(result)], [place for place, _ in self.THREE])

    def test_rows_inserted_and_deleted(self):
        def change(book):
            sheet = book["Inzet"]
            self.correct(sheet)
            new = [cell.value for cell in sheet[FIRST_ROW]]
            sheet.delete_rows(8)
            sheet.insert_rows(6, 2)
            for column, value in enumerate(new, 1):
                sheet.cell(6, column).value = value
            sheet["B6"] = None
            sheet["E6"], sheet["G6"] = "P-9", "D-0009"

        for keeps_number in (True, False):
            with self.subTest(keeps_number=keeps_number):
                result = self.sent_back(
                    lambda book: (change(book), keeps_number or book["Inzet"].__setitem__("D6", None)))
                self.assert_right(result, ("P-1", "P-2", "P-3", "P-5", "P-9"))
                self.assertEqual(sorted(self.changed(result)), sorted(
                    [*self.THREE, ("Inzet rij 5", "rij verwijderd"), ("Inzet rij 6", "rij toegevoegd")]))

    def test_own_columns_and_sheets_added(self):
        def change(book):
            sheet = book["Inzet"]
            self.correct(sheet)
            sheet.cell(HEADING_ROW, sheet.max_column + 1).value = "eigen aantekening"
            sheet.cell(6, sheet.max_column).value = "gebeld"
            book.create_sheet("Kladblok")["A1"] = "niets"

        result = self.sent_back(change)
        rules = [(rule, column) for rule, _, _, column in self.left(result)]
        self.assertEqual(sorted(rules, key=str), [("BST-04", "eigen aantekening"), ("BST-19", None)])
        for (code, column), value in self.RIGHT.items():
            self.assertEqual(self.cells(result)[code][column], value)
        own = [("Inzet rij 1: eigen aantekening", "kolomkop gewijzigd"), ("Inzet rij 3: eigen aantekening", EDITED)]
        self.assertEqual(sorted(p for p, _ in self.changed(result) if "eigen" not in p), [p for p, _ in self.THREE])
        self.assertEqual(sum("eigen" in p for p, _ in self.changed(result)), len(own))

    def test_column_deleted(self):
        """A column that is gone is told, and its cells are not guessed at."""
        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"].delete_cols(headings(book["Inzet"]).index("toelichting") + 1)

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual(sorted(self.changed(result)), [("Inzet rij 1: toelichting", "kolom verwijderd"), *self.THREE])

    def test_sheet_renamed(self):
        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"].title = "Plaatsingen juli"

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual(self.changed(result), self.THREE)

    def test_sheet_deleted(self):
        """What is gone is told, row by row."""
        result = self.sent_back(lambda book: book.remove(book["Inzet"]))
        self.assertEqual(
            self.changed(result), [(f"Inzet rij {number}", "rij verwijderd") for number in range(2, 7)])
        told = [f for f in json.loads((result / "bevindingen.json").read_text())["findings"] if "is weg uit" in f["message"]]
        self.assertEqual([(f["rule"], f["severity"]) for f in told], [("BST-19", "waarschuwing")])
        self.assertIn("blad Inzet. Wij lezen dus 5 rijen minder", told[0]["message"])

    def test_a_cover_that_is_gone_costs_no_round(self):
        """The hidden sheet has the cover: it is read from there, and that is told once."""
        def headings_gone(book):
            for column in range(1, book["Voorblad"].max_column + 1):
                book["Voorblad"].cell(HEADING_ROW, column).value = None

        def emptied(book):
            for row in book["Voorblad"].iter_rows():
                for cell in row:
                    cell.value = None

        def removed_by_word(book):
            book["Voorblad"].cell(FIRST_ROW, CORRECTION).value = "verwijderen"

        for change in (lambda book: book.remove(book["Voorblad"]), lambda book: book["Voorblad"].delete_rows(FIRST_ROW),
                       headings_gone, emptied, removed_by_word):
            def sent(book):
                self.correct(book["Inzet"])
                change(book)

            result = self.sent_back(sent)
            placements = self.cells(result)
            self.assertEqual({key: placements[key[0]][key[1]] for key in self.RIGHT}, self.RIGHT)
            found = json.loads((result / "bevindingen.json").read_text())["findings"]
            self.assertEqual([f["message"].split(",")[0] for f in found if f["rule"] == "BST-19"],
                             ["Het voorblad is weg uit deze terugkoppeling"])
            cover = read_csv(result / "gegevens" / "voorblad.csv", ",")
            # It replaces the first report as any other correction does.
            self.assertEqual(dict(zip(*cover))["correctie_op"], self.first.name)

    def test_without_the_cover_and_the_hidden_sheet_there_is_one_thing_to_say(self):
        def change(book):
            book.remove(book["Voorblad"])
            book.remove(book["Eerste levering"])

        found = json.loads((self.sent_back(change) / "bevindingen.json").read_text())["findings"]
        self.assertEqual([f["severity"] for f in found if f["rule"] == "BST-19"], ["fout"])

    def test_a_required_cell_is_not_emptied_by_a_correction(self):
        for text in ("doelgroep:", " Doelgroep : ", "doelgroep =", "doelgroep: leeg", "doelgroep: -"):
            def change(book):
                self.correct(book["Inzet"])
                book["Inzet"].cell(FIRST_ROW, CORRECTION).value = text

            result = self.sent_back(change)
            self.assertEqual(self.cells(result)["P-1"]["doelgroep"], "PW", text)
            found = json.loads((result / "bevindingen.json").read_text())["findings"]
            self.assertEqual([f["column"] for f in found if "de oude waarde blijft staan" in f["message"]], ["doelgroep"], text)

    def test_the_number_of_one_row_emptied(self):
        def change(book):
            self.correct(book["Inzet"])
            sheet = book["Inzet"]
            numbers = {cell.value: cell.column for cell in sheet[HEADING_ROW]}
            sheet.cell(FIRST_ROW, numbers["Uw rij"]).value = None

        result = self.sent_back(change)
        self.assertFalse([how for _, how in self.changed(result) if how.startswith("rij ")])

    def test_hidden_sheet_deleted(self):
        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"]["B6"] = "doelgroep: PW"
            book.remove(book["Eerste levering"])

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertIsNone(history(result)[0])

    def test_hidden_sheet_deleted_and_the_sheet_renamed(self):
        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"]["B6"] = "doelgroep: PW"
            book["Inzet"].title = "Blad3"
            book.remove(book["Eerste levering"])

        self.assert_right(self.sent_back(change))

    def test_typed_values(self):
        def change(book):
            sheet = book["Inzet"]
            self.correct(sheet)
            sheet["B6"] = "PW"
            sheet["B7"] = "uren_per_week = 32"
            own = headings(sheet)
            cell = sheet.cell(7, own.index("begindatum") + 1)
            cell.value, cell.number_format = datetime.date(2026, 4, 2), "dd-mm-yyyy"
            sheet.cell(5, own.index("werkgever_kvk") + 1).value = 12345678
            sheet.cell(9, own.index("toelichting") + 1).value = None
            sheet["B8"] = "toelichting: leeg"

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual((self.cells(result)["P-4"]["toelichting"], self.cells(result)["P-5"]["toelichting"]), ("", ""))
        changed = dict(self.changed(result))
        self.assertEqual(changed["Inzet rij 5: toelichting"], CORRECTED)
        self.assertEqual(changed["Inzet rij 6: toelichting"], EDITED)
        self.assertNotIn("Inzet rij 2: werkgever_kvk", changed, "the same number, typed as a number")

    def test_thanks_name_all_that_was_done(self):
        def change(book):
            sheet = book["Inzet"]
            own = {cell.value: cell.column for cell in sheet[HEADING_ROW]}
            deeds = {"P-2": ("Correctie", "PW"), "P-4": ("Uw antwoord", "Deze collega begon in april."), "P-5": ("Correctie", "verwijderen")}
            for row in range(FIRST_ROW, sheet.max_row + 1):
                column, text = deeds.get(sheet.cell(row, own["inzet_id"]).value, (None, None))
                if column:
                    sheet.cell(row, own[column]).value = text

        result = self.sent_back(change)
        letter = " ".join((result / "retourbericht.txt").read_text().split())
        self.assertIn("verbeteringen: doelgroep op blad Inzet (1 cel) en een rij minder op blad Inzet.", letter)
        self.assertIn("Dank u wel voor uw antwoord. Uw contractmanager leest het.", letter)

    def test_values_typed_in_the_correction(self):
        """A real date or number in *Correctie* is the value of the one marked cell."""
        rows = [self.ROWS[0].replace("01-04-2026", "31-02-2026"), self.ROWS[3].replace("24,0", "veel")]
        self.first = self.convert(
            self.submission("twee", inzet="\r\n".join([PLACEMENT_HEADING, *rows, ""])), output="eerst")

        def change(book):
            sheet = book["Inzet"]
            sheet["B5"], sheet["B6"] = datetime.date(2026, 4, 2), 24.5

        cells = self.cells(self.sent_back(change))
        self.assertEqual((cells["P-1"]["begindatum"], cells["P-4"]["uren_per_week"]), ("2026-04-02", "24.5"))

    def test_what_is_unclear_is_said(self):
        def change(book):
            sheet = book["Inzet"]
            sheet["B5"] = "onbekende"
            sheet["B7"] = "32 of 36"
            sheet["B8"] = "einddatumm: 31-12-2026"
            sheet["B6"] = "doelgroepje: PW"

        result = self.sent_back(change)
        found = json.loads((result / "bevindingen.json").read_text())["findings"]
        about = [(f["row"], f["cell"]) for f in found if f["rule"] == "BST-04"]
        self.assertEqual([row for row, _ in about], [5, 6, 7, 8])
        for row, cell in about:
            self.assertRegex(cell, rf"^Inzet!{row}:{row}$")
        text = " ".join(f["message"] for f in found if f["rule"] == "BST-04")
        self.assertIn("'Correctie'", text)
        self.assertEqual(self.changed(result), [])

    def about_feedback(self, result):
        """Rule, row and what is quoted of what was written where it is not read."""
        found = json.loads((result / "bevindingen.json").read_text())["findings"]
        return [(f["rule"], f["row"], f["message"]) for f in found if f["rule"] in ("BST-04", "BST-19", "BST-25")]

    def test_words_where_nothing_is_read_are_told(self):
        """Above, below and beside the rows, over what is to be corrected, and on the sheet to read first."""
        def change(book):
            sheet = book["Inzet"]
            sheet["F1"] = "boven de rijen"
            sheet["A6"] = "PW"
            sheet["A7"] = f"{sheet['A7'].value}\n32 uur"
            sheet.cell(8, len(headings(sheet)) + 2).value = "naast de rij"
            sheet.cell(sheet.max_row + 3, 1).value = "onder de rijen"
            first = book["Lees dit eerst"]
            first["L13"], first["A60"] = "klopt", "Bel mij even."

        found = self.about_feedback(self.sent_back(change))
        rows = {row: message for rule, row, message in found if rule == "BST-04"}
        for row, text in ((1, "boven de rijen"), (6, "PW"), (7, "32 uur"), (8, "naast de rij")):
            self.assertIn(f"'{text}'", rows[row])
        self.assertIn("'onder de rijen'", " ".join(rows.values()))
        self.assertEqual(len(rows), 5)
        self.assertEqual([message for rule, _, message in found if rule == "BST-19"], [
            "Op terug-1.xlsx, blad Lees dit eerst staat tekst die wij niet lezen, in L13, A60. Er is niets veranderd."])

    def test_a_sheet_saved_as_text_is_told_and_read_as_far_as_it_can(self):
        book = load(self.first / "terugkoppeling.xlsx")
        self.correct(book["Inzet"])
        book["Inzet"]["B6"], book["Inzet"]["C8"] = "doelgroep: PW", "Dat is zo afgesproken."
        for name in ("Inzet", "terugkoppeling"):
            folder = self.submission(f"tekst-{name}", inzet=None)
            lines = [";".join('"' + str("" if v is None else v).replace('"', '""') + '"' for v in row)
                     for row in book["Inzet"].iter_rows(values_only=True)]
            (folder / f"{name}.csv").write_text("\r\n".join(lines))
            result = self.convert(folder, output="daarna")
            placements = self.cells(result)
            self.assertEqual(placements["P-2"]["doelgroep"], "PW")
            self.assertEqual(placements["P-3"]["begindatum"], "2026-04-02")
            self.assertNotIn("Correctie", placements["P-2"])
            self.assertEqual([text for kind, _, text in said(result) if kind == "antwoord"], ["Dat is zo afgesproken."])
            self.assertIn(f"{name}.csv is één blad van onze terugkoppeling", self.about_feedback(result)[0][2])

    def test_an_old_file_after_a_newer_one_is_told(self):
        def other(book):
            book["Inzet"]["B6"] = "WW"

        late, path = self.sent_back(other), self.folder / "terug-1.xlsx"
        self.assertEqual([f for f in findings(late) if f[1] == "RAP-04"], [])
        newer = self.sent_back(lambda book: self.correct(book["Inzet"]))
        late = self.convert(path, REGISTER, "--previous", newer, output="later")
        found = [f for f in json.loads((late / "bevindingen.json").read_text())["findings"] if f["rule"] == "RAP-04"]
        self.assertEqual(len(found), 1)
        self.assertIn("terug-2", found[0]["message"])
        # The same file again is no other correction.
        again = self.convert(path, REGISTER, "--previous", self.folder / "daarna" / "terug-1", output="nogeens")
        self.assertEqual([f for f in findings(again) if f[1] == "RAP-04"], [])

    def test_a_column_that_was_not_delivered_can_be_given(self):
        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"]["B8"] = "leeftijdsklasse: 27-49"

        result = self.sent_back(change)
        self.assert_right(result)
        self.assertEqual(self.cells(result)["P-4"]["leeftijdsklasse"], "27-49")
        self.assertIn(("Inzet rij 5: leeftijdsklasse", CORRECTED), self.changed(result))

    def test_english_comes_back_as_well(self):
        self.first = self.convert(self.folder / "inzending", REGISTER, "--language", "en", output="eerst-en")
        self.assertEqual(load(self.first / "terugkoppeling.xlsx")["Inzet"]["D4"].value, "Your row")
        self.assertEqual(load(self.first / "terugkoppeling.xlsx")["Inzet"]["C4"].value, "Your answer")

        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"]["B8"] = "delete"
            book["Inzet"]["B9"] = "toelichting: empty"

        result = self.sent_back(change)
        self.assert_right(result, ("P-1", "P-2", "P-3", "P-5"))
        self.assertEqual(self.cells(result)["P-5"]["toelichting"], "")
        self.assertIn(("Inzet rij 5", "rij verwijderd"), self.changed(result))

    def test_damaged_workbooks_never_crash(self):
        book = load(self.first / "terugkoppeling.xlsx")
        self.correct(book["Inzet"])
        packed = self.folder / "heel.xlsx"
        book.save(packed)
        # Stored parts, so that the damage reaches the XML and not only the packing.
        stored = self.folder / "open.xlsx"
        with zipfile.ZipFile(packed) as source, zipfile.ZipFile(stored, "w") as parts:
            for name in source.namelist():
                parts.writestr(name, source.read(name))
        dice = random.Random(20261123)
        whole = [packed.read_bytes(), stored.read_bytes()]
        path = self.folder / "kapot.xlsx"
        for number in range(150):
            content = bytearray(whole[number % 3 > 0])
            for _ in range(dice.randrange(1, 10)):
                content[dice.randrange(len(content))] = dice.randrange(256)
            path.write_bytes(bytes(content[:dice.randrange(len(content))] if number % 10 == 0 else content))
            with self.subTest(number=number):
                result = self.run_tool("check", path, "--format", "json")
                self.assertIn(result.returncode, (0, 1, 3), result.stderr.decode(errors="replace")[-500:])
                self.assertTrue(result.stdout or result.stderr)

    def test_a_spoiled_first_delivery_never_crashes(self):
        """Whatever is typed over the cells of the hidden sheet, the workbook is read."""
        dice = random.Random(5)
        values = (None, "", "Inzet", "inzet", -1, 0, 3, 2.5, 1e300, "99999999999999999999", "0,1,2,3,4,5,6,7,8,9,10,11,12",
                  "a\x0ab", "x_x001F_y", "_x001F_" * 40, "-5", "7,7,-3,99999999999999999999")
        for number in range(25):
            def change(book):
                sheet = book["Eerste levering"]
                self.correct(book["Inzet"])
                for _ in range(dice.randrange(1, 8)):
                    sheet.cell(dice.randrange(2, sheet.max_row + 3), dice.randrange(1, 6)).value = dice.choice(values)

            with self.subTest(number=number):
                result = self.sent_back(change)
                self.assertEqual(self.cells(result)["P-3"]["begindatum"], "2026-04-02")

    # Personal data

    SECRETS = ("111222333", "NL91 ABNA 0417 1643 00", "jan.voorbeeld@thuis.example")

    def assert_no_secret(self, result):
        self.assertTrue((result / "rapport.xlsx").exists())
        checked = self.run_tool("check", self.folder / f"{result.name}.xlsx", "--register", REGISTER)
        for content in (*output_bytes(result.parent), checked.stdout, checked.stderr):
            for secret in self.SECRETS:
                self.assertNotIn(secret.encode(), content)

    def test_personal_data_typed_in_feedback_never_leave(self):
        def in_cells(book):
            for row, secret in zip((5, 6, 7), self.SECRETS):
                sheet = book["Inzet"]
                sheet.cell(row, headings(sheet).index("toelichting") + 1).value = f"bel {secret}"
                sheet.cell(row, headings(sheet).index("deelnemercode") + 1).value = secret

        def in_corrections(book):
            sheet = book["Inzet"]
            for row, text in zip(range(5, 10), ("{0}", "doelgroep: {0}", "toelichting: {1}; begindatum: {0}",
                                                "kolom {0}: {2}", "toelichting: {2}\nverband_opdracht: {0} {1}")):
                sheet.cell(row, CORRECTION).value = text.format(*self.SECRETS)
            book["Voorblad"]["B5"] = f"toelichting: {self.SECRETS[0]} {self.SECRETS[1]}"

        def in_headings(book):
            sheet = book["Inzet"]
            for column, secret in enumerate(self.SECRETS, sheet.max_column - 1):
                sheet.cell(HEADING_ROW, column).value = f"kolom {secret}"

        def in_first_delivery(book):
            sheet = book["Eerste levering"]
            for row in range(2, sheet.max_row + 1):
                for column in range(1, 5):
                    cell = sheet.cell(row, column)
                    secret = self.SECRETS[(row + column) % 3]
                    if cell.value and (column != 1 or row % 4 == 0) and (column != 2 or row % 3 == 0):
                        text = str(cell.value)
                        cell.value = text.replace("twee", secret).replace("vijf", secret) if column == 4 else secret
            self.correct(book["Inzet"])
            for row in range(5, 10):
                book["Inzet"].cell(row, headings(book["Inzet"]).index("toelichting") + 1).value = "anders"

        def in_delivered_texts(book):
            sheet = book["Eerste levering"]
            for row in range(3, sheet.max_row + 1):
                for column in (3, 4):
                    cell = sheet.cell(row, column)
                    if cell.value and sheet.cell(row, 1).value:
                        cell.value = re.sub("direct: balie|twee|drie|24,0", self.SECRETS[row % 3], str(cell.value))
                    elif cell.value:
                        cell.value = self.SECRETS[row % 3]
            book["Inzet"].delete_rows(6)
            book["Inzet"]["B8"] = "verwijderen"

        def in_headings_delivered(book):
            sheet = book["Eerste levering"]
            for row in range(3, sheet.max_row + 1):
                if isinstance(sheet.cell(row, 4).value, str):
                    sheet.cell(row, 4).value = sheet.cell(row, 4).value.replace("verband_opdracht", self.SECRETS[0]).replace(
                        "toelichting", f"e-mail {self.SECRETS[2]}")

        def in_names(book):
            book["Inzet"]["B5"] = "toelichting: anders"
            book["Inzet"].title = f"Inzet {self.SECRETS[0]}"
            for row in range(3, 6):
                book["Eerste levering"].cell(row, 3).value = self.SECRETS[row % 3]
                book["Eerste levering"].cell(row, 2).value = "inzending" if row == 3 else f"{self.SECRETS[row % 3]}.csv"
            for row, secret in zip((6, 7, 8), self.SECRETS):
                book["Eerste levering"].cell(row, 2).value, book["Eerste levering"].cell(row, 3).value = secret, "a" * 64

        for change in (in_cells, in_corrections, in_headings, in_first_delivery, in_delivered_texts,
                       in_headings_delivered, in_names):
            with self.subTest(change.__name__):
                self.assert_no_secret(self.sent_back(change))

    def test_nothing_of_another_supplier_comes_along(self):
        """A corrected contract number of somebody else gets nothing of that contract into the second feedback."""
        contracts = read_csv(REGISTER / "contracten.csv")
        other = next(row for row in contracts[1:] if row[contracts[0].index("leverancier_kvk")] != "12345678")
        number, title = other[contracts[0].index("contractnummer")], other[contracts[0].index("titel")]

        def change(book):
            self.correct(book["Inzet"])
            book["Inzet"]["B8"] = f"contractnummer: {number}"

        result = self.sent_back(change)
        for name in ("terugkoppeling.xlsx", "retourbericht.md", "retourbericht.txt"):
            shutil.copy(result / name, self.folder / "buiten")
            folder = self.folder / f"alleen-{name}"
            folder.mkdir()
            shutil.copy(result / name, folder)
            for content in output_bytes(folder):
                self.assertNotIn(title.encode(), content)
