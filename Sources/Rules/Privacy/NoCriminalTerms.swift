import Intake
import Parameters
import SocialReturnModel

/// No row shows that a person has to do with criminal law: not in free text, and not by the group of former detainees.
enum NoCriminalTerms: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-07", since: .v2026_1, .warning, level: .cell, basis: .law, sources: ["AVG", "UAVG"],
        words: [words],
        traits: [.aboutPrivacy, .ofEveryColumn(.freeText)],
        name: Text(nl: "Strafrechtelijke term", en: "Term of criminal law"),
        message: Text(
            nl: "In deze tekst staat een woord dat op een straf of strafzaak wijst.",
            en: "This text has a word that points to a punishment or a criminal case."),
        remedy: Text(
            nl: "Meld dit alleen als totaal, na advies van de privacy officer.",
            en: "Report this as a total only, after advice of the privacy officer."),
        why: Text(
            nl: "Strafrechtelijke gegevens van één persoon mogen bijna nooit worden gedeeld.",
            en: "Data on the criminal law matters of one person may hardly ever be shared."),
        examples: [
            .triggers("inzet: toelichting=komt net uit detentie"),
            .triggers("inzet: toelichting=afspraken met de reclassering"),
            .triggers("inzet: doelgroep=EXD"),
            .passes("inzet: toelichting=begeleiding door een vaste collega"),
            .passes("inzet: doelgroep=PW"),
        ])

    static let variants = [
        Text(
            nl: "De doelgroepcode laat zien dat deze deelnemer een strafrechtelijk verleden heeft.",
            en: "The code of the target group shows that this participant has a past in criminal law.")
    ]

    static let words = RuleWords(
        "strafrechtelijke_termen", since: .v2026_1, .criminalTerms,
        name: Text(nl: "Strafrechtelijke termen", en: "Terms of criminal law"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkFreeText(of: context, for: context.parameters.list(Self.words))
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.targetGroup)
        for index in table.rows.indices where table.rows[index].targetGroup == .exDetainee {
            report.found(at: table.place(index, column), variant: 1)
        }
    }
}
