import Rules

/// The findings that a sheet shows: the first of each rule. All of them are counted.
struct FindingSelection: Sendable {
    /// The positions of the shown findings in the assessment, ascending.
    let indices: [Int]
    /// The number of findings of each rule, by its position in the catalogue.
    let countOfRule: [Int]
    /// How many findings of one rule are shown.
    let limit: Int

    /// How many findings of one rule *Bevindingen* shows. `bevindingen.json` has all of them.
    static let standardLimit = 1_000

    /// The first `limit` of each rule among `findings`.
    init(_ findings: Findings, limit: Int = standardLimit) {
        var counts = [Int](repeating: 0, count: Catalogue.positionCount)
        var indices: [Int] = []
        for (index, finding) in findings.all.enumerated() {
            if counts[Int(finding.rule)] < limit { indices.append(index) }
            counts[Int(finding.rule)] += 1
        }
        self.indices = indices
        countOfRule = counts
        self.limit = limit
    }

    /// The rules that have more findings than are shown, by their position in the catalogue.
    var cutRules: [Int] { countOfRule.indices.filter { countOfRule[$0] > limit } }
}
