import Intake
import SocialReturnModel

/// The valuation tables that contracts can name: the built-in ones and the department's own.
public struct ValuationTables: Sendable {
    private var tables: [String: ValuationTable] = [:]
    private var refused: Set<String> = []
    /// The present name of a built-in table by a name it had before. A table of that very name goes before it.
    private var formerIDs: [String: String] = [:]
    /// Whether tables from second hand are laid beside the others, where tables are compared.
    public var showsSecondHand = false
    /// What is wrong with the department's own tables, in the order of the register.
    public private(set) var problems: [ValuationTableProblem] = []

    /// The built-in tables, and those of `register`. A table of the register goes before a built-in one of the same
    /// name, and ``problems`` says so. One that cannot be trusted is left out, and the built-in one of that name with
    /// it.
    ///
    /// - Throws: ``IntakeError`` when a built-in table cannot be read.
    public init(register: ContractRegister?) throws(IntakeError) {
        let builtIn = try Self.builtIn.get()
        for table in builtIn.tables {
            tables[Self.key(table.id)] = table
            if let former = table.formerID { formerIDs[Self.key(former)] = Self.key(table.id) }
        }
        problems = builtIn.problems
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
    public subscript(_ id: String) -> ValuationTable? { tables[presentKey(id)] }

    /// Whether the register has a table with the name `id` that cannot be used.
    public func isRefused(_ id: String) -> Bool { refused.contains(presentKey(id)) }

    /// Whether two names mean the same table: apart from case, or because one is a name that the table had before.
    public func isSame(_ left: String, _ right: String) -> Bool { presentKey(left) == presentKey(right) }

    /// What is wrong with the table with the name `id`, for what keeps it from being used.
    public func refusals(of id: String) -> [ValuationTableProblem] {
        let key = presentKey(id)
        return problems.filter { !$0.isUsable && Self.key($0.tableID) == key }
    }

    private func presentKey(_ id: String) -> String {
        let key = Self.key(id)
        guard tables[key] == nil, !refused.contains(key) else { return key }
        return formerIDs[key] ?? key
    }

    /// All tables that can be used, in the order of their names.
    public var all: [ValuationTable] { tables.values.sorted { $0.id < $1.id } }

    private mutating func add(_ data: TableData<ValuationLine>) {
        var reader = ValuationTableReader(data)
        let table = reader.read(isBuiltIn: false)
        problems += reader.problems
        let key = Self.key(reader.id)
        guard let table else {
            tables[key] = nil
            if !key.isEmpty { refused.insert(key) }
            return
        }
        let file = data.source.fileName
        guard !refused.contains(key) else { return }
        if let earlier = tables[key] ?? formerIDs[key].flatMap({ tables[$0] }), earlier.isBuiltIn || tables[key] != nil
        {
            guard earlier.isBuiltIn else {
                problems.append(
                    ValuationTableProblem(
                        table.id, file,
                        Text(
                            nl: "De tabel \(table.id) staat ook in \(earlier.file). Geen van beide telt.",
                            en: "The table \(table.id) is also in \(earlier.file). Neither counts."),
                        remedy: Text(
                            nl: "Verwijder een van beide bestanden, of geef een van beide een ander tabel_id.",
                            en: "Remove one of the files, or give one of them another tabel_id.")))
                tables[key] = nil
                refused.insert(key)
                return
            }
            problems.append(
                ValuationTableProblem(
                    table.id, file, isUsable: true,
                    Text(
                        nl: "Deze tabel vervangt de ingebouwde tabel \(earlier.id).",
                        en: "This table replaces the built-in table \(earlier.id)."),
                    remedy: Text(
                        nl: "Is dat niet de bedoeling, geef de tabel dan een ander tabel_id.",
                        en: "If that is not meant, give the table another tabel_id.")))
        }
        tables[key] = table
    }

    private static func key(_ id: String) -> String { id.uppercased() }

    /// The built-in tables, read once for all registers.
    private static let builtIn = Result { () throws(IntakeError) in
        var tables: [ValuationTable] = []
        var problems: [ValuationTableProblem] = []
        for data in try ContractRegister.valuationTables(in: builtInFiles).tables {
            var reader = ValuationTableReader(data)
            if let table = reader.read(isBuiltIn: true) { tables.append(table) }
            problems += reader.problems
        }
        return (tables: tables, problems: problems)
    }

    /// The files in the folder `Tables`, apart from the sources.
    private static var builtInFiles: [SourceFile] {
        PackageResources.files(in: "Tables").filter { $0.name != SourceRegister.fileName }
            .map { SourceFile(name: $0.name, bytes: $0.bytes) }
    }
}
