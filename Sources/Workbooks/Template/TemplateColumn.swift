import Intake
import SocialReturnModel
import Spreadsheets

/// A column of a template's sheet: how wide it is, how its cells look, what its hints say and what may be typed.
struct TemplateColumn: Bilingual {
    /// The column's definition.
    let facts: ColumnDescriptor
    /// The table it stands in.
    let table: TableID
    /// The language of hints and messages.
    let language: Language
    /// Whether the supplier's contract numbers are known.
    let knowsContracts: Bool

    /// The width in characters.
    var width: Double {
        let heading = Double(facts.name.count) * 1.15 + 5
        let content: Double =
            switch facts.kind {
            case .text: facts.privacy == .freeText && facts.name != "contact" ? 44 : 28
            case .identifier: 18
            case .kvk, .day, .number: 14
            case .money, .period: 16
            case .code, .codes: min(36, Double(facts.codes?.entries.map(\.name.nl.count).max() ?? 12) * 1.1 + 5)
            }
        return max(heading, content)
    }

    /// How a cell to be filled in looks. Text format keeps Excel from taking zeros off numbers and making dates of codes.
    var style: Style {
        let base = Style(border: .all(.hair, color: Palette.line), horizontal: .left, vertical: .top)
        return switch facts.kind {
        case .text: base.with { ($0.numberFormat, $0.wrapsText) = ("@", true) }
        case .identifier, .kvk, .period, .code, .codes: base.with { $0.numberFormat = "@" }
        case .day: base.with { $0.numberFormat = "dd-mm-yyyy" }
        case .money: base.with { ($0.numberFormat, $0.horizontal) = ("0.00", .right) }
        case .number:
            base.with { ($0.numberFormat, $0.horizontal) = (facts.example.contains(",") ? "0.00" : "General", .right) }
        }
    }

    /// The hint at a cell: what it means, how to write it, an example. At most 255 UTF-16 units in both languages.
    var prompt: String {
        var lines = [facts.meaning[language]]
        if let form { lines.append(form) }
        if !example.isEmpty { lines.append(words("Voorbeeld: ", "Example: ") + example) }
        return lines.joined(separator: "\n")
    }

    /// The note at the heading, which may say more than a hint.
    var note: String {
        let need =
            facts.isRequired
            ? words("Verplicht.", "Required.")
            : facts.isWelcome ? words("Graag invullen.", "Please fill in.") : words("Mag leeg.", "May be empty.")
        let privacy = facts.privacy.words[language]
        return [prompt, need, "Privacy: \(privacy)."].joined(separator: "\n")
    }

    /// An example as the drop-down shows it.
    private var example: String {
        guard let codes = facts.codes, let position = codes.rawValue(for: facts.example) else { return facts.example }
        return codes.entries[Int(position)].name.nl
    }

    /// How to write it, where the meaning does not say so already.
    private var form: String? {
        switch facts.kind {
        case .text: nil
        case .identifier:
            switch filledColumn?.table {
            case .placements?:
                table == .evidence
                    ? words(
                        "Kies een nummer dat u op blad Inzet invulde, of vul een factuurnummer van blad "
                            + "Sociale inkoop in.",
                        "Choose a number that you put on sheet Inzet, or fill in an invoice number of sheet "
                            + "Sociale inkoop.")
                    : words(
                        "Kies een nummer dat u op blad Inzet invulde.", "Choose a number that you put on sheet Inzet.")
            case nil where facts.name == ContractNames.column && knowsContracts:
                words("Kies een van uw contracten.", "Choose one of your contracts.")
            case nil where facts.name == TemplateContents.versionColumn:
                words("Dit staat er al.", "It is there already.")
            default: words("Schrijf het overal hetzelfde.", "Write it the same way everywhere.")
            }
        case .kvk: words("Ook de nullen vooraan.", "Leading zeros included.")
        case .day: words("Schrijf dag-maand-jaar.", "Write day-month-year.")
        case .money: words("Alleen cijfers, met een komma voor de centen.", "Digits only, with your decimal sign.")
        case .number: words("Alleen cijfers, zo nodig met een komma.", "Digits only, with your decimal sign if needed.")
        case .period:
            facts.meaning.nl.contains("2026-H1")
                ? nil
                : words(
                    "Een jaar, halfjaar (2026-H1), kwartaal (2026-Q2) of maand (2026-06).",
                    "A year, half-year (2026-H1), quarter (2026-Q2) or month (2026-06).")
        case .code: words("Kies uit de lijst: klik op het pijltje.", "Choose from the list: click the arrow.")
        case .codes:
            words(
                "Kies uit de lijst. Meer dan één? Schrijf de codes van blad Keuzelijsten met een komma ertussen.",
                "Choose from the list. More than one? Write the codes of sheet Keuzelijsten with commas.")
        }
    }

    /// What to do with a credit, in a column of invoices.
    private var creditHint: Text {
        facts.name == "bedrag_excl_btw"
            ? Text(nl: " Is het een creditfactuur? Kies dan Ja.", en: " Is it a credit? Then choose Yes.")
            : Text(verbatim: "")
    }

    /// The column on another sheet that this one refers to.
    private var filledColumn: FilledColumn? { FilledColumn.all.first { $0.users[table] == facts.name } }

    /// What may be typed, with the hint and the message when it is something else.
    var rule: InputRule {
        let (condition, severity) = check
        return InputRule(
            condition, promptTitle: facts.name, prompt: prompt,
            errorTitle: condition == .anything ? "" : words("Even nakijken", "Please check"),
            errorMessage: condition == .anything ? "" : message, severity: severity)
    }

    private var check: (InputRule.Condition, InputRule.Severity) {
        switch facts.kind {
        case .text: return (.anything, .stop)
        case .identifier:
            if facts.name == TemplateContents.versionColumn { return (.list([TemplateVersion.current]), .stop) }
            if let filledColumn { return (.listFrom(filledColumn.name), .warning) }
            if facts.name == ContractNames.column, knowsContracts {
                return (.listFrom(ContractNames.rangeName), .warning)
            }
            return (.anything, .stop)
        case .kvk: return (.textLength(8...8), .stop)
        case .day: return (.day(Self.firstDay...Self.lastDay), .stop)
        // A credit is below zero, and rare enough to be asked about.
        case .money: return (.number(0...Self.largestNumber), .warning)
        case .number: return (.number(0...Self.largestNumber), .stop)
        // 2026, 2026-06, and two days with a stroke between them.
        case .period: return (.textLength(4...21), .warning)
        case .code, .codes:
            guard let codes = facts.codes else { return (.anything, .stop) }
            let isStrict = facts.kind == .code && !codes.isOpen
            return (.listFrom(TemplateLists.rangeName(of: codes)), isStrict ? .stop : .warning)
        }
    }

    /// 1 January 2000 and 31 December 2100 as a spreadsheet counts them.
    private static let firstDay = 36_526, lastDay = 73_415
    /// More than any amount or number of hours in a report.
    private static let largestNumber = 9_999_999_999.0

    /// What is wrong and how to mend it.
    private var message: String {
        let keep = words("Klopt het toch? Kies dan Ja.", "Is it right after all? Then choose Yes.")
        return switch facts.kind {
        case .text: ""
        case .identifier:
            if facts.name == TemplateContents.versionColumn {
                words(
                    "Dit is de versie van het sjabloon. Laat \(TemplateVersion.current) staan.",
                    "This is the version of the template. Leave it at \(TemplateVersion.current).")
            } else if facts.name == "hoort_bij" {
                words(
                    "Dit nummer staat niet op blad Inzet. Kies een nummer uit de lijst. Is het een "
                        + "factuurnummer? Kies dan Ja.",
                    "This number is not on sheet Inzet. Choose one from the list. Is it an invoice number? "
                        + "Then choose Yes."
                )
            } else if let filledColumn {
                words(
                    "Dit nummer staat niet op blad \(TemplateSheetName.of(filledColumn.table)). Kies een "
                        + "nummer uit de lijst. ",
                    "This number is not on sheet \(TemplateSheetName.of(filledColumn.table)). Choose one "
                        + "from the list. "
                ) + keep
            } else {
                words(
                    "Dit nummer staat niet bij uw contracten op blad Uitleg. Kies een contract uit de lijst. ",
                    "This number is not among your contracts on sheet Uitleg. Choose one from the list. ") + keep
            }
        case .kvk:
            words(
                "Een KvK-nummer heeft acht cijfers. Schrijf ook de nullen vooraan, zoals 01234567.",
                "A KvK number has eight digits. Write leading zeros too, as in 01234567.")
        case .day:
            words(
                "Dit is geen datum vanaf 2000. Schrijf dag-maand-jaar, zoals 30-06-2026.",
                "This is not a date from 2000 on. Write day-month-year, as in 30-06-2026.")
        case .money:
            words(
                "Dit is geen bedrag van nul of meer. Schrijf alleen cijfers, zoals 1234,50, zonder euroteken."
                    + creditHint.nl,
                "This is not an amount of zero or more. Write digits only, without a euro sign." + creditHint.en)
        case .number:
            words(
                "Dit is geen getal van nul of meer. Schrijf alleen cijfers, zoals 24,5. Weet u het niet? "
                    + "Maak de cel dan leeg.",
                "This is not a number of zero or more. Write digits only. If you do not know it, leave the cell empty.")
        case .period:
            words(
                "Schrijf de periode als 2026, 2026-H1, 2026-Q2, 2026-06 of 01-04-2026/30-06-2026. ",
                "Write the period as 2026, 2026-H1, 2026-Q2, 2026-06 or 01-04-2026/30-06-2026. ") + keep
        case .code where facts.codes?.isOpen == false:
            words(
                "Dit staat niet in de lijst. Klik op het pijltje bij de cel en kies. Weet u het niet? Maak "
                    + "de cel dan leeg.",
                "This is not in the list. Click the arrow at the cell and choose. If you do not know it, "
                    + "leave the cell empty."
            )
        case .code:
            words(
                "Dit woord staat niet in de lijst. Kies liever een woord uit de lijst. Past geen enkel "
                    + "woord? Kies dan Ja.",
                "This word is not in the list. Please choose one of the list. Does none fit? Then choose Yes.")
        case .codes:
            words(
                "Dit staat niet in de lijst. Kies een woord uit de lijst. Schreef u meer codes met een komma "
                    + "ertussen? Kies dan Ja.",
                "This is not in the list. Choose one of the list. Did you write several codes with commas? "
                    + "Then choose Yes."
            )
        }
    }
}
