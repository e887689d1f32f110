import Archives
import Exchange
import FoundationEssentials
import Plumbing
import Intake
import SocialReturnModel

/// What differs between a result and its manifest, or between a manifest and what is made anew.
public struct Verification: Sendable, Hashable {
    /// What is the matter with a file.
    public enum Change: String, Sendable, Codable {
        /// It has other bytes.
        case changed
        /// It is gone.
        case missing
        /// It was not there.
        case added
    }

    /// What a file is.
    public enum Part: String, Sendable, Codable, CaseIterable {
        /// Delivered.
        case input
        /// Of the register.
        case register
        /// Of an earlier report.
        case previous
        /// Made.
        case output
    }

    /// A file that differs.
    public struct Difference: Sendable, Hashable, Codable {
        /// What it is.
        public let part: Part
        /// Its name.
        public let name: String
        /// What is the matter with it.
        public let change: Change
    }

    /// The result's folder.
    public let result: String
    /// What its manifest says; nil where there is none that can be read.
    public let manifest: ResultManifest?
    /// What differs, inputs first.
    public internal(set) var differences: [Difference] = []
    /// Workbooks that were made anew with other bytes of which every part is the same: another program packed them.
    public internal(set) var repacked: [String] = []

    /// Whether nothing differs.
    public var isSound: Bool { manifest != nil && differences.isEmpty }

    /// Looks at the outputs of the result in the folder at `path`.
    public init(ofResult path: String) {
        result = path
        manifest = ResultManifest(at: path)
        guard let manifest else { return }
        differences = Self.differences(.output, manifest.outputs, ResultManifest.outputs(in: path))
    }

    /// Adds what differs between the manifest and what was made anew, each once.
    public mutating func add(_ replay: Replay) {
        for difference in replay.differences where !differences.contains(difference) { differences.append(difference) }
        repacked = replay.repacked
    }

    /// What differs when a result is made anew.
    public struct Replay: Sendable, Hashable {
        /// What goes in and what comes out that differs.
        public internal(set) var differences: [Difference]
        /// Workbooks of which only the packing differs.
        public internal(set) var repacked: [String] = []
    }

    /// Whether two workbooks hold the same parts in the same order, each with the same bytes.
    static func holdSameParts(_ one: String, _ other: String) -> Bool {
        func archive(_ path: String) -> Archive? { (try? FileSystem.bytes(of: path)).flatMap { try? Archive($0) } }
        guard let one = archive(one), let other = archive(other), one.entries.map(\.name) == other.entries.map(\.name)
        else { return false }
        return zip(one.entries, other.entries).allSatisfy { left, right in
            guard let left = try? one.contents(of: left), let right = try? other.contents(of: right) else {
                return false
            }
            return left == right
        }
    }

    /// The results in the folder at `path`: itself, or those in it; none where it holds no result.
    public static func results(in path: String) -> [String] {
        func isResult(_ path: String) -> Bool {
            FileSystem.kind(of: path + "/" + ResultManifest.fileName) == .file
                || !ResultManifest.outputs(in: path) { $0 == ResultLayout.findings || $0 == ResultLayout.report }
                    .isEmpty
        }
        if isResult(path) { return [path] }
        let names = (try? FileSystem.names(in: path)) ?? []
        return names.sorted().map { path + "/" + $0 }.filter { FileSystem.kind(of: $0) == .folder && isResult($0) }
    }

    /// How `now` differs from `before`, file by file.
    static func differences(
        _ part: Part, _ before: [ResultManifest.File], _ now: [ResultManifest.File]
    ) -> [Difference] {
        let digests = Dictionary(now.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.name))
        return before.compactMap { file -> Difference? in
            guard let digest = digests[file.name] else {
                return Difference(part: part, name: file.name, change: .missing)
            }
            return digest == file.sha256 ? nil : Difference(part: part, name: file.name, change: .changed)
        } + now.filter { !known.contains($0.name) }.map { Difference(part: part, name: $0.name, change: .added) }
    }
}

extension ResultManifest {
    /// Makes the result anew from the submission at `path` with the settings of the manifest, in a folder that is gone afterwards, and says
    /// what differs: what goes in, and what comes out. A mail is left out, as it depends on who sends it.
    ///
    /// How a workbook is packed depends on the machine. So one with other bytes is compared part by part with the one of the result, as long as
    /// that is what the manifest says it is.
    ///
    /// - Parameters:
    ///   - result: the folder of the result.
    ///   - path: the submission.
    ///   - registerPath: the folder of the register; nil for none.
    ///   - previousPaths: the results of earlier periods and of others, as they were then.
    /// - Throws: ``ConversionError`` when the submission or the register cannot be read, or nothing can be written.
    public func replayed(
        beside result: String, from path: String, registerPath: String?, previousPaths: [String]
    ) throws(ConversionError) -> Verification.Replay {
        var toolkit: Toolkit
        var files: SubmissionFiles
        do {
            toolkit = try Toolkit(
                registerPath: registerPath, previousPaths: previousPaths,
                language: settings.language == "en" ? .english : .dutch,
                clock: settings.clock.flatMap(Day.init(written:)))
            files = try SubmissionFiles(at: path)
        } catch { throw .intake(error) }
        toolkit.rulesAsOf = settings.rulesAsOf.flatMap(Day.init(written:))
        toolkit.showsSecondHandTables = settings.secondHandTables
        files.name = submission
        let assessment: Assessment
        do { assessment = try toolkit.check(files) } catch { throw .intake(error) }
        let place = PathName(FileManager.default.temporaryDirectory.path).appending("maatwerk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(atPath: place) }
        try toolkit.makeFolder(place)
        let kinds = Set(
            ConversionOutput.allCases.filter { kind in
                outputs.contains { file in kind.names.contains { file.name == $0 || file.name.hasPrefix($0 + "/") } }
            })
        let folder = try toolkit.write(assessment, to: place, kinds)
        let now = ResultManifest(assessment, toolkit, outputs: Self.outputs(in: folder))
        let isMade = { (file: File) in file.name != Toolkit.mailName }
        var replay = Verification.Replay(
            differences: Verification.differences(.input, inputs, now.inputs)
                + Verification.differences(.register, register ?? [], now.register ?? [])
                + Verification.differences(.previous, previous, now.previous))
        for difference in Verification.differences(.output, outputs.filter(isMade), now.outputs.filter(isMade)) {
            let kept = result + "/" + difference.name
            if difference.change == .changed, difference.name.hasSuffix(".xlsx"),
                let digest = SHA256Digest.ofFile(at: kept)?.hexadecimal,
                outputs.contains(where: { $0.name == difference.name && $0.sha256 == digest }),
                Verification.holdSameParts(kept, folder + "/" + difference.name)
            {
                replay.repacked.append(difference.name)
            } else {
                replay.differences.append(difference)
            }
        }
        return replay
    }
}
