import Spreadsheets
import Testing

@testable import Workbooks

@Suite struct WrappedTextTests {
    @Test(arguments: [
        ("", 1), ("kort", 1), ("tien teken", 1), ("elf tekens!", 2), ("een twee drie vier", 2), ("een\ntwee", 2),
        ("een\n", 2),
        ("twintigtekenslangwoord", 3), ("a twintigtekenslangwrd", 3), ("ééééééé éé", 1), ("een  twee", 1), ("\n\n", 3),
    ])
    func countsLines(_ text: String, _ lines: Int) {
        // Two characters of the width are blanks at the edges.
        #expect(WrappedText.lines(text, width: 12) == lines)
    }

    /// What stands beside the link back is a sentence where that can be.
    @Test(arguments: [
        ("Kort.", ["Kort."]),
        ("Een zin hier. Nog een zin daar.", ["Een zin hier.", "Nog een zin daar."]),
        ("Een zin van vier en meer woorden", ["Een zin van vier en", "meer woorden"]),
        ("Kijk! Dit is 1.5 meter en nog meer.", ["Kijk! Dit is 1.5", "meter en nog meer."]),
        ("Een. Twee drie vier vijf zes zeven acht.", ["Een. Twee drie vier", "vijf zes zeven acht."]),
    ])
    func breaksBetweenSentences(_ text: String, _ lines: [String]) {
        #expect(WrappedText.sentences(text, width: 20) == lines)
    }

    /// Of a title the longest part is cut: what stands last is as much a part of it.
    @Test(arguments: [
        (["Gesprek", "Kort B.V.", "", "2e kwartaal 2026"], "Gesprek · Kort B.V. · 2e kwartaal 2026"),
        (["Gesprek", "Een heel lange naam van een firma", "2026"], "Gesprek · Een heel lange naam… · 2026"),
        (
            ["Gesprek", "Een heel lange naam van een firma", "Een even lange titel van contract", "2026"],
            "Gesprek · Een heel… · Een even… · 2026"
        ),
        (["Eenwoordvanmeerdanveertigtekenswaarineengeenblankstaat"], "Eenwoordvanmeerdanveertigtekenswaarinee…"),
    ])
    func aTitleIsCutWhereItIsLongest(_ parts: [String], _ title: String) {
        #expect(WrappedText.title(parts, longest: 40) == title)
    }

    /// Where blanks are single and lines do not end in them, the careful count agrees.
    @Test func agreesWithTheCarefulCount() {
        var state: UInt64 = 7
        func next(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % limit)
        }
        for _ in 0..<500 {
            let words = (0...next(12)).map { _ in String(repeating: "é", count: 1 + next(14)) }
            let text = words.joined(separator: " ")
            let width = 4 + next(20)
            #expect(
                WrappedText.lines(text, width: Double(width + 2)) == RowHeight.lines(text, width: Double(width)),
                "\(text)")
        }
    }
}
