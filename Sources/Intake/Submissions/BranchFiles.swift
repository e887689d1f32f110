import Plumbing
import SocialReturnModel

/// Files of text that hold one table together: a file for each branch, team or month, as their names tell. Two versions of one file are none.
enum BranchFiles {
    /// The positions, among `grids`, of the files that are read together, for each table that has several.
    static func groups(of grids: [Grid]) -> [[Int]] {
        var byTable: [TableID: [Int]] = [:]
        for (index, grid) in grids.enumerated()
        where grid.sheet == nil && grid.correction == nil && grid.regions.count == 1 && grid.isWhole {
            guard grid.regions[0].table != .cover, grid.hasRows(grid.regions[0]) else { continue }
            byTable[grid.regions[0].table, default: []].append(index)
        }
        return byTable.sorted { $0.key < $1.key }.map {
            $0.value.sorted { (grids[$0].basis, $0) < (grids[$1].basis, $1) }
        }
        .filter { $0.count > 1 && areParts($0.map { grids[$0] }) }
    }

    /// Whether the names tell parts of a whole, and no row stands in two of them: then one would be a version of the other.
    private static func areParts(_ grids: [Grid]) -> Bool {
        guard Set(grids.map { $0.cells.detection.separator.byte }).count == 1 else { return false }
        let names = grids.map { words(of: $0.file) }
        let shared = names.dropFirst().reduce(Set(names[0])) { $0.intersection($1) }
        let own = names.map { $0.filter { !shared.contains($0) } }
        guard own.count(where: \.isEmpty) <= 1, Set(own).count == own.count else { return false }
        let isNumbered = !shared.isDisjoint(with: ofParts)
        guard own.joined().allSatisfy({ isPart($0, isNumbered: isNumbered) }) else { return false }
        var seen: Set<String> = []
        for grid in grids {
            let rows = Set(grid.regions[0].records.lazy.filter { !grid.cells.isBlank($0) }.map { grid.rowText($0) })
            guard seen.isDisjoint(with: rows) else { return false }
            seen.formUnion(rows)
        }
        return true
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

    /// The cells of a record as one text.
    fileprivate func rowText(_ record: Int) -> String {
        (0..<cells.fieldCount(of: record)).map { cells.text(record, $0).trimmingBlanks }.joined(separator: "\u{1F}")
    }
}
