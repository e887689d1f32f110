import Foundation
import Plumbing
import TestSupport
import Testing

/// A place holds a whole file or what it held, whatever happens while the file grows.
@Suite struct PendingFileTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func write(_ text: String, to file: PendingFile) {
        _ = text.utf8.withContiguousStorageIfAvailable { Foundation.write(file.descriptor, $0.baseAddress, $0.count) }
    }

    @Test func itStandsInItsPlaceOnlyWhenItIsWhole() throws {
        let place = folder.path("uit.csv")
        try "oud".write(toFile: place, atomically: false, encoding: .utf8)
        let file = try PendingFile(for: place, beginning: ".deel-")
        write("nieuw", to: file)
        #expect(try String(contentsOfFile: place, encoding: .utf8) == "oud")
        #expect(folder.contents.count == 2 && folder.contents.contains { $0.hasPrefix(".deel-\(getpid())-") })
        // Whoever clears away sees that somebody is at it.
        let other = open(file.path, O_RDONLY)
        #expect(flock(other, LOCK_EX | LOCK_NB) != 0)
        close(other)
        try file.commit()
        #expect(try String(contentsOfFile: place, encoding: .utf8) == "nieuw" && folder.contents == ["uit.csv"])
    }

    @Test func oneThatIsGivenUpLeavesNothing() throws {
        do {
            let file = try PendingFile(for: folder.path("uit.csv"), beginning: ".deel-")
            write("half", to: file)
            #expect(folder.contents.count == 1)
        }
        #expect(folder.contents.isEmpty)
        let file = try PendingFile(for: folder.path("uit.csv"), beginning: ".deel-")
        file.remove()
        #expect(folder.contents.isEmpty)
    }

    /// Places that cannot be written to, and the system's answer.
    @Test(arguments: [("map", EISDIR), ("niets/uit.csv", ENOENT), ("bestand/uit.csv", ENOTDIR)])
    func aPlaceThatCannotBeIsToldAtOnce(_ name: String, _ number: Int32) throws {
        try FileManager.default.createDirectory(atPath: folder.path("map"), withIntermediateDirectories: true)
        try "x".write(toFile: folder.path("bestand"), atomically: false, encoding: .utf8)
        let path = folder.path(name)
        #expect(throws: SystemError(number)) { try PendingFile(for: path, beginning: ".deel-") }
        #expect(folder.contents == ["bestand", "map"])
    }
}
