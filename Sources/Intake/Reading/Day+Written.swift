import SocialReturnModel

extension Day {
    /// The day that somebody wrote as `30-06-2026`, `2026-06-30` or in another clear notation; nil for anything else.
    public init?(written text: String) {
        var text = text
        let day = text.withUTF8 { bytes -> Day? in
            let reading = CellReader.day(CellReader.trimmed(bytes))
            return reading.problem == nil ? reading.value : nil
        }
        guard let day else { return nil }
        self = day
    }
}
