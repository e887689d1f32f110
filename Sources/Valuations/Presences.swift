import Intake
import SocialReturnModel

/// What each placement of a table brings, in the order of the table.
///
/// Who has one placement is never above full time, so what it brings follows from its valuation and is worked out when it is asked for;
/// hardly anybody has more, and only theirs are laid beside each other and kept.
public struct Presences: Sendable {
    private let values: PlacementValuations
    private let period: ReportingPeriod?
    /// What those bring whose participant has several placements, by position.
    private var shared: [Int: Presence] = [:]

    /// No placements.
    public static let none = Presences()

    private init() { (values, period) = (.none, nil) }

    /// - Parameters:
    ///   - values: The valuations of the rows, in their order.
    ///   - period: The reporting period; nil where the cover names none.
    public init(of table: TableData<Placement>, _ values: PlacementValuations, _ period: ReportingPeriod?) {
        (self.values, self.period) = (values, period)
        guard period != nil else { return }
        let repeated = SymbolSet.repeated(\.participant, in: table)
        guard !repeated.isEmpty else { return }
        var spans: [PersonSpan] = []
        for index in table.rows.indices where !table.isSetAside[index] {
            let row = table.rows[index]
            // A row without a participant is nobody else's.
            guard let participant = row.participant, repeated.contains(participant), let days = countingDays(index)
            else {
                continue
            }
            spans.append(
                PersonSpan(
                    contract: row.contract?.rawValue ?? -1, participant: participant.rawValue, index: index, days: days)
            )
        }
        spans.sort { ($0.contract, $0.participant, $0.index) < ($1.contract, $1.participant, $1.index) }
        var start = 0
        while start < spans.count {
            var end = start + 1
            while end < spans.count, spans[end].isOfSame(as: spans[start]) { end += 1 }
            if end > start + 1 { share(spans[start..<end]) }
            start = end
        }
    }

    /// What the placement at `index` brings; nil for one that was set aside, or whose full-time hours nobody knows.
    public subscript(index: Int) -> Presence? {
        if !shared.isEmpty, let presence = shared[index] { return presence }
        guard period != nil, index < values.count, let value = values[index], value.counted != nil, value.week != nil
        else { return nil }
        return countingDays(index)?.whole ?? Presence.none
    }

    /// The days and hours of the placement at `index`; nil where no day counts.
    private func countingDays(_ index: Int) -> CountingDays? {
        guard let period, index < values.count, let value = values[index], let counted = value.counted,
            counted.count > 0, let week = value.week, let window = FTEWindow(value.terms?.contract, period)
        else { return nil }
        let (first, last) = (max(counted.first, window.days.start), min(counted.last, window.days.end))
        guard first <= last else { return nil }
        return CountingDays(
            first: first.daysSince1970, last: last.daysSince1970, hours: week.counted.tenThousandths,
            most: week.fullTime.tenThousandths, end: window.days.end.daysSince1970)
    }

    /// Gives each of the placements of one participant what is left of full time, day by day between those on which one begins or ends.
    ///
    /// A list of placements of one person is short; from 64 on they are counted by themselves, as a code that so many rows share is
    /// no person.
    private mutating func share(_ spans: ArraySlice<PersonSpan>) {
        guard spans.count <= 64 else { return }
        let edges = Set(spans.flatMap { [$0.days.first, $0.days.last + 1] }).sorted()
        var sums: [Int: (hourDays: Int64, lastDay: Int64, isCapped: Bool)] = [:]
        for (from, to) in zip(edges, edges.dropFirst()) {
            var used: Int64 = 0
            for span in spans where span.days.first <= from && span.days.last >= to - 1 {
                let hours = max(0, min(span.days.hours, span.days.most - used))
                used += hours
                sums[span.index, default: (0, 0, false)].hourDays += hours * Int64(to - from)
                if to - 1 == span.days.end { sums[span.index, default: (0, 0, false)].lastDay = hours }
                if hours < span.days.hours { sums[span.index, default: (0, 0, false)].isCapped = true }
            }
        }
        for (index, sum) in sums {
            shared[index] = Presence(hourDays: sum.hourDays, lastDayHours: sum.lastDay, isCapped: sum.isCapped)
        }
    }

    /// The days that count of a placement, as days since 1970, with its hours a week and those of full time, in ten-thousandths.
    private struct CountingDays {
        let first: Int32
        let last: Int32
        let hours: Int64
        let most: Int64
        /// The last day of the period on which the contract runs.
        let end: Int32

        var whole: Presence {
            Presence(
                hourDays: hours * Int64(last - first + 1), lastDayHours: last == end ? hours : 0, isCapped: false)
        }
    }

    /// A placement of somebody who has several.
    private struct PersonSpan {
        let contract: Int32
        let participant: Int32
        let index: Int
        let days: CountingDays

        func isOfSame(as other: PersonSpan) -> Bool {
            contract == other.contract && participant == other.participant
        }
    }
}
