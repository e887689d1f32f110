import Maatwerk

extension Failure {
    /// The sentence for a result that could not be used: which, what and the remedy.
    static func text(_ result: SkippedResult) -> String {
        let text = result.text
        return Say.text(nl: "\(result.name): \(text.nl)", en: "\(result.name): \(text.en)")
    }
}
