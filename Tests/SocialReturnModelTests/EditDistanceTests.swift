import SocialReturnModel
import Testing

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("wajong", "wajong", 0), ("wajnog", "wajong", 1), ("ca", "abc", 3),
        ("begindautm", "begindatum", 1), ("contractnumer", "contractnummer", 1), ("kitten", "sitting", 3),
        ("werknemer", "werkgever", 2), ("één", "een", 2),
    ])
    func countsInsertionsRemovalsReplacementsAndSwaps(_ left: String, _ right: String, _ distance: Int) {
        #expect(EditDistance.between(left, right) == distance)
        #expect(EditDistance.between(right, left) == distance)
    }

    @Test(arguments: [
        ("begindautm", "begindatum", 1), ("contractnumer", "contractnummer", 1), ("contracnumer", "contractnummer", 2),
        ("begimdatum", "begindatum", 1), ("bbegindatum", "begindatum", 1), ("factuurdatm", "factuurdatum", 1),
        ("gastlse", "gastles", 1), ("stgae", "stage", 1),
    ])
    func fingersMakeMistakes(_ typed: String, _ word: String, _ mistakes: Int) {
        #expect(EditDistance.mistakes(typed, word) == mistakes)
        #expect(EditDistance.isMisspelling(typed, of: word))
    }

    /// Another word, other digits, too short, or no mistake at all.
    @Test(arguments: [
        ("begindatum", "begindatum"), ("einddatum", "begindatum"), ("werknemerkvk", "werkgeverkvk"),
        ("gewerktejaren", "gewerkteuren"), ("bedraginclbtw", "bedragexclbtw"), ("langerdan2jaar", "langerdan1jaar"),
        ("vats", "vast"), ("bepaald", "onbepaald"), ("", "stage"), ("stage", ""), ("loopt", "loonsom"),
    ])
    func anotherWordIsNoMistake(_ typed: String, _ word: String) {
        #expect(EditDistance.mistakes(typed, word) == nil)
    }
}
