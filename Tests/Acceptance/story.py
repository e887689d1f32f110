"""A story of twelve suppliers over three quarters, and the national figures worked out from its rows alone.

One report is missing, one cover cannot be used, one report was corrected and one was delivered twice. Nothing here knows the tool.
"""
import datetime
import random

from made_files import COMMITMENT, CONTRACT, LESSON, OBLIGATION, OBSTACLE, PLACEMENT, day as text, table

QUARTERS = {1: (datetime.date(2026, 1, 1), datetime.date(2026, 3, 31)), 2: (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30)),
            3: (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))}
# Where the suppliers work: three postcodes, one of them no postcode of the list, and none.
POSTCODES, REGIONS = ["2511 AB", "3011", "9998", ""], {"2511 AB": "Haaglanden", "3011": "Rijnmond", "9998": "(niet in de lijst)",
                                                      "": "(geen postcode ingevuld)"}
PLACES = {1: ("aanbod", "leerplek", "hovenier", "Haaglanden", 2), 2: ("vraag", "leerplek", "hovenier", "Den Haag", 1),
          3: ("vraag", "leerplek", "medewerker groenvoorziening", "Rijnmond", 2), 4: ("aanbod", "stage", "kok", "Twente", 1)}
LEARNING = {"stage", "bbl", "bol", "werkervaring", "proefplaatsing"}


def make(folder, seed=11):
    """Writes the register and the submissions; gives the placements of every report that counts, by supplier and quarter."""
    chance = random.Random(seed)
    contracts, obligations, suppliers, counts = [], [], [], {}
    for number in range(1, 13):
        kvk, contract = str(93000000 + number), f"VRH-2026-{number:04d}"
        regime = ["klassiek", "maatwerk", "voorbehouden"][number % 3]
        suppliers.append((kvk, f"Verhaal {number} B.V.", "bv"))
        contracts.append((contract, f"Perceel {number}", f"0000000390000020000{number % 3}", ["Groen", "Schoonmaak", "Vervoer"][number % 3],
                          kvk, "dienst", "01-06-2025", "15-11-2025", "01-01-2026", "31-12-2027", "1500000,00", regime,
                          "geheel" if regime == "voorbehouden" else "geen", "cm@voorbeeld.example", "kwartaal"))
        obligations.append((contract, "5,0", "opdrachtwaarde", "1500000,00", "", "", "HAAGLANDEN-2023-07", "contract", "publicatie", "36", "in_uitvoering")
                           if regime == "klassiek" else (contract, "", "", "", str(6 + number), "personen", "", "", "", "36", "in_uitvoering"))
    table(folder / "register/contracten.csv", CONTRACT, contracts)
    table(folder / "register/verplichtingen.csv", OBLIGATION, obligations)
    table(folder / "register/leveranciers.csv", ["kvk", "naam", "rechtsvorm"], suppliers)
    for number in range(1, 13):
        people = careers(number, chance)
        for quarter in QUARTERS:
            if number == 11 and quarter == 2:
                continue
            bad = number == 12 and quarter == 3
            rows = submit(folder / f"in/l{number:02d}-q{quarter}", number, quarter, people, bad=bad)
            if not bad:
                counts[number, quarter] = rows
        if number == 2:
            counts[2, 2] = submit(folder / "in/l02-q2-verbeterd", 2, 2, people[:-1], day=datetime.date(2026, 8, 1), corrects="2026-Q2 van 08-07-2026")
        if number == 5:
            counts[5, 2] = submit(folder / "in/l05-q2-nogeens", 5, 2, people, day=datetime.date(2026, 8, 2))
    return counts


def careers(number, chance):
    runs = []
    for person in range(chance.randint(2, 9)):
        first = QUARTERS[chance.choice([1, 1, 2, 3])][0] + datetime.timedelta(chance.randint(0, 50))
        middle, path = first + datetime.timedelta(80), chance.random()
        if path < 0.3:
            steps = [("werkervaring", "geen", first, middle, "doorstroom"), ("dienstverband", "onbepaald", middle + datetime.timedelta(1), None, "")]
        elif path < 0.5:
            steps = [("dienstverband", "bepaald", first, middle, "vast_werk")]
        elif path < 0.65:
            steps = [("stage", "geen", first, middle, "opleiding")]
        elif path < 0.8:
            steps = [("dienstverband", "bepaald", first, middle, "uitval")]
        else:
            steps = [("dienstverband", "bepaald", first, first + datetime.timedelta(chance.choice([200, 364])), "")]
        runs += [(f"P-{number:02d}{person:02d}{place}", f"D-{person:03d}") + step for place, step in enumerate(steps)]
    return runs


def submit(folder, number, quarter, people, bad=False, day=None, corrects=""):
    first, last = QUARTERS[quarter]
    kvk, contract = str(93000000 + number), f"VRH-2026-{number:04d}"
    table(folder / "voorblad.csv",
          "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;correctie_op;deelnemers_geinformeerd".split(";"),
          [(kvk, f"Verhaal {number} B.V.", "geen periode" if bad else f"2026-Q{quarter}", "1", text(day or last + datetime.timedelta(8)), corrects, "ja")])
    rows = [run for run in people if run[4] <= last and (not run[5] or run[5] >= first)]
    if number in PLACES and quarter == 3:
        way, kind, trade, region, count = PLACES[number]
        table(folder / "leerplekken.csv", "richting;soort_plek;vak;regio;van;tot;aantal;contact".split(";"),
              [(way, kind, trade, region, "01-11-2026", "30-04-2027", count, f"leerplek@verhaal{number}.example")])
    table(folder / "inzet.csv", [*PLACEMENT, "werkpostcode"], [
        (identity, contract, code, "PW", kvk, kind, form, text(begin), text(end), "24,0", "nee", "direct: werk",
         "ja" if int(code[2:]) % 4 == 0 else "nee", outcome if end and first <= end <= last else "", POSTCODES[number % 4])
        for identity, code, kind, form, begin, end, outcome in rows])
    table(folder / "afspraken.csv", COMMITMENT, [
        ("A-1", contract, "vast werk voor wie dat wil", "samen", 3, "personen", "31-12-2026", "33", "loopt"),
        ("A-2", contract, "werkbezoek", "rijk", 1, "plekken", "30-06-2026", "0", "gehaald" if number % 2 and quarter == 3 else "open")])
    if number in (1, 4, 6, 9):
        table(folder / "knelpunten.csv", OBSTACLE, [
            (contract, "geen_kandidaten", "uitvoering", "Geen kandidaten voor de vroege dienst.", "ja" if quarter > 1 else "nee", "", "samen")])
    table(folder / "leerpunten.csv", LESSON, [(contract, "A-1", "proefdag", "dat hielp", "begin klein", "herhalen")])
    return rows


def figures(counts):
    """What the dashboard has to say of these reports."""
    stages, order = {}, ["left", "study", "learning", "temporary", "permanent"]
    stayed, ending = set(), set()
    for number in range(1, 13):
        quarters = [quarter for quarter in QUARTERS if (number, quarter) in counts]
        for quarter in quarters:
            last = QUARTERS[quarter][1]
            here = {}
            for _, code, kind, form, begin, end, outcome in counts[number, quarter]:
                running = begin <= last and (not end or end >= last)
                if running:
                    stage = "permanent" if form == "onbepaald" else "learning" if kind in LEARNING else "temporary"
                else:
                    stage = {"vast_werk": "permanent", "opleiding": "study"}.get(outcome, "left")
                here.setdefault(code, []).append((order.index(stage), running, begin, end))
            for code, runs in here.items():
                stage = max(run[0] for run in runs)
                stages[number, code] = (order[stage], quarter)
                stayed.discard((number, code))
                ending.discard((number, code))
                if any(run[1] and run[0] == 4 and months_later(run[2], 3) <= last for run in runs):
                    stayed.add((number, code))
                days = [run[3] for run in runs if run[1] and run[0] == 3]
                if order[stage] == "temporary" and all(days) and max(days) <= months_later(last, 3):
                    ending.add((number, code))
        for key, (stage, quarter) in list(stages.items()):
            if key[0] == number and quarter != quarters[-1] and stage in ("learning", "temporary"):
                stages[key] = ("left", quarter)
                ending.discard(key)
    of = lambda *names: sum(stage in names for stage, _ in stages.values())
    loyal = [number for number in range(1, 13) if all((number, quarter) in counts for quarter in QUARTERS)]
    return {
        "Deden mee": len(stages), "Nu aan het werk of lerend": of("learning", "temporary", "permanent"),
        "· op een leerplek": of("learning"), "· met tijdelijk werk": of("temporary"), "· met vast werk": of("permanent"),
        "langer dan 3 maanden": len(stayed), "Gestopt voor opleiding": of("study"), "Gestopt of onbekend": of("left"),
        "ending": len(ending), "loyal": len(loyal),
        "regio": {name: len({(number, run[1]) for (number, _), rows in counts.items() for run in rows
                             if POSTCODES[number % 4] == postcode}) for postcode, name in REGIONS.items()},
        # Of each contract the people of each quarter.
        "per kwartaal": {(f"VRH-2026-{number:04d}", f"2026-Q{quarter}"): len({run[1] for run in rows}) for (number, quarter), rows in counts.items()},
        "Mensen": [len({(number, run[1]) for number in loyal for run in counts[number, quarter]}) for quarter in QUARTERS],
    }


def months_later(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month, min(day.day, last))
        except ValueError:
            continue
