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
        var tables = byTable.sorted { $0.key < $1.key }.map { SpreadTable($0.value, of: grids) }
            .filter { $0.parts.count > 1 }
        // Of a workbook that has a row of another one all sheets are versions, also those that have none.
        var versions: Set<String> = []
        for index in tables.indices
        where tables[index].isOfSheets && !tables[index].isCopied && tables[index].sharesRows {
            versions.formUnion(tables[index].names)
        }
        var groups: [[Int]] = []
        for index in tables.indices {
            let parts = tables[index].parts
            guard parts.allSatisfy({ $0.sheet == nil }) || areSheetsOfFiles(tables[index], covers),
                parts.allSatisfy({ $0.sheet == nil || !versions.contains($0.file.shownName) }),
                areNamedAsParts(parts), !tables[index].sharesRows
            else { continue }
            groups.append(tables[index].positions)
        }
        return groups
    }

    /// Whether a table stands in several workbooks, each of which has it once, counts its days as the others do, and is of the same supplier and
    /// period.
    private static func areSheetsOfFiles(_ table: SpreadTable, _ covers: CoverKeys) -> Bool {
        table.isOfSheets && Set(table.names).count == table.names.count
            && Set(table.parts.map { $0.sheet?.startsIn1904 }).count == 1 && covers.agree(table.names)
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

/// A table that stands in several files or sheets.
private struct SpreadTable {
    /// The positions of the files and sheets in the delivery: what tells best first.
    let positions: [Int]
    let parts: [Grid]
    /// Whether a row stands in two of the parts, cell by cell and without the blanks around them. That takes a look at every cell, so it is asked
    /// once, and of no table about which other things decide.
    lazy var sharesRows = Self.shareRows(parts)

    init(_ positions: [Int], of grids: [Grid]) {
        self.positions = positions.sorted { (grids[$0].basis, $0) < (grids[$1].basis, $1) }
        parts = self.positions.map { grids[$0] }
    }

    var names: [String] { parts.map(\.file.shownName) }

    var isOfSheets: Bool { parts.allSatisfy { $0.sheet != nil } }

    /// Whether all parts hold the very same: then they are copies, and tell nothing of the workbooks.
    var isCopied: Bool { parts.dropFirst().allSatisfy { $0.holdsTheSame(as: parts[0]) } }

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
            withTrimmedCell(record, field) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(UInt8(0))
        }
        return hasher.finalize()
    }

    /// Whether a record has the same cells as `record` of `other`, without the blanks around them.
    fileprivate func isSame(_ own: Int, as record: Int, of other: DelimitedTable) -> Bool {
        guard fieldCount(of: own) == other.fieldCount(of: record) else { return false }
        return (0..<fieldCount(of: own)).allSatisfy { field in
            withTrimmedCell(own, field) { left in
                other.withTrimmedCell(record, field) { right in left.elementsEqual(right) }
            }
        }
    }
}
