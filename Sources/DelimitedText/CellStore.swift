/// The cells of a table while it is being read: their bytes one after the other, and where each ends.
struct CellStore {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes the cells have.
    private(set) var byteCount = 0
    private(set) var fieldEnds = FieldEnds()
    /// Where the record begins whose cells come in.
    private var recordStart = 0

    var fieldCount: Int { fieldEnds.count }

    /// - Parameter bytes: Room for all cells. Cells are never longer than the text they come from.
    init(in bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
        // With their separators, cells take five to seven bytes on average. What is not used costs only addresses, and to move costs time.
        fieldEnds.reserveCapacity(bytes.count / 4 + 2)
    }

    /// The cells that follow are those of another record.
    mutating func beginRecord() { recordStart = byteCount }

    /// Appends one cell.
    mutating func append(_ field: UnsafeRawPointer?, length: Int) {
        if let field, length > 0 {
            precondition(length <= bytes.count - byteCount, "A cell is longer than the text it comes from.")
            UnsafeMutableRawPointer(bytes.baseAddress! + byteCount).copyMemory(from: field, byteCount: length)
            byteCount += length
        }
        fieldEnds.append(byteCount - recordStart)
    }
}
