extension String {
    /// The text without blanks of any kind at its ends.
    var trimmingBlanks: String {
        var text = self
        return text.withUTF8 { String(decoding: CellReader.trimmed($0), as: UTF8.self) }
    }
}
