import SocialReturnModel
import Spreadsheets

@testable import Workbooks

/// Renders the cells of a declared sheet as tab-separated text: what stands there, and behind it the formula or the place of a link.
struct TabSeparatedSink: CellWriter {
    private(set) var text = ""
    private var isFirst = true

    mutating func nextRow() {
        text += "\n"
        isFirst = true
    }

    mutating func empty(_ look: CellStyle?) { cell("") }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ look: CellStyle?) {
        cell(String(decoding: bytes, as: UTF8.self))
    }

    mutating func text(_ text: String, _ look: CellStyle?) { cell(text) }

    mutating func decimal(_ value: Int64, decimals: Int, _ look: CellStyle?) {
        var divisor: Int64 = 1
        for _ in 0..<decimals { divisor *= 10 }
        let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: UInt64(divisor))
        let digits = String(part)
        let fraction = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals - digits.count) + digits
        cell((value < 0 ? "-" : "") + String(whole) + fraction)
    }

    mutating func number(_ value: Double, _ look: CellStyle?) { cell("\(value)") }

    mutating func day(_ day: Day, _ look: CellStyle?) { cell(day.description) }

    mutating func formula(_ formula: String, _ cached: CachedValue, _ look: CellStyle?) {
        switch cached {
        case .number(let value): cell("\(value) {=\(formula)}")
        case .text(let value): cell("\(value) {=\(formula)}")
        }
    }

    mutating func link(_ text: String, _ target: LinkTarget, _ look: CellStyle?) {
        cell("\(text) {→ \(target.sheet)!\(target.cell.a1)}")
    }

    private mutating func cell(_ content: String) {
        if !isFirst { text += "\t" }
        isFirst = false
        for scalar in content.unicodeScalars {
            switch scalar {
            case "\n": text += "⏎"
            case "\t": text += "⇥"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE: text += "·"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension SheetDefinition {
    /// The sheet as text: title, explanation, headings, lines.
    func rendered(_ lines: some Sequence<Line>, _ language: Language) throws -> String {
        var sink = TabSeparatedSink()
        for text in [frame.title[language], frame.explanation[language]] {
            sink.text(text, nil)
            sink.nextRow()
        }
        for column in columns { sink.text(column.frame.heading[language], nil) }
        sink.nextRow()
        for line in lines {
            try write(line, language, to: &sink)
            sink.nextRow()
        }
        if let closing = frame.closing { sink.text(closing[language], nil) }
        return sink.text
    }
}
