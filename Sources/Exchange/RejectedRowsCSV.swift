import Assessments
import Plumbing
import FoundationEssentials
import Intake
import Rules
import SocialReturnModel

/// `afgekeurd.csv`: every cell of every row that was set aside, as it was written, a line a cell. A row of five thousand columns fits
/// as well as one of five, and nothing of it is lost; what privacy rules refuse is covered here as everywhere.
struct RejectedRowsCSV {
    private let assessment: Assessment

    init(_ assessment: Assessment) { self.assessment = assessment }

    /// The name of the file.
    static let fileName = "afgekeurd.csv"

    private static let fields: [DataField] = [
        DataField(
            name: "tabel", type: "string",
            meaning: Text(nl: "De tabel waar de rij bij hoort.", en: "The table that the row belongs to."),
            isRequired: true),
        DataField(
            name: "bestand", type: "string",
            meaning: Text(nl: "Het bestand van de leverancier.", en: "The supplier's file."), isRequired: true),
        DataField(
            name: "blad", type: "string",
            meaning: Text(
                nl: "Het blad in dat bestand; leeg bij tekst.", en: "The sheet in that file; empty for text.")),
        DataField(
            name: "rij", type: "integer",
            meaning: Text(
                nl: "De rij zoals een rekenprogramma haar nummert.", en: "The row as a spreadsheet program numbers it."),
            isRequired: true),
        DataField(
            name: "regel", type: "integer",
            meaning: Text(
                nl: "De regel in het bestand waarop de rij begint; leeg bij een blad.",
                en: "The line of the file on which the row begins; empty for a sheet.")),
        DataField(
            name: "bevindingen", type: "string",
            meaning: Text(
                nl: "De controles die de rij afkeurden, met een spatie ertussen. De uitleg staat in bevindingen.json.",
                en: "The checks that set the row aside, separated by a space. bevindingen.json explains them.")),
        DataField(
            name: "kolomnummer", type: "integer",
            meaning: Text(nl: "De plaats van de cel in de rij, vanaf 1.", en: "The cell's place in the row, from 1."),
            isRequired: true),
        DataField(
            name: "kolom", type: "string",
            meaning: Text(
                nl: "De naam van de kolom; leeg waar het bestand geen kop heeft.",
                en: "The name of the column; empty where the file has no heading.")),
        DataField(
            name: "waarde", type: "string",
            meaning: Text(
                nl: "Wat er stond. Lege cellen staan er niet bij. Wat privacyregels weigeren, is met * bedekt.",
                en: "What was there. Empty cells are left out. What privacy rules refuse is covered with *.")),
    ]

    /// Writes the file into the folder at `path`; nil, and no file, when no row was set aside.
    func write(to path: String) throws(OutputError) -> DataResource? {
        guard assessment.submission.rowCounts.setAside > 0 else { return nil }
        let file = try OutputFile(at: PathName(path).appending(Self.fileName))
        try file.write { $0.append(Self.fields.map(\.name).joined(separator: ",") + "\n") }
        var cells = RejectedCells(assessment, file)
        assessment.submission.forEachTable(&cells)
        if let failure = cells.failure { throw failure }
        try file.finish()
        return DataResource(
            fileName: Self.fileName, title: Text(nl: "Afgekeurde rijen", en: "Rows set aside"),
            meaning: Text(
                nl: "Rijen die niet meetellen, cel voor cel zoals ze in het bestand staan.",
                en: "Rows that do not count, cell by cell as they stand in the file."),
            fields: Self.fields, rows: cells.count)
    }
}

/// Writes the cells of the rows of each table that were set aside.
private struct RejectedCells: TableVisitor {
    private let assessment: Assessment
    private let file: OutputFile
    private static let ids = PerRule { $0.facts.id }
    /// The next finding to look at; findings come in file and row order.
    private var next = 0
    var count = 0
    var failure: OutputError?

    init(_ assessment: Assessment, _ file: OutputFile) {
        self.assessment = assessment
        self.file = file
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        let source = table.source
        guard failure == nil, !(source.id == .cover && assessment.submission.coverIsShared) else { return }
        let findings = assessment.findings.all
        next = findings.firstIndex { $0.place.table == source.id } ?? findings.count
        let ofTable = rules(findings[next...].prefix { $0.place.table == source.id && !$0.place.isInRow }) {
            $0.rejectsTable
        }
        let names = Self.names(of: source)
        for index in table.rows.indices where table.isSetAside[index] {
            let record = table.records[index]
            while next < findings.count, findings[next].place.table == source.id, findings[next].place.record < record {
                next += 1
            }
            let own = findings[next...].prefix { $0.place.table == source.id && $0.place.record == record }
            let errors = rules(own) { $0.severity == .error }
            let causes = ofTable + errors
            let rules = causes.isEmpty ? self.rules(own) { _ in true } : causes
            do throws(OutputError) {
                try write(Int(record), of: source, names, rules.joined(separator: " "))
            } catch {
                failure = error
                return
            }
        }
    }

    private mutating func write(
        _ record: Int, of source: SourceTable, _ names: [String], _ rules: String
    ) throws(OutputError) {
        let start = Self.start(of: record, in: source, rules)
        var isEmpty = true
        for field in 0..<source.cells.fieldCount(of: record) {
            let length = source.cells.range(record, field).count
            guard length > 0 else { continue }
            isEmpty = false
            try append(start, field, names, source, record)
        }
        // A row without a word is a row all the same.
        if isEmpty { try append(start, 0, names, source, record) }
    }

    private mutating func append(
        _ start: [UInt8], _ field: Int, _ names: [String], _ source: SourceTable, _ record: Int
    ) throws(OutputError) {
        try file.write { bytes in
            bytes.append(contentsOf: start)
            bytes.appendDigits(field + 1)
            bytes.append(0x2c)
            if names.indices.contains(field) { bytes.appendCSV(names[field]) }
            bytes.append(0x2c)
            source.cells.withCell(record, field) { bytes.appendCSV($0) }
            bytes.append(0x0a)
        }
        count += 1
    }

    /// What is the same for every cell of a row.
    private static func start(of record: Int, in source: SourceTable, _ rules: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for text in [source.facts.title.nl, source.fileName(of: record), source.sheetName(of: record) ?? ""] {
            bytes.appendCSV(text)
            bytes.append(0x2c)
        }
        bytes.appendDigits(source.cells.row(of: record))
        bytes.append(0x2c)
        if let line = source.line(of: record) { bytes.appendDigits(line) }
        bytes.append(0x2c)
        bytes.appendCSV(rules)
        bytes.append(0x2c)
        return bytes
    }

    /// The ids of the rules of the wanted findings, each once.
    private func rules(_ findings: ArraySlice<Finding>, _ isWanted: (Finding) -> Bool) -> [String] {
        var rules: [String] = []
        for finding in findings where isWanted(finding) && rules.last != Self.ids[finding.rule] {
            rules.append(Self.ids[finding.rule])
        }
        return rules
    }

    /// The name of each field: that of the definition, else the file's own.
    private static func names(of source: SourceTable) -> [String] {
        let fields = source.headerRecord >= 0 ? source.cells.fieldCount(of: source.headerRecord) : 0
        var names = [String](repeating: "", count: fields)
        for (column, field) in source.fieldOfColumn.enumerated() where names.indices.contains(field) {
            names[field] = source.facts.columns[column].name
        }
        for column in source.extraColumns where names.indices.contains(column.field) {
            names[column.field] = column.heading
        }
        return names
    }
}
