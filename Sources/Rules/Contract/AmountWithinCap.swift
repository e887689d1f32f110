import SocialReturnModel

/// The amount of an obligation is not above the cap that the contract names.
enum AmountWithinCap: RowRule {
    static let facts = RuleMetadata(
        "CTR-06", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["SWF-2"],
        column: .of(\Obligation.amount),
        needs: [.register], audience: .contractManager,
        name: Text(nl: "Past de verplichting onder het maximum?", en: "Is the obligation within the cap?"),
        message: Text(
            nl: "De verplichting is {read}, maar het maximum van het contract is {detail}.",
            en: "The obligation is {read}, but the cap of the contract is {detail}."),
        remedy: Text(
            nl: "Pas het maximum uit het contract toe. Wij rekenen al met het maximum.",
            en: "Apply the cap of the contract. We already calculate with the cap."),
        why: Text(
            nl: "Wie een maximum afspreekt, vraagt niet meer dan dat.",
            en: "Who agrees on a cap does not ask for more than that."),
        examples: [
            .triggers("verplichtingen: maximum=31999,99"),
            .triggers("verplichtingen: percentage=; grondslag=; grondslag_bedrag=; maximum=30000,00"),
            .passes("verplichtingen: maximum=32000,00"),
            .passes("verplichtingen: maximum="),
            // Without an amount of its own the obligation is calculated, and never above the cap.
            .passes("verplichtingen: maximum=30000,00; verplichting_bedrag="),
            .passes("verplichtingen: maximum=30000,00; status=vrijgesteld"),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; maximum=1,00"),
        ])

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        guard let amount = row.amount, let cap = row.cap, amount > cap, row.status != .exempt,
            context.all.concerns(row.contract)
        else { return .pass }
        return .fail(.money(cap))
    }
}
