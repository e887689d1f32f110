import Intake
import Parameters
import Rules
import SocialReturnModel
import Valuations

/// Everything that the ministry's workbook shows, as values: a function of the digests, the register and the scope.
public struct Overview: Sendable {
    /// What it is about.
    public let scope: Scope
    /// The day on which it is made up: SOURCE_DATE_EPOCH, else the last day on which a report was prepared.
    public let day: Day
    /// How exactly it tells of people.
    public let precision: Precision
    /// The limits that hold on ``day``.
    let parameters: RuleParameters
    /// The digests, in order; the lines refer to them by position.
    public internal(set) var digests: [SubmissionAggregate]
    /// Which reports count.
    public let superseding: VersionResolution
    /// The results that could not be used.
    public let leftOut: [SkippedResult]
    /// Whether there is a register.
    public let hasRegister: Bool
    /// What is wrong with the register itself.
    let registerIssues: [RegisterIssue]
    /// The names of organisations by KvK number, as the register has them, else as the first report does.
    public let names: [KvKNumber: String]

    /// The contracts, by category and number.
    public internal(set) var contracts: [ContractLine] = []
    /// The placements by contract, period and target group.
    public internal(set) var placements: [PlacementLine] = []
    /// The purchases by contract, period and partner.
    public internal(set) var purchases: [PurchaseLine] = []
    /// All contracts together.
    public internal(set) var total = AggregateLine(
        key: "", name: "", contracts: [], inConsultation: .zero, figures: Figures())
    /// The contracts by client.
    public internal(set) var clients: [AggregateLine] = []
    /// The contracts by category.
    public internal(set) var categories: [AggregateLine] = []
    /// The contracts by supplier.
    public internal(set) var suppliers: [AggregateLine] = []
    /// The placements by target group.
    public internal(set) var groups: [SliceLine] = []
    /// The placements by kind.
    public internal(set) var kinds: [SliceLine] = []
    /// The placements by period.
    public internal(set) var periods: [SliceLine] = []
    /// What each contract came to in each period, by contract and period.
    public internal(set) var periodLines: [PeriodLine] = []
    /// Periods beside each other: those who reported every period first.
    public internal(set) var comparisons: [ComparisonLine] = []
    /// The commitments, by contract.
    public internal(set) var commitments: [CommitmentLine] = []
    /// The obstacles by category and kind.
    public internal(set) var obstacles: [ObstacleLine] = []
    /// The good examples.
    public internal(set) var examples: [ExampleLine] = []
    /// What was answered to requests for help.
    let helpAnswers: HelpAnswers
    /// By what notices of learning places are compared.
    public let places: PlaceComparison
    /// The offers of learning places that fit a demand, the best first; then the wishes that are met in two steps, and what fits nothing.
    public internal(set) var matches: [MatchLine] = []
    /// The notices of learning places that still hold.
    var notices: [LearningPlaceNotice] = []
    /// What may be told of each notice that fits another, before both have agreed to meet.
    public internal(set) var introductions: [LearningPlaceNotice: Text] = [:]
    /// The labour market regions with something to tell.
    public internal(set) var regions: [RegionLine] = []
    /// How many more there are than ``mostMatches``.
    public internal(set) var matchesLeftOut = 0
    /// What only shows when reports are laid beside each other.
    public internal(set) var crossFindings: [CrossFinding] = []
    /// The findings of all reports that count, by rule.
    public internal(set) var ruleLines: [RuleCountLine] = []
    /// How numbers of people are shown, by what they are about: a part of the overview shows them likewise.
    var settledFigures: [String: Int] = [:]
    /// What is told besides: how far people have come, whose turn it is, what is learned.
    public internal(set) var picture = Picture()
    /// The valuation tables that are laid beside each other.
    public internal(set) var comparedTables: [ValuationTable] = []
    /// The same efforts under each of ``comparedTables``.
    public internal(set) var tableLines: [TablesLine] = []
    /// The results, and what became of them.
    public internal(set) var results: [ResultLine] = []

    /// How many matches are shown.
    public static let mostMatches = 20_000

    /// The overview of `consolidation`.
    ///
    /// - Parameters:
    ///   - consolidation: what was reported.
    ///   - register: the register by which the digests were valued.
    ///   - tables: the valuation tables.
    ///   - scope: what it is about.
    ///   - clock: the day of SOURCE_DATE_EPOCH, when it is set.
    ///   - precision: how exactly it tells of people.
    public init(
        of consolidation: Consolidation, register: ContractRegister?, tables: ValuationTables, scope: Scope = .all,
        clock: Day? = nil, precision: Precision = .rounded
    ) {
        let book = ContractBook(register, tables)
        self.init(
            OverviewInput(
                digests: consolidation.sorted, leftOut: consolidation.sortedLeftOut, book: book, register: register,
                tables: tables, clock: clock), scope: scope, precision)
    }

    init(_ input: OverviewInput, scope: Scope, _ precision: Precision, as others: [String: Int] = [:]) {
        self.precision = precision
        self.scope = scope
        digests = input.digests
        superseding = input.superseding
        leftOut = input.leftOut
        hasRegister = input.hasRegister
        registerIssues = input.registerIssues
        day = input.day
        parameters = input.parameters
        names = input.names
        places = input.places
        helpAnswers = input.helpAnswers
        let reported = ReportedContract.all(
            digests, inEffect: superseding.inEffect, input.book, scope, day)
        addRows(reported)
        addAggregates(reported)
        addPeriods(reported)
        addTexts(reported)
        addNotices(reported)
        addRegions(reported)
        addTables(reported, input.comparedTables)
        addPicture(reported, input.response(scope))
        addFindings(reported, isWhole: scope == .all)
        if precision == .rounded { roundFigures(as: others) }
        // Of what is shown already: the same figure is the same number wherever it stands.
        addComparisons()
    }

    /// The parts of `division`, each with its overview. Contracts without one belong to a part of their own.
    public static func parts(
        of consolidation: Consolidation, register: ContractRegister?, tables: ValuationTables, by division: Division,
        clock: Day? = nil, precision: Precision = .rounded, _ body: (Overview) throws -> Void
    ) rethrows {
        let input = OverviewInput(
            digests: consolidation.sorted, leftOut: consolidation.sortedLeftOut,
            book: ContractBook(register, tables), register: register, tables: tables, clock: clock)
        let whole = Overview(input, scope: .all, precision)
        var scopes: [Scope] = []
        var seen: Set<Scope> = []
        for contract in whole.contracts {
            let scope = division.scope(of: contract.facts)
            if seen.insert(scope).inserted { scopes.append(scope) }
        }
        for scope in scopes {
            try body(Overview(input, scope: scope, precision, as: whole.settledFigures))
        }
    }
}

/// What overviews of several scopes have in common.
struct OverviewInput {
    let digests: [SubmissionAggregate]
    let leftOut: [SkippedResult]
    let book: ContractBook
    let superseding: VersionResolution
    let hasRegister: Bool
    let registerIssues: [RegisterIssue]
    let day: Day
    let parameters: RuleParameters
    let names: [KvKNumber: String]
    let comparedTables: [ValuationTable]
    let places: PlaceComparison
    let helpAnswers: HelpAnswers
    /// What is expected of all contracts, and what came in: made once, as it takes all reports, however many parts there are.
    private let response: ReportingResponse?

    /// What is expected of the contracts of `scope`, and what came in; nil without a register.
    func response(_ scope: Scope) -> ReportingResponse? {
        scope == .all
            ? response : response?.about(Set(book.all.filter(scope.contains).map { $0.id.lowercased() }))
    }

    /// Without any date of its own an overview is dated on a day that nobody takes for real: 1 January 2000.
    private static let dayWithoutClock = Day(daysSince1970: 10_957)

    init(
        digests: [SubmissionAggregate], leftOut: [SkippedResult], book: ContractBook, register: ContractRegister?,
        tables: ValuationTables, clock: Day?
    ) {
        self.digests = digests
        self.leftOut = leftOut
        self.book = book
        superseding = VersionResolution(digests)
        hasRegister = register != nil
        comparedTables = register == nil ? [] : tables.besideEachOther
        registerIssues = register.map { RegisterIssue.all(in: $0, tables) } ?? []
        let day =
            clock ?? digests.compactMap(\.preparedOn).max() ?? digests.compactMap { $0.period?.end }.max()
            ?? Self.dayWithoutClock
        self.day = day
        response = register.map {
            ReportingResponse(register: $0, reports: digests.map(ReportFacts.init), on: day)
        }
        parameters = RuleParameters(register: register, on: day)
        helpAnswers = register?.answersToHelp ?? HelpAnswers()
        places = PlaceComparison(register: register, leastDays: parameters.daysOfOverlap)
        var names = book.names
        for digest in digests {
            if let kvk = digest.supplier, names[kvk] == nil, !digest.supplierName.isEmpty {
                names[kvk] = digest.supplierName
            }
        }
        self.names = names
    }
}
