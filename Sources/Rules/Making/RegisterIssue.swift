import Intake
import Parameters
import Plumbing
import SocialReturnModel

/// Something that is wrong with the register whatever is handed in: for an overview of many reports, which has no submission to judge.
public struct RegisterIssue: Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// Where it is and what was seen.
    public let message: Text
    /// What to do about this one; nil where the rule's own remedy says so.
    public let remedy: Text?

    /// What rules CTR-09, CTR-16 and CTR-17 find in `register` and among `tables`, in the order of the register.
    public static func all(in register: ContractRegister, _ tables: ValuationTables) -> [RegisterIssue] {
        let (doubles, references) = (Wording(RegisterRowsOnce.self), Wording(RegisterReferencesFound.self))
        let listed = RegisterListing(register.doubles) { $0.place.table }
        var issues = listed.shown.map { doubles.issue(register, $0.place, variant: 0, detail: "\($0.firstRow)") }
        issues += listed.restByTable.map { doubles.issue(register, Place($0.table), variant: 3, detail: "\($0.count)") }
        issues += register.unreadFiles.map { doubles.issue(register, Place($0.table), variant: 1, detail: $0.name) }
        issues += register.filesNamedAlike.map {
            doubles.issue(register, Place($0.table), variant: 4, detail: $0.name)
        }
        let alike = RegisterListing(register.likenesses) { $0.place.table }
        issues += alike.shown.map { doubles.issue(register, $0.place, variant: 5, detail: "\($0.firstRow)") }
        issues += alike.restByTable.map { doubles.issue(register, Place($0.table), variant: 3, detail: "\($0.count)") }
        issues += tables.doubleLines.map {
            doubles.issue(register, Place(.valuationLines), variant: 2, detail: $0)
        }
        let nothing = RegisterListing(register.referencesToNothing) { $0.table }
        issues += nothing.shown.map { place in
            let meant = register.contractMeant(at: place)
            let variant = RegisterReferencesFound.variant(at: place, hasProposal: meant != nil)
            return references.issue(
                register, place, variant: Int(variant), detail: meant.map { register.symbols[$0] } ?? "")
        }
        issues += nothing.restByTable.map {
            references.issue(register, Place($0.table), variant: 2, detail: "\($0.count)")
        }
        let rows = RegisterListing(register.rowsOfNothing) { $0.table }
        issues += rows.shown.map { references.issue(register, $0, variant: 4, detail: "") }
        issues += rows.restByTable.map {
            references.issue(register, Place($0.table), variant: 2, detail: "\($0.count)")
        }
        // A table of the department's own with errors is in no report of a contract that does not name it.
        for problems in TableValidOnReferenceDay.byFile(tables.problems.filter { !$0.isUsable }) {
            let text = TableValidOnReferenceDay.words(problems)
            issues.append(RegisterIssue(rule: TableValidOnReferenceDay.facts.id, message: text, remedy: nil))
        }
        return issues
    }

    /// The words of one rule.
    private struct Wording {
        let facts: RuleMetadata
        let messages: [Text]
        /// What to do, for each of ``messages`` that has a remedy of its own.
        let remedies: [Text?]

        init<R: SubmissionRule>(_ rule: R.Type) {
            facts = R.facts
            messages = [R.facts.message] + R.variants + R.wordings.map(\.message)
            remedies = [nil] + R.variants.map { _ in nil } + R.wordings.map(\.remedy)
        }

        func issue(_ register: ContractRegister, _ place: Place, variant: Int, detail: String) -> RegisterIssue {
            let source = register.source(of: place.table)
            let file = source?.fileName ?? AllTables.facts(place.table).fileName
            let row = place.isInRow ? source?.cells.row(of: Int(place.record)) : nil
            func filled(_ text: String) -> String {
                MessageTemplate(text).filled { slot in
                    switch slot {
                    case .value: (source?.text(at: place) ?? "").words.joined(separator: " ")
                    case .detail: detail
                    case .file: file
                    default: ""
                    }
                }
            }
            func words(_ language: Language) -> String {
                let message = filled(messages[variant][language])
                let rowInWords = row.map { Text(nl: ", rij \($0)", en: ", row \($0)")[language] } ?? ""
                return "\(file)\(rowInWords): \(message)"
            }
            return RegisterIssue(
                rule: facts.id, message: Text(nl: words(.dutch), en: words(.english)),
                remedy: remedies[variant].map { Text(nl: filled($0.nl), en: filled($0.en)) })
        }
    }
}

extension ValuationTables {
    /// The lines of the department's own tables that are there already: file and row.
    var doubleLines: [String] {
        problems.compactMap { problem in problem.isUsable ? problem.row.map { "\(problem.file), \($0)" } : nil }
    }
}
