import Plumbing

/// Where the records of a table begin: each among the fields and bytes of all cells, and on which row and line of the file.
///
/// Rows and lines nearly always go on by one, and records nearly always have as many fields, so only where they do not is it written down:
/// four bytes a record instead of sixteen.
@usableFromInline struct RecordStarts: Sendable {
    /// The first byte of each record among those of all cells.
    @usableFromInline private(set) var firstBytes: [UInt32] = []
    /// The first field of each record among those of all; empty while every record has ``width`` fields.
    @usableFromInline private(set) var firstFields: [UInt32] = []
    /// How many fields the first record has; 0 while it is the only one.
    @usableFromInline private(set) var width: UInt32 = 0
    /// The records with which rows or lines do not go on by one, ascending; the first record is one of them.
    @usableFromInline private(set) var jumps: [RecordJump] = []

    /// How many records begin.
    @usableFromInline var count: Int { firstBytes.count }

    /// The fields and bytes before the record at `index`.
    @inlinable subscript(index: Int) -> RecordStart {
        let firstField = firstFields.isEmpty ? UInt32(truncatingIfNeeded: index) &* width : firstFields[index]
        return RecordStart(firstField: firstField, firstByte: firstBytes[index])
    }

    /// The fields and bytes before the last record; nil where there is none.
    var last: RecordStart? { count > 0 ? self[count - 1] : nil }

    /// Whether the records of `other` have as many fields as these.
    func hasSameFields(as other: RecordStarts) -> Bool {
        count == other.count && (0..<count).allSatisfy { self[$0].firstField == other[$0].firstField }
    }

    /// Appends a record. None of these exceeds what 32-bit positions can address.
    mutating func append(firstField: Int, firstByte: Int, row: Int, line: Int) {
        appendField(UInt32(truncatingIfNeeded: firstField))
        let index = UInt32(truncatingIfNeeded: firstBytes.count)
        firstBytes.append(UInt32(truncatingIfNeeded: firstByte))
        let (row, line) = (UInt32(clamping: row), UInt32(clamping: line))
        if let last = jumps.last, last.row(of: index) == row, last.line(of: index) == line { return }
        jumps.append(RecordJump(record: index, row: row, line: line))
    }

    private mutating func appendField(_ first: UInt32) {
        if count == 1 { width = first }
        if firstFields.isEmpty {
            guard first != UInt32(truncatingIfNeeded: count) &* width else { return }
            firstFields = (0..<count).map { self[$0].firstField }
        }
        firstFields.append(first)
    }

    /// The row of the record at `index`, from 1.
    @usableFromInline func row(of index: Int) -> Int { Int(jump(before: index).row(of: UInt32(index))) }

    /// The line on which the record at `index` begins, from 1.
    @usableFromInline func line(of index: Int) -> Int { Int(jump(before: index).line(of: UInt32(index))) }

    /// The last of the first `count` records that begins on `line` or before it; nil where there is none.
    func record(atLine line: Int, ofFirst count: Int) -> Int? {
        let next = jumps.partitioningIndex { $0.line > line }
        guard next > 0 else { return nil }
        let jump = jumps[next - 1]
        let end = min(next < jumps.count ? Int(jumps[next].record) : count, count)
        let record = min(Int(jump.record) + line - Int(jump.line), end - 1)
        return record >= 0 ? record : nil
    }

    private func jump(before index: Int) -> RecordJump {
        // Most tables have one.
        if jumps.count == 1 { return jumps[0] }
        return jumps[jumps.partitioningIndex { $0.record > index } - 1]
    }
}

/// Where a record begins.
@usableFromInline struct RecordStart: Sendable, BitwiseCopyable {
    @usableFromInline let firstField: UInt32
    /// Where its first field begins among the bytes of all cells.
    @usableFromInline let firstByte: UInt32

    @usableFromInline init(firstField: UInt32, firstByte: UInt32) {
        (self.firstField, self.firstByte) = (firstField, firstByte)
    }
}

/// A record from which on rows and lines go on by one.
@usableFromInline struct RecordJump: Sendable, BitwiseCopyable {
    let record: UInt32
    let row: UInt32
    let line: UInt32

    func row(of index: UInt32) -> UInt32 { row &+ (index - record) }
    func line(of index: UInt32) -> UInt32 { line &+ (index - record) }
}
