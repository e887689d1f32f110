"""Judging by the rules and limits of another day, and by a department's own limits."""
import json
import shutil
import subprocess

from support import PLACEMENT_HEADING, REGISTER, ToolTest, placements


class RulesAsOfTest(ToolTest):
    def judge(self, folder, *options):
        result = self.run_tool("check", folder, "--format", "json", *options)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        return json.loads(result.stdout)

    def test_the_edition_of_the_day_judges_and_is_named(self):
        folder = self.submission()
        self.assertEqual(self.judge(folder, "--rules-as-of", "30-06-2026")["rule_set"], "2026.1")
        self.assertEqual(self.judge(folder, "--rules-as-of", "2026-11-23")["rule_set"], "2026.2")
        self.assertEqual(self.judge(folder, "--rules-as-of", "2026-11-28")["rule_set"], "2026.3")
        self.assertEqual(self.judge(folder)["rule_set"], "2026.3")

    def test_every_output_names_the_edition(self):
        out = self.folder / "uit"
        result = self.run_tool("convert", self.submission(), "--output", out, "--rules-as-of", "30-06-2026")
        self.assertEqual(result.returncode, 0, result.stderr)
        findings = json.loads((out / "inzending/bevindingen.json").read_text())
        package = json.loads((out / "inzending/gegevens/datapackage.json").read_text())
        self.assertEqual(findings["rule_set"], "2026.1")
        self.assertIn("2026.1", json.dumps(package))
        for name in ("rapport.xlsx", "terugkoppeling.xlsx"):
            text = subprocess.run(["unzip", "-p", out / "inzending" / name], capture_output=True).stdout
            self.assertTrue(b"2026.1" in text, name)

    def test_a_day_that_is_none_or_before_every_edition_is_wrong_usage(self):
        for day, words in (("31-12-2025", "2026.1"), ("morgen", "geen dag"), ("31-02-2026", "geen dag")):
            result = self.run_tool("check", self.submission(name=day), "--rules-as-of", day)
            self.assertEqual((result.returncode, result.stdout), (2, b""), day)
            self.assertIn(words, result.stderr.decode(), day)


class SettingsTest(ToolTest):
    def register(self, **files):
        folder = self.folder / "register"
        shutil.copytree(REGISTER, folder)
        for name, text in files.items():
            (folder / f"{name}.csv").write_text(text)
        return folder

    def rules(self, register, *submission):
        result = self.run_tool("check", *submission, "--register", register, "--format", "json")
        return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]

    def test_a_limit_of_the_register_is_used_and_shown(self):
        folder = self.submission()
        heading = "contractnummer;sleutel;waarde;geldig_vanaf;geldig_tot;toelichting\n"
        register = self.register(instellingen=heading + ";ongebruikelijke_weekuren;20;;;eigen keuze\n")
        self.assertIn("INZ-06", self.rules(register, folder))
        self.assertNotIn("INZ-06", self.rules(REGISTER, folder))
        out = self.folder / "uit"
        self.run_tool("convert", folder, "--register", register, "--output", out)
        text = subprocess.run(["unzip", "-p", out / "inzending/rapport.xlsx"], capture_output=True).stdout.decode()
        self.assertTrue("instellingen.csv van het register, rij 2" in text)

    def test_a_setting_that_does_not_exist_is_named_to_the_contract_manager(self):
        register = self.register(instellingen="sleutel;waarde\nuren_per_eeuw;3\n")
        self.assertIn("CTR-15", self.rules(register, self.submission()))
