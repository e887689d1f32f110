import Intake
import Plumbing
import Rules
import SocialReturnModel

/// A table of which no row counts, as its file lacks required columns or has no heading that is known.
public struct TableSetAside: Sendable, Hashable {
    /// The table.
    public let table: TableID
    /// The file, as it may be shown.
    public let file: String
    /// The file with its sheet, in words: `sjabloon.xlsx, blad Inzet`.
    public let shownFile: Text
    /// The sheet; nil for a file of text.
    public var sheet: String?
    /// The missing columns, in the order of the definition; empty where no heading is known at all.
    public let columns: [String]
    /// How many rows are set aside for it.
    public let rowCount: Int

    /// What happened to the rows and why, in one sentence.
    public var sentence: Text {
        let list = columns.map { "'\($0)'" }
        let none = Text(
            nl: "er geen kolomkop in staat die wij kennen", en: "it has not one heading that we know")
        let nl =
            list.isEmpty
            ? none.nl
            : list.count == 1 ? "kolom \(list[0]) ontbreekt" : "de kolommen \(list.inSentence(with: "en")) ontbreken"
        let en =
            list.isEmpty
            ? none.en
            : list.count == 1
                ? "column \(list[0]) is missing" : "the columns \(list.inSentence(with: "and")) are missing"
        let name = sheet.map { Text(nl: "blad \($0)", en: "sheet \($0)") } ?? shownFile
        switch rowCount {
        case 1:
            return Text(
                nl: "De rij van \(name.nl) staat apart, omdat \(nl).",
                en: "The row of \(name.en) is set aside, because \(en).")
        case 2:
            return Text(
                nl: "Beide rijen van \(name.nl) staan apart, omdat \(nl).",
                en: "Both rows of \(name.en) are set aside, because \(en).")
        default:
            return Text(
                nl: "Alle \(Quantity(rowCount).formatted(.dutch)) rijen van \(name.nl) staan apart, omdat \(nl).",
                en: "All \(Quantity(rowCount).formatted(.english)) rows of \(name.en) are set aside, because \(en).")
        }
    }
}

extension Assessment {
    /// The tables with rows of which none counts because a required column is missing, in the order of the interface.
    public var tablesSetAside: [TableSetAside] {
        var columns: [TableID: [String]] = [:]
        for finding in findings.all where finding.rejectsTable {
            guard let column = finding.place.column.knownIndex else {
                if finding.saysNoHeadingIsKnown { columns[finding.place.table, default: []] = [] }
                continue
            }
            columns[finding.place.table, default: []].append(
                AllTables.facts(finding.place.table).columns[column].name)
        }
        guard !columns.isEmpty else { return [] }
        var counter = RowsOfTables(isWanted: { [submission] id in
            columns[id] != nil && !(id == .cover && submission.coverIsShared)
        })
        submission.forEachTable(&counter)
        // A total or an explanation is no row that waits.
        let neverCounted = Set(
            findings.all.lazy.filter { $0.rejectsRow && columns[$0.place.table] != nil }.map {
                Place($0.place.table, record: $0.place.record)
            })
        let counts = counter.counts.map { item in
            (table: item.table, count: item.count - neverCounted.count { $0.table == item.table })
        }
        return counts.filter { $0.count > 0 }.map { table, count in
            let source = submission.source(of: table)
            let name = AllTables.facts(table).fileName
            return TableSetAside(
                table: table, file: source?.fileName ?? name, shownFile: source?.shownFile ?? Text(verbatim: name),
                sheet: source?.sheet?.name, columns: columns[table] ?? [], rowCount: count)
        }
    }
}

/// Counts the rows of some tables.
private struct RowsOfTables: TableVisitor {
    let isWanted: (TableID) -> Bool
    var counts: [(table: TableID, count: Int)] = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        if isWanted(table.source.id) { counts.append((table.source.id, table.rows.count)) }
    }
}
