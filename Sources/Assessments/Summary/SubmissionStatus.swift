import Intake
import Rules
import SocialReturnModel

/// How a submission stands after the checks. A proposal: the contract manager decides.
public enum SubmissionStatus: UInt8, BitwiseCopyable, CaseIterable, Hashable, Sendable {
    /// Read and checked as far as possible, but there is no contract register to judge it by.
    case received
    /// It cannot be used: no supplier, no period, an error in a whole file or column, or no row that counts.
    case rejected
    /// It can be used; rows were set aside, or a person must look at some.
    case approvedWithRemarks
    /// It can be used, and no finding is above a signal.
    case approved

    /// The status as people read it.
    public var name: Text {
        switch self {
        case .received: Text(nl: "ontvangen", en: "received")
        case .rejected: Text(nl: "afgekeurd", en: "rejected")
        case .approvedWithRemarks: Text(nl: "goedgekeurd met opmerkingen", en: "approved with remarks")
        case .approved: Text(nl: "goedgekeurd", en: "approved")
        }
    }

    /// The status whose Dutch name is `name`, as files have it; nil for another word.
    public static func named(_ name: String) -> SubmissionStatus? { allCases.first { $0.name.nl == name } }

    /// What the status means, in one sentence.
    public var meaning: Text {
        switch self {
        case .received:
            Text(
                nl: "De inzending is gelezen. Zonder contractregister is zij nog niet te beoordelen.",
                en: "The submission was read. Without a contract register it cannot be judged yet.")
        case .rejected:
            Text(
                nl: """
                    De inzending is niet te gebruiken: leverancier of periode ontbreekt, er is een fout in een heel \
                    bestand 
                    """
                        + "of een hele kolom, of er is geen enkele bruikbare rij.",
                en: """
                    The submission cannot be used: supplier or period is missing, there is an error in a whole file \
                    or 
                    """
                        + "column, or not one row can be used.")
        case .approvedWithRemarks:
            Text(
                nl: "De inzending is te gebruiken. Rijen met een fout zijn apart gezet, of er is iets om na te kijken.",
                en: "The submission can be used. Rows with an error were set aside, or there is something to look at.")
        case .approved:
            Text(
                nl: "De inzending is te gebruiken. Er zijn geen fouten en geen waarschuwingen.",
                en: "The submission can be used. There are no errors and no warnings.")
        }
    }

    /// The status of a submission with these causes of findings.
    ///
    /// An error that is not about a row is about a whole file, column or submission. Errors in the register are for inkoop and say
    /// nothing about the submission.
    static func status(
        of submission: Submission, hasRegister: Bool, _ groups: [FindingGroup], _ findings: [Finding]
    ) -> SubmissionStatus {
        let own = groups.filter(\.table.isSubmission)
        let isUnusable = own.contains { group in
            group.severity == .error && (group.table == .cover || !findings[group.firstFindings[0]].place.isInRow)
        }
        let cover = submission.coverRow
        if isUnusable || cover.supplierKvK == nil || cover.period == nil { return .rejected }
        let rows = submission.rowCountsBelowCover
        if rows.read > 0, rows.accepted == 0 { return .rejected }
        if !hasRegister { return .received }
        return own.contains { $0.severity > .signal } ? .approvedWithRemarks : .approved
    }
}
