import Assessments
import Intake
import Parameters
import SocialReturnModel

/// What the register says of one supplier: its name and its own contracts, and nothing of anybody else.
struct OwnContracts {
    /// Whether the register knows the supplier, as such or by a contract.
    let isKnown: Bool
    /// The supplier's name; nil where the register has none.
    let name: String?
    /// Its contracts, each number once, in the order of the register.
    let contracts: [TemplateContract]
    /// Within how many days after a period a report is due, by the contract that gives the fewest; nil where none says so.
    let reportWithinDays: Int?

    /// What `register` says of `supplier`. `tables` tell which groups an agreed valuation table has a value for.
    init(of supplier: KvKNumber, in register: ContractRegister, _ tables: ValuationTables) {
        let ownRow = register.suppliers?.rows.first { $0.kvk == supplier }
        name = ownRow.flatMap { row in
            Self.clean(register.suppliers.map { $0.source.text(row.name) } ?? "")
        }
        guard let table = register.contracts else {
            isKnown = ownRow != nil
            contracts = []
            reportWithinDays = nil
            return
        }
        // A number that stands with two suppliers is a fault of the register; what was agreed under it is then anybody's guess.
        var suppliers: [Symbol: Set<KvKNumber?>] = [:]
        for row in table.rows { if let id = row.id { suppliers[id, default: []].insert(row.supplier) } }
        var seen: Set<Symbol> = []
        contracts = table.rows.compactMap { row in
            guard row.supplier == supplier, let id = row.id, seen.insert(id).inserted,
                let number = Self.clean(register.symbols[id])
            else { return nil }
            var details = Self.details(of: row, table.source)
            if suppliers[id]?.count == 1 {
                details += register.obligations(of: id).compactMap { Self.words(for: $0.row, register, tables) }
            }
            details += register.decisions.forSupplier(contracts: [register.symbols[id]], supplier: nil).flatMap(\.self)
                .map { decision in
                    let (topic, said) = (decision.topic.name, decision.sentence)
                    return Text(
                        nl: "Vorige keer afgesproken (\(decision.period), \(topic.nl)): \(said.nl)",
                        en: "Agreed the last time (\(decision.period), \(topic.en)): \(said.en)")
                }
            return TemplateContract(number: number, details: details)
        }
        isKnown = ownRow != nil || !contracts.isEmpty
        reportWithinDays = table.rows.lazy.filter { $0.supplier == supplier }.compactMap(\.daysToReport).min()
    }

    private static func details(of row: Contract, _ source: SourceTable) -> [Text] {
        var details: [Text] = []
        if let title = clean(source.text(row.title)) { details.append(Text(verbatim: title + ".")) }
        if let start = row.start, let end = row.end {
            details.append(
                Text(
                    nl: "Loopt van \(start.formatted(.dutch)) tot en met \(end.formatted(.dutch)).",
                    en: "Runs from \(start.formatted(.english)) to \(end.formatted(.english))."))
        }
        if let frequency = row.reportingFrequency?.entry.name {
            let within = row.daysToReport.map { Contract.withinDays($0) }
            details.append(
                Text(
                    nl: "Rapportage: \(frequency.nl.lowercased())\(within.map { ", \($0.nl)" } ?? "").",
                    en: "Report: \(frequency.en.lowercased())\(within.map { ", \($0.en)" } ?? "")."))
        }
        if let manager = clean(source.text(row.manager)) {
            details.append(Text(nl: "Vragen? \(manager).", en: "Questions? \(manager)."))
        }
        return details
    }

    /// What was agreed, in a sentence; nil where the obligation says nothing that a supplier can use.
    private static func words(
        for obligation: Obligation, _ register: ContractRegister, _ tables: ValuationTables
    ) -> Text? {
        var nl: [String] = []
        var en: [String] = []
        if let share = obligation.percentage {
            let base = obligation.base?.entry.name
            nl.append("\(share.formatted(.dutch))%" + (base.map { " (\($0.nl.lowercased()))" } ?? ""))
            en.append("\(share.formatted(.english))%" + (base.map { " (\($0.en.lowercased()))" } ?? ""))
        }
        if let count = obligation.targetCount, let unit = obligation.targetUnit?.entry.name {
            nl.append("\(count.formatted(.dutch)) \(unit.nl.lowercased())")
            en.append("\(count.formatted(.english)) \(unit.en.lowercased())")
        }
        if let id = obligation.tableID.map({ register.symbols[$0] }) {
            nl.append("waarderingstabel \(tables[id]?.shownID.nl ?? id)")
            en.append("valuation table \(tables[id]?.shownID.en ?? id)")
            let groups = TargetGroup.allCases.filter { group in
                tables[id]?.blocks.contains { $0.targetGroups.contains(group) } == true
            }
            if !groups.isEmpty {
                nl.append("met een waarde voor \(groups.map { $0.entry.name.nl }.joined(separator: ", "))")
                en.append("with a value for \(groups.map { $0.entry.name.en }.joined(separator: ", "))")
            }
        }
        guard !nl.isEmpty else { return nil }
        return Text(nl: "Afspraak: \(nl.joined(separator: "; ")).", en: "Agreed: \(en.joined(separator: "; ")).")
    }

    /// The text without what was masked; nil when nothing is left to show.
    private static func clean(_ text: String) -> String? {
        text.isEmpty || text.contains("****") ? nil : text
    }
}
