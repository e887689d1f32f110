import Intake
import Rules
import SocialReturnModel

/// Findings with one cause: the same rule, on the same column of the same table, under the same contract.
public struct FindingGroup: Sendable, Hashable {
    /// Position of the rule in the catalogue.
    public let rule: Int16
    /// How much it matters.
    public let severity: Severity
    /// Which of the rule's wordings applies.
    public let variant: UInt8
    /// The table.
    public let table: TableID
    /// The column, or none.
    public let column: ColumnReference
    /// The contract that the rows are about; nil where they name none, or one that is not in view.
    public let contract: Symbol?
    /// How many findings there are.
    public internal(set) var count: Int
    /// Positions of the first findings, at most ``shownPlaces``, among all findings.
    public internal(set) var firstFindings: [Int]

    /// How many places are shown of a cause.
    public static let shownPlaces = 3

    /// The rule's facts.
    public var facts: RuleFacts { Catalogue.all[Int(rule)].facts }
}

extension FindingGroup {
    /// The findings of an assessment by cause, in the order in which the causes first occur. One pass, without any text.
    static func groups(_ findings: [Finding], _ contracts: RowContracts, known: ContractSlots) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var positions: [Cause: Int] = [:]
        for (index, finding) in findings.enumerated() {
            let contract = contracts.contract(at: finding.place).flatMap { known.contains($0) ? $0 : nil }
            let cause = Cause(finding, contract)
            if let position = positions[cause] {
                groups[position].count += 1
                if groups[position].firstFindings.count < shownPlaces { groups[position].firstFindings.append(index) }
                continue
            }
            positions[cause] = groups.count
            groups.append(
                FindingGroup(
                    rule: finding.rule, severity: finding.severity, variant: finding.variant,
                    table: finding.place.table,
                    column: finding.place.column, contract: contract, count: 1, firstFindings: [index]))
        }
        return groups
    }

    /// What findings of one group have in common, in sixteen bytes.
    private struct Cause: Hashable {
        private let what: UInt64
        private let contract: Int32

        init(_ finding: Finding, _ contract: Symbol?) {
            what =
                UInt64(UInt16(bitPattern: finding.rule)) << 40 | UInt64(finding.severity.rawValue) << 32
                | UInt64(finding.variant) << 24 | UInt64(finding.place.table.rawValue) << 16
                | UInt64(UInt16(truncatingIfNeeded: finding.place.column.sortKey + 1))
            self.contract = contract?.rawValue ?? -1
        }
    }
}
