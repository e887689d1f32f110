import ArgumentParser
import FoundationEssentials
import Maatwerk

/// `maatwerk template`: what a supplier fills in, as a workbook and as CSV files, with a guide to the columns.
struct MakeTemplate: Subcommand {
    static let position = 110

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "template",
            abstract: Say.text(
                nl: "Maakt het sjabloon voor leveranciers: een werkboek, CSV-bestanden en een veldengids.",
                en: "Makes the template for suppliers: a workbook, CSV files and a field guide."),
            discussion: Say.text(
                nl: """
                    Voorbeeld:        maatwerk template --output sjabloon
                    Vooraf ingevuld:  maatwerk template --prefill uit/2026-Q1 --register register --kvk 12345678 --output sjabloon

                    Vooraf ingevuld worden alleen gegevens van deze leverancier: naam, contracten, inzet die nog loopt en afspraken die \
                    nog open staan.
                    """,
                en: """
                    Example:           maatwerk template --output template
                    With known values: maatwerk template --prefill out/2026-Q1 --register register --kvk 12345678 --output template

                    Only data of this supplier are filled in: its name, contracts, placements that still run and commitments that are \
                    still open.
                    """))
    }

    @Option(help: help("Map voor het sjabloon.", "Folder for the template."))
    var output: String

    @Option(
        help: help(
            "Wat zichtbaar is: volledig, of eenvoudig (wat u zelden nodig heeft is verborgen).",
            "What is in sight: volledig (all), or eenvoudig (what is rarely needed is hidden)."))
    var profile: TemplateProfile = .full

    @Option(
        help: help(
            "Eerdere inzending, of een resultaatmap van convert, om uit over te nemen wat nog loopt.",
            "Earlier submission, or a result folder of convert, from which to carry over what still runs."))
    var prefill: String?

    @OptionGroup var register: RegisterOption

    @Option(help: help("KvK-nummer van de leverancier (acht cijfers).", "KvK number of the supplier (eight digits)."))
    var kvk: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let kvk, KvKNumber(digits: Array(kvk.utf8)) == nil else { return }
        throw ValidationError(
            Say.text(
                nl: "--kvk is een KvK-nummer van acht cijfers, ook de nullen vooraan.",
                en: "--kvk is a KvK number of eight digits, leading zeros included."))
    }

    func run() throws {
        try register.requireExisting([prefill].compactMap(\.self))
        try OutputFolder.require(output)
        let toolkit = try register.toolkit(common.chosenLanguage)
        let contents = try contents(toolkit)
        let written: [String]
        Batch.clearUnfinished(in: output, depth: 1)
        do {
            written = try toolkit.writeTemplate(contents, profile, to: output)
        } catch {
            Console.message(Failure.text(error))
            throw Outcome.unreadableOrUnwritable
        }
        guard !common.quiet else { return }
        for file in written { Console.output(Failure.safe(file)) }
        let filled = [TableID.placements, .commitments].compactMap { id in
            contents.rows[id].map { "\(AllTables.facts(id).title[common.chosenLanguage]) \($0.count)" }
        }
        if !filled.isEmpty {
            Console.message(
                Say.text(nl: "Vooraf ingevulde rijen: ", en: "Rows filled in beforehand: ")
                    + filled.joined(separator: ", "))
        }
    }

    private func contents(_ toolkit: Toolkit) throws -> TemplateContents {
        do {
            return try toolkit.templateContents(
                prefill: prefill, supplier: kvk.flatMap { KvKNumber(digits: Array($0.utf8)) })
        } catch {
            Console.message(Failure.text(error))
            if case .intake = error { throw Outcome.unreadableOrUnwritable }
            throw Outcome.wrongUsage
        }
    }
}

extension TemplateProfile: ExpressibleByArgument {}

extension Failure {
    /// The sentence for what keeps a template from being filled in.
    static func text(_ error: TemplateError) -> String {
        switch error {
        case .intake(let error): text(error)
        case .unknownSupplier(let kvk):
            Say.text(
                nl: "Het register kent geen leverancier met KvK-nummer \(kvk). Controleer --kvk en het register.",
                en: "The register knows no supplier with KvK number \(kvk). Check --kvk and the register.")
        case .otherSupplier(let asked, let found):
            Say.text(
                nl:
                    "De inzending van --prefill is van KvK-nummer \(found), niet van \(asked). Kies de inzending van deze leverancier.",
                en:
                    "The submission of --prefill is of KvK number \(found), not \(asked). Choose this supplier's submission."
            )
        case .noSupplier:
            Say.text(
                nl: "Zeg met --kvk voor welke leverancier het sjabloon is.",
                en: "Say with --kvk for which supplier the template is.")
        }
    }
}
