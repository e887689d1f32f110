extension ColumnDescriptor {
    /// How a value of this column is written, as it follows on "Zo schrijft u het: ".
    public var form: Text {
        switch kind {
        case .text:
            privacy == .freeText
                ? Text(nl: "in uw eigen woorden", en: "in your own words")
                : Text(nl: "een korte tekst", en: "a short text")
        case .identifier:
            Text(
                nl: "een kenmerk van letters, cijfers en tekens, overal op dezelfde manier geschreven",
                en: "a reference of letters, digits and signs, written the same way everywhere")
        case .kvk: Text(nl: "acht cijfers, ook de nullen vooraan", en: "eight digits, leading zeros included")
        case .day: Text(nl: "een datum als 30-06-2026 of 2026-06-30", en: "a date as 30-06-2026 or 2026-06-30")
        case .money:
            Text(
                nl: "een bedrag in euro's zonder btw, als 1234,50", en: "an amount in euros without VAT, as 1234,50")
        case .number:
            Text(
                nl: "een getal met een komma en ten hoogste vier decimalen, als 24,5",
                en: "a number with a comma and at most four decimals, as 24,5")
        case .period:
            Text(
                nl: "een jaar (2026), halfjaar (2026-H1), kwartaal (2026-Q2) of maand (2026-06)",
                en: "a year (2026), half-year (2026-H1), quarter (2026-Q2) or month (2026-06)")
        case .code:
            Text(
                nl: "één code uit de lijst, of de naam ervan; hoofdletters maken niet uit",
                en: "one code of the list, or its name; capitals do not matter")
        case .codes:
            Text(
                nl: "een of meer codes uit de lijst, met een komma, plusteken of schuine streep ertussen",
                en: "one or more codes of the list, with a comma, plus sign or slash between them")
        }
    }
}

extension PrivacyClass {
    /// What may stand in a column of this class and what may not.
    public var words: Text {
        switch self {
        case .freeText:
            Text(
                nl:
                    "noem geen naam, BSN, adres of gezondheid; een nummer dat een BSN kan zijn, wordt onleesbaar gemaakt",
                en:
                    "name no person, citizen service number, address or health; a number that can be one is made unreadable"
            )
        case .reference:
            Text(
                nl: "een kenmerk van een stuk of contract, nooit van een persoon",
                en: "a reference of a document or contract, never of a person")
        case .pseudonym:
            Text(
                nl: "een code zonder betekenis; alleen u weet wie erbij hoort",
                en: "a code without meaning; only you know who it stands for")
        case .organisation: Text(nl: "een nummer van een organisatie", en: "a number of an organisation")
        case .plain:
            Text(
                nl: "geen gegevens waaraan een persoon te herkennen is", en: "nothing by which a person can be known")
        }
    }
}

extension CodeListDescription {
    /// What a word outside an open list does.
    public static let openListWords = Text(
        nl: "Een ander woord mag; u krijgt dan een waarschuwing.",
        en: "Another word may stand; it gives a warning.")

    /// The lists that the columns of `tables` use, each once, in the order in which they are first used.
    public static func lists(of tables: some Sequence<TableFacts>) -> [CodeListDescription] {
        var names: Set<String> = []
        return tables.flatMap(\.columns).compactMap(\.codes).filter { names.insert($0.name.nl).inserted }
    }
}
