import Intake
import SocialReturnModel
import Valuations

/// Adds up the accepted rows of one or more submissions, by contract.
struct Tally {
    /// The totals by position in ``ContractSlots/contracts``.
    private(set) var totals: [PeriodTotals]
    /// The totals of all rows, also of those whose contract is not in view.
    private(set) var overall = PeriodTotals()
    /// The participants seen, by contract.
    private(set) var participants: Set<UInt64> = []
    /// The placements seen, by contract; empty unless they are kept.
    private(set) var placements: Set<UInt64> = []

    private let slots: ContractSlots
    private let keepsPlacements: Bool
    private var persons: Set<Symbol> = []
    private var exactValues: [ExactAmount?]

    /// Nothing yet. Only to be laid beside earlier reports does a tally keep the placements that it saw.
    init(_ slots: ContractSlots, keepsPlacements: Bool) {
        self.slots = slots
        self.keepsPlacements = keepsPlacements
        totals = Array(repeating: PeriodTotals(), count: slots.contracts.count)
        exactValues = Array(repeating: nil, count: slots.contracts.count)
    }

    /// Adds placements with their valuations, in the order of the table.
    mutating func add(_ table: TableData<Placement>, _ values: [PlacementValuation?]) {
        countSetAside(table, \.contract)
        for index in table.rows.indices where !table.isSetAside[index] {
            let row = table.rows[index]
            let value = index < values.count ? values[index] : nil
            let (fte, hours) = (value?.fte, value.map(\.workedHours) ?? row.workedHours)
            overall.add(fte: fte, hours: hours)
            if let participant = row.participant, persons.insert(participant).inserted { overall.persons += 1 }
            guard let slot = slots.slot(of: row.contract) else { continue }
            totals[slot].add(fte: fte, hours: hours)
            if let participant = row.participant, participants.insert(Self.key(slot, participant)).inserted {
                totals[slot].persons += 1
            }
            if keepsPlacements, let id = row.id { placements.insert(Self.key(slot, id)) }
            if let value { add(value.value, value.exactValue, value.reasons, slot) }
        }
    }

    /// Adds social purchases with their valuations, in the order of the table.
    mutating func add(_ table: TableData<SocialPurchase>, _ values: [PurchaseValuation?]) {
        countSetAside(table, \.contract)
        for index in table.rows.indices where !table.isSetAside[index] {
            let row = table.rows[index]
            overall.add(invoice: row.amount)
            guard let slot = slots.slot(of: row.contract) else { continue }
            totals[slot].add(invoice: row.amount)
            guard index < values.count, let value = values[index] else { continue }
            add(value.value, nil, value.reasons, slot)
            totals[slot].purchaseValue += value.value ?? .zero
        }
    }

    /// Adds activities with their valuations, in the order of the table.
    mutating func add(_ table: TableData<Activity>, _ values: [ActivityValuation?]) {
        countSetAside(table, \.contract)
        for index in table.rows.indices where !table.isSetAside[index] {
            overall.activities += 1
            guard let slot = slots.slot(of: table.rows[index].contract) else { continue }
            totals[slot].activities += 1
            guard index < values.count, let value = values[index] else { continue }
            add(value.value, nil, value.reasons, slot)
            totals[slot].activityValue += value.value ?? .zero
        }
    }

    /// Rounds the totals as the obligations say. Call it when everything was added.
    mutating func finish(_ terms: [ContractTerms?]) {
        for slot in totals.indices {
            if terms[slot]?.rounding.value == .perTotal, let exact = exactValues[slot] {
                totals[slot].value = exact.rounded
            }
        }
        overall.value = totals.reduce(.zero) { $0 + $1.value }
    }

    private mutating func add(_ value: Cents?, _ exact: ExactAmount?, _ reasons: ValuationReasons, _ slot: Int) {
        totals[slot].reasons.formUnion(reasons)
        guard let value else { return }
        totals[slot].valuedRows += 1
        totals[slot].value += value
        let exact = exact ?? ExactAmount(value)
        exactValues[slot] = exactValues[slot].map { $0 + exact } ?? exact
    }

    private mutating func countSetAside<Row: TableRow>(_ table: TableData<Row>, _ contract: KeyPath<Row, Symbol?>) {
        let contract = Field(contract)
        for index in table.rows.indices where table.isSetAside[index] {
            overall.setAside += 1
            if let slot = slots.slot(of: contract.value(in: table.rows[index])) { totals[slot].setAside += 1 }
        }
    }

    private static func key(_ slot: Int, _ symbol: Symbol) -> UInt64 {
        UInt64(slot) << 32 | UInt64(UInt32(bitPattern: symbol.rawValue))
    }
}

extension PeriodTotals {
    fileprivate mutating func add(fte: Quantity?, hours: Quantity?) {
        placements += 1
        if let fte { fullTimeEquivalents += fte } else { placementsWithoutFTE += 1 }
        if let hours { self.hours += hours } else { placementsWithoutHours += 1 }
    }

    fileprivate mutating func add(invoice amount: Cents?) {
        invoices += 1
        if let amount { purchases += amount }
    }
}
