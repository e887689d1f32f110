extension LeftOutRule {
    /// The rules about purchases that were left out.
    static let purchases: [LeftOutRule] = []
}
