import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let regions = MinistrySheet(
        "Regio", at: 100,
        meaning: Text(
            nl: "Mensen, kansen, plekken en wensen per arbeidsmarktregio.",
            en: "People, chances, places and wishes by labour market region."),
        count: { $0.regions.count }
    ) { _ in .regions }
}

extension SheetDefinition<MinistryLine> {
    /// *Regio*: people, chances, places and wishes by labour market region.
    static var regions: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.regions.name, title: Text(nl: "Regio", en: "Region"),
            explanation: Text(
                nl:
                    "Per arbeidsmarktregio: wie er werkt of leert, naar de postcode van het werk. Ook wat afloopt, en welke plekken er zijn of worden gezocht.",
                en:
                    "For each labour market region: who works or learns there, by the postcode of the work. Also what ends, and which places there are or are looked for."
            ),
            frozenColumns: 1,
            closing: Text(
                nl:
                    "De 35 regio's en hun nummers: Besluit werkgebieden UWV 2015, bijlage 3 (openbare kopie, zekerheid B). Postcodes: alleen hoofdplaatsen, niet nagezocht; de hele lijst kan in regios.csv van het register.",
                en:
                    "The 35 regions and their numbers: Besluit werkgebieden UWV 2015, annex 3 (public copy, certainty B). Postcodes: main places only, not verified; the full list can be put in regios.csv of the register."
            ),
            columns: [
                SheetColumn(Text(nl: "Regio", en: "Region"), key: "regio", width: 28...36, .wrapped) { line, language in
                    let name = line.region.name
                    if name.isEmpty {
                        return .text(Text(nl: "(geen postcode ingevuld)", en: "(no postcode given)")[language], .muted)
                    }
                    guard name == RegionLine.notListed else { return .text(name) }
                    return .text(Text(nl: "(niet in de lijst)", en: "(not in the list)")[language], .muted)
                },
                SheetColumn(Text(nl: "Nummer", en: "Number"), key: "nummer", width: 9...11, .integer) { line, _ in
                    .integer(line.region.number)
                },
                SheetColumn(Text(nl: "Personen", en: "Persons"), key: "personen", width: 11...13, .integer) { line, _ in
                    .integer(line.region.persons)
                },
                SheetColumn(
                    Text(nl: "Kansen op vast werk", en: "Chances of permanent work"), key: "kansen", width: 13...16,
                    .integer
                ) { line, _ in
                    line.ministry.showsStages
                        ? .integer(line.region.chances)
                        : .text(line.ministry.words("te weinig", "too few"), .muted)
                },
                SheetColumn(
                    Text(nl: "Plekken vrij", en: "Places offered"), key: "plekken_vrij", width: 11...14, .integer
                ) {
                    line, _ in
                    .integer(line.region.offered)
                },
                SheetColumn(Text(nl: "Wensen", en: "Wishes"), key: "wensen", width: 10...13, .integer) { line, _ in
                    .integer(line.region.wanted)
                },
                SheetColumn(Text(nl: "Waar te beginnen", en: "Where to begin"), key: "begin", width: 34...44, .wrapped)
                {
                    line, language in
                    .text(line.advice(language))
                },
                SheetColumn(Text(nl: "Buurregio's", en: "Neighbours"), key: "buren", width: 34...50, .wrapped) {
                    line, _ in
                    .text(line.region.neighbours.joined(separator: ", "))
                },
            ])
    }
}

extension MinistryLine {
    fileprivate var region: RegionLine { overview.regions[index] }

    /// What the line asks for, in a few words.
    fileprivate func advice(_ language: Language) -> String? {
        func text(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[language] }
        let (places, wishes) = (region.offered, region.wanted)
        var parts: [String] = []
        if places > 0, wishes > 0 {
            parts.append(text("Breng plekken en wensen bij elkaar.", "Bring places and wishes together."))
        }
        if places == 0, wishes > 0 {
            parts.append(text("Zoek plekken, ook bij de buren.", "Look for places, also next door."))
        }
        if places > 0, wishes == 0 {
            parts.append(text("Bied de plekken aan, ook bij de buren.", "Offer the places, also next door."))
        }
        if region.chances > 0, ministry.showsStages {
            parts.append(text("Praat over vast werk.", "Talk about permanent work."))
        }
        return parts.joined(separator: " ")
    }
}
