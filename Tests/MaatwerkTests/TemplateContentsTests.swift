import Foundation
import Testing

@testable import Maatwerk

@Suite struct TemplateContentsTests {
    private let toolkit: Toolkit

    init() throws { toolkit = try Toolkit() }

    @Test func withoutAnythingOnlyTheVersionIsThere() throws {
        let contents = try toolkit.templateContents()
        #expect(contents.rows.keys.sorted() == [.cover])
        #expect(contents.rows[.cover]?.first?.compactMap { $0 } == [.text(TemplateVersion.current)])
        #expect(contents.contracts.isEmpty)
        #expect(contents.supplierName == nil)
    }

    @Test func aNumberAloneGoesOnTheCover() throws {
        let kvk = try #require(KvKNumber(digits: Array("01234567".utf8)))
        let contents = try toolkit.templateContents(supplier: kvk)
        #expect(contents.rows[.cover]?.first?.first == .text("01234567"))
    }

    @Test(arguments: [
        (TableID.cover, true), (.placements, true), (.purchases, true), (.evidence, true), (.hours, false),
        (.commitments, false), (.learningPlaces, false),
    ])
    func theSimpleProfileShowsWhatMostNeed(_ table: TableID, _ isShown: Bool) {
        var contents = TemplateContents(version: "1")
        #expect(TemplateProfile.simple.shows(table, in: contents) == isShown)
        #expect(TemplateProfile.full.shows(table, in: contents))
        contents.rows[table] = [AllTables.facts(table).columns.map { _ in .text("x") }]
        #expect(TemplateProfile.simple.shows(table, in: contents))
    }

    /// A name that a kept column is misspelt under would hide it without a word.
    @Test func onlyOptionalColumnsAreEverHidden() {
        let contents = TemplateContents(version: "1")
        for table in TableID.submission.map({ AllTables.facts($0) }) {
            let hidden = table.columns.indices.filter { !TemplateProfile.simple.shows($0, of: table, in: contents) }
            #expect(hidden.allSatisfy { !table.columns[$0].isRequired })
        }
        let kept = [
            TableID.cover: 7, .placements: 13, .purchases: 10, .evidence: 5,
        ]
        for (table, count) in kept {
            let facts = AllTables.facts(table)
            #expect(
                facts.columns.indices.count { TemplateProfile.simple.shows($0, of: facts, in: contents) } == count,
                "\(facts.fileName)")
        }
    }
}
