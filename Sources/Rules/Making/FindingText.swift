import Intake
import Plumbing
import SocialReturnModel

/// A finding in words. They are made when somebody reads it, not when it is found.
public struct FindingText {
    let finding: Finding
    private let context: RuleContext
    private let findings: Findings

    /// Whether the reader works in a workbook, where tables are sheets.
    let isOnSheets: Bool

    /// Who reads the words. What was asked of the contract manager, and what is said of the register, speaks to whoever reads it already.
    let reader: FindingReader

    /// The words for `finding`, one of `findings` about `context`.
    ///
    /// - Parameters:
    ///   - finding: the finding.
    ///   - context: what the rules saw.
    ///   - findings: all findings, which hold the details of this one.
    ///   - isOnSheets: whether tables are named by their sheets; nil where the delivery tells.
    ///   - reader: who reads the words.
    public init(
        _ finding: Finding, _ context: RuleContext, _ findings: Findings, isOnSheets: Bool? = nil,
        for reader: FindingReader = .supplier
    ) {
        self.reader =
            finding.audience == .supplier && finding.place.table.isSubmission ? reader : .supplier
        self.isOnSheets = isOnSheets ?? context.submission.isWorkbook
        self.finding = finding
        self.context = context
        self.findings = findings
    }

    /// What was seen.
    public func message(_ language: Language) -> String {
        MessageTemplate.wordings(language, onSheets: isOnSheets, for: reader)[finding.rule].message(finding.variant)
            .filled {
                fill($0, language)
            }
    }

    /// What to do.
    public func remedy(_ language: Language) -> String {
        MessageTemplate.wordings(language, onSheets: isOnSheets, for: reader)[finding.rule].remedy(finding.variant)
            .filled {
                fill($0, language)
            }
    }

    /// The name of the file that the finding is about, as it may be shown.
    public var fileName: String {
        if let index = indexOfFile { return context.submission.files[index].name }
        guard let source else { return AllTables.facts(finding.place.table).fileName }
        return finding.place.isInRow ? source.fileName(of: Int(finding.place.record)) : source.fileName
    }

    /// The file as people read it, with its sheet: `sjabloon.xlsx, blad Inzet`.
    public var shownFile: Text {
        if let index = indexOfFile { return context.submission.files[index].shownName }
        return (finding.place.isInRow ? source?.shownFile(of: Int(finding.place.record)) : source?.shownFile)
            ?? missingFile
    }

    /// The name of a table that was not submitted: what its file is called, and its sheet where a workbook came in.
    private var missingFile: Text {
        let facts = AllTables.facts(finding.place.table)
        guard isOnSheets, finding.place.table.isSubmission else {
            return Text(verbatim: facts.fileName)
        }
        return Text(nl: "blad \(facts.sheetName)", en: "sheet \(facts.sheetName)")
    }

    /// Where it is on a sheet, as formulas write it: `Inzet!F14`; nil for a file of text, and for a whole table.
    ///
    /// A heading that may stand for a missing column is pointed at itself.
    public var cell: String? {
        guard indexOfFile == nil else { return nil }
        guard let (kind, position) = proposal, kind.isOfHeading else {
            return source?.address(of: finding.place)
        }
        return source?.address(of: Place(finding.place.table, column: .extra(position)))
    }

    /// The row as a spreadsheet program shows it; nil for a whole file, column or submission.
    public var row: Int? { inRow { $0.cells.row(of: $1) } }

    /// The physical line on which the record or the damage begins; nil where neither is known.
    public var line: Int? { finding.place.line > 0 ? Int(finding.place.line) : inRow { $0.line(of: $1) } }

    /// The name of the column, when the finding is about one.
    public var column: String? {
        source?.name(of: finding.place.column)
            ?? finding.place.column.knownIndex.map { AllTables.facts(finding.place.table).columns[$0].name }
    }

    /// The cell as written, masked where a privacy rule refuses it; nil when the finding is about no cell.
    public var value: String? { source?.text(at: finding.place) }

    /// What the supplier answered in feedback that came back, as far as it may be shown; nil without an answer.
    public var answer: String? {
        let answers = source?.remarks.answers(at: finding.place) ?? []
        return answers.isEmpty ? nil : answers.map(\.text).joined(separator: "\n")
    }

    /// Where it is, in words: `inzet.csv, rij 14, kolom einddatum`.
    public func place(_ language: Language) -> String {
        var words = [shownFile[language]]
        if finding.place.isInRow, let cell {
            words = [fileName, cell]
        } else if let row {
            words.append(Text(nl: "rij \(row)", en: "row \(row)")[language])
        }
        if indexOfFile == nil, let column {
            words.append(Self.columnWords(column)[language])
        }
        return words.joined(separator: ", ")
    }

    /// The column called `name` in words; one without a heading is called `kolom 3` already.
    public static func columnWords(_ name: String) -> Text {
        let number = name.dropFirst(SourceTable.unheaded.count)
        if name.hasPrefix(SourceTable.unheaded), !number.isEmpty, number.allSatisfy(\.isNumber) {
            return Text(nl: name, en: "column \(number)")
        }
        return Text(nl: "kolom \(name)", en: "column \(name)")
    }

    private var source: SourceTable? { context.source(of: finding.place.table) }

    /// The position among the submission's files of a file that is no table, and so has no place of its own.
    var indexOfFile: Int? {
        guard let kind = Catalogue.entry(at: finding.rule).observationTrigger(ofVariant: finding.variant)?.kind,
            kind.isAboutAFile
        else { return nil }
        guard case .count(let index) = finding.detail else { return context.submission.files.isEmpty ? nil : 0 }
        return context.submission.files.indices.contains(index) ? index : nil
    }

    private func inRow(_ number: (SourceTable, Int) -> Int?) -> Int? {
        guard finding.place.isInRow, let source else { return nil }
        return number(source, Int(finding.place.record))
    }

    func fill(_ slot: MessageTemplate.Slot, _ language: Language) -> String {
        switch slot {
        case .value: value.map { Self.shortened($0, language) } ?? ""
        case .column: column ?? ""
        case .detail: detailWords(language)
        case .file: shownFile[language]
        case .row: row.map(String.init) ?? ""
        case .choices: codes?.names(language) ?? ""
        case .meaning: descriptor?.meaning[language] ?? ""
        case .example: example
        case .code: meantCode?.code ?? ""
        case .bounds: bounds?[language] ?? ""
        case .fitting: fitting[language]
        case .read: context.readValue(at: finding.place, language) ?? Text(nl: "niets", en: "nothing")[language]
        }
    }

    /// What was found, in words: why a file was not read, what somebody may have meant, or the number or text that the check kept.
    public func detailWords(_ language: Language) -> String {
        indexOfFile.map { index in
            let file = context.submission.files[index]
            return file.note?[language] ?? file.sheet ?? ""
        }
            ?? meant(language) ?? lettersAbove ?? correction.map { Self.shortened($0, language) }
            ?? findings.words(finding.detail, language, in: source)
    }

    /// The letters above a column of a sheet without a heading, as people see them there; nil for any other finding, and in a file of text.
    private var lettersAbove: String? {
        guard case .count(let number) = finding.detail,
            Catalogue.entry(at: finding.rule).observationTrigger(ofVariant: finding.variant)?.kind == .headingMissing
        else { return nil }
        return source?.sheet?.letters(above: number - 1)
    }

    /// What reading took for what somebody may have meant, and its position; nil for any other finding.
    private var proposal: (kind: Observation.Kind, position: Int)? {
        guard let number = finding.proposal,
            let kind = Catalogue.entry(at: finding.rule).observationTrigger(ofVariant: finding.variant)?.kind
        else { return nil }
        return (kind, number - 1)
    }

    /// The heading that may stand for the column, or the column or code that may be meant; nil for any other finding.
    private func meant(_ language: Language) -> String? {
        guard let (kind, position) = proposal else { return nil }
        switch kind {
        case _ where kind.isOfHeading: return source?.name(of: .extra(position))
        case .headingAlike: return source?.heading(of: position)
        case .coverHeadingMeant:
            let columns = Cover.table.facts.columns
            return columns.indices.contains(position) ? columns[position].name : nil
        default:
            return meantCode?.proposal[language]
        }
    }

    /// The code that may be meant; nil for any other finding.
    private var meantCode: CodeEntry? {
        guard let position = proposal?.position, let entries = codes?.entries, entries.indices.contains(position) else {
            return nil
        }
        return entries[position]
    }

    var descriptor: ColumnDescriptor? {
        finding.place.column.knownIndex.map { AllTables.facts(finding.place.table).columns[$0] }
    }

    /// A value that can stand in the column.
    private var example: String {
        guard descriptor?.kind == .period else { return descriptor?.example ?? "" }
        return periodMeant?.description ?? descriptor?.example ?? ""
    }

    /// The period that the cell may be about: the month of a day, a quarter or month of the year that is reported on, or else the report's own.
    private var periodMeant: ReportingPeriod? {
        let ofReport = context.period
        var written = value ?? ""
        let day = written.withUTF8 { CellReader.day($0).value }
        if let day = day?.components, let month = ReportingPeriod(year: day.year, months: day.month...day.month) {
            return month
        }
        guard let ofReport else { return nil }
        var completed = "\(written) \(ofReport.end.components.year)"
        return completed.withUTF8 { CellReader.period($0).value } ?? ofReport
    }

    /// What stood in *Correctie* and was not taken over; nil for any other finding.
    private var correction: String? {
        guard case .count(let number) = finding.detail,
            let kind = Catalogue.entry(at: finding.rule).observationTrigger(ofVariant: finding.variant)?.kind,
            [.correctionRefused, .correctionUnclear, .textAstray].contains(kind), let refused = source?.remarks.refused,
            refused.indices.contains(number - 1)
        else { return nil }
        return refused[number - 1].text
    }

    private var codes: CodeListDescription? {
        finding.place.column.knownIndex.flatMap { AllTables.facts(finding.place.table).columns[$0].codes }
    }

    /// What fits in the column, in words.
    private var fitting: Text {
        return descriptor?.fittingInWords ?? ColumnDescriptor.anyText
    }

    private var bounds: Text? {
        descriptor?.boundsInWords
    }

    /// `text` on one line and no longer than a message can bear.
    private static func shortened(_ text: String, _ language: Language) -> String {
        let blank = UInt8(ascii: " ")
        let isPlain = text.utf8.allSatisfy { $0 >= blank } && text.utf8.first != blank && text.utf8.last != blank
        if isPlain, !text.isEmpty, text.utf8.count <= longest { return text }
        let words = text.words.joined(separator: " ")
        if words.isEmpty { return Text(nl: "(leeg)", en: "(empty)")[language] }
        return words.count <= longest ? words : words.prefix(longest - 1) + "…"
    }

    /// Characters of a cell that a message shows.
    static let longest = 60
}
