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
        return table.rows.indices.filter { isWanted(table.rows[$0]) }.map { index in
            let row = table.rows[index]
            let key = row.key.map { FoldedName.fold(register.symbols[$0]) } ?? ""
            return Line(
                key: key, contract: row.contract, value: row.value, problem: problem(row, key),
                place: table.place(index))
        }
    }

    private func problem(_ row: RegisterSetting, _ key: String) -> Problem? {
        guard row.key != nil, let value = row.value else { return nil }
        guard let limit = Catalogue.limit(key, department) else { return .unknownKey }
        if limit.isSetByLaw { return .setByLaw }
        if !limit.range.contains(value) { return .outOfRange }
        if let contract = row.contract, register.contract(contract) == nil { return .unknownContract }
        return nil
    }
}

extension RegisterSetting {
    /// Whether the line holds on `day`.
    fileprivate func isValid(on day: Day) -> Bool {
        validFrom.map { $0 <= day } ?? true && validThrough.map { day <= $0 } ?? true
    }
}
