import SocialReturnModel

/// A candidate rule that is not in the catalogue, and why.
public struct LeftOutRule: Sendable {
    /// The id that it would have had. It is not used for another rule.
    public let id: String
    /// What it would have been about.
    public let name: Text
    /// Why it is not there, and what takes its place where something does.
    public let reason: Text

    /// A rule that was left out.
    public init(_ id: String, name: Text, reason: Text) {
        self.id = id
        self.name = name
        self.reason = reason
    }
}

extension Catalogue {
    /// The candidate rules that were judged undecidable, wrong or harmful, family by family.
    public static let leftOut: [LeftOutRule] =
        LeftOutRule.contract + LeftOutRule.placements + LeftOutRule.valuation + LeftOutRule.evidence
        + LeftOutRule.purchases + LeftOutRule.tailored + LeftOutRule.periods
}
