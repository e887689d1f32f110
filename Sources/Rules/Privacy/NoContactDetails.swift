import SocialReturnModel

/// Tables with participants hold no e-mail address, telephone number or home address.
enum NoContactDetails: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-05", since: .v2026_1, .error, level: .cell, basis: .law, sources: ["AVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Contactgegevens deelnemer", en: "Contact details of a participant"),
        message: Text(
            nl: "Hier staat een mailadres of telefoonnummer. Wij hebben het onleesbaar gemaakt.",
            en: "An e-mail address or telephone number stands here. We have made it unreadable."),
        remedy: Text(nl: "Laat contactgegevens weg.", en: "Leave contact details out."),
        why: Text(
            nl: "Wij nemen geen contact op met deelnemers. Daarom zijn deze gegevens niet nodig.",
            en: "We do not contact participants. Therefore these data are not needed."),
        examples: [
            .triggers("inzet: toelichting=mail naar voorbeeld@voorbeeld.example"),
            .triggers("inzet: toelichting=bel 06-12345678"),
            .triggers("inzet +telefoonnummer: telefoonnummer=onbekend"),
            .passes("inzet +telefoonnummer: telefoonnummer="),
            .triggers("inzet +woonplaats: woonplaats=Voorbeeldstad"),
            .triggers("inzet: toelichting=woont aan de Voorbeeldstraat 12"),
            .triggers("inzet: toelichting=naam (at) voorbeeld.nl"),
            .triggers("sociale_inkoop: factuurdatum=naam@voorbeeld.nl"),
            .triggers("afspraken: streefdatum=06-12345678"),
            .triggers("inzet: uren_per_week=woont Voorbeeldstraat 12"),
            .passes("sociale_inkoop: factuurnummer=020-1234567"),
            .passes("inzet: toelichting=werkt op de vestiging Voorbeeldstraat 12, 1234 AB Delft"),
            .passes("voorblad: contact=socialreturn@voorbeeldschoon.example"),
            .passes("inzet: toelichting=start op 06-03-2026"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.contactDetail),
        ObservationTrigger(
            .homeAddress, .warning,
            message: Text(
                nl:
                    "In deze tekst lijkt te staan waar iemand woont. Wij hebben het adres onleesbaar "
                    + "gemaakt. De rij telt mee.",
                en: "This text seems to say where someone lives. We have made the address unreadable. The row counts."),
            remedy: Text(
                nl: "Laat het adres weg. Voor de plaats van het werk is de kolom 'werkpostcode'.",
                en: "Leave the address out. For the place of work there is the column 'werkpostcode'.")),
        ObservationTrigger(
            .homeAddressAstray,
            message: Text(
                nl: "Hier lijkt te staan waar iemand woont. Wij hebben deze cel onleesbaar gemaakt.",
                en: "This cell seems to say where someone lives. We have made it unreadable."),
            remedy: Text(
                nl: "Vul in wat deze kolom vraagt. Een adres is niet nodig.",
                en: "Fill in what this column asks for. An address is not needed.")),
        ObservationTrigger(
            .contactColumn,
            message: Text(
                nl:
                    "De kolom '{column}' is voor contactgegevens van personen. Die mogen wij niet bewaren; "
                    + "wij hebben de kolom bedekt.",
                en:
                    "The column '{column}' is for contact details of persons. We may not keep those, so we "
                    + "covered the column."
            ),
            remedy: Text(nl: "Laat deze kolom leeg of haal haar weg.", en: "Leave this column empty or remove it.")),
    ]
}
