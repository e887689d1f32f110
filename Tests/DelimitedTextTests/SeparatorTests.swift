import Testing

@testable import DelimitedText

/// Which separator is found, with what evidence.
@Suite struct SeparatorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let separator: Character
        let columns: Int
        let agreeing: Int
        let records: Int

        init(_ name: String, _ text: String, _ separator: Character, _ columns: Int, _ agreeing: Int, of records: Int) {
            (testDescription, self.text, self.separator) = (name, text, separator)
            (self.columns, self.agreeing, self.records) = (columns, agreeing, records)
        }
    }

    static let counted = [
        Case("semicolon", "a;b;c\n1;2;3\n4;5;6\n", ";", 3, 3, of: 3),
        Case("comma", "a,b,c\n1,2,3\n4,5,6\n", ",", 3, 3, of: 3),
        Case("tab", "a\tb\tc\n1\t2\t3\n", "\t", 3, 2, of: 2),
        Case("pipe", "a|b|c\n1|2|3\n", "|", 3, 2, of: 2),
        Case("header alone", "a;b;c,d", ";", 3, 1, of: 1),
        Case("decimal commas on every line", "id;uren\n1,5;2,5\n3,5;4,5\n5,5;6,5\n", ";", 2, 4, of: 4),
        Case(
            "decimal commas in a wide table", "a;b;c;d;e\n1,5;2,5;3,5;4,5;5,5\n1,5;2,5;3,5;4,5;5,5\n", ";", 5, 3, of: 3),
        Case("decimal commas under a short ragged table", "a;b;c\n1,5;x\n2,5;y;z\n3,5;p\n4,5;q;r\n", ";", 3, 3, of: 5),
        Case(
            "addresses with commas", "naam;adres\nX;Straat 1, Den Haag\nY;Laan 2, Delft\nZ;Plein 3, Leiden\n", ";", 2,
            4, of: 4),
        Case("decimal commas between tabs", "a\tb\n1,5\t2,5\n3,5\t4,5\n", "\t", 2, 3, of: 3),
        Case(
            "semicolons in quoted cells of a comma file", "id,codes,x\n1,\"a;b\",2\n2,\"c;d\",3\n3,\"e;f\",4\n", ",", 3,
            4, of: 4),
        Case("commas in quoted cells", "id;tekst\n1;\"a, b, c\"\n2;\"d, e, f\"\n", ";", 2, 3, of: 3),
        Case("line breaks in quoted cells", "id;tekst;x\n1;\"een,\ntwee,\ndrie\";x\n2;\"a\nb\";y\n", ";", 3, 3, of: 3),
        Case("title lines", "Rapportage social return, 2026\nLeverancier: X\n\na;b;c\n1;2;3\n", ";", 3, 2, of: 2),
        Case(
            "title lines of two columns",
            "Leverancier;X\nPeriode;2026\nVersie;1\nDatum;x\na;b;c;d;e;f\n1;2;3;4;5;6\n2;2;3;4;5;6\n", ";", 6, 3, of: 3),
        Case("trailing empty rows", "a;b;c\n1;2;3\n;;;;;;\n;;;;;;\n;;;;;;\n;;;;;;\n\n\n", ";", 3, 2, of: 2),
        Case("an unclosed quote on the first line of data", "a;b;c\n1;\"x;y\n2;p;q\n3;p;q\n", ";", 3, 4, of: 4),
    ]

    @Test(arguments: counted) func finds(_ testCase: Case) throws {
        let choice = try DelimitedTable(testCase.text).detection.separator
        #expect(choice.basis == .counted)
        #expect(choice.byte == testCase.separator.asciiValue)
        #expect(choice.tally?.separator == choice.byte)
        #expect(choice.tally?.columns == testCase.columns)
        #expect(choice.tally?.agreeing == testCase.agreeing)
        #expect(choice.tally?.records == testCase.records)
        #expect(choice.runnerUp?.separator != choice.byte)
    }

    @Test func namesTheRunnerUp() throws {
        let choice = try DelimitedTable("a;b;c\n1,x;2;3\n1,y;2;3\n").detection.separator
        #expect(choice.runnerUp == ColumnTally(separator: Byte.comma, columns: 2, agreeing: 2, records: 2))
        #expect(try DelimitedTable("a;b;c\n1;2;3\n").detection.separator.runnerUp == nil)
    }

    @Test(arguments: ["", "naam\nJansen\nBakker\n", "Beste lezer\nhierbij;alles\nwat u vroeg\nen meer\n", "x"])
    func isUnclear(text: String) throws {
        let choice = try DelimitedTable(text).detection.separator
        #expect(choice.basis == .unclear)
        #expect(choice.byte == Byte.semicolon)
    }

    static let directives: [(text: String, separator: Character)] = [
        ("sep=;\na,b\n1,2\n", ";"), ("SEP=,\r\na;b\n", ","), ("\"sep=|\"\na;b\n", "|"), ("Sep=\t\na;b\n", "\t"),
        ("sep=;;;;\na;b\n", ";"), ("\"sep=,\",,,\na;b\n", ","), ("sep=; \t\na;b\n", ";"), ("sep=^\ra^b\r", "^"),
        ("\u{FEFF}sep=,\na;b\n", ","),
    ]

    @Test func aDirectiveThatDividesNothingIsNotFollowed() throws {
        let table = try DelimitedTable("sep=,\na;b;c\n1;2;3\n")
        #expect(table.detection.separator.byte == Byte.semicolon && table.detection.separator.basis == .counted)
        #expect(table.row(of: 0) == 1 && table.line(of: 0) == 2 && table.recordCount == 2)
        // Two columns, or lines that do not agree, are no table by which to know better.
        for text in ["sep=,\na;b\n1;2\n", "sep=,\na;b;c\n1;2\n"] {
            #expect(try DelimitedTable(text).detection.separator.byte == Byte.comma, "\(text)")
        }
    }

    @Test(arguments: directives.indices) func followsTheDirective(_ index: Int) throws {
        let (text, separator) = Self.directives[index]
        let table = try DelimitedTable(text)
        #expect(table.detection.separator.basis == .directive)
        #expect(table.detection.separator.byte == separator.asciiValue)
        #expect(table.row(of: 0) == 1)
        #expect(table.line(of: 0) == 2)
    }

    @Test(arguments: [
        "sep=\na;b\n", "sep=a\na;b\n", "sep=;x\na;b\n", "\"sep=;\na;b\n", "separator;b\n1;2\n", "\nsep=,\na;b\nc;d\n",
    ])
    func knowsWhatIsNoDirective(text: String) throws {
        #expect(try DelimitedTable(text).detection.separator.basis != .directive)
    }

    @Test func obeysTheCaller() throws {
        let table = try DelimitedTable("sep=;\na,b;c\n1,2;3\n", separator: Byte.comma)
        #expect(table.detection.separator.basis == .given)
        #expect(table.detection.separator.tally?.columns == 2)
        #expect(ParsedText(table).records == [["a", "b;c"], ["1", "2;3"]])
        #expect(table.detection.separator.runnerUp?.separator == Byte.semicolon)
    }

    @Test(arguments: [
        ("a;b", LineEnding.none), ("", .none), ("a;b\n1;2", .lineFeed), ("a;b\r\n1;2\r\n", .carriageReturnLineFeed),
        ("a;b\r1;2\r", .carriageReturn), ("a;b\r\n1;2\n", .mixed), ("a;b\n1;2\n3;4\r\n5;6\n", .mixed),
        ("a;b\r\n\"1\n2\";3\r\n", .carriageReturnLineFeed), ("sep=;\r\na;b\r\n", .carriageReturnLineFeed),
    ])
    func namesTheLineEnding(text: String, ending: LineEnding) throws {
        #expect(try DelimitedTable(text).detection.lineEnding == ending)
    }
}
