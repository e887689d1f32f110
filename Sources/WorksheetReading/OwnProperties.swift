import Archives

/// Properties that somebody gave a document besides those that every document has.
enum OwnProperties {
    /// How many are read, also of those with the same name, and how many bytes of each.
    private static let most = 256, mostBytes = 1 << 12

    /// The properties by their names, as the part `entry` of `archive` says them, each in an `element` with its name.
    static func read(
        _ entry: ArchiveEntry, of archive: Archive, element: String, _ limits: WorkbookLimits
    ) throws(WorkbookError) -> [String: String] {
        let xml = try PartReader(entry, of: archive, limits)
        let (element, name) = (try xml.name(element), try xml.name("name"))
        var found: [String: String] = [:]
        var (present, text): (String?, [UInt8]) = (nil, [])
        var seen = 0
        while seen < most, let event = try xml.next() {
            switch event {
            case .start where xml.name == element: (present, text) = (xml.attributeText(name), [])
            case .text where present != nil: text += xml.text.prefix(max(0, mostBytes - text.count))
            case .end where xml.name == element:
                if let present { found[present] = String(decoding: text, as: UTF8.self) }
                present = nil
                seen += 1
            default: continue
            }
        }
        return found
    }
}
