import SocialReturnModel

/// A column with a list of codes holds a code of the list, or its name. A list that is this tool's own proposal is
/// open: another word is a warning and the row still counts.
enum CodesKnown: ReadingRule {
    static let facts = RuleMetadata(
        "BST-17", since: .v2026_1, .error, level: .cell, basis: .own,
        traits: [.ofEveryColumn(.code)],
        name: Text(nl: "Code onbekend", en: "Code unknown"),
        message: Text(
            nl: "'{value}' staat niet in de lijst van deze kolom.",
            en: "'{value}' is not in the list of this column."),
        remedy: Text(nl: "Kies uit: {choices}.", en: "Choose from: {choices}."),
        why: Text(
            nl: "Alleen met vaste codes kunnen wij rijen goed tellen en vergelijken.",
            en: "Only with fixed codes can we count and compare rows properly."),
        examples: [
            .triggers("inzet: soort_inzet=vakantiewerk"),
            .triggers("inzet: contractvorm=soms"),
            .triggers("inzet: contractvorm=onbepaalt"),
            .triggers("activiteiten: soort=jobcoaching"),
            .passes("inzet: soort_inzet=Dienstverband"),
            .passes("inzet: uitkomst="),
            .passes("inzet: soort_inzet=uitzendkracht"),
            .passes("inzet: soort_inzet=payroll"),
            .passes("inzet: soort_inzet=zzp; contractvorm=zzp"),
            .passes("inzet: contractvorm=uitzendovereenkomst"),
            .passes("inzet: doelgroep=Oekraïne"),
            .passes("sociale_inkoop: erkenning=PSO-basistrede"),
        ])

    /// What to do with a word of one's own.
    static let remedyOfOwnWord = Text(
        nl: "Klopt dat? Vul dan '{code}' in. Zo niet, kies dan iets anders van blad Keuzelijsten.",
        en: "Is that right? Then fill in '{code}'. If not, choose something else from sheet Keuzelijsten.")

    static let observationTriggers = [
        ObservationTrigger(.codeUnknown),
        ObservationTrigger(
            .openCodeUnknown, .warning,
            message: Text(
                nl: "'{value}' staat niet in de lijst van deze kolom. Wij nemen het woord over.",
                en: "'{value}' is not in the list of this column. We carry the word along."),
            remedy: Text(
                nl: "Past een van deze woorden? Kies dat dan: {choices}.",
                en: "Does one of these words fit? Then choose it: {choices}.")),
        ObservationTrigger(
            .codeMeant,
            message: Text(
                nl: "'{value}' staat niet in de lijst. Bedoelt u {detail}?",
                en: "'{value}' is not in the list. Do you mean {detail}?"),
            remedy: remedyOfOwnWord),
        ObservationTrigger(
            .openCodeMeant, .warning,
            message: Text(
                nl: "'{value}' staat niet in de lijst. Wij nemen het woord over. Bedoelt u {detail}?",
                en: "'{value}' is not in the list. We carry the word along. Do you mean {detail}?"),
            remedy: remedyOfOwnWord),
    ]
}
