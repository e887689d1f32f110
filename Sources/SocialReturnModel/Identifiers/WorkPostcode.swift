/// The postcode of a place of work: four digits, or four digits and two letters.
public enum WorkPostcode {
    /// What a text is as a Dutch postcode.
    public enum Outcome: Sendable, Hashable {
        case fourDigits, withLetters, wrongFormat
        /// The letters are SA, SD or SS, which are never given out.
        case lettersNotIssued
    }

    /// Checks `text`, with at most one blank before the letters. Case does not count.
    public static func check(_ text: some Collection<UInt8>) -> Outcome {
        let digits = text.prefix(4)
        guard digits.count == 4, digits.first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return .wrongFormat
        }
        var letters = text.dropFirst(4)
        guard let next = letters.first else { return .fourDigits }
        if next == 0x20 { letters = letters.dropFirst() }
        guard letters.count == 2, letters.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { return .wrongFormat }
        let upper = letters.map { $0 & 0xDF }
        let isUnissued = upper[0] == UInt8(ascii: "S") && "ADS".utf8.contains(upper[1])
        return isUnissued ? .lettersNotIssued : .withLetters
    }
}
