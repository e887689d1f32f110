import Glibc

/// The ZIP file that libxlsxwriter wrote, looked at once more before it gets its name.
///
/// The library ignores errors while it copies its temporary files, so a full disk gives a workbook with half a sheet and no
/// error: the sizes in the directory tell. And its `docProps/core.xml` is replaced by ours, which knows the language; charts get the language, and
/// the styles their names.
final class WrittenPackage {
    private let file: UnsafeMutablePointer<FILE>
    private let path: String
    private var entries: [ZipEntry] = []
    private var directoryOffset = 0

    /// Reads the directory at the end of the file. Files of 4 gigabytes have another directory, and no entries here.
    init(path: String) throws(SpreadsheetError) {
        self.path = path
        guard let file = fopen(path, "r+b") else { throw .cannotWrite(path: path, errorNumber: errno) }
        self.file = file
        // The library writes no comment, so the end record stands at the very end.
        fseeko(file, -ZipEntry.endRecordLength, SEEK_END)
        let end = try read(ZipEntry.endRecordLength)
        guard end.uint32(0) == ZipEntry.endSignature else { throw .incomplete(part: "ZIP") }
        let (count, size, offset) = (end.uint16(10), end.uint32(12), end.uint32(16))
        guard count < 0xFFFF, offset < 0xFFFF_FFFF else { return }
        directoryOffset = offset
        fseeko(file, offset, SEEK_SET)
        let directory = try read(size)
        var position = 0
        for _ in 0..<count {
            guard let entry = ZipEntry(directory, at: position) else { throw .incomplete(part: "ZIP") }
            entries.append(entry)
            position += entry.record.count
        }
    }

    deinit { fclose(file) }

    /// Throws unless every sheet is longer than the rows that went into it.
    func requireSheets(longerThan bytes: [Int]) throws(SpreadsheetError) {
        guard !entries.isEmpty else { return }
        for (index, minimum) in bytes.enumerated() {
            let name = "xl/worksheets/sheet\(index + 1).xml"
            guard let entry = entries.first(where: { $0.name == name }), entry.size > minimum else {
                throw .incomplete(part: name)
            }
        }
    }

    /// Puts `content` in the place of the part `name`. What follows it in the file moves.
    func replace(_ name: String, with content: [UInt8]) throws(SpreadsheetError) {
        guard let index = entries.firstIndex(where: { $0.name == name }) else { return }
        let start = entries[index].offset
        let next = entries.map(\.offset).filter { $0 > start }.min() ?? directoryOffset
        fseeko(file, next, SEEK_SET)
        let following = try read(directoryOffset - next)
        let replaced = entries[index].localHeader(storing: content)
        let shift = start + replaced.count - next
        for other in entries.indices where entries[other].offset > start { entries[other].move(by: shift) }
        directoryOffset += shift
        fseeko(file, start, SEEK_SET)
        let directory = entries.flatMap(\.record)
        let end = ZipEntry.endRecord(count: entries.count, size: directory.count, offset: directoryOffset)
        let tail = replaced + following + directory + end
        guard fwrite(tail, 1, tail.count, file) == tail.count, fflush(file) == 0,
            ftruncate(fileno(file), start + tail.count) == 0
        else { throw .cannotWrite(path: path, errorNumber: errno) }
    }

    /// Puts what `change` makes of the part `name` in its place; nil leaves it as it is. For small parts: it is unpacked in memory.
    func change(_ name: String, _ change: ([UInt8]) -> [UInt8]?) throws(SpreadsheetError) {
        guard let index = entries.firstIndex(where: { $0.name == name }) else { return }
        if let changed = change(try contents(of: entries[index])) { try replace(name, with: changed) }
    }

    /// The names of the parts in `folder`.
    func parts(in folder: String) -> [String] { entries.map(\.name).filter { $0.hasPrefix(folder) } }

    /// A part, unpacked.
    private func contents(of entry: ZipEntry) throws(SpreadsheetError) -> [UInt8] {
        let start = entry.offset
        fseeko(file, start, SEEK_SET)
        let header = try read(ZipEntry.localHeaderLength)
        fseeko(file, start + header.count + header.uint16(26) + header.uint16(28), SEEK_SET)
        let bytes = try read(entry.packedSize)
        guard entry.isPacked else { return bytes }
        guard let content = RawDeflate.unpacked(bytes, size: entry.size) else { throw .incomplete(part: entry.name) }
        return content
    }

    private func read(_ count: Int) throws(SpreadsheetError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard fread(&bytes, 1, count, file) == count else { throw .incomplete(part: "ZIP") }
        return bytes
    }
}
