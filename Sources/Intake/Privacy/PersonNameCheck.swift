/// Whether a reference, such as the name of a file, leads to a person by a name.
///
/// Forms are seen that hardly mean anything else: a title with a name (`dhr. Voorbeeld`), initials with a surname (`J.P. Voorbeeld`,
/// `Voorbeeld, J.`), a first name with a surname (`fatima_voorbeeld.pdf`). A bare surname cannot be told from another word, and a name that
/// is a part of that of an organisation is none.
public enum PersonNameCheck {
    /// Whether `cell` (UTF-8) holds a name in one of these forms.
    public static func holdsName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool { !names(in: cell).isEmpty }

    /// Where in `cell` names stand, from the left.
    static func names(in cell: UnsafeBufferPointer<UInt8>, _ style: NameSearch.Style = .reference) -> [Range<Int>] {
        TextWindows(cell).flatMap { window -> [Range<Int>] in
            let text = UnsafeBufferPointer(rebasing: cell[window])
            guard mayHoldName(text) else { return [] }
            return NameSearch(TextTokens(text), style).names()
                .map { $0.lowerBound + window.lowerBound..<$0.upperBound + window.lowerBound }
        }
    }

    /// Whether the cell has a word that names begin or end with, or a letter with a full stop. Nearly every reference ends here, without
    /// allocation.
    private static func mayHoldName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        Lexicon.shared.nameWords.withBits { names in
            var position = 0
            while position < cell.count {
                var letter = FoldedLetter.at(position, in: cell)
                guard letter.folded != 0, letter.folded &- 0x30 >= 10 else {
                    position += letter.length
                    continue
                }
                var hash = WordHash.start
                var letters = 0
                while position < cell.count {
                    letter = FoldedLetter.at(position, in: cell)
                    guard letter.folded != 0, letter.folded &- 0x30 >= 10 else { break }
                    if letter.folded != FoldedLetter.accent {
                        hash = WordHash.add(letter.folded, to: hash)
                        letters += 1
                    }
                    position += letter.length
                }
                if letters == 1 ? position < cell.count && cell[position] == 0x2E : names.mayHold(hash) { return true }
            }
            return false
        }
    }
}
