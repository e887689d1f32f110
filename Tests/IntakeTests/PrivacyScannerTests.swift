@testable import Intake
import SocialReturnModel
import Testing

@Suite("Privacy: searching cells")
struct PrivacyScannerTests {
    /// What was found, as the parts of the text with their kinds.
    private func found(
        _ text: String, _ column: PrivacyClass = .freeText, contacts: Bool = false, known: Set<KvKNumber> = []
    ) -> [String] {
        let bytes = Array(text.utf8)
        return PrivacyScanner(searchesContacts: contacts, knownKvKNumbers: known).hits(in: text, column: column).map {
            hit in
            let mark = hit.certainty == .possible ? "?" : ""
            return "\(hit.kind)\(mark):\(String(decoding: bytes[hit.range], as: UTF8.self))"
        }
    }

    @Test(arguments: [
        ("123456782", "123456782"), ("'123456782", "123456782"), ("\"123456782\"", "123456782"),
        ("123456782,00", "123456782"), ("123456782.0", "123456782"), ("1234.56.782", "1234.56.782"),
        ("1234 56 782", "1234 56 782"), ("123 456 782", "123 456 782"), ("123-456-782", "123-456-782"),
        ("123.456.782,00", "123.456.782"), ("12 34 56 782", "12 34 56 782"), ("123-45-6782", "123-45-6782"),
        ("BSN123456782", "123456782"), ("bsn:123456782", "123456782"), ("D123456782x", "123456782"),
        ("D-123456782", "123456782"), ("123456782-01", "123456782"), ("zie 123456782.", "123456782"),
        ("bsn (123456782)", "123456782"), ("id_123456782_a", "123456782"), ("zaak 12 123 456 782", "123 456 782"),
        ("01-03-2026 123456782", "123456782"), ("€123456782", "123456782"), ("“123456782”", "123456782"),
        ("é123456782", "123456782"), ("123\u{a0}456\u{202f}782", "123\u{a0}456\u{202f}782"),
        ("123\u{200b}456782", "123\u{200b}456782"), ("123–456–782", "123–456–782"), ("\u{feff}123456782", "123456782"),
        ("１２３４５６７８２", "１２３４５６７８２"), ("٠١٢٣٤٥٦٧٨٢", nil), ("١٢٣٤٥٦٧٨٢", "١٢٣٤٥٦٧٨٢"), ("5,123456782", "123456782"),
        ("123-456-782\n", "123-456-782"), ("027376655", "027376655"),
        // Numbers that do not pass, are too long, or are a part of something else.
        ("123456789", nil), ("000000000", nil), ("1234567820", nil), ("000123456782", nil), ("123.456.782.123", nil),
        ("a1b2123456782", nil), ("123456782x9", nil), ("2012-34567", nil), ("12345-6782", nil), ("1234-56782", nil),
        ("123 456-782", nil), ("123  456 782", "123  456 782"), ("01-03-2026", nil), ("2026", nil), ("", nil),
        ("123456", nil),
        ("123/456/782", "123/456/782"), ("123, 456, 782", nil), ("2026-04-117", nil), ("2026/04/117", nil),
        ("1.2.3.4.5.6.7.8.2", "1.2.3.4.5.6.7.8.2"),
        ("0 1 2 3 4 5 6 7 8 2", nil), ("1 2 3 4 5 6 7 8 2 1", nil), ("192.168.1.20", nil),
        ("P1BSN123456782", "123456782"),
        ("P1B123456782", nil), ("12 345 67 82", "12 345 67 82"), ("3 12 2026 11", nil),
        ("bsn 12345 6782", "12345 6782"), ("BSN: 1234-56782", "1234-56782"),
        ("B.S.N. 123/456/782", "123/456/782"), ("burgerservicenr. 1 2 3 4 5 6 7 8 2", "1 2 3 4 5 6 7 8 2"),
        ("bsn 12345 6789", nil), ("jobsn 12345 6782", nil), ("bsn 1 van 12345 6782", nil),
        ("bsn 12345 67821", nil), ("+31 612345678", nil), ("1234567e2", nil), ("123\n456\r\n782", "123\n456\r\n782"),
    ])
    func nineDigits(_ text: String, expected: String?) {
        let hits = found(text).filter { $0.hasPrefix("bsn:") }
        #expect(hits == (expected.map { ["bsn:\($0)"] } ?? []), "\(text)")
    }

    @Test(arguments: [
        (".plain", PrivacyClass.plain, true), (".pseudonym", .pseudonym, true), (".reference", .reference, true),
        (".organisation", .organisation, true), (".freeText", .freeText, true),
    ])
    func classes(_ name: String, column: PrivacyClass, isFound: Bool) {
        #expect(found("123456782", column).isEmpty != isFound, "\(name)")
        #expect(found("NL91 ABNA 0417 1643 00", column) == ["iban:NL91 ABNA 0417 1643 00"], "\(name)")
    }

    /// Only where numbers stand can digits behind a decimal mark be told from a number of nine digits.
    @Test(arguments: [
        ("123456782,75", false), ("123.456.782,50", false), ("0,123456782", false), ("12.123456782", false),
        ("123456782", true), ("123456782,00", true), ("123456782.0000", true), ("111222333,123456782", true),
        ("-123456782", true), ("€ 123.456.782,00", true),
    ])
    func decimalNumbers(_ text: String, isFound: Bool) {
        #expect(found(text, .plain).isEmpty != isFound)
    }

    @Test(arguments: [
        ("nummer 27376655 staat op de lijst", "27376655"), ("27376655", "27376655"), ("id27376655", "27376655"),
        ("234.56.787", nil), ("273.76.655", "273.76.655"), ("27 376 655", "27 376 655"), ("27376656", nil),
        ("KvK 27376655", nil), ("kvk-nummer: 27376655", nil), ("K.v.K. nr. 27376655", nil), ("KVK27376655", nil),
        ("kvk en veel later komt 27376655", "27376655"),
        ("bij de KvK onder nummer 27376655", nil), ("Kamer van Koophandel 27376655", nil),
        ("handelsregister 27376655", nil),
        ("kvk 12, nummer 27376655", "27376655"), ("27376655,50", nil), ("€ 27.376.655", nil), ("07376655", nil),
        ("geboekt op 20260305", nil), ("op 05032026", nil), ("05-03-2026", nil), ("2024-2025", nil),
        ("06-27376655", nil), ("+31 6 27376655", nil), ("27376655001", nil),
    ])
    func eightDigits(_ text: String, expected: String?) {
        #expect(found(text) == (expected.map { ["bsn?:\($0)"] } ?? []), "\(text)")
        for column in [PrivacyClass.plain, .reference, .pseudonym, .organisation] {
            #expect(found(text, column).isEmpty)
        }
    }

    @Test func aKnownContractOrPaddedKvKNumberIsNone() {
        let known = Set([KvKNumber(digits: "12345672".utf8)].compactMap { $0 })
        let scanner = PrivacyScanner(
            searchesContacts: false, knownKvKNumbers: known, knownContractNumbers: [123_456_782])
        #expect(scanner.hits(in: "012345672", column: .organisation).isEmpty)
        #expect(scanner.hits(in: "012345672", column: .pseudonym).count == 1)
        #expect(scanner.hits(in: "123456782", column: .reference).isEmpty)
        #expect(scanner.hits(in: "111222333", column: .reference).count == 1)
        for column in [PrivacyClass.freeText, .plain, .pseudonym, .organisation] {
            #expect(scanner.hits(in: "123456782", column: column).count == 1, "\(column)")
        }
    }

    /// Nine digits behind a country whose numbers have ten are no telephone number.
    @Test(arguments: [
        ("+1 123456782", "bsn:123456782"), ("+7 123 456 782", "bsn:123 456 782"), ("+1-123456782", "bsn:123456782"),
        ("+1 212 555 0123", "phone:+1 212 555 0123"), ("+32 123456782", "phone:+32 123456782"),
        ("+31 123456782", "phone:+31 123456782"),
    ])
    func digitsBehindACountry(_ text: String, expected: String) {
        #expect(found(text, contacts: true) == [expected])
    }

    @Test func aKnownKvKNumberIsNoWarning() {
        let known = Set([KvKNumber(digits: "27376655".utf8)].compactMap { $0 })
        #expect(found("27376655 en 27 376 655", known: known).isEmpty)
        #expect(found("27376655").count == 1)
    }

    @Test(arguments: [
        ("NL91ABNA0417164300", "NL91ABNA0417164300"), ("nl91 abna 0417 1643 00", "nl91 abna 0417 1643 00"),
        ("rek. NL91 ABNA 0417 1643 00 t.n.v. X", "NL91 ABNA 0417 1643 00"),
        ("NL91-ABNA-0417164300.", "NL91-ABNA-0417164300"),
        ("IBANNL91ABNA0417164300", "NL91ABNA0417164300"), ("NL 91 ABNA 0417164300", "NL 91 ABNA 0417164300"),
        ("BE68 5390 0754 7034 en meer", "BE68 5390 0754 7034"), ("DE89370400440532013000", "DE89370400440532013000"),
        ("FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606"),
        ("GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
        ("NL91ABNA0417164301", nil), ("NL91ABNA04171643001", nil), ("de 12 mensen werkten 20260301 uur", nil),
        ("ZZ91ABNA0417164300", nil), ("NL91ABNA04171643", nil),
    ])
    func accounts(_ text: String, expected: String?) {
        #expect(found(text).filter { $0.hasPrefix("iban") } == (expected.map { ["iban:\($0)"] } ?? []))
        #expect(found(text).allSatisfy { !$0.hasPrefix("bsn:") })
    }

    @Test(arguments: [
        ("NL123456782B01", "oldVATNumber:NL123456782B01"), ("nl 1234.56.782.b.01", "oldVATNumber:nl 1234.56.782.b.01"),
        ("btw 123456782B01", "oldVATNumber:123456782B01"), ("NL123456789B01", nil), ("NL000099998B57", nil),
        ("NL123456782B011", nil),
    ])
    func vatNumbers(_ text: String, expected: String?) {
        for column in [PrivacyClass.freeText, .organisation, .plain] {
            #expect(found(text, column) == (expected.map { [$0] } ?? []), "\(column)")
        }
    }

    @Test(arguments: [
        ("jan@voorbeeld.nl", "email:jan@voorbeeld.nl"),
        ("mail j.d-v+x@a.voorbeeld.nl.", "email:j.d-v+x@a.voorbeeld.nl"),
        ("josé@voorbeeld.nl", "email:josé@voorbeeld.nl"), ("06-12345678", "phone:06-12345678"),
        ("0612345678", "phone:0612345678"), ("06 12 34 56 78", "phone:06 12 34 56 78"),
        ("+31 6 1234 5678", "phone:+31 6 1234 5678"), ("+31612345678", "phone:+31612345678"),
        ("+31 (0)6-12345678", "phone:+31 (0)6-12345678"), ("0031 70 1234567", "phone:0031 70 1234567"),
        ("070-1234567", "phone:070-1234567"), ("(070) 123 45 67", "phone:(070) 123 45 67"),
        ("0701234567", "phone?:0701234567"),
        ("bel 0512 - 123456 overdag", "phone:0512 - 123456"), ("+32 2 123 45 67", "phone:+32 2 123 45 67"),
        ("@naam", nil), ("a@b", nil), ("3 @ 12 euro", nil), ("06-03-2026 12:00", nil), ("01-03-2026 31-12-2026", nil),
        ("06-1234567", nil), ("06-123456789", nil), ("0612345678901", nil), ("2026-0612345678", nil),
        ("1234567890", nil),
        ("X0612345678", nil), ("088-1234567", nil), ("088 123 45 67", nil), ("info@voorbeeld.nl", nil),
        ("SocialReturn@voorbeeld.nl", nil), ("jan @ voorbeeld . nl", "email:jan @ voorbeeld . nl"), ("a @ b", nil),
        ("0 6 1 2 3 4 5 6 7 8", "phone:0 6 1 2 3 4 5 6 7 8"), ("06/12345678", "phone:06/12345678"),
        ("06_12345678", "phone:06_12345678"),
        ("06,12345678", nil),
        ("info.jan@voorbeeld.nl", "email:info.jan@voorbeeld.nl"),
    ])
    func contacts(_ text: String, expected: String?) {
        #expect(found(text, contacts: true) == (expected.map { [$0] } ?? []))
        #expect(found(text, contacts: false).allSatisfy { !$0.hasPrefix("email") && !$0.hasPrefix("phone") })
    }

    @Test func tenDigitsWithoutMarksAreAReferenceOutsideFreeText() {
        #expect(found("0701234567", .reference, contacts: true).isEmpty)
        #expect(found("06-12345678", .reference, contacts: true) == ["phone:06-12345678"])
    }

    /// In a column of identifiers of organisations a telephone number is one when no such identifier looks like it.
    @Test(arguments: [
        ("06-12345678", true), ("0612345678", true), ("+31612345678", true), ("070-1234567", true),
        ("(070) 123 45 67", true),
        ("+31 70 123 45 67", true), ("+32 2 123 45 67", true), ("0123.456.789", false), ("0701234567", false),
        ("90000005", false), ("000012345678", false), ("00000001820029336000", false), ("33700000-7", false),
        ("BE 0123.456.789", false), ("DE HRB 12345", false),
    ])
    func telephonesAmongIdentifiers(_ text: String, isFound: Bool) {
        #expect(found(text, .organisation, contacts: true).isEmpty == !isFound)
    }

    @Test func severalHitsComeInOrder() {
        #expect(
            found("a@b.nl 123456782, NL91ABNA0417164300; 111222333 en 27376655", contacts: true) == [
                "email:a@b.nl", "bsn:123456782", "iban:NL91ABNA0417164300", "bsn:111222333", "bsn?:27376655",
            ])
    }

    /// A name that was masked lays bare one that takes in a part of it.
    @Test func hitsAreApart() {
        let text = "mevrouw J.(#mevrouw J.(JansT\u{1}\0\0\nsTen"
        let hits = PrivacyScanner(searchesContacts: false, searchesPersons: true).hits(in: text, column: .freeText)
        #expect(!hits.isEmpty)
        for (one, next) in zip(hits, hits.dropFirst()) { #expect(one.end <= next.start) }
    }

    /// What stands before a spelled-out sign is looked at so far, and no character is masked in part.
    @Test(arguments: 0..<4) func hitsTakeWholeCharacters(_ shift: Int) {
        let text = String(repeating: "x", count: shift) + String(repeating: "\u{fffd}", count: 30) + "e at e.nl"
        let scanner = PrivacyScanner(searchesContacts: true, searchesPersons: true)
        let masked = Masking.masked(text, scanner.hits(in: text, column: .freeText), in: .freeText)
        #expect(masked != text)
        #expect(masked.utf8.count == text.utf8.count)
    }

    @Test func treatments() {
        func hit(_ kind: PrivacyHit.Kind, _ text: String, _ column: PrivacyClass) -> PrivacyHit? {
            PrivacyScanner(searchesContacts: true).hits(in: text, column: column).first { $0.kind == kind }
        }
        for column in [PrivacyClass.freeText, .plain, .pseudonym] {
            #expect(hit(.bsn, "123456782", column)?.treatment(in: column) == .refused)
        }
        #expect(hit(.bsn, "123456782", .reference)?.treatment(in: .reference) == .dependsOnColumn)
        #expect(hit(.bsn, "123456782", .reference)?.isMasked(in: .reference) == true)
        #expect(hit(.bsn, "bsn 123456782", .reference)?.treatment(in: .reference) == .refused)
        #expect(hit(.bsn, "27376655", .freeText)?.treatment(in: .freeText) == .warning)
        #expect(hit(.bsn, "27376655", .freeText)?.isMasked(in: .freeText) == true)
        #expect(hit(.iban, "NL91ABNA0417164300", .organisation)?.treatment(in: .organisation) == .refused)
        let vat = hit(.oldVATNumber, "NL123456782B01", .organisation)
        #expect(vat?.treatment(in: .organisation) == .dependsOnLegalForm)
        #expect(vat?.isMasked(in: .organisation) == false)
        #expect(hit(.phone, "0701234567", .freeText)?.treatment(in: .freeText) == .warning)
        #expect(hit(.email, "a@b.nl", .plain)?.treatment(in: .plain) == .refused)
    }

    /// What reading leaves out of a value or folds in it hides no number from the search before it.
    @Test func whatReadingDropsHidesNothing() {
        let scanner = PrivacyScanner(searchesContacts: false)
        var clean = CleanCell()
        var dropped = 0
        let scalars = Array(UInt32(0)...0xFFFF) + Array(0xE0000...0xE0FFF)
        for scalar in scalars.compactMap(Unicode.Scalar.init) {
            for text in ["12345\(scalar)6782", "123\(scalar)456\(scalar)782", "NL91AB\(scalar)NA0417164300"] {
                let read = Array(text.utf8).withUnsafeBufferPointer { cell in
                    clean.with(cell, isIdentifier: true) { bytes, _ in String(decoding: bytes, as: UTF8.self) }
                }
                guard ["123456782", "123-456-782", "123 456 782", "NL91ABNA0417164300"].contains(read) else { continue }
                dropped += 1
                for column in [PrivacyClass.reference, .pseudonym, .organisation, .plain] {
                    #expect(scanner.hits(in: text, column: column).count == 1, "U+\(String(scalar.value, radix: 16))")
                }
            }
        }
        #expect(dropped > 300)
    }

    @Test func bytesThatAreNoUTF8AreSearched() {
        let scanner = PrivacyScanner(searchesContacts: true)
        var hits: [PrivacyHit] = []
        let cell: [UInt8] = [0xFF, 0x80, 0xE2] + Array("123456782".utf8) + [0xF0, 0xC3]
        cell.withUnsafeBufferPointer { scanner.scan($0, in: .freeText, into: &hits) }
        #expect(hits.map(\.range) == [3..<12])
    }
}

@Suite("Privacy: columns of references")
struct PrivacyReferenceColumnTests {
    private func column(_ cells: [String]) -> (hits: Int, numbers: ReferenceColumnScan) {
        var hits: [PrivacyHit] = []
        var numbers = ReferenceColumnScan()
        for cell in cells {
            Array(cell.utf8).withUnsafeBufferPointer {
                PrivacyScanner(searchesContacts: false).scanReference($0, into: &hits, numbers: &numbers)
            }
        }
        return (hits.count, numbers)
    }

    @Test(arguments: [
        (["123456782", "111222333"], false), (["123456782", "111222333", "111111110"], true),
        (["123456782", "111222333", "123456789"], true), (["123456782", "111222333", "123456789", "123456788"], false),
        (["123456782", "123456782", "123456782"], false), (["F-2026-001", "F-2026-002"], false), ([], false),
        (["123456782 111222333 111111110"], true), (["1234.56.782", "111 222 333", "F111111110"], true),
    ])
    func share(_ cells: [String], isRefused: Bool) {
        #expect(column(cells).numbers.isRefused == isRefused)
    }

    /// Consecutive invoice numbers pass one time in eleven; the column as a whole stays welcome.
    @Test func invoiceNumbers() {
        let (hits, numbers) = column((202_600_000..<202_601_100).map(String.init))
        #expect(numbers.nineDigitNumbers == 1100)
        #expect(hits == numbers.passingNumbers)
        #expect((95...105).contains(hits))
        #expect(!numbers.isRefused)
    }

    /// The same with a zero in front: a series of its own, beside that of nine digits.
    @Test func invoiceNumbersFilledUp() {
        let (_, numbers) = column((202_600_000..<202_601_100).map { "0\($0)" })
        #expect(numbers.nineDigitNumbers == 0)
        #expect(numbers.isSeriesFilledUp && !numbers.isRefused)
        let people = column(["0123456782", "0111222333", "0111111110"]).numbers
        #expect(people.isRefused && !people.isSeriesFilledUp)
    }

    @Test func partsCanBeMerged() {
        var left = column(["123456782", "111222333"]).numbers
        left.merge(column(["123456782", "111111110"]).numbers)
        #expect(left.nineDigitNumbers == 3)
        #expect(left.isRefused)
    }
}
