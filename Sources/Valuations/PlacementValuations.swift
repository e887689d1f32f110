import Intake
import SocialReturnModel

/// The valuations of the placements of a submission, in the order of their table; nil for a row that was set aside. Without a period, or
/// without placements, there are none.
public struct PlacementValuations: Sendable, RandomAccessCollection {
    @usableFromInline let values: [PlacementValuation?]
    /// What is otherwise than in ``values``, by position.
    @usableFromInline var changes: [Int: PlacementValuation?] = [:]

    /// These valuations.
    init(_ values: [PlacementValuation?] = []) { self.values = values }

    /// No valuations.
    public static let none = PlacementValuations()

    /// The first position: 0.
    @inlinable public var startIndex: Int { 0 }
    /// The position behind the last row.
    @inlinable public var endIndex: Int { values.count }

    /// The valuation of the row at `position`; nil when it was set aside.
    ///
    /// Inlined, since each call from another target would ask for memory: rules look at every row.
    @inlinable public subscript(_ position: Int) -> PlacementValuation? {
        _read {
            if !changes.isEmpty, let changed = changes[position] { yield changed } else { yield values[position] }
        }
    }

    /// The same rows after some of `placements` were set aside and others count again: only those and `isChanged` are valued, by `valuer`, so
    /// that the valuations of a large submission are not kept twice.
    public func revalued(
        by valuer: inout Valuer, _ placements: TableData<Placement>, hours: TableData<WorkedHours>?,
        isAccepted: @Sendable (Placement) -> Bool, isChanged: (Placement) -> Bool
    ) -> PlacementValuations {
        var revalued = self
        var missing: [Int] = []
        for index in indices {
            let known = self[index]
            if placements.isSetAside[index] {
                if known != nil { revalued.changes[index] = .some(nil) }
            } else if let known, !isChanged(placements.rows[index]) {
                _ = valuer.take(known.value)
            } else {
                missing.append(index)
            }
        }
        let found = valuer.values(of: placements, at: missing, hours: hours, isAccepted: isAccepted)
        for (index, value) in zip(missing, found) { revalued.changes[index] = value }
        return revalued
    }
}
