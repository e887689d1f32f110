import Intake
import SocialReturnModel

/// The employer of a placement is a known organisation, or one whose number is not nearly that of the supplier: a slip of two digits makes
/// somebody in the supplier's own service work for a stranger.
enum EmployerNumberMeant: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-15", since: .v2026_3, .warning, level: .cell, basis: .technical, column: .of(\Placement.employer),
        needs: [.table(.placements)], traits: [.settledByAnswer],
        name: Text(nl: "Is uw eigen nummer bedoeld?", en: "Is your own number meant?"),
        message: Text(
            nl: "Het nummer '{value}' lijkt veel op het KvK-nummer op het voorblad, {detail}.",
            en: "The number '{value}' is much like the KvK number on the cover, {detail}."),
        remedy: Text(
            nl: "Is dat nummer bedoeld? Vul het dan in. Is het een andere organisatie? Zeg dat dan in 'Uw antwoord'.",
            en: "Is that number meant? Then fill it in. Is it another organisation? Then say so in 'Your answer'."),
        why: Text(
            nl: "Aan het KvK-nummer zien wij bij wie iemand werkt.",
            en: "By the KvK number we see for whom somebody works."),
        examples: [
            // Two digits that changed places, another digit.
            .triggers("inzet: werkgever_kvk=12345687"),
            .triggers("inzet: werkgever_kvk=12345679"),
            .passes("inzet: werkgever_kvk=12345678"),
            .passes("inzet: werkgever_kvk=90000001"),
            .passes("inzet: werkgever_kvk=12345679", "partners: kvk=12345679"),
            .passes("inzet: werkgever_kvk="),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements, let own = context.submission.coverRow.supplierKvK else {
            return
        }
        let column = ColumnReference(\Placement.employer)
        let written = own.description
        // Many rows have few employers.
        var slips: [KvKNumber: Bool] = [:]
        func isSlip(_ employer: KvKNumber) -> Bool {
            if let known = slips[employer] { return known }
            // Of two numbers of one length: another digit, or two neighbours that changed places.
            let isSlip =
                EditDistance.between(employer.description, written) == 1 && context.register?.knows(employer) != true
            slips[employer] = isSlip
            return isSlip
        }
        for index in table.acceptedIndices {
            guard let employer = table.rows[index].employer, employer != own, isSlip(employer) else { continue }
            report.found(at: table.place(index, column), report.text(own.description, from: .supplier))
        }
    }
}
