/// The words in which tables are declared: one function a kind of value.
extension Column {
    /// Free text, shown as written.
    public static func text(
        _ name: String, _ keyPath: KeyPath<Row, TextCell>, required: Bool = false, privacy: PrivacyClass = .freeText,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .text, isRequired: required, privacy: privacy, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil),
            binding: .text(Field(keyPath)))
    }

    /// A name of a thing that other tables refer to.
    public static func identifier(
        _ name: String, _ keyPath: KeyPath<Row, Symbol?>, required: Bool = false, privacy: PrivacyClass = .reference,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .identifier, isRequired: required, privacy: privacy, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil),
            binding: .identifier(Field(keyPath)))
    }

    /// A KvK number of eight digits.
    public static func kvk(
        _ name: String, _ keyPath: KeyPath<Row, KvKNumber?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .kvk, isRequired: required, privacy: .organisation, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil),
            binding: .kvk(Field(keyPath)))
    }

    /// A day.
    public static func day(
        _ name: String, _ keyPath: KeyPath<Row, Day?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .day, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil),
            binding: .day(Field(keyPath)))
    }

    /// An amount in euros, excluding VAT.
    public static func money(
        _ name: String, _ keyPath: KeyPath<Row, Cents?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .money, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil, bounds: .euros),
            binding: .money(Field(keyPath)))
    }

    /// A number with at most four decimals, within `bounds`.
    public static func number(
        _ name: String, _ keyPath: KeyPath<Row, Quantity?>, within bounds: NumberBounds, required: Bool = false,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .number, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil, bounds: bounds),
            binding: .number(Field(keyPath)))
    }

    /// A reporting period.
    public static func period(
        _ name: String, _ keyPath: KeyPath<Row, ReportingPeriod?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnFacts(
                name: name, kind: .period, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil),
            binding: .period(Field(keyPath)))
    }

    /// One code of a list.
    public static func code<List: CodeList>(
        _ name: String, _ keyPath: KeyPath<Row, List?>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        let list = CodeListDescription(List.self)
        return Column(
            facts: ColumnFacts(
                name: name, kind: .code, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: list),
            binding: .code(list, CodeField(keyPath)))
    }

    /// Several codes of a list, separated by blanks, commas, plus signs or slashes.
    public static func codes<List: CodeList>(
        _ name: String, _ keyPath: KeyPath<Row, CodeSet<List>>, required: Bool = false, also aliases: [String] = [],
        example: String, nl: String, en: String
    ) -> Column {
        let list = CodeListDescription(List.self)
        return Column(
            facts: ColumnFacts(
                name: name, kind: .codes, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: list),
            binding: .codes(list, Field(keyPath.appending(path: \.bits))))
    }
}
