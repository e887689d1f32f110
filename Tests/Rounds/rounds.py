"""What the tests of rounds share: converting a delivery, what came of it, and saving a workbook as LibreOffice does."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Acceptance"))

import office
import suppliers

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk"))


class RoundsCase(unittest.TestCase):
    """A folder of its own, with a register."""

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
        return office.saved(form, self.folder / "opnieuw", path)[0]

    @staticmethod
    def data(result):
        """The open data of a result by table, but for the mark that it is a correction."""
        tables = {}
        for path in sorted((result / "gegevens").glob("*.csv")):
            if path.stem == "afgekeurd":
                continue
            rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
            if path.stem == "voorblad":
                left = rows[0].index("correctie_op")
                rows = [row[:left] + row[left + 1:] for row in rows]
            if len(rows) > 1:
                tables[path.stem] = rows
        return tables
