"""What `generate --periods` makes: reports that follow from each other, with people who get on and words that fit."""
import csv
import filecmp
import io
import json
import re

from roundtrip import load, read_csv
from support import ToolTest


class StoriesTest(ToolTest):
    def made(self, name, *options, suppliers=9, rows=8, quarters=4):
        folder = self.folder / name
        result = self.run_tool("generate", "--output", folder, "--suppliers", suppliers, "--rows", rows, "--seed", "6",
                               "--periods", quarters, *options)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return folder

    def convert(self, folder, quarters=4):
        """All reports, quarter after quarter, each with what came before."""
        output = folder / "uit"
        for quarter in range(1, quarters + 1):
            previous = ["--previous", output] if quarter > 1 else []
            names = sorted((folder / "inzendingen").glob(f"*-2026-Q{quarter}"))
            self.assertTrue(names)
            result = self.run_tool("convert", *names, "--register", folder / "register", "--output", output, "--quiet", *previous)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
        return output

    def test_the_same_seed_gives_the_same_story(self):
        one, two = self.made("een"), self.made("twee")
        files = sorted(path.relative_to(one) for path in one.rglob("*.csv"))
        self.assertGreater(len(files), 200)
        self.assertEqual(files, sorted(path.relative_to(two) for path in two.rglob("*.csv")))
        for file in files:
            self.assertTrue(filecmp.cmp(one / file, two / file, shallow=False), file)

    def test_a_story_is_sound_and_goes_on(self):
        folder = self.made("verhaal")
        reports = sorted((folder / "inzendingen").iterdir())
        self.assertLess(len(reports), 9 * 4, "now and then a report is missing")
        output = self.convert(folder)
        kinds, statuses = set(), set()
        for report in reports:
            found = json.loads((output / report.name / "bevindingen.json").read_text())
            self.assertEqual(found["counts"]["fout"], 0, report.name)
            self.assertEqual(found["rows"]["set_aside"], 0, report.name)
            kinds |= {item["rule"] for item in found["findings"]}
            statuses |= {item["status"] for item in found["contracts"]}
        # Chances of permanent work, late commitments, lessons that are lacking, obstacles that come back.
        self.assertLessEqual({"INZ-26", "MVM-18", "MVM-12", "MVM-09"}, kinds)
        self.assertLessEqual({"op_koers", "loopt_achter"}, statuses)
        outcomes, persons = {}, {}
        for report in reports:
            rows = read_csv(report / "inzet.csv")
            at = {name: index for index, name in enumerate(rows[0])}
            supplier = report.name.split("-2026")[0]
            for row in rows[1:]:
                if row[at["uitkomst"]]:
                    outcomes.setdefault(row[at["uitkomst"]], set()).add((supplier, row[at["inzet_id"]]))
                persons.setdefault((supplier, row[at["deelnemercode"]]), []).append(row[at["contractvorm"]])
        self.assertLessEqual({"vast_werk", "verlengd"}, set(outcomes))
        ladders = [forms for forms in persons.values() if "bepaald" in forms and forms[-1] == "onbepaald"]
        self.assertGreater(len(ladders), 5, "people get permanent work")

    def test_what_was_agreed_comes_back(self):
        folder = self.made("afgesproken", suppliers=6)
        decisions = read_csv(folder / "register/besluiten.csv")
        self.assertGreater(len(decisions), 2)
        output = self.convert(folder)
        shown = 0
        for number in range(1, 7):
            for quarter in (2, 3, 4):
                path = output / f"verhaal-{number:04d}-2026-Q{quarter}/rapport.xlsx"
                if path.exists():
                    texts = [str(cell.value) for row in load(path)["Gesprek"].iter_rows() for cell in row if cell.value]
                    shown += any("samen met het adviesteam bekijken wat helpt" in text for text in texts)
        self.assertGreater(shown, 1)

    def test_planted_errors_are_found(self):
        folder = self.made("fouten", "--error-rate", "0.3", suppliers=4, quarters=2)
        planted = [line for line in csv.DictReader(io.StringIO((folder / "geplant.csv").read_text("utf-8-sig")), delimiter=";")]
        self.assertGreater(len(planted), 10)
        for report in sorted((folder / "inzendingen").iterdir()):
            found = set(self.rules_found(report, "--register", folder / "register"))
            for line in planted:
                if line["inzending"] == report.name:
                    self.assertIn((line["regel"], int(line["rij"]), line["kolom"]), found, report.name)

    def test_wrong_numbers_are_refused(self):
        for periods in ("0", "17", "x"):
            result = self.run_tool("generate", "--output", self.folder / "niets", "--suppliers", 1, "--rows", 1, "--seed", 1,
                                   "--periods", periods)
            self.assertEqual(result.returncode, 2, periods)
            self.assertFalse((self.folder / "niets").exists())
            self.assertTrue(re.search(r"16|periods", result.stderr.decode()))
