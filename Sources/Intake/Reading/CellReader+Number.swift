import SocialReturnModel

extension CellReader {
    /// An amount of money in euros, with or without `€` or `excl. btw`, in Dutch or English notation. More than two decimals are rounded,
    /// half away from zero.
    ///
    /// `1.234` reads as 1234 euros and `1,234` as 1,23, both with the problem ``CellProblem/ambiguousNumber`` and the other
    /// reading as the alternative.
    public static func money(_ trimmed: UnsafeBufferPointer<UInt8>) -> Reading<Cents> { money(trimmed, within: nil) }

    /// An amount of money as ``money(_:)`` reads it; one that is none of `bounds`, in cents, gives the problem
    /// ``CellProblem/outOfBounds``.
    public static func money(
        _ trimmed: UnsafeBufferPointer<UInt8>, within bounds: ClosedRange<Int64>?
    ) -> Reading<Cents> {
        if let value = PlainNumber.read(trimmed, decimals: 2) { return value.within(bounds).map { Cents($0) } }
        return PlainBytes.read(trimmed, else: .unreadableNumber) { bytes in
            let reading = general(bytes, decimals: 2, isMoney: true)
            guard reading.problem == .unreadableNumber, let end = UnitWord.start(in: bytes, .euros) else {
                return reading
            }
            var amount = general(UnsafeBufferPointer(rebasing: bytes[..<end]), decimals: 2, isMoney: true)
            if amount.value != nil { amount.repairs.insert(.unitWord) }
            return amount
        }.within(bounds).map { Cents($0) }
    }

    /// A number of hours, persons or per cent, in Dutch or English notation. More than four decimals are rounded, half away
    /// from zero; `46%` is 46.
    ///
    /// `1.234` reads as 1234 and `1,234` as 1,234, both with the problem ``CellProblem/ambiguousNumber`` and the other reading as the
    /// alternative; a comma is in no doubt where its other reading is out of bounds.
    public static func number(_ trimmed: UnsafeBufferPointer<UInt8>) -> Reading<Quantity> {
        number(trimmed, within: nil)
    }

    /// A number as ``number(_:)`` reads it; one that is none of `bounds`, in ten-thousandths, gives the problem
    /// ``CellProblem/outOfBounds``. A number of at most one is in doubt (``CellProblem/partOrPercent``) where `unit` is `NumberUnit.share` and no sign
    /// stands beside it. A word for `unit` behind it is left out (`24 uur`); a sign of another unit (`24%` among hours) gives the
    /// problem ``CellProblem/otherUnit``.
    public static func number(
        _ trimmed: UnsafeBufferPointer<UInt8>, within bounds: ClosedRange<Int64>?, of unit: NumberUnit = .any
    ) -> Reading<Quantity> {
        if let value = PlainNumber.read(trimmed, decimals: 4) {
            return value.of(unit).within(bounds).map { Quantity(tenThousandths: $0) }
        }
        return PlainBytes.read(trimmed, else: .unreadableNumber) { bytes in
            let reading = general(bytes, decimals: 4, isMoney: false)
            guard reading.problem == .unreadableNumber, let end = UnitWord.start(in: bytes, unit) else {
                return reading.of(unit)
            }
            let digits = UnsafeBufferPointer(rebasing: bytes[..<end])
            var number = general(digits, decimals: 4, isMoney: false)
            // Nobody knows whether `7.30 uur` is half past seven or three tenths.
            if unit.isOfHours, isTimeWithPoint(digits) { return .failure(.timeNotNumber) }
            if number.value != nil { number.repairs.insert(.unitWord) }
            return number.of(unit)
        }.within(bounds).withoutDoubtOfComma.map { Quantity(tenThousandths: $0) }
    }

    /// A number with what it counts behind it, `4 plekken`, of which another cell must say whether that is right; nil for any other cell.
    static func counted(
        _ trimmed: UnsafeBufferPointer<UInt8>, within bounds: ClosedRange<Int64>?
    ) -> (number: Reading<Quantity>, word: String)? {
        var word: String?
        let reading = PlainBytes.read(trimmed, else: .unreadableNumber) { bytes -> Reading<Int64> in
            guard let beside = UnitWord.beside(bytes) else { return .failure(.unreadableNumber) }
            word = beside.word
            var number = general(
                UnsafeBufferPointer(rebasing: bytes[..<beside.start]), decimals: 4, isMoney: false)
            if number.value != nil { number.repairs.insert(.unitWord) }
            return number.of(.counted)
        }.within(bounds).withoutDoubtOfComma.map { Quantity(tenThousandths: $0) }
        guard reading.value != nil, let word else { return nil }
        return (reading, word)
    }

    private static func unreadable(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<Int64> {
        if isScientific(bytes) { return .failure(.shortenedNumber) }
        return failure(bytes, isTime(bytes) ? .timeNotNumber : .unreadableNumber)
    }

    /// Whether the decimals of plain `bytes` are a quarter, half or three quarters of an hour in minutes, behind a point: `7.30`.
    private static func isTimeWithPoint(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > 3, bytes[bytes.count - 3] == UInt8(ascii: "."), ByteCursor.isDigit(bytes[bytes.count - 4])
        else { return false }
        return ["15", "30", "45"].contains(String(decoding: bytes.suffix(2), as: UTF8.self))
    }

    /// Whether there is nothing but digits with colons between them, as in `24:00` and `-1:30:00`: what a cell with the format of a time shows.
    private static func isTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (digits, colons) = (0, 0)
        for byte in bytes.dropFirst(bytes.first == UInt8(ascii: "-") ? 1 : 0) {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: ":") where digits > 0: colons += 1
            default: return false
            }
        }
        return colons > 0 && colons <= 2 && bytes.last != UInt8(ascii: ":")
    }

    /// A number in any notation, times ten to the power `decimals`.
    private static func general(
        _ bytes: UnsafeBufferPointer<UInt8>, decimals: Int, isMoney: Bool
    ) -> Reading<Int64> {
        if bytes.isEmpty || isLoneDash(bytes) { return .empty }
        guard let frame = NumberFrame(bytes), !(isMoney && frame.repairs.contains(.percentSign)) else {
            return unreadable(bytes)
        }
        if frame.digits.isEmpty { return Reading(value: 0, repairs: frame.repairs) }
        guard let notation = NumberNotation(bytes, frame.digits),
            let result = notation.value(bytes, frame.digits, decimals: decimals)
        else { return unreadable(bytes) }
        guard !result.isTooLarge else { return .failure(.outOfBounds) }

        // A number that fits has a counterpart below zero: the highest of 64 bits is -(the lowest + 1).
        let sign: Int64 = frame.isNegative ? -1 : 1
        var reading = Reading(
            value: sign * result.value, repairs: frame.repairs.union(notation.repairs),
            decimalSign: notation.decimalSign)
        if result.isRounded { reading.repairs.insert(.rounded) }
        if let other = notation.alternative {
            reading.problem = .ambiguousNumber
            reading.alternative = other.value(bytes, frame.digits, decimals: decimals)
                .flatMap { $0.isTooLarge ? nil : sign * $0.value }
        }
        return reading
    }
}

extension Reading where Value == Int64 {
    /// The reading in ten-thousandths, unless a sign beside the number says that it counts something else.
    @inline(__always)
    fileprivate func of(_ unit: NumberUnit) -> Reading {
        if unit == .share, let value, value > 0, value <= 10_000, problem == nil,
            repairs.isDisjoint(with: [.percentSign, .unitWord])
        {
            var reading = self
            reading.problem = .partOrPercent
            return reading
        }
        if unit.isWhole { return ofWholes(unit) }
        return besideSign(unit)
    }

    /// The reading of a number that counts whole things. One that can be read as a whole number is one.
    private func ofWholes(_ unit: NumberUnit) -> Reading {
        var reading = besideSign(unit)
        guard let value = reading.value, value % Quantity.scale != 0 else { return reading }
        if let other = reading.alternative, other % Quantity.scale == 0 {
            (reading.value, reading.alternative, reading.decimalSign) = (other, value, nil)
            reading.repairs.remove(.decimalComma)
        } else {
            reading.problem = .notWhole
        }
        return reading
    }

    @inline(__always)
    private func besideSign(_ unit: NumberUnit) -> Reading {
        if repairs.isDisjoint(with: [.percentSign, .currencySign]) { return self }
        let isOther =
            repairs.contains(.percentSign) && !unit.allowsPercentSign
            || repairs.contains(.currencySign) && !unit.allowsCurrency
        return isOther ? .failure(.otherUnit) : self
    }

    /// The reading, of which a comma before three digits is the decimal sign when the number cannot be a thousand times as large.
    fileprivate var withoutDoubtOfComma: Reading {
        guard problem == .ambiguousNumber, alternative == nil, repairs.contains(.decimalComma) else { return self }
        var reading = self
        (reading.problem, reading.decimalSign) = (nil, .comma)
        return reading
    }
}

/// The notation of nearly all cells: digits, perhaps a minus in front, perhaps one sign and a few decimals.
enum PlainNumber {
    /// The number times ten to the power `decimals`; nil where the notation needs a closer look.
    ///
    /// Fourteen bytes at most, so that nothing can overflow. Without this path a column of plain numbers takes twice as long.
    @inline(__always)
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, decimals: Int) -> Reading<Int64>? {
        let count = bytes.count
        guard count > 0, count <= 14 else { return nil }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        var index = isNegative ? 1 : 0
        let start = index
        var magnitude: Int64 = 0
        while index < count, bytes[index] &- 0x30 <= 9 {
            magnitude = magnitude &* 10 &+ Int64(bytes[index] &- 0x30)
            index += 1
        }
        guard index > start else { return nil }

        var reading = Reading<Int64>()
        var missing = decimals
        if index < count {
            switch bytes[index] {
            case UInt8(ascii: ","):
                reading.decimalSign = .comma
                reading.repairs = .decimalComma
            case UInt8(ascii: "."):
                reading.decimalSign = .point
            default:
                return nil
            }
            let places = count - index - 1
            guard places > 0, places <= decimals, places != 3 else { return nil }
            index += 1
            while index < count, bytes[index] &- 0x30 <= 9 {
                magnitude = magnitude &* 10 &+ Int64(bytes[index] &- 0x30)
                index += 1
            }
            guard index == count else { return nil }
            missing -= places
        }
        while missing > 0 {
            magnitude = magnitude &* 10
            missing -= 1
        }
        reading.value = isNegative ? 0 &- magnitude : magnitude
        return reading
    }
}
