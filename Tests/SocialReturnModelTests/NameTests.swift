import SocialReturnModel
import Testing

@Suite struct FoldedNameTests {
    @Test(arguments: [
        ("Uren_per-Week ", "urenperweek"), ("\u{feff}contractnummer", "contractnummer"),
        ("CONTRACT\u{a0}NR.", "contractnr"),
        ("Coöperatie", "cooperatie"), ("Coo\u{308}peratie", "cooperatie"), ("CATEGORIËN", "categorien"),
        ("één\u{200b}keer", "eenkeer"), ("> 2 jaar", ">2jaar"), ("<1j", "<1j"), ("56+", "56+"), ("%", "%"),
        ("bĳdrage", "bijdrage"), ("Straße", "strasse"), ("a\u{2013}b", "ab"), ("ÀÇÑÛ", "acnu"), ("", ""), (" _-.", ""),
        ("вес", "вес"), ("\tuit\r\nkomst", "uitkomst"),
    ])
    func spellingsThatPeopleReadAlikeAreAlike(name: String, folded: String) {
        #expect(FoldedName.fold(name) == folded)
        #expect(FoldedName.fold(folded) == folded)
    }

    /// ASCII has a way of its own, which takes every sign as the other one does.
    @Test func everySignIsAlikeByItselfAndBesideALetter() {
        for value in 0..<UInt8(0x80) {
            let sign = String(Unicode.Scalar(value))
            #expect(FoldedName.fold(sign) + "в" == FoldedName.fold(sign + "в"), "U+\(String(value, radix: 16))")
        }
    }
}

@Suite struct KvKNumberTests {
    @Test(arguments: ["12345678", "00000001", "90000001", "99999999"])
    func eightDigitsAreKept(digits: String) throws {
        #expect(try #require(KvKNumber(digits: Array(digits.utf8))).description == digits)
    }

    @Test(arguments: [
        "", "1234567", "123456789", "1234567a", "1234 678", "-1234567", "１２３４５６７８", "12.34567", "00000000",
    ])
    func anythingElseIsRefused(digits: String) {
        #expect(KvKNumber(digits: Array(digits.utf8)) == nil)
    }
}
