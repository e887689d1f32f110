import SocialReturnModel

/// The reference under which a document is found says nothing of a person: no name, no number that can be a BSN, no address.
enum NeutralReference: ReadingRule {
    static let facts = RuleMetadata(
        "BEW-09", since: .v2026_2, .error, level: .cell, basis: .law, sources: ["UAVG", "AVG"],
        column: .of(\Evidence.reference),
        needs: [.table(.evidence)],
        name: Text(nl: "Verwijzing bevat persoonsgegeven", en: "Reference holds personal data"),
        message: Text(
            nl: "In deze verwijzing lijkt de naam van een persoon te staan. Wij hebben haar onleesbaar gemaakt.",
            en: "This reference seems to hold the name of a person. We have made it unreadable."),
        remedy: Text(
            nl: "Gebruik een neutrale verwijzing, bijvoorbeeld uw eigen deelnemercode of 'map 12, nr. 3'.",
            en: "Use a neutral reference, such as your own participant code or 'folder 12, no. 3'."),
        why: Text(
            nl: "Wij vragen niet wie het is. Met een neutrale verwijzing vindt u het stuk ook terug.",
            en: "We do not ask who it is. With a neutral reference you will find the document as well."),
        examples: [
            .triggers("bewijs: verwijzing=map dhr. Voorbeeld"),
            .triggers("bewijs: verwijzing=mevr_voorbeeld_uwv.pdf"),
            .triggers("bewijs: verwijzing=J.P. Voorbeeld"),
            .triggers("bewijs: verwijzing=Voorbeeld, J.P. - verklaring.pdf"),
            .triggers("bewijs: verwijzing=contract_jan_jansen.pdf"),
            .triggers("bewijs: verwijzing=123456782.pdf"),
            .triggers(
                "bewijs: verwijzing=dossier 123456782", "bewijs: bewijs_id=B-002; verwijzing=dossier 111222333",
                "bewijs: bewijs_id=B-003; verwijzing=dossier 100000009"),
            .triggers("bewijs: verwijzing=mail van voorbeeld@voorbeeld.example"),
            .triggers("bewijs: verwijzing=bel 06-12345678"),
            .passes(),
            .passes("bewijs: verwijzing=dossier 123456789"),
            .passes("bewijs: verwijzing=kast C. Plank 2"),
            .passes("bewijs: verwijzing=archief Voorbeeld Schoon B.V. Den Haag"),
            .passes("bewijs: verwijzing=D-0001.pdf"),
            .passes("bewijs: verwijzing=Jan Jansen Hoveniers 2026"),
            .passes("bewijs: verwijzing="),
            // Elsewhere the general rules speak.
            .passes("bewijs: bewaard_bij=nummer 123456782"),
            .passes("inzet: toelichting=nummer 123456782"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.personName, in: .of(\Evidence.reference)),
        ObservationTrigger(
            .citizenNumber, in: .of(\Evidence.reference),
            message: Text(
                nl: "In deze verwijzing staat een nummer dat een BSN kan zijn. Wij hebben het onleesbaar gemaakt.",
                en: "This reference holds a number that can be a citizen service number (BSN). We have made it "
                    + "unreadable.")),
        ObservationTrigger(
            .citizenNumberPossible, in: .of(\Evidence.reference), .warning,
            message: Text(
                nl: "In deze verwijzing staat een nummer dat misschien een BSN is. Voor de zekerheid hebben wij het "
                    + "onleesbaar gemaakt.",
                en: "This reference holds a number that may be a citizen service number (BSN). To be safe we made it "
                    + "unreadable.")),
        ObservationTrigger(
            .contactDetail, in: .of(\Evidence.reference),
            message: Text(
                nl: "In deze verwijzing staat een mailadres of telefoonnummer. Wij hebben het onleesbaar gemaakt.",
                en: "This reference holds an e-mail address or telephone number. We have made it unreadable.")),
    ]
}
