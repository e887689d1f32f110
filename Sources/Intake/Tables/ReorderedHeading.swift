import SocialReturnModel

/// The name of a column whose words stand in another order, or with words around them that tell nothing: `KvK-nr. werkgever`, `Code deelnemer`,
/// `Aantal uren per week`, `Verband met de opdracht`. Nothing else can be meant by it, so it is read as the name itself.
///
/// What has one word more (`Datum contract`), or a word in the place of another, is a question (``HeadingProposals``).
enum ReorderedHeading {
    /// A heading in words, made once for all tables.
    struct Written: Sendable {
        fileprivate let words: [Word]

        fileprivate struct Word: Sendable {
            let text: String
            let sum: UInt64
            let isFiller: Bool
            let isCount: Bool
        }

        /// nil for what is no such heading: brackets say something of their own, and single words have no order.
        init?(_ heading: String) {
            guard heading.utf8.count <= longest, !heading.utf8.contains(where: { "([{<".utf8.contains($0) }) else {
                return nil
            }
            let words = OwnHeadingWords(heading).words
            guard (2...mostWords + fillers.count).contains(words.count) else { return nil }
            self.words = words.map {
                Word(text: $0, sum: letters(of: $0), isFiller: fillers.contains($0), isCount: counts.contains($0))
            }
        }
    }

    /// What is the same for all words of the same letters, in whatever order: only a heading with the letters of a name is worth putting
    /// together in every order, of which a row of headings can have thousands.
    static func letters(of word: String) -> UInt64 {
        word.utf8.reduce(0) { $0 &+ (UInt64($1) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64($1) << 17) &* 0xBF58_476D_1CE4_E5B9 }
    }

    /// The column of `table`, in which `names` are the folded names and `letters` what those have for letters, that `heading` is so; nil when
    /// it is none.
    static func column(
        of heading: String, _ written: Written?, in table: TableID, named names: [String: Int], _ letters: Set<UInt64>
    ) -> Int? {
        guard table.isSubmission, let written else { return nil }
        let subject = subjects[table]
        for isBare in [false, true] {
            for reading in 0..<3 {
                func isSaid(_ word: Written.Word) -> Bool {
                    !(isBare && word.isCount || reading > 0 && word.isFiller || reading > 1 && word.text == subject)
                }
                var (count, sum) = (0, UInt64(0))
                for word in written.words where isSaid(word) { (count, sum) = (count + 1, sum &+ word.sum) }
                guard (1...mostWords).contains(count), letters.contains(sum) else { continue }
                let found = Set(orders(of: written.words.filter(isSaid).map(\.text)).compactMap { names[$0] })
                guard found.count <= 1 else { return nil }
                guard let index = found.first else { continue }
                let column = AllTables.facts(table).columns[index]
                // `Aantal` goes without saying of a number, and `nummer` of that of an organisation.
                let left = isBare ? written.words.filter(\.isCount).map(\.text) : []
                guard
                    left.allSatisfy({ column.kind == .kvk ? $0 == "nummer" : column.kind == .number && $0 == "aantal" })
                else { continue }
                return RefusedHeading(heading: heading, in: table) == nil ? index : nil
            }
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
