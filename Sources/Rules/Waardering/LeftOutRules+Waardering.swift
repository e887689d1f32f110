extension LeftOutRule {
    /// The rules about valuation that were left out.
    static let valuation: [LeftOutRule] = []
}
