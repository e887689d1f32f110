import Intake
import SocialReturnModel

/// A lot that a row names is one of the contract's. The template has no column for lots; suppliers may bring one along.
enum LotKnown: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-11", since: .v2026_2, .warning, level: .acrossTables, basis: .contract, needs: [.register],
        name: Text(nl: "Perceel onbekend", en: "Lot unknown"),
        message: Text(
            nl: "Perceel {value} hoort niet bij dit contract. Het contract heeft: {detail}.",
            en: "Lot {value} is not one of this contract. The contract has: {detail}."),
        remedy: Text(
            nl: "Controleer het perceelnummer, en of het contractnummer klopt.",
            en: "Check the number of the lot, and whether the contract number is right."),
        why: Text(
            nl: "Percelen hebben soms een eigen verplichting. Inzet moet bij het goede perceel staan.",
            en: "Lots sometimes have an obligation of their own. A placement must stand with the right lot."),
        examples: [
            .triggers("contracten: percelen=1, 2", "inzet +perceel: perceel=3"),
            .triggers("contracten: percelen=1, 2", "inzet +perceelnummer: perceelnummer=1, 3"),
            .triggers("contracten: percelen=Noord; titel=Schoonmaak", "sociale_inkoop +perceel: perceel=Zuid"),
            .passes("contracten: percelen=1, 2", "inzet +perceel: perceel=2"),
            .passes("contracten: percelen=1, 2", "inzet +perceel: perceel=Perceel 02"),
            .passes("contracten: percelen=noord/zuid", "inzet +perceel: perceel=Zuid + Noord"),
            .passes("contracten: percelen=1, 2", "inzet +perceel: perceel="),
            // A register without lots, or a submission without them, cannot be tested.
            .passes("inzet +perceel: perceel=3"),
            .passes("contracten: percelen=1, 2"),
            .passes(),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        var search = LotSearch(context)
        context.submission.forEachTable(&search)
        for (place, lots) in search.found { report.found(at: place, report.text(lots, from: .register)) }
        if !search.hasColumn {
            report.notEvaluated(
                Text(nl: "Geen kolom 'perceel' in de inzending.", en: "No column 'perceel' in the submission."),
                supply: Need.identifierColumn("perceel").supply)
        } else if search.lacksLots {
            report.notEvaluated(
                Text(
                    nl: "Het register noemt niet van elk contract de percelen (kolom percelen in contracten.csv).",
                    en: "The register does not name the lots of every contract (column percelen in contracten.csv)."),
                supply: Text(
                    nl:
                        "Heeft het contract percelen? Vul ze in contracten.csv van het register in, in de kolom percelen.",
                    en: "Does the contract have lots? Fill them in in contracten.csv of the register, column percelen."),
                by: .contractManager, isRegisterGap: true)
        }
    }
}

/// Collects lots that are none of their contract's.
private struct LotSearch: TableVisitor {
    private let context: RuleContext
    private var lots: [Symbol: Set<String>] = [:]
    private(set) var hasColumn = false
    private(set) var lacksLots = false
    private(set) var found: [(place: Place, lots: String)] = []

    private static let headings: Set = ["perceel", "perceelnummer", "perceelnr", "percelen"]

    init(_ context: RuleContext) {
        self.context = context
        guard let source = context.register?.contracts?.source else { return }
        for (row, _) in context.concernedContracts {
            if let id = row.id, !row.lots.isEmpty { lots[id] = Self.lots(in: source.text(row.lots)) }
        }
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        let extra = table.source.extraColumns
        guard let column = extra.indices.first(where: { Self.headings.contains(FoldedName.fold(extra[$0].heading)) }),
            !extra[column].isRefused, let contract = Row.table.contractField
        else { return }
        hasColumn = true
        for index in table.acceptedIndices {
            guard let id = contract.value(in: table.rows[index]), context.contract(id) != nil else { continue }
            let place = table.place(index, .extra(column))
            let named = Self.lots(in: table.source.text(at: place) ?? "")
            guard !named.isEmpty else { continue }
            guard let known = lots[id] else {
                lacksLots = true
                continue
            }
            if !named.isSubset(of: known) { found.append((place, known.sorted().joined(separator: ", "))) }
        }
    }

    /// The lots in a cell, without the word for a lot and zeros in front.
    private static func lots(in cell: String) -> Set<String> {
        Set(
            cell.split { ",;/|+&\n".contains($0) }.compactMap { part in
                var name = Substring(FoldedName.fold(String(part)))
                for word in ["perceelnummer", "perceelnr", "perceel"] where name.hasPrefix(word) {
                    name = name.dropFirst(word.count)
                    break
                }
                if name.allSatisfy(\.isNumber), name.count > 1 { name = name.drop { $0 == "0" } }
                return name.isEmpty ? nil : String(name)
            })
    }
}
