/// Writes the numbers of cells as the reader of tables takes them: a comma before the decimals, no thousands marks, no exponent.
///
/// A sheet's number is never ambiguous, and so neither is its text: `1.234` gets a fourth decimal, as `1,234` can be a thousand and more.
struct StoredDecimal {
    /// The number that was written last.
    private(set) var bytes: [UInt8] = []

    private static let comma = UInt8(ascii: ",")
    private static let zero = UInt8(ascii: "0")
    private static let minus = UInt8(ascii: "-")

    /// So many digits of a number a spreadsheet program keeps.
    private static let exactDigits = 15
    /// No number of anything has more digits.
    private static let mostDigits = 32

    /// A writer with nothing written.
    init() { bytes.reserveCapacity(32) }

    /// Writes the number in `text`, as XML has it; false when there is none.
    mutating func write(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        if copyPlain(text) { return true }
        guard let value = Self.value(text) else { return false }
        return write(value)
    }

    /// The number in `text`, as XML has it; nil when there is none. Hexadecimal numbers and infinity are none.
    static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        // The longest number that a program writes has some 25 characters; one of thousands would take long for nothing.
        guard text.count <= 64, text.allSatisfy(isPartOfNumber) else { return nil }
        return Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, minus, UInt8(ascii: "+"), UInt8(ascii: "E"), UInt8(ascii: "e"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// Writes a hundred times the number in `text`, and a percent sign; false when there is none.
    mutating func writePercentage(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        guard let value = Self.value(text), write(value, shift: 2) else { return false }
        bytes.append(UInt8(ascii: "%"))
        return true
    }

    /// Writes `value` times ten to the power `shift`; false for what is no number.
    ///
    /// Whole numbers are written with all digits that read back, those of more than fifteen digits with an exponent. Others have fifteen at
    /// most, which is what a spreadsheet program shows of them: in `0.30000000000000004` the rest is a trace of how it was calculated.
    mutating func write(_ value: Double, shift: Int = 0) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        guard value.isFinite else { return false }
        var (digits, point) = Self.digits(of: value.magnitude)
        if value.rounded() != value { (digits, point) = Self.rounded(digits, point, to: 15) }
        while digits.last == Self.zero { digits.removeLast() }
        guard !digits.isEmpty else {
            bytes.append(Self.zero)
            return true
        }
        point += shift
        // A program keeps fifteen digits of a number. What stood behind them is lost, and no zeros are made up for it.
        if shift == 0, point > Self.exactDigits {
            if value < 0 { bytes.append(Self.minus) }
            bytes.append(digits[0])
            bytes.append(Self.comma)
            bytes += digits.count > 1 ? Array(digits[1...]) : [Self.zero]
            bytes += "E+\(point - 1)".utf8
            return true
        }
        if value < 0 { bytes.append(Self.minus) }
        if point <= 0 {
            bytes += [Self.zero, Self.comma]
            bytes += repeatElement(Self.zero, count: -point)
            bytes += digits
        } else if point >= digits.count {
            bytes += digits
            bytes += repeatElement(Self.zero, count: point - digits.count)
        } else {
            bytes += digits[..<point]
            bytes.append(Self.comma)
            bytes += digits[point...]
        }
        appendDisambiguatingZero()
        return true
    }

    /// Copies what is written plainly already, as nearly all numbers are; false where it takes a closer look.
    private mutating func copyPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        let isNegative = text.first == Self.minus
        if isNegative { index += 1 }
        let start = index
        while index < text.count, text[index] &- 0x30 <= 9 { index += 1 }
        let whole = index - start
        guard whole > 0, whole == 1 || text[start] != Self.zero else { return false }
        var end = index
        if index < text.count {
            guard text[index] == UInt8(ascii: ".") else { return false }
            index += 1
            while index < text.count, text[index] &- 0x30 <= 9 {
                if text[index] != Self.zero { end = index + 1 }
                index += 1
            }
        }
        // A whole number is as exact as it is written, however long.
        guard index == text.count, index - start <= (index == start + whole ? Self.mostDigits : 16) else {
            return false
        }
        let isZero = end == start + 1 && text[start] == Self.zero
        if isNegative, !isZero { bytes.append(Self.minus) }
        for position in start..<end {
            bytes.append(text[position] == UInt8(ascii: ".") ? Self.comma : text[position])
        }
        appendDisambiguatingZero()
        return true
    }

    /// Adds a decimal where the number looks like one in groups of three.
    private mutating func appendDisambiguatingZero() {
        guard let comma = bytes.firstIndex(of: Self.comma), bytes.count - comma == 4 else { return }
        bytes.append(Self.zero)
    }

    /// The digits of `value` without leading zeros, and how many of them stand before the point.
    private static func digits(of value: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        let text = Array(value.description.utf8)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(String(decoding: text[index...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte)
            }
        }
        let leading = digits.prefix { $0 == zero }.count
        return (Array(digits[leading...]), (point ?? digits.count) + exponent - leading)
    }

    /// The first `count` digits, rounded half up.
    private static func rounded(_ digits: [UInt8], _ point: Int, to count: Int) -> ([UInt8], Int) {
        guard digits.count > count else { return (digits, point) }
        var kept = Array(digits[..<count])
        guard digits[count] >= UInt8(ascii: "5") else { return (kept, point) }
        var index = count - 1
        while index >= 0, kept[index] == UInt8(ascii: "9") {
            kept[index] = zero
            index -= 1
        }
        if index < 0 { return ([UInt8(ascii: "1")] + kept, point + 1) }
        kept[index] += 1
        return (kept, point)
    }
}
