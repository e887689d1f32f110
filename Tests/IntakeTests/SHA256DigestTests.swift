import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite struct SHA256DigestTests {
    /// The digests of the examples in FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func knownDigests(_ text: String, _ expected: String) {
        #expect(SHA256Digest.hexadecimal(of: Array(text.utf8)) == expected)
    }

    @Test func aFileInPiecesHasTheDigestOfItsBytes() throws {
        let folder = try Folder()
        for count in [0, 1, 65_535, 65_536, 65_537, 200_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let path = folder.path("\(count).bin")
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let digest = try #require(SHA256Digest.ofFile(at: path))
            #expect(digest == (SHA256Digest.hexadecimal(of: bytes), count))
        }
        #expect(SHA256Digest.ofFile(at: folder.path("")) == nil)
        #expect(SHA256Digest.ofFile(at: folder.path("geen.bin")) == nil)
    }
}
