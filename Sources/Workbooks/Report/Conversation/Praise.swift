import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// Something that went well: an outcome, a lesson, a story.
struct Praise {
    /// What kind of good news it is.
    let mark: Mark
    /// What it is about, on one line: a link of several lines reads as several links.
    let subject: String
    /// In the words of the supplier, a line each.
    private(set) var words: [String]
    /// The row it comes from. The subject is the supplier's, and no text of a supplier stands in a formula: a link goes to the headings.
    let target: LinkTarget?

    /// How many rows of the page it takes.
    var height: Int { max(1, words.count) }

    /// How many things a conversation begins with; the sheets of their own have all.
    static let most = 4
    /// How wide its two texts are on the page, in characters, and of how many lines the second is.
    private static let subjectWidth = 56, wordsWidth = 96, mostLines = 2

    private init(_ kind: Text, _ subject: String, _ words: String, _ target: LinkTarget?) {
        mark = .praise(kind)
        self.subject = WrappedText.cut(SupplierQuotes.onOneLine(subject), Self.subjectWidth)
        self.words = WrappedText.pieces(words, width: Self.wordsWidth, most: Self.mostLines)
        self.target = target
    }

    /// The same on at most `lines` lines together, where each has one: the last is shortened first. Its own sheet has the whole of it.
    static func fitting(_ praise: [Praise], lines: Int) -> [Praise] {
        var (fitting, height) = (praise, praise.reduce(0) { $0 + $1.height })
        for position in praise.indices.reversed() where height > lines && praise[position].height > 1 {
            height -= praise[position].height - 1
            fitting[position].words = [WrappedText.cut(praise[position].words.joined(separator: " "), Self.wordsWidth)]
        }
        return fitting
    }

    /// What went well in a submission: of each kind the first, then of each the second, at most ``most``.
    static func all(_ report: Report, _ summary: SubmissionSummary) -> [Praise] {
        let kinds = [outcomes(report, summary), met(report), lessons(report), stories(report)]
        var chosen: [(kind: Int, praise: Praise)] = []
        for turn in 0..<most {
            for (kind, all) in kinds.enumerated() where all.indices.contains(turn) && chosen.count < most {
                chosen.append((kind, all[turn]))
            }
        }
        return chosen.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(
            \.element.praise)
    }

    private static func outcomes(_ report: Report, _ summary: SubmissionSummary) -> [Praise] {
        guard summary.totals.permanentWork.became > 0 else { return [] }
        let words = PermanentWorkWords(summary.totals, report.language)
        return [
            Praise(
                Text(nl: "Vast werk", en: "Permanent work"), words.became, words.rest.joined(separator: "; "),
                report.index.extents[.placements]?.top)
        ]
    }

    private static func met(_ report: Report) -> [Praise] {
        guard let table = report.assessment.submission.commitments else { return [] }
        return table.acceptedIndices.filter { table.rows[$0].status == .met }.prefix(most).map { index in
            let text = table.source.text(table.rows[index].explanation)
            return Praise(
                Text(nl: "Gehaald", en: "Achieved"), table.source.text(table.rows[index].goal),
                text.isEmpty ? "" : SupplierQuotes.quoted(text), report.index.target(of: table.place(index)))
        }
    }

    private static func lessons(_ report: Report) -> [Praise] {
        guard let table = report.assessment.submission.lessons else { return [] }
        return table.acceptedIndices.prefix(most).map { index in
            let row = table.rows[index]
            let (learned, next) = (table.source.text(row.learned), table.source.text(row.nextStep))
            // A quotation that is no sentence gets the full stop that separates it from what follows.
            let stop = learned.isEmpty ? "" : learned.last.map { ".?!…".contains($0) } == true ? " " : ". "
            let words =
                (learned.isEmpty ? "" : SupplierQuotes.quoted(learned))
                + (next.isEmpty
                    ? "" : stop + report.words("Volgende stap: ", "Next step: ") + SupplierQuotes.quoted(next))
            return Praise(
                Text(nl: "Geleerd", en: "Learned"), table.source.text(row.tried), words,
                report.index.target(of: table.place(index)))
        }
    }

    private static func stories(_ report: Report) -> [Praise] {
        guard let table = report.assessment.submission.examples else { return [] }
        return table.acceptedIndices.prefix(most).map { index in
            let row = table.rows[index]
            let sharing =
                row.shareable.map { report.words(" · delen: ", " · sharing: ") + $0.name[report.language].lowercased() }
                ?? ""
            return Praise(
                Text(nl: "Verhaal", en: "Story"), table.source.text(row.title),
                SupplierQuotes.quoted(table.source.text(row.story)) + sharing,
                report.index.target(of: table.place(index)))
        }
    }
}

/// Who came into permanent work, and whether they stayed: the form of a contract and an outcome are two facts.
struct PermanentWorkWords {
    /// How many came into permanent work in the period, in words.
    let became: String
    /// What there is to know besides: how many placements are open-ended, and who stayed.
    let rest: [String]

    /// The words for `totals`; they say so where there is nothing to tell.
    init(_ totals: PeriodTotals, _ language: Language) {
        let work = totals.permanentWork
        let count = Quantity(work.became).formatted(language)
        became =
            work.became == 1
            ? language.words(
                "1 persoon kreeg in deze periode vast werk", "1 person came into permanent work in this period")
            : language.words(
                "\(count) mensen kregen in deze periode vast werk",
                "\(count) people came into permanent work in this period")
        let open = Quantity(totals.openEndedPlacements).formatted(language)
        var rest = [
            totals.openEndedPlacements == 1
                ? language.words("1 plek is voor onbepaalde tijd", "1 placement is open-ended")
                : language.words("\(open) plekken zijn voor onbepaalde tijd", "\(open) placements are open-ended")
        ]
        for (months, retention) in [(6, work.afterSixMonths), (12, work.afterTwelveMonths)] where retention.known > 0 {
            rest.append(
                language.words(
                    "na \(months) maanden nog aan het werk: \(retention.stayed) van \(retention.known)",
                    "still at work after \(months) months: \(retention.stayed) of \(retention.known)"))
        }
        self.rest = rest
    }

    /// All of it.
    var text: String { ([became] + rest).joined(separator: "; ") }
}
