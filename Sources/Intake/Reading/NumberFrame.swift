/// What stands around the digits of a number: minus or plus, `€` or `EUR`, `%`, parentheses.
struct NumberFrame {
    /// The digits with the marks between them; empty for the zero of the accounting notation, `€ -`.
    private(set) var digits: Range<Int>
    /// Whether the number is below zero.
    private(set) var isNegative = false
    /// What the frame adds to the repairs.
    private(set) var repairs: Repairs = []

    private var hasSign = false
    private var isOpen = false
    private var isClosed = false

    /// The frame of the number in plain `bytes`, one at least; nil when something stands there twice, alone or at the wrong side.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        digits = 0..<bytes.count
        if ByteCursor.isDigit(bytes[0]), ByteCursor.isDigit(bytes[bytes.count - 1]) { return }
        guard takeFront(bytes) else { return nil }
        if digits.isEmpty {
            guard hasSign, isNegative, !isOpen, repairs == .currencySign else { return nil }
            repairs.insert(.accountingZero)
            return
        }
        guard takeBack(bytes), isOpen == isClosed, !digits.isEmpty else { return nil }
        if isOpen {
            guard !hasSign else { return nil }
            isNegative = true
            repairs.insert(.negativeNotation)
        }
    }

    private mutating func takeFront(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var cursor = ByteCursor(bytes)
        while !cursor.isAtEnd {
            switch cursor.next {
            case UInt8(ascii: " "):
                cursor.index += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                guard takeSign(cursor.next) else { return false }
                cursor.index += 1
            case PlainBytes.euro:
                guard insert(.currencySign) else { return false }
                cursor.index += 1
            case UInt8(ascii: "E"), UInt8(ascii: "e"):
                guard cursor.skip("eur"), insert(.currencySign) else { return false }
                _ = cursor.skip(UInt8(ascii: "o"))
            case UInt8(ascii: "("):
                guard !isOpen else { return false }
                isOpen = true
                cursor.index += 1
            default:
                digits = cursor.index..<bytes.count
                return true
            }
        }
        digits = bytes.count..<bytes.count
        return true
    }

    private mutating func takeBack(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = digits.lowerBound
        var end = digits.upperBound
        scan: while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: " "):
                end -= 1
            case UInt8(ascii: "%"):
                guard insert(.percentSign) else { return false }
                end -= 1
            case PlainBytes.euro:
                guard insert(.currencySign) else { return false }
                end -= 1
            case UInt8(ascii: "R"), UInt8(ascii: "r"), UInt8(ascii: "O"), UInt8(ascii: "o"):
                guard insert(.currencySign), takeWord(bytes, start, &end) else { return false }
            case UInt8(ascii: ")"):
                guard !isClosed else { return false }
                isClosed = true
                end -= 1
            case UInt8(ascii: "="):
                // `12,=` is the older way to write whole euros.
                guard let whole = Self.endOfWholeEuros(bytes, start, end) else { return false }
                end = whole
                break scan
            case UInt8(ascii: "-"):
                if let whole = Self.endOfWholeEuros(bytes, start, end) {
                    end = whole
                    break scan
                }
                guard takeSign(UInt8(ascii: "-")) else { return false }
                repairs.insert(.negativeNotation)
                end -= 1
            default:
                break scan
            }
        }
        digits = start..<end
        return true
    }

    private mutating func takeSign(_ sign: UInt8) -> Bool {
        guard !hasSign else { return false }
        hasSign = true
        isNegative = sign == UInt8(ascii: "-")
        return true
    }

    /// Adds `repair`; false when it is there already.
    private mutating func insert(_ repair: Repairs) -> Bool { repairs.insert(repair).inserted }

    /// Takes `EUR` or `euro` off the end.
    private func takeWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: inout Int) -> Bool {
        for width in 3...4 where end - width >= start {
            var cursor = ByteCursor(bytes)
            cursor.index = end - width
            if width == 3 ? cursor.skip("eur") : cursor.skip("euro") {
                end -= width
                return true
            }
        }
        return false
    }

    /// Where the dashes of `12,-`, `12,--` and `12,=` begin: the Dutch notation for whole euros, in which the dash is no minus.
    private static func endOfWholeEuros(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var whole = end - 1
        if whole > start, bytes[whole - 1] == bytes[end - 1] { whole -= 1 }
        guard whole - 1 > start else { return nil }
        return bytes[whole - 1] == UInt8(ascii: ",") || bytes[whole - 1] == UInt8(ascii: ".") ? whole : nil
    }
}
