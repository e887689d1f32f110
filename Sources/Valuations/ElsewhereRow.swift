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
        if let rows = submission.placements {
            valuer.forEachValue(
                of: rows, at: rows.rows.indices, hours: submission.hours, isAccepted: accepted.contains
            ) { index, value in
                let row = rows.rows[index]
                guard let value, let contract = row.contract else { return }
                body(
                    ElsewhereRow(
                        table: .placements, index: index, contract: contract, part: .placements(row.targetGroup),
                        value: ElsewhereValue(value)))
            }
        }
        if let rows = submission.purchases {
            for (index, value) in valuer.values(of: rows, isAccepted: accepted.contains).enumerated() {
                guard let value, let contract = rows.rows[index].contract else { continue }
                body(
                    ElsewhereRow(
                        table: .purchases, index: index, contract: contract, part: .purchases,
                        value: ElsewhereValue(value)))
            }
        }
        if let rows = submission.activities {
            for (index, value) in valuer.values(of: rows).enumerated() {
                guard let value, let contract = rows.rows[index].contract else { continue }
                body(
                    ElsewhereRow(
                        table: .activities, index: index, contract: contract, part: .activities,
                        value: ElsewhereValue(value)))
            }
        }
    }
}
