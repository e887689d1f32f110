import FoundationEssentials

/// A consolidation as JSON lines, for merging later: a header, then a line for each submission and each result left out.
///
/// The text is canonical (sorted keys, whole numbers, sorted lines), so that the same set always gives the same bytes.
public struct SummaryFile {
    /// The name and version of the format.
    public static let format = "maatwerk-deeloverzicht/3"

    /// The first line.
    public struct Header: Codable, Hashable, Sendable {
        /// The name and version of the format.
        public var format = SummaryFile.format
        /// The digest of the register that valued the rows; nil for none.
        public var register: String?
        /// The version of the program.
        public var tool: String
        /// How many lines follow, so that a file that was cut off between two of them is not taken for a whole one.
        var lines = 0

        /// The header of a summary made now.
        public init(register: String?, tool: String) {
            self.register = register
            self.tool = tool
        }
    }

    /// A line below the header.
    enum Line {
        case submission(SubmissionAggregate)
        case leftOut(SkippedResult)
    }

    /// Gives `consolidation` line by line, each with its line break.
    public static func write<Failure: Error>(
        _ consolidation: Consolidation, _ header: Header, to output: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let (digests, leftOut) = (consolidation.sorted, consolidation.sortedLeftOut)
        var header = header
        header.lines = digests.count + leftOut.count
        try output(encoded(header))
        for digest in digests { try output(line(.submission(digest))) }
        for result in leftOut { try output(line(.leftOut(result))) }
    }

    /// Reads a summary that was made with the same register.
    ///
    /// - Throws: ``ResultDamage`` when it cannot be used.
    public static func read(_ bytes: Data, register: String?) throws(ResultDamage) -> Consolidation {
        let decoder = JSONDecoder()
        var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated().makeIterator()
        // What another version writes below the format, only that version knows.
        guard let first = lines.next(), let kind = try? decoder.decode(Kind.self, from: first.element) else {
            throw ResultDamage(.summaryDamaged, line: 1)
        }
        guard kind.format == format else { throw ResultDamage(.otherFormat) }
        guard let header = try? decoder.decode(Header.self, from: first.element), header.lines >= 0 else {
            throw ResultDamage(.summaryDamaged, line: 1)
        }
        guard header.register == register else { throw ResultDamage(.otherRegister) }
        var consolidation = Consolidation()
        var (count, last) = (0, 1)
        while let (index, line) = lines.next() {
            guard !line.isEmpty else { continue }
            (count, last) = (count + 1, index + 1)
            do {
                let digest = try decoder.decode(SubmissionAggregate.self, from: line)
                guard digest.hasSoundCounts else { throw FigureOutOfBounds() }
                consolidation.add(digest)
            } catch is FigureOutOfBounds {
                throw ResultDamage(.figureOutOfBounds, line: index + 1)
            } catch {
                guard let result = try? decoder.decode(SkippedResult.self, from: line) else {
                    throw ResultDamage(.summaryDamaged, line: index + 1)
                }
                consolidation.leaveOut(result)
            }
        }
        guard count == header.lines else { throw ResultDamage(.summaryDamaged, line: last) }
        return consolidation
    }

    private struct Kind: Decodable { let format: String }

    static func line(_ line: Line) -> [UInt8] {
        switch line {
        case .submission(let digest): encoded(digest)
        case .leftOut(let result): encoded(result)
        }
    }

    private static func encoded(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Digests hold texts, whole numbers and lists only, none of which can fail.
        return Array((try? encoder.encode(value)) ?? Data()) + [0x0a]
    }
}
