import SocialReturnModel
import Spreadsheets

/// A fact on *Herkomst*.
package struct ProvenanceLine {
    /// What it belongs to: the cover, a file, how it was read, its rows, its repairs.
    package let subject: String
    /// The file, as it may be shown.
    package let file: String
    /// What the fact is about.
    package let name: String
    /// The fact.
    package let value: Cell
    /// Why, or what it means.
    package let explanation: String

    package init(subject: String, file: String, name: String, value: Cell, explanation: String) {
        (self.subject, self.file, self.name) = (subject, file, name)
        (self.value, self.explanation) = (value, explanation)
    }
}

extension ReportSheet {
    /// What had to be replaced in cells is known when all others were written.
    static let provenance = ReportSheet(
        page: "Herkomst", at: 350,
        meaning: Text(
            nl: "Uit welke bestanden de cijfers komen, en hoe ze zijn gelezen.",
            en: "Which files the figures come from, and how they were read."),
        isLast: true, frame: { _ in (SheetDefinition<ProvenanceLine>.provenance.frame, 0) }
    ) { contents in
        let lines = ProvenanceLines(contents.report).lines(
            replacements: contents.report.writer.file.replacements, toolVersion: contents.toolVersion)
        try contents.report.writer.write(.provenance, lines)
        return nil
    }
}

extension SheetDefinition<ProvenanceLine> {
    /// Where the figures come from: the files, how they were read, and what became of every row.
    package static var provenance: SheetDefinition {
        SheetDefinition(
            name: ReportSheet.provenance.name, title: Text(nl: "Herkomst", en: "Provenance"),
            explanation: Text(
                nl: "Uit welke bestanden deze cijfers komen, hoe ze zijn gelezen en wat er met elke rij is gebeurd.",
                en: "Which files these figures come from, how they were read, and what became of every row."),
            columns: [
                SheetColumn(Text(nl: "Onderwerp", en: "Subject"), key: "onderwerp", width: 20...32, .strong) {
                    line, _ in
                    .text(line.subject)
                },
                SheetColumn(Text(nl: "Bestand", en: "File"), key: "bestand", width: 16...28, .wrapped) { line, _ in
                    .text(line.file)
                },
                SheetColumn(Text(nl: "Gegeven", en: "Item"), key: "gegeven", width: 24...40, .wrapped) { line, _ in
                    .text(line.name)
                },
                SheetColumn(Text(nl: "Waarde", en: "Value"), key: "waarde", width: 30...42, .wrapped) { line, _ in
                    line.value
                },
                SheetColumn(Text(nl: "Uitleg", en: "Explanation"), key: "uitleg", width: 50...70, .wrapped) { line, _ in
                    .text(line.explanation)
                },
            ])
    }
}
