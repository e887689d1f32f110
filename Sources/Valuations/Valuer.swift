import Intake
import Parameters
import Plumbing
import SocialReturnModel

/// Values the rows of one submission for its reporting period.
///
/// What does not depend on the row is settled once: the terms of each contract, and the block of each combination of
/// codes.
public struct Valuer: Sendable {
    /// The reporting period.
    public let period: ReportingPeriod
    private let register: ContractRegister?
    private let tables: ValuationTables
    /// The table that every contract is valued under, whatever it names; nil for its own.
    private let table: ValuationTable?
    private var termsBySymbol = SymbolMap<ContractTerms?>()
    private var choices: [UInt64: BlockChoice] = [:]
    private var bonusCodes: [String: [String]] = [:]
    /// What the values to come may add up to, without their signs.
    private(set) var room = NumberBounds.columnTotal

    /// Prepares to value the rows of a submission that was read with `register`; under `table`, whatever contracts name, where one is given.
    public init(
        register: ContractRegister?, tables: ValuationTables, period: ReportingPeriod,
        under table: ValuationTable? = nil
    ) {
        self.register = register
        self.tables = tables
        self.period = period
        self.table = table
    }

    /// The terms of a contract; nil where the register does not know it.
    public mutating func terms(of contract: Symbol) -> ContractTerms? {
        if let known = termsBySymbol[contract] { return known }
        var terms = register.flatMap { ContractTerms(of: contract, in: $0, tables: tables) }
        if let table { terms = terms.map { ContractTerms($0, under: table) } }
        termsBySymbol.set(terms, for: contract)
        return terms
    }

    /// The valuations of the rows, in their order; nil for a row that was set aside. Where a placement has no worked
    /// hours of its own, those of `hours` count whose period lies in the reporting period and in the days that count.
    public mutating func values(
        of placements: TableData<Placement>, hours: TableData<WorkedHours>?,
        isAccepted: @Sendable (Placement) -> Bool = { _ in false }
    ) -> PlacementValuations {
        PlacementValuations(values(of: placements, at: placements.rows.indices, hours: hours, isAccepted: isAccepted))
    }

    /// The valuations of the rows at `positions`, in that order. Many rows are valued in parts, on all processors.
    mutating func values(
        of placements: TableData<Placement>, at positions: some RandomAccessCollection<Int> & Sendable,
        hours: TableData<WorkedHours>?, isAccepted: @Sendable (Placement) -> Bool
    ) -> [PlacementValuation?] {
        guard !positions.isEmpty else { return [] }
        let hours = hours?.byPlacement(within: period) ?? [:]
        // By this valuer itself, which then knows the terms of the contracts for what comes after.
        guard positions.count > Self.rowsOfPart else {
            return positions.map { value(of: placements, at: $0, hours, isAccepted) }
        }
        let count = (positions.count + Self.rowsOfPart - 1) / Self.rowsOfPart
        @Sendable func rows(_ part: Int) -> some RandomAccessCollection<Int> {
            positions.dropFirst(part * Self.rowsOfPart).prefix(Self.rowsOfPart)
        }
        let beginning = self
        var parts = Parallel.map(count) { part in
            var valuer = beginning
            let values = rows(part).map { valuer.value(of: placements, at: $0, hours, isAccepted) }
            return (values: values, taken: beginning.room - valuer.room)
        }
        var values: [PlacementValuation?] = []
        values.reserveCapacity(positions.count)
        for part in parts.indices {
            let (found, taken) = parts[part]
            // Given back as they are taken over: the valuations of a large delivery are not there twice.
            parts[part].values = []
            if taken <= room {
                // What fitted into more room fits into this, and what did not does not.
                room -= taken
                values += found
            } else {
                for index in rows(part) { values.append(value(of: placements, at: index, hours, isAccepted)) }
            }
        }
        return values
    }

    /// Calls `body` with the valuation of each row at `positions`, in that order; with nil for a row that was set aside.
    mutating func forEachValue(
        of placements: TableData<Placement>, at positions: some RandomAccessCollection<Int>,
        hours: TableData<WorkedHours>?, isAccepted: (Placement) -> Bool, _ body: (Int, PlacementValuation?) -> Void
    ) {
        guard !positions.isEmpty else { return }
        let hours = hours?.byPlacement(within: period) ?? [:]
        for index in positions { body(index, value(of: placements, at: index, hours, isAccepted)) }
    }

    /// How many rows are valued by one thread before it takes others.
    private static let rowsOfPart = 16_384

    /// The valuation of the row at `index`; nil for one that was set aside.
    private mutating func value(
        of placements: TableData<Placement>, at index: Int, _ hours: [Symbol: [HoursOfPeriod]],
        _ isAccepted: (Placement) -> Bool
    ) -> PlacementValuation? {
        guard !placements.isSetAside[index] else { return nil }
        let row = placements.rows[index]
        let bonuses = row.bonuses.isEmpty ? "" : placements.source.text(row.bonuses)
        let rows = hours.isEmpty ? nil : row.id.flatMap { hours[$0] }
        return value(row, bonuses: bonuses, hoursByPeriod: rows ?? [], isAccepted: isAccepted(row))
    }

    /// The valuation of one placement. `bonuses` is the text of its cell; `hoursByPeriod` are the hours of its rows in
    /// `uren.csv`, which count where the row itself has none; `isAccepted` tells whether the client accepted what is in consultation.
    public mutating func value(
        _ placement: Placement, bonuses: String = "", hoursByPeriod: [HoursOfPeriod] = [], isAccepted: Bool = false
    ) -> PlacementValuation {
        let terms = placement.contract.flatMap { self.terms(of: $0) }
        var valuer = PlacementValuer(placement, terms, period, hoursByPeriod, reasons: missingTerms(terms))
        let codes = bonuses.isEmpty ? [] : codes(in: bonuses)
        let value = valuer.value(codes, most: room, isAccepted: isAccepted) { choice(for: placement, in: $0) }
        _ = take(value.value)
        return value
    }

    /// `value`, when the values of all rows together stay below what can be counted; else nil: a total that lacks a row and says so is
    /// no wrong total.
    mutating func take(_ value: Cents?) -> Cents? {
        guard let value, value.magnitude.rawValue <= room else { return nil }
        room -= value.magnitude.rawValue
        return value
    }

    /// Why there are no terms; empty when there are.
    func missingTerms(_ terms: ContractTerms?) -> ValuationReasons {
        terms != nil ? [] : register == nil ? .registerMissing : .contractUnknown
    }

    /// What shows that a partner is a social enterprise: the purchase's own cell, else what the register knows.
    func recognition(
        of purchase: SocialPurchase, _ known: [KvKNumber: CodeSet<Recognition>]
    ) -> CodeSet<Recognition> {
        guard purchase.recognition.isEmpty, let partner = purchase.partner else { return purchase.recognition }
        return known[partner] ?? purchase.recognition
    }

    /// The recognitions that the register knows.
    var knownRecognitions: [KvKNumber: CodeSet<Recognition>] {
        (register?.partners?.rows ?? []).reduce(into: [:]) { known, row in
            if let kvk = row.kvk { known[kvk] = row.recognition }
        }
    }

    private mutating func codes(in cell: String) -> [String] {
        if let known = bonusCodes[cell] { return known }
        let codes = BonusOutcome.codes(in: cell)
        bonusCodes[cell] = codes
        return codes
    }

    private mutating func choice(for placement: borrowing Placement, in table: ValuationTable) -> BlockChoice {
        let key = placement.choiceKey
        if let known = choices[key] { return known }
        let choice = table.block(for: placement)
        choices[key] = choice
        return choice
    }
}

extension TableData<WorkedHours> {
    /// The rows that lie within `period`, by their placements.
    public func byPlacement(within period: ReportingPeriod) -> [Symbol: [HoursOfPeriod]] {
        acceptedIndices.reduce(into: [:]) { found, index in
            let row = rows[index]
            guard let id = row.placement, let worked = row.workedHours, let span = row.period,
                period.contains(span.start), period.contains(span.end)
            else { return }
            found[id, default: []].append(HoursOfPeriod(period: span, hours: worked))
        }
    }
}

/// The hours that were worked in one period: a row of `uren.csv`.
public struct HoursOfPeriod: BitwiseCopyable, Sendable, Hashable {
    /// The period.
    public let period: ReportingPeriod
    /// The hours.
    public let hours: Quantity

    /// The hours worked in `period`.
    public init(period: ReportingPeriod, hours: Quantity) {
        (self.period, self.hours) = (period, hours)
    }
}

extension Placement {
    /// All that the choice of a block depends on, in one number: the contract and every code that a block can name.
    package var choiceKey: UInt64 {
        var key = UInt64(UInt32(bitPattern: contract?.rawValue ?? -1))
        func append(_ code: UInt8?, bits: UInt64) { key = key << bits | UInt64(code.map { $0 + 1 } ?? 0) }
        append(targetGroup?.rawValue, bits: 5)
        append(durationClass?.rawValue, bits: 3)
        append(level?.rawValue, bits: 3)
        append(kind?.rawValue, bits: 4)
        append(contractForm?.rawValue, bits: 3)
        append(ageClass?.rawValue, bits: 3)
        append(employedBefore?.rawValue, bits: 3)
        return key
    }
}
