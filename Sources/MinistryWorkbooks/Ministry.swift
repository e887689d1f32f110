import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

/// The ministry's workbook being written: what every sheet of it works with.
struct Ministry: Bilingual, Sendable {
    /// What it shows.
    let overview: Overview
    /// The language of headings and sentences.
    let language: Language
    /// Where the lines of each declared sheet land.
    let extents: [MinistrySheet: SheetRange]
    /// The last report that counts of each supplier, by KvK number.
    let lastReports: [String: Int]
    /// The positions of the placements of each target group.
    let placementsOfGroup: [String: [Int]]
    /// What was expected and what came in, most urgent first.
    let responseLines: [ResponseLine]
    /// The contracts of which a report that was expected was rejected.
    let rejectedContracts: Set<String>
    /// The contracts of which a report that was expected counts, whatever it holds.
    let answeredContracts: Set<String>
    /// What the workbook is called, at the foot of every page and above the first.
    let title: String
    /// The version of the program; nil leaves it out.
    let toolVersion: String?
    /// The digest of the register; nil for none.
    let registerDigest: String?

    init(
        _ overview: Overview, _ language: Language, title: String, sheetRows: Int, toolVersion: String?,
        registerDigest: String?
    ) {
        self.overview = overview
        self.language = language
        (self.title, self.toolVersion) = (title, toolVersion)
        self.registerDigest = registerDigest
        var lastReports: [String: Int] = [:]
        // Digests are in the order of supplier and period.
        for index in overview.superseding.inEffect {
            if let supplier = overview.digests[index].supplier { lastReports[supplier.description] = index }
        }
        self.lastReports = lastReports
        placementsOfGroup =
            overview.precision == .rounded
            ? [:]
            : overview.placements.indices.reduce(into: [:]) {
                $0[overview.placements[$1].group, default: []].append($1)
            }
        let expected = (overview.picture.response?.lines ?? []).filter(\.isExpected)
        rejectedContracts = Set(expected.filter { $0.state == .rejected }.map(\.contract))
        answeredContracts = Set(expected.filter { [.approved, .received].contains($0.state) }.map(\.contract))
        responseLines = overview.picture.response?.linesByUrgency ?? []
        var extents: [MinistrySheet: SheetRange] = [:]
        for sheet in MinistrySheet.all {
            guard let table = sheet.table else { continue }
            extents[sheet] = table.definition(overview).frame.extent(
                lineCount: table.count(overview), sheetRows: sheetRows)
        }
        self.extents = extents
    }

    /// The cell of a contract on *Contracten*.
    func target(ofContract position: Int) -> LinkTarget? {
        extents[.contracts]?.target(line: position, showing: "contract")
    }

    /// What stands for a name or key that nobody knows.
    static let unknown = Text(nl: "(onbekend)", en: "(unknown)")

    /// A key, or the word for none. The same text on every sheet, as formulas compare it.
    static func key(_ key: String) -> String { key.isEmpty ? unknown.nl : key }
}

/// A line of a declared sheet: what it is about is at `index` of the overview's list.
struct MinistryLine: Sendable {
    let ministry: Ministry
    let index: Int

    var overview: Overview { ministry.overview }
}
