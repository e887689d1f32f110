/// Finds the separator of a text: the one that gives its first records the most stable number of columns.
struct SeparatorDetection {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the records begin.
    let start: Int

    /// So many records are looked at, and no more once so many bytes are passed.
    private static var sample: (records: Int, bytes: Int) { (records: 400, bytes: 1 << 18) }

    /// The choice, when it is the text that decides.
    func choose() -> SeparatorChoice {
        let samples = samples(by: DelimitedTable.separators)
        guard let best = samples.first, best.isClear else {
            let semicolon = samples.first { $0.separator == Byte.semicolon }?.tally
            let other = samples.first { $0.separator != Byte.semicolon }?.tally
            return SeparatorChoice(byte: Byte.semicolon, basis: .unclear, tally: semicolon, runnerUp: other)
        }
        return SeparatorChoice(
            byte: best.separator, basis: .counted, tally: best.tally, runnerUp: samples.dropFirst().first?.tally)
    }

    /// The evidence for the separator that the first line names; another one where that divides nothing, and the other one divides every line of
    /// a table: whoever opened and saved the file kept the line as it was.
    func confirmDirective(_ separator: UInt8) -> SeparatorChoice {
        let named = confirm(separator, basis: .directive)
        guard named.tally == nil, let other = named.runnerUp, other.columns >= 3, other.records >= 2,
            other.agreeing == other.records
        else { return named }
        return choose()
    }

    /// The evidence, when something else has decided.
    func confirm(_ separator: UInt8, basis: SeparatorBasis) -> SeparatorChoice {
        let others = DelimitedTable.separators.filter { $0 != separator }
        return SeparatorChoice(
            byte: separator, basis: basis, tally: sample(by: separator).tally,
            runnerUp: samples(by: others).first?.tally)
    }

    /// A sample for each of the separators that divide at least one record, the best first.
    private func samples(by separators: [UInt8]) -> [ColumnSample] {
        var samples = separators.map { sample(by: $0) }
        // Where another sign divides most lines, commas in amounts and in prose say nothing.
        if let comma = samples.firstIndex(where: { $0.separator == Byte.comma }),
            samples.contains(where: { $0.separator != Byte.comma && $0.isClear })
        {
            samples[comma] = sample(by: Byte.comma, ignoringProse: true)
        }
        samples.removeAll { $0.tally == nil }
        // Sorting is not promised to be stable, so the order of preference is part of the comparison.
        return samples.enumerated()
            .sorted { ($0.element.rank, -$0.offset) > ($1.element.rank, -$1.offset) }
            .map { $0.element }
    }

    private func sample(by separator: UInt8, ignoringProse: Bool = false) -> ColumnSample {
        var scanner = RecordScanner(bytes, separator: separator, columns: nil)
        let syntax = FieldSyntax(bytes: bytes, separator: separator)
        var counts: [Int] = []
        var position = start
        while position < bytes.count, counts.count < Self.sample.records, position - start < Self.sample.bytes {
            let line = bytes.line(at: position)
            var (end, columns) = (line.end, 0)
            if line.hasQuote {
                let extent = scanner.scan(from: line)
                (position, end, columns) = (extent.next, extent.end, extent.fieldCount)
            } else {
                columns = syntax.separators(in: line.start..<line.end).all + 1
                position = line.next
            }
            let record = line.start..<end
            guard !isBlank(record, separator: separator) else { continue }
            if ignoringProse { columns = max(1, columns - syntax.separators(in: record).loose) }
            counts.append(columns)
        }
        return ColumnSample(separator: separator, counts: counts)
    }

    /// Is there nothing in `record` but signs that might separate, quotes and blanks?
    private func isBlank(_ record: Range<Int>, separator: UInt8) -> Bool {
        bytes[record].allSatisfy {
            $0 == separator || DelimitedTable.separators.contains($0) || $0 == Byte.space || $0 == Byte.quote
        }
    }
}

extension ColumnSample {
    /// Clear samples come before all others.
    fileprivate var rank: Double { isClear ? score + 1_000_000 : score }
}
