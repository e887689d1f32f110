import Intake
import SocialReturnModel
import Valuations

/// The work of a person counts by a building block or by an invoice, not by both.
///
/// Placements name the employer, invoices the partner. Where they are the same organisation under one contract, the hours that a
/// partner invoices may be those of the placements. A supply of goods is left alone.
enum PersonOrInvoice: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-06", since: .v2026_2, .warning, level: .acrossTables, basis: .own, column: .of(\SocialPurchase.partner),
        needs: [.register, .table(.placements), .table(.purchases)],
        name: Text(nl: "Persoon en factuur dubbel?", en: "Person and invoice double?"),
        message: Text(
            nl:
                "Een factuur van {value} telt mee voor dit contract. Ook telt inzet bij dezelfde werkgever, via een "
                + "bouwblok (aantal rijen: {detail}).",
            en:
                "An invoice of {value} counts for this contract. Placements at the same employer count too, by a "
                + "building block (number of rows: {detail})."),
        remedy: Text(
            nl:
                "Gaat de factuur over het werk van deze mensen? Kies dan één van beide. Gaat zij over iets anders? "
                + "Zet dat in de toelichting.",
            en:
                "Is the invoice about the work of these people? Then choose one of the two. Is it about something "
                + "else? Say so in the explanation."),
        why: Text(
            nl: "Hetzelfde werk kan maar één keer meetellen.", en: "The same work can count only once."),
        examples: [
            .triggers(
                "verplichtingen: tabel_id=UTRECHT", "inzet: werkgever_kvk=90000001", "sociale_inkoop: keten=inhuur"),
            .triggers(
                "verplichtingen: tabel_id=UTRECHT", "inzet: werkgever_kvk=90000001",
                "sociale_inkoop: keten=onderaanneming"),
            .triggers("verplichtingen: tabel_id=UTRECHT", "inzet: werkgever_kvk=90000001", "sociale_inkoop: keten="),
            .passes(
                "verplichtingen: tabel_id=UTRECHT", "inzet: werkgever_kvk=90000001", "sociale_inkoop: keten=levering"),
            .passes("verplichtingen: tabel_id=UTRECHT", "sociale_inkoop: keten=inhuur"),
            // This table has no block for invoices, so only the persons count.
            .passes("inzet: werkgever_kvk=90000001", "sociale_inkoop: keten=inhuur"),
            // No euros at all.
            .passes(
                "verplichtingen: tabel_id=; rekenmethode=", "inzet: werkgever_kvk=90000001",
                "sociale_inkoop: keten=inhuur"),
            // Below the minimum of hours the placement counts for nothing.
            .passes(
                "verplichtingen: tabel_id=UTRECHT", "inzet: werkgever_kvk=90000001; uren_per_week=8",
                "sociale_inkoop: keten=inhuur"),
            .passes(
                "verplichtingen: tabel_id=UTRECHT", "inzet: werkgever_kvk=90000001",
                "sociale_inkoop: keten=inhuur; contractnummer=BZK-2020-0001"),
        ])

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let placements = context.submission.placements, let purchases = context.submission.purchases else {
            return
        }
        var counted: [Employer: Int] = [:]
        for index in placements.acceptedIndices {
            let row = placements.rows[index]
            guard let employer = Employer(row.contract, row.employer), let valuation = context.valuation(index),
                valuation.blockIndex != nil, let value = valuation.value, value > .zero
            else { continue }
            counted[employer, default: 0] += 1
        }
        let column = ColumnReference(\SocialPurchase.partner)
        for index in purchases.acceptedIndices {
            let row = purchases.rows[index]
            guard row.chainRole != .supply, let partner = Employer(row.contract, row.partner),
                let count = counted[partner], let valuation = context.purchaseValuation(index),
                // Also an invoice that waits for the client: better asked before it counts.
                let value = valuation.inConsultation ?? valuation.value, value > .zero
            else { continue }
            report.found(at: purchases.place(index, column), .count(count))
            // One question an organisation, not one an invoice.
            counted[partner] = nil
        }
    }

    private struct Employer: Hashable {
        let contract: Symbol
        let kvk: KvKNumber

        init?(_ contract: Symbol?, _ kvk: KvKNumber?) {
            guard let contract, let kvk else { return nil }
            self.contract = contract
            self.kvk = kvk
        }
    }
}
