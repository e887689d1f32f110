@testable import DelimitedText
import Fuzzing

/// What is fuzzed: bytes to records and cells, and nothing behind that.
private enum Target: String, CaseIterable {
    case cells

    static let chosen = chosenTarget(Target.self)
}

/// Reads one input. libFuzzer looks for this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func one(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch Target.chosen {
    case .cells: checkCells(bytes)
    }
    return 0
}

/// Where the package manager begins an executable.
@_cdecl("FuzzText_main")
public func begin(_ count: CInt, _ arguments: Arguments?) -> CInt { runFuzzer(count, arguments) { one($0, $1) } }

/// Reads `bytes` and tries what must hold for any bytes at all.
private func checkCells(_ bytes: [UInt8]) {
    guard let table = try? DelimitedTable(parsing: bytes) else { return require(false, "memory suffices") }
    checkForm(table, bytes)
    if case .unreadable = table.detection.encoding { return require(table.recordCount == 0, "no text has no records") }
    checkWrittenAgain(table)
    checkPlainLines(table, bytes)
    let lot = bytes.lot
    if lot % 4 == 0 { checkChoices(table, bytes) }
    if lot % 4096 == 1, bytes.count >= 16 { requireLinearTime(bytes) { _ = try? DelimitedTable(parsing: $0) } }
}

/// Rows and lines go up and lie in the file, cells are valid UTF-8, damage has a line of the file.
private func checkForm(_ table: DelimitedTable, _ bytes: [UInt8]) {
    // CR alone ends a line as well, and so does the end of the file.
    let most = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    var (row, line) = (0, 0)
    for record in 0..<table.recordCount {
        require(table.row(of: record) > row && table.line(of: record) > line, "rows and lines go up")
        (row, line) = (table.row(of: record), table.line(of: record))
        require(table.fieldCount(of: record) > 0, "a record has a field")
        require(table.record(atLine: line) == record, "a record is found by its line")
        _ = table.isDamaged(record)
        _ = table.isBlank(record)
        for field in 0..<table.fieldCount(of: record) {
            let isText = table.withCell(record, field) { String(validating: $0, as: UTF8.self) != nil }
            require(isText, "cells are UTF-8")
        }
    }
    require(line <= most, "lines lie in the file")
    require(
        table.damages.allSatisfy { (1...most).contains($0.line) }
            && zip(table.damages, table.damages.dropFirst()).allSatisfy { $0.line <= $1.line },
        "damage lies in the file, in order")
    require(SeparatorDirective.canSeparate(table.detection.separator.byte), "the separator is one")
}

/// The cells, written by the rules and read again, are the same cells.
private func checkWrittenAgain(_ table: DelimitedTable) {
    let separator = table.detection.separator.byte
    var written: [UInt8] = []
    for record in 0..<table.recordCount {
        for field in 0..<table.fieldCount(of: record) {
            if field > 0 { written.append(separator) }
            written.append(Byte.quote)
            table.withCell(record, field) { cell in
                for byte in cell {
                    if byte == Byte.quote { written.append(byte) }
                    written.append(byte)
                }
            }
            written.append(Byte.quote)
        }
        written += [Byte.carriageReturn, Byte.lineFeed]
    }
    guard let again = try? DelimitedTable(parsing: written, separator: separator, isWellFormed: true) else {
        return require(false, "memory suffices")
    }
    // Without the blank lines that stood between, too large a part can be control characters.
    if case .unreadable(.controlBytes) = again.detection.encoding { return }
    let isInstruction = written.withUnsafeBufferPointer { bytes in
        !bytes.isEmpty && SeparatorDirective(bytes.line(at: 0), in: bytes) != nil
    }
    if isInstruction { return }
    require(again.damages.isEmpty, "what is written by the rules has no damage")
    require(again.hasSameCells(as: table), "cells that are written again are the same")
}

/// Text without quotes is its lines: the cells of each, with separators between them, are the line.
private func checkPlainLines(_ table: DelimitedTable, _ bytes: [UInt8]) {
    switch table.detection.encoding {
    case .utf8, .utf8WithByteOrderMark: break
    default: return
    }
    // A sign that ends a file of DOS, a NUL and bytes of another encoding change the text before it is split.
    guard !bytes.contains(Byte.quote), !bytes.contains(0x1A), table.damages.isEmpty,
        table.detection.separator.basis != .directive
    else { return }
    var text = bytes[...]
    while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    var (record, line) = (0, 1)
    while !text.isEmpty {
        let content = text.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
        text = text[content.endIndex...]
        text = text.dropFirst(text.starts(with: [Byte.carriageReturn, Byte.lineFeed]) ? 2 : 1)
        defer { line += 1 }
        guard !content.isEmpty else { continue }
        guard record < table.recordCount else { return require(false, "every line with something on it is a record") }
        require(table.row(of: record) == line && table.line(of: record) == line, "a record has the line it stands on")
        var joined: [UInt8] = []
        for field in 0..<table.fieldCount(of: record) {
            if field > 0 { joined.append(table.detection.separator.byte) }
            table.withCell(record, field) { joined += $0 }
        }
        require(joined.elementsEqual(content), "cells with separators between them are the line")
        record += 1
    }
    require(record == table.recordCount, "there are no other records")
}

/// Naming the separator that was found changes nothing, nor does the size of the pieces in which libcsv gets the text.
private func checkChoices(_ table: DelimitedTable, _ bytes: [UInt8]) {
    var limits = ReadingLimits()
    limits.feed = 1
    guard let inPieces = try? DelimitedTable(parsing: bytes, separator: nil, limits: limits) else {
        return require(false, "memory suffices")
    }
    require(inPieces.hasSameCells(as: table) && inPieces.damages == table.damages, "pieces change nothing")
    // Commas of prose are left out of the count only where another sign divides most lines, which nobody looks at when one is named.
    guard table.detection.separator.basis != .unclear, table.detection.separator.byte != Byte.comma else { return }
    guard let named = try? DelimitedTable(parsing: bytes, separator: table.detection.separator.byte) else {
        return require(false, "memory suffices")
    }
    require(named.hasSameCells(as: table) && named.damages == table.damages, "naming the separator changes nothing")
}
