import Plumbing
import SocialReturnModel

/// How somebody made up gets on: the placements under one contract, one after the other.
struct Career {
    /// A placement.
    struct Step {
        let id, kind, form: String
        let start: Day
        /// The last day as it was agreed, and as it came; nil where the placement goes on.
        let agreedEnd, end: Day?
        let hours: Int
        let level: String
        /// What came of it, and why it ended early.
        var outcome = "", reason = ""
    }

    let participant, group, duration, age: String
    private(set) var steps: [Step] = []
    private var number: Int

    /// A career of the participant with `number` that begins on `start`; `placement` is the number of its first placement.
    init(_ number: Int, from start: Day, placement: Int, _ random: inout SeededGenerator) {
        participant = "D-\(GeneratedSupplier.digits(number, 4))"
        group = random.pick(["PW", "PW", "WW", "BAN", "WIA", "NUG", "BBL", "VSO"])
        duration = group == "PW" ? random.pick(["<2j", ">2j"]) : group == "WW" ? random.pick(["<1j", ">1j"]) : ""
        age = group == "BBL" || group == "VSO" ? "15-26" : random.pick(["27-49", "27-49", "50-54", "56+"])
        self.number = placement
        let hours = random.pick([16, 20, 24, 28, 32, 36])
        switch group {
        case "BBL":
            add("bbl", "bepaald", start, days: 540, hours, level: random.pick(["2", "3"]), outcome: "vast_werk")
            add("dienstverband", "onbepaald", afterLast, days: nil, hours)
        case "VSO":
            add("stage", "geen", start, days: 100, 16, outcome: random.happens(0.6) ? "opleiding" : "verlengd")
            if steps[0].outcome == "verlengd" { add("dienstverband", "bepaald", afterLast, days: 365, hours) }
        default: addWork(from: start, hours, &random)
        }
    }

    /// How many placements there are.
    var count: Int { steps.count }

    private mutating func addWork(from start: Day, _ hours: Int, _ random: inout SeededGenerator) {
        switch random.number(0...99) {
        case 0..<28:
            add("werkervaring", "geen", start, days: 91, 16, outcome: "verlengd")
            add("dienstverband", "bepaald", afterLast, days: 182, hours, outcome: "vast_werk")
            add("dienstverband", "onbepaald", afterLast, days: nil, hours)
        case 28..<52:
            add("dienstverband", "bepaald", start, days: 182, hours, outcome: "vast_werk")
            add("dienstverband", "onbepaald", afterLast, days: nil, hours)
        case 52..<70:
            add("dienstverband", "bepaald", start, days: 364, hours, outcome: "verlengd")
            add("dienstverband", "bepaald", afterLast, days: 364, hours)
        case 70..<82: add("dienstverband", "onbepaald", start, days: nil, hours)
        case 82..<92:
            add(
                "dienstverband", "bepaald", start, days: random.number(40...110), hours, agreed: 364, outcome: "uitval",
                reason: random.pick(StoryWords.reasons))
        default:
            add(
                "dienstverband", "bepaald", start, days: 150, hours, agreed: 364, outcome: "doorstroom",
                reason: "andere baan")
        }
    }

    /// The day after the last placement.
    private var afterLast: Day {
        guard let last = steps.last else { return Generation.period.start }
        return (last.end ?? last.start).adding(days: 1)
    }

    private mutating func add(
        _ kind: String, _ form: String, _ start: Day, days: Int?, _ hours: Int, level: String = "", agreed: Int? = nil,
        outcome: String = "", reason: String = ""
    ) {
        let end = days.map { start.adding(days: $0 - 1) }
        steps.append(
            Step(
                id: "P-\(GeneratedSupplier.digits(number, 5))", kind: kind, form: form, start: start,
                agreedEnd: agreed.map { start.adding(days: $0 - 1) } ?? end, end: end, hours: hours, level: level,
                outcome: outcome, reason: reason))
        number += 1
    }
}
