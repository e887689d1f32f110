import SocialReturnModel

/// Which column somebody may mean by a heading of its own: `Datum in dienst`, `Uren p.w.`, `begindautm`.
///
/// A proposal is a question and no reading: the values below such a heading are not used until somebody answers it.
struct HeadingProposals: Sendable {
    /// The proposals for all tables of a submission.
    static let shared = HeadingProposals(OwnWordLines.headings)

    /// How sure a proposal is.
    enum Basis: CaseIterable, Sendable {
        /// The heading is known as an own word for the column, or is its name in other words.
        case word
        /// The heading is the column's name with a mistake of the fingers.
        case misspelling
    }

    /// The columns of each table by the folded own headings that are known.
    private let words: [TableID: [String: Int]]
    /// The names and known headings of each table that are long enough to be misspelt, with their columns.
    private let spellings: [TableID: [(word: SpelledWord, column: Int)]]

    init(_ list: OwnWordLines) {
        var words: [TableID: [String: Int]] = [:]
        for line in list.lines where line.count >= 3 {
            for (table, column) in Self.columns(line[2], of: line[1]) where words[table]?[line[0]] == nil {
                words[table, default: [:]][line[0]] = column
            }
        }
        self.words = words
        spellings = TableID.submission.reduce(into: [:]) { spellings, table in
            let facts = AllTables.facts(table)
            var all = words[table, default: [:]]
            for (index, column) in facts.columns.enumerated() {
                for name in [column.name] + column.aliases { all[FoldedName.fold(name)] = index }
            }
            spellings[table] = all.filter { $0.key.utf8.count >= Self.shortestMisspelt }
                .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
                .map { (word: SpelledWord($0.key), column: $0.value) }
        }
    }

    /// A shorter word has too many neighbours to be one with a mistake.
    private static let shortestMisspelt = 6
    /// The rest of a heading without its neutral words says too little when it is shorter, unless it is the name of a column.
    private static let shortestRest = 6

    /// The columns called `name` of the table called `table`, which stands for all tables when it is `*`.
    static func columns(_ name: String, of table: String) -> [(table: TableID, column: Int)] {
        TableID.submission.compactMap { id in
            let facts = AllTables.facts(id)
            guard table == "*" || facts.fileName == table + ".csv" else { return nil }
            return facts.index(of: name).map { (id, $0) }
        }
    }

    /// The column of `table` that `heading` may stand for on a basis; nil when none is clear. `isFree` tells which columns the file lacks.
    func column(for heading: String, of table: TableID, _ basis: Basis, where isFree: (Int) -> Bool) -> Int? {
        switch basis {
        case .word: column(byWord: heading, of: table, where: isFree)
        case .misspelling: column(byMisspelling: heading, of: table, where: isFree)
        }
    }

    /// The column of `table` that `heading` may stand for, by a word that is known; nil when none is clear. `isFree` tells which columns the
    /// file lacks: for another one there is nothing to propose.
    func column(byWord heading: String, of table: TableID, where isFree: (Int) -> Bool) -> Int? {
        guard let known = words[table], heading.utf8.count <= HeadingName.longest else { return nil }
        let name = HeadingName(heading)
        for spelling in [name.folded, name.unbracketed, name.plain] {
            if let column = spelling.flatMap({ known[$0] }), isFree(column) { return column }
        }
        if let bare = HeadingName.bare(heading),
            let column = known[bare] ?? HeadingIndex.shared.column(HeadingName(verbatim: bare), of: table),
            isFree(column)
        {
            return column
        }
        let written = OwnHeadingWords(heading)
        let rests = [written.words, written.withoutNeutral(), written.withoutNeutral(in: table)]
        for (position, words) in rests.enumerated() {
            let joined = words.joined()
            guard !joined.isEmpty else { continue }
            let column =
                known[joined] ?? HeadingIndex.shared.column(HeadingName(verbatim: joined), of: table)
            guard let column, isFree(column) else { continue }
            let isName = FoldedName.fold(AllTables.facts(table).columns[column].name) == joined
            if position == 0 || isName || joined.utf8.count >= Self.shortestRest { return column }
        }
        return nil
    }

    /// The column of `table` whose name `heading` is with a mistake of the fingers; nil when there is none, or more than one.
    func column(byMisspelling heading: String, of table: TableID, where isFree: (Int) -> Bool) -> Int? {
        guard heading.utf8.count <= Self.longestMisspelt else { return nil }
        let name = HeadingName(heading)
        for typed in [name.folded, name.plain].compactMap(\.self) where typed.utf8.count >= Self.shortestMisspelt - 1 {
            let typed = SpelledWord(typed)
            var best: (mistakes: Int, columns: Set<Int>) = (.max, [])
            for (word, column) in spellings[table] ?? [] where isFree(column) {
                guard let mistakes = EditDistance.mistakes(typed, word), mistakes <= best.mistakes else { continue }
                best = mistakes < best.mistakes ? (mistakes, [column]) : (mistakes, best.columns.union([column]))
            }
            if best.columns.count == 1 { return best.columns.first }
        }
        return nil
    }

    /// No name of a column is longer.
    private static let longestMisspelt = 48
}

/// A heading as words, with what is written short written out.
struct OwnHeadingWords {
    /// The words, folded.
    let words: [String]

    init(_ heading: String) {
        var words: [String] = []
        // Letters that stand alone belong together: `k.v.k.`, `p/w`.
        var letters = ""
        for part in heading.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "%" }) {
            let word = FoldedName.fold(String(part))
            if word.utf8.count == 1, word.utf8.allSatisfy({ $0 >= 0x61 }) {
                letters += word
                continue
            }
            if !letters.isEmpty { words += Self.writtenOut(letters) }
            letters = ""
            words += Self.writtenOut(word)
        }
        if !letters.isEmpty { words += Self.writtenOut(letters) }
        self.words = words
    }

    /// The words that say which column it is: without articles and periods, and without words for what the whole of `table` is about.
    func withoutNeutral(in table: TableID? = nil) -> [String] {
        let subjects = table.flatMap { Self.subjects[$0] } ?? []
        return words.filter { !Self.neutral.contains($0) && !subjects.contains($0) && !Self.isPeriod($0) }
    }

    private static func writtenOut(_ word: String) -> [String] {
        if let whole = short[word] { return whole }
        if word.utf8.count > 3 {
            if word.hasSuffix("nr") { return [word.dropLast(2) + "nummer"] }
            if word.hasSuffix("dat") { return [word + "um"] }
        }
        return [word]
    }

    /// `2026`, `q1`, `kw2`, `h1`.
    private static func isPeriod(_ word: String) -> Bool {
        let digits = word.utf8.reversed().prefix { $0 &- 0x30 <= 9 }.count
        return digits > 0 && digits <= 4 && ["", "q", "k", "h", "kw", "p"].contains(word.dropLast(digits))
    }

    private static let short: [String: [String]] = [
        "nr": ["nummer"], "no": ["nummer"], "num": ["nummer"], "dat": ["datum"], "dd": ["datum"], "ex": ["excl"],
        "exl": ["excl"], "exclusief": ["excl"], "inclusief": ["incl"], "inc": ["incl"], "wk": ["week"],
        "pw": ["per", "week"], "pwk": ["per", "week"], "mw": ["medewerker"], "mdw": ["medewerker"],
        "medew": ["medewerker"], "pers": ["personeels"], "fact": ["factuur"], "omschr": ["omschrijving"],
        "doc": ["document"], "lev": ["leverancier"], "crediteuren": ["crediteur"], "toel": ["toelichting"],
        "opm": ["opmerking"], "perc": ["percentage"], "pct": ["percentage"], "gem": ["gemiddeld"], "tm": ["totenmet"],
        "kand": ["kandidaat"], "inz": ["inzet"], "contr": ["contract"], "dv": ["dienstverband"],
        "dvb": ["dienstverband"],
    ]

    private static let neutral: Set<String> = [
        "de", "het", "een", "van", "voor", "der", "den", "bij", "aantal", "totaal", "sr", "sroi", "social", "return",
        "ja", "nee", "jn", "kwartaal", "rijk",
    ]

    private static let subjects: [TableID: Set<String>] = [
        .placements: ["inzet", "plaatsing", "traject", "dienstverband"], .purchases: ["factuur", "inkoop"],
        .activities: ["activiteit", "activiteiten"], .evidence: ["bewijs", "bewijsstuk", "document"],
        .conversations: ["gesprek", "overleg"], .commitments: ["afspraak"], .obstacles: ["knelpunt"],
        .lessons: ["leerpunt"], .examples: ["voorbeeld"], .learningPlaces: ["leerplek", "plek", "plekken"],
        .cover: ["rapportage"],
    ]
}
