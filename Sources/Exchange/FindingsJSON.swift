import Assessments
import Intake
import Rules
import SocialReturnModel

/// The findings of a submission as JSON, for programs. The form is fixed by the project's interface.
public struct FindingsJSON {
    private let assessment: Assessment
    private let language: Language
    /// Whether each finding stands on a line of its own. The object is one line otherwise.
    private let breaksLines: Bool

    /// The findings of `assessment`, with messages in `language`.
    public init(_ assessment: Assessment, _ language: Language, breaksLines: Bool) {
        self.assessment = assessment
        self.language = language
        self.breaksLines = breaksLines
    }

    /// Writes the object and a line break to `output`.
    public func write(to output: OutputFile) throws(OutputError) {
        try forEachBlock { block throws(OutputError) in try output.write { $0 += block } }
    }

    /// Gives the object and a line break to `body`, a block of bytes at a time.
    public func forEachBlock<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var bytes: [UInt8] = []
        appendHead(&bytes)
        try body(bytes)
        try FindingBlocks(assessment: assessment, language: language, format: .json, breaksLines: breaksLines)
            .forEach(body)
        bytes.removeAll()
        appendTail(&bytes)
        try body(bytes)
    }

    private func appendHead(_ bytes: inout [UInt8]) {
        let cover = assessment.submission.coverRow
        let rows = assessment.submission.rowCounts
        let counts = assessment.findings.counts
        bytes.append("{\"format\":\"maatwerk-bevindingen/1\",\"submission\":")
        bytes.appendJSON(assessment.submission.name)
        bytes.append(",\"supplier_kvk\":")
        bytes.appendJSON(cover.supplierKvK?.description)
        bytes.append(",\"period\":")
        bytes.appendJSON(cover.period?.description)
        bytes.append(",\"rule_set\":")
        bytes.appendJSON(assessment.context.ruleSet.version)
        if let corrections = assessment.submission.corrections {
            // Only feedback that came back has a place in a chain of corrections.
            bytes.append(",\"delivery\":")
            bytes.appendJSON(assessment.submission.deliveryDigest)
            bytes.append(",\"corrects\":")
            bytes.appendJSON(corrections.deliveryDigest)
            bytes.append(",\"corrects_submission\":")
            bytes.appendJSON(corrections.submission)
        } else if cover.supplierKvK == nil || cover.period == nil, let delivery = assessment.submission.deliveryDigest {
            // By nothing else is it known that feedback on it came back.
            bytes.append(",\"delivery\":")
            bytes.appendJSON(delivery)
        }
        bytes.append(
            ",\"rows\":{\"read\":\(rows.read),\"accepted\":\(rows.accepted),\"set_aside\":\(rows.setAside)},\"counts\":{"
        )
        for (index, severity) in Severity.allCases.reversed().enumerated() {
            bytes.append((index > 0 ? "," : "") + "\"\(severity.code)\":\(counts[severity, default: 0])")
        }
        bytes.append("},\"findings\":[")
    }

    private func appendTail(_ bytes: inout [UInt8]) {
        if breaksLines { bytes.append(0x0a) }
        bytes.append("],\"not_evaluated\":[")
        for (index, item) in assessment.notEvaluated.enumerated() {
            if index > 0 { bytes.append(0x2c) }
            if breaksLines { bytes.append(0x0a) }
            bytes.append("{\"rule\":")
            bytes.appendJSON(Catalogue.entry(at: item.rule).facts.id)
            bytes.append(",\"reason\":")
            bytes.appendJSON(item.reason[language])
            bytes.append(",\"supply\":")
            bytes.appendJSON(item.supply?[language])
            bytes.append("}")
        }
        bytes.append("],\"contracts\":[")
        for (index, contract) in assessment.realisation.contracts.enumerated() {
            if index > 0 { bytes.append(0x2c) }
            if breaksLines { bytes.append(0x0a) }
            append(contract, &bytes)
        }
        bytes.append("],\"tables_set_aside\":[")
        for (index, table) in assessment.tablesSetAside.enumerated() {
            if index > 0 { bytes.append(0x2c) }
            bytes.append("{\"file\":")
            bytes.appendJSON(table.file)
            bytes.append(",\"rows\":\(table.rowCount),\"reason\":")
            bytes.appendJSON(table.sentence[language])
            bytes.append("}")
        }
        bytes.append("]}\n")
    }

    /// The figures of a contract. What nobody knows is null: it is not nothing.
    private func append(_ contract: ContractProgress, _ bytes: inout [UInt8]) {
        let totals = contract.totals
        bytes.append("{\"contract\":")
        bytes.appendJSON(assessment.submission.symbols[contract.id])
        let first = contract.mainGoal
        append(first, "realised", first?.realised, &bytes)
        let hours = totals.placements == totals.placementsWithoutHours && totals.placements > 0 ? nil : totals.hours
        let isValued = contract.terms?.tableInUse != nil && (totals.valuedRows > 0 || totals.isEmpty)
        let numbers: [(String, String?)] = [
            ("persons", "\(totals.persons)"), ("places", "\(totals.placements)"),
            ("fte_average", totals.placements == 0 ? "0" : totals.averageFTE?.description),
            ("fte_last_day", totals.placements == 0 ? "0" : totals.lastDayFTE?.description),
            ("hours", hours?.description), ("value", isValued ? totals.value.description : nil),
            ("in_consultation", isValued ? totals.inConsultation.description : nil),
            ("not_counting", "\(totals.notCounting)"), ("open_ended", "\(totals.openEndedPlacements)"),
            ("became_permanent", "\(totals.permanentWork.became)"),
            ("obstacles", "\(contract.obstacles)"), ("without_fte", "\(totals.placementsWithoutFTE)"),
            ("without_hours", "\(totals.placementsWithoutHours)"),
        ]
        for (name, number) in numbers { bytes.append(",\"\(name)\":\(number ?? "null")") }
        bytes.append(",\"status\":\"\(contract.standing.code)\",\"goals\":[")
        for (index, goal) in contract.goals.enumerated() {
            bytes.append(index > 0 ? ",{" : "{")
            append(goal, "realised", goal.realised, separator: "", &bytes)
            append("this_period", goal.thisPeriod, &bytes)
            append("earlier", goal.earlier, &bytes)
            bytes.append(",\"status\":\"\(goal.standing.code)\"}")
        }
        bytes.append("]}")
    }

    private func append(
        _ goal: Goal?, _ name: String, _ realised: Amount?, separator: String = ",", _ bytes: inout [UInt8]
    ) {
        bytes.append("\(separator)\"agreed\":\(goal?.agreed?.plain ?? "null"),\"unit\":")
        bytes.appendJSON(goal?.measure.code)
        append(name, realised, &bytes)
    }

    private func append(_ name: String, _ amount: Amount?, _ bytes: inout [UInt8]) {
        bytes.append(",\"\(name)\":\(amount?.plain ?? "null")")
    }
}
