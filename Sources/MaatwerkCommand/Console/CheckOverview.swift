import Exchange
import FoundationEssentials
import Maatwerk

/// What a check says of a submission besides its findings.
struct CheckReply: Codable {
    /// A cause: findings of one rule.
    struct Cause: Codable {
        let rule: String
        let name: String
        let severity: String
        let count: Int
    }

    /// Rules that were not tested for one reason.
    struct NotTested: Codable {
        let rules: [String]
        let reason: String
        let supply: String?
    }

    /// How the submission stands; nil when it could not be read.
    var status: String?
    var errors = 0
    var causes: [Cause] = []
    var notTested: [NotTested] = []
    /// Why it could not be read; nil when it could.
    var message: String?

    /// The reply for a submission that was judged.
    init(_ assessment: Assessment, _ language: Language = Say.language) {
        status = SubmissionSummary(assessment).status.name[language]
        errors = assessment.findings.counts[.error, default: 0]
        var counts: [Int16: Int] = [:]
        for finding in assessment.findings.all { counts[finding.rule, default: 0] += 1 }
        causes = counts.keys.sorted().map { rule in
            let facts = Catalogue.entry(at: rule).facts
            return Cause(
                rule: facts.id, name: facts.name[language], severity: facts.severity.name[language],
                count: counts[rule] ?? 0)
        }
        notTested = assessment.notTested.map {
            NotTested(rules: $0.ruleIDs, reason: $0.reason[language], supply: $0.supply?[language])
        }
    }

    /// The reply for a submission that cannot be read.
    init(message: String) { self.message = message }

    /// The reply that ``bytes`` became.
    init?(_ bytes: [UInt8]) {
        guard let reply = try? JSONDecoder().decode(CheckReply.self, from: Data(bytes)) else { return nil }
        self = reply
    }

    var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }
}

/// What a check of many submissions ends with: how many stand how, the most frequent causes, and once for all what was not tested.
struct CheckOverview: Bilingual {
    let language: Language
    private var statuses: [(name: String, count: Int)] = []
    private var unreadable = 0
    private var total = 0
    private var causes: [String: (cause: CheckReply.Cause, submissions: Int, count: Int)] = [:]
    private var reasons: [(group: CheckReply.NotTested, rules: Set<String>, submissions: Int)] = []
    private var positions: [String: Int] = [:]

    /// How many causes are named.
    private static let mostCauses = 10

    init(_ language: Language) { self.language = language }

    mutating func addUnreadable() {
        total += 1
        unreadable += 1
    }

    mutating func add(_ reply: CheckReply) {
        total += 1
        let status = reply.status ?? ""
        if let index = statuses.firstIndex(where: { $0.name == status }) {
            statuses[index].count += 1
        } else {
            statuses.append((status, 1))
        }
        for cause in reply.causes {
            let old = causes[cause.rule]
            causes[cause.rule] = (cause, (old?.submissions ?? 0) + 1, (old?.count ?? 0) + cause.count)
        }
        for group in reply.notTested {
            if let index = positions[group.reason] {
                reasons[index].rules.formUnion(group.rules)
                reasons[index].submissions += 1
            } else {
                positions[group.reason] = reasons.count
                reasons.append((group, Set(group.rules), 1))
            }
        }
    }

    private func number(_ number: Int) -> String { Quantity(number).formatted(language) }

    private func submissions(_ count: Int) -> String {
        count == 1
            ? words("1 inzending", "1 submission")
            : words("\(number(count)) inzendingen", "\(number(count)) submissions")
    }

    /// The lines.
    func lines(_ palette: TerminalPalette, width: Int) -> [String] {
        var parts = statuses.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map {
            "\(number($0.count)) \($0.name)"
        }
        if unreadable > 0 { parts.append("\(number(unreadable)) \(words("niet te lezen", "unreadable"))") }
        var lines = Wrapping.lines("\(submissions(total)): \(parts.joined(separator: ", "))", width: width).map {
            palette.paint($0, .bold)
        }
        let frequent = causes.values.sorted { ($1.count, $0.cause.rule) < ($0.count, $1.cause.rule) }
        if !frequent.isEmpty {
            lines.append(palette.paint(words("Meest voorkomende oorzaken:", "Most frequent causes:"), .bold))
            for entry in frequent.prefix(Self.mostCauses) {
                lines += Wrapping.lines(
                    "\(entry.cause.rule) \(entry.cause.name) (\(entry.cause.severity.lowercased())): "
                        + words("\(number(entry.count)) keer", "\(number(entry.count)) times")
                        + words(" in \(submissions(entry.submissions))", " in \(submissions(entry.submissions))"),
                    first: "  ", width: width)
            }
            let rest = frequent.count - Self.mostCauses
            if rest > 0 { lines.append(words("  en nog \(rest) andere", "  and \(rest) more")) }
        }
        return lines + notTested(palette, width)
    }

    private func notTested(_ palette: TerminalPalette, _ width: Int) -> [String] {
        guard !reasons.isEmpty else { return [] }
        let count = reasons.reduce(into: Set<String>()) { $0.formUnion($1.rules) }.count
        let title = words(
            "○ Niet getoetst: \(count) \(count == 1 ? "regel" : "regels")",
            "○ Not tested: \(count) \(count == 1 ? "rule" : "rules")")
        var lines = ["", palette.paint(title, .magenta)]
        for entry in reasons {
            lines += Wrapping.lines(
                "\(entry.rules.sorted().joined(separator: ", ")): \(entry.group.reason)"
                    + words(" (bij \(submissions(entry.submissions)))", " (in \(submissions(entry.submissions)))"),
                first: "  ", width: width)
            if let supply = entry.group.supply { lines += Wrapping.lines(supply, first: "  → ", width: width) }
        }
        return lines
    }
}
