import Rules
import SocialReturnModel

/// Rules that were not tested, or not for everything, for one reason: which, why, and what to supply.
public struct NotTestedGroup: Sendable, Hashable {
    /// Why.
    public internal(set) var reason: Text
    /// What to supply; nil where nothing that anybody could supply would help.
    public internal(set) var supply: Text?
    /// Who can supply it; nil where it is asked of nobody.
    public let supplier: Audience?
    /// Whether it is the register that lacks something.
    public var isRegisterGap = false
    /// The rules, by their position in the catalogue, ascending.
    public internal(set) var rules: [Int]

    /// The groups as topics: what is welcome and asked of nobody is one of them.
    static func topics(_ groups: [NotTestedGroup]) -> [NotTestedGroup] {
        let welcome = groups.filter { $0.supply != nil && $0.supplier == nil }
        guard welcome.count > 1 else { return groups }
        let reasons = welcome.map(\.reason)
        let together = NotTestedGroup(
            reason: Text(nl: reasons.map(\.nl).joined(separator: " "), en: reasons.map(\.en).joined(separator: " ")),
            supply: Text(
                nl: "Neem deze kolommen op als de nummers bekend zijn.",
                en: "Include these columns if the numbers are known."),
            supplier: nil, rules: Set(welcome.flatMap(\.rules)).sorted())
        return groups.filter { $0.supply == nil || $0.supplier != nil } + [together]
    }

    /// The same, with tables named by their sheets, which the feedback has.
    var onSheets: NotTestedGroup {
        var group = self
        let tables = Set(
            rules.flatMap { Catalogue.entry(at: Int16($0)).facts.needs }.compactMap { need in
                if case .table(let id) = need, TableID.submission.contains(id), need.reason == reason {
                    id
                } else {
                    nil
                }
            })
        if tables.count == 1, let table = tables.first, table != .cover {
            let sheet = AllTables.facts(table).sheetName
            group.reason = Text(
                nl: "Op blad \(sheet) is niets gemeld.", en: "Nothing was reported on sheet \(sheet).")
            group.supply = Text(
                nl: "Heeft u daar niets te melden? Dan is dat goed. Zo wel, vul het blad dan in.",
                en: "Is there nothing to report there? Then that is fine. If there is, fill in the sheet.")
        } else {
            group.reason = SheetWords.replacing(reason)
            group.supply = supply.map(SheetWords.replacing)
        }
        return group
    }

    /// The ids of the rules, in order.
    public var ruleIDs: [String] { rules.map { Catalogue.entry(at: Int16($0)).facts.id } }
}

extension Assessment {
    /// What was not tested, by reason, in the order of the first rule.
    public var notTested: [NotTestedGroup] {
        var groups: [NotTestedGroup] = []
        var positions: [Text: Int] = [:]
        for item in notEvaluated {
            let position = positions[item.reason] ?? groups.count
            if position == groups.count {
                positions[item.reason] = position
                groups.append(
                    NotTestedGroup(
                        reason: item.reason, supply: item.supply, supplier: item.supplier,
                        isRegisterGap: item.isRegisterGap, rules: []))
            }
            if groups[position].rules.last != Int(item.rule) { groups[position].rules.append(Int(item.rule)) }
        }
        // Whoever sent a workbook knows sheets, and no files of text.
        return submission.isWorkbook ? groups.map(\.onSheets) : groups
    }

    /// How many rules were not tested, or not for everything.
    public var notTestedCount: Int { Set(notEvaluated.map(\.rule)).count }
}
