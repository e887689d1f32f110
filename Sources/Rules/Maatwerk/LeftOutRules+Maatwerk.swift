extension LeftOutRule {
    /// The rules about commitments, learning and connecting that were left out.
    static let tailored: [LeftOutRule] = []
}
