import SocialReturnModel

/// The work of a placement has to do with the contract. An empty cell is a matter for the rule about required values; this one
/// is about cells that say there is no link, or not which.
enum LinkWithContractNamed: RowRule {
    static let facts = RuleMetadata(
        "INZ-23", since: .v2026_3, .warning, level: .row, basis: .policy, sources: ["PIA-VISIE", "AW-TXT"],
        column: .of(\Placement.linkWithContract),
        needs: [.table(.placements)],
        earlier: [
            .since(
                .v2026_1, basis: .law,
                examples: [
                    .triggers("inzet: verband_opdracht=geen"), .passes("inzet: verband_opdracht=geen: administratie"),
                ])
        ], traits: [.settledByExplanation],
        name: Text(nl: "Hoort dit werk bij de opdracht?", en: "Does this work belong to the contract?"),
        message: Text(
            nl: "Bij het verband met de opdracht staat '{value}'. Wat heeft dit werk met de opdracht te maken?",
            en: "For the link with the contract it says '{value}'. What does this work have to do with the contract?"),
        remedy: Text(
            nl:
                "Beschrijf dat in een paar woorden. Is er geen verband? Zeg dat dan in 'Uw antwoord' of in "
                + "de toelichting.",
            en: "Describe it in a few words. Is there no link? Then say so in 'Your answer' or in the explanation."),
        why: Text(
            nl:
                "Social return is een voorwaarde bij een opdracht, en het beleid is dat de inzet bij die "
                + "opdracht past. De "
                + "wet vraagt dat verband van de voorwaarde zelf, niet van elke rij.",
            en:
                "Social return is a condition of a contract, and the policy is that placements fit that "
                + "contract. The law "
                + "asks for that link of the condition itself, and not of every row."),
        examples: [
            .triggers("inzet: verband_opdracht=geen"),
            .triggers("inzet: verband_opdracht=N.v.t."),
            .triggers("inzet: verband_opdracht=Geen verband"),
            .triggers("inzet: verband_opdracht=?"),
            .triggers("inzet: verband_opdracht=geen: administratie"),
            .triggers("inzet: verband_opdracht=Nee (hoofdkantoor)"),
            .triggers("inzet: verband_opdracht=n.v.t. - kantine"),
            .triggers("inzet: verband_opdracht=Ja"),
            .triggers("inzet: verband_opdracht=x"),
            .triggers("inzet: verband_opdracht=zie vorige"),
            .passes("inzet: verband_opdracht=ja, schoonmaak"),
            .passes("inzet: verband_opdracht=indirect: administratie"),
            .passes("inzet: verband_opdracht=direct: bevoorrading"),
            .passes("inzet: verband_opdracht=geen kantoorwerk maar glazenwassen"),
            .passes("inzet: verband_opdracht="),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard !row.linkWithContract.isEmpty else { return .pass }
        if context.isNullMarker(row.linkWithContract) { return .fail }
        guard context.all.ruleSet >= .v2026_3, context.begins(row.linkWithContract, withOneOf: "gniajkovxzs") else {
            return .pass
        }
        let text = context.text(row.linkWithContract)
        return beginsWithNothing(text) || saysNothing(text) ? .fail : .pass
    }

    /// Words that say that there is a link, or send a reader to another row, and not what the work is.
    private static let emptyWords: Set<String> = [
        "ja", "j", "jazeker", "yes", "y", "ok", "oke", "akkoord", "klopt", "idem", "dito", "same", "zieboven",
        "zievorige",
        "zievorigerij", "alsboven", "x", "xx", "xxx", "v", "aanwezig",
    ]

    private static func saysNothing(_ text: String) -> Bool {
        text.utf8.count <= 16 && emptyWords.contains(FoldedName.fold(text))
    }

    /// Whether `text` says first that there is no link, and then what the work is: `geen: administratie`.
    private static func beginsWithNothing(_ text: String) -> Bool {
        guard
            let end = text.firstIndex(where: { ":;,(–—".contains($0) })
                ?? text.indices.first(where: { text[$0...].hasPrefix(" - ") })
        else { return false }
        return NothingWord.fills(String(text[..<end]))
    }
}
