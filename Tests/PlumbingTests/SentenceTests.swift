import Plumbing
import Testing

/// Texts in a sentence stand beside each other as people list them.
@Suite struct SentenceTests {
    @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
    func listsTexts(_ texts: [String], _ sentence: String) {
        #expect(texts.inSentence(with: "en") == sentence)
    }
}
