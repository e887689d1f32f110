import SocialReturnModel

/// A row has as many fields as there are headings.
enum FieldCountMatches: ReadingRule {
    static let facts = RuleMetadata(
        "BST-05", since: .v2026_1, .error, level: .row, basis: .technical,
        name: Text(nl: "Rij heeft te veel of te weinig velden", en: "Row has too many or too few fields"),
        message: Text(
            nl: "Deze rij heeft {detail} velden. Dat zijn er meer dan er kolommen zijn.",
            en: "This row has {detail} fields. That is more than there are columns."),
        remedy: Text(
            nl:
                "Staat in een tekst hetzelfde teken als tussen de kolommen, zoals een puntkomma? Zet die tekst dan tussen "
                + "aanhalingstekens.",
            en:
                "Does a text hold the sign that stands between the columns, such as a semicolon? Then put that text between "
                + "quotes."),
        why: Text(
            nl: "Bij een ander aantal velden staan de waarden niet meer onder de juiste kop.",
            en: "With another number of fields the values no longer stand under the right heading."),
        examples: [
            .triggers("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\nP-001;2026-Q1;12;extra"),
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\nP-001;2026-Q1;9\nP-001;2026-Q1"),
            .triggers(
                "bestand activiteiten.csv: contractnummer;soort;datum;toelichting\nBZK-2026-0147;gastles;02-02-2026;les"
                    + "\nBZK-2026-0147;gastles;03-02-2026;les\nBZK-2026-0147;gastles;04-02-2026"),
            .triggers(
                "bestand uren.csv: inzet_id,gewerkte_uren,periode,opmerking\nP-001,288,2026-Q1,a\nP-001,12,5,2026-Q1,"),
            // Lists of two programs below each other.
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\nP-002,2026-Q1,12\nP-001;2026-Q2;9"
            ),
            .passes("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\nP-001;2026-Q1;12;;"),
            .passes(
                "bestand uren.csv: inzet_id,periode,gewerkte_uren\nP-001,2026-Q1,288\nP-001,2026-Q1,\"12,5\","),
            .passes(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n\"P-001\";\"2026-Q1\";\"12,0\""),
        ])

    static let observationTriggers = [
        ObservationTrigger(.tooManyFields, rejectsRow: true),
        ObservationTrigger(
            .commaParted, rejectsRow: true,
            message: Text(
                nl: "In deze rij staat een komma in een getal. Komma's scheiden hier ook de kolommen.",
                en: "A number in this row has a comma in it. Here commas stand between the columns as well."),
            remedy: Text(
                nl:
                    "Sla het bestand op met een puntkomma tussen de kolommen, of zet getallen met een komma tussen "
                    + "aanhalingstekens.",
                en: "Save the file with a semicolon between the columns, or put numbers with a comma between quotes.")),
        ObservationTrigger(
            .otherSeparator, rejectsRow: true,
            message: Text(
                nl: "In deze rij staat een ander teken tussen de waarden dan tussen de kolomkoppen.",
                en: "Another sign stands between the values of this row than between the headings."),
            remedy: Text(
                nl:
                    "Zet in het hele bestand hetzelfde teken tussen de kolommen, zoals een puntkomma. Of lever een Excel-werkmap aan.",
                en:
                    "Put the same sign between the columns in the whole file, such as a semicolon. Or supply an Excel workbook."
            )),
        ObservationTrigger(
            .tooFewFields, rejectsRow: true,
            message: Text(
                nl: "Deze rij stopt te vroeg, na veld {detail}. Een verplichte kolom ontbreekt.",
                en: "This row stops too early, after field {detail}. A required column is missing."),
            remedy: Text(
                nl: "Vul deze rij aan, tot en met de laatste verplichte kolom.",
                en: "Fill in this row, up to the last required column.")),
        ObservationTrigger(
            .emptyFieldsMissing, .warning,
            message: Text(
                nl: "Deze rij stopt eerder dan de kolomkoppen. Wij lezen de laatste kolommen als leeg.",
                en: "This row stops before the headings do. We read the last columns as empty."),
            remedy: Text(
                nl: "Controleer of de laatste kolommen van deze rij leeg moeten zijn.",
                en: "Check whether the last columns of this row should be empty.")),
    ]
}
