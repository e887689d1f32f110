import SocialReturnModel

/// What one converted submission contributes to an overview of many, and nothing more: no participant code, no cell of a finding.
///
/// It grows with contracts and participants and not with rows; a participant is a hash of eight bytes.
public struct SubmissionAggregate: Codable, Hashable, Sendable {
    /// The name of the result's folder, as it may be shown.
    public var name: String
    /// The supplier's KvK number; nil where the cover gives none.
    public var supplier: KvKNumber?
    /// The supplier's name, as it may be shown.
    public var supplierName: String
    /// The period that is reported on; nil where the cover gives none.
    public var period: ReportingPeriod?
    /// The day on which the report was prepared.
    public var preparedOn: Day?
    /// What the report says it corrects; empty for nothing.
    public var correctionOf = ""
    /// The day on which the report was received; nil where the cover gives none.
    public var receivedOn: Day?
    /// The contracts that only rejected rows name, in order; nil where there are none.
    public var rejectedContracts: [String]?
    /// The digest of what was delivered, when it is feedback that came back: corrections of it name this.
    public var delivery: String? = nil
    /// The digest of the delivery that it corrects, as the feedback carries it; nil when it is no feedback that came back.
    public var corrects: String? = nil
    /// Whether nothing tells if its files are as convert made them, as it has no manifest; nil where it has.
    public var lacksManifest: Bool? = nil
    /// The rule set that judged it.
    public var ruleSet: String
    /// The code of the status: see ``DigestStatus``.
    public var status: DigestStatus
    /// Rows that were read.
    public var rowsRead: Int
    /// Rows that count.
    public var rowsAccepted: Int
    /// The findings by rule and severity, in the order of the rules.
    public var findings: [FindingCount]
    /// The rules that were not tested, in order.
    public var notEvaluated: [String]
    /// What each contract contributes, in the order of their numbers.
    public var contracts: [ContractDigest]
    /// Learning places offered and looked for.
    public var places: [PlaceDigest]
}

/// How a submission stands, as files have it.
public enum DigestStatus: String, Codable, Sendable, CaseIterable {
    case received = "ontvangen"
    case rejected = "afgekeurd"
    case approvedWithRemarks = "goedgekeurd_met_opmerkingen"
    case approved = "goedgekeurd"
}

/// How many findings of a rule there are.
public struct FindingCount: Codable, Hashable, Sendable {
    /// The rule's id.
    public var rule: String
    /// The code of the severity: `fout`, `waarschuwing` or `signaal`.
    public var severity: String
    /// How many.
    public var count: Int
}

/// A learning place that a supplier offers or looks for.
public struct PlaceDigest: Codable, Hashable, Sendable {
    /// The code of the direction.
    public var direction: String
    /// The code of the kind.
    public var kind: String
    /// The occupation as written, or empty.
    public var occupation: String
    /// The region as written.
    public var region: String
    /// The first day.
    public var from: Day
    /// The last day; nil where none is named.
    public var until: Day?
    /// How many places.
    public var count: Int
    /// A general mailbox; nil where the contact is none, or may be a person's.
    public var mailbox: String?
}
