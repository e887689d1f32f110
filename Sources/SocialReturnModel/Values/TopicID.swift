/// What a topic of a conversation is known by, from one period to the next.
///
/// It is made of what the topic is about and of nothing that changes: no period, no position, no count, no severity. Its parts are
/// separated by `/`: first the kind, or the id of the rule; then the key of the thing (a commitment, an obstacle, a partner, a column);
/// last whose it is: the number of the contract, or `@` and the supplier's KvK number where the topic is about no contract by itself.
///
/// ```
/// loopt-achter/bzk-2026-0147
/// afspraak/a-2/bzk-2026-0147
/// inz-08/inzet/uren_per_week/@12345678
/// ```
///
/// A topic from a rule is the supplier's, whatever the contracts that its rows are about this time; under which contracts a decision was
/// taken stands beside the id in `besluiten.csv`. What somebody wrote in words is known by its words, see ``words(_:)``.
public struct TopicID: Sendable, Hashable, CustomStringConvertible {
    /// The id, in lower case and without blanks.
    public let text: String

    /// The id that ``text`` was, as it stands on a sheet or in a file; nil for no text.
    public init?(_ text: String) {
        let part = Self.part(text, keeping: "/@")
        guard !part.isEmpty else { return nil }
        self.text = part
    }

    /// A topic of the kind `kind` under a contract, about the thing called `key` where there are more of the kind.
    public init(_ kind: String, key: String = "", contract: String) {
        text = [kind, key, contract].map { Self.part($0) }.filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// A topic of a supplier that is under no contract by itself: of a rule, or about the report as a whole.
    ///
    /// - Parameters:
    ///   - kind: what it is about: the id of a rule, or a word of its own.
    ///   - key: what tells it from others of its kind.
    ///   - supplier: the KvK number, or the name where there is none.
    public init(_ kind: String, key: [String] = [], supplier: String) {
        let owner = Self.part(supplier)
        text =
            ([kind] + key).map { Self.part($0) }.filter { !$0.isEmpty }.joined(separator: "/") + "/@"
            + (owner.isEmpty ? "onbekend" : owner)
    }

    /// The same id, as the `number`th of its kind in one report.
    public func numbered(_ number: Int) -> TopicID { TopicID(text: "\(text)~\(number)") }

    private init(text: String) { self.text = text }

    /// The kind, or the id of the rule in lower case.
    public var kind: String { String(text.prefix { $0 != "/" }) }

    /// The KvK number or name behind `@`; nil for a topic under a contract.
    public var supplier: String? {
        text.lastIndex(of: "@").map { at in String(text[text.index(after: at)...].prefix { $0 != "~" }) }
    }

    /// The id as it stands on a sheet and in a file.
    public var description: String { text }

    // MARK: - Words

    /// The words that tell one text from another, in the form of a key: without case, accents, endings, short words, and order.
    ///
    /// A text that was edited a little has mostly the same words, and ``isAlike(_:)`` sees that it is the same topic.
    public static func words(_ text: String) -> String {
        var stems: Set<String> = []
        for word in plain(text).split(separator: "-") where word.count > 3 && !emptyWords.contains(String(word)) {
            stems.insert(String(word.prefix(longestStem)))
        }
        return stems.sorted().prefix(mostWords).joined(separator: "-")
    }

    /// Whether `other` is the same topic in other words: the same kind and the same owner, and at least half of all words in common.
    public func isAlike(_ other: TopicID) -> Bool {
        if self == other { return true }
        let (mine, theirs) = (text.split(separator: "/"), other.text.split(separator: "/"))
        guard mine.count == 3, theirs.count == 3, mine[0] == theirs[0], mine[2] == theirs[2] else { return false }
        let (my, their) = (Set(mine[1].split(separator: "-")), Set(theirs[1].split(separator: "-")))
        // Codes such as A-2 and A-3 are no words.
        guard my.union(their).allSatisfy({ $0.count > 3 && $0.allSatisfy(\.isLetter) }) else { return false }
        return 2 * my.intersection(their).count >= my.union(their).count
    }

    private static let longestStem = 6, mostWords = 12
    private static let emptyWords: Set<String> = [
        "deze", "door", "geen", "heeft", "hebben", "hier", "kunnen", "maar", "meer", "moet", "naar", "niet", "onze",
        "over",
        "voor", "waar", "want", "welke", "werd", "wordt", "worden", "zijn", "zoals", "that", "this", "with", "from",
        "have",
    ]

    /// One part of an id: lower case, no accents, and a hyphen for whatever is neither letter nor digit, `_`, `~` or one of `kept`.
    private static func part(_ text: String, keeping kept: String = "") -> String {
        plain(text, keeping: "_~" + kept)
    }

    /// The letters and digits of `character` in the form in which names are compared; empty for any other.
    private static func letters(of character: Character) -> String {
        // Nearly all are ASCII, of which nothing need be looked up.
        if let byte = character.asciiValue, !(0x30...0x39).contains(byte), !(0x61...0x7A).contains(byte | 0x20) {
            return ""
        }
        let folded = FoldedName.fold(String(character))
        guard !character.isASCII else { return folded }
        // A mark that lost the sign it stood on would join the one before it, and the id would be another when it is read again.
        let standing = String(String.UnicodeScalarView(folded.unicodeScalars.drop(while: \.isMark)))
        return standing.filter { $0.isLetter || $0.isNumber }
    }

    private static func plain(_ text: String, keeping kept: String = "") -> String {
        var result = ""
        var endsPart = false
        for character in text {
            if kept.contains(character) {
                if endsPart, !result.isEmpty, !"/@".contains(character) { result.append("-") }
                endsPart = false
                result.append(character)
                continue
            }
            let letters = letters(of: character)
            guard !letters.isEmpty else {
                endsPart = true
                continue
            }
            if endsPart, let last = result.last, !"/@".contains(last) { result.append("-") }
            endsPart = false
            result += letters
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether it stands on the character before it, as accents do.
    fileprivate var isMark: Bool {
        [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
    }
}
