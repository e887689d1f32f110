import Intake
import SocialReturnModel

/// A report on the same period, or on a longer one that holds it, has no fewer participants and no lower sum of invoices under a
/// contract than the earlier report had.
enum TotalsDoNotFall: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-05", since: .v2026_1, .warning, level: .acrossSubmissions, basis: .technical, column: .of(\Cover.period),
        needs: [.previous],
        name: Text(nl: "Minder dan eerder gemeld", en: "Less than reported before"),
        message: Text(
            nl: "Bij contract {detail} staan minder deelnemers dan in uw eerdere rapportage over deze periode.",
            en: "Under contract {detail} there are fewer participants than in your earlier report on this period."),
        remedy: Text(
            nl: "Klopt dat? Zeg dan in de toelichting wat er is veranderd.",
            en: "Is that right? Then say in the explanation what has changed."),
        why: Text(
            nl: "Een lager totaal kan kloppen, maar ook betekenen dat er rijen zijn weggevallen.",
            en: "A lower total can be right, but it can also mean that rows were lost."),
        examples: [
            .triggers(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026", "sociale_inkoop: bedrag_excl_btw=4249,99",
                previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            .triggers(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026",
                previous: [
                    ["voorblad: opgesteld_op=03-07-2026", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"]
                ]),
            .triggers("voorblad: periode=2026-H1", "-sociale_inkoop", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026", "sociale_inkoop: bedrag_excl_btw=4250,01",
                previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            .passes("sociale_inkoop: bedrag_excl_btw=10,00", previous: [["voorblad: periode=2026-Q1"]]),
            // Only the last version of an earlier report counts.
            .passes(
                "voorblad: correctie_op=2026-Q2 van 05-07-2026", "sociale_inkoop: bedrag_excl_btw=4000,00",
                previous: [
                    ["voorblad: opgesteld_op=03-07-2026"],
                    ["voorblad: opgesteld_op=05-07-2026", "sociale_inkoop: bedrag_excl_btw=4000,00"],
                ]),
        ])

    static let variants = [
        Text(
            nl: "Bij contract {detail} is het totaal van de facturen lager dan in uw eerdere rapportage over deze "
                + "periode.",
            en: "Under contract {detail} the invoices add up to less than in your earlier report on this period.")
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period else { return }
        let present = ContractTotals.all(in: context.submission)
        let place = context.coverPlace(\.period)
        var reported: Set<String> = []
        for earlier in context.lastVersions {
            guard let other = earlier.period, period.start <= other.start, other.end <= period.end else { continue }
            for (contract, before) in ContractTotals.all(in: earlier.submission).sorted(by: { $0.key < $1.key }) {
                let now = present[contract] ?? ContractTotals(name: before.name)
                if now.participants.count < before.participants.count, reported.insert("p" + contract).inserted {
                    report.found(at: place, report.text(before.name, from: .supplier))
                }
                if now.invoices < before.invoices, reported.insert("i" + contract).inserted {
                    report.found(at: place, report.text(before.name, from: .supplier), variant: 1)
                }
            }
        }
    }
}

/// What a submission reports under one contract.
private struct ContractTotals {
    /// The contract's number as written.
    let name: String
    var participants: Set<Symbol> = []
    var invoices = Cents.zero

    /// The totals of the rows that count, by the contract's number in lower case: submissions number their texts for themselves.
    static func all(in submission: Submission) -> [String: ContractTotals] {
        var totals: [Symbol: ContractTotals] = [:]
        if let table = submission.placements {
            for index in table.acceptedIndices {
                guard let contract = table.rows[index].contract, let person = table.rows[index].participant else {
                    continue
                }
                totals[contract, default: ContractTotals(name: submission.symbols[contract])].participants.insert(
                    person)
            }
        }
        if let table = submission.purchases {
            for index in table.acceptedIndices {
                guard let contract = table.rows[index].contract, let amount = table.rows[index].amount else { continue }
                totals[contract, default: ContractTotals(name: submission.symbols[contract])].invoices += amount
            }
        }
        return Dictionary(totals.values.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }
}
