import Consolidations
import SocialReturnModel
import Spreadsheets

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
    /// The version of the program; nil leaves it out.
    let toolVersion: String?
    /// The digest of the register; nil for none.
    let registerDigest: String?

    init(
        _ overview: Overview, _ language: Language, sheetRows: Int, toolVersion: String?, registerDigest: String?
    ) {
        self.overview = overview
        self.language = language
        self.toolVersion = toolVersion
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
        responseLines = overview.picture.response?.linesByUrgency ?? []
        var extents: [MinistrySheet: SheetRange] = [:]
        for (sheet, plan) in Self.plans(overview) {
            extents[sheet] = plan.frame.extent(lineCount: Self.count(sheet, overview), sheetRows: sheetRows)
        }
        self.extents = extents
    }

    /// The declared sheets, in their order. *Herkomst* has lines of its own kind.
    static func plans(_ overview: Overview) -> [(MinistrySheet, SheetDefinition<MinistryLine>)] {
        let allPlans = allPlans(overview)
        guard overview.precision == .rounded else { return allPlans }
        // A contract, a period and a group at once is about too few to share, however it is rounded. And three numbers of the same people
        // beside each other tell more than one: groups in a period, places and contract forms stand in the exact workbook.
        return allPlans.map { sheet, plan in
            (
                sheet,
                plan.without([FigureKind.placements.key, FigureKind.permanentContracts.key]).without(
                    sheet == .data ? ["code", "doelgroep", FigureKind.permanentJobs.key] : [])
            )
        }
    }

    private static func allPlans(_ overview: Overview) -> [(MinistrySheet, SheetDefinition<MinistryLine>)] {
        [
            (.response, .response), (.contracts, .contracts), (.commitments, .commitmentList), (.obstacles, .obstacles),
            (.learning, .learning),
            (
                .matches,
                .matches(overview).beginning(with: [
                    "past", "aanbod", "vraag", "vak", "regio", "aantal", "vanaf", "waarom", "anderen",
                ])
            ),
            (
                .trend,
                .trend.beginning(with: [
                    "naam", "leverancier", "eerder", "nu", "personen_eerder", "personen_nu", "personen_verschil",
                    "fte_eerder",
                    "fte_nu", "fte_verschil", "wat",
                ])
            ),
            (.regions, .regions),
            (.tables, .tables(overview).beginning(with: ["indeling", "wat"] + overview.comparedTables.map(\.id))),
            (.clients, .clients),
            (.categories, .categories), (.suppliers, .suppliers), (.targetGroups, .targetGroups),
            (.purchases, .purchasesByPartner), (.examples, .examples), (.control, .findingsOfAll), (.data, .data),
        ]
    }

    /// How many lines a declared sheet has.
    static func count(_ sheet: MinistrySheet, _ overview: Overview) -> Int {
        switch sheet {
        case .clients: overview.clients.count
        case .categories: overview.categories.count
        case .suppliers: overview.suppliers.count
        case .contracts: overview.contracts.count
        case .targetGroups: overview.groups.count + overview.kinds.count
        case .data: overview.placements.count
        case .purchases: overview.purchases.count
        case .commitments: overview.commitments.count
        case .trend: overview.comparisons.count
        case .regions: overview.regions.count
        case .tables: overview.tableLines.count
        case .matches: overview.matches.count
        case .examples: overview.examples.count
        case .obstacles: overview.picture.help.count
        case .response: overview.picture.response?.lines.count ?? 0
        case .learning: overview.picture.lessons.count
        case .control: overview.crossFindings.count + overview.ruleLines.count
        case .readingGuide, .dashboard, .provenance: 0
        }
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
