import Testing

@testable import DelimitedText

/// Quotes that open and never close, and quotes where none belong.
@Suite struct RunawayQuoteTests {
    static let header = ["a", "b", "c", "d"]

    static let unclosed = [
        TextCase(
            "open to the end of the file", "a;b;c;d\n1;\"open;x;y\n2;p;q;r\n3;p;q;r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "p", "q", "r"], ["3", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "open to the end, with prose behind", "a;b;c;d\n1;\"open;x;y\nzomaar\n\ntekst\n",
            [header, ["1", "\"open", "x", "y"], ["zomaar"], ["tekst"]], rows: [1, 2, 3, 5],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "on the last line", "a;b;c;d\n1;x;y;z\n2;x;\"y;z",
            [header, ["1", "x", "y", "z"], ["2", "x", "\"y", "z"]], damages: [.unclosedQuote(line: 3)], damaged: [2]),
        TextCase(
            "at the very end", "a;b;c;d\n1;x;y;\"", [header, ["1", "x", "y", "\""]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "in the header", "\"a;b;c;d\n1;x;y;z\n2;x;y;z\n",
            [["\"a", "b", "c", "d"], ["1", "x", "y", "z"], ["2", "x", "y", "z"]],
            damages: [.unclosedQuote(line: 1)], damaged: [0]),
        TextCase(
            "closed by the quote of a later field", "a;b;c;d\n1;\"open;x;y\n2;p;q;\"r\"\n3;p;q;r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "p", "q", "r"], ["3", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "closed by a quote at the start of a line", "a;b;c;d\n1;\"open;x;y\n\"2\";p;q;r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "p", "q", "r"]], damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "closed by a stray quote behind whole records", "a;b;c;d\n1;\"open;x;y\n2;p;q;r\n3;buis 5\";q;r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "p", "q", "r"], ["3", "buis 5\"", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "closed by a stray quote on the next line, with the right number of fields",
            "a;b;c;d\n1;\"open;x;y\n2;buis 5\";q;r\n4;p;q;r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "buis 5\"", "q", "r"], ["4", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "closed by a stray quote on the next line, with too few fields",
            "a;b;c;d\n1;x;\"open;y\n2;p;q;buis 5\"\n4;p;q;r\n",
            [header, ["1", "x", "\"open", "y"], ["2", "p", "q", "buis 5\""], ["4", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "quoted empty fields do not close it", "a;b;c;d\n1;\"open;x;y\n2;\"\";q;r\n3;\"p\";q;r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "", "q", "r"], ["3", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "before a quoted field on the same line", "a;b;c;d\n1;\"open;\"x\";y\n2;p;q;r\n",
            [header, ["1", "\"open", "\"x\"", "y"], ["2", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "before a stray quote on the same line", "a;b;c;d\n1;\"open;buis 5\" dik;y\n2;p;q;r\n",
            [header, ["1", "\"open", "buis 5\" dik", "y"], ["2", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "in the last column", "a;b;c;d\n1;x;y;\"open\n2;p;q;r\n3;p;\"q\";r\n",
            [header, ["1", "x", "y", "\"open"], ["2", "p", "q", "r"], ["3", "p", "q", "r"]],
            damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "on each of several lines", "a;b;c;d\n1;\"x;y;z\n2;\"x;y;z\n3;p;q;r\n4;x;y;\"z\n5;\"p\";q;r\n6;\"x;y;z\n",
            [
                header, ["1", "\"x", "y", "z"], ["2", "\"x", "y", "z"], ["3", "p", "q", "r"], ["4", "x", "y", "\"z"],
                ["5", "p", "q", "r"], ["6", "\"x", "y", "z"],
            ],
            damages: [
                .unclosedQuote(line: 2), .unclosedQuote(line: 3), .unclosedQuote(line: 5), .unclosedQuote(line: 7),
            ],
            damaged: [1, 2, 4, 6]),
        TextCase(
            "on every line of a file of two columns", "a;b\n1;x\n2;y\n3;\"\n4;\"\n5;\"\n6;z\n",
            [["a", "b"], ["1", "x"], ["2", "y"], ["3", "\""], ["4", "\""], ["5", "\""], ["6", "z"]],
            damages: [.unclosedQuote(line: 4), .unclosedQuote(line: 5), .unclosedQuote(line: 6)], damaged: [3, 4, 5]),
        TextCase(
            "behind a sound field with line breaks", "a;b;c;d\n1;\"een\ntwee\";\"open;y\n2;p;q;r\n3;\"p\";q;r\n",
            [header, ["1", "\"een\ntwee\"", "\"open", "y"], ["2", "p", "q", "r"], ["3", "p", "q", "r"]],
            rows: [1, 2, 3, 4], lines: [1, 2, 4, 5], damages: [.unclosedQuote(line: 3)], damaged: [1]),
        TextCase(
            "sound text before and after", "a;b;c;d\n1;\"p\nq\";r;s\n2;\"open;x;y\n3;\"p\nq\";r;s\n4;\"p\";q;r\n",
            [
                header, ["1", "p\nq", "r", "s"], ["2", "\"open", "x", "y"], ["3", "p\nq", "r", "s"],
                ["4", "p", "q", "r"],
            ], rows: [1, 2, 3, 4, 5], lines: [1, 2, 4, 5, 7], damages: [.unclosedQuote(line: 4)], damaged: [2]),
        TextCase(
            "with CR LF and blank lines", "a;b;c;d\r\n\r\n1;\"open;x;y\r\n\r\n2;p;q;\"r\"\r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "p", "q", "r"]], rows: [1, 3, 5],
            damages: [.unclosedQuote(line: 3)], damaged: [1]),
        TextCase(
            "with CR", "a;b;c;d\r1;\"open;x;y\r2;p;q;\"r\"\r",
            [header, ["1", "\"open", "x", "y"], ["2", "p", "q", "r"]], damages: [.unclosedQuote(line: 2)], damaged: [1]),
        TextCase(
            "commas and decimals", "a,b,c,d\n1,\"open,x,y\n2,\"1,50\",q,r\n",
            [header, ["1", "\"open", "x", "y"], ["2", "1,50", "q", "r"]], damages: [.unclosedQuote(line: 2)],
            damaged: [1]),
    ]

    @Test(arguments: unclosed) func recovers(_ testCase: TextCase) throws { try testCase.check() }

    static let misplaced = [
        TextCase(
            "inside", "a;b;c\n\"buis 5\" dik\";2;3\n4;\"5\" x 3\" buis\";6\n",
            [["a", "b", "c"], ["buis 5\" dik", "2", "3"], ["4", "5\" x 3\" buis", "6"]],
            damages: [.misplacedQuote(line: 2), .misplacedQuote(line: 3)]),
        TextCase(
            "text behind the closing quote", "a;b;c\n\"Jansen\" BV;2;3\n4;\"x\"y;6\n7;8;\"9\" \"10\n",
            [["a", "b", "c"], ["\"Jansen\" BV", "2", "3"], ["4", "\"x\"y", "6"], ["7", "8", "\"9\" \"10"]],
            damages: [.misplacedQuote(line: 2), .misplacedQuote(line: 3), .misplacedQuote(line: 4)]),
        TextCase(
            "text behind the closing quote, separators inside", "a;b;c\n\"x;y\" BV;2;3\n4;5;6\n",
            [["a", "b", "c"], ["\"x;y\" BV", "2", "3"], ["4", "5", "6"]], damages: [.misplacedQuote(line: 2)]),
        TextCase(
            "several in a record, beside sound ones", "a;b;c\n\"p\" q;\"r;s\";\"t \"u\" v\" \n",
            [["a", "b", "c"], ["\"p\" q", "r;s", "t \"u\" v"]],
            damages: [.misplacedQuote(line: 2), .misplacedQuote(line: 2)]),
    ]

    @Test(arguments: misplaced) func reads(_ testCase: TextCase) throws { try testCase.check() }

    /// A cell of 32,767 characters may span lines; a longer one is a runaway quote.
    @Test(arguments: [(32_767, false), (32_768, true)]) func limitsCells(length: Int, isRunaway: Bool) throws {
        for letter in ["x", "é", "€"] {
            let cell = "\n" + String(repeating: letter, count: length - 2) + "\n"
            let table = try DelimitedTable("a;b\n1;\"\(cell)\"\n2;x\n")
            #expect(table.isDamaged(1) == isRunaway)
            #expect(table.damages.first == (isRunaway ? .unclosedQuote(line: 2) : nil))
            #expect(table.text(1, 1) == (isRunaway ? "\"" : cell))
        }
    }

    /// Counting in UTF-16 units: this letter takes two.
    @Test func limitsCellsInUTF16Units() throws {
        let cell = "\n" + String(repeating: "🙂", count: 16_383)
        #expect(try DelimitedTable("a;b\n1;\"\(cell)\"\n").damages.isEmpty)
        #expect(try !DelimitedTable("a;b\n1;\"\(cell)x\"\n").damages.isEmpty)
    }

    /// Many lines, all with the same fault: each is named, none is lost.
    @Test(arguments: ["\"open;x;y", "x;y;\"", "x\";\"y;z", "\"x;\"y;z"]) func recoversEveryLine(fault: String) throws {
        let lines = 3000
        let text = "a;b;c;d\n" + (1...lines).map { "\($0);\(fault)\n" }.joined()
        let table = try DelimitedTable(text)
        #expect(table.recordCount == lines + 1)
        #expect(table.damages == (1...lines).map { .unclosedQuote(line: $0 + 1) })
        #expect((1...lines).allSatisfy { table.line(of: $0) == $0 + 1 && table.isDamaged($0) })
    }

    /// Quotes that close and open again on every line make no endless record.
    @Test func recoversFromQuotesInStep() throws {
        let wide = Array(repeating: "w", count: 50).joined(separator: ";") + "\n"
        let text = String(repeating: wide, count: 100) + String(repeating: "x\";\"\n", count: 5000)
        let table = try DelimitedTable(text)
        #expect(table.recordCount == 5100)
        #expect(table.damages.count == 5000)
    }
}
