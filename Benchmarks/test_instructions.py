"""Whether the count of instructions fails when it should. MAATWERK is the command."""
import contextlib
import csv
import io
import os
import pathlib
import tempfile
import unittest

import instructions

KEY = ("check", "debug", "6.3.1", "x86_64")


class JudgedCounts(unittest.TestCase):
    def status(self, count, recorded):
        return instructions.judge(KEY, count, recorded)

    def test_tolerance_is_three_per_cent(self):
        for count, status, word in (
                (1_000_000, 0, ""), (1_030_000, 0, ""), (1_031_000, 1, "MORE"), (970_000, 0, ""), (969_000, 0, "much less")):
            found, line = self.status(count, {KEY: 1_000_000})
            self.assertEqual(found, status, line)
            self.assertIn(word, line)
            self.assertEqual("--record" in line, bool(word), line)

    def test_another_compiler_or_processor_or_build_is_not_compared(self):
        for other in (("check", "debug", "6.4", "x86_64"), ("check", "debug", "6.3.1", "aarch64"), ("check", "release", "6.3.1", "x86_64")):
            found, line = self.status(1_000_000, {other: 1_000_000})
            self.assertEqual(found, 2, line)
            self.assertIn("NOT COMPARED", line)
            self.assertIn("INSTRUCTIONS=--record", line)


class CountedCommand(unittest.TestCase):
    def run_with(self, path, *arguments):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            status = instructions.main(
                ["--tool", os.environ["MAATWERK"], "--recorded", str(path), "--case", "version",
                 *arguments])
        return status, said.getvalue()

    def test_a_figure_changed_by_four_per_cent_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "instructions.csv")
            self.assertEqual(self.run_with(path, "--record")[0], 0)
            with open(path, encoding="utf-8", newline="") as file:
                (row,) = csv.DictReader(file)
            for share, status in ((1, 0), (0.96, 1)):
                path.write_text(
                    ",".join(instructions.COLUMNS) + "\n"
                    + ",".join([row[column] for column in instructions.COLUMNS[:-1]] + [str(round(int(row["instructions"]) * share))]) + "\n")
                found, said = self.run_with(path)
                self.assertEqual(found, status, said)

    def test_nothing_to_compare_with_is_said_and_may_pass(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "none.csv")
            for arguments, status in ((), 2), (("--if-comparable",), 0):
                found, said = self.run_with(path, *arguments)
                self.assertEqual(found, status, said)
                self.assertIn("NOT COMPARED", said)


if __name__ == "__main__":
    unittest.main()
