import SocialReturnModel

extension SymbolSet {
    /// The symbols that stand in `field` of more than one row that counts.
    public static func repeated<Row: TableRow>(_ field: KeyPath<Row, Symbol?>, in rows: TableData<Row>) -> SymbolSet {
        let field = Field(field)
        var (once, repeated) = (SymbolSet(), SymbolSet())
        for index in rows.acceptedIndices {
            let symbol = field.value(in: rows.rows[index])
            if symbol != nil, !once.insert(symbol) { repeated.insert(symbol) }
        }
        return repeated
    }
}
