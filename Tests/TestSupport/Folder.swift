import Foundation

/// A folder of its own for a test; it goes when the object goes.
package final class Folder: Sendable {
    /// Where it is.
    package let url = FileManager.default.temporaryDirectory.appendingPathComponent("maatwerk-\(UUID().uuidString)")

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
