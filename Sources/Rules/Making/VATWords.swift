import SocialReturnModel

/// What a heading or a remark says of value added tax (*btw*).
struct VATWords {
    private let folded: String

    /// Looks in `text`. With `skipsRate` a rate between the words is passed over: `incl. 21% btw`.
    init(_ text: String, skipsRate: Bool = false) {
        let folded = FoldedName.fold(text)
        self.folded = skipsRate ? Self.withoutRates(folded) : folded
    }

    /// `folded` without the percentages in it.
    private static func withoutRates(_ folded: String) -> String {
        guard folded.utf8.contains(UInt8(ascii: "%")) else { return folded }
        var kept = ""
        for character in folded {
            guard character == "%" else {
                kept.append(character)
                continue
            }
            while let last = kept.last, last.isNumber || last == "," { kept.removeLast() }
        }
        return kept
    }

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
