import SocialReturnModel

/// The word for its unit that people type behind a number: `24 uur`, `24 u p/w`, `3 maanden`. It adds nothing where it is the unit of the
/// column; any other word (`24 uur per maand` among hours a week) makes it another number.
enum UnitWord {
    /// Where the word behind the number in plain `bytes` begins, when it is one for `unit`; nil for none, and for another one.
    static func start(in bytes: UnsafeBufferPointer<UInt8>, _ unit: NumberUnit) -> Int? {
        guard let words = words[unit], let last = bytes.lastIndex(where: ByteCursor.isDigit) else { return nil }
        var word: [UInt8] = []
        for byte in bytes[(last + 1)...] {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "."): continue
            case UInt8(ascii: "/"): word += "per".utf8
            default: word.append(ByteCursor.folded(byte))
            }
        }
        return words.contains(String(decoding: word, as: UTF8.self)) ? last + 1 : nil
    }

    /// The word or sign beside the number in plain `bytes`, and where it begins when it stands behind it; nil for a number alone.
    static func beside(_ bytes: UnsafeBufferPointer<UInt8>) -> (word: String, start: Int)? {
        guard let last = bytes.lastIndex(where: ByteCursor.isDigit) else { return nil }
        let behind = bytes[(last + 1)...].drop { $0 == UInt8(ascii: " ") }
        guard let first = behind.first, (first | 0x20) &- 0x61 < 26 else { return nil }
        return (String(decoding: behind, as: UTF8.self), last + 1)
    }

    private static let words: [NumberUnit: Set<String>] = {
        let hours = ["uur", "uren", "u", "h", "hr", "hrs", "hour", "hours"]
        let percent: Set<String> = ["procent", "percent", "pct"]
        func spans(_ spans: [String]) -> Set<String> {
            Set(hours + spans + hours.flatMap { hour in spans.map { hour + $0 } })
        }
        return [
            .hours: Set(hours),
            // A slash was read as `per`, so that `p/w` is `pperw`.
            .hoursOfWeek: spans(["perweek", "perwk", "perw", "pperweek", "pperwk", "pperw", "pw", "pwk", "aweek"]),
            .hoursOfYear: spans(["perjaar", "perjr", "perj", "pperjaar", "pperj", "pj", "ayear"]),
            .persons: [
                "persoon", "personen", "mens", "mensen", "deelnemer", "deelnemers", "medewerker", "medewerkers", "plek",
                "plekken", "plaats", "plaatsen", "pers", "person", "persons", "people", "place", "places",
            ],
            .percent: percent,
            .share: percent,
            .months: ["maand", "maanden", "mnd", "mnden", "month", "months"],
            .days: ["dag", "dagen", "day", "days"],
            .fullTimeEquivalents: ["fte", "ftes"],
            // No column asks for an amount with tax: those words add nothing, and `incl. btw` is another amount.
            .euros: [
                "ex", "excl", "exclusief", "exbtw", "exclbtw", "exclusiefbtw", "exclvat", "exvat", "excludingvat",
            ],
        ]
    }()
}
