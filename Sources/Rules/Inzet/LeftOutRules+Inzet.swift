extension LeftOutRule {
    /// The rules about placements that were left out.
    static let placements: [LeftOutRule] = []
}
