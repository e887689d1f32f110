import Parameters
import Plumbing
import Rules
import SocialReturnModel

/// The first source of a rule as a link to its page, by a formula; a source without an address as text.
struct SourceLink {
    /// The cell.
    let cell: Cell

    init(_ facts: RuleMetadata) {
        guard let key = facts.sources.first, let source = SourceRegister.builtIn[key] else {
            cell = .empty
            return
        }
        guard let url = source.url, url.utf16.count <= Self.longest else {
            cell = .text(source.title)
            return
        }
        let title = source.title.utf8.count <= Self.longest ? source.title : String(source.title.prefix(Self.longest))
        cell = .formula("HYPERLINK(\(Self.literal(url)),\(Self.literal(title)))", .text(title), .sourceLink)
    }

    /// The cells of all rules.
    static let all = PerRule { SourceLink($0.facts).cell }

    /// The longest text in a formula.
    private static let longest = 250

    /// A text as a formula writes it.
    private static func literal(_ text: String) -> String {
        "\"" + text.replacingText("\"", with: "\"\"") + "\""
    }
}
