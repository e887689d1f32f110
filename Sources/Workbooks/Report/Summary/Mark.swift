import Assessments
import Rules
import SocialReturnModel

/// A word with its symbol and tint, for what the first sheets say besides severities.
package struct Mark {
    /// The symbol and the word.
    package let text: Text
    /// The tint, which repeats what the word says.
    package let look: CellStyle

    private init(_ symbol: String, _ word: Text, _ look: CellStyle) {
        text = Text(nl: "\(symbol) \(word.nl)", en: "\(symbol) \(word.en)")
        self.look = look
    }

    /// How a contract stands.
    package init(_ standing: Standing) {
        switch standing {
        case .reached, .onCourse: self.init("✓", standing.name, .good)
        case .behind, .nothingReported, .nothingCounts, .setAside: self.init("▲", standing.name, .warning)
        case .historyMissing, .notBegun, .notCountable, .noFigure, .exempt, .unknown:
            self.init("○", standing.name, .information)
        }
    }

    /// The kind of a topic.
    package init(_ kind: Topic.Kind) {
        switch kind {
        case .helpRequest: self.init("?", kind.name, .information)
        case .followUp: self.init("↺", kind.name, .information)
        case .progress: self.init("■", kind.name, .warning)
        case .error: self.init("●", kind.name, .error)
        case .chance: self.init("★", kind.name, .good)
        case .warning: self.init("▲", kind.name, .warning)
        case .signal: self.init("◆", kind.name, .signal)
        case .notTested: self.init("○", kind.name, .notTested)
        }
    }

    /// The kind of a topic, with its symbol and tint, in other words.
    package init(_ kind: Topic.Kind, as words: Text) {
        let mark = Mark(kind)
        self.init(String(mark.text.nl.prefix(1)), words, mark.look)
    }

    /// How a commitment stands that is not late.
    package init(_ status: CommitmentStatus) { self.init(status == .inProgress ? "◐" : "○", status.name, .information) }

    /// How the submission stands.
    package init(_ status: SubmissionStatus) {
        switch status {
        case .received: self.init("○", status.name, .information)
        case .rejected: self.init("●", status.name, .error)
        case .approvedWithRemarks: self.init("▲", status.name, .warning)
        case .approved: self.init("✓", status.name, .good)
        }
    }

    /// Something that went well.
    package static func praise(_ word: Text) -> Mark { Mark("★", word, .good) }

    /// Nothing to do.
    package static let inOrder = Mark("✓", Text(nl: "Op orde", en: "In order"), .good)
    /// Every rule was tested.
    package static let allTested = Mark("✓", Text(nl: "Alles getoetst", en: "All tested"), .good)
    /// People take part; how it stands would tell how few.
    package static let begun = Mark("○", Text(nl: "Begonnen", en: "Begun"), .information)
    /// The report that was to tell how it stands cannot be used.
    package static let reportRejected = Mark(
        "▲", Text(nl: "Rapportage afgekeurd", en: "Report rejected"), .warning)
    /// A reason to talk.
    package static let toDiscuss = Mark("▲", Text(nl: "Te bespreken", en: "To discuss"), .warning)
    /// Nobody can tell yet.
    package static let unclear = Mark("○", Text(nl: "Nog niet te zeggen", en: "Cannot be told yet"), .information)
    /// Counted and not judged.
    package static let notGraded = Mark("○", Text(nl: "Geen cijfer", en: "No grade"), .information)
}
