import Intake
import Plumbing
import SocialReturnModel
import Testing

/// What `reader` makes of `text` once trimmed, with the repairs of trimming.
private func read<Value>(
    _ text: String, _ reader: (UnsafeBufferPointer<UInt8>) -> Reading<Value>
) -> Reading<Value> {
    var text = text
    return text.withUTF8 { bytes in
        let (range, repairs) = CellReader.trim(bytes)
        var reading = reader(UnsafeBufferPointer(rebasing: bytes[range]))
        reading.repairs.formUnion(repairs)
        return reading
    }
}

private func ask(_ text: String, _ question: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    var text = text
    return text.withUTF8(question)
}

@Suite("Reading cells: ends and marks")
struct CellMarkTests {
    @Test(
        arguments: [
            ("", "", []), ("a", "a", []), (" a ", "a", .trimmed), ("\t a\r\n", "a", .trimmed), (" \t ", "", .trimmed),
            ("\u{a0}a b\u{202f}", "a b", .noBreakSpace), ("\u{feff}a\u{200b}", "a", .zeroWidth),
            ("a\u{a0}b", "a\u{a0}b", []),
            ("\u{2060}\u{200d} \u{a0}", "", [.zeroWidth, .trimmed, .noBreakSpace]), ("é", "é", []), ("€", "€", []),
            ("à\u{a0}", "à", .noBreakSpace), ("\u{200e}1\u{200f}", "1", .zeroWidth),
        ] as [(String, String, Repairs)])
    func trimming(_ text: String, _ trimmed: String, _ repairs: Repairs) {
        var bytes = text
        bytes.withUTF8 { bytes in
            let result = CellReader.trim(bytes)
            #expect(String(decoding: bytes[result.range], as: UTF8.self) == trimmed)
            #expect(result.repairs == repairs)
        }
    }

    @Test(arguments: [
        "#N/B", "#N/A", "#n/a", "#VERW!", "#REF!", "#DEEL/0!", "#DIV/0!", "#WAARDE!", "#VALUE!", "#NAAM?", "#NAME?",
        "#GETAL!", "#NUM!", "#LEEG!", "#NULL!", "#OVERLOOP!", "#SPILL!", "##", "########", "Err:502",
    ])
    func errorValues(_ text: String) {
        #expect(ask(text, CellReader.isExcelError))
        #expect(read(text, CellReader.day).problem == .excelError)
        #expect(read(text, CellReader.money).problem == .excelError)
        #expect(read(text, CellReader.number).problem == .excelError)
        #expect(read(text, CellReader.kvk).problem == .excelError)
        #expect(read(text, CellReader.period).problem == .excelError)
    }

    @Test(arguments: ["", "#", "#1", "##1", "#N/Bx", "N/B", "#VERW", "nr. #N/B", "#socialreturn", "Err:5", "Err:5a2"])
    func noErrorValues(_ text: String) { #expect(!ask(text, CellReader.isExcelError)) }

    @Test(arguments: ["1,23E+11", "1.2E10", "1E5", "-1,2e-3", "+9,0000001E+07"])
    func scientific(_ text: String) {
        #expect(ask(text, CellReader.isScientific))
        #expect(read(text, CellReader.money).problem == .shortenedNumber)
        #expect(read(text, CellReader.number).problem == .shortenedNumber)
        #expect(read(text, CellReader.kvk).problem == .damagedByExcel)
        #expect(read(text, CellReader.number).value == nil)
    }

    @Test(arguments: ["", "E", "E5", "12", "1,2E", "1,2E+", "A1E5", "1E5x", ",5E3", "EUR", "1 E5"])
    func notScientific(_ text: String) { #expect(!ask(text, CellReader.isScientific)) }

    @Test(arguments: ["=1+1", "+31", "-5", "@SUM", "\t=1", "- leerplek", "--a"])
    func formulas(_ text: String) { #expect(ask(text, CellReader.startsLikeFormula)) }

    @Test(arguments: ["", "-", "--", "- ", "a=1", " =1", "1-2", "–"])
    func noFormulas(_ text: String) { #expect(!ask(text, CellReader.startsLikeFormula)) }

    @Test(arguments: ["CafÃ©", "â‚¬ 5", "Â€ 5", "Â§ 3", "Ã\u{a0}", "\u{fffd}", "aâ€™s", "ï»¿naam", "Ã«", "Ã“"])
    func mojibake(_ text: String) { #expect(ask(text, CellReader.looksMojibake)) }

    @Test(arguments: [
        "", "Café", "€ 5", "§ 3", "Ãrea", "SÃO", "Âge", "pâte", "naïef", "â", "’s-Gravenhage", "Ã", "Zoë\u{a0}",
    ])
    func noMojibake(_ text: String) { #expect(!ask(text, CellReader.looksMojibake)) }

    @Test func everyRepairHasItsOwnName() {
        #expect(Repairs.all.count == 25)
        #expect(Set(Repairs.all.map { Repairs.name($0).nl }).count == 25)
        #expect(Set(Repairs.all.map { Repairs.name($0).en }).count == 25)
        #expect(
            Array(Repairs([.zeroWidth, .digitsGrouped, .trimmed]).kinds) == [.trimmed, .zeroWidth, .digitsGrouped])
        #expect(Array(Repairs([]).kinds).isEmpty)
    }
}

@Suite("Reading cells: numbers")
struct NumberReadingTests {
    /// Cells that money and numbers read alike: the value in ten-thousandths.
    @Test(
        arguments: [
            ("0", 0, [], nil), ("7", 70_000, [], nil), ("-7", -70_000, [], nil), ("+7", 70_000, [], nil),
            ("-0", 0, [], nil),
            ("12,5", 125_000, .decimalComma, .comma), ("12.5", 125_000, [], .point),
            (",50", 5000, .decimalComma, .comma),
            (".5", 5000, [], .point), ("1.", 10_000, [], .point), ("1,", 10_000, .decimalComma, .comma),
            ("0012,50", 125_000, .decimalComma, .comma), ("13333.33", 133_333_300, [], .point),
            ("1.234,56", 12_345_600, [.thousandsSeparator, .decimalComma], .comma),
            ("1,234.56", 12_345_600, .thousandsSeparator, .point),
            ("1.234.567", 12_345_670_000, .thousandsSeparator, .comma),
            ("1,234,567", 12_345_670_000, .thousandsSeparator, .point),
            ("1.234.567,8", 12_345_678_000, [.thousandsSeparator, .decimalComma], .comma),
            ("1 234,50", 12_345_000, [.thousandsSeparator, .decimalComma], .comma),
            ("1\u{a0}234,50", 12_345_000, [.thousandsSeparator, .decimalComma, .noBreakSpace], .comma),
            ("1\u{202f}234", 12_340_000, [.thousandsSeparator, .noBreakSpace], nil),
            ("1'234.50", 12_345_000, .thousandsSeparator, .point), ("1’234", 12_340_000, .thousandsSeparator, nil),
            ("1\u{200b}2", 120_000, .zeroWidth, nil),
            ("€1.234,56", 12_345_600, [.currencySign, .thousandsSeparator, .decimalComma], .comma),
            ("€ -12,50", -125_000, [.currencySign, .decimalComma], .comma),
            ("-€ 12,50", -125_000, [.currencySign, .decimalComma], .comma),
            ("\u{2212}12", -120_000, [], nil), ("EUR 12", 120_000, .currencySign, nil),
            ("12 euro", 120_000, .currencySign, nil),
            ("12,50 €", 125_000, [.currencySign, .decimalComma], .comma), ("12 eur", 120_000, .currencySign, nil),
            ("(12,50)", -125_000, [.negativeNotation, .decimalComma], .comma),
            ("€ (12,50)", -125_000, [.currencySign, .negativeNotation, .decimalComma], .comma),
            ("12,50-", -125_000, [.negativeNotation, .decimalComma], .comma),
            ("€ 12,-", 120_000, [.currencySign, .decimalComma], .comma), ("12,--", 120_000, .decimalComma, .comma),
            ("€ 1.250,–", 12_500_000, [.currencySign, .thousandsSeparator, .decimalComma], .comma),
            ("€ -", 0, [.currencySign, .accountingZero], nil), ("€-", 0, [.currencySign, .accountingZero], nil),
            ("-   €", 0, [.currencySign, .accountingZero], nil), (" 5 ", 50_000, .trimmed, nil),
        ] as [(String, Int64, Repairs, DecimalSign?)])
    func alike(_ text: String, _ value: Int64, _ repairs: Repairs, _ sign: DecimalSign?) {
        let number = read(text, CellReader.number)
        #expect(number.value == Quantity(tenThousandths: value))
        #expect(number.problem == nil && number.alternative == nil)
        #expect(number.repairs == repairs)
        #expect(number.decimalSign == sign)
        let money = read(text, CellReader.money)
        #expect(money.value == Cents(value / 100))
        #expect(money.problem == nil && money.alternative == nil)
        #expect(money.repairs == repairs)
        #expect(money.decimalSign == sign)
    }

    @Test(arguments: [
        "--5", "+-5", "-(5)", "(5", "5)", "((5))", "5--", "-5-", "€", "€€5", "€ 5 €", "+", "%", "€ +", "()", ".", ",",
        "1.23.456", "1.2345.678", "12345.678,90", "1,23.45,6", "1.234,56,7", "1.234.56", "1,2,3", "1 23", "12  345",
        "1 2345",
        "1 234.567,8", "1'234 567", "0x10", "12a", "a12", "12 uur", "1/2", "ja", "EU 5", "5 ro", "1.234.", "1 234,5 6",
        "5€%€",
        "٣", "½", "1e", "inf", "nan", "99999999999999999999x", "1,5,",
    ])
    func unreadable(_ text: String) {
        for reading in [read(text, CellReader.number).map2, read(text, CellReader.money).map2] {
            #expect(reading.hasValue == false && reading.problem == .unreadableNumber && reading.repairs.isEmpty)
        }
    }

    @Test(arguments: ["", "-", " ", "–", "\u{a0}"])
    func nothing(_ text: String) {
        #expect(read(text, CellReader.number).value == nil && read(text, CellReader.number).problem == nil)
        #expect(read(text, CellReader.money).value == nil && read(text, CellReader.money).problem == nil)
        #expect(read(text, CellReader.day).value == nil && read(text, CellReader.day).problem == nil)
        #expect(read(text, CellReader.kvk).value == nil && read(text, CellReader.kvk).problem == nil)
        #expect(read(text, CellReader.period).value == nil && read(text, CellReader.period).problem == nil)
    }

    /// A word for the unit of the column is left out, and any other word or sign makes it something else.
    @Test(
        arguments: [
            ("24 uur", .hours, 240_000, nil), ("24,5 u.", .hours, 245_000, nil),
            ("24 UUR PER WEEK", .hoursOfWeek, 240_000, nil),
            ("24 p/w", .hoursOfWeek, 240_000, nil), ("24u/w", .hoursOfWeek, 240_000, nil),
            ("24 hours a week", .hoursOfWeek, 240_000, nil), ("1.872 uur per jaar", .hoursOfYear, 18_720_000, nil),
            ("3 personen", .persons, 30_000, nil), ("46 procent", .percent, 460_000, nil),
            ("6 mnd.", .months, 60_000, nil),
            ("0,8 fte", .fullTimeEquivalents, 8_000, nil),
            ("24 uur per maand", .hoursOfWeek, nil, .unreadableNumber),
            ("24 uur per week", .hours, nil, .unreadableNumber),
            ("3 uur", .persons, nil, .unreadableNumber), ("24 uur", .any, nil, .unreadableNumber),
            ("24:00 uur", .hours, nil, .timeNotNumber), ("uur", .hours, nil, .unreadableNumber),
            ("24%", .hours, nil, .otherUnit), ("€ 24", .hoursOfWeek, nil, .otherUnit),
            ("3 %", .persons, nil, .otherUnit),
            ("€ 24", .percent, nil, .otherUnit), ("24% uur", .hours, nil, .unreadableNumber),
            ("46%", .percent, 460_000, nil), ("€ 24", .any, 240_000, nil), ("46%", .any, 460_000, nil),
        ] as [(String, NumberUnit, Int64?, CellProblem?)])
    func unitsBesideNumbers(text: String, unit: NumberUnit, parts: Int64?, problem: CellProblem?) {
        let reading = read(text) { CellReader.number($0, within: nil, of: unit) }
        #expect(reading.value?.tenThousandths == parts)
        #expect(text.hasPrefix("1.872") || reading.problem == problem)
        #expect(reading.repairs.contains(.unitWord) == (parts != nil && text.contains(where: \.isLetter)))
    }

    @Test func shares() {
        let share = read("46 %", CellReader.number)
        #expect(share.value == Quantity(46) && share.repairs == .percentSign)
        #expect(read("33,33%", CellReader.number).value == Quantity(tenThousandths: 333_300))
        #expect(read("46%", CellReader.money).problem == .unreadableNumber)
        #expect(read("46%%", CellReader.number).problem == .unreadableNumber)
    }

    @Test(arguments: [
        ("1.234", 1234, 123), ("-12.345", -12_345, -1235), ("€ 999.999", 999_999, 100_000), ("1.000", 1000, 100),
    ])
    func pointBeforeThreeDigits(_ text: String, _ euros: Int64, _ otherCents: Int64) {
        let money = read(text, CellReader.money)
        #expect(money.value == Cents(euros * 100) && money.alternative == Cents(otherCents))
        #expect(money.problem == .ambiguousNumber && money.decimalSign == nil)
        #expect(money.repairs.contains(.thousandsSeparator) && !money.repairs.contains(.rounded))
    }

    @Test func doubtInNumbers() {
        let point = read("1.234", CellReader.number)
        #expect(point.value == Quantity(1234) && point.alternative == Quantity(tenThousandths: 12_340))
        #expect(point.problem == .ambiguousNumber && point.decimalSign == nil)
        let comma = read("1,234", CellReader.number)
        #expect(comma.value == Quantity(tenThousandths: 12_340) && comma.alternative == Quantity(1234))
        #expect(comma.problem == .ambiguousNumber && comma.decimalSign == nil)
        let hours = read("24,500") { CellReader.number($0, within: 0...9_990_000) }
        #expect(hours.value == Quantity(tenThousandths: 245_000) && hours.problem == nil && hours.decimalSign == .comma)
    }

    @Test(arguments: [
        ("0,3", true), ("0.95", true), ("0,3%", false), ("0,3 procent", false), ("1", true), ("1%", false),
        ("1,01", false),
        ("0", false),
        ("-0,3", false),
    ])
    func partOfOneAmongShares(_ text: String, _ isDoubtful: Bool) {
        let reading = read(text) { CellReader.number($0, within: nil, of: .share) }
        #expect(reading.value != nil && (reading.problem == .partOrPercent) == isDoubtful)
        #expect(read(text) { CellReader.number($0, within: nil, of: .percent) }.problem == nil)
    }

    @Test func commaBeforeThreeDigitsInMoney() {
        let money = read("1,235", CellReader.money)
        #expect(money.value == Cents(124) && money.alternative == Cents(123_500))
        #expect(money.problem == .ambiguousNumber && money.decimalSign == nil)
        #expect(money.repairs == [.decimalComma, .rounded])
    }

    @Test(arguments: [
        ("0.123", 1230), ("0,123", 1230), (".123", 1230), ("1234.567", 12_345_670), ("1 234.567", 12_345_670),
        ("1.2345", 12_345), ("007.123", 71_230),
    ])
    func threeDecimalsWithoutDoubt(_ text: String, _ value: Int64) {
        let reading = read(text, CellReader.number)
        #expect(reading.value == Quantity(tenThousandths: value))
        #expect(reading.problem == nil && reading.decimalSign != nil)
    }

    @Test(arguments: [
        ("0,12344", 1234, true), ("0,12345", 1235, true), ("-0,12345", -1235, true), ("0,123449999", 1234, true),
        ("0,1234000", 1234, false), ("0,99995", 10_000, true), ("37.500000000000004", 375_000, true),
        ("-0,00004", 0, true),
    ])
    func rounding(_ text: String, _ value: Int64, _ isRounded: Bool) {
        let reading = read(text, CellReader.number)
        #expect(reading.value == Quantity(tenThousandths: value))
        #expect(reading.repairs.contains(.rounded) == isRounded)
    }

    @Test func cents() {
        #expect(read("13333,335", CellReader.money).value == Cents(1_333_334))
        #expect(read("13333,335", CellReader.money).repairs == [.decimalComma, .rounded])
        #expect(read("13333,334999", CellReader.money).value == Cents(1_333_333))
        #expect(read("-0,005", CellReader.money).value == Cents(-1))
        #expect(read("0,00", CellReader.money).value == .zero)
    }

    @Test func edgesOfTheTypes() {
        #expect(read("92233720368547758.07", CellReader.money).value == Cents(.max))
        #expect(read("92233720368547758.08", CellReader.money).problem == .outOfBounds)
        #expect(read("92233720368547758.075", CellReader.money).problem == .outOfBounds)
        #expect(read("922337203685477.5807", CellReader.number).value == Quantity(tenThousandths: .max))
        #expect(read("922337203685477.5808", CellReader.number).problem == .outOfBounds)
        #expect(read("99999999999999", CellReader.number).value == Quantity(99_999_999_999_999))
        #expect(
            read("0," + String(repeating: "1", count: 80), CellReader.number).value == Quantity(tenThousandths: 1111))
        #expect(read(String(repeating: "0", count: 200), CellReader.number).problem == .unreadableNumber)
    }
}

extension Reading {
    /// The parts of a reading that do not depend on its type.
    fileprivate var map2: (hasValue: Bool, problem: CellProblem?, repairs: Repairs) { (value != nil, problem, repairs) }
}

@Suite("Reading cells: days")
struct DayReadingTests {
    @Test(
        arguments: [
            ("01-03-2026", []), ("2026-03-01", []), ("1-3-2026", .dateNotation), ("01/03/2026", .dateNotation),
            ("1/3/2026", .dateNotation), ("01.03.2026", .dateNotation), ("2026/03/01", .dateNotation),
            ("2026-3-1", .dateNotation), ("20260301", .dateNotation), ("01 03 2026", .dateNotation),
            ("01-03-2026 00:00", .timeDropped), ("2026-03-01T00:00:00", .timeDropped),
            ("1-3-2026 0:00", [.dateNotation, .timeDropped]),
            ("2026-03-01 13:45:10.123", .timeDropped), ("2026-03-01T00:00:00Z", .timeDropped),
            ("2026-03-01T23:00:00+01:00", .timeDropped), ("2026-03-01 00:00:00+00:00", .timeDropped),
            ("2026-03-01T09:00:00Z", .timeDropped), ("2026-03-01T23:30:00+0100", .timeDropped),
            ("2026-03-01 12:00:00+02", .timeDropped), ("2026-03-01T12:00:00-05:00", .timeDropped),
            ("3/01/2026 9:15 PM", [.dateNotation, .timeDropped]),
            ("1 maart 2026", .monthName), ("1 Maart 2026", .monthName), ("1-mrt-2026", .monthName),
            ("1 mrt. 2026", .monthName),
            ("01-MAR-2026", .monthName), ("1 March 2026", .monthName), ("1. maart 2026", .monthName),
            ("1/mrt/2026", .monthName),
            ("01\u{2011}03\u{2011}2026", []), ("1\u{a0}maart\u{a0}2026", [.monthName, .noBreakSpace]),
            ("\u{200e}01-03-2026", .zeroWidth), ("01-\u{200b}03-2026", .zeroWidth),
        ] as [(String, Repairs)])
    func firstOfMarch(_ text: String, _ repairs: Repairs) {
        let reading = read(text, CellReader.day)
        let expected = text.hasPrefix("3/01") ? Day(year: 2026, month: 1, day: 3) : Day(year: 2026, month: 3, day: 1)
        #expect(reading.value == expected)
        #expect(reading.problem == nil)
        #expect(reading.repairs == repairs)
    }

    @Test(arguments: [
        ("jan", 1), ("januari", 1), ("january", 1), ("feb", 2), ("februari", 2), ("february", 2), ("mrt", 3),
        ("maart", 3),
        ("mar", 3), ("march", 3), ("apr", 4), ("april", 4), ("mei", 5), ("may", 5), ("jun", 6), ("juni", 6),
        ("june", 6),
        ("jul", 7), ("juli", 7), ("july", 7), ("aug", 8), ("augustus", 8), ("august", 8), ("sep", 9), ("sept", 9),
        ("september", 9), ("okt", 10), ("oktober", 10), ("oct", 10), ("october", 10), ("nov", 11), ("november", 11),
        ("dec", 12), ("december", 12),
    ])
    func monthNames(_ name: String, _ month: Int) {
        #expect(read("2 \(name) 2026", CellReader.day).value == Day(year: 2026, month: month, day: 2))
        #expect(read("2-\(name.uppercased())-2026", CellReader.day).value == Day(year: 2026, month: month, day: 2))
        #expect(read("2 \(name)x 2026", CellReader.day).problem == .invalidDate)
    }

    @Test(arguments: [
        ("29-02-2024", true), ("29-02-2026", false), ("29-02-2000", true), ("29-02-2100", false), ("31-02-2026", false),
        ("30-04-2026", true), ("31-04-2026", false), ("01-01-1900", true), ("31-12-2199", true), ("00-01-2026", false),
        ("01-00-2026", false), ("2026-12-31", true),
        ("2026-13-01", false),
        ("2026-25-03", false), ("20240229", true), ("20260229", false), ("01032026", true), ("31042026", false),
        ("20122012", true), ("29 feb 2024", true),
        ("29 feb 2026", false), ("32-13-2026", false),
    ])
    func calendar(_ text: String, _ exists: Bool) {
        let reading = read(text, CellReader.day)
        #expect((reading.value != nil) == exists)
        #expect(reading.problem == (exists ? nil : .invalidDate))
    }

    @Test(arguments: [
        "1", "2026", "maart", "1-3", "1-3-", "1-3-20", "1-3-026", "1-3-20266", "1-3/2026", "001-3-2026", "1-003-2026",
        "--", "-1-3-2026",
        "1-3-2026-", "1-3-2026x", "12345678901", "1-mrt", "mrt-26", "1mrt2026", "1-mrt-2026-", "01-03-2026 25:00",
        "01-03-2026 :00",
        "01-03-2026T", "01-03-202600:00", "00:00", "01-03-2026 00:61", "2025-12-31T23:00:00.000Z",
        "2026-02-28 23:00:00+00:00", "2026-02-28 22:00:00+00", "2026-02-28T18:30:00-05:00", "2026-03-01T03:00:00+09:00",
        "12,5", "onbekend",
        "19999", "80001",
        "45658,", "45658,0x", "45658.0.0", "45658 00:00", "4565,0", "q1", "t/m", "２０２６-03-01",
    ])
    func noDate(_ text: String) {
        let reading = read(text, CellReader.day)
        if text == "1-3-20" {
            #expect(reading.value == Day(year: 2020, month: 3, day: 1))
        } else {
            #expect(reading.value == nil && reading.problem == .invalidDate && reading.repairs.isEmpty)
        }
    }

    @Test(arguments: ["03/25/2026", "03-25-2026", "3/25/26", "12/31/2026", "03/25/2026 00:00", "02.29.2024"])
    func monthFirst(_ text: String) {
        let reading = read(text, CellReader.day)
        #expect(reading.value == nil && reading.problem == .monthBeforeDay)
    }

    @Test(arguments: [("02/30/2026"), ("02/29/2026"), ("13/13/2026"), ("00/25/2026")])
    func monthFirstButNoSuchDay(_ text: String) { #expect(read(text, CellReader.day).problem == .invalidDate) }

    @Test(arguments: [
        ("01-03-26", 2026), ("01-03-00", 2000), ("01-03-69", 2069), ("01-03-70", 1970), ("01-03-99", 1999),
        ("1-mrt-26", 2026),
        ("1/3/98", 1998), ("1 maart 26", 2026),
    ])
    func shortYears(_ text: String, _ year: Int) {
        let reading = read(text, CellReader.day)
        #expect(reading.value == Day(year: year, month: 3, day: 1))
        #expect(reading.problem == .twoDigitYear && reading.repairs.contains(.twoDigitYear))
    }

    @Test(
        arguments: [
            ("45658", "2025-01-01", .serialDay), ("45658,0", "2025-01-01", .serialDay),
            ("45658.00", "2025-01-01", .serialDay),
            ("45658,5", "2025-01-01", [.serialDay, .timeDropped]), ("20000", "1954-10-03", .serialDay),
            ("20000,1", "1954-10-03", [.serialDay, .timeDropped]), ("80000", "2119-01-11", .serialDay),
        ] as [(String, String, Repairs)])
    func serials(_ text: String, _ day: String, _ repairs: Repairs) {
        let reading = read(text, CellReader.day)
        #expect(reading.value?.description == day)
        #expect(reading.problem == .serialDay && reading.repairs == repairs)
    }
}

@Suite("Reading cells: KvK numbers and periods")
struct KvKAndPeriodReadingTests {
    @Test(
        arguments: [
            ("12345678", []), ("1234 5678", .digitsGrouped), ("12.345.678", .digitsGrouped),
            ("12-34-56-78", .digitsGrouped),
            ("12345678,0", .digitsGrouped), ("12345678.00", .digitsGrouped), ("'12345678", .digitsGrouped),
            ("12\u{a0}345\u{a0}678", [.digitsGrouped, .noBreakSpace]), ("1234\u{200b}5678", .zeroWidth),
            (" 12345678", .trimmed),
        ] as [(String, Repairs)])
    func kvk(_ text: String, _ repairs: Repairs) {
        let reading = read(text, CellReader.kvk)
        #expect(reading.value?.description == "12345678")
        #expect(reading.problem == nil && reading.repairs == repairs)
    }

    @Test func leadingAndTrailingZeros() {
        #expect(read("00000001", CellReader.kvk).value?.description == "00000001")
        #expect(read("90000000", CellReader.kvk).value?.description == "90000000")
        #expect(read("90.000.000", CellReader.kvk).value?.description == "90000000")
        #expect(read("90000000,000", CellReader.kvk).value?.description == "90000000")
    }

    @Test(arguments: ["1234567", "1.234.567", "1234567,0", "1234567.00", "1,23E+07", "1.2345678E7"])
    func damagedKvK(_ text: String) {
        let reading = read(text, CellReader.kvk)
        #expect(reading.value == nil && reading.problem == .damagedByExcel)
    }

    @Test(arguments: [
        "123456", "123456789", "12345678a", "KvK 1234567", "NL123456789B01", "BV 12345678", "12345678,5", "123456.78",
        "1234567.8",
        "-12345678",
        "12345678-", "1234--5678", "12345678.", "'", "''12345678", ",0", "0", "00", "12,345,678", "geen", "1234５678",
    ])
    func invalidKvK(_ text: String) {
        let reading = read(text, CellReader.kvk)
        #expect(reading.value == nil && reading.problem == .invalidKvK && reading.repairs.isEmpty)
    }

    @Test(
        arguments: [
            ("2026", "2026", []), ("2026-H1", "2026-H1", []), ("2026-h2", "2026-H2", []),
            ("2026H2", "2026-H2", .dateNotation),
            ("H1 2026", "2026-H1", .dateNotation), ("2026-Q2", "2026-Q2", []), ("2026 Q2", "2026-Q2", .dateNotation),
            ("Q2-2026", "2026-Q2", .dateNotation), ("q4 2026", "2026-Q4", .dateNotation),
            ("K3 2026", "2026-Q3", .dateNotation),
            ("2e kwartaal 2026", "2026-Q2", .dateNotation), ("1ste Kwartaal 2026", "2026-Q1", .dateNotation),
            ("tweede halfjaar 2026", "2026-H2", .dateNotation), ("Kwartaal 4 2026", "2026-Q4", .dateNotation),
            ("2026-06", "2026-06", []), ("2026-6", "2026-06", .dateNotation), ("2026/06", "2026-06", .dateNotation),
            ("202606", "2026-06", .dateNotation), ("06-2026", "2026-06", .dateNotation),
            ("juni 2026", "2026-06", .monthName),
            ("Juni-2026", "2026-06", .monthName), ("jun. 2026", "2026-06", .monthName),
            ("jun-26", "2026-06", [.monthName, .twoDigitYear]), ("mrt-98", "1998-03", [.monthName, .twoDigitYear]),
            ("01-04-2026/30-06-2026", "2026-Q2", []), ("01-04-2026/15-04-2026", "01-04-2026/15-04-2026", []),
            ("2026-04-01/2026-06-30", "2026-Q2", []), ("01-04-2026 t/m 30-06-2026", "2026-Q2", []),
            ("01-04-2026 tot en met 30-06-2026", "2026-Q2", []), ("01-04-2026 - 30-06-2026", "2026-Q2", .dateNotation),
            ("01-04-2026\u{a0}–\u{a0}30-06-2026", "2026-Q2", [.dateNotation, .noBreakSpace]),
            ("1/4/2026 T/M 30/6/2026", "2026-Q2", .dateNotation), ("1/4/2026/30/6/2026", "2026-Q2", .dateNotation),
            ("1 april 2026 t/m 30 juni 2026", "2026-Q2", .monthName), ("20260401/20260630", "2026-Q2", .dateNotation),
            ("01-04-2026/01-04-2026", "01-04-2026/01-04-2026", []),
            ("april t/m juni 2026", "2026-Q2", [.monthName, .dateNotation]),
            ("Q2 2026 (april-juni)", "2026-Q2", [.monthName, .dateNotation]),
            ("2e kwartaal '26", "2026-Q2", [.dateNotation, .twoDigitYear]),
            ("Q2 26", "2026-Q2", [.dateNotation, .twoDigitYear]),
            ("kw2 2026", "2026-Q2", .dateNotation), ("heel 2026", "2026", .dateNotation),
            ("2026-04/2026-06", "2026-Q2", .dateNotation), ("1/4-30/6/2026", "2026-Q2", .dateNotation),
            ("Q1, Q2 en Q3 2026", "01-01-2026/30-09-2026", .dateNotation),
        ] as [(String, String, Repairs)])
    func periods(_ text: String, _ notation: String, _ repairs: Repairs) {
        let reading = read(text, CellReader.period)
        #expect(reading.value?.description == notation)
        #expect(reading.problem == nil && reading.repairs == repairs)
    }

    @Test func periodWithShortYears() {
        let reading = read("1-4-26 t/m 30-6-26", CellReader.period)
        #expect(reading.value?.description == "2026-Q2" && reading.problem == .twoDigitYear)
    }

    @Test(arguments: [
        "20260", "2026-", "0000", "0000-Q1", "31-12-0000/01-02-2026", "2026-H3", "2026-H0", "2026-Q5", "2026-Q",
        "2026-Q22", "2026-13", "2026-00",
        "202613", "Q2",
        "2026-2", "2-2026", "1 april 2026", "april en juni 2026", "Q2 2026 (mei-juni)", "5e kwartaal 2026",
        "3e halfjaar 2026", "2 kwartaal 2026", "juni", "06-26", "13-2026", "2026,0",
        "01-04-2026",
        "01-04-2026/", "/30-06-2026", "30-06-2026/01-04-2026", "31-06-2026/31-07-2026", "01-04-2026 tot 30-06-2026",
        "45658/45700",
        "2026/2027", "t/m t/m t/m t/m", "01-04-2026/30-06-2026/31-07-2026",
    ])
    func noPeriod(_ text: String) {
        let reading = read(text, CellReader.period)
        let isNumbered = ["2026-2", "2-2026"].contains(text)
        #expect(reading.value == nil && reading.problem == (isNumbered ? .monthOrQuarter : .invalidPeriod))
        #expect(reading.repairs.isEmpty)
    }
}

@Suite("Reading cells: any value, any bytes")
struct CellRoundTripTests {
    @Test func daysReadBack() {
        var generator = SeededGenerator(seed: 20_260_401)
        for _ in 0..<2000 {
            let day = Day(daysSince1970: .random(in: -25_567...84_005, using: &generator))
            let (year, month, number) = day.components
            let iso = day.description
            let notations = [
                iso, day.formatted(.dutch), day.formatted(.english), iso.filter { $0 != "-" },
                "\(number)-\(month)-\(year)",
                "\(number)/\(month)/\(year)", "\(number).\(month).\(year)", "\(year)/\(month)/\(number)",
                iso + "T00:00:00",
                day.formatted(.dutch) + " 23:59",
            ]
            for notation in notations {
                let reading = read(notation, CellReader.day)
                #expect(reading.value == day && reading.problem == nil, "\(notation)")
            }
            if (20_000...80_000).contains(day.spreadsheetSerial) {
                #expect(read("\(day.spreadsheetSerial)", CellReader.day).value == day)
            }
            let end = day.adding(days: Int.random(in: 0...800, using: &generator))
            if let period = ReportingPeriod(from: day, through: end), end.components.year <= 2199 {
                #expect(read(period.description, CellReader.period).value == period, "\(period)")
            }
        }
    }

    @Test func amountsReadBack() {
        var generator = SeededGenerator(seed: 1_333_333)
        for _ in 0..<4000 {
            let bits = Int.random(in: 0...62, using: &generator)
            let raw = Int64.random(in: -(1 << bits)...(1 << bits), using: &generator)
            let amount = Cents(raw)
            let dutch = amount.formatted(.dutch)
            for text in [amount.description, dutch, amount.formatted(.english), String(dutch.dropFirst(2))] {
                let reading = read(text, CellReader.money)
                #expect(reading.value == amount && reading.problem == nil, "\(text)")
            }
            let quantity = Quantity(tenThousandths: raw)
            for text in [quantity.description, quantity.formatted(.dutch), quantity.formatted(.english)] {
                let reading = read(text, CellReader.number)
                #expect(
                    reading.value == quantity || reading.alternative == quantity || isThreeDecimals(text), "\(text)")
                if reading.problem == nil, !isThreeDecimals(text) { #expect(reading.value == quantity, "\(text)") }
            }
        }
    }

    /// Whether English grouping, `1,234`, looks like a Dutch number with three decimals.
    private func isThreeDecimals(_ text: String) -> Bool {
        text.split(separator: ",").count == 2 && !text.contains(".") && text.split(separator: ",")[1].count == 3
    }

    @Test func quantitiesInOneLanguageReadBackOrSayTheyAreDoubtful() {
        for whole in [0, 1, 12, 999, 1000, 1234, 999_999, 1_000_000] {
            let quantity = Quantity(whole)
            let reading = read(quantity.formatted(.dutch), CellReader.number)
            #expect(reading.value == quantity)
            #expect((reading.problem == .ambiguousNumber) == (1000..<1_000_000).contains(whole))
        }
    }

    @Test func randomBytesNeverTrap() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array(
            "0123456789012345678901234567890123456789-/.,:  '%()+€EURekwhqtmT/#! jan mrt okt\u{a0}\u{202f}\u{200b}–â"
                .utf8)
        for round in 0..<60_000 {
            let count = Int.random(in: 0...(round % 50 == 0 ? 140 : 24), using: &generator)
            let isWild = round % 4 == 0
            let bytes = (0..<count).map { _ in
                isWild ? UInt8.random(in: 0...255, using: &generator) : alphabet.randomElement(using: &generator) ?? 0
            }
            bytes.withUnsafeBufferPointer { all in
                let trimmed = UnsafeBufferPointer(rebasing: all[CellReader.trim(all).range])
                for cell in [all, trimmed] {
                    check(CellReader.day(cell))
                    check(CellReader.money(cell))
                    check(CellReader.number(cell))
                    check(CellReader.kvk(cell))
                    check(CellReader.period(cell))
                    _ = (
                        CellReader.looksMojibake(cell), CellReader.startsLikeFormula(cell),
                        CellReader.isScientific(cell)
                    )
                }
            }
        }
    }

    /// A problem comes with a value or without, as its case says; repairs come with a value only.
    private func check<Value>(_ reading: Reading<Value>) {
        switch reading.problem {
        case nil: break
        case .ambiguousNumber, .twoDigitYear, .serialDay, .partOrPercent: #expect(reading.value != nil)
        default: #expect(reading.value == nil)
        }
        if reading.value == nil { #expect(reading.repairs.isEmpty && reading.alternative == nil) }
        if reading.alternative != nil { #expect(reading.problem == .ambiguousNumber) }
    }
}
