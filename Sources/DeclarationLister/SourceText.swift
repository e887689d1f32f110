/// A file of source text.
struct SourceText {
    let path: String
    let text: String

    /// The lines that begin with `beginning`, without it.
    func lines(beginning: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.hasPrefix(beginning) }.map { $0.dropFirst(beginning.count) }
    }
}
