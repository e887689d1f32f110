import Intake
import SocialReturnModel

extension Findings {
    /// Puts the findings in file, row and rule order. Files stand in the order of the interface, register files after them.
    ///
    /// Findings come step by step and rule by rule, so that those of a row lie far apart. They are dealt out to their rows first, which
    /// takes two passes, and then put in order within each row.
    public mutating func sort() {
        guard all.count > Self.fewFindings else { return all.sort { $0.isBefore($1) } }
        var records = [Int](repeating: 0, count: TableID.allCases.count)
        for finding in all {
            let table = Int(finding.place.table.rawValue)
            records[table] = max(records[table], Int(finding.place.record) + 2)
        }
        // Where the rows of each table begin among all rows; the row before the first is the table as a whole.
        var rows = 0
        let firstRow = records.map { count in
            defer { rows += count }
            return rows
        }
        let row = { (finding: Finding) in firstRow[Int(finding.place.table.rawValue)] + Int(finding.place.record) + 1 }
        var ends = [Int](repeating: 0, count: rows + 1)
        for finding in all { ends[row(finding) + 1] += 1 }
        for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
        let dealt = [Finding](unsafeUninitializedCapacity: all.count) { buffer, count in
            for finding in all {
                let row = row(finding)
                buffer.initializeElement(at: ends[row], to: finding)
                ends[row] += 1
            }
            count = all.count
        }
        all = dealt
        // Each row now ends where the next one began.
        all.withUnsafeMutableBufferPointer { findings in
            var start = 0
            for end in ends where end > start {
                Self.sort(UnsafeMutableBufferPointer(rebasing: findings[start..<end]))
                start = end
            }
        }
    }

    /// Puts the findings of a row in order: most stand right already, and only a damaged file has very many in one.
    private static func sort(_ findings: UnsafeMutableBufferPointer<Finding>) {
        guard findings.count <= manyInARow else {
            var findings = findings
            return findings.sort { $0.isBefore($1) }
        }
        for index in findings.indices.dropFirst() where findings[index].isBefore(findings[index - 1]) {
            let finding = findings[index]
            var position = index
            while position > 0, finding.isBefore(findings[position - 1]) {
                findings[position] = findings[position - 1]
                position -= 1
            }
            findings[position] = finding
        }
    }

    /// Above this number of findings an ordinary sort is better for a row too.
    private static let manyInARow = 64
    /// Up to this number an ordinary sort is as good.
    private static let fewFindings = 1_000
}

extension Finding {
    /// Whether the finding comes before `other`.
    fileprivate func isBefore(_ other: Finding) -> Bool {
        let (key, otherKey) = (sortKey, other.sortKey)
        return key == otherKey ? place.line < other.place.line : key < otherKey
    }
}
