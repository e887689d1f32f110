import DelimitedText
import SocialReturnModel

/// `besluiten.csv` of a register as it stands, and what is needed to add rows without changing a byte of what is there.
public struct DecisionFile: Sendable {
    /// What the file is called where there is none yet.
    public static let standardName = RegisterDecision.table.facts.fileName

    /// The name of the file.
    public let name: String
    /// The decisions in it.
    public let decisions: Decisions
    /// The bytes that come before new rows: the file as it is, in UTF-8 and with all columns, its last line ended.
    public let beginning: [UInt8]
    /// What stands between fields.
    public let separator: UInt8
    /// What ends a line.
    public let lineEnd: [UInt8]
    /// For each field of a row, the column of the definition that stands in it; nil for a column of the department's own.
    public let columns: [Int?]

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The file in the register at `folder`, or an empty one.
    ///
    /// - Parameters:
    ///   - folder: the folder of the register.
    ///   - known: what the register knows of its contracts, so that their numbers are no personal data.
    /// - Throws: ``IntakeError`` when it cannot be read; it is better left alone then.
    public static func read(
        in folder: String, _ known: KnownOrganisations = KnownOrganisations()
    ) throws(IntakeError) -> DecisionFile {
        let names = try FileSystem.fileNames(in: folder).filter { name in
            SubmissionFiles.ending(of: name) == "csv"
                && SheetNames.table(named: SubmissionFiles.stem(of: name), among: [.recordedDecisions]) != nil
        }.sorted()
        guard let name = names.first else { return empty }
        return try DecisionFile(SourceFile.read(folder + "/" + name), known)
    }

    /// A file that is not there yet: the mark by which spreadsheet programs know UTF-8, and the headings.
    public static let empty = DecisionFile()

    private init() {
        let facts = RegisterDecision.table.facts
        name = Self.standardName
        decisions = Decisions()
        separator = UInt8(ascii: ";")
        lineEnd = Array("\r\n".utf8)
        columns = facts.columns.indices.map { $0 }
        beginning = Self.mark + Array(facts.columns.map(\.name).joined(separator: ";").utf8) + lineEnd
    }

    /// The file that `file` is.
    ///
    /// - Throws: ``IntakeError`` when it is no text with the column of topics, or has to be written anew and a line of it cannot be read.
    public init(_ file: SourceFile, _ known: KnownOrganisations = KnownOrganisations()) throws(IntakeError) {
        let cells = try file.cells()
        let facts = RegisterDecision.table.facts
        let region = TableRegion.only(facts.id, in: cells)
        guard region.header >= 0 else {
            guard file.bytes.allSatisfy({ $0 <= 0x20 || Self.mark.contains($0) }) else {
                throw .badContainer(path: file.shownName, problem: ContainerProblem(.noTable))
            }
            self = Self.empty
            return
        }
        let headings = HeadingMap(cells, facts, region)
        guard headings.fieldOfColumn[RegisterDecision.table.index(of: \.topic)] >= 0 else {
            throw .badContainer(path: file.shownName, problem: ContainerProblem(.noTable))
        }
        name = file.name
        decisions = ContractRegister.decisions(in: file, cells, known)
        separator = cells.detection.separator.basis == .unclear ? UInt8(ascii: ";") : cells.detection.separator.byte
        lineEnd = cells.detection.lineEnding == .lineFeed ? [0x0A] : [0x0D, 0x0A]
        let width = max(
            cells.fieldCount(of: region.header), (headings.fieldOfColumn.max() ?? -1) + 1)
        var columns = [Int?](repeating: nil, count: width)
        for (column, field) in headings.fieldOfColumn.enumerated() where field >= 0 { columns[field] = column }
        let missing = facts.columns.indices.filter { headings.fieldOfColumn[$0] < 0 }
        self.columns = columns + missing.map { $0 }
        let isUTF8 = cells.detection.encoding == .utf8 || cells.detection.encoding == .utf8WithByteOrderMark
        if isUTF8, missing.isEmpty, !cells.detection.lineEnding.isOfOldMac {
            let isEnded = file.bytes.last == 0x0A || file.bytes.last == 0x0D
            beginning = file.bytes + (isEnded ? [] : lineEnd)
        } else if let damaged = (0..<cells.recordCount).first(where: cells.isDamaged) {
            // Written anew, a line of which nobody knows where its cells end could become a decision.
            throw .badContainer(
                path: file.shownName, problem: ContainerProblem(.openQuote(line: cells.line(of: damaged))))
        } else {
            beginning = Self.rewritten(cells, region.header, facts, missing, separator, lineEnd)
        }
    }

    /// All cells once more in UTF-8, with the columns that are missing behind the others.
    private static func rewritten(
        _ cells: DelimitedTable, _ header: Int, _ facts: TableFacts, _ missing: [Int], _ separator: UInt8,
        _ lineEnd: [UInt8]
    ) -> [UInt8] {
        let width = cells.fieldCount(of: header)
        var bytes = mark
        for record in 0..<cells.recordCount {
            var fields = (0..<cells.fieldCount(of: record)).map { cells.text(record, $0) }
            if record >= header, !missing.isEmpty {
                fields += Array(repeating: "", count: max(0, width - fields.count))
                fields.insert(contentsOf: missing.map { record == header ? facts.columns[$0].name : "" }, at: width)
            }
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(separator) }
                let needsQuotes = field.utf8.contains { [separator, 0x22, 0x0A, 0x0D].contains($0) }
                bytes += Array((needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field).utf8)
            }
            bytes += lineEnd
        }
        return bytes
    }
}

extension LineEnding {
    fileprivate var isOfOldMac: Bool { self == .carriageReturn || self == .mixed }
}
