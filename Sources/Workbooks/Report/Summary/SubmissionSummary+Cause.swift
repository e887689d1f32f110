import Assessments
import Intake
import Rules
import SocialReturnModel

extension SubmissionSummary {
    /// Why the submission has its status, in the words of this submission.
    func statusCause(_ assessment: Assessment) -> Text {
        let rows = completeness.rows
        switch status {
        case .received:
            return Text(nl: "Er is geen contractregister meegegeven.", en: "No contract register was given.")
        case .rejected:
            let cover = assessment.submission.coverRow
            var causes: [Text] = []
            if cover.supplierKvK == nil {
                causes.append(
                    Text(nl: "het KvK-nummer op het voorblad ontbreekt", en: "the KvK number on the cover is missing"))
            }
            if cover.period == nil {
                causes.append(
                    Text(nl: "de periode op het voorblad ontbreekt", en: "the period on the cover is missing"))
            }
            let data = assessment.submission.rowCountsBelowCover
            if data.read > 0, data.accepted == 0 {
                causes.append(Text(nl: "geen enkele rij is te gebruiken", en: "not one row can be used"))
            }
            let all = assessment.findings.all
            causes += groups.filter {
                $0.severity == .error && $0.table.isSubmission && !all[$0.firstFindings[0]].place.isInRow
            }.prefix(2).map { group in
                let file =
                    assessment.context.source(of: group.table)?.shownFile
                    ?? Text(verbatim: AllTables.facts(group.table).fileName)
                return Text(
                    nl: group.facts.name.nl.lowercasedFirst + " (\(file.nl))",
                    en: group.facts.name.en.lowercasedFirst + " (\(file.en))")
            }
            return Self.sentence(causes) ?? status.meaning
        case .approvedWithRemarks:
            var causes: [Text] = []
            if rows.setAside > 0 {
                causes.append(
                    Text(
                        nl:
                            "\(rows.setAside) van \(rows.read) rijen \(rows.setAside == 1 ? "telt" : "tellen") niet mee",
                        en: "\(rows.setAside) of \(rows.read) rows \(rows.setAside == 1 ? "does" : "do") not count"))
            }
            let warnings = groups.filter { $0.severity == .warning && $0.table.isSubmission }
            if let first = warnings.first {
                let name = first.facts.name
                causes.append(
                    warnings.count == 1
                        ? Text(
                            nl: "na te kijken: \(name.nl.lowercasedFirst)", en: "to look at: \(name.en.lowercasedFirst)"
                        )
                        : Text(
                            nl: "\(warnings.count) zaken na te kijken, zoals: \(name.nl.lowercasedFirst)",
                            en: "\(warnings.count) matters to look at, such as: \(name.en.lowercasedFirst)"))
            }
            return Self.sentence(causes) ?? status.meaning
        case .approved:
            return Text(
                nl: "Alle \(rows.read) rijen tellen mee; er is niets na te kijken.",
                en: "All \(rows.read) rows count; there is nothing to look at.")
        }
    }

    /// The causes as one sentence; nil for none.
    static func sentence(_ causes: [Text]) -> Text? {
        guard !causes.isEmpty else { return nil }
        // The last cause may be the name of a rule, which may be a question.
        func sentence(_ causes: [String]) -> String {
            let text = causes.joined(separator: "; ").uppercasedFirst
            return text.hasSuffix("?") ? text : text + "."
        }
        return Text(nl: sentence(causes.map(\.nl)), en: sentence(causes.map(\.en)))
    }
}

extension ContractSummary {
    /// Why the contract stands as it does, where no figure beside it says so.
    func cause(_ standing: Standing, _ goal: Goal?) -> Text {
        switch standing {
        case .reached: Text(nl: "alles gehaald", en: "all achieved")
        case .onCourse, .behind: Text(nl: "", en: "")
        case .nothingReported: Text(nl: "geen rijen bij dit contract", en: "no rows under this contract")
        case .nothingCounts:
            Text(nl: "geen dag of factuur valt in de periode", en: "no day or invoice lies in the period")
        case .setAside: Text(nl: "alle rijen hebben een fout", en: "all rows have an error")
        case .historyMissing: Text(nl: "eerdere rapportages ontbreken", en: "earlier reports are missing")
        case .notBegun:
            Text(
                nl: contract?.start.map { "begint op \($0.formatted(.dutch))" } ?? "",
                en: contract?.start.map { "begins on \($0.formatted(.english))" } ?? "")
        case .notCountable:
            goal?.reasons.kinds.first.map(\.text)
                ?? Text(nl: "de eenheid is niet te tellen", en: "the unit cannot be counted")
        case .noFigure: Text(nl: "er is geen getal afgesproken", en: "no figure was agreed")
        case .exempt: Text(nl: "vrijgesteld in het register", en: "exempt in the register")
        case .unknown: Text(nl: "niet in het register", en: "not in the register")
        }
    }
}
