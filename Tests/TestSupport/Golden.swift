import Foundation

/// Texts that somebody read and found good, to compare with what is made now. With `UPDATE_GOLDEN=1` they are written anew, for review as
/// a difference.
package enum Golden {
    /// How `made` differs from the golden text at `path` of the repository: its lines that are gone, and those that are new; nil when it
    /// does not.
    package static func difference(_ made: String, _ path: String) throws -> String? {
        let file = Repository.file(path)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try made.write(to: file, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        guard made != golden else { return nil }
        let (new, old) = (lines(made), lines(golden))
        let (gone, added) = (old.subtracting(new), new.subtracting(old))
        return """
            \(path) is not what is made now; UPDATE_GOLDEN=1 renews it.
            Gone: \(gone.sorted().prefix(10).joined(separator: "\n      "))
            New: \(added.sorted().prefix(10).joined(separator: "\n     "))
            \(gone.isEmpty && added.isEmpty ? "Only the order or number of lines differs." : "")
            """
    }

    private static func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }
}
