import SocialReturnModel

/// A setting on *Instellingen en bronnen*, a value of a table, or a source.
struct SettingLine {
    /// What it belongs to: the rules, a contract, a valuation table.
    let subject: String
    /// The part of it: an obligation, a building block; empty for the whole.
    let part: String
    /// What is set.
    let name: String
    /// To what.
    let value: Cell
    /// Where it comes from, in words.
    let origin: String
    /// The address of the source.
    let address: String?

    init(
        _ subject: String, _ name: String, _ value: Cell, _ origin: String, part: String = "", address: String? = nil
    ) {
        self.subject = subject
        self.part = part
        self.name = name
        self.value = value
        self.origin = origin
        self.address = address
    }
}

extension ReportSheet {
    static let settings = ReportSheet(
        page: "Instellingen en bronnen", at: 340,
        meaning: Text(
            nl: "Waarmee is gerekend, en waar dat vandaan komt.",
            en: "What was calculated with, and where it comes from."),
        frame: { _ in (SheetDefinition<SettingLine>.settings.frame, 0) }
    ) { contents in
        let lines = SettingLines(contents.report).lines
        return try contents.report.writer.prepare(.settings, lines, count: lines.count)
    }
}

extension SheetDefinition<SettingLine> {
    /// With what was calculated and tested, and where that comes from.
    static var settings: SheetDefinition {
        SheetDefinition(
            name: ReportSheet.settings.name, title: Text(nl: "Instellingen en bronnen", en: "Settings and sources"),
            explanation: Text(
                nl:
                    "Waarmee is gerekend en getoetst, en waar dat vandaan komt: het register, de waarderingstabel, of een keuze van dit hulpmiddel.",
                en:
                    "What was calculated and tested with, and where it comes from: the register, the valuation table, or a choice of this tool."
            ),
            columns: [
                SheetColumn(Text(nl: "Onderwerp", en: "Subject"), key: "onderwerp", width: 22...32, .strong) {
                    line, _ in
                    .text(line.subject)
                },
                SheetColumn(Text(nl: "Onderdeel", en: "Part"), key: "onderdeel", width: 16...30, .wrapped) { line, _ in
                    .text(line.part)
                },
                SheetColumn(Text(nl: "Gegeven", en: "Item"), key: "gegeven", width: 26...44, .wrapped) { line, _ in
                    .text(line.name)
                },
                SheetColumn(Text(nl: "Waarde", en: "Value"), key: "waarde", width: 24...40, .wrapped) { line, _ in
                    line.value
                },
                SheetColumn(
                    Text(nl: "Waar dit vandaan komt", en: "Where it comes from"), key: "herkomst", width: 30...60,
                    .wrapped
                ) {
                    line, _ in .text(line.origin)
                },
                SheetColumn(
                    Text(nl: "Adres van de bron", en: "Address of the source"), key: "adres", width: 24...60, .wrapped
                ) {
                    line, _ in .text(line.address)
                },
            ])
    }
}
