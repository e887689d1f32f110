"""What people write and hand in, by kind: read, or named; never read wrongly in silence."""
import csv
import io
import json
import pathlib
import shutil
import zipfile

import openpyxl

from support import COVER, EXAMPLES, PLACEMENT, PLACEMENT_HEADING, REGISTER, ToolTest, placements

SECRET = "Geheimenaam"


class ContentTest(ToolTest):
    """What a file is, its content says: whatever it is called, nothing of a foreign one is quoted."""

    FOREIGN = {
        "een webpagina": f"<html><body><table><tr><td>{SECRET}</td></tr></table></body></html>".encode(),
        "JSON": f'{{"naam":"{SECRET}","inzet":[{{"id":1}}]}}'.encode(),
        "een e-mail": f"From: a@voorbeeld.example\r\nTo: b@voorbeeld.example\r\nSubject: {SECRET}\r\n\r\ninzet_id;x\r\n".encode(),
        "een antwoord van een website": f"HTTP/1.1 404 Not Found\r\nServer: {SECRET}\r\n\r\n".encode(),
        "een afbeelding": f'<svg xmlns="http://www.w3.org/2000/svg"><text>{SECRET}</text></svg>'.encode(),
        "een XML-bestand": f'<?xml version="1.0"?><rij><naam>{SECRET}</naam></rij>'.encode(),
        "een adreskaart": f"BEGIN:VCARD\r\nFN:{SECRET}\r\nEND:VCARD\r\n".encode(),
    }

    def outputs(self, folder):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as book:
                    yield from (book.read(name) for name in book.namelist())
            elif path.is_file():
                yield path.read_bytes()

    def test_alone_it_is_refused_by_what_it_is(self):
        for number, (words, data) in enumerate(self.FOREIGN.items()):
            for name in ("inzet.csv", "uren.csv", "voorblad.txt", "levering.csv"):
                path = self.folder / str(number) / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
                result = self.run_tool("check", path)
                self.assertEqual(result.returncode, 3, (name, words))
                self.assertIn(words, result.stderr.decode(), name)
                self.assertNotIn(SECRET, (result.stdout + result.stderr).decode(), (name, words))

    def test_beside_others_it_is_named_and_never_quoted(self):
        for number, (words, data) in enumerate(self.FOREIGN.items()):
            folder = self.submission(f"map{number}", uren=data)
            result = self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
            self.assertEqual(result.returncode, 0, words)
            found = self.check(folder, "--register", REGISTER)
            named = [f for f in found["findings"] if f["file"] == "uren.csv"]
            self.assertEqual([f["rule"] for f in named], ["BST-19"], words)
            self.assertIn(words, named[0]["message"])
            self.assertEqual(found["rows"]["accepted"], 2, words)
            for output in self.outputs(self.folder / "uit" / f"map{number}"):
                self.assertNotIn(SECRET.encode(), output, words)

    def test_noise_is_called_no_text(self):
        path = self.folder / "ruis.xlsx"
        path.write_bytes(bytes(range(256)) * 20)
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 3)
        self.assertIn("niet kunnen lezen", result.stderr.decode())

    def test_a_zip_with_a_password_says_so_once(self):
        path = self.folder / "dicht.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in ("voorblad.csv", "inzet.csv"):
                archive.writestr(name, "x" * 20)
        data = bytearray(path.read_bytes())
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(mark)
            while at >= 0:
                data[at + flags] |= 1
                at = data.find(mark, at + 4)
        path.write_bytes(data)
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 3)
        self.assertIn("wachtwoord", result.stderr.decode())
        folder = self.submission("map")
        (folder / "dicht.zip").write_bytes(data)
        found = self.check(folder)
        self.assertEqual(len([f for f in found["findings"] if f["rule"] == "BST-19"]), 1)
        self.assertEqual(found["rows"]["accepted"], 2)

    def test_a_name_with_a_character_that_cannot_be_seen_says_so(self):
        """It was said to lead out of the zip."""
        path = self.folder / "levering.zip"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("voorblad.csv", COVER)
            packed.writestr("b\u0082rief/inzet.csv", placements(2))
        told = self.run_tool("check", path).stderr.decode()
        self.assertIn("een teken in de naam dat niet te zien is", told)
        self.assertNotIn("buiten het zipbestand", told)
        self.assertNotIn("\u0082", told)

    def test_a_column_without_a_heading_is_called_as_its_sheet_calls_it(self):
        rows = [line.split(";") for line in placements(2).split("\r\n") if line]
        rows = [row + [""] * (19 - len(row)) + ["iets" if number else ""] for number, row in enumerate(rows)]
        for name, place in (("levering.xlsx", "Kolom T heeft geen kop"), ("map", "Kolom 20 heeft geen kop")):
            path = self.folder / name
            if name == "map":
                self.submission(name, inzet="\r\n".join(map(";".join, rows)) + "\r\n")
            else:
                book = openpyxl.Workbook()
                book.active.title = "Voorblad"
                for line in COVER.split("\r\n"):
                    book.active.append(line.split(";"))
                sheet = book.create_sheet("Inzet")
                for row in rows:
                    sheet.append([cell or None for cell in row])
                book.save(path)
            told = [f["message"] for f in self.check(path)["findings"] if f["rule"] == "BST-04"]
            self.assertTrue(any(message.startswith(place) for message in told), told)

    def test_a_letter_in_an_inbox_is_no_submission(self):
        inbox = self.folder / "inbox"
        inbox.mkdir()
        sound = self.submission("inbox/gezond")
        (inbox / "LEESMIJ.txt").write_text("Beste mensen,\r\nHierbij onze cijfers.\r\n")
        (inbox / "leeg.txt").write_text("\r\n")
        (inbox / "leeg.csv").write_text("")
        result = self.run_tool("convert", *sorted(inbox.iterdir()), "--output", self.folder / "uit")
        said = result.stderr.decode()
        self.assertIn("LEESMIJ.txt", said)
        self.assertIn("leeg.csv is leeg", said)
        made = {path.name for path in (self.folder / "uit").iterdir() if (path / "rapport.xlsx").exists()}
        self.assertEqual(made, {sound.name})


class WordsTest(ToolTest):
    """Words around what is meant, and words for nothing."""

    def row(self, **values):
        columns = PLACEMENT_HEADING.split(";")
        cells = dict(zip(columns, PLACEMENT.format(1, "").split(";"))) | values
        return [cells[column] for column in columns]

    def read(self, name, heading, rows, **files):
        text = "\r\n".join([";".join(heading), *(";".join(row) for row in rows)]) + "\r\n"
        return self.check(self.submission(name, inzet=text, **files), "--register", REGISTER)

    def rules(self, found, *without):
        return sorted({f["rule"] for f in found["findings"] if f["severity"] == "fout"} - set(without))

    def test_what_stands_in_brackets_behind_a_heading_is_an_explanation(self):
        columns = PLACEMENT_HEADING.split(";")
        for number, words in enumerate((
                "(leeg = doorlopend)", "(indien van toepassing)", "(zie veldengids)", "(NL)", "(max. 200 tekens)", "<datum>", "{a}",
                "[optioneel, laat leeg indien onbekend]", "1)", "¹", "*")):
            for column in ("begindatum", "einddatum", "uren_per_week", "deelnemercode"):
                heading = [f"{name} {words}" if name == column else name for name in columns]
                found = self.read(f"h{number}{column}", heading, [self.row(einddatum="30-06-2026")])
                self.assertEqual((found["rows"]["accepted"], self.rules(found)), (2, []), (column, words))

    def test_what_makes_another_quantity_of_it_is_asked_about(self):
        columns = PLACEMENT_HEADING.split(";")
        for words in ("(gepland)", "(verwacht)", "(per maand)"):
            column = "uren_per_week" if "maand" in words else "einddatum"
            heading = [f"{name} {words}" if name == column else name for name in columns]
            found = self.read(f"a{words[1:4]}", heading, [self.row(einddatum="30-06-2026")])
            asked = [f for f in found["findings"] if f["rule"] in ("BST-03", "BST-04") and column in f["message"]]
            self.assertEqual(len(asked), 1, (words, found["findings"]))
            self.assertIn("Bedoelt u", asked[0]["message"] + asked[0]["remedy"])

    def test_words_for_nothing_leave_an_optional_cell_empty(self):
        for number, words in enumerate((
                "geen einddatum", "nog niet bekend", "n.b.", "nnb", "n.n.b.", "tot nader order", "t.n.o.", "niet ingevuld", "nihil", "NaT",
                "heden", "onbepaald", "31-12-9999", "31-12-2999", "n.v.t.", "-")):
            found = self.read(f"n{number}", PLACEMENT_HEADING.split(";"), [self.row(einddatum=words)])
            self.assertEqual((found["rows"]["accepted"], self.rules(found)), (2, []), words)

    def test_a_day_that_says_something_is_not_taken_for_nothing(self):
        for number, words in enumerate(("zie contract", "idem", "30 februari", "eind juni")):
            found = self.read(f"d{number}", PLACEMENT_HEADING.split(";"), [self.row(einddatum=words)])
            self.assertEqual(self.rules(found), ["BST-11"], words)

    def test_the_word_for_a_number_goes_with_it(self):
        for number, text in enumerate(("KvK 12345678", "KVK: 12345678", "NL12345678", "kvk-nr. 1234 5678", "0012345678")):
            found = self.read(f"k{number}", PLACEMENT_HEADING.split(";"), [self.row(werkgever_kvk=text)])
            self.assertEqual((found["rows"]["accepted"], self.rules(found)), (2, []), text)

    def test_the_word_for_the_unit_goes_with_the_number(self):
        for number, text in enumerate(("24 uur", "24,0 u", "24 uur per week", "24 p/w", "24u/w.")):
            found = self.read(f"e{number}", PLACEMENT_HEADING.split(";"), [self.row(uren_per_week=text)])
            self.assertEqual((found["rows"]["accepted"], self.rules(found)), (2, []), text)

    def test_another_unit_is_never_read_as_that_of_the_column(self):
        for number, (text, words) in enumerate((
                ("24%", "teken of woord voor iets anders"), ("\u20ac 24", "teken of woord voor iets anders"), ("24 EUR", "teken of woord voor iets anders"),
                ("24 uur per maand", "niet als getal"), ("3 dagen", "niet als getal"))):
            found = self.read(f"u{number}", PLACEMENT_HEADING.split(";"), [self.row(uren_per_week=text)])
            self.assertEqual((found["rows"]["accepted"], self.rules(found)), (1, ["BST-16"]), text)
            said = next(f for f in found["findings"] if f["rule"] == "BST-16")
            self.assertIn(words, said["message"])
            self.assertEqual((said["row"], said["column"]), (2, "uren_per_week"))

    def test_rows_that_are_no_data_are_one_finding_each(self):
        width = len(PLACEMENT_HEADING.split(";"))
        for number, (row, rule) in enumerate((
                ([str(index) for index in range(1, width + 1)], "BST-23"), (["-"] * width, "BST-23"),
                (["Handtekening:"] + [""] * (width - 1), "BST-23"), (["EOF"] + [""] * (width - 1), "BST-23"),
                (["Tot."] + [""] * 8 + ["24", "", ""], "BST-06"), (["Σ"] + [""] * 8 + ["24", "", ""], "BST-06"),
                (["* Totaal"] + [""] * 8 + ["24", "", ""], "BST-06"), (["Cumulatief"] + [""] * 8 + ["24", "", ""], "BST-06"))):
            found = self.read(f"r{number}", PLACEMENT_HEADING.split(";"), [self.row(), row])
            here = [(f["rule"], f["severity"]) for f in found["findings"] if f["row"] == 3]
            self.assertEqual([rule for rule, _ in here], [rule], row)
            self.assertNotEqual(here[0][1], "fout", row)
            self.assertEqual(found["rows"]["accepted"], 2, row)

    def test_a_time_is_called_a_time(self):
        found = self.read("t", PLACEMENT_HEADING.split(";"), [self.row(uren_per_week="24:00")])
        self.assertIn("tijd", next(f["message"] for f in found["findings"] if f["column"] == "uren_per_week"))

    def test_the_simple_form_may_lack_the_version(self):
        heading = "leverancier_kvk;leverancier_naam;periode;" + PLACEMENT_HEADING
        path = self.folder / "een.csv"
        path.write_text(heading + "\r\n12345678;Voorbeeld Schoon B.V.;2026-Q2;" + PLACEMENT.format(1, "") + "\r\n")
        found = self.check(path, "--register", REGISTER)
        self.assertEqual((found["supplier_kvk"], found["period"], found["rows"]["accepted"]), ("12345678", "2026-Q2", 1))
        self.assertIn("1", next(f["remedy"] for f in found["findings"] if f["column"] == "sjabloonversie"))


class RecognitionTest(ToolTest):
    """A table is known by all of its headings, under whatever name."""

    OBSTACLES = "contractnummer;soort;fase;omschrijving;hulpvraag;actie;eigenaar\r\nBZK-2026-0147;capaciteit;uitvoering;Te weinig plek;ja;Bellen;rijk\r\n"
    LESSONS = "contractnummer;afspraak_id;wat_geprobeerd;wat_gebeurde;wat_geleerd;volgende_stap\r\nBZK-2026-0147;;Bellen;Niets;Eerder bellen;Bellen\r\n"

    def test_under_names_of_their_own(self):
        for number, name in enumerate(("Kopie van knelpunten.csv", "sjabloon - Knelpunten.csv", "knelpunten_2026Q2_def.csv", "blad4.csv", "knelpunten.csv.txt")):
            folder = self.submission(f"k{number}", afspraken=(
                "afspraak_id;contractnummer;doel;eigenaar;streefdatum;status\r\nA-1;BZK-2026-0147;Een plek;rijk;30-06-2026;gepland\r\n"))
            (folder / name).write_text(self.OBSTACLES)
            (folder / "blad6.csv").write_text(self.LESSONS)
            self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
            data = self.folder / "uit" / f"k{number}" / "gegevens"
            for table, column in (("knelpunten", "omschrijving"), ("leerpunten", "wat_geleerd"), ("afspraken", "doel")):
                rows = list(csv.DictReader(io.StringIO((data / f"{table}.csv").read_text())))
                self.assertEqual([bool(row[column]) for row in rows], [True], (name, table))


    def test_two_lists_below_each_other_lose_nothing(self):
        """The second has fewer headings, and values beyond them and under headings without a name."""
        columns = PLACEMENT_HEADING.split(";")
        few = ["contractnummer", "inzet_id", "deelnemercode", "", "doelgroep", ""]
        second = ["BZK-2026-0147", "P-009", "D-0009", "eersteleeg", "PW", "tweedeleeg", "daarachter", "nogverder"]
        text = "\r\n".join([PLACEMENT_HEADING, PLACEMENT.format(1, ""), ";".join(few), ";".join(second)]) + "\r\n"
        folder = self.submission("onder", inzet=text)
        self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
        written = "".join(path.read_text() for path in (self.folder / "uit/onder/gegevens").glob("*.csv"))
        for word in ("eersteleeg", "tweedeleeg", "daarachter", "nogverder"):
            self.assertIn(word, written)
        self.assertGreater(len(columns), len(few))


class BoundsTest(ToolTest):
    """Few bytes cannot stand for much work, and what was made can be read."""

    def test_a_packed_file_of_one_sign_a_row_is_refused_by_name(self):
        path = self.folder / "rijen.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("voorblad.csv", COVER)
            archive.writestr("inzet.csv", PLACEMENT_HEADING + "\r\n" + 'P-1;"\r\n' + "x\r\n" * 1_000_000)
        self.assertLess(path.stat().st_size, 10_000)
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 3)
        self.assertRegex(result.stderr.decode(), "meer dan [0-9]+ rijen")

    def test_a_finding_at_the_edge_of_the_widest_table_has_a_place(self):
        """The columns of the feedback come before the supplier's own: what stood in the last one lies beyond the sheet."""
        columns = PLACEMENT_HEADING.split(";")
        filler = [f"k{number}" for number in range(16_384 - len(columns) - 1)]
        heading = ";".join([*columns, *filler, "BSN"])
        text = heading + "\r\n" + PLACEMENT.format(1, "") + ";" * (len(filler) + 1) + "7\r\n"
        folder = self.submission("breed", inzet=text)
        result = self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
        self.assertEqual((result.returncode, (self.folder / "uit/breed/terugkoppeling.xlsx").exists()), (0, True), result.stderr.decode())

    def test_no_result_is_called_after_what_lies_in_one(self):
        folders = [self.submission(name) for name in ("gegevens", "bevindingen.json")]
        self.run_tool("convert", *folders, "--output", self.folder / "uit", "--register", REGISTER)
        result = self.run_tool("consolidate", self.folder / "uit", "--output", self.folder / "m.xlsx", "--register", REGISTER)
        self.assertEqual(result.returncode, 0, result.stderr.decode())

    def test_a_text_over_many_lines_comes_back(self):
        text = "a\tb\r\nc" * 300
        columns = PLACEMENT_HEADING + ";eigen"
        rows = [f'{PLACEMENT.format(number, "")};"{text}"' for number in (1, 2)]
        folder = self.submission("lang", inzet="\r\n".join([columns, *rows]) + "\r\n")
        self.run_tool("convert", folder, "--output", self.folder / "uit", "--register", REGISTER)
        result = self.run_tool("consolidate", self.folder / "uit", "--output", self.folder / "m.xlsx", "--register", REGISTER)
        self.assertEqual((result.returncode, (self.folder / "m.xlsx").exists()), (0, True), result.stderr.decode())
        self.assertEqual(placements(1).count("\r\n"), 2)


class BranchWorkbooksTest(ToolTest):
    """A workbook for each branch, each with its cover, is one delivery; two versions of a workbook, or of two suppliers, are not."""

    def book(self, name, first, last, cover=COVER, change=None):
        """A workbook with the placements from `first` to `last`."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet, text in (("Voorblad", cover), ("Inzet", placements(last))):
            rows = [line.split(";") for line in text.split("\r\n") if line]
            for row in rows if sheet == "Voorblad" else rows[:1] + rows[first:]:
                sheet in book.sheetnames or book.create_sheet(sheet)
                book[sheet].append([value or None for value in row])
        if change:
            change(book["Inzet"])
        path = self.folder / "inzending" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)
        return path.parent

    def told(self):
        found = self.check(self.folder / "inzending", "--register", REGISTER)
        told = [(f["severity"], f["file"]) for f in found["findings"] if f["rule"] == "BST-19"]
        shutil.rmtree(self.folder / "inzending")
        return found["rows"]["accepted"], told

    def test_they_are_read_together(self):
        for north, south in (("sjabloon noord.xlsx", "sjabloon zuid.xlsx"), ("Den Haag.xlsx", "Utrecht.xlsx"), ("noord/inzending.xlsx", "zuid/inzending.xlsx")):
            self.book(north, 1, 2)
            self.book(south, 3, 4)
            self.assertEqual(self.told(), (5, [("signaal", south)]), north)

    def test_of_a_cover_that_says_otherwise_the_first_is_read(self):
        self.book("noord.xlsx", 1, 2)
        self.book("zuid.xlsx", 3, 4, COVER.replace("03-07-2026", "04-07-2026"))
        self.assertEqual(self.told(), (5, [("signaal", "zuid.xlsx"), ("waarschuwing", "zuid.xlsx")]))

    def test_another_supplier_or_period_is_another_report(self):
        for cover in (COVER.replace("2026-Q2", "2026-Q1"), COVER.replace("12345678", "87654321")):
            self.book("noord.xlsx", 1, 2)
            self.book("zuid.xlsx", 3, 4, cover)
            self.assertEqual(self.told(), (3, [("fout", "zuid.xlsx"), ("fout", "zuid.xlsx")]))

    def test_versions_are_not_joined(self):
        for first, second, start in (("rapportage v1.xlsx", "rapportage v2.xlsx", 3), ("noord.xlsx", "zuid.xlsx", 2)):
            self.book(first, 1, 2)
            self.book(second, start, 4)
            self.assertEqual(self.told(), (3, [("waarschuwing", second), ("fout", second)]), first)

    def test_a_place_names_workbook_and_sheet(self):
        def change(sheet):
            sheet["J2"] = "veel"
            sheet["A3"] = "P-001"
            sheet.insert_rows(1, 2)
            sheet["A1"] = "Vestiging Zuid"
        self.book("noord.xlsx", 1, 2)
        path = self.book("zuid.xlsx", 3, 4, change=change)
        found = self.check(path, "--register", REGISTER)["findings"]
        self.assertEqual([(f["file"], f["row"], f["cell"]) for f in found if f["rule"] == "BST-16"], [("zuid.xlsx", 4, "Inzet!J4")])
        double = [f for f in found if f["rule"] == "IDN-12"]
        self.assertEqual([(f["file"], f["row"]) for f in double], [("zuid.xlsx", 5)])
        self.assertIn("uw rij 2 van blad Inzet in noord.xlsx", double[0]["message"])
        self.run_tool("convert", path, "--output", self.folder / "uit", "--register", REGISTER)
        with (self.folder / "uit/inzending/gegevens/afgekeurd.csv").open(encoding="utf-8-sig", newline="") as file:
            self.assertEqual({(row["bestand"], row["blad"], row["rij"]) for row in csv.DictReader(file)},
                             {("zuid.xlsx", "Inzet", "4"), ("zuid.xlsx", "Inzet", "5")})

    def test_the_feedback_finds_each_row_again(self):
        def veel(sheet):
            sheet["J2"] = "veel"
        self.book("noord.xlsx", 1, 2, change=veel)
        path = self.book("zuid.xlsx", 3, 4, change=veel)
        self.run_tool("convert", path, "--output", self.folder / "uit", "--register", REGISTER)
        book = openpyxl.load_workbook(self.folder / "uit/inzending/terugkoppeling.xlsx")
        for row in book["Inzet"].iter_rows(min_row=5):
            written = {cell.value for cell in row}
            if "veel" in written:
                row[1].value = "uren_per_week: 20" if "P-001" in written else "uren_per_week: 30"
        back = self.folder / "terugkoppeling.xlsx"
        book.save(back)
        self.run_tool("convert", back, "--output", self.folder / "uit2", "--register", REGISTER)
        with (self.folder / "uit2/terugkoppeling/gegevens/inzet.csv").open(encoding="utf-8-sig", newline="") as file:
            hours = [(row["inzet_id"], row["uren_per_week"]) for row in csv.DictReader(file)]
        self.assertEqual(hours, [("P-001", "20"), ("P-002", "24"), ("P-003", "30"), ("P-004", "24")])


class BranchFilesTest(ToolTest):
    """A file for each branch, team or month is one table together; two versions of a file are not."""

    NORTH, SOUTH = placements(2), placements(4).replace(PLACEMENT.format(1, "") + "\r\n" + PLACEMENT.format(2, "") + "\r\n", "")

    def told(self, path):
        found = self.check(path, "--register", REGISTER)
        return found["rows"]["accepted"], [(f["severity"], f["file"]) for f in found["findings"] if f["rule"] == "BST-19"]

    def test_files_of_branches_are_read_together(self):
        for number, (north, south) in enumerate((
                ("inzet noord", "inzet zuid"), ("Inzet april", "Inzet mei"), ("inzet vestiging 1", "inzet vestiging 2"),
                ("inzet-q1", "inzet-q2"), ("Schoon Inzet Den Haag", "Schoon Inzet Utrecht"), ("inzet", "inzet zuid"))):
            path = self.submission(f"samen{number}", **{"inzet": None, north: self.NORTH, south: self.SOUTH})
            self.assertEqual(self.told(path), (5, [("signaal", f"{south}.csv")]), north)

    def test_versions_are_not(self):
        for number, (first, second) in enumerate((
                ("inzet v1", "inzet v2"), ("inzet", "inzet (1)"), ("inzet oud", "inzet nieuw"), ("inzet concept", "inzet definitief"),
                ("inzet", "inzet aangepast"), ("inzet", "inzet-20260701"))):
            path = self.submission(f"versies{number}", **{"inzet": None, first: self.NORTH, second: self.SOUTH})
            accepted, found = self.told(path)
            self.assertEqual((accepted, [severity for severity, _ in found]), (3, ["fout"]), first)

    def test_a_row_in_both_makes_them_versions(self):
        path = self.submission("dubbel", inzet=None, **{"inzet noord": self.NORTH, "inzet zuid": placements(3)})
        self.assertEqual(self.told(path), (3, [("fout", "inzet zuid.csv")]))

    def test_a_finding_names_the_file_and_row(self):
        path = self.submission("fout", inzet=None, **{
            "inzet noord": self.NORTH.replace("24,0", "veel", 1), "inzet zuid": self.SOUTH.replace("24,0", "veel")})
        found = self.check(path, "--register", REGISTER)["findings"]
        self.assertEqual(
            [(f["file"], f["row"]) for f in found if f["rule"] == "BST-16"],
            [("inzet noord.csv", 2), ("inzet zuid.csv", 2), ("inzet zuid.csv", 3)])
        self.run_tool("convert", path, "--output", self.folder / "uit", "--register", REGISTER)
        with (self.folder / "uit/fout/gegevens/afgekeurd.csv").open(encoding="utf-8-sig", newline="") as file:
            places = {(row["bestand"], row["rij"]) for row in csv.DictReader(file)}
        self.assertEqual(places, {("inzet noord.csv", "2"), ("inzet zuid.csv", "2"), ("inzet zuid.csv", "3")})

    def test_a_double_names_the_file_of_the_first(self):
        path = self.submission("dubbel", inzet=None, **{"inzet noord": self.NORTH, "inzet zuid": self.SOUTH.replace("P-003", "P-002")})
        told = [f["message"] for f in self.check(path, "--register", REGISTER)["findings"] if f["rule"] == "IDN-12"]
        self.assertEqual([("uw rij 3 van inzet noord.csv" in words) for words in told], [True], told)

    def test_columns_in_another_order_and_number(self):
        rows = [line.split(";") for line in self.SOUTH.split("\r\n") if line]
        south = "\r\n".join(";".join(reversed(row[:11])) for row in rows) + "\r\n"
        for first, second in ((self.NORTH, south), (south, self.NORTH)):
            path = self.submission(f"volgorde{first == south}", inzet=None, **{"inzet noord": first, "inzet zuid": second})
            found = self.check(path, "--register", REGISTER)
            self.assertEqual(found["rows"]["accepted"], 5)
            self.assertEqual([f["rule"] for f in found["findings"] if f["rule"] in ("BST-03", "BST-04", "BST-16", "BST-11")], [])

    def test_the_feedback_finds_each_row_again(self):
        path = self.submission("terug", inzet=None, **{
            "inzet noord": self.NORTH.replace("24,0", "veel", 1), "inzet zuid": self.SOUTH.replace("24,0", "weinig", 1)})
        self.run_tool("convert", path, "--output", self.folder / "uit", "--register", REGISTER)
        book = openpyxl.load_workbook(self.folder / "uit/terug/terugkoppeling.xlsx")
        sheet = book["Inzet"]
        for row in sheet.iter_rows(min_row=5):
            written = {cell.value for cell in row}
            if written & {"veel", "weinig"}:
                row[1].value = "uren_per_week: 20" if "veel" in written else "uren_per_week: 30"
        back = self.folder / "terugkoppeling.xlsx"
        book.save(back)
        found = self.check(back, "--register", REGISTER)
        self.assertEqual((found["rows"]["accepted"], [f for f in found["findings"] if f["rule"] == "BST-16"]), (5, []))
        self.run_tool("convert", back, "--output", self.folder / "uit2", "--register", REGISTER)
        with (self.folder / "uit2/terugkoppeling/gegevens/inzet.csv").open(encoding="utf-8-sig", newline="") as file:
            hours = [row["uren_per_week"] for row in csv.DictReader(file)]
        self.assertEqual(hours, ["20", "24", "30", "24"])

    def test_what_a_file_is_stands_in_the_json(self):
        """The first file of a delivery has number 0, which was taken for no detail at all."""
        path = self.submission("pagina", inzet=None)
        (path / "inzet.xls").write_bytes(b"<html><table><tr><td>x</td></tr></table></html>")
        told = [f["message"] for f in self.check(path)["findings"] if f["file"] == "inzet.xls"]
        self.assertEqual(len(told), 1)
        self.assertIn("webpagina", told[0])


class ReceivedBeforeTest(ToolTest):
    """The very same delivery once more is one thing to say."""

    def convert(self, path, out, *options):
        self.run_tool("convert", path, "--output", self.folder / out, "--register", REGISTER, *options)
        found = json.loads((self.folder / out / path.stem / "bevindingen.json").read_text())["findings"]
        return sorted((f["rule"], f["row"], f["column"], f["message"]) for f in found)

    def test_one_finding_says_so(self):
        example = EXAMPLES / "schoonmaak-sanitair-2026-q2"
        first = self.convert(example, "eerst")
        again = self.folder / "nog-eens"
        shutil.copytree(example, again)
        more = [f for f in self.convert(again, "weer", "--previous", self.folder / "eerst") if f not in first]
        self.assertEqual([(f[0], f[2]) for f in more], [("BST-13", "periode")])
        self.assertIn("'schoonmaak-sanitair-2026-q2'", more[0][3])

    def test_so_it_does_of_a_workbook(self):
        path = self.folder / "boek.xlsx"
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, text in (("Voorblad", COVER), ("Inzet", placements(2))):
            sheet = book.create_sheet(name)
            for line in text.split("\r\n")[:-1]:
                sheet.append([value or None for value in line.split(";")])
        book.save(path)
        first = self.convert(path, "eerst")
        again = self.folder / "boek2.xlsx"
        shutil.copy(path, again)
        more = [f for f in self.convert(again, "weer", "--previous", self.folder / "eerst") if f not in first]
        self.assertEqual([f[0] for f in more], ["BST-13"])

    def test_of_some_files_one_finding_names_them(self):
        example = EXAMPLES / "schoonmaak-sanitair-2026-q2"
        self.convert(example, "eerst")
        again = self.folder / "nog-eens"
        shutil.copytree(example, again)
        with (again / "gesprekken.csv").open("a", encoding="utf-8") as file:
            file.write("\r\n")
        found = self.convert(again, "weer", "--previous", self.folder / "eerst")
        told = [f[3] for f in found if f[0] == "BST-13"]
        self.assertEqual(len(told), 1)
        self.assertNotIn("gesprekken.csv", told[0])
        self.assertEqual([f[0] for f in found if f[0] == "RAP-04"], ["RAP-04"])


if __name__ == "__main__":
    import unittest
    unittest.main()
