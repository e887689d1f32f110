import SocialReturnModel

/// A placement does not end before it begins.
enum EndNotBeforeStart: RowRule {
    static let facts = RuleMetadata(
        "INZ-03", since: .v2026_1, .error, level: .row, basis: .technical, column: .of(\Placement.end),
        needs: [.table(.placements)],
        name: Text(nl: "Einde voor begin", en: "End before start"),
        message: Text(
            nl: "De einddatum {read} ligt voor de begindatum {detail}.",
            en: "The end date {read} is before the start date {detail}."),
        remedy: Text(
            nl: "Eén van de twee klopt niet. Vul de juiste datum in.",
            en: "One of the two is not right. Fill in the right date."),
        why: Text(
            nl: "Zonder goede datums kunnen wij niet bepalen hoe lang de inzet meetelt.",
            en: "Without proper dates we cannot tell for how long the placement counts."),
        examples: [
            .triggers("inzet: begindatum=01-06-2026; einddatum=31-05-2026"),
            .passes("inzet: begindatum=01-06-2026; einddatum=01-06-2026"),
            .passes("inzet: begindatum=01-06-2026; einddatum="),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard let start = row.start, let end = row.end, end < start else { return .pass }
        return .fail(.day(start))
    }
}
