import Exchange
import Plumbing
import FoundationEssentials
import Intake
import SocialReturnModel

/// What to generate.
public struct Generation: Sendable {
    /// The number of suppliers, with one submission each, or one for each quarter of a story.
    public let suppliers: Int
    /// The number of placements a submission.
    public let rows: Int
    /// The seed; the same seed gives the same bytes.
    public let seed: UInt64
    /// The share of placements with a planted error, from 0 to 1.
    public let errorRate: Double
    /// The number of quarters, from the first of 2026 on, over which each supplier has a story; nil for submissions on one quarter that are made
    /// for tests of volume.
    public let quarters: Int?

    /// The most quarters of a story: as many as its contracts last.
    public static let mostQuarters = 16

    /// The period that all submissions report on.
    static let period = ReportingPeriod(year: 2026, months: 4...6)!

    /// What to generate; nil when a number makes no sense.
    public init?(suppliers: Int, rows: Int, seed: UInt64, errorRate: Double, quarters: Int? = nil) {
        guard suppliers >= 1, suppliers <= 1_000_000, rows >= 1, rows <= 5_000_000, (0...1).contains(errorRate),
            (1...Self.mostQuarters).contains(quarters ?? 1)
        else { return nil }
        self.quarters = quarters
        self.suppliers = suppliers
        self.rows = rows
        self.seed = seed
        self.errorRate = errorRate
    }

    /// How the numbers of made-up contracts begin: of volume, and of stories.
    static let contractPrefixes = ["VBD-", "VRH-"]

    /// Whether a register in which a contract is not made up stands where that of ``write(to:progress:)`` would go.
    public static func holdsOtherRegister(_ path: String) -> Bool {
        let name = path + "/register/" + Contract.table.facts.fileName
        guard let bytes = try? FileSystem.bytes(of: name) else { return false }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
        return lines.contains { line in !contractPrefixes.contains { line.drop { $0 == "\"" }.hasPrefix($0) } }
    }

    /// Writes `register/`, `inzendingen/` and the list of planted errors `geplant.csv` into the folder at `path`.
    ///
    /// - Throws: ``ConversionError`` when a file cannot be written.
    public func write(to path: String, progress: () -> Void = {}) throws(ConversionError) {
        if let quarters { return try writeStories(quarters, to: path, progress: progress) }
        let folder = PathName(path)
        var planted = PlantedError.heading
        for index in 1...suppliers {
            var supplier = GeneratedSupplier(index, self)
            let files = supplier.submission()
            try Self.write(files, to: folder.appending("inzendingen/\(supplier.submissionName)"))
            for error in supplier.planted { planted += error.line(in: supplier.submissionName) }
            progress()
        }
        try Self.write(register(), to: folder.appending("register"))
        try Self.write([("geplant.csv", planted)], to: path)
    }

    /// Writes the reports of every supplier on each quarter, and a register with what was agreed in between.
    private func writeStories(
        _ quarters: Int, to path: String, progress: () -> Void
    ) throws(ConversionError) {
        let folder = PathName(path)
        var planted = PlantedError.heading
        var (contracts, obligations) = (Self.contractHeading, Self.storyObligationHeading)
        var (suppliers, decisions) = ("kvk;naam;rechtsvorm\r\n", Self.decisionHeading)
        for index in 1...self.suppliers {
            var story = SupplierStory(index, self, quarters: quarters)
            for quarter in 0..<quarters where !story.isMissing(quarter) {
                let name = story.submissionName(quarter)
                let known = story.planted.count
                let files = story.submission(quarter)
                try Self.write(files, to: folder.appending("inzendingen/\(name)"))
                for error in story.planted[known...] { planted += error.line(in: name) }
            }
            contracts += story.contractLine
            obligations += story.obligationLines
            suppliers += story.supplierLine
            decisions += story.decisionLines
            progress()
        }
        let register = [
            ("contracten.csv", contracts), ("verplichtingen.csv", obligations), ("leveranciers.csv", suppliers),
            ("besluiten.csv", decisions),
        ].map { (name: $0.0, text: $0.1) }
        try Self.write(register, to: folder.appending("register"))
        try Self.write([("geplant.csv", planted)], to: path)
    }

    private static let contractHeading =
        "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;einddatum;contractwaarde;regime;voorbehoud;contractmanager;rapportagefrequentie\r\n"
    private static let storyObligationHeading =
        "contractnummer;percentage;grondslag;grondslag_bedrag;doel_aantal;doel_eenheid;tabel_id;rekenmethode;peildatum_soort;voltijd_uren;status\r\n"
    private static let decisionHeading =
        "contractnummer;onderwerp;periode;afspraak;wie;voor_wanneer;toelichting;vastgelegd_op;bron\r\n"

    private func register() -> [(name: String, text: String)] {
        var contracts = Self.contractHeading
        var obligations =
            "contractnummer;percentage;grondslag;grondslag_bedrag;doel_aantal;doel_eenheid;tabel_id;rekenmethode;peildatum_soort;status\r\n"
        var suppliers = "kvk;naam;rechtsvorm\r\n"
        for index in 1...self.suppliers {
            let supplier = GeneratedSupplier(index, self)
            contracts += supplier.contractLine
            obligations += supplier.obligationLine
            suppliers += supplier.supplierLine
        }
        return [("contracten.csv", contracts), ("verplichtingen.csv", obligations), ("leveranciers.csv", suppliers)]
    }

    private static func write(_ files: [(name: String, text: String)], to path: String) throws(ConversionError) {
        do throws(OutputError) {
            try Staging.makeFolder(path)
            for file in files { try OutputFile.write("\u{feff}" + file.text, to: path + "/" + file.name) }
        } catch {
            throw .output(error)
        }
    }
}
