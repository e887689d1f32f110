/// The tables that source files declare, as each declaration begins: `TableDefinition<Lesson>(.lessons, .submission, at: 100,`.
struct TableDeclarations {
    private struct Table {
        let row, id, kind: Substring
        let position: Int
    }

    /// The kinds, in the order in which their tables are numbered.
    private static let kinds = ["submission", "register", "valuation"]
    /// What holds the tables of a kind, as they were read; valuation tables are files without an end.
    private static let holders = [("submission", "Submission"), ("register", "ContractRegister")]

    private let tables: [Table]
    private let errors: [String]

    init(_ sources: [SourceText]) {
        let beginning = /static let table = TableDefinition<(\w+)>\(/
        let identity = /\s*\.(\w+), \.(\w+), at: (\d+),/
        var (tables, errors): ([Table], [String]) = ([], [])
        for source in sources {
            for match in source.text.matches(of: beginning) {
                guard let found = source.text[match.range.upperBound...].prefixMatch(of: identity),
                    Self.kinds.contains(String(found.2)), let position = Int(found.3)
                else {
                    errors.append("#error(\"\(source.path): a table begins with its id, its kind and `at:` a number\")")
                    continue
                }
                if tables.contains(where: { ($0.kind, $0.position) == (found.2, position) || $0.id == found.1 }) {
                    errors.append("#error(\"\(source.path): another table has this id, or this place among its kind\")")
                }
                tables.append(Table(row: match.1, id: found.1, kind: found.2, position: position))
            }
        }
        self.errors = errors
        self.tables = Self.kinds.flatMap { kind in
            tables.filter { $0.kind == kind }.sorted { $0.position < $1.position }
        }
    }

    private func of(_ kind: String) -> [Table] { tables.filter { $0.kind == kind } }

    private func lines(_ tables: [Table], _ line: (Table) -> String) -> String {
        tables.map(line).joined(separator: "\n")
    }

    /// The enumeration of the ids, in the order of kind and position, and the list of what people need to know of each table.
    var ids: String {
        let (submitted, registered) = (of("submission").count, of("submission").count + of("register").count)
        return """
            /// A table of a submission or of the contract register, in the order of the interface.
            public enum TableID: UInt8, BitwiseCopyable, CaseIterable, Hashable, Comparable, Sendable {
            \(lines(tables) { "    /// The table of ``\($0.row)``.\n    case \($0.id)" })

                /// Of which kind the table is.
                public var kind: TableKind {
                    rawValue < \(submitted) ? .submission : rawValue < \(registered) ? .register : .valuation
                }
            }

            extension AllTables {
                /// The facts of all tables, in the order of ``TableID``.
                public static let facts: [TableFacts] = [
            \(lines(tables) { "        \($0.row).table.facts," })
                ]
            }
            \(errors.joined(separator: "\n"))

            """
    }

    /// Where the tables of a submission and of the register are kept, and what is done for each of them.
    var storage: String {
        "import SocialReturnModel\n\n"
            + Self.holders.map { kind, holder in storage(of: of(kind), in: holder) }.joined(separator: "\n")
    }

    private func storage(of tables: [Table], in holder: String) -> String {
        """
        /// The tables of ``\(holder)``, apart from it: a copy of one is a reference, until one of the two changes.
        @usableFromInline
        final class \(holder)Tables: @unchecked Sendable {
        \(lines(tables) { "    @usableFromInline var \($0.id): TableData<\($0.row)>?" })

            init() {}

            init(_ other: \(holder)Tables) {
        \(lines(tables) { "        \($0.id) = other.\($0.id)" })
            }
        }

        extension \(holder) {
        \(lines(tables) { table in
            """
                /// The rows of `\(table.row)`; nil without the table.
                public internal(set) var \(table.id): TableData<\(table.row)>? {
                    @inlinable get { tables.\(table.id) }
                    _modify {
                        keepTablesApart()
                        yield &tables.\(table.id)
                    }
                }
            """
        })

            /// Makes the tables this one's own before they change.
            private mutating func keepTablesApart() {
                if !isKnownUniquelyReferenced(&tables) { tables = \(holder)Tables(tables) }
            }

            /// Calls `visitor` for every table that is there, in the order of the interface.
            ///
            /// Inlinable, so that a visitor of another module is compiled for each row type: without it, writing 100,000 rows as CSV took
            /// four times as long.
            @inlinable
            public func forEachTable<Visitor: TableVisitor>(_ visitor: inout Visitor) {
        \(lines(tables) { "        if let table = tables.\($0.id) { visitor.visit(table) }" })
            }

            /// The file behind a table; nil for one that is not there.
            public func source(of id: TableID) -> SourceTable? {
                switch id {
        \(lines(tables) { "        case .\($0.id): tables.\($0.id)?.source" })
                default: nil
                }
            }

            /// Tells `visitor` of which type the rows of the table `id` are, and where it is kept. Nothing happens for a table of another kind.
            static func place(of id: TableID, _ visitor: inout some TablePlaceVisitor<\(holder)>) {
                switch id {
        \(lines(tables) { "        case .\($0.id): visitor.visit(\\.\($0.id))" })
                default: break
                }
            }

            /// Changes the table `id`; nothing happens for one of another kind.
            mutating func change(_ id: TableID, by change: some TableChange<\(holder)>) {
                switch id {
        \(lines(tables) { "        case .\($0.id): change.apply(to: &\($0.id), at: \\.\($0.id))" })
                default: break
                }
            }
        }

        """
    }
}
