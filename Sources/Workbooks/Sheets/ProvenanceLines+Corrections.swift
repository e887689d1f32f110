import Intake
import SocialReturnModel
import Spreadsheets

extension ProvenanceLines {
    /// What was changed since the first delivery, cell by cell, when the submission is the feedback that came back.
    var corrections: [ProvenanceLine] {
        guard let corrections = report.assessment.submission.corrections else { return [] }
        // Of a correction of a correction, the first delivery is further back.
        let isFirst = corrections.earlier.isEmpty
        let subject = isFirst ? words("Eerste levering", "First delivery") : words("Vorige levering", "Delivery before")
        let first = [
            ProvenanceLine(
                subject: subject, file: corrections.submission, name: words("wijzigingen sindsdien", "changes since"),
                value: .integer(corrections.changes.count { $0.kind != .markedAsCorrection }, .leftInteger),
                explanation: words(
                    "dit is de terugkoppeling op die inzending, verbeterd teruggestuurd",
                    "this is the feedback on that submission, sent back with corrections"))
        ]
        let files = corrections.files.map { file in
            ProvenanceLine(
                subject: subject, file: file.name, name: "SHA-256", value: .text(file.sha256),
                explanation: isFirst
                    ? words("het bestand van de eerste levering", "the file of the first delivery")
                    : words("het bestand van de vorige levering", "the file of the delivery before"))
        }
        let earlier = corrections.earlier.enumerated().map { index, delivery in
            ProvenanceLine(
                subject: index == 0
                    ? words("Eerste levering", "First delivery") : words("Eerdere levering", "Earlier delivery"),
                file: delivery.name, name: words("vingerafdruk", "fingerprint"),
                value: .text(delivery.sha256),
                explanation: words(
                    "levering \(index + 1) in de keten van correcties; van de bestanden samen",
                    "delivery \(index + 1) in the chain of corrections; of its files together"))
        }
        return earlier + corrections.earlierChanges.map { line($0.change, round: $0.round) } + first + files
            + corrections.changes.map { line($0, round: corrections.earlier.count + 1) }
    }

    /// What the supplier answered, and what it wrote in *Correctie* that was not taken over.
    var remarks: [ProvenanceLine] {
        let submission = report.assessment.submission
        let tables = TableID.submission.filter { !($0 == .cover && submission.coverIsShared) }
        return tables.flatMap { table -> [ProvenanceLine] in
            guard let source = submission.source(of: table) else { return [] }
            let sheet = AllTables.facts(table).sheetName
            func line(
                _ subject: String, _ row: Int, _ column: String?, _ text: String, _ explanation: String
            ) -> ProvenanceLine {
                let place = [words("\(sheet) rij \(row)", "\(sheet) row \(row)"), column.map { ": \($0)" }]
                return ProvenanceLine(
                    subject: subject, file: source.shownFile[language],
                    name: place.compactMap(\.self).joined(), value: .text(text), explanation: explanation)
            }
            let answers = source.remarks.answers.map { answer in
                line(
                    words("Antwoord van de leverancier", "Answer of the supplier"), answer.row ?? answer.newRow,
                    answer.columnName, answer.text,
                    answer.isFromCorrection
                        ? words(
                            "stond in de kolom Correctie en is gelezen als antwoord; de waarde bleef staan",
                            "stood in column Correctie and was read as an answer; the value stayed")
                        : words("uit de kolom Uw antwoord", "from column Uw antwoord"))
            }
            let refused = source.remarks.refused.map { refused in
                line(
                    words("Correctie niet overgenomen", "Correction not taken over"), refused.row ?? refused.newRow,
                    refused.columnName, refused.text,
                    words("de oude waarde bleef staan", "the old value stayed"))
            }
            return answers + refused
        }
    }

    /// - Parameter round: which correction made the change, from 1.
    private func line(_ change: Corrections.Change, round: Int) -> ProvenanceLine {
        let sheet = AllTables.facts(change.table).sheetName
        let row = (change.row ?? change.newRow).map { words("rij \($0)", "row \($0)") } ?? ""
        let place = ["\(sheet) \(row)", change.column.map { ": \($0)" }].compactMap(\.self).joined()
        let old = change.old.isEmpty ? words("leeg", "empty") : "'\(change.old)'"
        return ProvenanceLine(
            subject: words("Gewijzigd in correctie \(round)", "Changed in correction \(round)"),
            file: report.assessment.submission.source(of: change.table)?.shownFile[language] ?? sheet, name: place,
            value: change.new.isEmpty ? .text(words("leeg", "empty"), .muted) : .text(change.new),
            explanation: "\(change.kind.words[language]); \(words("was", "was")) \(old)")
    }
}

extension Corrections.Kind {
    /// What was done, in words.
    fileprivate var words: Text {
        switch self {
        case .cellEdited: Text(nl: "in de cel gewijzigd", en: "changed in the cell")
        case .correctionApplied: Text(nl: "uit de kolom Correctie", en: "from column Correctie")
        case .markedAsCorrection:
            Text(
                nl: "door ons ingevuld, zodat deze rapportage de eerste vervangt",
                en: "filled in by us, so that this report replaces the first")
        case .headingEdited: Text(nl: "kolomkop gewijzigd", en: "heading changed")
        case .columnRemoved: Text(nl: "kolom verwijderd", en: "column removed")
        case .rowRemoved: Text(nl: "rij verwijderd", en: "row removed")
        case .rowAdded: Text(nl: "rij toegevoegd", en: "row added")
        }
    }
}
