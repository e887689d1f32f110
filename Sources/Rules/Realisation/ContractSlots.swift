import Intake
import SocialReturnModel
import Valuations

/// The contracts in view, in the order in which a reader meets them, and the place of each in that order.
///
/// In view are the contracts whose terms were resolved: those that rows refer to and those of the supplier that run in the period,
/// in the order of the register. After them come contracts that accepted rows name and the register does not know, or all that rows
/// name when there is no register, in the order of their first row.
public struct ContractSlots: Sendable {
    /// The contracts, in order.
    public private(set) var contracts: [Symbol] = []
    /// How many more contract numbers rows name than are in view.
    public private(set) var left = 0
    /// The position in ``contracts`` by symbol. Contracts are among the first symbols, so that this is small where a submission has millions.
    private var slots = SymbolMap<Int>()

    /// How many contracts that no register knows are in view. More would be no overview, and come from damaged files.
    static let mostUnknown = 50

    init(_ context: RuleContext) {
        let submission = context.submission
        let known = context.terms.sorted { $0.value.place.record < $1.value.place.record }
        for (contract, _) in known { add(contract) }
        var named = NamedContracts()
        submission.forEachTable(&named)
        for contract in named.contracts where slots[contract] == nil {
            if contracts.count - known.count < Self.mostUnknown {
                add(contract)
            } else {
                left += 1
            }
        }
    }

    private mutating func add(_ contract: Symbol) {
        slots.set(contracts.count, for: contract)
        contracts.append(contract)
    }

    /// The position of `contract`; nil when it is not in view.
    public func slot(of contract: Symbol?) -> Int? {
        contract.flatMap { slots[$0] }
    }

    /// Whether `contract` is in view.
    public func contains(_ contract: Symbol) -> Bool { slot(of: contract) != nil }
}

/// The contracts that accepted rows name, in order and at most one after another the same.
private struct NamedContracts: TableVisitor {
    var contracts: [Symbol] = []
    private var seen: Set<Symbol> = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let field = Row.table.contractField else { return }
        var last: Symbol?
        for (row, isSetAside) in zip(table.rows, table.isSetAside) {
            guard !isSetAside, let contract = field.value(in: row), contract != last else { continue }
            last = contract
            if seen.insert(contract).inserted { contracts.append(contract) }
        }
    }
}
