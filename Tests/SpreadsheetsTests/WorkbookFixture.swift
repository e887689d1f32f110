import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Spreadsheets

/// A workbook in a folder of its own, written and read back part by part with `unzip`.
final class WorkbookFixture {
    let folder: Folder
    let file: SpreadsheetFile

    var path: String { folder.path("boek.xlsx") }

    init(
        limits: SheetLimits = .excel,
        properties: DocumentProperties = DocumentProperties(title: "Proef", created: 1_767_225_600)
    ) throws {
        folder = try Folder()
        file = try SpreadsheetFile(at: folder.path("boek.xlsx"), properties: properties, limits: limits)
    }

    /// What stands in the folder, hidden files included.
    var contents: [String] { folder.contents }

    /// The parts of the written file by name; fails when one of them is not well-formed.
    func parts() throws -> [String: String] {
        var parts: [String: String] = [:]
        for name in try Self.unzip("-Z1", path).split(separator: "\n") {
            // Brackets are wildcards to unzip.
            let text = try Self.unzip("-p", path, name.replacingOccurrences(of: "[", with: "[[]"))
            let parser = XMLParser(data: Data(text.utf8))
            #expect(parser.parse(), "\(name) is not well-formed: \(parser.parserError.map { "\($0)" } ?? "")")
            parts[String(name)] = text
        }
        return parts
    }

    /// The part of the first sheet, after closing.
    func closedSheet(_ number: Int = 1) throws -> String {
        try file.close()
        return try #require(try parts()["xl/worksheets/sheet\(number).xml"])
    }

    static func unzip(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["unzip"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "unzip \(arguments) failed")
        return String(decoding: data, as: UTF8.self)
    }
}

extension Sheet {
    func text(_ bytes: [UInt8], row: Int, column: Int) throws {
        try bytes.withUnsafeBufferPointer { try text($0, row: row, column: column) }
    }
}

/// Runs `body`, which must throw `error`.
func expect(
    _ error: SpreadsheetError, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
    #expect(throws: error, sourceLocation: sourceLocation, performing: body)
}
