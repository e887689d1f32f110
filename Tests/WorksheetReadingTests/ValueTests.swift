import Testing

@testable import WorksheetReading

@Suite struct ValueTests {
    private func bytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        Array(text.utf8).withUnsafeBufferPointer(body)
    }

    @Test(arguments: [
        ("12345678", "12345678"), ("12345678.0", "12345678"), ("24.5", "24,5"), ("1.234", "1,2340"),
        ("1234.5", "1234,5"), ("1E14", "100000000000000"), ("1E15", "1,0E+15"),
        ("1.23456789012345E+16", "1,23456789012345E+16"),
        ("0.30000000000000004", "0,3"), ("24.599999999999998", "24,6"), ("-3", "-3"), ("-0", "0"), ("-0.50", "-0,5"),
        ("0.125", "0,1250"), ("1E-3", "0,0010"), ("1.5E-7", "0,00000015"), ("9007199254740993", "9007199254740993"),
        ("12345678901234567", "12345678901234567"), ("123456789.123", "123456789,1230"), ("0.0", "0"),
        ("1.2340000000000001E3", "1234"), ("9999999999999.99", "9999999999999,99"), ("007", "7"),
        ("0.99999999999999999", "1"), ("999.9999999999999999", "1000"),
    ])
    func writesNumbersWithoutDoubt(_ written: String, _ read: String) {
        var number = StoredDecimal()
        #expect(bytes(written) { number.write($0) })
        #expect(String(decoding: number.bytes, as: UTF8.self) == read)
    }

    @Test(arguments: [
        ("0.125", "12,5%"), ("1", "100%"), ("0.29", "29%"), ("0.1234567", "12,34567%"), ("-0.05", "-5%"), ("0", "0%"),
        ("0.12125", "12,1250%"),
    ])
    func writesPercentages(_ written: String, _ read: String) {
        var number = StoredDecimal()
        #expect(bytes(written) { number.writePercentage($0) })
        #expect(String(decoding: number.bytes, as: UTF8.self) == read)
    }

    @Test(arguments: [
        "", "abc", "1,5", "nan", "inf", "1.2.3", "-", "0x10", "1e400", "-1e999", "infinity", "1_0", " 1", "1e", "+",
        "²",
        String(repeating: "9", count: 400),
    ])
    func takesNothingElseForANumber(_ text: String) {
        var number = StoredDecimal()
        #expect(bytes(text) { number.write($0) } == false)
    }

    @Test(arguments: [
        (1.0, "01-01-1900"), (59.0, "28-02-1900"), (60.0, "29-02-1900"), (61.0, "01-03-1900"), (46203.0, "30-06-2026"),
        (46203.75, "30-06-2026"), (36526.0, "01-01-2000"), (2_958_465.0, "31-12-9999"),
    ])
    func countsDaysFrom1900(_ serial: Double, _ day: String) {
        let text = SerialDay(startsIn1904: false).text(serial)
        #expect(text.map { String(decoding: $0, as: UTF8.self) } == day)
    }

    @Test(arguments: [(0.0, "01-01-1904"), (44741.0, "30-06-2026"), (1.0, "02-01-1904")])
    func countsDaysFrom1904(_ serial: Double, _ day: String) {
        let text = SerialDay(startsIn1904: true).text(serial)
        #expect(text.map { String(decoding: $0, as: UTF8.self) } == day)
    }

    @Test(arguments: [-1.0, 0.0, 0.5, 2_958_466.0, 1e300, .nan, .infinity])
    func knowsNoOtherDays(_ serial: Double) {
        #expect(SerialDay(startsIn1904: false).text(serial) == nil)
    }

    @Test(arguments: [
        ("2026-06-30", "30-06-2026"), ("2026-06-30T08:15:00", "30-06-2026"), ("2026-6-30", nil), ("30-06-2026", nil),
        ("2026-06-30 8:00", nil),
    ])
    func readsISODates(_ text: String, _ day: String?) {
        #expect(bytes(text) { SerialDay.text(iso: $0) }.map { String(decoding: $0, as: UTF8.self) } == day)
    }

    private static let minutes = NumberFormat.time(TimeFormat())
    private static let seconds = NumberFormat.time(TimeFormat(showsSeconds: true))
    private static let elapsed = NumberFormat.time(TimeFormat(isElapsed: true))
    private static func worded(_ before: String, _ behind: String) -> NumberFormat {
        .worded(before: Array(before.utf8), behind: Array(behind.utf8))
    }
    private static let elapsedSeconds = NumberFormat.time(TimeFormat(showsSeconds: true, isElapsed: true))

    @Test(arguments: [
        ("General", NumberFormat.number), ("Standaard", .number), ("[>=1]General;0", .number), ("", .number),
        ("0.00", .number),
        ("#,##0.00 \"dagen\"", worded("", " dagen")), ("@", .number), ("0.0\"h\"", worded("", "h")),
        ("0,00 \"uur\"", worded("", " uur")),
        ("0\" uur\"", worded("", " uur")),
        ("0 uur", .number), ("0.0 h", .number), ("00 uur", .number), ("[Red]-0;0", .number),
        ("\"d \"0", worded("d ", "")), ("\"circa \"0", worded("circa ", "")), ("General", .number),
        ("\\c\\a\\.\\ 0", worded("ca. ", "")), ("\"±\"0", worded("±", "")), ("0\"?\"", worded("", "?")),
        ("0\"%\"", worded("", "%")), ("\"ca. € \"#,##0", worded("ca. € ", "")), ("\"ca. \"General", worded("ca. ", "")),
        ("[$€-413] #,##0\" incl. btw\"", worded(" ", " incl. btw")), ("#,##0\" euro\"", .euro), ("\"EUR \"0", .euro),
        ("0\",-\"", .number), ("(0)", .number),
        ("# ?/?", .number),
        ("0.00E+00", .number), ("_-* #,##0_-", .number), ("\"h:mm\"", .number), ("h\\:0", .number), (";;;", .number),
        ("[$€-413] #,##0", .euro), ("_-\"€\" * #,##0.00_-", .euro), ("#,##0.00 \"euro\"", .euro),
        ("[$$-409]#,##0.00", .currency(Array("$".utf8))), ("[$SEK] 0", .currency(Array("SEK".utf8))),
        ("0\" uur per maand\"", worded("", " uur per maand")),
        ("#,##0\" x mln\"", worded("", " x mln")),
        ("0.0,,\" mln\"", .number),
        ("0.0%", .percentage), ("00%", .percentage),
        ("dd\\-mm\\-yyyy", .date), ("[$-413]d mmmm yyyy;@", .date), ("yyyy-mm-dd hh:mm:ss", .date), ("d/m/yy", .date),
        ("yyyy", .date),
        ("dd-mm-jjjj", .date), ("d-mmm", .date), ("[$-F800]dddd, mmmm dd, yyyy", .date), ("d-m-yy h:mm AM/PM", .date),
        ("mmm\\-yy", .month), ("[$-413]mmmm yyyy", .month), ("mm-jjjj", .month), ("mmm", .month),
        ("mmm jj\\ h:mm", .month),
        ("h:mm", minutes), ("hh:mm;@", minutes), ("uu:mm", minutes), ("h:mm AM/PM", minutes), ("h A/P", minutes),
        ("[$-413]h:mm;@", minutes),
        ("[$-F400]h:mm:ss AM/PM", seconds), ("mm:ss", seconds), ("mm:ss.0", seconds), ("mm:ss,000", seconds),
        ("h\"u\"mm", minutes),
        ("[h]", elapsed), ("[hh]:mm", elapsed), ("[u]:mm", elapsed), ("[UU]:mm", elapsed), ("[mm]", elapsed),
        ("[ss]", elapsedSeconds),
        ("[h]:mm:ss", elapsedSeconds), ("[Red][h]:mm", elapsed), ("[Rood][h]:mm;[Blue]-[h]:mm", elapsed),
        ("[>1][h]:mm;h:mm", elapsed),
        ("[<1]0.0;h:mm", minutes), ("[Kleur 5][>=2][hh]:mm", elapsed), ("[h]\"u \"mm\"m\"", elapsed),
        ("[$-413][h]:mm", elapsed),
    ])
    func knowsWhatFormatsMean(_ code: String, _ format: NumberFormat) { #expect(NumberFormat(code: code) == format) }

    @Test(arguments: [
        (0, NumberFormat.number), (9, .percentage), (14, .date), (17, .month), (18, minutes), (19, seconds),
        (20, minutes), (21, seconds),
        (22, .date), (45, seconds), (46, elapsedSeconds), (47, seconds), (48, .number), (49, .number), (57, .date),
    ])
    func knowsBuiltInFormats(_ id: Int, _ format: NumberFormat) { #expect(NumberFormat(builtIn: id) == format) }

    /// What a cell shows under the code of a format.
    private func shown(_ value: String, _ code: String, startsIn1904: Bool = false) -> String {
        var text = ValueText(SerialDay(startsIn1904: startsIn1904))
        bytes(value) { text.write($0, NumberFormat(code: code)) }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("1", "[h]:mm:ss", "24:00"), ("1.5208333333333333", "[h]:mm", "36:30"), ("0.34375", "h:mm", "8:15"),
        ("1", "h:mm", "24:00"),
        ("1.5", "uu:mm", "36:00"), ("0.34722222222222222", "hh:mm", "8:20"), ("0.75", "h:mm AM/PM", "18:00"),
        ("0.5", "[mm]", "12:00"),
        ("0.01", "[ss]", "0:14:24"), ("0.010416666666666666", "mm:ss", "0:15"), ("0.999999999", "h:mm", "24:00"),
        ("0", "h:mm", "0:00"),
        ("0.25003", "h:mm", "6:00"), ("0.25003", "h:mm:ss", "6:00:03"), ("-0.0625", "[h]:mm", "-1:30"),
        ("-1", "[h]:mm;-[h]:mm", "-24:00"),
        ("1.2500000000000001E-1", "[Red][h]:mm", "3:00"), ("30", "[h]:mm", "720:00"), ("20000", "[h]:mm", "480000:00"),
        // A moment of which only the time is shown has its day before it; what no program shows as a time is a number.
        ("46203.34375", "h:mm", "30-06-2026 8:15"), ("46203.34375", "dd-mm-yyyy hh:mm", "30-06-2026"),
        ("0.34375", "dd-mm-yyyy hh:mm", "8:15"), ("1E300", "h:mm", "1,0E+300"),
        ("-99999999999999999999", "[h]:mm", "-99999999999999999999"), ("2958466", "h:mm", "2958466"),
        ("abc", "h:mm", "abc"),
        ("8.5", "0.0\"h\"", "8,5h"), ("8", "0,00 \"uur\"", "8 uur"),
    ])
    func showsTimes(_ value: String, _ code: String, _ text: String) { #expect(shown(value, code) == text) }

    @Test(arguments: [
        ("1234567", "00000000", "01234567"), ("123456789", "00000000", "123456789"), ("0", "000", "000"),
        ("2", "\"P-\"000", "P-002"),
        ("147", "\"BZK-2026-\"0000", "BZK-2026-0147"), ("147", "\\B\\Z\\K\\-0000", "BZK-0147"),
        ("1234", "0000\\-00", "0012-34"), ("1234", "000 000", "001 234"),
        ("1042026", "00\\-00\\-0000", "01-04-2026"), ("815", "00\":\"00", "08:15"), ("5", "\"A\"00\"B\"", "A05B"),
        ("5", "#00", "05"),
        ("12", "000;-000", "012"), ("2", "[Red]\"P-\"000", "P-002"), ("5", "0000;;;@", "0005"),
        ("100000000000000", "00", "100000000000000"),
        ("118", "\"F-2026-\"0", "F-2026-118"), ("1", "\"P-00\"0", "P-001"), ("147", "\"BZK-2026-0\"0", "BZK-2026-0147"),
        ("118", "\"F-2026-\"###", "F-2026-118"), ("118", "\"F-2026-\"General", "F-2026-118"), ("5", "\"P\"0", "P5"),
        ("118", "\"F-\"0;\"C-\"0", "F-118"), ("5", "0\"/2026\"", "5/2026"), ("118", "[Red]\"F-2026-\"0", "F-2026-118"),
        ("118", "\\F\\-0", "F-118"),
        // What is shown around a number is read with it where it says more than a unit.
        ("8", "\"circa \"0", "circa 8"), ("24.5", "\">\"0.0", ">24,5"), ("8", "0\" m2\"", "8 m2"),
        ("8", "General\" uur\"", "8 uur"), ("8", "0\" uur\"", "8 uur"), ("8", "00\" uur\"", "8 uur"),
        ("8", "000\" FTE\"", "8 FTE"),
        ("8", "00 \"dgn.\"", "8 dgn."), ("8000", "0,\" k\"", "8000"), ("8", "\"£\"0", "£ 8"),
        // Numbers stay numbers.
        ("8", "\"EUR \"0", "8"),
        ("1234567", "0", "1234567"), ("7", "#,##0", "7"), ("7.5", "0.00", "7,5"), ("7", "€ #.##0,00", "7"),
        ("7", "\"€ \"000", "7"), ("7", "[$€-413] 000", "7"), ("24", "0\" uur per maand\"", "24 uur per maand"),

        ("8", "00.0", "8"),
        ("-12", "000", "-12"), ("1.5", "000", "1,5"), ("1234", "0##", "1234"), ("7", "0,000", "7"), ("7", "000_)", "7"),
        ("7", "[<100]000;0", "7"),
        ("12345678901234567890", "00", "12345678901234567890"), ("7", "000E+00", "7"), ("7", "00/00", "7"),
        ("7", "0?0", "7"), ("abc", "000", "abc"),
        ("7", String(repeating: "0", count: 65), "7"), ("7", "\"" + String(repeating: "x", count: 3_000) + "\"00", "7"),
    ])
    func showsIdentifiers(_ value: String, _ code: String, _ text: String) { #expect(shown(value, code) == text) }

    @Test func showsDatesOf1904() {
        #expect(shown("44741", "dd-mm-yyyy", startsIn1904: true) == "30-06-2026")
        #expect(shown("44741.5", "h:mm", startsIn1904: true) == "30-06-2026 12:00")
    }

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
