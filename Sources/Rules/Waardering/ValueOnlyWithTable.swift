import SocialReturnModel

/// A value in euros is reported only under a contract that names a valuation table.
enum ValueOnlyWithTable: RowRule {
    static let facts = RuleMetadata(
        "WRD-04", since: .v2026_1, .warning, level: .acrossTables, basis: .policy,
        column: .of(\Placement.reportedValue),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Waarde zonder tabel", en: "Value without table"),
        message: Text(
            nl: "Er staat een waarde van {read}, maar dit contract noemt geen waarderingstabel.",
            en: "There is a value of {read}, but this contract names no valuation table."),
        remedy: Text(
            nl: "Meld uren en personen; een bedrag is hier niet nodig.",
            en: "Report hours and persons; no amount is needed here."),
        why: Text(
            nl: "Het Rijk heeft geen eigen bedragen voor bouwblokken. Een bedrag telt alleen als het contract een "
                + "tabel noemt.",
            en: "The State has no amounts of its own for building blocks. An amount counts only if the contract names "
                + "a table."),
        examples: [
            .triggers("verplichtingen: tabel_id=; rekenmethode="),
            .triggers("verplichtingen"),
            .passes(),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: opgegeven_waarde="),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: opgegeven_waarde=0,00"),
            .passes("inzet: contractnummer=BZK-2020-0001"),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard let value = row.reportedValue, value != .zero, let contract = row.contract,
            let terms = context.all.terms[contract]
        else { return .pass }
        switch terms.table {
        case .notNamed, .exempt: return .fail
        default: return .pass
        }
    }
}
