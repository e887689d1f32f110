import Assessments

/// Where everything stands on *Samenvatting*, settled before anything is written, as the figures refer to each other.
struct SummaryLayout {
    /// A row of the table of contracts: a goal of a contract, or a contract without goals.
    struct Line {
        /// The contract's position in the summary.
        let contract: Int
        /// The goal's position; nil for a contract without goals.
        let goal: Int?
    }

    /// The columns of the table of contracts; the other tables on the sheet share their widths.
    enum Column: CaseIterable {
        case contract, title, regime, agreed, earlier, realised, inConsultation, toDo, share, elapsed, standing, due,
            topics, link

        /// The width in characters.
        var width: Double {
            switch self {
            case .contract: 19
            case .title: 33
            case .regime: 21
            case .agreed: 18
            case .realised, .inConsultation, .toDo, .earlier: 15
            case .share, .elapsed: 11
            case .standing: 20
            case .due: 16
            case .topics: 12
            case .link: 12
            }
        }
    }

    /// The columns that are there, from left to right.
    let columns: [Column]
    /// The rows of the table of contracts, a goal a row.
    let lines: [Line]
    /// How many contracts are on the sheet; those beyond are counted below the table.
    let contractCount: Int
    /// How many topics are on the sheet.
    let topicCount: Int

    /// How many contracts the sheet shows.
    static let mostContracts = 100
    /// Up to this number of goals the sheet is one printed page.
    static let mostLinesOnOnePage = 12

    init(_ summary: SubmissionSummary) {
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
        topicCount = min(summary.topics.count, max(5, 10 - lines.count / 2))
    }

    // The parts of the sheet from the top down, each as its first row.
    let titleRow = 0, subtitleRow = 1, statusRow = 2, scoreSection = 4, firstScore = 5
    var notTestedRow: Int { firstScore + 3 }
    var contractSection: Int { notTestedRow + 2 }
    var contractHeading: Int { contractSection + 1 }
    func row(ofLine line: Int) -> Int { contractHeading + 1 + line }
    var contractsEnd: Int { row(ofLine: max(1, lines.count)) }
    var topicSection: Int { contractsEnd + 1 }
    var topicHeading: Int { topicSection + 1 }
    func row(ofTopic topic: Int) -> Int { topicHeading + 1 + topic }
    var figureSection: Int { row(ofTopic: max(1, topicCount)) + 1 }
    var figureHeading: Int { figureSection + 1 }
    func row(ofContract contract: Int) -> Int { figureHeading + 1 + contract }
    var totalRow: Int { row(ofContract: contractCount) }
    var permanentRow: Int { totalRow + 1 }

    /// The position of a column; that of the column before it where it is not there.
    func position(_ column: Column) -> Int { columns.firstIndex(of: column) ?? position(.agreed) }

    /// The columns of the figures of this period, beside the chart.
    enum FigureColumn: Int, CaseIterable {
        case contract, start, end, persons, averageFTE, lastDayFTE, hours, purchases, activities
    }

    /// The position of a column of those figures.
    func position(_ column: FigureColumn) -> Int { position(.agreed) + column.rawValue }

    /// The last column.
    var last: Int { columns.count - 1 }
}
