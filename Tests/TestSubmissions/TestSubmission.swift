import Assessments
import Intake
import Parameters
import Rules
import SocialReturnModel
import TestSupport

/// A submission and a register in memory, for tests. A table that is not given is not there.
package struct TestSubmission {
    /// The files of the submission: name and text, columns separated by semicolons.
    package var tables: [(String, String)]
    /// The files of the register; none for no register.
    package var register: [(String, String)]
    /// Earlier submissions, each by its files.
    package var previous: [[(String, String)]]
    /// What the submission is called.
    package var name = "voorbeeld"

    /// A submission of these files; nothing but a cover when none are given.
    package init(
        tables: [(String, String)] = [("voorblad.csv", cover)], register: [(String, String)] = [],
        previous: [[(String, String)]] = []
    ) {
        (self.tables, self.register, self.previous) = (tables, register, previous)
    }

    /// A submission of these files, in the order of their names.
    package init(_ tables: [String: String], register: [String: String]? = nil) {
        self.init(tables: Self.inOrder(tables), register: register.map(Self.inOrder) ?? [])
    }

    /// Files by name as files in the order of their names.
    package static func inOrder(_ texts: [String: String]) -> [(String, String)] {
        texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Files of these names and texts, each with an end of line behind it.
    package static func files(_ tables: [(String, String)]) -> [SourceFile] {
        tables.map { SourceFile(name: $0.0, text: $0.1 + "\n") }
    }

    /// The files of the submission.
    package var submissionFiles: SubmissionFiles { SubmissionFiles(name: name, files: Self.files(tables)) }

    /// The register, when there is one.
    package func readRegister() throws -> ContractRegister? {
        register.isEmpty ? nil : try ContractRegister.read(Self.files(register))
    }

    /// The assessment, by the rules of the catalogue and those of a department; on the day of the report itself without a `clock`.
    package func assess(department: DepartmentRules = .none, clock: Day? = nil) throws -> Assessment {
        let register = try readRegister()
        let earlier = try previous.map { tables in
            EarlierReport(
                submission: try SubmissionReader.read(SubmissionFiles(name: "eerder", files: Self.files(tables))),
                digests: [])
        }
        return Assessment(
            of: try SubmissionReader.read(submissionFiles, register: register), register: register,
            tables: ValuationTables(register: register), previous: earlier, department: department,
            clock: clock)
    }

    /// The summary of the assessment.
    package func summary(clock: Day? = nil) throws -> SubmissionSummary { SubmissionSummary(try assess(clock: clock)) }

    /// The assessment of an example of this repository, with the register of the examples.
    package static func assess(example name: String) throws -> Assessment {
        let register = try ContractRegister.read(at: Repository.examples + "/register")
        return Assessment(
            of: try SubmissionReader.read(
                SubmissionFiles(at: Repository.examples + "/inzendingen/" + name), register: register),
            register: register, tables: ValuationTables(register: register))
    }
}

extension TestSubmission {
    /// The cover of a supplier of cleaning for the second quarter of 2026.
    package static let cover = """
        leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd
        12345678;Voorbeeld Schoon B.V.;2026-Q2;1;10-07-2026;ja
        """

    /// The headings of *inzet.csv*.
    package static let placementHeadings = """
        inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;\
        uren_per_week;gewerkte_uren;verband_opdracht
        """

    /// A placement of benefit recipients (PW) as a line of *inzet.csv*.
    package static func placement(
        _ id: String, _ contract: String, person: String, start: String = "01-03-2026", end: String = "28-02-2027",
        hours: String = "24", worked: String = "312"
    ) -> String {
        "\(id);\(contract);\(person);PW;12345678;dienstverband;bepaald;\(start);\(end);\(hours);\(worked);direct: schoonmaak"
    }

    /// *inzet.csv* with these lines.
    package static func placements(_ lines: String...) -> (String, String) {
        ("inzet.csv", ([placementHeadings] + lines).joined(separator: "\n"))
    }

    private static let contractHeadings = """
        contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;gunningsdatum;ingangsdatum;einddatum;regime;voorbehoud;\
        contractmanager;rapportagefrequentie
        """

    /// A contract as a line of *contracten.csv*.
    package static func contract(
        _ id: String, _ title: String = "Schoonmaak", start: String = "01-04-2026", end: String = "31-03-2028",
        regime: String = "klassiek"
    ) -> String {
        "\(id);\(title);SCHOONMAAK;12345678;dienst;15-01-2026;\(start);\(end);\(regime);geen;cm@bzk.example;kwartaal"
    }

    private static let obligationHeadings = """
        contractnummer;percentage;grondslag;grondslag_bedrag;verplichting_bedrag;doel_aantal;doel_eenheid;tabel_id;\
        rekenmethode;peildatum_soort;status;afronding;voltijd_uren
        """

    /// *contracten.csv* and *verplichtingen.csv* with these lines.
    package static func register(contracts: [String], obligations: [String] = []) -> [(String, String)] {
        [
            ("contracten.csv", ([contractHeadings] + contracts).joined(separator: "\n")),
            ("verplichtingen.csv", ([obligationHeadings] + obligations).joined(separator: "\n")),
        ]
    }
}
