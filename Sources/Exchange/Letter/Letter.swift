import Assessments
import Rules
import SocialReturnModel

/// The letter to the supplier that goes with the feedback: thanks, how the report stands, the three scores, what to do and how.
///
/// One structure becomes Markdown and plain text. It names no person, and holds nothing of the register that is another's.
public struct Letter: Sendable {
    /// A part of the letter.
    enum Block: Sendable, Hashable {
        /// The first line.
        case title(String)
        /// The name of a part.
        case heading(String)
        /// A paragraph.
        case paragraph(String)
        /// Points without an order: what it is about, and what there is to say of it.
        case points([Point])
        /// Steps, one after the other.
        case steps([String])
    }

    /// A point of a list.
    struct Point: Sendable, Hashable {
        /// What it is about; empty for none.
        var lead = ""
        /// What there is to say.
        let text: String
    }

    /// The letter from top to bottom.
    let blocks: [Block]

    /// How many causes the letter names; the others are counted.
    static let shownCauses = 4
    /// How many agreements the letter names; the others are counted.
    static let shownAgreements = 8

    /// The letter about `assessment`.
    ///
    /// - Parameters:
    ///   - summary: the summary of `assessment`.
    ///   - language: of all sentences; names of files, sheets and columns are Dutch in both.
    public init(_ assessment: Assessment, _ summary: SubmissionSummary, _ language: Language) {
        blocks = LetterWords(assessment, summary, language).blocks
    }
}

extension String {
    /// The text on one line: blanks of every kind become one space, what would steer a terminal or a mail shows as a sign, and characters
    /// that cannot be seen go.
    var onOneLine: String {
        var line = UnicodeScalarView()
        var endsWord = false
        for scalar in unicodeScalars {
            // Nearly all letters are ASCII, for which nothing need be looked up.
            if scalar.isASCII
                ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
            {
                endsWord = !line.isEmpty
                continue
            }
            let isSeen = scalar.isASCII ? scalar.value >= 0x20 && scalar.value != 0x7F : Self.canBeSeen(scalar)
            let sign = isSeen ? "" : VisibleText.escaped(String(scalar))
            guard isSeen || sign != String(scalar) else { continue }
            if endsWord { line.append(" ") }
            endsWord = false
            if isSeen { line.append(scalar) } else { line.append(contentsOf: sign.unicodeScalars) }
        }
        return String(line)
    }

    private static func canBeSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned: false
        default: true
        }
    }
}
