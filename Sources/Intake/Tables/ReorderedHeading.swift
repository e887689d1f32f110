import SocialReturnModel

/// The name of a column whose words stand in another order, or with words around them that tell nothing: `KvK-nr. werkgever`, `Code deelnemer`,
/// `Aantal uren per week`, `Verband met de opdracht`. Nothing else can be meant by it, so it is read as the name itself.
///
/// What has one word more (`Datum contract`), or a word in the place of another, is a question (``HeadingProposals``).
enum ReorderedHeading {
    /// The column of `table`, in which `names` are the folded names, that `heading` is so; nil when it is none.
    static func column(of heading: String, in table: TableID, named names: [String: Int]) -> Int? {
        // Brackets say something of their own, and single words have no order.
        guard table.isSubmission, heading.utf8.count <= longest, !heading.contains(where: { "([{<".contains($0) })
        else {
            return nil
        }
        let written = OwnHeadingWords(heading).words
        guard (2...mostWords + fillers.count).contains(written.count) else { return nil }
        let said = written.filter { !fillers.contains($0) }
        let subject = subjects[table]
        let readings = [written, said, said.filter { $0 != subject }]
        for (words, isBare) in readings.map({ ($0, false) })
            + readings.map({ ($0.filter { !counts.contains($0) }, true) })
        {
            guard (1...mostWords).contains(words.count) else { continue }
            let found = Set(orders(of: words).compactMap { names[$0] })
            guard found.count <= 1 else { return nil }
            guard let index = found.first else { continue }
            let column = AllTables.facts(table).columns[index]
            // `Aantal` goes without saying of a number, and `nummer` of that of an organisation.
            let left = isBare ? written.filter(counts.contains) : []
            guard left.allSatisfy({ column.kind == .kvk ? $0 == "nummer" : column.kind == .number && $0 == "aantal" })
            else { continue }
            return RefusedHeading(heading: heading, in: table) == nil ? index : nil
        }
        return nil
    }

    /// No name has more words.
    private static let mostWords = 4
    private static let longest = 60

    /// Words that tell nothing.
    private static let fillers: Set<String> = [
        "de", "het", "een", "van", "der", "den", "voor", "met", "bij", "hebben", "we", "wij", "the", "of",
    ]
    /// Words that tell nothing beside a number.
    private static let counts: Set<String> = ["aantal", "nummer"]

    /// What a row of each table is called: `Begindatum inzet` is no other day than `begindatum`.
    private static let subjects: [TableID: String] = [
        .placements: "inzet", .activities: "activiteit", .evidence: "bewijs", .conversations: "gesprek",
        .commitments: "afspraak", .obstacles: "knelpunt", .lessons: "leerpunt", .examples: "voorbeeld",
        .learningPlaces: "leerplek",
    ]

    /// `words` put together in every order.
    private static func orders(of words: [String]) -> [String] {
        guard words.count > 1 else { return words }
        return words.indices.flatMap { index -> [String] in
            var rest = words
            let first = rest.remove(at: index)
            return orders(of: rest).map { first + $0 }
        }
    }
}
