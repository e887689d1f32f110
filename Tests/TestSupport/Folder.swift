import Foundation

/// The one folder in `TMPDIR` that a run of tests makes, in which all folders of its tests stand. It goes when the run ends, with what still
/// stands in it, so that no test has to clean up after itself.
private let folderOfRun: URL = {
    atexit { try? FileManager.default.removeItem(at: folderOfRun) }
    return FileManager.default.temporaryDirectory.appendingPathComponent("maatwerk-\(UUID().uuidString)")
}()

/// A folder of its own for a test; it goes when the object goes.
package final class Folder: Sendable {
    /// Where it is.
    package let url = folderOfRun.appendingPathComponent(UUID().uuidString)

    /// A folder that stays until the run ends, for whoever keeps only a path.
    package static func untilTheEnd() throws -> URL {
        let url = folderOfRun.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    /// Makes the folder.
    package init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The folder's path.
    package var path: String { url.path }

    /// The path of a file in the folder.
    package func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// What stands in the folder, hidden files included, in order.
    package var contents: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? [] }

    /// Writes `text` to `name` in the folder, with the folders that it lies in.
    package func write(_ text: String, to name: String) throws {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
