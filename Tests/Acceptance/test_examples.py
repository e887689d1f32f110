"""The examples: their findings in full, and workbooks that other programs agree with."""
import json
import os
import pathlib
import subprocess
import sys

from support import EXAMPLES, REGISTER, ROOT, ToolTest

EXPECTED = pathlib.Path(__file__).parent / "expected"
CHECK_WORKBOOK = ROOT / "Tests/Workbooks/check_workbook.py"


class ExamplesTest(ToolTest):
    def test_findings_are_exactly_these(self):
        compared = 0
        for example in sorted(EXAMPLES.iterdir()):
            with self.subTest(example=example.name):
                found = self.check(example, "--register", REGISTER)
                path = EXPECTED / f"{example.stem if example.is_file() else example.name}.json"
                if os.environ.get("UPDATE_GOLDEN"):
                    EXPECTED.mkdir(exist_ok=True)
                    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
                self.assertEqual(found, json.loads(path.read_text(encoding="utf-8")))
                self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"])
                compared += len(found["findings"])
        print(f"\nvergeleken bevindingen (findings compared): {compared}", file=sys.stderr)

    def test_quarters_follow_each_other(self):
        self.run_tool("convert", EXAMPLES / "schoonmaak-sanitair-2026-q2", "--register", REGISTER, "--output", self.folder)
        earlier = self.folder / "schoonmaak-sanitair-2026-q2"
        found = self.check(EXAMPLES / "schoonmaak-sanitair-2026-q3", "--register", REGISTER, "--previous", earlier)
        reasons = {item["rule"] for item in found["not_evaluated"]}
        self.assertFalse({"RAP-03", "RAP-04", "RAP-05", "RAP-10", "BST-13"} & reasons)
        self.assertEqual([f["rule"] for f in found["findings"] if f["rule"].startswith("RAP")], [])
        again = self.check(EXAMPLES / "schoonmaak-sanitair-2026-q2", "--register", REGISTER, "--previous", earlier)
        self.assertIn("BST-13", [f["rule"] for f in again["findings"]])
        self.assertIn("RAP-04", [f["rule"] for f in again["findings"]])

    def test_workbooks_open_and_recalculate_to_the_same_values(self):
        self.run_tool("convert", *sorted(EXAMPLES.iterdir()), "--register", REGISTER, "--output", self.folder)
        workbooks = sorted(self.folder.rglob("*.xlsx"))
        self.assertEqual(len(workbooks), 2 * len(list(EXAMPLES.iterdir())))
        result = subprocess.run(
            [sys.executable, CHECK_WORKBOOK, "--recalculate", *workbooks], capture_output=True, text=True, timeout=900)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
