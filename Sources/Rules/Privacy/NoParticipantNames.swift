import SocialReturnModel

/// No column asks for the names of persons, and no text, code or reference has one.
///
/// Words are less sure than numbers: a name in a text is masked, but its row counts. A code that is a name has no other use, so its row waits
/// for another code.
enum NoParticipantNames: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-03", since: .v2026_1, .error, level: .cell, basis: .law, sources: ["AVG", "EUDEC"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Naam van een persoon", en: "Name of a person"),
        message: Text(
            nl:
                "De kolom '{column}' is voor namen van personen. Die mogen wij niet bewaren; wij hebben de "
                + "kolom bedekt.",
            en: "The column '{column}' is for names of persons. We may not keep those, so we covered the column."),
        remedy: Text(
            nl: "Laat deze kolom leeg of haal haar weg. Een code is genoeg.",
            en: "Leave this column empty or remove it. A code is enough."),
        why: Text(
            nl: "Wij vragen niet meer persoonsgegevens dan nodig is. Namen zijn niet nodig.",
            en: "We ask for no more personal data than is needed. Names are not needed."),
        examples: [
            .triggers("inzet +achternaam: achternaam=Voorbeeld"),
            .triggers("inzet +naam_deelnemer: naam_deelnemer=V. Voorbeeld"),
            .triggers("inzet +Naam_(verplicht)*: Naam_(verplicht)*=Voorbeeld"),
            .triggers("inzet: toelichting=gesproken met mevr. Voorbeeld"),
            .triggers("voorbeelden: verhaal=Fatima heeft nu een vast contract."),
            .triggers("inzet: deelnemercode=jan.jansen"),
            .triggers("inzet: deelnemercode=V. Voorbeeldstra"),
            .triggers("inzet: contractnummer=Fatima Voorbeeldstra"),
            .triggers("inzet +Medewerker: Medewerker=Voorbeeldstra"),
            .passes("inzet +Medewerker: Medewerker=D-0001"),
            // The column was emptied, as the remedy says, or still has what we made of the names.
            .passes("inzet +achternaam: achternaam="),
            .passes("inzet +naam_deelnemer: naam_deelnemer=********"),
            .passes("inzet: toelichting=werkt bij Jan Jansen Hoveniers"),
            .passes("sociale_inkoop: partner_naam=Voorbeeld Sociaal Werk B.V."),
            .passes(),
        ])

    static let observationTriggers = [
        ObservationTrigger(.nameColumn),
        ObservationTrigger(
            .personName, .warning,
            message: Text(
                nl:
                    "In deze tekst lijkt de naam van een persoon te staan. Wij hebben de naam onleesbaar "
                    + "gemaakt. De rij telt "
                    + "mee.",
                en: "This text seems to hold the name of a person. We have made the name unreadable. The row counts."),
            remedy: Text(
                nl: "Laat namen weg. Noem een rol, bijvoorbeeld 'de deelnemer' of 'de begeleider'.",
                en: "Leave names out. Name a role, such as 'the participant' or 'the supervisor'.")),
        ObservationTrigger(
            .personNameAstray,
            message: Text(
                nl: "Hier lijkt de naam van een persoon te staan. Wij hebben deze cel onleesbaar gemaakt.",
                en: "The name of a person seems to stand here. We have made this cell unreadable."),
            remedy: Text(
                nl: "Vul in wat deze kolom vraagt. Een naam is niet nodig.",
                en: "Fill in what this column asks for. A name is not needed.")),
        ObservationTrigger(.personName, in: .of(\Placement.participant), message: codeMessage, remedy: codeRemedy),
        ObservationTrigger(.personName, in: .of(\Placement.id), message: codeMessage, remedy: codeRemedy),
        ObservationTrigger(.personName, in: .of(\Evidence.belongsTo), message: codeMessage, remedy: codeRemedy),
    ]

    private static let codeMessage = Text(
        nl: "In deze code lijkt de naam van een persoon te staan. Wij hebben de code onleesbaar gemaakt.",
        en: "This code seems to hold the name of a person. We have made the code unreadable.")
    private static let codeRemedy = Text(
        nl: "Geef deze persoon een code zonder betekenis, bijvoorbeeld D-0001. Gebruik die code steeds opnieuw.",
        en: "Give this person a code without meaning, such as D-0001. Use that code every time.")
}
