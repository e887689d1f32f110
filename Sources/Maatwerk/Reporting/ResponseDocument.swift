import Consolidations
import Exchange
import FoundationEssentials
import SocialReturnModel

/// What is expected and what came in, for programs (JSON) and for a spreadsheet (CSV).
///
/// Lines come most urgent first. What is not known is null or empty, and its reason stands beside it in words.
public struct ResponseDocument: Encodable, Sendable {
    /// The name and version of the format.
    public static let format = "maatwerk-status/1"

    private let response: ReportingResponse
    private let unread: [Unread]
    private let language: Language

    /// An input that could not be read.
    public struct Unread: Encodable, Sendable {
        /// Its name, as it may be shown.
        public let name: String
        /// Why.
        public let reason: String

        /// An input with the reason.
        public init(name: String, reason: String) {
            self.name = name
            self.reason = reason
        }
    }

    /// The document on `response`, with the inputs that could not be read, in `language`.
    public init(_ response: ReportingResponse, unread: [Unread] = [], _ language: Language) {
        self.response = response
        self.unread = unread
        self.language = language
    }

    /// The JSON object on one line, its keys in alphabetical order.
    public var json: String {
        EncodedJSON().text(self)
    }

    /// The lines as CSV, with semicolons and a byte order mark, as a Dutch spreadsheet program opens it by a double click.
    public var csv: String {
        let heading = [
            "contractnummer", "titel", "leverancier_kvk", "leverancier", "periode", "uiterlijk_op", "stand",
            "dagen_te_laat", "rapportage", "ontvangen_op", "toelichting",
        ]
        let lines = response.linesByUrgency.map { line in
            [
                line.contract, line.title, line.supplier?.description ?? "", line.supplierName,
                line.period.period.description, line.due?.formatted(.dutch) ?? "", line.state.rawValue,
                line.daysLate.map(String.init) ?? "", line.report ?? "", line.receivedOn?.formatted(.dutch) ?? "",
                reason(line) ?? "",
            ]
        }
        return "\u{feff}"
            + ([heading] + lines).map {
                $0.map { PeopleCSV.field($0, separator: UInt8(ascii: ";")) }.joined(separator: ";") + "\r\n"
            }.joined()
    }

    private func reason(_ line: ResponseLine) -> String? {
        line.notes.isEmpty ? nil : line.notes.map { $0.text[language] }.joined(separator: " ")
    }

    // MARK: - JSON

    private enum Key: String, CodingKey {
        case format, day, expected, received, rejected, missing, late, rows, unexpected, unread, summary, contract,
            title, supplier, period, due, state, report, reason
        case notYet = "not_yet"
        case receivedLate = "received_late"
        case nothingExpected = "nothing_expected"
        case supplierKvK = "supplier_kvk"
        case daysLate = "days_late"
        case receivedOn = "received_on"
    }

    /// Writes the object.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(Self.format, forKey: .format)
        try object.encode(response.day.description, forKey: .day)
        try object.encode(response.expected, forKey: .expected)
        try object.encode(response.received, forKey: .received)
        try object.encode(response.receivedLate, forKey: .receivedLate)
        try object.encode(response.count(.rejected), forKey: .rejected)
        try object.encode(response.count(.missing), forKey: .missing)
        try object.encode(response.count(.late), forKey: .late)
        try object.encode(response.count(.notYet), forKey: .notYet)
        try object.encode(response.summary[language], forKey: .summary)
        try object.encode(unread, forKey: .unread)
        var rows = object.nestedUnkeyedContainer(forKey: .rows)
        for line in response.linesByUrgency {
            var row = rows.nestedContainer(keyedBy: Key.self)
            try row.encode(line.contract, forKey: .contract)
            try row.encode(line.title, forKey: .title)
            try row.encode(line.supplier?.description, forKey: .supplierKvK)
            try row.encode(Self.known(line.supplierName), forKey: .supplier)
            try row.encode(line.period.period.description, forKey: .period)
            try row.encode(line.due?.description, forKey: .due)
            try row.encode(line.state.rawValue, forKey: .state)
            try row.encode(line.daysLate, forKey: .daysLate)
            try row.encode(line.report, forKey: .report)
            try row.encode(line.receivedOn?.description, forKey: .receivedOn)
            try row.encode(reason(line), forKey: .reason)
        }
        var unexpected = object.nestedUnkeyedContainer(forKey: .unexpected)
        for report in response.unexpected {
            var row = unexpected.nestedContainer(keyedBy: Key.self)
            try row.encode(report.report, forKey: .report)
            try row.encode(report.supplier?.description, forKey: .supplierKvK)
            try row.encode(Self.known(report.supplierName), forKey: .supplier)
            try row.encode(report.contract, forKey: .contract)
            try row.encode(report.period?.description, forKey: .period)
            try row.encode(report.reason.text[language], forKey: .reason)
        }
        var silent = object.nestedUnkeyedContainer(forKey: .nothingExpected)
        for contract in response.silentContracts {
            var row = silent.nestedContainer(keyedBy: Key.self)
            try row.encode(contract.contract, forKey: .contract)
            try row.encode(contract.title, forKey: .title)
            try row.encode(contract.supplier?.description, forKey: .supplierKvK)
            try row.encode(Self.known(contract.supplierName), forKey: .supplier)
            try row.encode(contract.reason.text[language], forKey: .reason)
        }
    }

    private static func known(_ text: String) -> String? { text.isEmpty ? nil : text }
}
