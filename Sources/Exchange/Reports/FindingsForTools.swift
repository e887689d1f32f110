import Assessments
import Intake
import Rules
import SocialReturnModel

/// The findings of submissions in a form that tools of software builders read: SARIF 2.1.0, JUnit XML, or the annotations of GitHub.
///
/// A submission is a part of the whole: what stands before the first, between two and after the last is apart, so that parts can be made one
/// by one. Columns of a file are named, as a row of a spreadsheet has no column numbers that such tools could point at.
public struct FindingsForTools {
    /// A form.
    public enum Form: Sendable, CaseIterable {
        /// SARIF 2.1.0, one run for each submission.
        case sarif
        /// JUnit XML: a suite for each submission, a test for each rule that was to judge.
        case junit
        /// A line for each finding: `::error file=…,line=…,title=…::…`.
        case github

        /// What stands before the first submission.
        public var beginning: String {
            switch self {
            case .sarif:
                "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":["
            case .junit: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"maatwerk\">\n"
            case .github: ""
            }
        }

        /// What stands between two submissions.
        public var separator: String { self == .sarif ? ",\n" : "" }

        /// What stands after the last submission.
        public var end: String {
            switch self {
            case .sarif: "]}\n"
            case .junit: "</testsuites>\n"
            case .github: ""
            }
        }
    }

    private let assessment: Assessment
    private let language: Language
    private let form: Form
    private let path: String
    private let tool: String
    /// Whether the submission is one file: nothing that it lacks has a place of its own.
    private let isFile: Bool

    /// The findings of `assessment`, which was made of the submission at `path`, with messages in `language`.
    ///
    /// - Parameters:
    ///   - path: as it was given: tools find the files by it. `-` is standard input.
    ///   - tool: the version of the tool.
    public init(_ assessment: Assessment, _ language: Language, _ form: Form, path: String, tool: String) {
        (self.assessment, self.language, self.form) = (assessment, language, form)
        var path = path[...]
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
        let last = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path
        isFile = path == "-" || assessment.submission.files.contains { $0.name == last }
        (self.path, self.tool) = (path == "-" ? "stdin" : String(path), tool)
    }

    /// Gives the part of the submission to `body`, a block of bytes at a time.
    public func forEachBlock<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var bytes: [UInt8] = []
        func pass(when isFull: Bool) throws(Failure) {
            guard isFull, !bytes.isEmpty else { return }
            try body(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        let all = assessment.findings.all
        switch form {
        case .sarif:
            appendRun(&bytes)
            for (index, finding) in all.enumerated() {
                if index > 0 { bytes.append(",") }
                appendResult(assessment.describe(finding, language), &bytes)
                try pass(when: bytes.count > Self.block)
            }
            bytes.append("]}")
        case .junit:
            var ofRule: [Int16: [Finding]] = [:]
            for finding in all { ofRule[finding.rule, default: []].append(finding) }
            let skipped = Dictionary(
                assessment.notEvaluated.map { ($0.rule, $0.reason) }, uniquingKeysWith: { first, _ in first })
            let rules = tests(ofRule, skipped)
            let failures = rules.count { ofRule[$0]?.contains { $0.severity == .error } ?? false }
            let count = rules.count { ofRule[$0] == nil && skipped[$0] != nil }
            bytes.append("<testsuite name=\"")
            bytes.appendXML(assessment.submission.name)
            bytes.append("\" tests=\"\(rules.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(count)\">\n")
            for rule in rules {
                appendTest(rule, ofRule[rule] ?? [], skipped[rule], &bytes)
                try pass(when: bytes.count > Self.block)
            }
            bytes.append("</testsuite>\n")
        case .github:
            for finding in all {
                appendAnnotation(assessment.describe(finding, language), &bytes)
                try pass(when: bytes.count > Self.block)
            }
        }
        try pass(when: true)
    }

    private static let block = 1 << 16

    /// The path of the file that a finding is about: the submission itself, or one in it.
    private func path(of shown: ShownFinding) -> String {
        isFile || shown.file.isEmpty ? path : path + "/" + shown.file
    }

    // MARK: - SARIF

    private func appendRun(_ bytes: inout [UInt8]) {
        bytes.append("{\"tool\":{\"driver\":{\"name\":\"maatwerk\",\"version\":")
        bytes.appendJSON(tool)
        bytes.append(",\"rules\":[")
        for (index, rule) in Set(assessment.findings.all.map(\.rule)).sorted().enumerated() {
            let facts = Catalogue.entry(at: rule).facts
            bytes.append((index > 0 ? "," : "") + "{\"id\":")
            bytes.appendJSON(facts.id)
            for (name, text) in [("shortDescription", facts.name[language]), ("fullDescription", facts.why[language])] {
                bytes.append(",\"\(name)\":{\"text\":")
                bytes.appendJSON(text)
                bytes.append("}")
            }
            bytes.append(",\"defaultConfiguration\":{\"level\":\"\(facts.severity.sarif)\"}}")
        }
        bytes.append("]}},\"automationDetails\":{\"id\":")
        bytes.appendJSON(assessment.submission.name)
        bytes.append("},\"columnKind\":\"utf16CodeUnits\",\"properties\":{\"ruleSet\":")
        bytes.appendJSON(assessment.context.ruleSet.version)
        bytes.append("},\"results\":[")
    }

    private func appendResult(_ shown: ShownFinding, _ bytes: inout [UInt8]) {
        bytes.append("\n{\"ruleId\":")
        bytes.appendJSON(shown.rule.id)
        bytes.append(",\"level\":\"\(shown.severity.sarif)\",\"message\":{\"text\":")
        bytes.appendJSON("\(shown.message) \(shown.remedy)")
        bytes.append("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
        bytes.appendJSON(Self.address(path(of: shown)))
        bytes.append("}")
        if let line = shown.line ?? shown.row { bytes.append(",\"region\":{\"startLine\":\(max(1, line))}") }
        bytes.append("}")
        if let place = shown.cell ?? shown.column {
            bytes.append(",\"logicalLocations\":[{\"fullyQualifiedName\":")
            bytes.appendJSON(place)
            bytes.append("}]")
        }
        bytes.append("}],\"properties\":{\"row\":")
        bytes.appendJSON(shown.row)
        bytes.append(",\"column\":")
        bytes.appendJSON(shown.column)
        bytes.append("}}")
    }

    /// A path as an address: what is no plain sign becomes `%20` and the like.
    private static func address(_ path: String) -> String {
        var address = ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "/-_.~".unicodeScalars.contains(scalar))
            let digits = String(byte, radix: 16, uppercase: true)
            address += isPlain ? String(scalar) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return address
    }

    // MARK: - JUnit

    /// The rules that were to judge, each once, by their position in the catalogue: of several versions the one that had something to say, or
    /// else the newest that was not retired.
    private func tests(_ findings: [Int16: [Finding]], _ skipped: [Int16: Text]) -> [Int16] {
        var chosen: [String: Int16] = [:]
        for rule in Set(Catalogue.all.indices.map { Int16($0) }).union(findings.keys).sorted() {
            let facts = Catalogue.entry(at: rule).facts
            let speaks = findings[rule] != nil || skipped[rule] != nil
            if let known = chosen[facts.id], !speaks, findings[known] != nil || skipped[known] != nil { continue }
            if speaks || facts.until == nil { chosen[facts.id] = rule }
        }
        return chosen.values.sorted()
    }

    private func appendTest(_ rule: Int16, _ findings: [Finding], _ skipped: Text?, _ bytes: inout [UInt8]) {
        let facts = Catalogue.entry(at: rule).facts
        bytes.append("<testcase classname=\"")
        bytes.appendXML(String(facts.id.prefix { $0 != "-" }))
        bytes.append("\" name=\"")
        bytes.appendXML("\(facts.id) \(facts.name[language])")
        guard !findings.isEmpty || skipped != nil else { return bytes.append("\"/>\n") }
        bytes.append("\">")
        if findings.isEmpty, let skipped {
            bytes.append("<skipped message=\"")
            bytes.appendXML(skipped[language])
            bytes.append("\"/>")
        }
        let errors = findings.filter { $0.severity == .error }
        if !errors.isEmpty {
            bytes.append("<failure type=\"fout\" message=\"")
            bytes.appendXML(assessment.describe(errors[0], language).message)
            bytes.append("\">")
            for finding in errors { appendLine(finding, &bytes) }
            bytes.append("</failure>")
        }
        // What asks for a look and sets no row aside fails no test.
        let others = findings.filter { $0.severity != .error }
        if !others.isEmpty {
            bytes.append("<system-out>")
            for finding in others { appendLine(finding, &bytes) }
            bytes.append("</system-out>")
        }
        bytes.append("</testcase>\n")
    }

    private func appendLine(_ finding: Finding, _ bytes: inout [UInt8]) {
        let shown = assessment.describe(finding, language)
        let place = [path(of: shown), (shown.line ?? shown.row).map(String.init), shown.column].compactMap(\.self)
        bytes.appendXML(place.joined(separator: ":") + ": \(shown.message) \(shown.remedy)\n")
    }

    // MARK: - GitHub

    private func appendAnnotation(_ shown: ShownFinding, _ bytes: inout [UInt8]) {
        bytes.append("::\(shown.severity.annotation) file=\(Self.escaped(path(of: shown), isProperty: true))")
        if let line = shown.line ?? shown.row { bytes.append(",line=\(max(1, line))") }
        bytes.append(",title=\(Self.escaped("\(shown.rule.id) \(shown.rule.name[language])", isProperty: true))::")
        let column = shown.column.map { "\($0): " } ?? ""
        bytes.append(Self.escaped("\(column)\(shown.message) \(shown.remedy)", isProperty: false) + "\n")
    }

    /// What a line of a command cannot hold, as `%0A` and the like; nothing that a terminal obeys is left.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default:
                result.unicodeScalars.append(
                    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }
}

extension Severity {
    /// The level of a result in SARIF.
    fileprivate var sarif: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .signal: "note"
        }
    }

    /// The command of an annotation on GitHub.
    fileprivate var annotation: String { self == .signal ? "notice" : sarif }
}

extension [UInt8] {
    /// Appends text within XML or an attribute of it; what XML cannot hold becomes one mark.
    fileprivate mutating func appendXML(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "\n", "\t": append(contentsOf: [UInt8(scalar.value)])
            default:
                let isKnown = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                append(contentsOf: String(isKnown ? scalar : "\u{FFFD}").utf8)
            }
        }
    }
}
