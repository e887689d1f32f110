import SocialReturnModel
import Testing

@testable import Consolidations
@testable import Intake

/// Which periods are expected, which reports cover them, and what is late.
@Suite struct ReportingResponseTests {
    // MARK: - In a few words

    private static func period(_ text: String) throws -> ReportingPeriod {
        var text = text
        return try #require(text.withUTF8 { CellReader.period($0).value })
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(written: text)) }

    /// A report: `name period prepared received`, then words: `c` for a correction, `x` for rejected, `kvk=`, and contracts; `-` for
    /// what is not known.
    private static func report(_ text: String) throws -> ReportFacts {
        let words = text.split(separator: " ").map(String.init)
        var report = ReportFacts(
            name: words[0], supplier: KvKNumber(digits: Array("12345678".utf8)), supplierName: "Voorbeeld Schoon B.V.",
            period: words[1] == "-" ? nil : try period(words[1]), preparedOn: words[2] == "-" ? nil : try day(words[2]),
            receivedOn: words[3] == "-" ? nil : try day(words[3]))
        for word in words.dropFirst(4) {
            if word == "c" {
                report.isCorrection = true
            } else if word == "o" {
                report.status = .approvedWithRemarks
            } else if word == "x" {
                report.status = .rejected
            } else if word.hasPrefix("kvk=") {
                report.supplier = KvKNumber(digits: Array(word.dropFirst(4).utf8))
            } else if word.hasPrefix("(") {
                report.rejectedContracts.append(String(word.dropFirst()))
            } else {
                report.contracts.append(word)
            }
        }
        return report
    }

    /// A register: lines of `number kvk first last frequency days`, and obligations as `number status reason`; `-` for an empty cell.
    private static func register(_ contracts: [String], obligations: [String] = []) throws -> ContractRegister {
        func cells(_ line: String, _ count: Int) -> [String] {
            line.split(separator: " ", maxSplits: count - 1).map { $0 == "-" ? "" : String($0) }
        }
        let lines = contracts.map { line in
            let cells = cells(line, 6)
            return
                "\(cells[0]);Opdracht;GROEN;\(cells[1]);dienst;\(cells[2]);\(cells[3]);maatwerk;\(cells[4]);\(cells[5])"
        }
        let heading = """
            contractnummer;titel;categorie;leverancier_kvk;soort_opdracht;ingangsdatum;einddatum;regime;\
            rapportagefrequentie;rapportage_binnen_dagen
            """
        var files = [
            SourceFile(name: "contracten.csv", text: ([heading] + lines).joined(separator: "\n") + "\n"),
            SourceFile(
                name: "leveranciers.csv",
                text: "kvk;naam;rechtsvorm\n12345678;Voorbeeld Schoon B.V.;bv\n90000003;Voorbeeld Los B.V.;bv\n"),
        ]
        if !obligations.isEmpty {
            let lines = obligations.map { cells($0, 3).joined(separator: ";") }
            files.append(
                SourceFile(
                    name: "verplichtingen.csv",
                    text: (["contractnummer;status;reden_vrijstelling"] + lines).joined(separator: "\n") + "\n"))
        }
        return try ContractRegister.read(files)
    }

    private static func response(
        _ contracts: [String], _ reports: [String] = [], obligations: [String] = [], on day: String
    ) throws -> ReportingResponse {
        ReportingResponse(
            register: try register(contracts, obligations: obligations), reports: try reports.map(report),
            on: try self.day(day))
    }

    /// `number period due state days report`, with `+` before lines beside the one that counts and `-` for what is not known.
    private static func words(_ line: ResponseLine) -> String {
        let days = line.daysLate.map(String.init) ?? "-"
        return (line.isExpected ? "" : "+ ") + line.contract + " \(line.period.period) "
            + "\(line.due?.description ?? "-") \(line.state.rawValue) \(days) \(line.report ?? "-")"
    }

    // MARK: - Periods

    struct PeriodCase: Sendable {
        let frequency: ReportingFrequency
        let contract: String
        let day: String
        let periods: String

        init(_ frequency: ReportingFrequency, _ contract: String, _ day: String, _ periods: String) {
            (self.frequency, self.contract, self.day, self.periods) = (frequency, contract, day, periods)
        }
    }

    @Test(arguments: [
        PeriodCase(.monthly, "01-01-2026/31-12-2026", "01-04-2026", "2026-01 2026-02 2026-03"),
        // A period is over on the day after its last one.
        PeriodCase(.monthly, "01-01-2026/31-12-2026", "31-03-2026", "2026-01 2026-02"),
        PeriodCase(.monthly, "01-12-2027/31-03-2028", "01-03-2028", "2027-12 2028-01 2028-02"),
        PeriodCase(.monthly, "01-02-2028/29-02-2028", "29-02-2028", ""),
        PeriodCase(.quarterly, "15-02-2026/31-12-2026", "01-10-2026", "2026-Q1 2026-Q2 2026-Q3"),
        PeriodCase(.quarterly, "31-03-2026/01-04-2026", "01-01-2027", "2026-Q1 2026-Q2"),
        PeriodCase(.quarterly, "01-04-2026/30-06-2026", "01-01-2030", "2026-Q2"),
        PeriodCase(.quarterly, "01-10-2025/31-03-2026", "01-06-2026", "2025-Q4 2026-Q1"),
        PeriodCase(.halfYearly, "01-02-2026/31-01-2027", "01-07-2027", "2026-H1 2026-H2 2027-H1"),
        PeriodCase(.yearly, "01-07-2024/30-06-2026", "31-12-2026", "2024 2025"),
        PeriodCase(.yearly, "01-07-2024/30-06-2026", "01-01-2027", "2024 2025 2026"),
        PeriodCase(.once, "01-04-2026/31-03-2028", "31-03-2028", ""),
        PeriodCase(.once, "01-04-2026/31-03-2028", "01-04-2028", "01-04-2026/31-03-2028"),
        PeriodCase(.once, "01-01-2026/31-12-2026", "01-01-2027", "2026"),
        PeriodCase(.quarterly, "01-01-2027/31-12-2027", "28-11-2026", ""),
        // The last year that there is ends the count, not the contract.
        PeriodCase(.yearly, "01-01-2198/31-12-2199", "31-12-2199", "2198"),
    ])
    func periodsThatEnded(_ test: PeriodCase) throws {
        let periods = test.frequency.periods(of: try Self.period(test.contract), endedBefore: try Self.day(test.day))
        #expect(periods.map(\.period.description).joined(separator: " ") == test.periods)
    }

    @Test func daysOfAPeriodLieInTheContract() throws {
        let contract = try Self.period("15-02-2026/10-05-2026")
        let periods = ReportingFrequency.quarterly.periods(of: contract, endedBefore: try Self.day("01-01-2027"))
        #expect(periods.map(\.days.description) == ["15-02-2026/31-03-2026", "01-04-2026/10-05-2026"])
    }

    // MARK: - One contract

    struct Case: Sendable {
        let contract: String
        let reports: [String]
        let day: String
        let lines: [String]

        init(_ contract: String, _ reports: [String], on day: String = "28-11-2026", _ lines: [String]) {
            (self.contract, self.reports, self.day, self.lines) = (contract, reports, day, lines)
        }

        /// A contract of one quarter, whose report is to come within thirty days.
        init(_ reports: [String], on day: String = "28-11-2026", _ lines: [String]) {
            self.init("C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", reports, on: day, lines)
        }
    }

    @Test(arguments: [
        // Nothing came in.
        Case([], on: "01-07-2026", ["C-1 2026-Q2 2026-07-30 nog_niet 0 -"]),
        Case([], on: "30-07-2026", ["C-1 2026-Q2 2026-07-30 nog_niet 0 -"]),
        Case([], on: "31-07-2026", ["C-1 2026-Q2 2026-07-30 te_laat 1 -"]),
        Case([], ["C-1 2026-Q2 2026-07-30 te_laat 121 -"]),
        Case(
            "C-1 12345678 01-02-2028 29-02-2028 maand 1", [], on: "02-03-2028", ["C-1 2028-02 2028-03-01 te_laat 1 -"]),
        Case(
            "C-1 12345678 01-04-2026 30-06-2026 kwartaal 0", [], on: "01-07-2026",
            ["C-1 2026-Q2 2026-06-30 te_laat 1 -"]),
        // Nobody knows the last day: nothing is late.
        Case("C-1 12345678 01-04-2026 30-06-2026 kwartaal -", [], ["C-1 2026-Q2 - ontbreekt - -"]),
        Case("C-1 12345678 01-04-2026 30-06-2026 kwartaal -5", [], ["C-1 2026-Q2 - ontbreekt - -"]),
        Case("C-1 12345678 01-04-2026 30-06-2026 kwartaal 2,5", [], ["C-1 2026-Q2 - ontbreekt - -"]),
        Case(
            "C-1 12345678 01-04-2026 30-06-2026 kwartaal -", ["a 2026-Q2 01-12-2026 01-12-2026 C-1"],
            ["C-1 2026-Q2 - goedgekeurd - a"]),
        // It came in.
        Case(["a 2026-Q2 10-07-2026 30-07-2026 C-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        Case(["a 2026-Q2 10-07-2026 02-08-2026 c-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd 3 a"]),
        Case(["a 2026-Q2 10-07-2026 - C-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd - a"]),
        Case(["a 2026-Q2 10-07-2026 10-07-2026 x C-1"], ["C-1 2026-Q2 2026-07-30 afgekeurd 0 a"]),
        // All rows on the contract were rejected, or none names a contract.
        Case(["a 2026-Q2 10-07-2026 10-07-2026 (C-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        Case(["a 2026-Q2 10-07-2026 10-07-2026"], ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        Case(["a 2026-Q2 10-07-2026 10-07-2026 C-9"], ["C-1 2026-Q2 2026-07-30 te_laat 121 -"]),
        Case(["a 2026-Q2 10-07-2026 10-07-2026 C-1 kvk=90000003"], ["C-1 2026-Q2 2026-07-30 te_laat 121 -"]),
        // Periods of another kind.
        Case(["a 2026 10-01-2027 10-01-2027 C-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd 164 a"]),
        Case(["a 2026-H1 10-07-2026 10-07-2026 C-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        Case(["a 2026-04 10-07-2026 10-07-2026 C-1"], ["C-1 2026-Q2 2026-07-30 te_laat 121 -"]),
        Case(
            "C-1 12345678 01-01-2026 31-12-2026 kwartaal 30", ["a 2026 10-01-2027 10-01-2027 C-1"], on: "01-05-2027",
            [
                "C-1 2026-Q1 2026-04-30 goedgekeurd 255 a", "C-1 2026-Q2 2026-07-30 goedgekeurd 164 a",
                "C-1 2026-Q3 2026-10-30 goedgekeurd 72 a", "C-1 2026-Q4 2027-01-30 goedgekeurd 0 a",
            ]),
        // A contract that begins in the quarter: the quarter, or the days on which it runs.
        Case(
            "C-1 12345678 15-02-2026 31-12-2026 kwartaal 30",
            ["a 15-02-2026/31-03-2026 10-04-2026 10-04-2026 C-1", "b 2026-Q2 10-07-2026 10-07-2026 C-1"],
            on: "01-07-2026",
            ["C-1 2026-Q1 2026-04-30 goedgekeurd 0 a", "C-1 2026-Q2 2026-07-30 goedgekeurd 0 b"]),
        Case(
            "C-1 12345678 15-02-2026 31-12-2026 kwartaal 30", ["a 16-02-2026/31-03-2026 10-04-2026 10-04-2026 C-1"],
            on: "01-04-2026", ["C-1 2026-Q1 2026-04-30 nog_niet 0 -"]),
        // The last one counts; how late it is, the first one says.
        Case(
            ["a 2026-Q2 10-07-2026 10-07-2026 C-1", "b 2026-Q2 10-09-2026 11-09-2026 c C-1"],
            ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 b", "+ C-1 2026-Q2 2026-07-30 vervangen 0 a"]),
        Case(
            [
                "a 2026-Q2 01-08-2026 01-08-2026 C-1", "b 2026-Q2 10-09-2026 11-09-2026 c C-1",
                "c 2026-Q2 11-09-2026 12-09-2026 c C-1",
            ],
            [
                "C-1 2026-Q2 2026-07-30 goedgekeurd 2 c", "+ C-1 2026-Q2 2026-07-30 vervangen 2 a",
                "+ C-1 2026-Q2 2026-07-30 vervangen 43 b",
            ]),
        Case(["b 2026-Q2 10-09-2026 11-09-2026 c C-1"], ["C-1 2026-Q2 2026-07-30 goedgekeurd - b"]),
        Case(
            ["a 2026-Q2 10-07-2026 10-07-2026 x C-1", "b 2026-Q2 10-08-2026 10-08-2026 C-1"],
            ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 b", "+ C-1 2026-Q2 2026-07-30 vervangen 0 a"]),
        Case(
            ["a 2026-Q2 10-07-2026 10-07-2026 C-1", "b 2026-Q2 10-08-2026 10-08-2026 x C-1"],
            ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a", "+ C-1 2026-Q2 2026-07-30 afgekeurd 11 b"]),
        Case(
            ["a 2026-Q2 10-07-2026 10-07-2026 x C-1", "b 2026-Q2 10-08-2026 10-08-2026 x C-1"],
            ["C-1 2026-Q2 2026-07-30 afgekeurd 0 b", "+ C-1 2026-Q2 2026-07-30 vervangen 0 a"]),
        // A quarter and its year both count: the quarter's own report stands.
        Case(
            ["a 2026-Q2 10-07-2026 10-07-2026 C-1", "b 2026 10-01-2027 10-01-2027 C-1"],
            ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        // The same delivery, as it was handed in and as a result.
        Case(
            ["a 2026-Q2 10-07-2026 10-07-2026 C-1", "a 2026-Q2 10-07-2026 10-07-2026 C-1 C-2"],
            ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        // A contract without a supplier is of whoever reports.
        Case(
            "C-1 - 01-04-2026 30-06-2026 kwartaal 30", ["a 2026-Q2 10-07-2026 10-07-2026 C-1"],
            ["C-1 2026-Q2 2026-07-30 goedgekeurd 0 a"]),
        // One report on the whole.
        Case(
            "C-1 12345678 01-04-2026 30-09-2026 eenmalig 30",
            ["a 2026-Q2 10-07-2026 10-07-2026 C-1", "b 01-04-2026/30-09-2026 10-10-2026 10-10-2026 C-1"],
            ["C-1 01-04-2026/30-09-2026 2026-10-30 goedgekeurd 0 b"]),
    ])
    func oneContract(_ test: Case) throws {
        let response = try Self.response([test.contract], test.reports, on: test.day)
        #expect(response.lines.map(Self.words) == test.lines)
        // The order in which reports are given changes nothing.
        let reversed = try Self.response([test.contract], test.reports.reversed(), on: test.day)
        #expect(reversed.lines == response.lines)
        #expect(reversed.unexpected == response.unexpected)
    }

    // MARK: - Notes

    @Test(
        arguments: [
            ("C-1 12345678 01-04-2026 30-06-2026 kwartaal -", [], [.dueUnknown]),
            ("C-1 12345678 01-04-2026 30-06-2026 kwartaal 400", [], [.dueUnusable]),
            ("C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", ["a 2026-Q2 10-07-2026 - C-1"], [.receivedUnknown]),
            (
                "C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", ["a 2026-Q2 10-09-2026 10-09-2026 c C-1"],
                [.firstUnknown]
            ),
            ("C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", ["a 2026-Q2 10-07-2026 10-07-2026 c C-1"], []),
            (
                "C-1 12345678 01-04-2026 30-06-2026 kwartaal 30",
                ["a 2026-04 10-05-2026 10-05-2026 C-1", "b 2026-05 10-06-2026 10-06-2026 C-1"],
                [.partly(["a (2026-04)", "b (2026-05)"])]
            ),
            (
                "C-1 12345678 01-04-2026 30-06-2026 kwartaal 30",
                ["a 2026-Q2 10-07-2026 10-07-2026 C-1", "b 2026 10-01-2027 10-01-2027 C-1"], [.alsoIn(["b"])]
            ),
            (
                "C-1 12345678 01-04-2026 30-06-2026 kwartaal 30",
                ["a 2026-Q2 10-07-2026 10-07-2026 C-1 C-2", "b 2026-Q2 10-08-2026 10-08-2026 C-2"], [.replacedBy("b")]
            ),
            ("C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", ["a 2026-Q2 10-07-2026 10-07-2026"], [.namesNoContract]),
            (
                "C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", ["a 2026-Q2 10-07-2026 10-07-2026 o C-1"],
                [.withRemarks]
            ),
        ] as [(String, [String], [ResponseNote])])
    func notes(_ contract: String, _ reports: [String], _ notes: [ResponseNote]) throws {
        #expect(try Self.response([contract], reports, on: "28-11-2026").lines.first?.notes == notes)
    }

    // MARK: - Nothing expected, not expected

    @Test(
        arguments: [
            ("C-1 12345678 01-04-2026 31-03-2030 kwartaal 30", ["C-1 vrijgesteld Geen werk."], .exempt("Geen werk.")),
            ("C-1 12345678 01-04-2026 31-03-2030 kwartaal 30", ["C-1 vrijgesteld -"], .exempt("")),
            ("C-1 12345678 01-04-2026 31-03-2030 kwartaal 30", ["C-1 vrijgesteld -", "C-1 in_uitvoering -"], nil),
            ("C-1 12345678 01-04-2026 31-03-2030 - 30", [], .frequencyUnknown),
            ("C-1 12345678 - 31-03-2030 kwartaal 30", [], .termUnknown),
            ("C-1 12345678 01-04-2026 - kwartaal 30", [], .termUnknown),
            ("C-1 12345678 01-04-2026 31-03-2026 kwartaal 30", [], .termUnknown),
            ("C-1 12345678 29-11-2026 31-03-2030 kwartaal 30", [], .beginsLater(Day(daysSince1970: 20_786))),
            ("C-1 12345678 01-11-2026 31-03-2030 kwartaal 30", [], .firstPeriodRuns(until: Day(daysSince1970: 20_818))),
            ("C-1 12345678 01-04-2026 31-12-2026 eenmalig 30", [], .firstPeriodRuns(until: Day(daysSince1970: 20_818))),
        ] as [(String, [String], SilentContract.Reason?)])
    func nothingExpected(_ contract: String, _ obligations: [String], _ reason: SilentContract.Reason?) throws {
        let response = try Self.response([contract], obligations: obligations, on: "28-11-2026")
        #expect(response.silentContracts.map(\.reason) == [reason].compactMap(\.self))
        #expect(response.lines.isEmpty == (reason != nil))
    }

    @Test(arguments: [
        ("a - 10-07-2026 10-07-2026 C-1", ["- coverIncomplete"]),
        ("a 2026-Q2 10-07-2026 10-07-2026 C-9", ["C-9 contractUnknown"]),
        ("a 2026-Q2 10-07-2026 10-07-2026 C-1 (C-9", ["C-9 contractUnknown"]),
        ("a 2026-Q2 10-07-2026 10-07-2026 C-1 kvk=90000009", ["C-1 supplierUnknown"]),
        ("a 2026-Q2 10-07-2026 10-07-2026 kvk=90000009", ["- supplierUnknown"]),
        ("a 2026-Q2 10-07-2026 10-07-2026 C-1 kvk=90000003", ["C-1 ofAnotherSupplier"]),
        ("a 2026-Q2 10-07-2026 10-07-2026 kvk=90000003", ["- noContract"]),
        ("a 2026-04 10-07-2026 10-07-2026 C-1", ["C-1 partOf([2026-Q2])"]),
        ("a 2026-Q1 10-07-2026 10-07-2026 C-1", ["C-1 outsideTerm"]),
        ("a 2026-Q4 10-07-2026 10-07-2026 C-1", ["C-1 notEnded"]),
        (
            "a 2026-Q2 10-07-2026 10-07-2026 C-3",
            ["C-3 silent(Consolidations.SilentContract.Reason.exempt(\"Geen werk.\"))"]
        ),
        ("a 2026-Q2 10-07-2026 10-07-2026 C-1", []),
        ("a 2026 10-07-2026 10-07-2026 C-1", []),
    ])
    func notExpected(_ report: String, _ reasons: [String]) throws {
        let response = try Self.response(
            ["C-1 12345678 01-04-2026 31-03-2030 kwartaal 30", "C-3 12345678 01-04-2026 31-03-2030 kwartaal 30"],
            [report], obligations: ["C-3 vrijgesteld Geen werk."], on: "28-11-2026")
        #expect(response.unexpected.map { "\($0.contract ?? "-") \($0.reason)" } == reasons)
    }

    @Test func deliveriesThatCannotBeReadAreNamed() throws {
        let response = ReportingResponse(
            register: try Self.register(["C-1 12345678 01-04-2026 30-06-2026 kwartaal 30"]), reports: [],
            unreadable: ["b", "a", "b"], on: try Self.day("28-11-2026"))
        #expect(response.unexpected.map(\.report) == ["a", "b"])
        #expect(response.unexpected.allSatisfy { $0.reason == .unreadable })
    }

    // MARK: - Many contracts

    @Test func lateComesFirstAndWhatWasReplacedFollowsItsPeriod() throws {
        let response = try Self.response(
            [
                "A 12345678 01-04-2026 30-06-2026 kwartaal 30", "B 12345678 01-04-2026 30-06-2026 kwartaal -",
                "C 12345678 01-04-2026 30-06-2026 kwartaal 30", "D 12345678 01-01-2026 30-06-2026 kwartaal 30",
                "E 12345678 01-04-2026 30-06-2026 kwartaal 160", "F 12345678 01-04-2026 30-06-2026 kwartaal 30",
            ],
            [
                "a 2026-Q2 10-07-2026 10-07-2026 A", "a2 2026-Q2 10-08-2026 10-08-2026 c A",
                "c 2026-Q2 10-07-2026 10-07-2026 x C", "f 2026-Q2 10-08-2026 10-08-2026 F",
            ], on: "28-11-2026")
        #expect(
            response.linesByUrgency.map { "\($0.contract) \($0.period.period) \($0.state.rawValue)" } == [
                "D 2026-Q1 te_laat", "D 2026-Q2 te_laat", "B 2026-Q2 ontbreekt", "C 2026-Q2 afgekeurd",
                "E 2026-Q2 nog_niet", "F 2026-Q2 goedgekeurd", "A 2026-Q2 goedgekeurd", "A 2026-Q2 vervangen",
            ])
        #expect(response.expected == 7)
        #expect(response.received == 3)
        #expect(
            response.summary.nl
                == "3 van 7 verwachte rapportages (1 afgekeurd, 1 later dan afgesproken); 1 ontbreekt, 2 zijn te laat, "
                + "1 hoeft er nog niet te zijn.")
        #expect(
            response.summary.en
                == "3 of 7 expected reports (1 rejected, 1 later than agreed); 1 is missing, 2 are late, "
                + "1 is not due yet.")
    }

    @Test(
        arguments: [
            ("28-11-2026", ["a 2026-Q2 10-07-2026 10-07-2026 C-1"], "1 van 1 verwachte rapportage."),
            ("28-11-2026", [], "0 van 1 verwachte rapportage; 1 is te laat."),
            ("30-06-2026", [], "Op 30-06-2026 verwacht het register nog geen rapportage."),
        ] as [(String, [String], String)])
    func oneSentence(_ day: String, _ reports: [String], _ sentence: String) throws {
        let response = try Self.response(["C-1 12345678 01-04-2026 30-06-2026 kwartaal 30"], reports, on: day)
        #expect(response.summary.nl == sentence)
    }

    @Test func numbersOfContractsAreCountedOnce() throws {
        let response = try Self.response(
            [
                "C-1 12345678 01-04-2026 30-06-2026 kwartaal 30", "c-1 12345678 01-04-2026 31-12-2026 maand 30",
            ], on: "28-11-2026")
        #expect(response.lines.map(Self.words) == ["C-1 2026-Q2 2026-07-30 te_laat 121 -"])
    }
}
