import Foundation

/// Where the files of this repository stand that tests read.
package enum Repository {
    /// The repository.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardizedFileURL

    /// The folder with the examples.
    package static let examples = root.appendingPathComponent("examples").path

    /// The file or folder at `path` from the root.
    package static func file(_ path: String) -> URL { root.appendingPathComponent(path) }
}
