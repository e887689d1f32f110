@testable import Parameters
import SocialReturnModel
import Testing

/// The sources that come along are read whole, and what a reader must know of them is there in both languages.
@Suite struct SourceRegisterTests {
    @Test func eachLineIsASource() throws {
        let file = try #require(PackageResources.files(in: "Tables").first { $0.name == "bronnen.csv" })
        let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(SourceRegister.builtIn.all.count == lines.count - 1)
        #expect(SourceRegister.builtIn.all.count > 90)
    }

    @Test func remarksAreInBothLanguages() {
        let remarks = SourceRegister.builtIn.all.map(\.remark).filter { $0 != Text(nl: "", en: "") }
        #expect(remarks.count > 3)
        for remark in remarks { #expect(!remark.nl.isEmpty && !remark.en.isEmpty && remark.nl != remark.en) }
        #expect(SourceRegister.builtIn["AMR-2015"]?.remark.en.contains("not at wetten.overheid.nl itself") == true)
    }
}
