import Foundation

extension WrittenCells {
    /// The last row of each sheet.
    static func lastRows(in path: String) throws -> [String: Int] {
        var rows: [String: Int] = [:]
        for (index, sheet) in try WrittenCells(path).sheets.enumerated() {
            let text = String(decoding: try part("xl/worksheets/sheet\(index + 1).xml", of: path), as: UTF8.self)
            rows[sheet] = text.components(separatedBy: "<row r=\"").last.flatMap { Int($0.prefix { $0.isNumber }) }
        }
        return rows
    }

    /// All parts of a file as one text.
    static func everything(in path: String) throws -> String {
        String(decoding: try part("*", of: path), as: UTF8.self)
    }

    /// The places that internal links lead to, on all sheets.
    static func links(in path: String) throws -> [String] {
        let text = String(decoding: try part("xl/worksheets/sheet*.xml", of: path), as: UTF8.self)
        return text.components(separatedBy: " location=\"").dropFirst()
            .compactMap { $0.components(separatedBy: "\"").first }
            .map { $0.replacingOccurrences(of: "&apos;", with: "'") }
    }
}
