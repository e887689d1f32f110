"""Rounds until approved, by following the words of the feedback alone: at most one correction."""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import hands
import suppliers
from rounds import TOOL, RoundsCase


class RoundsTest(RoundsCase):
    """Each supplier, until its report is approved."""

    def rounds(self, supplier, language, most=3):
        """How many corrections it took; what was new after the first; the last result."""
        base = self.folder / f"{supplier.name}-{language}"
        base.mkdir()
        path = supplier.deliver(base)
        seen, new = None, []
        for count in range(most + 1):
            record, result = self.convert(path, language, base / f"uit-{count}")
            if record["status"] in ("goedgekeurd", "goedgekeurd met opmerkingen", "approved", "approved with remarks") and (
                    record["counts"]["fout"] == 0):
                if seen is not None:
                    new = [f for f in self.findings(result) if (f["rule"], f["column"]) not in seen]
                return count, new, result
            if not (result / "terugkoppeling.xlsx").exists():
                self.assertTrue(supplier.unreadable, "a delivery that can be read gets feedback")
                self.assertTrue((result / "retourbericht.txt").exists())
                again = base / "opnieuw"
                path = suppliers.write(again / supplier.name, supplier.truth.tables)
                continue
            found = self.findings(result)
            if seen is None:
                seen = {(f["rule"], f["column"]) for f in found}
            worker = hands.Hands(supplier.truth, supplier.uses_correction)
            target = base / f"{supplier.name}-{count + 1}.xlsx"
            done = worker.work(result / "terugkoppeling.xlsx", target)
            self.assertTrue(done, f"the feedback asks for something that hands can do: {[f['message'] for f in found]}")
            path = self.office(target, supplier.saved_as) if supplier.saved_as else target
        left = [(f["rule"], f["file"], f["row"], f["column"], f["message"]) for f in self.findings(result)]
        self.fail(f"{supplier.name}: not approved after {most} corrections; {record['status']}: {left}")

    def test_one_correction_is_enough(self):
        for language in ("nl", "en"):
            for make in suppliers.ALL:
                supplier = make()
                with self.subTest(supplier=supplier.name, language=language):
                    count, new, _ = self.rounds(supplier, language)
                    self.assertLessEqual(count, 1)
                    self.assertEqual([(f["rule"], f["row"], f["column"], f["message"]) for f in new], [])

    def generated(self, seed, rate):
        """The folder of a made-up submission, and its register."""
        folder = self.folder / f"verzonnen-{seed}-{rate}"
        made = subprocess.run(
            [TOOL, "generate", "--output", folder, "--suppliers", "1", "--rows", "30", "--seed", str(seed), "--error-rate", str(rate)],
            capture_output=True, timeout=300)
        self.assertEqual(made.returncode, 0, made.stderr.decode())
        return next((folder / "inzendingen").iterdir()), folder / "register"

    def test_one_correction_leaves_no_error_and_changes_no_other_cell(self):
        for seed, rate, language, uses_correction in (
                (21, 0.2, "nl", False), (22, 0.5, "en", True), (23, 1, "nl", True), (24, 1, "en", False)):
            with self.subTest(seed=seed, rate=rate):
                sound, self.register = self.generated(seed, 0)
                faulty, _ = self.generated(seed, rate)
                right, expected = self.convert(sound, language, self.folder / f"gaaf-{seed}")
                tables = {path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
                          for path in sound.glob("*.csv")}
                first, result = self.convert(faulty, language, self.folder / f"eerst-{seed}")
                self.assertGreater(first["counts"]["fout"], 0)
                target = self.folder / f"verbeterd-{seed}.xlsx"
                hands.Hands(hands.Truth(tables), uses_correction).work(result / "terugkoppeling.xlsx", target)
                record, result = self.convert(target, language, self.folder / f"daarna-{seed}")
                self.assertEqual(record["counts"], right["counts"])
                self.assertEqual(record["counts"]["fout"], 0)
                self.assertEqual(self.data(result), self.data(expected))

    def test_a_report_that_was_approved_stays_as_it_is(self):
        path = suppliers.write(self.folder / "gaaf", suppliers.sound(4))
        before, first = self.convert(path, "nl", self.folder / "uit")
        self.assertTrue(before["status"].startswith("goedgekeurd"))
        target = self.folder / "gaaf-1.xlsx"
        hands.load(first / "terugkoppeling.xlsx").save(target)
        for name, back in (("zo", target), ("office", self.office(target, "xlsx")), ("ods", self.office(target, "ods"))):
            with self.subTest(name=name):
                after, result = self.convert(back, "nl", self.folder / f"uit-{name}")
                self.assertEqual(after["status"], before["status"])
                self.assertEqual(after["counts"], before["counts"])
                self.assertEqual(self.data(result), self.data(first))

    def test_the_letter_fits_and_speaks_of_places_in_the_feedback(self):
        for make in suppliers.ALL:
            supplier = make()
            if supplier.unreadable:
                continue
            for language in ("nl", "en"):
                with self.subTest(supplier=supplier.name, language=language):
                    base = self.folder / f"brief-{supplier.name}-{language}"
                    base.mkdir()
                    record, result = self.convert(supplier.deliver(base), language, base / "uit")
                    letter = (result / "retourbericht.txt").read_text()
                    self.assertLessEqual(len(letter.splitlines()), 60)
                    # A file is named only as the supplier named its own.
                    own = {path.name for path in base.rglob("*.csv") if "uit" not in path.parts}
                    self.assertEqual(set(re.findall(r"[\w-]+\.csv", letter)) - own, set())
                    sheet = hands.points(result / "terugkoppeling.xlsx")
                    for number, line in re.findall(r"(?m)^(\d{1,2})\. (.+)$", letter):
                        self.assertEqual(sheet[int(number) - 1][0], int(number))
                        self.assertTrue(line.startswith(str(sheet[int(number) - 1][1])[2:]), line)


if __name__ == "__main__":
    unittest.main()
