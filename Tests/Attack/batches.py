"""Random batches of small suppliers over one to three quarters: as many groups of one to nine persons as there can be."""
import datetime
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Acceptance"))
from made_files import COMMITMENT, CONTRACT, LESSON, OBLIGATION, OBSTACLE, PLACEMENT, day, table  # noqa: E402

EXAMPLE = "contractnummer;titel;verhaal;deelbaar;toestemming_datum".split(";")
GROUPS = ["PW", "WW", "WIA", "BAN", "NUG", "STA", "JSK", "OVG"]
WORDS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
SIZES = [1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9, 12]


def quarter(number):
    first = datetime.date(2026, 3 * number - 2, 1)
    after = datetime.date(2026 + number // 4, (3 * number) % 12 + 1, 1)
    return first, after - datetime.timedelta(1)


def make(folder, seed):
    """Writes a register and submissions to `folder`; gives the quarters that are reported."""
    chance = random.Random(seed)
    suppliers = chance.choice([3, 5, 7, 8, 12])
    quarters = list(range(1, chance.choice([1, 2, 3]) + 1))
    # A batch of single persons is where a total tells most.
    sizes = [1] if chance.random() < 0.25 else SIZES
    # A goal close to what is reached is where a word tells most; and so is a first report that is missing.
    sharp = random.Random(seed + 1_000_000)
    people_of, lost = {}, sharp.random() < 0.3
    contracts, obligations, names = [], [], []
    for number in range(1, suppliers + 1):
        kvk = str(92000000 + number)
        names.append((kvk, f"Klein {number} B.V.", "bv"))
        for part in range(1, chance.choice([1, 1, 1, 2]) + 1):
            contract = f"KLN-2026-{number:03d}{part}"
            regime = chance.choice(["klassiek", "maatwerk", "voorbehouden"])
            end = chance.choice(["31-12-2026", "31-12-2027", "30-09-2026"])
            contracts.append((
                contract, f"Perceel {number}.{part}", f"0000000390000020000{chance.randint(0, 1)}",
                chance.choice(["SCHOONMAAK", "CATERING", "GROEN"]), kvk, "dienst", "01-06-2025", "15-11-2025",
                "01-01-2026", end, "400000,00", regime, "geheel" if regime == "voorbehouden" else "geen",
                "cm@voorbeeld.example", "kwartaal"))
            if regime == "klassiek":
                obligations.append((contract, "5,0", "opdrachtwaarde", "400000,00", "", "", "HAAGLANDEN-2023-07",
                                    "contract", "publicatie", "36", "in_uitvoering"))
            else:
                unit = chance.choice(["personen", "personen", "plekken", "fte"])
                goal = chance.randint(2, 12)
                people_of[contract] = sharp.choice(sizes)
                if sharp.random() < 0.6:
                    goal = max(1, people_of[contract] + sharp.choice([-1, 0, 1, 1, 2]))
                obligations.append((contract, "", "", "", str(goal), unit, "", "", "", "36", "in_uitvoering"))
    table(folder / "register/contracten.csv", CONTRACT, contracts)
    table(folder / "register/verplichtingen.csv", OBLIGATION, obligations)
    table(folder / "register/leveranciers.csv", ["kvk", "naam", "rechtsvorm"], names)
    careers = {}
    for contract in contracts:
        people = []
        size = chance.choice(sizes)
        for person in range(people_of.get(contract[0], size)):
            first = quarter(chance.choice(quarters))[0] + datetime.timedelta(chance.randint(0, 40))
            last = chance.choice([None, first + datetime.timedelta(chance.randint(20, 200))])
            code = f"D-{contracts.index(contract):02d}{person:03d}" if chance.random() < 0.8 else f"D-{person:03d}"
            form = chance.choice(["bepaald", "onbepaald"])
            people.append((f"P-{contract[0][-4:]}-{person:03d}", contract[0], code, chance.choice(GROUPS), contract[4],
                           "dienstverband", form, first, last, chance.choice([16, 24, 32, 36])))
            if last and chance.random() < 0.4:
                people.append((f"P-{contract[0][-4:]}-{person:03d}v", contract[0], code, people[-1][3], contract[4],
                               "dienstverband", "onbepaald", last + datetime.timedelta(1), None, 32))
        careers[contract[0]] = people
    for kvk, name, _ in names:
        own = [contract[0] for contract in contracts if contract[4] == kvk]
        for number in quarters:
            if chance.random() < 0.1 or lost and number == 1 and len(quarters) > 1 and sharp.random() < 0.5:
                continue
            submit(folder / f"in/k{kvk[-3:]}-2026-q{number}", kvk, name, own, careers, number, chance)
    return quarters


def submit(folder, kvk, name, contracts, careers, number, chance):
    first, last = quarter(number)
    table(folder / "voorblad.csv",
          "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd".split(";"),
          [(kvk, name, f"2026-Q{number}", "1", day(last + datetime.timedelta(5)), "ja")])
    rows = []
    for contract in contracts:
        for identity, at, code, group, employer, kind, form, begin, end, hours in careers[contract]:
            if begin > last or end and end < first:
                continue
            outcome = "vast_werk" if end and first <= end <= last and (identity + "v") in {p[0] for p in careers[contract]} else ""
            rows.append((identity, at, code, group, employer, kind, form, day(begin), day(end), f"{hours},0", "nee",
                         "direct: werk", "ja" if group == "BAN" else "nee", outcome, chance.choice(["2511", "2511 AB", "3011", "9712", "9998", ""])))
    table(folder / "inzet.csv", [*PLACEMENT, "werkpostcode"], rows)
    if chance.random() < 0.7:
        table(folder / "uren.csv", ["inzet_id", "periode", "gewerkte_uren"],
              [(row[0], f"2026-Q{number}", f"{chance.randint(100, 400)},0") for row in rows])
    here, few = contracts[0], chance.randint(2, 9)
    table(folder / "afspraken.csv", [*COMMITMENT, "toelichting"], [
        ("A-1", here, f"vast werk voor {WORDS[few]} deelnemers", "samen", few, "personen", "31-12-2026",
         round(100 * chance.randint(0, few) / few), "loopt", ""),
        ("A-2", here, "een werkbezoek aan het rijkskantoor", "rijk", 1, "plekken", "30-04-2026", 0, "open", "")])
    table(folder / "knelpunten.csv", OBSTACLE, [
        (here, "geen_kandidaten", "uitvoering", f"Voor de vroege dienst zijn maar {few} kandidaten.", "ja", "", "samen")])
    table(folder / "leerpunten.csv", LESSON, [
        (here, "A-1", f"proefdag met {few} deelnemers", f"{WORDS[few - 1]} van de {WORDS[few]} bleven", "begin klein", "herhalen")])
    table(folder / "voorbeelden.csv", EXAMPLE, [
        (here, f"{WORDS[few].title()} mensen aan het werk", f"In dit kwartaal begonnen {few} mensen bij ons.", "intern", day(last))])
