/// What the sheets of a workbook come to, as the workbook says it of itself in properties of the document. Programs that save it again keep them,
/// and so does a copy that is called otherwise.
public enum ContentSeal {
    /// With what the names of the properties begin.
    public static let beginning = "maatwerk-bladen-"

    /// How many bytes a property holds.
    private static let room = 255

    /// How many sums are read: no report has so many sheets, and each sheet of a workbook is laid beside all of them.
    private static let most = 1 << 10

    /// The properties that say `sums`.
    public static func properties(_ sums: [ContentSum]) -> [(name: String, value: String)] {
        var values: [String] = []
        for word in sums.map(\.written) {
            if let last = values.last, last.utf8.count + 1 + word.utf8.count <= room {
                values[values.count - 1] = last + " " + word
            } else {
                values.append(word)
            }
        }
        return values.enumerated().map { ("\(beginning)\($0 + 1)", $1) }
    }

    /// What `properties` say; nil when they say nothing of the kind.
    public static func sums(in properties: [String: String]) -> Set<ContentSum>? {
        let values = properties.filter { $0.key.hasPrefix(beginning) }.values
        let words = values.lazy.flatMap { $0.split(separator: " ") }.prefix(most)
        let sums = Set(words.compactMap { ContentSum(written: String($0)) })
        return sums.isEmpty ? nil : sums
    }
}
