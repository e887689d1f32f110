import DelimitedText
import SocialReturnModel

/// The part of a file or sheet that is one table: its headings and the records that belong to them.
struct TableRegion {
    /// The table.
    let table: TableID
    /// The record with the headings; -1 when there are no records, the first with a value when none names two columns.
    let header: Int
    /// The records below the headings, up to the next table.
    let records: Range<Int>
    /// Whether it is the table that the file or sheet is called after, or the only one.
    var isMain = true
    /// The records among them that repeat the headings.
    var repeatedHeadings: Set<Int> = []
    /// The records above the headings that look like rows: whoever sorts a sheet can leave the headings in the middle.
    var rowsAbove: [Int] = []
    /// The records above the headings that are titles, and the headings themselves.
    var titles: [Int] = []
    /// The records among ``records`` that are titles of the sheet on which the table goes on.
    var titlesWithin: Set<Int> = []

    /// The records that are rows, as ranges without the titles among them.
    var ranges: [Range<Int>] {
        var ranges: [Range<Int>] = []
        var first = records.lowerBound
        for title in titlesWithin.sorted() {
            if title > first { ranges.append(first..<title) }
            first = title + 1
        }
        ranges.append(first..<max(records.upperBound, first))
        return ranges
    }

    /// Whether `record` belongs to the table, titles above it included.
    func holds(_ record: Int) -> Bool {
        records.contains(record) || record == header
            || record >= 0 && record < header && !(rowsAbove.isEmpty && titles.count <= 1)
    }

    /// Calls `body` with each record that can be a row, in order: those above the headings that look like rows, and those below.
    func forEachRow(_ body: (Int) -> Void) {
        rowsAbove.forEach(body)
        for range in ranges { range.forEach(body) }
    }
}

extension TableRegion {
    /// The tables in `cells`. The first is the one that the file or sheet is called after, or else that of which most required columns
    /// are named; empty when `cells` are no table at all.
    ///
    /// - Parameters:
    ///   - named: The table whose name the file or sheet has.
    ///   - index: The headings that are known.
    static func regions(
        of cells: DelimitedTable, named: TableID?, _ index: HeadingIndex = .shared
    ) -> [TableRegion] {
        let search = HeadingSearch(cells, index)
        guard let table = named ?? mainTable(of: search) else { return [] }
        let main = header(of: table, in: search)
        var marks: [(table: TableID, record: Int)] = []
        var repeated: Set<Int> = []
        if let main {
            let layout = main.fieldOfColumn(in: table)
            for candidate in search.candidates where candidate.record != main.record {
                if let other = otherTable(candidate, than: table) {
                    marks.append((other, candidate.record))
                } else if candidate.record > main.record, isAgain(candidate, table) {
                    // The same headings in another order are the table once more, whose values stand elsewhere.
                    let again = candidate.fieldOfColumn(in: table)
                    if again.allSatisfy({ layout[$0.key] == $0.value }) {
                        repeated.insert(candidate.record)
                    } else {
                        marks.append((table, candidate.record))
                    }
                }
            }
        }
        let header = main?.record ?? ownHeader(of: table, in: cells, index) ?? -1
        marks.append((table, header))
        marks.sort { $0.record < $1.record }
        // A title right above the headings of a table belongs to that one.
        let titles = marks.indices.map { index in
            index == 0 ? [] : titlesAbove(marks[index].record, below: marks[index - 1].record, in: cells)
        }
        let ends =
            marks.indices.dropFirst().map { titles[$0].first ?? marks[$0].record } + [
                max(cells.recordCount, header + 1)
            ]
        var regions = marks.indices.map { index in
            let first = marks[index].record + 1
            return TableRegion(
                table: marks[index].table, header: marks[index].record, records: first..<max(ends[index], first),
                titles: titles[index])
        }
        for index in regions.indices {
            let records = regions[index].records
            regions[index].repeatedHeadings = repeated.filter(records.contains)
        }
        if let first = marks.first, first.record > 0 {
            if main != nil { regions[0].rowsAbove = rowsAbove(first.record, in: cells) }
            let rows = Set(regions[0].rowsAbove)
            regions[0].titles = (0..<first.record).filter { !rows.contains($0) }
        }
        for index in regions.indices where regions[index].header >= 0 {
            regions[index].titles.append(regions[index].header)
        }
        // The table that the file is called after comes first.
        let own = regions.firstIndex { $0.header == header } ?? 0
        for index in regions.indices where index != own { regions[index].isMain = false }
        return [regions[own]] + regions[..<own] + regions[(own + 1)...]
    }

    /// The table of which `search` found most columns, two required ones at least; nil when there is none. The cover's columns can stand
    /// in any table, so that any other takes precedence over it.
    ///
    /// All columns count: `contractnummer`, `eigenaar` and `omschrijving` are required columns of one table, and the other headings beside
    /// them tell that they belong to another.
    private static func mainTable(of search: HeadingSearch) -> TableID? {
        var best: (table: TableID, named: Int, required: Int)?
        for table in TableID.submission.filter({ $0 != .cover }) + [.cover] {
            let facts = AllTables.facts(table)
            for candidate in search.candidates {
                let required = candidate.requiredColumns(of: facts)
                guard required >= 2, table != .cover || best.map({ $0.table == .cover }) ?? true else { continue }
                let named = candidate.fieldOfColumn(in: table).count
                if (named, required) > (best?.named ?? 0, best?.required ?? 0) { best = (table, named, required) }
            }
        }
        return best?.table
    }

    /// The first record that names most columns of `table`; nil when none names two.
    private static func header(of table: TableID, in search: HeadingSearch) -> HeadingSearch.Candidate? {
        var best: (candidate: HeadingSearch.Candidate, count: Int)?
        for candidate in search.candidates {
            let count = candidate.fieldOfColumn(in: table).count
            if count >= 2, count > best?.count ?? 1 { best = (candidate, count) }
        }
        return best?.candidate
    }

    /// The record whose headings are own words for columns of `table`, two of them at least; else the first with a value. Nil when there is
    /// none.
    ///
    /// It is only asked for where no record names two columns: then somebody wrote the whole table in words of its own.
    private static func ownHeader(of table: TableID, in cells: DelimitedTable, _ index: HeadingIndex) -> Int? {
        var first: Int?
        var best: (record: Int, count: Int) = (-1, 1)
        var looked = 0
        for record in 0..<cells.recordCount where !cells.isBlank(record) {
            first = first ?? record
            let named = OwnHeadingCount(cells, record, table, index)
            if named.known + named.proposed > best.count { best = (record, named.known + named.proposed) }
            looked += 1
            if looked == HeadingSearch.depth { break }
        }
        return best.record >= 0 ? best.record : first
    }

    /// The table other than `table` that a record announces: it names more columns of that one, all of its required columns or three,
    /// and little else.
    private static func otherTable(_ candidate: HeadingSearch.Candidate, than table: TableID) -> TableID? {
        guard table.isSubmission, candidate.fields.count * 5 >= candidate.filled * 3 else { return nil }
        let own = candidate.fieldOfColumn(in: table).count
        var best: (table: TableID, count: Int)?
        for other in TableID.submission where other != table {
            let facts = AllTables.facts(other)
            let count = candidate.fieldOfColumn(in: other).count
            guard count > own, candidate.requiredColumns(of: facts) >= 2, count >= 3 || candidate.isComplete(for: facts)
            else { continue }
            if count > best?.count ?? 0 { best = (other, count) }
        }
        return best?.table
    }

    /// Whether most values of a record are headings of `table`.
    private static func isAgain(_ candidate: HeadingSearch.Candidate, _ table: TableID) -> Bool {
        let own = candidate.fieldOfColumn(in: table).count
        return own >= 2 && own * 5 >= candidate.filled * 3
    }

    /// The records right before `header` in which one text stands, of several words; three at most, and none that is next to the headings
    /// of the table above.
    private static func titlesAbove(_ header: Int, below last: Int, in cells: DelimitedTable) -> [Int] {
        var titles: [Int] = []
        var record = header - 1
        while record > last + 1, titles.count < 3 {
            if !cells.isBlank(record) {
                guard filledFields(cells, record) == 1, isTitle(cells, record) else { break }
                titles.append(record)
            }
            record -= 1
        }
        return titles.reversed()
    }

    private static func isTitle(_ cells: DelimitedTable, _ record: Int) -> Bool {
        (0..<cells.fieldCount(of: record)).contains { field in
            cells.withTrimmedCell(record, field) { cell in
                cell.contains(0x20) && cell.contains { ($0 | 0x20) &- 0x61 < 26 }
            }
        }
    }

    /// The records before `header` that have half as many values as the headings, and three at least: a title has fewer.
    private static func rowsAbove(_ header: Int, in cells: DelimitedTable) -> [Int] {
        let least = max(3, (filledFields(cells, header) + 1) / 2)
        return (0..<header).filter { record in
            let filled = filledFields(cells, record)
            return filled >= least && fieldsWithDigits(cells, record) >= (filled > 3 ? 2 : 1)
        }
    }

    /// How many fields hold a digit: an explanation of each column has words, a row of data numbers and days.
    private static func fieldsWithDigits(_ cells: DelimitedTable, _ record: Int) -> Int {
        (0..<cells.fieldCount(of: record)).count { field in
            cells.withCell(record, field) { cell in cell.contains { $0 &- 0x30 <= 9 } }
        }
    }

    /// How many fields of `record` hold a value.
    static func filledFields(_ cells: DelimitedTable, _ record: Int) -> Int {
        (0..<cells.fieldCount(of: record)).count { !cells.isBlank(record, $0) }
    }
}
