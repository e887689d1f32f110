import Intake
import SocialReturnModel

/// Of the organisation that has a reserved contract it is known what its share of the target group is, and on which day that was counted.
enum ContractorShareGiven: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-18", since: .v2026_3, .warning, level: .acrossTables, basis: .law, sources: ["AW-TXT"],
        column: .of(\Partner.targetGroupShare), needs: [.register], limits: [longestAgo], audience: .contractManager,
        name: Text(nl: "Wat is het aandeel van de opdrachtnemer?", en: "What is the contractor's share?"),
        message: Text(
            nl: "Dit is een voorbehouden opdracht. Het aandeel van de doelgroep bij de leverancier is niet bekend.",
            en: "This is a reserved contract. The supplier's share of the target group is not known."),
        remedy: Text(
            nl:
                "Vraag de leverancier om het aandeel, de dag van de telling en de telwijze. Vul ze in bij leveranciers.csv "
                + "van het register: aandeel_doelgroep, aandeel_peildatum, telwijze.",
            en: "Ask the supplier for the share, the day of counting and how it was counted. Fill them in at "
                + "leveranciers.csv of the register: aandeel_doelgroep, aandeel_peildatum, telwijze."),
        why: Text(
            nl:
                "De wet laat een voorbehouden opdracht over aan organisaties met ten minste 30 procent werknemers uit de "
                + "doelgroep. Zonder het getal en de dag is dat niet te zien.",
            en:
                "The law leaves a reserved contract to organisations with at least 30 per cent of employees from the target "
                + "group. Without the number and the day that cannot be seen."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "-leveranciers"),
            .triggers("contracten: regime=klassiek; voorbehoud=geheel", "leveranciers: aandeel_peildatum=01-01-2026"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=41"),
            .triggers(
                "contracten: regime=voorbehouden; voorbehoud=geheel",
                "leveranciers: aandeel_doelgroep=41; aandeel_peildatum=29-06-2024"),
            .passes(),
            .passes(
                "contracten: regime=voorbehouden; voorbehoud=geheel",
                "leveranciers: aandeel_doelgroep=41; aandeel_peildatum=30-06-2024"),
            .passes(
                "contracten: regime=voorbehouden; voorbehoud=geheel",
                "leveranciers: aandeel_doelgroep=12; aandeel_peildatum=01-01-2026"),
            .passes(
                "contracten: regime=voorbehouden; voorbehoud=geheel",
                "partners: kvk=12345678; naam=Voorbeeld Schoon B.V."),
            .passes("contracten: regime=voorbehouden; voorbehoud=geen"),
        ])

    /// After how many months a share is counted anew.
    static let longestAgo = Limit(
        "voorbehouden_telling_maanden", .months, .since(.v2026_3, 24), within: 1...120,
        name: Text(
            nl: "Voorbehouden opdracht: aandeel opnieuw tellen na", en: "Reserved contract: share counted anew after"))

    static let variants = [
        Text(
            nl:
                "Dit is een voorbehouden opdracht. Bij het aandeel van de leverancier staat niet op welke dag het is geteld.",
            en: "This is a reserved contract. With the supplier's share it does not say on which day it was counted."),
        Text(
            nl:
                "Dit is een voorbehouden opdracht. Het aandeel van de leverancier is van {read}. Is er een telling van na "
                + "{detail}?",
            en: "This is a reserved contract. The supplier's share is of {read}. Is there a count after {detail}?"),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let day = context.period?.end ?? context.today
        let first = day.adding(months: -context.wholeLimit(Self.longestAgo))
        for contractor in Contractor.ofReservedContracts(context) {
            if contractor.share == nil {
                report.found(at: contractor.place(ofColumn: .of(\Partner.targetGroupShare)))
            } else if let date = contractor.shareDate {
                if date < first {
                    report.found(at: contractor.place(ofColumn: .of(\Partner.shareDate)), .day(first), variant: 2)
                }
            } else {
                report.found(at: contractor.place(ofColumn: .of(\Partner.shareDate)), variant: 1)
            }
        }
    }
}
