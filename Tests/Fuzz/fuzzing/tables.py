"""The tables of a submission and sound values for their columns, told apart from the declarations of the tool itself."""
import datetime
import re

# A column is `name:kind`; an exclamation mark behind it says that it is required.
TABLES = {
    name: [(column.rstrip("!").split(":")[0], column.rstrip("!").split(":")[1], column.endswith("!"))
           for column in columns.split()]
    for name, columns in {
        "voorblad": "leverancier_kvk:kvk! leverancier_naam:supplier! periode:period! sjabloonversie:version! opgesteld_op:day"
                    " ontvangen_op:day correctie_op:text deelnemers_geinformeerd:yes slotrapportage:yes contact:text"
                    " toelichting:text",
        "inzet": "inzet_id:id! contractnummer:contract! deelnemercode:person! doelgroep:group! duurklasse:duration"
                 " leeftijdsklasse:age werkgever_kvk:kvk! soort_inzet:placement! contractvorm:form! begindatum:day!"
                 " einddatum:day uren_per_week:week! gewerkte_uren:hours niveau:level eerder_in_dienst:yes"
                 " verband_opdracht:text! telt_banenafspraak:yes bonussen:bonus opgegeven_waarde:money uitkomst:outcome"
                 " reden_einde:text werkpostcode:postcode toelichting:text",
        "uren": "inzet_id:id! periode:month! gewerkte_uren:hours!",
        "sociale_inkoop": "contractnummer:contract! partner_kvk:kvk! partner_naam:text! keten:chain omschrijving:text"
                          " factuurnummer:invoice! factuurdatum:day! bedrag_excl_btw:money! waarvan_arbeid:money"
                          " erkenning:recognition erkenning_geldig_tot:day aandeel_doelgroep:share aandeel_peildatum:day"
                          " telwijze:counting hoofddoel_integratie:yes toelichting:text",
        "activiteiten": "contractnummer:contract! soort:activity! datum:day! uren:hours aantal_medewerkers:count"
                        " kosten_excl_btw:money bereikte_deelnemers:count goedgekeurd_door_opdrachtgever:yes"
                        " toelichting:text",
        "bewijs": "bewijs_id:id! hoort_bij:id! soort:evidence! afgever:text datum_document:day gezien_op:day"
                  " bewaard_bij:text ingezien_door_inkoop:yes verwijzing:text",
        "gesprekken": "contractnummer:contract! datum:day! fase:phase! deelnemende_rollen:text uitkomst:text",
        "afspraken": "afspraak_id:id! contractnummer:contract! doel:text! eigenaar:owner! aantal:count eenheid:unit"
                     " streefdatum:day voortgang:share status:status! toelichting:text",
        "knelpunten": "contractnummer:contract! soort:obstacle! fase:phase omschrijving:text! hulpvraag:yes actie:text"
                      " eigenaar:owner",
        "leerpunten": "contractnummer:contract! afspraak_id:id wat_geprobeerd:text wat_gebeurde:text wat_geleerd:text!"
                      " volgende_stap:text",
        "voorbeelden": "contractnummer:contract! titel:text! verhaal:text! deelbaar:sharing! toestemming_datum:day",
        "leerplekken": "richting:direction! soort_plek:place! vak:text regio:region! van:day! tot:day aantal:count!"
                       " contact:text!",
    }.items()
}
REGISTER = {
    name: [(column, "text", False) for column in columns.split()]
    for name, columns in {
        "contracten": "contractnummer titel opdrachtgever_oin categorie leverancier_kvk soort_opdracht publicatiedatum"
                      " gunningsdatum ingangsdatum einddatum contractwaarde regime voorbehoud contractmanager"
                      " rapportagefrequentie bewaren_tot",
        "verplichtingen": "contractnummer percentage grondslag grondslag_bedrag maximum verplichting_bedrag doel_aantal"
                          " doel_eenheid tabel_id rekenmethode peildatum_soort terugkijkmaanden voltijd_uren status",
        "leveranciers": "kvk naam rechtsvorm",
        "partners": "kvk naam rechtsvorm erkenning erkenning_geldig_tot aandeel_doelgroep telwijze hoofddoel_integratie",
        "onderaannemers": "contractnummer kvk naam",
        "besluiten": "contractnummer onderwerp periode afspraak wie voor_wanneer toelichting vastgelegd_op bron",
        "instellingen": "sleutel waarde contractnummer geldig_vanaf geldig_tot toelichting",
    }.items()
}
SHEETS = {
    "voorblad": "Voorblad", "inzet": "Inzet", "uren": "Uren", "sociale_inkoop": "Sociale inkoop",
    "activiteiten": "Activiteiten", "bewijs": "Bewijs", "gesprekken": "Gesprekken", "afspraken": "Afspraken",
    "knelpunten": "Knelpunten", "leerpunten": "Leerpunten", "voorbeelden": "Goede voorbeelden",
    "leerplekken": "Leerplekken",
}
# Contracts of examples/register with their supplier; each has another way of calculating.
CONTRACTS = {
    "BZK-2026-0147": "12345678", "BZK-2026-0201": "87654321", "BZK-2026-0233": "90000003", "DVV-2026-0007": "90000005",
}
CODES = {
    "group": "PW WW WIA WAJ BAN WSW BSW NUG BBL BOL VSO STA EXD OVG Participatiewet Wajong",
    "duration": "<1j >1j <2j >2j", "age": "15-26 27-49 50-54 55 56+",
    "placement": "dienstverband detachering stage bbl bol werkervaring proefplaatsing",
    "form": "bepaald onbepaald geen", "level": "1 2 3 4", "outcome": "vast_werk verlengd doorstroom uitval opleiding",
    "bonus": "VAST", "chain": "onderaanneming levering inhuur", "recognition": "sw pso30 code_so art282",
    "counting": "personen fte incl_detachering", "activity": "gastles coaching scholing maatschappelijk sponsoring",
    "evidence": "doelgroepverklaring registercontrole uwv_verklaring factuur pso_certificaat overig",
    "phase": "marktconsultatie voor_gunning start uitvoering afronding", "owner": "leverancier rijk samen",
    "unit": "personen fte uren plekken", "status": "open loopt gehaald vervallen",
    "obstacle": "geen_kandidaten begeleiding uitval capaciteit regels privacy overig",
    "sharing": "nee intern openbaar", "direction": "aanbod vraag",
    "place": "stage werkervaring leerplek baan begeleiding", "region": "Haaglanden Rijnmond Drenthe", "yes": "ja nee",
}
CODES = {kind: words.split() for kind, words in CODES.items()}

# A token is a word that means nothing, is no number and no name, and survives every repair: where it went can be followed.
TOKEN = re.compile(r"zx[bcdfghjklmnpqrstvwxz]{6}")
# Also those that begin within another: a character that is taken out, such as a NUL, joins two words.
JOINED = re.compile(f"(?=({TOKEN.pattern}))")


def token(chance):
    return "zx" + "".join(chance.choice("bcdfghjklmnpqrstvwxz") for _ in range(6))


def day(chance, first=2026, last=2026):
    return datetime.date(chance.randint(first, last), chance.randint(1, 12), chance.randint(1, 28))


def value(chance, kind, row=0, contract="BZK-2026-0147"):
    """A sound value for a column of `kind`, as Dutch Excel writes it."""
    if kind in CODES:
        return chance.choice(CODES[kind])
    match kind:
        case "kvk": return CONTRACTS[contract]
        case "supplier": return "Voorbeeld " + chance.choice(["Schoon B.V.", "Groen B.V.", "Coöperatie U.A."])
        case "period": return chance.choice(["2026-Q2", "2026-H1", "2026", "2026-06", "01-04-2026/30-06-2026"])
        case "month": return chance.choice(["2026-04", "2026-05", "2026-06", "2026-Q2"])
        case "version": return "1"
        case "id": return f"P-{row:03d}"
        case "person": return f"D-{row:04d}"
        case "contract": return contract
        case "invoice": return f"F-2026-{row:04d}"
        case "day": return day(chance, 2025, 2027).strftime("%d-%m-%Y")
        case "week": return chance.choice(["24,0", "36", "40", "8,5", "12"])
        case "hours": return chance.choice(["286,5", "120", "1.040,25", "0"])
        case "money": return chance.choice(["1250,00", "12.450,00", "€ 980,50", "99", "0,01"])
        case "share": return chance.choice(["41,5", "30", "100", "50%"])
        case "count": return str(chance.randint(0, 12))
        case "postcode": return str(chance.randint(1000, 9999))
        case _: return chance.choice(["", "", "samen gepland", "werkt goed; blijft", "in overleg"]) + " " + token(chance)
