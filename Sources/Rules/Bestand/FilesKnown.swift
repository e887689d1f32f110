import SocialReturnModel

/// A submission has a cover, and each of its files is one of the tables, once.
enum FilesKnown: ReadingRule {
    static let facts = RuleMetadata(
        "BST-19", since: .v2026_1, .error, level: .table, basis: .technical,
        name: Text(nl: "Bestand ontbreekt of is onbekend", en: "File missing or unknown"),
        message: Text(
            nl: "Uw rapportage heeft geen voorblad. Daardoor weten wij niet wie rapporteert en over welke periode.",
            en: "Your report has no cover. So we do not know who reports, and on which period."),
        remedy: Text(
            nl: "Vul het voorblad in ({file}). Het sjabloon heeft er een plek voor.",
            en: "Fill in the cover ({file}). The template has a place for it."),
        why: Text(
            nl: "Aan de bestandsnaam herkennen wij welke gegevens erin staan.",
            en: "By its name we recognise which data a file holds."),
        examples: [
            .triggers("-voorblad"),
            .triggers("bestand notities.txt: bespreken met de contractmanager"),
            .triggers("bestand in zet.csv: inzet_id;contractnummer\nP-001;BZK-2026-0147"),
            .triggers("bestand uren.csv: "),
            .triggers("bestand inzet zuid.csv: inzet_id;contractnummer;deelnemercode\nP-091;BZK-2026-0147;D-0091"),
            .passes(),
            .passes("-bewijs"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.requiredFileMissing),
        ObservationTrigger(
            .fileUnknown, .warning,
            message: Text(
                nl: "Het bestand {file} hoort niet bij het sjabloon. Wij hebben het niet gelezen.",
                en: "The file {file} is not one of the template. We have not read it."),
            remedy: Text(
                nl: "Gebruik de bestandsnamen van het sjabloon, of laat dit bestand weg.",
                en: "Use the file names of the template, or leave this file out.")),
        ObservationTrigger(
            .fileEmpty, .warning,
            message: Text(nl: "Het bestand {file} is leeg.", en: "The file {file} is empty."),
            remedy: Text(
                nl: "Hoort er iets in te staan? Lever het bestand dan opnieuw aan. Zo niet, dan hoeft u niets te doen.",
                en: "Should there be something in it? Then deliver the file again. If not, no action is needed.")),
        ObservationTrigger(
            .fileDouble,
            message: Text(
                nl: """
                    Het bestand {file} bevat dezelfde tabel als een ander bestand, met andere rijen. Wij hebben alleen het \
                    eerste gelezen.
                    """,
                en: """
                    The file {file} holds the same table as another file, with other rows. We have read the first one only.
                    """),
            remedy: Text(
                nl:
                    "Is dit een oudere versie? Laat die dan weg. Zo niet, zet dan alle rijen in één bestand. Of lever ze alle als CSV, met namen als 'inzet noord.csv' en 'inzet zuid.csv': dan lezen wij ze samen.",
                en:
                    "Is this an older version? Then leave it out. If not, put all rows in one file. Or deliver them all as CSV, with names such as 'inzet noord.csv' and 'inzet zuid.csv': then we read them together."
            )),
        ObservationTrigger(
            .fileJoined, .signal,
            message: Text(
                nl:
                    "Het bestand {file} bevat dezelfde tabel als een ander bestand. Wij lezen de rijen samen, als één tabel.",
                en: "The file {file} holds the same table as another file. We read their rows together, as one table."),
            remedy: Text(
                nl:
                    "Is dat goed? Dan hoeft u niets te doen. Is het een andere versie van dezelfde rijen? Laat die dan weg.",
                en:
                    "Is that right? Then no action is needed. Is it another version of the same rows? Then leave it out."
            )),
        ObservationTrigger(
            .sheetJoined, .signal,
            message: Text(
                nl: "{file} bevat dezelfde tabel als een andere werkmap. Wij lezen de rijen samen, als één tabel.",
                en: "{file} holds the same table as another workbook. We read their rows together, as one table."),
            remedy: Text(
                nl:
                    "Is dat goed? Dan hoeft u niets te doen. Is het een andere versie van dezelfde rijen? Laat die werkmap dan weg.",
                en:
                    "Is that right? Then no action is needed. Is it another version of the same rows? Then leave that workbook out."
            )),
        ObservationTrigger(
            .coverOfBranch, .warning,
            message: Text(
                nl: """
                    {file} is van dezelfde leverancier en periode als het voorblad dat wij lezen, maar zegt verder iets anders. Wij \
                    lezen alleen het eerste.
                    """,
                en: """
                    {file} is of the same supplier and period as the cover that we read, but differs from it otherwise. We read the \
                    first one only.
                    """),
            remedy: Text(
                nl:
                    "Is het eerste voorblad goed? Dan hoeft u niets te doen. Zo niet, vul in elke werkmap hetzelfde in.",
                en: "Is the first cover right? Then no action is needed. If not, fill in the same in each workbook.")),
        ObservationTrigger(
            .coverOfOther,
            message: Text(
                nl: """
                    {file} noemt een andere leverancier of periode dan het voorblad dat wij lezen. Tabellen die ook in de eerste \
                    werkmap staan, lezen wij alleen daar.
                    """,
                en: """
                    {file} names another supplier or period than the cover that we read. Tables that the first workbook has too we \
                    read there only.
                    """),
            remedy: Text(
                nl:
                    "Zijn het twee rapportages? Lever elke werkmap dan apart aan. Zo niet, vul op elk voorblad dezelfde leverancier en periode in.",
                en:
                    "Are these two reports? Then deliver each workbook by itself. If not, fill in the same supplier and period on each cover."
            )),
        ObservationTrigger(
            .sheetUnknown, .warning,
            message: Text(
                nl: "Het blad '{detail}' kennen wij niet. Wij hebben het niet gelezen.",
                en: "We do not know the sheet '{detail}'. We have not read it."),
            remedy: Text(
                nl:
                    "Staat hier iets dat wij moeten lezen? Geef het blad dan de naam van het sjabloon. Zo "
                    + "niet, dan hoeft u niets te doen.",
                en:
                    "Is there something here that we should read? Then give the sheet its name in the "
                    + "template. If not, no action is needed."
            )),
        ObservationTrigger(
            .sheetDouble,
            message: Text(
                nl: """
                    Het blad '{detail}' bevat dezelfde tabel als een ander blad, en wij kunnen de rijen niet samenvoegen. Wij \
                    hebben alleen het eerste gelezen.
                    """,
                en: """
                    The sheet '{detail}' holds the same table as another sheet, and we cannot join their rows. We have read the \
                    first one only.
                    """),
            remedy: Text(
                nl:
                    "Is dit een oudere versie? Laat die dan weg. Zo niet, zet dan alle rijen op één blad. Of geef de werkmappen namen als 'rapportage noord.xlsx' en 'rapportage zuid.xlsx', met geen enkele rij in allebei: dan lezen wij ze samen.",
                en:
                    "Is this an older version? Then leave it out. If not, put all rows on one sheet. Or give the workbooks names such as 'rapportage noord.xlsx' and 'rapportage zuid.xlsx', with no row in both: then we read them together."
            )),
        ObservationTrigger(
            .sheetLinked, .signal,
            message: Text(
                nl: """
                    Het blad '{detail}' haalt uw programma uit een ander bestand. Dat bestand lezen wij niet; wij lezen wat uw \
                    programma het laatst bewaarde.
                    """,
                en: """
                    Your program fetches the sheet '{detail}' from another file. We do not read that file; we read what your program \
                    kept last.
                    """),
            remedy: Text(
                nl:
                    "Kloppen de rijen? Dan hoeft u niets te doen. Zo niet, werk de koppeling bij, bewaar de werkmap en lever die opnieuw aan.",
                en:
                    "Are the rows right? Then no action is needed. If not, update the link, save the workbook and deliver it again."
            )),
        ObservationTrigger(
            .sheetHidden, .warning,
            message: Text(
                nl: "Het blad '{detail}' is verborgen. Wij lezen het ook, en tellen de rijen mee.",
                en: "The sheet '{detail}' is hidden. We read it too, and count its rows."),
            remedy: Text(
                nl: "Is dat goed? Dan hoeft u niets te doen. Zo niet, haal het blad dan weg.",
                en: "Is that right? Then no action is needed. If not, remove the sheet.")),
        ObservationTrigger(
            .rowsHidden, .signal,
            message: Text(
                nl: "Op het blad '{detail}' zijn rijen verborgen. Wij lezen die ook, en tellen ze mee.",
                en: "There are hidden rows on the sheet '{detail}'. We read them too, and count them."),
            remedy: Text(
                nl: "Is dat goed? Dan hoeft u niets te doen. Zo niet, haal die rijen dan weg.",
                en: "Is that right? Then no action is needed. If not, remove those rows.")),
        ObservationTrigger(
            .textOnFirstSheet, .warning,
            message: Text(
                nl: "Op {file} staat tekst die wij niet lezen, in {detail}. Er is niets veranderd.",
                en: "There is text on {file} that we do not read, in {detail}. Nothing was changed."),
            remedy: Text(
                nl:
                    "Zet een nieuwe waarde in de kolom 'Correctie' van de rij, en uitleg in 'Uw antwoord'. Of vertel het uw contractmanager.",
                en:
                    "Put a new value in column 'Correction' of the row, and an explanation in 'Your answer'. Or tell your contract manager."
            )),
        ObservationTrigger(
            .textBesideTables, .warning,
            message: Text(
                nl: "Op {file} staat tekst op een plek die wij niet lezen: {detail}.",
                en: "There is text on {file} in a place that we do not read: {detail}."),
            remedy: Text(
                nl:
                    "Zet wat wij moeten weten in de rij zelf, of in 'toelichting' op blad Voorblad. Haal de tekst op de andere plek weg.",
                en:
                    "Put what we should know in the row itself, or in 'toelichting' on sheet Voorblad. Remove the text in the other place."
            )),
        ObservationTrigger(
            .textInBox, .signal,
            message: Text(
                nl: "Op {file} ligt een tekstvak. De tekst daarin lezen wij niet.",
                en: "A text box lies on {file}. We do not read the text in it."),
            remedy: Text(
                nl:
                    "Staat er iets in dat wij moeten weten? Zet het dan in de rij zelf, of in 'toelichting' op blad Voorblad. Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does it say something that we should know? Then put it in the row itself, or in 'toelichting' on sheet Voorblad. If not, no action is needed."
            )),
        ObservationTrigger(
            .textOnPages, .signal,
            message: Text(
                nl: "In de kop- of voettekst van {file} staat tekst. Die lezen wij niet.",
                en: "There is text in the header or footer of {file}. We do not read it."),
            remedy: Text(
                nl:
                    "Staat er iets in dat wij moeten weten? Zet het dan in de rij zelf, of in 'toelichting' op blad Voorblad. Zo niet, dan hoeft u niets te doen.",
                en:
                    "Does it say something that we should know? Then put it in the row itself, or in 'toelichting' on sheet Voorblad. If not, no action is needed."
            )),
        ObservationTrigger(
            .feedbackAsText, .warning,
            message: Text(
                nl:
                    "{file} is één blad van onze terugkoppeling, bewaard als tekst. Daarin zien wij niet welke cellen gekleurd waren, en wat op de andere bladen staat.",
                en:
                    "{file} is one sheet of our feedback, saved as text. In it we do not see which cells had a colour, nor what stands on the other sheets."
            ),
            remedy: Text(
                nl:
                    "Bewaar de terugkoppeling als Excel-werkmap (.xlsx) of LibreOffice-werkmap (.ods), en stuur die hele werkmap terug.",
                en:
                    "Save the feedback as an Excel (.xlsx) or LibreOffice workbook (.ods), and send that whole workbook back."
            )),
        ObservationTrigger(
            .coverKept, .warning,
            message: Text(
                nl:
                    "Het voorblad is weg uit deze terugkoppeling, of er staat niets meer in. Wij lezen het voorblad van uw eerste levering.",
                en:
                    "The cover is gone from this feedback, or nothing stands on it any more. We read the cover of your first delivery."
            ),
            remedy: Text(
                nl: "Is dat goed? Dan hoeft u niets te doen. Is er iets veranderd? Vul dat dan in op blad Voorblad.",
                en: "Is that right? Then no action is needed. Did something change? Then fill it in on sheet Voorblad.")
        ),
        ObservationTrigger(
            .sheetGone, .warning,
            message: Text(
                nl:
                    "Het blad is weg uit deze terugkoppeling: {file}. Wij lezen dus {detail} dan in uw eerste levering.",
                en: "The sheet is gone from this feedback: {file}. So we read {detail} than in your first delivery."),
            remedy: Text(
                nl: "Is dat goed? Dan hoeft u niets te doen. Zo niet, zet het blad dan terug en stuur de hele werkmap.",
                en: "Is that right? Then no action is needed. If not, put the sheet back and send the whole workbook.")),
        ObservationTrigger(
            .fileCopy, .warning,
            message: Text(
                nl: "{file} bevat precies dezelfde rijen als een ander bestand of blad. Wij tellen ze één keer mee.",
                en: "{file} holds exactly the same rows as another file or sheet. We count them once."),
            remedy: Text(nl: "Laat de kopie weg.", en: "Leave the copy out.")),
        ObservationTrigger(
            .fileReplaced, .warning,
            message: Text(
                nl:
                    "{file} bevat een tabel die ook in uw verbeterde terugkoppeling staat. Wij lezen de "
                    + "terugkoppeling.",
                en: "{file} holds a table that is in your corrected feedback as well. We read the feedback."),
            remedy: Text(
                nl: "Lever alleen de verbeterde terugkoppeling aan.", en: "Deliver the corrected feedback only.")),
        ObservationTrigger(
            .fileUnreadable, .warning,
            message: Text(
                nl: "{file} {detail} Wij hebben het niet gelezen.", en: "{file} {detail} We have not read it."),
            remedy: Text(
                nl: "Hoort dit bestand niet bij de rapportage? Laat het dan weg.",
                en: "Is this file no part of the report? Then leave it out.")),
        ObservationTrigger(
            .tableUnreadable,
            message: Text(
                nl: "{file} {detail} Wij hebben het niet gelezen.", en: "{file} {detail} We have not read it."),
            remedy: Text(
                nl: "Lever dit bestand opnieuw aan, als .xlsx, .ods of CSV.",
                en: "Deliver this file again, as .xlsx, .ods or CSV.")),
        ObservationTrigger(
            .sheetUnreadable,
            message: Text(
                nl: """
                    {file} is genoemd naar een tabel van het sjabloon, maar wij herkennen de kolomkoppen niet. Wij hebben het \
                    niet gelezen.
                    """,
                en: """
                    {file} is called after a table of the template, but we do not recognise the headings. We have not read it.
                    """),
            remedy: Text(
                nl: "Gebruik de kolomkoppen van het sjabloon.", en: "Use the headings of the template.")),
    ]
}
