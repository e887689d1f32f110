import Parameters
import SocialReturnModel

extension Toolkit {
    /// The explanations of the building blocks and bonuses with this code, a line for each table that has them. `LEIDEN-2023-09/BAN`
    /// names the block of one table.
    func explanationsOfBlocks(_ folded: String) -> [Explanation] {
        func isMeant(_ code: String, _ table: ValuationTable) -> Bool {
            let code = FoldedName.fold(code)
            return code == folded || FoldedName.fold(table.id) + "/" + code == folded
        }
        var explanations: [Explanation] = []
        let blocks = tables.all.flatMap { table in
            table.blocks.filter { isMeant($0.code, table) }.map { (table: table, block: $0) }
        }
        if let first = blocks.first {
            explanations.append(
                Explanation(
                    title: words("bouwblok ", "building block ") + first.block.code,
                    lines: opening(ofBonus: false) + blocks.map { ($0.table.shownID[language], words(for: $0.block)) }
                        + [closing(ofBonus: false)]))
        }
        let bonuses = tables.all.flatMap { table in
            table.bonuses.filter { isMeant($0.code, table) }.map { (table: table, bonus: $0) }
        }
        if let first = bonuses.first {
            explanations.append(
                Explanation(
                    title: "bonus " + first.bonus.code,
                    lines: opening(ofBonus: true) + bonuses.map { ($0.table.shownID[language], words(for: $0.bonus)) }
                        + [closing(ofBonus: true)]))
        }
        return explanations
    }

    private func opening(ofBonus isBonus: Bool) -> [(label: String, text: String)] {
        [
            (
                words("Betekenis", "Meaning"),
                isBonus
                    ? words(
                        "wat een tabel extra toekent, boven op het bouwblok",
                        "what a table adds on top of the building block")
                    : words(
                        "wat een inzet, activiteit of inkoop volgens een tabel waard is; een rekenwaarde, geen loon",
                        "what a placement, activity or purchase is worth by a table; a value to calculate with, no wage"
                    )
            ),
            (
                words("Waarom", "Why"),
                words(
                    "Zo telt de rij op tot de verplichting in euro's. Dat gebeurt alleen als het contract de tabel noemt.",
                    "So the row counts towards the obligation in euros. That happens only when the contract names the table."
                )
            ),
        ]
    }

    private func closing(ofBonus isBonus: Bool) -> (label: String, text: String) {
        (
            words("Wat te doen", "What to do"),
            isBonus
                ? words(
                    "Zet de code in kolom bonussen van inzet.csv en bewaar het bewijs.",
                    "Put the code in column bonussen of inzet.csv and keep the evidence.")
                : words(
                    "Niets: het programma kiest het blok uit doelgroep, duurklasse, niveau en soort inzet van de rij.",
                    "Nothing: the program chooses the block from the row's target group, duration, level and kind.")
        )
    }

    /// A block in a line: its description, its value, and what it asks.
    func words(for block: Block) -> String {
        var parts = [block.description]
        if let value = block.value {
            parts.append(value.formatted(language) + " " + block.unit.entry.name[language].lowercased())
        } else {
            parts.append(words("het factuurbedrag", "the invoice amount"))
        }
        if !block.targetGroups.isEmpty {
            parts.append(words("doelgroep ", "group ") + block.targetGroups.codes.map(\.code).joined(separator: ", "))
        }
        if let duration = block.durationClass { parts.append(words("duur ", "duration ") + duration.name[language]) }
        if !block.levels.isEmpty { parts.append(block.levels.codes.map { $0.name[language] }.joined(separator: ", ")) }
        if !block.kinds.isEmpty {
            parts.append(
                block.kinds.codes.map { $0.name[language].lowercased() }.joined(separator: words(" of ", " or ")))
        }
        parts += block.conditions.map { words(for: $0) }
        if let months = block.countingMonths {
            parts.append(words("telt \(months) maanden mee", "counts for \(months) months"))
        }
        if let hours = block.minimumHours {
            let hours = hours.formatted(language)
            parts.append(words("vanaf \(hours) uur per week", "from \(hours) hours a week"))
        }
        if let maximum = block.maximum {
            parts.append(
                words("ten hoogste ", "at most ") + maximum.amount.formatted(language) + words(" per ", " a ")
                    + maximum.span.name[language])
        }
        if let most = block.maximumEach {
            parts.append(
                words("ten hoogste ", "at most ") + most.formatted(language) + words(" per keer", " each time"))
        }
        return parts.joined(separator: "; ") + (block.remark.isEmpty ? "" : ". " + block.remark)
    }

    /// A bonus in a line.
    func words(for bonus: Bonus) -> String {
        var parts = [bonus.description]
        parts.append(bonus.value?.formatted(language) ?? words("niet bekend", "not known"))
        parts.append(bonus.spread.name[language].lowercased())
        parts += bonus.conditions.map { words(for: $0) }
        return parts.joined(separator: "; ") + (bonus.remark.isEmpty ? "" : ". " + bonus.remark)
    }

    private func words(for condition: Condition) -> String {
        if condition.isInConsultation {
            return words(
                "in overleg: telt mee zodra de opdrachtgever het accepteert",
                "in consultation: counts as soon as the client accepts it")
        }
        if let declaration = condition.declaration {
            return words("een mens beoordeelt: ", "a person judges: ") + declaration
        }
        guard condition != .labourOnly else {
            return words("alleen de arbeid in de factuur telt", "only the labour in the invoice counts")
        }
        return condition.text.replacing("=", with: " ").replacing("|", with: words(" of ", " or "))
    }
}
