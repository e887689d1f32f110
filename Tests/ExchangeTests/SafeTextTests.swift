import Foundation
import Testing

@testable import Exchange

/// What comes from elsewhere and goes to a terminal, or to a file that people open by a double click.
@Suite struct SafeTextTests {
    @Test(
        arguments: [
            ("gewone tekst, café € 5 – “zo”…", "gewone tekst, café € 5 – “zo”…"), ("a\u{1b}[31mb", "a␛[31mb"),
            ("\u{7}\u{0}\u{7f}\t", "␇␀␡␉"), ("a\nb\r", "a␊b␍"), ("\u{9b}2J\u{85}", "<U+009B>2J<U+0085>"),
            ("x\u{202e}y\u{2066}z\u{200f}", "x<U+202E>y<U+2066>z<U+200F>"), ("\u{2028}\u{61c}", "<U+2028><U+061C>"),
            ("e\u{301} 👩‍🔧 \u{ad}", "e\u{301} 👩‍🔧 \u{ad}"), ("", ""),
        ])
    func showsWhatSteers(_ text: String, _ shown: String) {
        #expect(Array(VisibleText.escaped(text).unicodeScalars) == Array(shown.unicodeScalars))
        #expect(VisibleText.escaped(VisibleText.escaped(text)) == VisibleText.escaped(text))
    }

    @Test func keepsLineBreaksOfItsOwnOnly() {
        #expect(VisibleText.escaped("a\nb\u{1b}\r\n", keepsLineBreaks: true) == "a\nb␛␍\n")
        #expect(Wrapping.lines("een\ntwee\u{1b}[2J drie", first: "- ", width: 12) == ["- een", "  twee␛[2J", "  drie"])
    }

    @Test(
        arguments: [
            ("gewoon", "gewoon"), ("", ""), ("=1+1", "'=1+1"), ("+31 6", "'+31 6"), ("-1+1", "'-1+1"), ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"), ("-47,50", "-47,50"), ("-47.50", "-47.50"), ("+5", "+5"), ("-3", "-3"),
            ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("a=1", "a=1"), ("a;=1", "\"a;'=1\""),
            ("a,@x;-2;-x", "\"a,'@x;-2;'-x\""), ("a\n=1", "\"a\n'=1\""), ("zeg \"ja\"", "\"zeg \"\"ja\"\"\""),
            ("\u{1b}[31m", "␛[31m"), ("\t=1", "\"'␉'=1\""), ("\r=1", "\"'␍'=1\""), ("é,", "é,"), ("é;", "\"é;\""),
        ])
    func guardsFieldsForPeople(_ field: String, _ written: String) {
        #expect(PeopleCSV.field(field, separator: UInt8(ascii: ";")) == written)
    }

    /// A reader of JSON gets the same text, and a terminal that shows the file nothing that steers it: of every writer.
    @Test(
        arguments: [
            ("\u{9b}2J", "\\u009b2J"), ("a\u{202e}b\u{2066}", "a\\u202eb\\u2066"),
            ("\u{200e}\u{200f}\u{61c}", "\\u200e\\u200f\\u061c"),
            ("\u{7f}\u{80}\u{9f}", "\\u007f\\u0080\\u009f"), ("\u{2028}\u{2029}\u{2069}", "\\u2028\\u2029\\u2069"),
            ("café € “zo” 👩‍🔧\u{a0}", "café € “zo” 👩‍🔧\u{a0}"), ("\u{1b}[1m\u{0}", "\\u001b[1m\\u0000"),
            ("\"\\\n\r\t", "\\\"\\\\\\n\\r\\t"),
        ])
    func writesInJSONByItsNumberWhatSteers(_ text: String, _ written: String) throws {
        var bytes: [UInt8] = []
        bytes.appendJSON(text)
        #expect(bytes == Array("\"\(written)\"".utf8))
        for json in [bytes, try EncodedJSON().bytes(text), Array(EncodedJSON(pretty: true).text([text]).utf8)] {
            #expect(
                !String(decoding: json, as: UTF8.self).unicodeScalars.contains {
                    $0 != "\n" && VisibleText.escaped(String($0)) != String($0)
                })
        }
        #expect(try JSONDecoder().decode(String.self, from: Data(bytes)) == text)
        #expect(try JSONDecoder().decode(String.self, from: Data(EncodedJSON().bytes(text))) == text)
    }

    @Test func everyProblemOfTheSystemHasWordsInTwoLanguages() {
        for number: Int32 in [0, ENOSPC, EACCES, EROFS, ENOENT, EMFILE, ENOTDIR, EISDIR, EIO, ENAMETOOLONG, 4_711] {
            let text = SystemProblem.text(number)
            #expect(!text.nl.isEmpty && !text.en.isEmpty && text.nl != text.en)
            #expect(!text.nl.contains(String(cString: strerror(number))), "\(number)")
        }
        #expect(SystemProblem.text(saying: String(cString: strerror(EACCES))) == SystemProblem.text(EACCES))
        #expect(!SystemProblem.text(saying: "NSCocoaErrorDomain 512").nl.contains("512"))
    }
}
