import Intake
import Parameters
import SocialReturnModel
import Testing

@testable import Valuations

/// No figure that a file or a register can hold makes a value wrap, trap, or come out wrong.
@Suite struct LargeAmountTests {
    @Test(arguments: [
        (Int64(1_000_000_000_000_000), UInt64(1), UInt64(1), true), (1_000_000_000_000_001, 1, 1, false),
        (1_000_000_000_000, 1_000_000_000, 1, false), (1, .max, 1, false), (1, .max, .max, true),
        (Int64.max, 1, UInt64.max, true), (-1, 1, 1, false), (1, 1, 0, false), (Int64.max, UInt64.max, 1, false),
    ])
    func whatIsTooLargeIsUnknown(_ cents: Int64, _ times: UInt64, _ over: UInt64, _ isKnown: Bool) {
        #expect((ExactAmount(Cents(cents), times: times, over: over) != nil) == isKnown)
    }

    @Test func sumsStayAtTheEnd() throws {
        let third = try #require(ExactAmount(Cents(100), times: 1, over: 3))
        for edge in [Int64.min, .min + 1, .max - 1, .max] {
            let amount = ExactAmount(Cents(edge))
            for sum in [amount + amount, amount + third, third + amount + third + third, amount + third + third] {
                #expect(edge < 0 ? sum.cents < 0 : sum.cents > 0)
                #expect(edge < 0 ? sum.rounded < .zero : sum.rounded > .zero)
                #expect(edge < 0 ? sum.roundedToEuros < .zero : sum.roundedToEuros > .zero)
            }
        }
        #expect((third + third + third).rounded == Cents(100))
    }

    /// A hundred rows of the highest block and the most hours: those that still fit have their value, the others say why not.
    @Test(arguments: ["contract", "gewerkte_uren"])
    func valuesTogetherStayCountable(_ method: String) throws {
        var example = Example([
            "tabel_id": "PROEF", "rekenmethode": method, "voltijd_uren": "0,0001", "jaaruren": "0,0001",
        ])
        example.tables = [
            (
                "p.csv",
                ownTable(
                    "PROEF", ["voltijd_uren": "36"],
                    [["blok_code": "PW", "doelgroep": "PW", "waarde": "1000000000", "eenheid": "jaar"]])
            )
        ]
        var valuer = try example.valuer()
        let placement = try example.placement {
            $0.hoursPerWeek = Quantity(999)
            $0.workedHours = Quantity(100_000)
        }
        var sum = ExactAmount(.zero)
        var known = 0
        for _ in 0..<20_000 {
            let value = valuer.value(placement)
            guard let exact = value.exactValue else {
                #expect(value.value == nil && value.reasons.contains(.tooLarge))
                continue
            }
            known += 1
            sum = sum + exact
        }
        #expect(sum.cents <= NumberBounds.columnTotal && valuer.room >= 0)
        #expect(known == 10_000)
    }

    /// Rows are valued in parts side by side, and which of them no longer fit is as if they had come one after the other: also where the
    /// room ends in the middle of a part, and where rows of very different sizes follow.
    @Test(arguments: [1, 2, 3])
    func manyRowsAreValuedAsOneByOne(_ step: Int) throws {
        var example = Example([
            "tabel_id": "PROEF", "rekenmethode": "gewerkte_uren", "voltijd_uren": "36", "jaaruren": "1872",
        ])
        example.tables = [
            (
                "p.csv",
                ownTable(
                    "PROEF", ["voltijd_uren": "36"],
                    [["blok_code": "PW", "doelgroep": "PW", "waarde": "1000000000", "eenheid": "jaar"]])
            )
        ]
        let register = try example.register
        let row = try example.placement()
        let text = "inzet_id;contractnummer;deelnemercode\nI-1;\(Example.contractID);D-1\n"
        var table = try #require(try ActivityAndPurchaseTests.submission("inzet.csv", text, register).placements)
        let count = 40_000
        table.rows = (0..<count).map { index in
            var placement = row
            // Nearly a year, or an hour.
            placement.workedHours = Quantity(index % step == 0 ? 1_800 + index % 72 : 1)
            return placement
        }
        table.records = Array(repeating: table.records[0], count: count)
        table.isSetAside = (0..<count).map { $0 % 11 == 5 }
        var (sideBySide, oneByOne) = (try example.valuer(), try example.valuer())
        let found = sideBySide.values(of: table, hours: nil)
        var expected: [PlacementValuation?] = []
        oneByOne.forEachValue(of: table, at: table.rows.indices, hours: nil, isAccepted: { _ in false }) {
            expected.append($1)
        }
        #expect(found.count == count && expected.count == count)
        #expect(found.elementsEqual(expected) { $0?.value == $1?.value && $0?.reasons == $1?.reasons })
        #expect(sideBySide.room == oneByOne.room)
        // Some fit behind the first that did not.
        let tooLarge = expected.indices.filter { expected[$0]?.reasons.contains(.tooLarge) == true }
        #expect(!tooLarge.isEmpty && tooLarge.count < count - tooLarge[0])
    }

    @Test func purchasesAndActivitiesShareTheRoom() throws {
        var example = Example(["tabel_id": "PROEF"])
        example.tables = [
            (
                "p.csv",
                ownTable(
                    "PROEF", [:],
                    [
                        ["blok_code": "INK", "invoertabel": "sociale_inkoop", "eenheid": "factuur"],
                        ["blok_code": "ACT", "invoertabel": "activiteiten", "eenheid": "uur", "waarde": "1000000000"],
                    ])
            )
        ]
        let register = try example.register
        let invoices = (1...999).map { "BZK-1;90000001;P;F\($0);12-03-2026;10000000000,00;sw" }
        let purchases = try ActivityAndPurchaseTests.submission(
            "sociale_inkoop.csv",
            "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning\n"
                + invoices.joined(separator: "\n"), register)
        let activities = try ActivityAndPurchaseTests.submission(
            "activiteiten.csv",
            "contractnummer;soort;datum;uren\nBZK-1;gastles;12-03-2026;10\nBZK-1;gastles;13-03-2026;1\n", register)
        var valuer = try example.valuer()
        let values = valuer.values(of: try #require(purchases.purchases), isAccepted: { _ in true })
        #expect(values.allSatisfy { $0?.value == Cents(1_000_000_000_000) })
        let others = valuer.values(of: try #require(activities.activities))
        #expect(others.map { $0?.value } == [Cents(1_000_000_000_000), nil])
        #expect(others[1]?.reasons.contains(.tooLarge) == true)
    }
}
