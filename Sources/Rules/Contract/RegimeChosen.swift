import SocialReturnModel

/// The register says for every contract by which regime social return is part of it. The date does not tell: the
/// regimes run side by side.
enum RegimeChosen: ReadingRule {
    static let facts = RuleMetadata(
        "CTR-01", since: .v2026_1, .error, level: .row, basis: .policy, sources: ["PIA-RIJK"],
        column: .of(\Contract.regime),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Regime ontbreekt", en: "Regime missing"),
        message: Text(
            nl: "Bij dit contract is geen regime gekozen.", en: "No regime has been chosen for this contract."),
        remedy: Text(
            nl: "Contractmanager: kies het regime van dit contract.",
            en: "Contract manager: choose the regime of this contract."),
        why: Text(
            nl: "De klassieke werkwijze en maatwerk bestaan naast elkaar. Het regime bepaalt welke afspraken gelden.",
            en: "The classic approach and tailored work exist side by side. The regime decides which agreements hold."),
        examples: [
            .triggers("contracten: regime="),
            .triggers("contracten: regime=anders"),
            .passes("contracten: regime=klassiek"),
            .passes("contracten: regime=gunningscriterium"),
            .passes("contracten: regime=", withRegister: false),
        ])

    static let observationTriggers = [
        ObservationTrigger(.valueMissing, in: .of(\Contract.regime)),
        ObservationTrigger(
            .codeUnknown, in: .of(\Contract.regime),
            message: Text(
                nl: "'{value}' is geen regime dat wij kennen. Kies uit: {choices}.",
                en: "'{value}' is not a regime that we know. Choose from: {choices}.")),
        ObservationTrigger(
            .codeMeant, in: .of(\Contract.regime),
            message: Text(
                nl: "'{value}' is geen regime dat wij kennen. Bedoelt u {detail}?",
                en: "'{value}' is not a regime that we know. Do you mean {detail}?"),
            remedy: CodesKnown.remedyOfOwnWord),
    ]
}
