import SocialReturnModel

/// A submission has a cover, and each of its files is one of the tables, once.
enum FilesKnown: ReadingRule {
    static let facts = RuleFacts(
        "BST-19", since: .v2026_1, .error, level: .table, basis: .technical,
        name: Text(nl: "Bestand ontbreekt of is onbekend", en: "File missing or unknown"),
        message: Text(
            nl: "De inzending heeft geen {file}. Daardoor weten wij niet wie rapporteert en over welke periode.",
            en: "The submission has no {file}. So we do not know who reports, and on which period."),
        remedy: Text(nl: "Voeg het bestand {file} toe.", en: "Add the file {file}."),
        why: Text(
            nl: "Aan de bestandsnaam herkennen wij welke gegevens erin staan.",
            en: "By its name we recognise which data a file holds."),
        examples: [
            .triggers("-voorblad"),
            .triggers("bestand notities.txt: bespreken met de contractmanager"),
            .triggers("bestand in zet.csv: inzet_id;contractnummer\nP-001;BZK-2026-0147"),
            .passes(),
            .passes("-bewijs"),
        ])

    static let sightings = [
        Sighting(.requiredFileMissing),
        Sighting(
            .fileUnknown, .warning,
            message: Text(
                nl: "Het bestand {file} hoort niet bij het sjabloon. Wij hebben het niet gelezen.",
                en: "The file {file} is not one of the template. We have not read it."),
            remedy: Text(
                nl: "Gebruik de bestandsnamen van het sjabloon, of laat dit bestand weg.",
                en: "Use the file names of the template, or leave this file out.")),
        Sighting(
            .fileDouble, .warning,
            message: Text(
                nl: """
                    Het bestand {file} bevat dezelfde tabel als een ander bestand. Wij hebben alleen het eerste \
                    gelezen.
                    """,
                en: "The file {file} holds the same table as another file. We have read the first one only."),
            remedy: Text(nl: "Lever elke tabel één keer aan.", en: "Deliver each table once.")),
        Sighting(
            .sheetUnknown, .warning,
            message: Text(
                nl: "Het blad in {file} hoort niet bij het sjabloon. Wij hebben het niet gelezen.",
                en: "The sheet in {file} is not one of the template. We have not read it."),
            remedy: Text(
                nl: "Gebruik de bladnamen van het sjabloon, of laat dit blad weg.",
                en: "Use the sheet names of the template, or leave this sheet out.")),
        Sighting(
            .sheetDouble, .warning,
            message: Text(
                nl: """
                    Het blad in {file} bevat dezelfde tabel als een ander blad. Wij hebben alleen het eerste gelezen.
                    """,
                en: "The sheet in {file} holds the same table as another sheet. We have read the first one only."),
            remedy: Text(
                nl: "Zet alle rijen van een tabel op één blad.", en: "Put all rows of a table on one sheet.")),
        Sighting(
            .archiveNested, .warning,
            message: Text(
                nl: "Het bestand {file} is een zipbestand binnen de inzending. Wij hebben het niet geopend.",
                en: "The file {file} is a zip within the submission. We have not opened it."),
            remedy: Text(
                nl: "Lever de bestanden zelf aan, of één zipbestand met alleen die bestanden.",
                en: "Deliver the files themselves, or one zip with only those files.")),
    ]
}
