import Parameters
import SocialReturnModel

/// Free text does not name an illness, a disorder or a treatment.
enum NoMedicalTerms: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-06", since: .v2026_1, .warning, level: .cell, basis: .law, sources: ["AVG"],
        words: [words],
        traits: [.aboutPrivacy, .ofEveryColumn(.freeText)],
        name: Text(nl: "Medische term", en: "Medical term"),
        message: Text(
            nl: "In deze tekst staat een woord dat op een ziekte, aandoening of behandeling wijst.",
            en: "This text has a word that points to an illness, a disorder or a treatment."),
        remedy: Text(
            nl: "Beschrijf de ondersteuning, niet de aandoening.", en: "Describe the support, not the disorder."),
        why: Text(
            nl: "Gegevens over gezondheid zijn extra beschermd. Voor social return zijn zij niet nodig.",
            en: "Data on health have extra protection. Social return does not need them."),
        examples: [
            .triggers("inzet: toelichting=extra begeleiding vanwege autisme"),
            .triggers("knelpunten: omschrijving=uitval door depressie"),
            .triggers("inzet +bijzonderheden: bijzonderheden=diagnose ADHD"),
            .passes("inzet: toelichting=een rustige werkplek en een vaste begeleider"),
            .passes("inzet: toelichting="),
        ])

    static let words = RuleWords(
        "medische_termen", since: .v2026_1, .medicalTerms, name: Text(nl: "Medische termen", en: "Medical terms"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkFreeText(of: context, for: context.parameters.list(Self.words))
    }
}
