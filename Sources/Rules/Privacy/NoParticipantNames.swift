import SocialReturnModel

/// No table with participants has a column for their names.
enum NoParticipantNames: ReadingRule {
    static let facts = RuleFacts(
        "AVG-03", since: .v2026_1, .error, level: .table, basis: .law, sources: ["AVG", "EUDEC"],
        name: Text(nl: "Naam van deelnemer", en: "Name of a participant"),
        message: Text(
            nl: "De kolom '{column}' vraagt om namen van deelnemers. Wij hebben de hele kolom onleesbaar gemaakt.",
            en: "The column '{column}' asks for names of participants. We have made the whole column unreadable."),
        remedy: Text(nl: "Verwijder namen; een code is genoeg.", en: "Remove names; a code is enough."),
        why: Text(
            nl: "Wij vragen niet meer persoonsgegevens dan nodig is. Namen zijn niet nodig.",
            en: "We ask for no more personal data than is needed. Names are not needed."),
        examples: [
            .triggers("inzet +achternaam: achternaam=Voorbeeld"),
            .triggers("inzet +naam_deelnemer: naam_deelnemer=V. Voorbeeld"),
            .passes("sociale_inkoop: partner_naam=Voorbeeld Sociaal Werk B.V."),
            .passes(),
        ])

    static let sightings = [Sighting(.nameColumn)]
}
