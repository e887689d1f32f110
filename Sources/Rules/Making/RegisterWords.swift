import Intake
import Parameters
import SocialReturnModel

/// The lines of `woordenlijsten.csv` in a register.
struct RegisterWords {
    private let register: ContractRegister
    private let department: DepartmentRules

    init(_ register: ContractRegister, _ department: DepartmentRules) {
        self.register = register
        self.department = department
    }

    /// `list` with the words that the register adds on `day`; nil when it adds none.
    func list(_ list: RuleWords, on day: Day) -> WordList? {
        guard let table = register.words else { return nil }
        let unread = register.unreadDays(of: table, \.validFrom, \.validThrough)
        let lines = table.rows.indices.filter { !unread.contains($0) }.map { table.rows[$0] }.filter { row in
            row.list.map { FoldedName.fold(register.symbols[$0]) } == FoldedName.fold(list.key)
                && row.validFrom.map { $0 <= day } ?? true && row.validThrough.map { day <= $0 } ?? true
        }
        guard !lines.isEmpty else { return nil }
        return list.builtIn.adding(
            lines.compactMap { row in
                guard let form = row.form else { return nil }
                return WordList.Line(
                    word: table.source.text(row.word), form: form, explanation: table.source.text(row.explanation))
            })
    }

    /// The lines that name no list of the catalogue.
    var linesOfUnknownLists: [Place] {
        guard let table = register.words else { return [] }
        let known = Set((Catalogue.wordLists + department.wordLists).map { FoldedName.fold($0.key) })
        return table.rows.indices.filter { index in
            table.rows[index].list.map { !known.contains(FoldedName.fold(register.symbols[$0])) } ?? false
        }.map { table.place($0) }
    }
}
