import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

@Suite struct ObligationTests {
    static func resolved(_ row: [String: String]) throws -> ResolvedObligation {
        try Example(row).terms.obligations[0]
    }

    @Test(
        arguments: [
            (
                ["percentage": "5,0", "grondslag": "loonsom", "grondslag_bedrag": "640000"], 3_200_000,
                "5% van € 640.000 (loonsom) = € 32.000"
            ),
            (["verplichting_bedrag": "32000"], 3_200_000, "afgesproken bedrag € 32.000"),
            (
                ["verplichting_bedrag": "30000", "percentage": "5", "grondslag_bedrag": "640000"], 3_000_000,
                "afgesproken bedrag € 30.000"
            ),
            (
                [
                    "percentage": "5", "grondslag": "opdrachtwaarde", "grondslag_bedrag": "10000000",
                    "maximum": "300000",
                ], 30_000_000,
                "5% van € 10.000.000 (opdrachtwaarde) = € 500.000; ten hoogste € 300.000"
            ),
            (
                ["percentage": "5", "grondslag_bedrag": "10000000", "maximum": "300000", "pso_korting": "12,5"],
                30_000_000,
                "5% van € 10.000.000 = € 500.000; ten hoogste € 300.000; PSO-korting 12,5% telt niet: geen geldig certificaat bekend"
            ),
            (["verplichting_bedrag": "1000", "pso_korting": "0"], 100_000, "afgesproken bedrag € 1.000"),
            (["verplichting_bedrag": "1000", "pso_korting": "150"], 100_000, "afgesproken bedrag € 1.000"),
            (["percentage": "2,5", "grondslag_bedrag": "0,20"], 1, "2,5% van € 0,20 = € 0,01"),
            (["percentage": "5"], nil, nil), (["doel_aantal": "4", "doel_eenheid": "plekken"], nil, nil),
        ] as [([String: String], Int64?, String?)])
    func amountsAreResolved(row: [String: String], cents: Int64?, text: String?) throws {
        let obligation = try Self.resolved(row)
        #expect(obligation.amount == cents.map { Cents($0) })
        #expect(obligation.explanation(.dutch) == text)
        #expect((obligation.explanation(.english) == nil) == (text == nil))
    }

    /// The maximum first, then the discount, each rounded to cents, half up; and no discount without a certificate.
    @Test(
        arguments: [
            (["verplichting_bedrag": "1000,05", "pso_korting": "7,5"], 100_005, 92_505),
            (["verplichting_bedrag": "80000", "maximum": "70000,01", "pso_korting": "7,5"], 7_000_001, 6_475_001),
            (["percentage": "2,5", "grondslag_bedrag": "0,20", "pso_korting": "50"], 1, 1),
            (
                ["percentage": "5", "grondslag_bedrag": "10000000", "maximum": "300000", "pso_korting": "12,5"],
                30_000_000, 26_250_000
            ),
            (["verplichting_bedrag": "0,99", "pso_korting": "33,33"], 99, 66),
            (["verplichting_bedrag": "1000", "pso_korting": "100"], 100_000, 0),
            (["verplichting_bedrag": "1000", "pso_korting": "150"], 100_000, 100_000),
            (["verplichting_bedrag": "1000"], 100_000, 100_000),
        ] as [([String: String], Int64, Int64)])
    func aDiscountWaitsForItsCertificate(row: [String: String], without: Int64, with: Int64) throws {
        let obligation = try Self.resolved(row)
        #expect(!obligation.discountHolds && obligation.appliedDiscount == nil && obligation.amount == Cents(without))
        let discounted = obligation.discounted(true)
        #expect(discounted.amount == Cents(with) && discounted.discounted(false).amount == Cents(without))
        if obligation.discount != nil {
            let words = try #require(obligation.explanation(.dutch))
            #expect(words.hasSuffix("telt niet: geen geldig certificaat bekend"))
            #expect(discounted.explanation(.dutch)?.contains("telt niet") == false)
        }
    }

    @Test func targetsNeedBothParts() throws {
        let places = try Self.resolved(["doel_aantal": "4", "doel_eenheid": "plekken"])
        #expect(places.target?.count == Quantity(4) && places.target?.unit == .places)
        #expect(try Self.resolved(["doel_aantal": "4"]).target == nil)
        #expect(try Self.resolved(["status": "vrijgesteld"]).isExempt)
    }
}

@Suite struct ContractTermsTests {
    @Test func settingsComeFromTheObligationThenTheTableThenTheStandard() throws {
        let bare = try Example(["tabel_id": "haaglanden-2023-07"]).terms
        #expect(bare.tableInUse?.id == "HAAGLANDEN-2023-07")
        #expect(bare.method == Setting(.contract, .standard) && bare.fullTimeHours == Setting(Quantity(36), .table))
        #expect(bare.yearHours == Setting(Quantity(1872), .standard) && bare.lookBackMonths == Setting(12, .table))
        #expect(bare.minimumHours == nil && bare.countingMonths == nil)
        #expect(bare.yearBasis == Setting(.days, .standard) && bare.rounding == Setting(.perRow, .standard))
        #expect(bare.valueTolerance == Setting(Cents(100), .standard))
        #expect(bare.firstEntry == Day(iso: "2025-01-01"))
        let full = try Example([
            "tabel_id": "HARLINGEN", "rekenmethode": "eenheid", "voltijd_uren": "38", "jaaruren": "1900",
            "min_uren": "8",
            "terugkijkmaanden": "0", "meetelduur": "9", "jaarbasis": "weken", "afronding": "hele_euro",
            "waarde_tolerantie": "25",
        ]).terms
        #expect(full.method == Setting(.units, .obligation) && full.fullTimeHours == Setting(Quantity(38), .obligation))
        #expect(full.yearHours == Setting(Quantity(1900), .obligation))
        #expect(
            full.minimumHours == Setting(Quantity(8), .obligation) && full.lookBackMonths == Setting(0, .obligation))
        #expect(full.countingMonths == Setting(9, .obligation) && full.yearBasis == Setting(.weeks, .obligation))
        #expect(full.rounding == Setting(.wholeEuros, .obligation))
        #expect(full.valueTolerance == Setting(Cents(2500), .obligation))
        #expect(try Example(["tabel_id": "HARLINGEN"]).terms.minimumHours == Setting(Quantity(12), .table))
        #expect(try Example(["tabel_id": "LEIDEN-2023-09", "voltijd_uren": "0"]).terms.fullTimeHours == nil)
    }

    /// Which day chooses: Leiden's table holds for tenders published from 1 September 2023.
    @Test(
        arguments: [
            ("publicatie", "2023-08-31", "2024-01-01", "notValid"), ("publicatie", "2023-09-01", "2020-01-01", "inUse"),
            ("gunning", "2020-01-01", "2023-09-01", "inUse"), ("gunning", "2024-01-01", "2023-08-31", "notValid"),
            ("", "2020-01-01", "2020-01-01", "unknownDay"), ("publicatie", nil, "2024-01-01", "unknownDay"),
        ] as [(String, String?, String?, String)])
    func theTableIsValidOnTheReferenceDay(kind: String, published: String?, awarded: String?, standing: String) throws {
        var example = Example(["tabel_id": "LEIDEN-2023-09", "peildatum_soort": kind, "voltijd_uren": "36"])
        (example.published, example.awarded) = (published, awarded)
        let valuation = try example.value()
        #expect((valuation.value == nil) == (standing == "notValid"))
        #expect(valuation.reasons.contains(.tableNotValid) == (standing == "notValid"))
        #expect(valuation.reasons.contains(.tableValidityUnknown) == (standing == "unknownDay"))
    }

    @Test(arguments: [("2023-08-31", false), ("2023-09-01", true)])
    func theStartOfEachPlacementCanBeTheReferenceDay(start: String, isValid: Bool) throws {
        var example = Example(["tabel_id": "LEIDEN-2023-09", "peildatum_soort": "start_inzet", "voltijd_uren": "36"])
        example.start = "2023-01-01"
        let valuation = try example.value { $0.start = Day(iso: start) }
        #expect((valuation.value != nil) == isValid && valuation.reasons.contains(.tableNotValid) != isValid)
    }

    /// Where no day counts the value is nothing, whichever table would have held.
    @Test func withoutACountingDayTheTablesDayDoesNotMatter() throws {
        let example = Example(["tabel_id": "LEIDEN-2023-09", "peildatum_soort": "start_inzet", "voltijd_uren": "36"])
        let valuation = try example.value {
            $0.start = Day(iso: "2023-08-31")
            $0.end = Day(iso: "2023-09-30")
        }
        #expect(valuation.value == .zero && valuation.reasons.contains(.tableNotValid) && valuation.days == 0)
    }

    @Test func aContractWithoutTableHasDaysAndFteOnly() throws {
        let without = try Example([:]).value()
        #expect(without.value == nil && without.fte == nil && without.days == 365)
        #expect(without.reasons == .tableNotNamed)
        let withHours = try Example(["voltijd_uren": "36"]).value()
        #expect(withHours.value == nil && withHours.fte == Quantity("0.6667"))
        #expect(
            withHours.explanation(.dutch)
                == """
                geen waarde: het contract noemt geen waarderingstabel; telt mee van 01-01-2026 (begindatum) t/m 31-12-2026 \
                (einde van de periode); 0,6667 fte
                """)
    }

    @Test func everyWayToHaveNoTableHasItsReason() throws {
        var example = Example(["tabel_id": "GRONINGEN"])
        #expect(try example.value().reasons == .tableUnknown)
        example.obligations = [["tabel_id": "UTRECHT", "status": "vrijgesteld"]]
        #expect(try example.value().reasons == .obligationExempt)
        example.obligations = [["tabel_id": "UTRECHT"], ["tabel_id": "HARLINGEN"]]
        #expect(try example.value().reasons == .severalTables)
        example.obligations = [["percentage": "5"], ["tabel_id": "UTRECHT"], ["tabel_id": "utrecht"]]
        #expect(try example.value().value != nil)
        example.obligations = [["tabel_id": "LEIDEN-2023-09"]]
        #expect(try example.value().reasons.contains(.fullTimeHoursUnknown))
        example.obligations = [["tabel_id": "UTRECHT"]]
        example.tables = [("utrecht.csv", "soort_regel;tabel_id\nblok;UTRECHT\n")]
        #expect(try example.value().reasons == .tableRefused)
        var placement = Placement()
        placement.start = Day(iso: "2026-01-01")
        placement.hoursPerWeek = Quantity(24)
        placement.targetGroup = .participationAct
        let period = ReportingPeriod(from: Day(iso: "2026-01-01"), through: Day(iso: "2026-03-31"))!
        var valuer = Valuer(register: nil, tables: ValuationTables(register: nil), period: period)
        #expect(valuer.value(placement).reasons == .registerMissing && valuer.value(placement).days == 90)
        valuer = try Example([:]).valuer()
        #expect(valuer.value(placement).reasons == .contractUnknown)
    }

    @Test func rowsWithoutWhatEveryRowNeedsHaveNoValue() throws {
        let example = Example(["tabel_id": "UTRECHT"])
        for change in [
            { $0.start = nil }, { $0.hoursPerWeek = nil }, { $0.hoursPerWeek = Quantity(-1) }, { $0.targetGroup = nil },
        ] as [(inout Placement) -> Void] {
            let valuation = try example.value("2026-01-01", "2026-12-31", change)
            #expect(valuation.value == nil && valuation.reasons.contains(.rowIncomplete))
        }
    }

    @Test func everyReasonHasWords() {
        #expect(ValuationReasons.all.count == 34)
        #expect(ValuationReasons.all.allSatisfy { !$0.text.nl.isEmpty && !$0.text.en.isEmpty })
        #expect(Set(ValuationReasons.all.map(\.text.nl)).count == 34)
    }
}
