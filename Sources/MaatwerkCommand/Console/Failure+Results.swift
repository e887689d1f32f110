import Maatwerk

extension Failure {
    /// The sentence for a result that could not be used: which, what and the remedy.
    static func text(_ result: SkippedResult) -> String {
        let text = result.text
        return Say.text(nl: "\(result.name): \(text.nl)", en: "\(result.name): \(text.en)")
    }

    /// The sentence for a folder at `path` that is no result with a report, where one is asked for.
    static func noReport(_ path: String) -> String {
        let results = Verification.results(in: path)
        if let first = results.first, first != path {
            return Say.text(
                nl: "\(safe(path)) is een map met resultaten. Geef er één, bijvoorbeeld \(safe(first)).",
                en: "\(safe(path)) is a folder of results. Give one of them, for example \(safe(first)).")
        }
        return Say.text(
            nl: "In \(safe(path)) staat geen \(ResultLayout.report). Geef een map die maatwerk convert heeft gemaakt.",
            en: "There is no \(ResultLayout.report) in \(safe(path)). Give a folder that maatwerk convert made.")
    }
}
