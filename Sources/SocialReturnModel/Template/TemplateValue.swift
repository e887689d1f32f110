/// A value that a template is filled with beforehand.
public enum TemplateValue: Hashable, Sendable {
    /// A text, name of a code, identifier, KvK number or period.
    case text(String)
    /// A number.
    case number(Quantity)
    /// An amount in euros.
    case money(Cents)
    /// A day.
    case day(Day)

    /// The value as a supplier writes it in a CSV file: `37,5`, `1234,50`, `30-06-2026`.
    public var written: String {
        switch self {
        case .text(let text): text
        case .number(let number): Self.withComma(number.description)
        case .money(let amount): Self.withComma(amount.description)
        case .day(let day): day.formatted(.dutch)
        }
    }

    private static func withComma(_ digits: String) -> String { String(digits.map { $0 == "." ? "," : $0 }) }
}
