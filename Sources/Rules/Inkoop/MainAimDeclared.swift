import Intake
import SocialReturnModel

/// An undertaking that a contract is reserved for has integration into work as its main aim. A sheltered workshop has it by what
/// it is, and need not say so.
///
/// That holds for the contractor. A partner is asked only when it calls itself an undertaking of article 2.82. Until edition 2026.3 the rule asked
/// every partner and never the contractor.
enum MainAimDeclared: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-08", since: .v2026_3, .warning, level: .acrossTables, basis: .law, sources: ["AW-TXT"],
        column: .of(\SocialPurchase.mainAimIntegration), needs: [.register], audience: .contractManager,
        earlier: [
            .since(
                .v2026_1, audience: .supplier,
                message: Text(
                    nl: "Er staat niet of integratie in werk het hoofddoel van de partner is.",
                    en: "It does not say whether integration into work is the main aim of the partner."),
                examples: [
                    .triggers(
                        "contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: hoofddoel_integratie="),
                    .triggers(
                        "contracten: regime=voorbehouden; voorbehoud=geheel",
                        "sociale_inkoop: hoofddoel_integratie=nee"),
                    .passes("contracten: regime=voorbehouden; voorbehoud=geheel"),
                    .passes(
                        "contracten: regime=voorbehouden; voorbehoud=geheel",
                        "sociale_inkoop: erkenning=sw; hoofddoel_integratie="),
                ])
        ],
        yields: [.to("INK-06", .row), .to("INK-17", .row)], traits: [.settledByExplanation],
        name: Text(nl: "Is integratie het hoofddoel?", en: "Is integration the main aim?"),
        message: Text(
            nl:
                "Deze leverancier heeft een voorbehouden opdracht. Er staat niet of integratie in werk het hoofddoel is.",
            en: "This supplier has a reserved contract. It does not say whether integration into work is its main aim."),
        remedy: Text(
            nl: "Kies ja of nee bij hoofddoel_integratie. De statuten of een verklaring laten zien wat klopt.",
            en: "Choose yes or no in hoofddoel_integratie. The articles of association or a statement show which is "
                + "right."),
        why: Text(
            nl: "Ten minste 30 procent alleen is niet genoeg: de wet vraagt ook het hoofddoel, behalve bij een "
                + "sociale werkplaats.",
            en: "At least 30 per cent alone is not enough: the law also asks for the main aim, except of a sheltered "
                + "workshop."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=41"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: hoofddoel_integratie=nee"),
            .triggers(
                "contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: hoofddoel_integratie=onbekend"),
            // A partner that calls itself an undertaking of article 2.82.
            .triggers("sociale_inkoop: erkenning=art282; hoofddoel_integratie=nee"),
            .triggers("sociale_inkoop: erkenning=art282; hoofddoel_integratie="),
            .triggers("sociale_inkoop: erkenning=art282; hoofddoel_integratie=; toelichting=statuten volgen in mei"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: hoofddoel_integratie=ja"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: erkenning=sw"),
            .passes(
                "contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: hoofddoel_integratie=ja",
                "sociale_inkoop: hoofddoel_integratie="),
            .passes("sociale_inkoop: hoofddoel_integratie="),
            .passes("sociale_inkoop: erkenning=art282"),
            .passes("sociale_inkoop: erkenning=art282, sw; hoofddoel_integratie="),
        ])

    static let variants = [
        Text(
            nl: "Bij het hoofddoel staat '{value}'. Bij een voorbehouden opdracht is integratie in werk het hoofddoel.",
            en: "For the main aim it says '{value}'. For a reserved contract the main aim is integration into work.")
    ]

    static let wordings = [
        Wording(
            Text(
                nl: "Bij deze partner staat artikel 2.82 als erkenning. Is integratie in werk het hoofddoel?",
                en: "For this partner the recognition is article 2.82. Is integration into work its main aim?"),
            audience: .supplier)
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard context.ruleSet >= .v2026_3 else { return checkEveryPartner(context, &report) }
        for contractor in Contractor.ofReservedContracts(context)
        where contractor.mainAim != .yes && !contractor.isWorkshop {
            report.found(
                at: contractor.place(ofColumn: .of(\SocialPurchase.mainAimIntegration)),
                variant: contractor.mainAim == nil ? 0 : 1)
        }
        guard let table = context.submission.purchases else { return }
        let column = ColumnReference(\SocialPurchase.mainAimIntegration)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row.recognition.contains(.article282), row.mainAimIntegration != .yes,
                !row.recognition.contains(.shelteredEmployment),
                row.mainAimIntegration != nil || table.isBlank(index, column)
            else { continue }
            report.found(at: table.place(index, column), severity: .signal, variant: 2)
        }
    }

    private static func checkEveryPartner(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let column = ColumnReference(\SocialPurchase.mainAimIntegration)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row.mainAimIntegration != .yes, !row.recognition.contains(.shelteredEmployment),
                context.isReserved(row.contract), row.mainAimIntegration != nil || table.isBlank(index, column)
            else { continue }
            report.found(at: table.place(index, column), variant: row.mainAimIntegration == nil ? 0 : 1)
        }
    }
}
