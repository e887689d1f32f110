import Foundation
import SocialReturnModel
import TestSupport
import Testing

/// What a spreadsheet program calculates must be what the file says already.
@Suite struct RecalculationTests {
    @Test(.enabled(if: Office.isInstalled, "needs LibreOffice"))
    func officeCalculatesTheSame() throws {
        var withoutRegister = SummaryExample()
        withoutRegister.register = nil
        let paths = [
            try SummaryExample().write(name: "nl"), try SummaryExample().write(.english, name: "en"),
            try withoutRegister.write(name: "zonder"), try SummaryExample.withHistory.write(name: "eerder"),
            try SummaryExample.withOddNumbers.write(name: "nummers"),
            try SummaryExample.withManyContracts.write(name: "veel"), try SummaryExample.bare.write(name: "kaal"),
            try SummaryExample.lacking("deelnemercode").write(name: "zonder-deelnemer"),
            try SummaryExample.lacking("inzet_id").write(name: "zonder-inzet"),
            try SummaryExample.withManyPlacements.write(name: "lang"),
        ]
        let calculated = try Office.recalculate(paths)
        for (path, result) in zip(paths, calculated) {
            let (before, after) = (try WrittenCells(path), try WrittenCells(result))
            for sheet in before.sheets {
                for address in before.formulas(on: sheet) {
                    let (cached, fresh) = (before[sheet, address], after[sheet, address])
                    #expect(
                        Self.agree(cached, fresh),
                        "\(path) \(sheet)!\(address): \(cached as Any) became \(fresh as Any)")
                }
            }
            #expect(before.formulas(on: "Samenvatting").count > 20)
        }
    }

    private static func agree(_ cached: WrittenCells.Cell?, _ fresh: WrittenCells.Cell?) -> Bool {
        guard let cached, let fresh else { return false }
        guard let old = cached.number, let new = fresh.number else { return cached.text == fresh.text }
        return abs(old - new) <= 1e-9 * max(1, abs(old))
    }
}

/// LibreOffice without a window, told to calculate everything anew when it opens a file.
private enum Office {
    static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    static var isInstalled: Bool { program != nil }

    static func recalculate(_ paths: [String]) throws -> [String] {
        let folder = try Folder.untilTheEnd()
        let profile = folder.appendingPathComponent("profile/user")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        try settings.write(
            to: profile.appendingPathComponent("registrymodifications.xcu"), atomically: true, encoding: .utf8)
        let output = folder.appendingPathComponent("out").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program ?? "")
        process.arguments =
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                output,
            ] + paths
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return paths.map { "\(output)/\(($0 as NSString).lastPathComponent)" }
    }

    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
        <value>0</value></prop></item>
        </oor:items>
        """
}
