import ArgumentParser
import Plumbing
import FoundationEssentials
import Maatwerk
import Synchronization

/// `maatwerk consolidate`: results of many submissions in one workbook for the ministry, or one for each part.
struct Consolidate: Subcommand {
    static let position = 30

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "consolidate",
            abstract: Say.text(
                nl: "Brengt resultaten van veel inzendingen samen in één werkboek.",
                en: "Brings the results of many submissions together in one workbook."),
            discussion: Say.text(
                nl: """
                    Voorbeeld: maatwerk consolidate uit --register register --output ministerie.xlsx
                    In delen:  maatwerk consolidate uit/a* --register register --output deel-a.jsonl
                               maatwerk consolidate deel-*.jsonl --register register --output ministerie.xlsx
                    """,
                en: """
                    Example:  maatwerk consolidate out --register register --output ministry.xlsx
                    In parts: maatwerk consolidate out/a* --register register --output part-a.jsonl
                              maatwerk consolidate part-*.jsonl --register register --output ministry.xlsx
                    """))
    }

    @Argument(
        help: help(
            "Resultaatmappen van convert, mappen daarvan, of deeloverzichten (*.jsonl).",
            "Result folders of convert, folders of those, or summaries (*.jsonl)."))
    var results: [String]

    @OptionGroup var register: RegisterOption

    @Option(
        help: help(
            "Het werkboek (.xlsx), of een deeloverzicht om later samen te voegen (.jsonl).",
            "The workbook (.xlsx), or a summary to merge later (.jsonl)."))
    var output: String

    @Option(
        help: help(
            "Een werkboek per categorie, opdrachtgever of leverancier: category, client of supplier.",
            "A workbook for each category, client or supplier."))
    var by: Division?

    @Flag(
        help: help(
            "Rond de cijfers over mensen niet af. Het werkboek is dan vertrouwelijk.",
            "Do not round the figures of people. The workbook is then confidential."))
    var exact = false

    @Flag(
        help: help(
            "Maak ook een ODS-bestand met dezelfde tabellen, voor LibreOffice en om te bewaren: waarden, zonder formules.",
            "Also make an ODS file with the same tables, for LibreOffice and to keep: values, without formulas."))
    var ods = false

    @OptionGroup var elsewhere: ElsewhereOption

    @Flag(help: help("Eindig met 1 als er een fout is gevonden.", "End with 1 when an error was found."))
    var strict = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard output.hasSuffix(".xlsx") || output.hasSuffix(".jsonl") else {
            throw ValidationError(
                Say.text(nl: "--output eindigt op .xlsx of .jsonl.", en: "--output ends in .xlsx or .jsonl."))
        }
        guard !ods || output.hasSuffix(".xlsx") else {
            throw ValidationError(
                Say.text(
                    nl: "--ods hoort bij een werkboek: kies een --output op .xlsx.",
                    en: "--ods goes with a workbook: end --output in .xlsx."))
        }
        guard by == nil || output.hasSuffix(".xlsx") else {
            throw ValidationError(
                Say.text(
                    nl: "--by maakt werkboeken: kies een --output op .xlsx.",
                    en: "--by makes workbooks: end --output in .xlsx."))
        }
    }

    func run() throws {
        try register.requireExisting()
        var toolkit = try register.toolkit(common.chosenLanguage)
        toolkit.showsSecondHandTables = elsewhere.secondHand
        _ = try SubmissionList.existing(results, allowsStandardInput: false)
        let bar = Mutex<ProgressBar?>(nil)
        let isQuiet = common.quiet
        let isSupervised = Worker.role == .supervised
        let instructions = isSupervised ? ReadingInstructions(Array(Worker.pieces())) : ReadingInstructions()
        let consolidation = toolkit.consolidation(
            of: results, leavingOut: instructions.leftOut, oneByOne: instructions.oneByOne,
            progress: ConsolidationProgress(
                total: { total in bar.withLock { $0 = ProgressBar(total: total, isQuiet: isQuiet) } },
                begins: { path in
                    if isSupervised { Worker.answer(.begins, Array(path.utf8)) }
                    TestCrash.strike(at: PathName(path).last)
                },
                ends: { path in
                    if isSupervised { Worker.answer(.ends, Array(path.utf8)) }
                    bar.withLock { $0 }?.advance()
                }))
        bar.withLock { $0 }?.finish()
        // Of results that could not be read without an end, it was said when it happened.
        let said = Set(instructions.leftOut.map { Masking.safeName(PathName($0).last) })
        for result in consolidation.sortedLeftOut where !said.contains(result.name) {
            Console.message(Failure.text(result))
        }
        for digest in consolidation.sorted where digest.lacksManifest == true {
            Console.message(
                Say.text(
                    nl:
                        "\(digest.name): telt mee zonder manifest.json. Niemand kan zien of de bestanden zijn veranderd. Maak het resultaat opnieuw "
                        + "met convert --rebuild.",
                    en:
                        "\(digest.name): counts without manifest.json. Nobody can see whether the files were changed. Make the result again with "
                        + "convert --rebuild."))
        }
        // A slip in a path is no reason to write an empty workbook over a good one.
        guard !consolidation.digests.isEmpty || !consolidation.leftOut.contains(where: \.isDamage) else {
            Console.message(
                Say.text(
                    nl: "Er is niets om samen te voegen. \(Failure.safe(output)) is niet gemaakt of veranderd.",
                    en: "There is nothing to bring together. \(Failure.safe(output)) was not made or changed."))
            throw Outcome.unreadableOrUnwritable
        }
        try write(consolidation, toolkit)
        if consolidation.leftOut.contains(where: \.isDamage) { throw Outcome.unreadableOrUnwritable }
        let hasErrors = consolidation.digests.contains { $0.findings.contains { $0.severity == Severity.error.code } }
        if strict, hasErrors { throw Outcome.errorsFound }
    }

    private func write(_ consolidation: Consolidation, _ toolkit: Toolkit) throws {
        var written = [output]
        let folder = PathName(output).folder
        Batch.clearUnfinished(in: folder.isEmpty ? "." : folder)
        Batch.clearUnfinished(in: PathName(output).withoutExtension + "-gegevens")
        do {
            if output.hasSuffix(".jsonl") {
                try toolkit.writeSummary(consolidation, to: output)
            } else if let by {
                written = try toolkit.writeWorkbooks(
                    consolidation, by: by, precision: exact ? .exact : .rounded, openDocument: ods, to: output)
            } else {
                written = try toolkit.writeWorkbook(
                    consolidation, precision: exact ? .exact : .rounded, openDocument: ods, to: output)
            }
        } catch {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
        guard !common.quiet else { return }
        let count = consolidation.digests.count
        let out = consolidation.leftOut.count
        for file in written {
            Console.output(
                Say.text(
                    nl:
                        "\(Failure.safe(file)): \(count) \(count == 1 ? "resultaat" : "resultaten") gelezen, \(out) niet bruikbaar.",
                    en:
                        "\(Failure.safe(file)): \(count) \(count == 1 ? "result" : "results") read, \(out) could not be used."
                ))
        }
    }
}

extension Division: ExpressibleByArgument {}
