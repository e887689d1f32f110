/// A text in both languages of the toolkit.
///
/// Both stand side by side where the text is used, so neither can be missing.
public struct Text: Sendable, Hashable {
    /// Dutch, at reading level B1 where a supplier sees it.
    public let nl: String
    /// English.
    public let en: String

    /// A text in both languages.
    public init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// A name that is the same in both languages: a code, a file name, a number.
    public init(verbatim: String) {
        self.init(nl: verbatim, en: verbatim)
    }

    /// The first `most` of `names`, and how many more there are: `a, b en nog 3`.
    public init(listing names: some Collection<String>, most: Int) {
        let shown = names.prefix(most).joined(separator: ", ")
        let rest = names.count - most
        self.init(
            nl: rest > 0 ? "\(shown) en nog \(rest)" : shown, en: rest > 0 ? "\(shown) and \(rest) more" : shown)
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .dutch: nl
        case .english: en
        }
    }
}

/// The language of messages, sheets and documents. Codes and column names stay Dutch in both.
public enum Language: String, Sendable, CaseIterable {
    /// Dutch, the default.
    case dutch = "nl"
    /// English.
    case english = "en"
}

extension Language {
    /// One of two wordings of the same.
    public func words(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[self] }
}

/// Something that is written in one language: it says each thing in two, side by side, and shows the one.
public protocol Bilingual {
    /// The language that is read.
    var language: Language { get }
}

extension Bilingual {
    /// One of two wordings of the same.
    public func words(_ nl: String, _ en: String) -> String { language.words(nl, en) }
}
