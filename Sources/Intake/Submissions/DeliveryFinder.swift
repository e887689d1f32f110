import Archives
import Plumbing

/// Collects the files of a delivery from folders and zips.
struct DeliveryFinder {
    private let path: String
    private let limits: DeliveryLimits
    private var count = 0
    private var bytes = 0
    private(set) var delivered = 0
    private(set) var files: [SourceFile] = []
    private(set) var strays: [StrayFile] = []
    private(set) var archives: [SourceFile] = []

    init(_ path: String, _ limits: DeliveryLimits) {
        self.path = path
        self.limits = limits
    }

    /// A zip may lie in a folder or another zip; what lies still deeper is named.
    private static let mostZips = 2

    mutating func add(folder: String, as name: String, depth: Int) throws(IntakeError) {
        guard depth <= limits.folderDepth else {
            throw .badContainer(path: shown(path), problem: ContainerProblem(.limit(.folderDepth(limits.folderDepth))))
        }
        for entry in try FileSystem.names(in: folder).sorted() where !SystemFile.isOne(entry) {
            let place = folder + "/" + entry
            guard let found = FileSystem.entry(at: place) else { continue }
            if found.kind == .folder {
                try add(folder: place, as: name.isEmpty ? entry : name + "/" + entry, depth: depth + 1)
                continue
            }
            try count(one: place)
            func stray(_ reason: StrayFile.Reason) {
                strays.append(StrayFile(name: entry, folder: name, byteCount: found.bytes, reason: reason))
            }
            switch found.kind {
            case .link: stray(.link)
            case .special, .nothing: stray(.notAFile)
            case .folder: break
            case .file:
                guard FileEnding.canHoldTables(entry) else {
                    stray(.cannotHoldTables)
                    continue
                }
                let room = min(limits.fileBytes, limits.bytes - bytes)
                guard found.bytes <= room else {
                    stray(.tooLarge(limit: room))
                    continue
                }
                do throws(IntakeError) {
                    let contents = try FileSystem.bytes(of: place, limit: room, followsLinks: false)
                    bytes += contents.count
                    delivered += contents.count
                    try add(SourceFile(name: entry, in: name, bytes: contents), zips: 0)
                } catch {
                    // What the system does not let us read is no fault of who delivered it: a report made without it would be an untruth
                    // about the supplier.
                    guard case .tooLarge = error else { throw error }
                    stray(.tooLarge(limit: room))
                }
            }
        }
    }

    /// The one file that the delivery is.
    mutating func add(onlyFile file: SourceFile) throws(IntakeError) {
        bytes = file.bytes.count
        delivered = file.bytes.count
        if case .archive = FileForm(file.bytes) {
            do throws(ArchiveError) {
                try unpack(Archive(file.bytes), of: file, zips: 1)
            } catch {
                throw .badContainer(path: file.shownName, problem: ContainerProblem(archive: error))
            }
            archives.append(file)
        } else {
            files = [file]
        }
    }

    /// Adds a file, or what is in it. `budget` is that of the zip it came out of; a file that was not packed has one of its own.
    private mutating func add(_ file: SourceFile, zips: Int, budget: DeliveryBudget? = nil) throws(IntakeError) {
        guard case .archive = FileForm(file.bytes) else {
            files.append(file)
            return
        }
        func stray(_ reason: StrayFile.Reason) {
            strays.append(StrayFile(name: file.name, folder: file.folder, byteCount: file.bytes.count, reason: reason))
        }
        guard zips < Self.mostZips else { return stray(.nestedTooDeep) }
        let before = (files.count, strays.count, archives.count)
        do throws(ArchiveError) {
            try unpack(Archive(file.bytes, budget: budget), of: file, zips: zips + 1)
            archives.append(file)
        } catch {
            files.removeSubrange(before.0...)
            strays.removeSubrange(before.1...)
            archives.removeSubrange(before.2...)
            stray(.badArchive(ContainerProblem(archive: error)))
        }
    }

    private mutating func unpack(_ archive: Archive, of file: SourceFile, zips: Int) throws(ArchiveError) {
        // Closed as a whole is one thing to say, and not one for every entry.
        if let closed = archive.closed { throw .encrypted(entry: closed) }
        let outer = zips == 1 && archives.isEmpty && files.isEmpty && file.folder.isEmpty ? "" : file.inside
        for entry in archive.entries {
            let parts = entry.name.split(separator: "/").map(String.init)
            guard !parts.contains(where: SystemFile.isOne), let name = parts.last else { continue }
            let folder = ([outer].filter { !$0.isEmpty } + parts.dropLast()).joined(separator: "/")
            count += 1
            guard count <= limits.files else { throw .tooManyEntries(limit: limits.files) }
            guard FileEnding.canHoldTables(name) else {
                strays.append(StrayFile(name: name, folder: folder, byteCount: 0, reason: .cannotHoldTables))
                continue
            }
            let contents: [UInt8]
            do throws(ArchiveError) {
                contents = try archive.contents(of: entry)
            } catch {
                // One entry that is damaged or closed leaves the others as they are; one that is too large does not.
                switch error {
                case .damaged, .encrypted, .unsupportedCompression:
                    strays.append(
                        StrayFile(
                            name: name, folder: folder, byteCount: 0,
                            reason: .badArchive(ContainerProblem(archive: error))))
                    continue
                default: throw error
                }
            }
            bytes += contents.count
            guard bytes <= limits.bytes else { throw .tooLarge(entry: entry.name, limit: limits.bytes) }
            do throws(IntakeError) {
                try add(SourceFile(name: name, in: folder, bytes: contents), zips: zips, budget: archive.budget)
            } catch {
                throw .tooManyEntries(limit: limits.files)
            }
        }
    }

    /// Leaves out the folder that everything in a zip lies in: it says nothing.
    mutating func stepIn() {
        while let top = (files.map(\.folder) + strays.map(\.folder)).first?.split(separator: "/").first.map(
            String.init),
            archives.count == 1,
            (files.map(\.folder) + strays.map(\.folder)).allSatisfy({ $0 == top || $0.hasPrefix(top + "/") })
        {
            func inner(_ folder: String) -> String { String(folder.dropFirst(top.count + 1)) }
            files = files.map { SourceFile(moving: $0, to: inner($0.folder)) }
            strays = strays.map {
                StrayFile(name: $0.name, folder: inner($0.folder), byteCount: $0.byteCount, reason: $0.reason)
            }
        }
    }

    private mutating func count(one place: String) throws(IntakeError) {
        count += 1
        guard count <= limits.files else {
            throw .badContainer(path: shown(path), problem: ContainerProblem(.limit(.files(limits.files))))
        }
    }

    private func shown(_ path: String) -> String { Masking.safeName(PathText.shown(path)) }
}

extension SourceFile {
    /// What the folder is called that stands for the inside of a zip.
    fileprivate var inside: String { folder.isEmpty ? name : folder + "/" + name }
}
