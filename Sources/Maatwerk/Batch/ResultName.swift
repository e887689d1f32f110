import Intake

/// What the folder and the files of a result are called: names that stay inside the folder for the results, whatever a submission is
/// called, and that every file system takes.
///
/// A name is a row of bytes here: before a combining mark a slash is no character of its own, and would not be found as one.
package enum ResultName {
    /// The names beside the results that no result may take.
    private static let reserved: Set<String> = [BatchSummary.csvName, BatchSummary.linesName]

    /// The longest name of a file, in bytes, with room for an ending.
    private static let longestStem = 200

    /// `name` as a folder in the folder for the results: without slashes, backslashes and control characters, not hidden, and not a name
    /// that is taken by something else.
    package static func folder(_ name: String) -> String {
        var bytes = name.utf8.map { byte -> UInt8 in
            switch byte {
            case 0..<0x20, 0x7F, UInt8(ascii: "/"), UInt8(ascii: "\\"): UInt8(ascii: "_")
            default: byte
            }
        }
        // A name that begins with a point is hidden, and two of them are the folder above.
        if bytes.first == UInt8(ascii: ".") { bytes[0] = UInt8(ascii: "_") }
        let safe = String(decoding: bytes, as: UTF8.self)
        return safe.isEmpty ? "inzending" : reserved.contains(safe) ? "_" + safe : safe
    }

    /// The name of the files that are kept of the result in `folder`, without an ending: the folder's own, or for a very long one its
    /// beginning and a digest.
    static func stem(of folder: String) -> String {
        guard folder.utf8.count > longestStem else { return folder }
        let digest = SHA256Digest.hexadecimal(of: Array(folder.utf8)).prefix(16)
        var beginning = ""
        for character in folder.unicodeScalars {
            guard beginning.utf8.count + UTF8.width(character) <= longestStem - 20 else { break }
            beginning.unicodeScalars.append(character)
        }
        return "\(beginning)~\(digest)"
    }
}
