"""The findings as SARIF, JUnit and annotations of GitHub are those of the JSON, and each output is what its readers expect."""
import json
import re
import urllib.parse
import xml.etree.ElementTree as ElementTree

from support import EXAMPLES, REGISTER, ToolTest, placements

LEVELS = {"fout": "error", "waarschuwing": "warning", "signaal": "note"}
COMMANDS = {"fout": "error", "waarschuwing": "warning", "signaal": "notice"}
HASTY = EXAMPLES / "haastig-excel-2026-q2"


class ToolFormatsTest(ToolTest):
    def output(self, form, *paths, register=REGISTER, **settings):
        result = self.run_tool("check", *paths, "--register", register, "--format", form, "--quiet", **settings)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        return result.stdout.decode()

    def found(self, *paths):
        return [json.loads(line) for line in self.output("json", *paths).splitlines()]

    def submissions(self):
        """Ones that differ in kind: a folder, a single file, one with nasty names and texts, a sound one."""
        nasty = self.submission("vreemd, 100%: naam", inzet=placements(2, note='"<a> & ""b"" 100%\x01 ::error::"').replace("PW", "X<&>"))
        return [HASTY, EXAMPLES / "eenvoudig.csv", nasty, EXAMPLES / "catering-maatwerk-2026-q2"]

    def test_sarif(self):
        paths = self.submissions()
        log = json.loads(self.output("sarif", *paths))
        self.assertEqual((log["version"], len(log["runs"])), ("2.1.0", len(paths)))
        self.assertIn("sarif-2.1.0", log["$schema"])
        for path, run, found in zip(paths, log["runs"], self.found(*paths)):
            driver = run["tool"]["driver"]
            rules = [rule["id"] for rule in driver["rules"]]
            self.assertEqual(driver["name"], "maatwerk")
            self.assertEqual(len(rules), len(set(rules)))
            self.assertEqual(run["automationDetails"]["id"], found["submission"])
            expected, told = [], []
            for f in found["findings"]:
                file = str(path) if path.is_file() else f"{path}/{f['file']}" if f["file"] else str(path)
                expected.append((f["rule"], LEVELS[f["severity"]], f"{f['message']} {f['remedy']}", file, f["line"] or f["row"], f["column"]))
            for r in run["results"]:
                self.assertIn(r["ruleId"], rules)
                place = r["locations"][0]["physicalLocation"]
                uri = place["artifactLocation"]["uri"]
                self.assertRegex(uri, r"^[A-Za-z0-9/_.~%-]+$")
                told.append((r["ruleId"], r["level"], r["message"]["text"], urllib.parse.unquote(uri),
                             place.get("region", {}).get("startLine"), r["properties"]["column"]))
            self.assertEqual(told, expected)
        self.assertEqual(json.loads(self.output("sarif", paths[-1]))["runs"][0], log["runs"][-1])

    def test_junit(self):
        paths = self.submissions()
        suites = ElementTree.fromstring(self.output("junit", *paths))
        self.assertEqual((suites.tag, len(suites)), ("testsuites", len(paths)))
        for suite, found in zip(suites, self.found(*paths)):
            self.assertEqual(suite.get("name"), found["submission"])
            tests = {case.get("name").split()[0]: case for case in suite}
            self.assertEqual(int(suite.get("tests")), len(suite))
            self.assertEqual(len(tests), len(suite))
            broken = {f["rule"] for f in found["findings"] if f["severity"] == "fout"}
            self.assertEqual({name for name, case in tests.items() if case.find("failure") is not None}, broken)
            self.assertEqual(int(suite.get("failures")), len(broken))
            skipped = {item["rule"] for item in found["not_evaluated"]} - {f["rule"] for f in found["findings"]}
            self.assertEqual({name for name, case in tests.items() if case.find("skipped") is not None}, skipped)
            self.assertEqual(int(suite.get("skipped")), len(skipped))
            for f in found["findings"]:
                self.assertTrue(any(f["rule"] == name and part.text for name, case in tests.items() for part in case))
            lines = sum(part.text.count("\n") for case in suite for part in case if part.text)
            self.assertGreaterEqual(lines, len(found["findings"]))

    def test_github(self):
        paths = self.submissions()
        lines = self.output("github", *paths).splitlines()
        expected = [(COMMANDS[f["severity"]], f["line"] or f["row"], f["rule"]) for found in self.found(*paths) for f in found["findings"]]
        told = []
        for line in lines:
            parts = re.fullmatch(r"::(error|warning|notice) file=([^:,]*)(?:,line=(\d+))?,title=([A-Z]{3}-\d+) [^:,]*::(.*)", line)
            self.assertIsNotNone(parts, line)
            self.assertNotRegex(line, r"[\x00-\x1f\x7f]")
            told.append((parts[1], parts[3] and int(parts[3]), parts[4]))
        self.assertEqual(told, expected)

    def test_what_cannot_be_read_leaves_a_whole_document(self):
        empty = self.folder / "leeg"
        empty.mkdir()
        for form, read in (("sarif", json.loads), ("junit", ElementTree.fromstring), ("github", str)):
            for paths in ([empty, HASTY], [HASTY, empty], [empty]):
                with self.subTest(form=form, paths=len(paths)):
                    result = self.run_tool("check", *paths, "--register", REGISTER, "--format", form)
                    self.assertEqual(result.returncode, 3)
                    document = read(result.stdout.decode())
                    parts = {"sarif": lambda: len(document["runs"]), "junit": lambda: len(document),
                             "github": lambda: int("::error" in document)}[form]()
                    self.assertEqual(parts, len(paths) - 1)

    def test_no_refused_value_and_no_other_language(self):
        for form in ("sarif", "junit", "github"):
            dutch, english = self.output(form, HASTY), self.output(form, HASTY, environment={"MAATWERK_LANGUAGE": "en"})
            for text in (dutch, english):
                self.assertNotRegex(text, r"99990\d{4}|NL\d\d[A-Z]{4}")
            self.assertNotEqual(dutch, english)
            self.assertIn("row", english)

    def test_standard_input(self):
        csv = (EXAMPLES / "eenvoudig.csv").read_bytes()
        log = json.loads(self.output("sarif", "-", stdin=csv))
        uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["runs"][0]["results"]}
        self.assertEqual(uris, {"stdin"})
