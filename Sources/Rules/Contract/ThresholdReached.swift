import SocialReturnModel

/// A contract by the classic approach is of the kind and size that this approach is meant for.
enum ThresholdReached: RowRule {
    static let facts = RuleMetadata(
        "CTR-03", since: .v2026_2, .signal, level: .row, basis: .policy, sources: ["PIA-VISIE"],
        column: .of(\Contract.value),
        needs: [.register], limits: [threshold, shortestTerm], audience: .contractManager,
        name: Text(nl: "Onder de drempel", en: "Below the threshold"),
        message: Text(
            nl: "De contractwaarde is {read}. De klassieke werkwijze is bedoeld voor opdrachten boven {detail}.",
            en: "The contract value is {read}. The classic approach is meant for contracts above {detail}."),
        remedy: Text(
            nl: "Controleer of social return hier is bedoeld. Een vrijwillige afspraak mag altijd; maatwerk past vaak "
                + "beter bij een kleine opdracht.",
            en: "Check whether social return is meant here. A voluntary agreement is always possible; a tailored one "
                + "often fits a small contract better."),
        why: Text(
            nl: "De klassieke werkwijze geldt voor werken en diensten boven een drempel, met een minimale looptijd. "
                + "Daaronder vraagt zij soms meer dan de opdracht kan dragen.",
            en: "The classic approach applies to works and services above a threshold, with a minimum term. Below it, "
                + "it sometimes asks more than the contract can bear."),
        examples: [
            .triggers("contracten: regime=klassiek; contractwaarde=250000,00"),
            .triggers("contracten: regime=klassiek; soort_opdracht=levering"),
            .triggers("contracten: regime=klassiek; einddatum=30-08-2026"),
            .triggers(
                "contracten: regime=klassiek; contractwaarde=300000,00",
                "instellingen: sleutel=drempelbedrag; waarde=300000"),
            .passes("contracten: regime=klassiek; contractwaarde=250000,01"),
            .passes("contracten: regime=klassiek; contractwaarde="),
            .passes("contracten: regime=klassiek; einddatum=31-08-2026"),
            .passes("contracten: regime=klassiek; soort_opdracht=werk"),
            .passes("contracten: regime=maatwerk; soort_opdracht=levering; contractwaarde=1000,00"),
            .passes("contracten: regime=klassiek; contractwaarde=1000,00", "verplichtingen: status=vrijgesteld"),
            .passes(
                "contracten: regime=klassiek; contractwaarde=200000,00",
                "instellingen: contractnummer=BZK-2026-0147; sleutel=drempelbedrag; waarde=100000"),
            // The contract of another supplier.
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2020-1; leverancier_kvk=90000003; regime=klassiek; contractwaarde=1"),
        ])

    static let threshold = Limit(
        "drempelbedrag", .euros, .since(.v2026_2, 250_000, source: "PIA-VISIE"), within: 0...1_000_000_000,
        name: Text(nl: "Klassieke werkwijze: contractwaarde boven", en: "Classic approach: contract value above"))
    static let shortestTerm = Limit(
        "drempelmaanden", .months, .since(.v2026_2, 6, source: "PIA-VISIE"), within: 0...120,
        name: Text(nl: "Klassieke werkwijze: kortste looptijd", en: "Classic approach: shortest term"))

    static let variants = [
        Text(
            nl: "Dit contract is een levering. De klassieke werkwijze is bedoeld voor werken en diensten.",
            en: "This contract is a supply. The classic approach is meant for works and services."),
        Text(
            nl: "Dit contract loopt tot en met {read}: korter dan {detail} maanden. Daarvoor is de klassieke werkwijze "
                + "niet bedoeld.",
            en: "This contract runs until {read}: for less than {detail} months. The classic approach is not meant for "
                + "that."),
    ]

    static func check(_ row: Contract, _ context: borrowing RowContext<Contract>) -> Verdict {
        guard row.regime == .classic, let id = row.id, let terms = context.all.terms[id] else { return .pass }
        if case .exempt = terms.table { return .pass }
        if row.orderKind == .supply { return .fail(variant: 1, column: .of(\Contract.orderKind)) }
        let threshold = context.all.amountLimit(Self.threshold, for: id)
        if let value = row.value, value <= threshold { return .fail(.money(threshold)) }
        let months = context.all.wholeLimit(Self.shortestTerm, for: id)
        guard let start = row.start, let end = row.end, start <= end,
            end < start.adding(months: months).adding(days: -1)
        else { return .pass }
        return .fail(.count(months), variant: 2, column: .of(\Contract.end))
    }
}
