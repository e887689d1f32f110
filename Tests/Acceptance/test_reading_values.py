"""What a cell, a heading or a cover says to a careful reader: read, or asked about; never read wrongly in silence."""
import csv
import io
import json
import shutil
import zipfile

from support import COVER, PLACEMENT, PLACEMENT_HEADING, REGISTER, ToolTest, placements

PURCHASE_HEADING = "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw;aandeel_doelgroep"
PURCHASE = "BZK-2026-0147;90000001;Voorbeeld Sociaal Werk B.V.;F-1;15-05-2026;1250,00;30"
HOURS_HEADING = "inzet_id;periode;gewerkte_uren"


def table(heading, *rows, **values):
    """A table of `heading` and `rows`; the first row with `values` in their columns, quoted where a cell needs it."""
    columns = heading.split(";")
    first = dict(zip(columns, rows[0].split(";"))) | values
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow(columns)
    writer.writerow([first[column] for column in columns])
    writer.writerows(row.split(";") for row in rows[1:])
    return written.getvalue()


class ValuesTest(ToolTest):
    """Makes one submission a case, and tells what was found and what was read."""

    def setUp(self):
        super().setUp()
        self.number = 0

    def deliver(self, **files):
        self.number += 1
        return self.submission(f"geval{self.number}", **files)

    def found(self, **files):
        return self.check(self.deliver(**files), "--register", REGISTER)

    def at(self, found, column):
        return [(f["rule"], f["severity"], f["row"]) for f in found["findings"] if f["column"] == column]

    def words(self, found, column, rule):
        return next(f"{f['message']} {f['remedy']}" for f in found["findings"] if f["column"] == column and f["rule"] == rule)

    def read(self, path, name):
        """The rows of the table `name` as they count."""
        output = self.folder / "uit"
        result = self.run_tool("convert", path, "--output", output, "--register", REGISTER, "--only", "gegevens")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return list(csv.DictReader(io.StringIO((output / path.name / "gegevens" / f"{name}.csv").read_text())))


class PeriodTest(ValuesTest):
    """The period on the cover and in uren.csv."""

    def period(self, words):
        return self.found(voorblad=COVER.replace("2026-Q2", words))

    def test_a_period_in_words_is_read(self):
        for words in (
                "april t/m juni 2026", "apr. - jun. 2026", "april, mei en juni 2026", "1 april - 30 juni 2026", "01-04 t/m 30-06-2026",
                "Q2 2026 (april-juni)", "2e kwartaal '26", "kw2 2026", "Kw. 2 2026", "2026, 2e kwartaal", "tweede kwartaal van 2026",
                "kwartaal II 2026", "2026-04 t/m 2026-06", "2026-04/2026-06", "van 1 april 2026 tot en met 30 juni 2026",
                "April through June 2026", "2nd quarter 2026"):
            found = self.period(words)
            self.assertEqual((found["period"], self.at(found, "periode")), ("2026-Q2", []), words)
        for words, period in (("heel 2026", "2026"), ("Q1 en Q2 2026", "2026-H1"), ("mei t/m juli 2026", "01-05-2026/31-07-2026"),
                              ("dec 2025 t/m feb 2026", "01-12-2025/28-02-2026"), ("2e helft 2026", "2026-H2")):
            self.assertEqual(self.period(words)["period"], period, words)

    def test_what_can_mean_two_things_is_asked(self):
        for words in ("2026-2", "2-2026", "2026/4", "2026 1"):
            found = self.period(words)
            self.assertEqual((found["period"], self.at(found, "periode")), (None, [("RAP-01", "fout", 2)]), words)
            said = self.words(found, "periode", "RAP-01")
            self.assertIn("2026-Q2", said)
            self.assertIn("2026-02", said)
        for words in ("1 april tot 1 juli 2026", "april en juni 2026", "december t/m februari 2026", "Q2 2026 (mei-juni)", "vanaf april 2026",
                      "t/m juni 2026", "2025-2026", "week 14 t/m 26 2026"):
            found = self.period(words)
            self.assertEqual((found["period"], self.at(found, "periode")), (None, [("RAP-01", "fout", 2)]), words)

    def test_one_month_of_a_column_tells_what_the_others_are(self):
        path = self.deliver(uren=table(HOURS_HEADING, "P-001;2026-4;90", "P-001;2026-5;91", "P-001;2026-6;92"))
        self.assertEqual([row["periode"] for row in self.read(path, "uren")], ["2026-04", "2026-05", "2026-06"])
        alone = self.found(uren=table(HOURS_HEADING, "P-001;2026-4;90", "P-001;2026-05;91"))
        self.assertEqual(self.at(alone, "periode"), [("RAP-01", "fout", 2)])


class LineBreakTest(ValuesTest):
    """Two values below each other in one cell are two values."""

    def test_numbers_below_each_other_are_never_one(self):
        for value in ("4\n4", "4\t4", "4\r\n4"):
            self.assertEqual(self.at(self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), uren_per_week=value)), "uren_per_week"),
                             [("BST-16", "fout", 2)], value)
        for column, value in (("bedrag_excl_btw", "100\n250"), ("bedrag_excl_btw", "1\n250"), ("aandeel_doelgroep", "3\n0")):
            found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, **{column: value}))
            self.assertIn(("BST-16", "fout", 2), self.at(found, column), value)

    def test_a_line_that_a_narrow_column_broke_is_read(self):
        path = self.deliver(
            inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), contractnummer="BZK-2026-\n0147", werkgever_kvk="1234\n5678",
                        uren_per_week="24\nuur", begindatum="1\napril 2026"))
        row = self.read(path, "inzet")[0]
        self.assertEqual([row[name] for name in ("contractnummer", "werkgever_kvk", "uren_per_week", "begindatum")],
                         ["BZK-2026-0147", "12345678", "24", "2026-04-01"])

    def test_two_references_below_each_other_are_parted(self):
        path = self.deliver(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, factuurnummer="F-1\nF-2"))
        self.assertEqual(self.read(path, "sociale_inkoop")[0]["factuurnummer"], "F-1 F-2")


class ToldTest(ValuesTest):
    """What is read with a doubt is told at its cell."""

    def test_a_question_mark_is_nothing_and_no_answer(self):
        for mark in ("?", "??", " ? "):
            path = self.deliver(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), einddatum=mark))
            self.assertEqual(self.at(self.check(path), "einddatum"), [("BST-25", "waarschuwing", 2)], mark)
            self.assertEqual([row["einddatum"] for row in self.read(path, "inzet")], [""])
        for column in ("waarvan_arbeid", "aandeel_doelgroep", "erkenning_geldig_tot"):
            heading = PURCHASE_HEADING.replace(";aandeel_doelgroep", "") + f";{column}"
            found = self.found(sociale_inkoop=table(heading, PURCHASE, **{column: "?"}))
            self.assertIn(("BST-25", "waarschuwing", 2), self.at(found, column), column)
        for word in ("n.v.t.", "loopt nog", "nog niet bekend"):
            found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), einddatum=word))
            self.assertEqual(self.at(found, "einddatum"), [], word)

    def test_decimals_that_are_rounded(self):
        for value, read in (("0,001", "0.00"), ("1.234,567", "1234.57"), ("1234,565", "1234.57"), ("1234.5678", "1234.57")):
            path = self.deliver(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, bedrag_excl_btw=value))
            self.assertIn(("BST-10", "waarschuwing", 2), self.at(self.check(path), "bedrag_excl_btw"), value)
            self.assertEqual(self.read(path, "sociale_inkoop")[0]["bedrag_excl_btw"], read)
        calculated = [PURCHASE.replace("1250,00", "333,3333333333333").replace("F-1", f"F-{number}") for number in range(3)]
        found = self.found(sociale_inkoop=table(PURCHASE_HEADING, *calculated))
        self.assertEqual([place for place in self.at(found, "bedrag_excl_btw") if place[0] == "BST-10"], [("BST-10", "signaal", None)])
        # Four decimals in each number are those of a program; one among others may be a slip.
        rows = [PURCHASE.replace("1250,00", f"{number}000,1234").replace("F-1", f"F-{number}") for number in (1, 2, 3)]
        found = self.found(sociale_inkoop=table(PURCHASE_HEADING, *rows))
        self.assertEqual([place for place in self.at(found, "bedrag_excl_btw") if place[0] == "BST-10"], [("BST-10", "signaal", None)])
        rows += [PURCHASE.replace("1250,00", f"{number}000,12").replace("F-1", f"F-{number}") for number in (4, 5, 6, 7)]
        found = self.found(sociale_inkoop=table(PURCHASE_HEADING, *rows))
        self.assertEqual(
            [place for place in self.at(found, "bedrag_excl_btw") if place[0] == "BST-10"], [("BST-10", "waarschuwing", row) for row in (2, 3, 4)])
        for value in ("1234,5600", "1234,5600000000001", "1234,5599999999999"):
            found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, bedrag_excl_btw=value))
            self.assertNotIn("BST-10", [rule for rule, *_ in self.at(found, "bedrag_excl_btw")], value)

    def test_another_day_of_the_week(self):
        # 1 April 2026 is a Wednesday.
        for day, isTold in (("wo 1 april 2026", False), ("Wednesday, 1 Apr 2026", False), ("do 1 april 2026", True), ("zondag 1-4-2026", True)):
            path = self.deliver(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), begindatum=day))
            self.assertEqual(self.at(self.check(path), "begindatum"), [("BST-11", "waarschuwing", 2)] if isTold else [], day)
            self.assertEqual(self.read(path, "inzet")[0]["begindatum"], "2026-04-01")

    def test_a_clock_of_twelve_hours_is_american(self):
        for days, told in (
                (("4/1/2026 12:00:00 AM", "4/2/2026 12:00:00 AM"), [2, 3]), (("15/4/2026 12:00:00 AM", "4/2/2026 12:00:00 AM"), []),
                (("4/1/2026 12:00", "4/2/2026 0:00"), [])):
            rows = [PLACEMENT.format(number, "").replace("01-04-2026", day) for number, day in enumerate(days, 1)]
            found = self.found(inzet=table(PLACEMENT_HEADING, *rows))
            self.assertEqual([row for rule, _, row in self.at(found, "begindatum") if rule == "BST-11"], told, days)

    def test_the_zero_of_a_spreadsheet_is_no_end(self):
        for day in ("0-1-1900", "00-01-1900", "1900-01-00"):
            found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), einddatum=day))
            self.assertEqual((self.at(found, "einddatum"), found["rows"]["set_aside"]), ([], 0), day)


class NothingTest(ValuesTest):
    """A word for nothing is no name: several people of that name would be one person."""

    def test_a_required_reference_is_asked_for(self):
        for word in ("onbekend", "nvt", "n.v.t.", "-", "?", "...", "idem", "zie boven", '"', "\u3003"):
            for column in ("deelnemercode", "inzet_id", "contractnummer"):
                found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), **{column: word}))
                self.assertEqual(self.at(found, column), [("BST-15", "fout", 2)], (column, word))
            found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, factuurnummer=word))
            self.assertEqual(self.at(found, "factuurnummer"), [("INK-02", "fout", 2)], word)

    def test_a_reference_that_looks_like_one_counts(self):
        for word in ("N-1", "idem2", "0", "NVT-01", "Geenen"):
            found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), inzet_id=word))
            self.assertEqual(self.at(found, "inzet_id"), [], word)

    def test_zeros_are_no_number_of_an_organisation(self):
        found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), werkgever_kvk="00000000"))
        self.assertEqual(self.at(found, "werkgever_kvk"), [("IDN-01", "fout", 2)])


class DoubtTest(ValuesTest):
    """A number that can be two numbers is asked about, unless its column tells which."""

    HEADING = "inzet_id;periode;gewerkte_uren"

    def hours(self, *values):
        months = ("2026-04", "2026-05", "2026-06")
        return self.deliver(uren="\r\n".join([self.HEADING, *(f"P-001;{month};{value}" for month, value in zip(months, values))]) + "\r\n")

    def test_a_comma_before_three_digits(self):
        for values, read, asked in (
                (("1,152", "96"), ["1.152", "96"], [2]), (("96", "1,152", "40.5"), ["96", "1152", "40.5"], [3]),
                (("1,152", "96,5"), ["1.152", "96.5"], []), (("1,1520", "96"), ["1.152", "96"], [])):
            path = self.hours(*values)
            found = self.check(path, "--register", REGISTER)
            self.assertEqual([row for rule, _, row in self.at(found, "gewerkte_uren") if rule == "BST-10"], asked, values)
            self.assertEqual([row["gewerkte_uren"] for row in self.read(path, "uren")], read, values)
        found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), uren_per_week="24,500"))
        self.assertEqual(self.at(found, "uren_per_week"), [], "nobody works 24,500 hours a week")

    def test_a_part_of_one_among_percentages(self):
        for value, asked in (("0,3", True), ("0.95", True), ("0,3%", False), ("0,5 procent", False), ("1", True), ("0", False), ("30", False)):
            found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, aandeel_doelgroep=value))
            self.assertEqual(("BST-10", "waarschuwing", 2) in self.at(found, "aandeel_doelgroep"), asked, value)


class DayTest(ValuesTest):
    """Days as people and programs write them."""

    def test_days_that_can_be_one_day_only(self):
        for value in ("1e april 2026", "1ste april 2026", "01042026", "April 1, 2026", "Apr 1st 2026", "apr. 1 2026"):
            path = self.deliver(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), begindatum=value))
            self.assertEqual(self.read(path, "inzet")[0]["begindatum"], "2026-04-01", value)

    def test_days_that_cannot_be_read(self):
        for value in ("1 april", "april 2026", "32042026", "April 31, 2026", "April 1", "1e-04-2026"):
            found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), begindatum=value))
            self.assertEqual(self.at(found, "begindatum"), [("BST-11", "fout", 2)], value)


class MarkTest(ValuesTest):
    """Signs for yes, and quotes around everything."""

    def test_a_tick_is_yes(self):
        for value in ("✓", "✔", "v", "☑"):
            path = self.deliver(voorblad=COVER.replace(";ja\r\n", f";{value}\r\n"))
            self.assertEqual(self.read(path, "voorblad")[0]["deelnemers_geinformeerd"], "ja", value)

    def test_a_code_with_an_empty_decimal_is_the_code(self):
        for value in ("2", "2.0", "2,0"):
            path = self.deliver(inzet=table(PLACEMENT_HEADING + ";niveau", PLACEMENT.format(1, "") + ";" + value))
            self.assertEqual(self.read(path, "inzet")[0]["niveau"], "2", value)
        found = self.found(inzet=table(PLACEMENT_HEADING + ";niveau", PLACEMENT.format(1, "") + ";2,5"))
        self.assertEqual(self.at(found, "niveau"), [("BST-17", "fout", 2)])

    def test_apostrophes_around_every_value(self):
        row = ";".join(f"'{value}'" if value else "" for value in PLACEMENT.format(1, "").split(";"))
        path = self.deliver(inzet=PLACEMENT_HEADING + "\r\n" + row + "\r\n")
        self.assertEqual([(row["contractnummer"], row["uren_per_week"]) for row in self.read(path, "inzet")], [("BZK-2026-0147", "24")])


class HeadingUnitTest(ValuesTest):
    """A unit between brackets behind a heading."""

    def test_another_unit_makes_another_column(self):
        for name, remark in (
                ("uren_per_week", "minuten"), ("uren_per_week", "fte"), ("uren_per_week", "%"), ("uren_per_week", "in dagen"),
                ("begindatum", "mm/dd/yyyy"), ("begindatum", "mm-dd-jjjj")):
            found = self.found(inzet=placements().replace(name, f"{name} ({remark})"))
            self.assertEqual(self.at(found, name), [("BST-03", "fout", None)], remark)
            said = self.words(found, name, "BST-03")
            self.assertIn(f"{name} ({remark})", said)
            self.assertIn("eenheid", said)
        for remark in ("in duizenden", "k€", "USD", "x € 1.000", "centen", "mln."):
            found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE).replace("btw;", f"btw ({remark});"))
            self.assertEqual(self.at(found, "bedrag_excl_btw"), [("BST-03", "fout", None)], remark)

    def test_the_units_of_the_columns_are_read(self):
        found = self.found(
            inzet=placements().replace("uren_per_week", "uren_per_week (uur)").replace("begindatum", "begindatum (dd/mm/yyyy)"),
            sociale_inkoop=table(PURCHASE_HEADING, PURCHASE).replace("btw;", "btw (in €);").replace("aandeel_doelgroep", "aandeel_doelgroep (%)"))
        self.assertEqual((found["rows"], [f for f in found["findings"] if f["rule"] in ("BST-03", "BST-04")]),
                         ({"read": 3, "accepted": 3, "set_aside": 0}, []))

    def test_words_that_explain_are_no_unit(self):
        for remark in ("wat u betaalde", "binnen 30 dagen", "uren maal tarief", "zonder cent te veel"):
            found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE).replace("btw;", f"btw ({remark});"))
            self.assertEqual([f for f in found["findings"] if f["rule"] in ("BST-03", "BST-04")], [], remark)


class RowTest(ValuesTest):
    """Rows that are no data, and rows whose values are not under their headings."""

    def test_the_word_for_a_total_may_stand_in_any_column(self):
        columns = PLACEMENT_HEADING.split(";")
        for column in ("verband_opdracht", "toelichting", "contractnummer"):
            cells = dict.fromkeys(columns, "") | {"uren_per_week": "48", column: "Totaal"}
            row = ";".join(cells[name] for name in columns)
            found = self.found(inzet="\r\n".join([PLACEMENT_HEADING, PLACEMENT.format(1, ""), row]) + "\r\n")
            self.assertEqual([(f["rule"], f["severity"]) for f in found["findings"] if f["row"] == 3], [("BST-06", "waarschuwing")], column)
        found = self.found(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE, partner_naam="Totaal"))
        self.assertEqual(found["rows"]["accepted"], 3, "a company may be called so")

    def test_a_comma_that_parts_columns_parts_no_number(self):
        """The last column is empty, so that no value is left over: the hours would be 24, and the link with the contract 5."""
        text = "\r\n".join(line.replace(";", ",") for line in (PLACEMENT_HEADING, PLACEMENT.format(1, "").replace("24,0", "24,5"))) + "\r\n"
        found = self.found(inzet=text)
        self.assertEqual([(f["rule"], f["severity"]) for f in found["findings"] if f["row"] == 2 and f["file"] == "inzet.csv"], [("BST-05", "fout")])
        self.assertIn("komma", next(f["remedy"] for f in found["findings"] if f["rule"] == "BST-05"))
        quoted = "\r\n".join((PLACEMENT_HEADING.replace(";", ","), PLACEMENT.format(1, "").replace("24,0", '"24.5"').replace(";", ",") + ",")) + "\r\n"
        self.assertEqual(self.read(self.deliver(inzet=quoted), "inzet")[0]["uren_per_week"], "24.5")


class DepthTest(ValuesTest):
    """A zip in a zip in a zip is opened no further, and that is what is said of it."""

    def test_the_depth_is_named(self):
        def packed(files):
            data = io.BytesIO()
            with zipfile.ZipFile(data, "w") as archive:
                for name, contents in files.items():
                    archive.writestr(name, contents)
            return data.getvalue()

        inner = packed({"voorblad.csv": COVER, "inzet.csv": placements(1)})
        path = self.folder / "pak.zip"
        path.write_bytes(packed({"binnen.zip": inner}))
        self.assertEqual(self.check(path)["rows"]["accepted"], 2)
        path.write_bytes(packed({"midden.zip": packed({"binnen.zip": inner})}))
        result = self.run_tool("check", path)
        self.assertEqual(result.returncode, 3)
        self.assertIn("binnen.zip is een zipbestand in een zipbestand", result.stderr.decode())


class NoCorrectionTest(ValuesTest):
    """A cover that says that it corrects nothing takes the place of no other report."""

    def cover(self, words):
        heading, row = COVER.splitlines()
        return f"{heading};correctie_op\r\n{row};{words}\r\n"

    def test_a_word_for_nothing_is_no_correction(self):
        for words, read in (("nee", ""), ("n.v.t.", ""), ("-", ""), ("geen", ""), ("niet van toepassing", ""), ("ja", "ja"),
                            ("2026-Q2 van 10-07-2026", "2026-Q2 van 10-07-2026")):
            path = self.deliver(voorblad=self.cover(words))
            self.assertEqual(self.read(path, "voorblad")[0]["correctie_op"], read, words)

    def test_the_report_before_it_stands(self):
        for number, (words, overlaps) in enumerate((("nee", True), ("", True), ("het vorige rapport", False))):
            output, later = self.folder / f"eerder{number}", f"later{number}"
            first = self.submission(f"eerst{number}")
            self.run_tool("convert", first, "--output", output, "--register", REGISTER)
            second = self.submission(later, voorblad=self.cover(words).replace("2026-Q2", "2026-06"), inzet=placements(2))
            result = self.run_tool("convert", second, "--output", self.folder / "nieuw", "--register", REGISTER, "--previous", output)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            found = json.loads((self.folder / "nieuw" / later / "bevindingen.json").read_text())
            self.assertEqual("RAP-04" in {f["rule"] for f in found["findings"]}, overlaps, words)


class OtherCoverTest(ValuesTest):
    """A table that names another supplier or period than the cover."""

    def rows(self, heading, *values):
        rows = [PLACEMENT.format(number, "") + ";" + value for number, value in enumerate(values, 1)]
        return self.found(inzet="\r\n".join([f"{PLACEMENT_HEADING};{heading}", *rows]) + "\r\n")

    def test_another_supplier_or_period_is_asked_about_once(self):
        for heading, values, row in (("leverancier_kvk", ("12345678", "87654321", "87654321"), 3), ("periode", ("2026-Q2", "2026-Q1"), 3),
                                     ("periode", ("2026-Q2", "2026-04", "2026"), None), ("leverancier_kvk", ("12345678", ""), None)):
            found = self.rows(heading, *values)
            told = [(f["severity"], f["row"], f["column"]) for f in found["findings"] if f["rule"] == "BST-20"]
            self.assertEqual(told, [("waarschuwing", row, heading)] if row else [], values)


class BesideTest(ValuesTest):
    """Two tables next to each other."""

    def test_a_table_beside_another_is_one_error(self):
        left, right = placements(1).splitlines(), table(PURCHASE_HEADING, PURCHASE).splitlines()
        found = self.found(inzet="\r\n".join(f"{a};;{b}" for a, b in zip(left, right)) + "\r\n")
        told = [(f["rule"], f["severity"]) for f in found["findings"] if f["rule"] in ("BST-03", "BST-04")]
        self.assertEqual(told, [("BST-04", "fout")])
        self.assertIn("eigen blad", next(f["remedy"] for f in found["findings"] if f["rule"] == "BST-04"))

    def test_some_columns_of_another_table_are_unknown_columns(self):
        found = self.found(inzet="\r\n".join(f"{a};{b}" for a, b in zip(
            placements(1).splitlines(), ("partner_naam;factuurnummer;factuurdatum", "Voorbeeld B.V.;F-1;15-05-2026"))) + "\r\n")
        self.assertEqual({f["severity"] for f in found["findings"] if f["rule"] == "BST-04"}, {"waarschuwing"})


class EmptyFileTest(ValuesTest):
    """A file without anything in it was meant to hold something."""

    def test_an_empty_file_is_named(self):
        for data in (b"", b"\xef\xbb\xbf", b"\r\n  \r\n"):
            found = self.found(uren=data)
            self.assertEqual([(f["rule"], f["severity"], "leeg" in f["message"]) for f in found["findings"] if f["file"] == "uren.csv"],
                             [("BST-19", "waarschuwing", True)], data)
        headed = self.found(uren=HOURS_HEADING + "\r\n")
        self.assertEqual([f for f in headed["findings"] if f["file"] == "uren.csv"], [])


class CoverTotalTest(ValuesTest):
    """A total on the cover is compared in its own unit."""

    def total(self, heading, value):
        heading_row, row = COVER.splitlines()
        found = self.found(voorblad=f"{heading_row};{heading}\r\n{row};{value}\r\n", inzet=table(
            PLACEMENT_HEADING + ";gewerkte_uren", PLACEMENT.format(1, "") + ";312"), sociale_inkoop=table(PURCHASE_HEADING, PURCHASE))
        return [f["rule"] for f in found["findings"] if f["column"] == heading and f["rule"] == "WRD-10"]

    def test_another_unit_does_not_fit(self):
        for heading, value in (("totaal_uren", "312%"), ("totaal_uren", "€ 312"), ("totaal_uren", "312 dagen"), ("totaal_inkoop", "1250%"),
                               ("totaal_inkoop", "1250 uur"), ("aantal_deelnemers", "1 uur"), ("aantal_deelnemers", "1%")):
            self.assertEqual(self.total(heading, value), ["WRD-10"], value)

    def test_its_own_unit_does(self):
        for heading, value in (("totaal_uren", "312"), ("totaal_uren", "312 uur"), ("totaal_inkoop", "€ 1.250,-"), ("aantal_deelnemers", "1 deelnemer"),
                               ("totaal_uren", "zie bijlage")):
            self.assertEqual(self.total(heading, value), [], value)


class YearTest(ValuesTest):
    """A slip in the year of a date, in any column."""

    TABLES = {
        "inzet": (PLACEMENT_HEADING, PLACEMENT.format(1, ""), {"einddatum": "30-06-2062"}),
        "sociale_inkoop": (PURCHASE_HEADING + ";aandeel_peildatum;erkenning_geldig_tot", PURCHASE + ";01-01-2026;31-12-2027",
                           {"aandeel_peildatum": "01-01-2062", "erkenning_geldig_tot": "31-12-2072"}),
        "gesprekken": ("contractnummer;datum;fase", "BZK-2026-0147;12-06-2025;marktconsultatie", {"datum": "12-06-2052"}),
        "afspraken": ("afspraak_id;contractnummer;doel;eigenaar;streefdatum;status", "A-1;BZK-2026-0147;Een plek;rijk;30-09-2026;loopt",
                      {"streefdatum": "30-09-2062"}),
        "voorbeelden": ("contractnummer;titel;verhaal;deelbaar;toestemming_datum", "BZK-2026-0147;Een plek;Iemand begon.;ja;01-06-2026",
                        {"toestemming_datum": "01-06-2062"}),
        "leerplekken": ("richting;soort_plek;vak;regio;van;tot;aantal;contact", "aanbod;leerplek;logistiek;Haaglanden;01-09-2026;31-08-2027;2;a@b.example",
                        {"van": "01-09-1926", "tot": "31-08-2072"}),
    }

    def test_each_column_is_asked_about(self):
        for name, (heading, row, slips) in self.TABLES.items():
            for column, value in slips.items():
                found = self.found(**{name: table(heading, row, **{column: value})})
                self.assertEqual([each for each in self.at(found, column) if each[0] == "BST-24"], [("BST-24", "waarschuwing", 2)], (name, column))
            self.assertEqual([f for f in self.found(**{name: table(heading, row)})["findings"] if f["rule"] == "BST-24"], [], name)

    def test_a_date_with_a_rule_of_its_own_is_said_once(self):
        for column, value, rule in (("begindatum", "01-04-1926", "INZ-04"), ("begindatum", "01-04-62", "BST-11")):
            found = self.found(inzet=table(PLACEMENT_HEADING, PLACEMENT.format(1, ""), **{column: value}))
            rules = {each[0] for each in self.at(found, column)}
            self.assertIn(rule, rules)
            self.assertNotIn("BST-24", rules)


class CountTest(ValuesTest):
    """A number with what it counts behind it, in a column whose unit stands beside it."""

    HEADING = "afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;status"
    ROW = "A-1;BZK-2026-0147;Een plek;rijk;4;plekken;loopt"

    def test_a_word_that_the_unit_bears_out_is_read(self):
        for value, unit in (("4 plekken", "plekken"), ("4 leerplekken", "plaatsen"), ("4 personen", "mensen"), ("4 bushaltes", "bushaltes"), ("4 fte", "")):
            path = self.deliver(afspraken=table(self.HEADING, self.ROW, aantal=value, eenheid=unit))
            self.assertEqual([row["aantal"] for row in self.read(path, "afspraken")], ["4"], (value, unit))

    def test_another_word_or_sign_is_an_error(self):
        for value in ("4 personen", "4 uur", "4 bushaltes", "50%", "\u20ac 4", "4 plekken of meer"):
            found = self.found(afspraken=table(self.HEADING, self.ROW, aantal=value))
            self.assertEqual(self.at(found, "aantal"), [("BST-16", "fout", 2)], value)


class NoTextTest(ValuesTest):
    """A word for nothing in a required text."""

    TABLES = {
        "doel": ("afspraken", CountTest.HEADING, CountTest.ROW),
        "omschrijving": ("knelpunten", "contractnummer;soort;omschrijving", "BZK-2026-0147;overig;Te weinig plek"),
        "wat_geleerd": ("leerpunten", "contractnummer;wat_geleerd", "BZK-2026-0147;Eerder bellen"),
    }

    def test_it_is_nothing_filled_in(self):
        for column, (name, heading, row) in self.TABLES.items():
            for word in ("-", "...", "?", "n.v.t.", "NVT", "onbekend", "x", "idem", "zie boven", "geen"):
                self.assertEqual(self.at(self.found(**{name: table(heading, row, **{column: word})}), column), [("BST-15", "fout", 2)], (column, word))
            for words in ("Geen uitval", "Xenos", "N.B.A.", "Onbekend maakt onbemind", "3"):
                self.assertEqual(self.at(self.found(**{name: table(heading, row, **{column: words})}), column), [], (column, words))


class PeriodsBesideTest(ValuesTest):
    """Months, quarters or weeks beside each other instead of below each other."""

    def test_they_are_one_error_that_says_what_to_do(self):
        for heading in ("januari;februari;maart", "apr-26;mei-26;jun-26", "2026-04;2026-05;2026-06", "Q1;Q2;Q3", "week 14;week 15;week 16",
                        "uren april;uren mei;uren juni", "01-04-2026;01-05-2026;01-06-2026"):
            found = self.found(uren=f"inzet_id;{heading}\r\nP-001;90;80;70\r\n")
            told = [(f["rule"], f["severity"]) for f in found["findings"] if f["file"] == "uren.csv"]
            self.assertEqual(told, [("BST-03", "fout")], heading)
            self.assertIn("eigen rij", self.words(found, "periode", "BST-03"))
            self.assertIn(heading.split(";")[0], self.words(found, "periode", "BST-03"))

    def test_beside_a_whole_table_they_are_one_question(self):
        heading, *rows = placements(2).splitlines()
        text = "\r\n".join([f"{heading};april;mei;juni", *(f"{row};90;80;70" for row in rows)]) + "\r\n"
        found = self.found(inzet=text)
        told = [(f["rule"], f["severity"], f["column"]) for f in found["findings"] if f["rule"] in ("BST-03", "BST-04")]
        self.assertEqual((told, found["rows"]["accepted"]), ([("BST-04", "waarschuwing", "april")], 3))

    def test_one_month_is_an_unknown_column(self):
        heading, *rows = placements(1).splitlines()
        found = self.found(inzet="\r\n".join([f"{heading};april;afdeling", *(f"{row};90;Noord" for row in rows)]) + "\r\n")
        self.assertEqual([f["column"] for f in found["findings"] if f["rule"] == "BST-04"], ["april", "afdeling"])


class RegisterTest(ValuesTest):
    """What cannot be read of the partners that a report is about is told to whoever keeps the register."""

    def test_a_partner_that_cannot_be_read_is_told(self):
        for name, column, value, rule in (
                ("partners", "aandeel_doelgroep", "veel", "BST-16"), ("partners", "aandeel_doelgroep", "0,415", "BST-10"),
                ("partners", "aandeel_peildatum", "begin 2026", "BST-11"), ("onderaannemers", "kvk", "onbekend", "IDN-01")):
            register = self.folder / f"register-{column}-{rule}"
            shutil.copytree(REGISTER, register)
            path = register / f"{name}.csv"
            rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
            rows[1][rows[0].index(column)] = value
            path.write_text("\r\n".join(";".join(row) for row in rows) + "\r\n")
            found = self.check(self.deliver(sociale_inkoop=table(PURCHASE_HEADING, PURCHASE)), "--register", register)
            told = [(f["rule"], f["row"], f["column"]) for f in found["findings"] if f["file"] == f"{name}.csv"]
            self.assertIn((rule, 2, column), told, value)

    def register(self, number, **files):
        register = self.folder / f"register{number}"
        shutil.copytree(REGISTER, register)
        for name, text in files.items():
            (register / name.replace("__", ".")).write_text(text)
        return register

    def test_what_holds_for_all_is_looked_at(self):
        heading = "contractnummer;sleutel;waarde;geldig_vanaf;geldig_tot"
        for number, (row, rule, column) in enumerate((
                (";ongebruikelijke_weekuren;twintig;;", "BST-16", "waarde"), (";ongebruikelijke_weekuren;20 uur;;", "BST-16", "waarde"),
                (";ongebruikelijke_weekuren;20;begin 2027;", "BST-11", "geldig_vanaf"), (";ongebruikelijke_weekuren;20;01-07-2026;01-01-2026", "CTR-15", "geldig_tot"),
                (";ongebruikelijke_weekuren;20;01-01-2062;", "BST-24", "geldig_vanaf"),
                (";ongebruikelijke_weekuren;20%;;", "CTR-15", "sleutel"), (";ongebruikelijke_weekuren;€ 20;;", "CTR-15", "sleutel"),
                ("bzk 2026 0147;ongebruikelijke_weekuren;20;;", "CTR-15", "sleutel"))):
            found = self.check(self.deliver(), "--register", self.register(f"i{number}", instellingen__csv=f"{heading}\r\n{row}\r\n"))
            told = [(f["rule"], f["column"]) for f in found["findings"] if f["file"] == "instellingen.csv"]
            self.assertEqual(told, [(rule, column)], row)
            # None of these holds: 24 hours a week would be more than 20.
            self.assertNotIn("INZ-06", {f["rule"] for f in found["findings"]}, row)

    def test_a_file_that_is_not_read_is_named(self):
        for number, (name, table) in enumerate((("instellingen.xlsx", "instellingen.csv"), ("leveranciers oud.csv", "leveranciers.csv"), ("contracten (1).csv", "contracten.csv"))):
            found = self.check(self.deliver(), "--register", self.register(f"n{number}", **{name.replace(".", "__"): "x"}))
            told = [(f["rule"], f["severity"], f["file"]) for f in found["findings"] if name in f["message"]]
            self.assertEqual(told, [("CTR-16", "signaal", table)], name)
        found = self.check(self.deliver(), "--register", self.register("r", LEESMIJ__txt="Beste collega"))
        self.assertEqual([f for f in found["findings"] if "LEESMIJ" in f["message"]], [])

    def test_a_table_in_a_folder_of_the_register_is_named_where_the_register_lacks_it(self):
        """`verplichtingen.csv` in a folder was left out without a word, and with it every goal. A copy of before is no matter."""
        register = self.register("m")
        for folder in ("2026", "oud"):
            (register / folder).mkdir()
        (register / "verplichtingen.csv").rename(register / "2026" / "verplichtingen.csv")
        (register / "oud" / "contracten.csv").write_text("contractnummer\r\n")
        found = self.check(self.deliver(), "--register", register)
        told = [(f["rule"], f["severity"], f["message"]) for f in found["findings"] if f["rule"] == "CTR-16"]
        self.assertEqual(told, [("CTR-16", "signaal", "Het bestand 2026/verplichtingen.csv in het register is niet gelezen.")])

    def test_a_full_week_that_is_none_is_not_calculated_with(self):
        """A comma that went astray and hours of a month changed every fte of the contract, without a word to the register's keeper."""
        text = (REGISTER / "verplichtingen.csv").read_text("utf-8-sig")
        for number, hours in enumerate(("3,6", "156")):
            register = self.register(f"w{number}", verplichtingen__csv=text.replace(";12;36;", f";12;{hours};"))
            found = self.check(self.deliver(), "--register", register)["findings"]
            told = [(f["rule"], f["column"]) for f in found if f["file"] == "verplichtingen.csv" and f["row"] == 2]
            self.assertIn(("BST-21", "voltijd_uren"), told, hours)

    def test_a_look_back_that_cannot_be_read_is_not_tested(self):
        """It counted as no look-back at all, and a placement of before the contract was asked about."""
        text = (REGISTER / "verplichtingen.csv").read_text("utf-8-sig")
        heading, first, *rest = text.splitlines()
        row = dict(zip(heading.split(";"), first.split(";")))
        row.update(terugkijkmaanden="een jaar", tabel_id="", rekenmethode="")
        register = self.register("t", verplichtingen__csv="\r\n".join([heading, ";".join(row.values()), *rest]) + "\r\n")
        early = self.deliver()
        (early / "inzet.csv").write_text((early / "inzet.csv").read_text().replace("01-04-2026", "28-02-2025"))
        found = self.check(early, "--register", register)
        self.assertNotIn("INZ-04", {f["rule"] for f in found["findings"]})
        lacking = [n for n in found["not_evaluated"] if n["rule"] == "INZ-04"]
        self.assertIn("terugkijkmaanden in verplichtingen.csv niet te lezen", lacking[0]["reason"])
        self.assertIn(("BST-16", "terugkijkmaanden"), {(f["rule"], f["column"]) for f in found["findings"]})

    def test_a_column_that_a_register_lacks_is_added_there(self):
        found = self.check(self.deliver(), "--register", self.register("c", instellingen__csv="sleutel\r\nongebruikelijke_weekuren\r\n"))
        said = next(f["remedy"] for f in found["findings"] if f["rule"] == "BST-03")
        self.assertIn("instellingen.csv van het register", said)


if __name__ == "__main__":
    import unittest
    unittest.main()
