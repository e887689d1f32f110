import Intake
import SocialReturnModel

/// The valuation tables that contracts can name: the built-in ones and the department's own.
public struct ValuationTables: Sendable {
    private var tables: [String: ValuationTable] = [:]
    private var refused: Set<String> = []
    /// What is wrong with the department's own tables, in the order of the register.
    public private(set) var problems: [ValuationTableProblem] = []

    /// The built-in tables, and those of `register`. A table of the register goes before a built-in one of the same
    /// name, and ``problems`` says so. One that cannot be trusted is left out, and the built-in one of that name with
    /// it.
    ///
    /// - Throws: ``IntakeError`` when a built-in table cannot be read.
    public init(register: ContractRegister?) throws(IntakeError) {
        let builtIn = try Self.builtIn.get()
        for table in builtIn.tables { tables[Self.key(table.id)] = table }
        problems = builtIn.problems
        for data in register?.valuationTables ?? [] { add(data) }
    }

    /// The table with the name `id`, whatever the case of its letters; nil when there is none, or none that can be
    /// used.
    public subscript(_ id: String) -> ValuationTable? { tables[Self.key(id)] }

    /// Whether the register has a table with the name `id` that cannot be used.
    public func isRefused(_ id: String) -> Bool { refused.contains(Self.key(id)) }

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
        if let earlier = tables[key] {
            guard earlier.isBuiltIn else {
                problems.append(
                    ValuationTableProblem(
                        file, nl: "De tabel \(table.id) staat ook in \(earlier.file). Geen van beide telt.",
                        en: "The table \(table.id) is also in \(earlier.file). Neither counts."))
                tables[key] = nil
                refused.insert(key)
                return
            }
            problems.append(
                ValuationTableProblem(
                    file, isUsable: true, nl: "Deze tabel vervangt de ingebouwde tabel \(table.id).",
                    en: "This table replaces the built-in table \(table.id)."))
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
        [
            SourceFile(name: "ALPHEN.csv", bytes: PackageResources.ALPHEN_csv),
            SourceFile(name: "HAAGLANDEN-2023-07.csv", bytes: PackageResources.HAAGLANDEN_2023_07_csv),
            SourceFile(name: "HARLINGEN.csv", bytes: PackageResources.HARLINGEN_csv),
            SourceFile(name: "LEIDEN-2023-09.csv", bytes: PackageResources.LEIDEN_2023_09_csv),
            SourceFile(name: "OOST-NEDERLAND.csv", bytes: PackageResources.OOST_NEDERLAND_csv),
            SourceFile(name: "UTRECHT-OUD-36U.csv", bytes: PackageResources.UTRECHT_OUD_36U_csv),
            SourceFile(name: "UTRECHT-OUD-40U.csv", bytes: PackageResources.UTRECHT_OUD_40U_csv),
            SourceFile(name: "UTRECHT.csv", bytes: PackageResources.UTRECHT_csv),
        ]
    }
}
