import SocialReturnModel

/// A placement begins while the contract runs, or in the look-back that the contract or its valuation table allows before it.
enum StartWithinContract: RowRule {
    static let facts = RuleMetadata(
        "INZ-04", since: .v2026_1, .warning, level: .acrossTables, basis: .contract, sources: ["DH"],
        column: .of(\Placement.start),
        needs: [.register, .table(.placements)],
        traits: [.settledByExplanation],
        name: Text(nl: "Buiten looptijd", en: "Outside the contract's term"),
        message: Text(
            nl: "De inzet begint op {read}. Onder dit contract telt inzet mee die begint vanaf {detail}.",
            en: "The placement starts on {read}. Under this contract placements count that start from {detail}."),
        remedy: Text(
            nl: "Leg uit waarom deze inzet bij dit contract hoort.",
            en: "Explain why this placement belongs to this contract."),
        why: Text(
            nl: "Inzet van ver voor het contract, of van na het einde, is meestal niet voor dit contract gedaan.",
            en: "A placement of long before the contract, or of after its end, was mostly not made for this contract."),
        examples: [
            .triggers("inzet: begindatum=28-02-2025"),
            .triggers("inzet: begindatum=01-03-2030; einddatum="),
            .triggers("verplichtingen: terugkijkmaanden=6", "inzet: begindatum=31-08-2025"),
            // No look-back at all.
            .triggers("verplichtingen: terugkijkmaanden=; tabel_id=; rekenmethode=", "inzet: begindatum=28-02-2026"),
            .passes("inzet: begindatum=01-03-2025"),
            .passes("inzet: begindatum=28-02-2030; einddatum="),
            .passes("verplichtingen: terugkijkmaanden=6", "inzet: begindatum=01-09-2025"),
            // The table's own look-back of twelve months.
            .passes("verplichtingen: terugkijkmaanden=", "inzet: begindatum=01-03-2025"),
            .passes("inzet: contractnummer=BZK-2020-0001; begindatum=01-01-2020"),
            // What was agreed cannot be read: the rule is not tested, and nothing counts as agreed.
            .passes(
                "verplichtingen: terugkijkmaanden=twaalf; tabel_id=; rekenmethode=", "inzet: begindatum=28-02-2026"),
            .triggers("verplichtingen: terugkijkmaanden=twaalf", "inzet: begindatum=01-03-2030; einddatum="),
        ])

    static let lacking: (reason: Text, supply: Text)? = (
        Text(
            nl: "Bij een contract is terugkijkmaanden in verplichtingen.csv niet te lezen.",
            en: "Of a contract terugkijkmaanden in verplichtingen.csv cannot be read."),
        Text(
            nl: "Vul bij het contract in verplichtingen.csv bij terugkijkmaanden alleen een getal in, zoals 12.",
            en: "Fill in only a number for the contract at terugkijkmaanden in verplichtingen.csv, such as 12.")
    )

    static let variants = [
        Text(
            nl: "De inzet begint op {read}, na het einde van het contract op {detail}.",
            en: "The placement starts on {read}, after the end of the contract on {detail}.")
    ]

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard let start = row.start, let contract = row.contract, let terms = context.all.terms[contract] else {
            return .pass
        }
        if let last = terms.contract.end, start > last { return .fail(.day(last), variant: 1) }
        if let first = terms.firstEntry ?? terms.contract.start, start < first {
            // What was agreed is there and cannot be read: then nobody knows how far back is too far.
            return terms.hasUnreadLookBack ? .unjudged : .fail(.day(first))
        }
        return .pass
    }
}
