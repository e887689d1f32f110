import Intake
import SocialReturnModel

/// The two reservations of the law are kept apart: article 2.82 is for organisations that integrate people into work, article 2.82a
/// for certain services of organisations with a task of general interest, for three years at most.
enum ReservationGroundRight: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-16", since: .v2026_2, .warning, level: .row, basis: .law, sources: ["AW-TXT", "EFORMS"],
        column: .of(\Contract.noticeReservation),
        needs: [.register], limits: [longestTerm], audience: .contractManager,
        name: Text(nl: "Past deze voorbehoudsgrond?", en: "Does this ground of reservation fit?"),
        message: Text(
            nl: "Het register noemt deze opdracht voorbehouden volgens artikel 2.82, maar de code '{value}' hoort bij "
                + "artikel 2.82a.",
            en: "The register calls this contract reserved under article 2.82, but the code '{value}' belongs to "
                + "article 2.82a."),
        remedy: Text(
            nl: "Controleer welk artikel in de aankondiging staat. Bij artikel 2.82a horen regime 'voorbehouden' en de "
                + "eis van 30% niet.",
            en: "Check which article the notice names. The regime 'voorbehouden' and the requirement of 30% do not "
                + "belong to article 2.82a."),
        why: Text(
            nl:
                "De twee artikelen stellen andere eisen. Alleen artikel 2.82 kent de eis van ten minste 30 procent; alleen "
                + "artikel 2.82a kent de grens van drie jaar.",
            en:
                "The two articles have different requirements. Only article 2.82 has the requirement of at least 30 per "
                + "cent; only article 2.82a has the limit of three years."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=res-pub-ser"),
            .triggers("contracten: voorbehoud=deels; voorbehoud_aankondiging=art. 2.82a"),
            // Longer than three years from 01-03-2026.
            .triggers("contracten: voorbehoud_aankondiging=res-pub-ser"),
            .triggers("contracten: voorbehoud_aankondiging=res-pub-ser; einddatum=01-03-2029"),
            // A partner under article 2.82 in a contract under 2.82a.
            .triggers(
                "contracten: voorbehoud_aankondiging=res-pub-ser; einddatum=28-02-2029",
                "sociale_inkoop: erkenning=art282"),
            .passes("contracten: voorbehoud_aankondiging=res-pub-ser; einddatum=28-02-2029"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=res-ws"),
            .passes("contracten: voorbehoud_aankondiging=res-ws", "sociale_inkoop: erkenning=art282"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel"),
            .passes(
                "contracten:",
                """
                contracten: contractnummer=BZK-2020-0001; leverancier_kvk=90000005; regime=voorbehouden; \
                voorbehoud_aankondiging=res-pub-ser
                """),
        ])

    /// Article 2.82a of the Public Procurement Act: a contract of at most three years.
    static let longestTerm = Limit(
        "voorbehouden_282a_maanden", .months, .since(.v2026_2, 36, source: "AW-TXT"), within: 1...120,
        isSetByLaw: true,
        name: Text(
            nl: "Langste duur van een opdracht volgens artikel 2.82a",
            en: "Longest term of a contract under article 2.82a"
        ))

    static let variants = [
        Text(
            nl: "Deze opdracht is voorbehouden volgens artikel 2.82a en loopt tot en met {read}. Drie jaar is het "
                + "langste: tot en met {detail}.",
            en: "This contract is reserved under article 2.82a and runs until {read}. Three years is the "
                + "longest: until {detail}."),
        Text(
            nl: "Bij deze partner staat artikel 2.82 als erkenning, maar het contract is aangekondigd volgens artikel "
                + "2.82a.",
            en: "For this partner the recognition is article 2.82, but the contract was announced under article 2.82a."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let months = context.wholeLimit(Self.longestTerm)
        var announced: Set<Symbol> = []
        for (contract, place) in context.concernedContracts where contract.noticeReservation == .publicServices {
            var place = place
            if contract.isCalledReserved {
                place.column = ColumnReference(\Contract.noticeReservation)
                report.found(at: place)
            } else if let id = contract.id {
                announced.insert(id)
            }
            if let last = contract.start?.adding(months: months).adding(days: -1), let end = contract.end, end > last {
                place.column = ColumnReference(\Contract.end)
                report.found(at: place, .day(last), variant: 1)
            }
        }
        guard !announced.isEmpty, let purchases = context.submission.purchases else { return }
        let column = ColumnReference(\SocialPurchase.recognition)
        for index in purchases.acceptedIndices {
            let row = purchases.rows[index]
            guard row.recognition.contains(.article282), let contract = row.contract, announced.contains(contract)
            else {
                continue
            }
            report.found(at: purchases.place(index, column), variant: 2)
        }
    }
}
