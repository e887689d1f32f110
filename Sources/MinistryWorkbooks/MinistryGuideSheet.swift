import Assessments
import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let readingGuide = MinistrySheet(page: "Leeswijzer", at: 10, meaning: nil) { ministry, writer in
        var sheet = try MinistryGuideSheet(ministry, writer)
        try sheet.write()
        return nil
    }
}

/// *Leeswijzer* of the ministry's workbook: what stands where, what the figures say, and what is not shown.
struct MinistryGuideSheet {
    private let ministry: Ministry
    private var guide: GuidePage

    init(_ ministry: Ministry, _ writer: WorkbookWriter) throws {
        self.ministry = ministry
        guide = try GuidePage(MinistrySheet.readingGuide.name, subtitle: writer.footerText, writer)
    }

    /// Writes the sheet.
    mutating func write() throws {
        let (page, language) = (guide.page, ministry.language)
        try guide.begin(
            page.words("De bladen", "The sheets"),
            (Text(nl: "Blad", en: "Sheet"), Text(nl: "Wat erop staat", en: "What is on it")))
        for sheet in MinistrySheet.all {
            guard let meaning = sheet.meaning else { continue }
            try guide.add(sheet.name, meaning[language], target: LinkTarget(sheet: sheet.name))
        }
        try guide.begin(
            page.words("Wat de cijfers zeggen", "What the figures say"),
            (Text(nl: "Cijfer", en: "Figure"), Text(nl: "Betekenis", en: "Meaning")))
        for entry in MinistryGuide.figures(ministry.overview) {
            try guide.add(entry.name[language], entry.meaning[language])
        }
        try guide.begin(
            page.words("Hoe een contract staat", "How a contract stands"),
            (Text(nl: "Woord", en: "Word"), Text(nl: "Betekenis", en: "Meaning")))
        // Rows that were set aside, or do not count, are a matter of one submission: here a contract has a report that counts, or none.
        for standing in Standing.allCases where ![.setAside, .nothingCounts].contains(standing) {
            let mark = Mark(standing)
            let meaning =
                switch standing {
                case .nothingReported:
                    Text(
                        nl: "Geen rapportage die meetelt, noemt bij dit contract iets dat telt.",
                        en: "No report that counts names anything under this contract that does.")
                case .notCountable:
                    Text(
                        nl: "De afspraak is in een eenheid waarin het gemelde niet te tellen is.",
                        en: "What was agreed is in a unit that what was reported cannot be counted in.")
                default: standing.meaning
                }
            try guide.add(mark.text[language], meaning[language], look: mark.look)
        }
        for (mark, meaning) in [
            (
                Mark.reportRejected,
                Text(
                    nl: "Er kwam een rapportage, maar die is niet te gebruiken. Respons zegt over welke periode.",
                    en: "A report came in, and cannot be used. Respons says on which period.")
            ),
            (
                Mark.begun,
                Text(
                    nl:
                        "Er is iets bereikt. Een ander woord zou verraden hoe weinig mensen het zijn, of botsen met de afgeronde cijfers.",
                    en:
                        "Something was reached. Another word would tell how few people it is, or contradict the rounded figures."
                )
            ),
        ] {
            try guide.add(mark.text[language], meaning[language], look: mark.look)
        }
        try guide.finish()
    }
}
