import ArgumentParser
import Maatwerk

/// One of several equal parts of a list of submissions, so that several machines share an inbox: `3/8` is the third of eight.
struct Shard: ExpressibleByArgument {
    private let number: Int
    private let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], (1...100_000).contains(count),
            (1...count).contains(number)
        else { return nil }
        self.number = number
        self.count = count
    }

    /// The part of `entries`. It does not depend on their order.
    func part(of entries: [SubmissionList.Entry]) -> [SubmissionList.Entry] {
        let sorted = entries.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
        return sorted.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
    }
}
