import DelimitedText
import Plumbing
import SocialReturnModel

extension CorrectedSheet {
    /// Which column of the sheet is which field of the first delivery.
    struct Layout {
        /// A column with data.
        struct Field {
            /// The column of the sheet, from 0.
            let column: Int
            /// The heading as it goes on.
            let heading: String
            /// The field in the first delivery; nil for a column that was added.
            let delivered: Int?
        }

        let tasks: Int?
        let correction: Int?
        let answer: Int?
        let row: Int?
        /// The first column that has no heading, nor any behind it.
        let columnsBeside: Int
        let fields: [Field]
        /// The columns whose values go into another one with the same heading.
        let twins: [(column: Int, heading: String)]
        /// The last position of a field that was one of the first `i + 1` in the first delivery; -1 for none.
        private var lastPositions: [Int] = []
        /// The headings that were delivered; nil when they are not known any more.
        let headings: DeliveredRecord?
        /// The positions of the fields that are a field of the first delivery.
        private var positionsOfDelivered: [Int: [Int]] = [:]
        /// The columns that can be named in a correction, folded: those of the sheet and those that the definition knows.
        private var positions: [String: Int] = [:]
        private let known: [String: String]
        let facts: TableFacts
        private let knownHeadings: HeadingIndex

        init(
            _ sheet: DelimitedTable, _ header: Int, _ headings: DeliveredRecord?, _ facts: TableFacts,
            _ knownHeadings: HeadingIndex, addedColumns: Set<String> = []
        ) {
            let leading = OriginalSubmissionForm.leadingHeadings.map { names in
                (0..<sheet.fieldCount(of: header)).first { names.contains(FoldedName.fold(sheet.text(header, $0))) }
            }
            tasks = leading[0]
            correction = leading[1]
            answer = leading[2]
            row = leading[3]
            columnsBeside = sheet.fieldCount(of: header)
            self.headings = headings
            let all = (0..<sheet.fieldCount(of: header)).filter { !leading.contains($0) }
                .map { ($0, sheet.text(header, $0)) }
            // Of two with one name the supplier gave the first its name.
            let added = Dictionary(
                all.filter { addedColumns.contains(FoldedName.fold($0.1)) }.map { (FoldedName.fold($0.1), $0.0) },
                uniquingKeysWith: max)
            let open = Set(added.values)
            let columns = all.filter { !open.contains($0.0) }
            let filled = Self.filled(open, sheet, header)
            let found =
                (headings.map { Self.fields(columns, $0) }
                    ?? columns.map { Field(column: $0.0, heading: $0.1, delivered: nil) })
                + all.filter { filled.contains($0.0) }.map { Field(column: $0.0, heading: $0.1, delivered: nil) }
            // Who gives a column of its own the name of one that was there to be filled in, and fills in that one too, means one column.
            // A line that could not be split is replaced by the columns that were filled in beside it.
            let isUnsplit =
                !filled.isEmpty && headings?.fieldCount == 1
                && !found.contains {
                    $0.delivered != nil && knownHeadings.column(HeadingName($0.heading), of: facts.id) != nil
                }
            let replaced = isUnsplit ? Set(found.filter { $0.delivered != nil }.map(\.column)) : []
            let own = Set(found.filter { $0.delivered != nil }.map { FoldedName.fold($0.heading) })
            let twins = found.filter { open.contains($0.column) && own.contains(FoldedName.fold($0.heading)) }
            fields = found.filter { field in
                !replaced.contains(field.column) && !twins.contains { $0.column == field.column }
            }
            self.twins = twins.map { ($0.column, $0.heading) }
            self.facts = facts
            self.knownHeadings = knownHeadings
            lastPositions = Array(repeating: -1, count: headings?.fieldCount ?? 0)
            for (index, field) in fields.enumerated() {
                if let delivered = field.delivered, lastPositions.indices.contains(delivered) {
                    lastPositions[delivered] = max(lastPositions[delivered], index)
                }
            }
            for index in lastPositions.indices.dropFirst() {
                lastPositions[index] = max(lastPositions[index], lastPositions[index - 1])
            }
            known = facts.columns.reduce(into: [:]) { names, column in
                for name in [column.name] + column.aliases where names[FoldedName.fold(name)] == nil {
                    names[FoldedName.fold(name)] = column.name
                }
            }
            for (index, field) in fields.enumerated() {
                if let delivered = field.delivered { positionsOfDelivered[delivered, default: []].append(index) }
                let folded = FoldedName.fold(field.heading)
                if !folded.isEmpty, positions[folded] == nil { positions[folded] = index }
                // A column can be named as the definition does, whatever its heading.
                if let name = known[folded].map(FoldedName.fold), positions[name] == nil { positions[name] = index }
            }
        }

        /// Those of `columns` that have a value below the headings. Others were there to be filled in, and were not.
        private static func filled(_ columns: Set<Int>, _ sheet: DelimitedTable, _ header: Int) -> Set<Int> {
            var open = columns
            for record in header + 1..<max(sheet.recordCount, header + 1) where !open.isEmpty {
                open = open.filter { sheet.isBlank(record, $0) }
            }
            return columns.subtracting(open)
        }

        /// A column with the heading of a field is that field. What is then left over on both sides belongs together by position: the
        /// feedback gives a heading that is blank or double a name of its own, and a supplier mends headings.
        private static func fields(_ columns: [(column: Int, heading: String)], _ headings: DeliveredRecord) -> [Field]
        {
            // The delivered headings that no column of the sheet has yet, the first last.
            var open: [String: [Int]] = [:]
            for field in (0..<headings.fieldCount).reversed() {
                open[FoldedName.fold(headings.text(field)), default: []].append(field)
            }
            var delivered: [Int?] = columns.map { column in
                let folded = FoldedName.fold(column.heading)
                return folded.isEmpty ? nil : open[folded]?.popLast()
            }
            let free = open.values.joined().sorted()
            // Values beyond the last heading have a made name that tells which they are.
            for (index, column) in columns.enumerated() where delivered[index] == nil {
                let beyond = Int(column.heading.dropFirst("kolom ".count)) ?? 0
                if column.heading.hasPrefix("kolom "), beyond > headings.fieldCount { delivered[index] = beyond - 1 }
            }
            let unknown = delivered.indices.filter { delivered[$0] == nil }
            if unknown.count >= free.count {
                for (column, field) in zip(unknown, free) { delivered[column] = field }
            }
            return zip(columns, delivered).map { column, field in
                let own = field.map(headings.text) ?? ""
                return Field(
                    column: column.column, heading: isMade(column.heading, of: own, field) ? own : column.heading,
                    delivered: field)
            }
        }

        /// Whether the feedback made `heading` of the delivered heading `own`.
        private static func isMade(_ heading: String, of own: String, _ field: Int?) -> Bool {
            guard let field else { return false }
            let plain = own.split(whereSeparator: \.isNewline).joined(separator: " ")
            let base = plain.allSatisfy(\.isWhitespace) ? "kolom \(field + 1)" : plain
            if FoldedName.fold(heading) == FoldedName.fold(base) { return true }
            guard heading.hasPrefix(base + " ("), heading.hasSuffix(")") else { return false }
            return Int(heading.dropFirst(base.count + 2).dropLast()) != nil
        }

        /// The position of the column called `name` among the fields; nil when there is none.
        func position(of name: String) -> Int? {
            let folded = FoldedName.fold(name)
            return positions[folded] ?? known[folded].flatMap { positions[FoldedName.fold($0)] }
        }

        /// The positions of the fields that were marked in the feedback.
        func positions(ofMarked marked: Set<Int>) -> [Int] {
            marked.flatMap { positionsOfDelivered[$0] ?? [] }.sorted()
        }

        /// How many fields of a record there is anything to say of: those on the sheet, of which `record` has `cells`, and those of the
        /// first delivery, of which it had `delivered`. A short row costs no more than it holds, however many headings there are.
        func fieldsConcerned(cells: Int, delivered: Int) -> Int {
            let onSheet = fields.partitioningIndex { $0.column >= cells }
            let last = (0..<min(delivered, lastPositions.count)).last.map { lastPositions[$0] + 1 } ?? 0
            return max(onSheet, last)
        }

        /// The definition's name of a column that the sheet lacks; nil for others.
        func addition(_ name: String) -> String? { known[FoldedName.fold(name)] }

        func isColumn(_ name: String) -> Bool { position(of: name) != nil || addition(name) != nil }

        /// What the definition says of the column that is called `heading`: that of the table, or else of the cover, which can stand in
        /// the same rows; nil for one that the supplier brought along.
        func facts(ofColumn heading: String) -> ColumnDescriptor? {
            let name = HeadingName(heading)
            if let index = knownHeadings.column(name, of: facts.id) { return facts.columns[index] }
            return knownHeadings.column(name, of: .cover).map { AllTables.facts(.cover).columns[$0] }
        }

        /// Whether `text` names a column, which does not exist, of a row in which `column` was marked: only in a column of texts it can be a
        /// value.
        func namesColumn(_ text: String, in column: ColumnDescriptor?) -> Bool {
            guard let kind = column?.kind, kind != .text, kind != .identifier,
                let sign = text.firstIndex(where: { $0 == ":" || $0 == "=" })
            else { return false }
            return text[..<sign].first?.isLetter == true
        }

        /// The fields of the first delivery whose columns are gone.
        var removedFields: [Int] {
            guard let headings else { return [] }
            let kept = Set(fields.compactMap(\.delivered))
            return (0..<headings.fieldCount).filter {
                !kept.contains($0) && !headings.text($0).trimmingBlanks.isEmpty
            }
        }
    }
}
