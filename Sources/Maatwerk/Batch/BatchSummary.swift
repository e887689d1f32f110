import Exchange
import FoundationEssentials
import Glibc
import Intake

/// The two lists over all results in a folder: `samenvatting.csv` for a spreadsheet program, `samenvatting.jsonl` for programs.
public struct BatchSummary {
    /// The names of the two lists.
    static let csvName = "samenvatting.csv"
    static let linesName = "samenvatting.jsonl"

    private let records: [SubmissionRecord]

    /// Every record in the results in `folder`. Those that are at hand in `known` are not read again.
    public init(of folder: String, known: [SubmissionRecord] = []) {
        var records = Dictionary(known.map { ($0.submission, $0) }, uniquingKeysWith: { _, last in last })
        let stems = Set(records.keys.map { ResultName.stem(of: $0) })
        for stem in SubmissionRecord.stems(in: folder) where !stems.contains(stem) {
            guard let record = SubmissionRecord.read(stem: stem, in: folder) else { continue }
            // A result that somebody took away counts no longer.
            let isThere = FileSystem.kind(of: folder + "/" + record.submission) != .nothing
            if isThere || record.message != nil { records[record.submission] = record }
        }
        self.records = records.values.sorted { $0.submission < $1.submission }
    }

    /// Writes both lists anew, with what is at hand in `known`. Of several runs one does so at a time, and sees what the others made.
    ///
    /// - Throws: `OutputError`.
    public static func update(_ folder: String, known: [SubmissionRecord]) throws(OutputError) {
        try Staging.makeFolder(folder + "/" + SubmissionRecord.folderName)
        var slot: Slot?
        // Half a minute: a list takes no longer, and a lock that nobody gives back is no reason to leave it out.
        for _ in 0..<600 {
            guard case .held = Slot.take("\(folder)/\(SubmissionRecord.folderName)/.lijst.slot", &slot) else { break }
            usleep(50_000)
        }
        defer { slot?.giveBack() }
        try BatchSummary(of: folder, known: known).write(to: folder)
    }

    /// Writes both lists into `folder`; one that would stay the same is left alone, so that nothing is made again for it.
    public func write(to folder: String) throws(OutputError) {
        try Self.replace(csv, at: folder + "/" + Self.csvName)
        let lines = SubmissionRecord.lines(of: records).map { $0 + "\n" }.joined()
        try Self.replace(lines, at: folder + "/" + Self.linesName)
    }

    private static func replace(_ text: String, at path: String) throws(OutputError) {
        if let bytes = try? FileSystem.bytes(of: path), bytes.elementsEqual(text.utf8) { return }
        try OutputFile.write(text, to: path)
    }

    /// Semicolons and a byte order mark, as a Dutch spreadsheet program opens it by a double click.
    private var csv: String {
        let heading = [
            "inzending", "leverancier_kvk", "leverancier", "periode", "status", "gelezen", "telt_mee", "apart_gezet",
            "fout", "waarschuwing", "signaal", "niet_getoetst", "regelset", "melding",
        ]
        let lines = records.map { record in
            [
                record.submission, record.supplierKvK ?? "", record.supplier ?? "", record.period ?? "", record.status,
                "\(record.rows.read)", "\(record.rows.accepted)", "\(record.rows.setAside)", "\(record.counts.fout)",
                "\(record.counts.waarschuwing)", "\(record.counts.signaal)", "\(record.notEvaluated)",
                record.ruleSet ?? "", record.message ?? "",
            ]
        }
        return "\u{feff}" + ([heading] + lines).map { $0.map(Self.field).joined(separator: ";") + "\r\n" }.joined()
    }

    /// `text` as a field. What a spreadsheet program would take for a formula gets an apostrophe before it.
    private static func field(_ text: String) -> String { PeopleCSV.field(text, separator: UInt8(ascii: ";")) }
}
