import Foundation
import PackagePlugin

/// Lists what a target declares before it is compiled: rules, sheets, tables, commands, formats. So adding one is adding one file.
@main
struct ListDeclarations: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? SwiftSourceModuleTarget else { return [] }
        let sources = target.sourceFiles(withSuffix: "swift").map(\.url)
        let foundations = target.dependencies.flatMap { dependency -> [URL] in
            guard case .target(let other as SwiftSourceModuleTarget) = dependency else { return [] }
            return other.sourceFiles(withSuffix: "swift").map(\.url)
        }
        let list = context.pluginWorkDirectoryURL.appending(path: "Declarations.swift")
        return [
            .buildCommand(
                displayName: "Listing what \(target.name) declares",
                executable: try context.tool(named: "DeclarationLister").url,
                arguments: [target.name, list.path()] + sources.map { $0.path() } + ["--"]
                    + foundations.map { $0.path() },
                inputFiles: sources + foundations,
                outputFiles: [list])
        ]
    }
}
