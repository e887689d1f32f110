import SocialReturnModel
import Testing

@Suite struct TopicIDTests {
    @Test(arguments: [
        (TopicID("loopt-achter", contract: "BZK-2026-0147"), "loopt-achter/bzk-2026-0147"),
        (TopicID("afspraak", key: "A 2", contract: "BZK-2026-0147"), "afspraak/a-2/bzk-2026-0147"),
        (TopicID("hulpvraag", contract: " Größe/7 <x>\n"), "hulpvraag/grosse-7-x"),
        (
            TopicID("INZ-08", key: ["inzet", "uren_per_week"], supplier: "12345678"),
            "inz-08/inzet/uren_per_week/@12345678"
        ),
        (TopicID("INZ-08", key: ["inzet", ""], supplier: ""), "inz-08/inzet/@onbekend"),
        (TopicID("BEW-01", key: ["inzet"], supplier: "Voorbeeld B.V.").numbered(2), "bew-01/inzet/@voorbeeld-b-v~2"),
    ])
    func anIDIsOfWhatTheTopicIsAbout(_ id: TopicID, _ text: String) {
        #expect(id.text == text)
        // What stands on a sheet or in a file is the same topic again.
        #expect(TopicID(text) == id)
        #expect(TopicID(" \(text.uppercased()) ") == id)
    }

    /// A mark that stands on nothing, or on a sign that is left out, would join the letter or the hyphen before it.
    @Test(arguments: ["a \u{616}b", "a .\u{616}b", "u\u{8}\u{616}\u{fffd}k0", "\u{616}", "नमस्ते / e\u{301}"])
    func anIDIsTheSameWhenItIsReadAgain(_ text: String) {
        let id = TopicID(text)
        #expect(id.flatMap { TopicID($0.text) } == id)
    }

    @Test(arguments: ["", "  ", "\n", "..."]) func nothingIsNoTopic(_ text: String) { #expect(TopicID(text) == nil) }

    @Test(
        arguments: [
            ("loopt-achter/bzk-1", "loopt-achter", nil), ("inz-08/inzet/@12345678", "inz-08", "12345678"),
            ("inz-08/inzet/@12345678~2", "inz-08", "12345678"),
        ] as [(String, String, String?)])
    func kindAndSupplierStandInIt(_ text: String, _ kind: String, _ supplier: String?) {
        #expect(TopicID(text)?.kind == kind)
        #expect(TopicID(text)?.supplier == supplier)
    }

    /// The same matter in other words, and other matters.
    @Test(arguments: [
        (
            "Wij vinden geen geschikte kandidaten voor de nachtdienst",
            "We vinden geen geschikte kandidaten voor nachtdiensten.", true
        ),
        (
            "Wij vinden geen geschikte kandidaten voor de nachtdienst",
            "Geschikte kandidaten voor de nachtdienst vinden wij niet", true
        ),
        ("Vervoer naar de locatie ontbreekt", "VERVOER naar de locáties ontbreekt!", true),
        ("Vervoer naar de locatie ontbreekt", "Begeleiding op de werkvloer ontbreekt", false),
        ("Vervoer naar de locatie ontbreekt", "", false),
    ])
    func wordsMayChangeALittle(_ first: String, _ second: String, _ isAlike: Bool) {
        let ids = [first, second].map { TopicID("knelpunt", key: TopicID.words($0), contract: "C-1") }
        #expect(ids[0].isAlike(ids[1]) == isAlike)
        #expect(ids[1].isAlike(ids[0]) == isAlike)
        let elsewhere = TopicID("knelpunt", key: TopicID.words(first), contract: "C-2")
        #expect(!ids[0].isAlike(elsewhere))
    }

    @Test func codesAreNoWords() {
        let ids = ["A-2-kandidaten", "A-3-kandidaten"].map { TopicID("afspraak", key: $0, contract: "C-1") }
        #expect(!ids[0].isAlike(ids[1]))
        #expect(ids[0].isAlike(ids[0]))
    }
}
