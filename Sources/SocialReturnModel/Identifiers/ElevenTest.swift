/// The *elfproef*: the weighted sum of nine digits is divisible by eleven.
///
/// The weights are 9 to 2 and, for the last digit, -1. Numbers of persons (BSN) and of legal entities (RSIN) share the
/// test, so it tells that a number can be one and never that it is one: about one in eleven numbers passes.
public enum ElevenTest {
    /// Whether `digits` can be a citizen service number.
    ///
    /// - Parameter digits: Nine ASCII digits, or eight where a spreadsheet has dropped the leading zero. Anything else, and
    ///   a number of zeros alone, does not pass.
    public static func passesBSN(_ digits: some Collection<UInt8>) -> Bool {
        guard digits.count == 9 || digits.count == 8, let number = number(of: digits) else { return false }
        return passesBSN(number)
    }

    /// Whether `number`, written with nine digits, can be a citizen service number; zero and numbers of ten digits cannot.
    public static func passesBSN(_ number: UInt32) -> Bool {
        guard number > 0, number <= 999_999_999 else { return false }
        var rest = number / 10
        // The sum stays below 9 * 44; adding 11 keeps it positive when the last digit is taken off.
        var sum = 11 - number % 10
        var weight: UInt32 = 2
        while rest > 0 {
            sum += weight * (rest % 10)
            rest /= 10
            weight += 1
        }
        return sum % 11 == 0
    }

    /// Whether `digits` can be an RSIN: exactly nine ASCII digits that pass the test.
    public static func passesRSIN(_ digits: some Collection<UInt8>) -> Bool {
        digits.count == 9 && passesBSN(digits)
    }

    private static func number(of digits: some Collection<UInt8>) -> UInt32? {
        var number: UInt32 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + UInt32(byte - 0x30)
        }
        return number
    }
}
