import Rules
import SocialReturnModel

/// What an audit looks at in a workbook.
///
/// Clauses are those of EN 301 549 V3.2.1 for documents that are no web page (clause 10), which have the numbers of WCAG 2.1 behind a 10. What
/// has none is about whether figures and privacy can be trusted, a choice of this tool.
package enum AuditCheck: String, CaseIterable, Sendable {
    case title = "WBK-01"
    case language = "WBK-02"
    case tables = "WBK-03"
    case headings = "WBK-04"
    case alternatives = "WBK-05"
    case contrast = "WBK-06"
    case merged = "WBK-07"
    case emptyColumns = "WBK-08"
    case emptyRows = "WBK-09"
    case clipped = "WBK-10"
    case links = "WBK-11"
    case firstCell = "WBK-12"
    case uncomputed = "WBK-13"
    case numbersAsText = "WBK-14"
    case errorValues = "WBK-15"
    case hiddenSheets = "WBK-16"
    case externalLinks = "WBK-17"
    case macros = "WBK-18"
    case personalData = "WBK-19"

    /// How much it matters.
    package var severity: Severity {
        switch self {
        case .title, .language, .headings, .alternatives, .contrast, .uncomputed, .errorValues, .externalLinks,
            .personalData:
            .error
        case .tables, .merged, .emptyColumns, .emptyRows, .clipped, .links, .numbersAsText, .macros: .warning
        case .firstCell, .hiddenSheets: .signal
        }
    }

    /// The clause of EN 301 549; nil for a choice of this tool.
    package var clause: String? {
        switch self {
        case .alternatives: "10.1.1.1"
        case .tables, .headings: "10.1.3.1"
        case .merged, .emptyColumns, .emptyRows: "10.1.3.2"
        case .contrast: "10.1.4.3"
        case .clipped: "10.1.4.4"
        case .title: "10.2.4.2"
        case .firstCell: "10.2.4.3"
        case .links: "10.2.4.4"
        case .language: "10.3.1.1"
        case .uncomputed, .numbersAsText, .errorValues, .hiddenSheets, .externalLinks, .macros, .personalData: nil
        }
    }

    /// What was seen.
    package var message: Text {
        switch self {
        case .title: Text(nl: "Het werkboek heeft geen titel.", en: "The workbook has no title.")
        case .language:
            Text(
                nl: "Het werkboek zegt niet in welke taal het is.",
                en: "The workbook does not say in which language it is.")
        case .tables: Text(nl: "Een lijst is geen tabel.", en: "A list is no table.")
        case .headings:
            Text(
                nl: "Een kolom van een tabel heeft geen eigen kop.",
                en: "A column of a table has no heading of its own.")
        case .alternatives: Text(nl: "Een beeld heeft geen tekst.", en: "A picture has no text.")
        case .contrast: Text(nl: "De letters steken te weinig af.", en: "The letters stand out too little.")
        case .merged: Text(nl: "Cellen zijn samengevoegd.", en: "Cells are merged.")
        case .emptyColumns:
            Text(nl: "Tussen de kolommen is er één leeg.", en: "There is an empty column between the others.")
        case .emptyRows: Text(nl: "In een tabel is een rij leeg.", en: "There is an empty row in a table.")
        case .clipped:
            Text(
                nl: "Tekst past niet in de cel en valt deels weg.",
                en: "A text does not fit its cell, and part of it is not shown.")
        case .links: Text(nl: "Een link zegt niet waarheen.", en: "A link does not say where to.")
        case .firstCell: Text(nl: "Het blad begint niet linksboven.", en: "The sheet does not begin at the top left.")
        case .uncomputed: Text(nl: "Een formule heeft geen uitkomst.", en: "A formula has no result.")
        case .numbersAsText:
            Text(nl: "Een getal staat als tekst tussen getallen.", en: "A number stands as text among numbers.")
        case .errorValues: Text(nl: "Een cel toont een foutcode.", en: "A cell shows an error code.")
        case .hiddenSheets: Text(nl: "Een blad is verborgen.", en: "A sheet is hidden.")
        case .externalLinks:
            Text(
                nl: "Het werkboek haalt waarden uit een ander bestand.",
                en: "The workbook takes values from another file.")
        case .macros: Text(nl: "In het werkboek staan macro's.", en: "There are macros in the workbook.")
        case .personalData:
            Text(nl: "Hier lijken persoonsgegevens te staan.", en: "There seem to be personal data here.")
        }
    }

    /// What to do.
    package var remedy: Text {
        switch self {
        case .title: Text(nl: "Vul de titel in bij Bestand, Info.", en: "Fill in the title under File, Info.")
        case .language:
            Text(
                nl: "Zet de taal bij de eigenschappen van het document (nl-NL).",
                en: "Set the language among the properties of the document (en-GB).")
        case .tables:
            Text(
                nl: "Maak er een tabel van (Invoegen, Tabel): dan leest een schermlezer de koppen voor.",
                en: "Make it a table (Insert, Table), so that a screen reader reads the headings out.")
        case .headings: Text(nl: "Geef elke kolom een eigen kop.", en: "Give each column a heading of its own.")
        case .alternatives:
            Text(
                nl: "Schrijf een alternatieve tekst, of merk het beeld als versiering.",
                en: "Write an alternative text, or mark the picture as decoration.")
        case .contrast:
            Text(
                nl:
                    "Kies donkerder letters of een lichtere achtergrond: minstens 4,5 op 1, en 3 op 1 voor grote letters.",
                en: "Choose darker letters or a lighter background: at least 4.5 to 1, and 3 to 1 for large letters.")
        case .merged:
            Text(
                nl: "Splits de cellen: een schermlezer en sorteren raken erdoor in de war.",
                en: "Split the cells: they confuse a screen reader, and sorting.")
        case .emptyColumns: Text(nl: "Verwijder de lege kolom.", en: "Remove the empty column.")
        case .emptyRows: Text(nl: "Verwijder de lege rij.", en: "Remove the empty row.")
        case .clipped:
            Text(nl: "Maak de kolom breder of laat de tekst teruglopen.", en: "Widen the column, or wrap the text.")
        case .links:
            Text(
                nl: "Schrijf in de cel waar de link heen gaat, in plaats van het adres.",
                en: "Write in the cell where the link leads, instead of the address.")
        case .firstCell:
            Text(
                nl: "Zet de titel in A1 en bewaar het blad met A1 gekozen.",
                en: "Put the title in A1, and save the sheet with A1 chosen.")
        case .uncomputed:
            Text(
                nl: "Open het werkboek in Excel of LibreOffice, laat het rekenen en bewaar het.",
                en: "Open the workbook in Excel or LibreOffice, let it calculate and save it.")
        case .numbersAsText:
            Text(
                nl: "Zet de cel om naar een getal: anders telt zij niet mee in een som.",
                en: "Turn the cell into a number, or it does not count in a sum.")
        case .errorValues: Text(nl: "Herstel de formule of het gegeven.", en: "Correct the formula or the data.")
        case .hiddenSheets:
            Text(
                nl: "Kijk of het blad meegestuurd mag worden, of laat het zien.",
                en: "See whether the sheet may be sent along, or show it.")
        case .externalLinks:
            Text(nl: "Zet de waarden in het werkboek zelf.", en: "Put the values in the workbook itself.")
        case .macros: Text(nl: "Bewaar het als xlsx, zonder macro's.", en: "Save it as xlsx, without macros.")
        case .personalData:
            Text(
                nl: "Haal ze weg voordat u het werkboek deelt. De waarden staan hier niet.",
                en: "Remove them before you share the workbook. The values are not shown here.")
        }
    }
}
