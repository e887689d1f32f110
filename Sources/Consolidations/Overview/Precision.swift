import Rules
import SocialReturnModel

/// How exactly a workbook over many suppliers tells of people.
public enum Precision: Sendable, Hashable {
    /// Every figure of people is rounded by itself from its own exact value, so that no difference of two figures tells of one person. A
    /// figure is nothing only where nobody is.
    case rounded
    /// As they are, for whoever may see them.
    case exact

    /// The multiple that numbers of persons and placements are rounded to.
    public static let persons = 5
    /// The multiple of full-time equivalents: five persons at full time.
    public static let fullTimeEquivalents = Quantity(5)
    /// The multiple of hours: about what five persons at full time work in a quarter.
    public static let hours = Quantity(2_500)
    /// The multiple of euros. A person is worth up to some ten thousand euros in a quarter, by the built-in tables.
    public static let euros = Cents(2_500_000)

    /// `raw` to the nearest multiple of `step`, upwards from half; never to nothing, and the same below zero as above.
    static func nearest(_ raw: Int64, _ step: Int64) -> Int64 {
        guard raw != 0 else { return 0 }
        let size = SafeInteger.magnitude(raw)
        let steps = max(1, size / step + (size % step >= step - size % step ? 1 : 0))
        let rounded = SafeInteger.product(steps, step)
        return raw < 0 ? -rounded : rounded
    }

    /// A number of rows, which are about people one by one, as it may stand beside the number of reports that have one. Where each report has
    /// one and no more is possible, the next multiple: seven in seven reports would say of each that it is about one person.
    static func rows(_ count: Int, in reports: Int) -> Int {
        let near = Int(nearest(Int64(count), Int64(persons)))
        return reports > near + persons / 2 - 1 ? near + persons : near
    }
}

extension Figures {
    /// The figures as they may be shared; see ``Precision/rounded``.
    var rounded: Figures {
        func count(_ number: Int) -> Int { Int(Precision.nearest(Int64(number), Int64(Precision.persons))) }
        func quantity(_ number: Quantity?, _ step: Quantity) -> Quantity? {
            number.map { Quantity(tenThousandths: Precision.nearest($0.tenThousandths, step.tenThousandths)) }
        }
        return Figures(
            persons: count(persons), placements: count(placements), lastPlacements: count(lastPlacements),
            fullTimeEquivalents: quantity(fullTimeEquivalents, Precision.fullTimeEquivalents),
            lastDayFTE: quantity(lastDayFTE, Precision.fullTimeEquivalents), hours: quantity(hours, Precision.hours),
            value: value?.rounded, permanentJobs: count(permanentJobs), permanentContracts: count(permanentContracts),
            partly: partly)
    }
}

extension Cents {
    /// The amount as it may be shared.
    var rounded: Cents { Cents(Precision.nearest(rawValue, Precision.euros.rawValue)) }
}

extension Overview {
    /// Rounds every figure that tells of people, when everything was made of the exact ones: how contracts stand, and all totals.
    ///
    /// - Parameter others: how the workbook of all shows the numbers that this one shares with it, see ``settledFigures``.
    mutating func roundFigures(as others: [String: Int] = [:]) {
        let people = settledNumbers(others)
        hideSmallNumbers()
        for index in contracts.indices {
            contracts[index].figures = contracts[index].figures.rounded
            contracts[index].realised = contracts[index].realised?.rounded
            contracts[index].inConsultation = contracts[index].inConsultation.rounded
        }
        total.round()
        for path in [\Overview.clients, \.categories, \.suppliers] {
            for index in self[keyPath: path].indices { self[keyPath: path][index].round() }
        }
        for path in [\Overview.groups, \.kinds, \.periods] {
            for index in self[keyPath: path].indices {
                self[keyPath: path][index].figures = self[keyPath: path][index].figures.rounded
            }
        }
        for index in periodLines.indices { periodLines[index].figures = periodLines[index].figures.rounded }
        for index in comparisons.indices {
            comparisons[index].old = comparisons[index].old.rounded
            comparisons[index].new = comparisons[index].new.rounded
        }
        for (index, point) in (picture.trend?.points ?? []).enumerated() {
            picture.trend?.points[index].figures = point.figures.rounded
        }
        for index in picture.regimes.indices { picture.regimes[index].round() }
        roundTables()
        for index in picture.lessons.indices { picture.lessons[index].lesson.share() }
        for index in picture.help.indices {
            picture.help[index].words = SpokenNumbers.softened(picture.help[index].words)
            for answer in picture.help[index].answers.indices {
                picture.help[index].answers[answer].text = SpokenNumbers.softened(
                    picture.help[index].answers[answer].text)
            }
        }
        for (place, number) in people { self[keyPath: place] = number }
        for index in contracts.indices { contracts[index].agreeWithFigures() }
        // Of each supplier it is one person at least.
        if let suppliers = picture.endingSuppliers, suppliers > max(Precision.persons, picture.funnel.ending - 4) {
            picture.endingSuppliers = nil
        }
        placements = periodLines.map {
            PlacementLine(contract: $0.contract, period: $0.period, group: "", figures: $0.figures)
        }
    }

    /// The numbers of people by where they stand, rounded so that they do not tell each other.
    private mutating func settledNumbers(_ others: [String: Int]) -> [(WritableKeyPath<Overview, Int>, Int)] {
        var numbers = SmallNumbers()
        var known: [String: Int] = [:]
        var places: [(place: WritableKeyPath<Overview, Int>, number: Int)] = []
        let kinds: [WritableKeyPath<Figures, Int>] = [\.persons, \.permanentJobs]
        /// The figures of these contracts, of all periods or one: what stands in several workbooks is known by that.
        func add(_ figures: WritableKeyPath<Overview, Figures>, _ own: [Int]? = nil, _ period: String = "") -> [Int] {
            let about = own.map { $0.map { contracts[$0].facts.id.lowercased() }.sorted().joined(separator: "\u{0}") }
            return kinds.enumerated().map { number, kind in
                let place = figures.appending(path: kind)
                let key = about.map { "\(number)\u{0}\(period)\u{0}\(self[keyPath: place])\u{0}\($0)" }
                let position =
                    key.flatMap { known[$0] }
                    ?? numbers.add(self[keyPath: place], settled: key.flatMap { others[$0] })
                if let key { known[key] = position }
                places.append((place, position))
                return position
            }
        }
        func relate(_ whole: [Int], _ parts: [[Int]], isDisjoint: Bool) {
            for kind in kinds.indices {
                numbers.union(whole[kind], of: parts.map { $0[kind] }, isDisjoint: isDisjoint)
            }
        }
        let ofContract = contracts.indices.map { add(\.contracts[$0].figures, [$0]) }
        let all = add(\.total.figures, Array(contracts.indices))
        let ofSupplier = suppliers.indices.map { add(\.suppliers[$0].figures, suppliers[$0].contracts) }
        for (line, whole) in zip(suppliers, ofSupplier) {
            relate(whole, line.contracts.map { ofContract[$0] }, isDisjoint: line.contracts.count == 1)
        }
        relate(all, ofSupplier, isDisjoint: true)
        let lineOfSupplier = Dictionary(
            suppliers.indices.map { (Set(suppliers[$0].contracts), $0) }, uniquingKeysWith: { first, _ in first })
        /// The people of `own` contracts, by supplier: two suppliers have nobody in common.
        func bySupplier(_ own: [Int]) -> [[Int]] {
            Dictionary(grouping: own) { contracts[$0].facts.supplier }.values.sorted { $0[0] < $1[0] }.map { group in
                if group.count == 1 { return ofContract[group[0]] }
                if let line = lineOfSupplier[Set(group)] { return ofSupplier[line] }
                let unknown = kinds.map { _ in numbers.addUnknown() }
                relate(unknown, group.map { ofContract[$0] }, isDisjoint: false)
                return unknown
            }
        }
        let sums: [WritableKeyPath<Overview, [AggregateLine]>] = [\.clients, \.categories]
        for lines in sums {
            let added = self[keyPath: lines].indices.map { index in
                let own = self[keyPath: lines][index].contracts
                let whole = add(lines.appending(path: \.[index].figures), own)
                relate(whole, own.map { ofContract[$0] }, isDisjoint: false)
                relate(whole, bySupplier(own), isDisjoint: true)
                return whole
            }
            relate(all, added, isDisjoint: false)
        }
        let slices: [WritableKeyPath<Overview, [SliceLine]>] = [\.groups, \.kinds, \.periods]
        for lines in slices {
            relate(
                all, self[keyPath: lines].indices.map { add(lines.appending(path: \.[$0].figures)) }, isDisjoint: false)
        }
        for whole in ofContract + [all] {
            // Permanent work is of some of the people.
            numbers.union(whole[0], of: [whole[1], numbers.addUnknown()], isDisjoint: true)
        }
        var ofPeriods: [Int: [[Int]]] = [:]
        for index in periodLines.indices {
            let line = periodLines[index]
            ofPeriods[line.contract, default: []].append(
                add(\.periodLines[index].figures, [line.contract], line.period.description))
        }
        for (contract, parts) in ofPeriods.sorted(by: { $0.key < $1.key }) {
            relate(ofContract[contract], parts, isDisjoint: false)
        }
        func count(_ place: WritableKeyPath<Overview, Int>) -> Int {
            let position = numbers.add(self[keyPath: place])
            places.append((place, position))
            return position
        }
        // The stages make the funnel; those who stayed and those whose work ends are some of theirs.
        let path: WritableKeyPath<Overview, Funnel> = \.picture.funnel
        let funnel = Funnel.counts.map { count(path.appending(path: $0)) }
        numbers.union(funnel[0], of: [funnel[1], funnel[5], funnel[6]], isDisjoint: true)
        numbers.union(funnel[1], of: Array(funnel[2...4]), isDisjoint: true)
        numbers.union(funnel[2], of: [funnel[7], numbers.addUnknown()], isDisjoint: true)
        numbers.union(funnel[3], of: [funnel[8], numbers.addUnknown()], isDisjoint: true)
        numbers.union(all[0], of: [funnel[9], numbers.addUnknown()], isDisjoint: true)
        numbers.union(all[0], of: [funnel[0]], isDisjoint: true)
        // Whoever works in two regions counts in both.
        let inRegions = regions.indices.map { count(\.regions[$0].persons) }
        numbers.union(all[0], of: inRegions, isDisjoint: false)
        for index in regions.indices {
            numbers.union(
                inRegions[index], of: [count(\.regions[index].chances), numbers.addUnknown()], isDisjoint: true)
        }
        if let points = picture.trend?.points {
            for index in points.indices {
                let persons = count(\.picture.trend!.points[index].figures.persons)
                let permanent = count(\.picture.trend!.points[index].permanent)
                numbers.union(persons, of: [permanent, numbers.addUnknown()], isDisjoint: true)
                numbers.union(all[0], of: [persons, numbers.addUnknown()], isDisjoint: true)
            }
        }
        // The people of an approach are counted by contract, as often as they stand under one.
        for index in picture.regimes.indices where picture.regimes[index].measure == .persons {
            let counted = picture.regimes[index].contracts.filter { contracts[$0].isReported }
            numbers.union(
                count(\.picture.regimes[index].people), of: counted.map { ofContract[$0][0] }, isDisjoint: true)
        }
        numbers.settle()
        settledFigures = known.mapValues { numbers.figure($0) }
        return places.map { ($0.place, numbers.figure($0.number)) }
    }

    /// Takes out what tells a number beside its rounded figure: statuses whose bounds are one number wide, counts of rows, words.
    private mutating func hideSmallNumbers() {
        for index in contracts.indices { contracts[index].shareStanding() }
        placements = []
        for index in contracts.indices { contracts[index].forgetPlacements() }
        for index in commitments.indices { commitments[index].share() }
        for index in examples.indices { examples[index].example.share() }
        for index in crossFindings.indices { crossFindings[index].share() }
        for index in ruleLines.indices {
            ruleLines[index].count = Precision.rows(ruleLines[index].count, in: ruleLines[index].reports)
        }
        // By the figures as they are shown: the order of exact ones would tell which of two is the larger.
        ruleLines.sort(by: RuleCountLine.comesFirst)
        for index in digests.indices {
            for finding in digests[index].findings.indices {
                digests[index].findings[finding].count = Precision.rows(digests[index].findings[finding].count, in: 1)
            }
        }
    }
}

extension AggregateLine {
    fileprivate mutating func round() {
        figures = figures.rounded
        realised = realised?.rounded
        toDo = toDo?.rounded
        surplus = surplus?.rounded
        inConsultation = inConsultation.rounded
    }
}

extension CommitmentLine {
    /// Leaves what was agreed, and not how many people it is about so far.
    fileprivate mutating func share() {
        commitment.goal = SpokenNumbers.softened(commitment.goal)
        guard [CommitmentUnit.persons, .places, .fullTimeEquivalents].contains(where: { $0.code == commitment.unit })
        else { return }
        isAboutPeople = true
    }
}

extension RegimeLine {
    /// How many people were reached, where people are what is counted.
    fileprivate var people: Int {
        get { realised.map { Int($0.rawValue / 10_000) } ?? 0 }
        set { if realised != nil { realised = Amount(measure, count: newValue) } }
    }

    fileprivate mutating func round() {
        inConsultation = inConsultation.rounded
        guard let exact = realised else { return }
        let step: Int64? =
            switch measure {
            case .euros: Precision.euros.rawValue
            case .persons, .places: Quantity(Precision.persons).tenThousandths
            case .fullTimeEquivalents: Precision.fullTimeEquivalents.tenThousandths
            case .hours: Precision.hours.tenThousandths
            case .commitments: nil
            }
        if let step { realised = Amount(measure, rawValue: Precision.nearest(exact.rawValue, step)) }
    }
}

extension LessonDigest {
    fileprivate mutating func share() {
        tried = SpokenNumbers.softened(tried)
        happened = SpokenNumbers.softened(happened)
        learned = SpokenNumbers.softened(learned)
        next = SpokenNumbers.softened(next)
    }
}

extension ExampleDigest {
    fileprivate mutating func share() {
        (title, story) = (SpokenNumbers.softened(title), SpokenNumbers.softened(story))
    }
}

extension CrossFinding {
    fileprivate mutating func share() {
        guard case .placementClaimed(let count) = kind else { return }
        kind = .placementClaimed(count: Int(Precision.nearest(Int64(count), Int64(Precision.persons))))
    }
}

extension ContractLine {
    /// Whether bounds that everybody knows of leave one number: what was agreed, how far the term is, the rounded figure and the word.
    fileprivate mutating func shareStanding() {
        guard let target, isReported, [.persons, .places, .fullTimeEquivalents].contains(target.measure),
            [.reached, .onCourse, .behind, .historyMissing].contains(standing)
        else { return }
        let number = target.measure == .places ? figures.lastPlacements : figures.persons
        let shown = Int(Precision.nearest(Int64(number), Int64(Precision.persons)))
        guard shown > 0 else { return }
        let possible = shown == Precision.persons ? 1...7 : shown - 2...shown + 2
        if target.measure == .fullTimeEquivalents {
            // As many people as full-time equivalents, at least.
            let least = [target.rawValue, Int64(Double(target.rawValue) * (1 - tolerance))].map {
                Int(($0 + 9_999) / 10_000)
            }
            isTooSmallToTell = least.contains { possible.contains($0) && possible.upperBound - $0 < 1 }
            return
        }
        var sizes: [Standing: Int] = [:]
        for number in possible {
            guard let share = Amount(target.measure, count: number).share(of: target) else { return }
            sizes[standing(share, addsUp: target.measure.addsUp), default: 0] += 1
        }
        guard sizes.values.contains(1) else { return }
        // Who reached it keeps up too. Without its history a contract is below the goal at least.
        if (sizes[.behind] ?? sizes[.historyMissing] ?? 2) > 1, (sizes[.onCourse] ?? 0) + (sizes[.reached] ?? 0) != 1 {
            if standing == .reached { standing = .onCourse }
        } else {
            isTooSmallToTell = true
        }
    }

    /// Says in other words how it stands where the figures beside it, rounded as they are, are on the other side of the goal. That tells no more than
    /// the word did: it goes by what is shown, and two words become one. Where only the part of the term parts them the word stays: nobody
    /// sees a contradiction in "behind" beside 5 of 13, and who lags must be in the national picture.
    fileprivate mutating func agreeWithFigures() {
        guard isReported, !isTooSmallToTell, let shown = standingOfFigures else { return }
        switch standing {
        case .reached where shown != .reached: standing = .onCourse
        case .behind where shown == .reached, .historyMissing where shown == .reached: isTooSmallToTell = true
        default: break
        }
    }

    /// How it stands by the figures that are shown; nil where there are none.
    private var standingOfFigures: Standing? {
        if let agreed, agreed > .zero, let realised {
            return standing(realised.euros / agreed.euros, addsUp: true)
        }
        guard let target, let share = reached?.share(of: target) else { return nil }
        return standing(share, addsUp: target.measure.addsUp)
    }

    /// Forgets by which lines its figures were added up.
    fileprivate mutating func forgetPlacements() { (placementLines, lastPlacementLines) = (0..<0, 0..<0) }
}
