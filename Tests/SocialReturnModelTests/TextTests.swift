import SocialReturnModel
import Testing

/// Of many names the first are said, and how many there are besides.
@Suite struct TextTests {
    @Test(arguments: [
        ([], Text(verbatim: "")), (["a", "b"], Text(verbatim: "a, b")),
        (["a", "b", "c"], Text(nl: "a, b en nog 1", en: "a, b and 1 more")),
        (["a", "b", "c", "d"], Text(nl: "a, b en nog 2", en: "a, b and 2 more")),
    ])
    func listsNames(_ names: [String], _ text: Text) {
        #expect(Text(listing: names, most: 2) == text)
    }
}
