"""A small part of what `broken.py` does; all of it is in `make nightly`."""
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent


class BrokenTest(unittest.TestCase):
    def test_nothing_is_half_and_a_rerun_completes(self):
        done = subprocess.run([sys.executable, HERE / "broken.py", "--runs", "12", "--sample", "2", "--seed", "20260331", "--jobs", "2"],
                              capture_output=True, text=True, timeout=600)
        # What could not be tried is said too.
        print(done.stdout)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout.splitlines()[-1], r"^\d{2,} passed, 0 failed$")


if __name__ == "__main__":
    unittest.main()
