extension LeftOutRule {
    /// The rules about evidence that were left out.
    static let evidence: [LeftOutRule] = []
}
