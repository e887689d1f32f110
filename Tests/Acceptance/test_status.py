"""`maatwerk status`: who must report what and when, who did and who is late, through the command."""
import csv
import io
import json
import shutil

from support import COVER, EXAMPLES, REGISTER, ToolTest

DAY = ("--on", "28-11-2026")


class StatusTest(ToolTest):
    def status(self, *paths, register=REGISTER, code=0, options=DAY):
        """The status as a JSON object."""
        result = self.run_tool("status", *paths, "--register", register, "--format", "json", *options)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return json.loads(result.stdout)

    def register(self, days=("9", "30", "12", "30", ""), change=lambda lines: lines):
        """The example register with a last day for each contract."""
        folder = self.folder / "register"
        shutil.copytree(REGISTER, folder)
        lines = (folder / "contracten.csv").read_text("utf-8-sig").splitlines()
        lines = [lines[0] + ";rapportage_binnen_dagen", *(f"{line};{day}" for line, day in zip(lines[1:], days))]
        (folder / "contracten.csv").write_text("\n".join(change(lines)) + "\n", encoding="utf-8")
        return folder

    def test_inbox_and_results_say_the_same(self):
        out = self.folder / "uit"
        result = self.run_tool("convert", *EXAMPLES.iterdir(), "--register", REGISTER, "--output", out)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        inbox, results = self.status(EXAMPLES), self.status(out)
        self.assertEqual(inbox, results)
        # The same deliveries twice count once; neither order nor grouping matters.
        self.assertEqual(self.status(out, EXAMPLES), inbox)
        self.assertEqual(self.status(*sorted(EXAMPLES.iterdir(), reverse=True)), inbox)
        self.assertEqual(self.status(*sorted(out.iterdir())), inbox)
        self.assertEqual((inbox["format"], inbox["day"], inbox["expected"], inbox["received"], inbox["rejected"]),
                         ("maatwerk-status/1", "2026-11-28", 10, 6, 1))
        states = {(row["contract"], row["period"]): row["state"] for row in inbox["rows"]}
        self.assertEqual(states, {
            ("BZK-2026-0147", "2026-Q2"): "goedgekeurd", ("BZK-2026-0147", "2026-Q3"): "goedgekeurd",
            ("BZK-2026-0201", "2026-H1"): "goedgekeurd", ("BZK-2026-0233", "2026-Q2"): "goedgekeurd",
            ("BZK-2026-0233", "2026-Q3"): "ontbreekt", ("BZK-2026-0258", "2026-Q2"): "afgekeurd",
            ("BZK-2026-0258", "2026-Q3"): "ontbreekt", ("DVV-2026-0007", "2026-Q1"): "ontbreekt",
            ("DVV-2026-0007", "2026-Q2"): "goedgekeurd", ("DVV-2026-0007", "2026-Q3"): "ontbreekt",
        })
        # The register names no last day: nothing is late, and each row says why.
        for row in inbox["rows"]:
            self.assertIsNone(row["due"])
            self.assertIn("rapportage_binnen_dagen", row["reason"])

    def test_a_wide_terminal_cuts_no_name_off(self):
        register = self.register()
        for columns, is_whole in (("160", True), ("60", False)):
            result = self.run_tool("status", EXAMPLES, "--register", register, *DAY, "--language", "nl", environment={"COLUMNS": columns})
            text = result.stdout.decode()
            self.assertEqual("Voorbeeld Catering Coöperatie U.A." in text, is_whole, columns)
            self.assertLessEqual(max(map(len, text.splitlines())), int(columns))

    def test_text_is_a_table_with_late_ones_first_and_one_sentence_at_the_end(self):
        result = self.run_tool("status", EXAMPLES, "--register", self.register(), *DAY, "--language", "nl")
        lines = result.stdout.decode().splitlines()
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertLessEqual(max(map(len, lines)), 80)
        self.assertEqual(lines[0].split(), ["Contract", "Leverancier", "Periode", "Uiterlijk", "Stand", "Te", "laat"])
        self.assertRegex(lines[1], r"^BZK-2026-0233 .* 2026-Q3 +12-10-2026 +! te laat +47 dagen$")
        self.assertRegex(lines[2], r"^BZK-2026-0258 .* 2026-Q3 +30-10-2026 +! te laat +29 dagen$")
        self.assertTrue(any(line.endswith("✓ goedgekeurd  1 dag") for line in lines))
        end = " ".join(lines[len(lines) - lines[::-1].index(""):])
        self.assertEqual(end, "6 van 10 verwachte rapportages (1 afgekeurd, 2 later dan afgesproken); 2 ontbreken, "
                              "2 zijn te laat.")
        # On a narrow terminal the last day goes before anything is cut off.
        for columns, heads in ((60, ["Contract", "Lever…", "Periode", "Stand", "Te", "laat"]), (200, lines[0].split())):
            narrow = self.run_tool("status", EXAMPLES, "--register", self.folder / "register", *DAY, environment={"COLUMNS": str(columns)})
            shown = narrow.stdout.decode().splitlines()
            self.assertLessEqual(max(map(len, shown)), columns)
            self.assertEqual(shown[0].split()[-2:], heads[-2:])
            self.assertEqual(len(shown[0].split()), len(heads))
        english = self.run_tool("status", EXAMPLES, "--register", self.folder / "register", *DAY, "--language", "en")
        self.assertIn("2 are missing, 2 are late.", " ".join(english.stdout.decode().split()))

    def test_csv_is_safe_for_a_spreadsheet_program(self):
        register = self.register(change=lambda lines: [line.replace("Sanitaire supplies", "=1+1") for line in lines])
        result = self.run_tool("status", EXAMPLES, "--register", register, *DAY, "--format", "csv")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        text = result.stdout.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
        self.assertEqual(list(rows[0]), ["contractnummer", "titel", "leverancier_kvk", "leverancier", "periode",
                                         "uiterlijk_op", "stand", "dagen_te_laat", "rapportage", "ontvangen_op",
                                         "toelichting"])
        self.assertEqual(len(rows), 10)
        own = [row for row in rows if row["contractnummer"] == "BZK-2026-0147"]
        self.assertEqual([(row["titel"], row["periode"], row["uiterlijk_op"], row["stand"], row["dagen_te_laat"],
                           row["rapportage"], row["ontvangen_op"]) for row in own],
                         [("'=1+1", "2026-Q2", "09-07-2026", "goedgekeurd", "1", "schoonmaak-sanitair-2026-q2", "10-07-2026"),
                          ("'=1+1", "2026-Q3", "09-10-2026", "goedgekeurd", "0", "schoonmaak-sanitair-2026-q3", "09-10-2026")])

    def test_the_day_of_asking(self):
        for options, environment, expected in (
                (("--on", "2026-07-01"), {}, ("2026-07-01", 6)), (("--on", "30-06-2026"), {}, ("2026-06-30", 1)),
                ((), {"SOURCE_DATE_EPOCH": "1782864000"}, ("2026-07-01", 6)),
                (("--on", "30-06-2026"), {"SOURCE_DATE_EPOCH": "1782864000"}, ("2026-07-01", 6))):
            with self.subTest(options=options, environment=environment):
                result = self.run_tool("status", EXAMPLES / "eenvoudig.csv", "--register", REGISTER, "--format", "json",
                                       *options, environment=environment)
                self.assertEqual(result.returncode, 0, result.stderr.decode())
                status = json.loads(result.stdout)
                self.assertEqual((status["day"], status["expected"]), expected)
                self.assertEqual(b"SOURCE_DATE_EPOCH" in result.stderr, len(options) > 0 and bool(environment))

    def test_a_correction_replaces_and_the_first_says_whether_it_was_in_time(self):
        inbox = self.folder / "inbox"
        shutil.copytree(EXAMPLES / "schoonmaak-sanitair-2026-q2", inbox / "eerste")
        shutil.copytree(EXAMPLES / "schoonmaak-sanitair-2026-q2", inbox / "tweede")
        cover = inbox / "tweede/voorblad.csv"
        text = cover.read_text("utf-8-sig")
        self.assertIn("09-07-2026;10-07-2026;;", text)
        cover.write_text(text.replace("09-07-2026;10-07-2026;;", "20-08-2026;21-08-2026;2026-Q2;"), encoding="utf-8")
        status = self.status(inbox, register=self.register(days=("30",) * 5))
        rows = [row for row in status["rows"] if (row["contract"], row["period"]) == ("BZK-2026-0147", "2026-Q2")]
        self.assertEqual([(row["report"], row["state"], row["days_late"], row["received_on"]) for row in rows],
                         [("tweede", "goedgekeurd", 0, "2026-08-21"), ("eerste", "vervangen", 0, "2026-07-10")])
        self.assertEqual(status["received"], 1)

    def test_what_is_not_expected_is_named(self):
        inbox = self.folder / "inbox"
        self.submission("inbox/vreemd", voorblad=COVER.replace("12345678", "90000009"))
        self.submission("inbox/vroeg", voorblad=COVER.replace("2026-Q2", "2026-Q1"))
        self.submission("inbox/zonder", voorblad=None)
        (inbox / "brief.docx").write_bytes(b"PK")
        (inbox / "kapot.zip").write_bytes(b"PK\x03\x04 kapot")
        shutil.copytree(EXAMPLES / "schoonmaak-sanitair-2026-q3", inbox / "q3")
        status = self.status(inbox, code=3)
        reasons = {report["report"]: report["reason"] for report in status["unexpected"]}
        self.assertEqual(set(reasons), {"vreemd", "vroeg", "zonder"})
        self.assertIn("kent deze leverancier niet", reasons["vreemd"])
        self.assertIn("loopt niet in deze periode", reasons["vroeg"])
        self.assertIn("periode is niet bekend", reasons["zonder"])
        # The others are complete, and what cannot be read is named.
        self.assertEqual([unread["name"] for unread in status["unread"]], ["kapot.zip"])
        self.assertEqual([row["report"] for row in status["rows"] if row["report"]], ["q3"])
        # As results of convert: the one that could not be read has a letter only.
        out = self.folder / "uit"
        self.run_tool("convert", *inbox.iterdir(), "--register", REGISTER, "--output", out)
        results = self.status(out)
        self.assertEqual({report["report"] for report in results["unexpected"]}, {"vreemd", "vroeg", "zonder", "kapot"})
        self.assertEqual(results["rows"], status["rows"])
        # Beside a table for programs it stands on standard error.
        table = self.run_tool("status", out, "--register", REGISTER, "--format", "csv", *DAY)
        for name in ("vreemd", "vroeg", "zonder", "kapot"):
            self.assertIn(name, table.stderr.decode())

    def test_an_exempt_contract_expects_nothing(self):
        folder = self.register()
        path = folder / "verplichtingen.csv"
        heading, first, *rest = path.read_text("utf-8-sig").splitlines()
        first = first.replace("in_uitvoering", "vrijgesteld") + ";Alleen machines."
        path.write_text("\n".join([heading + ";reden_vrijstelling", first, *rest]) + "\n", encoding="utf-8")
        status = self.status(EXAMPLES, register=folder)
        self.assertNotIn("BZK-2026-0147", {row["contract"] for row in status["rows"]})
        self.assertEqual([(row["contract"], row["reason"]) for row in status["nothing_expected"]],
                         [("BZK-2026-0147", "Vrijgesteld: Alleen machines.")])
        self.assertEqual({report["report"] for report in status["unexpected"]},
                         {"schoonmaak-sanitair-2026-q2", "schoonmaak-sanitair-2026-q3"})

    def test_an_empty_inbox_is_no_failure(self):
        (self.folder / "inbox").mkdir()
        result = self.run_tool("status", self.folder / "inbox", "--register", REGISTER, *DAY)
        self.assertEqual(result.returncode, 0)
        self.assertIn("0 van 10 verwachte rapportages; 10 ontbreken.", result.stdout.decode())
        self.assertIn("nog geen inzendingen", result.stderr.decode())

    def test_wrong_usage(self):
        for arguments in ((EXAMPLES,), (EXAMPLES, "--register", self.folder / "weg"),
                          (self.folder / "weg", "--register", REGISTER), ("--register", REGISTER),
                          (EXAMPLES, "--register", REGISTER, "--on", "31-02-2026"),
                          (EXAMPLES, "--register", REGISTER, "--format", "xml")):
            with self.subTest(arguments=arguments):
                result = self.run_tool("status", *arguments)
                self.assertEqual((result.returncode, result.stdout), (2, b""))
                self.assertTrue(result.stderr)

    def test_no_person_is_named(self):
        result = self.run_tool("status", EXAMPLES, "--register", REGISTER, "--format", "json", *DAY)
        for text in (b"@", b"D-0001", b"D-A1"):
            self.assertNotIn(text, result.stdout)
