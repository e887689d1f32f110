import Intake
import SocialReturnModel

/// The rows of each participant who has more than one, to see whether one placement is followed by another.
struct ParticipantRows {
    private let table: TableData<Placement>
    private let rows: [Symbol: [Int]]

    /// The rows of `table` that count.
    init(_ table: TableData<Placement>) {
        self.table = table
        let repeated = SymbolSet.repeated(\.participant, in: table)
        var rows: [Symbol: [Int]] = [:]
        for index in table.acceptedIndices {
            if let participant = table.rows[index].participant, repeated.contains(participant) {
                rows[participant, default: []].append(index)
            }
        }
        self.rows = rows
    }

    /// The rows of each participant in the order of the file; participants in the order of their first rows.
    var groups: [[Int]] { rows.values.sorted { $0[0] < $1[0] } }

    /// Whether the participant of the row at `index` has another placement that begins later and lasts longer, under whatever
    /// contract: then the end of this one is no goodbye.
    func isFollowed(_ index: Int) -> Bool {
        let row = table.rows[index]
        guard let start = row.start, let end = row.end, let others = row.participant.flatMap({ rows[$0] }) else {
            return false
        }
        return others.contains { other in
            guard let later = table.rows[other].start, later > start else { return false }
            return table.rows[other].end.map { $0 > end } ?? true
        }
    }
}
