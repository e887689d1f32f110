import Foundation
import Intake
import SocialReturnModel
import TestSupport
import Testing

/// How well headings, numbers and names of files are told apart, on lists that were labelled by hand before anything was measured.
///
/// `UPDATE_GOLDEN=1 swift test --filter PrivacyCorpusTests` writes the figures anew.
@Suite struct PrivacyCorpusTests {
    /// How many items of a list were found, missed, refused without need, and left alone.
    private struct Score {
        var found = 0
        var missed = 0
        var needless = 0
        var quiet = 0

        mutating func count(expects: Bool, holds: Bool, isRefused: Bool) {
            switch (expects, holds) {
            case (true, true): found += 1
            case (true, false): missed += 1
            case (false, true): quiet += 1
            case (false, false): needless += 1
            }
            if expects, !holds, isRefused { needless += 1 }
        }
    }

    /// The scores by list, part and kind, and what went wrong on the part that may be tuned on.
    private struct Measurement {
        private(set) var scores: [[String]: Score] = [:]
        private(set) var mistakes: [String] = []

        mutating func count(
            _ list: String, _ kind: String, isCheck: Bool, expects: Bool, holds: Bool, isRefused: Bool = false,
            _ what: String
        ) {
            let part = isCheck ? "controle" : "afgesteld"
            scores[[list, part, kind], default: Score()].count(expects: expects, holds: holds, isRefused: isRefused)
            if !holds, !isCheck { mistakes.append("\(list): \(what)") }
        }

        /// The whole of a part of a list.
        func total(_ list: String, _ part: String) -> Score {
            scores.filter { $0.key[0] == list && $0.key[1] == part }.values.reduce(into: Score()) { total, score in
                total.found += score.found
                total.missed += score.missed
                total.needless += score.needless
                total.quiet += score.quiet
            }
        }
    }

    @Test func figuresAreTheMeasuredOnes() throws {
        var measured = Measurement()
        try Self.measureHeadings(&measured)
        try Self.measureNumbers(&measured)
        try Self.measureNames(&measured)
        var figures = "lijst;deel;soort;gevonden;gemist;onterecht;terecht_gelaten\n"
        for (key, score) in measured.scores.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let counts = [score.found, score.missed, score.needless, score.quiet].map(String.init)
            figures += (key + counts).joined(separator: ";") + "\n"
        }
        #expect(try Golden.difference(figures, CorpusFile.listFigures) == nil)
        #expect(measured.mistakes == [])
        // On what nothing is tuned on, in percent.
        for (list, found, right) in [("koppen", 95, 97), ("getallen", 97, 97), ("namen", 75, 97)] {
            let score = measured.total(list, "controle")
            #expect(score.found * 100 >= found * (score.found + score.missed), "\(list): \(score)")
            #expect(score.found * 100 >= right * (score.found + score.needless), "\(list): \(score)")
            #expect(score.quiet > 0)
        }
    }

    private static func measureHeadings(_ measured: inout Measurement) throws {
        let kinds: [RefusedHeading: String] = [
            .bsn: "bsn", .identityDocument: "identiteit", .participantName: "naam", .birthDate: "geboorte",
            .contactDetail: "contact",
            .account: "rekening", .health: "gezondheid", .sensitive: "bijzonder",
        ]
        let lines = try CorpusFile.lines("koppen.csv")
        #expect(lines.count >= 200 && lines.count { $0[3] == "controle" } >= 60)
        for line in lines {
            let table = try #require(AllTables.facts.first { $0.fileName == line[0] + ".csv" }).id
            let kind = RefusedHeading(heading: line[1], in: table).flatMap { kinds[$0] } ?? ""
            measured.count(
                "koppen", line[2].isEmpty ? "welkom" : line[2], isCheck: line[3] == "controle",
                expects: !line[2].isEmpty,
                holds: kind == line[2], isRefused: !kind.isEmpty,
                "\(line[0]) '\(line[1])' is '\(line[2])', not '\(kind)'")
        }
    }

    private static let classes: [(name: String, column: PrivacyClass)] = [
        ("tekst", .freeText), ("verwijzing", .reference), ("organisatie", .organisation), ("code", .pseudonym),
        ("getal", .plain),
    ]

    /// A number in every class of columns that its line names. One is found when it is told for what it is and at most four digits of the cell
    /// can still be read.
    private static func measureNumbers(_ measured: inout Measurement) throws {
        for line in try CorpusFile.lines("getallen.csv") {
            let text = unescaped(line[1])
            let isHarmless = line[0] == "geen"
            let named = line[2].split(separator: " ").map(String.init)
            for (name, column) in classes where named == ["alle"] || named.contains(name) || isHarmless && named.isEmpty
            {
                let hits = PrivacyScanner(searchesContacts: false).hits(in: text, column: column)
                let masked = Masking.masked(text, hits, in: column)
                let readable = masked.unicodeScalars.count { $0.properties.numericType != nil }
                let kind = line[0] == "iban" ? PrivacyHit.Kind.iban : .bsn
                let isDoubtful = line[0].hasSuffix("?")
                let isFound =
                    hits.contains { $0.kind == kind && ($0.certainty == .possible) == isDoubtful } && readable <= 4
                measured.count(
                    "getallen", line[0], isCheck: line[3] == "controle", expects: !isHarmless,
                    holds: isHarmless ? hits.isEmpty : isFound, "\(line[1]) in \(name): \(hits)")
            }
        }
    }

    private static func measureNames(_ measured: inout Measurement) throws {
        for line in try CorpusFile.lines("namen.csv") {
            let (name, secret) = (line[0], line[1])
            let safe = Masking.safeName(name)
            let expected =
                secret.isEmpty
                ? name : name.replacingOccurrences(of: secret, with: String(repeating: "*", count: secret.utf8.count))
            #expect(safe.utf8.count == name.utf8.count)
            measured.count(
                "namen", secret.isEmpty ? "welkom" : "geweigerd", isCheck: line[2] == "controle",
                expects: !secret.isEmpty,
                holds: safe == expected, "'\(name)' became '\(safe)'")
        }
    }

    /// `text` with `\u{200B}` and `\t` as the signs they stand for.
    private static func unescaped(_ text: String) -> String {
        let parts = text.replacingOccurrences(of: "\\t", with: "\t").components(separatedBy: "\\u{")
        return parts.dropFirst().reduce(parts[0]) { text, part in
            let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            let scalar = UInt32(pieces[0], radix: 16).flatMap(Unicode.Scalar.init)
            return text + (scalar.map { String($0) } ?? "?") + pieces[1]
        }
    }
}
