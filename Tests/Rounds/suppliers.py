"""Suppliers with different habits: what is true of each, and what it delivers."""
import csv
import io
import pathlib
import zipfile

import openpyxl

from hands import Truth

REGISTER = {
    "leveranciers.csv": "kvk;naam;rechtsvorm\n12345678;Voorbeeld Schoon B.V.;bv\n90000004;Voorbeeld Verhuizers B.V.;bv\n",
    "partners.csv": (
        "kvk;naam;rechtsvorm;erkenning;erkenning_geldig_tot;aandeel_doelgroep;aandeel_peildatum;telwijze;hoofddoel_integratie\n"
        "90000001;Voorbeeld Sociaal Werk B.V.;bv;code_so;31-12-2028;41,5;01-01-2026;personen;ja\n"),
    "onderaannemers.csv": "contractnummer;kvk;naam\nVBD-1;90000001;Voorbeeld Sociaal Werk B.V.\n",
    "contracten.csv": (
        "contractnummer;titel;opdrachtgever_oin;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;contractwaarde;"
        "regime;voorbehoud;contractmanager;rapportagefrequentie;rapportage_binnen_dagen\n"
        + "".join(
            f"{number};{title};00000003900000200000;SCHOONMAAK;{kvk};dienst;01-01-2026;31-12-2029;1000000,00;klassiek;geen;"
            "contractmanagement@voorbeeld.example;kwartaal;60\n"
            for number, title, kvk in (
                ("VBD-1", "Sanitair", "12345678"), ("VBD-2", "Glas", "12345678"), ("VBD-3", "Vloeren", "12345678"),
                ("VBD-9", "Verhuizen", "90000004")))),
    "verplichtingen.csv": (
        "contractnummer;doel_aantal;doel_eenheid;voltijd_uren;terugkijkmaanden;status\n"
        + "".join(f"{number};2;personen;36;12;in_uitvoering\n" for number in ("VBD-1", "VBD-2", "VBD-3", "VBD-9"))),
}


def cover(kvk="12345678", name="Voorbeeld Schoon B.V.", **cells):
    """A sound cover."""
    return {"leverancier_kvk": kvk, "leverancier_naam": name, "periode": "2026-Q2", "sjabloonversie": "1",
            "opgesteld_op": "03-07-2026", "ontvangen_op": "06-07-2026", "deelnemers_geinformeerd": "ja", **cells}


def placement(number, contract="VBD-1", **cells):
    """A sound placement."""
    return {"inzet_id": f"P-{number:02}", "contractnummer": contract, "deelnemercode": f"D-{number:04}", "doelgroep": "WIA",
            "werkgever_kvk": "12345678", "soort_inzet": "dienstverband", "contractvorm": "onbepaald", "begindatum": "01-04-2026",
            "einddatum": "", "uren_per_week": "24", "gewerkte_uren": "280", "verband_opdracht": "direct: schoonmaak van kantoren",
            "telt_banenafspraak": "nee", "toelichting": "", **cells}


def evidence(number, belongs, kind="uwv_verklaring", **cells):
    """Sound evidence."""
    return {"bewijs_id": f"B-{number:02}", "hoort_bij": belongs, "soort": kind, "afgever": "UWV", "datum_document": "15-03-2026",
            "gezien_op": "20-03-2026", "bewaard_bij": "leverancier", "ingezien_door_inkoop": "nee", **cells}


def invoice(number, contract="VBD-1", **cells):
    """A sound invoice."""
    return {"contractnummer": contract, "partner_kvk": "90000001", "partner_naam": "Voorbeeld Sociaal Werk B.V.", "keten": "inhuur",
            "omschrijving": "glasbewassing", "factuurnummer": f"F-{number:03}", "factuurdatum": "15-05-2026",
            "bedrag_excl_btw": "1000,00", "waarvan_arbeid": "900,00", "erkenning": "code_so", "erkenning_geldig_tot": "31-12-2028",
            "aandeel_doelgroep": "41,5", "aandeel_peildatum": "01-01-2026", "telwijze": "personen", "hoofddoel_integratie": "ja",
            "toelichting": "", **cells}


def conversation(contract="VBD-1", **cells):
    """A conversation."""
    return {"contractnummer": contract, "datum": "12-05-2026", "fase": "uitvoering",
            "deelnemende_rollen": "leverancier en contractmanager", "uitkomst": "voortgang besproken", **cells}


def sound(count=4, **tables):
    """A sound report with `count` placements."""
    return {"voorblad": [cover()], "inzet": [placement(number) for number in range(1, count + 1)],
            "bewijs": [evidence(number, f"P-{number:02}") for number in range(1, count + 1)],
            "gesprekken": [conversation()], **tables}


def text(rows, separator=";", columns=None):
    """Rows as CSV."""
    columns = columns or list(rows[0])
    output = io.StringIO()
    writer = csv.writer(output, delimiter=separator, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return output.getvalue()


def write(folder, tables):
    """A folder of CSV files."""
    folder.mkdir(parents=True)
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text(rows if isinstance(rows, str) else text(rows), "utf-8")
    return folder


def changed(rows, changes):
    """`rows` with other cells: {row: {column: value}}."""
    return [{**row, **changes.get(index, {})} for index, row in enumerate(rows)]


def workbook(path, tables, titles=None, heading=lambda name: name):
    """A workbook with a sheet a table."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet((titles or {}).get(name, name))
        columns = list(rows[0])
        sheet.append([heading(column) for column in columns])
        for row in rows:
            sheet.append([row.get(column, "") or None for column in columns])
    book.save(path)
    return path


class Supplier:
    """A supplier: its truth, what it delivers, and what its hands work with."""

    def __init__(self, name, truth, deliver, **options):
        self.name, self.truth, self.deliver = name, truth, deliver
        self.uses_correction = options.get("uses_correction", False)
        #: How the corrected workbook is saved: as openpyxl does, or by LibreOffice as this form.
        self.saved_as = options.get("saved_as")
        #: Whether the feedback cannot be corrected, and the letter asks for another delivery.
        self.unreadable = options.get("unreadable", False)


def by_hand():
    """CSV typed by hand: slips in many cells, a double row, a total."""
    tables = sound(6)
    faulty = changed(tables["inzet"], {
        0: {"begindatum": "31-04-2026"}, 1: {"doelgroep": "Wajonger"}, 2: {"uren_per_week": "veertig"},
        3: {"werkgever_kvk": "9,00E+07"}, 4: {"einddatum": "01-01-2026"}})
    # The truth of what only the supplier knows.
    tables["inzet"] = changed(tables["inzet"], {1: {"doelgroep": "WAJONG", "telt_banenafspraak": "ja"}})
    tables["bewijs"][1] = evidence(2, "P-02", "registercontrole", afgever="werkgever")
    faulty[1]["telt_banenafspraak"] = "ja"
    body = text(faulty) + text([faulty[5]]).split("\r\n", 1)[1] + "Totaal;;;;;;;;;;;1680\r\n"
    return Supplier("csv-met-de-hand", Truth(tables), lambda folder: write(folder / "csv-met-de-hand", {**tables, "inzet": body}))


def correction_column():
    """The same slips, mended in *Correctie*."""
    supplier = by_hand()
    tables = supplier.truth.tables
    faulty = changed(tables["inzet"], {0: {"begindatum": "31-04-2026", "uren_per_week": "200"}, 2: {"contractnummer": ""}})
    return Supplier("in-correctie", supplier.truth,
                    lambda folder: write(folder / "in-correctie", {**tables, "inzet": faulty}), uses_correction=True)


def no_cover():
    """A single table, without a cover."""
    tables = sound(3)
    return Supplier("zonder-voorblad", Truth(tables),
                    lambda folder: write(folder / "zonder-voorblad", {k: v for k, v in tables.items() if k != "voorblad"}))


def no_evidence():
    """No evidence and no conversation."""
    tables = sound(3)
    return Supplier("zonder-bewijs", Truth(tables), lambda folder: write(
        folder / "zonder-bewijs", {k: v for k, v in tables.items() if k in ("voorblad", "inzet")}))


def some_evidence():
    """Evidence of some placements only, and a slip in a row that has none."""
    tables = sound(4)
    faulty = changed(tables["inzet"], {3: {"begindatum": "gisteren"}})
    return Supplier("half-bewijs", Truth(tables), lambda folder: write(
        folder / "half-bewijs", {**tables, "inzet": faulty, "bewijs": tables["bewijs"][:2]}))


def missing_columns():
    """Required columns are missing, in a workbook."""
    tables = sound(3)
    left_out = ("doelgroep", "contractvorm", "verband_opdracht")
    short = [{k: v for k, v in row.items() if k not in left_out} for row in tables["inzet"]]
    return Supplier("zonder-kolommen", Truth(tables), lambda folder: workbook(
        folder / "zonder-kolommen.xlsx", {**tables, "inzet": short}))


OWN = {"Nr.": "inzet_id", "Contract nummer": "contractnummer", "Kandidaatcode": "deelnemercode", "Regeling": "doelgroep",
       "KvK werkgever": "werkgever_kvk", "Soort": "soort_inzet", "Contractvorm": "contractvorm",
       "Startdatum": "begindatum", "Datum uit dienst": "einddatum", "Uren p/w": "uren_per_week", "Gewerkte uren": "gewerkte_uren",
       "Verband met opdracht": "verband_opdracht", "Telt banenafspraak": "telt_banenafspraak", "Opmerkingen": "toelichting"}


def own_workbook():
    """A workbook of its own with headings of its own."""
    tables = sound(3)
    back = {column: heading for heading, column in OWN.items()}
    own = [{back[k]: v for k, v in row.items()} for row in tables["inzet"]]
    return Supplier("eigen-werkmap", Truth(tables, own=OWN), lambda folder: workbook(
        folder / "eigen-werkmap.xlsx", {"voorblad": tables["voorblad"], "inzet": own, "bewijs": tables["bewijs"]},
        {"inzet": "Inzet kandidaten"}))


def exported():
    """As a data frame is written: an index, NaN, times behind dates, decimal points."""
    tables = sound(4)
    rows = [{"Unnamed: 0": str(index), **row, "begindatum": "2026-04-01 00:00:00", "uren_per_week": "24.0",
             "einddatum": "NaT", "toelichting": "nan", "telt_banenafspraak": "False"} for index, row in enumerate(tables["inzet"])]
    rows[2]["doelgroep"] = "nan"
    return Supplier("dataframe", Truth(tables), lambda folder: write(
        folder / "dataframe", {**tables, "inzet": text(rows, ",")}))


def fixed_width():
    """A table of fixed width from an old system: no separator at all."""
    tables = sound(3)
    columns = list(tables["inzet"][0])
    lines = ["".join(f"{value:<34}" for value in (columns if row is None else [row[c] for c in columns]))
             for row in [None, *tables["inzet"]]]
    return Supplier("vaste-breedte", Truth(tables), lambda folder: write(
        folder / "vaste-breedte", {**tables, "inzet": "\r\n".join(lines) + "\r\n"}))


def credit_notes():
    """Three contracts, with credit notes and a double invoice."""
    contracts = ("VBD-1", "VBD-2", "VBD-3")
    invoices = [invoice(number, contract) for number, contract in enumerate(contracts, 1)]
    invoices.append(invoice(4, "VBD-2", bedrag_excl_btw="-250,00", waarvan_arbeid="-225,00", toelichting="creditfactuur bij F-002"))
    tables = sound(3, sociale_inkoop=invoices, gesprekken=[conversation(contract) for contract in contracts])
    tables["inzet"] = [placement(number, contract) for number, contract in enumerate(contracts, 1)]
    tables["bewijs"] += [evidence(10 + number, row["factuurnummer"], "factuur", afgever="sociale onderneming",
                                  datum_document="15-05-2026", gezien_op="20-05-2026") for number, row in enumerate(invoices)]
    faulty = changed(invoices, {0: {"factuurdatum": "15-15-2026"}, 2: {"bedrag_excl_btw": "duizend"}})
    return Supplier("drie-contracten", Truth(tables), lambda folder: write(
        folder / "drie-contracten", {**tables, "sociale_inkoop": faulty}))


def no_persons():
    """Invoices only."""
    tables = {"voorblad": [cover()], "sociale_inkoop": [invoice(1), invoice(2)], "gesprekken": [conversation()],
              "bewijs": [evidence(number, f"F-00{number}", "factuur", afgever="sociale onderneming", datum_document="15-05-2026",
                                  gezien_op="20-05-2026") for number in (1, 2)]}
    faulty = changed(tables["sociale_inkoop"], {1: {"partner_kvk": "1234567"}})
    return Supplier("geen-personen", Truth(tables), lambda folder: write(
        folder / "geen-personen", {**tables, "sociale_inkoop": faulty}))


def nothing_to_tell():
    """Nothing happened, and it says so in the wrong place."""
    tables = {"voorblad": [cover(toelichting="Dit kwartaal is er nog niemand gestart; de werving loopt.")]}
    return Supplier("niets-te-melden", Truth(tables), lambda folder: write(
        folder / "niets-te-melden", {"voorblad": [cover(toelichting="")], "inzet": text([placement(1)]).split("\r\n")[0] + "\r\ngeen\r\n"}))


def damaged():
    """A workbook of which a part got lost; the letter asks for another."""
    tables = sound(2)

    def deliver(folder):
        path = workbook(folder / "beschadigd.xlsx", tables)
        path.write_bytes(path.read_bytes()[:2000])
        return path
    return Supplier("beschadigd", Truth(tables), deliver, unreadable=True)


def in_office():
    """A workbook with slips; LibreOffice saves the correction."""
    tables = sound(3)
    faulty = changed(tables["inzet"], {0: {"einddatum": "31-06-2026", "contractvorm": "bepaald"}, 1: {"deelnemercode": ""}})
    tables["inzet"] = changed(tables["inzet"], {0: {"einddatum": "31-12-2027", "contractvorm": "bepaald"}})
    faulty = changed(tables["inzet"], {0: {"einddatum": "31-06-2026"}, 1: {"deelnemercode": ""}})
    return Supplier("libreoffice", Truth(tables), lambda folder: workbook(
        folder / "libreoffice.xlsx", {**tables, "inzet": faulty}), saved_as="ods")


def with_names():
    """A column with names of participants, which nobody may keep."""
    tables = sound(3)
    names = ["Naam", "Jansen", "De Vries", "Bakker"]
    lines = text(tables["inzet"]).strip().split("\r\n")
    body = "\r\n".join(f"{line};{name}" for line, name in zip(lines, names)) + "\r\n"
    return Supplier("met-namen", Truth(tables), lambda folder: write(folder / "met-namen", {**tables, "inzet": body}))


ALL = [by_hand, correction_column, no_cover, no_evidence, some_evidence, missing_columns, own_workbook, exported, fixed_width,
       with_names, credit_notes, no_persons, nothing_to_tell, damaged, in_office]


def write_register(folder):
    """The register of all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in REGISTER.items():
        (folder / name).write_text(content, "utf-8")
    return folder
