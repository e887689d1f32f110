import SocialReturnModel
import Testing

@Suite struct NumberTests {
    @Test(arguments: [
        (0, "0.00", "€ 0,00", "€0.00"), (5, "0.05", "€ 0,05", "€0.05"), (-5, "-0.05", "€ -0,05", "-€0.05"),
        (99_999, "999.99", "€ 999,99", "€999.99"), (100_000, "1000.00", "€ 1.000,00", "€1,000.00"),
        (1_333_333, "13333.33", "€ 13.333,33", "€13,333.33"), (-1_333_333, "-13333.33", "€ -13.333,33", "-€13,333.33"),
        (123_456_789_012, "1234567890.12", "€ 1.234.567.890,12", "€1,234,567,890.12"),
        (Int64.min, "-92233720368547758.08", "€ -92.233.720.368.547.758,08", "-€92,233,720,368,547,758.08"),
    ])
    func centsAreWritten(cents: Int64, machine: String, dutch: String, english: String) {
        #expect(Cents(cents).description == machine)
        #expect(Cents(cents).formatted(.dutch) == dutch)
        #expect(Cents(cents).formatted(.english) == english)
    }

    @Test func centsAreAddedAndCompared() {
        #expect(Cents(150) + Cents(-200) == Cents(-50))
        #expect(Cents(150) - Cents(200) == Cents(-50))
        #expect(Cents(-50).magnitude == Cents(50))
        #expect(Cents(-1) < .zero && .zero < Cents(1))
        #expect(Cents(1_333_333).euros == 13_333.33)
        var sum = Cents(10)
        sum += Cents(5)
        #expect(sum == Cents(15))
    }

    @Test(arguments: [
        (0, "0", "0", "0"), (10_000, "1", "1", "1"), (375_000, "37.5", "37,5", "37.5"),
        (1, "0.0001", "0,0001", "0.0001"),
        (-1, "-0.0001", "-0,0001", "-0.0001"), (333_300, "33.33", "33,33", "33.33"), (100_000, "10", "10", "10"),
        (12_345_000, "1234.5", "1.234,5", "1,234.5"), (-12_345_000, "-1234.5", "-1.234,5", "-1,234.5"),
        (10_000_000_000, "1000000", "1.000.000", "1,000,000"), (-9_990_000, "-999", "-999", "-999"),
    ])
    func quantitiesAreWritten(tenThousandths: Int64, machine: String, dutch: String, english: String) {
        let quantity = Quantity(tenThousandths: tenThousandths)
        #expect(quantity.description == machine)
        #expect(quantity.formatted(.dutch) == dutch)
        #expect(quantity.formatted(.english) == english)
    }

    @Test func quantitiesAreAddedAndCompared() {
        #expect(Quantity(36) == Quantity(tenThousandths: 360_000))
        #expect(Quantity(36).whole == 36)
        #expect(Quantity(-2).whole == -2)
        #expect(Quantity(tenThousandths: 375_000).whole == nil)
        #expect(Quantity(tenThousandths: 375_000).double == 37.5)
        #expect(Quantity(2) + Quantity(3) == Quantity(5))
        #expect(Quantity(2) - Quantity(3) == Quantity(-1))
        #expect(Quantity(-1) < .zero)
        var sum = Quantity(1)
        sum += Quantity(tenThousandths: 5000)
        #expect(sum.description == "1.5")
    }
}
