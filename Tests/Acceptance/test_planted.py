"""A submission with one planted case per rule yields exactly the expected findings and nothing else."""
import collections
import csv
import json
import pathlib

from support import ToolTest
from test_privacy import output_bytes

PLANTED = pathlib.Path(__file__).parent / "planted"
# Judged with a register; the others without, as the findings about the register would stand there once more.
REGISTERS = {"inzending": PLANTED / "register", "inzending-4": PLANTED / "register-4"}
# Why there is more than one: planted/README.md.
SUBMISSIONS = {"inzending": "verwacht.csv", "inzending-2": "verwacht-2.csv", "inzending-3": "verwacht-3.csv",
               "inzending-4": "verwacht-4.csv"}

# Rules without a planted case, each with the reason. A rule that has a case may not stand here.
EXCEPTIONS = {}

# What privacy rules refuse in the planted submission: numbers, names and addresses in every planted spelling.
REFUSED = {
    "AVG-01": ["111222333"],
    "AVG-02": ["999990019"],
    "AVG-03": ["Verzonnennaam"],
    "AVG-04": ["01-02-1990"],
    "AVG-05": ["verzonnen.persoon@voorbeeld.example"],
    "AVG-08": ["NL91 ABNA 0417 1643 00"],
    "AVG-09": ["NL123456782B01"],
    "AVG-15": ["Verzonnenkwaal"],
    "AVG-16": ["Verzonnenland"],
    "BEW-09": ["Voorbeeldsma"],
}


def expected(name):
    """The findings that the file lists: rule, file, row and column; an empty cell is None."""
    with open(PLANTED / name, encoding="utf-8", newline="") as file:
        return [
            (line["regel"], line["bestand"], int(line["rij"]) if line["rij"] else None, line["kolom"] or None)
            for line in csv.DictReader(file, delimiter=";")
        ]


def listed(findings):
    """Findings as sorted lines, so that a difference reads as a list of what is missing and what is too much."""
    return sorted(" ".join(map(str, finding)) for finding in findings)


class PlantedTest(ToolTest):
    def options(self, name):
        """The register and the earlier reports, for the submission that is judged with them."""
        if name not in REGISTERS:
            return []
        if name != "inzending":
            return ["--register", REGISTERS[name]]
        earlier = sorted((PLANTED / "eerder").iterdir())
        output = self.folder / "eerder"
        self.run_tool("convert", *earlier, "--register", REGISTERS[name], "--output", output, "--quiet")
        previous = [part for folder in earlier for part in ("--previous", output / folder.name)]
        return ["--register", REGISTERS[name], *previous]

    def test_findings_are_exactly_these(self):
        for name, file in SUBMISSIONS.items():
            with self.subTest(submission=name):
                found = self.check(PLANTED / name, *self.options(name))
                places = [(f["rule"], f["file"], f["row"], f["column"]) for f in found["findings"]]
                self.maxDiff = None
                self.assertEqual(listed(places), listed(expected(file)))
                self.assertEqual(found["rows"]["read"], found["rows"]["accepted"] + found["rows"]["set_aside"])

    def test_every_rule_has_a_case(self):
        catalogue = {rule["id"] for rule in json.loads(self.run_tool("rules", "--format", "json").stdout)["rules"]}
        planted = {rule for file in SUBMISSIONS.values() for rule, *_ in expected(file)}
        self.assertGreater(len(planted), 100)
        self.assertEqual(planted - catalogue, set(), "verwacht, maar geen regel (expected, but no rule)")
        self.assertEqual(catalogue - planted - set(EXCEPTIONS), set(), "zonder geval (without a case)")
        self.assertEqual(planted & set(EXCEPTIONS), set(), "heeft een geval (has a case)")

    def test_a_row_breaks_one_rule(self):
        for file in SUBMISSIONS.values():
            rows = collections.Counter((table, row) for _, table, row, _ in expected(file) if row)
            # Rules about the whole report point at its cover, which has one row.
            self.assertEqual([place for place, count in rows.items() if count > 1 and place[0] != "voorblad.csv"], [])

    def test_refused_values_stand_in_no_output(self):
        sources = b"".join(path.read_bytes() for path in (PLANTED / "inzending").iterdir())
        options = self.options("inzending")
        inputs = [PLANTED / "inzending", *options]
        runs = [self.run_tool("check", *inputs, "--format", form) for form in ("text", "json", "csv")]
        runs.append(self.run_tool("convert", *inputs, "--output", self.folder / "uit"))
        written = [run.stdout for run in runs] + [run.stderr for run in runs]
        written += output_bytes(self.folder / "uit")
        self.assertIn(b"inzending/rapport.xlsx", written)
        for rule, values in REFUSED.items():
            for value in values:
                with self.subTest(rule=rule, value=value):
                    self.assertIn(value.encode(), sources)
                    for spelling in {value, value.replace(" ", ""), value.lower()}:
                        self.assertFalse(any(spelling.encode() in text for text in written))
