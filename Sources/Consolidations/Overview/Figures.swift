import SocialReturnModel
import Valuations

/// What placements add up to, over one or more reports.
public struct Figures: Hashable, Sendable {
    /// Different participants.
    public var persons = 0
    /// Different placements.
    public var placements = 0
    /// Average full-time equivalents of the last period of each contract: a level does not add up over periods; nil where nobody names
    /// the full-time hours of any placement.
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
}

/// Gathers figures: sets of persons are united, the rest is added.
struct FigureSum {
    private var persons: [UInt64] = []
    private var placements: [UInt64] = []
    private var jobs: [UInt64] = []
    private var contracts: [UInt64] = []
    private var hours = Quantity.zero
    private var value = Cents.zero
    private var withHours = 0
    private var valued = 0
    private var fte: [FTEUnit: FTETotal] = [:]

    /// What full-time equivalents are a part of. Those with the same one are added up before they are rounded.
    private struct FTEUnit: Hashable {
        let fullTime: Int64
        let days: Int64
    }

    /// Adds placements; their full-time equivalents only when they are those of a contract's last period.
    mutating func add(_ slice: PlacementSlice, isLastPeriod: Bool) {
        persons += slice.persons.keys
        placements += slice.placements.keys
        jobs += slice.permanentJobs.keys
        contracts += slice.permanentContracts.keys
        hours += slice.hours
        value += slice.value
        withHours += slice.withHours
        valued += slice.valued
        if isLastPeriod, slice.fte.placements > 0 {
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
        return Figures(
            persons: KeySet(persons).count, placements: KeySet(placements).count,
            fullTimeEquivalents: units.isEmpty ? (isNobody ? .zero : nil) : average,
            lastDayFTE: units.isEmpty
                ? (isNobody ? .zero : nil) : units.compactMap(\.lastDay).reduce(Quantity.zero) { $0 + $1 },
            hours: withHours == 0 && !isNobody ? nil : hours, value: valued == 0 && !isNobody ? nil : value,
            permanentJobs: KeySet(jobs).count,
            permanentContracts: KeySet(contracts).count)
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
