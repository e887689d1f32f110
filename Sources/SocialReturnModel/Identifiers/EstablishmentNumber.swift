/// The number of an establishment (*vestigingsnummer*) in the business register: twelve digits, without a check digit.
public enum EstablishmentNumber {
    /// Whether `text` is exactly twelve ASCII digits.
    public static func isValid(_ text: some Collection<UInt8>) -> Bool {
        text.count == 12 && text.allSatisfy { (0x30...0x39).contains($0) }
    }
}
