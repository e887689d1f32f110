/// Where a cell's text stands in the cell store of its file. The text itself is read only when a sheet shows it.
public struct TextCell: BitwiseCopyable, Hashable, Sendable {
    /// First byte in the cell store.
    public let start: UInt32
    /// Number of bytes.
    public let count: UInt32

    /// The cell at `range` of the store.
    public init(_ range: Range<Int>) {
        start = UInt32(range.lowerBound)
        count = UInt32(range.count)
    }

    /// No text.
    public static var empty: TextCell { TextCell(0..<0) }

    /// Whether nothing was written.
    public var isEmpty: Bool { count == 0 }

    /// The bytes in the cell store.
    public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
