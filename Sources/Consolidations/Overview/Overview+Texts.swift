import Rules
import SocialReturnModel

extension Overview {
    /// The last version of each commitment of a contract, in the order of the reports.
    private func lastCommitments(_ contract: ReportedContract) -> [(commitment: CommitmentDigest, report: Int)] {
        var last: [(commitment: CommitmentDigest, report: Int)] = []
        var positions: [String: Int] = [:]
        for period in contract.periods {
            for (report, content) in zip(period.reports, period.contents) {
                for commitment in content.commitments {
                    let key = "\(digests[report].supplier?.description ?? "") \(commitment.id.lowercased())"
                    if !commitment.id.isEmpty, let position = positions[key] {
                        last[position] = (commitment, report)
                    } else {
                        positions[key] = last.count
                        last.append((commitment, report))
                    }
                }
            }
        }
        return last
    }

    func commitmentNumbers(_ contract: ReportedContract) -> CommitmentNumbers {
        var numbers = CommitmentNumbers()
        for (commitment, _) in lastCommitments(contract) {
            let status = CommitmentStatus(code: commitment.status)
            guard status != .dropped else { continue }
            numbers.total += 1
            if status == .met { numbers.met += 1 }
            guard !(status?.isClosed ?? false) else { continue }
            numbers.open += 1
            guard let due = commitment.due else { continue }
            if due < day { numbers.overdue += 1 }
            numbers.nextDue = numbers.nextDue.map { min($0, due) } ?? due
        }
        return numbers
    }

    /// Makes the lines of commitments, obstacles and good examples.
    mutating func addTexts(_ reported: [ReportedContract]) {
        var counts: [ObstacleKey: ObstacleCount] = [:]
        for (position, contract) in reported.enumerated() {
            for (commitment, report) in lastCommitments(contract) {
                let isClosed = CommitmentStatus(code: commitment.status)?.isClosed ?? false
                commitments.append(
                    CommitmentLine(
                        contract: position, supplier: digests[report].supplierName, commitment: commitment,
                        isClosed: isClosed, isOverdue: !isClosed && (commitment.due.map { $0 < day } ?? false)))
            }
            var seen: Set<ExampleDigest> = []
            for period in contract.periods {
                for (report, content) in zip(period.reports, period.contents) {
                    for example in content.examples where seen.insert(example).inserted {
                        examples.append(
                            ExampleLine(contract: position, supplier: digests[report].supplierName, example: example))
                    }
                    for obstacle in content.obstacles {
                        let key = ObstacleKey(category: contract.facts.category, kind: obstacle.kind)
                        counts[key, default: ObstacleCount()].add(
                            obstacle, digests[report].supplier, position, period.period)
                    }
                }
            }
        }
        obstacles = counts.map { key, count in
            ObstacleLine(
                category: key.category, kind: key.kind, suppliers: count.suppliers.count,
                contracts: count.contracts.count, periods: count.periods.count, count: count.count,
                helpRequests: count.helpRequests)
        }.sorted {
            ($1.suppliers, $1.count, $0.category, $0.kind) < ($0.suppliers, $0.count, $1.category, $1.kind)
        }
    }

    private struct ObstacleKey: Hashable {
        let category: String
        let kind: String
    }

    private struct ObstacleCount {
        var suppliers: Set<KvKNumber?> = []
        var contracts: Set<Int> = []
        var periods: Set<ReportingPeriod> = []
        var (count, helpRequests) = (0, 0)

        mutating func add(
            _ obstacle: ObstacleDigest, _ supplier: KvKNumber?, _ contract: Int, _ period: ReportingPeriod
        ) {
            suppliers.insert(supplier)
            contracts.insert(contract)
            periods.insert(period)
            count += obstacle.count
            helpRequests += obstacle.helpRequests
        }
    }

    /// The reports that say something of a contract of this overview.
    func reportsInScope(_ reported: [ReportedContract]) -> Set<Int> {
        Set(reported.flatMap { $0.periods.flatMap(\.reports) })
    }

    /// Lays offers of learning places beside demands. The same notice in two reports counts once, and what ended before the day of the
    /// overview not at all.
    mutating func addNotices(_ reported: [ReportedContract]) {
        let inScope = scope == .all ? Set(superseding.inEffect) : reportsInScope(reported)
        var mailboxes: [LearningPlaceNotice: String] = [:]
        var seen: Set<LearningPlaceNotice> = []
        for index in superseding.inEffect where inScope.contains(index) {
            for place in digests[index].places {
                guard let notice = LearningPlaceNotice(place, of: digests[index]) else { continue }
                if let until = notice.until, until < day { continue }
                if let mailbox = place.mailbox { mailboxes[notice] = mailbox }
                if seen.insert(notice).inserted { notices.append(notice) }
            }
        }
        let found = PlaceMatching(notices, places)
        // A notice can stand in many pairs.
        introductions = notices.reduce(into: [:]) { $0[$1] = $1.introduction(places) }
        matchesLeftOut = max(0, found.lines.count - Self.mostMatches)
        matches = found.lines.prefix(Self.mostMatches).map { line in
            MatchLine(
                kind: .match(line), offerMailbox: mailboxes[line.match.offer],
                demandMailbox: mailboxes[line.match.demand])
        }
        matches += found.chains.map {
            MatchLine(
                kind: .chain($0), offerMailbox: mailboxes[$0.first.offer], demandMailbox: mailboxes[$0.demand])
        }
        matches += found.unmatched.map { notice in
            MatchLine(
                kind: .unmatched(notice), offerMailbox: notice.direction == .offer ? mailboxes[notice] : nil,
                demandMailbox: notice.direction == .demand ? mailboxes[notice] : nil)
        }
    }
}

extension LearningPlaceNotice {
    /// The notice of a digest; nil where a code is not known any more.
    fileprivate init?(_ place: PlaceDigest, of digest: SubmissionAggregate) {
        guard let direction = PlaceDirection(code: place.direction), let kind = PlaceKind(code: place.kind) else {
            return nil
        }
        self.init(
            supplier: digest.supplier, supplierName: digest.supplierName, direction: direction, kind: kind,
            region: place.region, occupation: place.occupation, from: place.from, until: place.until,
            count: place.count, place: .init(.learningPlaces))
    }
}
