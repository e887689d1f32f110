import Assessments
import Foundation
import Intake
import Parameters
import Rules
import SocialReturnModel
import Spreadsheets
import TestSubmissions
import TestSupport

@testable import Workbooks

/// A small submission with a bit of everything that a sheet must survive: rows set aside, hours without a placement, an unknown column,
/// a refused one, text that looks like a formula, characters that XML does not know, and a long story.
enum ReportExample {
    static let submission: [String: String] = [
        "voorblad.csv": """
        leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd
        12345678;Voorbeeld Schoon B.V.;2026-Q2;1;06-07-2026;ja
        """,
        "inzet.csv": """
        inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;uren_per_week;\
        gewerkte_uren;verband_opdracht;bonussen;opgegeven_waarde;toelichting;afdeling;naam deelnemer
        P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2027;24;312;direct: werk;;6648,40;;Noord;Jan
        P-2;C-1;D-2;PW;12345678;dienstverband;bepaald;01-04-2026;01-01-2026;24;;direct: werk;;;;Zuid;Piet
        =1+1;C-1;D-3;BAN;12345678;dienstverband;bepaald;15-05-2026;;40;;direct: werk;VAST;1.234,56;=HYPERLINK("x");@SUM(A1);Kees
        P-4;C-2;D-4;PW;12345678;dienstverband;bepaald;01-04-2026;31-03-2027;36;468;direct: werk;;;BSN 111222333 staat hier;Noord;Joop
        P-5;C-2;D-5;WW;12345678;stage;geen;01-06-2026;30-06-2026;20;;direct: werk;;;tab\u{1}en\u{FFFE}niets;Oost;Mies
        """,
        "uren.csv": """
        inzet_id;periode;gewerkte_uren
        P-1;2026-04;104
        P-1;2026-05;104
        P-5;2026-06;80,5
        P-2;2026-04;12
        """,
        "voorbeelden.csv": """
        contractnummer;titel;verhaal;deelbaar
        C-1;Van leerplek naar werk;"Iemand die bij ons begon op een leerplek leidt nu anderen op. Na drie maanden werkte zij \
        zelfstandig, en nu maakt zij de nieuwe mensen wegwijs.
        Dat is een mooi begin.";intern
        """,
        "notities.txt": "niets",
    ]

    static let register: [String: String] = [
        "contracten.csv": """
        contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;einddatum;\
        regime;voorbehoud;contractmanager;rapportagefrequentie
        C-1;Sanitaire supplies;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2028;klassiek;geen;geheim@bzk.example;kwartaal
        C-2;Catering;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2030;maatwerk;geen;geheim@bzk.example;kwartaal
        """,
        "verplichtingen.csv": """
        contractnummer;percentage;grondslag;grondslag_bedrag;tabel_id;rekenmethode;peildatum_soort;status;voltijd_uren
        C-1;5;loonsom;640000;HAAGLANDEN-2023-07;contract;start_inzet;in_uitvoering;
        C-2;5;opdrachtwaarde;900000;;;;in_uitvoering;36
        """,
    ]

    /// The assessment of `submission`.
    static func assess(
        _ submission: [String: String] = submission, register: [String: String]? = register
    ) throws -> Assessment {
        try TestSubmission(submission, register: register).assess()
    }

    /// The report on `assessment` in memory of its sheets; its file is thrown away.
    static func report(_ assessment: Assessment, _ language: Language = .dutch, in folder: Folder) throws
        -> Workbooks.Report
    {
        let writer = try WorkbookWriter(
            at: folder.path("niets.xlsx"), assessment.properties(Text(nl: "Proef", en: "Test"), language), language,
            homeSheet: "Samenvatting", footerText: "voet")
        return Workbooks.Report(
            assessment: assessment, language: language, writer: writer,
            index: SheetIndex(
                ReportOutline(
                    assessment: assessment, language: language, limits: .excel,
                    selection: FindingSelection(assessment.findings))))
    }

    /// As many placements as `count`, every fifth of them with an end before its beginning.
    static func placements(_ count: Int) -> String {
        let heading =
            "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
            + "uren_per_week;verband_opdracht\n"
        return heading
            + (1...count).map { number in
                let end = number.isMultiple(of: 5) ? "01-01-2026" : "31-12-2026"
                return "P-\(number);C-1;D-\(number);PW;12345678;dienstverband;bepaald;01-04-2026;\(end);24;direct: werk"
            }.joined(separator: "\n")
    }
}
