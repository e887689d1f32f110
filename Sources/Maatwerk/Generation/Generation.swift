import Exchange
import Foundation
import SocialReturnModel

/// What to generate.
public struct Generation: Sendable {
    /// The number of suppliers, with one submission each.
    public let suppliers: Int
    /// The number of placements a submission.
    public let rows: Int
    /// The seed; the same seed gives the same bytes.
    public let seed: UInt64
    /// The share of placements with a planted error, from 0 to 1.
    public let errorRate: Double

    /// The period that all submissions report on.
    static let period = ReportingPeriod(year: 2026, months: 4...6)!

    /// What to generate; nil when a number makes no sense.
    public init?(suppliers: Int, rows: Int, seed: UInt64, errorRate: Double) {
        guard suppliers >= 1, suppliers <= 1_000_000, rows >= 1, rows <= 5_000_000, (0...1).contains(errorRate) else {
            return nil
        }
        self.suppliers = suppliers
        self.rows = rows
        self.seed = seed
        self.errorRate = errorRate
    }

    /// Writes `register/`, `inzendingen/` and the list of planted errors `geplant.csv` into the folder at `path`.
    ///
    /// - Throws: ``ConversionError`` when a file cannot be written.
    public func write(to path: String, progress: () -> Void = {}) throws(ConversionError) {
        let folder = path as NSString
        var planted = PlantedError.heading
        for index in 1...suppliers {
            var supplier = GeneratedSupplier(index, self)
            let files = supplier.submission()
            try Self.write(files, to: folder.appendingPathComponent("inzendingen/\(supplier.submissionName)"))
            for error in supplier.planted { planted += error.line(in: supplier.submissionName) }
            progress()
        }
        try Self.write(register(), to: folder.appendingPathComponent("register"))
        try Self.write([("geplant.csv", planted)], to: path)
    }

    private func register() -> [(name: String, text: String)] {
        var contracts =
            "contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;publicatiedatum;gunningsdatum;ingangsdatum;einddatum;contractwaarde;regime;voorbehoud;contractmanager;rapportagefrequentie\r\n"
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
