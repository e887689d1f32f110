import Intake
import SocialReturnModel

/// The valuation tables that contracts can name: the built-in ones and the department's own.
public struct ValuationTables: Sendable {
    /// The department's own.
    private var own: [String: ValuationTable] = [:]
    private var refused: Set<String> = []
    /// Whether tables from second hand are laid beside the others, where tables are compared.
    public var showsSecondHand = false
    /// What is wrong with the department's own tables, in the order of the register.
    public private(set) var problems: [ValuationTableProblem] = []

    /// The built-in tables, and those of `register`. A table of the register goes before a built-in one of the same
    /// name, and ``problems`` says so. One that cannot be trusted is left out, and the built-in one of that name with
    /// it.
    public init(register: ContractRegister?) {
        for data in register?.valuationTables ?? [] { add(data) }
        for file in register?.unreadValuationFiles ?? [] {
            problems.append(
                ValuationTableProblem(
                    "", file,
                    Text(
                        nl: "Dit bestand is niet gelezen: een waarderingstabel is een CSV-bestand.",
                        en: "This file was not read: a valuation table is a CSV file."),
                    remedy: Text(
                        nl: "Bewaar elke tabel als CSV (puntkomma, UTF-8), of haal het bestand uit deze map.",
                        en: "Save each table as CSV (semicolon, UTF-8), or take the file out of this folder.")))
        }
    }

    /// The table with the name `id`, whatever the case of its letters; nil when there is none, or none that can be
    /// used. A built-in table is also found by a name it had before: compare ``ValuationTable/id`` to know, and say so.
    public subscript(_ id: String) -> ValuationTable? { table(presentKey(id)) }

    /// Whether the register has a table with the name `id` that cannot be used.
    public func isRefused(_ id: String) -> Bool { refused.contains(presentKey(id)) }

    /// Whether two names mean the same table: apart from case, or because one is a name that the table had before.
    public func isSame(_ left: String, _ right: String) -> Bool { presentKey(left) == presentKey(right) }

    /// What is wrong with the table with the name `id`, for what keeps it from being used.
    public func refusals(of id: String) -> [ValuationTableProblem] {
        let key = presentKey(id)
        return problems.filter { !$0.isUsable && BuiltInTables.key($0.tableID) == key }
    }

    /// The key of the table that is now called `id`, or was before. A table of that very name goes before one that was called so.
    private func presentKey(_ id: String) -> String {
        let key = BuiltInTables.key(id)
        guard own[key] == nil, !refused.contains(key), !BuiltInTables.has(key) else { return key }
        return BuiltInTables.presentKey(ofFormer: key) ?? key
    }

    private func table(_ key: String) -> ValuationTable? {
        own[key] ?? (refused.contains(key) ? nil : BuiltInTables[key])
    }

    /// All tables that can be used, in the order of their names.
    public var all: [ValuationTable] {
        Set(BuiltInTables.keys).union(own.keys).compactMap(table).sorted { $0.id < $1.id }
    }

    private mutating func add(_ data: TableData<ValuationLine>) {
        var reader = ValuationTableReader(data)
        let table = reader.read(isBuiltIn: false)
        problems += reader.problems
        let key = BuiltInTables.key(reader.id)
        guard let table else {
            own[key] = nil
            if !key.isEmpty { refused.insert(key) }
            return
        }
        let file = data.source.fileName
        guard !refused.contains(key) else { return }
        if let earlier = own[key] {
            problems.append(
                ValuationTableProblem(
                    table.id, file,
                    Text(
                        nl: "De tabel \(table.id) staat ook in \(earlier.file). Geen van beide telt.",
                        en: "The table \(table.id) is also in \(earlier.file). Neither counts."),
                    remedy: Text(
                        nl: "Verwijder een van beide bestanden, of geef een van beide een ander tabel_id.",
                        en: "Remove one of the files, or give one of them another tabel_id.")))
            own[key] = nil
            refused.insert(key)
            return
        }
        if let replaced = BuiltInTables.name(key) ?? BuiltInTables.presentKey(ofFormer: key).flatMap(BuiltInTables.name)
        {
            problems.append(
                ValuationTableProblem(
                    table.id, file, isUsable: true,
                    Text(
                        nl: "Deze tabel vervangt de ingebouwde tabel \(replaced).",
                        en: "This table replaces the built-in table \(replaced)."),
                    remedy: Text(
                        nl: "Is dat niet de bedoeling, geef de tabel dan een ander tabel_id.",
                        en: "If that is not meant, give the table another tabel_id.")))
        }
        own[key] = table
    }
}
