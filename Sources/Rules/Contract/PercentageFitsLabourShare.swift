import SocialReturnModel

/// Where labour is a small part of a contract, a full percentage of the whole is worth a conversation.
///
/// No source gives a rule for the State. One municipality asks less below 30 per cent labour; that is where the limit comes from,
/// and the rule speaks only where the register says how large the share is.
enum PercentageFitsLabourShare: RowRule {
    static let facts = RuleMetadata(
        "CTR-12", since: .v2026_2, .signal, level: .row, basis: .contract, sources: ["VLIET", "EVAL-2014"],
        column: .of(\Obligation.labourShare),
        needs: [.register], limits: [smallShare, fullPercentage], audience: .contractManager,
        name: Text(nl: "Laag aandeel arbeid", en: "Small share of labour"),
        message: Text(
            nl: "Arbeid is {read} procent van de opdracht. De verplichting is {detail} procent van een bedrag waar ook "
                + "materiaal in zit.",
            en: "Labour is {read} per cent of the contract. The obligation is {detail} per cent of an amount that also "
                + "holds materials."),
        remedy: Text(
            nl:
                "Bespreek of het percentage past bij de opdracht. Een percentage van de loonsom of een afspraak op "
                + "maat kan ook.",
            en:
                "Discuss whether the percentage fits the contract. A percentage of the wage sum or a tailored "
                + "agreement is possible too."),
        why: Text(
            nl: "Met weinig werk in de opdracht zijn er weinig plekken voor mensen. Een gemeente vraagt dan een lager "
                + "percentage; voor het Rijk is er geen vaste grens.",
            en: "With little work in the contract there are few places for people. One municipality then asks a lower "
                + "percentage; for the State there is no fixed limit."),
        examples: [
            .triggers("verplichtingen: grondslag=opdrachtwaarde; aandeel_arbeid=29,9"),
            .triggers("verplichtingen: grondslag=gefactureerde_omzet; percentage=7; aandeel_arbeid=10"),
            .triggers(
                "verplichtingen: grondslag=inschrijfsom; aandeel_arbeid=35",
                "instellingen: sleutel=laag_aandeel_arbeid; waarde=40"),
            .triggers(
                "verplichtingen: grondslag=inschrijfsom; percentage=2; aandeel_arbeid=20",
                "instellingen: contractnummer=BZK-2026-0147; sleutel=vol_percentage; waarde=2"),
            .passes("verplichtingen: grondslag=opdrachtwaarde; aandeel_arbeid=30"),
            .passes("verplichtingen: grondslag=opdrachtwaarde; percentage=4,9; aandeel_arbeid=10"),
            .passes("verplichtingen: grondslag=opdrachtwaarde; aandeel_arbeid="),
            // A percentage of the wage sum follows the labour by itself.
            .passes("verplichtingen: aandeel_arbeid=10"),
            .passes("verplichtingen: grondslag=; aandeel_arbeid=10"),
            .passes("verplichtingen: grondslag=opdrachtwaarde; aandeel_arbeid=10; status=vrijgesteld"),
            .passes(
                "verplichtingen:",
                "verplichtingen: contractnummer=BZK-2020-0001; grondslag=opdrachtwaarde; aandeel_arbeid=10"),
        ])

    static let smallShare = Limit(
        "laag_aandeel_arbeid", .percent, .since(.v2026_2, 30, source: "VLIET"), within: 0...100,
        name: Text(nl: "Aandeel arbeid: laag onder", en: "Share of labour: small below"))
    static let fullPercentage = Limit(
        "vol_percentage", .percent, .since(.v2026_2, 5, source: "EVAL-2014"), within: 0...100,
        name: Text(nl: "Percentage social return: volledig vanaf", en: "Percentage of social return: full from"))

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        guard let share = row.labourShare, let percentage = row.percentage, let base = row.base, base != .wageSum,
            row.status != .exempt, context.all.concerns(row.contract),
            share < context.all.limit(Self.smallShare, for: row.contract),
            percentage >= context.all.limit(Self.fullPercentage, for: row.contract)
        else { return .pass }
        return .fail(.number(percentage))
    }
}
