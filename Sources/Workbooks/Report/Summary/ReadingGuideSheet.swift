import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

extension ReportSheet {
    static let readingGuide = ReportSheet(page: "Leeswijzer", at: 10, meaning: nil) { contents in
        var sheet = try ReadingGuideSheet(contents)
        try sheet.write()
        return nil
    }
}

/// *Leeswijzer*: what stands where, what colours and symbols mean, and what the figures do and do not say.
struct ReadingGuideSheet {
    private let contents: ReportContents
    private let guide: ReadingGuide
    private var page: GuidePage

    init(_ contents: ReportContents) throws {
        self.contents = contents
        guide = ReadingGuide(contents.summary)
        page = try GuidePage(
            ReportSheet.readingGuide.name, subtitle: contents.report.assessment.footerText, contents.report.writer)
    }

    /// Writes the sheet.
    mutating func write() throws {
        let language = contents.report.language
        try page.begin(
            page.page.words("De bladen", "The sheets"),
            (Text(nl: "Blad", en: "Sheet"), Text(nl: "Wat erop staat", en: "What is on it")))
        for sheet in ReportSheet.all where sheet.isThere(contents) {
            guard let meaning = sheet.meaning else { continue }
            try page.add(sheet.name, meaning[language], target: LinkTarget(sheet: sheet.name))
        }
        for section in guide.sections {
            try page.begin(section.title[language], section.headings)
            for entry in section.entries {
                try page.add(entry.name[language], entry.meaning[language], look: entry.look)
            }
        }
        try page.finish()
    }
}
