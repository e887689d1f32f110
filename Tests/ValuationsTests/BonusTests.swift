import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

@Suite struct BonusTests {
    /// Utrecht, 36 hours, the whole of 2026: bonuses add to the block of 40,000.
    @Test(arguments: [
        ("VAST", 5_000_000, "VAST counted"), ("vast, leeftijd", 6_000_000, "VAST counted LEEFTIJD counted"),
        ("VAST+LEEFTIJD+STA", 7_000_000, "VAST counted LEEFTIJD counted STA counted"),
        ("VAST VAST", 5_000_000, "VAST counted"), ("IPS", 4_000_000, "IPS unknownCode"),
        ("leeftijd/xyz", 5_000_000, "LEEFTIJD counted XYZ unknownCode"), (" ", 4_000_000, ""),
    ])
    func claimedBonusesAreAdded(cell: String, cents: Int, outcome: String) throws {
        let valuation = try Example(["tabel_id": "UTRECHT"]).value(bonuses: cell) {
            ($0.hoursPerWeek, $0.contractForm, $0.ageClass) = (Quantity(36), .permanent, .from50)
        }
        #expect(valuation.value == Cents(Int64(cents)))
        #expect(valuation.bonuses.map { "\($0.code) \($0.standing)" }.joined(separator: " ") == outcome)
        #expect(valuation.reasons.contains(.bonusNotCounted) == outcome.contains("unknown"))
    }

    @Test func aBonusIsProRataLikeItsBlock() throws {
        let valuation = try Example(["tabel_id": "UTRECHT"]).value("2026-01-01", "2026-12-31", bonuses: "VAST") {
            ($0.start, $0.end, $0.contractForm) = (Day(iso: "2026-03-01"), Day(iso: "2026-08-31"), .permanent)
        }
        // 50000 x 24/36 x 184/365 = 16803.6529...
        #expect(valuation.value == Cents(1_680_365) && valuation.yearlyBonus == Cents(1_000_000))
        #expect(valuation.bonuses[0].amount == Cents(336_073))
        #expect(valuation.explanation(.dutch).hasPrefix("(€ 40.000 + € 10.000 VAST) x 24/36 x 184/365 = € 16.803,65;"))
    }

    @Test func conditionsAreChecked() throws {
        let valuation = try Example(["tabel_id": "UTRECHT"]).value(bonuses: "VAST LEEFTIJD") {
            ($0.hoursPerWeek, $0.ageClass) = (Quantity(36), .from27)
        }
        #expect(valuation.value == Cents(4_000_000))
        #expect(valuation.bonuses.map(\.standing) == [.conditionNotMet, .conditionNotMet])
        #expect(
            valuation.explanation(.dutch).hasSuffix(
                "VAST voldoet niet aan de voorwaarde; LEEFTIJD voldoet niet aan de voorwaarde"))
    }

    @Test(arguments: [(AgeClass.from50, 4_000_000), (.is55, 4_250_000), (.from56, 4_250_000), (.from27, 3_500_000)])
    func oneCodeMayHaveALineForEachCondition(age: AgeClass, cents: Int) throws {
        let valuation = try Example(["tabel_id": "HARLINGEN"]).value(bonuses: "LEEFTIJD") {
            ($0.hoursPerWeek, $0.ageClass) = (Quantity(36), age)
        }
        #expect(valuation.value == Cents(Int64(cents)))
    }

    /// Haaglanden has a bonus and no block for a job after special education.
    @Test func aBonusThatNamesItsGroupNeedsNoBlock() throws {
        let example = Example(["tabel_id": "HAAGLANDEN-2023-07"])
        let valuation = try example.value(bonuses: "VSOBAAN LEEFTIJD") {
            ($0.targetGroup, $0.hoursPerWeek, $0.ageClass) = (.specialEducation, Quantity(36), .from56)
        }
        #expect(valuation.value == Cents(2_500_000) && valuation.block == nil)
        #expect(valuation.bonuses.map(\.standing) == [.counted, .noBlock])
        #expect(valuation.reasons.isSuperset(of: [.noBlock, .declarationNeeded, .bonusNotCounted]))
        let stage = try example.value(bonuses: "VSOBAAN") {
            ($0.targetGroup, $0.hoursPerWeek, $0.kind) = (.specialEducation, Quantity(36), .internship)
        }
        #expect(stage.value == Cents(750_000) && stage.bonuses.map(\.standing) == [.conditionNotMet])
        let none = try example.value { $0.targetGroup = .specialEducation }
        #expect(none.value == nil)
    }

    @Test func trainingCostsAreNoAmountOfTheTable() throws {
        let valuation = try Example(["tabel_id": "HAAGLANDEN-2023-07"]).value(bonuses: "OPLEIDING")
        #expect(valuation.bonuses.map(\.standing) == [.byInvoice])
    }

    static func own(_ bonuses: [[String: String]], unit: String = "jaar", hours: String = "24") -> Example {
        var example = Example(["tabel_id": "PROEF"])
        let block = ["blok_code": "PW", "doelgroep": "PW", "waarde": "1000", "eenheid": unit]
        example.tables = [("proef.csv", ownTable("PROEF", ["voltijd_uren": hours], [block] + bonuses))]
        return example
    }

    /// `nee` means alone: the highest goes before the others together when it is worth more.
    @Test(arguments: [
        (["A": "nee", "B": "nee"], "A B", 130_000, "B"), (["A": "nee", "B": "ja"], "A B", 130_000, "B"),
        (["A": "ja", "B": "nee", "C": "ja"], "A B C", 150_000, "AC"), (["A": "ja", "B": ""], "A B", 140_000, "AB"),
        (["A": "nee", "B": "nee"], "A", 110_000, "A"),
    ])
    func bonusesThatStandAloneCountAlone(stacks: [String: String], cell: String, cents: Int, counted: String) throws {
        let values = ["A": "100", "B": "300", "C": "400"]
        let bonuses = stacks.sorted { $0.key < $1.key }.map {
            ["bonus_code": $0.key, "bonus_waarde": values[$0.key]!, "stapelbaar": $0.value]
        }
        let valuation = try Self.own(bonuses).value(bonuses: cell)
        #expect(valuation.value == Cents(Int64(cents)))
        #expect(valuation.bonuses.filter { $0.standing == .counted }.map(\.code).joined() == counted)
    }

    @Test(arguments: [("2026-01-01", "2026-03-31", 74_658), ("2026-04-01", "2026-06-30", 24_932)])
    func aBonusAtOnceCountsInTheFirstPeriod(from: String, through: String, cents: Int) throws {
        let bonus = ["bonus_code": "A", "bonus_waarde": "500", "naar_rato": "eenmalig"]
        let valuation = try Self.own([bonus]).value(from, through, bonuses: "A")
        #expect(valuation.value == Cents(Int64(cents)))
        #expect(valuation.bonuses[0].standing == (from == "2026-01-01" ? .counted : .countedBefore))
    }

    @Test func aYearlyBonusBesideABlockPerMonthGoesByTheYear() throws {
        let valuation = try Self.own([["bonus_code": "A", "bonus_waarde": "500"]], unit: "maand", hours: "48")
            .value(bonuses: "A")
        #expect(valuation.value == Cents(1_225_000))
        #expect(
            valuation.explanation(.dutch).hasPrefix("€ 1.000 x 12 maanden + € 500 A x 24/48 x 365/365 = € 12.250;"))
    }

    @Test func belowTheMinimumABonusIsZeroToo() throws {
        let valuation = try Example(["tabel_id": "HARLINGEN"]).value(bonuses: "LEEFTIJD") {
            ($0.hoursPerWeek, $0.ageClass) = (Quantity(8), .from56)
        }
        #expect(valuation.value == .zero && valuation.bonuses.map(\.amount) == [.zero])
    }
}

@Suite struct FormulaTests {
    static let cells = FormulaCells(
        blockValue: "H2", yearlyBonus: "N2", hoursPerWeek: "D2", fullTimeHours: "I2", days: "K2", workedHours: "L2")

    @Test(
        arguments: [
            (["tabel_id": "UTRECHT"], "", "ROUND(H2*MIN(D2,I2)*K2/(I2*365),2)"),
            (["tabel_id": "UTRECHT"], "VAST", "ROUND((H2+N2)*MIN(D2,I2)*K2/(I2*365),2)"),
            (["tabel_id": "UTRECHT", "jaarbasis": "weken"], "", "ROUND(H2*MIN(D2,I2)*364/(I2*364),2)"),
            (["tabel_id": "UTRECHT", "jaarbasis": "maanden"], "", "ROUND(H2*MIN(D2,I2)*4530960/(I2*4530960),2)"),
            (["tabel_id": "UTRECHT", "rekenmethode": "gewerkte_uren"], "", "ROUND(H2*L2/1872,2)"),
            (["tabel_id": "UTRECHT", "afronding": "hele_euro"], "", "ROUND(H2*MIN(D2,I2)*K2/(I2*365),0)"),
            (["tabel_id": "UTRECHT", "afronding": "per_totaal"], "", "H2*MIN(D2,I2)*K2/(I2*365)"),
            (["tabel_id": "UTRECHT", "min_uren": "30"], "", nil), (["tabel_id": "GRONINGEN"], "", nil),
        ] as [([String: String], String, String?)])
    func formulasMultiplyFirst(obligation: [String: String], bonuses: String, formula: String?) throws {
        let valuation = try Example(obligation).value(bonuses: bonuses) {
            ($0.contractForm, $0.workedHours) = (.permanent, Quantity(600))
        }
        #expect(valuation.formula(Self.cells) == formula)
    }

    @Test func formulasHoldWhatIsAddedOnceAndTheMaximum() throws {
        let bonus = ["bonus_code": "A", "bonus_waarde": "500", "naar_rato": "eenmalig"]
        #expect(
            try BonusTests.own([bonus]).value(bonuses: "A").formula(Self.cells)
                == "ROUND(H2*MIN(D2,I2)*K2/(I2*365)+500.00,2)")
        var example = Example(["tabel_id": "PROEF"])
        let block = [
            "blok_code": "PW", "doelgroep": "PW", "waarde": "12000", "eenheid": "maand", "max_per_periode": "5 per dag",
        ]
        example.tables = [("proef.csv", ownTable("PROEF", [:], [block]))]
        #expect(try example.value().formula(Self.cells) == "ROUND(MIN(H2*4530960/377580,5.00*K2),2)")
    }
}
