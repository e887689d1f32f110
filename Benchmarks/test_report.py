"""Whether the report says what was measured: the goals at their limits, powers of growth, numbers as Dutch writes them."""
import pathlib
import tempfile
import unittest
import zipfile

import cells
import report
import sampling
from measuring import exponent


def series(part, size, name, wall, cpu=1.0, memory=100.0, kind="schoon", pieces=1):
    return {"part": part, "size": size, "name": name, "kind": kind, "pieces": pieces, "bytes": 0,
            "runs": [{"wall": wall * factor, "cpu": cpu, "memory": memory} for factor in (3, 1, 0.5)]}


def goals(*measured, submissions=()):
    figures = report.Figures({"facts": {"rules": 1}, "series": list(measured), "submissions": list(submissions)})
    return {goal.what: goal for goal in report.goals(figures)}


class Goals(unittest.TestCase):
    def verdict(self, found, beginning):
        (goal,) = [goal for what, goal in found.items() if what.startswith(beginning)]
        return goal.is_met

    def test_what_is_not_measured_is_neither_met_nor_missed(self):
        for goal in goals().values():
            self.assertIsNone(goal.is_met)
            self.assertEqual(report.verdict(goal), "niet gemeten")

    def test_limits(self):
        for ratio, is_met in ((0.6, True), (0.61, False)):
            found = goals(series("writing", 1000, report.REPORT, ratio), series("writing", 1000, report.COPY, 1.0))
            self.assertIs(self.verdict(found, "rapport"), is_met, ratio)
        for wall, cpu, are_met in ((6.6, 0.9, True), (6.7, 0.91, False)):
            found = goals(series("batch", 1000, report.CONVERT, wall, cpu, kind="2%", pieces=1000),
                          series("batch", 1000, report.COPY_BOTH, 1.0, 0.5, kind="2%", pieces=500))
            self.assertIs(self.verdict(found, "inzendingen"), are_met)
            self.assertIs(self.verdict(found, "hetzelfde"), are_met)
        for wall, is_met in ((1.0, True), (1.01, False)):
            found = goals(series("checking", 1000, report.CHECK, wall), submissions=[{"size": 1000, "kind": "schoon", "read": 1_000_000}])
            self.assertIs(self.verdict(found, "`check` van 1.000 plaatsingen"), is_met)
        for memory, is_met in ((699, True), (701, False)):
            found = goals(series("writing", 1_000_000, report.CONVERT, 1.0, memory=memory))
            self.assertIs(self.verdict(found, "`convert` van 1.000.000"), is_met)

    def test_growth(self):
        for power, is_met in ((1.0, True), (1.04, True), (1.06, False)):
            found = goals(*[series("writing", size, report.CONVERT, size ** power, memory=50.0) for size in (1000, 10_000, 100_000)])
            self.assertIs(self.verdict(found, "`convert`: tijd"), is_met)
            self.assertIs(self.verdict(found, "`convert`: geheugen"), True)
        self.assertAlmostEqual(exponent([(10, 2.0), (100, 20.0), (1000, 200.0)]), 1.0)
        self.assertIsNone(exponent([(10, 2.0), (100, 20.0)]))


class Words(unittest.TestCase):
    def test_numbers(self):
        for value, text in ((0.0456, "0,046"), (1.234, "1,23"), (12.34, "12,3"), (1234.5, "1.234")):
            self.assertEqual(report.significant(value), text)
        self.assertEqual(report.number(1_000_000), "1.000.000")


class Profiles(unittest.TestCase):
    SAID = """
# Overhead  Shared Object  Symbol  IPC
    40.00%  maatwerk              [.] $s9Workbooks11WrappedTextO5lines_4roomSi          -      -
    10.00%  maatwerk              [.] $s12DelimitedTextA5TableV
     5.50%  maatwerk              [.] $ss6HasherV5_seedABSi_tcfC
     4.50%  maatwerk              [.] swift_retain
     1.00%  maatwerk              [.] deflate
     9.00%  libisal.so.2.0.30     [.] isal_deflate_body
    20.00%  [kernel.kallsyms]     [k] clear_page_erms
    10.00%  libc.so.6             [.] malloc
"""

    def test_places(self):
        shares = sampling.add_up(self.SAID.splitlines(), "maatwerk", {"Workbooks", "Intake"})
        self.assertEqual({name: round(share, 4) for name, share in shares.items()}, {
            "`Workbooks`": 0.4, sampling.RUNTIME: 0.2, "inpakken": 0.1, "besturingssysteem": 0.2, "libc": 0.1})

    def test_section(self):
        runs = [{"what": "een", "shares": {"libc": 0.6, "libcsv": 0.01, "overig": 0.39}}, {"what": "twee", "shares": {"libc": 0.2, "libcsv": 0.8}}]
        lines = report.profile(report.Figures({"facts": {}, "series": [], "submissions": [], "profile": runs}))
        self.assertIn("| libcsv | 1% | 80% |", lines)
        self.assertIn("| libc | 60% | 20% |", lines)
        self.assertIn("| overig | 39% | 0% |", lines)
        self.assertEqual(report.profile(report.Figures({"facts": {}, "series": [], "submissions": []})), [])


class Cells(unittest.TestCase):
    def test_cells_are_taken_as_they_stand(self):
        sheet = ('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; "b"</t></is></c><c r="C1" s="2"><v>1.5</v></c></row>'
                 '<row r="2"><c r="B2" s="1"/></row><row r="3"><c r="AB3" t="str"><f>1+1</f><v>x;y</v></c><c r="AC3" t="s"><v>1</v></c></row>'
                 "</sheetData></worksheet>")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "boek.xlsx")
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("xl/sharedStrings.xml", "<sst><si><t>een</t></si><si><r><t>twee</t></r><r><t> drie</t></r></si></sst>")
                archive.writestr("xl/worksheets/sheet1.xml", sheet)
            (made,), count = cells.extract(path, pathlib.Path(folder, "uit"), "boek")
            self.assertEqual(count, 4)
            self.assertEqual(made.read_text(), '"a & ""b""";;1.5\n' + ";" * 27 + '"x;y";twee drie\n')


if __name__ == "__main__":
    unittest.main()
