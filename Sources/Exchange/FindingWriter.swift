import Assessments
import Intake
import Rules
import SocialReturnModel

/// Writes findings one after the other, each as its form has it. A million of them are a second of copying, and no text is made
/// for what stands in the file already.
///
/// An object, so that it is never copied: an assessment has a hundred references to count.
final class FindingWriter {
    private let assessment: Assessment
    private let language: Language
    private let format: FindingFormat
    private var forms: [FindingTemplate] = []
    private var positions: [UInt64: Int] = [:]
    /// The position of the form that was used last for a key, by some bits of the key: findings come in turns of a few kinds.
    private var recent = [(key: UInt64, position: Int)](repeating: (.max, -1), count: 1 << recentBits)

    private static let recentBits: UInt64 = 8

    init(_ assessment: Assessment, _ language: Language, _ format: FindingFormat) {
        self.assessment = assessment
        self.language = language
        self.format = format
    }

    /// Appends the findings in `range` to `bytes`; `before` is called ahead of each, with its position.
    func append(
        _ range: Range<Int>, to bytes: inout [UInt8], before: (Int, inout [UInt8]) -> Void
    ) {
        let findings = assessment.findings.all
        var start = range.lowerBound
        while start < range.upperBound {
            let table = findings[start].place.table
            let end = findings[start..<range.upperBound].firstIndex { $0.place.table != table } ?? range.upperBound
            // Looked up once for all findings of the table: a copy of a file's facts is counted in a dozen places.
            guard let source = assessment.context.source(of: table) else {
                for index in start..<end {
                    before(index, &bytes)
                    append(findings[index], position(of: findings[index]), Spot(), &bytes)
                }
                start = end
                continue
            }
            let isInSeveralFiles = source.isInSeveralFiles
            defer { if isInSeveralFiles { forgetForms() } }
            let cells = source.cells
            cells.withAllBytes { text in
                var spot = Spot()
                var record: Int32 = -1
                var file = source.fileName
                for index in start..<end {
                    let finding = findings[index]
                    if finding.place.record != record {
                        record = finding.place.record
                        spot = Spot()
                        if record >= 0 {
                            spot.row = cells.row(of: Int(record))
                            spot.line = source.line(of: Int(record))
                            // A form has the name of its file.
                            if isInSeveralFiles, source.fileName(of: Int(record)) != file {
                                file = source.fileName(of: Int(record))
                                forgetForms()
                            }
                        }
                    }
                    let form = position(of: finding)
                    spot.cell = nil
                    if record >= 0, let field = forms[form].field {
                        spot.cell = UnsafeBufferPointer(rebasing: text[cells.range(Int(record), field)])
                    }
                    before(index, &bytes)
                    append(finding, form, spot, &bytes)
                }
            }
            start = end
        }
    }

    /// Where a finding is in its file; nil for what it is not about.
    private struct Spot {
        var row: Int?
        var line: Int?
        var cell: UnsafeBufferPointer<UInt8>?
    }

    private func append(_ finding: Finding, _ position: Int, _ spot: Spot, _ bytes: inout [UInt8]) {
        let form = forms[position]
        var startOfField = 0
        form.bytes.withUnsafeBufferPointer { words in
            var start = 0
            for run in form.runs {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[start..<run.end]))
                start = run.end
                switch run.hole {
                case .startOfField: startOfField = bytes.count
                case .endOfField: quoteField(from: startOfField, &bytes)
                case .row: appendNumber(spot.row, &bytes)
                case .line: appendNumber(finding.place.line > 0 ? Int(finding.place.line) : spot.line, &bytes)
                default: fill(run.hole, finding, spot.cell, &bytes)
                }
            }
        }
    }

    /// The position of the form; one of its own for a finding about a file that is no table.
    private func position(of finding: Finding) -> Int {
        let key = finding.formKey
        let slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.recentBits))
        if recent[slot].key == key { return recent[slot].position }
        if let position = positions[key] {
            recent[slot] = (key, position)
            return position
        }
        forms.append(FindingTemplate(finding, assessment, language, format))
        if finding.place.isInRow || !text(of: finding).isAboutAFile { positions[key] = forms.count - 1 }
        return forms.count - 1
    }

    private func forgetForms() {
        positions.removeAll(keepingCapacity: true)
        for slot in recent.indices { recent[slot] = (.max, -1) }
    }

    private func text(of finding: Finding) -> FindingText {
        FindingText(finding, assessment.context, assessment.findings)
    }

    private func fill(
        _ hole: FindingTemplate.Hole, _ finding: Finding, _ cell: UnsafeBufferPointer<UInt8>?, _ bytes: inout [UInt8]
    ) {
        switch hole {
        case .value:
            guard let cell else { return appendNumber(nil, &bytes) }
            switch format {
            case .json:
                bytes.append(0x22)
                bytes.appendEscaped(cell)
                bytes.append(0x22)
            case .csv: PeopleCSV.append(cell, separator: 0x2c, to: &bytes)
            }
        case .shortValue:
            if let cell, Self.isPlain(cell) {
                append(cell, &bytes)
            } else {
                append(text(of: finding).text(.value, language), &bytes)
            }
        case .detail:
            // A number can stand for a file or for what somebody may have meant.
            // The first file is number 0, which is no number of anything else.
            let text = text(of: finding)
            if finding.detail != .none || text.isAboutAFile { append(text.detailWords(language), &bytes) }
        case .rowInWords: append(text(of: finding).text(.row, language), &bytes)
        case .read: append(text(of: finding).text(.read, language), &bytes)
        case .example: append(text(of: finding).text(.example, language), &bytes)
        case .code: append(text(of: finding).text(.code, language), &bytes)
        case .cell:
            guard let address = text(of: finding).cell else { return }
            bytes.append(",\"cell\":")
            bytes.appendJSON(address)
        case .answer:
            guard let answer = text(of: finding).answer else { return }
            bytes.append(",\"answer\":")
            bytes.appendJSON(answer)
        case .earlierRow:
            let source = assessment.context.source(of: finding.place.table)
            appendNumber(source?.deliveredRows?[finding.place.record], &bytes)
        case .row, .line, .startOfField, .endOfField, .nothing: break
        }
    }

    /// Whether a message shows the cell as it is.
    private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let blank = UInt8(ascii: " ")
        return !cell.isEmpty && cell.count <= FindingText.plainLength && cell[0] != blank
            && cell[cell.count - 1] != blank && cell.allSatisfy { $0 >= blank }
    }

    private func append(_ text: String, _ bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, &bytes) }
    }

    private func append(_ text: UnsafeBufferPointer<UInt8>, _ bytes: inout [UInt8]) {
        switch format {
        case .json: bytes.appendEscaped(text)
        case .csv: bytes.append(contentsOf: text)
        }
    }

    private func appendNumber(_ number: Int?, _ bytes: inout [UInt8]) {
        if let number {
            bytes.appendDigits(number)
        } else if format == .json {
            bytes.append("null")
        }
    }

    /// Guards the field that was just written, and puts it into quotes where it needs them.
    private func quoteField(from start: Int, _ bytes: inout [UInt8]) {
        let field = Array(bytes[start...])
        bytes.removeSubrange(start...)
        field.withUnsafeBufferPointer { PeopleCSV.append($0, separator: 0x2c, to: &bytes) }
    }
}

extension Finding {
    /// Rule, severity, wording, table and column in one number.
    fileprivate var formKey: UInt64 {
        UInt64(UInt16(bitPattern: rule)) << 48 | UInt64(severity.rawValue) << 40 | UInt64(variant) << 32
            | UInt64(place.table.rawValue) << 24
            | UInt64(UInt32(truncatingIfNeeded: place.column.sortKey + 1) & 0xFF_FFFF)
    }
}
