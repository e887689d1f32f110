"""From a rounded workbook nobody works out how many people there are below ten (more batches: BATCHES=20)."""
import os
import pathlib
import tempfile
import unittest

import attack


class AttackTest(unittest.TestCase):
    def test_rounded_workbooks_tell_no_small_number(self):
        for seed in range(1, 1 + int(os.environ.get("BATCHES", "2"))):
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as folder:
                leaks, figures = attack.attack(pathlib.Path(folder), seed)
                self.assertGreater(figures, 20)
                self.assertEqual(leaks, [])

    def test_an_exact_workbook_is_seen_through(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            attack.batches.make(folder, 3)
            for only in ("gegevens", "bevindingen"):
                attack.run("convert", *sorted((folder / "in").iterdir()), "--register", folder / "register", "--output",
                           folder / "uit", "--only", only, "--quiet")
            attack.run("consolidate", folder / "uit", "--register", folder / "register", "--output", folder / "x.xlsx", "--exact")
            found = " ".join(attack.unrounded(folder / "x.xlsx"))
            for what in ("Contracten!", "rijen", "Afspraken:", "deelnemer"):
                self.assertIn(what, found)

    def test_bounds_are_narrowed_until_one_number_is_left(self):
        # Seven suppliers with people, and at most seven in all.
        bounds = attack.Bounds(2)
        parts = [("Personen", number) for number in range(7)]
        for key in [*parts, "all"]:
            bounds.shown(key, 5)
        bounds.union("all", parts, disjoint=True)
        bounds.narrow()
        self.assertEqual(bounds.claims(), {**{key: 1 for key in parts}, "all": 7})

    def test_numbers_in_sentences_are_seen(self):
        for text, isCount in (("vast werk voor drie deelnemers", True), ("twee van de drie bleven", True), ("4 nieuwe collega's", True),
                              ("drie maanden", False), ("2 van de 6 contracten", False), ("een deelnemer", False)):
            with self.subTest(text=text):
                self.assertEqual(bool(attack.SPOKEN.search(text)), isCount)


if __name__ == "__main__":
    unittest.main()
