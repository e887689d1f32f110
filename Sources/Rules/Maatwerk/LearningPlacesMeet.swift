import SocialReturnModel

/// A place that one supplier offers and another looks for is brought to the advisory team's notice.
///
/// One submission holds the places of one supplier, so this is tested over a set of submissions only; ``LearningPlaceMatch``
/// pairs them.
enum LearningPlacesMeet: SubmissionRule {
    static let facts = RuleFacts(
        "MVM-14", since: .v2026_1, .signal, level: .acrossSubmissions, basis: .policy, sources: ["INTERVIEW"],
        needs: [.table(.learningPlaces)], audience: .contractManager,
        name: Text(nl: "Mogelijke match", en: "Possible match"),
        message: Text(
            nl: "Een plek die deze leverancier aanbiedt of zoekt, past bij een andere leverancier.",
            en: "A place that this supplier offers or looks for fits another supplier."),
        remedy: Text(
            nl: "Adviesteam: breng leveranciers met elkaar in contact.",
            en: "Advisory team: bring the suppliers into contact."),
        why: Text(
            nl: "Wie een plek zoekt, kan vaak terecht bij een ander bedrijf dat voor het Rijk werkt.",
            en: "Who looks for a place can often go to another company that works for the State."),
        examples: [
            // Only several submissions can break it; LearningPlaceMatchTests shows that.
            .passes(),
            .passes("leerplekken:", "leerplekken: richting=vraag"),
        ])

    static func check(_ context: RuleContext, _ report: inout Report) {
        guard !LearningPlaceNotice.all(in: context.submission).isEmpty else { return }
        report.notEvaluated(
            Text(
                nl:
                    "Een match is er pas tussen inzendingen van verschillende leveranciers; één inzending laat dat niet zien.",
                en: "A match takes submissions of different suppliers; one submission does not show it."))
    }
}
