import Rules
import SocialReturnModel

/// A cause of findings as the supplier reads of it: once, with what correcting it brings.
public struct SupplierCause: Sendable, Hashable {
    /// The findings with this cause.
    public let group: FindingGroup
    /// Its number in the letter, the feedback and on the console, from 1: what holds up most comes first.
    public internal(set) var number = 0
    /// How many rows count again when this cause alone is corrected: those that no other error keeps from it.
    public let frees: Int
    /// Whether it sets a whole table aside together with other causes, and how many rows count again when all of these are corrected.
    public let freesTogether: Int?

    /// What correcting this one cause brings, in a sentence; nil where nothing can be promised.
    public var benefit: Text? {
        if let together = freesTogether {
            guard together > 0 else { return nil }
            return Text(
                nl: "Vul ook de andere kolommen in die ontbreken. \(Self.rows(together).nl)",
                en: "Fill in the other missing columns too. \(Self.rows(together).en)")
        }
        guard group.severity == .error, frees > 0 else { return nil }
        // The cover is one row, and without it nothing counts.
        if group.table == .cover {
            return Text(
                nl: "Dit hebben wij nodig voor uw hele rapportage.", en: "We need this for your whole report.")
        }
        // Taking a double row out brings no row back: what it tells stands in the first one.
        if group.facts.has(.reportsDouble(mayDiffer: false)) {
            return frees == 1
                ? Text(
                    nl: "De eerste rij is genoeg: u raakt niets kwijt.",
                    en: "The first row is enough: you lose nothing.")
                : Text(
                    nl: "De eerste rijen zijn genoeg: u raakt niets kwijt.",
                    en: "The first rows are enough: you lose nothing.")
        }
        if group.facts.has(.reportsDouble(mayDiffer: true)) {
            return Text(
                nl: "Echt dubbel? Dan raakt u niets kwijt. Iets anders? \(Self.rows(frees).nl)",
                en: "Really double? Then you lose nothing. Something else? \(Self.rows(frees).en)")
        }
        return Self.rows(frees)
    }

    private static func rows(_ count: Int) -> Text {
        let number = Quantity(count)
        guard count > 1 else { return Text(nl: "Dan telt 1 rij weer mee.", en: "Then 1 row counts again.") }
        return Text(
            nl: "Dan tellen \(number.formatted(.dutch)) rijen weer mee.",
            en: "Then \(number.formatted(.english)) rows count again.")
    }

    /// How much it holds up, the worst first: the cover, a whole table, a row, or nothing.
    private func rank(_ first: Finding) -> Int {
        switch group.severity {
        case .error: first.place.table == .cover ? 0 : first.place.isInRow ? 2 : 1
        case .warning: 3
        case .signal: 4
        }
    }

    /// The causes, what holds up most first; equal ones stay in the order of the files.
    ///
    /// - Parameter causeOfFinding: the position of the group of each finding of `assessment`; nil for findings that are no supplier's.
    static func sorted(
        _ groups: [FindingGroup], _ assessment: Assessment, causeOfFinding: (Int) -> Int?
    ) -> [(position: Int, cause: SupplierCause)] {
        let trial = Trial(assessment, causeOfFinding)
        let causes = groups.enumerated().map { position, group in
            SupplierCause(
                group: group, frees: trial.frees[position, default: 0],
                freesTogether: trial.together[position])
        }
        let ranked = causes.enumerated().map { position, cause in
            (position, cause, cause.rank(assessment.findings.all[cause.group.firstFindings[0]]))
        }
        let sorted = ranked.sorted { left, right in
            let key = { (item: (position: Int, cause: SupplierCause, rank: Int)) in
                (
                    item.rank, -max(item.cause.frees, item.cause.freesTogether ?? 0), -item.cause.group.count,
                    item.position
                )
            }
            return key(left) < key(right)
        }
        return sorted.enumerated().map { index, item in
            var cause = item.1
            cause.number = index + 1
            return (item.0, cause)
        }
    }
}

/// Tries for each cause what correcting it alone would bring: which rows are set aside for it and for nothing else.
private struct Trial {
    private(set) var frees: [Int: Int] = [:]
    private(set) var together: [Int: Int] = [:]

    init(_ assessment: Assessment, _ causeOfFinding: (Int) -> Int?) {
        // What holds a row: one cause, or several (-1), of which each alone brings nothing.
        var holders: [Holder: Int] = [:]
        var wholeTables: [TableID: Set<Int>] = [:]
        var neverCounted: [TableID: Int] = [:]
        for (index, finding) in assessment.findings.all.enumerated() {
            let cause = causeOfFinding(index) ?? -1
            if finding.rejectsTable {
                wholeTables[finding.place.table, default: []].insert(cause)
            } else if finding.severity == .error, finding.place.isInRow {
                let row = Holder(table: finding.place.table, record: finding.place.record)
                holders[row] = holders[row].map { $0 == cause ? cause : -1 } ?? cause
            } else if finding.rejectsRow {
                // A total or an explanation never counts, whatever is corrected.
                let row = Holder(table: finding.place.table, record: finding.place.record)
                if holders.updateValue(-1, forKey: row) == nil { neverCounted[row.table, default: 0] += 1 }
            }
        }
        for (row, cause) in holders where cause >= 0 && wholeTables[row.table] == nil { frees[cause, default: 0] += 1 }
        guard !wholeTables.isEmpty else { return }
        let counts = Dictionary(
            assessment.tablesSetAside.map { ($0.table, $0.rowCount) }, uniquingKeysWith: { first, _ in first })
        var held = holders.keys.reduce(into: [TableID: Int]()) { $0[$1.table, default: 0] += 1 }
        // Those are not among the rows of a table that was set aside.
        for (table, count) in neverCounted { held[table, default: 0] -= count }
        for (table, causes) in wholeTables {
            let rows = max(0, counts[table, default: 0] - held[table, default: 0])
            if causes.count == 1, let cause = causes.first, cause >= 0 {
                frees[cause, default: 0] += rows
            } else {
                for cause in causes where cause >= 0 { together[cause] = causes.contains(-1) ? 0 : rows }
            }
        }
    }

    private struct Holder: Hashable {
        let table: TableID
        let record: Int32
    }
}

extension Severity {
    /// What a supplier is asked to do, in two words. Nobody is reproached: what is no error is something to talk about.
    public var supplierWord: Text {
        switch self {
        case .error: Text(nl: "Te herstellen", en: "To correct")
        case .warning, .signal: Text(nl: "Te bespreken", en: "To discuss")
        }
    }
}
