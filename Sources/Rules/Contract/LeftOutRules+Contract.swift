extension LeftOutRule {
    /// The rules about contracts that were left out.
    static let contract: [LeftOutRule] = []
}
