import Parameters
import Rules
import SocialReturnModel

/// The rule catalogue as a document: made from the rules themselves, so that it cannot lag behind.
public struct CatalogueDocument: Bilingual {
    /// The language of the document.
    public let language: Language

    /// The catalogue in `language`.
    public init(_ language: Language) {
        self.language = language
    }

    /// The catalogue as one JSON object.
    public var json: String {
        var bytes: [UInt8] = []
        bytes.append("{\"format\":\"maatwerk-regels/1\",\"rule_set\":")
        bytes.appendJSON(RuleSet.newest.version)
        bytes.append(",\"rules\":[")
        for (index, entry) in Catalogue.all.enumerated() {
            let facts = entry.facts
            bytes.append(index > 0 ? ",\n{" : "\n{")
            let texts: [(String, String?)] = [
                ("id", facts.id), ("severity", facts.severity.code), ("level", facts.level.rawValue),
                ("basis", facts.basis.rawValue), ("name", facts.name[language]), ("message", facts.message[language]),
                ("remedy", facts.remedy[language]), ("why", facts.why[language]), ("column", facts.column),
            ]
            for (position, (key, value)) in texts.enumerated() {
                bytes.append((position > 0 ? "," : "") + "\"\(key)\":")
                bytes.appendJSON(value)
            }
            bytes.append(",\"version\":\(facts.version),\"since\":")
            bytes.appendJSON(facts.since.version)
            bytes.append(",\"valid_from\":")
            bytes.appendJSON(facts.since.validFrom.description)
            bytes.append(",\"until\":")
            bytes.appendJSON(facts.until?.version)
            bytes.append(",\"settings\":[")
            for (position, limit) in facts.limits.enumerated() {
                if position > 0 { bytes.append(",") }
                bytes.appendJSON(limit.key)
            }
            bytes.append("],\"sources\":[")
            for (position, source) in sources(of: facts).enumerated() {
                bytes.append(position > 0 ? "," : "")
                bytes.append("{\"title\":")
                bytes.appendJSON(source.title)
                bytes.append(",\"url\":")
                bytes.appendJSON(source.url)
                bytes.append("}")
            }
            bytes.append("]")
            if let measured = DetectorMeasurement.of(facts.id) {
                bytes.append(
                    ",\"measured\":{\"sentences\":\(measured.sentences),\"true_positives\":\(measured.truePositives),"
                        + "\"false_positives\":\(measured.falsePositives),\"false_negatives\":\(measured.falseNegatives)}"
                )
            }
            bytes.append("}")
        }
        bytes.append("\n]}")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The catalogue as Markdown: a table of contents by family, then each rule as it is now, with how it was.
    public var markdown: String {
        let current = Catalogue.current
        var lines = [
            words("# Regels", "# Rules"), "",
            words(
                "Regelset \(RuleSet.newest.version), \(current.count) regels. Dit document komt uit de regels zelf (`maatwerk rules --format markdown`).",
                "Rule set \(RuleSet.newest.version), \(current.count) rules. This document is made from the rules themselves (`maatwerk rules --format markdown`)."
            ),
            "", words("| Regel | Naam | Ernst | Grond |", "| Rule | Name | Severity | Ground |"), "|---|---|---|---|",
        ]
        for entry in current {
            let facts = entry.facts
            lines.append(
                "| [\(facts.id)](#\(facts.id.lowercased())) | \(facts.name[language]) | \(facts.severity.name[language]) | \(facts.basis.name[language]) |"
            )
        }
        for entry in current {
            let facts = entry.facts
            lines += [
                "", "## \(facts.id)", "", "**\(facts.name[language])** (\(facts.severity.name[language].lowercased()))",
                "",
                "- " + words("Melding: ", "Message: ") + facts.message[language],
                "- " + words("Wat te doen: ", "What to do: ") + facts.remedy[language],
                "- " + words("Waarom: ", "Why: ") + facts.why[language],
                "- " + words("Grond: ", "Ground: ") + facts.basis.name[language],
                "- "
                    + words(
                        "Versie \(facts.version), sinds regelset \(facts.since.version) (\(facts.since.validFrom.formatted(.dutch)))",
                        "Version \(facts.version), since rule set \(facts.since.version) (\(facts.since.validFrom.formatted(.english)))"
                    )
                    + (facts.until.map { words(", tot regelset \($0.version)", ", until rule set \($0.version)") } ?? ""),
            ]
            lines += history(of: facts)
            for source in sources(of: facts) {
                lines.append(
                    "- " + words("Bron: ", "Source: ") + (source.url.map { "[\(source.title)](\($0))" } ?? source.title)
                )
            }
            if let measured = DetectorMeasurement.of(facts.id) {
                lines.append("- " + words("Gemeten: ", "Measured: ") + measured.text[language])
            }
            for need in facts.needs {
                lines.append("- " + words("Niet getoetst als: ", "Not tested when: ") + need.reason[language])
            }
        }
        return (lines + settings).joined(separator: "\n") + "\n"
    }

    /// Since which days a law holds, which rules speak instead, and how the rule was in earlier editions.
    private func history(of facts: RuleMetadata) -> [String] {
        let law = facts.lawDays.map {
            "- " + words("Wet vanaf ", "Law from ") + $0.day.formatted(language) + ": " + $0.name[language] + "."
        }
        let rules = Array(Set(facts.yields.map(\.rule))).sorted().joined(separator: ", ")
        let yields =
            rules.isEmpty
            ? []
            : ["- " + words("Zwijgt bij dezelfde oorzaak voor: ", "Leaves the word, for one cause, to: ") + rules + "."]
        let earlier = Catalogue.all.map(\.facts).filter { $0.id == facts.id && $0.version < facts.version }.map { old in
            "- "
                + words(
                    "Eerder, sinds regelset \(old.since.version): ", "Before, since rule set \(old.since.version): ")
                + old.severity.name[language].lowercased() + ". " + old.message[language]
        }
        return law + yields + earlier
    }

    private func sources(of facts: RuleMetadata) -> [(title: String, url: String?)] {
        facts.sources.compactMap { key in SourceRegister.builtIn[key].map { ($0.title, $0.url) } }
    }
}
