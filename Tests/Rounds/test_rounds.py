"""Rounds until approved, by following the words of the feedback alone: at most one correction."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import hands
import suppliers

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk"))


class RoundsTest(unittest.TestCase):
    """Each supplier, until its report is approved."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rondes-"))
        if os.environ.get("KEEP"):
            print(self.folder)
        else:
            self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.register = suppliers.write_register(self.folder / "register")

    def convert(self, path, language, output):
        """What `convert` says of a delivery, and the folder of its result."""
        made = subprocess.run(
            [TOOL, "convert", path, "--register", self.register, "--output", output, "--format", "json", "--language", language],
            capture_output=True, timeout=300, env={**os.environ, "NO_COLOR": "1"})
        self.assertIn(made.returncode, (0, 3), made.stderr.decode())
        record = json.loads(made.stdout.splitlines()[0])
        return record, output / record["submission"]

    @staticmethod
    def findings(result):
        """Severity, rule, table, row and column of each finding that a supplier can do something about."""
        found = json.loads((result / "bevindingen.json").read_text())["findings"]
        return [f for f in found if f["severity"] != "signaal"]

    def office(self, path, form):
        """The workbook as LibreOffice saves it."""
        if shutil.which("soffice") is None:
            self.skipTest("LibreOffice is not installed")
        target = self.folder / "opnieuw"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/profiel", "--headless", "--convert-to", form, "--outdir",
             target, path], check=True, capture_output=True, timeout=300)
        return target / f"{pathlib.Path(path).stem}.{form}"

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


if __name__ == "__main__":
    unittest.main()
