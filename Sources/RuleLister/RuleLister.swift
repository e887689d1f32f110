import Foundation

/// Writes the list of rules that a set of source files declares.
///
/// A rule is an `enum` at the beginning of a line that conforms to one of the rule protocols. The first argument is the file to
/// write, the others are the files to read.
@main
struct RuleLister {
    private static let declaration = "enum "
    private static let protocols: Set<Substring> = ["ReadingRule", "RowRule", "SubmissionRule"]

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else { return }
        var rules: [Substring] = []
        for path in arguments.dropFirst() {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            rules += text.split(separator: "\n").compactMap(rule)
        }
        let entries = rules.sorted().map { "        CatalogueEntry(\($0).self)," }
        let text = """
            extension Catalogue {
                /// Every rule that the sources declare, by name.
                static let entries: [CatalogueEntry] = [
            \(entries.joined(separator: "\n"))
                ]
            }

            """
        // An unchanged list is left alone, so that nothing is compiled again for it.
        if let known = try? String(contentsOfFile: output, encoding: .utf8), known == text { return }
        try text.write(toFile: output, atomically: true, encoding: .utf8)
    }

    /// The name of the rule that `line` declares; nil for none.
    private static func rule(_ line: Substring) -> Substring? {
        guard line.hasPrefix(declaration) else { return nil }
        let parts = line.dropFirst(declaration.count).split(maxSplits: 1) { $0 == ":" }
        guard parts.count == 2 else { return nil }
        let conformances = parts[1].split { !$0.isLetter && !$0.isNumber }
        return conformances.contains(where: protocols.contains) ? parts[0] : nil
    }
}
