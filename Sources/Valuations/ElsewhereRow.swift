import Intake
import Parameters
import SocialReturnModel

/// What one row of a submission would count for under a table.
public struct ElsewhereRow: Sendable {
    /// The table of the submission.
    public let table: TableID
    /// The position of the row in it.
    public let index: Int
    /// The contract that the row names.
    public let contract: Symbol
    /// The part of a sum to which it belongs.
    public let part: ElsewherePart
    /// What it would count for.
    public let value: ElsewhereValue

    /// Calls `body` for every row of `submission`, which was read with `register`, that counts and names a contract, with its value under
    /// `table`: placements, purchases, activities, each in the order of its table. None of them is kept.
    public static func forEach(
        of submission: Submission, under table: ValuationTable, _ register: ContractRegister, _ tables: ValuationTables,
        _ period: ReportingPeriod, _ body: (ElsewhereRow) -> Void
    ) {
        let accepted = AcceptedByClient(submission.evidence, register: register)
        var valuer = Valuer(register: register, tables: tables, period: period, under: table)
        func visit(_ table: TableID, _ index: Int, _ contract: Symbol?, _ part: ElsewherePart, _ value: ElsewhereValue?)
        {
            guard let value, let contract else { return }
            body(ElsewhereRow(table: table, index: index, contract: contract, part: part, value: value))
        }
        if let rows = submission.placements {
            valuer.forEachValue(
                of: rows, at: rows.rows.indices, hours: submission.hours, isAccepted: accepted.contains
            ) { index, value in
                let row = rows.rows[index]
                visit(
                    .placements, index, row.contract, .placements(row.targetGroup), value.map(ElsewhereValue.init))
            }
        }
        if let rows = submission.purchases {
            for (index, value) in valuer.values(of: rows, isAccepted: accepted.contains).enumerated() {
                visit(.purchases, index, rows.rows[index].contract, .purchases, value.map(ElsewhereValue.init))
            }
        }
        if let rows = submission.activities {
            for (index, value) in valuer.values(of: rows).enumerated() {
                visit(.activities, index, rows.rows[index].contract, .activities, value.map(ElsewhereValue.init))
            }
        }
    }
}
