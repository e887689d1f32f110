/// What keeps results from being compared. Nothing of the content is repeated.
public enum FindingsReadingError: Error, Hashable, Sendable {
    /// There is no such file or folder.
    case notFound(path: String)
    /// The folder and the folders in it hold no `bevindingen.json`.
    case noResults(path: String)
    /// The file cannot be opened; the text says why.
    case unreadableFile(path: String, reason: String)
    /// The file is no JSON; the place of the first damage, line and character counted from 1.
    case damaged(path: String, line: Int, character: Int)
    /// A field is missing or holds something else than it should; the field as `findings[3].row`, in the object that begins
    /// on `line`, counted from 1.
    case unexpectedField(path: String, field: String, line: Int)
    /// The file is JSON but not findings, or findings in a form of another version.
    case otherFormat(path: String, line: Int)
}
