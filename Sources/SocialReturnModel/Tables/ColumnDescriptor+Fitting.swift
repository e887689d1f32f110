extension ColumnDescriptor {
    /// What a value of the column looks like, with an article, for in a sentence: `een datum, zoals 31-12-2026`.
    public var fittingInWords: Text {
        switch kind {
        case .text: Self.anyText
        case .identifier: Text(nl: "een nummer of code\(like(.dutch))", en: "a number or code\(like(.english))")
        case .kvk:
            Text(
                nl: "een KvK-nummer van acht cijfers\(like(.dutch))",
                en: "a KvK number of eight digits\(like(.english))")
        case .day: Text(nl: "een datum, zoals 31-12-2026", en: "a date, such as 31-12-2026")
        case .period: Text(nl: "een periode, zoals 2026-Q2", en: "a period, such as 2026-Q2")
        case .money, .number:
            boundsInWords ?? Text(nl: "een getal\(like(.dutch))", en: "a number\(like(.english))")
        case .code:
            Text(
                nl: "één van deze codes: \(codes?.choices ?? "")", en: "one of these codes: \(codes?.choices ?? "")")
        case .codes:
            Text(
                nl: "een of meer van deze codes: \(codes?.choices ?? "")",
                en: "one or more of these codes: \(codes?.choices ?? "")")
        }
    }

    /// What fits in a column of texts.
    public static let anyText = Text(nl: "tekst", en: "text")

    private func like(_ language: Language) -> String {
        example.isEmpty ? "" : ", \(Text(nl: "zoals", en: "such as")[language]) \(example)"
    }
}
