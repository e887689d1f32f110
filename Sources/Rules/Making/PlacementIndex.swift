import Intake
import SocialReturnModel

/// The placements that count, by the references that the supplier gave them: documents and hours name a placement by its reference.
struct PlacementIndex {
    private let placements: TableData<Placement>?
    /// The position of the placement by the raw value of its reference; negative for none.
    private var positions: [Int32]

    /// The accepted placements of `submission`; of several with one reference the first.
    init(_ submission: Submission) {
        placements = submission.placements
        positions = Array(repeating: -1, count: submission.symbols.count)
        guard let placements else { return }
        for index in placements.acceptedIndices {
            guard let id = placements.rows[index].id, positions[Int(id.rawValue)] < 0 else { continue }
            positions[Int(id.rawValue)] = Int32(index)
        }
    }

    /// The placement with this reference; nil for another reference, such as the number of an invoice.
    subscript(id: Symbol?) -> Placement? {
        guard let id, let placements, positions[Int(id.rawValue)] >= 0 else { return nil }
        return placements.rows[Int(positions[Int(id.rawValue)])]
    }
}
