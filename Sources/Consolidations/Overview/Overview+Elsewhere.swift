import Parameters
import SocialReturnModel
import Valuations

/// What stands under one table, where tables are laid beside each other.
public enum ComparedCell: Sendable, Hashable {
    /// What rows count for, in euros.
    case amount(Cents)
    /// What rows would count for as soon as a client accepts it, in euros: all of them wait.
    case waiting(Cents)
    /// The table has no block for any of the rows.
    case noBlock
    /// Nobody can tell.
    case unknown
    /// What the table rewards differently.
    case difference(ElsewhereDifference)
}

/// The same efforts under each table: a line of *Elders*.
public struct TablesLine: Sendable {
    /// What the line is about.
    public enum Kind: Sendable, Hashable {
        /// All contracts.
        case total
        /// What would count as soon as a client accepts it.
        case waiting
        /// What each table rewards differently.
        case difference
        /// The placements of a target group, the purchases or the activities.
        case part(ElsewherePart)
        /// One contract, by its position.
        case contract(Int)
    }

    /// What the line is about.
    public let kind: Kind
    /// What stands under each table, in the order of ``Overview/comparedTables``.
    public internal(set) var cells: [ComparedCell]
}

extension Overview {
    /// Lays tables beside each other: what everything comes to, each part, and each contract.
    mutating func addTables(_ reported: [ReportedContract], _ tables: [ValuationTable]) {
        comparedTables = tables
        guard !tables.isEmpty else { return }
        let columns = Dictionary(
            tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let empty = Array(repeating: ElsewhereSum(), count: tables.count)
        var parts: [ElsewherePart: [ElsewhereSum]] = [:]
        var contractLines: [TablesLine] = []
        for (position, contract) in reported.enumerated() {
            var own = empty
            var isKnown = false
            for digest in contract.periods.flatMap(\.contents).flatMap({ $0.elsewhere ?? [] }) {
                guard let column = columns[digest.table], let part = ElsewherePart(code: digest.part) else { continue }
                isKnown = true
                own[column].add(digest.sum)
                parts[part, default: empty][column].add(digest.sum)
            }
            if isKnown { contractLines.append(TablesLine(kind: .contract(position), cells: own.map(\.cell))) }
        }
        guard !contractLines.isEmpty else { return }
        var total = empty
        for sums in parts.values { for index in total.indices { total[index].add(sums[index]) } }
        tableLines = [TablesLine(kind: .total, cells: total.map(\.cell))]
        if total.contains(where: { $0.waiting != .zero }) {
            tableLines.append(TablesLine(kind: .waiting, cells: total.map { .amount($0.waiting) }))
        }
        tableLines.append(
            TablesLine(
                kind: .difference, cells: tables.indices.map { .difference(ElsewhereDifference(of: $0, parts)) }))
        for part in ElsewherePart.all {
            guard let sums = parts[part] else { continue }
            tableLines.append(TablesLine(kind: .part(part), cells: sums.map(\.cell)))
        }
        tableLines += contractLines
    }

    /// Rounds what tells of people.
    mutating func roundTables() {
        for line in tableLines.indices {
            for column in tableLines[line].cells.indices {
                switch tableLines[line].cells[column] {
                case .amount(let amount): tableLines[line].cells[column] = .amount(amount.rounded)
                case .waiting(let amount): tableLines[line].cells[column] = .waiting(amount.rounded)
                case .noBlock, .unknown, .difference: break
                }
            }
        }
    }
}

extension ElsewhereSum {
    fileprivate var cell: ComparedCell {
        if hasAmount { return .amount(value) }
        return waiting != .zero ? .waiting(waiting) : withoutBlock > 0 ? .noBlock : .unknown
    }
}
