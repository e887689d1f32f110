extension StringProtocol {
    /// The text without the characters at its ends that `isBlank` holds of.
    public func trimming(where isBlank: (Character) -> Bool) -> SubSequence {
        let rest = drop(while: isBlank)
        guard let last = rest.lastIndex(where: { !isBlank($0) }) else { return rest }
        return rest[...last]
    }
}
