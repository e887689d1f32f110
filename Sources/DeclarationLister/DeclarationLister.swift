import FoundationEssentials

/// Writes the lists of what a set of source files declares, so that adding a rule, a sheet, a table or a command is adding one file.
///
/// The arguments: the name of the target, the file to write, the target's own files, and behind `--` those of the targets that it builds on.
/// What looks like a declaration and cannot be listed becomes an error of the compiler that names the file: nothing is left out in silence.
@main
struct DeclarationLister {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 2 else { return }
        let (target, output) = (arguments[0], arguments[1])
        let paths = arguments[2...].split(separator: "--", omittingEmptySubsequences: false)
        let own = try sources(paths.first ?? []), others = try sources(paths.dropFirst().joined())
        let lists: [String?] =
            switch target {
            case "SocialReturnModel": [TableDeclarations(own).ids]
            case "Intake": [TableDeclarations(others).storage]
            case "Rules": [rules(own)]
            case "Exchange": [machineReports(own)]
            case "MaatwerkCommand": [commands(own)]
            default: [values(of: "ReportSheet", own), values(of: "MinistrySheet", own)]
            }
        let text = lists.compactMap(\.self).joined(separator: "\n")
        // An unchanged list is left alone, so that nothing is compiled again for it.
        if let known = try? String(contentsOfFile: output, encoding: .utf8), known == text { return }
        try text.write(toFile: output, atomically: true, encoding: .utf8)
    }

    private static func sources(_ paths: some Sequence<String>) throws -> [SourceText] {
        try paths.sorted().map { SourceText(path: $0, text: try String(contentsOfFile: $0, encoding: .utf8)) }
    }

    /// The names of the types that conform to one of `protocols` where they are declared or extended, at the beginning of a line, with any modifiers.
    private static func types(_ protocols: Set<Substring>, _ sources: [SourceText]) -> [Substring] {
        let declaration = /\n(?:\w+ +)*(?:enum|struct|class|extension) (\w+)\s*:([^{]*)\{/
        return sources.flatMap { "\n\($0.text)".matches(of: declaration) }.compactMap { match in
            let conformances = match.2.split { !$0.isLetter && !$0.isNumber }
            return conformances.contains(where: protocols.contains) ? match.1 : nil
        }.sorted()
    }

    /// A rule is a type that conforms to one of the rule protocols.
    private static func rules(_ sources: [SourceText]) -> String? {
        list(
            "Every rule that the sources declare, by name.", in: "Catalogue", "entries", of: "CatalogueEntry",
            types(["ReadingRule", "RowRule", "SubmissionRule"], sources).map { "CatalogueEntry(\($0).self)" })
    }

    /// A command is a type that conforms to `Subcommand`.
    private static func commands(_ sources: [SourceText]) -> String? {
        list(
            "Every command that the sources declare, by name.", in: "MaatwerkCommand", "listed",
            of: "any Subcommand.Type", types(["Subcommand"], sources).map { "\($0).self" })
    }

    /// A form of output for other programs is a type that conforms to `MachineReport`.
    private static func machineReports(_ sources: [SourceText]) -> String? {
        list(
            "Every form that the sources declare, by name.", in: "MachineReports", "listed",
            of: "any MachineReport.Type", types(["MachineReport"], sources).map { "\($0).self" })
    }

    /// A constant of `type` in an extension of it.
    private static func values(of type: String, _ sources: [SourceText]) -> String? {
        // With any modifiers before it, and however the type is written down.
        let beginning = /\n *(?:\w+ +)*static let (\w+)(?:: *\w+)? *=\s*(\w+)\(/
        let names = sources.flatMap { $0.text.matches(of: beginning) }.filter { $0.2 == type }.map(\.1)
        return list(
            "Every constant of this type that the sources declare, by name.", in: type, "listed", of: type,
            names.sorted().map { "." + $0 })
    }

    /// The text of a list; nil for one without entries.
    private static func list(
        _ words: String, in type: String, _ name: String, of element: String, _ entries: [String]
    ) -> String? {
        guard !entries.isEmpty else { return nil }
        return """
            extension \(type) {
                /// \(words)
                static let \(name): [\(element)] = [
            \(entries.map { "        \($0)," }.joined(separator: "\n"))
                ]
            }

            """
    }
}
