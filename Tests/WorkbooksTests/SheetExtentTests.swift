import Spreadsheets
import Testing

@testable import Workbooks

@Suite struct SheetExtentTests {
    /// Sheets of 10 rows hold five lines: four rows above them, one for a remark below.
    private func extent(_ lines: Int, name: String = "Inzet") -> SheetRange {
        SheetRange(name: name, lineCount: lines, columns: ["rij", "uren"], sheetRows: 10)
    }

    @Test(arguments: [(0, 1), (1, 1), (5, 1), (6, 2), (10, 2), (11, 3)])
    func countsParts(_ lines: Int, _ parts: Int) {
        let extent = extent(lines)
        #expect(extent.partCount == parts)
        #expect((0..<parts).reduce(0) { $0 + extent.lines(ofPart: $1).count } == lines)
    }

    @Test(arguments: [(0, "Inzet", "A5"), (4, "Inzet", "A9"), (5, "Inzet (2)", "A5"), (10, "Inzet (3)", "A5")])
    func knowsWhereLinesLand(_ line: Int, _ sheet: String, _ cell: String) {
        let target = extent(11).target(line: line)
        #expect(target.sheet == sheet)
        #expect(target.cell.a1 == cell)
        #expect(extent(11).row(ofLine: line) + 1 == target.cell.row + 1)
    }

    @Test func sumsOverAllParts() {
        #expect(extent(6).sum("uren") == "SUM('Inzet'!$B$5:$B$9,'Inzet (2)'!$B$5)")
        #expect(
            extent(3).sum("uren", where: [("rij", "\">1\"")]) == "SUMIFS('Inzet'!$B$5:$B$7,'Inzet'!$A$5:$A$7,\">1\")")
        #expect(extent(3).count(where: [("rij", "2")]) == "COUNTIFS('Inzet'!$A$5:$A$7,2)")
    }

    @Test func nothingSumsToNothing() {
        #expect(extent(0).sum("uren") == "0")
        #expect(extent(3).sum("geld") == "0")
        #expect(extent(3).sum("geld", where: [("rij", "2")]) == "0")
        #expect(extent(3).count(where: [("geld", "2")]) == "0")
        #expect(extent(0).count(where: [("rij", "2")]) == "0")
    }

    @Test func namesOfPartsFitATab() {
        let name = String(repeating: "n", count: 31)
        #expect(extent(11, name: name).name(ofPart: 0) == name)
        #expect(extent(11, name: name).name(ofPart: 1) == String(repeating: "n", count: 27) + " (2)")
    }
}
