/// The state of hiding numbers until no single sum gives one away.
struct Shielding {
    private let table: ShieldedTable
    private let smallest: Int
    /// Whether each number is hidden.
    private(set) var isHidden: [Bool]
    /// The sums that each number stands in.
    private let sumsOf: [[Int32]]
    /// The members of each sum that are not zero, the smallest first; made when first needed.
    private var candidates: [Int: (members: [Int], next: Int)] = [:]
    /// How many parts of each sum are hidden, and how many persons they are.
    private var hiddenParts: [Int]
    private var hiddenPersons: [Int]
    private var queue: [Int] = []
    private var isQueued: [Bool]

    init(_ table: ShieldedTable, smallest: Int) {
        self.table = table
        self.smallest = smallest
        isHidden = table.values.indices.map {
            (1..<smallest).contains(table.values[$0]) || table.hidden.contains($0)
        }
        var sumsOf = [[Int32]](repeating: [], count: table.values.count)
        for (index, sum) in table.sums.enumerated() {
            sumsOf[sum.total].append(Int32(index))
            for part in sum.parts { sumsOf[part].append(Int32(index)) }
        }
        self.sumsOf = sumsOf
        let isHidden = isHidden
        hiddenParts = table.sums.map { $0.parts.count { isHidden[$0] } }
        hiddenPersons = table.sums.map { $0.parts.reduce(0) { $0 + (isHidden[$1] ? table.values[$1] : 0) } }
        queue = Array(table.sums.indices.reversed())
        isQueued = Array(repeating: true, count: table.sums.count)
    }

    /// Hides until every sum hides either nothing or enough.
    mutating func settle() {
        while let sum = queue.popLast() {
            isQueued[sum] = false
            while needsCover(sum), hideSmallest(in: sum) {}
        }
    }

    /// Hides one more number near each of `found`; false when nothing is left to hide.
    mutating func cover(_ found: [Int]) -> Bool {
        var hidAny = false
        for index in found where hideNear(index) { hidAny = true }
        return hidAny
    }

    /// Whether exactly one number of the sum is hidden, or its hidden parts together are a small group.
    private func needsCover(_ index: Int) -> Bool {
        if isHidden[table.sums[index].total] { return hiddenParts[index] == 0 }
        return hiddenParts[index] == 1 || (hiddenParts[index] > 0 && hiddenPersons[index] < smallest)
    }

    private mutating func hideSmallest(in sum: Int) -> Bool {
        var (members, next) = candidates[sum] ?? (sorted(sum), 0)
        while next < members.count, isHidden[members[next]] { next += 1 }
        defer { candidates[sum] = (members, next) }
        guard next < members.count else { return false }
        hide(members[next])
        return true
    }

    /// Parts before the total: a total says more to a reader.
    private func sorted(_ index: Int) -> [Int] {
        let sum = table.sums[index]
        let parts = sum.parts.filter { table.values[$0] > 0 }.sorted {
            (table.values[$0], $0) < (table.values[$1], $1)
        }
        return table.values[sum.total] > 0 ? parts + [sum.total] : parts
    }

    private mutating func hide(_ index: Int) {
        isHidden[index] = true
        for sum in sumsOf[index].map(Int.init) {
            if table.sums[sum].total != index {
                hiddenParts[sum] += 1
                hiddenPersons[sum] += table.values[index]
            }
            guard !isQueued[sum] else { continue }
            isQueued[sum] = true
            queue.append(sum)
        }
    }

    /// Goes from sum to sum over hidden numbers until one has something left to hide.
    private mutating func hideNear(_ start: Int) -> Bool {
        var seen: Set<Int> = [start]
        var waiting = [start]
        while !waiting.isEmpty {
            let index = waiting.removeFirst()
            for sum in sumsOf[index].map(Int.init) {
                if hideSmallest(in: sum) { return true }
                for member in table.sums[sum].parts + [table.sums[sum].total]
                where isHidden[member] && seen.insert(member).inserted { waiting.append(member) }
            }
        }
        return false
    }
}
