import Intake
import Parameters
import SocialReturnModel

/// What one contract says of valuing, resolved once, before its rows.
///
/// An immutable object and no value, so that every valuation can refer to it at the price of one pointer.
public final class ContractTerms: Sendable {
    /// The row of the register.
    public let contract: Contract
    /// Where it stands in the register.
    public let place: Place
    /// The obligations, in the order of the register.
    public let obligations: [ResolvedObligation]
    /// The position in ``obligations`` of the one that settles the valuation; nil for a contract without any.
    public let settlingIndex: Int?
    /// The obligation that settles the valuation; nil for a contract without any.
    public let settling: ResolvedObligation?
    /// The valuation table, or why there is none.
    public let table: TableStanding
    /// The day that tells whether the table is valid.
    public let referenceDay: ReferenceDay
    /// How a placement is valued. Standard: by contract.
    public let method: Setting<ValuationMethod>
    /// The hours of a full-time week; nil where nobody names them.
    public let fullTimeHours: Setting<Quantity>?
    /// The hours of a full-time year. Standard: 52 times the full-time hours; nil where nobody names either.
    public let yearHours: Setting<Quantity>?
    /// The hours a week from which a placement counts; nil for none. A block may have a minimum of its own, which goes
    /// before the table's.
    public let minimumHours: Setting<Quantity>?
    /// How many months before the contract a placement may have begun; nil where nobody says so, and none is asked when it began.
    public let lookBackMonths: Setting<Int>?
    /// Whether the settling obligation says something of the look-back that cannot be read, so that nobody knows what was agreed.
    public let hasUnreadLookBack: Bool
    /// From which day an earlier placement counts. Standard: the contract's first day.
    public let countsFrom: Setting<CountsFrom>
    /// Which number of full-time equivalents is held against an agreed one. Standard: the average of the period.
    public let fteMeasure: Setting<FTEMeasure>
    /// For how many full-time equivalents the hours worked of one placement count at most. Standard: 1.
    public let maximumFTE: Setting<Quantity>
    /// For how many months a placement counts, where the obligation says so instead of the blocks.
    public let countingMonths: Setting<Int>?
    /// What a year is divided into. Standard: days.
    public let yearBasis: Setting<YearBasis>
    /// When values are rounded. Standard: per row.
    public let rounding: Setting<Rounding>
    /// The difference between a reported and a computed value that needs no question. Standard: one euro.
    public let valueTolerance: Setting<Cents>

    /// The first day on which a placement may have begun, the look-back taken off; nil where the contract has no first day or nobody names
    /// a look-back.
    public let firstEntry: Day?

    /// The table in use; nil when ``table`` says why there is none.
    public let tableInUse: ValuationTable?

    /// The terms of `contract` in `register`; nil when the register does not know it.
    ///
    /// The first obligation that is not exempt and names a table settles the valuation; where none names a table, the
    /// first that is not exempt and names full-time hours, else the first.
    ///
    /// - Parameter discountHolds: whether a certificate is known on which a PSO discount rests; see ``DiscountCertificate``.
    public init?(
        of contract: Symbol, in register: ContractRegister, tables: ValuationTables, discountHolds: Bool = false
    ) {
        guard let (row, place) = register.contract(contract) else { return nil }
        self.contract = row
        self.place = place
        let obligations = register.obligations(of: contract).map { row, place in
            ResolvedObligation(
                row, place, tableID: row.tableID.map { register.symbols[$0] }, discountHolds: discountHolds)
        }
        self.obligations = obligations
        let settlingIndex =
            obligations.firstIndex { !$0.isExempt && $0.tableID != nil }
            ?? obligations.firstIndex { !$0.isExempt && $0.row.fullTimeHours != nil }
            ?? obligations.firstIndex { !$0.isExempt } ?? obligations.indices.first
        self.settlingIndex = settlingIndex
        settling = settlingIndex.map { obligations[$0] }
        let settings = settlingIndex.map { obligations[$0].row } ?? Obligation()
        referenceDay = ReferenceDay(settings.referenceDateKind, row)
        table = TableStanding(obligations, referenceDay, tables)
        let inUse: ValuationTable? = if case .inUse(let table) = table { table } else { nil }
        tableInUse = inUse
        method = Setting.first(settings.method, nil) ?? Setting(.contract, .standard)
        let fullTime = Setting.first(settings.fullTimeHours?.within(168), inUse?.fullTimeHours)
        fullTimeHours = fullTime
        yearHours =
            Setting.first(settings.yearHours?.within(8784), inUse?.yearHours)
            ?? fullTime.map { Setting(Quantity(tenThousandths: 52 * $0.value.tenThousandths), .standard) }
        minimumHours = Setting.first(settings.minimumHours, inUse?.minimumHours)
        let lookBack = Setting.first(settings.lookBackMonths?.wholeMonths, inUse?.lookBackMonths)
        lookBackMonths = lookBack
        hasUnreadLookBack =
            settings.lookBackMonths?.wholeMonths == nil
            && settlingIndex.map { register.isWritten(\Obligation.lookBackMonths, at: obligations[$0].place) } ?? false
        countsFrom = Setting.first(settings.countsFrom, nil) ?? Setting(.contract, .standard)
        fteMeasure = Setting.first(settings.fteMeasure, nil) ?? Setting(.average, .standard)
        maximumFTE = Setting.first(settings.maximumFTE?.within(10), nil) ?? Setting(Quantity(1), .standard)
        countingMonths = Setting.first(settings.countingMonths?.wholeMonths, nil)
        yearBasis = Setting.first(settings.yearBasis, nil) ?? Setting(.days, .standard)
        rounding = Setting.first(settings.rounding, nil) ?? Setting(.perRow, .standard)
        valueTolerance = Setting.first(settings.valueTolerance, nil) ?? Setting(Cents(100), .standard)
        firstEntry = lookBack.flatMap { months in row.start?.adding(months: -months.value) }
    }

    /// The same contract under `table`: all that a table can say is what this one says. Where it is silent on full-time hours, those of the
    /// contract count; method, year basis, rounding and the most full-time equivalents are the contract's. Whether the table was valid is
    /// not asked.
    init(_ own: ContractTerms, under table: ValuationTable) {
        contract = own.contract
        place = own.place
        (obligations, settlingIndex, settling) = (own.obligations, own.settlingIndex, own.settling)
        (self.table, tableInUse) = (.inUse(table), table)
        referenceDay = .unknown
        (method, yearBasis, rounding) = (own.method, own.yearBasis, own.rounding)
        let fullTime = Setting.first(nil, table.fullTimeHours) ?? own.fullTimeHours
        fullTimeHours = fullTime
        yearHours =
            Setting.first(nil, table.yearHours)
            ?? fullTime.map { Setting(Quantity(tenThousandths: 52 * $0.value.tenThousandths), .standard) }
        minimumHours = Setting.first(nil, table.minimumHours)
        let lookBack = Setting.first(nil, table.lookBackMonths)
        lookBackMonths = lookBack
        hasUnreadLookBack = false
        (countsFrom, fteMeasure, maximumFTE) = (own.countsFrom, own.fteMeasure, own.maximumFTE)
        countingMonths = nil
        valueTolerance = own.valueTolerance
        firstEntry = lookBack.flatMap { months in own.contract.start?.adding(months: -months.value) }
    }
}

extension Quantity {
    /// The number when it lies above zero and not above `most`.
    fileprivate func within(_ most: Int) -> Quantity? { self > .zero && self <= Quantity(most) ? self : nil }

    /// The number when it is a whole number of months that a contract can have.
    fileprivate var wholeMonths: Int? { whole.flatMap { (0...600).contains($0) ? $0 : nil } }
}
