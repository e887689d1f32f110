extension LeftOutRule {
    /// The rules about periods and comparison that were left out.
    static let periods: [LeftOutRule] = []
}
