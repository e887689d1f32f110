import Exchange
import Intake

/// What the folder and the files of a result are called: names that stay inside the folder for the results, whatever a submission is
/// called, and that every file system takes.
///
/// A name is a row of code points here: before a combining mark a slash is no character of its own, and would not be found as one.
package enum ResultName {
    /// The names beside the results that no result may take.
    ///
    /// Nor may it be called after what lies within a result: the folder with all results would be taken for one.
    private static let reserved: Set<String> = [
        BatchSummary.csvName, BatchSummary.linesName, "gegevens", "bevindingen.json", "rapport.xlsx",
        "terugkoppeling.xlsx",
    ]

    /// The longest name of a file, in bytes, with room for an ending.
    private static let longestStem = 200

    /// `name` as a folder in the folder for the results: without slashes, backslashes and characters that steer a terminal, not hidden, and not a name
    /// that is taken by something else.
    package static func folder(_ name: String) -> String {
        var safe = ""
        for scalar in name.unicodeScalars {
            let text = String(scalar)
            let isSafe = scalar != "/" && scalar != "\\" && VisibleText.escaped(text) == text
            safe.unicodeScalars.append(isSafe ? scalar : "_")
        }
        // A name that begins with a point is hidden, and two of them are the folder above.
        if safe.utf8.first == UInt8(ascii: ".") { safe = "_" + String(safe.unicodeScalars.dropFirst()) }
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
