import SocialReturnModel
import Valuations

/// How far the participants of a contract have come on the last day of a period: each person stands in one of the first five sets.
public struct CareerDigest: Codable, Hashable, Sendable {
    /// Those who learn, gain experience or are tried out.
    public var learning = KeySet()
    /// Those at work for a time.
    public var temporary = KeySet()
    /// Those at work without an end, or who left for a permanent job.
    public var permanent = KeySet()
    /// Those who left for education.
    public var toStudy = KeySet()
    /// Those who left otherwise, or nobody says how.
    public var left = KeySet()
    /// Those of ``permanent`` who have been so for three months.
    public var stayed = KeySet()
    /// Those of ``temporary`` whose placement ends within three months.
    public var ending = KeySet()
    /// Those who count for the job agreement.
    public var jobAgreement = KeySet()
}

/// How far somebody has come; the further the higher.
enum CareerStage: Int, Comparable {
    case left, toStudy, learning, temporary, permanent

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Whether somebody takes part now.
    var isPresent: Bool { self >= .learning }
}

/// Gathers how far people have come, while rows come in.
struct GatheredCareers {
    private var stages: [UInt64: CareerStage] = [:]
    private var stayed: Set<UInt64> = []
    private var lastDays: [UInt64: Day?] = [:]
    private var jobAgreement: Set<UInt64> = []

    mutating func add(_ row: Placement, _ person: UInt64, _ period: ReportingPeriod) {
        let isRunning = (row.start ?? period.end) <= period.end && (row.end.map { $0 >= period.end } ?? true)
        let stage = Self.stage(row, isRunning: isRunning)
        stages[person] = max(stages[person] ?? stage, stage)
        if row.countsForJobAgreement == .yes { jobAgreement.insert(person) }
        guard isRunning else { return }
        if stage == .permanent, let start = row.start, start.adding(months: 3) <= period.end { stayed.insert(person) }
        guard stage == .temporary else { return }
        // Somebody at two places stays until the last of them.
        if let known = lastDays[person] {
            lastDays[person] = known.flatMap { known in row.end.map { max(known, $0) } }
        } else {
            lastDays[person] = row.end
        }
    }

    private static func stage(_ row: Placement, isRunning: Bool) -> CareerStage {
        guard isRunning else {
            return switch row.outcome {
            case .permanentJob: .permanent
            case .education: .toStudy
            default: .left
            }
        }
        if row.contractForm == .permanent { return .permanent }
        return switch row.kind {
        case .internship, .workLearning, .schoolLearning, .workExperience, .trial: .learning
        default: .temporary
        }
    }

    /// The digest; nil for nobody.
    func digest(_ period: ReportingPeriod?) -> CareerDigest? {
        guard !stages.isEmpty, let period else { return nil }
        func set(_ stage: CareerStage) -> KeySet { KeySet(stages.filter { $0.value == stage }.map(\.key)) }
        let until = period.end.adding(months: 3)
        return CareerDigest(
            learning: set(.learning), temporary: set(.temporary), permanent: set(.permanent), toStudy: set(.toStudy),
            left: set(.left), stayed: KeySet(stayed.filter { stages[$0] == .permanent }),
            ending: KeySet(
                lastDays.compactMap { person, day in
                    guard stages[person] == .temporary, let day, day <= until else { return nil }
                    return person
                }), jobAgreement: KeySet(Array(jobAgreement)))
    }
}

/// A lesson as a supplier tells it.
public struct LessonDigest: Codable, Hashable, Sendable {
    /// What was tried.
    public var tried: String
    /// What happened.
    public var happened: String
    /// What was learned.
    public var learned: String
    /// What comes next.
    public var next: String
}
