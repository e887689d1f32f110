"""What a supplier says beside its rows reaches the manager and changes no data; what fits in no column is refused by name."""
import json

from roundtrip import FIRST_ROW, SHEETS, data, headings, history, load, said, RoundTripTest
from support import COVER, PLACEMENT_HEADING, REGISTER
from test_privacy import output_bytes

READ_AS = "Wij lezen '{}' als uw antwoord; de waarde blijft staan."
SAID = "Antwoord van de leverancier"


class AnswerTest(RoundTripTest):
    """Answers, and corrections that are none."""

    ROWS = (
        "P-1;BZK-2026-0147;D-0001;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: balie;een",
        "P-2;BZK-2026-0147;D-0002;PW;12345678;dienstverband;bepaald;01-04-2026;;39,0;direct: balie;twee",
        "P-3;BZK-2026-0147;D-0003;PW;12345678;dienstverband;bepaald;01-04-2026;;25,0;direct: balie;",
        "P-4;BZK-2026-0147;D-0004;onzin;12345678;dienstverband;bepaald;01-04-2026;;26,0;direct: balie;vier",
        "P-5;BZK-2026-0147;D-0005;WW;12345678;dienstverband;bepaald;01-04-2026;;27,0;direct: balie;vijf",
    )

    def setUp(self):
        super().setUp()
        self.first = self.convert(
            self.submission(inzet="\r\n".join([PLACEMENT_HEADING, *self.ROWS, ""])), output="eerst")
        self.number = 0

    def sent_back(self, cells, result=None, *options, sheet="Inzet"):
        """What comes of the feedback after `cells`, by inzet_id and heading, were filled."""
        book = load((result or self.first) / "terugkoppeling.xlsx")
        columns = {name: index for index, name in enumerate(headings(book[sheet]), 1)}
        rows = {book[sheet].cell(row, columns["inzet_id"]).value: row for row in range(FIRST_ROW, book[sheet].max_row + 1)}
        for (code, column), text in cells.items():
            book[sheet].cell(rows[code], columns[column]).value = text
        self.number += 1
        path = self.folder / f"terug-{self.number}.xlsx"
        book.save(path)
        return self.convert(path, REGISTER, *options, output="daarna")

    @staticmethod
    def found(result):
        return json.loads((result / "bevindingen.json").read_text())["findings"]

    @staticmethod
    def own_rows(result, sheet="Inzet"):
        """The rows of a sheet of the feedback, by inzet_id and heading."""
        rows = list(load(result / "terugkoppeling.xlsx")[sheet].iter_rows(min_row=FIRST_ROW - 1, values_only=True))
        return {row[rows[0].index("inzet_id")]: dict(zip(rows[0], row)) for row in rows[1:]}

    def test_an_answer_changes_nothing_and_reaches_the_manager(self):
        answer = "De uren kloppen, zie ons gesprek van mei"
        result = self.sent_back({("P-2", "Uw antwoord"): answer, ("P-1", "Uw antwoord"): "dank"})
        self.assertEqual(data(result)["inzet"], data(self.first)["inzet"])
        self.assertEqual(history(result)[3], [])
        about = [f for f in self.found(result) if f["rule"] == "INZ-08"]
        self.assertEqual([(f["cell"], f["answer"]) for f in about], [("Inzet!N6", answer)])
        self.assertTrue(all("answer" not in f for f in self.found(result) if f["row"] not in (5, 6)))
        book = load(result / "rapport.xlsx")
        lines = list(book["Bevindingen"].iter_rows(min_row=4, values_only=True))
        column = lines[0].index(SAID)
        self.assertTrue(any(answer in (line[column] or "") for line in lines[1:]))
        # And at the table, with the words beside the topic.
        self.assertTrue(any(
            f"Antwoord, rij 6: {answer}" in str(cell.value) for row in book["Gesprek"].iter_rows() for cell in row))
        self.assertEqual(said(result), [("antwoord", "Inzet rij 2", "dank"), ("antwoord", "Inzet rij 3", answer)])

    def test_nothing_said_no_column(self):
        book = load(self.first / "rapport.xlsx")
        self.assertNotIn(SAID, headings(book["Bevindingen"]))
        self.assertFalse(any("Antwoord, " in str(cell.value) for row in book["Gesprek"].iter_rows() for cell in row))
        self.assertNotIn('"answer"', (self.first / "bevindingen.json").read_text())

    def test_an_answer_closes_what_an_explanation_closes(self):
        """INZ-23 asks how the work belongs to the contract: the answer goes to the manager, and nothing is asked again."""
        rows = [*self.ROWS, "P-6;BZK-2026-0147;D-0006;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;geen: administratie;"]
        self.first = self.convert(
            self.submission("verband", inzet="\r\n".join([PLACEMENT_HEADING, *rows, ""])), output="eerst")
        self.assertIn("verband_opdracht", self.own_rows(self.first)["P-6"]["Te herstellen"])
        answer = "Zij ondersteunt de planning van de schoonmaak"
        for column, text in (("Uw antwoord", answer), ("Uw antwoord", f"verband_opdracht: {answer}"), ("Correctie", "zie toelichting")):
            # The one marked column is one of texts, so that a sentence there would be a correction.
            with self.subTest(column=column, text=text):
                result = self.sent_back({("P-6", column): text})
                about = [f for f in self.found(result) if f["rule"] == "INZ-23"]
                self.assertEqual([(f["row"], f["answer"]) for f in about], [(10, text)])
                self.assertIn("De leverancier heeft dit toegelicht", about[0]["remedy"])
                self.assertNotIn("verband_opdracht:", self.own_rows(result)["P-6"]["Te herstellen"] or "")

    def test_an_answer_closes_what_words_in_the_row_cannot(self):
        """WRD-09 is about what the description says of VAT: an explanation beside it says no more, an answer does."""
        purchase = (
            "contractnummer;partner_kvk;partner_naam;omschrijving;factuurnummer;factuurdatum;bedrag_excl_btw;toelichting\r\n"
            "BZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;pakketten incl. btw;F-1;30-04-2026;2066,12;april en mei\r\n")
        self.first = self.convert(
            self.submission("btw", inzet="\r\n".join([PLACEMENT_HEADING, *self.ROWS, ""]), sociale_inkoop=purchase), output="eerst")

        def remedies(result):
            return [f["remedy"] for f in self.found(result) if f["rule"] == "WRD-09"]

        self.assertEqual(len(remedies(self.first)), 1)
        self.assertIn("'Uw antwoord'", remedies(self.first)[0])
        book = load(self.first / "terugkoppeling.xlsx")
        sheet = book["Sociale inkoop"]
        sheet.cell(FIRST_ROW, headings(sheet).index("Uw antwoord") + 1).value = "Het bedrag is nu zonder btw"
        book.save(self.folder / "terug-btw.xlsx")
        result = self.convert(self.folder / "terug-btw.xlsx", REGISTER, output="daarna")
        self.assertEqual(len(remedies(result)), 1)
        self.assertIn("De leverancier heeft dit toegelicht", remedies(result)[0])

    def test_an_answer_in_the_place_of_a_correction(self):
        words = ("klopt", "akkoord", "Ja, klopt!", "zie toelichting", "OK", "is goed", "correct",
                 "dit hebben wij zo afgesproken")
        for word in words:
            for code, column in (("P-2", "uren_per_week"), ("P-4", "doelgroep"), ("P-5", None)):
                text = word if column is None or code == "P-4" else f"{column}: {word}"
                with self.subTest(word=word, column=column):
                    result = self.sent_back({(code, "Correctie"): text})
                    self.assertEqual(data(result)["inzet"], data(self.first)["inzet"])
                    self.assertEqual(history(result)[3], [])
                    self.assertEqual([text for _, _, text in said(result)], [word])
                    row = self.own_rows(result)[code]
                    self.assertIn(READ_AS.format(word), row["Te herstellen"])
                    self.assertIn(word, row["Uw antwoord"])
                    self.assertIsNone(row["Correctie"])

    def test_what_does_not_fit_is_refused_by_name(self):
        cases = {
            "uren_per_week": ("veel", "getal"), "begindatum": ("gauw", "datum"), "doelgroep": ("onbekende", "PW"),
            "werkgever_kvk": ("abc", "acht cijfers"), "contractnummer": ("op papier", "nummer"),
            "contractvorm": ("iets", "codes"), "einddatum": ("ooit eens", "datum"), "soort_inzet": ("x", "codes"),
        }
        for language, column_of_answers in (("nl", "Uw antwoord"), ("en", "Your answer")):
            for column, (text, fits) in cases.items():
                with self.subTest(column=column, language=language):
                    result = self.sent_back({("P-1", "Correctie"): f"{column}: {text}"}, None, "--language", language)
                    self.assertEqual(data(result)["inzet"], data(self.first)["inzet"])
                    about = [f for f in self.found(result) if f["rule"] == "BST-04"]
                    self.assertEqual([(f["row"], f["column"], f["severity"]) for f in about], [(5, column, "waarschuwing")])
                    self.assertRegex(about[0]["cell"], r"^Inzet!\w+5$")
                    self.assertIn(f"'{text}'", about[0]["message"])
                    if language == "nl":
                        self.assertIn(fits, about[0]["remedy"])
                    else:
                        self.assertIn("the old value stays", about[0]["message"])
                    self.assertEqual(said(result), [("geweigerd", f"Inzet {'rij' if language == 'nl' else 'row'} 2: {column}", text)])
                    self.assertIn(column_of_answers, headings(load(result / "terugkoppeling.xlsx")["Inzet"]))

    def test_a_bare_value_is_for_what_is_to_be_corrected(self):
        """P-4 has an unknown group, an error, and no evidence, which is talked about at its identifier."""
        evidence = "bewijs_id;hoort_bij;soort;datum_document\r\nB-1;P-1;overig;01-04-2026\r\n"
        self.first = self.convert(
            self.submission("kaal", inzet="\r\n".join([PLACEMENT_HEADING, *self.ROWS, ""]), bewijs=evidence), output="eerst")
        tasks = self.own_rows(self.first)["P-4"]["Te herstellen"]
        self.assertRegex(tasks, r"Te herstellen, kolom doelgroep[\s\S]*Te bespreken, kolom inzet_id")
        result = self.sent_back({("P-4", "Correctie"): "PW"})
        self.assertEqual([f for f in self.found(result) if f["rule"] in ("BST-04", "INZ-01")], [])
        rows = data(result)["inzet"]
        self.assertIn("PW", next(row for row in rows if "P-4" in row))

    PURCHASE = ("contractnummer;partner_kvk;partner_naam;omschrijving;factuurnummer;factuurdatum;bedrag_excl_btw;aandeel_doelgroep\r\n"
                "BZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;pakketten;F-1;30-04-2026;duizend;0,5\r\n")

    def purchase(self, correction, change=lambda book: None):
        """The amount and share that are read, and what was not taken over, after `correction` of an amount that cannot be read beside a share that is asked about."""
        self.number += 1
        first = self.convert(self.submission(
            f"bedrag-{self.number}", inzet="\r\n".join([PLACEMENT_HEADING, *self.ROWS, ""]), sociale_inkoop=self.PURCHASE), output="eerst")
        book = load(first / "terugkoppeling.xlsx")
        sheet = book["Sociale inkoop"]
        tasks = sheet.cell(FIRST_ROW, headings(sheet).index("Te herstellen") + 1).value
        self.assertRegex(tasks, r"Te bespreken, kolom aandeel_doelgroep[\s\S]*Te herstellen, kolom bedrag_excl_btw")
        sheet.cell(FIRST_ROW, headings(sheet).index("Correctie") + 1).value = correction
        change(book)
        path = self.folder / f"bedrag-{self.number}-terug.xlsx"
        book.save(path)
        result = self.convert(path, REGISTER, output="daarna")
        rows = data(result).get("sociale_inkoop", [[]])
        read = [(row["bedrag_excl_btw"], row["aandeel_doelgroep"]) for row in (dict(zip(rows[0], row)) for row in rows[1:])]
        return read, [f["message"] for f in self.found(result) if f["rule"] == "BST-04"]

    def test_a_number_that_fits_two_coloured_cells_is_asked_about(self):
        """It went to the amount, for that was the error; it may as well be the share."""
        for change in (lambda book: None, lambda book: book.remove(book["Eerste levering"])):
            read, told = self.purchase("41,5", change)
            self.assertEqual((read, len(told)), ([], 1), told)
            self.assertIn("maar wij weten niet voor welke kolom dat is", told[0])
            self.assertEqual(self.purchase("4150,00", change), ([("4150.00", "0.5")], []))
            self.assertEqual(self.purchase("bedrag_excl_btw: 41,5", change), ([("41.50", "0.5")], []))

    def test_without_the_first_delivery_the_words_beside_the_row_name_its_cells(self):
        """Programs that keep values only take no hidden sheets along."""
        answers = {("P-4", "Correctie"): "PW"}
        whole = self.sent_back(answers)
        book = load(self.first / "terugkoppeling.xlsx")
        book.remove(book["Eerste levering"])
        book.save(self.first / "terugkoppeling.xlsx")
        result = self.sent_back(answers)
        self.assertEqual(data(result)["inzet"], data(whole)["inzet"])
        self.assertEqual([f for f in self.found(result) if f["rule"] in ("BST-04", "INZ-01")], [])

    def test_headings_that_pandas_writes_above_the_titles_are_nobodys_words(self):
        book = load(self.first / "terugkoppeling.xlsx")
        for sheet in book.worksheets[:3]:
            for column in range(1, sheet.max_column + 1):
                cell = sheet.cell(1, column)
                if cell.value is None and type(cell).__name__ != "MergedCell":
                    cell.value = f"Unnamed: {column - 1}"
        book.save(self.first / "terugkoppeling.xlsx")
        told = [f["message"] for f in self.found(self.sent_back({})) if f["rule"] in ("BST-04", "BST-19")]
        self.assertEqual([message for message in told if "Unnamed" in message or "tekst" in message], [])

    def test_a_value_with_an_explanation_says_how_to_write_it(self):
        hint = "Zet dan alleen de nieuwe waarde in 'Correctie', zonder uitleg."
        row = self.own_rows(self.sent_back({("P-4", "Correctie"): "PW, zie mail", ("P-2", "Correctie"): "uren_per_week: klopt"}))
        self.assertIn(f"{READ_AS.format('PW, zie mail')} Moet er iets anders staan? {hint}", row["P-4"]["Te herstellen"])
        # Nothing there has to be corrected.
        self.assertNotIn(hint, row["P-2"]["Te herstellen"])

    def test_words_on_a_copy_of_a_sheet_are_told(self):
        for text, rule in (("iets onduidelijks", "BST-19"), (None, "BST-19")):
            book = load(self.first / "terugkoppeling.xlsx")
            copy = book.copy_worksheet(book["Inzet"])
            copy.title = "Inzet (2)"
            if text:
                copy.cell(FIRST_ROW, headings(copy).index("Correctie") + 1).value = text
            path = self.folder / ("kopie.xlsx" if text else "kopie-zonder.xlsx")
            book.save(path)
            told = [f["message"] for f in self.found(self.convert(path, REGISTER, output="daarna")) if f["rule"] == rule]
            self.assertTrue(any("Inzet (2)" in message for message in told), told)
            self.assertEqual(any("precies dezelfde rijen" in message for message in told), text is None, told)

    def test_free_text_takes_a_sentence(self):
        result = self.sent_back({("P-1", "Correctie"): "toelichting: dit is de nieuwe tekst",
                                 ("P-2", "Correctie"): "toelichting: klopt"})
        cells = {row[0]: row[-1] for row in data(result)["inzet"]}
        self.assertEqual((cells["P-1"], cells["P-2"]), ("dit is de nieuwe tekst", "twee"))
        self.assertEqual([text for _, _, text in said(result)], ["klopt"])

    def test_an_answer_and_a_correction_together(self):
        result = self.sent_back({("P-2", "Correctie"): "klopt\nuren_per_week: 32", ("P-2", "Uw antwoord"): "was een tikfout"})
        rows = {row[0]: dict(zip(data(result)["inzet"][0], row)) for row in data(result)["inzet"]}
        self.assertEqual(rows["P-2"]["uren_per_week"], "32")
        self.assertEqual([text for _, _, text in said(result)], ["klopt", "was een tikfout"])

    def test_nobody_types_an_answer_twice(self):
        cells = {("P-2", "Uw antwoord"): "eerste regel\ntweede regel", ("P-4", "Correctie"): "klopt",
                 ("P-5", "Correctie"): "uren_per_week: dat is zo afgesproken", ("P-3", "Uw antwoord"): "begindatum: zie contract"}
        second = self.sent_back(cells)
        third = self.sent_back({}, second)
        fourth = self.sent_back({}, third)
        answers = [
            {code: row["Uw antwoord"] for code, row in self.own_rows(result).items()} for result in (second, third, fourth)]
        self.assertEqual(answers[0], {
            "P-1": None, "P-2": "eerste regel\ntweede regel", "P-3": "begindatum: zie contract", "P-4": "klopt",
            "P-5": "uren_per_week: dat is zo afgesproken"})
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[1], answers[2])
        self.assertEqual(data(third)["inzet"], data(self.first)["inzet"])
        self.assertEqual(sorted(text for _, _, text in said(third)), sorted(
            ["eerste regel\ntweede regel", "klopt", "dat is zo afgesproken", "zie contract"]))

    def test_what_is_said_is_masked_and_sets_nobody_aside(self):
        secret = "123456782"
        result = self.sent_back({
            ("P-1", "Uw antwoord"): f"haar BSN is {secret}, bel 06-12345678", ("P-2", "Correctie"): f"uren_per_week: {secret}x",
            ("P-5", "Correctie"): f"klopt volgens ons met {secret}"})
        for content in output_bytes(result):
            self.assertNotIn(secret.encode(), content)
            self.assertNotIn(b"06-12345678", content)
        self.assertEqual(data(result)["inzet"], data(self.first)["inzet"])
        named = {(f["cell"], f["column"]) for f in self.found(result) if f["rule"] == "AVG-01"}
        self.assertEqual(named, {("Inzet!C5", "Uw antwoord"), ("Inzet!B6", "Correctie"), ("Inzet!B9", "Correctie")})

    def test_without_the_hidden_sheet_an_answer_is_kept(self):
        book = load(self.first / "terugkoppeling.xlsx")
        book.remove(book["Eerste levering"])
        book["Inzet"].cell(6, 3).value = "blijft zo tot de zomer"
        path = self.folder / "kaal.xlsx"
        book.save(path)
        result = self.convert(path, output="daarna")
        self.assertEqual([text for _, _, text in said(result)], ["blijft zo tot de zomer"])
        self.assertEqual([f["answer"] for f in self.found(result) if f["rule"] == "INZ-08"], ["blijft zo tot de zomer"])

    def test_the_last_of_a_chain_counts_whatever_the_names(self):
        for names in (("a", "b"), ("b", "a")):
            with self.subTest(names=names):
                inbox = f"postvak-{names[0]}"
                hours = {}
                result = self.convert(self.folder / "inzending", output=inbox)
                for name, text in zip(names, ("20", "30")):
                    book = load(result / "terugkoppeling.xlsx")
                    book["Inzet"].cell(FIRST_ROW, 2).value = f"uren_per_week: {text}"
                    path = self.folder / f"{name}.xlsx"
                    book.save(path)
                    result = self.convert(path, output=inbox)
                    hours[name] = json.loads((result / "bevindingen.json").read_text())
                self.assertEqual(hours[names[0]]["delivery"], hours[names[1]]["corrects"])
                book = self.folder / f"{inbox}.xlsx"
                made = self.run_tool("consolidate", self.folder / inbox, "--register", REGISTER, "--output", book)
                self.assertEqual(made.returncode, 0, made.stderr.decode())
                lines = [row for row in load(book)["Herkomst"].iter_rows(values_only=True) if names[1] in row or names[0] in row]
                text = json.dumps(lines, default=str, ensure_ascii=False)
                self.assertIn(names[1], text)
                counting = [row for row in lines if row[0] == "✓ Telt mee"]
                self.assertTrue(counting and all(names[1] in row for row in counting), text)
