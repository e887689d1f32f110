import Intake
import SocialReturnModel

/// An invoice or a placement is reported by one supplier: not by a main contractor and its partner both.
///
/// Codes of participants are each supplier's own. A placement is therefore known by its employer, contract, first day and hours a week,
/// which is a likeness and no proof.
enum ClaimedByOneSupplier: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-11", since: .v2026_2, .warning, level: .acrossSubmissions, basis: .own,
        column: .of(\SocialPurchase.invoiceNumber),
        needs: [.otherSuppliers], audience: .contractManager,
        traits: [.quotesThirdPartyNames, .foundAcrossReports(.invoiceClaimed), .foundAcrossReports(.placementClaimed)],
        name: Text(nl: "Wie meldt deze inzet?", en: "Who reports this?"),
        message: Text(
            nl: "Factuur {value} van deze partner staat ook in de rapportage van {detail}.",
            en: "Invoice {value} of this partner is in the report of {detail} too."),
        remedy: Text(
            nl: "Spreek met beide leveranciers af wie de inzet meldt.",
            en: "Agree with both suppliers who reports it."),
        why: Text(
            nl: "Wat twee leveranciers melden, zou bij het Rijk dubbel meetellen.",
            en: "What two suppliers report would count double for the State."),
        examples: [
            .triggers(previous: [["voorblad: leverancier_kvk=90000001", "-inzet"]]),
            .triggers(
                "-inzet",
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000001; periode=2026-Q1",
                        "sociale_inkoop: contractnummer=BZK-2026-0999; factuurnummer=f 2026 118",
                    ]
                ]),
            // The partner reports its own employee, and the main contractor the same person with the partner as employer.
            .triggers(
                "inzet: werkgever_kvk=90000001", "-sociale_inkoop",
                previous: [
                    [
                        "voorblad: leverancier_kvk=90000001",
                        "inzet: inzet_id=X-9; deelnemercode=Q-77; werkgever_kvk=90000001",
                    ]
                ]),
            .passes(),
            .passes(
                "-inzet",
                previous: [["voorblad: leverancier_kvk=90000001", "sociale_inkoop: factuurnummer=F-2026-119"]]),
            .passes(
                "-inzet", previous: [["voorblad: leverancier_kvk=90000001", "sociale_inkoop: partner_kvk=90000003"]]),
            // Its own earlier report.
            .passes(previous: [["voorblad: periode=2026-Q1"]]),
            .passes(
                "-sociale_inkoop", previous: [["voorblad: leverancier_kvk=90000001", "inzet: werkgever_kvk=90000001"]]),
            .passes(
                "-sociale_inkoop", previous: [["voorblad: leverancier_kvk=90000001", "inzet: begindatum=02-03-2026"]]),
            .passes("-sociale_inkoop", previous: [["voorblad: leverancier_kvk=90000001", "inzet: uren_per_week=32"]]),
            .passes(
                "-sociale_inkoop",
                previous: [["voorblad: leverancier_kvk=90000001", "inzet: contractnummer=BZK-2026-0999"]]),
            // The last version of the other report no longer has it.
            .passes(
                previous: [
                    ["voorblad: leverancier_kvk=90000001"],
                    ["voorblad: leverancier_kvk=90000001; opgesteld_op=11-07-2026", "sociale_inkoop", "inzet"],
                ]),
        ])

    static let variants = [
        Text(
            nl: "Een inzet met dezelfde werkgever, begindatum en uren staat bij dit contract ook in de rapportage van "
                + "{detail}.",
            en:
                "A placement with the same employer, first day and hours is under this contract in the report of {detail} "
                + "too.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let own = context.submission.coverRow.supplierKvK else { return }
        let symbols = context.submission.symbols
        if let table = context.submission.purchases {
            let column = ColumnReference(\SocialPurchase.invoiceNumber)
            for index in table.acceptedIndices {
                guard let partner = table.rows[index].partner, let number = table.rows[index].invoiceNumber,
                    let other = context.others.claimant(ofInvoice: symbols[number], of: partner, besides: own)
                else { continue }
                report.found(
                    at: table.place(index, column), report.text(context.others.name(of: other), from: .thirdParty))
            }
        }
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.employer)
        var contracts = ContractTexts(symbols)
        for index in table.acceptedIndices {
            guard let contract = contracts.text(of: table.rows[index].contract),
                let other = context.others.claimant(of: table.rows[index], contract: contract, besides: own)
            else { continue }
            report.found(
                at: table.place(index, column), report.text(context.others.name(of: other), from: .thirdParty),
                variant: 1)
        }
    }
}
