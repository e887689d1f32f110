import Parameters
import Rules
import SocialReturnModel

extension SettingLines {
    /// The values of a valuation table that a contract names.
    mutating func addTable(_ table: ValuationTable) {
        let source = table.sourceKey.flatMap { SourceRegister.builtIn[$0] }
        let origin =
            table.isBuiltIn
            ? words("ingebouwde tabel", "built-in table")
            : words("eigen tabel van de afdeling (\(table.file))", "table of the department's own (\(table.file))")
        func add(_ part: String, _ name: String, _ value: Cell) {
            append(
                SettingLine(table.shownID[language], name, value, origin, part: part, address: table.url ?? source?.url)
            )
        }
        add("", words("naam", "name"), .text(table.name))
        add(
            "", words("zekerheid", "certainty"),
            .text(
                table.certainty?.name[language] ?? words("○ niet vermeld", "○ not stated"),
                table.isSecondHand ? .notTested : .text))
        if let validFrom = table.validFrom { add("", words("geldig vanaf", "valid from"), .day(validFrom, .day)) }
        if let validThrough = table.validThrough {
            add("", words("geldig tot en met", "valid through"), .day(validThrough, .day))
        }
        if let readOn = table.readOn { add("", words("bron gelezen op", "source read on"), .day(readOn, .day)) }
        if let missing = table.incompleteness {
            add(
                "", words("volledigheid", "completeness"),
                .text(words("○ onvolledig: ", "○ incomplete: ") + missing, .notTested))
        }
        for block in table.blocks {
            let name = "\(block.description) (\(words("per", "per")) \(block.unit.name[language].lowercased()))"
            let value = block.value.map { Cell.euros($0, .leftEuros) } ?? .text(words("volgens factuur", "by invoice"))
            add("\(words("bouwblok", "block")) \(block.code)", name, value)
        }
        for bonus in table.bonuses {
            let value = bonus.value.map { Cell.euros($0, .leftEuros) } ?? .text(words("volgens factuur", "by invoice"))
            add("bonus \(bonus.code)", "\(bonus.description) (\(bonus.spread.name[language].lowercased()))", value)
        }
    }

    private static let keysOfCatalogue = Set(Catalogue.all.flatMap(\.facts.sources))

    /// The sources that rules and tables of this report refer to.
    mutating func addSources() {
        var keys = Self.keysOfCatalogue.union(report.context.department.current.flatMap(\.sources))
        keys.formUnion(report.context.terms.values.compactMap { $0.tableInUse?.sourceKey })
        for source in SourceRegister.builtIn.all where keys.contains(source.key) {
            let remark = source.remark[language]
            append(
                SettingLine(
                    words("Bronnen", "Sources"), source.title, .text(source.kind.rawValue),
                    source.certainty.words[language] + (remark.isEmpty ? "" : "; " + remark),
                    part: source.key, address: source.url))
        }
    }
}

extension Source.Certainty {
    /// How a source was read, in words.
    fileprivate var words: Text {
        switch self {
        case .official: Text(nl: "gelezen in een officiële of eerste bron", en: "read in an official or first source")
        case .secondHand: Text(nl: "gelezen in een tweede bron", en: "read in a second source")
        case .mixed: Text(nl: "deels officieel, deels uit een tweede bron", en: "in part official, in part second-hand")
        case .general: Text(nl: "algemene kennis, niet opgezocht", en: "general knowledge, not looked up")
        }
    }
}
