import Archives
import DelimitedText
import Foundation
import Intake
import SocialReturnModel
import WorksheetReading

/// What is fuzzed in this process: the environment's FUZZ_TARGET. An input is the bytes of one file.
private enum Target: String {
    case csv, values, xlsx, ods, zip, register, results, stored

    static let chosen = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(Target.init) ?? .csv
}

/// One input of the fuzzer. An input that is refused is as good as one that is read: what counts is that nothing ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch Target.chosen {
    case .csv:
        if let table = try? DelimitedTable(parsing: bytes) {
            for record in 0..<table.recordCount {
                for field in 0..<table.fieldCount(of: record) { _ = table.text(record, field) }
            }
        }
        read([SourceFile(name: "inzet.csv", bytes: bytes), cover])
    case .values:
        bytes.withUnsafeBufferPointer { all in
            let cell = UnsafeBufferPointer(rebasing: all[CellReader.trim(all).range])
            _ = CellReader.day(cell)
            _ = CellReader.kvk(cell)
            _ = CellReader.isScientific(cell)
            _ = CellReader.isExcelError(cell)
        }
        // Each cell of a row, with the value in every column in turn: all readers of the model.
        let value = String(decoding: bytes, as: UTF8.self).replacing("\"", with: "\"\"")
        let columns = """
            inzet_id contractnummer deelnemercode doelgroep werkgever_kvk soort_inzet contractvorm begindatum einddatum uren_per_week \
            gewerkte_uren opgegeven_waarde werkpostcode toelichting
            """.split(separator: " ")
        let row = columns.map { _ in "\"\(value)\"" }.joined(separator: ";")
        read([SourceFile(name: "inzet.csv", text: columns.joined(separator: ";") + "\r\n" + row + "\r\n"), cover])
    case .xlsx: read([SourceFile(name: "a.xlsx", bytes: bytes)])
    case .ods: read([SourceFile(name: "a.ods", bytes: bytes)])
    case .zip:
        if let archive = try? Archive(bytes) {
            for entry in archive.entries { _ = try? archive.contents(of: entry) }
        }
    case .register:
        for name in ["contracten", "verplichtingen", "leveranciers", "besluiten", "instellingen", "kolommen"] {
            var files = [SourceFile(name: name + ".csv", bytes: bytes)]
            if name != "contracten" {
                files.append(SourceFile(name: "contracten.csv", text: "contractnummer;titel\r\nA-1;b\r\n"))
            }
            _ = try? ContractRegister.read(files)
        }
    case .results:
        read([SourceFile(name: "inzet.csv", bytes: bytes), cover], areResults: true)
    case .stored:
        if let workbook = try? StoredWorkbook(bytes) {
            for position in workbook.sheets.indices { _ = try? workbook.sheet(at: position) }
        }
    }
    return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// The fuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments?>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the package manager begins an executable. It hands over to the fuzzer.
@_cdecl("Fuzz_main")
public func begin(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { fuzz($0, $1) }
}

private let cover = SourceFile(
    name: "voorblad.csv",
    text: "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;deelnemers_geinformeerd\r\n"
        + "12345678;Voorbeeld B.V.;2026-Q2;1;03-07-2026;ja\r\n")

private func read(_ files: [SourceFile], areResults: Bool = false) {
    _ = try? SubmissionReader.read(SubmissionFiles(name: "a", files: files), register: nil, areResults: areResults)
}
