import Consolidations
import Foundation
import Fuzzing
import Intake
import Parameters

/// What is fuzzed: a summary (`*.jsonl`) that `consolidate` reads.
private enum Target: String, CaseIterable {
    case summaries

    static let chosen = chosenTarget(Target.self)
}

/// Reads one input, the bytes of a summary. libFuzzer looks for this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func one(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Data(UnsafeBufferPointer(start: start, count: count))
    switch Target.chosen {
    case .summaries: checkSummary(bytes)
    }
    return 0
}

/// Where the package manager begins an executable.
@_cdecl("FuzzSummaries_main")
public func begin(_ count: CInt, _ arguments: Arguments?) -> CInt { runFuzzer(count, arguments) { one($0, $1) } }

private let tables = try? ValuationTables(register: nil)

/// A summary that is read is the same one when it is written and read again, and everything that a workbook shows can be made of it.
private func checkSummary(_ bytes: Data) {
    guard var consolidation = try? SummaryFile.read(bytes, register: nil) else { return refused() }
    let text = written(consolidation)
    guard let again = try? SummaryFile.read(text, register: nil) else {
        return require(false, "a summary that was written can be read")
    }
    require(again.digests == consolidation.digests && again.leftOut == consolidation.leftOut, "a summary stays")
    require(written(again) == text, "the same set gives the same bytes")
    var twice = consolidation
    twice.merge(again)
    require(written(twice) == text, "the same one twice counts once")
    consolidation.leaveOutUncountable()
    guard let tables else { return require(false, "the built-in tables can be read") }
    for precision in [Precision.exact, .rounded] {
        _ = Overview(of: consolidation, register: nil, tables: tables, precision: precision)
    }
}

private func written(_ consolidation: Consolidation) -> Data {
    var text = Data()
    SummaryFile.write(consolidation, SummaryFile.Header(register: nil, tool: "1")) { text += $0 }
    return text
}
