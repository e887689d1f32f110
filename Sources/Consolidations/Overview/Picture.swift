import Intake
import Rules
import SocialReturnModel

/// What *Dashboard*, *Respons*, *Hulp en knelpunten* and *Leren* tell besides figures of contracts.
public struct Picture: Sendable {
    /// How far all participants have come.
    public internal(set) var funnel = Funnel()
    /// The suppliers that reported every period, period by period; nil where fewer than two periods can be compared.
    public internal(set) var trend: Trend?
    /// The commitments by who has to act.
    public internal(set) var turns: [TurnLine] = []
    /// The progress by approach and measure, which is never added up.
    public internal(set) var regimes: [RegimeLine] = []
    /// The obstacles over all categories, those where help is asked first.
    public internal(set) var help: [HelpLine] = []
    /// The lessons.
    public internal(set) var lessons: [LessonLine] = []
    /// What was expected and what came in; nil without a register.
    public internal(set) var response: ReportingResponse?
    /// How many partners something was bought from, and how many of them for the first time in the last period.
    public internal(set) var (partners, newPartners) = (0, 0)
    /// What was bought from them, without VAT.
    public internal(set) var bought = Cents.zero
    /// How many contracts are reserved.
    public internal(set) var reserved = 0
    /// At how many suppliers temporary placements end within three months; nil where that would tell of how many people.
    public internal(set) var endingSuppliers: Int? = 0
    /// The last of those three months.
    public internal(set) var endingUntil: Day?
}

/// How many participants have come how far; who stands under several contracts counts where he came furthest.
public struct Funnel: Sendable {
    /// All of them.
    public internal(set) var all = 0
    /// Those who take part now.
    public internal(set) var present = 0
    /// Those of them with permanent work.
    public internal(set) var permanent = 0
    /// Those of them at work for a time.
    public internal(set) var temporary = 0
    /// Those of them who learn or gain experience.
    public internal(set) var learning = 0
    /// Those who left for education.
    public internal(set) var toStudy = 0
    /// Those who left otherwise, or nobody says how.
    public internal(set) var left = 0
    /// Those with permanent work for three months.
    public internal(set) var stayed = 0
    /// Those whose temporary placement ends within three months.
    public internal(set) var ending = 0
    /// Those who count for the job agreement: a figure of its own.
    public internal(set) var jobAgreement = 0

    /// The figures that are parts of ``all``, and of each other.
    static var counts: [WritableKeyPath<Funnel, Int>] {
        [
            \.all, \.present, \.permanent, \.temporary, \.learning, \.toStudy, \.left, \.stayed, \.ending,
            \.jobAgreement,
        ]
    }
}

/// The same suppliers, period by period.
public struct Trend: Sendable {
    /// One period.
    public struct Point: Sendable {
        /// The period.
        public let period: ReportingPeriod
        /// The figures of their placements in it.
        public internal(set) var figures: Figures
        /// Those with permanent work at its end.
        public internal(set) var permanent: Int
    }

    /// The periods, all of one length.
    public internal(set) var points: [Point]
    /// How many suppliers reported them all.
    public let suppliers: Int
    /// How many suppliers reported at all.
    public let ofSuppliers: Int
}

/// The commitments of one owner.
public struct TurnLine: Sendable {
    /// The code of the owner.
    public let owner: String
    /// How many are met.
    public internal(set) var met = 0
    /// How many are open and in time.
    public internal(set) var open = 0
    /// How many are open past their date.
    public internal(set) var overdue = 0
}

/// Contracts with one approach and one measure.
public struct RegimeLine: Sendable {
    /// How social return is part of them; nil for unknown.
    public let regime: Regime?
    /// What is counted.
    public let measure: Measure
    /// The positions of the contracts.
    public internal(set) var contracts: [Int]
    /// What they agreed on, together.
    public internal(set) var agreed: Amount
    /// What they reached together, of those for which that is known.
    public internal(set) var realised: Amount?
    /// Of how many that is known.
    public internal(set) var known: Int
    /// What counts in euros as soon as the client accepts it: no part of ``realised``.
    public internal(set) var inConsultation = Cents.zero
    /// The part of the terms that has passed, weighed by what was agreed; nil where nobody knows.
    public internal(set) var elapsed: Double?
}

/// Obstacles of one kind, over all categories.
public struct HelpLine: Sendable {
    /// The code of the kind, or what was written.
    public let kind: String
    /// The positions of the contracts, in the order of the overview.
    public internal(set) var contracts: [Int] = []
    /// Those of them that asked for help in their last report.
    public internal(set) var asking: [Int] = []
    /// In how many periods it was named.
    public internal(set) var periods: Set<ReportingPeriod> = []
    /// In the words of the last report that has any.
    public internal(set) var words = ""
    /// How many reports say it.
    public internal(set) var reports = 0
    /// What was answered, the last one first.
    public internal(set) var answers: [HelpAnswers.Answer] = []
    /// Those of ``asking`` that nobody answered since their last report began.
    public internal(set) var unanswered: [Int] = []
}

/// A lesson, and where it was learned.
public struct LessonLine: Sendable {
    /// The position of the contract.
    public let contract: Int
    /// The period of the first report that has it.
    public let period: ReportingPeriod
    /// The lesson.
    public internal(set) var lesson: LessonDigest
    /// The kinds of the obstacles that the same contract names.
    public let obstacles: [String]
    /// How many other contracts tell the same.
    public internal(set) var alike = 0
}

extension Overview {
    /// Makes the picture of what the reports tell, in exact figures.
    mutating func addPicture(_ reported: [ReportedContract], _ response: ReportingResponse?) {
        picture.response = response
        addFunnel(reported)
        addTrend(reported)
        addHelp(reported)
        for contract in contracts where contract.facts.regime == .reserved { picture.reserved += 1 }
        var turns = Dictionary(
            uniqueKeysWithValues: [Owner.state, .supplier, .together].map { ($0.code, TurnLine(owner: $0.code)) })
        for line in commitments {
            let status = CommitmentStatus(code: line.commitment.status)
            guard status != .dropped else { continue }
            let owner = line.commitment.owner
            if status == .met {
                turns[owner, default: TurnLine(owner: owner)].met += 1
            } else if !line.isClosed {
                turns[owner, default: TurnLine(owner: owner)][
                    keyPath: line.isOverdue ? \TurnLine.overdue : \TurnLine.open] += 1
            }
        }
        let order = Dictionary(
            uniqueKeysWithValues: [Owner.state, .supplier, .together].enumerated().map { ($1.code, $0) })
        picture.turns = turns.values.sorted { (order[$0.owner] ?? 9, $0.owner) < (order[$1.owner] ?? 9, $1.owner) }
        addRegimes()
        addPartners()
    }

    private mutating func addFunnel(_ reported: [ReportedContract]) {
        struct Career {
            var stage: CareerStage
            var stayed = false
            var ending = false
        }
        var careers: [UInt64: Career] = [:]
        var agreement: Set<UInt64> = []
        var endingSuppliers: Set<KvKNumber?> = []
        for contract in reported {
            var own: [UInt64: (career: Career, period: Int)] = [:]
            for (number, period) in contract.periods.enumerated() {
                for digest in period.contents.compactMap(\.careers) {
                    let (stayed, ending) = (Set(digest.stayed.keys), Set(digest.ending.keys))
                    agreement.formUnion(digest.jobAgreement.keys)
                    for (stage, set) in digest.stages {
                        for person in set.keys {
                            let career = Career(
                                stage: stage, stayed: stayed.contains(person), ending: ending.contains(person))
                            if let known = own[person], known.period == number, known.career.stage > stage { continue }
                            own[person] = (career, number)
                        }
                    }
                }
            }
            for (person, last) in own {
                var career = last.career
                // Who is not named any more has left; of a permanent job nobody needs to report for ever.
                if last.period < contract.periods.count - 1, career.stage.isPresent, career.stage != .permanent {
                    career = Career(stage: .left)
                }
                if career.ending { endingSuppliers.insert(contract.facts.supplier) }
                if let known = careers[person], known.stage >= career.stage { continue }
                careers[person] = career
            }
        }
        func count(_ isCounted: (Career) -> Bool) -> Int { careers.values.count(where: isCounted) }
        picture.funnel = Funnel(
            all: careers.count, present: count(\.stage.isPresent), permanent: count { $0.stage == .permanent },
            temporary: count { $0.stage == .temporary }, learning: count { $0.stage == .learning },
            toStudy: count { $0.stage == .toStudy }, left: count { $0.stage == .left }, stayed: count(\.stayed),
            ending: count(\.ending), jobAgreement: agreement.count)
        picture.endingSuppliers = endingSuppliers.count
        picture.endingUntil = contracts.compactMap(\.periods.last?.end).max()?.adding(months: 3)
    }

    private mutating func addTrend(_ reported: [ReportedContract]) {
        var ofSupplier: [KvKNumber?: Set<ReportingPeriod>] = [:]
        var (lengths, reports) = ([Int: Int](), [ReportingPeriod: Int]())
        for contract in reported {
            for period in contract.periods {
                if ofSupplier[contract.facts.supplier, default: []].insert(period.period).inserted {
                    lengths[period.period.months, default: 0] += 1
                    reports[period.period, default: 0] += 1
                }
            }
        }
        // The length that most reports have; of equals the shortest.
        guard let length = lengths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return }
        let periods = Self.series(reports.filter { $0.key.months == length }).suffix(8)
        let loyal = ofSupplier.filter { supplier in periods.allSatisfy(supplier.value.contains) }
        guard periods.count > 1, !loyal.isEmpty else { return }
        let points = periods.map { period in
            var sum = FigureSum()
            var permanent: [UInt64] = []
            var value = Cents.zero
            for contract in reported where loyal[contract.facts.supplier] != nil {
                for own in contract.periods where own.period == period {
                    for slice in own.groups { sum.add(slice, isLastPeriod: true) }
                    value += own.placementValue
                    permanent += own.contents.compactMap(\.careers).flatMap(\.permanent.keys)
                }
            }
            var figures = sum.figures
            if figures.value != nil { figures.value = value }
            return Trend.Point(
                period: period, figures: figures, permanent: KeySet(permanent).count)
        }
        picture.trend = Trend(points: points, suppliers: loyal.count, ofSuppliers: ofSupplier.count)
    }

    /// The periods that make a series, in order: none that shares days with one that more suppliers reported, and none that fewer than half
    /// as many did, which would leave nobody who reported them all.
    private static func series(_ reports: [ReportingPeriod: Int]) -> [ReportingPeriod] {
        let most = reports.values.max() ?? 0
        var chosen: [ReportingPeriod] = []
        for (period, count) in reports.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        where 2 * count >= most && !chosen.contains(where: period.overlaps) { chosen.append(period) }
        return chosen.sorted()
    }

    private mutating func addHelp(_ reported: [ReportedContract]) {
        var lines: [String: HelpLine] = [:]
        for (position, contract) in reported.enumerated() {
            var seen: Set<LessonDigest> = []
            let kinds = Set(contract.periods.flatMap(\.contents).flatMap(\.obstacles).map(\.kind)).sorted()
            for (number, period) in contract.periods.enumerated() {
                for content in period.contents {
                    for obstacle in content.obstacles {
                        var line = lines[obstacle.kind] ?? HelpLine(kind: obstacle.kind)
                        if line.contracts.last != position { line.contracts.append(position) }
                        line.periods.insert(period.period)
                        line.reports += 1
                        if number == contract.periods.count - 1, obstacle.helpRequests > 0,
                            line.asking.last != position
                        {
                            line.asking.append(position)
                        }
                        if let words = obstacle.words?.first { line.words = words }
                        lines[obstacle.kind] = line
                    }
                    for lesson in content.lessons ?? [] where seen.insert(lesson).inserted {
                        picture.lessons.append(
                            LessonLine(contract: position, period: period.period, lesson: lesson, obstacles: kinds))
                    }
                }
            }
        }
        // What is told for the first time comes before what others told too.
        var told: [LessonDigest: Int] = [:]
        let turns = picture.lessons.map { line in
            told[line.lesson, default: 0] += 1
            return told[line.lesson] ?? 0
        }
        picture.lessons = zip(turns, picture.lessons).enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map {
                var line = $0.element.1
                line.alike = (told[line.lesson] ?? 1) - 1
                return line
            }
        for (code, line) in lines {
            guard let kind = ObstacleKind(code: code) else { continue }
            let ids = line.contracts.map { ($0, contracts[$0].facts.id) }
            let own = Set(ids.flatMap { helpAnswers.answers(to: kind, of: $0.1) })
            lines[code]?.answers = helpAnswers.all.filter(own.contains)
            lines[code]?.unanswered = line.asking.filter { position in
                guard let since = contracts[position].periods.last?.start else { return true }
                return !helpAnswers.answers(to: kind, of: contracts[position].facts.id).contains { $0.day >= since }
            }
        }
        for (code, line) in lines where ObstacleKind(code: code) == nil { lines[code]?.unanswered = line.asking }
        picture.help = lines.values.sorted {
            ($1.unanswered.count, $1.asking.count, $1.contracts.count, $0.kind) < (
                $0.unanswered.count, $0.asking.count, $0.contracts.count, $1.kind
            )
        }
    }

    private mutating func addRegimes() {
        struct Key: Hashable {
            let regime: Regime?
            let measure: Measure
        }
        var lines: [Key: RegimeLine] = [:]
        // What is expected of all together weighs each contract by what was agreed, as what was achieved does.
        var expected: [Key: (parts: Double, whole: Double)] = [:]
        func add(_ position: Int, _ agreed: Amount, _ realised: Amount?) {
            let contract = contracts[position]
            let key = Key(regime: contract.facts.regime, measure: agreed.measure)
            var line =
                lines[key]
                ?? RegimeLine(
                    regime: key.regime, measure: key.measure, contracts: [], agreed: Amount(key.measure, rawValue: 0),
                    realised: nil, known: 0)
            line.contracts.append(position)
            line.agreed = line.agreed + agreed
            if let realised, contract.isReported {
                line.realised = (line.realised ?? Amount(key.measure, rawValue: 0)) + realised
                line.known += 1
                if agreed.measure == .euros { line.inConsultation += contract.inConsultation }
            }
            lines[key] = line
            if let part = contract.elapsed {
                let weight = Double(max(0, agreed.rawValue))
                expected[key, default: (0, 0)].parts += part * weight
                expected[key, default: (0, 0)].whole += weight
            }
        }
        for position in contracts.indices {
            if let agreed = contracts[position].agreed {
                add(position, Amount(agreed), contracts[position].realised.map(Amount.init))
            } else if let target = contracts[position].target {
                add(position, target, contracts[position].reached)
            }
        }
        picture.regimes = lines.map { key, line in
            var line = line
            if key.measure != .fullTimeEquivalents, key.measure != .places, let sum = expected[key], sum.whole > 0 {
                line.elapsed = sum.parts / sum.whole
            }
            return line
        }.sorted {
            ($0.regime.map { Int($0.rawValue) } ?? 99, $0.measure) < (
                $1.regime.map { Int($0.rawValue) } ?? 99, $1.measure
            )
        }
    }

    private mutating func addPartners() {
        struct Key: Hashable {
            let kvk: KvKNumber?
            let name: String
        }
        var first: [Key: ReportingPeriod] = [:]
        for line in purchases where line.partner.invoices > 0 {
            let key = Key(kvk: line.partner.kvk, name: line.partner.kvk == nil ? line.partner.name : "")
            first[key] = min(first[key] ?? line.period, line.period)
            picture.bought += line.partner.amount
        }
        let periods = Set(contracts.flatMap(\.periods))
        picture.partners = first.count
        if periods.count > 1, let last = periods.max() { picture.newPartners = first.values.count { $0 == last } }
    }
}

extension CareerDigest {
    /// The sets by stage.
    fileprivate var stages: [(CareerStage, KeySet)] {
        [(.left, left), (.toStudy, toStudy), (.learning, learning), (.temporary, temporary), (.permanent, permanent)]
    }
}
