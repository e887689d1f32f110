import SocialReturnModel

/// What is on the sheets.
extension ReadingGuide {
    /// What is on a sheet, in one sentence.
    func meaning(of sheet: ReportSheet) -> Text {
        switch sheet {
        case .readingGuide: Text(nl: "Dit blad.", en: "This sheet.")
        case .summary:
            Text(
                nl: "Het hele beeld op één pagina: afgesproken, gerealiseerd, nog te doen.",
                en: "The whole picture on one page: agreed, realised, still to do.")
        case .conversation:
            Text(
                nl:
                    "Eén pagina voor aan tafel: wat goed ging, wat in de weg zit en wie aan zet is, met ruimte voor afspraken.",
                en:
                    "One page for at the table: what went well, what is in the way and whose turn it is, with room for agreements."
            )
        case .moreTopics:
            Text(
                nl: "Wat niet op Gesprek paste, ook met ruimte voor afspraken.",
                en: "What did not fit on Gesprek, with room for agreements as well.")
        case .control:
            Text(
                nl: "Voor wie controleert: wat er mis is met bestanden en cellen, en wat niet is getoetst.",
                en: "For whoever checks: what is wrong with files and cells, and what was not tested.")
        case .registerGaps:
            Text(
                nl: "Voor wie het contractregister bijhoudt: wat daarin ontbreekt of vraagt om een blik.",
                en: "For whoever keeps the contract register: what it lacks, and what needs a look.")
        case .findings:
            Text(
                nl: "Alles wat opviel, met een link naar de rij.",
                en: "Everything that stood out, with a link to the row.")
        case .placements:
            Text(
                nl: "De mensen die werken of leren, één rij per inzet.",
                en: "The people who work or learn, one row each.")
        case .valuation:
            Text(
                nl: "De berekening per inzet, naast de opgave van de leverancier.",
                en: "The calculation for each placement, beside what the supplier reported.")
        case .purchases:
            Text(
                nl: "Facturen van sociale ondernemingen en SW-bedrijven.",
                en: "Invoices of social enterprises and SW companies.")
        case .activities:
            Text(
                nl: "Gastlessen, coaching en andere activiteiten.",
                en: "Guest lessons, coaching and other activities.")
        case .evidence:
            Text(
                nl: "Welk bewijs er is. De stukken zelf blijven bij de leverancier.",
                en: "Which evidence there is. The documents stay with the supplier.")
        case .conversations:
            Text(
                nl: "Gesprekken tussen Rijk en leverancier.",
                en: "Conversations between State and supplier.")
        case .commitments:
            Text(
                nl: "Wat samen is afgesproken, en hoe ver het is.",
                en: "What was agreed together, and how far it is.")
        case .obstacles:
            Text(
                nl: "Wat in de weg staat, en welke hulp wordt gevraagd.",
                en: "What is in the way, and which help is asked.")
        case .lessons: Text(nl: "Wat is geprobeerd en geleerd.", en: "What was tried and learned.")
        case .examples: Text(nl: "Verhalen waar anderen iets aan hebben.", en: "Stories that are useful to others.")
        case .learningPlaces:
            Text(
                nl: "Leerplekken die worden aangeboden of gezocht.",
                en: "Learning places offered or looked for.")
        case .elsewhere:
            Text(
                nl: "Wat dezelfde inzet waard is volgens andere gemeenten. Om van te leren; het telt nergens in mee.",
                en: "What the same efforts are worth by other municipalities. To learn from; it counts in nothing.")
        case .elsewhereRows:
            Text(nl: "Hetzelfde, per rij.", en: "The same, by row.")
        case .setAside:
            Text(
                nl: "Rijen die niet meetellen, zoals ze zijn ingeleverd.",
                en: "Rows that do not count, as they were handed in.")
        case .rules: Text(nl: "Alle regels, met uitkomst en bron.", en: "All rules, with outcome and source.")
        case .settings:
            Text(
                nl: "Waarmee is gerekend, en waar dat vandaan komt.",
                en: "What was calculated with, and where it comes from.")
        case .provenance:
            Text(
                nl: "Uit welke bestanden de cijfers komen, en hoe ze zijn gelezen.",
                en: "Which files the figures come from, and how they were read.")
        }
    }
}
