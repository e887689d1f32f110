import Maatwerk

/// Checks the submission at `path`, and prints what was found.
func check(_ path: String, with toolkit: Toolkit) throws -> Assessment {
    let assessment = try toolkit.check(path)

    let rows = assessment.submission.rowCounts
    print("\(rows.read) rows: \(rows.accepted) accepted, \(rows.setAside) rejected")

    for finding in assessment.findings(in: .english) where finding.severity > .signal {
        let place = [finding.shownFile, finding.row.map { "row \($0)" }, finding.column].compactMap { $0 }
        print("\(finding.rule.id) \(place.joined(separator: ", ")): \(finding.message) \(finding.remedy)")
    }

    for group in assessment.notTested {
        print("not tested: \(group.ruleIDs.joined(separator: ", ")): \(group.reason[.english])")
    }
    return assessment
}
