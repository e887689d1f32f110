import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

@Suite struct PlacementValuationTests {
    static let utrecht = ["tabel_id": "UTRECHT", "rekenmethode": "contract"]

    static func obligation(_ more: [String: String]) -> [String: String] { utrecht.merging(more) { $1 } }

    /// 24 hours a week for six months in a block of 40,000: 13,333.33 with 36 hours as full time, 12,000.00 with 40.
    @Test(arguments: [("36", "maanden", 1_333_333), ("40", "maanden", 1_200_000), ("36", "dagen", 1_344_292)])
    func theWorkedExampleComesOut(hours: String, basis: String, cents: Int) throws {
        let example = Example(Self.obligation(["voltijd_uren": hours, "jaarbasis": basis]))
        let valuation = try example.value {
            $0.start = Day(iso: "2026-03-01")
            $0.end = Day(iso: "2026-08-31")
        }
        #expect(valuation.value == Cents(Int64(cents)))
        #expect(valuation.days == 184 && valuation.blockValue == Cents(4_000_000))
        #expect(valuation.reasons.isEmpty)
    }

    @Test func theExplanationShowsTheSum() throws {
        let valuation = try Example(Self.utrecht).value {
            $0.start = Day(iso: "2026-03-01")
            $0.end = Day(iso: "2026-08-31")
        }
        #expect(
            valuation.explanation(.dutch)
                == "€ 40.000 x 24/36 x 184/365 = € 13.442,92; telt mee van 01-03-2026 (begindatum) t/m 31-08-2026 (einddatum)"
        )
        #expect(
            valuation.explanation(.english)
                == """
                €40,000 x 24/36 x 184/365 = €13,442.92; counts from 1 Mar 2026 (first day of the placement) through \
                31 Aug 2026 (last day of the placement)
                """)
    }

    /// First and last day of the placement in a contract of 2026-01-01 to 2027-12-31 with 6 months look-back and 12
    /// months of counting, reported over 2026: the days that count and what set the ends.
    @Test(
        arguments: [
            ("2026-03-01", "2026-03-01", 1, DayLimit.placement, DayLimit.placement),
            ("2026-03-02", "2026-03-01", 0, .placement, .placement),
            ("2026-01-01", "2026-12-31", 365, .placement, .placement),
            ("2026-02-01", nil, 334, .placement, .period), ("2025-07-01", nil, 181, .contract, .countingDuration),
            ("2025-01-01", nil, 0, .contract, .countingDuration), ("2026-12-31", nil, 1, .placement, .period),
            ("2027-01-01", nil, 0, .placement, .period), ("2025-06-30", "2026-01-01", 0, .contract, .placement),
            ("2025-07-01", "2026-01-01", 1, .contract, .placement),
            ("2025-08-31", nil, 242, .contract, .countingDuration),
        ] as [(String, String?, Int, DayLimit, DayLimit)])
    func daysAreThoseOfAllFour(start: String, end: String?, days: Int, first: DayLimit, last: DayLimit) throws {
        let example = Example(Self.obligation(["terugkijkmaanden": "6", "meetelduur": "12"]))
        let valuation = try example.value {
            $0.start = Day(iso: start)
            $0.end = end.map(Day.init(iso:))
        }
        #expect(valuation.days == days)
        #expect(valuation.reasons.isDisjoint(with: [.noCountedDay, .beganTooEarly]) == (days > 0))
        let counted = try #require(valuation.counted)
        #expect(counted.firstLimit == first && counted.lastLimit == last)
        if days == 0 { #expect(valuation.value == .zero) }
    }

    @Test func theContractLimitsTheDaysOnBothSides() throws {
        var example = Example(Self.utrecht)
        (example.start, example.end) = ("2026-03-10", "2026-03-12")
        let valuation = try example.value()
        #expect(valuation.days == 3)
        #expect(valuation.counted?.firstLimit == .contract && valuation.counted?.lastLimit == .contract)
        #expect(
            valuation.explanation(.dutch).hasSuffix(
                "telt mee van 10-03-2026 (begin van de looptijd) t/m 12-03-2026 (einde van de looptijd)"))
    }

    /// The look-back is a test of entry; days before the contract count only where the obligation says so.
    @Test(arguments: [
        ("12", "", "2025-03-10", 3), ("12", "", "2025-03-09", 0), ("0", "", "2026-03-09", 0),
        ("0", "", "2026-03-10", 3),
        ("", "", "2020-01-01", 3), ("12", "begindatum", "2025-03-10", 71), ("12", "begindatum", "2025-03-09", 0),
        ("12", "contract", "2026-01-01", 3), ("", "begindatum", "2026-02-20", 21),
    ])
    func lookBackIsATestOfEntry(months: String, from: String, start: String, days: Int) throws {
        var example = Example(Self.utrecht)
        (example.start, example.end) = ("2026-03-10", "2026-03-12")
        example.obligations[0]["terugkijkmaanden"] = months
        example.obligations[0]["telt_vanaf"] = from
        let valuation = try example.value("2026-01-01", "2026-12-31") { $0.start = Day(iso: start) }
        #expect(valuation.days == days)
        #expect(valuation.reasons.contains(.beganTooEarly) == (days == 0))
        #expect((valuation.value == .zero) == (days == 0))
        if days == 3 { #expect(valuation.counted?.first == Day(iso: "2026-03-10")) }
    }

    @Test(arguments: [
        ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2025-08-31", 1, "2025-09-30"),
        ("2025-08-15", 6, "2026-02-14"), ("2024-02-29", 12, "2025-02-28"), ("2025-01-01", 12, "2025-12-31"),
        ("2025-01-30", 1, "2025-02-28"), ("2025-01-28", 1, "2025-02-27"),
    ])
    func monthsEndOnTheDayBefore(start: String, months: Int, end: String) {
        #expect(Day(iso: start).end(ofMonths: months) == Day(iso: end))
    }

    /// A full calendar year is worth the block and no more, whatever its days are divided into.
    @Test(arguments: [("dagen", 4_000_000), ("weken", 4_000_000), ("maanden", 4_000_000)])
    func aLeapYearIsNoMoreThanAYear(basis: String, cents: Int) throws {
        var example = Example(Self.obligation(["jaarbasis": basis]))
        example.start = "2023-01-01"
        let valuation = try example.value("2024-01-01", "2024-12-31") {
            $0.start = Day(iso: "2024-01-01")
            $0.hoursPerWeek = Quantity(36)
        }
        #expect(valuation.days == 366 && valuation.value == Cents(Int64(cents)))
    }

    @Test(arguments: [("2026-01-15", "2026-01-31", 17, 31), ("2026-02-01", "2026-02-14", 14, 28)])
    func partsOfAMonthGoByItsDays(start: String, end: String, part: Int, whole: Int) throws {
        let months = Months(from: Day(iso: start), through: Day(iso: end))
        #expect(months.parts * UInt64(whole) == UInt64(part) * Months.partsOfMonth)
    }

    @Test func hoursAboveFullTimeCountAsFullTime() throws {
        let valuation = try Example(Self.utrecht).value { $0.hoursPerWeek = Quantity(40) }
        #expect(valuation.value == Cents(4_000_000) && valuation.fte == Quantity(1))
        #expect(valuation.reasons == .aboveFullTime)
        #expect(valuation.explanation(.dutch).hasPrefix("€ 40.000 x 36/36 x 365/365 = € 40.000;"))
        #expect(valuation.explanation(.dutch).hasSuffix("meer dan voltijd telt als voltijd"))
    }

    @Test(arguments: [("11.9999", 0), ("12", 1_166_667)])
    func belowTheMinimumNothingCounts(hours: String, cents: Int) throws {
        let example = Example(["tabel_id": "HARLINGEN"])
        let valuation = try example.value { $0.hoursPerWeek = Quantity(hours) }
        #expect(valuation.value == Cents(Int64(cents)))
        #expect(valuation.reasons.contains(.belowMinimumHours) == (cents == 0))
        if cents == 0 {
            #expect(valuation.explanation(.dutch).hasPrefix("€ 0;"))
            #expect(valuation.explanation(.dutch).hasSuffix("minder uren per week dan het minimum (12)"))
        }
    }

    /// Half a cent goes up: 0.01 euro for half of full time over half of 730 days is a quarter of a cent, over 730 days
    /// a half.
    @Test(arguments: [("2026-01-01", "2026-12-31", "20", 1), ("2026-01-01", "2026-12-31", "19.998", 0)])
    func halfACentGoesUp(from: String, through: String, hours: String, cents: Int) throws {
        var example = Example(["tabel_id": "PROEF", "voltijd_uren": "40"])
        example.tables = [
            (
                "proef.csv",
                ownTable(
                    "PROEF", [:],
                    [["blok_code": "PW", "doelgroep": "PW", "waarde": "0,01", "eenheid": "jaar"]])
            )
        ]
        let valuation = try example.value(from, through) { $0.hoursPerWeek = Quantity(hours) }
        #expect(valuation.value == Cents(Int64(cents)))
    }

    @Test func roundingFollowsTheObligation() throws {
        func value(_ rounding: String) throws -> PlacementValuation {
            try Example(Self.obligation(["afronding": rounding])).value("2026-01-01", "2026-01-10") {
                $0.hoursPerWeek = Quantity(12)
            }
        }
        // 40000 x 12/36 x 10/365 = 365.2968...
        #expect(try value("per_rij").value == Cents(36_530))
        #expect(try value("hele_euro").value == Cents(36_500))
        var perRow = ValuationTotal()
        var perTotal = ValuationTotal()
        for _ in 0..<100 {
            perRow.add(try value("per_rij"))
            perTotal.add(try value("per_totaal"))
        }
        #expect(perRow.value == Cents(3_653_000))
        #expect(perTotal.value == Cents(3_652_968) && perRow.unroundedRowsValue == Cents(3_652_968))
    }

    @Test func exactSumsOfThirdsAreWhole() {
        let third = ExactAmount(Cents(1), times: 1, over: 3)!
        let sixth = ExactAmount(Cents(1), times: 1, over: 6)!
        #expect((third + third + third) == ExactAmount(Cents(1)) || (third + third + third).rounded == Cents(1))
        #expect((third + sixth).rounded == Cents(1) && third.rounded == .zero)
        #expect(ExactAmount(Cents(-1), times: 1, over: 3) == nil && ExactAmount(Cents(1), times: 1, over: 0) == nil)
        #expect(ExactAmount(Cents(.max), times: .max, over: 1) == nil)
        // As ROUND in a workbook: a credit note takes back what its invoice brought.
        for half in [50, 150, 23_350] as [Int64] {
            #expect(ExactAmount(Cents(half)).roundedToEuros == Cents(half + 50))
            #expect(ExactAmount(Cents(-half)).roundedToEuros == Cents(-half - 50))
        }
        #expect(ExactAmount(Cents(-149)).roundedToEuros == Cents(-100))
        #expect(ExactAmount(Cents(-151)).roundedToEuros == Cents(-200))
        let half = ExactAmount(Cents(1), times: 1, over: 2)!
        #expect(
            (ExactAmount(Cents(-1)) + half).rounded == Cents(-1) && (ExactAmount(Cents(1)) + half).rounded == Cents(2))
        #expect((ExactAmount(Cents(-150)) + third).roundedToEuros == Cents(-100))
        #expect(
            ExactAmount(Cents(150)).roundedToEuros == Cents(200) && ExactAmount(Cents(149)).roundedToEuros == Cents(100)
        )
        let large = ExactAmount(Cents(1), times: 1, over: 4_611_686_018_427_387_903)!
        #expect((large + third).cents == 0)
    }
}

@Suite struct ValuationMethodTests {
    @Test(arguments: [("", "1872", 192), ("1900", "1900", 0), ("2080", "2080", 0)])
    func workedHoursTakeThePlaceOfBothFractions(setting: String, yearHours: String, standard: Int) throws {
        let example = Example([
            "tabel_id": "UTRECHT", "rekenmethode": "gewerkte_uren", "jaaruren": setting,
        ])
        let valuation = try example.value { $0.workedHours = Quantity(600) }
        let expected = Int64((4_000_000.0 * 600 / Double(yearHours)!).rounded())
        #expect(valuation.value == Cents(expected))
        #expect(valuation.terms?.yearHours?.origin == (standard > 0 ? .standard : .obligation))
        #expect(valuation.explanation(.dutch).hasPrefix("€ 40.000 x 600/\(Quantity(yearHours).formatted(.dutch)) = "))
    }

    @Test func withoutWorkedHoursThereIsNoValueByThem() throws {
        let example = Example(["tabel_id": "UTRECHT", "rekenmethode": "gewerkte_uren"])
        let valuation = try example.value()
        #expect(valuation.value == nil && valuation.reasons == .hoursMissing && valuation.fte == Quantity("0.6667"))
        #expect(valuation.explanation(.dutch).hasPrefix("geen waarde: de uren ontbreken; telt mee van"))
        var valuer = try example.valuer()
        #expect(
            valuer.value(
                try example.placement(),
                hoursByPeriod: [
                    HoursOfPeriod(period: valuer.period, hours: Quantity(936))
                ]
            ).value == Cents(2_000_000))
    }

    /// Each row is within what one person can work in ten years; their sum takes more than 32 bits of ten-thousandths.
    @Test func hoursOfManyRowsAreKeptWhole() throws {
        let example = Example(["tabel_id": "UTRECHT"])
        var valuer = try example.valuer()
        let row = HoursOfPeriod(period: valuer.period, hours: Quantity(100_000))
        let valuation = valuer.value(try example.placement(), hoursByPeriod: [row, row, row])
        #expect(valuation.reportedHours == Quantity(300_000))
        let usual = valuer.value(
            try example.placement(), hoursByPeriod: [HoursOfPeriod(period: valuer.period, hours: Quantity(20))])
        #expect(usual.reportedHours == Quantity(20) && usual.workedHours == Quantity(20))
        let none = valuer.value(try example.placement())
        #expect(none.reportedHours == nil && none.workedHours == nil)
    }

    @Test func hoursOfAPartOfThePeriodAreNotSplit() throws {
        let example = Example(["tabel_id": "UTRECHT", "rekenmethode": "gewerkte_uren", "meetelduur": "3"])
        let valuation = try example.value { $0.workedHours = Quantity(300) }
        #expect(valuation.reasons == .hoursNotSplit && valuation.days == 90)
        let over = try example.value("2026-04-01", "2026-12-31") { $0.workedHours = Quantity(600) }
        #expect(over.value == .zero && over.reasons == .noCountedDay && over.workedHours == .zero)
    }

    @Test(
        arguments: [
            ("maand", "750", "contract", 900_000, "€ 750 x 12 maanden"),
            ("maand", "750", "eenheid", 900_000, "€ 750 x 12 maanden"),
            ("jaar", "20000", "eenheid", 2_000_000, "€ 20.000 x 365/365"),
            ("jaar", "20000", "contract", 1_333_333, "€ 20.000 x 24/36 x 365/365"),
            ("uur", "24,04", "eenheid", 1_442_400, "€ 24,04 x 600 uur"),
            ("dag", "10", "eenheid", 365_000, "€ 10 x 365 dagen"),
            ("eenmalig", "5000", "contract", 500_000, "€ 5.000"), ("dagdeel", "10", "eenheid", nil, "geen waarde"),
        ] as [(String, String, String, Int64?, String)])
    func unitsCountByTheirUnit(unit: String, value: String, method: String, cents: Int64?, text: String) throws {
        var example = Example(["tabel_id": "PROEF", "rekenmethode": method])
        let block = ["blok_code": "PW", "doelgroep": "PW", "waarde": value, "eenheid": unit]
        example.tables = [("proef.csv", ownTable("PROEF", ["voltijd_uren": "36"], [block]))]
        let valuation = try example.value { $0.workedHours = Quantity(600) }
        #expect(valuation.value == cents.map { Cents($0) })
        #expect(valuation.explanation(.dutch).hasPrefix(text))
    }

    /// One of something is said as one.
    @Test(arguments: [
        ("dag", "31-12", "€ 10 x 1 dag =", "€10 x 1 day ="), ("maand", "01-12", "€ 10 x 1 maand =", "€10 x 1 month ="),
    ])
    func oneDayAndOneMonthAreSingular(unit: String, from: String, dutch: String, english: String) throws {
        var example = Example(["tabel_id": "PROEF", "rekenmethode": "eenheid"])
        let block = ["blok_code": "PW", "doelgroep": "PW", "waarde": "10", "eenheid": unit]
        example.tables = [("proef.csv", ownTable("PROEF", ["voltijd_uren": "36"], [block]))]
        let day = Day(iso: "2026-" + from.split(separator: "-").reversed().joined(separator: "-"))
        let valuation = try example.value { $0.start = day }
        #expect(valuation.explanation(.dutch).hasPrefix(dutch))
        #expect(valuation.explanation(.english).hasPrefix(english))
    }

    /// What counts once counts in the period of the first day that can count.
    @Test(arguments: [
        ("2026-01-01", "2026-03-31", 500_000), ("2026-04-01", "2026-06-30", 0), ("2025-10-01", "2025-12-31", 0),
    ])
    func whatCountsOnceCountsOnce(from: String, through: String, cents: Int) throws {
        var example = Example(["tabel_id": "PROEF"])
        let block = ["blok_code": "PW", "doelgroep": "PW", "waarde": "5000", "eenheid": "eenmalig"]
        example.tables = [("proef.csv", ownTable("PROEF", ["voltijd_uren": "36"], [block]))]
        let valuation = try example.value(from, through) { $0.start = Day(iso: "2025-11-01") }
        #expect(valuation.value == Cents(Int64(cents)))
        #expect(valuation.reasons.contains(.countedOnceBefore) == (from == "2026-04-01"))
    }

    @Test func aMaximumPerMonthHoldsForThePlacement() throws {
        var example = Example(["tabel_id": "PROEF"])
        let block = [
            "blok_code": "PW", "doelgroep": "PW", "waarde": "12000", "eenheid": "jaar",
            "max_per_periode": "500 per maand",
        ]
        example.tables = [("proef.csv", ownTable("PROEF", ["voltijd_uren": "24"], [block]))]
        let valuation = try example.value()
        #expect(valuation.value == Cents(600_000) && valuation.reasons == .maximumReached)
        #expect(valuation.explanation(.dutch).hasPrefix("€ 500 x 12 maanden = € 6.000;"))
    }
}

@Suite struct BlockChoiceTests {
    static func block(_ table: String, _ change: (inout Placement) -> Void) throws -> String {
        let valuation = try Example(["tabel_id": table, "voltijd_uren": "36"]).value("2026-01-01", "2026-12-31", change)
        guard let block = valuation.block else {
            return valuation.reasons.contains(.noBlock) ? "geen" : "meer"
        }
        return block.code + " " + (block.value?.description ?? "factuur")
    }

    @Test func theBlockFitsTheRow() throws {
        #expect(try Self.block("OOST-NEDERLAND") { $0.durationClass = .overTwoYears } == "PW 40000.00")
        #expect(try Self.block("OOST-NEDERLAND") { $0.durationClass = nil } == "geen")
        #expect(try Self.block("OOST-NEDERLAND") { $0.durationClass = .underOneYear } == "PW 30000.00")
        #expect(try Self.block("OOST-NEDERLAND") { $0.durationClass = .overOneYear } == "geen")
        #expect(try Self.block("OOST-NEDERLAND") { $0.kind = .trial } == "WEP 750.00")
        #expect(try Self.block("OOST-NEDERLAND") { $0.targetGroup = .shelteredWork } == "BAN 40000.00")
        #expect(try Self.block("LEIDEN-2023-09") { $0.durationClass = nil } == "PW 30000.00")
        #expect(try Self.block("LEIDEN-2023-09") { $0.targetGroup = .withoutBenefit } == "NUG 5000.00")
        #expect(try Self.block("UTRECHT") { $0.targetGroup = .statusHolder } == "geen")
        #expect(try Self.block("UTRECHT") { ($0.targetGroup, $0.level) = (.workLearning, .one) } == "ENTREE 35000.00")
        #expect(try Self.block("UTRECHT") { ($0.targetGroup, $0.level) = (.internship, .four) } == "BOL 20000.00")
        #expect(try Self.block("UTRECHT") { ($0.targetGroup, $0.level) = (.internship, nil) } == "geen")
        #expect(
            try Self.block("UTRECHT-OUD-36U") { ($0.targetGroup, $0.kind) = (.shelteredEmployment, .secondment) }
                == "WSW factuur")
        #expect(
            try Self.block("UTRECHT-OUD-36U") { ($0.targetGroup, $0.kind) = (.shelteredEmployment, .employment) }
                == "BAN 35000.00")
        #expect(try Self.block("HARLINGEN") { $0.kind = .workExperience } == "WEP 7500.00")
        #expect(
            try Self.block("HARLINGEN") { ($0.targetGroup, $0.employedBefore) = (.workLearning, .yes) }
                == "BBL 10000.00")
        #expect(
            try Self.block("HARLINGEN") { ($0.targetGroup, $0.employedBefore) = (.workLearning, .unknown) } == "geen")
    }

    @Test func aBlockThatCountsByInvoiceHasNoValueHere() throws {
        let valuation = try Example(["tabel_id": "UTRECHT-OUD-36U"]).value {
            ($0.targetGroup, $0.kind) = (.shelteredEmployment, .secondment)
        }
        #expect(valuation.value == nil && valuation.reasons == .countsByInvoice)
    }

    @Test func whatTheFileKeepsOutIsNamed() throws {
        let valuation = try Example(["tabel_id": "HARLINGEN"]).value {
            ($0.targetGroup, $0.durationClass) = (.unemployment, .underOneYear)
        }
        #expect(valuation.value == Cents(1_000_000) && valuation.reasons == .declarationNeeded)
        #expect(
            valuation.explanation(.dutch).hasSuffix(
                "inkoop gaat na wat niet in het bestand staat: ww ten minste 3 maanden"))
    }

    /// Of two lines for the same rows nothing is guessed, unless they are the same line twice: then the first stands.
    @Test(
        arguments: [
            (["blok_code": "PW2"], nil), (["doelgroep": "PW|WW"], nil), (["waarde": "200"], 100),
            (["blok_code": "pw"], 100),
            (["omschrijving": "anders", "meetelduur": "1"], 100),
        ] as [([String: String], Int64?)])
    func whereTheTableDoesNotChooseThereIsNoValue(_ change: [String: String], _ block: Int64?) throws {
        var example = Example(["tabel_id": "PROEF"])
        let line = ["blok_code": "PW", "doelgroep": "PW", "waarde": "100", "eenheid": "jaar"]
        example.tables = [
            ("p.csv", ownTable("PROEF", ["voltijd_uren": "36"], [line, line.merging(change) { $1 }]))
        ]
        let valuation = try example.value()
        #expect(valuation.blockValue == block.map { Cents($0 * 100) })
        #expect((valuation.value == nil) == (block == nil) && valuation.reasons == (block == nil ? .severalBlocks : []))
        let problems = ValuationTables(register: try example.register).problems
        #expect(problems.map { $0.isUsable ? $0.row : -1 } == (block == nil ? [] : [4]))
    }
}
