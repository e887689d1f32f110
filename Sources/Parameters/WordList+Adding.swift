import SocialReturnModel

extension WordList {
    /// A line that somebody adds to a list.
    public struct Line: Sendable, Hashable {
        /// The word, or the words with blanks or plus signs between them.
        public let word: String
        /// How it is looked for.
        public let form: WordForm
        /// Why it is in the list.
        public let explanation: String

        /// A line of a list.
        public init(word: String, form: WordForm, explanation: String) {
            self.word = word
            self.form = form
            self.explanation = explanation
        }
    }

    /// This list with `lines` behind its own.
    public func adding(_ lines: [Line]) -> WordList {
        var csv = self.csv
        for line in lines {
            let fields = [line.word, line.form.entry.code, line.explanation]
            csv.append(UInt8(ascii: "\n"))
            csv += fields.map(Self.withoutSeparators).joined(separator: ";").utf8
        }
        return WordList(csv: csv)
    }

    private static func withoutSeparators(_ text: String) -> String {
        String(text.map { $0 == ";" || $0.isNewline ? " " : $0 })
    }
}
