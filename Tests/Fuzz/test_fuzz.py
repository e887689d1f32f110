"""Some fuzzing and planting, with fixed seeds and numbers; `make fuzz` does more. See README.md."""
import os
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent


class FuzzTest(unittest.TestCase):
    def run_for(self, program, *arguments):
        result = subprocess.run([sys.executable, HERE / program, *arguments], capture_output=True, text=True, timeout=600, errors="replace", env=os.environ)
        self.assertRegex(result.stdout, r"(?m)^[1-9]\d* passed, \d+ failed$", result.stderr[-2000:])
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_nothing_ends_it_and_nothing_is_lost(self):
        self.run_for("fuzz.py", "--seed", "20261128", "--runs", "160", "--seconds", "120")

    def test_no_refused_value_comes_out(self):
        self.run_for("plant.py", "--seed", "20261128", "--values", "200", "--seconds", "60")


if __name__ == "__main__":
    unittest.main()
