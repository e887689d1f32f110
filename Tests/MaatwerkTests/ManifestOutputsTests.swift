import Assessments
import Exchange
import Glibc
import TestSupport
import Testing

@testable import Maatwerk

/// What a manifest lists is all that was made.
@Suite struct ManifestOutputsTests {
    @Test func anOutputThatCannotBeReadIsNotLeftOut() throws {
        let temporary = try Folder()
        let folder = temporary.path
        try OutputFile.write("{}", to: folder + "/" + ResultLayout.findings)
        #expect(try ResultManifest.allOutputs(in: folder).map(\.name) == [ResultLayout.findings])
        // What is no file stands there: it is never opened.
        let path = folder + "/" + ResultLayout.report
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: OutputError.cannotWrite(path: path, errorNumber: EIO)) {
            try ResultManifest.allOutputs(in: folder)
        }
    }
}
