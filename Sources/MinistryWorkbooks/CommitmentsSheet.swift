import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let commitments = MinistrySheet(
        "Afspraken", at: 50,
        meaning: Text(
            nl: "Wat samen is afgesproken, met streefdatum en stand.",
            en: "What was agreed together, with target date and status."),
        count: { $0.commitments.count }
    ) { _ in .commitmentList }
}

extension SheetDefinition<MinistryLine> {
    /// *Afspraken*: what suppliers and clients agreed on, as the last report has it.
    static var commitmentList: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.commitments.name, title: Text(nl: "Afspraken", en: "Commitments"),
            explanation: Text(
                nl:
                    "Wat leveranciers en opdrachtgevers samen hebben afgesproken, zoals de laatste rapportage het noemt.",
                en: "What suppliers and clients agreed on together, as the last report has it."),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...24, .link) { line, _ in
                    .link(
                        line.overview.contracts[line.commitment.contract].facts.id,
                        to: line.ministry.target(ofContract: line.commitment.contract))
                },
                SheetColumn(Text(nl: "Afspraak", en: "Commitment"), key: "afspraak", width: 10...16) { line, _ in
                    .text(line.commitment.commitment.id)
                },
                SheetColumn(Text(nl: "Leverancier", en: "Supplier"), key: "leverancier", width: 20...36, .wrapped) {
                    line, _ in .text(line.commitment.supplier)
                },
                SheetColumn(Text(nl: "Doel", en: "Goal"), key: "doel", width: 38...38, .wrapped) { line, language in
                    let goal = line.commitment.commitment.goal
                    return goal.isEmpty
                        ? .text(
                            Text(nl: "(niet getoond: zie het rapport)", en: "(not shown: see the report)")[language],
                            .muted)
                        : .text(goal)
                },
                SheetColumn(Text(nl: "Eigenaar", en: "Owner"), key: "eigenaar", width: 13...20) { line, language in
                    .text(Ministry.codeName(Owner.self, line.commitment.commitment.owner, language))
                },
                // Whose turn, by when and how it stands before any number: a window has room for those.
                SheetColumn(Text(nl: "Uiterlijk", en: "Due"), key: "uiterlijk", width: 14...14, .day) { line, _ in
                    .day(line.commitment.commitment.due, line.commitment.isOverdue ? .overdueDay : nil)
                },
                SheetColumn(Text(nl: "Stand", en: "Status"), key: "stand", width: 15...22) { line, language in
                    line.commitmentStatus(language)
                },
                SheetColumn(Text(nl: "Aantal", en: "Number"), key: "aantal", width: 9...12, .quantity) {
                    line, language in line.agreedNumber(language)
                },
                SheetColumn(Text(nl: "Eenheid", en: "Unit"), key: "eenheid", width: 11...16) { line, language in
                    .text(Ministry.codeName(CommitmentUnit.self, line.commitment.commitment.unit, language))
                },
                SheetColumn(
                    Text(nl: "Voortgang in %", en: "Progress in %"), key: "voortgang", width: 11...14, .quantity
                ) {
                    line, language in line.progress(language)
                },
            ])
    }
}

extension MinistryLine {
    fileprivate var commitment: CommitmentLine { overview.commitments[index] }

    /// The agreed number; a few people stay a few, as the progress would tell how many they are.
    fileprivate func agreedNumber(_ language: Language) -> Cell {
        let line = commitment
        guard line.isAboutPeople, let count = line.commitment.count, count < Quantity(10) else {
            return .quantity(line.commitment.count)
        }
        return .text(Text(nl: "enkele", en: "a few")[language], .muted)
    }

    /// The progress; in a word where it is about people.
    fileprivate func progress(_ language: Language) -> Cell {
        let line = commitment
        guard line.isAboutPeople, let progress = line.commitment.progress else {
            return .quantity(line.commitment.progress)
        }
        let word =
            progress <= .zero
            ? Text(nl: "nog te beginnen", en: "yet to begin")
            : progress < Quantity(100) ? Text(nl: "onderweg", en: "under way") : Text(nl: "bereikt", en: "reached")
        return .text(word[language], .muted)
    }

    fileprivate func commitmentStatus(_ language: Language) -> Cell {
        let line = commitment
        let name = Ministry.codeName(CommitmentStatus.self, line.commitment.status, language)
        if line.isOverdue { return .text("▲ \(name), \(language == .dutch ? "te laat" : "overdue")", .warning) }
        guard CommitmentStatus.allCases.contains(where: { $0 == .met && $0.code == line.commitment.status }) else {
            return .text(name)
        }
        return .text("✓ \(name)", .good)
    }
}

extension Ministry {
    /// The name of a code, or what was written where the list does not know it.
    static func codeName<List: CodeList>(_ list: List.Type, _ code: String, _ language: Language) -> String {
        List.allCases.first { $0.code == code }?.name[language] ?? code
    }
}
