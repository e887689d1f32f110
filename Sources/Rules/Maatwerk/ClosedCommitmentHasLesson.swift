import Intake
import SocialReturnModel

/// From a commitment that is settled something was learned. It is asked once: in the first report in which the commitment is settled.
enum ClosedCommitmentHasLesson: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-12", since: .v2026_2, .signal, level: .row, basis: .policy, sources: ["INTERVIEW"],
        column: .of(\Commitment.status),
        needs: [.table(.commitments)],
        name: Text(nl: "Leerpunt ontbreekt", en: "Lesson missing"),
        message: Text(
            nl: "Deze afspraak is afgesloten ({value}), en er staat geen leerpunt bij.",
            en: "This commitment is settled ({value}), and there is no lesson with it."),
        remedy: Text(
            nl: "Wat zou u de volgende keer anders doen? Zet het in leerpunten.csv, ook als het goed ging.",
            en: "What would you do differently next time? Put it in leerpunten.csv, also when it went well."),
        why: Text(
            nl: "Wat u leert, helpt u bij de volgende afspraak en anderen bij hun eerste.",
            en: "What you learn helps you with the next commitment and others with their first."),
        examples: [
            .triggers("afspraken: status=gehaald", "-leerpunten"),
            .triggers("afspraken: status=niet gehaald", "leerpunten: afspraak_id=A-02"),
            .triggers("afspraken: status=vervallen", "leerpunten: wat_geleerd=geen"),
            .triggers(
                "afspraken: status=gehaald", "-leerpunten", previous: [["voorblad: periode=2026-Q1", "-leerpunten"]]),
            .passes(),
            .passes("afspraken: status=gehaald"),
            .passes("afspraken: status=gehaald; afspraak_id=a-01"),
            .passes("-leerpunten"),
            // A lesson on the contract as a whole.
            .passes("afspraken: status=gehaald", "leerpunten: afspraak_id="),
            .passes("afspraken: status=gehaald", "-leerpunten", previous: [["voorblad: periode=2026-Q1"]]),
            // It was settled before, and was asked then.
            .passes(
                "afspraken: status=gehaald", "-leerpunten",
                previous: [["voorblad: periode=2026-Q1", "afspraken: status=gehaald", "-leerpunten"]]),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.commitments else { return }
        var known = Lessons()
        known.add(context.submission) { $0 }
        var settledBefore: Set<Symbol> = []
        for earlier in context.reportsBefore {
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            known.add(earlier.submission) { translation[$0] }
            for row in earlier.submission.commitments?.rows ?? [] where row.isClosed {
                if let id = row.id.flatMap({ translation[$0] }) { settledBefore.insert(id) }
            }
        }
        let column = ColumnReference(\Commitment.status)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row.isClosed, let id = row.id, !settledBefore.contains(id), !known.commitments.contains(id),
                !(row.contract.map(known.contracts.contains) ?? false)
            else { continue }
            report.found(at: table.place(index, column))
        }
    }
}

/// What lessons were drawn on: commitments, and contracts as a whole.
private struct Lessons {
    private(set) var commitments: Set<Symbol> = []
    private(set) var contracts: Set<Symbol> = []

    mutating func add(_ submission: Submission, _ translated: (Symbol) -> Symbol?) {
        guard let table = submission.lessons else { return }
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard !table.source.isNullMarker(row.learned) else { continue }
            if let commitment = row.commitment {
                if let id = translated(commitment) { commitments.insert(id) }
            } else if let contract = row.contract.flatMap(translated) {
                contracts.insert(contract)
            }
        }
    }
}
