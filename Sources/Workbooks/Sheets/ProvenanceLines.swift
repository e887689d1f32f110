import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// Collects the lines of *Herkomst*.
struct ProvenanceLines: TableVisitor, Bilingual {
    let report: Report
    private var tables: [ProvenanceLine] = []
    private var cover: [ProvenanceLine] = []

    var language: Language { report.language }

    init(_ report: Report) {
        self.report = report
        report.assessment.submission.forEachTable(&self)
    }

    /// The lines. `replacements` are the texts that did not fit in a cell, `toolVersion` is that of this program.
    ///
    /// A fact that is longer than a cell goes on in lines below it.
    func lines(replacements: Replacements, toolVersion: String?) -> [ProvenanceLine] {
        (cover + files + corrections + remarks + tables).flatMap(continued) + conclusion(replacements, toolVersion)
    }

    private func continued(_ line: ProvenanceLine) -> [ProvenanceLine] {
        guard let text = line.value.shownText else { return [line] }
        let parts = CellText.parts(of: text, limit: report.writer.file.limits.textLength)
        guard parts.count > 1 else { return [line] }
        return parts.enumerated().map { index, part in
            ProvenanceLine(
                subject: line.subject, file: line.file,
                name: index == 0
                    ? line.name
                    : line.name + words(", vervolg \(index + 1)", ", continued \(index + 1)"),
                value: .text(part, line.value.look), explanation: index == 0 ? line.explanation : "")
        }
    }

    private var files: [ProvenanceLine] {
        report.assessment.submission.files.flatMap { file in
            let subject = words("Bestanden", "Files")
            let table = file.table.map { AllTables.facts($0).title[language] }
            let container = containerWords(file)
            let isUnused = table == nil && container == nil
            let emptyTable = file.emptyTable.map { AllTables.facts($0).title[language] }
            let unused = emptyTable.map { words("○ \($0), zonder rijen", "○ \($0), without rows") }
            let readAs = ProvenanceLine(
                subject: subject, file: file.shownName[language], name: words("gelezen als", "read as"),
                value: .text(
                    table ?? container ?? unused ?? words("○ geen tabel", "○ no table"), isUnused ? .notTested : nil),
                explanation: isUnused ? unusedWords(file) : "")
            // A sheet has no size or fingerprint besides those of its workbook.
            guard file.sheet == nil else { return [readAs] }
            return [
                readAs,
                ProvenanceLine(
                    subject: subject, file: file.name, name: words("omvang in bytes", "size in bytes"),
                    value: .integer(file.byteCount, .leftInteger), explanation: ""),
                ProvenanceLine(
                    subject: subject, file: file.name, name: "SHA-256", value: .text(file.sha256),
                    explanation: words(
                        "vingerafdruk: een ander bestand heeft een andere", "fingerprint: another file has another one")
                ),
            ] + unopened(file)
        }
    }

    /// What a file is that holds tables without being one; nil for any other.
    private func containerWords(_ file: SubmissionFileFacts) -> String? {
        if file.isArchive { return words("zipbestand met de andere bestanden", "zip with the other files") }
        return file.workbook == nil ? nil : words("werkmap", "workbook")
    }

    private func unusedWords(_ file: SubmissionFileFacts) -> String {
        if file.emptyTable != nil {
            let nothing = words("hier staat niets om te lezen", "there is nothing to read here")
            return file.note.map { "\(nothing); \($0[language])" } ?? nothing
        }
        let subject =
            file.sheet == nil
            ? words("dit bestand is niet gebruikt", "this file was not used")
            : words("dit blad is niet gebruikt", "this sheet was not used")
        return file.note.map { "\(subject): \($0[language])" } ?? subject
    }

    /// What the workbook brings along that was never opened.
    private func unopened(_ file: SubmissionFileFacts) -> [ProvenanceLine] {
        guard let workbook = file.workbook else { return [] }
        let subject = words("Bestanden", "Files")
        let never = words("niet geopend; dat doen wij nooit", "not opened; we never do")
        var lines: [ProvenanceLine] = []
        if workbook.hasMacros {
            lines.append(
                ProvenanceLine(
                    subject: subject, file: file.name, name: words("macro's", "macros"),
                    value: .text(words("ja", "yes")), explanation: never))
        }
        if workbook.externalLinks > 0 {
            lines.append(
                ProvenanceLine(
                    subject: subject, file: file.name,
                    name: words("verwijzingen naar andere werkmappen", "links to other workbooks"),
                    value: .integer(workbook.externalLinks, .leftInteger), explanation: never))
        }
        return lines
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        let source = table.source
        if source.id == .cover {
            addCover(table)
            if report.assessment.submission.coverIsShared { addOwnHeadings(source) }
            guard !report.assessment.submission.coverIsShared else { return }
        }
        addReading(source)
        addRows(table)
        addOwnHeadings(source)
        addRepairs(source)
    }

    private mutating func addCover<Row: TableRow>(_ table: TableData<Row>) {
        guard !table.rows.isEmpty else { return }
        for (index, column) in Row.table.facts.columns.enumerated() {
            let text = table.written(0, column: index)
            cover.append(
                ProvenanceLine(
                    subject: words("Voorblad", "Cover"), file: table.source.shownFile[language], name: column.name,
                    value: text.isEmpty ? .text(words("niet ingevuld", "not filled in"), .muted) : .text(text),
                    explanation: ""))
        }
    }

    private mutating func addReading(_ source: SourceTable) {
        let subject = words("Hoe gelezen", "How it was read")
        let detection = DetectionWords(detection: source.cells.detection, language: language)
        func add(_ nl: String, _ en: String, _ value: String, _ why: String) {
            tables.append(
                ProvenanceLine(
                    subject: subject, file: source.shownFile[language], name: words(nl, en), value: .text(value),
                    explanation: why)
            )
        }
        if let sheet = source.sheet {
            addSheet(sheet, add)
        } else {
            add("tekencodering", "encoding", detection.encoding, detection.encodingEvidence)
            add("scheidingsteken", "separator", detection.separator, detection.separatorEvidence)
            add("regeleinde", "line ending", detection.lineEnding, "")
        }
        if source.headerRecord >= 0 {
            let row = source.cells.row(of: source.headerRecord)
            add(
                "rij met de kolomnamen", "row with the column names", "\(row)", "")
        }
        for record in source.titleRecords {
            add(
                source.rowName(of: record).nl + " boven de kolomnamen",
                source.rowName(of: record).en + " above the column names", source.title(record),
                words("een titel of uitleg: niet gelezen als gegevens", "a title or explanation: not read as data"))
        }
        let refused = source.extraColumns.filter(\.isRefused).map(\.heading)
        let extra = source.extraColumns.filter { !$0.isRefused }.map(\.heading)
        if !extra.isEmpty {
            add(
                "onbekende kolommen", "unknown columns", extra.joined(separator: ", "),
                words("ongewijzigd meegenomen", "carried along unchanged"))
        }
        let beyond = extra.count - DistinctHeadings.mostColumns
        if beyond > 0 {
            add(
                "onbekende kolommen die niet op het blad passen", "unknown columns that do not fit on the sheet",
                Quantity(beyond).formatted(language),
                words(
                    "de laatste van de onbekende kolommen hierboven; ze staan in gegevens/\(source.facts.fileName)",
                    "the last of the unknown columns above; they are in gegevens/\(source.facts.fileName)"))
        }
        if !refused.isEmpty {
            add(
                "geweigerde kolommen", "refused columns", refused.joined(separator: ", "),
                words("deze gegevens zijn niet nodig; ze zijn bedekt", "these data are not needed; they are covered"))
        }
    }

    /// What is read of a sheet although it does not show, and how formulas are read.
    private func addSheet(_ sheet: SheetDescriptor, _ add: (String, String, String, String) -> Void) {
        let read = words("gelezen als alle andere", "read as all others")
        if sheet.isHidden { add("verborgen blad", "hidden sheet", words("ja", "yes"), read) }
        if sheet.hiddenRows > 0 { add("verborgen rijen", "hidden rows", "\(sheet.hiddenRows)", read) }
        if sheet.hiddenColumns > 0 { add("verborgen kolommen", "hidden columns", "\(sheet.hiddenColumns)", read) }
        if sheet.formulas > 0 {
            add(
                "formules", "formulas", "\(sheet.formulas)",
                words(
                    "hun laatste uitkomst is gelezen; wij rekenen niets uit",
                    "their last result was read; we calculate nothing"))
        }
    }

    private mutating func addRows<Row: TableRow>(_ table: TableData<Row>) {
        let rows = RowFormulas(table.source, report)
        let subject = words("Rijen", "Rows")
        func add(_ nl: String, _ en: String, _ value: Cell, _ why: String) {
            tables.append(
                ProvenanceLine(
                    subject: subject, file: table.source.shownFile[language], name: words(nl, en), value: value,
                    explanation: why))
        }
        let setAside = table.setAsideCount
        let accepted = table.rows.count - setAside
        add(
            "gelezen", "read",
            .formula("\(rows.accepted(accepted))+\(rows.setAside)", .number(Double(table.rows.count)), .leftInteger),
            words("meetellend en apart gezet samen", "those that count and those set aside together"))
        add(
            "meetellend", "that count",
            rows.hasSheet
                ? .formula(rows.accepted(accepted), .number(Double(accepted)), .leftInteger)
                : .integer(accepted, .leftInteger),
            rows.acceptedExplanation)
        add(
            "apart gezet", "set aside", .formula(rows.setAside, .number(Double(setAside)), .leftInteger),
            words("op blad Afgekeurde rijen", "on sheet Afgekeurde rijen"))
    }

    /// The headings of the supplier's own that were read as the register lays down.
    private mutating func addOwnHeadings(_ source: SourceTable) {
        for own in source.ownHeadings {
            let column = source.facts.columns[own.column].name
            tables.append(
                ProvenanceLine(
                    subject: words("Aanpassingen bij het lezen", "Repairs while reading"),
                    file: source.shownFile[language],
                    name: "\(column): " + words("eigen kop van de leverancier", "heading of the supplier's own"),
                    value: .text(own.heading),
                    explanation: words(
                        "kop '\(own.heading)' gelezen als \(column) (kolommen.csv)",
                        "heading '\(own.heading)' read as \(column) (kolommen.csv)")))
        }
    }

    private mutating func addRepairs(_ source: SourceTable) {
        for (index, column) in source.facts.columns.enumerated() {
            for kind in Repairs.all {
                let count = source.repairs.count(of: kind, column: index)
                guard count > 0 else { continue }
                tables.append(
                    ProvenanceLine(
                        subject: words("Aanpassingen bij het lezen", "Repairs while reading"),
                        file: source.shownFile[language],
                        name: "\(column.name): \(Repairs.name(kind)[language])", value: .integer(count, .leftInteger),
                        explanation: words("aantal cellen", "number of cells")))
            }
        }
    }

    private func conclusion(_ replacements: Replacements, _ toolVersion: String?) -> [ProvenanceLine] {
        let subject = words("Dit rapport", "This report")
        var lines = [
            ProvenanceLine(
                subject: subject, file: ResultLayout.report,
                name: words("versie van de regels", "version of the rules"),
                value: .text(report.context.ruleSet.version), explanation: ""),
            ProvenanceLine(
                subject: subject, file: ResultLayout.report,
                name: words("ingekorte of vervangen tekst", "text cut or replaced"),
                value: .integer(replacements.count, .leftInteger),
                explanation: words(
                    "cellen waarvan de tekst niet in een werkmap past; de gegevens in gegevens/ zijn volledig",
                    "cells whose text does not fit in a workbook; the data in gegevens/ are complete")),
        ]
        if let places = cutPlaces(replacements) {
            lines.append(
                ProvenanceLine(
                    subject: subject, file: ResultLayout.report,
                    name: words("waar tekst is ingekort", "where text was cut"), value: .text(places),
                    explanation: words(
                        "deze cellen eindigen op …; de hele tekst staat in gegevens/",
                        "these cells end in …; the whole text is in gegevens/")))
        }
        if let toolVersion {
            lines.insert(
                ProvenanceLine(
                    subject: subject, file: ResultLayout.report, name: words("gemaakt met", "made with"),
                    value: .text("maatwerk \(toolVersion)"), explanation: ""),
                at: 0)
        }
        return lines
    }
}

extension ProvenanceLines {
    /// How many places are named.
    private static let mostPlaces = 50

    /// The first cells whose text was cut, as formulas write them; nil for none.
    private func cutPlaces(_ replacements: Replacements) -> String? {
        let cells = replacements.listed.filter { $0.kind == .cut && $0.place == .cell }.compactMap { place -> String? in
            guard let sheet = place.sheet, let row = place.row, let column = place.column else { return nil }
            return "\(sheet)!\(CellReference(row: row, column: column).a1)"
        }
        guard !cells.isEmpty else { return nil }
        let rest = (replacements.counts[.cut] ?? cells.count) - Self.mostPlaces
        return cells.prefix(Self.mostPlaces).joined(separator: ", ") + (rest > 0 ? ", …" : "")
    }
}

/// The formulas that count the rows of a file on the sheets of the report.
private struct RowFormulas {
    private let extent: SheetRange?
    private let table: TableID
    private let language: Language
    private let setAsideExtent: SheetRange?

    init(_ source: SourceTable, _ report: Report) {
        table = source.id
        extent = ReportSheet.of(table).flatMap { report.index.extents[$0] }
        setAsideExtent = report.index.extents[.setAside]
        language = report.language
    }

    /// Whether the table has a sheet of its own.
    var hasSheet: Bool { extent != nil }

    /// Counts the accepted rows on the sheet of the table; a table without a sheet has the number itself.
    func accepted(_ count: Int) -> String {
        guard let extent else { return "\(count)" }
        let references = extent.references("rij")
        return references.isEmpty ? "0" : references.map { "COUNT(\($0))" }.joined(separator: "+")
    }

    /// Where the accepted rows stand.
    var acceptedExplanation: String {
        if let extent { return language == .dutch ? "op blad \(extent.name)" : "on sheet \(extent.name)" }
        guard table == .hours else { return "" }
        return language == .dutch ? "naast de inzet, op blad Inzet" : "beside the placements, on sheet Inzet"
    }

    /// Counts the rows of the table on *Afgekeurde rijen*.
    var setAside: String {
        let title = AllTables.facts(table).title[language]
        let word = SheetDefinition<SetAsideLine>.setAsideWord[language]
        return setAsideExtent?.count(where: [
            (SheetDefinition<SetAsideLine>.tableKey, "\"\(title)\""),
            (SheetDefinition<SetAsideLine>.standingKey, "\"\(word)\""),
        ]) ?? "0"
    }
}
