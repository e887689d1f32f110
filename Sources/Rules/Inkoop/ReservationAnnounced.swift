import Intake
import SocialReturnModel

/// A contract that the register calls reserved was announced as reserved: the law asks that the notice says so.
///
/// The notice has two fields: participation (BT-71) and execution (BT-736) can be reserved. Both come from the register. A contract that was announced under article 2.82a is the matter of rule INK-16.
enum ReservationAnnounced: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-09", since: .v2026_3, .warning, level: .acrossTables, basis: .law,
        sources: ["AW-TXT", "EFORMS", "EFORMS-BT"], column: .of(\Contract.noticeReservation),
        needs: [.register], audience: .contractManager,
        earlier: [
            .since(
                .v2026_2,
                examples: [
                    .triggers("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=none"),
                    .passes("contracten: regime=voorbehouden; voorbehoud=geheel"),
                ])
        ],
        name: Text(nl: "Staat het voorbehoud in de aankondiging?", en: "Is the reservation in the notice?"),
        message: Text(
            nl: "Het register noemt deze opdracht voorbehouden. Volgens de code '{value}' staat dat niet in de "
                + "aankondiging.",
            en: "The register calls this contract reserved. By the code '{value}' the notice does not say so."),
        remedy: Text(
            nl: "Controleer de aankondiging op TenderNed: deelname (BT-71) en uitvoering (BT-736). Pas daarna het "
                + "register aan.",
            en: "Check the notice on TenderNed: participation (BT-71) and execution (BT-736). Then correct the "
                + "register."),
        why: Text(
            nl: "De wet vraagt dat het voorbehoud in de aankondiging staat.",
            en: "The law asks that the notice states the reservation."),
        examples: [
            .triggers(
                """
                contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=none; \
                voorbehoud_uitvoering=nee
                """),
            .triggers(
                "contracten: regime=klassiek; voorbehoud=geheel; voorbehoud_aankondiging=geen; voorbehoud_uitvoering=nee"
            ),
            // The execution is reserved, for a programme of sheltered employment.
            .passes(
                """
                contracten: regime=voorbehouden; voorbehoud=deels; voorbehoud_aankondiging=none; \
                voorbehoud_uitvoering=ja
                """),
            // Not tested: the register does not say whether the execution is reserved.
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=none"),
            .passes(
                """
                contracten: regime=voorbehouden; voorbehoud=geheel; voorbehoud_aankondiging=none; \
                voorbehoud_uitvoering=onbekend
                """),
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
                voorbehoud_aankondiging=none; voorbehoud_uitvoering=nee
                """),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        for (contract, place) in context.concernedContracts where contract.isCalledReserved {
            switch (contract.noticeReservation, contract.executionReserved) {
            case (.workshops, _), (.publicServices, _): continue
            case (_, .yes) where context.ruleSet >= .v2026_3: continue
            case (.notReserved, let execution):
                guard context.ruleSet < .v2026_3 || execution == .no else {
                    report.notEvaluated(
                        Self.noExecution, supply: Self.supply, by: .contractManager, isRegisterGap: true)
                    continue
                }
                var place = place
                place.column = ColumnReference(\Contract.noticeReservation)
                report.found(at: place)
            case (nil, _):
                report.notEvaluated(
                    Self.noCode, supply: Self.supplyOfCode, by: .contractManager, isRegisterGap: true)
            }
        }
    }

    private static let noExecution = Text(
        nl: "Het register zegt niet of volgens de aankondiging de uitvoering is voorbehouden (BT-736).",
        en: "The register does not say whether by the notice the execution is reserved (BT-736).")
    private static let supply = Text(
        nl: "Vul in contracten.csv de kolom voorbehoud_uitvoering in: ja of nee.",
        en: "Fill in the column voorbehoud_uitvoering in contracten.csv: ja or nee.")
    private static let supplyOfCode = Text(
        nl: "Zoek de code op in de aankondiging op TenderNed (BT-71) en vul die in.",
        en: "Look the code up in the notice on TenderNed (BT-71) and fill it in.")
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
