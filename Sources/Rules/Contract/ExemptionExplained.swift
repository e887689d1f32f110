import SocialReturnModel

/// An obligation from which a contract is exempt says why.
enum ExemptionExplained: RowRule {
    static let facts = RuleMetadata(
        "CTR-13", since: .v2026_2, .warning, level: .row, basis: .own, column: .of(\Obligation.exemptionReason),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Vrijstelling zonder motivering", en: "Exemption without a reason"),
        message: Text(
            nl: "De verplichting is vrijgesteld, maar de reden staat er niet bij.",
            en: "The obligation is exempt, but the reason is not given."),
        remedy: Text(
            nl: "Vul de reden van vrijstelling in (kolom reden_vrijstelling).",
            en: "Fill in the reason for the exemption (column reden_vrijstelling)."),
        why: Text(
            nl: "Later moet te volgen zijn waarom dit contract geen social return vraagt. Anderen kunnen ervan leren.",
            en: "Later it must be clear why this contract asks for no social return. Others can learn from it."),
        examples: [
            .triggers("verplichtingen: status=vrijgesteld"),
            .triggers("verplichtingen: status=vrijgesteld; reden_vrijstelling=n.v.t."),
            .triggers("verplichtingen: status=vrijgesteld; reden_vrijstelling=-"),
            .triggers("verplichtingen -reden_vrijstelling: status=vrijgesteld"),
            .passes("verplichtingen: status=vrijgesteld; reden_vrijstelling=Geen werk dat bij de doelgroep past."),
            .passes("verplichtingen: status=afgerond"),
            .passes("verplichtingen: status="),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; status=vrijgesteld"),
        ])

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        guard row.status == .exempt, context.all.concerns(row.contract), context.isNullMarker(row.exemptionReason)
        else {
            return .pass
        }
        return .fail
    }
}
