/// How a word of a list is looked for.
public enum WordForm: UInt8, CodeList {
    case whole, beginning, exception

    /// What the list is called.
    public static var listName: Text { Text(nl: "woordvormen", en: "word forms") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .whole: CodeEntry("heel", nl: "Heel woord", en: "Whole word", also: ["hele woord"])
        case .beginning: CodeEntry("begin", nl: "Begin van een woord", en: "Beginning of a word", also: ["begint met"])
        case .exception: CodeEntry("niet", nl: "Niet melden", en: "Not reported", also: ["uitzondering", "behalve"])
        }
    }
}
