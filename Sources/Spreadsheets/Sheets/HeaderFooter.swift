/// What stands above or below every printed page, in three parts.
public struct HeaderFooter: Hashable, Sendable {
    /// A piece of a header or footer.
    public enum Piece: Hashable, Sendable {
        /// Text as it is; `&` needs no escape.
        case text(String)
        /// The number of the page.
        case page
        /// How many pages there are.
        case pageCount
        /// The name of the sheet.
        case sheetName
        /// The name of the file.
        case fileName
    }

    /// The longest header or footer, codes included, in UTF-16 units.
    static let maximumLength = 255

    /// At the left.
    public var left: [Piece]
    /// In the middle.
    public var center: [Piece]
    /// At the right.
    public var right: [Piece]

    /// A header or footer of up to three parts.
    public init(left: [Piece] = [], center: [Piece] = [], right: [Piece] = []) {
        self.left = left
        self.center = center
        self.right = right
    }

    /// All parts with Excel's codes, no piece of text longer than `longestPiece` units.
    func text(longestPiece: Int, _ kinds: inout ReplacementKinds) -> String {
        var text = ""
        for (code, part) in [("&L", left), ("&C", center), ("&R", right)] where !part.isEmpty {
            text += code
            var followsNumber = false
            for piece in part {
                switch piece {
                case .text(let words):
                    let words = TextBuffer.cleaned(words, limit: longestPiece, &kinds)
                    // `&P+1` is the next page and `&P1` is read anew, so a space keeps them apart.
                    if followsNumber, let first = words.first, "+-0123456789".contains(first) { text += " " }
                    for scalar in words.unicodeScalars {
                        if scalar == "&" { text += "&" }
                        text.unicodeScalars.append(scalar)
                    }
                case .page: text += "&P"
                case .pageCount: text += "&N"
                case .sheetName: text += "&A"
                case .fileName: text += "&F"
                }
                followsNumber = piece == .page || piece == .pageCount
            }
        }
        return text
    }
}
