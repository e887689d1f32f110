import Intake
import SocialReturnModel

/// The lines of `instellingen.csv` in a register, and what is wrong with each.
struct RegisterSettings {
    /// What is wrong with a line, as the position of the wording in rule CTR-15.
    enum Problem: UInt8 {
        case unknownKey = 1
        case outOfRange = 2
        case setByLaw = 3
        case unknownContract = 4
        /// A sign beside the number says that it counts something else than the limit does.
        case otherUnit = 7
        /// The contract is known, written in another way.
        case contractMeant = 8
        /// From when or until when it holds cannot be read, which the rule about days says.
        case daysUnread = 255
    }

    /// One line.
    struct Line {
        let key: String
        let contract: Symbol?
        let value: Quantity?
        let problem: Problem?
        let place: Place
    }

    private let register: ContractRegister
    private let department: DepartmentRules

    init(_ register: ContractRegister, _ department: DepartmentRules) {
        self.register = register
        self.department = department
    }

    /// The lines that hold on `day`, in the order of the file; of several lines with one key and contract the last goes first.
    func lines(on day: Day) -> [Line] { all { $0.isValid(on: day) } }

    /// Every line, whenever it holds.
    var all: [Line] { all { _ in true } }

    private func all(where isWanted: (RegisterSetting) -> Bool) -> [Line] {
        guard let table = register.settings else { return [] }
        let unread = register.unreadDays(of: table, \.validFrom, \.validThrough)
        return table.rows.indices.filter { isWanted(table.rows[$0]) }.map { index in
            let row = table.rows[index]
            let key = row.key.map { FoldedName.fold(register.symbols[$0]) } ?? ""
            return Line(
                key: key, contract: row.contract, value: row.value,
                problem: problem(table, index, key) ?? (unread.contains(index) ? .daysUnread : nil),
                place: table.place(index))
        }
    }

    private func problem(_ table: TableData<RegisterSetting>, _ index: Int, _ key: String) -> Problem? {
        let row = table.rows[index]
        guard row.key != nil, let value = row.value else { return nil }
        guard let limit = Catalogue.limit(key, department) else { return .unknownKey }
        if limit.isSetByLaw { return .setByLaw }
        var written = table.source.text(at: table.place(index, ColumnReference(\RegisterSetting.value))) ?? ""
        let reading = written.withUTF8 { CellReader.number($0, within: nil, of: limit.unit.numberUnit) }
        if reading.problem == .otherUnit { return .otherUnit }
        if !limit.range.contains(value) { return .outOfRange }
        if let contract = row.contract, register.contract(contract) == nil {
            return register.contractMeant(by: register.symbols[contract]) == nil ? .unknownContract : .contractMeant
        }
        return nil
    }
}

extension ContractRegister {
    /// The rows of `table` with a first or last day that cannot be read: nobody knows when they hold.
    func unreadDays<Row: TableRow>(
        of table: TableData<Row>, _ first: KeyPath<Row, Day?>, _ last: KeyPath<Row, Day?>
    ) -> Set<Int> {
        let seen = Set(observations.lazy.filter { $0.place.table == table.source.id }.map(\.place))
        guard !seen.isEmpty else { return [] }
        func isUnread(_ day: KeyPath<Row, Day?>, _ index: Int) -> Bool {
            table.rows[index][keyPath: day] == nil && seen.contains(table.place(index, ColumnReference(day)))
        }
        return Set(table.rows.indices.filter { isUnread(first, $0) || isUnread(last, $0) })
    }
}

extension LimitUnit {
    /// What a column of numbers would call it.
    fileprivate var numberUnit: NumberUnit {
        switch self {
        case .hoursPerWeek: .hoursOfWeek
        case .days: .days
        case .months: .months
        case .percent, .percentPoints: .percent
        case .persons: .persons
        case .suppliers, .periods, .times, .rows: .counted
        case .euros: .euros
        }
    }
}

extension RegisterSetting {
    /// Whether the line holds on `day`.
    fileprivate func isValid(on day: Day) -> Bool {
        validFrom.map { $0 <= day } ?? true && validThrough.map { day <= $0 } ?? true
    }
}
