import Parameters
import Rules
import SocialReturnModel

/// What `maatwerk explain` says of one thing: what it is, why, where it comes from, what to do.
public struct Explanation: Sendable {
    /// What is explained.
    public let title: String
    /// The lines, each with a label; an empty label for a plain sentence.
    public let lines: [(label: String, text: String)]
}

extension Toolkit {
    /// The explanations of what is called `subject`: a rule, a file, columns of that name, codes, building blocks, a valuation table,
    /// a source, a setting or a severity. Empty when nothing is called so.
    public func explain(_ subject: String) -> [Explanation] {
        let folded = FoldedName.fold(subject)
        guard !folded.isEmpty else { return [] }
        var found: [Explanation] = []
        if let facts = currentRules.first(where: { FoldedName.fold($0.id) == folded }) {
            found.append(explanation(of: facts))
        }
        found += explanationsOfFiles(folded)
        found += explanationsOfColumns(folded)
        found += explanationsOfCodes(subject)
        found += explanationsOfBlocks(folded)
        if let table = tables[subject.uppercased()] ?? tables[subject] {
            found.append(explanation(of: table))
        } else if tables.isRefused(subject) {
            found.append(explanation(ofRefused: subject.uppercased()))
        }
        found += explanationsOfSources(folded)
        found += explanationsOfSettings(folded)
        found += explanationsOfSeverities(folded)
        return found
    }

    /// Every rule as it is now, the department's own behind those of the catalogue.
    var currentRules: [RuleMetadata] { Catalogue.current.map(\.facts) + rules.current }

    /// The message of a rule in general: what differs from finding to finding is left open.
    private func withoutPlaceholders(_ message: String) -> String {
        message.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            guard index > 0, let end = part.firstIndex(of: "}") else { return String(part) }
            return "…" + part[part.index(after: end)...]
        }.joined()
    }

    private func explanation(of facts: RuleMetadata) -> Explanation {
        var lines: [(label: String, text: String)] = [
            (words("Wat wij zien", "What we see"), withoutPlaceholders(facts.message[language])),
            (words("Waarom", "Why"), facts.why[language]),
            (words("Wat te doen", "What to do"), withoutPlaceholders(facts.remedy[language])),
            (words("Ernst", "Severity"), facts.severity.name[language]),
            (words("Grond", "Ground"), facts.basis.name[language]),
        ]
        for key in facts.sources {
            guard let source = SourceRegister.builtIn[key] else { continue }
            lines.append(
                (words("Bron", "Source"), [source.title, source.url].compactMap { $0 }.joined(separator: ", ")))
        }
        if let measured = DetectorMeasurement.of(facts.id) {
            lines.append((words("Gemeten", "Measured"), measured.text[language]))
        }
        lines += practice(of: facts)
        return Explanation(title: "\(facts.id)  \(facts.name[language])", lines: lines)
    }
}
