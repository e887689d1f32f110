import Intake
import SocialReturnModel

/// From 2027 who lends out people must be admitted to do so. The question is asked once of each lender.
///
/// The law itself was not read for this rule: its first day comes from a second source, as the list of sources says.
enum LenderAdmitted: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-29", since: .v2026_3, .signal, level: .acrossTables, basis: .law, sources: ["WTTA"],
        column: .of(\Placement.employer), lawDays: [admission],
        name: Text(nl: "Is de uitlener toegelaten?", en: "Is the lender admitted?"),
        message: Text(
            nl:
                "Deze persoon is ingehuurd of gedetacheerd. Vanaf {detail} mag dat alleen via een uitlener "
                + "met een toelating "
                + "(Wtta).",
            en:
                "This person is hired in or seconded. From {detail} that is allowed only through an admitted "
                + "lender (Wtta)."
        ),
        remedy: Text(
            nl: "Kijk of deze uitlener is toegelaten, en vraag het anders aan de uitlener. Zet het antwoord in de "
                + "toelichting.",
            en: "Look whether this lender is admitted, or ask the lender. Put the answer in the explanation."),
        why: Text(
            nl:
                "De wet is er om mensen te beschermen tegen misbruik. Inlenen mag dan alleen van wie is toegelaten.",
            en: "The law is there to protect people against abuse. Hiring in is then allowed only from who is admitted."
        ),
        examples: [
            .triggers(year2027, "inzet: soort_inzet=detachering; einddatum="),
            .triggers(year2027, "inzet: soort_inzet=payroll; einddatum=01-01-2027"),
            .triggers(year2027, "sociale_inkoop: keten=inhuur; factuurdatum=15-02-2027"),
            .passes(year2027, "inzet: soort_inzet=detachering; einddatum=31-12-2026"),
            .passes(year2027, "inzet: soort_inzet=dienstverband; einddatum="),
            .passes(year2027, "sociale_inkoop: keten=levering; factuurdatum=15-02-2027"),
            .passes(year2027, "inzet: soort_inzet=detachering; einddatum=; toelichting=uitlener is toegelaten"),
            .passes("inzet: soort_inzet=detachering; einddatum="),
            .passes("sociale_inkoop: keten=inhuur"),
        ])

    /// The first quarter of 2027, for the examples.
    private static let year2027 = "voorblad: periode=2027-Q1; opgesteld_op=10-04-2027; ontvangen_op=12-04-2027"

    /// Since when a lender must be admitted.
    static let admission = LawDay(
        2027, 1, 1, source: "WTTA",
        name: Text(
            nl: "Uitleners moeten zijn toegelaten (Wtta; uit tweede hand; de handhaving begint op 01-01-2028)",
            en: "Lenders must be admitted (Wtta; second hand; enforcement begins on 01-01-2028)"))

    static let variants = [
        Text(
            nl:
                "Deze factuur is voor inhuur. Vanaf {detail} mag inhuur van personeel alleen via een "
                + "uitlener met een toelating "
                + "(Wtta).",
            en:
                "This invoice is for hire. From {detail} hiring staff is allowed only through an admitted "
                + "lender (Wtta)."
        )
    ]

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let first = Self.admission.day
        guard let period = context.period, period.end >= first else { return }
        var asked: Set<KvKNumber?> = []
        if let table = context.submission.placements {
            let column = ColumnReference(\Placement.employer)
            for index in table.acceptedIndices where table.rows[index].kind == .secondment {
                let row = table.rows[index]
                guard row.end.map({ $0 >= first }) ?? true, table.isNullMarker(row.explanation),
                    asked.insert(row.employer).inserted
                else { continue }
                report.found(at: table.place(index, column), .day(first))
            }
        }
        guard let table = context.submission.purchases else { return }
        let column = ColumnReference(\SocialPurchase.partner)
        for index in table.acceptedIndices where table.rows[index].chainRole == .hire {
            let row = table.rows[index]
            guard row.invoiceDate.map({ $0 >= first }) ?? false, table.isNullMarker(row.explanation),
                asked.insert(row.partner).inserted
            else { continue }
            report.found(at: table.place(index, column), .day(first), variant: 1)
        }
    }
}
