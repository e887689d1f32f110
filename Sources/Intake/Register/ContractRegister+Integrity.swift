import SocialReturnModel

/// A row of the register that says again what an earlier row says. It counts nowhere; the earlier row does.
public struct RegisterDouble: BitwiseCopyable, Sendable, Hashable {
    /// The later row, at the column by which it is known.
    public let place: Place
    /// The number of the row that counts, as a spreadsheet program shows it.
    public let firstRow: Int
}

/// A contract whose number is that of an earlier one but for blanks, hyphens, strokes and zeros in front. Both count.
public struct RegisterLikeness: Sendable, Hashable {
    /// The later row, at the column with the number.
    public let place: Place
    /// The number of the earlier row, as a spreadsheet program shows it.
    public let firstRow: Int
}

extension ContractRegister {
    /// Takes out the rows that are there already and finds those that refer to nothing. One pass over each table.
    ///
    /// A double contract is set aside and stays in its table: a supplier may know it by its own row.
    ///
    /// A key that stands twice would give a contract another's title, a supplier two names, or an obligation double; which row is meant
    /// only its keeper knows, so the first one stands.
    mutating func settle() {
        // An overview lays contracts beside reports without regard to the case of any letter.
        let symbols = symbols
        dropDoubles(\.contracts, at: \.id) { $0.id.map { symbols[$0].lowercased() } }
        findLikenesses()
        dropDoubles(\.suppliers, at: \.kvk) { $0.kvk }
        dropDoubles(\.partners, at: \.kvk) { $0.kvk }
        dropDoubles(\.subcontractors, at: \.kvk) { row in
            row.contract.flatMap { contract in row.kvk.map { Listing(contract: contract, organisation: $0) } }
        }
        // A contract can have many obligations, but not the same one twice.
        if let table = obligations {
            drop(table.sameRows(among: table.rows.indices), from: \.obligations, at: \.contract)
        }
        dropDoubleSettings()
        dropDoubles(\.headings, at: \.heading) { [headings] row in headings.flatMap { OwnHeadings.Key(row, $0.source) }
        }
        dropDoubles(\.stories, at: \.title) { [stories] row in
            stories.flatMap { ReadStories.Key(row.contract, $0.source.text(row.title)) }
        }
        if let table = helpAnswers {
            drop(table.sameRows(among: table.rows.indices), from: \.helpAnswers, at: \.answer)
        }
        if let table = trades { drop(table.sameRows(among: table.rows.indices), from: \.trades, at: \.name) }
        if let table = regions { drop(table.sameRows(among: table.rows.indices), from: \.regions, at: \.name) }
        dropDoubles(\.recordedDecisions, at: \.topic) { [recordedDecisions] row in
            recordedDecisions.map { Decision(row, $0.source, symbols).key }
        }
        if let table = words { drop(table.sameRows(among: table.rows.indices), from: \.words, at: \.word) }
        findReferencesToNothing()
        findRowsOfNothing()
    }

    private struct Listing: Hashable {
        let contract: Symbol
        let organisation: KvKNumber
    }

    private mutating func dropDoubles<Row: TableRow, Key: Hashable>(
        _ path: WritableKeyPath<ContractRegister, TableData<Row>?>, at column: PartialKeyPath<Row>, _ key: (Row) -> Key?
    ) {
        guard let table = self[keyPath: path] else { return }
        var firsts: [Key: Int] = [:]
        var found: [(later: Int, first: Int)] = []
        for index in table.rows.indices {
            guard let key = key(table.rows[index]) else { continue }
            if let first = firsts[key] { found.append((index, first)) } else { firsts[key] = index }
        }
        drop(found, from: path, at: column)
    }

    /// A limit can have one value after another, but not two on one day.
    private mutating func dropDoubleSettings() {
        guard let table = settings else { return }
        var spans: [SettingKey: DaySpans] = [:]
        var found: [(later: Int, first: Int)] = []
        for index in table.rows.indices {
            let row = table.rows[index]
            guard let key = row.key else { continue }
            let name = SettingKey(contract: row.contract, name: FoldedName.fold(symbols[key]))
            let (from, through) = (row.validFrom ?? .first, row.validThrough ?? .last)
            if let first = spans[name, default: DaySpans()].insert(from, through, owner: index) {
                found.append((index, first))
            }
        }
        drop(found, from: \.settings, at: \.key)
    }

    private struct SettingKey: Hashable {
        let contract: Symbol?
        let name: String
    }

    /// Takes the later rows of `found`, ascending, out of a table, and keeps what there is to say of them.
    private mutating func drop<Row: TableRow>(
        _ found: [(later: Int, first: Int)], from path: WritableKeyPath<ContractRegister, TableData<Row>?>,
        at column: PartialKeyPath<Row>
    ) {
        guard !found.isEmpty, var table = self[keyPath: path] else { return }
        let reference = ColumnReference(column)
        doubles += found.map { pair in
            RegisterDouble(place: table.place(pair.later, reference), firstRow: table.row(of: pair.first))
        }
        var isLater = Array(repeating: false, count: table.rows.count)
        for pair in found { isLater[pair.later] = true }
        guard table.source.id != .contracts else {
            table.isSetAside = isLater
            return self[keyPath: path] = table
        }
        let kept = isLater.indices.filter { !isLater[$0] }
        table.rows = kept.map { table.rows[$0] }
        table.records = kept.map { table.records[$0] }
        table.isSetAside = kept.map { table.isSetAside[$0] }
        self[keyPath: path] = table
    }

    /// Two numbers of one contract may be two contracts, which only the keeper of the register knows: both count, and it is asked.
    private mutating func findLikenesses() {
        guard let contracts else { return }
        var firsts: [String: Int] = [:]
        let reference = ColumnReference(\Contract.id)
        for index in contracts.acceptedIndices {
            guard let id = contracts.rows[index].id else { continue }
            let key = ReferenceWriting.key(symbols[id])
            contractsByWriting[key] = .some(firsts[key] == nil ? id : nil)
            if let first = firsts[key] {
                likenesses.append(
                    RegisterLikeness(place: contracts.place(index, reference), firstRow: contracts.row(of: first)))
            } else {
                firsts[key] = index
            }
        }
    }

    /// Rows without what they are known by: in a spreadsheet program a merged cell fills only the first of its rows.
    private mutating func findRowsOfNothing() {
        find(in: contracts, at: \.id, into: \.rowsOfNothing) { $0.id == nil }
        find(in: obligations, at: \.contract, into: \.rowsOfNothing) { $0.contract == nil }
        find(in: subcontractors, at: \.contract, into: \.rowsOfNothing) { $0.contract == nil }
        find(in: suppliers, at: \.kvk, into: \.rowsOfNothing) { $0.kvk == nil }
        find(in: partners, at: \.kvk, into: \.rowsOfNothing) { $0.kvk == nil }
    }

    private mutating func findReferencesToNothing() {
        let known = Set((contracts?.rows ?? []).compactMap(\.id))
        find(in: obligations, at: \.contract) { $0.contract.map { !known.contains($0) } ?? false }
        find(in: subcontractors, at: \.contract) { $0.contract.map { !known.contains($0) } ?? false }
        find(in: helpAnswers, at: \.contract) { $0.contract.map { !known.contains($0) } ?? false }
        find(in: stories, at: \.contract) { $0.contract.map { !known.contains($0) } ?? false }
        find(in: recordedDecisions, at: \.contract) { $0.contract.map { !known.contains($0) } ?? false }
        let organisations = Set((suppliers?.rows ?? []).compactMap(\.kvk))
        // A register without a list of suppliers refers to none.
        guard !organisations.isEmpty else { return }
        find(in: contracts, at: \.supplier) { $0.supplier.map { !organisations.contains($0) } ?? false }
    }

    private mutating func find<Row: TableRow>(
        in table: TableData<Row>?, at column: PartialKeyPath<Row>,
        into places: WritableKeyPath<ContractRegister, [Place]> = \.referencesToNothing,
        _ refersToNothing: (Row) -> Bool
    ) {
        guard let table else { return }
        let reference = ColumnReference(column)
        self[keyPath: places] += table.acceptedIndices.filter { refersToNothing(table.rows[$0]) }
            .map { table.place($0, reference) }
    }
}
