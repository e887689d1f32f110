/// Which byte of a number is its decimal sign and which are its thousands marks.
struct NumberNotation {
    /// Where the decimal sign stands; nil without one.
    private(set) var decimalIndex: Int?
    /// The thousands mark; nil without one.
    private(set) var groupMark: UInt8?
    /// The decimal sign that this notation proves.
    private(set) var decimalSign: DecimalSign?
    /// What the notation adds to the repairs.
    private(set) var repairs: Repairs = []
    /// Where the one mark of the number stands when it may as well be of the other kind.
    private var doubtfulIndex: Int?

    private static let comma = UInt8(ascii: ",")
    private static let point = UInt8(ascii: ".")

    private init() {}

    /// The notation of the digits and marks in `range`; nil where marks are mixed up.
    ///
    /// Of two kinds of marks the last one is the decimal sign. One kind that repeats marks thousands. One point before
    /// exactly three digits is taken for a thousands mark, one comma there for a decimal sign, both with a doubt.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var (points, commas) = (0, 0)
        var (lastPoint, lastComma) = (-1, -1)
        var softMark: UInt8?
        for index in range {
            switch bytes[index] {
            case 0x30...0x39:
                break
            case Self.point:
                points += 1
                lastPoint = index
            case Self.comma:
                commas += 1
                lastComma = index
            case UInt8(ascii: " "), UInt8(ascii: "'"):
                guard softMark == nil || softMark == bytes[index] else { return nil }
                softMark = bytes[index]
            default:
                return nil
            }
        }
        switch (points, commas) {
        case (0, 0):
            groupMark = softMark
        case (1..., 1...):
            let isComma = lastComma > lastPoint
            guard softMark == nil, (isComma ? commas : points) == 1 else { return nil }
            groupMark = isComma ? Self.point : Self.comma
            setDecimal(isComma ? lastComma : lastPoint, isComma: isComma)
        case (2..., 0), (0, 2...):
            guard softMark == nil else { return nil }
            groupMark = points > 0 ? Self.point : Self.comma
            decimalSign = points > 0 ? .comma : .point
        default:
            let isComma = commas == 1
            let index = isComma ? lastComma : lastPoint
            groupMark = softMark
            let before = index - range.lowerBound
            let looksGrouped =
                softMark == nil && range.upperBound - index == 4 && (1...3).contains(before)
                && bytes[range.lowerBound] != UInt8(ascii: "0")
            if looksGrouped, !isComma {
                groupMark = Self.point
                doubtfulIndex = index
            } else {
                setDecimal(index, isComma: isComma)
                if looksGrouped {
                    decimalSign = nil
                    doubtfulIndex = index
                }
            }
        }
        if groupMark != nil { repairs.insert(.thousandsSeparator) }
    }

    private mutating func setDecimal(_ index: Int, isComma: Bool) {
        decimalIndex = index
        decimalSign = isComma ? .comma : .point
        if isComma { repairs.insert(.decimalComma) }
    }

    /// The other notation that the same bytes allow, or nil when there is no doubt.
    var alternative: NumberNotation? {
        guard let doubtfulIndex else { return nil }
        var other = NumberNotation()
        if decimalIndex == nil { other.decimalIndex = doubtfulIndex } else { other.groupMark = Self.comma }
        return other
    }

    /// The number without its sign, times ten to the power `decimals`, rounded half up, and whether it is too large for 64 bits; nil
    /// when its groups are not of three digits, or when it has no digits.
    func value(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, decimals: Int
    ) -> (value: Int64, isRounded: Bool, isTooLarge: Bool)? {
        let end = decimalIndex ?? range.upperBound
        var magnitude = Magnitude()
        var (inGroup, groups) = (0, 0)
        for index in range.lowerBound..<end {
            if bytes[index] == groupMark {
                guard groups == 0 ? (1...3).contains(inGroup) : inGroup == 3 else { return nil }
                (groups, inGroup) = (groups + 1, 0)
            } else {
                guard magnitude.append(bytes[index]) else { return nil }
                inGroup += 1
            }
        }
        guard groups == 0 || inGroup == 3 else { return nil }

        var (places, isRounded, roundsUp) = (0, false, false)
        if let decimalIndex {
            guard range.count > 1 else { return nil }
            for index in decimalIndex + 1..<range.upperBound {
                let byte = bytes[index]
                if places < decimals {
                    guard magnitude.append(byte) else { return nil }
                } else {
                    guard ByteCursor.isDigit(byte) else { return nil }
                    if places == decimals { roundsUp = byte >= UInt8(ascii: "5") }
                    if byte != UInt8(ascii: "0") { isRounded = true }
                }
                places += 1
            }
        }
        while places < decimals {
            _ = magnitude.append(UInt8(ascii: "0"))
            places += 1
        }
        if roundsUp { magnitude.add(1) }
        return (magnitude.value, isRounded || roundsUp, magnitude.isTooLarge)
    }

    /// A number that grows digit by digit; one that does not fit is no number any more.
    private struct Magnitude {
        private(set) var value: Int64 = 0
        private(set) var isTooLarge = false

        /// Appends one digit; false for another byte.
        @inline(__always)
        mutating func append(_ byte: UInt8) -> Bool {
            let digit = byte &- 0x30
            guard digit <= 9 else { return false }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            value = product
            if overflow { isTooLarge = true }
            add(Int64(digit))
            return true
        }

        @inline(__always)
        mutating func add(_ number: Int64) {
            let (sum, overflow) = value.addingReportingOverflow(number)
            value = sum
            if overflow { isTooLarge = true }
        }
    }
}
