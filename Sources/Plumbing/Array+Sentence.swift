extension [String] {
    /// The texts as a sentence lists them, with `word` before the last: `a`, `a en b`, `a, b en c`. Empty without any.
    public func inSentence(with word: String) -> String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) \(word) \(last)"
    }
}
