import Assessments
import Intake
import Rules
import SocialReturnModel

/// Something that was agreed before and waits for an answer, as *Gesprek* begins with it: a commitment that is open, or what was written down
/// in the last conversation, of which nobody said yet whether it is done.
struct OpenItem {
    /// How it stands, and how it stands once its day has passed. Of what was written down only the day is known to have passed.
    let mark: Mark, markWhenLate: Mark
    /// What was agreed, on one line.
    let what: String
    /// The contract's number; empty where it is about none.
    let contract: String
    /// Who has to act.
    let turn: String
    /// By when; nil where no day was agreed.
    let due: Day?
    /// By when, in the words of whoever wrote no day.
    let dueWords: String
    /// How far it is, and what the supplier wrote about it; where it was agreed.
    let words: String
    /// The row of the commitment; nil for what stands in the register.
    let place: Place?
    /// Whose the commitment is; nil for what stands in the register, and for one that names nobody.
    let owner: Owner?

    /// Whether its day lies before `today`.
    func isLate(on today: Day) -> Bool { due.map { $0 < today } ?? false }

    /// What is open of a report: what is late first, then by day. The commitments are those that ``CommitmentCounts/open`` counts, and
    /// decisions those that stand at a topic of `lines`.
    static func all(_ report: Report, _ lines: [TopicLine]) -> [OpenItem] {
        let last = Day(daysSince1970: Int32.max)
        return (commitments(report) + decisions(report, lines)).enumerated().sorted { left, right in
            (left.element.due ?? last, left.offset) < (right.element.due ?? last, right.offset)
        }.map(\.element)
    }

    private static func commitments(_ report: Report) -> [OpenItem] {
        guard let table = report.assessment.submission.commitments else { return [] }
        let language = report.language
        return table.acceptedIndices.filter { !table.rows[$0].isClosed }.map { index in
            let row = table.rows[index]
            let explanation = table.source.text(row.explanation)
            let state = [
                row.progress.map { "\($0.formatted(language))%" },
                explanation.isEmpty ? nil : SupplierQuotes.quoted(explanation),
            ]
            return OpenItem(
                mark: Mark(row.status ?? .open),
                markWhenLate: Mark(.progress, as: Text(nl: "Te laat", en: "Late")),
                what: SupplierQuotes.onOneLine(table.source.text(row.goal)),
                contract: row.contract.map { report.text($0) } ?? "",
                turn: row.owner?.name[language] ?? report.words("niemand", "nobody"),
                due: row.targetDate, dueWords: "", words: state.compactMap(\.self).joined(separator: " · "),
                place: table.place(index), owner: row.owner)
        }
    }

    /// What was agreed about topics of the conversation, each once.
    private static func decisions(_ report: Report, _ lines: [TopicLine]) -> [OpenItem] {
        lines.flatMap { line in
            line.decisions.map { decision in
                let due = Day(written: decision.dueBy)
                let agreed = SupplierQuotes.onOneLine(decision.agreement)
                return OpenItem(
                    mark: Mark(.followUp), markWhenLate: Mark(.followUp),
                    what: agreed.isEmpty ? line.subject : agreed, contract: decision.contract,
                    turn: decision.owner.isEmpty
                        ? line.turn[report.language] : SupplierQuotes.onOneLine(decision.owner), due: due,
                    dueWords: due == nil ? SupplierQuotes.onOneLine(decision.dueBy) : "",
                    words: decision.period + (agreed.isEmpty ? "" : " · " + line.subject), place: nil,
                    owner: nil)
            }
        }
    }
}
