/// Writes the value of a cell as the reader of tables takes it, by what its number format makes of it.
struct ValueText {
    /// The text that was written last.
    private(set) var bytes: [UInt8] = []
    /// Whether the value that was written last is a date of which the sheet shows the month only.
    private(set) var showsMonthOnly = false

    private let days: SerialDay
    private var number = StoredDecimal()

    init(_ days: SerialDay) {
        self.days = days
        bytes.reserveCapacity(64)
    }

    /// Writes the number in `value`, as XML has it, under `format`. What is no number is written as it is.
    mutating func write(_ value: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) {
        begin()
        switch format {
        case .number, .euro: break
        case .percentage:
            if number.writePercentage(value) { return bytes.append(contentsOf: number.bytes) }
        case .date, .month:
            if let serial = StoredDecimal.value(value) {
                if let day = days.text(serial) {
                    bytes += day
                    showsMonthOnly = format == .month
                    return
                }
                // Day 0 is no day: what is left is its time.
                let time = TimeFormat(showsSeconds: true)
                if serial.magnitude < 1, serial != 0, TimeText.write(serial, time, days, to: &bytes) { return }
            }
        case .time(let time):
            if let serial = StoredDecimal.value(value), TimeText.write(serial, time, days, to: &bytes) { return }
        case .currency(let sign):
            if number.write(value) {
                bytes += sign
                bytes.append(UInt8(ascii: " "))
                bytes += number.bytes
                return
            }
        case .worded(let before, let behind):
            if number.write(value) {
                bytes += before
                bytes += number.bytes
                bytes += behind
                return
            }
        case .identifier(let pattern):
            if number.write(value), Self.isWhole(number.bytes) {
                return number.bytes.withUnsafeBufferPointer { pattern.write($0, to: &bytes) }
            }
        }
        if number.write(value) { bytes += number.bytes } else { bytes.append(contentsOf: value) }
    }

    /// Writes a date as ISO 8601 has it; `showsMonth` when the sheet shows the month only. What is none is written as it is.
    mutating func write(date: UnsafeBufferPointer<UInt8>, showsMonth: Bool = false) {
        begin()
        if let day = SerialDay.text(iso: date) {
            bytes += day
            showsMonthOnly = showsMonth
        } else {
            bytes.append(contentsOf: date)
        }
    }

    /// Writes a length of time as ISO 8601 has it, under `format`; false for what is none.
    mutating func write(time: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> Bool {
        begin()
        var shown = TimeFormat(showsSeconds: true)
        if case .time(let time) = format { shown = time }
        guard let length = TimeText.days(iso: time) else { return false }
        return TimeText.write(length, shown, days, to: &bytes)
    }

    /// Writes yes or no.
    mutating func write(isTrue: Bool) {
        begin()
        bytes += (isTrue ? "ja" : "nee").utf8
    }

    private mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        showsMonthOnly = false
    }

    /// Whether `digits` are those of a whole number, not below zero, that is exact.
    private static func isWhole(_ digits: [UInt8]) -> Bool {
        digits.count <= 15 && digits.allSatisfy { $0 &- 0x30 <= 9 }
    }
}
