/// The time of day that programs put behind a date.
enum TimeOfDay {
    /// Where the date before a time ends; nil when what stands around the first colon is no time of day.
    ///
    /// A time in universal time (`Z`) other than midnight is refused: the day in the Netherlands may be the next one.
    static func start(aroundColon colon: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var hourStart = colon
        while hourStart > 0, colon - hourStart < 2, ByteCursor.isDigit(bytes[hourStart - 1]) { hourStart -= 1 }
        var end = hourStart
        if end > 0, ByteCursor.folded(bytes[end - 1]) == UInt8(ascii: "t") {
            end -= 1
        } else {
            while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
            guard end < hourStart else { return nil }
        }
        var cursor = ByteCursor(bytes)
        cursor.index = hourStart
        return isTime(&cursor) && cursor.isAtEnd ? end : nil
    }

    private static func isTime(_ cursor: inout ByteCursor) -> Bool {
        guard let hour = cursor.number(), hour.value <= 24, let minute = part(&cursor) else { return false }
        var isMidnight = hour.value % 24 == 0 && minute == 0
        if cursor.next == UInt8(ascii: ":") {
            guard let second = part(&cursor) else { return false }
            isMidnight = isMidnight && second == 0
            if cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ",")) {
                while ByteCursor.isDigit(cursor.next) { cursor.index += 1 }
            }
        }
        if cursor.skip(UInt8(ascii: "z")) { return isMidnight }
        if cursor.next == UInt8(ascii: "+") || cursor.next == UInt8(ascii: "-") {
            cursor.index += 1
            return cursor.number()?.width == 2 && part(&cursor) != nil
        }
        cursor.skipBlanks()
        return cursor.isAtEnd || cursor.skip("am") || cursor.skip("pm")
    }

    /// The two digits behind a colon, below 60.
    private static func part(_ cursor: inout ByteCursor) -> Int? {
        guard cursor.skip(UInt8(ascii: ":")), let number = cursor.number(), number.width == 2, number.value < 60 else {
            return nil
        }
        return number.value
    }
}
