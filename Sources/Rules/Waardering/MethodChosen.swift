import SocialReturnModel

/// An obligation that names a valuation table says how it is used. Nobody can guess that: the methods differ by more than a
/// tenth.
enum MethodChosen: RowRule {
    static let facts = RuleMetadata(
        "WRD-03", since: .v2026_1, .error, level: .acrossTables, basis: .contract, column: .of(\Obligation.method),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Rekenmethode ontbreekt", en: "Calculation method missing"),
        message: Text(
            nl: "De verplichting noemt een waarderingstabel, maar geen rekenmethode.",
            en: "The obligation names a valuation table, but no calculation method."),
        remedy: Text(
            nl: "Contractmanager: kies de rekenmethode.", en: "Contract manager: choose the calculation method."),
        why: Text(
            nl: "Met een andere rekenmethode telt dezelfde inzet voor een ander bedrag.",
            en: "By another method the same placement counts for another amount."),
        examples: [
            .triggers("verplichtingen: rekenmethode="),
            .triggers("verplichtingen -rekenmethode"),
            .triggers("verplichtingen: rekenmethode=bouwblokken"),
            .passes("verplichtingen: rekenmethode=gewerkte_uren"),
            .passes("verplichtingen: tabel_id=; rekenmethode="),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; rekenmethode="),
        ])

    static let observationTriggers = [
        ObservationTrigger(
            .codeUnknown, in: .of(\Obligation.method),
            message: Text(
                nl: "De rekenmethode '{value}' is niet bekend. Kies uit: {choices}.",
                en: "The calculation method '{value}' is not known. Choose from: {choices}.")),
        ObservationTrigger(
            .codeMeant, in: .of(\Obligation.method),
            message: Text(
                nl: "De rekenmethode '{value}' is niet bekend. Bedoelt u {detail}?",
                en: "The calculation method '{value}' is not known. Do you mean {detail}?"),
            remedy: CodesKnown.remedyOfOwnWord),
    ]

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        guard row.tableID != nil, row.method == nil, row.status != .exempt, context.all.concerns(row.contract),
            context.isBlank(\.method)
        else { return .pass }
        return .fail
    }
}
