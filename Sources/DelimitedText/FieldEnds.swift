import Plumbing

/// Where the fields of a table end, each counted in bytes from the beginning of its record.
///
/// Counted so, an end takes two bytes where the place among all cells takes four, and ends are a third of what a large table of short
/// cells takes. Records of 64 kB and more are rare: what ends further on stands apart.
@usableFromInline struct FieldEnds: Sendable, Equatable {
    /// The ends of all fields, ascending within a record; ``beyond`` stands for each that is larger.
    @usableFromInline private(set) var near: [UInt16] = []
    /// The fields that end further on, ascending, and where.
    @usableFromInline private(set) var far: [FarEnd] = []

    /// What stands for an end that does not fit.
    @usableFromInline static var beyond: UInt16 { .max }

    /// How many fields there are.
    @usableFromInline var count: Int { near.count }

    /// Takes room for the ends of `count` fields.
    mutating func reserveCapacity(_ count: Int) { near.reserveCapacity(count) }

    /// Appends a field that ends `length` bytes behind the beginning of its record.
    @inline(__always)
    mutating func append(_ length: Int) {
        if length < Int(Self.beyond) { return near.append(UInt16(truncatingIfNeeded: length)) }
        // Neither exceeds what 32-bit positions can address; see ``ReadingLimits``.
        far.append(
            FarEnd(field: UInt32(truncatingIfNeeded: near.count), length: UInt32(truncatingIfNeeded: length)))
        near.append(Self.beyond)
    }

    /// Leaves out the fields from `count` on.
    mutating func removeSubrange(from count: Int) {
        near.removeSubrange(count...)
        far.removeAll { $0.field >= count }
    }

    /// How many bytes behind the beginning of its record the field at `index` of all fields ends.
    @inlinable subscript(index: Int) -> Int {
        let length = near[index]
        return length < Self.beyond ? Int(length) : farLength(of: index)
    }

    @usableFromInline func farLength(of index: Int) -> Int {
        Int(far[far.partitioningIndex { $0.field >= index }].length)
    }
}

/// The end of a field that lies far behind the beginning of its record.
@usableFromInline struct FarEnd: Sendable, Equatable, BitwiseCopyable {
    let field: UInt32
    let length: UInt32
}
