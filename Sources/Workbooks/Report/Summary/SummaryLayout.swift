import Assessments
import Rules

/// Where everything stands on *Samenvatting*, settled before anything is written, as the figures refer to each other.
///
/// What a reader needs in ten seconds comes first and fits a screen of 1366 by 768: each contract, whose turn it is, what to celebrate, what to
/// talk about. Scores, figures and the chart follow below.
struct SummaryLayout {
    /// A row of the table of contracts: a goal of a contract, or a contract without goals.
    struct Line: Equatable {
        /// The contract's position in the summary.
        let contract: Int
        /// The goal's position; nil for a contract without goals.
        let goal: Int?
    }

    /// The columns of the table of contracts; the other tables on the sheet share their widths.
    enum Column: CaseIterable {
        case contract, title, agreed, earlier, realised, inConsultation, toDo, share, elapsed, standing, cause, due,
            topics
    }

    /// The columns that are there, from left to right.
    let columns: [Column]
    /// The rows of the table of contracts, a goal a row.
    let lines: [Line]
    /// How many contracts are on the sheet; those beyond are counted below the table.
    let contractCount: Int
    /// How many topics are on the sheet.
    let topicCount: Int
    /// The width of a column with amounts, in characters: the largest fits.
    private let amountWidth: Double

    /// How many contracts the sheet shows.
    static let mostContracts = 100
    /// The rows about commitments: the State, the supplier, together, and all.
    static let ownerRows = 4

    init(_ summary: SubmissionSummary, topicCount: Int) {
        columns = Column.allCases.filter { column in
            switch column {
            case .earlier: summary.hasHistory
            case .inConsultation: summary.contracts.contains { $0.totals.inConsultation != .zero }
            default: true
            }
        }
        contractCount = min(Self.mostContracts, summary.contracts.count)
        lines = summary.contracts.prefix(contractCount).enumerated().flatMap { position, contract in
            contract.goals.isEmpty
                ? [Line(contract: position, goal: nil)]
                : contract.goals.indices.map { Line(contract: position, goal: $0) }
        }
        self.topicCount = topicCount
        let euros = summary.contracts.flatMap(\.goals).filter { $0.measure == .euros }
        let largest = euros.flatMap { [$0.agreed, $0.realised] }.compactMap { $0?.double }.max() ?? 0
        let digits = String(Int64(max(0, min(9e15, largest)))).count
        amountWidth = max(12, Double(digits + (digits - 1) / 3 + 4))
    }

    /// The width in characters: together they fill a screen of 1366 pixels, and a page. What amounts leave goes to the words.
    func width(_ column: Column) -> Double {
        let isCrowded = columns.count > Column.allCases.count - 2
        return switch column {
        // The name of the status and the kinds of topics stand here too: `Voorstel status`, in bold.
        case .contract: isCrowded ? 15.5 : 17
        case .title: isCrowded ? 12.5 : 21
        // The figure of a score stands here too: `12 gesprekken`, in bold.
        case .agreed: max(isCrowded ? 15 : 16, amountWidth)
        case .realised, .inConsultation, .toDo: amountWidth
        case .earlier: max(17, amountWidth)
        case .share, .elapsed: 8.5
        case .standing: isCrowded ? 17 : 19
        case .cause: causeWidth
        // A day with the sign of a late one before it.
        case .due: 13
        case .topics: isCrowded ? 12 : 13
        }
    }

    /// The height of a row that only keeps two parts apart, in points: what one needs at a glance has to fit a screen.
    static let gap = 7.0

    /// Whether a page holds all columns at four fifths of their size: letters of 8 points.
    var fitsPage: Bool {
        columns.lazy.reduce(0) { $0 + SheetFrame.pixels(width($1)) } <= SheetFrame.printedPixels
    }

    /// What the other columns leave of a page, within what words need.
    private var causeWidth: Double {
        let others = columns.lazy.filter { $0 != .cause }.reduce(0) { $0 + SheetFrame.pixels(width($1)) }
        return min(28, max(16, ((SheetFrame.printedPixels - others - 5) / 8).rounded(.down)))
    }

    // The parts of the sheet from the top down, each as its first row.
    let titleRow = 0, subtitleRow = 1, statusRow = 2, contractSection = 3
    var contractHeading: Int { contractSection + 1 }
    func row(ofLine line: Int) -> Int { contractHeading + 1 + line }
    var contractsEnd: Int { row(ofLine: max(1, lines.count)) }
    var commitmentSection: Int { contractsEnd + 1 }
    var commitmentHeading: Int { commitmentSection + 1 }
    func row(ofOwner position: Int) -> Int { commitmentHeading + 1 + position }
    var topicSection: Int { row(ofOwner: Self.ownerRows) + 1 }
    var topicHeading: Int { topicSection + 1 }
    func row(ofTopic topic: Int) -> Int { topicHeading + 1 + topic }
    var scoreSection: Int { row(ofTopic: max(1, topicCount)) + 1 }
    var firstScore: Int { scoreSection + 1 }
    var notTestedRow: Int { firstScore + 3 }
    var figureSection: Int { notTestedRow + 2 }
    var figureHeading: Int { figureSection + 1 }
    func row(ofContract contract: Int) -> Int { figureHeading + 1 + contract }
    var totalRow: Int { row(ofContract: contractCount) }
    var permanentRow: Int { totalRow + 1 }
    var chartRow: Int { permanentRow + 2 }

    /// The position of a column; that of the column before it where it is not there.
    func position(_ column: Column) -> Int { columns.firstIndex(of: column) ?? position(.agreed) }

    /// The columns of the figures of this period, above the chart.
    enum FigureColumn: Int, CaseIterable {
        case contract, start, end, persons, averageFTE, lastDayFTE, activities, hours, purchases
    }

    /// The position of a column of those figures: from the left, where the wide columns take the contract and the large numbers.
    func position(_ column: FigureColumn) -> Int { column.rawValue }

    /// The columns of commitments that are open, late and met. Before them stands whose they are, and what is open.
    var openColumn: Int { metColumn - 2 }
    var lateColumn: Int { metColumn - 1 }
    var metColumn: Int { position(.share) }
    /// The first column of what there is to celebrate, beside the commitments.
    var praiseColumn: Int { metColumn + 1 }

    /// The last column.
    var last: Int { columns.count - 1 }
}
