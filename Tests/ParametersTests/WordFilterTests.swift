@testable import Parameters
import Testing

/// The filter in front of the word lists may let too much through, never too little.
@Suite struct WordFilterTests {
    private static let lists = [WordList.medicalTerms, .criminalTerms, .registerExtractTerms, .workingConditionTerms]

    @Test(arguments: [
        ("komt uit detentie", true), ("DETENTIE", true), ("(detentie)", true), ("jeugd-detentie.", true),
        ("detenti", false),
        ("indetentie", false), ("hiv", true), ("hi", false), ("hive", false), ("om", true), ("omdat", false),
        ("als om", true),
        ("a om", true), ("", false), (" ", false), ("h", false), ("hé", true), ("aids2", false),
    ])
    func findsWordsAndBeginnings(_ text: String, _ expected: Bool) {
        var filter = WordFilter()
        filter.add(Array("detentie".utf8), isBeginning: true)
        for word in ["hiv", "om", "aids"] { filter.add(Array(word.utf8), isBeginning: false) }
        var text = text
        #expect(text.withUTF8 { filter.finds(in: $0) } == expected)
    }

    @Test(arguments: [("i", true), ("in", true), ("ik", true), ("xi", false)])
    func shortBeginningsGoOnWithAnything(_ text: String, _ expected: Bool) {
        var filter = WordFilter()
        filter.add(Array("i".utf8), isBeginning: true)
        var text = text
        #expect(text.withUTF8 { filter.finds(in: $0) } == expected)
    }

    @Test(arguments: lists)
    func everyWordOfTheListsPasses(_ list: WordList) {
        for word in list.words {
            let plain = word.split(separator: "+").joined(separator: " ")
            for text in [plain, plain.uppercased(), "na \(plain).", "(\(plain))", "é \(plain)", "\(plain), 2 keer"] {
                #expect(!list.matches(in: text).isEmpty, "\(text)")
            }
        }
    }
}
