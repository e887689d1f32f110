import PackagePlugin

/// Lists the rules of a target before it is compiled, so that adding a rule is adding one file.
@main
struct ListRules: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SwiftSourceModuleTarget else { return [] }
        let sources = target.sourceFiles(withSuffix: "swift").map(\.url)
        let list = context.pluginWorkDirectoryURL.appending(path: "Catalogue+Entries.swift")
        return [
            .buildCommand(
                displayName: "Listing the rules of \(target.name)",
                executable: try context.tool(named: "RuleLister").url,
                arguments: [list.path()] + sources.map { $0.path() },
                inputFiles: sources,
                outputFiles: [list])
        ]
    }
}
