import Plumbing

/// Spans of days of which no two share a day, each with a number that tells whose it is.
///
/// Adding a span looks at those near it only, however many there are: a few are looked through, more are kept apart by stretches of
/// 512 days, in each of which no more spans than days fit.
public struct DaySpans: Sendable {
    private struct Span: BitwiseCopyable {
        let start: Int32
        let end: Int32
        let owner: Int
    }

    private var few: [Span] = []
    private var stretches: [Int32: [Span]] = [:]

    private static let mostLookedThrough = 16

    /// No spans.
    public init() {}

    /// Forgets all spans.
    public mutating func removeAll() {
        few.removeAll(keepingCapacity: true)
        if !stretches.isEmpty { stretches.removeAll() }
    }

    /// Adds the days from `start` to `end`, both included, as those of `owner`, unless a day of them is in a span already: then nothing
    /// is added, and the owner of such a span is returned. Days in the wrong order add nothing.
    public mutating func insert(_ start: Day, _ end: Day, owner: Int) -> Int? {
        guard start <= end else { return nil }
        let span = Span(start: start.daysSince1970, end: end.daysSince1970, owner: owner)
        if stretches.isEmpty {
            if let other = few.first(where: { $0.start <= span.end && span.start <= $0.end }) { return other.owner }
            few.append(span)
            if few.count > Self.mostLookedThrough { few.forEach { add($0) } }
            return nil
        }
        for stretch in Self.stretches(of: span) {
            let spans = stretches[stretch] ?? []
            let next = Self.position(of: span, in: spans)
            if next < spans.count, spans[next].start <= span.end { return spans[next].owner }
        }
        add(span)
        return nil
    }

    private mutating func add(_ span: Span) {
        for stretch in Self.stretches(of: span) {
            stretches[stretch, default: []].insert(span, at: Self.position(of: span, in: stretches[stretch] ?? []))
        }
    }

    private static func stretches(of span: Span) -> ClosedRange<Int32> {
        // Shifting rounds down, also below zero.
        span.start >> 9...span.end >> 9
    }

    /// The position of the first of `spans` that ends on the first day of `span` or later.
    private static func position(of span: Span, in spans: [Span]) -> Int {
        spans.partitioningIndex { $0.end >= span.start }
    }
}
