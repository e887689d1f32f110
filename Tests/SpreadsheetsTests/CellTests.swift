import Testing

@testable import Spreadsheets

/// What cells become in the file, and which ones are refused.
@Suite struct CellTests {
    @Test func writesSuppliersTextAsText() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        let texts = ["=1+1", "+31 6", "-1", "@SUM(A1)", "\t=2", "{=3}"]
        for (row, text) in texts.enumerated() {
            try sheet.text(text, row: row, column: 0)
            try sheet.text(Array(text.utf8), row: row, column: 1)
        }
        let xml = try book.closedSheet()
        #expect(!xml.contains("<f>"))
        #expect(xml.components(separatedBy: "t=\"inlineStr\"").count - 1 == 2 * texts.count)
        #expect(xml.contains("<is><t>=1+1</t></is>"))
        #expect(xml.contains("<c r=\"B3\" t=\"inlineStr\"><is><t>-1</t></is></c>"))
    }

    @Test func replacesWhatCannotStandAndSaysSo() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        try sheet.text([0x43, 0x61, 0x66, 0xE9], row: 0, column: 0)
        try sheet.text("a\0b\u{FFFE}", row: 1, column: 2)
        try sheet.text(String(repeating: "é", count: 40_000), row: 2, column: 0)
        try sheet.text("goed", row: 3, column: 0)
        try sheet.integer(1_000_000_000_000_000, row: 4, column: 0)
        try sheet.integer(999_999_999_999_999, row: 5, column: 0)
        try sheet.formula("\"x\"", cached: .text("\u{1}"), row: 6, column: 0)
        try sheet.note(Note("\u{2}"), row: 6, column: 0)
        let found = book.file.replacements
        #expect(
            found.listed == [
                Replacement(kind: .invalidUTF8, place: .cell, sheet: "Inzet", row: 0, column: 0),
                Replacement(kind: .illegalCharacter, place: .cell, sheet: "Inzet", row: 1, column: 2),
                Replacement(kind: .cut, place: .cell, sheet: "Inzet", row: 2, column: 0),
                Replacement(kind: .lostDigits, place: .cell, sheet: "Inzet", row: 4, column: 0),
                Replacement(kind: .illegalCharacter, place: .cell, sheet: "Inzet", row: 6, column: 0),
                Replacement(kind: .illegalCharacter, place: .note, sheet: "Inzet", row: 6, column: 0),
            ])
        let xml = try book.closedSheet()
        #expect(xml.contains("<t>Caf\u{FFFD}</t>"))
        #expect(xml.contains("<t>a\u{FFFD}b\u{FFFD}</t>"))
        #expect(xml.contains("\(String(repeating: "é", count: 32_766))…</t>"))
    }

    @Test func listsSomeReplacementsAndCountsAll() throws {
        let book = try WorkbookFixture(limits: SheetLimits(listedReplacements: 3))
        for name in ["A", "B"] {
            let sheet = try book.file.addSheet(name)
            for row in 0..<10 { try sheet.text([0xFF, 0x00], row: row, column: 0) }
        }
        let found = book.file.replacements
        #expect(found.listed.map(\.sheet) == ["A", "A", "A", "B", "B", "B"])
        #expect(found.count == 40)
        #expect(found.counts == [.invalidUTF8: 20, .illegalCharacter: 20])
    }

    /// Every amount must be read back as the number nearest to what was meant.
    @Test func writesDecimalsExactly() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        var state: UInt64 = 7
        var amounts: [Int64] = [0, 1, 995, -1_995, 10, 999_999_999_999_999, -999_999_999_999_999, 123_456_789_012_345]
        for digits in 1...15 {
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                amounts.append(Int64(state >> 14) % Int64("1" + String(repeating: "0", count: digits))!)
            }
        }
        for (row, amount) in amounts.enumerated() { try sheet.scaled(amount, decimals: 2, row: row, column: 0) }
        #expect(book.file.replacements.count == 0)
        let xml = try book.closedSheet()
        let written = xml.components(separatedBy: "<v>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(written.count == amounts.count)
        for (amount, text) in zip(amounts, written) {
            let cents = String(amount.magnitude % 100 + 100).dropFirst()
            let meant = "\(amount < 0 ? "-" : "")\(amount.magnitude / 100).\(cents)"
            #expect(Double(text) == Double(meant), "\(amount)")
        }
    }

    @Test func writesEachKindOfCell() throws {
        let book = try WorkbookFixture()
        let date = try book.file.style(Style(numberFormat: "dd-mm-yyyy"))
        let sheet = try book.file.addSheet("Inzet")
        try sheet.number(0.5, row: 0, column: 0)
        try sheet.integer(-12, row: 0, column: 1)
        try sheet.day(ExcelDay.serial(daysSince1970: 20_543), row: 0, column: 2, style: date)
        try sheet.boolean(true, row: 0, column: 3)
        try sheet.blank(row: 0, column: 4, style: date)
        try sheet.text("", row: 0, column: 5)
        try sheet.text("", row: 0, column: 6, style: date)
        try sheet.text(" spatie\n", row: 0, column: 7)
        try sheet.text("_x0041_ <&>", row: 0, column: 8)
        let xml = try book.closedSheet()
        #expect(
            xml.contains(
                """
                <row r="1"><c r="A1"><v>0.5</v></c><c r="B1"><v>-12</v></c><c r="C1" s="1"><v>46112</v></c>\
                <c r="D1" t="b"><v>1</v></c><c r="E1" s="1"/><c r="G1" s="1"/>\
                <c r="H1" t="inlineStr"><is><t xml:space="preserve"> spatie\n</t></is></c>\
                <c r="I1" t="inlineStr"><is><t>_x005F_x0041_ &lt;&amp;&gt;</t></is></c></row>
                """))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func leavesACellEmptyForWhatIsNoNumber(_ value: Double) throws {
        let book = try WorkbookFixture()
        let bold = try book.file.style(Style(isBold: true))
        let sheet = try book.file.addSheet("Inzet")
        try sheet.number(value, row: 0, column: 0)
        try sheet.number(value, row: 0, column: 1, style: bold)
        try sheet.formula("1/0", cached: .number(value), row: 0, column: 2)
        #expect(book.file.replacements.counts == [.notANumber: 3])
        let xml = try book.closedSheet()
        #expect(xml.contains("<c r=\"B1\" s=\"1\"/>"))
        #expect(xml.contains("<f>1/0</f>"))
        #expect(!xml.lowercased().contains("nan") && !xml.lowercased().contains("inf<"))
    }

    /// Serials, and what stands in the cell: a number where all programs agree on the day, else the day in words.
    @Test(
        arguments: [
            (61, "<v>61</v>"), (2_958_465, "<v>2958465</v>"), (60, "28-02-1900"), (2, "01-01-1900"), (1, "31-12-1899"),
            (-1, "29-12-1899"), (2_958_466, "01-01-10000"),
        ])
    func writesDaysThatNotAllProgramsShow(_ serial: Int, _ shown: String) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        try sheet.day(serial, row: 0, column: 0, style: nil)
        #expect(book.file.replacements.count == (shown.hasPrefix("<") ? 0 : 1))
        #expect(try book.closedSheet().contains(shown.hasPrefix("<") ? shown : "<t>\(shown)</t>"))
    }

    /// Whatever size data ask for, a sheet gets one that it can have.
    @Test func clipsSizes() throws {
        for (asked, height, width, zoom) in [
            (-5.0, "1", "0.7109375", 10), (0, "1", "0", 10), (409.5, "409", "255.7109375", 400),
            (413, "409", "255.7109375", 400), (1e300, "409", "255.7109375", 400),
        ] {
            let book = try WorkbookFixture()
            let style = try book.file.style(Style(fontSize: asked, indent: Int(min(asked, 1e9))))
            let sheet = try book.file.addSheet("Inzet")
            try sheet.column(0, width: asked, style: style)
            sheet.zoom(Int(min(asked, 1e9)))
            var setup = PrintSetup()
            (setup.pagesWide, setup.margins.top) = (Int(min(asked, 1e9)), asked)
            try sheet.print(setup)
            try sheet.rowHeight(asked, row: 0)
            try sheet.text("x", row: 0, column: 0, style: style)
            let side = Int(min(asked, 1e9))
            try sheet.note(Note("x", width: side, height: side), row: 0, column: 0)
            let xml = try book.closedSheet()
            #expect(xml.contains("ht=\"\(height)\""), "\(asked)")
            #expect(xml.contains("zoomScale=\"\(zoom)\""), "\(asked)")
            #expect(asked < 1 || xml.contains("width=\"\(width)\""), "\(asked)")
        }
        #expect(Fitting.rowHeight(.nan) == 1)
        #expect(Fitting.columnWidth(.infinity) == 255)
    }

    @Test func keepsToTheSheet() throws {
        let book = try WorkbookFixture(limits: SheetLimits(rows: 10, columns: 5))
        let sheet = try book.file.addSheet("Inzet")
        #expect(sheet.maximumRows == 10)
        try sheet.text("a", row: 3, column: 4)
        try sheet.text("b", row: 3, column: 0)
        #expect(sheet.rowCount == 4)
        expect(.rowOutOfOrder(sheet: "Inzet", row: 2, after: 3)) { try sheet.number(1, row: 2, column: 0) }
        expect(.rowOutOfOrder(sheet: "Inzet", row: 2, after: 3)) { try sheet.note(Note("x"), row: 2, column: 0) }
        expect(.rowOutOfOrder(sheet: "Inzet", row: 2, after: 3)) { try sheet.rowHeight(20, row: 2) }
        expect(.rowOutOfRange(sheet: "Inzet", row: 10, rows: 10)) { try sheet.text("a", row: 10, column: 0) }
        expect(.rowOutOfRange(sheet: "Inzet", row: -1, rows: 10)) { try sheet.text("a", row: -1, column: 0) }
        expect(.columnOutOfRange(sheet: "Inzet", column: 5, columns: 5)) { try sheet.text("a", row: 4, column: 5) }
        expect(.columnOutOfRange(sheet: "Inzet", column: -1, columns: 5)) { try sheet.text("a", row: 4, column: -1) }
        expect(.columnOutOfRange(sheet: "Inzet", column: 5, columns: 5)) { try sheet.column(5, width: 10) }
        expect(.rowOutOfRange(sheet: "Inzet", row: 11, rows: 10)) {
            try sheet.autofilter(CellRange(rows: 0...11, columns: 0...1))
        }
    }

    @Test func takesTheVeryLastCellOfExcel() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        try sheet.integer(1, row: 1_048_575, column: 16_383)
        expect(.rowOutOfRange(sheet: "Inzet", row: 1_048_576, rows: 1_048_576)) {
            try sheet.integer(1, row: 1_048_576, column: 0)
        }
        #expect(try book.closedSheet().contains("<c r=\"XFD1048576\"><v>1</v></c>"))
    }

    @Test func givesCellsTheStyleOfTheirColumn() throws {
        let book = try WorkbookFixture()
        let money = try book.file.style(Style(numberFormat: "#,##0.00"))
        let bold = try book.file.style(Style(isBold: true))
        let sheet = try book.file.addSheet("Inzet")
        try sheet.column(0, width: 12, style: money)
        try sheet.columns(1...2, width: 8, isHidden: true)
        try sheet.scaled(150, decimals: 2, row: 0, column: 0)
        try sheet.scaled(150, decimals: 2, row: 1, column: 0, style: bold)
        let xml = try book.closedSheet()
        #expect(xml.contains("<c r=\"A1\" s=\"1\"><v>1.5</v></c>"))
        #expect(xml.contains("<c r=\"A2\" s=\"2\"><v>1.5</v></c>"))
        #expect(xml.contains("<col min=\"1\" max=\"1\" width=\"12.7109375\" style=\"1\" customWidth=\"1\"/>"))
        #expect(xml.contains("<col min=\"3\" max=\"3\" width=\"8.7109375\" hidden=\"1\" customWidth=\"1\"/>"))
    }
}
