import Plumbing
import Testing

@Suite struct PathNameTests {
    @Test(arguments: [
        ("a/b.csv", "b.csv", "a", "a/b"), ("a/b/", "b", "a", "a/b"), ("b", "b", "", "b"),
        ("/b.xlsx", "b.xlsx", "/", "/b"),
        ("/", "/", "/", "/"), ("//", "/", "/", "/"), ("", "", "", ""), ("a//b", "b", "a", "a//b"),
        ("a.d/b", "b", "a.d", "a.d/b"),
        ("a/.csv", ".csv", "a", "a/.csv"), ("a/b.", "b.", "a", "a/b."), ("a/b.tar.gz", "b.tar.gz", "a", "a/b.tar"),
    ])
    func pathsComeApart(_ path: String, _ last: String, _ folder: String, _ withoutExtension: String) {
        let path = PathName(path)
        #expect(path.last == last)
        #expect(path.folder == folder)
        #expect(path.withoutExtension == withoutExtension)
    }

    /// Swift takes a slash and the accent behind it for one character, and the system does not.
    @Test func aSlashIsAByte() {
        let path = PathName("uit/\u{301}naam.csv")
        #expect(Array(path.last.utf8) == Array("\u{301}naam.csv".utf8))
        #expect(path.folder == "uit")
    }

    @Test func aNameIsPutBehindAFolder() {
        #expect(PathName("uit").appending("b.csv") == "uit/b.csv")
        #expect(PathName("uit/").appending("b.csv") == "uit/b.csv")
        #expect(PathName("/").appending("b.csv") == "/b.csv")
        #expect(PathName("").appending("b.csv") == "b.csv")
    }

    @Test(arguments: [("a/b/", "a/b"), ("a/b", "a/b"), ("/", "/"), ("//", "/"), ("uit/\u{301}/", "uit/\u{301}")])
    func slashesBehindAreDropped(_ path: String, _ expected: String) {
        #expect(Array(PathName(path).withoutTrailingSlashes.utf8) == Array(expected.utf8))
    }

    @Test(arguments: [("a/b/c/..", "b"), ("a/./b/.", "b"), ("/", "/")])
    func aPlaceHasAName(_ path: String, _ expected: String) { #expect(PathName(path).lastOfPlace == expected) }

    @Test(arguments: [(0, "00"), (10, "0A"), (255, "FF")] as [(UInt8, String)])
    func bytesInHexadecimal(_ byte: UInt8, _ expected: String) { #expect(byte.hexadecimal == expected) }

    @Test(arguments: [("  a b ", "a b"), ("", ""), ("   ", ""), ("a", "a")])
    func endsAreTrimmed(_ text: String, _ expected: String) {
        #expect(text.trimming { $0 == " " } == expected)
    }
}
