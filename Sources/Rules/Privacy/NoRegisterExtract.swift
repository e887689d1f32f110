import Parameters
import SocialReturnModel

/// No evidence refers to an extract of the target group register, in print or on screen.
///
/// The law lets the employer look a person up; it does not let the client see the result.
enum NoRegisterExtract: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-14", since: .v2026_1, .warning, level: .cell, basis: .law, sources: ["WFSV", "UAVG"],
        words: [words],
        traits: [.aboutPrivacy],
        name: Text(nl: "Registeruitdraai genoemd", en: "Register extract named"),
        message: Text(
            nl: "Deze tekst noemt een uitdraai of schermafdruk van het doelgroepregister.",
            en: "This text names a printout or screenshot of the target group register."),
        remedy: Text(
            nl: "Stuur geen uitdraai. Vul alleen de datum van uw controle in.",
            en: "Send no extract. Fill in only the date on which you checked."),
        why: Text(
            nl: "In het doelgroepregister staat het BSN. Alleen de werkgever mag daarin kijken.",
            en: "The target group register holds the BSN. Only the employer may look into it."),
        examples: [
            .triggers("bewijs: verwijzing=uitdraai doelgroepregister, map 12"),
            .triggers("inzet: toelichting=screenshot van het doelgroepregister in dossier"),
            .passes("bewijs: verwijzing=map 12, nr. 3"),
            .passes("inzet: toelichting=doelgroepregister gecontroleerd op 02-03-2026"),
        ])

    static let words = RuleWords(
        "registeruitdraaien", since: .v2026_1, .registerExtractTerms,
        name: Text(nl: "Uitdraaien van het doelgroepregister", en: "Extracts of the target group register"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkFreeText(
            of: context, for: context.parameters.list(Self.words), alsoIn: [.evidence])
    }
}
