"""Slips of people in a hurry, each on a row of its own: what is asked and what is read, and one correction that mends them all.

`slips.csv` has, for each slip, the table and column, what was written, and what is expected: that it is asked about at that cell (`gevraagd`), or
read without a question at that cell (`gelezen: ` and the value in the open data).
"""
import csv
import json
import pathlib
import unittest

import hands
import suppliers
from rounds import RoundsCase

CONTRACT = "VBD-2026-0007"
SLIPS = pathlib.Path(__file__).with_name("slips.csv")


def row(table, number):
    """A sound row of `table` that no other number gives."""
    return {
        "inzet": lambda: suppliers.placement(
            number, CONTRACT, inzet_id=f"P-{number:04}", doelgroep="PW", duurklasse=">2j", eerder_in_dienst="nee", niveau="",
            uitkomst="", werkpostcode="2511"),
        "uren": lambda: {"inzet_id": f"P-{number:04}", "periode": "2026-04", "gewerkte_uren": "90"},
        "sociale_inkoop": lambda: suppliers.invoice(number, CONTRACT, factuurnummer=f"F-{number:04}"),
        "activiteiten": lambda: {
            "contractnummer": CONTRACT, "soort": "gastles", "datum": f"{1 + number % 28:02}-05-2026", "uren": "3",
            "aantal_medewerkers": "2", "kosten_excl_btw": "180,00", "bereikte_deelnemers": "24",
            "goedgekeurd_door_opdrachtgever": "ja", "toelichting": f"les {number}"},
        "bewijs": lambda: suppliers.evidence(
            number, f"P-{number:04}", "uitkeringsspecificatie_gezien", bewijs_id=f"B-{number:04}", afgever="gemeente"),
        "gesprekken": lambda: suppliers.conversation(
            CONTRACT, datum=f"{1 + number % 28:02}-06-2026", uitkomst=f"voortgang besproken {number}"),
        "afspraken": lambda: {
            "afspraak_id": f"A-{number:04}", "contractnummer": CONTRACT, "doel": f"vier leerplekken in hal {number}",
            "eigenaar": "leverancier", "aantal": "4", "eenheid": "plekken", "streefdatum": "31-12-2026", "voortgang": "50",
            "status": "loopt", "toelichting": ""},
        "knelpunten": lambda: {
            "contractnummer": CONTRACT, "soort": "begeleiding", "fase": "uitvoering",
            "omschrijving": f"Er is te weinig begeleiding in hal {number}.", "hulpvraag": "nee", "actie": "cursus gepland",
            "eigenaar": "leverancier"},
        "leerpunten": lambda: {
            "contractnummer": CONTRACT, "afspraak_id": "A-0001", "wat_geprobeerd": f"open dag {number}", "wat_gebeurde": "elf leerlingen",
            "wat_geleerd": f"vroeg plannen helpt {number}", "volgende_stap": "in januari plannen"},
        "voorbeelden": lambda: {
            "contractnummer": CONTRACT, "titel": f"Van leerplek naar baan {number}", "verhaal": f"Iemand begon in hal {number} en bleef.",
            "deelbaar": "intern", "toestemming_datum": "15-06-2026"},
        "leerplekken": lambda: {
            "richting": "aanbod", "soort_plek": "leerplek", "vak": "schoonmaker", "regio": "Haaglanden", "van": "01-09-2026",
            "tot": "31-08-2027", "aantal": "2", "contact": "leerplekken@voorbeeldschoon.example"},
    }[table]()


class SlipsTest(RoundsCase):
    """All slips in one report."""

    def setUp(self):
        super().setUp()
        for path in self.register.glob("*.csv"):
            path.write_text(path.read_text("utf-8").replace("VBD-1;", f"{CONTRACT};"), "utf-8")
        with SLIPS.open(encoding="utf-8", newline="") as file:
            self.slips = list(csv.DictReader(file, delimiter=";"))
        self.delivered = {"voorblad": [suppliers.cover()], "inzet": [], "afspraken": [row("afspraken", 1)]}
        self.truth = {"voorblad": [suppliers.cover()], "inzet": [], "afspraken": [row("afspraken", 1)]}
        #: The row of each slip in its file.
        self.places = [self.plant(slip, number) for number, slip in enumerate(self.slips, 2)]

    def add(self, table, right, written=None):
        self.truth.setdefault(table, []).append(right)
        self.delivered.setdefault(table, []).append({**right, **(written or {})})
        return len(self.truth[table]) + 1

    def plant(self, slip, number):
        table, column = slip["tabel"], slip["kolom"]
        right = row(table, number)
        if table in ("uren", "bewijs"):
            self.add("inzet", {**row("inzet", number), "gewerkte_uren": "" if table == "uren" else "280"})
        if table == "inzet":
            self.add("bewijs", row("bewijs", number))
        if column == "toestemming_datum":
            right["deelbaar"] = "openbaar"
        if column == "uitkomst":
            right["einddatum"] = "30-06-2026"
        return self.add(table, right, {column: slip["geschreven"]})

    def value(self, data, slip, place):
        """What the open data hold in the cell of a slip; the rows keep their order, less those that were set aside."""
        heading, *rows = data.get(slip["tabel"], [[]])
        right = self.truth[slip["tabel"]][place - 2]
        # The longest text of a row that was not touched is its own.
        known = {
            name: value for name, value in right.items()
            if name != slip["kolom"] and name in heading and any(sign.isdigit() for sign in value) and name in
            ("inzet_id", "factuurnummer", "bewijs_id", "afspraak_id", "toelichting", "uitkomst", "omschrijving", "wat_geprobeerd", "titel")}
        found = [cells for cells in rows if all(cells[heading.index(name)] == value for name, value in known.items())]
        return [cells[heading.index(slip["kolom"])] for cells in found]

    def test_each_slip_is_asked_about_or_read(self):
        path = suppliers.write(self.folder / "vergissingen", self.delivered)
        _, result = self.convert(path, "nl", self.folder / "uit")
        found = json.loads((result / "bevindingen.json").read_text())["findings"]
        # That the month of others in the column may stand first is a question about another row.
        asked = {
            (f["file"], f["row"], f["column"]) for f in found if "In een andere rij van deze kolom" not in f["message"]}
        data = self.data(result)
        wrong = []
        for slip, place in zip(self.slips, self.places):
            isAsked = (f"{slip['tabel']}.csv", place, slip["kolom"]) in asked
            expected, _, value = slip["verwacht"].partition(": ")
            if isAsked != (expected == "gevraagd"):
                wrong.append((slip, "gevraagd" if isAsked else "niet gevraagd"))
            elif not isAsked and slip["tabel"] != "leerplekken" and value not in self.value(data, slip, place):
                wrong.append((slip, self.value(data, slip, place)))
        self.assertEqual(wrong, [])

    def test_one_correction_mends_all(self):
        sound, expected = self.convert(suppliers.write(self.folder / "waarheid", self.truth), "nl", self.folder / "uit-waarheid")
        path = suppliers.write(self.folder / "vergissingen", self.delivered)
        _, result = self.convert(path, "nl", self.folder / "uit")
        book = hands.load(result / "terugkoppeling.xlsx")
        corrections = {}
        for slip, place in zip(self.slips, self.places):
            right = self.truth[slip["tabel"]][place - 2][slip["kolom"]]
            if right != slip["geschreven"]:
                corrections[slip["tabel"], place] = f"{slip['kolom']}: {right or 'leeg'}"
        for sheet in book:
            for record in range(hands.HEADING_ROW + 1, sheet.max_row + 1) if sheet.title in hands.SHEETS else ():
                words = corrections.pop((hands.SHEETS[sheet.title], sheet.cell(record, hands.NUMBER).value), None)
                if words:
                    sheet.cell(record, hands.CORRECTION).value = words
        self.assertEqual(corrections, {}, "each row with a slip stands on the feedback")
        target = self.folder / "verbeterd.xlsx"
        book.save(target)
        for name, back in (("zo", target), ("office", self.office(target, "ods"))):
            with self.subTest(name=name):
                record, again = self.convert(back, "nl", self.folder / f"uit-{name}")
                self.assertEqual(record["counts"], sound["counts"])
                self.assertEqual(self.data(again), self.data(expected))


if __name__ == "__main__":
    unittest.main()
