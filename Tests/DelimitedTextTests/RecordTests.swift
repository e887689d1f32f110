import Testing

@testable import DelimitedText

/// Sound texts: which records, fields, rows and lines they have.
@Suite struct RecordTests {
    static let cases = [
        TextCase("plain", "a;b;c\n1;2;3\n", [["a", "b", "c"], ["1", "2", "3"]]),
        TextCase("no line break at the end", "a;b\n1;2", [["a", "b"], ["1", "2"]]),
        TextCase("one line", "a;b", [["a", "b"]]),
        TextCase("CR LF", "a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]),
        TextCase("CR", "a;b\r1;2\r3;4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        TextCase(
            "mixed line endings", "a;b\r\n1;2\r3;4\n5;6\r\r7;8",
            [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]], rows: [1, 2, 3, 4, 6]),
        TextCase("empty fields", ";a;;b;\n;;;;\n", [["", "a", "", "b", ""], ["", "", "", "", ""]]),
        TextCase("quoted empty fields", "a;b\n\"\";\"\"\n", [["a", "b"], ["", ""]]),
        TextCase("blanks are kept", " a ; b\t;\n\t1; 2 ;  \n", [[" a ", " b\t", ""], ["\t1", " 2 ", "  "]]),
        TextCase("blank lines are rows", "\n\na;b\n\n1;2\n\n", [["a", "b"], ["1", "2"]], rows: [3, 5]),
        TextCase("blank lines with CR LF", "a;b\r\n\r\n1;2\r\n", [["a", "b"], ["1", "2"]], rows: [1, 3]),
        TextCase("a line of blanks is a record", "a;b\n  \n1;2\n", [["a", "b"], ["  "], ["1", "2"]]),
        TextCase("a lone quoted empty cell is a record", "a;b\n\"\"\n1;2\n", [["a", "b"], [""], ["1", "2"]]),
        TextCase(
            "title lines", "Rapportage\n\na;b;c\n1;2;3\n4;5;6\n",
            [["Rapportage"], ["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]], rows: [1, 3, 4, 5]),
        TextCase(
            "ragged", "a;b;c\n1\n1;2;3;4\n5;6;7\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"], ["5", "6", "7"]]),
        TextCase("byte-order mark", "\u{FEFF}a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
        TextCase("quoted header behind a byte-order mark", "\u{FEFF}\"a\";\"b\"\n1;2\n", [["a", "b"], ["1", "2"]]),
        TextCase(
            "sep= is a line and no row", "sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]], rows: [1, 2], lines: [2, 3]),
        TextCase(
            "sep= behind a byte-order mark", "\u{FEFF}\"SEP=,\"\r\na,b\r\n\r\n1;x,2\r\n", [["a", "b"], ["1;x", "2"]],
            rows: [1, 3], lines: [2, 4]),
        TextCase(
            "accents and signs", "naam;bedrag\nJosé;€ 5\n🙂;’s\n", [["naam", "bedrag"], ["José", "€ 5"], ["🙂", "’s"]]),
        TextCase("empty", "", []),
        TextCase("only a byte-order mark", "\u{FEFF}", []),
        TextCase("only line breaks", "\r\n\n\r", []),
        TextCase("only sep=", "sep=;", []),
    ]

    @Test(arguments: cases) func reads(_ testCase: TextCase) throws { try testCase.check() }

    static let quoted = [
        TextCase("separators", "a;b\n\"1;2\";\";\"\n", [["a", "b"], ["1;2", ";"]]),
        TextCase("doubled quotes", "a;b\n\"zei \"\"ja\"\"\";\"\"\"\"\n", [["a", "b"], ["zei \"ja\"", "\""]]),
        TextCase(
            "line breaks", "a;b\n\"een\ntwee\";x\n3;4\n", [["a", "b"], ["een\ntwee", "x"], ["3", "4"]],
            rows: [1, 2, 3],
            lines: [1, 2, 4]),
        TextCase(
            "line breaks of every kind", "a;b\r\n\"1\r\n2\n3\r4\";x\r\ny;z\r\n",
            [["a", "b"], ["1\r\n2\n3\r4", "x"], ["y", "z"]],
            rows: [1, 2, 3], lines: [1, 2, 6]),
        TextCase(
            "blank lines inside", "a;b\n\"een\n\n\ntwee\";x\n\n3;4\n",
            [["a", "b"], ["een\n\n\ntwee", "x"], ["3", "4"]],
            rows: [1, 2, 4], lines: [1, 2, 7]),
        TextCase(
            "line breaks at both ends", "a;b;c\n1;\"\neen\n\";3\n", [["a", "b", "c"], ["1", "\neen\n", "3"]]),
        TextCase(
            "several fields with line breaks", "a;b;c\n\"1\n2\";x;\"3\n4\n5\"\n6;7;8\n",
            [["a", "b", "c"], ["1\n2", "x", "3\n4\n5"], ["6", "7", "8"]], rows: [1, 2, 3], lines: [1, 2, 6]),
        TextCase(
            "prose with separators and line breaks",
            "nr;verhaal;datum;door\n1;\"Eerst; dan weer: 1;2.\nToen; later, nog eens;\nhet; eind\";x;y\n2;a;b;c\n",
            [
                ["nr", "verhaal", "datum", "door"],
                ["1", "Eerst; dan weer: 1;2.\nToen; later, nog eens;\nhet; eind", "x", "y"], ["2", "a", "b", "c"],
            ], rows: [1, 2, 3], lines: [1, 2, 5]),
        TextCase(
            "prose in the last column of a comma file",
            "nr,datum,verhaal\n1,x,\"Jan, Piet, en Klaas\ngingen, na een uur, naar huis\"\n2,y,z\n",
            [
                ["nr", "datum", "verhaal"], ["1", "x", "Jan, Piet, en Klaas\ngingen, na een uur, naar huis"],
                ["2", "y", "z"],
            ],
            rows: [1, 2, 3], lines: [1, 2, 4]),
        TextCase(
            "prose in a file of two columns", "nr;verhaal\n1;\"een; twee\ndrie;vier\nvijf\"\n2;x\n",
            [["nr", "verhaal"], ["1", "een; twee\ndrie;vier\nvijf"], ["2", "x"]], rows: [1, 2, 3], lines: [1, 2, 5]),
        TextCase(
            "too few fields behind a field with line breaks", "a;b;c\n1;\"een\ntwee\"\n2;3;4\n",
            [["a", "b", "c"], ["1", "een\ntwee"], ["2", "3", "4"]], rows: [1, 2, 3], lines: [1, 2, 4]),
        TextCase(
            "empty fields too many behind a last field with line breaks", "a;b\n1;\"een\ntwee\";;\n2;3\n",
            [["a", "b"], ["1", "een\ntwee", "", ""], ["2", "3"]], rows: [1, 2, 3], lines: [1, 2, 4]),
        TextCase("quoted at the end of the file", "a;b\n1;\"2\"", [["a", "b"], ["1", "2"]]),
        TextCase("line breaks at the end of the file", "a;b\n1;\"2\n3\"", [["a", "b"], ["1", "2\n3"]]),
        TextCase("blanks behind a closing quote", "a;b\n\"1\" ;\"2\"\t \n", [["a", "b"], ["1", "2"]]),
        TextCase("blanks before a quoted field", "a;b\n \"1;x\"; \"2\" \n", [["a", "b"], ["1;x", "2"]]),
        TextCase("blanks inside quotes are kept", "a;b\n\" 1 \";\"\t\"\n", [["a", "b"], [" 1 ", "\t"]]),
        TextCase(
            "stray quotes in an unquoted field", "a;b\nbuis 5\" dik;x\"\n6\" en 8\";y\n",
            [["a", "b"], ["buis 5\" dik", "x\""], ["6\" en 8\"", "y"]]),
        TextCase("a stray quote behind blanks", "a;b\n  \" x;1\n2;3\n", [["a", "b"], ["  \" x", "1"], ["2", "3"]]),
    ]

    @Test(arguments: quoted) func readsQuotes(_ testCase: TextCase) throws { try testCase.check() }

    @Test func splitsAtTabsInsideBlanks() throws {
        let testCase = TextCase("tabs", "a\tb\n\"1\" \t 2\n\t\n", [["a", "b"], ["1", " 2"], ["", ""]])
        try testCase.check()
    }

    /// The search for line ends looks at eight bytes at a time.
    @Test func findsLineEndsAtEveryOffset() throws {
        for length in 0...40 {
            for ending in ["\n", "\r", "\r\n"] {
                let cell = String(repeating: "x", count: length)
                let text = "\(cell);y\(ending)\(cell)\u{8B}\u{8D};\"\(ending)\"\(ending)1;2"
                let table = try DelimitedTable(text, separator: Byte.semicolon)
                #expect(ParsedText(table).records == [[cell, "y"], [cell + "\u{8B}\u{8D}", ending], ["1", "2"]])
            }
        }
    }

    @Test func keepsLongCells() throws {
        let long = String(repeating: "lang;", count: 40_000)
        let table = try DelimitedTable("a;b;c\n1;\"\(long)\";3\n\(long)\n")
        #expect(table.text(1, 1) == long)
        #expect(table.text(1, 2) == "3")
        #expect(table.fieldCount(of: 2) == 40_001)
        #expect(table.damages.isEmpty)
    }
}
