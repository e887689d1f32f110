import Assessments
import Intake
import Parameters
import Rules
import SocialReturnModel
import Testing

@testable import Consolidations

/// What the overview adds up, finds and rounds.
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
        let figures = try #require(overview.contracts.first).figures
        #expect(figures.persons == 13)
        #expect(figures.fullTimeEquivalents == Quantity(8))
        #expect(figures.hours == Quantity(180))
    }

    /// Twelve suppliers over two quarters: everything is there, rounded from its own exact value, and nothing is hidden.
    @Test func figuresOfPeopleAreRoundedEachByItself() throws {
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
        let exact = try Small.overview(digests, contracts: contracts)
        let shared = try Small.overview(digests, contracts: contracts, precision: .rounded)
        #expect(exact.total.figures.persons == 12 * 27 - 6)
        #expect(shared.total.figures.persons == 320, "from the exact total, and not the sum of rounded rows")
        #expect(shared.contracts.map(\.standing) == exact.contracts.map(\.standing))
        func figures(_ overview: Overview) -> [Figures] {
            var all = overview.contracts.map(\.figures)
            all += overview.groups.map(\.figures) + overview.periods.map(\.figures)
            return all + overview.categories.map(\.figures)
        }
        #expect(
            shared.placements.count == shared.periodLines.count && shared.placements.allSatisfy { $0.group.isEmpty },
            "a contract, a period and a group at once is about too few")
        for (before, after) in zip(figures(exact), figures(shared)) {
            #expect(after == before.rounded)
            #expect(after.persons % 5 == 0 && (after.persons == 0) == (before.persons == 0))
            #expect(abs(after.persons - before.persons) <= (before.persons < 3 ? 4 : 2))
            #expect((after.hours?.tenThousandths ?? 0) % Precision.hours.tenThousandths == 0)
            #expect((after.fullTimeEquivalents?.tenThousandths ?? 0) % 50_000 == 0)
            #expect((after.value?.rawValue ?? 0) % Precision.euros.rawValue == 0)
        }
    }

    @Test(
        arguments: [
            (0, 0), (1, 5), (2, 5), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15), (-1, -5), (-8, -10), (997, 995),
            (998, 1_000),
        ] as [(Int64, Int64)])
    func roundingIsToTheNearestAndNeverToNothing(_ number: Int64, _ rounded: Int64) {
        #expect(Precision.nearest(number, 5) == rounded)
    }

    @Test func roundingFitsWhateverComesIn() {
        #expect(Precision.nearest(.max, 5) > 0 && Precision.nearest(.min, 5) < 0)
        #expect(Precision.nearest(25, 10) == 30 && Precision.nearest(24, 10) == 20)
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

    /// Whoever lays workbooks beside each other sees one figure for one number, also where it was moved.
    @Test(arguments: [Division.category, .client, .supplier])
    func partsShowTheSameNumbersAsTheWhole(division: Division) throws {
        let sizes = [1, 1, 7, 6, 8, 1, 3, 9, 4, 1]
        let digests = sizes.enumerated().map { number, size in
            Small.digest(
                "r\(number)", supplier: "\(90_000_000 + number / 2)",
                contracts: [Small.contract("C-\(number)", groups: [("PW", number * 100...number * 100 + size - 1)])])
        }
        let register = try Small.register(
            sizes.indices.map { ("C-\($0)", $0 < 3 ? "GROEN" : "SCHOON", "\(90_000_000 + $0 / 2)") })
        let tables = ValuationTables(register: register)
        var consolidation = Consolidation()
        for digest in digests { consolidation.add(digest) }
        let whole = Overview(of: consolidation, register: register, tables: tables, precision: .rounded)
        func figures(_ overview: Overview) -> [String: Set<Int>] {
            var figures: [String: Set<Int>] = [:]
            func add(_ contracts: [Int], _ persons: Int) {
                let ids = contracts.map { overview.contracts[$0].facts.id }.sorted().joined(separator: " ")
                figures[ids, default: []].insert(persons)
            }
            for index in overview.contracts.indices { add([index], overview.contracts[index].figures.persons) }
            for line in overview.categories + overview.suppliers + overview.clients {
                add(line.contracts, line.figures.persons)
            }
            add(Array(overview.contracts.indices), overview.total.figures.persons)
            return figures
        }
        let known = figures(whole)
        var parts = 0
        Overview.parts(
            of: consolidation, register: register, tables: tables, by: division, precision: .rounded
        ) { part in
            parts += 1
            for (contracts, shown) in figures(part) {
                #expect(shown.count == 1 && known[contracts, default: shown] == shown, "\(contracts)")
            }
        }
        #expect(parts > 0 && known.values.allSatisfy { $0.count == 1 })
    }

    /// A word that leaves one number is not said: one person of two agreed is "below the goal" and nothing else.
    @Test(arguments: [(2, 1, true), (2, 2, true), (12, 2, false), (8, 7, false), (7, 3, true), (20, 9, false)])
    func aWordThatTellsTheNumberIsHeldBack(target: Int, persons: Int, isHeldBack: Bool) throws {
        let register = try ContractRegister.read([
            SourceFile(
                name: "contracten.csv",
                text: """
                    contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime
                    C-1;Opdracht;GROEN;12345678;dienst;01-01-2026;31-12-2028;maatwerk

                    """),
            SourceFile(
                name: "verplichtingen.csv",
                text: "contractnummer;doel_aantal;doel_eenheid;status\nC-1;\(target);personen;in_uitvoering\n"),
        ])
        var consolidation = Consolidation()
        // The first quarter is missing.
        consolidation.add(Small.digest("a", contracts: [Small.contract("C-1", groups: [("PW", 1...persons)])]))
        func line(_ precision: Precision) throws -> ContractLine {
            let overview = Overview(
                of: consolidation, register: register, tables: ValuationTables(register: register),
                precision: precision)
            return try #require(overview.contracts.first)
        }
        #expect(try line(.exact).standing == (persons >= target ? .reached : .historyMissing))
        #expect(try line(.rounded).isTooSmallToTell == isHeldBack)
    }

    /// What stands beside the word is rounded: five of three agreed and "behind" would contradict each other. Words are put together, and never more
    /// exact: goal, persons, the last day of the term, and the words in the exact and in the rounded workbook.
    @Test(
        arguments: [
            (3, 2, "31-03-2026", .behind, nil), (3, 3, "31-03-2026", .reached, .reached),
            (11, 12, "31-03-2026", .reached, .onCourse), (13, 15, "31-03-2026", .reached, .reached),
            (100, 12, "31-03-2026", .behind, .behind), (9, 8, "31-03-2026", .onCourse, .onCourse),
            // 3 of 13 shows as 5, which would keep up with 45 hundredths of the term.
            (13, 3, "19-07-2026", .behind, .behind),
        ] as [(Int, Int, String, Standing, Standing?)])
    func aWordAndTheFigureBesideItAgree(
        target: Int, persons: Int, end: String, exact: Standing, rounded: Standing?
    ) throws {
        let line = try Self.line(target: target, persons: persons, end: end, .exact)
        #expect(line.standing == exact)
        let shared = try Self.line(target: target, persons: persons, end: end, .rounded)
        #expect((shared.isTooSmallToTell ? nil : shared.standing) == rounded)
    }

    /// One report that comes late, or a workbook that is made later, makes nobody lag: the term is laid beside the last day that was reported on.
    @Test func theTermEndsWithTheLastPeriod() throws {
        let first = try Self.line(target: 10, persons: 3, end: "31-12-2026", .exact)
        let later = try Self.line(
            target: 10, persons: 3, end: "31-12-2026", .exact, clock: Day(year: 2026, month: 11, day: 30))
        #expect(first.elapsed == 90.0 / 365)
        #expect(later.elapsed == first.elapsed && later.standing == .onCourse)
    }

    /// A contract from 1 January 2026 with a report on its first quarter.
    private static func line(
        target: Int, persons: Int, end: String, _ precision: Precision, clock: Day? = nil
    ) throws -> ContractLine {
        let register = try ContractRegister.read([
            SourceFile(
                name: "contracten.csv",
                text: """
                    contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime
                    C-1;Opdracht;GROEN;12345678;dienst;01-01-2026;\(end);maatwerk

                    """),
            SourceFile(
                name: "verplichtingen.csv",
                text: "contractnummer;doel_aantal;doel_eenheid;status\nC-1;\(target);personen;in_uitvoering\n"),
        ])
        var consolidation = Consolidation()
        consolidation.add(
            Small.digest(
                "a", period: "2026-Q1", contracts: [Small.contract("C-1", groups: [("PW", 1...persons)])]))
        let overview = Overview(
            of: consolidation, register: register, tables: ValuationTables(register: register), clock: clock,
            precision: precision)
        return try #require(overview.contracts.first)
    }

    @Test func contractWithoutReportIsThere() throws {
        let overview = try Small.overview(
            [Small.digest("a")], contracts: [("C-1", "GROEN", "12345678"), ("C-2", "GROEN", "12345678")])
        #expect(overview.contracts.map(\.standing) == [.noFigure, .nothingReported])
    }
}
