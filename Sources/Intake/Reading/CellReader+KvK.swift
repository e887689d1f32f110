import SocialReturnModel

extension CellReader {
    /// A number of the business register: eight digits. Blanks, points and hyphens between them, an apostrophe in front and
    /// decimals that are zero are left out.
    ///
    /// Seven digits are reported as damaged and not completed, because only the sender knows which one is lost.
    public static func kvk(_ trimmed: UnsafeBufferPointer<UInt8>) -> Reading<KvKNumber> {
        if let number = KvKNumber(digits: trimmed) { return Reading(value: number) }
        // Programs of administrations fill a number up to ten digits or twelve.
        if (9...16).contains(trimmed.count), trimmed.allSatisfy(ByteCursor.isDigit),
            trimmed.dropLast(8).allSatisfy({ $0 == UInt8(ascii: "0") }),
            let number = KvKNumber(digits: UnsafeBufferPointer(rebasing: trimmed.suffix(8)))
        {
            return Reading(value: number, repairs: .leadingZeros)
        }
        return PlainBytes.read(trimmed, else: .invalidKvK) { bytes in
            if bytes.isEmpty || isLoneDash(bytes) { return .empty }
            let reading = groupedKvK(withoutWord(bytes))
            return reading.value == nil && isForeign(bytes) ? .failure(.foreignNumber) : reading
        }
    }

    /// `bytes` without the word that says what it is: `KvK 12345678`, `KVK-nr: 12345678`, `NL12345678`.
    private static func withoutWord(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let first = bytes.firstIndex(where: ByteCursor.isDigit), (2...16).contains(first),
            bytes.count - first >= 8
        else {
            return bytes
        }
        let letters = bytes[..<first].filter { ($0 | 0x20) &- 0x61 < 26 }.map { $0 | 0x20 }
        let isSigns = bytes[..<first].allSatisfy {
            ($0 | 0x20) &- 0x61 < 26 || [0x20, 0x2d, 0x2e, 0x3a, 0x23].contains($0)
        }
        let word = String(decoding: letters, as: UTF8.self)
        guard isSigns, ["kvk", "kvknr", "kvknummer", "kvkno", "nl", "nlkvk", "nr", "nlnhr"].contains(word) else {
            return bytes
        }
        return UnsafeBufferPointer(rebasing: bytes[first...])
    }

    /// Whether `bytes` hold the code of another country and a number of an organisation in its register: two capitals, then letters, digits and
    /// signs with at least five digits among them.
    private static func isForeign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (8...24).contains(bytes.count), bytes[0] != UInt8(ascii: "N") || bytes[1] != UInt8(ascii: "L"),
            countries.contains(UInt16(bytes[0]) << 8 | UInt16(bytes[1])),
            [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ":")].contains(bytes[2]) || ByteCursor.isDigit(bytes[2])
        else { return false }
        var digits = 0
        for byte in bytes.dropFirst(2) {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5a, UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                UInt8(ascii: "/"):
                break
            default: return false
            }
        }
        return digits >= 5
    }

    /// Countries from which organisations work in the Netherlands: the European Economic Area, Switzerland, the United Kingdom, Ukraine and Turkey.
    private static let countries: Set<UInt16> = Set(
        [
            "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS",
            "IT",
            "LI", "LT", "LU", "LV", "MT", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "TR", "UA", "UK",
        ].map { (code: String) in code.utf8.reduce(0) { $0 << 8 | UInt16($1) } })

    private static func groupedKvK(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<KvKNumber> {
        let start = bytes[0] == UInt8(ascii: "'") ? 1 : 0
        let end = endWithoutZeroDecimals(bytes)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { digits in
            var (count, inGroup) = (0, 0)
            var lastMark: UInt8 = 0
            for index in start..<max(start, end) {
                let byte = bytes[index]
                switch byte {
                case 0x30...0x39 where count < 8:
                    digits[count] = byte
                    count += 1
                    inGroup += 1
                // Two numbers would have sixteen digits, so that a line break in one is a narrow column's.
                case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), CleanCell.lineBreak:
                    guard inGroup > 0 else { return failure(bytes, .invalidKvK) }
                    (lastMark, inGroup) = (byte, 0)
                default:
                    return failure(bytes, .invalidKvK)
                }
            }
            // One or two digits behind a point are decimals, so the cell holds an amount.
            guard inGroup > (lastMark == UInt8(ascii: ".") ? 2 : 0) else { return failure(bytes, .invalidKvK) }
            if count == 7 { return .failure(.damagedByExcel) }
            guard let number = KvKNumber(digits: UnsafeBufferPointer(rebasing: digits[..<count])) else {
                return failure(bytes, .invalidKvK)
            }
            return Reading(value: number, repairs: bytes.count == 8 ? [] : .digitsGrouped)
        }
    }

    /// Where the decimals of a whole number written as `12345678,0` begin; the end where there are none.
    private static func endWithoutZeroDecimals(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
        guard end > 1, end < bytes.count, bytes.count - end <= 2 || bytes[end - 1] == UInt8(ascii: ","),
            bytes[end - 1] == UInt8(ascii: ",") || bytes[end - 1] == UInt8(ascii: ".")
        else { return bytes.count }
        return end - 1
    }
}
