import Parameters
import SocialReturnModel

/// Limits and word lists that rules use. Each is this tool's default; a number that a contract or table gives goes first.
public struct RuleParameters: Sendable {
    /// Groups of fewer persons are not shown in totals.
    public var smallestGroup = 5
    /// Hours a week that nobody can work.
    public var impossibleWeeklyHours = Quantity(168)
    /// Hours a week above which a person must look.
    public var unusualWeeklyHours = Quantity(60)
    /// By how much a reported value may differ from ours, unless the obligation says otherwise.
    public var valueTolerance = Cents(100)
    /// The share of disabled or disadvantaged employees, in per cent, that a contract can be reserved from (Public Procurement Act,
    /// article 2.82).
    public var reservedShare = Quantity(30)
    /// Months for which a PSO certificate is given at most.
    public var psoMonths = 24
    /// Full-time weeks that valuation tables count with, in hours.
    public var fullTimeNorms = [Quantity(36), Quantity(40)]
    /// Words that name an illness or treatment.
    public var medicalTerms: WordList
    /// Words of criminal law.
    public var criminalTerms: WordList
    /// Words that name an extract of the target group register.
    public var registerExtractTerms: WordList

    /// This tool's defaults and its built-in word lists.
    public static let standard = RuleParameters(
        medicalTerms: .medicalTerms, criminalTerms: .criminalTerms, registerExtractTerms: .registerExtractTerms)
}
