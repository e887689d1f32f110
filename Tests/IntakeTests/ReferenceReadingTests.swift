import SocialReturnModel
import Testing

@testable import Intake

/// Identifiers that are written otherwise than where they were given out.
@Suite("References as they are written")
struct ReferenceReadingTests {
    @Test(
        "A contract is found by the same letters and digits, and not when two have them",
        arguments: [
            ("BZK-2026-0147", "BZK-2026-0147"), ("bzk 2026 0147", "BZK-2026-0147"), ("BZK 2026/0147", "BZK-2026-0147"),
            ("BZK.2026\\0147", "BZK-2026-0147"), ("00190007", "190007"), ("AZ/1/2", "AZ/1/2"), ("AZ 12", "AZ 12"),
            ("BZK-2026-0148", "BZK-2026-0148"),
        ])
    func contracts(_ written: String, read: String) throws {
        let register = try ContractRegister.read([
            SourceFile(
                name: "contracten.csv",
                text: "contractnummer;titel\nBZK-2026-0147;a\n190007;b\nAZ/1/2;c\nAZ/12;d\n")
        ])
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "a",
                files: [
                    SourceFile(
                        name: "gesprekken.csv",
                        text:
                            "contractnummer;datum;fase;deelnemende_rollen;uitkomst\n\(written);01-04-2026;voortgang;;goed\n"
                    )
                ]),
            register: register)
        let row = try #require(submission.conversations?.rows.first)
        #expect(row.contract.map { submission.symbols[$0] } == read)
    }
}
