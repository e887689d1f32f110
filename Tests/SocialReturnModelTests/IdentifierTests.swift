import SocialReturnModel
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test(arguments: [
        ("123456782", true), ("111222333", true), ("123456789", false), ("123456783", false), ("000000000", false),
        ("00000000", false), ("27376655", true), ("027376655", true), ("27376656", false), ("1234567", false),
        ("1234567820", false), ("12345678a", false), ("", false), ("123 45678", false),
    ])
    func elevenTest(_ digits: String, passes: Bool) {
        #expect(ElevenTest.passesBSN(digits.utf8) == passes)
    }

    @Test func elevenTestTakesTheLastDigitOff() {
        // 9+8+...+2 = 44 for eight ones; only a last digit 0 is divisible by eleven.
        for last in 0...9 { #expect(ElevenTest.passesBSN("11111111\(last)".utf8) == (last == 0)) }
    }

    /// For each first eight digits at most one last digit passes, and none when the remainder would be ten.
    @Test func oneInElevenPasses() {
        let passing = (100_000_000...100_999_999).count { ElevenTest.passesBSN(UInt32($0)) }
        #expect((90_800...91_000).contains(passing), "\(passing)")
        for block in stride(from: 300_000_000 as UInt32, to: 300_001_000, by: 10) {
            #expect((block...block + 9).count { ElevenTest.passesBSN($0) } <= 1)
        }
    }

    @Test func numbersOutsideTheRangeDoNotPass() {
        #expect(!ElevenTest.passesBSN(0 as UInt32))
        #expect(!ElevenTest.passesBSN(UInt32.max))
        #expect(!ElevenTest.passesRSIN("27376655".utf8))
        #expect(ElevenTest.passesRSIN("123456782".utf8))
    }

    @Test(arguments: [
        ("123456782", RSIN.Outcome.valid), ("123456789", .failsElevenTest), ("12345678", .notNineDigits),
        ("12345678X", .notNineDigits), ("000000000", .failsElevenTest),
    ])
    func rsin(_ text: String, outcome: RSIN.Outcome) {
        #expect(RSIN.check(text.utf8) == outcome)
    }

    @Test(arguments: [
        ("00000001123456782000", OIN.Outcome.valid), ("00000003123456780000", .valid), ("00000004A1234567B000", .valid),
        ("00000002123456789000", .valid), ("00000001123456789000", .wrongMainNumber),
        ("0000000312345678000", .wrongLength),
        ("0000000312345678000X", .wrongSuffix), ("00000003123456782000", .wrongSuffix),
        ("00000009123456782000", .unknownPrefix), ("10000001123456782000", .unknownPrefix), ("", .wrongLength),
        ("000000031234567A0000", .wrongMainNumber), ("00000004-12345678000", .wrongMainNumber),
    ])
    func oin(_ text: String, outcome: OIN.Outcome) {
        #expect(OIN.check(text.utf8) == outcome)
    }

    @Test(arguments: [
        ("NL000099998B57", VATNumber.Outcome.passesModulo97), ("NL123456782B01", .passesElevenTest),
        ("nl 1234.56.782.b01", .passesElevenTest), ("NL123456789B01", .failsBothTests), ("123456782B01", .wrongFormat),
        ("NL123456782B0", .wrongFormat), ("NL123456782B011", .wrongFormat), ("NL123456782C01", .wrongFormat),
        ("BE123456782B01", .wrongFormat), ("", .wrongFormat),
    ])
    func vat(_ text: String, outcome: VATNumber.Outcome) {
        #expect(VATNumber.check(text.utf8) == outcome)
        #expect(VATNumber.check(text.utf8).holdsBSNOfSoleTrader == (outcome == .passesElevenTest))
    }

    @Test func aNumberThatPassesBothTestsIsTakenForNew() {
        let suffixes = (0...99).map { "NL123456782B" + ($0 < 10 ? "0\($0)" : "\($0)") }
        let both = suffixes.filter { VATNumber.check($0.utf8) == .passesBoth }
        #expect((1...2).contains(both.count))
        #expect(both.allSatisfy { !VATNumber.check($0.utf8).holdsBSNOfSoleTrader && VATNumber.check($0.utf8).isValid })
    }

    @Test(arguments: [
        ("000012345678", true), ("12345678", false), ("1,23E+11", false), ("1234567890123", false), ("", false),
    ])
    func establishment(_ text: String, isValid: Bool) {
        #expect(EstablishmentNumber.isValid(text.utf8) == isValid)
    }

    @Test(arguments: [
        ("03300000-2", CPVCode.Outcome.withCheckDigit), ("03300000", .eightDigits), ("03300000-9", .withCheckDigit),
        ("033000002", .wrongFormat), ("3300000-2", .wrongFormat), ("03300000-", .wrongFormat),
        ("03300000-x", .wrongFormat),
        ("03300000 2", .wrongFormat), ("", .wrongFormat),
    ])
    func cpv(_ text: String, outcome: CPVCode.Outcome) {
        #expect(CPVCode.check(text.utf8) == outcome)
    }

    @Test(arguments: [
        ("2511", WorkPostcode.Outcome.fourDigits), ("2511AB", .withLetters), ("2511 ab", .withLetters),
        ("2511 SA", .lettersNotIssued), ("2511sd", .lettersNotIssued), ("2511 SS", .lettersNotIssued),
        ("2511 SB", .withLetters), ("2511 AS", .withLetters), ("0511", .wrongFormat), ("251", .wrongFormat),
        ("25111", .wrongFormat), ("2511  AB", .wrongFormat), ("2511 A", .wrongFormat), ("2511 A1", .wrongFormat),
        ("2511 ", .wrongFormat), ("", .wrongFormat), ("AB", .wrongFormat),
    ])
    func postcode(_ text: String, outcome: WorkPostcode.Outcome) {
        #expect(WorkPostcode.check(text.utf8) == outcome)
    }

    @Test(arguments: [
        ("NL91ABNA0417164300", IBAN.Outcome.valid), ("nl91 abna 0417 1643 00", .valid), ("BE68539007547034", .valid),
        ("DE89370400440532013000", .valid), ("GB29NWBK60161331926819", .valid), ("FR1420041010050500013M02606", .valid),
        ("MT84MALT011000012345MTLCAST001S", .valid), ("NO9386011117947", .valid),
        ("NL91ABNA0417164301", .failsModulo97),
        ("NL91ABNA041716430", .wrongLength), ("NL9112340417164300", .wrongFormat), ("NL91ABNAA417164300", .wrongFormat),
        ("NL91-ABNA-0417164300", .wrongFormat), ("9191ABNA0417164300", .wrongFormat), ("", .wrongFormat),
        ("NL9", .wrongFormat),
        ("BR1800360305000010009795493C1", .valid), ("BR18", .wrongLength),
    ])
    func iban(_ text: String, outcome: IBAN.Outcome) {
        #expect(IBAN.check(text.utf8) == outcome)
    }
}
