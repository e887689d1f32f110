import SocialReturnModel

/// A submission has one cover: one row, or in a submission of one file the same supplier, period and template version in every row.
enum CoverSameInEveryRow: ReadingRule {
    static let facts = RuleMetadata(
        "BST-20", since: .v2026_1, .warning, level: .table, basis: .technical,
        name: Text(nl: "Voorblad verschilt per rij", en: "Cover differs between rows"),
        message: Text(
            nl: """
                Deze rij noemt een andere leverancier, periode of sjabloonversie dan de eerste rij. Wij gebruiken de \
                eerste rij.
                """,
            en: """
                This row names another supplier, period or template version than the first row. We use the first \
                row.
                """),
        remedy: Text(
            nl: "Lever per leverancier en per periode een eigen bestand aan.",
            en: "Deliver a file of its own for each supplier and each period."),
        why: Text(
            nl: "Een inzending gaat over één leverancier en één periode.",
            en: "A submission is about one supplier and one period."),
        examples: [
            .triggers(
                "-voorblad",
                "bestand uren.csv: \(columns)\n12345678;Voorbeeld Schoon B.V.;1;P-001;2026-Q1;288"
                    + "\n12345678;Voorbeeld Schoon B.V.;1;P-001;2026-Q2;12"),
            .triggers(
                "bestand voorblad.csv: leverancier_kvk;leverancier_naam;periode;sjabloonversie"
                    + "\n12345678;Voorbeeld Schoon B.V.;2026-Q1;1\n90000005;Voorbeeld Groen B.V.;2026-Q1;1"),
            .triggers(
                "bestand voorblad.csv: KvK-nummer;12345678\nNaam leverancier;Voorbeeld Schoon B.V.\nPeriode;2026-Q1"),
            .triggers(
                "-inzet", "-uren", "-sociale_inkoop", "-activiteiten", "-bewijs", "-gesprekken", "-afspraken",
                "-knelpunten",
                "-leerpunten", "-voorbeelden", "-leerplekken",
                "voorblad: leverancier_kvk=; leverancier_naam=; periode=; opgesteld_op=; ontvangen_op=; correctie_op=; "
                    + "deelnemers_geinformeerd=; slotrapportage=; contact=; toelichting="),
            .passes(
                "-voorblad",
                "bestand uren.csv: \(columns)\n12345678;Voorbeeld Schoon B.V.;1;P-001;2026-Q1;288"
                    + "\n12345678;Voorbeeld Schoon B.V.;1;P-001;2026-Q1;12"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.coverDiffers),
        ObservationTrigger(
            .coverContradicted,
            message: Text(
                nl: "Bij {column} staat '{value}'. Dat is een andere leverancier of periode dan op het voorblad.",
                en: "At {column} it says '{value}'. That is another supplier or period than on the cover."),
            remedy: Text(
                nl: "Klopt het voorblad? Haal deze rijen dan weg, en lever ze in een eigen rapportage aan.",
                en: "Is the cover right? Then remove these rows, and deliver them in a report of their own.")),
        ObservationTrigger(
            .coverUpright, .error,
            message: Text(
                nl:
                    "Het voorblad ({file}) staat van boven naar beneden. Wij lezen de koppen naast elkaar, met "
                    + "de waarden eronder.",
                en:
                    "The cover ({file}) runs from top to bottom. We read the headings beside each other, with "
                    + "the values below them."),
            remedy: Text(
                nl: "Vul het blad Voorblad in, of zet de koppen in één rij.",
                en: "Fill in sheet Voorblad, or put the headings in one row.")),
        ObservationTrigger(
            .templateEmpty, .error, rejectsRow: true,
            message: Text(nl: "Het sjabloon is nog leeg.", en: "The template is still empty."),
            remedy: Text(
                nl:
                    "Vul op het voorblad uw KvK-nummer, uw naam en de periode in, en op de andere bladen wat "
                    + "u te melden heeft.",
                en:
                    "On the cover fill in your KvK number, your name and the period, and on the other sheets "
                    + "what you have to report."
            )),
        ObservationTrigger(
            .coverRowExtra, .error,
            message: Text(
                nl:
                    "Het voorblad heeft nog een rij. Wij gebruiken de eerste rij, en weten niet bij welke "
                    + "rij de tabellen horen.",
                en: "The cover has another row. We use the first one, and do not know to which row the tables belong."),
            remedy: Text(
                nl:
                    "Laat op het voorblad één rij staan. Lever per leverancier en per periode een eigen "
                    + "rapportage aan.",
                en: "Leave one row on the cover. Deliver a report of its own for each supplier and each period.")),
    ]

    private static let columns = "leverancier_kvk;leverancier_naam;sjabloonversie;inzet_id;periode;gewerkte_uren"
}
