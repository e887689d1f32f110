import Foundation

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

    /// The names of the types whose declaration begins with `beginning` and that conform to one of `protocols`.
    private static func types(_ beginning: String, _ protocols: Set<Substring>, _ sources: [SourceText]) -> [Substring]
    {
        sources.flatMap { $0.lines(beginning: beginning + " ") }.compactMap { line in
            let parts = line.split(maxSplits: 1) { $0 == ":" }
            guard parts.count == 2 else { return nil }
            let conformances = parts[1].split { !$0.isLetter && !$0.isNumber }
            return conformances.contains(where: protocols.contains) ? parts[0] : nil
        }.sorted()
    }

    /// A rule is an `enum` at the beginning of a line that conforms to one of the rule protocols.
    private static func rules(_ sources: [SourceText]) -> String? {
        list(
            "Every rule that the sources declare, by name.", in: "Catalogue", "entries", of: "CatalogueEntry",
            types("enum", ["ReadingRule", "RowRule", "SubmissionRule"], sources).map { "CatalogueEntry(\($0).self)" })
    }

    /// A command is a `struct` at the beginning of a line that conforms to `Subcommand`.
    private static func commands(_ sources: [SourceText]) -> String? {
        list(
            "Every command that the sources declare, by name.", in: "MaatwerkCommand", "listed",
            of: "any Subcommand.Type", types("struct", ["Subcommand"], sources).map { "\($0).self" })
    }

    /// A form of output for other programs is an `enum` that conforms to `MachineReport`.
    private static func machineReports(_ sources: [SourceText]) -> String? {
        list(
            "Every form that the sources declare, by name.", in: "MachineReports", "listed",
            of: "any MachineReport.Type", types("package enum", ["MachineReport"], sources).map { "\($0).self" })
    }

    /// A constant of `type` in an extension of it.
    private static func values(of type: String, _ sources: [SourceText]) -> String? {
        let names = sources.flatMap { $0.lines(beginning: "    static let ") }.compactMap { line -> Substring? in
            let parts = line.split(separator: " = ", maxSplits: 1)
            return parts.count == 2 && parts[1].hasPrefix(type + "(") ? parts[0] : nil
        }
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
