"""The feedback corrected and sent back leaves no finding to mend, and Herkomst lists what was changed."""
import hashlib
import json
import pathlib
import random
import re
import shutil
import subprocess

import openpyxl

import office
from roundtrip import (
    ANSWER, CORRECTED, CORRECTION, EDITED, FIRST_ROW, HEADING_ROW, MARKED, NUMBER, OWN, SHEETS, SHIFT, SUPPLIER, data, findings, headings, earlier_history, history, load, read_csv, said, RoundTripTest,
)
from support import COVER, EXAMPLES, PLACEMENT_HEADING, REGISTER, placements

SORTING = pathlib.Path(__file__).parent / "sorting_in_office.py"


class FeedbackTest(RoundTripTest):
    """Feedback, mended with the truth."""

    def mend(self, result, truth, name="terugkoppeling", share=1.0, seed=1):
        """Corrects the cells that findings point at, some in the cell and some in *Correctie*. Gives the workbook and the changes."""
        dice = random.Random(seed)
        book = load(result / "terugkoppeling.xlsx")
        rows = {}
        for f in json.loads((result / "bevindingen.json").read_text())["findings"]:
            if f["severity"] in SUPPLIER and f["row"] and f["column"]:
                sheet = f["cell"].split("!")[0].strip("'") if f.get("cell") else SHEETS[f["file"][:-4]]
                rows.setdefault((sheet, f["row"]), set()).add(f["column"])
        marked = {
            # A `!` stands between those with an error and the others.
            (row[0], row[1]): [int(field) for field in str(row[2]).split(",") if field != "!"] if row[2] is not None else []
            for row in book["Eerste levering"].iter_rows(min_row=3, max_col=3, values_only=True) if row[0]}
        changes = []
        for (name_of_sheet, number), columns in sorted(rows.items()):
            if dice.random() >= share:
                continue
            sheet = book[name_of_sheet]
            own = headings(sheet)
            row = next(r for r in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(r, NUMBER).value == number)
            right = truth[name_of_sheet].get(sheet.cell(row, OWN).value)
            if right is None or number in truth.get("dubbel", ()):
                sheet.cell(row, CORRECTION).value = dice.choice(("verwijderen", "Verwijderen ", "rij verwijderen"))
                changes.append((f"{name_of_sheet} rij {number}", None, "rij verwijderd"))
                continue
            wrong = [c for c in sorted(columns) if (sheet.cell(row, own.index(c) + 1).value or "") != right[c]]
            in_cell = dice.random() < 0.5
            for column in wrong:
                old = sheet.cell(row, own.index(column) + 1).value
                how = EDITED if in_cell else CORRECTED
                changes.append((
                    f"{name_of_sheet} rij {number}: {column}", right[column] or "leeg",
                    f"{how}; was {repr(old) if old else 'leeg'}"))
                if in_cell:
                    sheet.cell(row, own.index(column) + 1).value = right[column] or None
            if in_cell or not wrong:
                continue
            if len(marked[name_of_sheet, number]) == 1 and dice.random() < 0.6:
                text = right[wrong[0]] or "leeg"
            else:
                text = dice.choice(("\n", "; ")).join(f"{column}: {right[column] or 'leeg'}" for column in wrong)
            sheet.cell(row, CORRECTION).value = text
        path = self.folder / f"{name}.xlsx"
        book.save(path)
        return path, changes

    @staticmethod
    def truth(submission):
        """The rows of a sound submission by sheet and first cell."""
        rows = {}
        for file in submission.glob("*.csv"):
            lines = read_csv(file)
            rows[SHEETS[file.stem]] = {line[0]: dict(zip(lines[0], line)) for line in lines[1:]}
        return rows

    def pair(self, seed, rate, rows=25):
        """A submission with errors, the same without, and the register."""
        sound, register = self.generated(seed, 0, rows)
        faulty, _ = self.generated(seed, rate, rows)
        return faulty, sound, register

    def assert_sound(self, result, sound, register):
        """The same data and findings as the sound submission."""
        expected = self.convert(sound, register, output="gaaf")
        self.assertEqual(findings(result, severities=SUPPLIER), findings(expected, SHIFT, SUPPLIER))
        self.assertEqual(findings(result), findings(expected, SHIFT))
        self.assertEqual(data(result), data(expected))

    def test_mended_it_is_the_sound_submission(self):
        for seed, rate in ((11, 0.1), (12, 0.4), (13, 1)):
            with self.subTest(seed=seed, rate=rate):
                faulty, sound, register = self.pair(seed, rate)
                first = self.convert(faulty, register, output="eerst")
                self.assertTrue(findings(first, severities=SUPPLIER))
                path, changes = self.mend(first, self.truth(sound), f"verbeterd-{seed}", seed=seed)
                result = self.convert(path, register, output="daarna")
                self.assert_sound(result, sound, register)
                name, count, files, found = history(result)
                self.assertEqual(name, faulty.name)
                mark = ("Voorblad rij 2: correctie_op", faulty.name, f"{MARKED}; was leeg")
                self.assertEqual(sorted(found), sorted([mark, *changes]))
                self.assertEqual(count, len(changes), "what we filled in ourselves is no change of the supplier")
                self.assertEqual(files, self.digests(faulty))

    @staticmethod
    def digests(folder):
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}

    def with_doubles(self, submission, count, seed):
        """Some placements a second time."""
        lines = (submission / "inzet.csv").read_bytes().decode("utf-8-sig").splitlines()
        doubles = random.Random(seed).sample(lines[1:], count)
        (submission / "inzet.csv").write_bytes("\r\n".join([*lines, *doubles, ""]).encode())
        return {len(lines) + 1 + index for index in range(count)}

    def test_double_rows_are_taken_out(self):
        faulty, sound, register = self.pair(14, 0.2)
        extra = self.with_doubles(faulty, 3, 14)
        first = self.convert(faulty, register, output="eerst")
        path, changes = self.mend(first, {**self.truth(sound), "dubbel": extra}, "zonder-dubbel")
        self.assertEqual(sum(change[2] == "rij verwijderd" for change in changes), 3, "every double has a finding")
        result = self.convert(path, register, output="daarna")
        self.assert_sound(result, sound, register)
        removed = [(place, how.split(";")[0]) for place, _, how in history(result)[3] if how.startswith("rij")]
        self.assertEqual(removed, [(f"Inzet rij {row}", "rij verwijderd") for row in sorted(extra)])

    def test_a_second_round(self):
        for language in ("nl", "en"):
            with self.subTest(language=language):
                faulty, sound, register = self.pair(15, 0.5)
                first = self.convert(faulty, register, "--language", language, output=f"eerst-{language}")
                half, _ = self.mend(first, self.truth(sound), f"half-{language}", share=0.5)
                second = self.convert(half, register, "--language", language, output=f"daarna-{language}")
                left = findings(second, severities=SUPPLIER)
                self.assertTrue(left, "something is left for the second round")
                self.assertLess(len(left), len(findings(first, severities=SUPPLIER)))
                whole, changes = self.mend(second, self.truth(sound), f"heel-{language}", seed=2)
                third = self.convert(whole, register, output=f"tenslotte-{language}")
                expected = self.convert(sound, register, output="gaaf")
                self.assertEqual(findings(third), findings(expected, SHIFT))
                self.assertEqual(data(third), data(expected))
                name, count, files, found = history(third)
                self.assertEqual((name, sorted(found)), (half.stem, sorted(changes)), "the mark of the first round stays")
                self.assertEqual(list(files), [half.name])
                # The first round is told as the second report told it.
                told = [(1, place.replace(" row ", " rij "), new) for place, new, _ in history(second)[3]]
                self.assertTrue(told)
                self.assertEqual(earlier_history(third), told)

    def test_untouched_it_says_so(self):
        for example in sorted(EXAMPLES.iterdir()):
            for language in ("nl", "en"):
                with self.subTest(example=example.name, language=language):
                    first = self.convert(example, REGISTER, "--language", language, output=f"eerst-{language}")
                    path = self.folder / f"{first.name}.xlsx"
                    shutil.copy(first / "terugkoppeling.xlsx", path)
                    again = self.convert(path, REGISTER, "--language", language, output=f"daarna-{language}")
                    if example.name == "haastig-excel-2026-q2":
                        # What was masked is gone from the feedback, and a quote that was left open is closed: those rows count now.
                        for table, rows in data(first).items():
                            left = iter(data(again)[table])
                            self.assertTrue(all(row in left for row in rows), table)
                        self.assertLess(len(findings(again)), len(findings(first)))
                    else:
                        self.assertEqual(data(again), data(first))
                    name, count, files, found = history(again)
                    self.assertEqual((name, count, found), (first.name, 0, []))
                    self.assertTrue(files)

    def test_saved_by_another_program_in_between(self):
        faulty, sound, register = self.pair(16, 0.3)
        first = self.convert(faulty, register, output="eerst")
        path, changes = self.mend(first, self.truth(sound))
        for form in ("xlsx", "ods"):
            with self.subTest(form=form):
                result = self.convert(self.libreoffice(path, form), register, output=f"daarna-{form}")
                self.assert_sound(result, sound, register)
                self.assertEqual(len(history(result)[3]), len(changes) + 1)

    def in_other_orders(self, path):
        """The workbook with every table sorted and filtered, in several ways, as LibreOffice saves it."""
        targets = [path.with_name(f"{path.stem}-{turn}.{form}") for turn, form in enumerate(("xlsx", "ods", "xlsx"))]
        subprocess.run(["/usr/bin/python3", SORTING, "--save", *targets, path], check=True, timeout=600)
        return targets

    def told(self, path, register, output):
        """What comes of a corrected workbook, with rows named by what stands beside them in *Uw rij*."""
        result = self.convert(path, register, output=output)
        saved = path if path.suffix == ".xlsx" else self.libreoffice(path, "xlsx")
        labels = {sheet.title: {row[0].row: row[NUMBER - 1].value for row in sheet.iter_rows(min_row=FIRST_ROW)}
                  for sheet in load(saved) if sheet.title in SHEETS.values()}
        found = [(severity, rule, sheet, labels[sheet][row] if row else None, column)
                 for severity, rule, sheet, row, column in findings(result)]
        orders = [list(rows.values()) for rows in labels.values()]
        return {"data": data(result), "findings": sorted(found, key=str), "history": history(result)[1:],
                "said": said(result)}, orders

    def sorted_cases(self):
        """Corrected workbooks of every kind, with the register."""
        faulty, sound, register = self.pair(18, 0.5, 40)
        self.with_doubles(faulty, 4, 18)
        first = self.convert(faulty, register, output="eerst")
        path, _ = self.mend(first, self.truth(sound), "deels", share=0.6)
        book = load(path)
        sheet = book["Inzet"]
        own = headings(sheet)
        free = next(row for row in range(FIRST_ROW, sheet.max_row + 2) if not sheet.cell(row, OWN).value)
        for column, name in enumerate(own[OWN - 1:], OWN):
            sheet.cell(free, column).value = sheet.cell(FIRST_ROW, column).value
        sheet.cell(free, OWN).value = "NIEUW-1"
        sheet.cell(FIRST_ROW + 2, ANSWER).value = "Dit klopt, zie ons gesprek van mei."
        book.save(path)
        yield "half corrected, with doubles and a row of one's own", path, register
        rows = placements(6).splitlines()
        cover = COVER.splitlines()
        together = ["leverancier_kvk;leverancier_naam;periode;sjabloonversie;" + rows[0]] + [
            ";".join(cover[1].split(";")[:4]) + ";" + row for row in rows[1:]]
        together[3] = together[3].replace(";PW;", ";Wajonger;")
        alone = self.folder / "alleen.csv"
        alone.write_bytes("\r\n".join([*together, together[4], ""]).encode())
        first = self.convert(alone, output="alleen")
        path = self.folder / "alleen-terug.xlsx"
        book = load(first / "terugkoppeling.xlsx")
        book["Inzet"].cell(FIRST_ROW + 2, CORRECTION).value = "WAJ"
        book.save(path)
        yield "a cover in the same rows", path, REGISTER
        parts = openpyxl.Workbook()
        parts.active.title = "Voorblad"
        for line in cover:
            parts["Voorblad"].append(line.split(";"))
        for quarter in (1, 2):
            sheet = parts.create_sheet(f"Inzet Q{quarter}")
            sheet.append(PLACEMENT_HEADING.split(";"))
            for row in rows[1:]:
                cells = row.replace("P-", f"P-{quarter}").replace("D-", f"D-{quarter}").split(";")
                sheet.append([cell if cells[0] != "P-2003" or cell != "PW" else "Wajonger" for cell in cells])
        source = self.folder / "delen.xlsx"
        parts.save(source)
        first = self.convert(source, output="delen")
        book = load(first / "terugkoppeling.xlsx")
        labels = [book["Inzet"].cell(row, NUMBER).value for row in range(FIRST_ROW, FIRST_ROW + 12)]
        self.assertEqual(labels, [*range(2, 8), *(f"Inzet Q2: {row}" for row in range(2, 8))])
        path = self.folder / "delen-terug.xlsx"
        book["Inzet"].cell(FIRST_ROW + 8, CORRECTION).value = "WAJ"
        book["Inzet"].cell(FIRST_ROW + 1, headings(book["Inzet"]).index("uren_per_week") + 1).value = "30"
        book.save(path)
        yield "rows of two sheets", path, REGISTER

    def test_sorted_and_filtered_it_is_the_same(self):
        for name, path, register in self.sorted_cases():
            plain, order = self.told(path, register, f"ongesorteerd-{path.stem}")
            self.assertGreater(plain["history"][0], 0, name)
            self.assertTrue(plain["findings"], name)
            for turn, other in enumerate(self.in_other_orders(path)):
                with self.subTest(name=name, turn=turn):
                    again, other_order = self.told(other, register, f"gesorteerd-{path.stem}-{turn}")
                    self.assertNotEqual(order, other_order, "the file was sorted")
                    for part, value in plain.items():
                        self.assertEqual(again[part], value, part)

    def test_texts_of_all_kinds_come_back(self):
        """Marks of the form itself, blanks, line breaks and what looks like a formula or an escape."""
        texts = ["a|b\\|c\\", "|", "\\", " voor en na ", "twee  blanco's", "regel een\nregel twee\n", "tab\tin tekst",
                 "=1+1", "'=1+1", "_x000D_ en _x001F_", "é😀\u00a0hard", "<b>&amp;</b>", "1e5", "ONWAAR", "#N/B x", "leeg",
                 "verwijderen", "\x1f\x01", "0012", "01-02-2026", "\ufeffbom", "-", "kolom: waarde"]
        lines = placements(len(texts)).splitlines()
        rows = [lines[0]] + [
            line + '"' + text.replace('"', '""') + '"' for line, text in zip(lines[1:], texts)]
        first = self.convert(self.submission("teksten", inzet="\r\n".join(rows) + "\r\n"), output="eerst")
        kept = self.folder / "teksten.xlsx"
        shutil.copy(first / "terugkoppeling.xlsx", kept)
        paths = [kept]
        if office.PROGRAM:
            paths += [self.libreoffice(kept, form) for form in ("xlsx", "ods")]
        for number, path in enumerate(paths):
            with self.subTest(path=str(path.relative_to(self.folder))):
                again = self.convert(path, output=f"daarna-{number}")
                self.assertEqual(history(again)[1:2] + history(again)[3:], (0, []))
                # What no cell can hold is replaced by one mark.
                as_cells = json.loads(re.sub(r"\\u00[01][0-9a-f]", "\ufffd", json.dumps(data(first))))
                self.assertEqual(data(again), as_cells)

    def test_what_is_touched_is_told_and_nothing_else(self):
        """Odd headings, doubled columns and rows of the examples keep their places."""
        for example in sorted(EXAMPLES.iterdir()):
            with self.subTest(example=example.name):
                first = self.convert(example, output="eerst")
                book = load(first / "terugkoppeling.xlsx")
                delivered = {
                    (row[0], row[1]) for row in book["Eerste levering"].iter_rows(min_row=3, max_col=2, values_only=True)}
                dice = random.Random(8)
                expected = []
                for sheet in book.worksheets:
                    if sheet.title not in SHEETS.values():
                        continue
                    rows = [row for row in range(FIRST_ROW, sheet.max_row + 1) if not str(sheet.cell(row, NUMBER).value).startswith("nieuw")]
                    if not rows:
                        # Nothing but places to fill in.
                        continue
                    row = dice.choice(rows)
                    column = dice.randrange(OWN, sheet.max_column + 1)
                    old = sheet.cell(row, column).value
                    sheet.cell(row, column).value = "iets anders"
                    number = sheet.cell(row, NUMBER).value
                    self.assertIn((sheet.title, number), delivered)
                    expected.append((f"{sheet.title} rij {number}", "iets anders", f"{EDITED}; was {repr(old) if old else 'leeg'}"))
                path = self.folder / f"{first.name}.xlsx"
                book.save(path)
                found = history(self.convert(path, output="daarna"))[3]
                found = [(place.split(":")[0], new, how) for place, new, how in found if MARKED not in how]
                self.assertEqual(sorted(found), sorted(expected))

    def test_the_corrected_one_counts(self):
        faulty, sound, register = self.pair(17, 0.4)
        first = self.convert(faulty, register, output="postvak")
        path, _ = self.mend(first, self.truth(sound), "verbeterd")
        self.convert(path, register, output="postvak")
        expected = self.convert(sound, register, output="gaaf")
        rows = {}
        for name in ("postvak", "gaaf"):
            book = self.folder / f"{name}.xlsx"
            result = self.run_tool("consolidate", self.folder / name, "--register", register, "--output", book)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            for sheet in ("Leveranciers", "Contracten", "Doelgroepen", "Sociale inkoop", "Trend"):
                lines = list(load(book)[sheet].iter_rows(min_row=HEADING_ROW, values_only=True))
                rows[name, sheet] = [line for line in lines if any(line[1:])]
        self.assertTrue(expected.exists())
        for sheet in ("Contracten", "Doelgroepen", "Sociale inkoop"):
            self.assertEqual(rows["postvak", sheet], rows["gaaf", sheet], sheet)
        heading, line = rows["postvak", "Trend"]
        line = dict(zip(heading, line))
        self.assertEqual(line["Wat"], "◆ vervangen")
        self.assertEqual(line["Personen nu"], 25)
