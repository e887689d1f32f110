extension String {
    /// With a capital, as at the beginning of a sentence.
    package var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// Without a capital, as within a sentence; an abbreviation stays one.
    package var lowercasedFirst: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
