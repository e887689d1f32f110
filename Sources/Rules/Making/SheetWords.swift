import Plumbing
import SocialReturnModel

/// Names tables by their sheets instead of their files, in the words of this program: who works in a workbook has no `bewijs.csv`.
public enum SheetWords {
    /// `text` with every file of a submission named as its sheet. Names that somebody else gave a file are not in such a text.
    public static func replacing(_ text: Text) -> Text {
        Text(nl: replacing(text.nl, .dutch), en: replacing(text.en, .english))
    }

    static func replacing(_ text: String, _ language: Language) -> String {
        guard text.firstRange(ofText: ".csv") != nil else { return text }
        var text = text
        for pair in language == .dutch ? dutch : english {
            while let range = text.firstRange(ofText: pair.from) {
                let before = text[..<range.lowerBound]
                let begins = before.isEmpty || before.hasSuffix(". ") || before.hasSuffix("? ")
                text.replaceSubrange(
                    range, with: begins ? pair.to.prefix(1).uppercased() + pair.to.dropFirst() : pair.to)
            }
        }
        return text
    }

    private typealias Pair = (from: String, to: String)

    private static let dutch = pairs { file, sheet in
        [
            ("het bestand \(file)", "het blad \(sheet)"), ("\(file) of blad \(sheet)", "blad \(sheet)"),
            ("In \(file)", "Op blad \(sheet)"), ("in \(file)", "op blad \(sheet)"), (file, "blad \(sheet)"),
        ]
    }

    private static let english = pairs { file, sheet in
        [
            ("the file \(file)", "the sheet \(sheet)"), ("\(file) or sheet \(sheet)", "sheet \(sheet)"),
            ("In \(file)", "On sheet \(sheet)"), ("in \(file)", "on sheet \(sheet)"),
            ("into \(file)", "on sheet \(sheet)"), (file, "sheet \(sheet)"),
        ]
    }

    private static func pairs(_ words: (String, String) -> [Pair]) -> [Pair] {
        TableID.submission.flatMap { id in
            let facts = AllTables.facts(id)
            return words(facts.fileName, facts.sheetName)
        }
    }
}
