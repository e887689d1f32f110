import Intake
import Rules
import SocialReturnModel

/// A table of a Data Package: its file and its schema, in the words of Table Schema.
struct DataResource {
    let fileName: String
    let title: Text
    let meaning: Text
    let fields: [DataField]
    let rows: Int

    /// The resource of a table of the model, with the columns that the file brought along at its end. A column that was found by a heading of
    /// the supplier's own says by which.
    init(_ facts: TableFacts, extraColumns: [String], ownHeadings: [OwnHeading] = [], rows: Int) {
        fileName = facts.fileName
        title = facts.title
        meaning = facts.meaning
        fields =
            facts.columns.enumerated().map { index, column in
                var field = DataField(column)
                field.ownHeading = ownHeadings.first { $0.column == index }?.heading
                return field
            }
            + extraColumns.map {
                DataField(
                    name: $0, type: "string",
                    meaning: Text(nl: "Extra kolom van de leverancier.", en: "Extra column of the supplier."))
            }
        self.rows = rows
    }

    init(fileName: String, title: Text, meaning: Text, fields: [DataField], rows: Int) {
        self.fileName = fileName
        self.title = title
        self.meaning = meaning
        self.fields = fields
        self.rows = rows
    }

    func append(to bytes: inout [UInt8], _ language: Language) {
        bytes.append("{\"profile\": \"tabular-data-resource\", \"name\": ")
        bytes.appendJSON(String(fileName.dropLast(4)))
        bytes.append(", \"path\": ")
        bytes.appendJSON(fileName)
        bytes.append(", \"title\": ")
        bytes.appendJSON(title[language])
        bytes.append(", \"description\": ")
        bytes.appendJSON(meaning[language])
        bytes.append(
            ", \"format\": \"csv\", \"mediatype\": \"text/csv\", \"encoding\": \"utf-8\", \"rows\": \(rows),\n"
                + "   \"dialect\": {\"delimiter\": \",\", \"lineTerminator\": \"\\n\"},\n   \"schema\": {\"fields\": [")
        for (index, field) in fields.enumerated() {
            bytes.append(index > 0 ? ",\n    " : "\n    ")
            field.append(to: &bytes, language)
        }
        bytes.append("\n   ]}}")
    }
}

/// A column of a Data Package's table.
struct DataField {
    let name: String
    let type: String
    let meaning: Text
    var isRequired = false
    var choices: [String] = []
    /// The heading by which the column was found, when `kolommen.csv` of the register lays it down.
    var ownHeading: String?
}

extension DataField {
    fileprivate init(_ column: ColumnDescriptor) {
        let type =
            switch column.kind {
            case .day: "date"
            case .money, .number: "number"
            case .text, .identifier, .kvk, .period, .code, .codes: "string"
            }
        self.init(
            name: column.name, type: type, meaning: column.meaning,
            isRequired: column.isRequired && !Catalogue.allowsEmptyCells(in: column.name))
        if column.kind == .code, let codes = column.codes, !codes.isOpen { choices = codes.entries.map(\.code) }
    }

    fileprivate func append(to bytes: inout [UInt8], _ language: Language) {
        bytes.append("{\"name\": ")
        bytes.appendJSON(name)
        bytes.append(", \"type\": \"\(type)\", \"description\": ")
        bytes.appendJSON(meaning[language])
        if isRequired || !choices.isEmpty {
            bytes.append(", \"constraints\": {")
            if isRequired { bytes.append("\"required\": true") }
            if !choices.isEmpty {
                bytes.append((isRequired ? ", " : "") + "\"enum\": [")
                for (index, choice) in choices.enumerated() {
                    if index > 0 { bytes.append(", ") }
                    bytes.appendJSON(choice)
                }
                bytes.append("]")
            }
            bytes.append("}")
        }
        if let ownHeading {
            bytes.append(", \"maatwerk\": {\"heading\": ")
            bytes.appendJSON(ownHeading)
            bytes.append(", \"origin\": \"kolommen.csv\"}")
        }
        bytes.append("}")
    }
}
