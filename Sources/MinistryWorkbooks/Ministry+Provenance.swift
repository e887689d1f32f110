import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let provenance = MinistrySheet(
        page: "Herkomst", at: 200,
        meaning: Text(
            nl: "Welke resultaten zijn gebruikt, vervangen of niet bruikbaar, en waarmee dit werkboek is gemaakt.",
            en: "Which results were used, replaced or could not be used, and what this workbook was made with."),
        isLast: true
    ) { ministry, writer in
        try writer.write(.provenance, ministry.provenance)
        return nil
    }
}

extension Ministry {
    /// The lines of *Herkomst*: how the workbook was made, what could not be used, and every result with what became of it.
    var provenance: [ProvenanceLine] {
        let unexpected = Dictionary(grouping: overview.picture.response?.unexpected ?? [], by: \.report)
        return settings + unusable
            + overview.results.map { line($0, reasons(unexpected[overview.digests[$0.digest].name] ?? [])) }
    }

    private var settings: [ProvenanceLine] {
        func line(_ name: String, _ value: Cell, _ explanation: String) -> ProvenanceLine {
            ProvenanceLine(
                subject: words("Dit werkboek", "This workbook"), file: "", name: name, value: value,
                explanation: explanation)
        }
        let ruleSets = Set(overview.results.map { overview.digests[$0.digest].ruleSet }).sorted()
        let steps = RoundingSteps()
        var lines = [
            line(
                words("stand op", "state on"), .text(overview.day.formatted(language)),
                words(
                    "de laatste dag waarop een rapportage is opgesteld", "the last day on which a report was prepared")),
            line(
                words("afronding", "rounding"),
                .text(
                    overview.precision == .rounded
                        ? words("op \(steps.persons.nl) personen", "to \(steps.persons.en) persons")
                        : words("geen (vertrouwelijk)", "none (confidential)")),
                words(
                    "personen op \(steps.persons.nl), fte op \(steps.fte.nl), uren op \(steps.hours.nl), euro's op \(steps.euros.nl); elk cijfer uit zijn eigen exacte waarde",
                    "persons to \(steps.persons.en), FTE to \(steps.fte.en), hours to \(steps.hours.en), euros to \(steps.euros.en); each figure from its own exact value"
                )),
            line(
                words("regelset", "rule set"), .text(ruleSets.joined(separator: ", ")),
                words("waarmee de rapportages zijn gecontroleerd", "by which the reports were checked")),
            line(
                words("contractregister", "contract register"), .text(registerDigest ?? words("geen", "none")),
                words("SHA-256 over de bestanden van het register", "SHA-256 over the files of the register")),
        ]
        if let toolVersion {
            lines.append(
                line("maatwerk", .text(toolVersion), words("versie van het programma", "version of the program")))
        }
        if let name = overview.scope.name {
            lines.insert(
                line(
                    words("deel", "part"), .text(name),
                    words(
                        "dit werkboek bevat alleen de contracten van dit deel",
                        "this workbook holds the contracts of this part only")),
                at: 0)
        }
        return lines
    }

    private var unusable: [ProvenanceLine] {
        overview.leftOut.map {
            ProvenanceLine(
                subject: words("● Niet bruikbaar", "● Could not be used"), file: $0.name, name: $0.reason.rawValue,
                value: .text(words("telt niet mee", "does not count")), explanation: $0.text[language])
        }
    }

    /// How many rows count. How many there are tells of how many people a small report is.
    private func rows(_ digest: SubmissionAggregate) -> String {
        guard overview.precision == .rounded else {
            return words(
                "\(digest.rowsAccepted) van \(digest.rowsRead) rijen tellen mee",
                "\(digest.rowsAccepted) of \(digest.rowsRead) rows count")
        }
        return digest.rowsAccepted == digest.rowsRead
            ? words("alle rijen tellen mee", "all rows count")
            : words("niet alle rijen tellen mee", "not all rows count")
    }

    /// Why the register does not expect what `reports` say, all of one result; nil where it does.
    private func reasons(_ reports: [UnexpectedReport]) -> String? {
        var reasons: [String] = []
        for report in reports where report.reason != .coverIncomplete {
            let text = (report.contract.map { $0 + ": " } ?? "") + report.reason.text[language]
            if !reasons.contains(text) { reasons.append(text) }
        }
        guard !reasons.isEmpty else { return nil }
        let rest = reasons.count - 3
        return words("niet verwacht: ", "not expected: ") + reasons.prefix(3).joined(separator: " ")
            + (rest > 0 ? words(" En nog \(rest).", " And \(rest) more.") : "")
    }

    private func line(_ result: ResultLine, _ unexpected: String?) -> ProvenanceLine {
        let digest = overview.digests[result.digest]
        let use: (subject: String, value: String)
        switch result.use {
        case .used: use = (words("✓ Telt mee", "✓ Counts"), digest.status.name[language])
        case .replaced(let name):
            use = (words("◆ Vervangen", "◆ Replaced"), words("vervangen door \(name)", "replaced by \(name)"))
        case .rejected: use = (words("● Afgekeurd", "● Rejected"), digest.status.name[language])
        }
        let facts = [
            digest.supplier.map { "KvK \($0)" } ?? words("KvK onbekend", "KvK unknown"),
            digest.period?.description ?? words("periode onbekend", "period unknown"),
            digest.preparedOn.map { words("opgesteld ", "prepared ") + $0.formatted(language) },
            digest.isCorrection ? words("correctie op ", "corrects ") + digest.correctionOf : nil,
            rows(digest),
            words("regelset ", "rule set ") + digest.ruleSet,
            unexpected,
            digest.lacksManifest == true
                ? words(
                    "zonder manifest.json: niet te zien of de bestanden zijn veranderd",
                    "without manifest.json: nobody can see whether the files were changed") : nil,
        ]
        return ProvenanceLine(
            subject: use.subject, file: digest.name, name: digest.supplierName, value: .text(use.value),
            explanation: facts.compactMap { $0 }.joined(separator: "; "))
    }
}
