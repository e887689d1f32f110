import Intake
import SocialReturnModel

/// A rule that goes before another: where both found the same cause, only this one speaks.
public struct Yield: Sendable, Hashable {
    /// What two findings have in common when they have one cause.
    public enum Scope: UInt8, Sendable, Hashable {
        /// The same cell.
        case cell
        /// The same row.
        case row
        /// The same placement or invoice: the row itself, or a document or hours that name it.
        case subject
    }

    /// The id of the rule that speaks.
    public let rule: String
    /// Where it must have found something.
    public let scope: Scope

    /// To the rule `rule`, when it found something in the same cell, row or matter.
    public static func to(_ rule: String, _ scope: Scope) -> Yield { Yield(rule: rule, scope: scope) }
}

/// One mistake gives one finding: takes away what a more specific rule says too.
///
/// A rule names in ``RuleMetadata/yields`` to which rules it leaves the word. That is looked at once, when all rules have spoken, in one pass over the
/// findings. An error never yields, as its row was set aside by it.
struct Precedence {
    private struct Key: Hashable {
        let rule: Int16
        let table: UInt8
        let first: Int32
        let second: Int32
    }

    private struct Link {
        let rule: Int16
        let scope: Yield.Scope
    }

    /// For each rule the rules of the catalogue that it leaves the word to.
    private static let links = PerRule<[Link]> { entry in
        entry.facts.yields.flatMap { yield in
            Catalogue.all.indices.filter { Catalogue.all[$0].facts.id == yield.rule }.map {
                Link(rule: Int16($0), scope: yield.scope)
            }
        }
    }
    /// In which scopes a finding of each rule of the catalogue is asked for by others of the catalogue, a bit each.
    private static let askedByCatalogue = adding(
        Catalogue.all.indices.map { Int16($0) }, to: Array(repeating: 0, count: Catalogue.all.count))

    /// `asked` with what the rules at `positions` ask for.
    private static func adding(_ positions: [Int16], to asked: [UInt8]) -> [UInt8] {
        var asked = asked
        for position in positions {
            for link in links[position] { asked[Int(link.rule)] |= 1 << link.scope.rawValue }
        }
        return asked
    }

    /// Leaves out of `findings` those whose cause another rule names.
    static func apply(to findings: inout Findings, _ context: RuleContext) {
        let subjects = Subjects(context)
        let asked = adding(context.department.positions, to: askedByCatalogue)
        var spoken: Set<Key> = []
        for finding in findings.all
        where Int(finding.rule) < asked.count && asked[Int(finding.rule)] != 0 && finding.place.isInRow {
            for scope in [Yield.Scope.cell, .row, .subject] where asked[Int(finding.rule)] & 1 << scope.rawValue != 0 {
                if let key = key(of: finding.place, scope, finding.rule, subjects) { spoken.insert(key) }
            }
        }
        guard !spoken.isEmpty else { return }
        findings.all.removeAll { finding in
            guard finding.severity < .error, finding.place.isInRow else { return false }
            return links[finding.rule].contains { link in
                key(of: finding.place, link.scope, link.rule, subjects).map(spoken.contains) ?? false
            }
        }
    }

    private static func key(of place: Place, _ scope: Yield.Scope, _ rule: Int16, _ subjects: Subjects) -> Key? {
        switch scope {
        case .cell:
            Key(rule: rule, table: place.table.rawValue, first: place.record, second: Int32(place.column.sortKey))
        case .row: Key(rule: rule, table: place.table.rawValue, first: place.record, second: .min)
        case .subject: subjects.of(place).map { Key(rule: rule, table: .max, first: $0.rawValue, second: .min) }
        }
    }
}

/// What rows are about: the reference of a placement or invoice, also in documents and hours that name it.
private struct Subjects {
    private let submission: Submission

    init(_ context: RuleContext) { submission = context.submission }

    func of(_ place: Place) -> Symbol? {
        switch place.table {
        case .placements: row(submission.placements, place)?.id
        case .purchases: row(submission.purchases, place)?.invoiceNumber
        case .evidence: row(submission.evidence, place)?.belongsTo
        case .hours: row(submission.hours, place)?.placement
        default: nil
        }
    }

    private func row<Row: TableRow>(_ table: TableData<Row>?, _ place: Place) -> Row? {
        guard let table, let index = table.index(ofRecord: place.record) else { return nil }
        return table.rows[index]
    }
}
