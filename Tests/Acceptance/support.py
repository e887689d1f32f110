"""What the acceptance tests share: running the command, and making small submissions."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("MAATWERK", str(ROOT / ".build/release/maatwerk"))
EXAMPLES = ROOT / "examples" / "inzendingen"
REGISTER = ROOT / "examples" / "register"

COVER = (
    "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd\r\n"
    "12345678;Voorbeeld Schoon B.V.;2026-Q2;1;03-07-2026;ja\r\n"
)
PLACEMENT_HEADING = (
    "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
    "uren_per_week;verband_opdracht;toelichting"
)
PLACEMENT = "P-{0:03d};BZK-2026-0147;D-{0:04d};PW;12345678;dienstverband;bepaald;01-04-2026;;24,0;direct: bevoorrading;{1}"


def placements(count=1, note=""):
    """A sound inzet.csv with `count` rows."""
    rows = [PLACEMENT.format(number, note) for number in range(1, count + 1)]
    return "\r\n".join([PLACEMENT_HEADING, *rows]) + "\r\n"


# Where the cells of a window of 1366 pixels end in LibreOffice: right of them are its scroll bar and its side bar.
WINDOW = 1304


def right_edge(sheet, column):
    """The pixel at which a column of a sheet of openpyxl ends on a screen, at the sheet's zoom: LibreOffice takes 8.9 for a character and 37
    for the numbers of rows, which is more than Excel does."""
    widths = (sheet.column_dimensions[sheet.cell(1, number).column_letter] for number in range(1, column + 1))
    return 37 + sum(0 if each.hidden else 8.9 * each.width for each in widths) * (sheet.sheet_view.zoomScale or 100) / 100


class ToolTest(unittest.TestCase):
    """A test with a folder of its own and the command at hand."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="maatwerk-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_tool(self, *arguments, stdin=None, environment=None):
        """Runs the command; a death by signal fails the test at once."""
        result = subprocess.run(
            # A name that is no UTF-8 stays as it is.
            [TOOL, *(argument if isinstance(argument, bytes) else str(argument) for argument in arguments)],
            input=stdin,
            capture_output=True,
            timeout=300,
            env={**os.environ, "NO_COLOR": "1", **(environment or {})},
        )
        self.assertGreaterEqual(result.returncode, 0, f"signal: {result.stderr.decode(errors='replace')}")
        return result

    def submission(self, name="inzending", **files):
        """A folder with the given tables; a sound cover and one placement unless they are given or None."""
        folder = self.folder / name
        folder.mkdir(parents=True)
        contents = {"voorblad": COVER, "inzet": placements(), **files}
        for table, text in contents.items():
            if text is not None:
                data = text if isinstance(text, bytes) else text.encode()
                (folder / f"{table}.csv").write_bytes(data)
        return folder

    def check(self, path, *options):
        """The findings of a submission as the JSON object."""
        result = self.run_tool("check", path, "--format", "json", *options)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        return json.loads(result.stdout)

    def rules_found(self, path, *options):
        """Rule, row and column of each finding of a submission."""
        return [(f["rule"], f["row"], f["column"]) for f in self.check(path, *options)["findings"]]
