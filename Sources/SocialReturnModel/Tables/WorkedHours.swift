/// The hours worked in one placement in one period: a row of `uren.csv`.
public struct WorkedHours: TableRow {
    /// Column `inzet_id`.
    public var placement: Symbol?
    /// Column `periode`.
    public var period: ReportingPeriod?
    /// Column `gewerkte_uren`, in hours.
    public var workedHours: Quantity?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<WorkedHours>(
        .hours, .submission, at: 30, file: "uren.csv",
        title: Text(nl: "Uren", en: "Hours"),
        meaning: Text(
            nl: "Eén rij is het aantal gewerkte uren van één inzet in één periode.",
            en: "One row is the number of hours worked in one placement in one period."),
        columns: [
            .identifier(
                "inzet_id", \.placement, required: true, also: ["inzet", "inzetnummer", "id"], example: "P-001",
                nl: "Het kenmerk van de inzet, zoals op blad Inzet.",
                en: "The reference of the placement, as in inzet.csv."),
            .period(
                "periode", \.period, required: true, also: ["maand", "kwartaal", "tijdvak"], example: "2026-01",
                nl: "De periode waarin de uren zijn gewerkt.", en: "The period in which the hours were worked."),
            .number(
                "gewerkte_uren", \.workedHours, within: .hoursOfPerson, required: true,
                also: ["uren", "aantal uren", "uren gewerkt", "gewerkte uren totaal"],
                example: "96,0",
                nl: "Het aantal uren dat echt is gewerkt.", en: "The number of hours really worked."),
        ])
}
