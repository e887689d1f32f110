import Intake
import Plumbing
import SocialReturnModel

/// The cover says which report it corrects, or nothing: whatever stands there makes this report take the place of another one.
enum CorrectionNamed: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-15", since: .v2026_3, .warning, level: .cell, basis: .technical, column: .of(\Cover.correctionOf),
        name: Text(nl: "Welke rapportage verbetert u?", en: "Which report do you correct?"),
        message: Text(
            nl: "Bij 'correctie_op' staat '{value}'. Daaraan zien wij niet welke rapportage wordt verbeterd.",
            en: "At 'correctie_op' it says '{value}'. That does not tell us which report is corrected."),
        remedy: Text(
            nl:
                "Verbetert u een eerdere rapportage? Schrijf dan de periode en de dag ervan, zoals 2026-Q1 van 10-04-2026. Zo niet, "
                + "laat deze cel dan leeg.",
            en:
                "Do you correct an earlier report? Then write its period and day, such as 2026-Q1 van 10-04-2026. If not, leave this "
                + "cell empty."),
        why: Text(
            nl: "Een verbetering komt in de plaats van een eerdere rapportage. Daarom moet duidelijk zijn van welke.",
            en: "A correction takes the place of an earlier report. Therefore it must be clear of which one."),
        examples: [
            .triggers("voorblad: correctie_op=03-07-2026"),
            .triggers("voorblad: correctie_op=46206"),
            .triggers("voorblad: correctie_op=ja"),
            .triggers("voorblad: correctie_op=vorige"),
            .triggers("voorblad: correctie_op=2026-Q1 van 10-04-2026"),
            .passes("voorblad: correctie_op=2026-Q2 van 03-07-2026"),
            .passes("voorblad: correctie_op=2026-Q2"),
            .passes("voorblad: correctie_op=rapportage van 03-07-2026"),
            .passes("voorblad: correctie_op=eerste versie"),
            .passes("voorblad: correctie_op=nee"),
            .passes("voorblad: correctie_op="),
            .passes(),
        ])

    static let variants = [
        Text(
            nl: "Bij 'correctie_op' staat '{value}', maar dit rapport gaat over {detail}.",
            en: "At 'correctie_op' it says '{value}', but this report is about {detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        // Feedback that came back names what it corrects by itself.
        guard let cover = context.submission.cover, context.submission.corrections == nil else { return }
        let text = cover.source.text(context.submission.coverRow.correctionOf)
        guard !text.isEmpty else { return }
        let words = text.words.map(String.init)
        let periods = words.compactMap { word in
            Self.read(word, CellReader.period).flatMap { Self.read(word, CellReader.day) == nil ? $0 : nil }
        }
        let namesDay = words.contains { Self.read($0, CellReader.day) != nil }
        let place = context.coverPlace(\.correctionOf)
        if !periods.isEmpty {
            guard let own = context.period, !periods.contains(where: own.overlaps) else { return }
            report.found(at: place, report.text(own.description, from: .supplier), variant: 1)
        } else if !namesDay || words.count == 1 {
            report.found(at: place)
        }
    }

    private static func read<Value>(
        _ text: String, _ reader: (UnsafeBufferPointer<UInt8>) -> Reading<Value>
    ) -> Value? {
        var text = text
        return text.withUTF8 { reader($0).value }
    }
}
