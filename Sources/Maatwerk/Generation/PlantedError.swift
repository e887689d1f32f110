import Plumbing
import SocialReturnModel

/// An error that generation put into a submission, so that tests know what must be found.
struct PlantedError {
    /// The file of the submission.
    let file: String
    /// The row as a spreadsheet program shows it.
    let row: Int
    let column: String
    /// The rule that must find it, in the submission or when submissions are laid beside each other.
    let rule: String
    /// The other submission that is needed to see it; nil for none.
    var alsoIn: String?

    static let heading = "inzending;bestand;rij;kolom;regel;ook_in\r\n"

    /// The line for `geplant.csv`.
    func line(in submission: String) -> String {
        "\(submission);\(file);\(row);\(column);\(rule);\(alsoIn ?? "")\r\n"
    }

    /// The kinds of error in a placement, each of which breaks one rule.
    enum Kind: CaseIterable {
        case endBeforeStart, unknownGroup, citizenNumber, scientificNotation, spreadsheetError, serialDay, invalidDate,
            impossibleHours, missingValue, lostZero

        var column: String {
            switch self {
            case .endBeforeStart: "einddatum"
            case .unknownGroup: "doelgroep"
            case .citizenNumber: "toelichting"
            case .scientificNotation, .lostZero: "werkgever_kvk"
            case .spreadsheetError: "gewerkte_uren"
            case .serialDay, .invalidDate, .missingValue: "begindatum"
            case .impossibleHours: "uren_per_week"
            }
        }

        var rule: String {
            switch self {
            case .endBeforeStart: "INZ-03"
            case .unknownGroup: "INZ-01"
            case .citizenNumber: "AVG-01"
            case .scientificNotation, .lostZero: "BST-09"
            case .spreadsheetError: "BST-08"
            case .serialDay, .invalidDate: "BST-11"
            case .impossibleHours: "INZ-06"
            case .missingValue: "BST-15"
            }
        }

        func plant(in line: inout GeneratedPlacement, _ random: inout SeededGenerator) {
            switch self {
            case .endBeforeStart: line[column] = Generation.period.start.adding(days: -365).formatted(.dutch)
            case .unknownGroup: line[column] = random.pick(["XYZ", "bijstandsgroep B", "onbekend"])
            case .citizenNumber: line[column] = "bel over \(TestCitizenNumber.make(&random))"
            case .scientificNotation: line[column] = "9,00E+07"
            case .spreadsheetError: line[column] = random.pick(["#N/B", "#VERW!", "#DEEL/0!", "######"])
            case .serialDay: line[column] = "\(Generation.period.start.spreadsheetSerial)"
            case .invalidDate: line[column] = "31-02-2026"
            case .impossibleHours: line[column] = random.pick(["0", "200", "-8"])
            case .missingValue: line[column] = ""
            case .lostZero: line[column] = "1234567"
            }
        }
    }
}

/// Made-up numbers that pass the elfproef, all from 999900000 upwards so that they are recognisable as made up.
enum TestCitizenNumber {
    /// A random one.
    static func make(_ random: inout SeededGenerator) -> String {
        while true {
            let digits = [9, 9, 9, 9] + (0..<5).map { _ in random.number(0...9) }
            let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
            if sum % 11 == 0 { return digits.map(String.init).joined() }
        }
    }
}
