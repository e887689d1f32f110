import Parameters
import SocialReturnModel

/// A list of words that a rule looks for in free text.
///
/// A department can add words and exceptions in `woordenlijsten.csv` of the contract register. An object and no value, as a
/// ``Limit`` is.
public final class RuleWords: Sendable {
    /// The name in `woordenlijsten.csv`.
    public let key: String
    /// What the words are about.
    public let name: Text
    /// The edition since which the built-in list is used.
    public let since: RuleSet
    /// The built-in list.
    public let builtIn: WordList

    /// A list with its built-in words.
    public init(_ key: String, since: RuleSet, _ builtIn: WordList, name: Text) {
        self.key = key
        self.since = since
        self.builtIn = builtIn
        self.name = name
    }
}
