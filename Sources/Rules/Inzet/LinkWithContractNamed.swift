import SocialReturnModel

/// The work of a placement has to do with the contract. An empty cell is a matter for the rule about required values; this one
/// is about cells that say there is no link.
enum LinkWithContractNamed: RowRule {
    static let facts = RuleFacts(
        "INZ-23", since: .v2026_1, .warning, level: .row, basis: .law, sources: ["AW-TXT", "PIA-VISIE"],
        column: "verband_opdracht",
        needs: [.table(.placements)],
        name: Text(nl: "Geen verband met opdracht", en: "No link with the contract"),
        message: Text(
            nl: "Bij het verband met de opdracht staat '{value}'.",
            en: "For the link with the contract it says '{value}'."),
        remedy: Text(
            nl: "Beschrijf hoe het werk bij de opdracht hoort.", en: "Describe how the work belongs to the contract."),
        why: Text(
            nl: "Een voorwaarde van een opdracht moet volgens de wet verband houden met die opdracht.",
            en: "By law a condition of a contract must be linked to the subject of that contract."),
        examples: [
            .triggers("inzet: verband_opdracht=geen"),
            .triggers("inzet: verband_opdracht=N.v.t."),
            .triggers("inzet: verband_opdracht=Geen verband"),
            .triggers("inzet: verband_opdracht=?"),
            .passes("inzet: verband_opdracht=direct: bevoorrading"),
            .passes("inzet: verband_opdracht=geen kantoorwerk maar glazenwassen"),
            .passes("inzet: verband_opdracht="),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        !row.linkWithContract.isEmpty && context.saysNothing(row.linkWithContract) ? .fail : .pass
    }
}
