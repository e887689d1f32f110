import SocialReturnModel
import Valuations

/// One thing that was agreed under a contract, and how far it is.
public struct Goal: Sendable, Hashable {
    /// What the figures count.
    public let measure: Measure
    /// The agreed figure; nil where none was agreed, or nobody knows it.
    public let agreed: Amount?
    /// What this submission's accepted rows realise; nil where that cannot be told.
    public let thisPeriod: Amount?
    /// What earlier reports realised; nil when none were given or the measure does not add up over periods.
    public let earlier: Amount?
    /// Why there is no realised figure; empty when there is one.
    public let reasons: ValuationReasons
    /// How far it is, in a word.
    public let standing: Standing

    /// What was realised, this period and as far as known before.
    public var realised: Amount? {
        guard let thisPeriod else { return nil }
        return earlier.map { $0 + thisPeriod } ?? thisPeriod
    }

    /// What is still to be done; nil where it cannot be told.
    public var toDo: Amount? {
        guard let agreed, let realised else { return nil }
        return agreed.remaining(after: realised)
    }

    /// The realised part of the agreed figure; nil where it cannot be told.
    public var share: Double? {
        guard let agreed, let realised else { return nil }
        return realised.share(of: agreed)
    }
}

/// How a contract stands, for a reader with little time. A signal and no verdict.
public enum Standing: UInt8, BitwiseCopyable, CaseIterable, Hashable, Sendable {
    /// The agreed figure was reached.
    case reached
    /// What was realised keeps up with the term.
    case onCourse
    /// What was realised lags the term by more than the contract's tolerance.
    case behind
    /// No row of this period is about the contract.
    case nothingReported
    /// Rows of this period are about the contract, but none of them counts in it: no day, invoice or activity lies in period and term.
    case nothingCounts
    /// Rows of this period are about the contract, but all of them were set aside.
    case setAside
    /// Reports of earlier periods are not at hand, so that nobody can tell.
    case historyMissing
    /// The contract begins after the last day that is judged: nothing is expected of it yet.
    case notBegun
    /// What was realised cannot be told in the measure that was agreed.
    case notCountable
    /// Nothing that can be counted was agreed.
    case noFigure
    /// The contract is exempt.
    case exempt
    /// The register does not know the contract, or there is no register.
    case unknown

    /// The word for programs.
    public var code: String {
        switch self {
        case .reached: "gehaald"
        case .onCourse: "op_koers"
        case .behind: "loopt_achter"
        case .nothingReported: "niets_gemeld"
        case .nothingCounts: "niets_telt_mee"
        case .setAside: "apart_gezet"
        case .historyMissing: "eerder_onbekend"
        case .notBegun: "nog_niet_begonnen"
        case .notCountable: "niet_te_tellen"
        case .noFigure: "geen_getal"
        case .exempt: "vrijgesteld"
        case .unknown: "onbekend"
        }
    }

    /// The standing in a few words.
    public var name: Text {
        switch self {
        case .reached: Text(nl: "Gehaald", en: "Reached")
        case .onCourse: Text(nl: "Op koers", en: "On course")
        case .behind: Text(nl: "Loopt achter", en: "Behind")
        case .nothingReported: Text(nl: "Niets gemeld", en: "Nothing reported")
        case .nothingCounts: Text(nl: "Niets telt mee", en: "Nothing counts")
        case .setAside: Text(nl: "Alles apart gezet", en: "All set aside")
        case .historyMissing: Text(nl: "Eerder onbekend", en: "Earlier unknown")
        case .notBegun: Text(nl: "Nog niet begonnen", en: "Not begun yet")
        case .notCountable: Text(nl: "Niet te tellen", en: "Not countable")
        case .noFigure: Text(nl: "Geen getal", en: "No figure")
        case .exempt: Text(nl: "Vrijgesteld", en: "Exempt")
        case .unknown: Text(nl: "Afspraak onbekend", en: "Terms unknown")
        }
    }

    /// What the standing means, in one sentence.
    public var meaning: Text {
        switch self {
        case .reached: Text(nl: "De afspraak is gehaald.", en: "What was agreed was reached.")
        case .onCourse:
            Text(
                nl: """
                    Het gerealiseerde deel houdt het verstreken deel van de looptijd bij (ten hoogste 15 \
                    procentpunt achter, tenzij het register een andere grens noemt). Fte en plekken zijn een stand: \
                    die staan naast wat is afgesproken.
                    """,
                en: """
                    The realised part keeps up with the elapsed part of the term (at most 15 points behind, unless \
                    the register names another limit). FTE and places are a level at one moment: they are compared with what was agreed.
                    """)
        case .behind:
            Text(
                nl: """
                    Het gerealiseerde deel ligt meer dan 15 procentpunt achter op het verstreken deel van de \
                    looptijd, of een stand (fte, plekken) op wat is afgesproken. Het register kan een andere grens noemen.
                    """,
                en: """
                    The realised part is more than 15 points behind the elapsed part of the term, or a state (FTE, places) \
                    behind what was agreed. The register can name another limit.
                    """)
        case .nothingReported:
            Text(
                nl: "Deze inzending heeft geen inzet, sociale inkoop of activiteit bij dit contract.",
                en: "This submission has no placement, social purchase or activity under this contract.")
        case .nothingCounts:
            Text(
                nl:
                    "Deze inzending heeft rijen bij dit contract, maar geen dag of datum ervan telt mee in "
                    + "deze periode.",
                en: "This submission has rows under this contract, but no day or date of them counts in this period.")
        case .setAside:
            Text(
                nl: "De rijen bij dit contract hebben een fout en tellen niet mee.",
                en: "The rows under this contract have an error and do not count.")
        case .historyMissing:
            Text(
                nl: """
                    Het contract liep al vóór deze periode. Zonder de eerdere rapportages is niet te zeggen of het \
                    op koers ligt.
                    """,
                en: """
                    The contract ran before this period. Without the earlier reports nobody can tell whether it is \
                    on course.
                    """)
        case .notBegun:
            Text(
                nl: "De looptijd van het contract begint pas na de periode. Er wordt nog niets verwacht.",
                en: "The term of the contract begins after the period. Nothing is expected yet.")
        case .notCountable:
            Text(
                nl: "De afspraak is in een eenheid waarin deze inzending niet te tellen is.",
                en: "What was agreed is in a unit that this submission cannot be counted in.")
        case .noFigure: Text(nl: "Er is geen getal afgesproken.", en: "No figure was agreed.")
        case .exempt: Text(nl: "Het contract is vrijgesteld.", en: "The contract is exempt.")
        case .unknown:
            Text(
                nl: "Het contractregister ontbreekt of kent dit contract niet.",
                en: "The contract register is missing or does not know this contract.")
        }
    }

    /// The standing of a goal with `share` realised while `elapsed` of the term has passed; it may lag by `tolerance`.
    ///
    /// What grows (euros, hours, persons) is laid beside the part of the term that has passed; a state (full-time equivalents, places)
    /// beside what was agreed: half of the term is no reason for half of the places.
    public static func of(
        share: Double, elapsed: Double?, tolerance: Double, historyIsKnown: Bool, grows: Bool
    ) -> Standing {
        if share >= 1 { return .reached }
        guard grows else { return ((share + tolerance - 1) * 1e9).rounded() >= 0 ? .onCourse : .behind }
        guard historyIsKnown, let elapsed else { return .historyMissing }
        return ((share + tolerance - elapsed) * 1e9).rounded() >= 0 ? .onCourse : .behind
    }
}
