import Plumbing
import SocialReturnModel

/// Which code somebody may mean by a word of its own: `Wajonger`, `P-wet`, `uitzendkracht`, `gastlse`.
///
/// A proposal is a question and no reading: the cell has no value until somebody answers it.
public struct CodeProposals: Sendable {
    /// The proposals for all lists.
    public static let shared = CodeProposals(OwnWordLines.values)

    /// The codes of each list by the folded words that are known.
    private let words: [String: [String: UInt8]]
    /// Every word of each list that is read or known, with its code.
    private let spellings: [String: [(word: SpelledWord, code: UInt8)]]

    init(_ own: OwnWordLines) {
        let lists = CodeListDescription.lists(of: AllTables.facts)
        let listOfName = Dictionary(lists.map { ($0.name.nl, $0) }, uniquingKeysWith: { first, _ in first })
        let words: [String: [String: UInt8]] = own.lines.reduce(into: [:]) { words, line in
            guard line.count >= 3, let code = listOfName[line[0]]?.rawValue(for: line[2]) else { return }
            words[line[0], default: [:]][line[1]] = code
        }
        self.words = words
        spellings = listOfName.mapValues { list in
            let known =
                list.spellings.map { ($0.spelling, $0.rawValue) } + (words[list.name.nl] ?? [:]).map { ($0, $1) }
            return known.map { (word: SpelledWord($0), code: $1) }
        }
    }

    /// A longer text is no word for a code.
    private static let longest = 60

    /// The raw value of the code of `list` that `text` may stand for; nil when none is clear, and when `text` is read already.
    public func rawValue(for text: String, in list: CodeListDescription) -> UInt8? {
        guard text.utf8.count <= Self.longest, list.rawValue(for: text) == nil else { return nil }
        let folded = FoldedName.fold(text)
        guard !folded.isEmpty else { return nil }
        if let code = known(folded, in: list) ?? together(text, in: list) { return code }
        guard let code = misspelt(folded, in: list) else { return nil }
        // In `stage BBL` a word stands for a code of its own: another one is not what was meant.
        let named = Set(text.split { !$0.isLetter && !$0.isNumber }.compactMap { list.rawValue(for: String($0)) })
        return named.isEmpty || named == [code] ? code : nil
    }

    /// The code of a word that the list reads, or that is known.
    private func known(_ folded: String, in list: CodeListDescription) -> UInt8? {
        list.rawValue(for: folded) ?? words[list.name.nl]?[folded]
    }

    /// The code that each part of a text stands for: `PW - Participatiewet`, `WIA (WGA)`. Parts that stand for different codes leave the
    /// choice open.
    private func together(_ text: String, in list: CodeListDescription) -> UInt8? {
        let parts = text.split { "-–—/|,;:()[]?!".contains($0) }.map { FoldedName.fold(String($0)) }.filter {
            !$0.isEmpty
        }
        var found: UInt8?
        for part in parts {
            guard let code = known(part, in: list), found == nil || found == code else { return nil }
            found = code
        }
        return found
    }

    /// The code with a spelling that `folded` is with a mistake of the fingers, when it is one code only.
    private func misspelt(_ folded: String, in list: CodeListDescription) -> UInt8? {
        let typed = SpelledWord(folded)
        var best: (mistakes: Int, codes: Set<UInt8>) = (.max, [])
        for (word, code) in spellings[list.name.nl] ?? [] {
            guard let mistakes = EditDistance.mistakes(typed, word), mistakes <= best.mistakes else { continue }
            best = mistakes < best.mistakes ? (mistakes, [code]) : (mistakes, best.codes.union([code]))
        }
        return best.codes.count == 1 ? best.codes.first : nil
    }
}

extension CodeEntry {
    /// The code with its name as a message proposes it: `'WAJ' (Wajong)`; the code alone where its name says no more.
    public var proposal: Text {
        let named = { (name: String) in
            FoldedName.fold(name) == FoldedName.fold(code)
                ? "'\(code)'"
                : "'\(code)' ("
                    + name.split { "()".contains($0) }.map { $0.trimming { $0 == " " } }.joined(separator: ", ") + ")"
        }
        return Text(nl: named(name.nl), en: named(name.en))
    }
}
