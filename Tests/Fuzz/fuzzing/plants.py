"""Refused values that are valid and unique, the forms that people write them in, and the search for them in outputs."""
import dataclasses
import datetime
import html
import io
import re
import unicodedata
import urllib.parse
import zipfile

from .tables import TOKEN, token

# Headings that ask for something of a person, by class.
HEADINGS = {
    "name": [
        "Naam", "naam", "NAAM", "Naam:", "Naam*", "Naam *", "Naam (verplicht)", "1. Naam", "Naam deelnemer", "Deelnemer naam", "deelnemer_naam",
        "Deelnemersnaam", "Naam van de deelnemer", "Naam kandidaat", "Naam medewerker", "Naam werknemer", "Naam werkzoekende", "Naam cliënt", "Naam client",
        "Naam leerling", "Naam stagiair(e)", "Naam persoon", "Voornaam", "Voornaam:", "Voornamen", "Voornaam deelnemer", "Achternaam", "Achternaam, voornaam",
        "Achternaam/voornaam", "Naam, voornaam", "Familienaam", "Roepnaam", "Voorletters", "Voorletter(s)", "Initialen", "Tussenvoegsel", "Tussenvoegsel(s)",
        "Geboortenaam", "Meisjesnaam", "Volledige naam", "Voor- en achternaam", "Naam en voornaam", "NAW", "NAW-gegevens", "NAW gegevens", "Name", "Full name",
        "First name", "Last name", "Surname", "Employee name", "Name of participant", "Participant name", "Name employee", "Personeelsnaam", "Naam\nmedewerker",
        "Geslachtsnaam", "Anaam", "Vnaam", "Medewerker", "Kandidaat", "Persoon", "Cliënt", "Client", "Leerling", "Werknemer", "Kandidaat:", "Medewerker (verplicht)",
    ],
    "email": [
        "E-mail", "email", "e-mail", "E-mail:", "E-mailadres", "Emailadres", "E-mail adres", "E-mail deelnemer", "E-mailadres deelnemer", "Mail", "Mailadres",
        "E-mail (privé)", "E-mail *", "Email address", "Privémail",
    ],
    "phone": [
        "Telefoon", "Telefoonnummer", "Telefoonnr.", "Tel.", "Tel", "Tel.nr.", "Telnr", "Tel. nr", "Mobiel", "Mobiel nummer", "Mobielnummer", "Mobiele telefoon", "GSM",
        "06", "06-nummer", "Telefoon:", "Telefoon (mobiel)", "Telefoon deelnemer", "Telefoonnummer deelnemer", "Phone", "Phone number", "Mobile",
    ],
    "address": ["Adres", "Adres:", "Woonadres", "Straat", "Straat en huisnummer", "Straat + nr.", "Straatnaam", "Woonplaats", "Adres deelnemer", "Address", "Street", "Huisadres"],
    "birth": [
        "Geboortedatum", "geboortedatum", "Geboortedatum:", "Geb.datum", "Geb. datum", "Gebdatum", "Geboortedatum (dd-mm-jjjj)", "Geboortedatum deelnemer", "Geboren",
        "Geboren op", "Date of birth", "Birth date", "DOB", "Geb.", "Datum geboorte",
    ],
    "bsn": ["BSN", "bsn", "BSN:", "BSN-nummer", "BSN nr.", "BSN deelnemer", "Burgerservicenummer", "Burgerservicenr.", "Burger service nummer", "Sofinummer", "Sofi-nummer", "SoFi", "B.S.N.", "BSN (9 cijfers)"],
    "iban": ["IBAN", "IBAN:", "IBAN-nummer", "Rekeningnummer", "Rekeningnr.", "Bankrekening", "Bankrekeningnummer", "Bankrekeningnr", "Rekening", "Bank account"],
}


@dataclasses.dataclass
class Plant:
    """A value, and where it was put."""
    kind: str
    form: str
    text: str
    # What tells in an output that it leaked: digits without separators, or a token.
    keys: tuple
    place: str = ""
    where: str = ""
    container: str = ""
    found: list = dataclasses.field(default_factory=list)

    @property
    def sort(self):
        """What it has in common with others: the heading that refuses it, the name that it is part of, or its form."""
        if self.place == "refused heading":
            return self.kind, "heading", self.where.split(".", 1)[1]
        if self.place.endswith("name"):
            return self.kind, self.place, self.form
        return self.kind, "form", self.form


def bsn(chance):
    while True:
        digits = [chance.randint(1, 9)] + [chance.randrange(10) for _ in range(7)]
        last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits)) % 11
        if last < 10 and len(set(digits)) > 3:
            return "".join(map(str, digits + [last]))


def iban(chance, country="NL"):
    """An account with the check digits of its country's length; its last run of digits is unique."""
    def digits(count):
        return "".join(str(chance.randrange(10)) for _ in range(count))

    body = {
        "NL": lambda: chance.choice(["ABNA", "INGB", "RABO", "TRIO", "SNSB", "BUNQ"]) + "0" + digits(9), "DE": lambda: digits(18), "BE": lambda: digits(12),
        "GB": lambda: chance.choice(["NWBK", "BARC"]) + digits(14), "FR": lambda: digits(23), "PL": lambda: digits(24), "ES": lambda: digits(20),
        "IT": lambda: chance.choice("ABCXYZ") + digits(22), "LT": lambda: digits(16), "IE": lambda: "AIBK" + digits(14), "AT": lambda: digits(16), "TR": lambda: "00" + digits(20),
        "BG": lambda: "BNBG" + digits(14), "RO": lambda: "AAAA1B31" + digits(12),
    }[country]()
    number = int("".join(str(int(sign, 36)) for sign in body + country + "00"))
    return f"{country}{98 - number % 97:02d}{body}"


def other_script(digits, zero):
    return "".join(chr(ord(zero) + int(digit)) for digit in digits)


def groups(text, sizes, joint):
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at:at + size])
        at += size
    if at < len(text):
        parts.append(text[at:])
    return joint.join(parts)


# How people write a citizen service number.
BSN_FORMS = {
    "plain": "{}", "in a sentence": "bel {} even", "called": "BSN {}", "called and glued": "BSN{}", "glued behind a code": "P1BSN{}", "called with a colon": "bsn:{}",
    "called, long": "burgerservicenummer is {}", "called sofi": "sofinr. {}", "with an apostrophe": "'{}", "in quotes": '"{}"', "in brackets": "({})", "with a stop": "nr.{}.",
    "with a hash": "#{}", "as a decimal": "{},00", "as a decimal with a point": "{}.0", "between letters": "x{}x", "behind an underscore": "D_{}", "behind a hyphen": "D-{}",
    "before a word": "{}deelnemer", "with no-break space": "\u00a0{}", "with a zero-width space": "\u200b{}", "with a zero in front": "0{}", "with a plus": "+{}",
    "as a formula": "={}", "as a text formula": '="{}"', "in a list": "1; {}; 2", "in a path": "map/{}/brief.pdf", "in an address": "https://voorbeeld.example/d?id={}", "with an equals sign": "id={}",
    "two in a row": "{} / {}",
}
BSN_GROUPS = {
    "3-3-3 blank": ((3, 3, 3), " "), "3-3-3 point": ((3, 3, 3), "."), "3-3-3 hyphen": ((3, 3, 3), "-"), "3-3-3 comma": ((3, 3, 3), ","), "3-3-3 slash": ((3, 3, 3), "/"),
    "3-3-3 underscore": ((3, 3, 3), "_"), "3-3-3 two blanks": ((3, 3, 3), "  "), "3-3-3 no-break": ((3, 3, 3), "\u00a0"), "3-3-3 thin": ((3, 3, 3), "\u2009"), "3-3-3 narrow": ((3, 3, 3), "\u202f"),
    "3-3-3 zero-width": ((3, 3, 3), "\u200b"), "3-3-3 soft hyphen": ((3, 3, 3), "\u00ad"), "3-3-3 en dash": ((3, 3, 3), "\u2013"), "3-3-3 minus": ((3, 3, 3), "\u2212"),
    "3-3-3 apostrophe": ((3, 3, 3), "'"), "3-3-3 middle dot": ((3, 3, 3), "\u00b7"), "3-3-3 line": ((3, 3, 3), "\n"), "3-3-3 tab": ((3, 3, 3), "\t"), "3-3-3 spaced hyphen": ((3, 3, 3), " - "),
    "4-2-3 point": ((4, 2, 3), "."), "4-2-3 blank": ((4, 2, 3), " "), "2-2-2-3": ((2, 2, 2, 3), " "), "2-3-4": ((2, 3, 4), "."), "1 a word": ((1,) * 9, " "), "1 a hyphen": ((1,) * 9, "-"),
    "1 a point": ((1,) * 9, "."), "4-5": ((4, 5), " "), "5-4": ((5, 4), "-"), "1-8": ((1, 8), " "), "8-1": ((8, 1), "."), "3-6": ((3, 6), " "), "6-3": ((6, 3), "."),
    "3-3-3 asterisk": ((3, 3, 3), "*"), "4-2-3 asterisk": ((4, 2, 3), "*"), "3-3-3 plus": ((3, 3, 3), "+"), "3-3-3 hash": ((3, 3, 3), "#"), "3-3-3 times": ((3, 3, 3), "\u00d7"),
}
BSN_SCRIPTS = {"fullwidth": "\uff10", "Arabic-Indic": "\u0660", "Persian": "\u06f0", "Devanagari": "\u0966", "mathematical": "\U0001d7ce", "subscript": "\u2080"}
IBAN_FORMS = {
    "plain": (4, None), "by four": (4, " "), "by four, hyphen": (4, "-"), "by four, point": (4, "."), "by four, underscore": (4, "_"), "by four, slash": (4, "/"), "by four, no-break": (4, "\u00a0"),
    "by four, two blanks": (4, "  "), "by four, comma": (4, ","), "by two": (2, " "), "by three": (3, " "), "by four, zero-width": (4, "\u200b"), "by four, line": (4, "\n"), "by four, en dash": (4, "\u2013"),
}
COUNTRIES = ("DE", "BE", "GB", "FR", "PL", "ES", "IT", "LT", "IE", "AT", "TR", "BG", "RO")


def make_bsn(chance):
    number = bsn(chance)
    which = chance.random()
    if which < 0.45:
        form = chance.choice(list(BSN_FORMS))
        return Plant("bsn", form, BSN_FORMS[form].replace("{}", number), (number, "0" + number))
    if which < 0.5 and number[-2:] != "00":
        return Plant("bsn", "scientific", f"{number[0]}{chance.choice(',.')}{number[1:].rstrip('0')}{chance.choice(['E+08', 'E+8', 'e8'])}", (number, number.rstrip("0")))
    if which < 0.85:
        form = chance.choice(list(BSN_GROUPS))
        text = groups(number, *BSN_GROUPS[form])
        if form in ("4-5", "5-4", "1-8", "8-1", "3-6", "6-3", "2-3-4", "2-2-2-3", "4-2-3 blank", "1 a point") or form[:5] == "4-2-3" and number[:2] in ("19", "20", "21"):
            form, text = form + ", called", "BSN " + text
        return Plant("bsn", form, text, (number,))
    form = chance.choice(list(BSN_SCRIPTS))
    return Plant("bsn", form, other_script(number, BSN_SCRIPTS[form]), (number,))


def make_iban(chance):
    country = "NL" if chance.random() < 0.55 else chance.choice(COUNTRIES)
    account = iban(chance, country)
    form = chance.choice(list(IBAN_FORMS))
    size, joint = IBAN_FORMS[form]
    text = account if joint is None else joint.join(account[at:at + size] for at in range(0, len(account), size))
    frame = chance.choice(["{}", "{}", "betaald op {}", "IBAN:{}", "IBAN{}", "({})", "{}."])
    text = frame.format(text)
    if chance.random() < 0.2:
        text, form = text.lower(), form + ", lower case"
    elif chance.random() < 0.05:
        text, form = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text), "fullwidth"
    # The longest run of digits behind the letters, which is unique.
    key = max(re.findall(r"\d+", account[4:] if country in ("NL", "GB", "IE", "BG", "IT", "RO") else account), key=len)
    return Plant("iban" if country == "NL" else "iban abroad", form, text, (key,))


FIRST = ["Jan", "Fatima", "Mehmet", "Anna", "Sjoerd", "Zofia"]


def make_name(chance, titled=False):
    word = token(chance)
    name = word.capitalize()
    if titled:
        form, text = chance.choice([("dhr", f"Dhr. J. de {name}"), ("mevr", f"mevr. {name}"), ("mw", f"mw. A. {name}"), ("initials", f"J.P. {name}"), ("comma", f"{name}, J."), ("heer", f"de heer {name}")])
    else:
        form, text = chance.choice([("surname", name), ("first and last", f"{chance.choice(FIRST)} {name}"), ("comma", f"{name}, {chance.choice(FIRST)}"), ("van der", f"{chance.choice(FIRST)} van der {name}"), ("capitals", name.upper())])
    return Plant("name", form, text, (word,))


def make_email(chance):
    word = token(chance)
    form = chance.choice(["{}@gmail.com", "j.{}@hotmail.nl", "{}@ziggo.nl", "<{}@gmail.com>", "mailto:{}@gmail.com", "{}@GMAIL.COM", "{}+werk@gmail.com"])
    return Plant("email", form.replace("{}", "x"), form.format(word), (word,))


def make_phone(chance):
    digits = "6" + str(chance.randint(1, 5)) + "".join(str(chance.randrange(10)) for _ in range(7))
    form = chance.choice(["06-{1}", "0{0}", "06 {1}", "+31 6 {1}", "+31{0}", "0031{0}", "+31 (0)6 {1}", "06 {2}", "(06) {1}", "06.{1}", "06/{1}", "06 - {1}"])
    if chance.random() < 0.2:
        return make_landline(chance)
    text = form.format(digits, digits[1:], " ".join(digits[at:at + 2] for at in range(1, 9, 2)))
    return Plant("phone", form, text, ("0" + digits, "31" + digits, "0031" + digits, "310" + digits, digits[1:]))


def make_landline(chance):
    """A telephone at home: without a mark between its digits it could be any number, so it has one."""
    area = chance.choice(["10", "20", "30", "40", "50", "70", "76"])
    digits = area + str(chance.randint(2, 7)) + "".join(str(chance.randrange(10)) for _ in range(6))
    form = chance.choice(["0{0}-{1}", "(0{0}) {1}", "0{0} {1}", "+31 {0} {1}"])
    return Plant("phone", form + " home", form.format(area, digits[2:]), ("0" + digits, "31" + digits, digits))


def make_birth(chance):
    day = datetime.date(1950, 1, 1) + datetime.timedelta(chance.randrange(20_000))
    form = chance.choice(["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y%m%d", "%d%m%Y"])
    return Plant("birth", form, day.strftime(form), (day.strftime("%d%m%Y"), day.strftime("%Y%m%d")))


def make_address(chance):
    word = token(chance)
    return Plant("address", "street", f"{word.capitalize()}straat {chance.randint(1, 99)}", (word,))


MAKERS = {"bsn": make_bsn, "iban": make_iban, "name": make_name, "email": make_email, "phone": make_phone, "birth": make_birth, "address": make_address}

# ---------------------------------------------------------------- the search

# What may stand between the digits of one number.
JOINT = r"[\s.,*+#×\-/_'’·\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\u202f\u2009\ufeff()]{1,3}"
RUN = re.compile(rf"\d+(?:{JOINT}\d+)*")
DIGITS = re.compile(r"\d+")
LAYOUT = re.compile(r'\s(?:r|s|ht|width|min|max|style|spans|sqref|ref|count|uniqueCount|x|y|w|h|id|r:id|dxfId|priority|numFmtId|fontId|fillId|borderId|xfId|rgb|topLeftCell|xSplit|ySplit|sheetId|Id)="[^"]*"')
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


class Search:
    """Finds planted values in outputs, however they are written there."""

    def __init__(self, plants):
        self.by_key = {}
        for plant in plants:
            for key in plant.keys:
                self.by_key.setdefault(key, plant)
        self.lengths = {len(key) for key in self.by_key if key.isdigit()}
        self.longest = max(self.lengths, default=0)

    def note(self, key, place):
        plant = self.by_key.get(key)
        if plant is not None and len(plant.found) < 5 and place not in plant.found:
            plant.found.append(place)

    def text(self, text, place):
        text = unicodedata.normalize("NFKC", text)
        for word in TOKEN.findall(text.lower()):
            self.note(word, place)
        for run in RUN.findall(text):
            numbers = [str(int(number)).zfill(len(number)) for number in DIGITS.findall(run)]
            for start in range(len(numbers)):
                joined = ""
                for number in numbers[start:start + self.longest]:
                    joined += number
                    if len(joined) > self.longest:
                        break
                    if len(joined) in self.lengths:
                        self.note(joined, place)

    def data(self, data, place):
        """Searches bytes as what they are: a zip and its members, JSON, XML, text of some encoding."""
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    self.text(name, place + ": names")
                    self.data(archive.read(name), f"{place}: {re.sub('[0-9]+', 'N', name)}")
            return
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return self.text(data.decode("utf-16", "replace"), place)
        text = data.decode("utf-8", "replace")
        if data[:5] == b"<?xml":
            text = html.unescape(LAYOUT.sub("", text))
            # Texts of one cell that were split over elements.
            self.text(re.sub(r"</?(?:r|rPr|t|is|b|i|sz|color|rFont|family)\b[^>]*>", "", text), place)
            return
        if "%" in text:
            # Addresses of files, in which SARIF names them.
            text += "\n" + urllib.parse.unquote(text, errors="replace")
        if "\\u" in text:
            text = ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)
        self.text(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\/", "/"), place)
