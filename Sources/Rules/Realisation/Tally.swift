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
    private var persons = SymbolSet()
    private var exactValues: [ExactAmount?]

    /// Nothing yet. Only to be laid beside earlier reports does a tally keep the placements that it saw.
    init(_ slots: ContractSlots, keepsPlacements: Bool) {
        self.slots = slots
        self.keepsPlacements = keepsPlacements
        totals = Array(repeating: PeriodTotals(), count: slots.contracts.count)
        exactValues = Array(repeating: nil, count: slots.contracts.count)
    }

    /// Adds placements with their valuations and presences, and whether they count, in the order of the table.
    mutating func add(
        _ table: TableData<Placement>, _ values: PlacementValuations, _ presences: Presences, counts: [Bool],
        _ period: ReportingPeriod?
    ) {
        countSetAside(table, \.contract)
        for index in table.rows.indices where !table.isSetAside[index] {
            let row = table.rows[index]
            let value = index < values.count ? values[index] : nil
            let slot = slots.slot(of: row.contract)
            guard counts[index] else {
                overall.placementsNotCounting += 1
                if let slot {
                    totals[slot].placementsNotCounting += 1
                    if let value { add(value.value, value.exactValue, value.reasons, slot) }
                }
                continue
            }
            let hours = value.map(\.workedHours) ?? row.workedHours
            let presence = presences[index]
            overall.add(row, hours: hours, isKnown: presence != nil)
            if let participant = row.participant, persons.insert(participant) { overall.persons += 1 }
            guard let slot else { continue }
            totals[slot].add(row, hours: hours, isKnown: presence != nil)
            if let presence, let value, let period { totals[slot].fte.add(presence, value, period) }
            if let participant = row.participant, participants.insert(Self.key(slot, participant)).inserted {
                totals[slot].persons += 1
            }
            if keepsPlacements, let id = row.id { placements.insert(Self.key(slot, id)) }
            if let value {
                add(value.value, value.exactValue, value.reasons, slot)
                totals[slot].inConsultation += value.inConsultation ?? .zero
                totals[slot].placementsInConsultation += value.inConsultation ?? .zero
            }
        }
    }

    /// Adds social purchases with their valuations, and whether they count, in the order of the table.
    mutating func add(_ table: TableData<SocialPurchase>, _ values: [PurchaseValuation?], counts: [Bool]) {
        countSetAside(table, \.contract)
        for index in table.rows.indices where !table.isSetAside[index] {
            let row = table.rows[index]
            let value = index < values.count ? values[index] : nil
            let slot = slots.slot(of: row.contract)
            guard counts[index] else {
                noteOutside(slot, value?.reasons ?? [])
                continue
            }
            overall.add(invoice: row.amount)
            guard let slot else { continue }
            totals[slot].add(invoice: row.amount)
            guard let value else { continue }
            add(value.value, nil, value.reasons, slot)
            totals[slot].purchaseValue += value.value ?? .zero
            totals[slot].inConsultation += value.inConsultation ?? .zero
        }
    }

    /// Adds activities with their valuations, and whether they count, in the order of the table.
    mutating func add(_ table: TableData<Activity>, _ values: [ActivityValuation?], counts: [Bool]) {
        countSetAside(table, \.contract)
        for index in table.rows.indices where !table.isSetAside[index] {
            let value = index < values.count ? values[index] : nil
            let slot = slots.slot(of: table.rows[index].contract)
            guard counts[index] else {
                noteOutside(slot, value?.reasons ?? [])
                continue
            }
            overall.activities += 1
            guard let slot else { continue }
            totals[slot].activities += 1
            guard let value else { continue }
            add(value.value, nil, value.reasons, slot)
            totals[slot].activityValue += value.value ?? .zero
            totals[slot].inConsultation += value.inConsultation ?? .zero
        }
    }

    /// Adds who came into permanent work, by contract.
    mutating func note(_ work: [Symbol: PermanentWork]) {
        for (contract, work) in work {
            overall.permanentWork.add(work)
            if let slot = slots.slot(of: contract) { totals[slot].permanentWork = work }
        }
    }

    private mutating func noteOutside(_ slot: Int?, _ reasons: ValuationReasons) {
        overall.datedOutside += 1
        guard let slot else { return }
        totals[slot].datedOutside += 1
        totals[slot].reasons.formUnion(reasons)
    }

    /// Rounds the totals as the obligations say. Call it when everything was added.
    mutating func finish(_ terms: [ContractTerms?]) {
        var average = 0.0
        var lastDay = 0.0
        var isKnown = false
        for slot in totals.indices {
            if terms[slot]?.rounding.value == .perTotal, let exact = exactValues[slot] {
                totals[slot].value = exact.rounded
            }
            totals[slot].fteMeasure = terms[slot]?.fteMeasure.value ?? .average
            totals[slot].averageFTE = totals[slot].fte.average
            totals[slot].lastDayFTE = totals[slot].fte.lastDay
            average += totals[slot].fte.exactAverage
            lastDay += totals[slot].fte.exactLastDay
            if totals[slot].fte.placements > 0 { isKnown = true }
        }
        overall.value = totals.reduce(.zero) { $0 + $1.value }
        overall.inConsultation = totals.reduce(.zero) { $0 + $1.inConsultation }
        overall.valuedRows = totals.reduce(0) { $0 + $1.valuedRows }
        overall.averageFTE = isKnown ? Quantity(nearest: average) : nil
        overall.lastDayFTE = isKnown ? Quantity(nearest: lastDay) : nil
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
    fileprivate mutating func add(_ row: Placement, hours: Quantity?, isKnown: Bool) {
        placements += 1
        if !isKnown { placementsWithoutFTE += 1 }
        if row.contractForm == .permanent { openEndedPlacements += 1 }
        if let hours { self.hours += hours } else { placementsWithoutHours += 1 }
    }

    fileprivate mutating func add(invoice amount: Cents?) {
        invoices += 1
        if let amount { purchases += amount }
    }
}
