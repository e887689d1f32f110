import SocialReturnModel

/// What placements add up to, over one or more reports.
public struct Figures: Hashable, Sendable {
    /// Different participants.
    public var persons = 0
    /// Different placements.
    public var placements = 0
    /// Full-time equivalents of the last period of each contract: a level does not add up over periods.
    public var fullTimeEquivalents = Quantity.zero
    /// Hours worked.
    public var hours = Quantity.zero
    /// What the placements are worth by the valuation table.
    public var value = Cents.zero
    /// Participants whose placement ended in a permanent job.
    public var permanentJobs = 0
    /// Participants with an employment contract without an end.
    public var permanentContracts = 0
}

/// Figures with what may be shown of them.
public struct ShownFigures: Sendable {
    /// The figures themselves. Show only what the visibilities allow.
    public let figures: Figures
    /// Whether persons, placements, full-time equivalents and hours are shown.
    public internal(set) var persons = ShieldedTable.Visibility.shown
    /// Whether euros are shown.
    public internal(set) var euros = ShieldedTable.Visibility.shown
    /// Whether permanent jobs are shown.
    public internal(set) var permanentJobs = ShieldedTable.Visibility.shown
    /// Whether employment contracts without an end are shown.
    public internal(set) var permanentContracts = ShieldedTable.Visibility.shown

    init(_ figures: Figures) { self.figures = figures }
}

/// Gathers figures: sets of persons are united, the rest is added.
struct FigureSum {
    private var persons: [UInt64] = []
    private var placements: [UInt64] = []
    private var jobs: [UInt64] = []
    private var contracts: [UInt64] = []
    private var hours = Quantity.zero
    private var value = Cents.zero
    private var fte = Quantity.zero

    /// Adds placements; their full-time equivalents only when they are those of a contract's last period.
    mutating func add(_ slice: PlacementSlice, isLastPeriod: Bool) {
        persons += slice.persons.keys
        placements += slice.placements.keys
        jobs += slice.permanentJobs.keys
        contracts += slice.permanentContracts.keys
        hours += slice.hours
        value += slice.value
        if isLastPeriod { fte += slice.fullTimeEquivalents }
    }

    var figures: Figures {
        Figures(
            persons: KeySet(persons).count, placements: KeySet(placements).count, fullTimeEquivalents: fte,
            hours: hours, value: value, permanentJobs: KeySet(jobs).count,
            permanentContracts: KeySet(contracts).count)
    }
}

extension PlacementSlice {
    /// The placements of both.
    func merged(with other: PlacementSlice) -> PlacementSlice {
        PlacementSlice(
            code: code, persons: persons.union(other.persons), placements: placements.union(other.placements),
            fullTimeEquivalents: fullTimeEquivalents + other.fullTimeEquivalents, hours: hours + other.hours,
            value: value + other.value, permanentJobs: permanentJobs.union(other.permanentJobs),
            permanentContracts: permanentContracts.union(other.permanentContracts))
    }
}
