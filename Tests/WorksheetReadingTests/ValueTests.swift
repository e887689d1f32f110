import Testing

@testable import WorksheetReading

@Suite struct ValueTests {
    private func bytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        Array(text.utf8).withUnsafeBufferPointer(body)
    }

    @Test(arguments: [
        ("12345678", "12345678"), ("12345678.0", "12345678"), ("24.5", "24,5"), ("1.234", "1,2340"),
        ("1234.5", "1234,5"), ("1E15", "1000000000000000"), ("1e+15", "1000000000000000"),
        ("0.30000000000000004", "0,3"), ("24.599999999999998", "24,6"), ("-3", "-3"), ("-0", "0"), ("-0.50", "-0,5"),
        ("0.125", "0,1250"), ("1E-3", "0,0010"), ("1.5E-7", "0,00000015"), ("9007199254740993", "9007199254740993"),
        ("12345678901234567", "12345678901234568"), ("123456789.123", "123456789,1230"), ("0.0", "0"),
        ("1.2340000000000001E3", "1234"), ("9999999999999.99", "9999999999999,99"), ("007", "7"),
        ("0.99999999999999999", "1"), ("999.9999999999999999", "1000"),
    ])
    func writesNumbersWithoutDoubt(_ written: String, _ read: String) {
        var number = DecimalText()
        #expect(bytes(written) { number.write($0) })
        #expect(String(decoding: number.bytes, as: UTF8.self) == read)
    }

    @Test(arguments: [
        ("0.125", "12,5%"), ("1", "100%"), ("0.29", "29%"), ("0.1234567", "12,34567%"), ("-0.05", "-5%"), ("0", "0%"),
        ("0.12125", "12,1250%"),
    ])
    func writesPercentages(_ written: String, _ read: String) {
        var number = DecimalText()
        #expect(bytes(written) { number.writePercentage($0) })
        #expect(String(decoding: number.bytes, as: UTF8.self) == read)
    }

    @Test(arguments: ["", "abc", "1,5", "nan", "inf", "1.2.3", "-"])
    func takesNothingElseForANumber(_ text: String) {
        var number = DecimalText()
        #expect(bytes(text) { number.write($0) } == false)
    }

    @Test(arguments: [
        (1.0, "01-01-1900"), (59.0, "28-02-1900"), (60.0, "29-02-1900"), (61.0, "01-03-1900"), (46203.0, "30-06-2026"),
        (46203.75, "30-06-2026"), (36526.0, "01-01-2000"), (2_958_465.0, "31-12-9999"),
    ])
    func countsDaysFrom1900(_ serial: Double, _ day: String) {
        let text = SerialDay(startsIn1904: false).text(serial, showsDay: true)
        #expect(text.map { String(decoding: $0, as: UTF8.self) } == day)
    }

    @Test(arguments: [(0.0, "01-01-1904"), (44741.0, "30-06-2026"), (1.0, "02-01-1904")])
    func countsDaysFrom1904(_ serial: Double, _ day: String) {
        let text = SerialDay(startsIn1904: true).text(serial, showsDay: true)
        #expect(text.map { String(decoding: $0, as: UTF8.self) } == day)
    }

    @Test(arguments: [-1.0, 0.0, 0.5, 2_958_466.0, 1e300, .nan, .infinity])
    func knowsNoOtherDays(_ serial: Double) {
        #expect(SerialDay(startsIn1904: false).text(serial, showsDay: true) == nil)
    }

    @Test func writesAMonthWhereOnlyTheMonthIsShown() {
        let days = SerialDay(startsIn1904: false)
        #expect(days.text(46174, showsDay: false) == Array("2026-06".utf8))
        #expect(days.text(46175, showsDay: false) == Array("02-06-2026".utf8))
    }

    @Test(arguments: [
        ("2026-06-30", "30-06-2026"), ("2026-06-30T08:15:00", "30-06-2026"), ("2026-6-30", nil), ("30-06-2026", nil),
        ("2026-06-30 8:00", nil),
    ])
    func readsISODates(_ text: String, _ day: String?) {
        #expect(bytes(text) { SerialDay.text(iso: $0) }.map { String(decoding: $0, as: UTF8.self) } == day)
    }

    @Test(arguments: [
        ("General", NumberFormat.number), ("0.00", .number), ("#,##0.00 \"dagen\"", .number), ("@", .number),
        ("dd\\-mm\\-yyyy", .date), ("[$-413]d mmmm yyyy;@", .date), ("yyyy-mm-dd hh:mm:ss", .date), ("d/m/yy", .date),
        ("mmm\\-yy", .month), ("[$-413]mmmm yyyy", .month), ("h:mm", .number), ("[h]:mm:ss", .number),
        ("mm:ss.0", .number),
        ("0.0%", .percentage), ("[Red]-0;0", .number), ("_-* #,##0.00_-;d", .number), ("yyyy", .date),
        ("\"d\"0", .number), ("[$€-413] #,##0", .number),
    ])
    func knowsWhatFormatsMean(_ code: String, _ format: NumberFormat) { #expect(NumberFormat(code: code) == format) }

    @Test(arguments: [
        (0, NumberFormat.number), (9, .percentage), (14, .date), (17, .month), (18, .number), (22, .date),
        (46, .number),
        (49, .number), (57, .date),
    ])
    func knowsBuiltInFormats(_ id: Int, _ format: NumberFormat) { #expect(NumberFormat(builtIn: id) == format) }

    @Test func leavesFormatsToTheWorkbook() { #expect(NumberFormat(builtIn: 164) == nil) }

    @Test(arguments: [
        ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "\u{1F600}"), ("_x0000_a", "a"),
        ("_xD83D_", "\u{FFFD}"), ("inzet_x_id", "inzet_x_id"), ("_x00G0_", "_x00G0_"), ("_x004", "_x004"),
    ])
    func decodesEscapes(_ written: String, _ read: String) {
        var text = Array(written.utf8)
        EscapedText.decode(&text)
        #expect(String(decoding: text, as: UTF8.self) == read)
    }
}
