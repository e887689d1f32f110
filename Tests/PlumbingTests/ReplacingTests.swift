import Plumbing
import Testing

/// Texts are searched by bytes, with what a search by characters finds.
@Suite struct ReplacingTests {
    private static let texts = [
        "", "u", "uw rij", "Uw rij en uw rij", "één rij — uw rij", "uuuw rij", "uw riuw rij", "rij uw", "€ uw rij €",
    ]

    @Test(arguments: texts)
    func findsAndReplacesWhatCharactersDo(_ text: String) {
        for part in ["u", "uw rij", "rij", "€", "é", "geen"] {
            #expect(text.firstRange(ofText: part) == text.firstRange(of: part))
            for replacement in ["", "x", "uw rij", "de rij — hier"] {
                #expect(text.replacingText(part, with: replacement) == text.replacing(part, with: replacement))
            }
        }
    }

    /// In one pass: copying the rest of the text at each place would take minutes here.
    @Test(.timeLimit(.minutes(1))) func replacesManyPlaces() {
        let text = String(repeating: "uw rij ", count: 300_000)
        #expect(text.replacingText("uw", with: "de") == String(repeating: "de rij ", count: 300_000))
    }

    @Test func findsNoEmptyText() {
        #expect("uw rij".firstRange(ofText: "") == nil)
        #expect("uw rij".replacingText("", with: "x") == "uw rij")
    }
}
