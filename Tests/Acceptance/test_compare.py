"""`maatwerk compare`: what appeared and disappeared between two results, through the command."""
import csv
import io
import json

from support import EXAMPLES, REGISTER, ToolTest, placements


class CompareTest(ToolTest):
    def deliveries(self, old=None, new=None):
        """Two results of convert of one submission: by default a bad end date is mended and another row goes bad."""
        rows = placements(4)
        broken = rows.replace("P-002;BZK-2026-0147;D-0002;PW;12345678;dienstverband;bepaald;01-04-2026;;",
                              "P-002;BZK-2026-0147;D-0002;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2026;")
        worse = rows.replace("D-0004;PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;",
                             "D-0004;PW;12345678;dienstverband;bepaald;01-04-2026;;240,0;")
        self.assertNotIn(rows, (broken, worse))
        for name, text in (("oud", old or broken), ("nieuw", new or worse)):
            folder = self.submission(f"in-{name}/inzending", inzet=text)
            result = self.run_tool("convert", folder, "--output", self.folder / name, "--only", "bevindingen")
            self.assertEqual(result.returncode, 0, result.stderr.decode())
        return self.folder / "oud", self.folder / "nieuw"

    def compare(self, old, new, *options):
        """The comparisons as JSON objects."""
        result = self.run_tool("compare", old, new, "--format", "json", *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_a_mended_row_disappears_and_a_new_error_appears(self):
        old, new = self.deliveries()
        comparison, = self.compare(old, new)
        self.assertEqual((comparison["format"], comparison["submission"], comparison["presence"]),
                         ("maatwerk-vergelijking/1", "inzending", "both"))
        self.assertEqual([(f["rule"], f["row"], f["column"], f["value"]) for f in comparison["disappeared"]],
                         [("INZ-03", 3, "einddatum", "31-03-2026")])
        self.assertEqual([(f["rule"], f["row"], f["column"]) for f in comparison["appeared"]],
                         [("INZ-06", 5, "uren_per_week")])
        self.assertEqual(comparison["new_errors"], 1)
        self.assertEqual(comparison["old"]["rows"], {"read": 5, "accepted": 4, "set_aside": 1})
        written = json.loads((new / "inzending/bevindingen.json").read_text(encoding="utf-8"))
        self.assertEqual(comparison["new"]["rule_set"], written["rule_set"])
        self.assertEqual(comparison["new"]["rows"], written["rows"])
        self.assertEqual(comparison["new"]["counts"], written["counts"])
        self.assertEqual(comparison["stayed"]["total"] + len(comparison["appeared"]), len(written["findings"]))

    def test_rows_that_shift_are_the_same_findings(self):
        rows = placements(3).replace(";24,0;", ";240,0;")
        heading, *lines = rows.splitlines()
        shifted = "\r\n".join([heading, placements(9).splitlines()[9], *lines]) + "\r\n"
        comparison, = self.compare(*self.deliveries(rows, shifted))
        self.assertNotIn("INZ-06", [f["rule"] for f in comparison["appeared"] + comparison["disappeared"]])
        # The same value in each row: the two rows in which both have a finding go first, the third one moved.
        self.assertEqual(comparison["stayed"]["moved"], 1)

    def test_a_corrected_example(self):
        name = "haastig-excel-2026-q2"
        for side in ("oud", "nieuw"):
            target = self.folder / "in" / side / name
            target.mkdir(parents=True)
            for path in (EXAMPLES / name).iterdir():
                (target / path.name).write_bytes(path.read_bytes())
        cover = self.folder / "in/nieuw" / name / "inzet.csv"
        lines = cover.read_bytes().splitlines(keepends=True)
        cover.write_bytes(b"".join(lines[:-1]))
        for side in ("oud", "nieuw"):
            self.run_tool("convert", self.folder / "in" / side / name, "--register", REGISTER, "--output",
                          self.folder / side, "--only", "bevindingen")
        found = [json.loads((self.folder / side / name / "bevindingen.json").read_text(encoding="utf-8"))
                 for side in ("oud", "nieuw")]
        comparison, = self.compare(self.folder / "oud", self.folder / "nieuw")
        stayed = comparison["stayed"]["total"]
        self.assertEqual(stayed + len(comparison["disappeared"]), len(found[0]["findings"]))
        self.assertEqual(stayed + len(comparison["appeared"]), len(found[1]["findings"]))
        self.assertGreater(stayed, 3)
        same, = self.compare(self.folder / "oud", self.folder / "oud" / name / "bevindingen.json")
        self.assertEqual((same["stayed"]["unchanged"], same["appeared"], same["disappeared"]),
                         (len(found[0]["findings"]), [], []))

    def test_the_register_makes_rules_tested(self):
        folder = self.submission()
        for name, options in (("zonder", []), ("met", ["--register", REGISTER])):
            (self.folder / f"{name}.json").write_bytes(
                self.run_tool("check", folder, "--format", "json", *options).stdout)
        comparison, = self.compare(self.folder / "zonder.json", self.folder / "met.json")
        self.assertIn("IDN-08", [item["rule"] for item in comparison["newly_evaluated"]])
        self.assertEqual(comparison["no_longer_evaluated"], [])
        text = self.run_tool("compare", self.folder / "met.json", self.folder / "zonder.json").stdout.decode()
        self.assertIn("Niet meer getoetst: ", text)

    def test_submissions_of_one_side_are_named(self):
        lines = self.folder / "regels.json"
        lines.write_bytes(self.run_tool("check", self.submission("een"), self.submission("twee"), "--format", "json").stdout)
        other = self.folder / "uit"
        self.run_tool("convert", self.folder / "twee", self.submission("drie"), "--output", other, "--only", "bevindingen")
        self.assertEqual([(c["submission"], c["presence"]) for c in self.compare(lines, other)],
                         [("drie", "only_new"), ("twee", "both"), ("een", "only_old")])
        text = self.run_tool("compare", lines, other).stdout.decode()
        self.assertIn("drie: alleen in het nieuwe resultaat", text)
        self.assertIn("een: alleen in het oude resultaat", text)

    def test_text_says_appeared_then_disappeared_then_unchanged(self):
        rows = placements(4)
        old, new = self.deliveries(rows.replace(";01-04-2026;", ";31-04-2026;"), rows.replace(";24,0;", ";240,0;"))
        for columns in (48, 110):
            text = self.run_tool("compare", old, new, environment={"COLUMNS": str(columns)}).stdout.decode()
            longest = max(text.splitlines(), key=len)
            self.assertLessEqual(len(longest), columns, longest)
            joined = " ".join(text.split())
            self.assertIn("+ 4 × INZ-06 inzet.csv kolom uren_per_week (rij 2, 3, 4, …)", joined)
            self.assertIn("− 4 × BST-11 inzet.csv kolom begindatum (rij 2, 3, 4, …)", joined)
            self.assertLess(joined.index("Verschenen: "), joined.index("Verdwenen: "))
            self.assertLess(joined.index("Verdwenen: "), joined.index("Ongewijzigd: "))
            self.assertIn("regelset ", joined)
        english = self.run_tool("compare", old, new, "--language", "en", "--quiet").stdout.decode()
        self.assertIn("Appeared: 4", english)
        self.assertNotIn("rule set", english)

    def test_csv_has_a_line_for_each_change(self):
        old, new = self.deliveries()
        text = self.run_tool("compare", old, new, "--format", "csv").stdout.decode()
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertIn(("disappeared", "INZ-03", "3"), [(r["change"], r["rule"], r["row"]) for r in rows])
        self.assertIn(("appeared", "INZ-06", "5"), [(r["change"], r["rule"], r["row"]) for r in rows])

    def test_strict_is_about_new_errors_only(self):
        old, new = self.deliveries()
        self.assertEqual(self.run_tool("compare", old, new).returncode, 0)
        self.assertEqual(self.run_tool("compare", old, new, "--strict").returncode, 1)
        self.assertEqual(self.run_tool("compare", old, old, "--strict").returncode, 0)

    def test_wrong_usage_ends_with_two(self):
        old, _ = self.deliveries()
        for arguments in ([], [old], [old, self.folder / "bestaat-niet"], [old, old, old], [old, old, "--format", "xml"]):
            result = self.run_tool("compare", *arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertTrue(result.stderr)

    def test_a_damaged_result_ends_with_three_and_names_the_place(self):
        old, new = self.deliveries()
        sound = (new / "inzending/bevindingen.json").read_bytes()
        broken = sound[:sound.index(b"INZ-06")]  # breaks off after {"rule":"
        line = broken.count(b"\n") + 1
        rows = [finding["row"] for finding in json.loads(sound)["findings"]]
        field = f"findings[{rows.index(5)}].row"
        damaged = self.folder / "beschadigd.json"
        for data, dutch, english in (
            (broken, f"regel {line}, teken 10 ", f"line {line}, character 10 "),
            (b"", "regel 1, teken 1", "line 1, character 1"),
            (sound.replace(b'"row":5', b'"row":"vijf"'), field, field),
            (b'{"format":"iets-anders/1"}', "maatwerk-bevindingen/1", "maatwerk-bevindingen/1"),
            (b"\x00\xff\xfe" * 40, "regel 1, teken 1", "line 1, character 1"),
        ):
            damaged.write_bytes(data)
            for language, words in (("nl", dutch), ("en", english)):
                result = self.run_tool("compare", old, damaged, "--language", language)
                self.assertEqual((result.returncode, result.stdout), (3, b""), data[:40])
                self.assertIn(words, result.stderr.decode())
                self.assertIn("beschadigd.json", result.stderr.decode())
        empty = self.folder / "leeg"
        empty.mkdir()
        self.assertEqual(self.run_tool("compare", old, empty).returncode, 3)
