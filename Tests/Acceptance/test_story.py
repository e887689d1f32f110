"""The national picture of a story of twelve suppliers equals what its rows say, worked out by themselves."""
import csv
import datetime
import json
import re
import unittest

import openpyxl

import story
from support import EXAMPLES, REGISTER, WINDOW, ToolTest, right_edge


class StoryBase(ToolTest):
    def setUp(self):
        super().setUp()
        self.counts = story.make(self.folder)
        self.expected = story.figures(self.counts)
        for only in ("gegevens", "bevindingen"):
            result = self.run_tool("convert", *sorted((self.folder / "in").iterdir()), "--register", self.folder / "register",
                                   "--output", self.folder / "uit", "--only", only, "--jobs", 2, "--quiet")
            self.assertIn(result.returncode, (0, 1), result.stderr.decode())

    def book(self, *options):
        path = self.folder / "m.xlsx"
        result = self.run_tool("consolidate", self.folder / "uit", "--register", self.folder / "register", "--output", path, "--quiet", *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return openpyxl.load_workbook(path, data_only=True)

    @staticmethod
    def rows(book, sheet):
        values = list(book[sheet].iter_rows(min_row=4, values_only=True))
        return [dict(zip(values[0], row)) for row in values[1:] if any(cell is not None for cell in row[1:])]


class StoryTest(StoryBase):
    def test_exact_figures_are_those_of_the_rows(self):
        book = self.book("--exact")
        cells = [list(row) for row in book["Dashboard"].iter_rows(values_only=True)]
        shown = {str(row[0]).strip(): row[1] for row in cells if row[0] and isinstance(row[1], (int, float))}
        for name, value in self.expected.items():
            if name in shown:
                self.assertEqual(shown[name], value, name)
        self.assertEqual(sum(name in shown for name in self.expected), 8)
        trend = next(row for row in cells if row[4] == "Mensen")
        self.assertEqual([value for value in trend[6:10] if isinstance(value, (int, float))], self.expected["Mensen"])
        words = " ".join(str(cell) for row in cells for cell in row if cell)
        self.assertIn(f"{self.expected['loyal']} van 12 leveranciers", words)
        self.assertIn("34 van 36 verwachte rapportages tellen mee", words)
        self.assertIn("Perceel 11, 2026-Q2", words)
        self.assertIn("1 kwam binnen en is niet bruikbaar (Verhaal 12 B.V.)", words)
        self.assertIn(f"Voor {self.expected['ending']} mensen loopt tijdelijk werk", words)
        self.assertIn("Geen kandidaten voor de vroege dienst.", words)

    def test_the_trend_compares_the_same_suppliers(self):
        book = self.book("--exact")
        lines = self.rows(book, "Trend")
        people = self.expected["Mensen"]
        together = [line for line in lines if line["Wat"] == "samen, vorige periode"]
        self.assertEqual([(line["Personen eerder"], line["Personen nu"], line["Verschil personen"]) for line in together],
                         [(before, now, now - before) for before, now in zip(people, people[1:])])
        self.assertIn(f"Samen: {self.expected['loyal']} van 12 leveranciers", together[0]["Naam"])
        own = {(line["Contract"], line["Nu"]): (line["Wat"], line["Personen eerder"], line["Personen nu"])
               for line in lines if line["Contract"] and "vervangen" not in line["Wat"]}
        count = self.expected["per kwartaal"]
        for (contract, quarter), number in count.items():
            earlier = [q for q in ("2026-Q1", "2026-Q2", "2026-Q3") if q < quarter and (contract, q) in count]
            if earlier:
                word = "vorige periode" if int(quarter[-1]) - int(earlier[-1][-1]) == 1 else "eerdere periode, niet de vorige"
                self.assertEqual(own.pop((contract, quarter)), (word, count[contract, earlier[-1]], number))
        self.assertFalse(own)
        # *Gegevens* has the same figures, by target group.
        self.assertEqual({(line["Contract"], line["Periode"]): line["Personen"] for line in self.rows(book, "Gegevens")}, count)

    def test_regions_have_the_people_who_work_there(self):
        for exact in (True, False):
            lines = {line["Regio"]: line for line in self.rows(self.book(*(["--exact"] if exact else [])), "Regio")}
            for name, count in self.expected["regio"].items():
                shown = lines[name]["Personen"]
                self.assertTrue(shown == count if exact else shown % 5 == 0 and abs(shown - count) < 5, (name, shown, count))
            self.assertEqual((lines["Haaglanden"]["Plekken vrij"], lines["Haaglanden"]["Wensen"]), (2, 1))
            self.assertEqual((lines["Twente"]["Plekken vrij"], lines["Rijnmond"]["Wensen"]), (1, 2))
            self.assertEqual((lines["Haaglanden"]["Nummer"], lines["(niet in de lijst)"]["Nummer"]), (20, None))
            self.assertEqual(set(lines), {*self.expected["regio"].keys(), "Twente"})

    def test_places_meet_and_what_fits_nothing_is_shown(self):
        lines = self.rows(self.book(), "Verbinden")
        seen = [(line["Hoe het past"][2:], line["Biedt aan"], line["Zoekt"], line["Plekken"], line["Wie nog meer"]) for line in lines]
        self.assertEqual(seen, [
            ("past helemaal", "Verhaal 1 B.V.", "Verhaal 2 B.V.", 1, "Nog 1 ander zoekt dit."),
            ("past bijna", "Verhaal 1 B.V.", "Verhaal 3 B.V.", 1, "Nog 1 ander zoekt dit."),
            ("vrij, nog geen wens", "Verhaal 4 B.V.", None, 1, None)])
        self.assertIn("Zelfde vak: hovenier.", lines[0]["Waarom dit past"])
        self.assertIn("Dat denken wij", lines[0]["Waarom dit past"])
        self.assertIn("Buurregio's: Haaglanden en Rijnmond.", lines[1]["Waarom dit past"])
        told = " ".join(str(line[name]) for line in lines[:2] for name in ("Wat u de aanbieder mag vertellen", "Wat u de vrager mag vertellen"))
        self.assertNotIn("Verhaal", told)
        self.assertNotIn("@", told)
        self.assertIn("Een andere leverancier zoekt: leerplek, vak hovenier, regio Haaglanden, vanaf 01-11-2026 tot en met 30-04-2027, 1 plek.", told)

    def test_response_help_and_lessons(self):
        book = self.book()
        answers = self.rows(book, "Respons")
        stands = [row["Stand"][2:] for row in answers]
        self.assertEqual((stands.count("ontbreekt"), stands.count("vervangen"), stands.count("goedgekeurd")), (2, 2, 34))
        self.assertEqual({(row["Naam"], row["Periode"]) for row in answers if "ontbreekt" in row["Stand"]},
                         {("Perceel 11", "2026-Q2"), ("Perceel 12", "2026-Q3")})
        # One period filtered: a matrix of contracts and periods.
        periods = ["2026-Q1", "2026-Q2", "2026-Q3"]
        matrix = {row["Naam"]: [row[period] for period in periods] for row in answers if row["Periode"] == "2026-Q3"}
        self.assertEqual(len(matrix), 12)
        by_row = {(row["Naam"], row["Periode"]): row["Stand"] for row in answers if "vervangen" not in row["Stand"]}
        self.assertEqual(matrix, {name: [by_row[name, period] for period in periods] for name in matrix})
        self.assertEqual(matrix["Perceel 11"][1], "▲ ontbreekt")
        (obstacle,) = self.rows(book, "Hulp en knelpunten")
        self.assertEqual((obstacle["Nog zonder antwoord"], obstacle["Antwoord"]), (4, None))
        self.assertEqual((obstacle["Vraagt nu hulp"], obstacle["Leveranciers"], obstacle["Perioden"]), (4, 4, 3))
        self.assertIn("begin klein", obstacle["Wat elders hielp"])
        lessons = self.rows(book, "Leren")
        self.assertEqual(len(lessons), 12)
        self.assertEqual({row["Wat is geprobeerd"] for row in lessons}, {"proefdag"})

    def test_an_answer_comes_back_in_the_conversation_and_in_the_national_picture(self):
        (self.folder / "register/hulpantwoorden.csv").write_text(
            "contractnummer;soort;antwoord;beantwoord_op;beantwoord_door\n"
            "VRH-2026-0001;geen_kandidaten;Het werkgeversservicepunt belt drie kandidaten.;01-10-2026;adviesteam\n"
            ";geen_kandidaten;Begin met een proefdag.;12-05-2026;adviesteam\n", encoding="utf-8")
        (obstacle,) = self.rows(self.book(), "Hulp en knelpunten")
        self.assertEqual((obstacle["Vraagt nu hulp"], obstacle["Nog zonder antwoord"]), (4, 3))
        self.assertIn("Adviesteam, 12-05-2026: Begin met een proefdag.", obstacle["Antwoord"])
        # A small number of people is no number in what is shared.
        self.assertIn("belt enkele kandidaten", obstacle["Antwoord"])
        self.assertEqual(obstacle["Beantwoord op"].strftime("%d-%m-%Y"), "01-10-2026")
        for quarter, said, not_said in ((2, "Begin met een proefdag.", "belt drie"), (3, "belt drie kandidaten", "Begin met een proefdag.")):
            result = self.run_tool("convert", self.folder / f"in/l01-q{quarter}", "--register", self.folder / "register",
                                   "--output", self.folder / "los", "--quiet")
            self.assertIn(result.returncode, (0, 1), result.stderr.decode())
            sheet = openpyxl.load_workbook(self.folder / f"los/l01-q{quarter}/rapport.xlsx")["Gesprek"]
            words = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
            self.assertIn(said, words)
            self.assertNotIn(not_said, words)

    def test_whose_turn_it_is(self):
        cells = [list(row) for row in self.book()["Dashboard"].iter_rows(values_only=True)]
        first = next(row.index("Eigenaar") for row in cells if "Eigenaar" in row)
        turns = {row[first]: row[first + 1:first + 4] for row in cells if row[first] in ("Rijk", "Samen", "Leverancier") and isinstance(row[first + 1], int)}
        # The last report of supplier 12 cannot be used; even numbers never met theirs.
        self.assertEqual(turns, {"Rijk": [6, 0, 6], "Samen": [0, 12, 0], "Leverancier": [0, 0, 0]})

    def test_what_lags_is_said_and_a_quote_is_a_quote(self):
        """What lags stands in the sentence and among the topics, as *Contracten* has it; the column of quotes holds nothing of this program."""
        heading = ("Wat", "Waar", "Wat er speelt", "In hun eigen woorden", "Wie is aan zet", "Voor wanneer")
        # By the ordinary 15 points nobody lags on the last day that was reported on: 3 of 13 people after 273 of 730 days are 14 too few.
        (self.folder / "register" / "instellingen.csv").write_text("sleutel;waarde\nachterstand_punten;5\n", encoding="utf-8")
        for options in ([], ["--exact"]):
            book = self.book(*options)
            cells = [list(row) for row in book["Dashboard"].iter_rows(values_only=True)]
            marks = ("▲ Loopt achter", "▲ Niets gemeld", "▲ Rapportage afgekeurd", "▲ Niets telt mee", "▲ Alles apart gezet")
            behind = {line["Naam"] for line in self.rows(book, "Contracten") if line["Hoe het staat"] in marks}
            self.assertTrue(behind)
            sentence = " ".join(str(cells[row][0] or "") for row in (2, 3, 4))
            first = next(row for row, line in enumerate(cells) if line[0] == "Wat")
            columns = {name: cells[first].index(name) for name in heading}
            last = next(row for row, line in enumerate(cells) if str(line[0]).startswith("Op weg naar"))
            begins = [row for row in range(first + 1, last) if cells[row][0]] + [last - 1]
            topics = [cells[begin:end] for begin, end in zip(begins, begins[1:])]
            lagging = [lines[0] for lines in topics if lines[0][0] == "▲ Loopt achter"]
            self.assertEqual(len(lagging), 1)
            named = lagging[0][columns["Waar"]].split(",")[0]
            self.assertIn(named, behind)
            self.assertRegex(sentence, rf"lo(opt|pen) achter( of meldden nog niets dat telt)?(:|, het meest:) {named}\.")
            for lines in topics:
                quote = " ".join(str(line[columns["In hun eigen woorden"]] or "") for line in lines).strip()
                self.assertTrue(not quote or quote[0] == '"', quote)
            expected = cells[last]
            self.assertTrue(any(str(cell).startswith("Verwacht: het deel van de looptijd") for cell in expected), expected)

    def test_no_column_of_the_dashboard_is_empty(self):
        """Whatever the trend holds: a column that only running text passes over is no column. And by when stands in the window."""
        for quarters in (1, 2, 3):
            results = [path for path in sorted((self.folder / "uit").iterdir()) if re.search(rf"-q[1-{quarters}]", path.name)]
            path = self.folder / f"m{quarters}.xlsx"
            done = self.run_tool("consolidate", *results, "--register", self.folder / "register", "--output", path, "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            found = json.loads(self.run_tool("audit", path, "--format", "json").stdout)
            self.assertEqual([finding for finding in found["findings"] if finding["severity"] != "signaal"], [], quarters)
            sheet = openpyxl.load_workbook(path)["Dashboard"]
            due = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Voor wanneer")
            # "voor 31-12-2026" takes 80 pixels.
            self.assertLess(right_edge(sheet, due - 1) + 80, WINDOW)

    def test_what_is_known_comes_first(self):
        """No column in sight is empty on every row, the columns that matter end in the window, and days are written one way."""
        book = self.book()
        for sheet in book:
            if not sheet.tables or sheet.max_row < 5 or sheet["A5"].value == "Geen rijen.":
                continue
            for cell in sheet[4]:
                if cell.value and not sheet.column_dimensions[cell.column_letter].hidden:
                    values = [sheet.cell(row, cell.column).value for row in range(5, sheet.max_row + 1)]
                    self.assertTrue(any(value is not None for value in values), (sheet.title, cell.value))
            for row in sheet.iter_rows(min_row=5, values_only=True):
                for value in row:
                    self.assertIsNone(re.search(r"\b20\d\d-\d\d-\d\d\b", str(value)) if isinstance(value, str) else None, value)
        for name, last in (("Contracten", "Bereikt"), ("Controle", "Wat te doen"), ("Respons", "2026-Q3"), ("Trend", "Verschil personen")):
            sheet = book[name]
            column = next(cell.column for cell in sheet[4] if cell.value == last)
            self.assertLessEqual(right_edge(sheet, column), WINDOW, name)
        self.assertTrue(any("2026-Q2, 0" in str(line["Eerder"]) for line in self.rows(book, "Trend")))

    def test_advice_says_who_and_does_not_speak_to_a_supplier(self):
        for line in self.rows(self.book(), "Controle"):
            self.assertTrue(line["Wat te doen"], line)
            self.assertNotRegex(line["Wat te doen"], r"\b[Uu]w\b(?! jurist| antwoord)", line)
            self.assertEqual(line["Aan zet"] is None, "Niet getoetst" in line["Ernst"], line)
            # Some reports were tested, and nothing was found: then there is nothing to mend, and "nowhere" would be untrue.
            self.assertEqual(line["Wat te doen"].startswith("Waar dit niet is getoetst"), "Niet getoetst" in line["Ernst"], line)

    def test_the_shared_dashboard_is_rounded(self):
        cells = [list(row) for row in self.book()["Dashboard"].iter_rows(values_only=True)]
        shown = {str(row[0]).strip(): row[1] for row in cells if row[0] and isinstance(row[1], (int, float))}
        for name, value in self.expected.items():
            if name in shown:
                self.assertEqual(shown[name] % 5, 0, name)
                self.assertLess(abs(shown[name] - value), 5, name)
                self.assertEqual(shown[name] == 0, value == 0, name)


class TwinTest(StoryBase):
    """The tables for programs say what the workbook says."""

    def test_each_table_is_the_sheet(self):
        for options in ([], ["--exact"]):
            book = self.book(*options)
            folder = self.folder / "m-gegevens"
            package = json.loads((folder / "datapackage.json").read_text("utf-8"))
            self.assertEqual("VERTROUWELIJK" in package["description"], bool(options))
            self.assertEqual({f"{r['name']}.csv" for r in package["resources"]}, {path.name for path in folder.glob("*.csv")})
            by_title = {r["title"]: r for r in package["resources"]}
            for sheet in book:
                resource = by_title.get(sheet.title)
                if resource is None:
                    self.assertIn(sheet.title, ("Leeswijzer", "Dashboard", "Herkomst"))
                    continue
                with open(folder / resource["path"], encoding="utf-8", newline="") as file:
                    lines = list(csv.DictReader(file))
                shown = self.rows(book, sheet.title)
                shown = [] if sheet.cell(5, 1).value == "Geen rijen." else [row for row in shown if row.get("Volgnummer")]
                self.assertEqual((len(lines), resource["rows"]), (len(shown), len(shown)), sheet.title)
                for line, row in zip(lines, shown):
                    for field in resource["schema"]["fields"]:
                        value, cell = line[field["name"]], row[field["title"]]
                        if isinstance(cell, datetime.datetime):
                            self.assertEqual(value, cell.date().isoformat())
                        elif isinstance(cell, (int, float)):
                            self.assertAlmostEqual(float(value), cell, 6, (sheet.title, field))
                        else:
                            self.assertEqual(value, (cell or "").replace("_x000D_", ""), (sheet.title, field))
                        if field["type"] == "number" and value and not re.fullmatch(r"-?[\d.]+", value):
                            self.assertIn(value, resource["schema"]["missingValues"])


class WordsTest(ToolTest):
    def test_what_connects_is_said_in_full(self):
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
        self.run_tool("consolidate", self.folder / "uit", "--register", REGISTER, "--output", self.folder / "m.xlsx", "--quiet")
        cells = [list(row) for row in openpyxl.load_workbook(self.folder / "m.xlsx")["Dashboard"].iter_rows(values_only=True)]
        note = next(row.index("Wat er speelt") for row in cells if "Wat er speelt" in row)
        first = next(number for number, row in enumerate(cells) if row[0] == "↔ Verbinden")
        last = next(number for number in range(first + 1, len(cells)) if cells[number][0])
        for column in (1, note):
            text = " ".join(str(row[column]) for row in cells[first:last] if row[column])
            self.assertNotIn("…", text)
        self.assertEqual(text, "Leerplek logistiek medewerker in Haaglanden, vanaf 01-10-2026.")

    def test_a_report_that_was_rejected_is_not_nothing(self):
        """The movers' report was rejected: their contract has nothing that counts yet, and they did report."""
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
        self.run_tool("consolidate", self.folder / "uit", "--register", REGISTER, "--output", self.folder / "m.xlsx", "--quiet")
        texts = [cell for row in openpyxl.load_workbook(self.folder / "m.xlsx")["Dashboard"].iter_rows(values_only=True) for cell in row if isinstance(cell, str)]
        self.assertTrue(any("telt nog niets mee: Interne verhuizingen" in text for text in texts), texts)
        self.assertTrue(any(text.startswith("De rapportage is afgekeurd.") for text in texts), texts)
        self.assertFalse([text for text in texts if "Niets gemeld" in text])
        book = openpyxl.load_workbook(self.folder / "m.xlsx")
        # What no table values is not worth 0; and what matters of a lesson, a story or an obstacle stands in the window.
        valued = {row["Telt mee voor"] for row in StoryBase.rows(book, "Sociale inkoop")}
        self.assertEqual(valued, {"geen tabel"})
        for name, last in (("Leren", "Wat is geleerd"), ("Hulp en knelpunten", "Wat elders hielp"), ("Goede voorbeelden", "Verhaal")):
            column = next(cell.column for cell in book[name][4] if cell.value == last)
            self.assertLessEqual(right_edge(book[name], column), WINDOW, name)
        contracts = StoryBase.rows(book, "Contracten")
        self.assertEqual([row["Hoe het staat"] for row in contracts if row["Naam"] == "Interne verhuizingen"], ["▲ Rapportage afgekeurd"])
        guide = [row[0] for row in book["Leeswijzer"].iter_rows(values_only=True)]
        self.assertLessEqual({row["Hoe het staat"] for row in contracts}, set(guide))

    def test_advice_for_many_findings_has_no_gaps(self):
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
        self.run_tool("consolidate", self.folder / "uit", "--register", REGISTER, "--output", self.folder / "m.xlsx", "--quiet")
        lines = StoryBase.rows(openpyxl.load_workbook(self.folder / "m.xlsx"), "Controle")
        advice = {line["Regel"]: line["Wat te doen"] or "" for line in lines}
        self.assertTrue(advice["BEW-02"].startswith("Is in het contract iets anders afgesproken"), advice["BEW-02"])
        self.assertFalse([text for text in advice.values() if "{" in text or re.search(r": …|…\.", text)])

    def test_a_report_that_was_put_right_is_no_question_any_more(self):
        """A period that cannot be read: the report is named until the supplier sends the feedback back in order."""
        counts = story.make(self.folder)
        self.assertTrue(counts)
        register = self.folder / "register"
        self.run_tool("convert", *sorted((self.folder / "in").iterdir()), "--register", register, "--output", self.folder / "uit", "--quiet")
        lost = next(path.parent for path in sorted((self.folder / "uit").glob("*/bevindingen.json"))
                    if not json.loads(path.read_text(encoding="utf-8"))["period"])
        book = openpyxl.load_workbook(lost / "terugkoppeling.xlsx")
        head = {cell.value: cell.column for cell in book["Voorblad"][4]}
        book["Voorblad"].cell(5, head["Correctie"]).value = "periode: 2026-Q3"
        book.save(self.folder / "verbeterd.xlsx")
        said = []
        for files in ([], [self.folder / "verbeterd.xlsx"]):
            if files:
                self.run_tool("convert", *files, "--register", register, "--output", self.folder / "uit", "--quiet")
            self.run_tool("consolidate", self.folder / "uit", "--register", register, "--output", self.folder / "m.xlsx", "--quiet")
            said.append(openpyxl.load_workbook(self.folder / "m.xlsx", data_only=True)["Dashboard"]["A2"].value)
        self.assertIn("1 kwam binnen en is niet bruikbaar (Verhaal 12 B.V.)", said[0])
        self.assertEqual(said[1], "35 van 36 verwachte rapportages tellen mee · 1 ontbreekt (Perceel 11, 2026-Q2)")

    def test_after_one_comes_no_plural(self):
        """The examples have one commitment that is overdue, one place that fits and one supplier that asks for help."""
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder / "uit", "--quiet")
        for language, plural in (("en", "times|places fit|suppliers|commitments|reports"), ("nl", "leveranciers|afspraken|rapportages|mensen")):
            path = self.folder / f"{language}.xlsx"
            self.run_tool("consolidate", self.folder / "uit", "--register", REGISTER, "--output", path, "--language", language, "--quiet")
            book = openpyxl.load_workbook(path)
            texts = [cell for row in book["Dashboard"].iter_rows(values_only=True) for cell in row if isinstance(cell, str)]
            self.assertFalse([text for (text, *_) in book["Dashboard"].iter_rows(values_only=True) if str(text).endswith("…")])
            self.assertTrue(any(re.search(r"\b1 (time|keer)\b", text) for text in texts), texts)
            self.assertFalse([text for text in texts if re.search(rf"\b1 ({plural})\b", text)])


if __name__ == "__main__":
    unittest.main()
