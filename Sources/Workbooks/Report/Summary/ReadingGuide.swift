import Assessments
import Rules
import SocialReturnModel

/// The words of *Leeswijzer*.
struct ReadingGuide {
    /// A part: a title, the headings of its two columns, and its rows.
    struct Section {
        let title: Text
        let headings: (Text, Text)
        let entries: [Entry]
    }

    /// A row: a name, perhaps tinted, and what it means.
    struct Entry {
        let name: Text
        let meaning: Text
        let look: CellStyle?

        init(_ name: Text, _ meaning: Text, _ look: CellStyle? = nil) {
            self.name = name
            self.meaning = meaning
            self.look = look
        }

        init(_ mark: Mark, _ meaning: Text) { self.init(mark.text, meaning, mark.look) }
    }

    let summary: SubmissionSummary

    init(_ summary: SubmissionSummary) { self.summary = summary }

    /// The parts below the list of sheets.
    var sections: [Section] { [figures, symbols, standings, certainty] }
}
