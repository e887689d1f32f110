import CRowFile
import Glibc
import Plumbing
import Testing

/// A temporary file in memory holds what a file of the system would hold.
@Suite struct RowFileTests {
    private static let bound = Int(MAATWERK_ROW_FILE_BYTES)

    /// Writes, reads and seeks in any order, beside a file of the system that gets the same.
    @Test(arguments: 0..<24)
    func holdsWhatAFileHolds(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let own = try #require(lxw_tmpfile(nil))
        let other = try #require(tmpfile())
        defer {
            fclose(own)
            fclose(other)
        }
        // Some stay small, some go back and forth over the bound, some are written from the first byte to the last.
        let farthest = [3_000, Self.bound + 5_000, 4 * Self.bound][Int(seed % 3)]
        for _ in 0..<120 {
            switch Int.random(in: 0..<4, using: &generator) {
            case 0, 1:
                let count = Int.random(in: 1...farthest / 10, using: &generator)
                let first = UInt8.random(in: 0...255, using: &generator)
                let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 / 5) &+ first }
                #expect(fwrite(bytes, 1, count, own) == fwrite(bytes, 1, count, other))
            case 2:
                let place = Int.random(in: 0...farthest, using: &generator)
                // Between writing and reading a stream is put somewhere, by its contract.
                #expect(fseeko(own, place, SEEK_SET) == 0 && fseeko(other, place, SEEK_SET) == 0)
                let count = Int.random(in: 1...farthest / 5, using: &generator)
                #expect(Self.read(own, count) == Self.read(other, count))
                #expect((feof(own) != 0) == (feof(other) != 0))
                #expect(fseeko(own, 0, SEEK_CUR) == 0 && fseeko(other, 0, SEEK_CUR) == 0)
            default:
                let place = Int.random(in: -farthest...0, using: &generator)
                #expect(fseeko(own, place, SEEK_END) == fseeko(other, place, SEEK_END))
            }
            #expect(ftello(own) == ftello(other))
        }
        rewind(own)
        rewind(other)
        #expect(Self.read(own, 8 * Self.bound) == Self.read(other, 8 * Self.bound))
        #expect(ferror(own) == 0)
    }

    /// What cannot be kept is told: here beyond the largest size that a file may have.
    @Test func aFailedWriteIsTold() throws {
        let most = 1 << 30
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        var lower = rlimit(rlim_cur: rlim_t(most), rlim_max: limit.rlim_max)
        let before = signal(SIGXFSZ, SIG_IGN)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &lower)
        defer {
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            signal(SIGXFSZ, before)
        }
        let file = try #require(lxw_tmpfile(nil))
        defer { fclose(file) }
        let bytes = [UInt8](repeating: 65, count: Self.bound)
        #expect(fwrite(bytes, 1, Self.bound, file) == Self.bound && fflush(file) == 0)
        #expect(fseeko(file, most, SEEK_SET) == 0)
        _ = fwrite(bytes, 1, Self.bound, file)
        _ = fwrite(bytes, 1, Self.bound, file)
        #expect(fflush(file) != 0 || ferror(file) != 0)
        #expect(errno == EFBIG)
    }

    /// A small file is in no folder; a large one is in one, without a name there.
    @Test func onlyALargeFileIsInAFolder() throws {
        let folder = "/dev/shm"
        guard access(folder, W_OK | X_OK) == 0 else { return }
        let path = strdup(folder)
        defer { free(path) }
        let file = try #require(lxw_tmpfile(path))
        defer { fclose(file) }
        let before = try Self.openFiles(in: folder)
        let bytes = [UInt8](repeating: 65, count: Self.bound)
        #expect(fwrite(bytes, 1, Self.bound, file) == Self.bound && fflush(file) == 0)
        #expect(try Self.openFiles(in: folder).allSatisfy { before[$0.key] != nil })
        #expect(fputc(65, file) == 65 && fflush(file) == 0)
        let added = try Self.openFiles(in: folder).filter { before[$0.key] == nil }
        #expect(added.count == 1)
        #expect(added.allSatisfy { $0.key.hasSuffix(" (deleted)") })
    }

    /// What was read from the beginning is given back on the way, is whole, and is not there a second time: nobody gets zeros for it.
    @Test func whatWasReadIsGivenBack() throws {
        let folder = "/dev/shm"
        guard access(folder, W_OK | X_OK) == 0 else { return }
        let path = strdup(folder)
        defer { free(path) }
        let before = try Self.openFiles(in: folder)
        let file = try #require(lxw_tmpfile(path))
        defer { fclose(file) }
        let count = 24 << 20
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 / 5) }
        #expect(fwrite(bytes, 1, count, file) == count && fflush(file) == 0)
        rewind(file)
        #expect(Self.read(file, count / 2) == Array(bytes[..<(count / 2)]))
        let own = try #require(try Self.openFiles(in: folder).first { before[$0.key] == nil })
        var facts = stat()
        #expect(stat("/proc/self/fd/\(own.value)", &facts) == 0 && facts.st_size == count)
        #expect(Int(facts.st_blocks) * 512 < count * 3 / 4)
        #expect(Self.read(file, count) == Array(bytes[(count / 2)...]))
        rewind(file)
        #expect(Self.read(file, count).isEmpty)
        #expect(ferror(file) != 0)
    }

    /// The files in `folder` that this process has open, with the numbers by which it does.
    private static func openFiles(in folder: String) throws -> [String: String] {
        let stream = try #require(opendir("/proc/self/fd"))
        defer { closedir(stream) }
        var found: [String: String] = [:]
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = String(unsafeUninitializedCapacity: 4_096) { target in
                target.withMemoryRebound(to: CChar.self) {
                    max(0, readlink("/proc/self/fd/\(name)", $0.baseAddress!, 4_096))
                }
            }
            if path.hasPrefix(folder + "/") { found[path] = name }
        }
        return found
    }

    private static func read(_ file: UnsafeMutablePointer<FILE>, _ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { $1 = fread($0.baseAddress, 1, count, file) }
    }
}
