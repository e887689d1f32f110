/// A column of a table, named by the property of the row that holds its value: `.of(\\Obstacle.kind)`. A typo does not compile.
public struct TableColumn: Sendable, Hashable {
    /// The table.
    public let table: TableID
    /// The position among the table's columns.
    public let index: Int
    /// The column's name in files and on sheets.
    public let name: String

    /// The column that is read into the property at `keyPath`.
    public static func of<Row: TableRow>(_ keyPath: PartialKeyPath<Row>) -> TableColumn {
        let index = Row.table.index(of: keyPath)
        return TableColumn(table: Row.table.facts.id, index: index, name: Row.table.facts.columns[index].name)
    }
}

extension TableDefinition {
    /// The position of the column that is read into the property at `keyPath`.
    public func index(of keyPath: PartialKeyPath<Row>) -> Int {
        let offset = MemoryLayout<Row>.offset(of: keyPath)
        guard let offset, let index = columns.firstIndex(where: { $0.binding.offset == offset }) else {
            preconditionFailure("a column is a stored property that the table declares")
        }
        return index
    }

    /// The property with the contract number; nil for a table that is about no contract.
    public var contractField: Field<Row, Symbol?>? {
        guard let column = facts.contractColumn, case .identifier(let field) = columns[column].binding else {
            return nil
        }
        return field
    }

    /// The name of the column that is read into the property at `keyPath`.
    public func name(of keyPath: PartialKeyPath<Row>) -> String { facts.columns[index(of: keyPath)].name }
}
