/// Why no table could be made.
///
/// Bad data is no error: it gives a table with damages, or one without records whose
/// ``Detection`` says why. An error means that the machine or the file's size stands in the way.
public enum DelimitedTextError: Error, Sendable, Equatable {
    /// libcsv could not enlarge its buffer (its code `CSV_ENOMEM`).
    case outOfMemory

    /// The text, once decoded to UTF-8, has more bytes than a 32-bit position can address.
    case tooLarge(bytes: Int)

    /// libcsv stopped for another reason, given by its own number (`csv_error`).
    case parser(code: Int32)
}
