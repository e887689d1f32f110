import Parameters
import SocialReturnModel

extension ValuationTable {
    /// What stands above the table's column where tables are compared: its name, how surely its amounts are known, from when it is, and the
    /// hours of full time.
    var comparedHeading: Text {
        func heading(_ language: Language) -> String {
            let certainty =
                certainty.map { "\($0.name[language]) (\($0.code))" }
                ?? Text(nl: "eigen tabel, zekerheid niet vermeld", en: "own table, certainty not stated")[language]
            let day =
                validFrom.map { Text(nl: "vanaf ", en: "from ")[language] + $0.formatted(language) }
                ?? readOn.map { Text(nl: "gelezen ", en: "read ")[language] + $0.formatted(language) }
                ?? Text(nl: "eerste dag niet bekend", en: "first day not known")[language]
            let hours =
                fullTimeHours.map {
                    "\($0.formatted(language)) " + Text(nl: "uur voltijd", en: "hours full time")[language]
                } ?? Text(nl: "voltijd niet vermeld", en: "full time not stated")[language]
            let part =
                incompleteness == nil ? nil : Text(nl: "een deel van de tabel", en: "a part of the table")[language]
            return [id, certainty.lowercasedFirst, day, hours, part].compactMap { $0 }.joined(separator: " · ")
        }
        return Text(nl: heading(.dutch), en: heading(.english))
    }
}
