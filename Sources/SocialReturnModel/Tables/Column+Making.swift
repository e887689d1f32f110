/// The words in which tables are declared: one function a kind of value.
extension Column {
    /// The column with `marks`.
    func marked(_ marks: ColumnMark...) -> Column {
        var facts = facts
        facts.marks.formUnion(marks)
        return Column(facts: facts, binding: binding)
    }

    /// Free text, shown as written.
    public static func text(
        _ name: String, _ keyPath: KeyPath<Row, TextCell>, required: Bool = false, privacy: PrivacyClass = .freeText,
        also aliases: [String] = [], example: String, nl: String, en: String
    ) -> Column {
        Column(
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
                name: name, kind: .identifier, isRequired: required, privacy: privacy, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: nil),
            binding: .identifier(Field(keyPath)))
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
        Column(
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
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
            facts: ColumnDescriptor(
                name: name, kind: .codes, isRequired: required, privacy: .plain, aliases: aliases,
                meaning: Text(nl: nl, en: en), example: example, codes: list),
            binding: .codes(list, Field(keyPath.appending(path: \.bits))))
    }
}
