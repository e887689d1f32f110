/// The time of day that programs put behind a date.
enum TimeOfDay {
    /// Where the date before a time ends; nil when what stands around the first colon is no time of day.
    ///
    /// A time of another clock than that of the Netherlands (`Z`, `+00:00`) is refused where the day there may be another one. Midnight is a date
    /// to which a program added a time.
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
        let time = hour.value * 60 + minute
        if cursor.next == UInt8(ascii: ":") {
            guard let second = part(&cursor) else { return false }
            isMidnight = isMidnight && second == 0
            if cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ",")) {
                while ByteCursor.isDigit(cursor.next) { cursor.index += 1 }
            }
        }
        if cursor.skip(UInt8(ascii: "z")) { return isMidnight || isSameDay(time, 0) }
        cursor.skipBlanks()
        if cursor.next == UInt8(ascii: "+") || cursor.next == UInt8(ascii: "-") {
            let sign = cursor.next == UInt8(ascii: "-") ? -1 : 1
            cursor.index += 1
            guard let hours = cursor.number(), hours.width == 2 || hours.width == 4 else { return false }
            var offset = hours.width == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
            if cursor.next == UInt8(ascii: ":") {
                guard hours.width == 2, let minutes = part(&cursor) else { return false }
                offset += minutes
            }
            return isMidnight || isSameDay(time, sign * offset)
        }
        return cursor.isAtEnd || cursor.skip("am") || cursor.skip("pm")
    }

    /// Whether the day in the Netherlands is the one that was written, in summer and in winter, with a `time` of a clock that is `offset` ahead of
    /// universal time; both in minutes.
    private static func isSameDay(_ time: Int, _ offset: Int) -> Bool {
        let (winter, summer) = (60, 120)
        if offset == winter || offset == summer { return true }
        return time - offset + winter >= 0 && time - offset + summer < 24 * 60
    }

    /// The two digits behind a colon, below 60.
    private static func part(_ cursor: inout ByteCursor) -> Int? {
        guard cursor.skip(UInt8(ascii: ":")), let number = cursor.number(), number.width == 2, number.value < 60 else {
            return nil
        }
        return number.value
    }
}
