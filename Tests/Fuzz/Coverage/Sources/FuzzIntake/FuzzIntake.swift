import Archives
import Fuzzing
import WorksheetReading

/// What is fuzzed, from a single cell to a whole delivery, so that each part is fuzzed at its own speed.
private enum Target: String, CaseIterable {
    /// A cell by every reader of values, and by the search for what may not be delivered.
    case readers, privacy
    /// A file of text by the whole reader: of a submission, of a result, of the register, with decisions.
    case csv, results, register, decisions
    /// The XML of a sheet, in a container that is sound.
    case sheet, content
    /// A container as bytes.
    case zip, xlsx, ods, stored
    /// A workbook that comes back, made of the text of its cells.
    case corrections

    static let chosen = chosenTarget(Target.self)
}

/// Reads one input, the bytes of a file or a cell. libFuzzer looks for this name. An input that is refused is as good as one that is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func one(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch Target.chosen {
    case .readers: checkReaders(bytes)
    case .privacy: checkPrivacy(bytes)
    case .csv: readTable(bytes, areResults: false)
    case .results: readTable(bytes, areResults: true)
    case .register: readRegister(bytes)
    case .decisions: checkDecisions(bytes)
    case .sheet: checkSheet(inOffice: bytes)
    case .content: checkSheet(inOpenDocument: bytes)
    case .zip: checkArchive(bytes)
    case .xlsx: if !isRead("a.xlsx", bytes) { refused() }
    case .ods: if !isRead("a.ods", bytes) { refused() }
    case .stored: readStored(bytes)
    case .corrections: readCorrections(bytes)
    }
    return 0
}

/// Where the package manager begins an executable.
@_cdecl("FuzzIntake_main")
public func begin(_ count: CInt, _ arguments: Arguments?) -> CInt { runFuzzer(count, arguments) { one($0, $1) } }
