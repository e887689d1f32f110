import DelimitedText
import SocialReturnModel
import Testing

@testable import Intake

@Suite("The feedback that comes back with corrections")
struct CorrectedSheetTests {
    private static let headings = "contractnummer;soort;datum;uren;Afdeling"
    private static let rows = [
        "A-1;gastles;2026-05-01;3;Noord", "A-1;gastles;32-05-2026;4;Zuid", "A-2;;2026-06-01;;Zuid",
    ]

    /// The feedback on a delivery of three activities, in which the cells of `marked` were marked by row: the sheet, and what was delivered.
    private static func feedback(
        _ lines: [String], marked: [Int: String] = [2: "2"]
    ) throws -> (sheet: DelimitedTable, first: OriginalSubmission) {
        var sheet = TableBuilder()
        for (row, line) in (["Activiteiten", "Uw eigen rijen", ""] + lines).enumerated() {
            for cell in line.split(separator: ";", omittingEmptySubsequences: false) { try sheet.append(String(cell)) }
            sheet.endRecord(row: row + 1)
        }
        var hidden = TableBuilder()
        func line(_ cells: [String], _ row: Int) throws {
            for cell in cells { try hidden.append(cell) }
            hidden.endRecord(row: row)
        }
        try line([OriginalSubmissionForm.name], 1)
        try line(OriginalSubmissionForm.headings, 2)
        try line(["", "inzending", "leverancier-2026-Q2"], 3)
        try line(["", "activiteiten.csv", "abc"], 4)
        for (index, record) in ([headings] + rows).enumerated() {
            let cells = record.split(separator: ";", omittingEmptySubsequences: false).joined(separator: "|")
            // A long record goes on in the next column.
            let (head, tail) = (String(cells.prefix(9)), String(cells.dropFirst(9)))
            try line(["Activiteiten", "\(index + 1)", marked[index] ?? "", head, tail], index + 5)
        }
        return (sheet.finish(), try #require(OriginalSubmission([hidden.finish()])))
    }

    private static func correct(
        _ lines: [String], marked: [Int: String] = [2: "2"], correctionOf: String? = nil
    ) throws -> CorrectedSheet {
        let (sheet, first) = try feedback(lines, marked: marked)
        return try #require(
            try CorrectedSheet(sheet, Activity.table.facts, named: "Activiteiten", first, correctionOf: correctionOf))
    }

    private static let leading = "Te repareren;Correctie;Rij;"

    private func texts(_ sheet: CorrectedSheet) -> [String] {
        (0..<sheet.cells.recordCount).filter { !sheet.cells.isBlank($0) }.map { record in
            (0..<sheet.cells.fieldCount(of: record)).map { sheet.cells.text(record, $0) }.joined(separator: ";")
        }
    }

    private func kinds(_ sheet: CorrectedSheet) -> [Corrections.Kind] { sheet.changes.map(\.kind) }

    @Test("Untouched, it is the first delivery again")
    func untouched() throws {
        let sheet = try Self.correct(
            [Self.leading + Self.headings] + Self.rows.enumerated().map { "doe dit;;\($0 + 2);\($1)" })
        #expect(texts(sheet) == [Self.headings] + Self.rows)
        #expect(sheet.changes.isEmpty)
        #expect(sheet.unclear.isEmpty)
        #expect(sheet.columns == [3, 4, 5, 6, 7])
        #expect(sheet.cells.row(of: 4) == 5)
    }

    @Test("A bare correction is for the one marked cell, an edited cell stays as edited")
    func bareAndEdited() throws {
        let sheet = try Self.correct([
            Self.leading + Self.headings, ";;2;A-1;gastles;2026-05-01;3;Noord",
            "datum;31-05-2026;3;A-1;gastles;32-05-2026;5;Zuid", ";;4;A-2;;2026-06-01;;Zuid",
        ])
        #expect(texts(sheet)[2] == "A-1;gastles;31-05-2026;5;Zuid")
        #expect(kinds(sheet) == [.correctionApplied, .cellEdited])
        #expect(sheet.changes.map { $0.delivered?.row } == [3, 3])
        #expect(sheet.changes.map(\.field) == [2, 3])
    }

    /// Each is told once: laid beside all that came before, these would take minutes.
    @Test("Thousands of corrections in one cell are read in one pass", .timeLimit(.minutes(1)))
    func manyInOneCell() throws {
        let many = String(repeating: "datum: x, ", count: 30_000)
        let sheet = try Self.correct([Self.leading + Self.headings, ";\(many);2;A-1;gastles;2026-05-01;3;Noord"])
        #expect(sheet.remarks.count == 30_000)
        #expect(texts(sheet)[1] == "A-1;gastles;2026-05-01;3;Noord")
    }

    @Test("Corrections by name, also of a column that the file lacks")
    func named() throws {
        let sheet = try Self.correct(
            [
                Self.leading + Self.headings, ";toelichting: op school;2;A-1;gastles;2026-05-01;3;Noord",
                ";;3;A-1;gastles;32-05-2026;4;Zuid", ";soort: training; uren: 2;4;A-2;;2026-06-01;;Zuid",
            ].map { $0.replacing("training; uren", with: "training\n uren") })
        #expect(
            texts(sheet) == [
                Self.headings + ";toelichting", "A-1;gastles;2026-05-01;3;Noord;op school",
                "A-1;gastles;32-05-2026;4;Zuid;", "A-2;training;2026-06-01;2;Zuid;",
            ])
        #expect(kinds(sheet) == [.correctionApplied, .correctionApplied, .correctionApplied])
    }

    /// Marked are 1 soort, 2 datum, 3 uren, 4 Afdeling (a column of the supplier's own) and 0 contractnummer.
    @Test(
        "A bare correction goes to the only marked cell that it is a value of",
        arguments: [
            ("2,3", "31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"), ("2,3", "2,5", "A-1;gastles;32-05-2026;2,5;Zuid"),
            ("1,2,3", "open dag", nil), ("2,3,4", "7", "A-1;gastles;32-05-2026;7;Zuid"), ("2,4", "Oost", nil),
            ("0,3", "5", nil), ("2,3", "morgen", nil),
            // What holds an error goes before what is to be talked about; of an identifier nothing is certain.
            ("3,!,0", "5", "A-1;gastles;32-05-2026;5;Zuid"), ("0,!,3", "5", nil),
            ("2,3,!,0", "5", "A-1;gastles;32-05-2026;5;Zuid"),
            ("3,!,0", "morgen", nil), ("3,!,2", "31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"),
        ] as [(String, String, String?)])
    func bareAmongSeveral(marked: String, value: String, expected: String?) throws {
        let sheet = try Self.correct(
            [Self.leading + Self.headings, "doe dit;\(value);3;A-1;gastles;32-05-2026;4;Zuid"], marked: [2: marked])
        #expect(texts(sheet)[1] == expected ?? "A-1;gastles;32-05-2026;4;Zuid")
        #expect(sheet.unclear == (expected == nil ? [4] : []))
    }

    @Test(
        "What people put around a value, or between two, is left out where the column cannot hold it as it stands",
        arguments: [
            ("2", "→ 31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2", "32-05-2026 -> 31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2", "\"31-05-2026\"", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2", "datum 31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2", "Datum - 31-05-2026!", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2", "Klopt, 31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2", "Datum: 31-05-2026, uren: 5", "A-1;gastles;31-05-2026;5;Zuid"),
            ("2,3", "31-05-2026 en 5", "A-1;gastles;31-05-2026;5;Zuid"),
            ("2,3", "1) 5 / 2) 31-05-2026", "A-1;gastles;31-05-2026;5;Zuid"),
            ("2,3", "- 31-05-2026\n- 5", "A-1;gastles;31-05-2026;5;Zuid"),
            ("2,3", "5, 31-05-2026", "A-1;gastles;31-05-2026;5;Zuid"),
            ("2,3", "datum 31-05-2026\nuren 5", "A-1;gastles;31-05-2026;5;Zuid"),
            ("2,3", "datum 31-05-2026", "A-1;gastles;31-05-2026;4;Zuid"),
            ("2,3", "Dag: 31-05-2026, uren 5", "A-1;gastles;31-05-2026;5;Zuid"), ("1,3", "uren klopt", nil),
            // Another old value, a doubt, two values for one cell, and more values than cells.
            ("2", "30-05-2026 -> 31-05-2026", nil), ("2", "31-05-2026?", nil), ("2,3", "4, 5", nil),
            ("2,3", "31-05-2026, 5, gastles", nil), ("2", "uren 31-05-2026", nil),
        ] as [(String, String, String?)])
    func aroundValues(marked: String, value: String, expected: String?) throws {
        // A line break within the cell.
        let cell = value.replacing("\n", with: "\u{2028}")
        let sheet = try Self.correct(
            [Self.leading + Self.headings, "doe dit;\(cell);3;A-1;gastles;32-05-2026;4;Zuid"], marked: [2: marked])
        #expect(texts(sheet)[1] == expected ?? "A-1;gastles;32-05-2026;4;Zuid")
        #expect(sheet.remarks.filter { $0.kind != .astray }.isEmpty == (expected != nil))
    }

    @Test("A bare correction without one marked cell is not guessed at")
    func unclear() throws {
        let sheet = try Self.correct(
            [Self.leading + Self.headings, ";31-05-2026;3;A-1;gastles;32-05-2026;4;Zuid"], marked: [:])
        #expect(sheet.unclear == [4])
        #expect(texts(sheet)[1] == Self.rows[1])
    }

    @Test("Rows go by the word, by emptying them, and by deleting them; a row without a number is new")
    func rows() throws {
        let sheet = try Self.correct([
            Self.leading + Self.headings, ";verwijderen;2;A-1;gastles;2026-05-01;3;Noord", "doe dit;;3;;;;;",
            ";;;A-9;gastles;2026-06-03;1;West",
        ])
        #expect(texts(sheet) == [Self.headings, "A-9;gastles;2026-06-03;1;West"])
        #expect(kinds(sheet) == [.rowAdded, .rowRemoved, .rowRemoved, .rowRemoved])
        #expect(sheet.changes.compactMap { $0.delivered?.row } == [2, 3, 4])
    }

    @Test("A copied row is a new one, and a mended heading goes on mended")
    func copiesAndHeadings() throws {
        let sheet = try Self.correct([
            "Te repareren;Correctie;Rij;contractnummer;soort;datum;uren;deelnemers bereikt",
            ";;2;A-1;gastles;2026-05-01;3;Noord", ";;2;A-1;gastles;2026-05-01;3;Noord",
            ";;3;A-1;gastles;32-05-2026;4;Zuid", ";;4;A-2;;2026-06-01;;Zuid",
        ])
        #expect(texts(sheet)[0] == "contractnummer;soort;datum;uren;deelnemers bereikt")
        #expect(kinds(sheet) == [.headingEdited, .rowAdded])
    }

    @Test("It is marked as a correction, unless the supplier said of what")
    func marked() throws {
        let lines = [Self.leading + Self.headings + ";correctie_op", ";;2;A-1;gastles;2026-05-01;3;Noord;"]
        let marked = try Self.correct(lines, correctionOf: "leverancier-2026-Q2")
        #expect(texts(marked)[1] == "A-1;gastles;2026-05-01;3;Noord;leverancier-2026-Q2")
        #expect(kinds(marked).contains(.markedAsCorrection))
        let own = try Self.correct([lines[0], lines[1] + "2026-Q1"], correctionOf: "leverancier-2026-Q2")
        #expect(texts(own)[1] == "A-1;gastles;2026-05-01;3;Noord;2026-Q1")
        #expect(!kinds(own).contains(.markedAsCorrection))
    }

    @Test("Without the rows' numbers a row is known by what stands in it, or else by its first cell")
    func withoutNumbers() throws {
        let sheet = try Self.correct([
            "Correctie;" + Self.headings, ";A-1;gastles;32-05-2026;4;Zuid", ";A-2;training;2026-06-01;;Zuid",
            "soort: training;A-1;gastles;2026-05-01;3;Noord", ";A-3;gastles;2026-05-01;3;Noord",
        ])
        // In the order of the delivery.
        #expect(kinds(sheet) == [.correctionApplied, .cellEdited, .rowAdded])
        #expect(sheet.changes.map { $0.delivered?.row } == [2, 4, nil])
        #expect(sheet.unclear.isEmpty)
    }

    @Test(
        "However the rows are sorted, they come back in the order of the delivery, each with the place that it has now")
    func sorted() throws {
        let lines = [
            Self.leading + Self.headings, ";;2;A-1;gastles;2026-05-01;3;Noord", ";;3;A-2;training;2026-06-01;;Zuid",
            ";;4;A-3;gastles;2026-05-01;3;Noord", ";;nieuw 1;A-4;gastles;2026-05-02;3;Noord",
            ";;nieuw 2;A-5;gastles;2026-05-02;3;Noord", ";;;A-6;gastles;2026-05-02;3;Noord",
        ]
        let plain = try Self.correct(lines)
        #expect(plain.order == nil)
        for order in [[3, 1, 2, 4, 5, 6], [6, 5, 4, 3, 2, 1], [4, 2, 6, 1, 5, 3]] {
            let sheet = try Self.correct([lines[0]] + order.map { lines[$0] })
            #expect(texts(sheet) == texts(plain), "\(order)")
            #expect(kinds(sheet) == kinds(plain), "\(order)")
            let header = plain.cells.recordCount - lines.count
            for number in 1...6 {
                let place = header + (order.firstIndex(of: number) ?? 0) + 1
                #expect(sheet.order?[header + number] == place, "\(order) \(number)")
                #expect(sheet.cells.row(of: header + number) == plain.cells.row(of: place), "\(order) \(number)")
            }
        }
    }

    @Test(
        "What stands in *Uw rij* is read",
        arguments: [
            ("12", 12, nil), (" 12 ", 12, nil), ("Inzet Q2: 7", 7, "Inzet Q2"), ("a: b: 7", 7, "a: b"),
            ("nieuw 1", nil, nil),
            ("", nil, nil), ("Q2:", nil, nil), ("1,5", nil, nil),
        ] as [(String, Int?, String?)])
    func labels(_ text: String, _ number: Int?, _ sheet: String?) {
        let label = RowLabel(text)
        #expect(label?.number == number && label?.sheet == sheet)
        if let label { #expect(RowLabel(label.text) == label) }
    }

    @Test("Without the first delivery corrections by name are applied, and there is nothing to compare with")
    func withoutFirstDelivery() throws {
        let lines = [
            Self.leading + Self.headings, ";soort: training;2;A-1;gastles;2026-05-01;3;Noord",
            ";31-05-2026;3;A-1;gastles;32-05-2026;4;Zuid", ";verwijderen;4;A-2;;2026-06-01;;Zuid",
        ]
        let (cells, _) = try Self.feedback(lines)
        let sheet = try #require(try CorrectedSheet(cells, Activity.table.facts, named: "Activiteiten", nil))
        #expect(texts(sheet) == [Self.headings, "A-1;training;2026-05-01;3;Noord", Self.rows[1]])
        #expect(sheet.changes.isEmpty)
        #expect(sheet.unclear == [5])
        let (own, _) = try Self.feedback(["Rij;" + Self.headings, "1;" + Self.rows[0]])
        #expect(
            try CorrectedSheet(own, Activity.table.facts, named: "Activiteiten", nil) == nil, "a supplier's own column")
    }

    @Test("A name that is no column is no value of a date, and is one of a text", arguments: [(2, true), (4, false)])
    func misspelt(_ marked: Int, isUnclear: Bool) throws {
        let text = "datumm: 31-05-2026"
        let sheet = try Self.correct(
            [Self.leading + Self.headings, ";\(text);2;\(Self.rows[0])"], marked: [1: "\(marked)"])
        #expect(sheet.unclear == (isUnclear ? [4] : []))
        #expect(texts(sheet)[1].contains(text) != isUnclear)
    }

    @Test("A column that was taken out is told")
    func columnRemoved() throws {
        let sheet = try Self.correct([
            "Te repareren;Correctie;Rij;contractnummer;soort;datum;uren", ";;2;A-1;gastles;2026-05-01;3",
            ";;3;A-1;gastles;32-05-2026;4", ";;4;A-2;;2026-06-01;",
        ])
        #expect(kinds(sheet) == [.columnRemoved])
        #expect(sheet.changes.first?.delivered?.field == 4)
    }

    @Test("Bars and backslashes of a cell stay its own")
    func separators() {
        let record = DeliveredRecord(row: 2, bytes: Array(#"a\|b|c\\||d"#.utf8))
        #expect((0..<record.fieldCount).map(record.text) == ["a|b", #"c\"#, "", "d"])
    }

    @Test("Text that a cell could not hold is not lost")
    func longText() {
        let long = String(repeating: "woord ", count: 6_000)
        let record = DeliveredRecord(row: 2, bytes: Array("A-1|\(long)".utf8))
        var cut = String(long.prefix(32_767))
        #expect(cut.withUTF8 { record.isShown(1, as: $0) })
        var edited = "anders"
        #expect(!edited.withUTF8 { record.isShown(1, as: $0) })
    }

    @Test("Another form than the known one is no first delivery")
    func unknownForm() throws {
        var builder = TableBuilder()
        try builder.append("maatwerk-eerste-levering/9")
        builder.endRecord(row: 1)
        #expect(OriginalSubmission([builder.finish()]) == nil)
    }

    private static let answering = "Te repareren;Correctie;Uw antwoord;Rij;"

    private func said(_ sheet: CorrectedSheet) -> [String] {
        sheet.remarks.map { "\($0.kind) \($0.row ?? 0) \($0.column ?? "-"): \($0.text)" }
    }

    @Test("An answer changes nothing and is kept once", arguments: ["Uw antwoord", "Your answer", "uw_antwoord"])
    func answers(heading: String) throws {
        let sheet = try Self.correct([
            Self.answering.replacing("Uw antwoord", with: heading) + Self.headings,
            ";;zie ons gesprek;2;A-1;gastles;2026-05-01;3;Noord",
            ";Klopt!;Klopt!;3;A-1;gastles;32-05-2026;4;Zuid", ";;datum: volgt nog;4;A-2;;2026-06-01;;Zuid",
        ])
        #expect(texts(sheet) == [Self.headings] + Self.rows)
        #expect(sheet.changes.isEmpty)
        #expect(
            said(sheet) == [
                "answer 2 -: zie ons gesprek", "answerInCorrection 3 datum: Klopt!", "answer 4 datum: volgt nog",
            ])
        #expect(sheet.columns == [4, 5, 6, 7, 8])
        #expect((sheet.correctionColumn, sheet.answerColumn) == (1, 2))
    }

    @Test(
        "What is no value of its column is refused or read as an answer, and the old value stays",
        arguments: [
            ("akkoord", "answerInCorrection 3 datum: akkoord"), ("bijna", "refused 3 datum: bijna"),
            ("dat was zo afgesproken", "answerInCorrection 3 datum: dat was zo afgesproken"),
            ("uren: klopt", "answerInCorrection 3 uren: klopt"), ("uren: veel", "refused 3 uren: veel"),
            ("soort: zie toelichting", "answerInCorrection 3 soort: zie toelichting"),
            ("toelichting: ok", "answerInCorrection 3 toelichting: ok"),
            ("datumpje: 31-05-2026", "unclear 3 -: datumpje: 31-05-2026"),
        ])
    func refused(correction: String, expected: String) throws {
        let sheet = try Self.correct(
            [Self.leading + Self.headings, ";\(correction);3;A-1;gastles;32-05-2026;4;Zuid"])
        #expect(texts(sheet)[1] == Self.rows[1])
        #expect(said(sheet) == [expected])
        #expect(sheet.changes.allSatisfy { $0.kind == .rowRemoved })
    }

    @Test("An answer before corrections stands beside them")
    func answerAndCorrections() throws {
        let sheet = try Self.correct(
            [Self.leading + Self.headings, ";ja klopt | uren: 5;3;A-1;gastles;32-05-2026;4;Zuid"].map {
                $0.replacing(" | ", with: "\n")
            })
        #expect(texts(sheet)[1] == "A-1;gastles;32-05-2026;5;Zuid")
        #expect(said(sheet) == ["answerInCorrection 3 -: ja klopt"])
    }
}
