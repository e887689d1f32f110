import SocialReturnModel

/// The stories that somebody has read: what `verhalen.csv` of the register says.
struct ReadStories: Sendable {
    private var keys: Set<Key> = []

    struct Key: Hashable, Sendable {
        let contract: Symbol
        let title: String

        /// What a story is known by: its contract and its title, without regard to case, blanks and signs.
        init?(_ contract: Symbol?, _ title: String) {
            let folded = FoldedName.fold(title)
            guard let contract, !folded.isEmpty else { return nil }
            (self.contract, self.title) = (contract, folded)
        }
    }

    init() {}

    init(_ table: TableData<RegisterStory>?) {
        guard let table else { return }
        for index in table.acceptedIndices where !table.rows[index].sharedBy.isEmpty {
            let row = table.rows[index]
            if let key = Key(row.contract, table.source.text(row.title)) { keys.insert(key) }
        }
    }

    func holds(_ contract: Symbol?, _ title: String) -> Bool { Key(contract, title).map(keys.contains) ?? false }
}
