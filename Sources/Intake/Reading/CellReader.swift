/// Reads the bytes of one cell as a value.
///
/// Every function is pure, allocates nothing, accepts any bytes at all, and expects them trimmed by ``trim(_:)`` unless it
/// says otherwise.
public enum CellReader {
    /// The part of `bytes` without the blanks, tabs, line breaks, typographic spaces and zero-width characters at its ends.
    public static func trim(_ bytes: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, repairs: Repairs) {
        var (start, end) = (0, bytes.count)
        guard end > 0 else { return (0..<0, []) }
        if Spacing.isVisibleASCII(bytes[0]), Spacing.isVisibleASCII(bytes[end - 1]) { return (0..<end, []) }
        var repairs: Repairs = []
        while start < end, let space = Spacing(at: start, in: bytes) {
            start += space.width
            repairs.formUnion(space.repair)
        }
        while start < end, let space = Spacing(endingAt: end, in: bytes), start + space.width <= end {
            end -= space.width
            repairs.formUnion(space.repair)
        }
        return (start..<end, repairs)
    }

    /// `bytes` without what ``trim(_:)`` leaves out, in the same memory.
    @inline(__always)
    public static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[trim(bytes).range])
    }

    /// Whether ``trim(_:)`` leaves nothing of `bytes`.
    @inline(__always)
    static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { trim(bytes).range.isEmpty }

    /// Whether nothing but one dash is written.
    @inline(__always)
    static func isLoneDash(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 1 && bytes[0] == UInt8(ascii: "-")
    }

    /// Why `bytes` give no value: what a spreadsheet program did to them, or else `problem`.
    static func failure<Value>(_ bytes: UnsafeBufferPointer<UInt8>, _ problem: CellProblem) -> Reading<Value> {
        if isExcelError(bytes) { return .failure(.excelError) }
        return .failure(isScientific(bytes) ? .damagedByExcel : problem)
    }
}
