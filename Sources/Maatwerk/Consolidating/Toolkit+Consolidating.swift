import Consolidations
import Exchange
import FoundationEssentials
import Intake
import Plumbing
import SocialReturnModel
import Synchronization
import MinistryWorkbooks
import Workbooks

/// What is told while results are read, by any thread.
public struct ConsolidationProgress: Sendable {
    /// How many results there are.
    public let total: @Sendable (Int) -> Void
    /// The result at this path is read now.
    public let begins: @Sendable (String) -> Void
    /// The result at this path was read.
    public let ends: @Sendable (String) -> Void

    /// What to call.
    public init(
        total: @escaping @Sendable (Int) -> Void, begins: @escaping @Sendable (String) -> Void,
        ends: @escaping @Sendable (String) -> Void
    ) {
        (self.total, self.begins, self.ends) = (total, begins, ends)
    }
}

extension Toolkit {
    /// Reads results of `convert` and summaries, on as many threads as there are processors. Each result is digested at once and its
    /// rows are dropped. What cannot be used is in `Consolidation.leftOut`.
    ///
    /// - Parameters:
    ///   - paths: result folders, folders of them, and summaries (`*.jsonl`).
    ///   - leftOut: paths of results that are not read, and are in `Consolidation.leftOut`.
    ///   - oneByOne: paths of results that are read before all others, one at a time.
    ///   - progress: told what goes on.
    public func consolidation(
        of paths: [String], leavingOut leftOut: Set<String> = [], oneByOne: Set<String> = [],
        progress: ConsolidationProgress? = nil
    ) -> Consolidation {
        let reader = ResultReader(register: register, registerDigest: register?.digest, tables: tables)
        let sources = paths.flatMap { ResultReader.sources(at: $0) }
        progress?.total(sources.count)
        let whole = Mutex(Consolidation())
        let (sound, bad) = (
            sources.filter { !leftOut.contains($0.path) }, sources.filter { leftOut.contains($0.path) }
        )
        for source in bad { whole.withLock { $0.leaveOut(reader.unreadable(source)) } }
        let read = { @Sendable (source: ResultReader.Source) in
            progress?.begins(source.path)
            let part = reader.read(source)
            whole.withLock { $0.merge(part) }
            progress?.ends(source.path)
        }
        for source in sound where oneByOne.contains(source.path) { read(source) }
        let others = sound.filter { !oneByOne.contains($0.path) }
        Parallel.forEach(others.count) { read(others[$0]) }
        var consolidation = whole.withLock { $0 }
        consolidation.leaveOutUncountable()
        return consolidation
    }

    /// Writes `consolidation` as a summary to `path`, for merging later.
    public func writeSummary(_ consolidation: Consolidation, to path: String) throws(ConversionError) {
        do throws(OutputError) {
            let file = try OutputFile(at: path)
            let header = SummaryFile.Header(register: register?.digest, tool: Version.tool)
            try SummaryFile.write(consolidation, header) { line throws(OutputError) in
                try file.write { $0 += EncodedJSON.withoutSteering(line) }
            }
            try file.finish()
        } catch {
            throw .output(error)
        }
    }

    /// Writes the ministry's workbook on `consolidation` to `path`, with figures of people as exactly as `precision` says; with
    /// `openDocument` its tables as an ODS file beside it.
    ///
    /// - Returns: the files that were written: the workbook first.
    @discardableResult
    public func writeWorkbook(
        _ consolidation: Consolidation, precision: Precision = .rounded, openDocument: Bool = false, to path: String
    ) throws(ConversionError) -> [String] {
        let overview = Overview(
            of: consolidation, register: register, tables: tables, clock: clock, precision: precision)
        return try write(overview, openDocument, to: path)
    }

    /// Writes a workbook for each part of `division` beside `path`, the part's name behind its own: `uit-GROEN.xlsx`.
    ///
    /// - Returns: the files that were written, in order.
    public func writeWorkbooks(
        _ consolidation: Consolidation, by division: Division, precision: Precision = .rounded,
        openDocument: Bool = false, to path: String
    ) throws(ConversionError) -> [String] {
        let stem = PathName(path).withoutExtension
        var written: [String] = []
        var taken: Set<String> = []
        do {
            try Overview.parts(
                of: consolidation, register: register, tables: tables, by: division, clock: clock, precision: precision
            ) {
                let name = Self.fileName($0.scope.name ?? "onbekend", &taken)
                let file = "\(stem)-\(name).xlsx"
                written += try write($0, openDocument, to: file)
            }
        } catch let error as ConversionError {
            throw error
        } catch {
            throw ConversionError(workbook: path, error)
        }
        return written
    }

    private func write(
        _ overview: Overview, _ openDocument: Bool, to path: String
    ) throws(ConversionError) -> [String] {
        do {
            try MinistryWorkbook.write(
                overview, language, to: path, toolVersion: Version.tool, registerDigest: register?.digest)
        } catch {
            throw ConversionError(workbook: path, error)
        }
        return [path] + (try writeData(overview, openDocument, beside: path))
    }

    /// Writes the tables of the workbook at `path` for programs, into a folder beside it: `ministerie-gegevens` beside `ministerie.xlsx`;
    /// and with `openDocument` as `ministerie.ods`.
    ///
    /// - Returns: the ODS file, where it was asked for.
    private func writeData(
        _ overview: Overview, _ openDocument: Bool, beside path: String
    ) throws(ConversionError) -> [String] {
        let stem = PathName(path).withoutExtension
        let isExact = overview.precision == .exact
        let meaning = Text(
            nl: isExact
                ? "VERTROUWELIJK: de cijfers zijn niet afgerond. Deel deze gegevens niet."
                : "De tabellen van het werkboek, afgerond zoals daar: cijfers over mensen op vijf, euro's op 25.000. Een totaal kan afwijken van de som.",
            en: isExact
                ? "CONFIDENTIAL: the figures are not rounded. Do not share these data."
                : "The tables of the workbook, rounded as they are there: figures of people to five, euros to 25,000. A total can differ from the sum."
        )
        let title = ["Social return", overview.scope.name].compactMap { $0 }.joined(separator: " · ")
        let tables = MinistryData(overview, language).tables.map { table in
            TidyTable(
                name: table.name, sheet: table.sheet, title: table.title, meaning: table.meaning,
                fields: table.columns.map {
                    TidyTable.Field(
                        name: $0.name, title: $0.title,
                        kind: $0.kind == .number ? .number : $0.kind == .day ? .date : .string)
                },
                rows: table.rows.map { row in
                    row.map { value -> TidyTable.Value in
                        switch value {
                        case .empty: .empty
                        case .text(let text): .text(text)
                        case .number(let number): .number(number)
                        case .day(let day): .day(day)
                        }
                    }
                })
        }
        let package = TidyPackage(
            name: isExact ? "maatwerk-vertrouwelijk" : "maatwerk", title: title, meaning: meaning[language],
            created: overview.day, tables: tables)
        do throws(OutputError) {
            try package.write(to: stem + "-gegevens")
            guard openDocument else { return [] }
            func words(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[language] }
            let spreadsheet = OpenDocumentSpreadsheet(
                title: title, meaning: meaning[language], language: language.rawValue, created: overview.day,
                contents: OpenDocumentSpreadsheet.Contents(
                    name: "Leeswijzer", sheet: words("Blad", "Sheet"),
                    shows: words("Wat het laat zien", "What it shows"),
                    rows: words("Rijen", "Rows")),
                tables: tables)
            try spreadsheet.write(to: stem + ".ods")
            return [stem + ".ods"]
        } catch {
            throw .output(error)
        }
    }

    /// A name that every file system takes: letters, digits, `.`, `_` and `-`, at most eighty; a number behind one that was given out.
    static func fileName(_ text: String, _ taken: inout Set<String>) -> String {
        let safe = String(
            text.prefix(80).unicodeScalars.map { scalar -> Character in
                let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
            }
        ).trimming { $0 == "." }
        let base = safe.isEmpty ? "onbekend" : String(safe)
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }
}
