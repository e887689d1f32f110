import Rules

/// What changed in a submission as one JSON object, for programs.
public struct ComparisonJSON {
    private let comparison: FindingsComparison

    /// The changes in `comparison`.
    public init(_ comparison: FindingsComparison) {
        self.comparison = comparison
    }

    /// The object, on one line.
    public func text() -> String {
        var bytes: [UInt8] = []
        bytes.append("{\"format\":\"maatwerk-vergelijking/1\",\"submission\":")
        bytes.appendJSON(comparison.submission)
        bytes.append(",\"presence\":")
        bytes.appendJSON(comparison.presence.rawValue)
        bytes.append(",\"old\":")
        append(comparison.old, to: &bytes)
        bytes.append(",\"new\":")
        append(comparison.new, to: &bytes)
        bytes.append(",\"appeared\":")
        bytes.appendJSONList(comparison.appeared, append)
        bytes.append(",\"disappeared\":")
        bytes.appendJSONList(comparison.disappeared, append)
        let stayed = comparison.stayed
        bytes.append(
            ",\"stayed\":{\"total\":\(stayed.total),\"unchanged\":\(stayed.unchanged),\"moved\":\(stayed.moved),"
                + "\"reworded\":\(stayed.reworded)},\"severity_changed\":")
        bytes.appendJSONList(comparison.severityChanges) { change, bytes in
            bytes.append("{\"rule\":")
            bytes.appendJSON(change.rule)
            bytes.append(",\"from\":\"\(change.from.code)\",\"to\":\"\(change.to.code)\",\"count\":\(change.count)}")
        }
        bytes.append(",\"no_longer_evaluated\":")
        bytes.appendJSONList(comparison.noLongerEvaluated, append)
        bytes.append(",\"newly_evaluated\":")
        bytes.appendJSONList(comparison.newlyEvaluated, append)
        bytes.append(",\"new_errors\":\(comparison.newErrors)}")
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(_ document: FindingsDocument?, to bytes: inout [UInt8]) {
        guard let document else { return bytes.append("null") }
        let rows = document.rows
        bytes.append("{\"submission\":")
        bytes.appendJSON(document.submission)
        bytes.append(",\"period\":")
        bytes.appendJSON(document.period)
        bytes.append(",\"rule_set\":")
        bytes.appendJSON(document.ruleSet)
        bytes.append(",\"tool_version\":")
        bytes.appendJSON(document.toolVersion)
        bytes.append(",\"rows\":{\"read\":\(rows.read),\"accepted\":\(rows.accepted),\"set_aside\":\(rows.setAside)}")
        bytes.append(",\"counts\":{")
        for (index, severity) in Severity.allCases.reversed().enumerated() {
            bytes.append((index > 0 ? "," : "") + "\"\(severity.code)\":\(document.count(of: severity))")
        }
        bytes.append("}}")
    }

    private func append(_ item: FindingsDocument.NotTested, to bytes: inout [UInt8]) {
        bytes.append("{\"rule\":")
        bytes.appendJSON(item.rule)
        bytes.append(",\"reason\":")
        bytes.appendJSON(item.reason)
        bytes.append("}")
    }

    private func append(_ finding: ReportedFinding, to bytes: inout [UInt8]) {
        bytes.append("{\"rule\":")
        bytes.appendJSON(finding.rule)
        bytes.append(",\"severity\":\"\(finding.severity.code)\",\"file\":")
        bytes.appendJSON(finding.file)
        bytes.append(",\"row\":")
        bytes.appendJSON(finding.row)
        bytes.append(",\"line\":")
        bytes.appendJSON(finding.line)
        bytes.append(",\"column\":")
        bytes.appendJSON(finding.column)
        bytes.append(",\"value\":")
        bytes.appendJSON(finding.value)
        bytes.append(",\"message\":")
        bytes.appendJSON(finding.message)
        bytes.append(",\"remedy\":")
        bytes.appendJSON(finding.remedy)
        bytes.append(",\"basis\":")
        bytes.appendJSON(finding.basis)
        bytes.append(",\"source\":")
        bytes.appendJSON(finding.source)
        bytes.append("}")
    }
}

extension [UInt8] {
    /// Appends a JSON list; `append` writes an item.
    fileprivate mutating func appendJSONList<Item>(_ items: [Item], _ append: (Item, inout [UInt8]) -> Void) {
        self.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { self.append(UInt8(ascii: ",")) }
            append(item, &self)
        }
        self.append(UInt8(ascii: "]"))
    }
}
