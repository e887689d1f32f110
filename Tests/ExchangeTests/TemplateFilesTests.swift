import Exchange
import SocialReturnModel
import Testing

@Suite struct TemplateFilesTests {
    @Test func headingsInTheOrderOfTheDefinition() {
        let contents = TemplateContents(version: "1")
        for table in TableID.submission {
            let file = TemplateCSV(table, .full, contents)
            let facts = AllTables.facts(table)
            #expect(file.fileName == facts.fileName)
            let heading = "\u{feff}" + facts.columns.map(\.name).joined(separator: ";") + "\r\n"
            #expect(file.text.hasPrefix(heading))
            #expect((file.text == heading) == (table != .cover))
        }
    }

    @Test func valuesAreWrittenAsDutchSpreadsheetsDo() throws {
        var contents = TemplateContents(version: "1")
        let columns = AllTables.facts(.purchases).columns
        func row(_ values: [String: TemplateValue]) -> [TemplateValue?] { columns.map { values[$0.name] } }
        contents.rows[.purchases] = [
            row([
                "contractnummer": .text("C;1"), "partner_naam": .text("De \"Kring\""),
                "bedrag_excl_btw": .money(Cents(-1_250)),
                "factuurdatum": .day(Day(daysSince1970: 0)),
                "aandeel_doelgroep": .number(Quantity(tenThousandths: 12_500)),
                "toelichting": .text("een\ntwee"),
            ])
        ]
        #expect(
            TemplateCSV(.purchases, .full, contents).text.hasSuffix(
                "\r\n\"C;1\";;\"De \"\"Kring\"\"\";;;;01-01-1970;-12,50;;;;1,25;;;;\"een\ntwee\"\r\n"))
    }

    @Test func theSimpleFilesHaveEveryRequiredColumn() {
        let contents = TemplateContents(version: "1")
        for table in TableID.submission {
            let heading = TemplateCSV(table, .simple, contents).text.dropFirst().split(separator: "\r\n")[0]
            let names = Set(heading.split(separator: ";").map(String.init))
            let required = AllTables.facts(table).columns.filter(\.isRequired).map(\.name)
            #expect(names.isSuperset(of: required))
        }
    }

    @Test(arguments: Language.allCases, FieldGuide.Form.allCases)
    func theGuideKnowsEveryColumnAndCode(_ language: Language, _ form: FieldGuide.Form) {
        let text = FieldGuide(language).text(form)
        func escaped(_ text: String) -> String {
            var text = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            if form == .html { text = text.replacing(">", with: "&gt;").replacing("\"", with: "&quot;") }
            return form == .html ? text : text.replacing("_", with: "\\_")
        }
        for table in TableID.submission.map({ AllTables.facts($0) }) {
            #expect(text.contains(escaped(table.meaning[language])), "\(table.fileName)")
            for column in table.columns {
                #expect(text.contains(form == .html ? "<code>\(column.name)</code>" : "`\(column.name)`"))
                #expect(text.contains(escaped(column.meaning[language])), "\(column.name)")
                for alias in column.aliases { #expect(text.contains(escaped(alias)), "\(alias)") }
                for entry in column.codes?.entries ?? [] {
                    let code = form == .html ? "<code>\(escaped(entry.code))</code>" : "`\(entry.code)`"
                    #expect(text.contains(code), "\(entry.code)")
                    #expect(
                        text.contains(escaped(entry.name.nl)) && text.contains(escaped(entry.name.en)), "\(entry.code)")
                }
            }
        }
    }
}
