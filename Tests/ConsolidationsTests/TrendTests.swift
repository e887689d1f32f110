import SocialReturnModel
import Testing

@testable import Consolidations

/// Like for like: the same suppliers, over periods of one length.
@Suite struct TrendTests {
    /// Supplier `number` with so many people in a period.
    private func report(_ number: Int, _ period: String, people: Int) -> SubmissionAggregate {
        Small.digest(
            "\(number)-\(period)", supplier: "\(90_000_000 + number)", supplierName: "S\(number)", period: period,
            contracts: [
                Small.contract("C-\(number)", groups: [("PW", number * 100 + 1...number * 100 + people)])
            ])
    }

    @Test(
        arguments: [
            // Who reported every quarter; a half year is another length.
            (
                [(1, "2026-Q1", 4), (1, "2026-Q2", 6), (2, "2026-Q2", 9), (3, "2026-H1", 8)], [4, 6], 1, 3
            ),
            ([(1, "2026-Q1", 4), (1, "2026-Q2", 6), (2, "2026-Q1", 3), (2, "2026-Q2", 1)], [7, 7], 2, 2),
            // One period is no trend.
            ([(1, "2026-Q2", 4), (2, "2026-Q2", 3)], [], 0, 0),
            // Nobody reported both.
            ([(1, "2026-Q1", 4), (2, "2026-Q2", 3)], [], 0, 0),
            // A period that few reported leaves the others comparable.
            (
                [
                    (1, "2025-Q4", 5), (1, "2026-Q1", 4), (1, "2026-Q2", 6), (2, "2026-Q1", 3), (2, "2026-Q2", 2),
                    (3, "2026-Q1", 1), (3, "2026-Q2", 1),
                ], [8, 9], 3, 3
            ),
            // Of periods that share days the one that most reported.
            (
                [
                    (1, "2026-Q1", 4), (1, "2026-Q2", 6), (2, "2026-Q1", 3), (2, "2026-Q2", 2),
                    (3, "feb-apr", 7),
                ], [7, 8], 2, 3
            ),
        ] as [([(Int, String, Int)], [Int], Int, Int)])
    func comparesTheSameSuppliers(
        _ reports: [(Int, String, Int)], _ people: [Int], _ loyal: Int, _ all: Int
    ) throws {
        let overview = try Small.overview(reports.map { report($0.0, $0.1, people: $0.2) })
        #expect(overview.picture.trend?.points.map(\.figures.persons) ?? [] == people)
        #expect(overview.picture.trend?.suppliers ?? 0 == loyal && overview.picture.trend?.ofSuppliers ?? 0 == all)
        let together = overview.comparisons.filter { $0.kind == .together }
        #expect(together.map(\.new.persons) == Array(people.dropFirst()))
        #expect(together.map(\.old.persons) == Array(people.dropLast()))
    }

    @Test(
        arguments: [
            ("2026-Q1", "2026-Q2", .previousPeriod), ("2026-Q1", "2026-H2", .otherLength),
            ("2025-Q4", "2026-Q2", .earlierPeriod),
        ] as [(String, String, ComparisonLine.Kind)])
    func eachContractIsComparedWithThePeriodBefore(_ before: String, _ now: String, _ kind: ComparisonLine.Kind) throws
    {
        let overview = try Small.overview([report(1, before, people: 4), report(1, now, people: 6)])
        let line = try #require(overview.comparisons.first { $0.contract == 0 })
        #expect(line.kind == kind && line.old.persons == 4 && line.new.persons == 6)
    }

    /// A half year beside its quarters comes between them, and takes none of their places.
    @Test func aHalfYearBesideItsQuartersIsPassedOver() throws {
        let reports = [("2026-Q1", 4), ("2026-H1", 7), ("2026-Q2", 6)].map {
            report(1, $0.0, people: $0.1)
        }
        let overview = try Small.overview(reports)
        let lines = overview.comparisons.filter { $0.contract == 0 }.map { "\($0.before.nl) \($0.period) \($0.kind)" }
        #expect(
            lines == ["2026-Q1 2026-Q2 previousPeriod", "2026-Q1 2026-H1 otherLength"])
    }

    /// A contract's figure of a period is one number, wherever it stands.
    @Test func theSameFigureIsRoundedTheSameEverywhere() throws {
        let reports = (1...12).flatMap { number in
            ["2026-Q1", "2026-Q2", "2025-Q4"].enumerated().map { report(number, $1, people: 1 + (number * 7 + $0) % 9) }
        }
        let overview = try Small.overview(reports, precision: .rounded)
        var shown: [String: Set<Int>] = [:]
        for line in overview.comparisons where line.contract != nil {
            shown["\(line.contractID) \(line.before.nl)", default: []].insert(line.old.persons)
            shown["\(line.contractID) \(line.period)", default: []].insert(line.new.persons)
        }
        for line in overview.placements {
            shown["\(overview.contracts[line.contract].facts.id) \(line.period)", default: []].insert(
                line.figures.persons)
        }
        #expect(shown.count == 36 && shown.values.allSatisfy { $0.count == 1 })
    }
}
