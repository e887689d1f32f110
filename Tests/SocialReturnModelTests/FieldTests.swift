import SocialReturnModel
import Testing

@Suite struct FieldTests {
    static let rows: [any TableRow.Type] = [
        Cover.self, Placement.self, WorkedHours.self, SocialPurchase.self, Activity.self, Evidence.self,
        Conversation.self, Commitment.self, Obstacle.self, Lesson.self, GoodExample.self, LearningPlace.self,
        Contract.self, Obligation.self, Supplier.self, Partner.self, Subcontractor.self, RegisterSetting.self,
        RegisterWord.self, RegisterHeading.self, RegisterStory.self, RegisterRegion.self, RegisterTrade.self,
        RegisterHelpAnswer.self,
        RegisterDecision.self,
        ValuationLine.self,
    ]

    @Test func everyTableIsCheckedHere() {
        #expect(Self.rows.map { facts(of: $0).id } == AllTables.facts.map(\.id))
    }

    @Test(arguments: 0..<rows.count)
    func everyPropertyHasOneColumn(position: Int) {
        func check<Row: TableRow>(_ type: Row.Type) {
            #expect(Mirror(reflecting: Row()).children.count == Row.table.columns.count)
        }
        check(Self.rows[position])
    }

    @Test(arguments: 0..<rows.count)
    func everyCellOfANewRowIsEmpty(position: Int) {
        func check<Row: TableRow>(_ type: Row.Type) {
            for column in Row.table.columns {
                #expect(column.binding.cell(in: Row()) == .empty, "\(column.facts.name)")
            }
        }
        check(Self.rows[position])
    }

    /// Sets one cell at a time, so that two columns with one property show.
    @Test(arguments: 0..<rows.count)
    func aCellIsSetAloneAndReadBack(position: Int) {
        func check<Row: TableRow>(_ type: Row.Type) {
            for (index, column) in Row.table.columns.enumerated() {
                var row = Row()
                let value = column.binding.setSample(index, in: &row)
                for (other, column) in Row.table.columns.enumerated() {
                    #expect(column.binding.cell(in: row) == (other == index ? value : .empty), "\(column.facts.name)")
                }
            }
        }
        check(Self.rows[position])
    }

    /// Sets all cells of a row, so that two values that overlap in memory show.
    @Test(arguments: 0..<rows.count)
    func allCellsAreKeptSideBySide(position: Int) {
        func check<Row: TableRow>(_ type: Row.Type) {
            var row = Row()
            let values = Row.table.columns.enumerated().map { $1.binding.setSample($0, in: &row) }
            #expect(Row.table.columns.map { $0.binding.cell(in: row) } == values)
        }
        check(Self.rows[position])
    }

    @Test func columnsReachTheirOwnProperty() throws {
        var row = SocialPurchase()
        let columns = SocialPurchase.table.columns
        for (index, column) in columns.enumerated() { _ = column.binding.setSample(index, in: &row) }
        #expect(row.amount == Cents(107))
        #expect(row.labourAmount == Cents(108))
        #expect(row.partner?.description == "90000001")
        #expect(row.invoiceDate == Day(daysSince1970: 20_006))
        #expect(row.recognition.bits == 10)
        #expect(row.targetGroupShare == Quantity(11))
        #expect(row.chainRole == ChainRole(rawValue: 0))
    }

    private func facts<Row: TableRow>(of type: Row.Type) -> TableFacts { Row.table.facts }
}

/// A value of any kind, to compare.
private enum Cell: Equatable {
    case empty
    case text(TextCell)
    case identifier(Symbol)
    case kvk(KvKNumber)
    case day(Day)
    case money(Cents)
    case number(Quantity)
    case period(ReportingPeriod)
    case code(UInt8)
    case codes(UInt32)
}

extension Binding {
    /// The value in `row`.
    fileprivate func cell(in row: Row) -> Cell {
        switch self {
        case .text(let field): field.value(in: row).isEmpty ? .empty : .text(field.value(in: row))
        case .identifier(let field): field.value(in: row).map { .identifier($0) } ?? .empty
        case .kvk(let field): field.value(in: row).map { .kvk($0) } ?? .empty
        case .day(let field): field.value(in: row).map { .day($0) } ?? .empty
        case .money(let field): field.value(in: row).map { .money($0) } ?? .empty
        case .number(let field): field.value(in: row).map { .number($0) } ?? .empty
        case .period(let field): field.value(in: row).map { .period($0) } ?? .empty
        case .code(_, let field): field.rawValue(in: row).map { .code($0) } ?? .empty
        case .codes(_, let field): field.value(in: row) == 0 ? .empty : .codes(field.value(in: row))
        }
    }

    /// Sets a value that belongs to the column at `index` and to no other of its kind, codes apart.
    fileprivate func setSample(_ index: Int, in row: inout Row) -> Cell {
        switch self {
        case .text(let field):
            let value = TextCell(index..<index * 2 + 1)
            field.set(value, in: &row)
            return .text(value)
        case .identifier(let field):
            let value = Symbol(rawValue: Int32(index))
            field.set(value, in: &row)
            return .identifier(value)
        case .kvk(let field):
            let value = KvKNumber(digits: Array("9000000\(index % 10)".utf8))
            field.set(value, in: &row)
            return value.map { .kvk($0) } ?? .empty
        case .day(let field):
            let value = Day(daysSince1970: 20_000 + Int32(index))
            field.set(value, in: &row)
            return .day(value)
        case .money(let field):
            let value = Cents(100 + Int64(index))
            field.set(value, in: &row)
            return .money(value)
        case .number(let field):
            let value = Quantity(index)
            field.set(value, in: &row)
            return .number(value)
        case .period(let field):
            let value = ReportingPeriod(year: 2000 + index, months: 1...12)
            field.set(value, in: &row)
            return value.map { .period($0) } ?? .empty
        case .code(let list, let field):
            let value = UInt8(index % list.entries.count)
            field.set(value, in: &row)
            return .code(value)
        case .codes(_, let field):
            let value = UInt32(index + 1)
            field.set(value, in: &row)
            return .codes(value)
        }
    }
}
