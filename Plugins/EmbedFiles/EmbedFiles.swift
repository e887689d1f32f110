import Foundation
import PackagePlugin

/// Writes the data files of a target into its code before it is compiled, so that adding a table is adding a file.
///
/// What the package manager itself embeds is an array of numbers, a number a byte, which the compiler reads as so many expressions: seven seconds
/// for fifty kilobytes.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        // A folder that is a link is looked into as well: the package for fuzzing has such.
        let folder = target.directoryURL.resolvingSymlinksInPath()
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "csv" }.sorted { $0.path() < $1.path() } ?? []
        let output = context.pluginWorkDirectoryURL.appending(path: "PackageResources.swift")
        return [
            .buildCommand(
                displayName: "Embedding the data files of \(target.name)",
                executable: try context.tool(named: "FileEmbedder").url,
                arguments: [output.path(), folder.path()] + files.map { $0.path() },
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
