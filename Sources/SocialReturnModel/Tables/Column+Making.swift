/// The words in which tables are declared: one function a kind of value.
extension Column {
    /// The column with `marks`.
    func marked(_ marks: ColumnMark) -> Column {
        var facts = facts
        facts.marks.formUnion(marks)
        return Column(facts: facts, binding: binding)
    }

    /// A column with all that is said of it.
    private static func made(
        _ name: String, _ kind: ColumnKind, _ binding: Binding<Row>, _ required: Bool, _ privacy: PrivacyClass,
        _ aliases: [String], _ example: String, _ nl: String, _ en: String, codes: CodeListDescription? = nil,
        bounds: NumberBounds? = nil, reach: DayReach? = nil
    ) -> Column {
        Column(
            facts: ColumnDescriptor(
                name: name, kind: kind, isRequired: required, privacy: privacy, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: codes, bounds: bounds,
                reach: reach),
            binding: binding)
    }

    /// Free text, shown as written.
    public static func text(
        _ name: String, _ keyPath: KeyPath<Row, TextCell>, required: Bool = false, privacy: PrivacyClass = .freeText,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .text, .text(Field(keyPath)), required, privacy, aliases, example, nl, en)
    }

    /// A name of a thing that other tables refer to.
    public static func identifier(
        _ name: String, _ keyPath: KeyPath<Row, Symbol?>, required: Bool = false, privacy: PrivacyClass = .reference,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .identifier, .identifier(Field(keyPath)), required, privacy, aliases, example, nl, en)
    }

    /// The number of the contract that the row is about, required unless the row can be about all contracts.
    public static func contract(
        _ keyPath: KeyPath<Row, Symbol?>, required: Bool = true,
        also aliases: [String] = ["contract", "contractnr", "overeenkomst", "overeenkomstnummer"], nl: String,
        en: String
    ) -> Column {
        .identifier(
            TableFacts.nameOfContractColumn, keyPath, required: required, also: aliases, example: "BZK-2026-0147",
            nl: nl, en: en)
    }

    /// A KvK number of eight digits.
    public static func kvk(
        _ name: String, _ keyPath: KeyPath<Row, KvKNumber?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .kvk, .kvk(Field(keyPath)), required, .organisation, aliases, example, nl, en)
    }

    /// A day, of which one outside `reach` is asked about; nil where a day has no period to be near.
    public static func day(
        _ name: String, _ keyPath: KeyPath<Row, Day?>, within reach: DayReach?, required: Bool = false,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .day, .day(Field(keyPath)), required, .plain, aliases, example, nl, en, reach: reach)
    }

    /// An amount in euros within `bounds`, excluding VAT.
    public static func money(
        _ name: String, _ keyPath: KeyPath<Row, Cents?>, within bounds: NumberBounds = .euros, required: Bool = false,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .money, .money(Field(keyPath)), required, .plain, aliases, example, nl, en, bounds: bounds)
    }

    /// A number with at most four decimals, within `bounds`.
    public static func number(
        _ name: String, _ keyPath: KeyPath<Row, Quantity?>, within bounds: NumberBounds, required: Bool = false,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .number, .number(Field(keyPath)), required, .plain, aliases, example, nl, en, bounds: bounds)
    }

    /// A reporting period.
    public static func period(
        _ name: String, _ keyPath: KeyPath<Row, ReportingPeriod?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        made(
            name, .period, .period(Field(keyPath)), required, .plain, aliases, example, nl, en)
    }

    /// One code of a list.
    public static func code<List: CodeList>(
        _ name: String, _ keyPath: KeyPath<Row, List?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        let list = CodeListDescription(List.self)
        return made(
            name, .code, .code(list, CodeField(keyPath)), required, .plain, aliases, example, nl, en, codes: list)
    }

    /// Several codes of a list, separated by blanks, commas, plus signs or slashes.
    public static func codes<List: CodeList>(
        _ name: String, _ keyPath: KeyPath<Row, CodeSet<List>>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        let list = CodeListDescription(List.self)
        return made(
            name, .codes, .codes(list, Field(bitsOf: Field(keyPath))), required, .plain, aliases, example, nl, en,
            codes: list)
    }
}
