import SocialReturnModel

/// The lines of a list of own words: text with semicolons between the fields, a line with their names first.
///
/// The lists are part of the program, so a line that is no line is a mistake of ours; the tests of the lists find it.
public struct OwnWordLines: Sendable {
    /// The fields of each line.
    public let lines: [[String]]

    /// The own headings of people and programs: `kop;tabel;kolom`. The heading stands in its folded form, `*` means every table that has the
    /// column.
    public static let headings = OwnWordLines(csv: PackageResources.koppen_csv)
    /// The own words for codes: `lijst;woord;code`. The list is named as in messages, the word stands in its folded form.
    public static let values = OwnWordLines(csv: PackageResources.waarden_csv)

    /// What people write where a correction is asked to say that nothing needs to be changed: `woord`. The word stands in its folded form.
    public static let answers = OwnWordLines(csv: PackageResources.antwoorden_csv)

    private init(csv: [UInt8]) {
        lines = csv.split { $0 == 0x0A || $0 == 0x0D }.dropFirst().map { line in
            line.split(separator: 0x3B, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
