import Assessments
import Rules
import SocialReturnModel
import Valuations

/// The report being written: what every sheet of it works with.
final class Report: Bilingual, Sendable {
    /// The submission, judged.
    let assessment: Assessment
    /// The language of headings and sentences.
    let language: Language
    /// The workbook.
    let writer: WorkbookWriter
    /// Where everything ends up.
    let index: SheetIndex
    /// The tables of which no row counts.
    let tablesSetAside: [TableID: TableSetAside]

    init(assessment: Assessment, language: Language, writer: WorkbookWriter, index: SheetIndex) {
        self.assessment = assessment
        self.language = language
        self.writer = writer
        self.index = index
        tablesSetAside = Dictionary(
            assessment.tablesSetAside.map { ($0.table, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the rules saw.
    var context: RuleContext { assessment.context }

    /// The valuation of the placement at `index` of its table; nil where it was set aside or could not be valued.
    func valuation(_ index: Int) -> PlacementValuation? {
        context.valuations.indices.contains(index) ? context.valuations[index] : nil
    }

    /// What the placement at `index` brings to the full-time equivalents; nil where that is not known.
    func presence(_ index: Int) -> Presence? {
        assessment.realisation.presences[index]
    }

    /// The file as it may be shown, of a table of the submission or of the register.
    func fileName(of table: TableID) -> String {
        context.source(of: table)?.shownFile[language] ?? AllTables.facts(table).fileName
    }

    /// The words for a finding.
    func describe(_ finding: Finding) -> ShownFinding { assessment.describe(finding, language, for: .client) }

    /// What rules are called, more than one.
    var rulesWord: String { language == .dutch ? "regels" : "rules" }

    /// The text behind a symbol; empty for none.
    func text(_ symbol: Symbol?) -> String { symbol.map { assessment.submission.symbols[$0] } ?? "" }
}
