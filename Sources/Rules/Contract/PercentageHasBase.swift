import SocialReturnModel

/// An obligation that is a percentage says of what. No source gives a base that would hold without one.
enum PercentageHasBase: RowRule {
    static let facts = RuleMetadata(
        "CTR-02", since: .v2026_1, .error, level: .row, basis: .contract, column: .of(\Obligation.base),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Grondslag ontbreekt", en: "Base missing"),
        message: Text(
            nl: "Er staat {detail} procent, maar niet waarvan.", en: "It says {detail} per cent, but not of what."),
        remedy: Text(
            nl: "Leg vast: opdrachtwaarde, inschrijfsom, gefactureerde omzet of loonsom.",
            en: "Record it: contract value, tender sum, invoiced turnover or wage sum."),
        why: Text(
            nl: "Vijf procent van de loonsom is een heel ander bedrag dan vijf procent van de opdrachtwaarde.",
            en: "Five per cent of the wage sum is quite another amount than five per cent of the contract value."),
        examples: [
            .triggers("verplichtingen: grondslag="),
            .triggers("verplichtingen: percentage=2,5; grondslag=; grondslag_bedrag="),
            .triggers("verplichtingen -grondslag"),
            .passes(),
            .passes("verplichtingen: percentage=; grondslag=; grondslag_bedrag=; doel_aantal=4; doel_eenheid=plekken"),
            // An unknown word is a matter for the rule about codes.
            .passes("verplichtingen: grondslag=winst"),
            // The obligation of a contract that this submission has nothing to do with.
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; grondslag="),
        ])

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        guard let percentage = row.percentage, row.base == nil, context.all.concerns(row.contract),
            context.isBlank(\.base)
        else { return .pass }
        return .fail(.number(percentage))
    }
}
