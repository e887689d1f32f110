import Assessments
import Rules
import SocialReturnModel
import TestSubmissions
import Testing
import Valuations

@Suite struct ContractSummaryTests {
    /// € 32,000 agreed, valued by a table; two placements of 24 and 12 hours.
    private var valued: TestSubmission {
        var small = TestSubmission()
        small.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-1", start: "01-04-2026"),
                TestSubmission.placement(
                    "P-2", "C-1", person: "D-2", start: "01-04-2026", hours: "12", worked: "156,5")))
        small.register = TestSubmission.register(
            contracts: [TestSubmission.contract("C-1")],
            obligations: ["C-1;5;loonsom;640000;;;;HAAGLANDEN-2023-07;contract;start_inzet;in_uitvoering;;"])
        return small
    }

    @Test func moneyIsExactToTheCent() throws {
        let summary = try valued.summary()
        let contract = try #require(summary.contracts.first)
        let goal = try #require(contract.goals.first)
        // 40,000 x 24/36 x 91/365 = 6648.401… and 40,000 x 12/36 x 91/365 = 3324.200…
        #expect(goal.agreed == Amount(Cents(3_200_000)))
        #expect(goal.thisPeriod == Amount(Cents(664_840 + 332_420)))
        #expect(goal.toDo == Amount(Cents(3_200_000 - 997_260)))
        #expect(goal.share == 997_260.0 / 3_200_000)
        #expect(contract.totals.persons == 2)
        #expect(contract.totals.fullTimeEquivalents == Quantity(1))
        #expect(contract.totals.hours == Quantity(tenThousandths: 4_685_000))
        #expect(summary.totals.value == Cents(997_260))
    }

    @Test(arguments: [("", 1_994_520), ("per_totaal", 1_994_521), ("hele_euro", 1_994_400)])
    func roundingIsThatOfTheObligation(_ rounding: String, _ cents: Int) throws {
        var small = valued
        small.register[1].1 = small.register[1].1.replacing("in_uitvoering;;", with: "in_uitvoering;\(rounding);")
        small.tables[1] = TestSubmission.placements(
            TestSubmission.placement("P-1", "C-1", person: "D-1", start: "01-04-2026"),
            TestSubmission.placement("P-2", "C-1", person: "D-2", start: "01-04-2026", hours: "12"),
            TestSubmission.placement("P-3", "C-1", person: "D-3", start: "01-04-2026"),
            TestSubmission.placement("P-4", "C-1", person: "D-4", start: "01-04-2026", hours: "12"))
        // Twice 6648.4018… and twice 3324.2009…: together 19,945.2054…, a cent more than the four rounded rows.
        #expect(try small.summary().contracts.first?.totals.value == Cents(Int64(cents)))
    }

    @Test(
        arguments: [
            ((31, 3, 2026), 0), ((1, 4, 2026), 1), ((15, 5, 2026), 45), ((30, 6, 2026), 91),
            // What comes after the period changes nothing: the figures are those of its days.
            ((10, 7, 2026), 91), ((30, 11, 2026), 91), ((1, 1, 2030), 91),
        ] as [((Int, Int, Int), Int)])
    func termElapsesDayByDay(_ today: (Int, Int, Int), _ days: Int) throws {
        let clock = try #require(Day(year: today.2, month: today.1, day: today.0))
        #expect(try valued.summary(clock: clock).contracts.first?.elapsed == Double(days) / 731)
    }

    /// Without a clock the day of the report counts; one that cannot be makes nothing late.
    @Test(arguments: [("10-07-2026", 91), ("01-04-2026", 1), ("10-07-2062", 91)])
    func theDayOfTheReportIsTheClock(_ prepared: String, _ days: Int) throws {
        var small = valued
        small.tables[0].1 = TestSubmission.cover.replacing("10-07-2026", with: prepared)
        #expect(try small.summary().contracts.first?.elapsed == Double(days) / 731)
    }

    @Test func targetsCountInTheirOwnUnit() throws {
        var small = valued
        small.register = TestSubmission.register(
            contracts: [TestSubmission.contract("C-1")],
            obligations: [
                "C-1;;;;;4;plekken;;;;in_uitvoering;;36", "C-1;;;;;3;personen;;;;in_uitvoering;;",
                "C-1;;;;;2;fte;;;;in_uitvoering;;", "C-1;;;;;1000;uren;;;;in_uitvoering;;",
                "C-1;;;;;8;plekken;;;;vrijgesteld;;",
            ])
        small.tables[1] = TestSubmission.placements(
            TestSubmission.placement("P-1", "C-1", person: "D-1", start: "01-04-2026", hours: "24", worked: "100"),
            TestSubmission.placement("P-2", "C-1", person: "d-1", start: "01-05-2026", hours: "12", worked: "50"))
        let goals = try #require(try small.summary().contracts.first).goals
        #expect(goals.map(\.measure) == [.persons, .fullTimeEquivalents, .hours, .places])
        #expect(goals.map(\.agreed?.double) == [3, 2, 1000, 4])
        #expect(goals.map(\.thisPeriod?.double) == [1, 0.8901, 150, 2])
        #expect(goals.map(\.toDo?.double) == [2, 1.1099, 850, 2])
    }

    @Test func moneyWithoutTableIsNotInvented() throws {
        var small = valued
        small.register[1].1 = small.register[1].1.replacing("HAAGLANDEN-2023-07", with: "")
        let summary = try small.summary()
        let contract = try #require(summary.contracts.first)
        let goal = try #require(contract.goals.first)
        #expect(goal.agreed == Amount(Cents(3_200_000)))
        #expect(goal.realised == nil && goal.toDo == nil)
        #expect(goal.reasons == .tableNotNamed)
        #expect(goal.standing == .notCountable)
        #expect(contract.totals.persons == 2)
        #expect(summary.realisation.parts.isEmpty && summary.realisation.goalsWithoutFigure == 1)
    }

    @Test func withoutFigureTheCommitmentsCount() throws {
        var small = TestSubmission()
        small.register = TestSubmission.register(
            contracts: [TestSubmission.contract("C-1", regime: "maatwerk")])
        small.tables.append(
            (
                "afspraken.csv",
                """
                afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;status
                A-1;C-1;leerplekken;samen;4;plekken;31-12-2026;loopt
                A-2;C-1;open dag;rijk;1;;01-06-2026;open
                A-3;C-1;taalles;leverancier;1;;01-05-2026;gehaald
                A-4;C-1;excursie;samen;1;;01-05-2026;vervallen
                """
            ))
        let contract = try #require(try small.summary().contracts.first)
        #expect(contract.goals.map(\.measure) == [.commitments])
        #expect(contract.goals.first?.agreed == Amount(.commitments, count: 3))
        #expect(contract.goals.first?.realised == Amount(.commitments, count: 1))
        #expect(
            contract.commitments.open == 2 && contract.commitments.overdue == 1 && contract.commitments.dropped == 1)
        #expect(contract.nextDue?.day == Day(year: 2026, month: 6, day: 1))
    }

    @Test func contractWithoutRowsIsShown() throws {
        var small = valued
        small.register[0].1 += "\n" + TestSubmission.contract("C-2", "Groen")
        small.register[1].1 += "\nC-2;;;;20000;;;HAAGLANDEN-2023-07;contract;start_inzet;in_uitvoering;;"
        let summary = try small.summary()
        #expect(summary.contracts.map { $0.goals.first?.standing } == [.onCourse, .nothingReported])
        #expect(summary.contracts.last?.goals.first?.toDo == Amount(Cents(2_000_000)))
        #expect(summary.contracts.last?.nextDue?.day == Day(year: 2028, month: 3, day: 31))
        #expect(summary.topics.contains { $0.subject == .nothingReported && $0.contract == summary.contracts.last?.id })
    }

    @Test func differentUnitsAreNeverAddedUp() throws {
        var small = valued
        small.register[0].1 += "\n" + TestSubmission.contract("C-2", "Groen", regime: "maatwerk")
        small.register[1].1 += "\nC-2;;;;;4;plekken;;;;in_uitvoering;;"
        small.tables[1].1 += "\n" + TestSubmission.placement("P-3", "C-2", person: "D-3", start: "01-04-2026")
        let realisation = try small.summary().realisation
        #expect(realisation.share == nil)
        #expect(realisation.parts.map(\.agreed) == [Amount(Cents(3_200_000)), Amount(.places, count: 4)])
        #expect(realisation.parts.map(\.realised) == [Amount(Cents(997_260)), Amount(.places, count: 1)])
        #expect(try valued.summary().realisation.share == 997_260.0 / 3_200_000)
    }

    @Test func withoutRegisterNothingIsZero() throws {
        var small = valued
        small.register = []
        let summary = try small.summary()
        #expect(summary.contracts.count == 1)
        #expect(summary.contracts.first?.standing == .unknown)
        #expect(summary.contracts.first?.goals.isEmpty == true)
        #expect(summary.contracts.first?.totals.persons == 2)
        #expect(!summary.realisation.isKnown && summary.realisation.parts.isEmpty)
        #expect(summary.topics.first { $0.kind == .progress }?.subject == .registerMissing)
    }

    @Test func exemptContractAsksNothing() throws {
        var small = valued
        small.register[1].1 = small.register[1].1.replacing("in_uitvoering", with: "vrijgesteld")
        let contract = try #require(try small.summary().contracts.first)
        #expect(contract.standing == .exempt && contract.goals.isEmpty)
    }

    /// Of a contract that begins after the period nothing is expected: that is neither on course nor behind, whatever it counts. What has an error is
    /// to be corrected all the same.
    @Test(
        arguments: [
            ("01-07-2026", "640000;;;;HAAGLANDEN-2023-07;contract", "36", .notBegun),
            ("30-06-2026", "640000;;;;HAAGLANDEN-2023-07;contract", "36", .nothingCounts),
            ("01-07-2026", ";;4;fte;;", "36", .notBegun), ("01-07-2026", ";;4;personen;;", "36", .notBegun),
            ("01-07-2026", ";;4;personen;;", "veel", .setAside),
        ] as [(String, String, String, Standing)])
    func aContractThatHasNotBegun(start: String, obligation: String, hours: String, standing: Standing) throws {
        var small = valued
        let isMoney = obligation.hasPrefix("6")
        small.register = TestSubmission.register(
            contracts: [TestSubmission.contract("C-1").replacing("01-04-2026", with: start)],
            obligations: ["C-1;\(isMoney ? "5;loonsom" : ";");\(obligation);start_inzet;in_uitvoering;;"])
        small.tables[1] = TestSubmission.placements(
            TestSubmission.placement(
                "P-1", "C-1", person: "D-1", start: "01-04-2026", end: "29-06-2026", hours: hours))
        let contract = try #require(try small.summary().contracts.first)
        #expect(contract.standing == standing)
    }

    @Test func historyDecidesWhetherAnyoneCanTell() throws {
        var small = valued
        small.register[0].1 = small.register[0].1.replacing("01-04-2026;31-03-2028", with: "01-01-2026;31-12-2027")
        #expect(try small.summary().contracts.first?.goals.first?.standing == .historyMissing)

        let earlierCover = TestSubmission.cover.replacing("2026-Q2", with: "2026-Q1").replacing(
            "10-07-2026", with: "10-04-2026")
        small.previous = [
            [
                ("voorblad.csv", earlierCover),
                TestSubmission.placements(
                    TestSubmission.placement("X-9", "C-1", person: "D-9", start: "01-01-2026", hours: "36"),
                    TestSubmission.placement("P-1", "c-1", person: "D-1", start: "01-01-2026", hours: "36")),
            ]
        ]
        let summary = try small.summary()
        let goal = try #require(summary.contracts.first?.goals.first)
        // Twice 40,000 x 90/365 = 9863.0136…
        #expect(summary.hasHistory)
        #expect(goal.earlier == Amount(Cents(2 * 986_301)))
        #expect(goal.realised == Amount(Cents(2 * 986_301 + 997_260)))
        #expect(goal.standing == .onCourse)
    }
}
