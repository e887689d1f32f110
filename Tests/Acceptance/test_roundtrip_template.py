"""The template filled in with a submission's cells gives the same model and findings as the submission."""
import datetime
import re
import shutil

from roundtrip import FIRST_ROW, SHEETS, SHIFT, data, findings, headings, load, read_csv, RoundTripTest


class TemplateTest(RoundTripTest):
    def template(self, *options):
        folder = self.folder / "sjabloon"
        shutil.rmtree(folder, ignore_errors=True)
        self.assertEqual(self.run_tool("template", "--output", folder, "--quiet", *options).returncode, 0)
        return folder / "sjabloon.xlsx"

    def fill(self, path, submission, name):
        """The template with the rows of `submission`: choices by name, real dates and numbers."""
        book = load(path)
        names = {}
        for row in book["Keuzelijsten"].iter_rows(min_row=FIRST_ROW, max_col=3, values_only=True):
            names.setdefault("Lijst_" + str(row[0]).replace(" ", "_"), {})[row[1]] = row[2]
        for file in sorted(submission.glob("*.csv")):
            sheet = book[SHEETS[file.stem]]
            columns = headings(sheet)
            forms, choices = {}, {}
            for dimension in sheet.column_dimensions.values():
                for column in range(dimension.min, dimension.max + 1):
                    forms[column] = dimension.number_format
            for rule in sheet.data_validations.dataValidation:
                for area in rule.sqref.ranges:
                    for column in range(area.min_col, area.max_col + 1):
                        choices[column] = names.get(rule.formula1, {})
            sheet.delete_rows(FIRST_ROW, sheet.max_row)
            lines = read_csv(file)
            for number, line in enumerate(lines[1:], FIRST_ROW):
                for heading, text in zip(lines[0], line):
                    column = columns.index(heading) + 1
                    cell = sheet.cell(number, column)
                    cell.number_format = forms.get(column, "General")
                    cell.value = self.typed(text, cell.number_format, choices.get(column, {}))
        path = self.folder / f"{name}.xlsx"
        book.save(path)
        return path

    @staticmethod
    def typed(text, form, choices):
        """What somebody types for `text` in a cell with this number format."""
        if text in choices:
            return choices[text]
        # A serial number or a word for an error in a cell of text is what it is in a file.
        if form == "dd-mm-yyyy":
            try:
                return datetime.datetime.strptime(text, "%d-%m-%Y")
            except ValueError:
                pass
        if form in ("0.00", "General") and re.fullmatch(r"-?\d+(,\d+)?", text):
            return float(text.replace(",", "."))
        return text or None

    def assert_same(self, workbook, submission, register, hides=False):
        """The same findings and data; a sheet that the template `hides` and somebody filled all the same is told of."""
        plain = self.convert(submission, register, output="als-csv")
        filled = self.convert(workbook, register, output=f"als-{workbook.suffix[1:]}")
        found = findings(filled)
        told = [finding for finding in found if finding[1] == "BST-19"]
        self.assertEqual(bool(told), hides)
        self.assertEqual([finding for finding in found if finding not in told], findings(plain, SHIFT))
        self.assertEqual(data(filled), data(plain))

    def test_filled_in_it_is_the_same_submission(self):
        for seed, rate in ((1, 0), (2, 0.25), (3, 0.6)):
            for profile in ("volledig", "eenvoudig"):
                with self.subTest(seed=seed, rate=rate, profile=profile):
                    submission, register = self.generated(seed, rate)
                    path = self.fill(self.template("--profile", profile), submission, submission.name)
                    self.assert_same(path, submission, register, hides=profile == "eenvoudig")

    def test_prefilled_and_filled_over(self):
        submission, register = self.generated(2, 0.25)
        earlier, _ = self.generated(4, 0)
        template = self.template("--prefill", earlier, "--register", register)
        self.assertTrue(load(template)["Inzet"]["A5"].value, "something was filled in")
        self.assert_same(self.fill(template, submission, submission.name), submission, register)

    def test_saved_by_another_program_in_between(self):
        submission, register = self.generated(5, 0.25)
        path = self.fill(self.template(), submission, submission.name)
        for form in ("xlsx", "ods"):
            with self.subTest(form=form):
                self.assert_same(self.libreoffice(path, form), submission, register)
