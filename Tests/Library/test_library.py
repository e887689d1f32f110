"""The library as another package uses it: `examples/bibliotheek`, which BIBLIOTHEEK names built, and the articles that quote it."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import textwrap
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "Sources" / "Maatwerk" / "Maatwerk.docc").glob("*.md"))
SOURCES = sorted((ROOT / "examples" / "bibliotheek" / "Sources").rglob("*.swift"))
REGISTER = ROOT / "examples" / "register"


def snippets(article):
    return re.findall(r"^```swift\n(.*?)^```$", article.read_text(), re.M | re.S)


def holds(source, snippet):
    """Whether the snippet stands in the source as lines that follow each other, moved to the left margin."""
    lines, wanted = source.splitlines(), snippet.splitlines()
    return any(
        textwrap.dedent("\n".join(lines[start:start + len(wanted)])).splitlines() == wanted
        for start in range(len(lines) - len(wanted) + 1))


class Articles(unittest.TestCase):
    def test_every_snippet_is_compiled(self):
        sources = [path.read_text() for path in SOURCES]
        count = 0
        for article in ARTICLES:
            for snippet in snippets(article):
                count += 1
                with self.subTest(article=article.name, snippet=snippet.splitlines()[0]):
                    self.assertTrue(any(holds(source, snippet) for source in sources))
        self.assertGreaterEqual(count, 9)

    def test_every_article_is_in_the_overview(self):
        overview = (ARTICLES[0].parent / "Maatwerk.md").read_text()
        for article in ARTICLES:
            if article.name != "Maatwerk.md":
                self.assertIn(f"<doc:{article.stem}>", overview)


class Program(unittest.TestCase):
    def run_on(self, submission, register=REGISTER):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder) / "rapport.xlsx"
            done = subprocess.run(
                [os.environ["BIBLIOTHEEK"], submission, register, report], capture_output=True, text=True, timeout=120)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            findings = json.loads(next(pathlib.Path(f"{report}-results").rglob("bevindingen.json")).read_text())
            with zipfile.ZipFile(report) as parts:
                words = parts.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in parts.namelist() else ""
                words += "".join(parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name)
            return done.stdout, findings, words

    def test_a_rule_of_the_department_judges_along(self):
        said, findings, words = self.run_on(ROOT / "examples" / "inzendingen" / "schoonmaak-sanitair-2026-q2")
        own = [(f["rule"], f["severity"], f["file"], f["row"], f["message"]) for f in findings["findings"] if f["rule"].startswith("OCW")]
        self.assertEqual(
            own, [("OCW-01", "waarschuwing", "inzet.csv", 8, "The place to learn ends on 10-07-2026, after 95 days.")])
        self.assertIn("OCW-01 inzet.csv, row 8, einddatum: The place to learn ends on 10-07-2026, after 95 days.", said)
        self.assertIn("Does the place to learn last long enough?", words)
        self.assertIn("leerplek", words.lower())

    def test_the_register_sets_the_limit_of_the_department(self):
        with tempfile.TemporaryDirectory() as folder:
            register = pathlib.Path(folder) / "register"
            subprocess.run(["cp", "-r", REGISTER, register], check=True)
            (register / "instellingen.csv").write_text("sleutel;waarde\nleerplek_minimum;90\n")
            said, findings, _ = self.run_on(ROOT / "examples" / "inzendingen" / "schoonmaak-sanitair-2026-q2", register)
        self.assertFalse([f for f in findings["findings"] if f["rule"] in ("OCW-01", "CTR-15")])
        self.assertIn("rows: ", said)

    def test_rows_are_read_as_values(self):
        said, findings, _ = self.run_on(ROOT / "examples" / "inzendingen" / "haastig-excel-2026-q2")
        rows = findings["rows"]
        self.assertIn(f"{rows['read']} rows: {rows['accepted']} accepted, {rows['set_aside']} rejected", said)
        self.assertIn("M-06 BZK-2026-0258 since 2026-05-01 20 hours a week direct: inpakken", said)
        self.assertIn("row 6 does not count; it says '#N/B' hours a week", said)
        self.assertIn("contract BZK-2026-0258 ends on 2028-03-31", said)
        self.assertNotIn("Voorbeeldnaam", said)


if __name__ == "__main__":
    unittest.main()
