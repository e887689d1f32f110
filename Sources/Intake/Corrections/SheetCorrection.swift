import DelimitedText
import SocialReturnModel

/// The work on one sheet: first what stands in the corrections, then the new cells.
struct SheetCorrection {
    private let sheet: DelimitedTable
    private let layout: CorrectedSheet.Layout
    private let delivered: MatchedRows
    /// The columns that corrections add, as the definition calls them.
    private var added: [String] = []
    /// The values that corrections give, by record and position among all fields.
    private var values: [Int: [Int: String]] = [:]
    private var removed: Set<Int> = []
    /// The cell that says of which delivery this is a correction, when it was not the supplier that said so.
    private var marked: (record: Int, position: Int)?
    /// What was said in words, or could not be taken over.
    private(set) var remarks: [CorrectedSheet.PendingRemark] = []
    /// The answers among them in the row that is being read: one cell can hold thousands.
    private var answered: (record: Int, texts: Set<String>) = (-1, [])
    private var cells = 0
    private(set) var changes: [CorrectedSheet.PendingChange] = []
    /// The row in the first delivery of each record that was one.
    private(set) var deliveredRows: [Int32: Int] = [:]

    init(sheet: DelimitedTable, layout: CorrectedSheet.Layout, delivered: MatchedRows) {
        self.sheet = sheet
        self.layout = layout
        self.delivered = delivered
    }

    /// Reads what stands in the columns *Correctie* and *Uw antwoord*.
    mutating func read(after header: Int) {
        readAbove(header)
        for record in header + 1..<max(sheet.recordCount, header + 1) {
            readBeside(record)
            for twin in layout.twins where !sheet.isBlank(record, twin.column) {
                if let position = layout.position(of: twin.heading) {
                    values[record, default: [:]][position] = sheet.text(record, twin.column)
                }
            }
            if let column = layout.correction { readCorrection(sheet.text(record, column), record) }
            if let column = layout.answer { readAnswer(sheet.text(record, column), record) }
        }
    }

    /// Keeps what was typed above the headings, behind the titles in the first column. One of those goes on beside the link back.
    private mutating func readAbove(_ header: Int) {
        for record in 0..<max(header, 0) {
            let first = sheet.text(record, 0).trimmingBlanks
            guard !first.isEmpty, sheet.fieldCount(of: record) > 1 else { continue }
            let texts = (1..<sheet.fieldCount(of: record)).map { sheet.text(record, $0).trimmingBlanks }
                .filter { !$0.isEmpty && !HeadingMap.isNoHeading($0) }
            for text in texts.dropFirst(first.hasPrefix(OriginalSubmissionForm.backLink) ? 1 : 0) {
                remark(.astray, text, record)
            }
        }
    }

    /// Keeps what was typed in a row where nothing of it is read: in the column that says what to correct, and beyond the last heading.
    private mutating func readBeside(_ record: Int) {
        if let column = layout.tasks, !sheet.isBlank(record, column), !isPrepared(record) {
            let typed = OriginalSubmissionForm.typedLines(inTasks: sheet.text(record, column))
            if !typed.isEmpty { remark(.astray, typed, record) }
        }
        for column in layout.columnsBeside..<max(sheet.fieldCount(of: record), layout.columnsBeside)
        where !sheet.isBlank(record, column) {
            remark(.astray, sheet.text(record, column).trimmingBlanks, record)
        }
    }

    /// Whether the row is one that was made ready: what there is to fill in stands beside it in other words.
    private func isPrepared(_ record: Int) -> Bool {
        layout.row.flatMap { OriginalSubmissionForm.numberOfNewRow(sheet.text(record, $0).trimmingBlanks) } != nil
    }

    private mutating func readCorrection(_ text: String, _ record: Int) {
        guard !text.trimmingBlanks.isEmpty else { return }
        switch CorrectionText(text, isColumn: layout.isColumn, isText: { kind(ofColumn: $0) == .text }) {
        case .remove: removed.insert(record)
        case .assignments(let assignments):
            for assignment in assignments {
                if assignment.column.isEmpty {
                    let isAnswer = AnswerWords.contain(assignment.value) || AnswerWords.isSentence(assignment.value)
                    remark(isAnswer ? .answerInCorrection : .unclear, assignment.value, record)
                } else {
                    set(assignment.value, in: assignment.column, of: record)
                }
            }
        case .value(let value):
            let old = delivered.record(of: record)
            // Where somebody took out the sheet with the first delivery, the words beside the row still name the columns.
            let named = delivered.isKnown ? (all: [], errors: []) : columnsInTasks(of: record)
            let marked = named.all.isEmpty ? layout.positions(ofMarked: Set(old?.marked ?? [])) : named.all
            // What is to be corrected goes before what is to be talked about.
            let errors = named.all.isEmpty ? layout.positions(ofMarked: Set(old?.errors ?? [])) : named.errors
            let fit =
                marked.count > 1
                ? onlyFit(of: value, marked, record, old) ?? onlyFit(of: value, errors, record, old, beside: marked)
                : nil
            let positions = fit.map { [$0] } ?? marked
            guard positions.count == 1 else {
                if let all = each(of: value, errors, record, old, beside: marked)
                    ?? each(of: value, marked, record, old)
                {
                    values[record, default: [:]].merge(all) { _, new in new }
                    return
                }
                let isOfText = positions.contains { kind(at: $0) == .text }
                let isAnswer = AnswerWords.contain(value) || !isOfText && AnswerWords.isSentence(value)
                return remark(isAnswer ? .answerInCorrection : .unclear, value, record)
            }
            let heading = layout.fields[positions[0]].heading
            let facts = layout.facts(ofColumn: heading)
            let value = settled(value, heading, replacing: oldText(record, positions[0], old))
            let reading = CorrectionReading(value, in: facts, replacing: oldText(record, positions[0], old))
            if reading != .answer, layout.namesColumn(value, in: facts) {
                remark(.unclear, value, record)
            } else if reading == .value {
                values[record, default: [:]][positions[0]] = value
            } else {
                remark(reading == .answer ? .answerInCorrection : .refused, value, record, heading, isNamed: false)
            }
        }
    }

    /// The columns that the words beside `record` say something of, and those of them that hold an error; none when not all of them are named there.
    private func columnsInTasks(of record: Int) -> (all: [Int], errors: [Int]) {
        guard let tasks = layout.tasks,
            let columns = OriginalSubmissionForm.columns(inTasks: sheet.text(record, tasks))
        else { return ([], []) }
        let found = columns.compactMap { column in layout.position(of: column.name).map { ($0, column.isError) } }
        return (Set(found.map(\.0)).sorted(), Set(found.filter(\.1).map(\.0)).sorted())
    }

    /// The values of a list, each for the column among `marked` that it names, or else for the only one that it is a value of; nil when it is not
    /// certain of all, or when two are for the same one.
    private func each(
        of value: String, _ marked: [Int], _ record: Int, _ old: DeliveredRecord?, beside others: [Int] = []
    ) -> [Int: String]? {
        let parts = CorrectionWords.parts(of: value)
        guard !parts.isEmpty, parts.count <= marked.count else { return nil }
        var found: [Int: String] = [:]
        for part in parts {
            if let (position, value) = named(part, among: marked, record, old), found[position] == nil {
                found[position] = value
            } else if parts.count > 1, let position = onlyFit(of: part, marked, record, old, beside: others),
                found[position] == nil
            {
                found[position] = part
            } else {
                return nil
            }
        }
        return found
    }

    /// The column among `marked` that `text` begins with, by its name or by a word that is known for it, with the value behind it: `begindatum
    /// 30-04-2026`, `KvK: 12345678`.
    private func named(
        _ text: String, among marked: [Int], _ record: Int, _ old: DeliveredRecord?
    ) -> (position: Int, value: String)? {
        for (name, value) in CorrectionWords.namesAndValues(in: text) {
            let meant = marked.filter { isMeant(name, at: $0) }
            guard meant.count == 1, let facts = layout.facts(ofColumn: layout.fields[meant[0]].heading),
                facts.kind != .text, facts.kind != .identifier, facts.codes?.isOpen != true,
                CorrectionReading(value, in: facts, replacing: oldText(record, meant[0], old)) == .value
            else { continue }
            return (meant[0], value)
        }
        return nil
    }

    private func isMeant(_ name: String, at position: Int) -> Bool {
        if layout.position(of: name) == position { return true }
        guard layout.position(of: name) == nil else { return false }
        let table = layout.facts.id
        let proposed = HeadingProposals.shared.column(byWord: name, of: table) { column in
            AllTables.facts(table).columns[column].name == layout.facts(ofColumn: layout.fields[position].heading)?.name
        }
        return proposed != nil
    }

    /// `value` without what was put around it, where the column cannot hold it as it stands.
    private func settled(_ value: String, _ heading: String, replacing old: String) -> String {
        guard let facts = layout.facts(ofColumn: heading),
            value.first == "\"" || CorrectionReading(value, in: facts, replacing: old) != .value
        else { return value }
        let bare = CorrectionWords.value(in: value, of: facts, replacing: old) { self.heading(of: $0) == heading }
        return bare ?? value
    }

    private func kind(ofColumn column: String) -> ColumnKind {
        heading(of: column).flatMap { layout.facts(ofColumn: $0)?.kind } ?? .text
    }

    /// The one column among `marked` that `value` is a value of, when several cells of a row are marked. A column of text can hold anything, and
    /// is not meant where the value is a code, a day or a number of another; an identifier may look like one, and then nothing is certain. A word for
    /// nothing, `-` or `n.v.t.`, fits in any cell that may be empty, and says of none that it is meant. Nor is it certain when it fits in a column of
    /// the same sort among `others`: `41,5` can be the amount that cannot be read, and the share that is to be talked about.
    private func onlyFit(
        of value: String, _ marked: [Int], _ record: Int, _ old: DeliveredRecord?, beside others: [Int] = []
    ) -> Int? {
        var word = value.trimmingBlanks
        guard !word.isEmpty, !word.withUTF8({ NullMarker.isOne($0, in: .identifier) }) else { return nil }
        let fits = { (position: Int) in
            guard let facts = layout.facts(ofColumn: layout.fields[position].heading), facts.kind != .text,
                facts.codes?.isOpen != true
            else { return false }
            return CorrectionReading(value, in: facts, replacing: oldText(record, position, old)) == .value
        }
        let fitting = marked.filter(fits)
        guard fitting.count == 1, kind(at: fitting[0]) != .identifier else { return nil }
        let isAlone = others.allSatisfy { $0 == fitting[0] || !isAlike($0, fitting[0]) || !fits($0) }
        return isAlone ? fitting[0] : nil
    }

    /// Whether the columns at `first` and `second` hold values of one sort, which nobody can tell apart without a name.
    private func isAlike(_ first: Int, _ second: Int) -> Bool {
        let isOfNumbers = { (kind: ColumnKind) in kind == .money || kind == .number }
        return kind(at: first) == kind(at: second) || isOfNumbers(kind(at: first)) && isOfNumbers(kind(at: second))
    }

    /// An answer is for the row, or for the columns that it names line by line.
    private mutating func readAnswer(_ text: String, _ record: Int) {
        guard !text.trimmingBlanks.isEmpty else { return }
        var lines: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if case .assignments(let found) = CorrectionText(String(line), isColumn: layout.isColumn), found.count == 1,
                let heading = heading(of: found[0].column),
                let facts = layout.facts(ofColumn: heading), facts.kind != .text
            {
                remark(.answer, found[0].value, record, heading)
            } else {
                lines.append(String(line).trimmingBlanks)
            }
        }
        let whole = lines.joined(separator: "\n").trimmingBlanks
        if !whole.isEmpty { remark(.answer, whole, record) }
    }

    /// Keeps what was said once, also when it stands in both columns.
    private mutating func remark(
        _ kind: CorrectedSheet.PendingRemark.Kind, _ text: String, _ record: Int, _ column: String? = nil,
        isNamed: Bool = true
    ) {
        if answered.record != record { answered = (record, []) }
        if kind == .answer, answered.texts.contains(text) { return }
        let remark = CorrectedSheet.PendingRemark(
            kind: kind, record: record, row: delivered.record(of: record)?.row.number, column: column,
            isNamed: isNamed, text: text)
        if remark.isAnswer { answered.texts.insert(text) }
        remarks.append(remark)
    }

    private func kind(at position: Int) -> ColumnKind {
        layout.facts(ofColumn: layout.fields[position].heading)?.kind ?? .text
    }

    /// What stood in the field at `position`, and stays there when a correction is not taken over.
    private func oldText(_ record: Int, _ position: Int, _ old: DeliveredRecord?) -> String {
        layout.fields[position].delivered.flatMap { old?.text($0) }
            ?? sheet.text(record, layout.fields[position].column)
    }

    /// The heading of a column that a correction names: that on the sheet, or what the definition calls it.
    private func heading(of column: String) -> String? {
        layout.position(of: column).map { layout.fields[$0].heading } ?? layout.addition(column)
    }

    private mutating func set(_ value: String, in column: String, of record: Int) {
        guard let heading = heading(of: column) else { return }
        let position = layout.position(of: column)
        let old = position.map { oldText(record, $0, delivered.record(of: record)) } ?? ""
        let value = settled(value, heading, replacing: old)
        switch CorrectionReading(value, in: layout.facts(ofColumn: heading), replacing: old) {
        case .value: values[record, default: [:]][position ?? self.position(ofAdded: heading)] = value
        case .answer: remark(.answerInCorrection, value, record, heading)
        case .refused: remark(.refused, value, record, heading)
        }
    }

    /// The position among all fields of a column that the sheet lacks.
    private mutating func position(ofAdded name: String) -> Int {
        if let index = added.firstIndex(of: name) { return layout.fields.count + index }
        added.append(name)
        return layout.fields.count + added.count - 1
    }

    /// Gives the cover's column `correctie_op` a value on the first row, unless it has one.
    mutating func markAsCorrection(of submission: String, after header: Int) {
        let column = "correctie_op"
        let first = (header + 1..<max(sheet.recordCount, header + 1)).first {
            !removed.contains($0) && !isBlank($0) && !isLeftOpen($0)
        }
        guard let first else { return }
        let position = layout.position(of: column) ?? position(ofAdded: column)
        guard values[first]?[position] == nil else { return }
        if layout.fields.indices.contains(position), !sheet.isBlank(first, layout.fields[position].column) { return }
        values[first, default: [:]][position] = submission
        marked = (first, position)
    }

    private func isBlank(_ record: Int) -> Bool {
        let concerned = layout.fieldsConcerned(cells: sheet.fieldCount(of: record), delivered: 0)
        return layout.fields[..<concerned].allSatisfy { sheet.isBlank(record, $0.column) }
    }

    /// Whether the row was made ready for the supplier, lacks something, and was left as it was. Where somebody took out the sheet with the
    /// first delivery, that is a row that says so and holds no more than what it refers to.
    private func isLeftOpen(_ record: Int) -> Bool {
        guard values[record] == nil || marked?.record == record, delivered.record(of: record) == nil else {
            return false
        }
        let filled = layout.fields.filter { !sheet.isBlank(record, $0.column) }
        guard delivered.isKnown else {
            let label = layout.row.map { sheet.text(record, $0).trimmingBlanks }
            return label.flatMap(OriginalSubmissionForm.numberOfNewRow) != nil
                && filled.allSatisfy { layout.facts(ofColumn: $0.heading)?.kind == .identifier }
        }
        var cells: [String: String] = [:]
        for field in filled {
            cells[FoldedName.fold(field.heading)] = sheet.text(record, field.column)
        }
        return delivered.isProposal(cells)
    }

    /// The new cells.
    mutating func build(_ header: Int) throws(DelimitedTextError) -> DelimitedTable {
        var builder = TableBuilder(detection: sheet.detection)
        var seen: Set<RowLabel> = Set([layout.headings?.row].compactMap(\.self))
        for record in 0..<sheet.recordCount {
            if record == header {
                try appendHeadings(to: &builder, record)
            } else if record > header {
                try append(record, to: &builder, &seen)
            }
            builder.endRecord(row: sheet.row(of: record), line: sheet.line(of: record))
        }
        for row in delivered.rows where !seen.contains(row) {
            changes.append(CorrectedSheet.PendingChange(kind: .rowRemoved, delivered: (row, nil)))
        }
        return builder.finish()
    }

    private mutating func appendHeadings(to builder: inout TableBuilder, _ record: Int) throws(DelimitedTextError) {
        for (index, field) in layout.fields.enumerated() {
            try builder.append(field.heading)
            let old = field.delivered
            guard let headings = layout.headings,
                old.map({ headings.text($0) != field.heading }) ?? !field.heading.trimmingBlanks.isEmpty
            else { continue }
            changes.append(
                CorrectedSheet.PendingChange(
                    kind: .headingEdited, delivered: old.map { (headings.row, $0) }, record: record, field: index))
        }
        for name in added { try builder.append(name) }
        guard let headings = layout.headings else { return }
        changes += layout.removedFields.map {
            CorrectedSheet.PendingChange(kind: .columnRemoved, delivered: (headings.row, $0))
        }
    }

    private mutating func append(
        _ record: Int, to builder: inout TableBuilder, _ seen: inout Set<RowLabel>
    ) throws(DelimitedTextError) {
        let own = values[record] ?? [:]
        guard !removed.contains(record), !(own.isEmpty && isBlank(record)), !isLeftOpen(record) else { return }
        let old = delivered.record(of: record).flatMap { seen.insert($0.row).inserted ? $0 : nil }
        if let old { deliveredRows[Int32(clamping: record)] = old.row.number }
        if old == nil { changes.append(CorrectedSheet.PendingChange(kind: .rowAdded, record: record)) }
        // Corrections in added columns stand behind all others.
        let concerned =
            own.keys.contains { $0 >= layout.fields.count }
            ? layout.fields.count
            : max(
                layout.fieldsConcerned(cells: sheet.fieldCount(of: record), delivered: old?.fieldCount ?? 0),
                (own.keys.max() ?? -1) + 1)
        try take(cells: concerned)
        for (index, field) in layout.fields[..<concerned].enumerated() {
            let kept = field.delivered.flatMap { delivered in
                old.flatMap { old in
                    sheet.withCell(record, field.column) { old.isShown(delivered, as: $0) } ? old.text(delivered) : nil
                }
            }
            let value = own[index]
            if let value {
                try builder.append(value)
            } else if let kept {
                try builder.append(kept)
            } else {
                try builder.append(record, field.column, of: sheet)
            }
            guard let old else { continue }
            let hasChanged =
                value.map { $0 != field.delivered.map(old.text) ?? "" }
                ?? (kept == nil && !(field.delivered == nil && sheet.isBlank(record, field.column)))
            guard hasChanged else { continue }
            changes.append(
                CorrectedSheet.PendingChange(
                    kind: value == nil ? .cellEdited : kindOfCorrection(record, index),
                    delivered: (old.row, field.delivered), record: record, field: index))
        }
        for index in layout.fields.count..<layout.fields.count + added.count where concerned == layout.fields.count {
            try builder.append(own[index] ?? "")
            guard let old, own[index].map({ !$0.isEmpty }) ?? false else { continue }
            changes.append(
                CorrectedSheet.PendingChange(
                    kind: kindOfCorrection(record, index), delivered: (old.row, nil), record: record, field: index))
        }
    }

    /// Counts cells of the corrected sheet.
    private mutating func take(cells count: Int) throws(DelimitedTextError) {
        cells += count
        guard cells <= DeliveryLimits.standard.cells else { throw .tooLarge(bytes: cells) }
    }

    private func kindOfCorrection(_ record: Int, _ position: Int) -> Corrections.Kind {
        marked.map { $0 == (record, position) } ?? false ? .markedAsCorrection : .correctionApplied
    }
}
