import Archives

/// What a part of an Office package refers to.
struct Relationships {
    /// One reference.
    struct Reference {
        let id: String
        /// The last word of its type: `worksheet`. The words before it differ between the two editions of the standard.
        let kind: String
        /// The part that is meant, from the root of the package; nil for what lies outside of it.
        let part: String?
    }

    private(set) var all: [Reference] = []
    private var positions: [String: Int] = [:]

    /// The references of the part called `owner`; those of the package itself for an empty name. A part need not have any.
    init(of owner: String, in archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        let parts = Self.parts(of: owner)
        let folder = parts.dropLast()
        let own = (folder + ["_rels", (parts.last ?? "") + ".rels"]).joined(separator: "/")
        guard let entry = archive.entry(named: own) else { return }
        let xml = try PartReader(entry, of: archive, limits)
        let (relationship, id, type) = (try xml.name("Relationship"), try xml.name("Id"), try xml.name("Type"))
        let (target, mode) = (try xml.name("Target"), try xml.name("TargetMode"))
        while let event = try xml.next() {
            guard case .start = event, xml.name == relationship else { continue }
            guard let id = xml.attributeText(id), let type = xml.attributeText(type),
                let target = xml.attributeText(target)
            else { throw .damaged(part: own) }
            positions[id] = all.count
            let isOutside = xml.attribute(mode)?.equals("External") == true
            all.append(
                Reference(
                    id: id, kind: Self.parts(of: type).last ?? "",
                    part: isOutside ? nil : Self.resolve(target, from: Array(folder))))
        }
    }

    /// The first part of `kind`.
    func part(_ kind: String) -> String? { all.first { $0.kind == kind && $0.part != nil }?.part }

    /// The reference called `id`.
    subscript(_ id: String) -> Reference? { positions[id].map { all[$0] } }

    /// `target` from the root of the package; nil when it leads out of it. Some programs write backslashes.
    private static func resolve(_ target: String, from folder: [String]) -> String? {
        var path = target.utf8.first.map(isSlash) == true ? [] : folder
        for part in parts(of: target) {
            if part == ".." {
                guard path.popLast() != nil else { return nil }
            } else if part != "." {
                path.append(part)
            }
        }
        return path.joined(separator: "/")
    }

    private static func parts(of name: String) -> [String] {
        name.utf8.split(whereSeparator: isSlash).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}
