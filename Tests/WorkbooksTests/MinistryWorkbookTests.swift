import Foundation
import Parameters
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing
import Valuations

@testable import Consolidations
@testable import MinistryWorkbooks
@testable import Workbooks

/// The ministry's workbook as a file.
@Suite struct MinistryWorkbookTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// Forty suppliers with a contract each, three target groups of at least five persons, but one of two.
    private func overview(_ precision: Precision = .exact) throws -> Overview {
        var consolidation = Consolidation()
        for number in 0..<40 {
            let groups = ["PW", "WW", "BAN"].enumerated().map { position, code -> PlacementSlice in
                let count = number == 7 && position == 2 ? 2 : 5 + (number + position) % 4
                let keys = KeySet((0..<count).map { UInt64(number * 1_000 + position * 100 + $0) })
                return PlacementSlice(
                    code: code, persons: keys, placements: keys,
                    fte: FTETotal(placements: count, hours: Int64(count) * 360_000, fullTime: 360_000, days: 91),
                    withHours: count, valued: count, hours: Quantity(count * 100), value: .zero,
                    permanentJobs: KeySet(), permanentContracts: KeySet())
            }
            consolidation.add(
                SubmissionAggregate(
                    name: "r\(number)", supplier: KvKNumber(digits: Array("\(90_000_000 + number)".utf8)),
                    supplierName: "Voorbeeld \(number) B.V.", period: ReportingPeriod(year: 2026, months: 4...6),
                    preparedOn: Day(year: 2026, month: 7, day: 3), ruleSet: "2026.2", status: .approved, rowsRead: 1,
                    rowsAccepted: 1, findings: [], notEvaluated: [],
                    contracts: [
                        ContractDigest(
                            id: "C-\(100 + number)", placementValue: .zero, purchaseValue: .zero, activityValue: .zero,
                            activities: 0, groups: groups, kinds: [], partners: [], invoices: [], claims: KeySet(),
                            commitments: [], obstacles: [], examples: [], conversations: 0, lastConversation: nil)
                    ], places: []))
        }
        return Overview(
            of: consolidation, register: nil, tables: ValuationTables(register: nil), precision: precision)
    }

    private func write(_ overview: Overview, _ name: String, rows: Int) throws -> String {
        let path = folder.path(name)
        try MinistryWorkbook.write(
            overview, .dutch, to: path, toolVersion: "1", registerDigest: nil, limits: SheetLimits(rows: rows))
        return path
    }

    @Test func goesOnOnTheNextSheetAndAddsUpBoth() throws {
        let overview = try overview()
        let cells = try WrittenCells(try write(overview, "a.xlsx", rows: 90))
        #expect(cells.sheets.contains("Gegevens (2)"))
        let lines = try #require(
            overview.contracts.first { $0.placementLines.contains(84) && $0.placementLines.contains(85) })
        let position = try #require(overview.contracts.firstIndex { $0.facts.id == lines.facts.id })
        let persons = try #require(cells["Contracten", "J\(5 + position)"])
        #expect(persons.formula?.contains("'Gegevens'!") == true)
        #expect(persons.formula?.contains("'Gegevens (2)'!") == true)
        #expect(persons.number == Double(lines.figures.persons))
    }

    @Test func figuresOfPeopleAreRounded() throws {
        let cells = try WrittenCells(try write(try overview(.rounded), "b.xlsx", rows: 1_000))
        #expect(
            !cells.texts(on: "Gegevens").contains("BAN"), "a contract, a period and a group at once is about too few")
        let contracts = try overview(.rounded).contracts.count
        let numbers = (5..<5 + contracts).compactMap { cells["Contracten", "J\($0)"]?.number }
        #expect(numbers.count == contracts && contracts > 2, "nothing is hidden")
        #expect(numbers.allSatisfy { $0 >= 5 && $0.truncatingRemainder(dividingBy: 5) == 0 })
        #expect(cells.texts(on: "Dashboard").contains { $0.contains("mensen afgerond op 5") })
    }

    @Test func exactFiguresAreMarkedOnEveryPage() throws {
        let cells = try WrittenCells(try write(try overview(), "e.xlsx", rows: 1_000))
        #expect(cells.texts(on: "Dashboard").contains { $0.contains("VERTROUWELIJK") })
        let numbers = (5..<125).compactMap { cells["Gegevens", "K\($0)"]?.number }
        #expect(numbers.contains(2), "the group of two")
    }

    /// What stands in a cell without cents and what stands in a sentence are the same number.
    @Test func wholeEurosAreRoundedHalfUp() {
        #expect(Cents(11_178_550).wholeEuros(.dutch) == Cents(11_178_600).wholeEuros(.dutch))
        #expect(Cents(11_178_549).wholeEuros(.dutch) == Cents(11_178_500).wholeEuros(.dutch))
        #expect(Cents(-150).wholeEuros(.english) == Cents(-200).wholeEuros(.english))
        #expect(Cents(11_178_500).wholeEuros(.dutch).hasSuffix("111.785"))
    }

    /// Blocks keep their places whatever the trend holds, and each of its periods has a column.
    @Test(arguments: 0...4) func theDashboardIsAsWideForEveryTrend(_ points: Int) {
        let columns = DashboardColumns(points: points)
        #expect(columns.widths.reduce(0, +) == DashboardColumns(points: 4).widths.reduce(0, +))
        #expect(columns.turn - columns.firstPoint == points && columns.firstPoint > columns.trend)
        #expect(columns.owner == columns.turn + 1 && columns.due == columns.turn + 3)
        #expect(columns.widths[columns.words..<columns.turn].reduce(0, +) == 22)
    }

    @Test func sameOverviewGivesTheSameBytes() throws {
        let overview = try overview()
        let first = try Data(contentsOf: URL(fileURLWithPath: write(overview, "c.xlsx", rows: 1_000)))
        let second = try Data(contentsOf: URL(fileURLWithPath: write(overview, "d.xlsx", rows: 1_000)))
        #expect(first == second)
    }
}
