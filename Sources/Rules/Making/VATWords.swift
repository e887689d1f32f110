import SocialReturnModel

/// What a heading or a remark says of value added tax (*btw*).
struct VATWords {
    private let folded: String

    /// Looks in `text`.
    init(_ text: String) { folded = FoldedName.fold(text) }

    /// Whether it speaks of VAT at all.
    var isNamed: Bool { folded.contains("btw") }

    /// Whether it says that VAT is part of an amount, and not also that it is no part of one.
    var isIncluded: Bool {
        isNamed && Self.including.contains(where: folded.contains) && !Self.excluding.contains(where: folded.contains)
    }

    /// The folded text without the words that say that VAT is included.
    var withoutIncluded: String {
        for words in Self.including {
            guard let range = folded.range(ofWords: words) else { continue }
            return String(folded[..<range.lowerBound] + folded[range.upperBound...])
        }
        return folded
    }

    private static let including = ["inclbtw", "inclusiefbtw", "metbtw"]
    private static let excluding = ["exclbtw", "exclusiefbtw", "exbtw", "zonderbtw"]
}

extension String {
    /// Where `words` stand first.
    fileprivate func range(ofWords words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
            start = index(after: start)
        }
        return nil
    }
}
