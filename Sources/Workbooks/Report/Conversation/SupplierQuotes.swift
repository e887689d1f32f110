import Assessments
import Intake
import Rules
import SocialReturnModel

/// What the supplier wrote in its own words, as it stands in the rows, masked where a privacy rule refuses it.
struct SupplierQuotes {
    private let submission: Submission
    private let language: Language
    /// The first obstacles of each contract without a request for help, which is a topic of its own.
    private var obstacles: [Symbol: [Place]] = [:]
    /// The different kinds of the obstacles of each contract, as people read them.
    private(set) var obstacleKinds: [Symbol: [String]] = [:]

    /// One pass over the obstacles.
    init(_ report: Report) {
        submission = report.assessment.submission
        language = report.language
        guard let table = submission.obstacles else { return }
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let contract = row.contract else { continue }
            if row.helpRequested != .yes, obstacles[contract, default: []].count < FindingGroup.shownPlaces {
                obstacles[contract, default: []].append(table.place(index))
            }
            guard let kind = row.kind?.name[language].lowercased(),
                !obstacleKinds[contract, default: []].contains(kind)
            else { continue }
            obstacleKinds[contract, default: []].append(kind)
        }
    }

    /// What was written about `topic`, a line for each row, and what was answered to it; nil where nothing was.
    func text(_ topic: Topic, answer: String?) -> String? {
        var lines = answer.map { [language.words("Antwoord, ", "Answer, ") + $0] } ?? []
        for line in places(topic).compactMap(text) where !lines.contains(line) { lines.append(line) }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// The goals of the commitments at `places`.
    func goals(_ places: [Place]) -> String {
        guard let table = submission.commitments else { return "" }
        return places.compactMap { place in
            table.index(ofRecord: place.record).map { table.source.text(table.rows[$0].goal) }
        }.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// The rows to quote. Whoever lags its term tells why among the obstacles.
    private func places(_ topic: Topic) -> [Place] {
        switch topic.subject {
        case .behind, .nothingReported:
            return Array(topic.contracts.flatMap { obstacles[$0] ?? [] }.prefix(FindingGroup.shownPlaces))
        default: return topic.places
        }
    }

    /// The words of one row; nil for a row without any.
    private func text(_ place: Place) -> String? {
        guard place.isInRow else { return nil }
        switch place.table {
        case .obstacles: return quote(submission.obstacles, place, [\.description, \.action])
        case .commitments: return quote(submission.commitments, place, [\.explanation])
        case .placements: return quote(submission.placements, place, [\.explanation])
        case .purchases: return quote(submission.purchases, place, [\.explanation])
        case .activities: return quote(submission.activities, place, [\.explanation])
        case .conversations: return quote(submission.conversations, place, [\.outcome])
        case .lessons: return quote(submission.lessons, place, [\.learned])
        case .examples: return quote(submission.examples, place, [\.title])
        default: return nil
        }
    }

    private func quote<Row: TableRow>(
        _ table: TableData<Row>?, _ place: Place, _ cells: [KeyPath<Row, TextCell>]
    ) -> String? {
        guard let table, let index = table.index(ofRecord: place.record) else { return nil }
        let texts = cells.map { table.source.text(table.rows[index][keyPath: $0]) }.filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.map(Self.quoted).joined(separator: " ")
    }

    /// The text between quotation marks, on one line.
    static func quoted(_ text: String) -> String { "“" + onOneLine(text) + "”" }

    /// The text on one line.
    static func onOneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Report {
    /// How far a contract is and how much of its term has passed, of the first goal that lags; nil where nobody can tell.
    func lag(of contract: Symbol?) -> Text? {
        guard let progress = assessment.realisation.contracts.first(where: { $0.id == contract }),
            let goal = progress.goals.first(where: { $0.standing == .behind }), let share = goal.share
        else { return nil }
        let (name, done) = (goal.measure.name, Int(shown: 100 * share))
        guard let elapsed = progress.elapsed, goal.measure.addsUp || goal.measure == .commitments else {
            return Text(
                nl: "Nu \(done)% van wat is afgesproken (\(name.nl)).",
                en: "Now \(done)% of what was agreed (\(name.en)).")
        }
        let passed = Int(shown: 100 * elapsed)
        return Text(
            nl:
                "\(done)% gehaald (\(name.nl)), en op \(context.lastDay.formatted(.dutch)) was \(passed)% van de looptijd voorbij.",
            en:
                "\(done)% achieved (\(name.en)), and on \(context.lastDay.formatted(.english)) \(passed)% of the term had passed."
        )
    }
}
