import Assessments
import Foundation
import Intake
import Parameters
import Rules
import SocialReturnModel
import TestSubmissions
import TestSupport
import Workbooks

/// A submission under contracts of every kind: valued in euros, a classic one without a table, a target in places, tailored
/// commitments, two targets with nothing reported, and one that the supplier asks help for.
struct SummaryExample {
    var tables = Self.submission
    var register: [String: String]? = Self.registerFiles
    var previous: [[String: String]] = []

    static let submission: [String: String] = [
        "voorblad.csv": """
        leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;ontvangen_op;deelnemers_geinformeerd
        12345678;Voorbeeld Schoon B.V.;2026-Q2;1;06-07-2026;08-07-2026;ja
        """,
        "inzet.csv": """
        inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;\
        uren_per_week;gewerkte_uren;verband_opdracht
        P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2027;24;312;direct: werk
        P-2;C-1;D-2;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2027;12;156,5;direct: werk
        P-3;C-2;D-3;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2027;36;468;direct: werk
        P-4;C-3;D-4;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2027;20;260;direct: werk
        P-5;C-3;d-4;PW;12345678;dienstverband;bepaald;15-05-2026;31-03-2027;10;70;direct: werk
        P-6;C-1;D-1;PW;12345678;dienstverband;bepaald;01-06-2026;01-05-2026;10;70;direct: werk
        """,
        "sociale_inkoop.csv": """
        contractnummer;partner_kvk;partner_naam;keten;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning
        C-2;90000001;Voorbeeld Sociaal Werk B.V.;levering;F-1;15-05-2026;980,10;pso30
        C-6;90000001;Voorbeeld Sociaal Werk B.V.;levering;F-2;16-05-2026;1250,75;sw
        """,
        "activiteiten.csv":
            "contractnummer;soort;datum;uren;goedgekeurd_door_opdrachtgever\nC-3;gastles;20-05-2026;6;ja",
        "bewijs.csv": """
        bewijs_id;hoort_bij;soort;datum_document;gezien_op;ingezien_door_inkoop
        B-1;p-1;uitkeringsspecificatie_gezien;20-03-2026;21-03-2026
        B-2;F-1;factuur;15-05-2026;21-05-2026
        B-3;F-2;factuur;16-05-2026;21-05-2026;ja
        """,
        "gesprekken.csv": "contractnummer;datum;fase\nC-1;07-05-2026;uitvoering",
        "afspraken.csv": """
        afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;status
        A-1;C-4;taalles;leverancier;2;personen;01-06-2026;loopt
        A-2;C-4;open dag;rijk;1;uren;01-05-2026;gehaald
        A-3;C-4;mentor;samen;1;personen;01-10-2026;open
        A-4;C-4;excursie;samen;1;personen;01-10-2026;vervallen
        """,
        "knelpunten.csv": """
        contractnummer;soort;omschrijving;hulpvraag;actie
        C-3;geen_kandidaten;geen kandidaten met rijbewijs;ja;gesprek
        C-1;begeleiding;weinig begeleiders;nee;plannen
        """,
        "leerpunten.csv": "contractnummer;wat_geleerd\nC-3;eerder beginnen",
        "voorbeelden.csv": "contractnummer;titel;verhaal;deelbaar\nC-1;Van leerplek;verhaal;intern",
    ]

    static let registerFiles: [String: String] = [
        "contracten.csv": """
        contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;einddatum;\
        regime;voorbehoud;contractmanager;rapportagefrequentie;aanvaard_bewijs
        C-1;Sanitaire supplies;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2028;voorbehouden;deels;cm@bzk.example;kwartaal
        C-2;Catering;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2030;klassiek;geen;cm@bzk.example;kwartaal
        C-3;Groen;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2027;maatwerk;geen;cm@bzk.example;kwartaal
        C-4;Inhuur;X;12345678;dienst;01-10-2025;15-01-2026;01-01-2025;31-12-2027;maatwerk;geen;cm@bzk.example;kwartaal
        C-5;Transport;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-12-2026;gunningscriterium;geen;cm@bzk.example;kwartaal
        C-6;Kleding;X;12345678;levering;01-10-2025;15-01-2026;01-01-2026;31-12-2026;klassiek;geen;cm@bzk.example;kwartaal;factuur
        """,
        "verplichtingen.csv": """
        contractnummer;percentage;grondslag;grondslag_bedrag;maximum;verplichting_bedrag;pso_korting;doel_aantal;doel_eenheid;\
        tabel_id;rekenmethode;peildatum_soort;status;afronding;voltijd_uren
        C-1;5;loonsom;640000,10;31000;;10;;;HAAGLANDEN-2023-07;contract;start_inzet;in_uitvoering;per_totaal;
        C-2;5;opdrachtwaarde;900000;;;;;;;;;in_uitvoering;;36
        C-3;;;;;;;4;plekken;;;;in_uitvoering;;36
        C-5;;;;;;;3;personen;;;;in_uitvoering;;36
        C-5;;;;;;;1,5;fte;;;;in_uitvoering;;36
        C-6;;;;;15000;;;;UTRECHT;contract;start_inzet;in_uitvoering;;
        """,
    ]

    /// The assessment.
    func assess() throws -> Assessment {
        var submission = TestSubmission(tables, register: register)
        submission.previous = previous.map(TestSubmission.inOrder)
        return try submission.assess()
    }

    /// Writes the report into a new folder and gives its path.
    func write(_ language: Language = .dutch, name: String = "rapport") throws -> String {
        let path = try Folder.untilTheEnd().appendingPathComponent("\(name).xlsx").path
        try ReportWorkbook.write(try assess(), language, to: path)
        return path
    }
}
