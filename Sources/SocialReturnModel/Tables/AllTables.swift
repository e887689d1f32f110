/// Every table of the toolkit, without its row type: for readers, the field guide and `maatwerk explain`. The build lists them, as ``facts``, from the
/// declarations.
public enum AllTables {
    /// The facts of one table.
    public static func facts(_ id: TableID) -> TableFacts { facts[Int(id.rawValue)] }
}
