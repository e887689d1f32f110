import SocialReturnModel
import Testing

@testable import Intake

private func read<Value>(
    _ text: String, _ reader: (UnsafeBufferPointer<UInt8>) -> Reading<Value>
) -> Reading<Value> {
    var text = text
    return text.withUTF8(reader)
}

/// What lies beyond the bounds is no value, and says so.
@Suite struct BoundsTests {
    /// Text, bounds in whole numbers, and the number that is read; nil where it is out of bounds.
    @Test(
        arguments: [
            ("0", 0, 10, 0), ("10", 0, 10, 10), ("10,0001", 0, 10, nil), ("-0,0001", 0, 10, nil), ("11", 0, 10, nil),
            ("900000000000000", 0, 100_000, nil), ("-9223372036854775808", -999, 999, nil),
            ("922337203685477580,7", 0, 10, nil), ("123456789012345678901234567890", 0, 10, nil),
            ("1.000.000", 0, 999_999, nil), ("€ 11", 0, 10, nil), ("(11)", -10, 10, nil),
            // Of two readings the one that can be is meant, when only one can.
            ("24.500", 0, 999, 24.5), ("-24.500", 0, 999, nil), ("1.234", 0, 2000, 1234),
        ] as [(String, Int64, Int64, Double?)])
    func numbers(_ text: String, _ lowest: Int64, _ highest: Int64, _ value: Double?) {
        let reading = read(text) { CellReader.number($0, within: lowest * 10_000...highest * 10_000) }
        #expect(reading.value?.double == value)
        #expect(value != nil || reading.problem == .outOfBounds && reading.repairs.isEmpty)
    }

    @Test func theOtherReadingKeepsItsDoubt() {
        let meant = read("24.500") { CellReader.number($0, within: 0...9_990_000) }
        #expect(meant.problem == .ambiguousNumber && meant.alternative == nil)
        let open = read("1.234") { CellReader.number($0, within: 0...20_000_000) }
        #expect(open.problem == .ambiguousNumber && open.alternative == Quantity(tenThousandths: 12_340))
        let money = read("1,234") { CellReader.money($0, within: 0...100_000) }
        #expect(money.value == Cents(123) && money.alternative == nil && money.problem == .ambiguousNumber)
    }

    @Test(arguments: [
        "31-12-1899", "01-01-2200", "31-12-9999", "01-01-0001", "9999-12-31", "1800-02-29x", "18991231", "1 jan 3026",
        "31-12-9999 00:00",
    ])
    func days(_ text: String) {
        let problem: CellProblem = text.hasSuffix("x") ? .invalidDate : .outOfBounds
        #expect(read(text, CellReader.day).problem == problem)
        #expect(read(text, CellReader.day).value == nil)
    }

    @Test(arguments: [
        "1899", "2200", "9999", "0001", "1826-05", "Q2 2500", "mei 3026", "01-01-2026/31-12-2036",
        "01-01-2500 t/m 31-12-2500",
        "01-01-1900/31-12-2199", "01-10-2026/31-12-9999",
    ])
    func periods(_ text: String) {
        let reading = read(text, CellReader.period)
        #expect(reading.value == nil && reading.problem == .outOfBounds && reading.repairs.isEmpty)
    }

    @Test func tenYearsAreAPeriod() {
        #expect(read("01-01-2026/31-12-2035", CellReader.period).value != nil)
    }

    /// A thousand invoices of ten billion euros, credits too, are as much as a column adds up to; the next one is too much.
    @Test func aColumnAddsUpToWhatCanBeCounted() throws {
        let heading = "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\n"
        let rows = (1...1003).map { number in
            "C-1;90000001;Voorbeeld B.V.;F-\(number);01-05-2026;\(number == 2 ? "-" : "")10000000000,00\n"
        }
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "groot", files: [SourceFile(name: "sociale_inkoop.csv", text: heading + rows.joined())]))
        let purchases = try #require(submission.purchases)
        #expect(purchases.rows.map { $0.amount != nil } == (1...1003).map { $0 <= 1000 })
        let found = submission.observations.filter { $0.kind == .columnTotalOutOfBounds }
        #expect(found.map { Int($0.place.record) } == [1001, 1002, 1003])
    }

    /// Every number that a supplier or inkoop can write has bounds, and its example lies within them.
    @Test(arguments: AllTables.facts)
    func everyColumnOfNumbersHasBounds(_ table: TableFacts) {
        for column in table.columns where [.money, .number].contains(column.kind) {
            let scale: Int64 = column.kind == .money ? 100 : 10_000
            guard let bounds = column.bounds?.parts(of: scale) else {
                Issue.record("\(table.fileName) \(column.name) has no bounds")
                continue
            }
            #expect(bounds.upperBound <= NumberBounds.columnTotal && bounds.lowerBound >= -NumberBounds.columnTotal)
            let example =
                column.kind == .money
                ? read(column.example) { CellReader.money($0, within: bounds) }.value?.rawValue
                : read(column.example) { CellReader.number($0, within: bounds) }.value?.tenThousandths
            #expect(example != nil, "\(table.fileName) \(column.name): \(column.example)")
            #expect(column.boundsInWords != nil)
        }
    }
}
