import Intake
import SocialReturnModel

/// How the commitments of one contract stand. Dropped ones no longer hold and are counted apart.
public struct CommitmentCounts: Sendable, Hashable {
    /// Commitments that hold: met, partly met, not met, in progress and open.
    public internal(set) var total = 0
    /// Commitments that were met in full.
    public internal(set) var met = 0
    /// Commitments that are open or in progress.
    public internal(set) var open = 0
    /// Open commitments whose target date has passed.
    public internal(set) var overdue = 0
    /// Commitments that both parties let go.
    public internal(set) var dropped = 0
    /// The earliest target date of an open commitment; nil where none names one.
    public internal(set) var nextTarget: Day?
    /// The place of that commitment.
    public internal(set) var nextPlace: Place?
    /// The commitments that hold, by whose they are.
    private var owned = Array(repeating: OfOwner(), count: Owner.allCases.count + 1)

    /// How the commitments of one owner stand.
    public struct OfOwner: Sendable, Hashable {
        /// Commitments that hold.
        public internal(set) var total = 0
        /// Those that were met in full.
        public internal(set) var met = 0
        /// Those that are open or in progress.
        public internal(set) var open = 0
        /// Open ones whose target date has passed.
        public internal(set) var overdue = 0
        /// The places of the first of these, at most ``CommitmentCounts/shownPlaces``.
        public internal(set) var overduePlaces: [Place] = []

        /// None.
        public init() {}

        /// Adds those of another contract.
        public mutating func add(_ other: OfOwner) {
            total += other.total
            met += other.met
            open += other.open
            overdue += other.overdue
            overduePlaces = Array((overduePlaces + other.overduePlaces).prefix(CommitmentCounts.shownPlaces))
        }
    }

    /// How many places of overdue commitments are kept.
    public static let shownPlaces = 3

    /// Those of `owner`; nil for the commitments that name none, or one outside the list.
    public func of(_ owner: Owner?) -> OfOwner { owned[Self.position(owner)] }

    private static func position(_ owner: Owner?) -> Int { owner.map { Int($0.rawValue) } ?? Owner.allCases.count }

    /// No commitments.
    public init() {}

    /// Counts `commitment`, which stands at `place`; one whose target date lies before `today` is overdue while it is open.
    public mutating func add(_ commitment: Commitment, at place: Place, today: Day) {
        if commitment.status == .dropped {
            dropped += 1
            return
        }
        let owner = Self.position(commitment.owner)
        total += 1
        owned[owner].total += 1
        if commitment.status == .met {
            met += 1
            owned[owner].met += 1
        }
        guard !commitment.isClosed else { return }
        open += 1
        owned[owner].open += 1
        guard let target = commitment.targetDate else { return }
        if target < today {
            overdue += 1
            owned[owner].overdue += 1
            if owned[owner].overduePlaces.count < Self.shownPlaces { owned[owner].overduePlaces.append(place) }
        }
        if nextTarget.map({ target < $0 }) ?? true {
            nextTarget = target
            nextPlace = place
        }
    }
}
