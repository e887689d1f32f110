import SocialReturnModel

/// A date is a day that exists, written so that it can be read in one way only.
enum DatesUnambiguous: ReadingRule {
    static let facts = RuleMetadata(
        "BST-11", since: .v2026_1, .error, level: .cell, basis: .technical,
        traits: [.ofEveryColumn(.day)],
        name: Text(nl: "Datum ongeldig of dubbelzinnig", en: "Date invalid or ambiguous"),
        message: Text(
            nl: "'{value}' kunnen wij niet als datum lezen.", en: "We cannot read '{value}' as a date."),
        remedy: Text(
            nl: "Vul een bestaande datum in als dag-maand-jaar, zoals 01-04-2026.",
            en: "Fill in an existing date as day-month-year, such as 01-04-2026."),
        why: Text(
            nl: "Aan de datum zien wij in welke periode iets meetelt.",
            en: "The date tells us in which period something counts."),
        examples: [
            .triggers("inzet: begindatum=31-02-2026"),
            .triggers("inzet: begindatum=01/25/2026"),
            .triggers("inzet: begindatum=01-02-26"),
            .triggers("inzet: begindatum=46054"),
            // The first of April is a Wednesday.
            .triggers("inzet: begindatum=donderdag 1 april 2026"),
            .passes("inzet: begindatum=wo 1 april 2026"),
            .triggers("inzet: begindatum=zodra het kan"),
            .triggers(
                "inzet: begindatum=04/01/2026", "inzet: inzet_id=P-002; deelnemercode=D-0002; begindatum=04/15/2026"),
            .triggers("inzet: begindatum=04/01/2026; einddatum=12/31/2026", "voorblad: opgesteld_op=07/09/2026"),
            .triggers("inzet: begindatum=04/01/2026; uren_per_week=24.5"),
            .triggers("inzet: begindatum=4/1/2026 12:00:00 AM"),
            .passes("inzet: begindatum=4/1/2026 12:00:00 AM", "inzet: inzet_id=P-002; begindatum=15/4/2026 9:00:00 AM"),
            .triggers("inzet: begindatum=2026-03-31 22:00:00+00:00"),
            .passes("inzet: begindatum=1-2-2026"),
            .passes("inzet: begindatum=04/01/2026; uren_per_week=24,5"),
            .passes("inzet: begindatum=04/01/2026; einddatum=25/04/2026; uren_per_week=24.5"),
            .passes("inzet: begindatum=2026-02-01"),
            .passes("inzet: begindatum=01/02/2026"),
            .passes("inzet: einddatum="),
        ])

    /// What to do about a date that is read, and may be meant otherwise.
    private static let asDayMonthYear = Text(
        nl: "Klopt dat? Dan hoeft u niets te doen. Zo niet, schrijf de datum dan als dag-maand-jaar, zoals 01-04-2026.",
        en: "Is that right? Then no action is needed. If not, write the date as day-month-year, such as 01-04-2026.")

    static let observationTriggers = [
        ObservationTrigger(.invalidDate),
        ObservationTrigger(
            .monthBeforeDay,
            message: Text(
                nl: "In '{value}' lijkt de maand vooraan te staan. Daarom lezen wij deze datum niet.",
                en: "In '{value}' the month seems to stand first. Therefore we do not read this date."),
            remedy: Text(
                nl: "Schrijf de datum als dag-maand-jaar, zoals 25-01-2026.",
                en: "Write the date as day-month-year, such as 25-01-2026.")),
        ObservationTrigger(
            .monthMayBeFirst, .warning,
            message: Text(
                nl: """
                    Staat in '{value}' de maand vooraan? In een andere rij van deze kolom wel. Wij lezen {read}, met de dag \
                    vooraan.
                    """,
                en: """
                    Does the month stand first in '{value}'? In another row of this column it does. We read {read}, with the day \
                    first.
                    """),
            remedy: Text(
                nl: "Schrijf alle datums in deze kolom als dd-mm-jjjj.",
                en: "Write all dates in this column as dd-mm-yyyy.")),
        ObservationTrigger(
            .monthFirstElsewhere, .warning,
            message: Text(
                nl: """
                    Staat in '{value}' de maand vooraan? In een andere kolom van deze rapportage wel. Wij lezen {read}, met de dag \
                    vooraan.
                    """,
                en: """
                    Does the month stand first in '{value}'? In another column of this report it does. We read {read}, with the day \
                    first.
                    """),
            remedy: asDayMonthYear),
        ObservationTrigger(
            .americanDate, .warning,
            message: Text(
                nl: """
                    Staat in '{value}' de maand vooraan? Dit bestand heeft getallen met een punt of tijden met AM of PM, zoals \
                    Amerikaanse programma's ze schrijven. Wij lezen {read}, met de dag vooraan.
                    """,
                en: """
                    Does the month stand first in '{value}'? This file has numbers with a point or times with AM or PM, as American \
                    programs write them. We read {read}, with the day first.
                    """),
            remedy: Text(
                nl: "Klopt dat? Dan hoeft u niets te doen. Zo niet, schrijf alle datums in deze kolom als dd-mm-jjjj.",
                en: "Is that right? Then no action is needed. If not, write all dates in this column as dd-mm-yyyy.")),
        ObservationTrigger(
            .twoDigitYear, .warning,
            message: Text(
                nl: "Het jaar in '{value}' heeft maar twee cijfers. Wij lezen {read}.",
                en: "The year in '{value}' has two digits only. We read {read}."),
            remedy: asDayMonthYear),
        ObservationTrigger(
            .weekdayDiffers, .warning,
            message: Text(
                nl: "In '{value}' horen de dag van de week en de datum niet bij elkaar. Wij lezen {read}.",
                en: "In '{value}' the day of the week and the date do not belong together. We read {read}."),
            remedy: Text(
                nl: "Klopt de datum? Dan hoeft u niets te doen. Zo niet, vul de juiste datum in, zoals 01-04-2026.",
                en: "Is the date right? Then no action is needed. If not, fill in the right date, such as 01-04-2026.")),
        ObservationTrigger(
            .serialDay, .warning,
            message: Text(
                nl: "'{value}' is een dagnummer van Excel. Wij lezen {read}.",
                en: "'{value}' is a day number of Excel. We read {read}."),
            remedy: asDayMonthYear),
    ]
}
