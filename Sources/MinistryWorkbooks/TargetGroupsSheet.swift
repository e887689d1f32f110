import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let targetGroups = MinistrySheet(
        "Doelgroepen", at: 150,
        meaning: Text(nl: "De inzet per doelgroep en per soort.", en: "The placements by target group and kind."),
        count: { $0.groups.count + $0.kinds.count }
    ) { .targetGroups($0) }
}

extension SheetDefinition<MinistryLine> {
    /// *Doelgroepen*: the placements by target group, and by kind.
    static func targetGroups(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.targetGroups.name, title: Text(nl: "Doelgroepen", en: "Target groups"),
            explanation: overview.withWhatTotalsLack(
                Text(
                    nl: "Wie er werken en leren, per doelgroep en per soort inzet, over alle gerapporteerde perioden.",
                    en: "Who works and learns, by target group and by kind of placement, over all reported periods.")),
            frozenColumns: 3,
            columns: [
                SheetColumn(Text(nl: "Indeling", en: "Division"), key: "indeling", width: 14...20) { line, language in
                    .text(
                        line.group != nil
                            ? Text(nl: "Doelgroep", en: "Target group")[language]
                            : Text(nl: "Soort inzet", en: "Kind of placement")[language])
                },
                SheetColumn(Text(nl: "Code", en: "Code"), key: "code", width: 10...18) { line, _ in
                    .text(Ministry.key(line.slice.key))
                },
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "naam", width: 26...42) { line, language in
                    .text(
                        line.group != nil
                            ? Ministry.groupName(line.slice.key, language)
                            : Ministry.kindName(line.slice.key, language))
                },
            ]
                + (FigureKind.standard + [.value]).map { kind in
                    .figure(kind) { line, kind in
                        guard let group = line.group else { return kind.cell(line.slice.figures, line.ministry) }
                        return kind.cell(group.figures, line.ministry, sumOf: line.placements(of: group))
                    }
                })
    }
}

extension MinistryLine {
    /// The target group on this line; nil for a kind.
    fileprivate var group: SliceLine? { index < overview.groups.count ? overview.groups[index] : nil }

    fileprivate var slice: SliceLine { group ?? overview.kinds[index - overview.groups.count] }

    /// The lines of *Gegevens* with this group.
    fileprivate func placements(of group: SliceLine) -> SummedLines {
        let extent = ministry.extents[.targetGroups]
        return SummedLines(
            sheet: .data, lines: ministry.placementsOfGroup[group.key] ?? [],
            figures: { overview.placements[$0].figures },
            matches: extent.map { [("code", $0.ownCell("code", line: index))] } ?? [],
            comparers: overview.groups.count)
    }
}

extension Ministry {
    /// The name of a target group, or the word for none.
    static func groupName(_ code: String, _ language: Language) -> String {
        (TargetGroup.allCases.first { $0.code == code }?.name ?? unknown)[language]
    }

    /// The name of a kind of placement, or the word for none.
    static func kindName(_ code: String, _ language: Language) -> String {
        (PlacementKind.allCases.first { $0.code == code }?.name ?? unknown)[language]
    }
}
