import Assessments
import FoundationEssentials
import Parameters
import Plumbing
import Rules
import SocialReturnModel

/// Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. A submission is a run.
package enum SARIFReport: MachineReport {
    package static let name = "sarif"
    package static let opening =
        #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":["#
    package static let separator = ","
    package static let closing = "]}\n"

    package static func piece(of assessment: Assessment, _ origin: MachineOrigin) -> String {
        var positions: [Int16: Int] = [:]
        var rules: [Rule] = []
        func position(_ rule: Int16) -> Int {
            if let known = positions[rule] { return known }
            positions[rule] = rules.count
            rules.append(Rule(Catalogue.entry(at: rule).facts, origin.language))
            return rules.count - 1
        }
        var results = assessment.findings.all.map { finding in
            Result(
                MachineFinding(finding, of: assessment, origin),
                ruleIndex: position(finding.rule))
        }
        // What was not tested is no pass: SARIF has a kind of its own for it.
        results += assessment.notEvaluated.map { item in
            Result(notEvaluated: item, ruleIndex: position(item.rule), origin)
        }
        return text(Run(rules: rules, results: results, problem: nil, origin))
    }

    package static func piece(unreadable message: String, _ origin: MachineOrigin) -> String {
        text(Run(rules: [], results: [], problem: Notification(message, at: origin.path), origin))
    }

    private static func text(_ run: Run) -> String {
        EncodedJSON().text(run)
    }

    private struct Message: Encodable { let text: String }

    private struct Rule: Encodable {
        let id, name: String
        let shortDescription, fullDescription, help: Message
        let helpUri: String?

        init(_ facts: RuleMetadata, _ language: Language) {
            id = facts.id
            name = facts.name[language]
            shortDescription = Message(text: facts.name[language])
            fullDescription = Message(text: facts.why[language])
            help = Message(text: facts.remedy[language])
            helpUri = facts.sources.lazy.compactMap { SourceRegister.builtIn[$0]?.url }.first
        }
    }

    private struct Location: Encodable {
        struct Physical: Encodable {
            struct Artifact: Encodable { let uri: String }
            struct Region: Encodable { let startLine: Int }
            let artifactLocation: Artifact
            let region: Region?
        }
        struct Logical: Encodable { let fullyQualifiedName: String }
        let physicalLocation: Physical
        let logicalLocations: [Logical]?

        init(_ path: String, line: Int? = nil, place: String? = nil) {
            physicalLocation = Physical(
                artifactLocation: .init(uri: Self.uri(path)),
                region: line.map { Physical.Region(startLine: max(1, $0)) })
            logicalLocations = place.map { [Logical(fullyQualifiedName: $0)] }
        }

        /// What may stand in the path of an address as it is: the characters of a segment (`pchar`, RFC 3986) and the slashes between them.
        private static let plain = Set("-._~!$&'()*+,;=:@/".utf8)

        /// `path` as an address beside this document, each other byte as `%` and two digits.
        private static func uri(_ path: String) -> String {
            var uri: [UInt8] = []
            for byte in path.utf8 {
                let character = Unicode.Scalar(byte)
                let isWord = character.isASCII && (character.properties.isAlphabetic || ("0"..."9").contains(character))
                if isWord || plain.contains(byte) {
                    uri.append(byte)
                } else {
                    uri += "%\(byte.hexadecimal)".utf8
                }
            }
            return String(decoding: uri, as: UTF8.self)
        }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let kind, level: String
        let message: Message
        let locations: [Location]

        init(_ finding: MachineFinding, ruleIndex: Int) {
            ruleId = finding.rule.id
            self.ruleIndex = ruleIndex
            kind = "fail"
            level = finding.severity == .error ? "error" : finding.severity == .warning ? "warning" : "note"
            message = Message(text: "\(finding.message) → \(finding.remedy)")
            locations = [Location(finding.path, line: finding.line, place: finding.place)]
        }

        init(notEvaluated item: NotEvaluated, ruleIndex: Int, _ origin: MachineOrigin) {
            ruleId = Catalogue.entry(at: item.rule).facts.id
            self.ruleIndex = ruleIndex
            (kind, level) = ("notApplicable", "none")
            message = Message(
                text: [item.reason, item.supply].compactMap { $0?[origin.language] }.joined(separator: " → "))
            locations = [Location(origin.path)]
        }
    }

    private struct Notification: Encodable {
        let level = "error"
        let message: Message
        let locations: [Location]

        init(_ text: String, at path: String) { (message, locations) = (Message(text: text), [Location(path)]) }
    }

    private struct Run: Encodable {
        struct Tool: Encodable {
            struct Driver: Encodable {
                let name = "maatwerk"
                let version: String
                let rules: [Rule]
            }
            let driver: Driver
        }
        struct Invocation: Encodable {
            let executionSuccessful: Bool
            let toolExecutionNotifications: [Notification]?
        }
        let tool: Tool
        let language, columnKind: String
        let invocations: [Invocation]
        let results: [Result]

        init(rules: [Rule], results: [Result], problem: Notification?, _ origin: MachineOrigin) {
            tool = Tool(driver: .init(version: origin.toolVersion, rules: rules))
            (language, columnKind) = (origin.language.rawValue, "unicodeCodePoints")
            invocations = [
                Invocation(executionSuccessful: problem == nil, toolExecutionNotifications: problem.map { [$0] })
            ]
            self.results = results
        }
    }
}
