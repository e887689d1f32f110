import Archives

/// The texts that the cells of an Office workbook share, one after the other.
struct SharedTexts {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// The texts of which a part is struck through; empty in nearly every workbook.
    private var struck: Set<Int> = []

    /// A workbook without shared texts.
    init() {}

    /// Reads the part with the texts. Parts of a text that only differ in their looks are joined, raised digits as such; how to pronounce it is left out.
    init(_ entry: ArchiveEntry, of archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        let xml = try PartReader(entry, of: archive, limits)
        let most = limits.sharedTextBytes.value(forDelivered: archive.budget.delivered)
        let (item, run, phonetic) = (try xml.name("si"), try xml.name("t"), try xml.name("rPh"))
        let (strike, isOn) = (try xml.name("strike"), try xml.name("val"))
        let (part, alignment) = (try xml.name("r"), try xml.name("vertAlign"))
        var text: [UInt8] = []
        var (isInRun, isInPhonetic) = (false, false)
        var raised: RaisedText?
        while let event = try xml.next() {
            switch event {
            case .start:
                if xml.name == run { isInRun = !isInPhonetic }
                if xml.name == phonetic { isInPhonetic = true }
                if xml.name == part { raised = nil }
                if xml.name == alignment { raised = RaisedText(xml.attribute(isOn)) }
                if xml.name == strike, xml.attribute(isOn)?.isFalse != true { struck.insert(ends.count) }
            case .text:
                if isInRun {
                    if let raised { raised.append(xml.text, to: &text) } else { text.append(contentsOf: xml.text) }
                }
            case .end:
                if xml.name == run { isInRun = false }
                if xml.name == phonetic { isInPhonetic = false }
                if xml.name == part { raised = nil }
                guard xml.name == item else { continue }
                EscapedText.decode(&text)
                guard bytes.count + text.count <= most else {
                    throw .tooLarge(part: xml.part, limit: .sharedTextBytes(most))
                }
                bytes += text
                ends.append(UInt32(truncatingIfNeeded: bytes.count))
                text.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Whether a part of the text at `index` is struck through.
    @inline(__always)
    func isStruck(_ index: Int) -> Bool { !struck.isEmpty && struck.contains(index) }

    /// Lends the text at `index` to `body`; nil when there is none.
    func withText<R>(
        _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> R
    ) throws(WorkbookError) -> R? {
        guard ends.indices.contains(index) else { return nil }
        let range = (index > 0 ? Int(ends[index - 1]) : 0)..<Int(ends[index])
        var result: Result<R, WorkbookError>?
        bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[range])
            do throws(WorkbookError) { result = .success(try body(text)) } catch { result = .failure(error) }
        }
        return try result?.get()
    }
}
