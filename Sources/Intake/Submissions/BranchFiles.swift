import DelimitedText
import Plumbing
import SocialReturnModel

/// Files that hold one table together: a file of text or a workbook for each branch, team or month, as their names tell. Two versions of one file are
/// none.
enum BranchFiles {
    /// The positions, among `grids`, of the files and sheets that are read together, for each table that has several.
    ///
    /// - Parameter covers: what the covers of workbooks say: those of two suppliers or periods hold nothing together.
    static func groups(of grids: [Grid], _ covers: CoverKeys) -> [[Int]] {
        var byTable: [TableID: [Int]] = [:]
        for (index, grid) in grids.enumerated()
        where grid.correction == nil && grid.regions.count == 1 && grid.isWhole {
            guard grid.regions[0].table != .cover, grid.hasRows(grid.regions[0]) else { continue }
            byTable[grid.regions[0].table, default: []].append(index)
        }
        let tables = byTable.sorted { $0.key < $1.key }.map {
            $0.value.sorted { (grids[$0].basis, $0) < (grids[$1].basis, $1) }
        }
        .filter { $0.count > 1 }
        // Of a workbook that has a row of another one all sheets are versions, also those that have none.
        let versions = tables.filter { table in
            table.allSatisfy { grids[$0].sheet != nil } && !isCopied(table, grids) && shareRows(table.map { grids[$0] })
        }
        .flatMap { table in table.map { grids[$0].file.shownName } }
        return tables.filter { table in
            let parts = table.map { grids[$0] }
            guard parts.allSatisfy({ $0.sheet == nil }) || areSheetsOfFiles(parts, covers),
                parts.allSatisfy({ $0.sheet == nil || !versions.contains($0.file.shownName) })
            else { return false }
            return areNamedAsParts(parts) && !shareRows(parts)
        }
    }

    /// Whether a table stands in several workbooks, each of which has it once, counts its days as the others do, and is of the same supplier and
    /// period.
    private static func areSheetsOfFiles(_ grids: [Grid], _ covers: CoverKeys) -> Bool {
        let names = grids.map(\.file.shownName)
        return grids.allSatisfy { $0.sheet != nil } && Set(names).count == names.count
            && Set(grids.map { $0.sheet?.startsIn1904 }).count == 1 && covers.agree(names)
    }

    /// Whether all of a table's sheets hold the very same: then they are copies, and tell nothing of the workbooks.
    private static func isCopied(_ table: [Int], _ grids: [Grid]) -> Bool {
        table.dropFirst().allSatisfy { grids[$0].holdsTheSame(as: grids[table[0]]) }
    }

    /// Whether the names tell parts of a whole.
    private static func areNamedAsParts(_ grids: [Grid]) -> Bool {
        guard grids[0].sheet != nil || Set(grids.map { $0.cells.detection.separator.byte }).count == 1 else {
            return false
        }
        let names = grids.map { words(of: $0.file) }
        let shared = names.dropFirst().reduce(Set(names[0])) { $0.intersection($1) }
        let own = names.map { $0.filter { !shared.contains($0) } }
        guard own.count(where: \.isEmpty) <= 1, Set(own).count == own.count else { return false }
        let isNumbered = !shared.isDisjoint(with: ofParts)
        return own.joined().allSatisfy { isPart($0, isNumbered: isNumbered) }
    }

    /// Whether a row stands in two of `grids`, cell by cell and without the blanks around them.
    private static func shareRows(_ grids: [Grid]) -> Bool {
        var firsts: [Int: (grid: Int, record: Int)] = [:]
        for (index, grid) in grids.enumerated() {
            for record in grid.regions[0].ranges.joined()
            where record < grid.cells.recordCount && !grid.cells.isBlank(record) {
                let hash = grid.cells.hash(of: record)
                guard let first = firsts[hash] else {
                    firsts[hash] = (index, record)
                    continue
                }
                if first.grid != index, grid.cells.isSame(record, as: first.record, of: grids[first.grid].cells) {
                    return true
                }
            }
        }
        return false
    }

    /// The words of a name with its folders, in order and folded.
    private static func words(of file: SourceFile) -> [String] {
        let path = file.folder + "/" + SubmissionFiles.stem(of: file.name)
        return path.split { !$0.isLetter && !$0.isNumber }.map { FoldedName.fold(String($0)) }
    }

    private static func isPart(_ word: String, isNumbered: Bool) -> Bool {
        guard word.contains(where: \.isNumber) else { return !ofVersions.contains(word) }
        if word.count == 2, "qk".contains(word.first ?? " "), ("1"..."4").contains(word.last ?? " ") { return true }
        return isNumbered && word.count <= 3 && word.allSatisfy(\.isNumber)
    }

    /// What a number behind it numbers.
    private static let ofParts: Set<String> = [
        "vestiging", "locatie", "filiaal", "team", "regio", "afdeling", "perceel", "kwartaal", "maand", "week", "deel",
        "part", "blad", "object",
        "project", "ploeg", "wijk",
    ]

    /// Words with which somebody tells one version of a file from another.
    private static let ofVersions: Set<String> = [
        "v", "versie", "version", "kopie", "copy", "kopij", "oud", "oude", "old", "nieuw", "nieuwe", "new", "concept",
        "draft", "definitief",
        "def", "final", "finale", "eind", "eindversie", "correctie", "gecorrigeerd", "verbeterd", "verbeterde",
        "verbetering", "aangepast",
        "gewijzigd", "herzien", "hersteld", "backup", "bak", "test", "tmp", "temp", "laatste", "eerste", "tweede",
        "vorige", "vorig",
        "origineel", "original", "update", "upd", "bijgewerkt", "aangevuld", "compleet", "volledig", "juist", "goed",
        "fout", "leeg", "sjabloon",
        "terugkoppeling", "archief", "ingevuld", "controle", "check", "opnieuw", "totaal", "alles", "alle",
    ]
}

extension Grid {
    /// Whether nothing of the file is damaged or unclear.
    fileprivate var isWhole: Bool {
        guard cells.damages.isEmpty, cells.detection.separator.basis != .unclear else { return false }
        if case .unreadable = cells.detection.encoding { return false }
        return true
    }
}

extension DelimitedTable {
    /// A hash of the cells of a record without the blanks around them; it differs from one process to the next.
    fileprivate func hash(of record: Int) -> Int {
        var hasher = Hasher()
        for field in 0..<fieldCount(of: record) {
            withCell(record, field) { cell in
                hasher.combine(
                    bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(cell)[CellReader.trim(cell).range]))
            }
            hasher.combine(UInt8(0))
        }
        return hasher.finalize()
    }

    /// Whether a record has the same cells as `record` of `other`, without the blanks around them.
    fileprivate func isSame(_ own: Int, as record: Int, of other: DelimitedTable) -> Bool {
        guard fieldCount(of: own) == other.fieldCount(of: record) else { return false }
        return (0..<fieldCount(of: own)).allSatisfy { field in
            withCell(own, field) { left in
                other.withCell(record, field) { right in
                    left[CellReader.trim(left).range].elementsEqual(right[CellReader.trim(right).range])
                }
            }
        }
    }
}

/// What the covers of a delivery's workbooks say of who reports and on which period.
struct CoverKeys {
    /// A supplier and a period, as they are written where they cannot be read.
    private struct Key: Hashable {
        let supplier: String
        let period: String
    }

    private var keys: [String: Key] = [:]

    /// Takes a light look at the covers among `grids`.
    init(_ grids: [Grid]) {
        for grid in grids where grid.sheet != nil && grid.correction == nil {
            guard let region = grid.regions.first, region.table == .cover, region.header >= 0,
                keys[grid.file.shownName] == nil,
                let record = region.records.first(where: { $0 < grid.cells.recordCount && !grid.cells.isBlank($0) })
            else { continue }
            let supplier = grid.text(of: Cover.table.index(of: \.supplierKvK), record) { cell in
                CellReader.kvk(cell).value.map { "\($0)" }
            }
            let period = grid.text(of: Cover.table.index(of: \.period), record) { cell in
                CellReader.period(cell).value.map { "\($0)" }
            }
            keys[grid.file.shownName] = Key(supplier: supplier, period: period)
        }
    }

    /// Whether the files called `names` have covers of one supplier and period, as far as they have any.
    func agree(_ names: [String]) -> Bool { Set(names.compactMap { keys[$0] }).count <= 1 }
}

extension Grid {
    /// What `read` makes of the value under the heading of a column of the cover in `record`, or else the value as it is written; empty where there
    /// is no such heading.
    fileprivate func text(of column: Int, _ record: Int, _ read: (UnsafeBufferPointer<UInt8>) -> String?) -> String {
        let header = regions[0].header
        let field = (0..<cells.fieldCount(of: header)).first {
            knownHeadings.column(HeadingName(cells.text(header, $0)), of: .cover) == column
        }
        guard let field else { return "" }
        return cells.withCell(record, field) { cell in
            let trimmed = UnsafeBufferPointer(rebasing: cell[CellReader.trim(cell).range])
            return read(trimmed) ?? String(decoding: trimmed, as: UTF8.self)
        }
    }
}
