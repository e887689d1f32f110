import SocialReturnModel
import Valuations

/// What placements add up to, over one or more reports.
public struct Figures: Hashable, Sendable {
    /// Different participants.
    public var persons = 0
    /// Different placements.
    public var placements = 0
    /// Different placements of the last period of each contract: how many places are taken is a level, and does not add up over periods.
    public var lastPlacements = 0
    /// Average full-time equivalents of the last period of each contract: a level does not add up over periods; nothing where nobody works
    /// in that period, and nil where nobody names the full-time hours of any placement.
    public var fullTimeEquivalents: Quantity?
    /// Full-time equivalents on the last day of that period; nil likewise.
    public var lastDayFTE: Quantity?
    /// Hours worked; nil where no placement has any.
    public var hours: Quantity?
    /// What the placements are worth by the valuation table; nil where none is valued.
    public var value: Cents?
    /// Participants whose placement ended in a permanent job.
    public var permanentJobs = 0
    /// Participants with an employment contract without an end.
    public var permanentContracts = 0
    /// Which of the figures are of some of the placements only: of the others nobody knows them.
    public var partly: Parts = []

    /// Figures that can be of a part of the placements.
    public struct Parts: OptionSet, Hashable, Sendable {
        /// The figures as bits.
        public let rawValue: UInt8

        /// The figures of these bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Those on full-time equivalents.
        public static let fullTimeEquivalents = Parts(rawValue: 1)
        /// The hours worked.
        public static let hours = Parts(rawValue: 2)
        /// What the placements are worth.
        public static let value = Parts(rawValue: 4)
    }
}

extension Figures {
    /// Those of a report without placements: nothing, and nothing that is not known.
    static let nobody = FigureSum().figures
}

/// Gathers figures: sets of persons are united, the rest is added.
struct FigureSum {
    private var persons: [UInt64] = []
    private var placements: [UInt64] = []
    private var lastPlacements: [UInt64] = []
    private var jobs: [UInt64] = []
    private var contracts: [UInt64] = []
    private var hours = Quantity.zero
    private var value = Cents.zero
    private var withHours = 0
    private var valued = 0
    private var partly: Figures.Parts = []
    private var fte: [FTEUnit: FTETotal] = [:]

    /// What full-time equivalents are a part of. Those with the same one are added up before they are rounded.
    private struct FTEUnit: Hashable {
        let fullTime: Int64
        let days: Int64
    }

    /// Adds placements; what is a level (places, full-time equivalents) only when they are those of a contract's last period.
    mutating func add(_ slice: PlacementSlice, isLastPeriod: Bool) {
        persons += slice.persons.keys
        placements += slice.placements.keys
        jobs += slice.permanentJobs.keys
        contracts += slice.permanentContracts.keys
        hours += slice.hours
        value += slice.value
        withHours += slice.withHours
        valued += slice.valued
        if slice.withHours < slice.placements.count { partly.insert(.hours) }
        if slice.valued < slice.placements.count { partly.insert(.value) }
        guard isLastPeriod else { return }
        if slice.fte.placements < slice.placements.count { partly.insert(.fullTimeEquivalents) }
        lastPlacements += slice.placements.keys
        if slice.fte.placements > 0 {
            fte[FTEUnit(fullTime: slice.fte.fullTime, days: slice.fte.days), default: FTETotal()].add(slice.fte)
        }
    }

    var figures: Figures {
        let units = fte.sorted { ($0.key.fullTime, $0.key.days) < ($1.key.fullTime, $1.key.days) }.map(\.value)
        let average =
            units.count == 1
            ? units[0].average
            : Quantity(nearest: units.reduce(0) { $0 + $1.exactAverage })
        let isNobody = placements.isEmpty
        // Who took part before and has left is no reason not to know how many work there now.
        let isNobodyLeft = lastPlacements.isEmpty
        return Figures(
            persons: KeySet(persons).count, placements: KeySet(placements).count,
            lastPlacements: KeySet(lastPlacements).count,
            fullTimeEquivalents: units.isEmpty ? (isNobodyLeft ? .zero : nil) : average,
            lastDayFTE: units.isEmpty
                ? (isNobodyLeft ? .zero : nil) : units.compactMap(\.lastDay).reduce(Quantity.zero) { $0 + $1 },
            hours: withHours == 0 && !isNobody ? nil : hours, value: valued == 0 && !isNobody ? nil : value,
            permanentJobs: KeySet(jobs).count,
            permanentContracts: KeySet(contracts).count, partly: partly)
    }
}

extension PlacementSlice {
    /// The placements of both.
    func merged(with other: PlacementSlice) -> PlacementSlice {
        PlacementSlice(
            code: code, persons: persons.union(other.persons), placements: placements.union(other.placements),
            fte: fte.adding(other.fte), withHours: withHours + other.withHours, valued: valued + other.valued,
            hours: hours + other.hours,
            value: value + other.value, permanentJobs: permanentJobs.union(other.permanentJobs),
            permanentContracts: permanentContracts.union(other.permanentContracts))
    }
}
