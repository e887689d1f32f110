import Intake
import SocialReturnModel

/// What the advice team answered to requests for help, as it comes back in the next conversation.
struct HelpAnswerLines {
    private let report: Report

    init(_ report: Report) { self.report = report }

    /// Puts each answer beside what it answers: the request for help of its contract, else the first topic about the contract, else the first
    /// of all. Only answers of before the report and since the start of its period come back; of older ones the last time was another.
    func add(to lines: inout [TopicLine]) {
        guard let register = report.assessment.context.register, let table = register.helpAnswers, !table.rows.isEmpty,
            let period = report.context.period, !lines.isEmpty
        else { return }
        let answers = register.answersToHelp.all.filter { $0.day >= period.start && $0.day <= report.context.today }
        let contracts = report.assessment.realisation.contracts.map { report.text($0.id) }
        var kinds: [String: Set<ObstacleKind>] = [:]
        if let obstacles = report.assessment.submission.obstacles {
            for index in obstacles.acceptedIndices {
                guard let kind = obstacles.rows[index].kind else { continue }
                kinds[report.text(obstacles.rows[index].contract).lowercased(), default: []].insert(kind)
            }
        }
        for answer in answers {
            for contract in contracts {
                let key = contract.lowercased()
                // An answer for everybody is for whoever names the obstacle.
                guard answer.contract == key || answer.contract == nil && kinds[key]?.contains(answer.kind) ?? false
                else { continue }
                let own = lines.indices.filter { lines[$0].contract == contract }
                let place = own.first { lines[$0].kind == .helpRequest } ?? own.first ?? 0
                lines[place].previous = [lines[place].previous, answer.line(report.language)].compactMap { $0 }
                    .joined(separator: "\n")
            }
        }
    }
}
