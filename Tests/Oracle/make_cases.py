#!/usr/bin/env python3
"""Makes registers and submissions for the recalculation, the same for the same seed. See README.md.

    make_cases.py OUT [--seed N] [--placements N]

writes OUT/0001/register and OUT/0001/submission, and so on. Every row is well-formed: what is wrong in a row is for other tests.
"""
import argparse
import calendar
import csv
import datetime
import pathlib
import random

from oracle import BUILT_IN, ONE_DAY, Span, ValuationTable, months_on, period

SUPPLIER = "12345678"
ROWS_IN_A_CASE = 150

TABLE_COLUMNS = (
    "soort_regel;tabel_id;naam;bron;bron_url;ingelezen_op;geldig_vanaf;geldig_tot;volledigheid;volledigheid_reden;voltijd_uren;jaaruren;"
    "terugkijkmaanden;blok_code;bonus_code;omschrijving;invoertabel;doelgroep;duurklasse;niveau;soort_inzet;voorwaarde;waarde;bonus_waarde;"
    "eenheid;meetelduur;min_uren;max_per_periode;stapelbaar;naar_rato;opmerking").split(";")
CONTRACT_COLUMNS = (
    "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;einddatum;regime;voorbehoud;"
    "contractmanager;rapportagefrequentie").split(";")
OBLIGATION_COLUMNS = (
    "contractnummer;percentage;grondslag;grondslag_bedrag;maximum;verplichting_bedrag;doel_aantal;doel_eenheid;tabel_id;rekenmethode;"
    "peildatum_soort;terugkijkmaanden;pso_korting;jaarbasis;afronding;min_uren;meetelduur;voltijd_uren;jaaruren;telt_vanaf;fte_maat;max_fte;"
    "waarde_tolerantie;status").split(";")
PARTNER_COLUMNS = "kvk;naam;rechtsvorm;erkenning;erkenning_geldig_tot;aandeel_doelgroep;aandeel_peildatum;telwijze;hoofddoel_integratie".split(";")
PLACEMENT_COLUMNS = (
    "inzet_id;contractnummer;deelnemercode;doelgroep;duurklasse;leeftijdsklasse;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
    "uren_per_week;gewerkte_uren;niveau;eerder_in_dienst;verband_opdracht;bonussen").split(";")
HOURS_COLUMNS = ["inzet_id", "periode", "gewerkte_uren"]
PURCHASE_COLUMNS = (
    "contractnummer;partner_kvk;partner_naam;keten;omschrijving;factuurnummer;factuurdatum;bedrag_excl_btw;waarvan_arbeid;erkenning").split(";")
ACTIVITY_COLUMNS = (
    "contractnummer;soort;datum;uren;aantal_medewerkers;kosten_excl_btw;bereikte_deelnemers;goedgekeurd_door_opdrachtgever").split(";")
COVER_COLUMNS = "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd".split(";")

GROUPS = "PW WW WIA WAJ BAN WSW BSW NUG JSK BBL BOL VSO STA VLU OVG".split()
KINDS = "dienstverband detachering stage werkervaring proefplaatsing".split()
PARTNERS = [("90000001", "Voorbeeld Sociaal Werk B.V.", "art282|code_so"), ("90000007", "Verpakkerij Voorbeeld U.A.", "pso30"),
            ("90000008", "Werkbedrijf Voorbeeldregio", "sw"), ("90000010", "Café Voorbeeld B.V.", "")]
PURCHASE_CONDITIONS = ["", "erkenning=sw", "erkenning=sw|pso30", "keten=onderaanneming & bedrag=waarvan_arbeid", "bedrag=waarvan_arbeid",
                       "verklaring=in_overleg"]
ACTIVITY_UNITS = ["uur", "uur", "dag", "eenmalig", "factuur", "dagdeel"]
LIMITS = ["", "", "1000 per dag", "1500 per week", "2500 per maand", "9000 per jaar"]


def dutch(when):
    return f"{when:%d-%m-%Y}" if when else ""


def comma(value):
    return str(value).replace(".", ",")


def write(path, columns, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([row.get(column, "") for column in columns])


class Case:
    """One register and one submission."""

    def __init__(self, random, built_in):
        self.random = random
        self.tables = dict(built_in)
        self.own_tables = {f"TOETS-{name}": self.own_table(f"TOETS-{name}") for name in "ABC"}
        self.period_text, self.period = self.some_period()
        self.contracts, self.obligations = [], []
        self.placements, self.hours, self.purchases, self.activities = [], [], [], []
        self.seen, self.participants = set(), 0
        # What the register knows of the supplier's own PSO certificate, on which a discount rests.
        recognition = self.some_of("", "pso30", "pso_trede", "code_so")
        until = self.some_of(
            "", dutch(self.period.last), dutch(self.near(self.period.last)), dutch(self.period.first), dutch(self.within(self.period)), "31-12-2035")
        self.recognition = {"erkenning": recognition, "erkenning_geldig_tot": until if recognition else ""}

    def maybe(self, share):
        return self.random.random() < share

    def some_of(self, *choices):
        return self.random.choice(choices)

    # Days

    def some_period(self):
        year = self.random.choice([2024, 2024, 2025, 2026, 2027, 2028])
        text = self.some_of(
            f"{year}", f"{year}-H{self.random.randint(1, 2)}", f"{year}-Q{self.random.randint(1, 4)}", f"{year}-{self.random.randint(1, 12):02}",
            "range", f"{year}-02", f"{year}")
        if text == "range":
            first = datetime.date(year, self.random.randint(1, 12), self.some_of(1, 1, 15, 28))
            last = self.some_of(months_on(first, self.some_of(1, 3, 6, 12, 14)) - ONE_DAY, first, first + 40 * ONE_DAY)
            text = f"{dutch(first)}/{dutch(last)}"
        return text, period(text)

    def near(self, *anchors):
        """A day beside one of the anchors, at the end of its month, or some time from it."""
        anchor = self.random.choice(anchors)
        return self.some_of(
            anchor, anchor - ONE_DAY, anchor + ONE_DAY, anchor + self.random.randint(-400, 400) * ONE_DAY,
            anchor + self.random.randint(-60, 60) * ONE_DAY, anchor.replace(day=calendar.monthrange(anchor.year, anchor.month)[1]),
            months_on(anchor, -self.some_of(3, 6, 12, 24)), months_on(anchor, -self.some_of(1, 6, 12)) + self.some_of(-1, 0, 1) * ONE_DAY,
            datetime.date(anchor.year, self.some_of(1, 8, 10, 12), self.some_of(28, 29, 30)),
            datetime.date(anchor.year, self.some_of(1, 3, 5, 8, 10, 12), 31))

    def within(self, span):
        return span.first + self.random.randint(0, span.days - 1) * ONE_DAY

    # The register

    def own_table(self, id):
        common = {"tabel_id": id}
        rows = [common | {
            "soort_regel": "tabel", "naam": f"Tabel {id}", "geldig_vanaf": "01-01-2020", "volledigheid": "volledig",
            "voltijd_uren": self.some_of("36", "38", "40", "36", ""), "jaaruren": self.some_of("", "", "1700", "1872"),
            "terugkijkmaanden": self.some_of("", "", "0", "6", "12"), "min_uren": self.some_of("", "", "", "", "10")}]

        def block(code, group, **columns):
            unit = self.some_of("jaar", "jaar", "jaar", "jaar", "maand", "uur", "dag", "eenmalig", "dagdeel")
            most = {"jaar": 60000, "maand": 4000, "uur": 60, "dag": 300, "eenmalig": 9000, "dagdeel": 150}[unit]
            rows.append(common | {
                "soort_regel": "blok", "blok_code": code, "omschrijving": f"Blok {code}", "invoertabel": "inzet", "doelgroep": group,
                "waarde": comma(f"{self.random.uniform(most / 10, most):.{self.some_of(0, 0, 2)}f}"), "eenheid": unit,
                "meetelduur": self.some_of("", "", "", "1", "6", "12", "24"), "min_uren": self.some_of("", "", "", "", "", "", "12", "16")} | columns)

        for group in self.random.sample(GROUPS, 9):
            if group in ("PW", "WW"):
                limit = "2j" if group == "PW" else "1j"
                block(f"{group}1", group, duurklasse=f"<{limit}")
                block(f"{group}2", group, duurklasse=f">{limit}")
                if self.maybe(0.5):
                    block(group, group)
            elif group in ("BBL", "BOL"):
                block(f"{group}1", group, niveau="1|2")
                block(f"{group}3", group, niveau="3|4")
            elif group == "VSO":
                block("VSO", group)
                block("VSOSTAGE", group, soort_inzet="stage")
            elif group == "OVG":
                block("OVG", group, voorwaarde="verklaring=in_overleg")
            elif group == "NUG":
                block("NUG", group, voorwaarde="eerder_in_dienst=nee")
            else:
                block(group, group)
        for code, condition in (("VAST", "contractvorm=onbepaald"), ("LEEFTIJD", "leeftijdsklasse=55|56+"), ("STA", ""), ("IPS", "verklaring=ips")):
            if self.maybe(0.8):
                rows.append(common | {
                    "soort_regel": "bonus", "bonus_code": code, "omschrijving": code, "invoertabel": "inzet", "voorwaarde": condition,
                    "bonus_waarde": str(self.random.randint(10, 150) * 100), "stapelbaar": self.some_of("ja", "ja", "", "nee"),
                    "naar_rato": self.some_of("ja", "ja", "", "eenmalig")})
        if self.maybe(0.8):
            unit = self.random.choice(ACTIVITY_UNITS)
            rows.append(common | {
                "soort_regel": "blok", "blok_code": "ACT", "omschrijving": "Activiteit", "invoertabel": "activiteiten", "eenheid": unit,
                "waarde": "" if unit == "factuur" else self.some_of("100", "1000", "33,33", "66,67", "550"), "max_per_periode": self.random.choice([*LIMITS, "250 per keer"])})
        if self.maybe(0.8):
            rows.append(common | {
                "soort_regel": "blok", "blok_code": "INK", "omschrijving": "Inkoop", "invoertabel": "sociale_inkoop", "eenheid": "factuur",
                "voorwaarde": self.random.choice(PURCHASE_CONDITIONS)})
        return rows

    def contract(self, number):
        first = self.some_of(
            self.period.first, months_on(self.period.first, -self.random.randint(0, 30)), self.near(self.period.first, self.period.last),
            months_on(self.period.first, -12), self.within(self.period))
        first = max(first, datetime.date(2023, 11, 1))
        last = self.some_of(
            months_on(first, 48) - ONE_DAY, months_on(first, 24) - ONE_DAY, self.near(self.period.last), months_on(first, 48) - ONE_DAY,
            self.within(self.period))
        last = max(last, first + self.some_of(30, 30, 30, 0, 1, 27) * ONE_DAY)
        if self.maybe(0.1):
            # It begins and ends in the period.
            first, last = sorted((self.within(self.period), self.within(self.period)))
            first, last = max(first, datetime.date(2023, 11, 1)), max(last, datetime.date(2023, 11, 1))
        id = f"BZK-{first.year}-{number:04}"
        self.contracts.append({
            "contractnummer": id, "titel": f"Opdracht {number}", "categorie": "GROEN", "leverancier_kvk": SUPPLIER, "soort_opdracht": "dienst",
            "publicatiedatum": "01-10-2023", "gunningsdatum": "15-10-2023", "ingangsdatum": dutch(first), "einddatum": dutch(last),
            "regime": "klassiek", "voorbehoud": "geen", "contractmanager": "contractmanagement@voorbeeldministerie.example",
            "rapportagefrequentie": "kwartaal"})
        table = self.random.choice([*self.tables, *self.own_tables, *self.own_tables, ""])
        obligation = {
            "contractnummer": id, "tabel_id": table, "status": "in_uitvoering", "waarde_tolerantie": "1,00",
            "voltijd_uren": self.some_of("", "", "36", "38", "40", "37,5"), "jaaruren": self.some_of("", "", "", "1600", "1872"),
            "terugkijkmaanden": self.some_of("", "", "", "0", "3", "6", "12", "12"), "min_uren": self.some_of("", "", "", "", "", "", "12", "20"),
            "meetelduur": self.some_of("", "", "", "1", "6", "12", "24", "24"), "telt_vanaf": self.some_of("", "", "contract", "begindatum"),
            "fte_maat": self.some_of("", "gemiddeld", "laatste_dag"), "max_fte": self.some_of("", "", "1", "0,8", "1,2")}
        if table:
            obligation |= {
                "rekenmethode": self.some_of("contract", "contract", "gewerkte_uren", "eenheid"), "peildatum_soort": self.some_of("publicatie", "gunning"),
                "jaarbasis": self.some_of("", "dagen", "weken", "maanden"), "afronding": self.some_of("", "per_rij", "per_totaal", "hele_euro")}
        self.goal(obligation, bool(table))
        if kind_of_money := obligation.keys() & {"verplichting_bedrag", "percentage"}:
            obligation["pso_korting"] = self.some_of("", "", "10", "7,5", "33,33", "0", "100", "0,01", "12,345")
            if "verplichting_bedrag" in kind_of_money:
                obligation["maximum"] = self.some_of("", "", "50000,05")
        self.obligations.append(obligation)
        if self.maybe(0.1):
            self.obligations.append({"contractnummer": id, "status": "in_uitvoering", "doel_aantal": "3", "doel_eenheid": self.some_of("personen", "plekken")})
        return id, Span(first, last), table, obligation

    def goal(self, obligation, has_table):
        kind = self.some_of("euro", "euro", "percentage", "aantal") if has_table else "aantal"
        if kind == "euro":
            obligation["verplichting_bedrag"] = comma(f"{self.random.randint(1000, 500000)}.{self.random.randint(0, 99):02}")
        elif kind == "percentage":
            obligation |= {"percentage": self.some_of("5,0", "2,5", "0,5", "12,5", "99,99"), "grondslag": "opdrachtwaarde",
                           "grondslag_bedrag": self.some_of(f"{self.random.randint(100, 9000)}000,00", "0,10", "0,30", "12345,67"), "maximum": self.some_of("", "", "100000,00", "0,01")}
        else:
            obligation |= {"doel_aantal": str(self.random.randint(1, 20)), "doel_eenheid": self.some_of("personen", "fte", "uren", "plekken")}

    # The submission

    def groups_of(self, table):
        blocks = self.tables[table].blocks if table in self.tables else []
        return sorted({group for block in blocks for group in block.groups}) or [
            row["doelgroep"] for row in self.own_tables.get(table, []) if row["soort_regel"] == "blok" and row.get("doelgroep")] or GROUPS

    def bonuses_of(self, table):
        if table in self.tables:
            return sorted({bonus.code for bonus in self.tables[table].bonuses})
        return sorted({row["bonus_code"] for row in self.own_tables.get(table, []) if row["soort_regel"] == "bonus"})

    def participant(self, contract):
        """The placements of one person: mostly one, else some that follow each other or overlap."""
        id, span, table, obligation = contract
        self.participants += 1
        code = f"D-{self.participants:04}"
        group = self.random.choice(self.groups_of(table)) if self.maybe(0.93) else self.random.choice(GROUPS)
        look_back = int(obligation["terugkijkmaanden"] or 12)
        both = self.period & span
        begin = self.near(self.period.first, self.period.last, span.first, span.last, months_on(span.first, -look_back), self.period.first)
        if both and self.maybe(0.8):
            begin = self.some_of(self.within(both), self.within(both), both.first - self.random.randint(1, 300) * ONE_DAY,
                                 max(both.first, self.near(both.first)), months_on(both.first, -look_back) + self.random.randint(-1, 40) * ONE_DAY)
        if both and self.maybe(0.1):
            # The counting duration ends in the period, and near the end of a month.
            last = self.within(both)
            begin = months_on(last.replace(day=1), -int(obligation["meetelduur"] or self.some_of(1, 6, 12, 24)))
            begin = months_on(begin, 0, self.some_of(1, 27, 28, 29, 30, 31, 31))
        for _ in range(self.some_of(1, 1, 1, 1, 2, 3)):
            end = self.some_of(None, None, None, begin + self.random.randint(0, 700) * ONE_DAY, begin, self.near(self.period.last, span.last),
                               self.within(both or self.period))
            if end is not None and end < begin:
                end = begin + self.random.randint(0, 200) * ONE_DAY
            if begin > self.period.last and self.maybe(0.7):
                break
            self.placement(id, code, group, table, begin, end)
            if end is None:
                begin = begin + self.random.randint(1, 60) * ONE_DAY
            else:
                begin = self.some_of(end + ONE_DAY, end + ONE_DAY, end + self.random.randint(2, 60) * ONE_DAY, begin + ((end - begin).days // 2 + 1) * ONE_DAY)

    def placement(self, contract, code, group, table, begin, end):
        kind = {"BBL": "bbl", "BOL": self.some_of("bol", "stage")}.get(group) or self.random.choice(["dienstverband"] * 5 + KINDS)
        codes = self.bonuses_of(table)
        bonuses = self.random.sample(codes, min(len(codes), self.some_of(0, 0, 0, 1, 1, 2)))
        row = {
            "inzet_id": f"P-{len(self.placements) + 1:05}", "contractnummer": contract, "deelnemercode": code, "doelgroep": group,
            "duurklasse": {"PW": self.some_of("<2j", ">2j", ""), "WW": self.some_of("<1j", ">1j", "")}.get(group, ""),
            "leeftijdsklasse": self.some_of("", "15-26", "27-49", "50-54", "55", "56+"), "werkgever_kvk": SUPPLIER, "soort_inzet": kind,
            "contractvorm": "geen" if kind in ("stage", "bol", "werkervaring", "proefplaatsing") else self.some_of("bepaald", "bepaald", "onbepaald"),
            "begindatum": dutch(begin), "einddatum": dutch(end),
            "uren_per_week": comma(self.some_of(
                "36", "32", "24", "16", "12", "11.5", "40", "38", "8", "20.25", "37.5", "48", "28", "18", "0.01", "11.99", "12.01", "19.99", "35.9999")),
            "niveau": str(self.random.randint(1, 4)) if group in ("BBL", "BOL") else "", "eerder_in_dienst": self.some_of("nee", "nee", "ja", ""),
            "verband_opdracht": "direct: uitvoering van de opdracht", "bonussen": self.some_of(",", "+", "|").join(bonuses)}
        double = (code, group, row["begindatum"], row["uren_per_week"])
        if double in self.seen:
            return
        self.seen.add(double)
        self.worked(row, begin, end)
        self.placements.append(row)

    def worked(self, row, begin, end):
        """Hours in the column, by month or quarter, both, or none."""
        kind = self.random.random()
        if kind < 0.3:
            return
        week = float(row["uren_per_week"].replace(",", "."))
        if kind < 0.55 or kind > 0.98:
            weeks = (self.period.last - self.period.first).days / 7
            row["gewerkte_uren"] = comma(self.some_of("0", f"{week * weeks * self.random.random():.1f}", f"{week * weeks * 1.3:.2f}", f"{week * weeks:.4f}"))
        if kind < 0.55:
            return
        months = []
        first = months_on(self.period.first.replace(day=1), -self.some_of(0, 0, 0, 1, 2))
        last = months_on(self.period.last.replace(day=1), self.some_of(0, 0, 0, 1))
        while first <= last:
            if first >= begin.replace(day=1) and (end is None or first <= end):
                months.append(first)
            first = months_on(first, 1)
        for month in months:
            if self.maybe(0.1):
                continue
            texts = [f"{month:%Y-%m}"] * 6 + [f"{dutch(month)}/{dutch(months_on(month, 1) - ONE_DAY)}"]
            if month.month % 3 == 1 and self.maybe(0.1):
                texts = [f"{month.year}-Q{(month.month + 2) // 3}"]
            for _ in range(2 if self.maybe(0.02) else 1):
                amount = self.some_of(week * 4.3, week * 4.35 * self.random.random(), week * 5, 0)
                self.hours.append({"inzet_id": row["inzet_id"], "periode": self.random.choice(texts),
                                   "gewerkte_uren": comma(f"{amount:.{self.some_of(0, 1, 2)}f}")})

    def purchase(self, contract):
        id, span, _, _ = contract
        kvk, name, recognition = self.random.choice(PARTNERS)
        amount = round(self.some_of(self.random.uniform(1, 20000), self.random.uniform(1, 20000), 0.01, 0.05), 2) * (-1 if self.maybe(0.04) else 1)
        self.purchases.append({
            "contractnummer": id, "partner_kvk": kvk, "partner_naam": name, "keten": self.some_of("onderaanneming", "levering", "inhuur"),
            "omschrijving": "creditnota" if amount < 0 else "levering en dienst", "factuurnummer": f"F-{len(self.purchases) + 1:05}",
            "factuurdatum": dutch(self.near(self.period.first, self.period.last, span.first, span.last)), "bedrag_excl_btw": comma(f"{amount:.2f}"),
            "waarvan_arbeid": comma(f"{amount * self.random.random():.2f}") if self.maybe(0.8) else "",
            "erkenning": recognition.replace("|", ",") if self.maybe(0.7) else ""})

    def activity(self, contract):
        id, span, _, _ = contract
        when = self.some_of(self.period.first + self.random.randint(0, 6) * ONE_DAY, self.near(self.period.first, self.period.last, span.first, span.last))
        kind = self.some_of("gastles", "coaching", "scholing", "maatschappelijk", "sponsoring")
        double = (id, when, kind)
        if double in self.seen:
            return
        self.seen.add(double)
        self.activities.append({
            "contractnummer": id, "soort": kind, "datum": dutch(when), "uren": comma(self.some_of("", "0", "1", "2.5", "3.25", "4", "8", "1.1111", "0.01", "24")),
            "aantal_medewerkers": str(self.random.randint(1, 5)), "kosten_excl_btw": comma(f"{self.random.uniform(0, 900):.2f}"),
            "bereikte_deelnemers": str(self.random.randint(1, 30)), "goedgekeurd_door_opdrachtgever": self.some_of("ja", "ja", "ja", "nee", "", "onbekend")})

    def fill(self, placements):
        contracts = [self.contract(number) for number in range(1, self.random.randint(6, 14))]
        while len(self.placements) < placements:
            self.participant(self.random.choice(contracts))
        del self.placements[placements:]
        kept = {row["inzet_id"] for row in self.placements}
        self.hours = [row for row in self.hours if row["inzet_id"] in kept]
        while len(self.purchases) < (placements + 1) // 2:
            self.purchase(self.random.choice(contracts))
        while len(self.activities) < (placements + 1) // 2:
            self.activity(self.random.choice(contracts))

    def write(self, folder):
        register, submission = folder / "register", folder / "submission"
        for id, rows in self.own_tables.items():
            write(register / "waarderingstabellen" / f"{id}.csv", TABLE_COLUMNS, rows)
        write(register / "contracten.csv", CONTRACT_COLUMNS, self.contracts)
        write(register / "verplichtingen.csv", OBLIGATION_COLUMNS, self.obligations)
        write(register / "leveranciers.csv", ["kvk", "naam", "rechtsvorm", "erkenning", "erkenning_geldig_tot"], [{
            "kvk": SUPPLIER, "naam": "Voorbeeld Groen B.V.", "rechtsvorm": "bv"} | self.recognition])
        write(register / "partners.csv", PARTNER_COLUMNS, [
            {"kvk": kvk, "naam": name, "rechtsvorm": "bv", "erkenning": recognition.replace("|", ", "), "erkenning_geldig_tot": "31-12-2035"}
            for kvk, name, recognition in PARTNERS])
        write(submission / "voorblad.csv", COVER_COLUMNS, [{
            "leverancier_kvk": SUPPLIER, "leverancier_naam": "Voorbeeld Groen B.V.", "periode": self.period_text, "sjabloonversie": "1",
            "opgesteld_op": dutch(self.period.last + 10 * ONE_DAY), "deelnemers_geinformeerd": "ja"}])
        write(submission / "inzet.csv", PLACEMENT_COLUMNS, self.placements)
        for name, columns, rows in (("uren", HOURS_COLUMNS, self.hours), ("sociale_inkoop", PURCHASE_COLUMNS, self.purchases),
                                    ("activiteiten", ACTIVITY_COLUMNS, self.activities)):
            if rows:
                write(submission / f"{name}.csv", columns, rows)


def make(out, seed, placements, size=ROWS_IN_A_CASE):
    """Writes cases that hold `placements` placements together, `size` a case; gives their folders."""
    built_in = {}
    for path in sorted(BUILT_IN.glob("*.csv")):
        if path.name != "bronnen.csv":
            built_in[path.stem] = ValuationTable(path)
    folders = []
    while placements > 0:
        folder = pathlib.Path(out) / f"{len(folders) + 1:04}"
        case = Case(random.Random(f"{seed}/{len(folders)}"), built_in)
        case.fill(min(size, placements))
        case.write(folder)
        placements -= size
        folders.append(folder)
    return folders


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--placements", type=int, default=5000)
    options = parser.parse_args()
    print(f"{len(make(options.out, options.seed, options.placements))} cases in {options.out}")


if __name__ == "__main__":
    main()
