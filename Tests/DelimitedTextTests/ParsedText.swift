import Testing

@testable import DelimitedText

/// Everything that a table says of its records, for comparison.
struct ParsedText: Equatable {
    var records: [[String]]
    var rows: [Int]
    var lines: [Int]
    var damages: [Damage]
    var damaged: [Int]

    init(_ table: DelimitedTable) {
        let all = 0..<table.recordCount
        records = all.map { record in (0..<table.fieldCount(of: record)).map { table.text(record, $0) } }
        rows = all.map { table.row(of: $0) }
        lines = all.map { table.line(of: $0) }
        damages = table.damages
        damaged = all.filter { table.isDamaged($0) }
    }
}

/// A text and what must be read in it.
struct TextCase: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let records: [[String]]
    /// The row of each record; nil when they are 1, 2, 3 and so on.
    var rows: [Int]?
    /// The line of each record; nil when they equal the rows.
    var lines: [Int]?
    var damages: [Damage] = []
    var damaged: [Int] = []
    let sourceLocation: SourceLocation

    init(
        _ name: String, _ text: String, _ records: [[String]], rows: [Int]? = nil, lines: [Int]? = nil,
        damages: [Damage] = [], damaged: [Int] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        (self.name, self.text, self.records) = (name, text, records)
        (self.rows, self.lines, self.damages, self.damaged) = (rows, lines, damages, damaged)
        self.sourceLocation = sourceLocation
    }

    var testDescription: String { name }

    /// Reads the text, whole and in small bits, and compares. A failure is reported at the case.
    func check(separator: UInt8? = nil) throws {
        let rows = rows ?? Array(1..<(records.count + 1))
        for feed in [Int.max, 1, 2, 3, 7] {
            var limits = ReadingLimits()
            limits.feed = feed
            let table = try DelimitedTable(parsing: Array(text.utf8), separator: separator, limits: limits)
            let parsed = ParsedText(table)
            let fed = Comment(rawValue: "fed \(feed) bytes at a time")
            #expect(parsed.records == records, fed, sourceLocation: sourceLocation)
            #expect(parsed.rows == rows, fed, sourceLocation: sourceLocation)
            #expect(parsed.lines == lines ?? rows, fed, sourceLocation: sourceLocation)
            #expect(parsed.damages == damages, fed, sourceLocation: sourceLocation)
            #expect(parsed.damaged == damaged, fed, sourceLocation: sourceLocation)
        }
    }
}

extension DelimitedTable {
    /// Reads the table in a text.
    init(_ text: String, separator: UInt8? = nil) throws(DelimitedTextError) {
        try self.init(parsing: Array(text.utf8), separator: separator)
    }
}
