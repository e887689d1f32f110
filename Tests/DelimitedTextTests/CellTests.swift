import Testing

@testable import DelimitedText

/// What a table says of its cells, and how they are masked.
@Suite struct CellTests {
    @Test func lendsCells() throws {
        let table = try DelimitedTable("a;bé\n;\"x\ny\"\nz\n")
        #expect(table.recordCount == 3)
        #expect((0..<3).map { table.fieldCount(of: $0) } == [2, 2, 1])
        #expect(table.withCell(0, 1) { Array($0) } == Array("bé".utf8))
        #expect(table.withCell(1, 0) { $0.count } == 0)
        for (record, field, text) in [(0, 0, "a"), (0, 1, "bé"), (1, 0, ""), (1, 1, "x\ny"), (2, 0, "z")] {
            #expect(table.text(record, field) == text)
            #expect(table.withAllBytes { Array($0[table.range(record, field)]) } == Array(text.utf8))
        }
        // Beyond the end of a record is nothing, not the next record.
        for (record, field) in [(0, 2), (1, 2), (2, 1), (2, 100)] {
            #expect(table.range(record, field).isEmpty)
            #expect(table.withCell(record, field) { $0.count } == 0)
            #expect(table.text(record, field) == "")
        }
        #expect(table.range(0, 2) == 4..<4)
    }

    @Test(arguments: [
        ("", true), (" \t ", true), ("\u{A0}", true), ("\u{200B}\u{200D}\u{FEFF}\u{2060}", true),
        ("\u{202F}\u{2009}", true),
        ("\u{3000}", true), ("0", false), ("-", false), (" x", false), ("é", false), ("\u{2013}", false),
        ("\u{3001}", false),
        ("\u{FF10}", false), ("\u{A3}", false),
    ])
    func knowsBlanks(cell: String, isBlank: Bool) throws {
        let table = try DelimitedTable("a;b;c\n;\(cell); \n\"\(cell)\n\";;\n")
        #expect(table.isBlank(1) == isBlank)
        #expect(table.isBlank(2) == isBlank)
        #expect(!table.isBlank(0))
    }

    @Test func findsRecordsByLine() throws {
        let table = try DelimitedTable("\na;b\n\"1\n2\n3\";x\n4;5\n")
        #expect((1...8).map { table.record(atLine: $0) } == [nil, 0, 1, 1, 1, 2, 2, 2])
    }

    @Test(arguments: [
        (0..<9, "xxxxxxxxx"), (2..<4, "12xx56789"), (0..<0, "123456789"), (8..<9, "12345678x"),
    ])
    func masks(range: Range<Int>, expected: String) throws {
        var table = try DelimitedTable("a;b;c\nvoor;123456789;na\n")
        let copy = table
        table.overwrite(1, 1, bytes: range, with: UInt8(ascii: "x"))
        #expect(ParsedText(table).records == [["a", "b", "c"], ["voor", expected, "na"]])
        #expect(copy.text(1, 1) == "123456789")
    }

    /// A character is masked as a whole, and never one of the next cell.
    @Test func masksWholeCharacters() throws {
        for start in 0...7 {
            for end in start...7 {
                var table = try DelimitedTable("a;b;c\né;é€é;é\n")
                table.overwrite(1, 1, bytes: start..<end, with: UInt8(ascii: "x"))
                let text = table.text(1, 1)
                #expect(!text.contains("\u{FFFD}"))
                #expect(text.utf8.count == 7)
                #expect(table.text(1, 0) == "é" && table.text(1, 2) == "é")
                let masked = Array(text.utf8)[start..<end]
                #expect(masked.allSatisfy { $0 == UInt8(ascii: "x") })
            }
        }
    }

    @Test func refusesWhatIsTooLarge() throws {
        var limits = ReadingLimits()
        limits.bytes = 7
        let small = try DelimitedTable(parsing: Array("a;b\n1;2".utf8), separator: nil, limits: limits)
        #expect(small.recordCount == 2)
        #expect(throws: DelimitedTextError.tooLarge(bytes: 8)) {
            try DelimitedTable(parsing: Array("a;b\n1;2\n".utf8), separator: nil, limits: limits)
        }
    }
}
