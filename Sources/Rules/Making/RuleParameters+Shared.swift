import SocialReturnModel

/// Limits that also count outside the rules: in totals over submissions.
extension RuleParameters {
    /// By how much of the term, from 0 to 1, what was realised under `contract` may lag.
    public func toleratedLag(for contract: Symbol?) -> Double {
        Double(value(RealisationKeepsUp.tolerance, for: contract).tenThousandths) / Double(100 * Quantity.scale)
    }

    /// For how many days two learning places must hold together.
    public var daysOfOverlap: Int { max(1, value(LearningPlacesMeet.overlap).wholePart) }

    /// For how many months a PSO certificate is valid from the date of its document, under `contract`.
    public func monthsOfCertificate(for contract: Symbol?) -> Int {
        value(PSOValid.longestTerm, for: contract).wholePart
    }
}
