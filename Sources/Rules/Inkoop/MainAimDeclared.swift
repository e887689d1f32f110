import SocialReturnModel

/// An undertaking that a contract is reserved for has integration into work as its main aim. A sheltered workshop has it by what
/// it is, and need not say so.
enum MainAimDeclared: RowRule {
    static let facts = RuleFacts(
        "INK-08", since: .v2026_1, .warning, level: .row, basis: .law, sources: ["AW-TXT"],
        column: "hoofddoel_integratie",
        needs: [.register, .table(.purchases)],
        name: Text(nl: "Hoofddoel niet verklaard", en: "Main aim not declared"),
        message: Text(
            nl: "Er staat niet of integratie in werk het hoofddoel van de partner is.",
            en: "It does not say whether integration into work is the main aim of the partner."),
        remedy: Text(nl: "Voeg statuten of verklaring toe.", en: "Add articles of association or a statement."),
        why: Text(
            nl: "Ten minste 30 procent alleen is niet genoeg: de wet vraagt ook het hoofddoel, behalve bij een "
                + "sociale werkplaats.",
            en: "At least 30 per cent alone is not enough: the law also asks for the main aim, except of a sheltered "
                + "workshop."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: hoofddoel_integratie="),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop -hoofddoel_integratie"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: hoofddoel_integratie=nee"),
            .triggers(
                "contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: hoofddoel_integratie=onbekend"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel"),
            .passes(
                "contracten: regime=voorbehouden; voorbehoud=geheel",
                "sociale_inkoop: erkenning=sw; hoofddoel_integratie="),
            .passes("sociale_inkoop: hoofddoel_integratie="),
        ])

    static let variants = [
        Text(
            nl: "Bij het hoofddoel van de partner staat '{value}'. Bij een voorbehouden opdracht moet integratie in "
                + "werk het hoofddoel zijn.",
            en: "For the main aim of the partner it says '{value}'. For a reserved contract the main aim must be "
                + "integration into work.")
    ]

    static func check(_ row: SocialPurchase, _ context: borrowing RowContext<SocialPurchase>) -> Verdict {
        guard row.mainAimIntegration != .yes, !row.recognition.contains(.shelteredEmployment),
            context.all.isReserved(row.contract)
        else { return .pass }
        if row.mainAimIntegration != nil { return .fail(variant: 1) }
        return context.isBlank("hoofddoel_integratie") ? .fail : .pass
    }
}
