import Parameters
import SocialReturnModel

extension ValuationTable {
    /// What stands above the table's column where tables are compared: its name, how surely its amounts are known, from when it is, and the
    /// hours of full time.
    package var comparedHeading: Text {
        func heading(_ language: Language) -> String {
            func words(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[language] }
            let certainty =
                switch certainty {
                case .atTheSource: words("zekerheid A", "certainty A")
                case .secondHand: words("uit tweede hand (B)", "second hand (B)")
                case nil: words("eigen tabel", "own table")
                }
            let day =
                validFrom.map { words("vanaf ", "from ") + $0.formatted(language) }
                ?? readOn.map { words("gelezen ", "read ") + $0.formatted(language) }
                ?? words("zonder datum", "no date")
            let hours =
                fullTimeHours.map { "\($0.formatted(language)) " + words("uur", "hours") }
                ?? words("uren niet vermeld", "hours not stated")
            let part = incompleteness == nil ? nil : words("onvolledig", "incomplete")
            return [id, certainty, day, hours, part].compactMap { $0 }.joined(separator: " · ")
        }
        return Text(nl: heading(.dutch), en: heading(.english))
    }
}
