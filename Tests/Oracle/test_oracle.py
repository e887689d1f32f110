"""The recalculation against examples worked out by hand, and the command against the recalculation on a small sample."""
import contextlib
import datetime
import io
import os
import pathlib
import tempfile
import unittest

import make_cases
from compare import CONTRACT_FIELDS, PLACEMENT_FIELDS, Comparison
from oracle import ROOT, Recalculation, Span, last_of_duration, months_on, period, person_days

TOOL = os.environ.get("MAATWERK", ROOT / ".build" / "release" / "maatwerk")
TABLE = [
    {"soort_regel": "tabel", "naam": "Toets", "geldig_vanaf": "01-01-2020", "volledigheid": "volledig", "voltijd_uren": "36"},
    {"soort_regel": "blok", "blok_code": "PW", "invoertabel": "inzet", "doelgroep": "PW", "waarde": "36500", "eenheid": "jaar"},
    {"soort_regel": "blok", "blok_code": "WW", "invoertabel": "inzet", "doelgroep": "WW", "waarde": "36500", "eenheid": "jaar", "meetelduur": "6"},
    {"soort_regel": "blok", "blok_code": "WIA", "invoertabel": "inzet", "doelgroep": "WIA", "waarde": "10", "eenheid": "uur"},
    {"soort_regel": "blok", "blok_code": "OVG", "invoertabel": "inzet", "doelgroep": "OVG", "voorwaarde": "verklaring=in_overleg", "waarde": "36500",
     "eenheid": "jaar"},
    {"soort_regel": "blok", "blok_code": "ACT", "invoertabel": "activiteiten", "waarde": "100", "eenheid": "uur", "max_per_periode": "500 per dag"},
    {"soort_regel": "blok", "blok_code": "INK", "invoertabel": "sociale_inkoop", "eenheid": "factuur", "voorwaarde": "bedrag=waarvan_arbeid"},
    {"soort_regel": "bonus", "bonus_code": "VAST", "invoertabel": "inzet", "voorwaarde": "contractvorm=onbepaald", "bonus_waarde": "1000",
     "naar_rato": "eenmalig", "stapelbaar": "ja"}]


def day(text):
    return datetime.date.fromisoformat(text)


def recalculated(placements=(), obligation=None, hours=(), activities=(), purchases=(), period="2026", begin="01-01-2026", end="31-12-2029", readings=None, recognition=None):
    """The first placement and the contract of a submission under one contract."""
    case = make_cases.Case.__new__(make_cases.Case)
    case.own_tables = {"TOETS": [row | {"tabel_id": "TOETS"} for row in TABLE]}
    case.contracts = [{"contractnummer": "C", "leverancier_kvk": make_cases.SUPPLIER, "ingangsdatum": begin, "einddatum": end}]
    case.obligations = [{"contractnummer": "C", "tabel_id": "TOETS", "rekenmethode": "contract", "status": "in_uitvoering"} | (obligation or {})]
    case.placements = [
        {"inzet_id": f"P{number}", "contractnummer": "C", "deelnemercode": f"D{number}", "doelgroep": "PW", "begindatum": "01-01-2026",
         "uren_per_week": "36", "contractvorm": "bepaald", "soort_inzet": "dienstverband"} | row for number, row in enumerate(placements, 1)]
    case.hours = [{"inzet_id": "P1", "periode": month, "gewerkte_uren": amount} for month, amount in hours]
    case.activities = [{"contractnummer": "C", "soort": "gastles", "datum": "05-03-2026"} | row for row in activities]
    case.purchases = [{"contractnummer": "C", "partner_kvk": "90000008", "factuurnummer": "F", "factuurdatum": "05-03-2026"} | row for row in purchases]
    case.period_text, case.period = period, make_cases.period(period)
    case.recognition = recognition or {}
    with tempfile.TemporaryDirectory() as folder:
        case.write(pathlib.Path(folder))
        result = Recalculation(pathlib.Path(folder) / "submission", pathlib.Path(folder) / "register", **(readings or {}))
    return result.placements[0].record() if result.placements else None, result.contracts[0]


class Days(unittest.TestCase):
    def test_durations(self):
        for first, months, last in [
                ("2026-01-01", 12, "2026-12-31"), ("2026-02-15", 1, "2026-03-14"), ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"),
                ("2023-08-30", 6, "2024-02-29"), ("2023-08-29", 6, "2024-02-28"), ("2025-08-28", 6, "2026-02-27"), ("2025-10-31", 6, "2026-04-30"),
                ("2025-09-30", 6, "2026-03-29"), ("2024-02-29", 12, "2025-02-28"), ("2026-03-01", 12, "2027-02-28"), ("2027-03-01", 12, "2028-02-29")]:
            with self.subTest(first=first, months=months):
                self.assertEqual(last_of_duration(day(first), months), day(last))

    def test_months_back(self):
        self.assertEqual(months_on(day("2026-05-31"), -3), day("2026-02-28"))
        self.assertEqual(months_on(day("2026-01-15"), -12), day("2025-01-15"))

    def test_periods(self):
        for text, first, last in [
                ("2024", "2024-01-01", "2024-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"), ("2026-Q1", "2026-01-01", "2026-03-31"),
                ("2024-02", "2024-02-01", "2024-02-29"), ("01-04-2026/30-06-2026", "2026-04-01", "2026-06-30")]:
            with self.subTest(text):
                self.assertEqual(period(text), Span(day(first), day(last)))


class Placements(unittest.TestCase):
    def check(self, expected, **case):
        row, contract = recalculated(**case)
        for name, value in expected.items():
            self.assertEqual((row if name in (row or {}) else contract)[name], value, (name, row, contract))

    def test_by_hand(self):
        ten = {"einddatum": "10-01-2026"}
        worked = {"rekenmethode": "gewerkte_uren"}
        for name, case, expected in [
            ("ten days", {"placements": [ten]}, {"dagen": "10", "waarde_berekend": "1000.00", "fte": "1"}),
            ("half time", {"placements": [ten | {"uren_per_week": "18"}]}, {"fte": "0.5", "waarde_berekend": "500.00"}),
            ("above full time", {"placements": [ten | {"uren_per_week": "40"}]}, {"fte": "1", "waarde_berekend": "1000.00"}),
            ("a leap year is one year", {"placements": [{}], "period": "2028"}, {"dagen": "366", "waarde_berekend": "36500.00"}),
            ("days of two years", {"placements": [{"einddatum": "10-01-2028"}], "period": "22-12-2027/31-01-2028"},
             {"dagen": "20", "waarde_berekend": "1997.27"}),
            ("24 hours for six months, 36", {"placements": [{"uren_per_week": "24"}], "period": "2026-H1", "obligation": {"jaarbasis": "maanden"}},
             {"waarde_berekend": "12166.67"}),
            ("weeks", {"placements": [{"einddatum": "07-01-2026"}], "obligation": {"jaarbasis": "weken"}}, {"waarde_berekend": "701.92"}),
            ("a year of weeks", {"placements": [{}], "obligation": {"jaarbasis": "weken"}}, {"waarde_berekend": "36500.00"}),
            ("31-08 plus six months", {"placements": [{"doelgroep": "WW", "begindatum": "31-08-2025"}], "begin": "01-01-2025"},
             {"dagen": "59", "waarde_berekend": "5900.00"}),
            ("the obligation's duration goes first", {"placements": [{"doelgroep": "WW"}], "obligation": {"meetelduur": "1"}}, {"dagen": "31"}),
            ("began too early", {"placements": [{"begindatum": "30-09-2025"}], "obligation": {"terugkijkmaanden": "3"}},
             {"dagen": "0", "waarde_berekend": "0.00", "persons": 0, "places": 0}),
            ("began within the look-back", {"placements": [{"begindatum": "01-10-2025"}], "obligation": {"terugkijkmaanden": "3"}}, {"dagen": "365"}),
            ("days before the contract", {"placements": [{"begindatum": "01-03-2026"}], "begin": "01-04-2026", "obligation": {"terugkijkmaanden": "3"}},
             {"dagen": "275"}),
            ("days before the contract that count",
             {"placements": [{"begindatum": "01-03-2026"}], "begin": "01-04-2026", "obligation": {"terugkijkmaanden": "3", "telt_vanaf": "begindatum"}},
             {"dagen": "306"}),
            ("too few hours", {"placements": [ten], "obligation": {"min_uren": "36,5"}}, {"dagen": "10", "waarde_berekend": "0.00"}),
            ("worked hours", {"placements": [{"gewerkte_uren": "187,2"}], "obligation": worked}, {"waarde_berekend": "3650.00", "hours": 187.2}),
            ("no more than full time", {"placements": [{"gewerkte_uren": "4000"}], "obligation": worked}, {"waarde_berekend": "36500.00", "hours": 1872.0}),
            ("max_fte", {"placements": [{"gewerkte_uren": "4000"}], "obligation": worked | {"max_fte": "1,5"}}, {"waarde_berekend": "54750.00"}),
            ("no hours", {"placements": [{}], "obligation": worked}, {"waarde_berekend": "", "value": None, "hours": None}),
            ("no hours, no day", {"placements": [{"einddatum": "31-12-2025", "begindatum": "01-12-2025"}], "obligation": worked},
             {"waarde_berekend": "0.00", "value": 0.0}),
            ("months within the duration", {"placements": [{"doelgroep": "WIA"}], "obligation": {"meetelduur": "2"},
                                            "hours": [("2025-12", "100"), ("2026-01", "100"), ("2026-02", "50"), ("2026-03", "25")]},
             {"waarde_berekend": "1500.00", "hours": 150.0}),
            ("a month twice, a month of a quarter", {"placements": [{"doelgroep": "WIA"}],
                                                     "hours": [("2026-01", "100"), ("2026-01", "90"), ("2026-Q1", "300"), ("2026-02", "50")]},
             {"hours": 150.0}),
            ("begins in mid-month", {"placements": [{"doelgroep": "WIA", "begindatum": "02-01-2026"}], "hours": [("2026-01", "100"), ("2026-02", "50")]},
             {"hours": 150.0}),
            ("begins in mid-month, read by its first day", {"placements": [{"doelgroep": "WIA", "begindatum": "02-01-2026"}],
                                                            "hours": [("2026-01", "100"), ("2026-02", "50")],
                                                            "readings": {"hours": "first_day"}}, {"hours": 50.0}),
            ("begins in mid-month, read as work", {"placements": [{"doelgroep": "WIA", "begindatum": "02-01-2026"}],
                                                   "hours": [("2026-01", "100"), ("2026-02", "50")], "readings": {"hours": "worked"}}, {"hours": 150.0}),
            ("hours of another period only", {"placements": [{"doelgroep": "WIA"}], "hours": [("2025-12", "100")]}, {"waarde_berekend": "", "hours": None}),
            ("hours after the duration only", {"placements": [{"doelgroep": "WIA"}], "obligation": {"meetelduur": "2"}, "hours": [("2026-05", "100")]},
             {"waarde_berekend": "0.00", "hours": 0.0}),
            ("a bonus once", {"placements": [ten | {"bonussen": "VAST", "contractvorm": "onbepaald"}]}, {"waarde_berekend": "2000.00"}),
            ("a bonus that was paid", {"placements": [{"bonussen": "VAST", "contractvorm": "onbepaald"}], "period": "2026-Q2"},
             {"waarde_berekend": "9100.00"}),
            ("in consultation", {"placements": [ten | {"doelgroep": "OVG"}]}, {"waarde_berekend": "0.00", "in_consultation": 1000.0, "value": 0.0}),
            ("no table", {"placements": [ten], "obligation": {"tabel_id": "", "rekenmethode": ""}},
             {"waarde_berekend": "", "value": None, "persons": 1, "fte_average": None, "dagen": "10"}),
            ("rounded at the total", {"placements": [ten | {"uren_per_week": "24"}] * 3, "obligation": {"afronding": "per_totaal"}}, {"value": 2000.0}),
            ("rounded by row", {"placements": [ten | {"uren_per_week": "24"}] * 3}, {"value": 2000.01}),
            ("whole euros", {"placements": [ten | {"uren_per_week": "24"}] * 3, "obligation": {"afronding": "hele_euro"}}, {"value": 2001.0}),
        ]:
            with self.subTest(name):
                self.check(expected, **case)

    def test_people(self):
        first = {"deelnemercode": "D", "einddatum": "30-06-2026", "uren_per_week": "27"}
        second = {"deelnemercode": "D", "begindatum": "01-07-2026", "uren_per_week": "18"}
        for name, placements, expected in [
            ("one after the other", [first, second], {"persons": 1, "places": 2, "fte_average": 0.624, "fte_last_day": 0.5}),
            ("at the same time", [first, second | {"begindatum": "01-01-2026"}], {"persons": 1, "fte_average": 0.7479, "fte_last_day": 0.5}),
            ("two people", [first, second | {"deelnemercode": "E"}], {"persons": 2, "places": 2, "fte_average": 0.624}),
            ("nobody yet", [first | {"begindatum": "01-01-2027", "einddatum": ""}], {"persons": 0, "places": 0, "fte_average": 0.0, "fte_last_day": 0.0}),
        ]:
            with self.subTest(name):
                self.check(expected, placements=placements)

    def test_activities_and_purchases(self):
        yes = {"uren": "2", "goedgekeurd_door_opdrachtgever": "ja"}
        for name, case, value in [
            ("two hours", {"activities": [yes]}, 200.0), ("not approved", {"activities": [yes | {"goedgekeurd_door_opdrachtgever": "nee"}]}, 0.0),
            ("no hours worked", {"activities": [yes | {"uren": "0"}]}, 0.0), ("hours not known", {"activities": [yes | {"uren": ""}]}, None),
            ("outside the period", {"activities": [yes | {"datum": "31-12-2025"}]}, 0.0),
            ("outside the contract", {"activities": [yes], "begin": "06-03-2026"}, 0.0),
            ("the most for a day", {"activities": [yes | {"uren": "4"}, yes | {"soort": "coaching"}]}, 500.0),
            ("labour only", {"purchases": [{"bedrag_excl_btw": "900", "waarvan_arbeid": "400"}]}, 400.0),
            ("labour not known", {"purchases": [{"bedrag_excl_btw": "900"}], "activities": [yes]}, 200.0),
            ("an invoice of last year", {"purchases": [{"bedrag_excl_btw": "900", "waarvan_arbeid": "400", "factuurdatum": "31-12-2025"}]}, 0.0),
        ]:
            with self.subTest(name):
                self.check({"value": value}, **case)

    def test_goals(self):
        for name, obligation, expected in [
            ("euro", {"verplichting_bedrag": "5000,00"}, {"agreed": 5000.0, "unit": "euro", "realised": 1000.0}),
            ("percentage", {"percentage": "5,0", "grondslag_bedrag": "100000", "maximum": "4000"}, {"agreed": 4000.0, "unit": "euro"}),
            ("average", {"doel_aantal": "2", "doel_eenheid": "fte"}, {"agreed": 2.0, "unit": "fte", "realised": 0.0274}),
            ("last day", {"doel_aantal": "2", "doel_eenheid": "fte", "fte_maat": "laatste_dag"}, {"realised": 0.0}),
            ("places", {"doel_aantal": "2", "doel_eenheid": "plekken"}, {"realised": 1.0}),
        ]:
            with self.subTest(name):
                self.check(expected, placements=[{"einddatum": "10-01-2026"}], obligation=obligation)

    def test_discounts(self):
        # 5% of 1,500,000.05 is 75,000.00; at most 70,000.01; less 7.5% is 64,750.00925.
        obligation = {"percentage": "5,0", "grondslag_bedrag": "1500000,05", "maximum": "70000,01", "pso_korting": "7,5"}
        for name, recognition, agreed in [
            ("no certificate", {}, 70000.01), ("valid", {"erkenning": "pso30", "erkenning_geldig_tot": "31-12-2026"}, 64750.01),
            ("ended the day before", {"erkenning": "pso30", "erkenning_geldig_tot": "30-12-2026"}, 70000.01),
            ("another mark", {"erkenning": "code_so", "erkenning_geldig_tot": "31-12-2035"}, 70000.01),
            ("without a day", {"erkenning": "pso_trede"}, 70000.01),
        ]:
            with self.subTest(name):
                self.check({"agreed": agreed}, placements=[{"einddatum": "10-01-2026"}], obligation=obligation, recognition=recognition)

    def test_full_time_days_of_nobody(self):
        self.assertEqual(person_days([], Span(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))), 0)


class Sample(unittest.TestCase):
    """Cases made from a seed."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="maatwerk-oracle-")
        cls.addClassCleanup(folder.cleanup)
        cls.cases = make_cases.make(folder.name, 2026, 300, size=75)

    def test_the_same_seed_gives_the_same_cases(self):
        with tempfile.TemporaryDirectory() as folder:
            again = make_cases.make(folder, 2026, 75, size=75)[0]
            for path in sorted(again.rglob("*.csv")):
                self.assertEqual(path.read_bytes(), (self.cases[0] / path.relative_to(again)).read_bytes(), path.name)

    def test_a_cent_is_seen(self):
        case = self.cases[0]
        mine = Recalculation(case / "submission", case / "register")
        rows = [placement.record() | {"uitleg": ""} for placement in mine.placements]
        valued = next(row for row in rows if row["waarde_berekend"] not in ("", "0.00"))
        figures = [dict(contract) for contract in mine.contracts]
        counted = next(figure for figure in figures if figure["fte_average"])
        for change, differences in (({}, 0), ({"waarde_berekend": f"{float(valued['waarde_berekend']) + 0.01:.2f}"}, 1), ({"inzet_id": "other"}, 2)):
            comparison = Comparison(TOOL, {*PLACEMENT_FIELDS, *CONTRACT_FIELDS}, {})
            with contextlib.redirect_stdout(io.StringIO()):
                comparison.placements("case", [row | change if row is valued else row for row in rows], mine)
                comparison.contracts("case", figures, mine)
            self.assertEqual(comparison.differences, differences, change)
        for name in ("fte_average", "persons"):
            comparison = Comparison(TOOL, {*PLACEMENT_FIELDS, *CONTRACT_FIELDS}, {})
            with contextlib.redirect_stdout(io.StringIO()):
                comparison.contracts("case", [each | {name: each[name] + 0.0001} if each is counted else each for each in figures], mine)
            self.assertEqual(comparison.by_field[name], 1, name)

    def test_the_command_agrees(self):
        comparison = Comparison(TOOL, {*PLACEMENT_FIELDS, *CONTRACT_FIELDS}, {}, limit=3)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            for case in self.cases:
                comparison.case(case / "submission", case / "register")
        self.assertGreaterEqual(comparison.rows["placements"], 300)
        self.assertEqual(comparison.differences, 0, f"{dict(comparison.by_field)}\n{printed.getvalue()}")


if __name__ == "__main__":
    unittest.main()
