import Intake
import SocialReturnModel

/// What is wrong with a register, table by table, as far as a report shows it: a register can hold many times the rows of what was
/// handed in, and its keeper sees after a hundred lines what is the matter.
struct RegisterListing<Element> {
    /// What is shown, in order.
    private(set) var shown: [Element] = []
    /// How many more there are in each table.
    private var rest: [TableID: Int] = [:]

    /// How many more there are in each table that has more, in the order of the tables.
    var restByTable: [(table: TableID, count: Int)] { rest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// How many are shown of a table.
    static var most: Int { 100 }

    /// The message about those that are not shown.
    static var restMessage: Text {
        Text(
            nl: "Er staan nog {detail} rijen als hierboven in dit bestand.",
            en: "There are {detail} more rows as above in this file.")
    }

    init(_ elements: [Element], _ table: (Element) -> TableID) {
        var counts: [TableID: Int] = [:]
        for element in elements {
            let table = table(element)
            counts[table, default: 0] += 1
            if counts[table, default: 0] <= Self.most { shown.append(element) } else { rest[table, default: 0] += 1 }
        }
    }
}

extension FindingCollector {
    /// Says of each table how many rows of `listing` are not shown.
    mutating func addRest<Element>(of listing: RegisterListing<Element>, variant: UInt8) {
        for (table, count) in listing.restByTable { found(at: Place(table), .count(count), variant: variant) }
    }
}
