"""Files of made-up submissions and their register: headings, and how they are written."""
import csv

CONTRACT = ("contractnummer;titel;opdrachtgever_oin;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;"
            "ingangsdatum;einddatum;contractwaarde;regime;voorbehoud;contractmanager;rapportagefrequentie").split(";")
OBLIGATION = ("contractnummer;percentage;grondslag;grondslag_bedrag;doel_aantal;doel_eenheid;tabel_id;rekenmethode;"
              "peildatum_soort;voltijd_uren;status").split(";")
PLACEMENT = ("inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
             "uren_per_week;eerder_in_dienst;verband_opdracht;telt_banenafspraak;uitkomst").split(";")
COMMITMENT = "afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;voortgang;status".split(";")
OBSTACLE = "contractnummer;soort;fase;omschrijving;hulpvraag;actie;eigenaar".split(";")
LESSON = "contractnummer;afspraak_id;wat_geprobeerd;wat_gebeurde;wat_geleerd;volgende_stap".split(";")


def table(path, heading, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(heading)
        writer.writerows(rows)


def day(value):
    return value.strftime("%d-%m-%Y") if value else ""
