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
    private let spellings: [String: [Spelling]]

    private struct Spelling {
        let folded: String
        let word: SpelledWord
        let code: UInt8
    }

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
            return known.map { Spelling(folded: $0, word: SpelledWord($0), code: $1) }
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
        let parts = Self.parts(of: text)
        if let code = only({ Self.isCut(parts, of: $0) }, in: list) { return code }
        let stem = Self.stem(of: folded)
        if folded.utf8.count >= Self.shortestStem, let code = only({ Self.stem(of: $0) == stem }, in: list) {
            return code
        }
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

    /// The code of the spellings for which `isMeant` holds, when it is one code only.
    private func only(_ isMeant: (String) -> Bool, in list: CodeListDescription) -> UInt8? {
        let codes = Set((spellings[list.name.nl] ?? []).filter { isMeant($0.folded) }.map(\.code))
        return codes.count == 1 ? codes.first : nil
    }

    /// The words of `text`, folded, each with whether a full stop cuts it off.
    private static func parts(of text: String) -> [(text: String, isCut: Bool)] {
        var parts: [(text: String, isCut: Bool)] = []
        var part = ""
        for character in text + " " {
            if character.isLetter || character.isNumber {
                part.append(character)
            } else if !part.isEmpty {
                parts.append((FoldedName.fold(part), character == "."))
                part = ""
            }
        }
        return parts
    }

    /// Whether `parts` are the folded spelling `word` with words that are cut off by a full stop: `bep. tijd`, `Part.wet`, `uitzendkr.`
    private static func isCut(_ parts: [(text: String, isCut: Bool)], of word: String) -> Bool {
        var rest = word[...]
        var isBehindCut = false
        for part in parts {
            if isBehindCut {
                guard let start = rest.indices.first(where: { rest[$0...].hasPrefix(part.text) }) else { return false }
                rest = rest[start...]
            }
            guard rest.hasPrefix(part.text) else { return false }
            rest = rest.dropFirst(part.text.count)
            isBehindCut = part.isCut
        }
        let (hasCut, letters) = (parts.contains(where: \.isCut), parts.reduce(0) { $0 + $1.text.count })
        return hasCut && letters >= 3 && (isBehindCut || rest.isEmpty)
    }

    /// A shorter word has too much in common with others.
    private static let shortestStem = 5

    /// A word without what its plural adds or takes away: `banenafspraken` and `banenafspraak`, `leerplekken` and `leerplek`.
    private static func stem(of word: String) -> String {
        var letters = Array(word.utf8)
        if letters.suffix(2) == [0x65, 0x6E] {
            letters.removeLast(2)
        } else if letters.last == 0x73 {
            letters.removeLast()
        }
        if letters.count > 1, letters.last == letters[letters.count - 2] { letters.removeLast() }
        if letters.count > 2, letters[letters.count - 2] == letters[letters.count - 3] {
            letters.remove(at: letters.count - 2)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The code with a spelling that `folded` is with a mistake of the fingers, when it is one code only.
    private func misspelt(_ folded: String, in list: CodeListDescription) -> UInt8? {
        let typed = SpelledWord(folded)
        var best: (mistakes: Int, codes: Set<UInt8>) = (.max, [])
        for spelling in spellings[list.name.nl] ?? [] {
            guard let mistakes = EditDistance.mistakes(typed, spelling.word), mistakes <= best.mistakes else {
                continue
            }
            best =
                mistakes < best.mistakes ? (mistakes, [spelling.code]) : (mistakes, best.codes.union([spelling.code]))
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
