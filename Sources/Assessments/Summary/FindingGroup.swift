import Intake
import Rules
import SocialReturnModel

/// Findings with one cause: the same rule, in the same words with the same proposal, on the same column of the same table. Mending it once settles all of
/// them, and so people read of them once: how many, where first, and what to do.
///
/// Columns that only the supplier's file has are one column here, as a hundred unknown headings are one thing to mend.
public struct FindingGroup: Sendable, Hashable {
    /// Position of the rule in the catalogue.
    public let rule: Int16
    /// How much it matters.
    public let severity: Severity
    /// Which of the rule's wordings applies.
    public let variant: UInt8
    /// The table.
    public let table: TableID
    /// The contracts in view that the rows are about, in the order in which they first occur.
    public internal(set) var contracts: [Symbol] = []
    /// How many findings there are.
    public internal(set) var count = 0
    /// Positions of the first findings, at most ``shownPlaces``, among all findings.
    public internal(set) var firstFindings: [Int] = []

    /// How many places are shown of a cause.
    public static let shownPlaces = 3

    /// The rule's facts.
    public var facts: RuleMetadata { Catalogue.entry(at: rule).facts }

    /// Who can do something about it.
    public var audience: Audience { Catalogue.audience(ofRule: rule, variant: variant) }

    /// The contract, when the rows are about one in view.
    public var contract: Symbol? { contracts.count == 1 ? contracts[0] : nil }
}

extension Assessment {
    /// The causes among the findings that are wanted, in the order in which they first occur.
    public func causes(where isWanted: (Finding) -> Bool) -> [FindingGroup] {
        var grouping = FindingGrouping(contracts: 0)
        for (index, finding) in findings.all.enumerated() where isWanted(finding) { grouping.add(finding, index) }
        return grouping.groups
    }
}

/// Sorts findings by cause, one after the other and without any text.
struct FindingGrouping {
    /// The causes, in the order in which they first occur.
    private(set) var groups: [FindingGroup] = []
    /// How many errors, warnings and signals each contract in view has, three numbers a contract.
    private var countOfContract: [Int]
    private var positions: [UInt64: Int] = [:]
    /// Which contracts each group has met, a bit each; ``words`` numbers a group.
    private var met: [UInt64] = []
    private let words: Int
    private var last: (key: UInt64, position: Int) = (.max, -1)

    /// A grouping with `contracts` contracts in view.
    init(contracts: Int) {
        countOfContract = Array(repeating: 0, count: 3 * contracts)
        words = (contracts + 63) / 64
    }

    /// The findings of `assessment`, by cause and by contract in view.
    init(_ findings: [Finding], _ contracts: RowContracts, known: ContractSlots) {
        self.init(contracts: known.contracts.count)
        for (index, finding) in findings.enumerated() {
            let position = add(finding, index)
            guard let contract = contracts.contract(at: finding.place), let slot = known.slot(of: contract) else {
                continue
            }
            countOfContract[3 * slot + Int(finding.severity.rawValue)] += 1
            let (word, bit) = (words * position + slot / 64, UInt64(1) << UInt64(slot % 64))
            guard met[word] & bit == 0 else { continue }
            met[word] |= bit
            groups[position].contracts.append(contract)
        }
    }

    /// Adds a finding, the one at `index` of all; gives the position of its group.
    @discardableResult
    mutating func add(_ finding: Finding, _ index: Int) -> Int {
        let key = finding.causeKey
        let position = last.key == key ? last.position : positions[key] ?? groups.count
        last = (key, position)
        if position == groups.count {
            positions[key] = position
            groups.append(
                FindingGroup(
                    rule: finding.rule, severity: finding.severity, variant: finding.variant,
                    table: finding.place.table))
            met.append(contentsOf: repeatElement(0, count: words))
        }
        if groups[position].firstFindings.count < FindingGroup.shownPlaces {
            groups[position].firstFindings.append(index)
        }
        groups[position].count += 1
        return position
    }

    /// How many findings of each severity are about the contract at `slot`.
    func counts(ofContract slot: Int) -> [Severity: Int] {
        Severity.allCases.reduce(into: [:]) { counts, severity in
            let count = countOfContract[3 * slot + Int(severity.rawValue)]
            if count > 0 { counts[severity] = count }
        }
    }
}

extension Finding {
    /// What findings of one group have in common, in one number.
    fileprivate var causeKey: UInt64 {
        // All columns that only the file has are one.
        let column = place.column.extraIndex == nil ? UInt64(place.column.sortKey + 1) : 0xFFFF
        // No list has as many codes as fit in a byte. Columns that may be meant are told apart by their own number already.
        let meant = UInt64((proposal ?? 0) & 0xFF) << 56
        return meant | UInt64(UInt16(bitPattern: rule)) << 40 | UInt64(severity.rawValue) << 32
            | UInt64(variant) << 24 | UInt64(place.table.rawValue) << 16 | column
    }
}
