"""Commands, exit statuses, streams and formats, as the interface fixes them."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import zipfile

from support import PLACEMENT_HEADING, REGISTER, ROOT, TOOL, ToolTest, placements


class ExitStatusTest(ToolTest):
    def test_clean_submission_ends_with_zero(self):
        self.assertEqual(self.run_tool("check", self.submission()).returncode, 0)

    def test_error_ends_with_one(self):
        folder = self.submission(inzet=placements().replace("01-04-2026;;", "01-04-2026;31-03-2026;"))
        self.assertEqual(self.run_tool("check", folder).returncode, 1)

    def test_convert_writes_whatever_the_findings(self):
        folder = self.submission(inzet=placements().replace("01-04-2026;;", "01-04-2026;31-03-2026;"))
        self.assertEqual(self.run_tool("convert", folder, "--output", self.folder / "uit").returncode, 0)
        self.assertEqual(self.run_tool("convert", folder, "--output", self.folder / "uit", "--strict").returncode, 1)

    def test_wrong_usage_ends_with_two(self):
        for arguments in (["--onbekend"], ["check"], ["check", "/bestaat/niet"], ["convert", self.submission()],
                          ["check", self.folder, "--format", "xml"], ["explain", "ZZZ-99"], ["onzin"],
                          ["convert", self.folder, "--output", self.folder / "uit", "--jobs", "0"],
                          ["convert", self.folder, "--output", self.folder / "uit", "--shard", "-1/3"]):
            result = self.run_tool(*arguments)
            self.assertEqual(result.returncode, 2, arguments)
            self.assertTrue(result.stderr, arguments)
            self.assertEqual(result.stdout, b"", arguments)

    def test_wrong_usage_is_told_in_the_language_of_the_reader(self):
        cases = [(["check", "x", "--onbekend"], "onbekende optie '--onbekend'", "Unknown option '--onbekend'"),
                 (["check"], "hier ontbreekt", "Missing expected argument"),
                 (["check", "x", "--format", "xml"], "de waarde 'xml' past niet bij", "The value 'xml' is invalid for"),
                 (["convert", "x", "--output", "y", "--jobs", "-3"], "--jobs is ten minste 1", "--jobs is at least 1"),
                 (["convert", "x", "--output", "y", "--jobs=-3"], "--jobs is ten minste 1", "--jobs is at least 1"),
                 (["convert", "x", "--output", "y", "--jobs"], "hier ontbreekt een waarde", "Missing value for"),
                 (["convert", "x", "--output", "y", "--shard", "-1/3"], "de waarde '-1/3' past niet bij", "The value '-1/3' is invalid for"),
                 (["convert", "x", "--output", "y", "--quiet=3"], "de optie '--quiet' krijgt geen waarde, maar hier staat '3'.",
                  "The option '--quiet' does not take any value"),
                 (["generate", "--output", "y", "--suppliers", "1", "--seed", "1", "--rows", "-5"], "Kies 1 tot 1.000.000", "Choose 1 to"),
                 (["purge", "x", "--before", "-3"], "'-3' is geen dag", "'-3' is not a day"),
                 (["audit", "x", "--format", "xml"], "Kies uit 'text' of 'json'", "one of 'text' or 'json'"),
                 # What is mistyped is what matters, and not what is missing because of it.
                 (["convert", "x", "--outptu", "y"], "onbekende optie '--outptu'. Bedoelt u '--output'?",
                  "Unknown option '--outptu'. Do you mean '--output'?"),
                 (["convert", "x", "-o", "y"], "onbekende optie '-o'. Bedoelt u '--output'?", "Unknown option '-o'. Do you mean '--output'?"),
                 (["status", "x", "--regsiter=y"], "Bedoelt u '--register'?", "Do you mean '--register'?"),
                 (["converteer", "x", "--output", "y"], "'converteer' is geen opdracht. Bedoelt u 'convert'?",
                  "'converteer' is no command. Do you mean 'convert'?"),
                 (["onzin"], "'onzin' is geen opdracht. Kies uit: check, convert", "'onzin' is no command. Choose one of: check, convert")]
        for arguments, dutch, english in cases:
            for language, words in (("nl", dutch), ("en", english)):
                told = self.run_tool(*arguments, "--language", language).stderr.decode()
                self.assertIn(words, told)
                self.assertNotIn(english if language == "nl" else dutch, told)
        # What may be chosen, of two and of many.
        self.assertIn("Kies uit 'nl' of 'en'.", self.run_tool("rules", "--language", "fr").stderr.decode())
        self.assertIn("Kies een van deze:\n", self.run_tool("check", "x", "--format", "xml").stderr.decode())

    def test_a_path_of_another_kind_is_told_with_what_to_give(self):
        inbox = self.submission()
        out = self.folder / "uit"
        self.assertEqual(self.run_tool("convert", inbox, "--register", REGISTER, "--output", out).returncode, 0)
        result = out / inbox.name
        for arguments, status, dutch, english in (
                (["convert", inbox, "--output", out, "--previous", inbox.parent], 3, "bevat geen resultaat", "holds no result"),
                (["convert", inbox, "--output", out, "--previous", result / "rapport.xlsx"], 3, "bevat geen resultaat", "holds no result"),
                (["audit", result], 3, f"{result} is een map. Geef de werkboeken zelf, bijvoorbeeld {result}/rapport.xlsx",
                 f"{result} is a folder. Give the workbooks themselves, for example {result}/rapport.xlsx"),
                (["audit", out], 3, f"bijvoorbeeld {out}/*/rapport.xlsx", f"for example {out}/*/rapport.xlsx"),
                (["trace", out, "Samenvatting!D6"], 3, f"Geef er één, bijvoorbeeld {result}", f"for example {result}"),
                (["trace", inbox, "Samenvatting!D6"], 3, "staat geen rapport.xlsx", "is no rapport.xlsx"),
                (["compare", result / "rapport.xlsx", result], 3, "is geen resultaat. Geef de map", "is no result. Give the folder"),
        ):
            for language, words in (("nl", dutch), ("en", english)):
                told = self.run_tool(*arguments, "--language", language)
                self.assertEqual(told.returncode, status, (arguments, told.stderr))
                self.assertIn(words, told.stderr.decode())

    def test_generate_replaces_no_register_of_somebody(self):
        shutil.copytree(REGISTER, self.folder / "werk/register")
        before = (self.folder / "werk/register/contracten.csv").read_bytes()
        made = ("--suppliers", 2, "--rows", 2, "--seed", 1)
        result = self.run_tool("generate", "--output", self.folder / "werk", *made)
        self.assertEqual(result.returncode, 2)
        self.assertIn("niet verzonnen", result.stderr.decode())
        self.assertEqual((self.folder / "werk/register/contracten.csv").read_bytes(), before)
        for options in ((), ("--periods", 2)):
            for _ in range(2):
                self.assertEqual(self.run_tool("generate", "--output", self.folder / "proef", *made, *options).returncode, 0)

    def test_unreadable_input_ends_with_three_and_the_others_are_complete(self):
        empty = self.folder / "leeg"
        empty.mkdir()
        result = self.run_tool("convert", empty, self.submission(), "--output", self.folder / "uit")
        self.assertEqual(result.returncode, 3)
        for name in ("rapport.xlsx", "terugkoppeling.xlsx", "retourbericht.md", "retourbericht.txt", "bevindingen.json",
                     "gegevens/datapackage.json"):
            self.assertTrue((self.folder / "uit/inzending" / name).exists(), name)

    def test_output_that_cannot_be_written_ends_with_three(self):
        blocked = self.folder / "bestand"
        blocked.write_text("hier kan geen map komen")
        self.assertEqual(self.run_tool("convert", self.submission(), "--output", blocked).returncode, 3)

    def test_a_reader_that_stops_early_is_no_crash(self):
        folder = self.submission(inzet=placements(3000).replace(";24,0;", ";240,0;"))
        process = subprocess.Popen([TOOL, "check", str(folder), "--format", "json"], stdout=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        self.assertGreaterEqual(process.wait(), 0)

    def test_help_and_version_go_to_standard_output(self):
        for option in ("--help", "--version"):
            result = self.run_tool(option)
            self.assertEqual((result.returncode, result.stderr), (0, b""))
            self.assertIn(b"maatwerk", result.stdout)
        detailed = self.run_tool("--version", "--verbose")
        self.assertEqual((detailed.returncode, detailed.stderr), (0, b""))
        self.assertTrue(detailed.stdout.startswith(self.run_tool("--version").stdout))
        self.assertIn(b"zlib", detailed.stdout)

    def test_help_is_in_the_language_of_the_reader(self):
        names = [line.split()[0] for line in self.run_tool("--help").stdout.decode().splitlines() if re.match(r"  [a-z]+ {2,}", line)]
        self.assertGreater(len(names), 10)
        for arguments in ([], *([name, "--help"] for name in names)):
            with self.subTest(arguments=arguments):
                dutch = self.run_tool(*arguments, *(["--language", "nl"] if arguments else ["--help"])).stdout.decode()
                self.assertIn("GEBRUIK: maatwerk", dutch)
                self.assertIn("OPTIES:", dutch)
                self.assertNotRegex(dutch, r"OVERVIEW|USAGE|ARGUMENTS|OPTIONS|SUBCOMMANDS|\(default|\(values|Show |See '")
        english = self.run_tool("check", "--help", "--language", "en").stdout.decode()
        self.assertRegex(english, r"USAGE: maatwerk check[\s\S]*Show the version\.")

    def test_generate_says_how_it_is_used(self):
        told = self.run_tool("generate", "--output", self.folder / "g", "--suppliers", "0", "--rows", "1", "--seed", "1")
        self.assertEqual(told.returncode, 2)
        self.assertIn("maatwerk generate --help", told.stderr.decode())
        self.assertFalse((self.folder / "g").exists())

    def test_either_compressor_gives_the_same_workbooks(self):
        folder = self.folder / "veel"
        self.run_tool("generate", "--suppliers", 1, "--rows", 2_500, "--seed", 3, "--output", folder)
        submission = next((folder / "inzendingen").iterdir())
        for name, environment in (("zlib", {"MAATWERK_COMPRESSOR": "zlib"}), ("eigen", None)):
            result = self.run_tool("convert", submission, "--register", folder / "register", "--output", self.folder / name,
                                   environment=environment)
            self.assertEqual(result.returncode, 0, result.stderr)
        largest = 0
        for workbook in ("rapport.xlsx", "terugkoppeling.xlsx"):
            plain, own = (zipfile.ZipFile(self.folder / name / submission.name / workbook) for name in ("zlib", "eigen"))
            with plain, own:
                self.assertIsNone(own.testzip())
                self.assertEqual(plain.namelist(), own.namelist())
                for part in plain.infolist():
                    other = own.getinfo(part.filename)
                    self.assertEqual((part.CRC, part.file_size, part.internal_attr),
                                     (other.CRC, other.file_size, other.internal_attr), part.filename)
                    largest = max(largest, part.file_size)
                sizes = [sum(part.compress_size for part in archive.infolist()) for archive in (plain, own)]
                self.assertLess(sizes[1], sizes[0] * 1.2, workbook)
        self.assertGreater(largest, 2 << 20, "no part is large enough for both compressors to work on it")


class FormatTest(ToolTest):
    def test_json_has_the_fields_of_the_interface(self):
        folder = self.submission(inzet=placements().replace("01-04-2026;;", "01-04-2026;01-01-2026;"))
        found = self.check(folder)
        self.assertEqual(found["format"], "maatwerk-bevindingen/1")
        self.assertEqual((found["submission"], found["supplier_kvk"], found["period"]), ("inzending", "12345678", "2026-Q2"))
        self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"])
        self.assertEqual(found["rows"]["set_aside"], 1)
        finding = next(f for f in found["findings"] if f["rule"] == "INZ-03")
        self.assertEqual(
            {key: finding[key] for key in ("severity", "file", "row", "line", "column", "value", "basis", "source")},
            {"severity": "fout", "file": "inzet.csv", "row": 2, "line": 2, "column": "einddatum", "value": "01-01-2026",
             "basis": "technisch", "source": None})
        for severity in ("fout", "waarschuwing", "signaal"):
            self.assertEqual(
                found["counts"][severity], sum(f["severity"] == severity for f in found["findings"]), severity)
        self.assertTrue(all(item["rule"] and item["reason"] for item in found["not_evaluated"]))

    def test_several_submissions_are_one_object_a_line(self):
        result = self.run_tool("check", self.submission("een"), self.submission("twee"), "--format", "json")
        self.assertEqual([json.loads(line)["submission"] for line in result.stdout.splitlines()], ["een", "twee"])

    def test_csv_has_a_line_for_each_finding(self):
        folder = self.submission(inzet=placements().replace("01-04-2026;;", "01-04-2026;01-01-2026;"))
        rows = list(csv.DictReader(io.StringIO(self.run_tool("check", folder, "--format", "csv").stdout.decode())))
        self.assertEqual(len(rows), len(self.check(folder)["findings"]))
        self.assertIn("INZ-03", [row["rule"] for row in rows])

    def test_a_row_is_what_a_spreadsheet_shows_and_a_line_is_physical(self):
        heading, row = PLACEMENT_HEADING, placements(2).splitlines()
        note = '"eerste regel\r\ntweede regel"'
        text = "\r\n".join(["Rapportage tweede kwartaal", "", heading, row[1] + note,
                            row[2].replace(";24,0;", ";200;")]) + "\r\n"
        finding = next(f for f in self.check(self.submission(inzet=text))["findings"] if f["rule"] == "INZ-06")
        self.assertEqual((finding["row"], finding["line"]), (5, 6))

    def test_one_csv_from_standard_input(self):
        heading = "leverancier_kvk;leverancier_naam;periode;sjabloonversie;" + PLACEMENT_HEADING
        row = "12345678;Voorbeeld Schoon B.V.;2026-Q2;1;" + placements().splitlines()[1]
        result = self.run_tool("check", "-", "--format", "json", stdin=f"{heading}\n{row}\n".encode())
        found = json.loads(result.stdout)
        self.assertEqual((found["supplier_kvk"], found["rows"]["read"]), ("12345678", 1))
        self.assertEqual(found["counts"]["fout"], 0, found["findings"])

    def test_language_follows_option_and_environment(self):
        folder = self.submission(inzet=placements().replace("01-04-2026;;", "01-04-2026;01-01-2026;"))
        dutch = self.run_tool("check", folder).stdout
        self.assertIn("Vul de juiste datum in", dutch.decode())
        english = self.run_tool("check", folder, "--language", "en").stdout.decode()
        self.assertIn("Fill in the right date", english)
        self.assertEqual(english, self.run_tool("check", folder, environment={"MAATWERK_LANGUAGE": "en"}).stdout.decode())

    def test_text_fits_the_terminal(self):
        folder = self.submission(inzet=placements().replace("01-04-2026;;", "01-04-2026;01-01-2026;"))
        for columns in (44, 60, 160):
            text = self.run_tool("check", folder, environment={"COLUMNS": str(columns)}).stdout.decode()
            longest = max(text.splitlines(), key=len)
            self.assertLessEqual(len(longest), columns, longest)

    def test_one_cause_is_one_block_of_text(self):
        folder = self.submission(inzet=placements(1900).replace(";01-04-2026;", ";31-02-2026;"))
        text = self.run_tool("check", folder).stdout.decode()
        self.assertEqual(text.count("BST-11"), 1)
        self.assertIn("(1900 keer)", text)
        self.assertIn("rijen 2, 3, 4, …", text)
        self.assertEqual(sum(f["rule"] == "BST-11" for f in self.check(folder)["findings"]), 1900)

    def test_what_was_not_tested_says_why_and_what_to_supply(self):
        found = self.check(self.submission())
        rules = {item["rule"] for item in found["not_evaluated"]}
        text = self.run_tool("check", self.submission("nog eens")).stdout.decode()
        self.assertIn(f"○ Niet getoetst: {len(rules)} regels", text)
        flat = " ".join(text.split())
        for item in found["not_evaluated"]:
            self.assertIn(item["rule"], flat)
            self.assertIn(item["reason"], flat)
            self.assertIn(item["supply"] or "", flat)

    def test_a_missing_required_column_sets_all_rows_of_its_table_aside(self):
        text = placements(120)
        folder = self.submission(inzet=text.replace("deelnemercode", "kolom zonder naam"))
        found = self.check(folder)
        self.assertEqual(found["rows"], {"read": 121, "accepted": 1, "set_aside": 120})
        reason = "Alle 120 rijen van inzet.csv staan apart, omdat kolom 'deelnemercode' ontbreekt."
        self.assertEqual(found["tables_set_aside"], [{"file": "inzet.csv", "rows": 120, "reason": reason}])
        self.assertIn(reason, " ".join(self.run_tool("check", folder).stdout.decode().split()))

    def test_quiet_shows_errors_only(self):
        sound, bad = self.submission("goed"), self.submission("fout", inzet=placements().replace("01-04-2026;;", "01-04-2026;01-01-2026;"))
        for paths in ([sound], [bad], [sound, bad], [bad, bad.parent / "goed"]):
            text = self.run_tool("check", *paths, "--quiet").stdout.decode()
            self.assertNotIn("Niet getoetst", text)
            self.assertNotIn("▲", text)
            self.assertEqual(text.count("● "), 1 if bad in paths else 0)
            self.assertEqual("goed:" in text, False)

    def test_a_check_of_many_ends_with_how_they_stand_and_why(self):
        bad = placements(3).replace("01-04-2026;;", "01-04-2026;01-01-2026;")
        folders = [self.submission(f"s{number}", inzet=bad if number % 3 == 0 else None or placements())
                   for number in range(9)]
        empty = self.folder / "leeg"
        empty.mkdir()
        result = self.run_tool("check", *folders, empty)
        self.assertEqual(result.returncode, 3)
        text = " ".join(result.stdout.decode().split())
        self.assertIn("10 inzendingen: 6 ontvangen, 3 afgekeurd, 1 niet te lezen", text)
        self.assertIn("INZ-03", text[text.index("Meest voorkomende oorzaken"):])
        self.assertIn("9 keer in 3 inzendingen", text)
        self.assertEqual(text.count("○ Niet getoetst:"), 1)
        self.assertIn("(bij 9 inzendingen)", text[text.index("○ Niet getoetst:"):])

    def test_explain_knows_rules_columns_codes_and_tables(self):
        for subject, word in (("INZ-03", "einddatum"), ("inz-03", "einddatum"), ("begindatum", "eerste dag"),
                              ("PW", "Participatiewet"), ("LEIDEN-2023-09", "Leiden"), ("inzet.csv", "deelnemercode"),
                              ("AW-TXT", "Aanbestedingswet"), ("onbepaald", "Onbepaalde tijd"), ("ja", "Yes"),
                              ("SOCINK", "factuurbedrag"), ("kleinste_groep", "AVG-12")):
            result = self.run_tool("explain", subject)
            self.assertEqual(result.returncode, 0, subject)
            self.assertIn(word, result.stdout.decode(), subject)
            self.assertNotIn("{", result.stdout.decode(), subject)
        self.assertIn("begindatum", self.run_tool("explain", "begindatm").stderr.decode())

    def test_rules_in_three_forms(self):
        catalogue = json.loads(self.run_tool("rules", "--format", "json").stdout)
        ids = [rule["id"] for rule in catalogue["rules"]]
        text = self.run_tool("rules").stdout.decode()
        markdown = self.run_tool("rules", "--format", "markdown").stdout.decode()
        for rule in ids:
            self.assertIn(rule, text)
            self.assertIn(f"## {rule}\n", markdown)


class DocumentTest(ToolTest):
    def test_the_catalogue_document_is_current(self):
        for language, name in (("nl", "regels.md"), ("en", "rules.md")):
            made = self.run_tool("rules", "--format", "markdown", "--language", language).stdout.decode()
            self.assertEqual(made, (ROOT / "docs" / name).read_text(encoding="utf-8"), "make docs")


class OutputTest(ToolTest):
    def test_the_same_input_gives_the_same_bytes(self):
        folder = self.submission(inzet=placements(20))
        for name in ("een", "twee"):
            self.run_tool("convert", folder, "--output", self.folder / name)
        for path in sorted((self.folder / "een").rglob("*")):
            if path.is_file():
                twin = self.folder / "twee" / path.relative_to(self.folder / "een")
                self.assertEqual(path.read_bytes(), twin.read_bytes(), path.name)

    def test_only_writes_what_was_asked(self):
        for only, *made in (("rapport", "rapport.xlsx"), ("terugkoppeling", "terugkoppeling.xlsx"),
                           ("retourbericht", "retourbericht.md", "retourbericht.txt"), ("gegevens", "gegevens"),
                           ("bevindingen", "bevindingen.json")):
            output = self.folder / only
            self.run_tool("convert", self.submission(only + "-in"), "--output", output, "--only", only)
            self.assertEqual(sorted(os.listdir(output / (only + "-in"))), sorted([*made, "manifest.json"]))

    def test_several_jobs_give_the_same_as_one(self):
        folders = [self.submission(f"s{number}", inzet=placements(number + 1)) for number in range(6)]
        for jobs in (1, 3):
            self.run_tool("convert", *folders, "--output", self.folder / f"uit{jobs}", "--jobs", jobs)
        for path in sorted((self.folder / "uit1").rglob("*")):
            if path.is_file():
                twin = self.folder / "uit3" / path.relative_to(self.folder / "uit1")
                self.assertEqual(path.read_bytes(), twin.read_bytes(), path)

    def test_data_package_describes_its_files(self):
        self.run_tool("convert", self.submission(inzet=placements(3)), "--output", self.folder / "uit")
        data = self.folder / "uit/inzending/gegevens"
        package = json.loads((data / "datapackage.json").read_text())
        self.assertEqual({r["path"] for r in package["resources"]} | {"datapackage.json"}, set(os.listdir(data)))
        for resource in package["resources"]:
            rows = list(csv.reader(io.StringIO((data / resource["path"]).read_text(encoding="utf-8"))))
            self.assertEqual(rows[0], [field["name"] for field in resource["schema"]["fields"]], resource["path"])
            self.assertEqual(len(rows) - 1, resource["rows"], resource["path"])
        row = next(csv.DictReader(io.StringIO((data / "inzet.csv").read_text())))
        self.assertEqual((row["begindatum"], row["uren_per_week"], row["doelgroep"]), ("2026-04-01", "24", "PW"))

    def test_submissions_of_one_name_are_refused(self):
        first, second = self.submission("a/zelfde"), self.submission("b/zelfde")
        self.assertEqual(self.run_tool("convert", first, second, "--output", self.folder / "uit").returncode, 2)

    def test_generate_is_reproducible_and_its_errors_are_found(self):
        for name in ("een", "twee"):
            self.run_tool("generate", "--output", self.folder / name, "--suppliers", 3, "--rows", 60, "--seed", 7,
                          "--error-rate", 0.3)
        for path in sorted((self.folder / "een").rglob("*.csv")):
            twin = self.folder / "twee" / path.relative_to(self.folder / "een")
            self.assertEqual(path.read_bytes(), twin.read_bytes())
        with open(self.folder / "een/geplant.csv", encoding="utf-8-sig") as file:
            planted = [p for p in csv.DictReader(file, delimiter=";") if p["bestand"] == "inzet.csv"]
        self.assertGreater(len(planted), 20)
        for folder in sorted((self.folder / "een/inzendingen").iterdir()):
            found = self.check(folder, "--register", self.folder / "een/register")
            wanted = {(p["regel"], int(p["rij"]), p["kolom"]) for p in planted if p["inzending"] == folder.name}
            errors = {(f["rule"], f["row"], f["column"]) for f in found["findings"] if f["file"] == "inzet.csv" and f["row"]}
            self.assertLessEqual(wanted, errors)
            self.assertEqual({f["row"] for f in found["findings"] if f["severity"] == "fout"} - {None},
                             {row for rule, row, _ in wanted if not self.is_serial(folder, row)})

    def is_serial(self, folder, row):
        """A spreadsheet's day number is read with a warning, so its row still counts."""
        line = (folder / "inzet.csv").read_text(encoding="utf-8-sig").splitlines()[row - 1].split(";")
        return line[9].isdigit()
