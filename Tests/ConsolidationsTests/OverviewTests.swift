import Assessments
import SocialReturnModel
import Testing

@testable import Consolidations

/// What the overview adds up, finds and hides.
@Suite struct OverviewTests {
    // MARK: - Across reports

    @Test func findsTheSameInvoiceInTwoReports() throws {
        let invoice = try Small.invoice("F-2026 118")
        let again = try Small.invoice("f2026118")
        let overview = try Small.overview([
            Small.digest("a", period: "2026-Q1", contracts: [Small.contract(invoices: [invoice])]),
            Small.digest("b", period: "2026-Q2", contracts: [Small.contract(invoices: [again])]),
            Small.digest(
                "c", supplier: "90000003", contracts: [Small.contract("C-3", invoices: [try Small.invoice("F-1")])]),
        ])
        #expect(overview.crossFindings.map(\.rule) == ["INK-04"])
        #expect(overview.crossFindings.first.map { $0.reports.map { overview.digests[$0].name } } == ["a", "b"])
    }

    @Test func findsTheSameInvoiceAndPlacementOfTwoSuppliers() throws {
        let invoices = [try Small.invoice("F-1"), try Small.invoice("F-2", partner: 2)]
        let overview = try Small.overview([
            Small.digest("a", contracts: [Small.contract(invoices: [invoices[0]], claims: [7, 8])]),
            Small.digest(
                "b", supplier: "90000003", contracts: [Small.contract("C-2", invoices: invoices, claims: [8, 9])]),
        ])
        #expect(overview.crossFindings.map(\.rule) == ["INK-11", "INK-11"])
        #expect(overview.crossFindings.map(\.contracts) == [["C-1", "C-2"], ["C-1", "C-2"]])
        #expect(overview.crossFindings.contains { $0.kind == .placementClaimed(count: 1) })
    }

    @Test func onePlacementInTwoPeriodsIsNoDouble() throws {
        let overview = try Small.overview([
            Small.digest("a", period: "2026-Q1", contracts: [Small.contract(claims: [7])]),
            Small.digest("b", period: "2026-Q2", contracts: [Small.contract(claims: [7])]),
        ])
        #expect(overview.crossFindings.isEmpty)
    }

    @Test(arguments: [
        ("Voorbeeld Schoon BV", 0), ("VOORBEELD SCHOON B.V.", 0), ("Voorbeeld Groen B.V.", 1),
    ])
    func findsOneOrganisationUnderTwoNames(_ name: String, _ count: Int) throws {
        let overview = try Small.overview([
            Small.digest("a", period: "2026-Q1"), Small.digest("b", supplierName: name),
        ])
        #expect(overview.crossFindings.filter { $0.rule == "IDN-11" }.count == count)
    }

    // MARK: - Connecting

    @Test func laysOffersBesideDemandsOnce() throws {
        func place(_ direction: String, until: Int32? = nil, mailbox: String? = nil) -> PlaceDigest {
            PlaceDigest(
                direction: direction, kind: "leerplek", occupation: "", region: "Haaglanden",
                from: Day(daysSince1970: 20_700), until: until.map { Day(daysSince1970: $0) }, count: 2,
                mailbox: mailbox)
        }
        let overview = try Small.overview([
            Small.digest("a", period: "2026-Q1", places: [place("aanbod", mailbox: "info@a.example")]),
            Small.digest("b", period: "2026-Q2", places: [place("aanbod", mailbox: "info@a.example")]),
            Small.digest("c", supplier: "90000003", contracts: [Small.contract("C-3")], places: [place("vraag")]),
            Small.digest(
                "d", supplier: "90000004", contracts: [Small.contract("C-4")], places: [place("vraag", until: 20_000)]),
        ])
        #expect(overview.matches.count == 1)
        #expect(overview.matches.first?.offerMailbox == "info@a.example")
        #expect(overview.matches.first?.demandMailbox == nil)
    }

    @Test(arguments: [
        ("leerplekken@bedrijf.example", true), ("info@bedrijf.example", true), ("hr@bedrijf.example", true),
        ("j.jansen@bedrijf.example", false), ("jan@bedrijf.example", false), ("bel Jan", false),
        ("info@bedrijf.example of jan@bedrijf.example", false),
    ])
    func showsGeneralMailboxesOnly(_ text: String, _ isShown: Bool) {
        #expect(GeneralMailbox.address(in: text) == (isShown ? text : nil))
    }

    // MARK: - Figures and small groups

    @Test func personsCountOnceOverPeriodsAndFTEOfTheLast() throws {
        let overview = try Small.overview([
            Small.digest("a", period: "2026-Q1", contracts: [Small.contract(groups: [("PW", 1...10)])]),
            Small.digest("b", period: "2026-Q2", contracts: [Small.contract(groups: [("PW", 6...13)])]),
        ])
        let figures = try #require(overview.contracts.first).shown.figures
        #expect(figures.persons == 13)
        #expect(figures.fullTimeEquivalents == Quantity(8))
        #expect(figures.hours == Quantity(180))
    }

    /// Enough other groups: what is small stays hidden, and the totals stay in sight.
    @Test func totalsStayInSight() throws {
        let digests = (0..<12).flatMap { number in
            ["2026-Q1", "2026-Q2"].map { period in
                Small.digest(
                    "r\(number)-\(period)", supplier: "\(90_000_000 + number)", period: period,
                    contracts: [
                        Small.contract(
                            "C-\(number)",
                            groups: [
                                ("PW", number * 100...number * 100 + 9), ("WW", number * 100 + 20...number * 100 + 28),
                                ("BAN", number * 100 + 40...number * 100 + (number == 3 ? 41 : 47)),
                            ])
                    ])
            }
        }
        let contracts = (0..<12).map { ("C-\($0)", $0 % 2 == 0 ? "GROEN" : "SCHOON", "\(90_000_000 + $0)") }
        let overview = try Small.overview(digests, contracts: contracts)
        #expect(overview.total.shown.persons == .shown)
        #expect(overview.categories.allSatisfy { $0.shown.persons == .shown })
        #expect(overview.groups.allSatisfy { $0.shown.persons == .shown })
        #expect(overview.placements.count { $0.shown.persons != .shown } <= 8)
        #expect(OverviewAttack(overview).recomputed.isEmpty)
    }

    @Test func partHoldsItsOwnContractsOnly() throws {
        let contracts = [("C-1", "GROEN", "12345678"), ("C-2", "SCHOON", "90000003"), ("C-3", "GROEN", "90000003")]
        let digests = [
            Small.digest("a"),
            Small.digest("b", supplier: "90000003", contracts: [Small.contract("C-2"), Small.contract("C-3")]),
        ]
        let overview = try Small.overview(digests, contracts: contracts, scope: .category("GROEN"))
        #expect(overview.contracts.map(\.facts.id) == ["C-1", "C-3"])
        #expect(overview.categories.map(\.key) == ["GROEN"])
        #expect(overview.results.count == 2)
    }

    @Test func contractWithoutReportIsThere() throws {
        let overview = try Small.overview(
            [Small.digest("a")], contracts: [("C-1", "GROEN", "12345678"), ("C-2", "GROEN", "12345678")])
        #expect(overview.contracts.map(\.standing) == [.noFigure, .nothingReported])
    }

    /// Every figure that is shown, attacked with every sum that the sheets allow, for persons as well as full-time equivalents.
    @Test(arguments: 0..<20)
    func noSmallGroupCanBeRecomputed(_ seed: Int) throws {
        var random = TestGenerator(seed: UInt64(seed + 1_000))
        var digests: [SubmissionDigest] = []
        var contracts: [(String, String, String)] = []
        for number in 0..<Int.random(in: 1...9, using: &random) {
            let supplier = "\(90_000_000 + number / 2)"
            contracts.append(("C-\(number)", ["GROEN", "SCHOON", "VERVOER"][number % 3], supplier))
            for period in ["2026-Q1", "2026-Q2"] where seed % 2 == 0 || period == "2026-Q2" {
                var groups: [(String, ClosedRange<Int>)] = []
                var first = number * 1_000 + (period == "2026-Q1" ? 0 : 300)
                for code in ["PW", "WW", "WIA", "BAN"] where Int.random(in: 0...3, using: &random) > 0 {
                    let count = Int.random(in: 1...12, using: &random)
                    groups.append((code, first...first + count - 1))
                    first += count
                }
                guard !groups.isEmpty else { continue }
                digests.append(
                    Small.digest(
                        "r\(number)-\(period)", supplier: supplier, period: period,
                        contracts: [Small.contract("C-\(number)", groups: groups)]))
            }
        }
        let overview = try Small.overview(digests, contracts: contracts)
        #expect(OverviewAttack(overview).recomputed.isEmpty)
        for line in overview.placements where (1..<5).contains(line.shown.figures.persons) {
            #expect(line.shown.persons == .small)
        }
    }
}
