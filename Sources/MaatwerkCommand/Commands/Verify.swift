import ArgumentParser
import Exchange
import FoundationEssentials
import Maatwerk
import Plumbing

/// `maatwerk verify`: whether results are still what their manifests say, and whether the same input makes them again.
struct Verify: Subcommand {
    static let position = 80

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: Say.text(
                nl: "Zegt wat er aan resultaten is veranderd sinds zij zijn gemaakt.",
                en: "Says what has changed in results since they were made."),
            discussion: Say.text(
                nl: """
                    Elk resultaat heeft een manifest.json: de SHA-256 van alles wat erin ging en eruit kwam, de versie, de regelset, \
                    de tabellen en de instellingen.
                    Met --replay wordt het resultaat uit dezelfde inzending opnieuw gemaakt, met de instellingen van toen, en byte \
                    voor byte vergeleken; een werkboek dat alleen anders is ingepakt, deel voor deel. Geef dan ook het register en de eerdere resultaten die toen golden.
                    Voorbeeld: maatwerk verify uit/leverancier-2026-Q2 --replay inbox/leverancier-2026-Q2 --register register

                    Uitkomst (exit status): 0 niets veranderd; 1 iets veranderd, of zonder manifest; 2 verkeerd gebruik; 3 niet te \
                    lezen.
                    """,
                en: """
                    Each result has a manifest.json: the SHA-256 of all that went in and came out, the version, the rule set, the \
                    tables and the settings.
                    With --replay the result is made anew from the same submission, with the settings of then, and compared byte by \
                    byte; a workbook that is only packed differently, part by part. Then also give the register and the earlier results that held then.
                    Example: maatwerk verify out/supplier-2026-Q2 --replay inbox/supplier-2026-Q2 --register register

                    Exit status: 0 nothing changed; 1 something changed, or no manifest; 2 wrong usage; 3 cannot be read.
                    """))
    }

    @Argument(
        help: help(
            "Een resultaatmap van convert, of een map met zulke mappen.",
            "A result folder of convert, or a folder of such folders."))
    var results: String

    @Option(help: help("Maak het resultaat opnieuw uit deze inzending.", "Make the result anew from this submission."))
    var replay: String?

    @Option(help: help("Vorm van de uitvoer: text of json.", "Form of the output: text or json."))
    var format: Format = .text

    @OptionGroup var register: RegisterOption

    @Option(
        parsing: .upToNextOption,
        help: help(
            "Eerdere resultaten, en die van anderen, zoals toen met --previous.",
            "Earlier results, and those of others, as with --previous then."))
    var previous: [String] = []

    @OptionGroup var common: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        try register.requireExisting(previous + [results] + [replay].compactMap(\.self))
        let path = PathName(results).withoutTrailingSlashes
        let folders = Verification.results(in: path)
        guard !folders.isEmpty else {
            Console.message(Failure.text(FindingsReadingError.noResults(path: path)))
            throw Outcome.unreadableOrUnwritable
        }
        guard replay == nil || folders.count == 1 else {
            Console.message(
                Say.text(
                    nl: "--replay maakt één resultaat opnieuw. Geef de map van dat resultaat.",
                    en: "--replay makes one result anew. Give the folder of that result."))
            throw Outcome.wrongUsage
        }
        var isSound = true
        for folder in folders {
            var verification = Verification(ofResult: folder)
            if let replay, let manifest = verification.manifest {
                do {
                    verification.add(
                        try manifest.replayed(
                            beside: folder, from: replay, registerPath: register.register, previousPaths: previous))
                } catch {
                    Console.message(Failure.text(error))
                    throw Outcome.unreadableOrUnwritable
                }
            }
            isSound = isSound && verification.isSound
            switch format {
            case .json: Console.output(Self.json(verification))
            case .text: for line in lines(of: verification) { Console.output(line) }
            }
        }
        guard isSound else { throw Outcome.errorsFound }
    }

    private func lines(of verification: Verification) -> [String] {
        let folder = Failure.safe(verification.result)
        guard let manifest = verification.manifest else {
            return [
                Say.text(
                    nl:
                        "\(folder): geen manifest.json dat te lezen is. Maak het resultaat opnieuw met convert --rebuild.",
                    en: "\(folder): no manifest.json that can be read. Make the result again with convert --rebuild.")
            ]
        }
        var lines: [String] = []
        if verification.differences.isEmpty {
            guard !common.quiet else { return [] }
            let count = manifest.outputs.count
            lines.append(
                replay == nil
                    ? Say.text(
                        nl:
                            "\(folder): niets veranderd (\(count) \(count == 1 ? "bestand" : "bestanden"), maatwerk \(manifest.tool), regelset \(manifest.ruleSet)).",
                        en:
                            "\(folder): nothing changed (\(count) \(count == 1 ? "file" : "files"), maatwerk \(manifest.tool), rule set \(manifest.ruleSet))."
                    )
                    : verification.repacked.isEmpty
                        ? Say.text(
                            nl:
                                "\(folder): opnieuw gemaakt en gelijk, byte voor byte (\(count) \(count == 1 ? "bestand" : "bestanden")).",
                            en:
                                "\(folder): made again and the same, byte by byte (\(count) \(count == 1 ? "file" : "files"))."
                        )
                        : Say.text(
                            nl:
                                "\(folder): opnieuw gemaakt en gelijk (\(count) \(count == 1 ? "bestand" : "bestanden")).",
                            en: "\(folder): made again and the same (\(count) \(count == 1 ? "file" : "files"))."))
        }
        if !verification.repacked.isEmpty, !common.quiet {
            let names = Failure.safe(verification.repacked.joined(separator: ", "))
            lines.append(
                Say.text(
                    nl:
                        "\(folder): \(names): anders ingepakt, want deze computer pakt anders in. De delen erin zijn vergeleken en gelijk, byte "
                        + "voor byte.",
                    en:
                        "\(folder): \(names): packed differently, as this computer packs in another way. The parts inside were compared and are the "
                        + "same, byte by byte."))
        }
        if replay != nil, manifest.tool != Version.tool {
            lines.append(
                Say.text(
                    nl: "\(folder): gemaakt met maatwerk \(manifest.tool); dit is \(Version.tool).",
                    en: "\(folder): made with maatwerk \(manifest.tool); this is \(Version.tool)."))
        }
        lines += forgotten(manifest).map { "\(folder): \($0)" }
        lines += verification.differences.map { difference in
            let name = Failure.safe(difference.name)
            if difference.part == .previous, difference.name == ResultManifest.allPrevious {
                let change = Self.words(difference.change)
                return "\(folder): "
                    + Say.text(
                        nl: "de verzameling eerdere resultaten \(change)", en: "the set of earlier results \(change)")
            }
            return "\(folder): \(Self.words(difference.part)) \(name) \(Self.words(difference.change))"
        }
        return lines
    }

    /// What the result was made with and was not given now: without it nothing can be the same, and what "is gone" is only not named.
    private func forgotten(_ manifest: ResultManifest) -> [String] {
        guard replay != nil else { return [] }
        var lines: [String] = []
        if register.register == nil, manifest.register?.isEmpty == false {
            lines.append(
                Say.text(
                    nl: "dit is gemaakt met een contractregister. Geef het ook: --register MAP.",
                    en: "this was made with a contract register. Give it too: --register FOLDER."))
        }
        if previous.isEmpty, !manifest.previous.isEmpty {
            lines.append(
                Say.text(
                    nl: "dit is gemaakt met eerdere resultaten. Geef de mappen daarvan ook: --previous MAP.",
                    en: "this was made with earlier results. Give their folders too: --previous FOLDER."))
        }
        return lines
    }

    private static func words(_ part: Verification.Part) -> String {
        switch part {
        case .input: Say.text(nl: "invoer", en: "input")
        case .register: Say.text(nl: "register", en: "register")
        case .previous: Say.text(nl: "eerder resultaat", en: "earlier result")
        case .output: Say.text(nl: "uitvoer", en: "output")
        }
    }

    private static func words(_ change: Verification.Change) -> String {
        switch change {
        case .changed: Say.text(nl: "is veranderd", en: "has changed")
        case .missing: Say.text(nl: "is weg", en: "is gone")
        case .added: Say.text(nl: "is erbij gekomen", en: "was added")
        }
    }

    /// One line of JSON for a result.
    private static func json(_ verification: Verification) -> String {
        struct Line: Encodable {
            let format = "maatwerk-verificatie/1"
            let result: String
            let hasManifest, unchanged: Bool
            let tool, ruleSet: String?
            let differences: [Verification.Difference]
            let repacked: [String]
        }
        let line = Line(
            result: Failure.safe(verification.result), hasManifest: verification.manifest != nil,
            unchanged: verification.isSound,
            tool: verification.manifest?.tool, ruleSet: verification.manifest?.ruleSet,
            differences: verification.differences, repacked: verification.repacked)
        return (try? Console.json(line)) ?? ""
    }
}
