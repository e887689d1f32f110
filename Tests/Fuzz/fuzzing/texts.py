"""Values that are rare, odd or at a boundary: numbers, texts, headings, names of files."""
from .tables import token

NUMBERS = """
9223372036854775807 9223372036854775808 -9223372036854775808 9000000000000000000 900000000000000 92000000000000000
92233720368547758,07 92233720368547758,08 -92233720368547758,08 1e308 -1e308 1e309 1e-400 0e99999 -0 -0,00 NaN Infinity -inf
4294967295 4294967296 2147483647 2147483648 65535 65536 32767 32768 16384 16385 1048576 1048577 168 168,01 24:00 26:30
999999999999999999999999999999999999999 0,0000000000000000000001 00000000000000000000000000000000000000001 1.234 1,234,567
1.2.3 1,2,3 ,5 5, - -- +5 --5 (5) 5- €-5 €€5 50%% 1/3 1½ ١٢٣ ５ 0x1F 1_000 1'000 1e5 -1 -0,01 99999 9999999 0,005 0,004999999999
100000000000000 999999999999,99 400 46 2958465 2958466 0,5 60 44927,999999999
""".split()
# Numbers that are read, and that a few of are more than a sum holds.
LARGE = """
900000000000000 9000000000000000 90000000000000000 92000000000000000 9000000000000 99999999999999,99 999999999999999,99 92233720368547758,07 46116860184273879,04
4611686018427387904 9223372036854775807 1000000000000 1e15 9e14 4294967296 2147483648 100000000 999999,99
""".split()
DAYS = """
31-12-9999 01-01-0001 29-02-2026 29-02-2024 31-04-2026 00-00-0000 32-01-2026 1-1-26 2026-13-01 2026-02-30 01/13/2026 04/15/2026
01-04-10000 9999-99-99 0000-00-00 1900-01-00 29-02-1900 45000 2958465 2958466 -1 0 heden n.v.t. onbepaald 12-03-1988 1-4-2026T00:00
2026-04-01T24:00:00Z ma 1-4-2026 1e99 31-12-+2026 2147483647-01-01 01-01-2147483648
""".split() + ["1 april 2026", "wo 1 april 2026", "30 februari 2026"]
PERIODS = """
2026-Q0 2026-Q5 2026-H3 2026-00 2026-13 0000 9999 99999 10000-Q1 2026-Q2/2026-Q3 30-06-2026/01-04-2026 01-01-0001/31-12-9999
2026- -2026 Q2 2e 2026-Q٢ 2026/Q2 20261 1e3 9223372036854775807
""".split()
FORMULAS = [
    "=HYPERLINK(\"http://{0}.example\";\"{0}\")", "=cmd|' /C calc'!{0}", "+{0}", "-{0}", "@SUM({0})", "\t={0}", "\r={0}",
    "={0}+1", "'={0}", "＝{0}", "=WEBSERVICE(\"http://{0}.example\")", "{{={0}}}", "http://{0}.example/", "mailto:{0}",
    "internal:'{0}'!A1", "external:c:\\{0}.xlsx",
]
LENGTHS = [31, 32, 100, 189, 255, 256, 330, 1000, 3028, 8191, 32766, 32767, 32768, 70000]
MARKS = [
    "\0", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1a", "\x1b[31m", "\x1f", "\x7f", "\x85", "\x9b31m", "\xa0", "\xad",
    "\u0301", "\u200b", "\u200d", "\u200f", "\u202e", "\u2028", "\u2029", "\u2060", "\ufeff", "\ufffd", "\uffff", "\U0001f9d1\u200d\U0001f33e",
    "\U000e0041", "\u0130", "ß", "ﬃ", "ŉ", "\u1e9e", "＝", "…", "–", "‘", "”", "｜", "；", "''", '"', '""', "\\", "%s%n%@", "&amp;", "<t>",
    "]]>", "_x000D_", "_x001B_", "*", "$(id)", "`", "|", "\r\n", "\n", "\r", "\n\n\n\n", "\t", "\udc80", "\ud83d", "a" + "\u0301" * 300,
]
WORDS = [
    "n.v.t.", "geen", "onbekend", "-", "x", "NULL", "#N/B", "#REF!", "Totaal", "totaal:", "Totaal Groen B.V.", "Generaal totaal", "Som",
    "klopt", "akkoord", "ja hoor", "PW, WW", "Wajonger", "BSN", "sep=;", "sep=", "inzet_id", "true", "WAAR", "0", "1", " ", "\xa0", "*****",
]
# None of these asks for anything of a person; plant.py has those.
HEADINGS = [
    "Begindatum *", "begindatum:", "Begindatum (dd-mm-jjjj)", "1. Begindatum", "BEGIN DATUM", "begin_datum", "Startdatum", "Uren p/w",
    "Bedrijf", "Afdeling", "kolom 1", "opmerking", "opmerkingen", "toelichting", "Toelichting ", "périodë", "kvk", "waarde", "id", "#", "=A1", "",
    " ", "*", "contract", "sjabloon", "rij", "Correctie", "Uw antwoord", "Te repareren", "uitkomst", "uitkomst_2", "bedrag\nexcl.\nbtw", "2026", "01-04-2026",
]
# Names for files and folders, as bytes: what file systems allow.
NAMES = [
    b"caf\xe9.csv", "café.csv".encode(), "cafe\u0301.csv".encode(), b"\xff\xfe.csv", b"a\x1b[31mrood.csv", b"a\nb.csv", b"a\rb.csv", b"a\tb.csv",
    b"\x01.csv", b"\x7f.csv", b" .csv", b"inzet.csv ", b" inzet.csv", b"-rf.csv", b"--output.csv", b"*.csv", b"a;b.csv", b"a'b\".csv", b"$(id).csv",
    b"%s%n.csv", b"CON.csv", b"con.csv", b"nul", b"a" * 255, b"b" * 251 + b".csv", "\u0301inzet.csv".encode(), "\u0301".encode() * 100, "\u202efdp.csv".encode(),
    b"inzet (1).csv", b"kopie van inzet.csv", b"INZET.CSV", b"inzet.CSV", b"Inzet.txt", b"sjabloon - Inzet.csv", b"inzet..csv", b"inzet.csv.csv",
    b"..csv", b"...", b"..a", b".inzet.csv", b"inzet.csv~", b"~$inzet.xlsx", b".~lock.inzet.csv#", b"Thumbs.db", b"desktop.ini", b".DS_Store",
    b"mail.msg", b"brief.doc", b"oud.xls", b"foto.jpg", b"film.mp4", b"a\\b.csv", b"C:inzet.csv", b"inzet:ads.csv", b"leeg", b"README.md",
    b"bevindingen.json", b"rapport.xlsx", b"sociale inkoop.csv", b"goede voorbeelden.csv", b".deel-1", b"gegevens", b".maatwerk",
    "ｉｎｚｅｔ.csv".encode(), "ınzet.csv".encode(), "İNZET.csv".encode(), b"inzet\xc2\xad.csv", b"inzet\xe2\x80\x8b.csv", b"1e308.csv", b"=1+1.csv",
]
STRAYS = [
    b"", b"\0" * 600, b"%PDF-1.7\n" + bytes(range(256)), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x03\x04" + bytes(range(256)),
    b"PK\x05\x06" + b"\0" * 18, b"7z\xbc\xaf\x27\x1c" + bytes(range(200)), b"Rar!\x1a\x07\x00" + bytes(range(200)), b"\x1f\x8b\x08" + bytes(99),
    b"<html><body><table><tr><td>inzet_id</td></tr></table></body></html>", b"<?xml version=\"1.0\"?><a/>", b"\x89PNG\r\n\x1a\n" + bytes(99),
    b"{\"a\": [1, 2]}", b"zomaar\r\ntekst", b"\xff\xfe", b"\xfe\xff\0", b"\xef\xbb\xbf", b"sep=;", b"sep=\r\n", b'"', b";", b"\n" * 300, b"\x1a", b"\r",
]


def long_text(chance):
    length = chance.choice(LENGTHS)
    filler = chance.choice(["a", "woord ", "\u00e9", "\u20ac", "\U0001f600", "a\n", "0", "\u0301", "W", "=", '"', "'"])
    return (filler * length)[:length] + token(chance)


def odd_text(chance, kind="text"):
    """A value that fits no column, or one with a fault that fits `kind`."""
    which = chance.random()
    if which < 0.3:
        return chance.choice(NUMBERS)
    if which < 0.42:
        return chance.choice(DAYS if kind != "period" else PERIODS)
    if which < 0.5:
        return chance.choice(PERIODS)
    if which < 0.6:
        return chance.choice(FORMULAS).format(token(chance))
    if which < 0.72:
        mark = chance.choice(MARKS)
        return chance.choice([mark, mark + token(chance), token(chance) + mark, token(chance)[:4] + mark + token(chance)])
    if which < 0.76:
        return long_text(chance)
    if which < 0.86:
        return chance.choice(WORDS)
    if which < 0.9:
        return chance.choice(["9" * 400, "1," + "0" * 400, "-" * 400, "0" * 5000, "5." * 300, "\u0663" * 50])
    return token(chance)


def odd_heading(chance):
    which = chance.random()
    if which < 0.5:
        return chance.choice(HEADINGS)
    if which < 0.75:
        return chance.choice(MARKS) + token(chance)
    if which < 0.9:
        return long_text(chance)
    return ("regel\n" * chance.choice([2, 33, 60, 500])) + token(chance)
