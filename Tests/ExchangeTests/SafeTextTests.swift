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
