import Assessments
import Plumbing
import Rules
import SocialReturnModel

/// All findings of an assessment as bytes, a block after the other in their order. Some blocks are written at the same time: a file in
/// which every cell is wrong has more to tell than it has cells.
struct FindingBlocks: Sendable {
    let assessment: Assessment
    let language: Language
    let format: FindingFormat
    /// Whether a finding begins on a line of its own; CSV always does.
    let breaksLines: Bool

    /// How many findings a block has, and how many blocks are kept at a time: a few megabytes.
    private static let findingsPerBlock = 2048
    private static let blocksAtOnce = 4

    /// Gives every block to `body`.
    func forEach<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        let count = assessment.findings.all.count
        let step = Self.findingsPerBlock * Self.blocksAtOnce
        for start in stride(from: 0, to: count, by: step) {
            for block in blocks(start..<min(count, start + step)) { try body(block) }
        }
    }

    private func blocks(_ range: Range<Int>) -> [[UInt8]] {
        let count = (range.count + Self.findingsPerBlock - 1) / Self.findingsPerBlock
        return Parallel.map(count) { position in
            let start = range.lowerBound + position * Self.findingsPerBlock
            return block(start..<min(range.upperBound, start + Self.findingsPerBlock))
        }
    }

    private func block(_ range: Range<Int>) -> [UInt8] {
        let writer = FindingWriter(assessment, language, format)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count * 320)
        writer.append(range, to: &bytes) { index, bytes in
            guard format == .json else { return }
            if index > 0 { bytes.append(0x2c) }
            if breaksLines { bytes.append(0x0a) }
        }
        return bytes
    }
}
