import Intake
import SocialReturnModel
import Testing

/// The lists of own words, line by line: each says something that is not read already, of a column or code that exists.
@Suite("Own words: the lists")
struct OwnWordListTests {
    /// The columns of the tables that a line of the list of headings is about.
    private static func columns(_ line: [String]) -> [(facts: TableFacts, column: Int)] {
        TableID.submission.map(AllTables.facts).filter { line[1] == "*" || $0.fileName == line[1] + ".csv" }
            .compactMap { facts in facts.index(of: line[2]).map { (facts, $0) } }
    }

    @Test("A heading is folded, names columns that exist, and is not read already")
    func headings() {
        let lines = OwnWordLines.headings.lines
        #expect(lines.count >= 200)
        var seen: Set<String> = []
        for line in lines {
            guard line.count == 3 else {
                Issue.record("\(line) has \(line.count) fields")
                continue
            }
            let heading = line[0]
            #expect(!heading.isEmpty && FoldedName.fold(heading) == heading, "\(line)")
            let columns = Self.columns(line)
            #expect(!columns.isEmpty, "\(line) names no column")
            var isNew = false
            for (facts, column) in columns {
                #expect(seen.insert("\(facts.fileName) \(heading)").inserted, "\(line) stands there twice")
                #expect(RefusedHeading(heading: heading, in: facts.id) == nil, "\(line) is refused")
                let owner = facts.columns.firstIndex { known in
                    ([known.name] + known.aliases).contains { FoldedName.fold($0) == heading }
                }
                #expect(owner == nil || owner == column, "\(line): the template gives it another meaning")
                isNew = isNew || owner == nil
            }
            #expect(isNew, "\(line) is read already")
        }
    }

    @Test("Each line of the list of headings is proposed")
    func headingsAreProposed() throws {
        for line in OwnWordLines.headings.lines {
            for (facts, column) in Self.columns(line) {
                let known = ([facts.columns[column].name] + facts.columns[column].aliases).map(FoldedName.fold)
                guard !known.contains(line[0]) else { continue }
                let found = try Proposal.columns(below: [line[0]], in: facts.id)
                #expect(found == [facts.columns[column].name], "\(line): \(found)")
            }
        }
    }

    @Test("A word is folded, names a code of a list that exists, and is not read already")
    func values() {
        let lists = Dictionary(
            CodeListDescription.lists(of: TableID.submission.map(AllTables.facts)).map { ($0.name.nl, $0) },
            uniquingKeysWith: { first, _ in first })
        let lines = OwnWordLines.values.lines
        #expect(lines.count >= 150)
        var seen: Set<String> = []
        for line in lines {
            guard line.count == 3, let list = lists[line[0]] else {
                Issue.record("\(line) names no list")
                continue
            }
            #expect(!line[1].isEmpty && FoldedName.fold(line[1]) == line[1], "\(line)")
            #expect(seen.insert("\(line[0]) \(line[1])").inserted, "\(line) stands there twice")
            #expect(list.rawValue(for: line[1]) == nil, "\(line) is read already")
            let code = list.entries.firstIndex { $0.code == line[2] }
            #expect(code != nil, "\(line) names no code")
            let proposed = CodeProposals.shared.rawValue(for: line[1], in: list)
            #expect(proposed.map(Int.init) == code, "\(line)")
        }
        let lacking = Set(lists.keys).subtracting(lines.map(\.first!))
        #expect(lacking.isEmpty, "no words for \(lacking.sorted())")
    }

    @Test("Headings that the list was not made from are mostly proposed rightly, and hardly ever wrongly")
    func headingsThatNobodyThoughtOf() throws {
        var (right, read, wrong, silent): (Int, Int, [String], [String]) = (0, 0, [], [])
        for (table, heading, column) in HeldOutHeadings.meant {
            let found = try Proposal.columns(below: [heading], in: table)
            if found == [column] {
                right += 1
            } else if found.isEmpty {
                let index = AllTables.facts(table).index(of: column) ?? -1
                if try Proposal.source(below: [heading], in: table)?.fieldOfColumn[index] == 0 {
                    read += 1
                } else {
                    silent.append(heading)
                }
            } else {
                wrong.append("\(heading): \(found)")
            }
        }
        let tempted = try HeldOutHeadings.notMeant.filter {
            try !Proposal.columns(below: [$0.heading], in: $0.table).isEmpty
        }
        print(
            "own headings:", HeldOutHeadings.meant.count, "proposed rightly:", right, "read already:", read,
            "not proposed:", silent, "wrongly:", wrong, "of", HeldOutHeadings.notMeant.count, "others:", tempted)
        #expect(HeldOutHeadings.meant.count == 60)
        #expect(right + read >= 45)
        #expect(wrong.count <= 3)
        #expect(tempted.count <= 2)
    }
}

/// What is proposed for headings.
enum Proposal {
    private static let cover = "leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld;2026-Q3;1\n"

    /// The submission in which `table` has `headings` and one that nobody knows, with a row below them.
    static func submission(
        below headings: [String], in table: TableID, _ register: ContractRegister? = nil
    ) throws -> Submission {
        let facts = AllTables.facts(table)
        let text =
            (headings + ["zzz"]).map { "\"\($0)\"" }.joined(separator: ";") + "\n"
            + Array(repeating: "7", count: headings.count + 1).joined(separator: ";") + "\n"
        var files = [SourceFile(name: facts.fileName, text: text)]
        if table != .cover { files.append(SourceFile(name: "voorblad.csv", text: cover)) }
        return try SubmissionReader.read(SubmissionFiles(name: "proef", files: files), register: register)
    }

    /// The file behind that table.
    static func source(below headings: [String], in table: TableID) throws -> SourceTable? {
        try submission(below: headings, in: table).source(of: table)
    }

    /// The names of the columns that are proposed.
    static func columns(below headings: [String], in table: TableID) throws -> [String] {
        try submission(below: headings, in: table).observations
            .filter { [.headingMeant, .headingMeantRequired].contains($0.kind) && $0.place.table == table }
            .compactMap { $0.place.column.knownIndex.map { AllTables.facts(table).columns[$0].name } }
    }
}
