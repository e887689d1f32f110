import Intake
import SocialReturnModel

/// A contract that the register calls reserved was announced as reserved: the law asks that the notice says so.
///
/// The code of the notice comes from the register. A contract that was announced under article 2.82a is the matter of rule INK-16.
enum ReservationAnnounced: SubmissionRule {
    static let facts = RuleFacts(
        "INK-09", since: .v2026_2, .warning, level: .acrossTables, basis: .law, sources: ["AW-TXT", "EFORMS"],
        column: "voorbehoud_aankondiging",
        needs: [.register], audience: .contractManager,
        name: Text(nl: "Voorbehoud niet aangekondigd", en: "Reservation not announced"),
        message: Text(
            nl: "Het register noemt deze opdracht voorbehouden. Volgens de code '{value}' staat dat niet in de "
                + "aankondiging.",
            en: "The register calls this contract reserved. By the code '{value}' the notice does not say so."),
        remedy: Text(
            nl: "Controleer de aankondiging op TenderNed. Pas daarna het regime, het voorbehoud of de code in het "
                + "register aan.",
            en: "Check the notice on TenderNed. Then mend the regime, the reservation or the code in the register."),
        why: Text(
            nl: "De wet vraagt dat het voorbehoud in de aankondiging staat.",
            en: "The law asks that the notice states the reservation."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=none"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=deels; voorbehoud_aankondiging=geen"),
            .triggers("contracten: regime=klassiek; voorbehoud=geheel; voorbehoud_aankondiging=none"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=res-ws"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=res-pub-ser"),
            .passes("contracten: voorbehoud_aankondiging=none"),
            // Not tested: the register does not say what the notice says.
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel"),
            // A contract of somebody else.
            .passes(
                "contracten:",
                """
                contracten: contractnummer=BZK-2020-0001; leverancier_kvk=90000005; regime=voorbehouden; \
                voorbehoud_aankondiging=none
                """),
        ])

    static func check(_ context: RuleContext, _ report: inout Report) {
        for (contract, place) in context.concernedContracts where contract.isCalledReserved {
            switch contract.noticeReservation {
            case .workshops, .publicServices: continue
            case .notReserved:
                var place = place
                place.column = ColumnReference(named: "voorbehoud_aankondiging", in: Contract.self)
                report.found(at: place)
            case nil: report.notEvaluated(Self.noCode)
            }
        }
    }

    private static let noCode = Text(
        nl: "Het register zegt niet welke code voor het voorbehoud in de aankondiging staat. Vul in contracten.csv de "
            + "kolom voorbehoud_aankondiging in.",
        en: "The register does not say which code of reservation the notice gives. Fill in the column "
            + "voorbehoud_aankondiging in contracten.csv.")
}

extension Contract {
    /// Whether the register calls the contract reserved, wholly or in part.
    var isCalledReserved: Bool { regime == .reserved || reservation == .partly || reservation == .wholly }
}
