import Assessments
import Intake
import Parameters
import Rules
import SocialReturnModel

/// A small submission and register in memory. A table that is not given is not there.
struct SmallSubmission {
    /// The tables of the submission by file name; columns separated by semicolons.
    var tables: [(String, String)] = [("voorblad.csv", Self.cover)]
    /// The tables of the register; none for no register.
    var register: [(String, String)] = []
    /// Earlier submissions, each by its tables.
    var previous: [[(String, String)]] = []

    static let cover = """
        leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd
        12345678;Voorbeeld Schoon B.V.;2026-Q2;1;10-07-2026;ja
        """

    static let placementHeadings = """
        inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;\
        uren_per_week;gewerkte_uren;verband_opdracht
        """

    /// A placement of benefit recipients (PW) as a line of *inzet.csv*.
    static func placement(
        _ id: String, _ contract: String, person: String, start: String = "01-03-2026", end: String = "28-02-2027",
        hours: String = "24", worked: String = "312"
    ) -> String {
        "\(id);\(contract);\(person);PW;12345678;dienstverband;bepaald;\(start);\(end);\(hours);\(worked);direct: schoonmaak"
    }

    /// *inzet.csv* with these lines.
    static func placements(_ lines: String...) -> (String, String) {
        ("inzet.csv", ([placementHeadings] + lines).joined(separator: "\n"))
    }

    static let contractHeadings = """
        contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;gunningsdatum;ingangsdatum;einddatum;regime;voorbehoud;\
        contractmanager;rapportagefrequentie
        """

    /// A contract as a line of *contracten.csv*.
    static func contract(
        _ id: String, _ title: String = "Schoonmaak", start: String = "01-04-2026", end: String = "31-03-2028",
        regime: String = "klassiek"
    ) -> String {
        "\(id);\(title);SCHOONMAAK;12345678;dienst;15-01-2026;\(start);\(end);\(regime);geen;cm@bzk.example;kwartaal"
    }

    static let obligationHeadings = """
        contractnummer;percentage;grondslag;grondslag_bedrag;verplichting_bedrag;doel_aantal;doel_eenheid;tabel_id;\
        rekenmethode;peildatum_soort;status;afronding;voltijd_uren
        """

    /// *contracten.csv* and *verplichtingen.csv* with these lines.
    static func register(contracts: [String], obligations: [String] = []) -> [(String, String)] {
        [
            ("contracten.csv", ([contractHeadings] + contracts).joined(separator: "\n")),
            ("verplichtingen.csv", ([obligationHeadings] + obligations).joined(separator: "\n")),
        ]
    }

    /// The assessment.
    func assess() throws -> Assessment {
        let register = register.isEmpty ? nil : try ContractRegister.read(Self.files(register))
        let earlier = try previous.map { tables in
            EarlierReport(
                submission: try SubmissionReader.read(
                    SubmissionFiles(name: "eerder", files: Self.files(tables)), register: nil),
                digests: [])
        }
        let submission = try SubmissionReader.read(
            SubmissionFiles(name: "voorbeeld", files: Self.files(tables)), register: register)
        return Assessment(
            of: submission, register: register, tables: try ValuationTables(register: register), previous: earlier)
    }

    /// The summary of the assessment.
    func summary() throws -> SubmissionSummary { SubmissionSummary(try assess()) }

    private static func files(_ tables: [(String, String)]) -> [SourceFile] {
        tables.map { SourceFile(name: $0.0, text: $0.1 + "\n") }
    }
}
