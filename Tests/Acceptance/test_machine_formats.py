"""`check --format sarif|junit|github`: the findings in the forms of other programs, each the same as in JSON."""
import json
import re
import xml.etree.ElementTree as xml
from collections import Counter
from urllib.parse import unquote

from support import EXAMPLES, REGISTER, ToolTest, placements

LEVELS = {"fout": "error", "waarschuwing": "warning", "signaal": "note"}


class MachineFormatTest(ToolTest):
    def setUp(self):
        super().setUp()
        names = ("haastig-excel-2026-q2", "catering-maatwerk-2026-q2")
        hostile = placements(2).replace("P-001;", "\"P-001\r\n::error file=x::gehackt,100%\";").replace("24,0", "2400,0")
        self.paths = [*(EXAMPLES / name for name in names), self.submission("ruw & <raar>", inzet=hostile)]
        self.empty = self.folder / "leeg.csv"
        self.empty.write_bytes(b"")

    def found(self, form, *paths, status=None):
        done = self.run_tool("check", *paths, "--register", REGISTER, "--format", form)
        if status is not None:
            self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stdout.decode()

    def documents(self):
        return [json.loads(line) for line in self.found("json", *self.paths).splitlines()]

    def test_sarif_has_every_finding_and_what_was_not_tested(self):
        log = json.loads(self.found("sarif", self.paths[0], self.empty, *self.paths[1:], status=3))
        self.assertEqual(log["version"], "2.1.0")
        runs = log["runs"]
        self.assertEqual([run["invocations"][0]["executionSuccessful"] for run in runs], [True, False, True, True])
        self.assertIn("leeg.csv", runs[1]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"])
        for document, run, path in zip(self.documents(), [runs[0], *runs[2:]], self.paths):
            failed = [result for result in run["results"] if result["kind"] == "fail"]
            self.assertEqual(
                [(result["ruleId"], result["level"], result["locations"][0]["physicalLocation"].get("region", {}).get("startLine"))
                 for result in failed],
                [(finding["rule"], LEVELS[finding["severity"]], finding["line"] or finding["row"])
                 for finding in document["findings"]])
            self.assertEqual(sorted(result["ruleId"] for result in run["results"] if result["kind"] == "notApplicable"),
                             sorted(item["rule"] for item in document["not_evaluated"]))
            rules = run["tool"]["driver"]["rules"]
            for result in run["results"]:
                self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            for result in failed:
                place = unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
                self.assertTrue(place.startswith(str(path)), place)

    def test_junit_fails_where_there_is_an_error_only(self):
        root = xml.fromstring(self.found("junit", self.paths[0], self.empty, *self.paths[1:], status=3).encode())
        suites = list(root)
        self.assertEqual([suite.get("errors") for suite in suites], ["0", "1", "0", "0"])
        for document, suite in zip(self.documents(), [suites[0], *suites[2:]]):
            failing = {finding["rule"] for finding in document["findings"] if finding["severity"] == "fout"}
            cases = list(suite)
            self.assertEqual({case.get("name").split()[0] for case in cases if case.find("failure") is not None}, failing)
            self.assertEqual(int(suite.get("failures")), len(failing))
            self.assertEqual(int(suite.get("tests")), len(cases))
            skipped = {case.get("name").split()[0] for case in cases if case.find("skipped") is not None}
            spoken = {finding["rule"] for finding in document["findings"]}
            self.assertEqual(skipped, {item["rule"] for item in document["not_evaluated"]} - spoken)
            self.assertEqual(int(suite.get("skipped")), len(skipped))

    def test_github_has_one_line_a_finding(self):
        lines = self.found("github", *self.paths, self.empty, status=3).splitlines()
        expected = Counter(LEVELS[finding["severity"]] for document in self.documents() for finding in document["findings"])
        expected = Counter({"notice" if level == "note" else level: count for level, count in expected.items()})
        expected["error"] += 1
        found = Counter()
        for line in lines:
            match = re.fullmatch(r"::(error|warning|notice) file=[^,:]+(?:,line=\d+)?(?:,title=[^,:]+)?::.+", line)
            self.assertTrue(match, line)
            found[match[1]] += 1
        # What a supplier typed begins no line of its own.
        self.assertFalse([line for line in lines if "file=x" in line and line.startswith("::error file=x")])
        self.assertEqual(found, expected)

    def test_a_refused_value_is_in_none(self):
        folder = self.submission("geheim", inzet=placements(1, "BSN 123456782"))
        for form in ("sarif", "junit", "github"):
            self.assertNotIn("123456782", self.found(form, folder))

    def test_a_refused_value_in_a_path_is_in_none(self):
        # What a build server keeps is read by many; the value is found however it is written there.
        folders = [self.submission(name) for name in ("brief 999990019", "dossier 999'990'019", "NL91 ABNA 0417 1643 00", "Dhr. J. Verzonnennaam")]
        file = self.folder / "aan 123456782.csv"
        file.write_bytes(b"")
        for form in ("sarif", "junit", "github"):
            text = unquote(self.found(form, *folders, file))
            for value in ("999990019", "999'990'019", "0417 1643", "Verzonnennaam", "123456782"):
                self.assertNotIn(value, text.replace("&apos;", "'").replace("&#39;", "'"), form)
        for command in (["audit", file.rename(file.with_suffix(".xlsx"))], ["verify", self.folder]):
            done = self.run_tool(*command, "--format", "json")
            self.assertNotIn("123456782", (done.stdout + done.stderr).decode())

    def test_nothing_to_say_is_still_whole(self):
        sound = EXAMPLES / "catering-maatwerk-2026-q2"
        self.assertEqual(self.run_tool("check", sound, "--register", REGISTER, "--format", "sarif", "--quiet").returncode, 0)
        json.loads(self.found("sarif", self.empty, status=3))
        xml.fromstring(self.found("junit", self.empty, status=3).encode())
