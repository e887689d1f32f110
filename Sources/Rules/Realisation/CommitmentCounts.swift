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
    /// The places of the first commitments that are overdue, at most ``CommitmentCounts/shownPlaces``.
    public internal(set) var overduePlaces: [Place] = []

    /// How many places of overdue commitments are kept.
    public static let shownPlaces = 3

    mutating func add(_ commitment: Commitment, at place: Place, today: Day) {
        if commitment.status == .dropped {
            dropped += 1
            return
        }
        total += 1
        if commitment.status == .met { met += 1 }
        guard !commitment.isClosed else { return }
        open += 1
        guard let target = commitment.targetDate else { return }
        if target < today {
            overdue += 1
            if overduePlaces.count < Self.shownPlaces { overduePlaces.append(place) }
        }
        if nextTarget.map({ target < $0 }) ?? true {
            nextTarget = target
            nextPlace = place
        }
    }
}
