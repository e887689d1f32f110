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

    /// The references of the part called `owner`; those of the package itself for an empty name. A part need not have any.
    init(of owner: String, in archive: Archive) throws(WorkbookError) {
        let parts = owner.split(separator: "/").map(String.init)
        let folder = parts.dropLast()
        let own = (folder + ["_rels", (parts.last ?? "") + ".rels"]).joined(separator: "/")
        guard let entry = archive.entry(named: own) else { return }
        let xml = try PartReader(entry, of: archive)
        let (relationship, id, type) = (try xml.name("Relationship"), try xml.name("Id"), try xml.name("Type"))
        let (target, mode) = (try xml.name("Target"), try xml.name("TargetMode"))
        while let event = try xml.next() {
            guard case .start = event, xml.name == relationship else { continue }
            guard let id = xml.attributeText(id), let type = xml.attributeText(type),
                let target = xml.attributeText(target)
            else { throw .damaged(part: own) }
            let isOutside = xml.attribute(mode)?.equals("External") == true
            all.append(
                Reference(
                    id: id, kind: type.split(separator: "/").last.map(String.init) ?? "",
                    part: isOutside ? nil : Self.resolve(target, from: Array(folder))))
        }
    }

    /// The first part of `kind`.
    func part(_ kind: String) -> String? { all.first { $0.kind == kind && $0.part != nil }?.part }

    /// `target` from the root of the package; nil when it leads out of it.
    private static func resolve(_ target: String, from folder: [String]) -> String? {
        var path = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") {
            if part == ".." {
                guard path.popLast() != nil else { return nil }
            } else if part != "." {
                path.append(String(part))
            }
        }
        return path.joined(separator: "/")
    }
}
