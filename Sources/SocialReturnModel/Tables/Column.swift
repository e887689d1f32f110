/// One column of a table: what it is called, what it holds, and where its value lives in a row.
///
/// This one definition drives the reader, the sheets, the open data, the field guide and `maatwerk explain`.
public struct Column<Row: BitwiseCopyable & Sendable>: Sendable {
    /// What people need to know of the column.
    public let facts: ColumnDescriptor
    /// The row's property that holds the value.
    public let binding: Binding<Row>
}

/// Where a column's value lives in a row, by kind of value. A switch over this enum is the only dispatch between a cell and its
/// property.
public enum Binding<Row: BitwiseCopyable & Sendable>: Sendable {
    case text(Field<Row, TextCell>)
    case identifier(Field<Row, Symbol?>)
    case kvk(Field<Row, KvKNumber?>)
    case day(Field<Row, Day?>)
    case money(Field<Row, Cents?>)
    case number(Field<Row, Quantity?>)
    case period(Field<Row, ReportingPeriod?>)
    case code(CodeListDescription, CodeField<Row>)
    case codes(CodeListDescription, Field<Row, UInt32>)

    /// Where the property begins in a row, in bytes.
    var offset: Int {
        switch self {
        case .text(let field): field.byteOffset
        case .identifier(let field): field.byteOffset
        case .kvk(let field): field.byteOffset
        case .day(let field): field.byteOffset
        case .money(let field): field.byteOffset
        case .number(let field): field.byteOffset
        case .period(let field): field.byteOffset
        case .code(_, let field): field.offset
        case .codes(_, let field): field.byteOffset
        }
    }
}

/// A stored property of a row.
///
/// Key paths are resolved to byte offsets once. Reading or writing a property through the offset took 2 ns where the key path
/// took 40, and a large submission does so several million times.
public struct Field<Row: BitwiseCopyable, Value: BitwiseCopyable>: Sendable {
    private let offset: Int

    /// The property at `keyPath`, which must be stored and not computed.
    public init(_ keyPath: KeyPath<Row, Value>) {
        guard let offset = MemoryLayout<Row>.offset(of: keyPath) else {
            preconditionFailure("a column needs a stored property")
        }
        self.offset = offset
    }

    /// The bits of a set of codes.
    init<List>(bitsOf field: Field<Row, CodeSet<List>>) where Value == UInt32 {
        // They are all that it stores.
        offset = field.offset
    }

    /// The value in `row`.
    @inlinable
    public func value(in row: borrowing Row) -> Value {
        withUnsafeBytes(of: row) { $0.loadUnaligned(fromByteOffset: byteOffset, as: Value.self) }
    }

    /// Sets the value in `row`.
    @inlinable
    public func set(_ value: Value, in row: inout Row) {
        withUnsafeMutableBytes(of: &row) { $0.storeBytes(of: value, toByteOffset: byteOffset, as: Value.self) }
    }

    @usableFromInline var byteOffset: Int { offset }
}

/// A stored property of a row that holds an optional code, seen as the code's raw value.
public struct CodeField<Row: BitwiseCopyable>: Sendable {
    let offset: Int
    private let read: @Sendable (borrowing Row) -> UInt8?
    private let write: @Sendable (UInt8, inout Row) -> Void

    /// The property at `keyPath`.
    public init<List: CodeList>(_ keyPath: KeyPath<Row, List?>) {
        let field = Field(keyPath)
        offset = field.byteOffset
        read = { field.value(in: $0)?.rawValue }
        write = { field.set(List(rawValue: $0), in: &$1) }
    }

    /// The code's raw value in `row`.
    public func rawValue(in row: borrowing Row) -> UInt8? { read(row) }

    /// Sets the code in `row`.
    public func set(_ rawValue: UInt8, in row: inout Row) { write(rawValue, &row) }
}
