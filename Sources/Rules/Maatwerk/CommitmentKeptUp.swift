import Intake
import SocialReturnModel

/// A commitment that is not settled shows progress or a reason, and not the same as in the report before. A lesson on the commitment is
/// news too.
enum CommitmentKeptUp: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-07", since: .v2026_2, .warning, level: .acrossTables, basis: .own, column: .of(\Commitment.progress),
        needs: [.table(.commitments)],
        name: Text(nl: "Afspraak zonder voortgang", en: "Commitment without progress"),
        message: Text(
            nl: "Bij deze lopende afspraak staat geen voortgang en geen toelichting.",
            en: "For this open commitment there is no progress and no explanation."),
        remedy: Text(
            nl: "Vul voortgang of reden in. Ook '0' met een korte toelichting is goed.",
            en: "Fill in progress or the reason. '0' with a short explanation will do."),
        why: Text(
            nl: "Zo ziet u samen op tijd of een afspraak lukt, en wie er hulp nodig heeft.",
            en: "That way you see together in time whether a commitment works out, and who needs help."),
        examples: [
            .triggers("afspraken: voortgang=; toelichting=", "-leerpunten"),
            .triggers("afspraken: voortgang=; toelichting=n.v.t.; status=open", "-leerpunten"),
            .triggers("-leerpunten", previous: [["voorblad: periode=2026-Q1"]]),
            .triggers("afspraken: afspraak_id=a-01", "-leerpunten", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(),
            .passes("afspraken: voortgang=0; toelichting=", "-leerpunten"),
            .passes("afspraken: voortgang=; toelichting=wacht op de school", "-leerpunten"),
            .passes("afspraken: voortgang=; toelichting=; status=gehaald", "-leerpunten"),
            .passes("afspraken: voortgang=; toelichting=; status=vervallen", "-leerpunten"),
            // The lesson A-01 is about this commitment.
            .passes("afspraken: voortgang=; toelichting="),
            .passes("afspraken: voortgang=halverwege; toelichting=", "-leerpunten"),
            .passes("afspraken: voortgang=60", "-leerpunten", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(
                "afspraken: toelichting=derde plek in zicht", "-leerpunten", previous: [["voorblad: periode=2026-Q1"]]),
            .passes("-leerpunten", previous: [["voorblad: periode=2026-Q1", "afspraken: afspraak_id=A-09"]]),
            // A correction is compared with the period before and not with what it corrects.
            .passes(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026", "-leerpunten",
                previous: [["voorblad: opgesteld_op=03-07-2026"]]),
        ])

    static let variants = [
        Text(
            nl: "Deze lopende afspraak is niet bijgewerkt sinds uw rapportage over {detail}.",
            en: "This open commitment has not been updated since your report on {detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.commitments else { return }
        let withLesson = Set((context.submission.lessons?.rows ?? []).compactMap(\.commitment))
        let before = context.reportBefore.map { CommitmentStates($0.submission, context.submission) }
        let column = ColumnReference(\Commitment.progress)
        var row = RowContext(all: context, table: table, index: 0)
        for index in table.acceptedIndices {
            let commitment = table.rows[index]
            row.index = index
            guard !commitment.isClosed, !(commitment.id.map(withLesson.contains) ?? false) else { continue }
            if row.isBlank(\.progress), row.isNullMarker(commitment.explanation) {
                report.found(at: table.place(index, column))
            } else if let before, let state = CommitmentState(commitment, table.source), before.holds(state) {
                report.found(at: table.place(index, column), report.text(before.period, from: .supplier), variant: 1)
            }
        }
    }
}

/// What a report says of a commitment.
private struct CommitmentState: Hashable {
    var id: Symbol
    let progress: Quantity?
    let status: CommitmentStatus?
    let explanation: String

    init?(_ row: Commitment, _ source: SourceTable) {
        guard let id = row.id else { return nil }
        self.id = id
        progress = row.progress
        status = row.status
        explanation = FoldedName.fold(source.text(row.explanation))
    }
}

/// What an earlier report says of its commitments, in the symbols of the present one.
private struct CommitmentStates {
    let period: String
    private var states: Set<CommitmentState> = []

    init(_ earlier: Submission, _ present: Submission) {
        period = earlier.coverRow.period?.description ?? earlier.name
        guard let table = earlier.commitments else { return }
        let translation = SymbolTranslation(from: earlier, to: present)
        for index in table.acceptedIndices {
            guard var state = CommitmentState(table.rows[index], table.source), let id = translation[state.id] else {
                continue
            }
            state.id = id
            states.insert(state)
        }
    }

    func holds(_ state: CommitmentState) -> Bool { states.contains(state) }
}
