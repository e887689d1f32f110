import Intake
import Testing

@Suite("Privacy: names in references")
struct PersonNameCheckTests {
    @Test(arguments: [
        "dhr. Voorbeeld", "map Dhr Voorbeeld", "mevr_voorbeeld_uwv.pdf", "mevrouw van Voorbeeld", "meneer Voorbeeld",
        "de heer Voorbeeld", "mw. Voorbeeld", "mw. de Voorbeeld", "J. Voorbeeld", "J.Voorbeeld", "J.P. Voorbeeld",
        "map 3, J.P. van den Voorbeeld", "map J.P.Voorbeeld", "dossier_J. Voorbeeld.pdf", "Voorbeeld, J.",
        "Voorbeeld, J.P. - uwv", "É. Voorbeeld", "contract-J.Voorbeeld.pdf", "J. de Voorbeeld", "Jan Voorbeeld.pdf",
        "contract_jan_jansen_2026", "fatima-yılmaz", "Jansen_P", "Peter van der Voorbeeld",
        "KEES ZWARTKOUS", "Zwartkous-Kees", "ZWARTKOUS_KEES.pdf", "kees zwartkous", "cv kees-zwartkous.pdf",
        "f5 J. Zwartkous",
        "z 5 J. Zwartkous", "map J. Zwartkous", "ordner K. Zwartkous 2026", "k.zwartkous", "map 3 K. Zwartkous",
    ])
    func namesAreSeen(_ reference: String) {
        #expect(holdsName(reference), "\(reference)")
    }

    @Test(arguments: [
        "", "map 12, nr. 3", "kast C", "kast C. Plank 2", "bij de bakkerij", "D-0001.pdf", "dossier 11", "P-001",
        "archief Voorbeeld Schoon B.V. Den Haag", "Stichting Voorbeeld V.O.F. Map", "U.W.V. Brief", "map H.R. Archief",
        "mw 12", "mw schoonmaak", "heer", "dhr", "dhr.", "mevr. 12", "de heer", "een heer Voorbeeld", "A-12.B", "J.",
        "J.P.", "St. Voorbeeld", "art. 2.82", "A.b", "Kast, B", "****, J.", "ordner B, lade C.", "é", "Map A. 3",
        "Jan Voorbeeld Hoveniers", "Bakkerij Jan Voorbeeld", "J. Voorbeeld en Zn.", "jan 2026", "fatima",
        "jansen-groen", "J. Zwartkous B.V.", "f5 J. Zwartkous Transport", "Zwartkous-Groep", "loonstrook-mei",
        "Rapport A. Samenvatting", "map C. Facturen", "map B. Archief", "bijlage B. Toelichting",
        "verklaring-kees", "kees-juni", "Bakkerij-Kees", "noord-west", "a.planning.pdf", "Project-Marken",
    ])
    func otherReferencesAreLeftAlone(_ reference: String) {
        #expect(!holdsName(reference), "\(reference)")
    }

    /// Whatever stands in a cell, also bytes that are no text, the check ends and reads inside the cell.
    @Test func anyBytesMayStandInACell() {
        let pieces: [[UInt8]] =
            ["dhr", "de", "heer", "J", ".", ",", " ", "-", "van", "Vb", "é"].map { Array($0.utf8) } + [
                [0xC3], [0x80], [0xFF],
            ]
        var names = 0
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    for fourth in pieces {
                        let cell = first + second + third + fourth + second
                        names += cell.withUnsafeBufferPointer(PersonNameCheck.holdsName) ? 1 : 0
                    }
                }
            }
        }
        #expect(names > 0)
    }

    private func holdsName(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer(PersonNameCheck.holdsName)
    }
}
